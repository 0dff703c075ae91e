"""People, and films made for them without a worker."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from core import jobs, making
from core.asking import Asker, arrive
from core.clock import now
from core.records import Member
from core.settings import Settings

People = Callable[..., Awaitable[Asker]]
Films = Callable[..., Awaitable[making.Made]]

_number = count(1)

FILM = jobs.FinishedClip(
    title="A cat dances",
    seconds=8.0,
    width=720,
    height=1280,
    engine="paper",
    video="0" * 32 + ".mp4",
    poster="1" * 32 + ".jpg",
    vtt="2" * 32 + ".vtt",
    storyboard={"shots": [], "storyboard": {"shots": []}},
)


@pytest.fixture
def settings() -> Settings:
    return Settings(_env_file=None)  # type: ignore[call-arg]  # pydantic-settings' own way to read no file


@pytest.fixture
def guest(database: str) -> People:
    """Somebody who has just turned up."""

    async def turn_up(name: str = "Aki", *, platform: str = "web", channel: str = "stage") -> Asker:
        return await arrive(
            platform=platform,
            external_id=f"{name}-{next(_number)}",
            name=name,
            locale="ja",
            community="room",
            channel=channel,
        )

    return turn_up


@pytest.fixture
def member(guest: People) -> People:
    """Somebody who has joined."""

    async def join(name: str = "Aki", **where: str) -> Asker:
        asker = await guest(name, **where)
        await Member.filter(id=asker.member_id).update(joined_at=now())
        return replace(asker, joined=True)

    return join


@pytest.fixture
def wished(settings: Settings) -> Films:
    """A film that somebody asked for, waiting."""

    async def wish(asker: Asker, prompt: str = "A cat dances on a roof", **more: object) -> making.Made:
        asked = making.Wish(prompt=prompt, **more)  # type: ignore[arg-type]  # whatever the test wants of it
        return await making.make(asker, asked, key=f"k{next(_number)}", settings=settings)

    return wish


@pytest.fixture
def finished(wished: Films) -> Films:
    """A film that is a draft now. Nothing else may wait when it is made."""

    async def make(asker: Asker, prompt: str = "A cat dances on a roof") -> making.Made:
        made = await wished(asker, prompt)
        claimed = await jobs.claim("w", 60)
        assert claimed is not None
        assert claimed.job_id == made.job_id
        assert await jobs.finish(claimed.job_id, "w", claimed.attempt, FILM)
        return made

    return make


class Others:
    """Other processes on the same database."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.started: list[asyncio.subprocess.Process] = []

    async def start(self, *deeds: tuple[str, ...]) -> list[asyncio.subprocess.Process]:
        """Start some of `other_process`'s deeds, all of them at the same moment."""
        processes = [await self._launch(deed) for deed in deeds]
        for process in processes:
            assert await self.line(process) == "ready"
        for process in processes:
            assert process.stdin is not None
            process.stdin.write(b"go\n")
        return processes

    async def line(self, process: asyncio.subprocess.Process) -> Any:
        """The next line that a process prints."""
        assert process.stdout is not None
        async with asyncio.timeout(60):
            return json.loads(await process.stdout.readline())

    async def _launch(self, deed: tuple[str, ...]) -> asyncio.subprocess.Process:
        words = (sys.executable, "-m", "tests.core.other_process", self._url, *deed)
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*words, stdin=pipe, stdout=pipe)
        self.started.append(process)
        return process


@pytest.fixture
async def others(database: str) -> AsyncIterator[Others]:
    processes = Others(database)
    yield processes
    for process in processes.started:
        if process.returncode is None:
            process.kill()
        await process.wait()
