import asyncio
import os
import signal
import time
from pathlib import Path

import av
import pytest

from core.refusals import Refusal
from generator.engines.engine import Cancelled
from generator.production import Order, Stage
from generator.workshop import Workshop, WorkshopDied

SMALL = Order(prompt="猫が踊っている動画を作って", author="みか", seed=1, seconds=3, short_edge=240, fps=12)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop("paper")


async def test_a_film_is_made_with_its_progress_told(workshop: Workshop, tmp_path: Path) -> None:
    told: list[tuple[Stage, float]] = []

    film = await workshop.make(
        SMALL, tmp_path, tell=lambda stage, part: told.append((stage, part)), cancelled=asyncio.Event()
    )

    with av.open(str(film.video)) as container:
        video = container.streams.video[0]
        assert (video.width, video.height) == (240, 426)
    assert film.poster.stat().st_size > 0
    assert next(stage for stage, _ in told) == "inspect"
    assert told[-1][0] == "draw"
    assert [part for _, part in told] == sorted(part for _, part in told)


async def test_a_cancel_in_the_middle_of_the_frames_stops_within_two_seconds(
    workshop: Workshop, tmp_path: Path
) -> None:
    cancelled, drawing = asyncio.Event(), asyncio.Event()
    long = Order(prompt="猫が踊る", author="みか", seed=1, seconds=60, short_edge=720)

    def tell(stage: Stage, part: float) -> None:
        if stage == "draw" and part > 0.26:
            drawing.set()

    making = asyncio.create_task(workshop.make(long, tmp_path, tell=tell, cancelled=cancelled))
    await asyncio.wait_for(drawing.wait(), 60)
    asked = time.monotonic()
    cancelled.set()

    with pytest.raises(Cancelled):
        await making
    assert time.monotonic() - asked < 2.0


async def test_a_killed_workshop_is_replaced_for_the_next_film(workshop: Workshop, tmp_path: Path) -> None:
    def kill(stage: Stage, part: float) -> None:
        process = workshop._process
        if stage == "draw" and process is not None and process.pid:
            os.kill(process.pid, signal.SIGKILL)

    with pytest.raises(WorkshopDied):
        await workshop.make(SMALL, tmp_path, tell=kill, cancelled=asyncio.Event())

    film = await workshop.make(SMALL, tmp_path, tell=lambda stage, part: None, cancelled=asyncio.Event())
    assert film.video.exists()


async def test_a_picture_that_is_none_is_refused_not_failed(workshop: Workshop, tmp_path: Path) -> None:
    lie = tmp_path / "cat.png"
    lie.write_bytes(b"#!/bin/sh\necho no cat\n" * 20)
    order = Order(prompt="猫", author="みか", seed=1, seconds=3, short_edge=240, pictures=(lie,))

    with pytest.raises(Refusal) as refused:
        await workshop.make(order, tmp_path, tell=lambda stage, part: None, cancelled=asyncio.Event())

    assert refused.value.message == "refusal-picture-unreadable"
