"""The bots against their platforms' doubles: how soon a command is answered at 50 a second beside a busy worker,
whether a delivery is ever lost or doubled, and whether memory stays flat.
"""

import asyncio
import contextlib
import json
import multiprocessing as mp
import os
import random
import resource
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from pydantic import SecretStr

RATE = 50.0  # commands a second
COMMANDS = 500
FAULTY = 0.05  # of requests
DELIVERIES, EVENTS = 2_000, 20_000
if "KAMISHIBAI_BENCH_LONG" in os.environ:  # takes half an hour
    DELIVERIES, EVENTS = 10_000, 100_000
PEOPLE = 40


def _draw_forever() -> None:
    """A worker's load: films, one after the other."""
    from generator.engines.choose import choose_engine
    from generator.production import Order, produce

    while True:
        with tempfile.TemporaryDirectory() as folder:
            produce(Order(prompt="猫が踊る", author="みか", seed=1, seconds=8.0), choose_engine("paper"), Path(folder))


@contextlib.contextmanager
def _busy_worker() -> Any:
    drawing = mp.get_context("spawn").Process(target=_draw_forever, daemon=True)
    drawing.start()
    time.sleep(4)
    try:
        yield
    finally:
        drawing.kill()


@contextlib.asynccontextmanager
async def _house(folder: Path, **settings: Any) -> AsyncIterator[Any]:
    from bots.house import House
    from bots.language import Language
    from core.database import close_database, migrate, open_database
    from core.settings import Settings
    from core.signals import Signals
    from core.storage import Storage
    from kamishibai import HERE, MODELS

    url = f"sqlite://{folder}/kamishibai.sqlite3"
    await migrate(url, MODELS)
    await open_database(url, models=MODELS)
    made = Settings(data=folder, _env_file=None, **settings)  # type: ignore[call-arg]
    signals = await Signals.open(folder / "nobody-listens.sock")
    try:
        yield House(made, Language(HERE / "locales"), Storage(folder / "media"), signals)
    finally:
        await signals.close()
        await close_database()


@contextlib.asynccontextmanager
async def _discord(folder: Path) -> AsyncIterator[tuple[Any, Any, Any, Any]]:
    from bots.desk import Desk
    from bots.discord.run import run
    from tests.doubles.discord.double import DiscordDouble

    async with DiscordDouble() as d:
        guild = d.guild("bench")
        channel = guild.channel("films")
        people = [d.user(f"member {number}") for number in range(PEOPLE)]
        for person in people:
            guild.join(person, manage_guild=True)
        secrets = {"discord_token": SecretStr(d.token)}
        async with _house(folder, discord_api_base=d.api_base, discord_gateway_url=d.gateway_url, **secrets) as house:
            stop = asyncio.Event()
            running = asyncio.create_task(run(Desk(house), stop))
            await d.connected()
            await d.wait_for(lambda: d.commands)
            yield d, house, channel, people
            stop.set()
            await running


@contextlib.asynccontextmanager
async def _telegram(folder: Path) -> AsyncIterator[tuple[Any, Any, Any, Any]]:
    from bots.desk import Desk
    from bots.telegram.run import run
    from tests.doubles.telegram.double import TelegramDouble

    async with TelegramDouble() as t:
        chat = t.group("bench")
        people = [t.user(f"member {number}") for number in range(PEOPLE)]
        secrets = {"telegram_token": SecretStr(t.token)}
        async with _house(folder, telegram_api_base=t.api_base, **secrets) as house:
            stop = asyncio.Event()
            running = asyncio.create_task(run(Desk(house), stop))
            await t.wait_for(lambda: len(t.menus) == 6)
            yield t, house, chat, people
            stop.set()
            await running


def _percentiles(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    return {
        "p50_ms": round(1000 * ordered[len(ordered) // 2]),
        "p99_ms": round(1000 * ordered[int(len(ordered) * 0.99)]),
        "most_ms": round(1000 * ordered[-1]),
    }


async def _discord_answers(folder: Path) -> dict[str, float]:
    async with _discord(folder) as (d, _, channel, people):
        await asyncio.sleep(2.5)
        asked = []
        for number in range(COMMANDS):
            asked.append(asyncio.create_task(d.slash(people[number % PEOPLE], channel, "queue", patience=3.5)))
            await asyncio.sleep(1 / RATE)
        done = await asyncio.gather(*asked)
        late = [one for one in done if one.acked_after is None]
        seconds = [one.acked_after for one in done if one.acked_after is not None]
        return {**_percentiles(seconds), "never": len(late)}


async def _telegram_answers(folder: Path) -> dict[str, float]:
    async with _telegram(folder) as (t, _, _, people):
        asked: dict[int, float] = {}
        for number in range(COMMANDS):
            person = people[number % PEOPLE]
            message = await t.say(person, t.private(person), "/queue")
            asked[message.id] = time.perf_counter()
            await asyncio.sleep(1 / RATE)

        with contextlib.suppress(TimeoutError):
            await t.wait_for(lambda: sum(len(t.history(t.private(person))) for person in people) >= 2 * COMMANDS, 60)
        seconds = []
        for person in people:  # a person's answers come in the order of their questions
            said = t.history(t.private(person))
            questions, answers = [m for m in said if m.sender is person], [m for m in said if m.sender is t.bot]
            seconds += [b.born - asked[a.id] for a, b in zip(questions, answers, strict=False)]
        return {**_percentiles(seconds), "never": COMMANDS - len(seconds)}


def _run(name: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        found: dict[str, Any] = asyncio.run(globals()[name](Path(folder)))
        return found


async def _deliveries_on_discord(folder: Path) -> dict[str, Any]:
    """Posts of as many films, with a part of the requests failing in every way there is."""
    from core.asking import arrive

    dice = random.Random(1)
    async with _discord(folder) as (d, house, channel, people):
        asker = await arrive(
            platform="discord", external_id=str(people[0].id), name="m", locale="en",
            community=str(channel.guild.id), channel=str(channel.id), admin=True,
        )  # fmt: skip
        for _ in range(DELIVERIES):
            trouble = _trouble(dice, retry_after=0.05) if dice.random() < FAULTY else {"status": 0}
            d.fail("POST", rf"/channels/{channel.id}/messages", **trouble)
        seconds = await _deliver_all(house, asker)
        return _counted([m.text.splitlines()[0] for m in d.history(channel)], seconds, d.complaints)


async def _deliveries_on_telegram(folder: Path) -> dict[str, Any]:
    """The same in a group."""
    from core.asking import arrive

    dice = random.Random(1)
    async with _telegram(folder) as (t, house, chat, people):
        asker = await arrive(
            platform="telegram", external_id=str(people[0].id), name="m", locale="en", community=str(chat.id),
            channel=str(chat.id), admin=True,
        )  # fmt: skip
        for _ in range(DELIVERIES):
            if dice.random() < FAULTY:
                t.fail("sendVideo", **_trouble(dice, retry_after=1))
            else:
                t.slow("sendVideo", 0.0)
        seconds = await _deliver_all(house, asker)
        said = [m.text.splitlines()[0] for m in t.history(chat) if m.media is not None]
        return _counted(said, seconds, t.complaints)


def _trouble(dice: random.Random, *, retry_after: float) -> dict[str, Any]:
    lost_answer = {"drop": True, "done": True}
    return dice.choice([{"status": 429, "retry_after": retry_after}, {"status": 502}, {"drop": True}, lost_answer])


async def _deliver_all(house: Any, asker: Any) -> float:
    """Post as many films as there are to be; the seconds that it took."""
    from core import deliveries
    from core.clock import now
    from core.records import Clip, Delivery

    for number in range(DELIVERIES):
        video = f"{number:032x}.mp4"
        house.storage.path(video).parent.mkdir(parents=True, exist_ok=True)
        house.storage.path(video).write_bytes(bytes(1000 + number))
        clip = await Clip.create(
            public_id=f"c{number:07d}", author_id=asker.member_id, community_id=asker.community_id, seed=1,
            request_key=f"k{number}", title=f"film {number}", state="posted", posted_at=now(), ready_at=now(),
            video=video, poster=video, seconds=2.0, width=90, height=160,
        )  # fmt: skip
        await deliveries.owe(
            "post", key=f"clip:{clip.id}", platform=asker.platform, channel=asker.channel, clip_id=clip.id
        )
    await house.signals.nudge(asker.platform)
    started = time.perf_counter()
    while await Delivery.filter(state="due").exists() and time.perf_counter() - started < 1800:  # noqa: ASYNC110
        await asyncio.sleep(0.5)
    return time.perf_counter() - started


def _counted(said: list[str], seconds: float, complaints: list[str]) -> dict[str, Any]:
    return {
        "deliveries": DELIVERIES,
        "lost": DELIVERIES - len(set(said)),
        "doubled": len(said) - len(set(said)),
        "a_second": round(DELIVERIES / seconds, 1),
        "complaints": len(complaints),
    }


async def _events_on_telegram(folder: Path) -> dict[str, Any]:
    """Chatter and reactions that are none of our business: memory before and after."""
    async with _telegram(folder) as (t, _, chat, people):
        chat.bot_is_admin = True
        grown = []
        for _ in range(4):
            for number in range(EVENTS // 8):
                message = await t.say(people[number % PEOPLE], chat, f"words {number}")
                await t.react(people[0], message, ["👍"])
                if number % 50 == 0:
                    await asyncio.sleep(0.05)
            await t.say(people[0], chat, "/queue")
            await asyncio.sleep(3)
            t.forget()
            grown.append(round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
        return {"events": EVENTS, "mb_after_each_quarter": grown}


async def _events_on_discord(folder: Path) -> dict[str, Any]:
    """The same in a server's channel."""
    async with _discord(folder) as (d, _, channel, people):
        grown = []
        for _ in range(4):
            for number in range(EVENTS // 8):
                message = await d.say(people[number % PEOPLE], channel, f"words {number}")
                await d.react(people[0], message, "👍")
                if number % 50 == 0:
                    await asyncio.sleep(0.05)
            await d.slash(people[0], channel, "queue")
            await asyncio.sleep(3)
            channel.messages.clear()
            grown.append(round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
        return {"events": EVENTS, "mb_after_each_quarter": grown}


def main() -> None:
    """Answers on both platforms, deliveries, memory."""
    with _busy_worker():
        for name in ("_discord_answers", "_telegram_answers"):
            print(name.strip("_"), json.dumps(_in_own_process(name)), flush=True)
    for name in ("_deliveries_on_discord", "_deliveries_on_telegram", "_events_on_discord", "_events_on_telegram"):
        print(name.strip("_"), json.dumps(_in_own_process(name)), flush=True)


def _in_own_process(name: str) -> dict[str, Any]:
    with mp.get_context("spawn").Pool(1) as pool:
        return pool.apply(_run, (name,))


if __name__ == "__main__":
    main()
