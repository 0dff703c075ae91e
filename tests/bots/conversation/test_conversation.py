"""One conversation on all three platforms: what a member can do on one, they can do on all."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from core import jobs
from core.records import Clip, Comment, Job, Like, Member, Reading
from core.refusals import BadInput
from generator.reader import read_next
from tests.bots.conversation.stages import STAGES, Seen, Stage
from tests.bots.filming import STILL, film_next, sketch_next


@pytest.fixture(params=list(STAGES))
async def stage(request: pytest.FixtureRequest, tmp_path: Path, sqlite: str, valkey: Path) -> AsyncIterator[Stage]:
    async with STAGES[request.param](tmp_path, valkey) as stage:
        yield stage


async def until(true: Callable[[], Awaitable[bool]], seconds: float = 8.0) -> None:
    async with asyncio.timeout(seconds):
        while not await true():
            await asyncio.sleep(0.02)


async def join(stage: Stage, who: str) -> str:
    """Let somebody in; the code they used."""
    issued = await stage.text("boss", await stage.command("boss", "invite"))
    codes = re.findall(r"[A-Z0-9]{4}-[A-Z0-9]{4}", issued.replace("\\", ""))
    await stage.command(who, "join", code=codes[0])
    return str(codes[0])


async def drafted(stage: Stage, prompt: str = "猫が踊る") -> tuple[Seen, Clip]:
    """A draft of mika's in the message that showed its progress."""
    await join(stage, "mika")
    placeholder = await stage.command("mika", "make", prompt=prompt)
    clip = await film_next(stage.house)

    async def shown() -> bool:
        return await stage.has_film("mika", placeholder)

    await until(shown)
    return placeholder, clip


async def test_while_a_film_is_made_there_is_something_to_look_at(stage: Stage) -> None:
    await join(stage, "mika")
    placeholder = await stage.command("mika", "make", prompt="猫が踊る")

    async def sketched(job: Job, content: bytes) -> None:
        for _ in range(40):  # as a worker tells all the time
            await stage.house.signals.tell({"kind": "progress", "platform": job.platform, "job": job.id})
            await asyncio.sleep(0.25)
            if await stage.sketch("mika", placeholder) == content:
                return
        pytest.fail("no sketch")

    await sketched(await sketch_next(stage.house), STILL)
    small = b"\x00\x00\x00\x18ftypmp42small"
    await sketched(await sketch_next(stage.house, film=small), small)
    await film_next(stage.house)

    async def done() -> bool:
        return await stage.has_film("mika", placeholder) and await stage.sketch("mika", placeholder) is None

    await until(done)


@pytest.fixture
async def reader() -> AsyncIterator[None]:
    """A worker that reads what is due."""

    async def forever() -> None:
        while True:
            await read_next()
            await asyncio.sleep(0.02)

    reading = asyncio.create_task(forever())
    yield
    reading.cancel()


async def test_a_storyboard_is_seen_and_then_made(stage: Stage, reader: None) -> None:
    await join(stage, "mika")
    prompt = "猫が公園で踊る。犬が「わん!」と言う。"
    board = await stage.command("mika", "storyboard", prompt=prompt)
    told = (await stage.text("mika", board)).replace("\\", "")
    assert "1. " in told
    assert "2. " in told
    assert "猫が公園で踊る" in told
    assert not await Clip.exists()
    await stage.press("mika", board, "このとおりに作る")

    async def made() -> bool:
        return await Clip.exists()

    await until(made)
    assert (await Clip.get()).prompt == prompt


async def test_shots_of_a_storyboard_can_be_changed(stage: Stage, reader: None) -> None:
    await join(stage, "mika")
    await stage.command("mika", "storyboard", prompt="猫が公園で踊る。犬が「わん!」と言う。")
    first = await Reading.get()
    arguments = {"reading": first.public_id, "shot1": "秒数: 4\n動き: 馬が公園を走る", "shot2": "-"}
    shots = first.sheet["shots"]
    assert isinstance(shots, list)
    arguments |= {f"shot{number}": "-" for number in range(3, len(shots) + 1)}
    redrawn = await stage.redraw("mika", arguments)
    told = await stage.text("mika", redrawn)
    assert "馬が公園を走る" in told
    assert "わん!" in told
    assert "猫" not in told
    assert "4 秒" in told


async def test_a_longer_version_of_a_thin_prompt_is_offered_and_taken_only_when_pressed(
    stage: Stage, reader: None
) -> None:
    await join(stage, "mika")
    board = await stage.command("mika", "storyboard", prompt="猫が踊る")
    assert "ふくらませるなら" in await stage.text("mika", board)
    assert (await Reading.get()).prompt == "猫が踊る"
    await stage.press("mika", board, "この案で読む")

    async def read() -> bool:
        return await Reading.filter(state="read").count() == 2

    await until(read)
    longer = await Reading.all().order_by("-id").first()
    assert longer is not None
    assert longer.prompt.startswith("猫が踊る。")
    assert longer.sheet["longer"] is None


async def test_without_a_worker_nobody_reads_and_that_is_said(stage: Stage) -> None:
    await join(stage, "mika")
    said = await stage.text("mika", await stage.command("mika", "storyboard", prompt="猫"))
    assert "/make" in said


async def test_a_guest_is_told_how_to_become_a_member(stage: Stage) -> None:
    refused = await stage.text("mika", await stage.command("mika", "make", prompt="猫"))
    assert "/join" in refused
    assert not await Clip.exists()


async def test_a_code_works_once(stage: Stage) -> None:
    code = await join(stage, "mika")
    used = await stage.text("taro", await stage.command("taro", "join", code=code))
    assert "使われ" in used
    assert await Member.filter(name__not_in=["boss", "Boss"], joined_at__not_isnull=True).count() == 1


async def test_a_sentence_becomes_progress_then_a_draft_then_a_post(stage: Stage) -> None:
    draft, clip = await drafted(stage, "猫が屋根で踊る")
    assert clip.prompt == "猫が屋根で踊る"
    await stage.press("mika", draft, "投稿")
    post = await stage.post()
    assert "猫が踊る" in await stage.text("taro", post)
    assert await stage.has_film("taro", post)


async def test_a_post_is_liked_and_answered(stage: Stage) -> None:
    draft, clip = await drafted(stage)
    await stage.press("mika", draft, "投稿")
    post = await stage.post()
    await stage.like("taro", post)
    await stage.reply("taro", post, "すごい!")

    async def noted() -> bool:
        return await Like.exists(clip_id=clip.id) and await Comment.exists(clip_id=clip.id, text="すごい!")

    await until(noted)


NOTES = (["remix-replaced", {"old": "猫", "new": "ゴリラ"}], ["remix-rest-stays", {}])


async def test_a_post_is_remixed_by_somebody_else_and_says_of_what(stage: Stage) -> None:
    draft, clip = await drafted(stage)
    await stage.press("mika", draft, "投稿")
    await stage.post()
    await join(stage, "taro")

    placeholder = await stage.command("taro", "remix", clip=clip.public_id, instruction="猫をゴリラにして")
    assert "猫をゴリラにして" in await stage.text("taro", placeholder)
    remixed = await film_next(stage.house, title="ゴリラが踊る", notes=NOTES)

    async def shown() -> bool:
        return await stage.has_film("taro", placeholder)

    await until(shown)
    assert (remixed.parent_id, remixed.prompt) == (clip.id, "猫をゴリラにして")
    said = await stage.text("taro", placeholder)
    assert "猫 → ゴリラ" in said.replace("\\", "")
    assert "ほかはそのまま" in said


async def test_somebody_elses_draft_is_not_mine_to_remix(stage: Stage) -> None:
    _, clip = await drafted(stage)
    await join(stage, "taro")
    said = await stage.text("taro", await stage.command("taro", "remix", clip=clip.public_id, instruction="夜にして"))
    assert clip.public_id in said
    assert await Clip.all().count() == 1


async def test_a_remix_that_nobody_understood_says_so_and_costs_nothing(stage: Stage) -> None:
    _, clip = await drafted(stage)
    placeholder = await stage.command("mika", "remix", clip=clip.public_id, instruction="ふがふが")
    taken = await jobs.claim("worker", 60)
    assert taken is not None
    why = BadInput("refusal-remix-not-understood", words="ふがふが", cast="猫")
    await jobs.block(taken.job_id, "worker", taken.attempt, why)
    await stage.house.signals.nudge((await Job.get(id=taken.job_id)).platform)

    async def told() -> bool:
        return "ふがふが」では" in await stage.text("mika", placeholder)

    await until(told)
    assert "29" in await stage.text("mika", await stage.command("mika", "quota"))


async def test_somebody_elses_draft_is_not_mine_to_post(stage: Stage) -> None:
    draft, clip = await drafted(stage)
    await join(stage, "taro")
    said = await stage.press("taro", draft, "投稿")
    assert "ほかの人" in said or "別の" in said
    assert (await Clip.get(id=clip.id)).state == "draft"


async def test_a_film_is_cancelled_before_it_is_made(stage: Stage) -> None:
    await join(stage, "mika")
    await stage.command("mika", "make", prompt="猫")
    said = await stage.text("mika", await stage.command("mika", "cancel"))
    assert "中止しました" in said
    assert [job.state for job in await Job.all()] == ["cancelled"]


async def test_an_unknown_film_is_refused_in_the_readers_words(stage: Stage) -> None:
    await join(stage, "mika")
    said = await stage.text("mika", await stage.command("mika", "post", clip="abcd2345"))
    assert "abcd2345" in said


async def test_help_names_every_command(stage: Stage) -> None:
    said = await stage.text("mika", await stage.command("mika", "help"))
    for command in ("/make", "/join", "/post", "/queue", "/quota"):
        assert command in said


async def test_how_many_films_are_left_is_said(stage: Stage) -> None:
    await drafted(stage)
    assert "29" in await stage.text("mika", await stage.command("mika", "quota"))
