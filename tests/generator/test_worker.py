import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core import jobs, making, renditions
from core.asking import Asker, arrive
from core.clock import now
from core.records import AllowanceEntry, Clip, Delivery, Job, Member
from core.remixing import remix
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage
from generator.worker import Bench, make_rendition, run_next
from generator.workshop import Workshop


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    workshop = Workshop("paper")
    yield workshop
    workshop.close()


@pytest.fixture
async def bench(sqlite: str, valkey: Path, workshop: Workshop, tmp_path: Path) -> AsyncIterator[Bench]:
    settings = Settings(data=tmp_path, short_edge=240, fps=12, _env_file=None)  # type: ignore[call-arg]
    signals = await Signals.open(valkey)
    yield Bench(settings, Storage(tmp_path / "media"), signals, workshop)
    await signals.close()


@pytest.fixture
async def mika(sqlite: str) -> Asker:
    asker = await arrive(
        platform="web", external_id="mika", name="みか", locale="ja", community="room", channel="stage"
    )
    await Member.filter(id=asker.member_id).update(joined_at=now())
    return replace(asker, joined=True)


async def make(bench: Bench, asker: Asker, **wish: object) -> making.Made:
    asked = making.Wish(**{"prompt": "猫が踊る", "seconds": 3.0, **wish})  # type: ignore[arg-type]
    return await making.make(asker, asked, key=f"k{time.monotonic_ns()}", settings=bench.settings)


def files(bench: Bench) -> list[str]:
    folder = bench.settings.data / "media"
    return sorted(path.suffix for path in folder.rglob("*") if path.is_file())


async def drawing(job_id: int) -> Job:
    async with asyncio.timeout(60):
        while True:
            job = await Job.get(id=job_id)
            if job.state != "queued" and job.stage == "draw" and job.percent > 26:
                return job
            await asyncio.sleep(0.05)


async def test_a_waiting_job_becomes_a_draft_that_is_due(bench: Bench, mika: Asker) -> None:
    made = await make(bench, mika, prompt="猫が「にゃあ」と言う")

    assert await run_next(bench)

    clip = await Clip.get(id=made.clip_id)
    assert (clip.state, clip.seconds, clip.width, clip.engine) == ("draft", 3.0, 240, "paper")
    assert files(bench) == [".jpg", ".mp4", ".srt", ".vtt"]
    assert (await Delivery.get(clip_id=clip.id)).kind == "draft"
    assert (await AllowanceEntry.get(clip_id=clip.id)).state == "spent"
    assert not list((bench.settings.data / "work").iterdir())


async def test_without_a_waiting_job_there_is_nothing_to_do(bench: Bench, mika: Asker) -> None:
    assert not await run_next(bench)


async def test_a_remix_is_the_same_film_but_for_what_was_asked(bench: Bench, mika: Asker) -> None:
    parent = await make(bench, mika, prompt="公園で猫が「やあ」と言って踊る。犬が跳ねる。")
    await run_next(bench)

    made = await remix(mika, parent.public_id, "猫をゴリラにして、ふがほげ", key="r", settings=bench.settings)
    await run_next(bench)

    before: Any = (await Clip.get(id=parent.clip_id)).storyboard
    clip = await Clip.get(id=made.clip_id)
    after: Any = clip.storyboard
    assert [who["concept"] for who in before["cast"]] == ["cat", "dog"]
    assert [who["concept"] for who in after["cast"]] == ["gorilla", "dog"]
    assert after["storyboard"]["cast"][1] == before["storyboard"]["cast"][1]
    assert (after["seconds"], after["seed"], clip.seed) == (before["seconds"], before["seed"], before["seed"])
    was, now = before["storyboard"]["shots"], after["storyboard"]["shots"]
    assert [[act for act in shot["acts"] if act["character"] == "c2"] for shot in now] == [
        [act for act in shot["acts"] if act["character"] == "c2"] for shot in was
    ]
    assert [{**shot, "acts": []} for shot in now] == [{**shot, "acts": []} for shot in was]
    assert [note[0] for note in clip.notes if isinstance(note, list)] == [
        "remix-of", "remix-replaced", "remix-rest-stays", "remix-not-understood",
    ]  # fmt: skip


async def test_a_remix_in_which_nothing_is_understood_costs_nothing(bench: Bench, mika: Asker) -> None:
    parent = await make(bench, mika)
    await run_next(bench)

    made = await remix(mika, parent.public_id, "ふがほげ", key="r", settings=bench.settings)
    await run_next(bench)

    assert (await Job.get(id=made.job_id)).state == "blocked"
    delivery = await Delivery.get(clip_id=made.clip_id)
    assert delivery.params["message"] == "refusal-remix-not-understood"
    assert (await AllowanceEntry.get(clip_id=made.clip_id)).state == "released"


async def test_a_cancel_in_the_middle_of_a_film_takes_effect_within_two_seconds(bench: Bench, mika: Asker) -> None:
    made = await make(bench, mika, seconds=60.0)
    working = asyncio.create_task(run_next(bench))
    await drawing(made.job_id)

    asked = time.monotonic()
    await jobs.cancel(mika, made.public_id)
    await working

    assert time.monotonic() - asked < 2.0
    assert (await Job.get(id=made.job_id)).state == "cancelled"
    assert (await AllowanceEntry.get(clip_id=made.clip_id)).state == "released"
    assert files(bench) == []


async def test_a_picture_that_lies_is_refused_in_words_and_costs_nothing(
    bench: Bench, mika: Asker, tmp_path: Path
) -> None:
    lie = tmp_path / "cat.png"
    lie.write_bytes(b"MZ" + b"no cat here " * 40)
    made = await make(bench, mika, pictures=(bench.storage.put(lie, ".upload"),))

    await run_next(bench)

    assert (await Job.get(id=made.job_id)).state == "blocked"
    delivery = await Delivery.get(clip_id=made.clip_id)
    assert delivery.params["message"] == "refusal-picture-unreadable"
    assert (await AllowanceEntry.get(clip_id=made.clip_id)).state == "released"


async def test_a_film_of_pictures_that_are_gone_is_refused_in_words(bench: Bench, mika: Asker) -> None:
    made = await make(bench, mika, pictures=("00" * 16 + ".upload",))
    await run_next(bench)
    assert (await Job.get(id=made.job_id)).state == "blocked"
    assert (await Delivery.get(clip_id=made.clip_id)).params["message"] == "refusal-picture-gone"


async def test_a_film_whose_workshop_is_killed_is_made_by_the_next(bench: Bench, mika: Asker) -> None:
    made = await make(bench, mika, seconds=20.0)
    working = asyncio.create_task(run_next(bench))
    await drawing(made.job_id)

    process = bench.workshop._process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    await working
    assert (await Job.get(id=made.job_id)).state == "queued"

    await Clip.filter(id=made.clip_id).update(wish={"seconds": 3.0, "orientation": "portrait"})
    await run_next(bench)
    assert (await Job.get(id=made.job_id)).state == "done"
    assert await Delivery.filter(clip_id=made.clip_id, kind="draft").count() == 1


async def test_a_smaller_take_is_made_when_a_place_wants_one(bench: Bench, mika: Asker) -> None:
    made = await make(bench, mika)
    await run_next(bench)
    clip = await Clip.get(id=made.clip_id)
    assert clip.video is not None
    size = bench.storage.path(clip.video).stat().st_size
    assert (await renditions.fitting(clip.video, size // 2)).pending

    assert await make_rendition(bench)

    found = await renditions.fitting(clip.video, size // 2)
    assert found.name is not None
    assert bench.storage.path(found.name).stat().st_size <= size // 2
    assert not await make_rendition(bench)


async def test_a_take_that_cannot_be_made_that_small_is_given_up(bench: Bench, mika: Asker) -> None:
    made = await make(bench, mika)
    await run_next(bench)
    clip = await Clip.get(id=made.clip_id)
    assert clip.video is not None
    await renditions.fitting(clip.video, 2000)
    assert await make_rendition(bench)
    found = await renditions.fitting(clip.video, 2000)
    assert (found.name, found.pending) == (None, False)
