"""The three ways to us, as one: what a person does and reads, whichever platform they do and read it on."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer

from bots.desk import Desk
from bots.house import House
from bots.language import Language
from bots.messenger import Messenger
from bots.web.server import ROOM, make_app
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage
from tests.bots.discord.wire import ROOT, Town, town
from tests.bots.telegram.conftest import Group, group_on_telegram
from tests.bots.web.conftest import Person


@dataclass
class Seen:
    """A message as somebody reads it: `here` is the platform's own of it."""

    here: Any


class Stage(Protocol):
    """A place with an owner, `mika` and `taro`; they are named by these words."""

    house: House

    async def command(self, who: str, name: str, **arguments: str) -> Seen:
        """Use a command; what it is answered with."""
        ...

    async def redraw(self, who: str, shots: dict[str, str]) -> Seen:
        """Change the shots of the storyboard of that `reading`, as the platform's form does; what is answered."""
        ...

    async def press(self, who: str, seen: Seen, label: str) -> str:
        """Press a button; what is said about it at once (a message, or a word over the button)."""
        ...

    async def text(self, who: str, seen: Seen) -> str:
        """What stands in a message now."""
        ...

    async def has_film(self, who: str, seen: Seen) -> bool:
        """Whether it shows a film now."""
        ...

    async def sketch(self, who: str, seen: Seen) -> bytes | None:
        """The sketch that it shows now."""
        ...

    async def post(self) -> Seen:
        """The newest film in the feed, once there is one."""
        ...

    async def like(self, who: str, seen: Seen) -> None:
        """React to a post."""
        ...

    async def reply(self, who: str, seen: Seen, text: str) -> None:
        """Answer a post."""
        ...


# --- the web room -----------------------------------------------------------------------------------------------------


class WebStage:
    """The room, in pages of browsers."""

    def __init__(self, house: House, people: dict[str, Person]) -> None:
        self.house = house
        self._people = people

    async def command(self, who: str, name: str, **arguments: str) -> Seen:
        person = self._people[who]
        known = {message["id"] for message in person.messages()}
        answer = await person.command(name, None, **arguments)
        if "refused" in answer and not any(m["id"] not in known for m in person.messages()):
            return Seen(None)
        message = await person.until_message(lambda message: message["id"] not in known)
        return Seen(message["id"])

    async def redraw(self, who: str, shots: dict[str, str]) -> Seen:
        return await self.command(who, "redraw", **shots)

    def _now(self, who: str, seen: Seen) -> dict[str, Any]:
        return [message for message in self._people[who].messages() if message["id"] == seen.here][-1]

    async def press(self, who: str, seen: Seen, label: str) -> str:
        card = self._now("mika" if who != "mika" else who, seen)["card"]
        button = next(one for one in card["buttons"] if one["label"] == label)
        answer = await self.command(who, button["command"], **button.get("arguments", {}))
        return await self.text(who, answer)

    async def text(self, who: str, seen: Seen) -> str:
        card = self._now(who, seen).get("card", {})
        return f"{card.get('title', '')}\n{card.get('text', '')}"

    async def has_film(self, who: str, seen: Seen) -> bool:
        return "media" in self._now(who, seen).get("card", {})

    async def sketch(self, who: str, seen: Seen) -> bytes | None:
        drawn = self._now(who, seen)["card"].get("sketch")
        if drawn is None:
            return None
        answer = await self._people[who].client.get(drawn["film"] or drawn["still"])
        return await answer.read() if answer.status == 200 else None

    async def post(self) -> Seen:
        message = await self._people["taro"].until_message(lambda one: one.get("card", {}).get("tone") == "post")
        return Seen(message["id"])

    async def like(self, who: str, seen: Seen) -> None:
        await self._people[who].react(seen.here)

    async def reply(self, who: str, seen: Seen, text: str) -> None:
        await self._people[who].say(text, reply_to=seen.here)


@asynccontextmanager
async def web_stage(folder: Path, valkey: Path) -> AsyncIterator[Stage]:
    """The room with a messenger beside it."""
    import asyncio

    settings = Settings(data=folder, _env_file=None)  # type: ignore[call-arg]
    signals = await Signals.open(valkey)
    house = House(settings, Language(ROOT / "locales"), Storage(folder / "media"), signals)
    server = TestServer(make_app(Desk(house)))
    await server.start_server()
    messenger = asyncio.create_task(Messenger(house, server.app[ROOM]).run())
    origin = f"http://{server.host}:{server.port}"
    people: dict[str, Person] = {}
    for name in ("boss", "mika", "taro"):
        client: Any = TestClient(server, cookie_jar=CookieJar(unsafe=True), headers={"Accept-Language": "ja"})
        people[name] = Person(client, origin)
        await client.post("/enter", json={"name": name}, headers={"Origin": origin})
        await people[name].open()
    try:
        yield WebStage(house, people)
    finally:
        messenger.cancel()
        for person in people.values():
            await person.close()
            await person.client.session.close()
        await server.close()
        await signals.close()


# --- Discord ----------------------------------------------------------------------------------------------------------


class DiscordStage:
    """A server, over the wire."""

    def __init__(self, town: Town) -> None:
        self.house = town.house
        self._town = town
        self._before = len(town.d.history(town.channel))

    def _who(self, who: str) -> Any:
        return getattr(self._town, who)

    async def command(self, who: str, name: str, **arguments: str) -> Seen:
        options: dict[str, Any] = dict(arguments)
        asked = await self._town.d.slash(self._who(who), self._town.channel, name, **options)
        self.last = asked.messages[0]
        return Seen(self.last)

    async def redraw(self, who: str, shots: dict[str, str]) -> Seen:
        board = self.last
        form = await self._town.d.press(self._who(who), board, "コマを直す")
        fields = {name: text for name, text in shots.items() if name != "reading" and text != "-"}
        answered = await self._town.d.submit(self._who(who), form, fields)
        return Seen(answered.messages[0])

    async def press(self, who: str, seen: Seen, label: str) -> str:
        if who != "mika":  # nobody else sees an ephemeral message: they can only forge the press
            button = next(one for one in seen.here.buttons if one.label == label)
            clip = button.custom_id.rpartition("=")[2]
            return (await self._town.d.slash(self._who(who), self._town.channel, "post", clip=clip)).text
        return (await self._town.d.press(self._who(who), seen.here, label)).text

    async def text(self, who: str, seen: Seen) -> str:
        return str(seen.here.text)

    async def has_film(self, who: str, seen: Seen) -> bool:
        return bool(seen.here.attachments)

    async def sketch(self, who: str, seen: Seen) -> bytes | None:
        shown = [file for file in seen.here.attachments if file.name.startswith("sketch")]
        return shown[0].data if shown else None

    async def post(self) -> Seen:
        await self._town.d.wait_for(lambda: len(self._town.d.history(self._town.channel)) > self._before, 8)
        return Seen(self._town.d.history(self._town.channel)[-1])

    async def like(self, who: str, seen: Seen) -> None:
        await self._town.d.react(self._who(who), seen.here, "❤️")

    async def reply(self, who: str, seen: Seen, text: str) -> None:
        await self._town.d.say(self._who(who), self._town.channel, text, reply_to=seen.here)


@asynccontextmanager
async def discord_stage(folder: Path, valkey: Path) -> AsyncIterator[Stage]:
    """A server with the bot in it."""
    async with town(folder, valkey) as place:
        yield DiscordStage(place)


# --- Telegram ---------------------------------------------------------------------------------------------------------


class TelegramStage:
    """A group, over the wire; the boss has opened the bot's private chat."""

    def __init__(self, group: Group) -> None:
        self.house = group.house
        self._group = group

    def _who(self, who: str) -> Any:
        return getattr(self._group, who)

    async def command(self, who: str, name: str, **arguments: str) -> Seen:
        chat = self._group.telegram.private(self.boss) if name == "invite" else None
        words = " ".join(arguments.values())
        return Seen(await self._group.answer(self._who(who), f"/{name} {words}".strip(), chat=chat))

    async def redraw(self, who: str, shots: dict[str, str]) -> Seen:
        telegram, chat = self._group.telegram, self._group.chat
        board = next(one for one in reversed(telegram.history(chat)) if one.buttons)
        seen = {message.id for message in telegram.history(chat)}
        await telegram.press(self._who(who), board, "コマを直す")
        answer = await self._group.next(chat, seen)
        for name in sorted(name for name in shots if name != "reading"):
            assert answer.force_reply
            answer = await self._group.answer(self._who(who), shots[name], reply_to=answer)
        return Seen(answer)

    @property
    def boss(self) -> Any:
        return self._group.boss

    async def press(self, who: str, seen: Seen, label: str) -> str:
        return (await self._group.telegram.press(self._who(who), seen.here, label)).answer_text

    async def text(self, who: str, seen: Seen) -> str:
        return str(seen.here.text)

    async def has_film(self, who: str, seen: Seen) -> bool:
        return seen.here.media is not None and not seen.here.deleted

    async def sketch(self, who: str, seen: Seen) -> bytes | None:
        media = seen.here.media
        return media.data if media is not None and media.kind in ("photo", "animation") else None

    async def post(self) -> Seen:
        def posts() -> list[Any]:
            said = self._group.telegram.history(self._group.chat)
            return [one for one in said if one.media is not None and not one.spoiler]

        await self._group.telegram.wait_for(lambda: bool(posts()))
        return Seen(posts()[-1])

    async def like(self, who: str, seen: Seen) -> None:
        await self._group.telegram.react(self._who(who), seen.here, ["❤"])

    async def reply(self, who: str, seen: Seen, text: str) -> None:
        await self._group.telegram.say(self._who(who), self._group.chat, text, reply_to=seen.here)


@asynccontextmanager
async def telegram_stage(folder: Path, valkey: Path) -> AsyncIterator[Stage]:
    """A group with the bot in it."""
    async with group_on_telegram(folder, valkey) as place:
        await place.answer(place.boss, "/help")  # so that the boss is known to run a group
        yield TelegramStage(place)


STAGES: dict[str, Callable[[Path, Path], AbstractAsyncContextManager[Stage]]] = {
    "web": web_stage,
    "discord": discord_stage,
    "telegram": telegram_stage,
}
