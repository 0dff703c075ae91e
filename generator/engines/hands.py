"""Frames drawn in processes of their own, while the one that asks for them encodes what is there already.

Each hand draws shots of its own into its few slots of a shared piece of memory, so that the stage of the next shot is
set while the last is drawn; a film of one shot is dealt out in blocks of frames. Whoever takes the frames takes them in
order. A hand that has nothing to do waits for the next film, its engine loaded.
"""

import multiprocessing as mp
import os
import shutil
import signal
import traceback
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from generator.cores import cores
from generator.engines.engine import Canvas, Engine, Frame, Rendering
from generator.heap import give_back

MOST = 3  # hands: after that, encoding is what takes the time
BLOCK = 8  # frames in a row that a hand draws of a film of one shot
SLOTS = 3  # frames that a hand may be ahead of whoever takes them
_FREE, _WORD = "free", "word"  # what is said in the pipe: a slot is free; found, drawn, done
_LOOK_UP = 0.2  # seconds between two looks at whether all are still there
_SHARED = Path("/dev/shm")  # noqa: S108  # where Linux keeps shared memory; small in containers


class HandLost(Exception):
    """A hand ended in the middle of a film."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a hand is told: what to draw, and where."""

    rendering: Rendering
    memory: str
    offset: int


@dataclass(frozen=True, slots=True)
class _Failed:
    trace: str


class Hands:
    """As many processes as help on this machine, each with an engine of that name."""

    def __init__(self, engine: str, count: int | None = None) -> None:
        self.engine = engine
        self._count = count or min(MOST, cores())
        self._context = mp.get_context("spawn")
        self._hands: list[_Hand] = []
        self._memory: SharedMemory | None = None
        self._named = False  # whether others can still find it

    def __enter__(self) -> Self:
        self.warm_up()
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def warm_up(self) -> None:
        """Start them now, so that they are ready when there is something to draw."""
        if any(not hand.process.is_alive() for hand in self._hands):
            self.close()
        if not self._hands:
            self._hands = [_Hand(self._context, self.engine, which, self._count) for which in range(self._count)]

    @property
    def process_ids(self) -> list[int]:
        """Of those that are there now."""
        return [hand.process.pid for hand in self._hands if hand.process.pid is not None]

    def fits(self, canvas: Canvas) -> bool:
        """Whether there is shared memory enough for their frames."""
        needed = self._needed(canvas)
        if self._memory is not None and self._memory.size >= needed:
            return True
        return not _SHARED.is_dir() or shutil.disk_usage(_SHARED).free > needed + 2**20

    def frames(self, rendering: Rendering) -> Iterator[Frame]:
        """All frames of the film in order; each is good until the next is taken.

        Raises:
            Cancelled: `rendering.check_cancelled` said so.
            HandLost: a process died.
            RuntimeError: a bug; the message has the trace.
        """
        self.warm_up()
        memory = self._shared(rendering.canvas)
        size = _bytes(rendering.canvas)
        done = False
        try:
            for hand in self._hands:
                hand.begin(_Sheet(_sendable(rendering), memory.name, hand.which * SLOTS * size))
            for hand in self._hands:
                hand.hear(rendering.check_cancelled)
            self._unlink()
            for which in dealt(rendering, self._count):
                rendering.check_cancelled()
                yield self._hands[which].take(memory, rendering)
            for hand in self._hands:
                hand.hear(rendering.check_cancelled)
            done = True
        finally:
            if not done:
                self.close()  # in the middle of a film: not worth a word with them

    def close(self) -> None:
        """End them."""
        for hand in self._hands:
            hand.close()
        self._hands = []
        self._forget()

    def _needed(self, canvas: Canvas) -> int:
        return self._count * SLOTS * _bytes(canvas)

    def _shared(self, canvas: Canvas) -> SharedMemory:
        needed = self._needed(canvas)
        if self._memory is not None and self._memory.size < needed:
            self._forget()
        if self._memory is None:
            self._memory, self._named = SharedMemory(create=True, size=needed), True
        return self._memory

    def _forget(self) -> None:
        if self._memory is not None:
            self._unlink()
            with suppress(BufferError):  # somebody still looks at a frame
                self._memory.close()
            self._memory = None

    def _unlink(self) -> None:
        """Take the memory's name away once all have it: then it goes with the last of us, however we end."""
        if self._memory is not None and self._named:
            self._memory.unlink()
            self._named = False


def dealt(rendering: Rendering, hands: int) -> list[int]:
    """Which of so many hands draws each frame of the film."""
    board, fps = rendering.storyboard, rendering.canvas.fps
    frames = range(round(board.seconds * fps))
    if len(board.shots) < 2:
        return [number // BLOCK % hands for number in frames]
    starts = [shot.start for shot in board.shots]
    return [max(bisect_right(starts, number / fps + 1e-6) - 1, 0) % hands for number in frames]


class _Hand:
    """One of them, as the others see it. All that is said goes through one pipe: nothing is left if one is killed."""

    def __init__(self, context: mp.context.SpawnContext, engine: str, which: int, count: int) -> None:
        self.which = which
        self._pipe, theirs = context.Pipe()
        self._taken = 0
        self._offset = 0
        self.process = context.Process(
            target=_draw_forever, args=(theirs, engine, which, count, os.getpid()), name=f"hand-{which}", daemon=True
        )
        self.process.start()
        theirs.close()

    def begin(self, sheet: _Sheet) -> None:
        """Tell it what to draw."""
        self._taken, self._offset = 0, sheet.offset
        self._say(sheet)

    def take(self, memory: SharedMemory, rendering: Rendering) -> Frame:
        """Its next frame; the one before goes back to it."""
        if self._taken:
            self._say(_FREE)
        self.hear(rendering.check_cancelled)
        frame = _slot(memory, self._offset, self._taken, rendering.canvas)
        self._taken += 1
        return frame

    def hear(self, check_cancelled: Callable[[], None]) -> None:
        """Wait for its next word: that it found its memory, that a frame is there, that it is done."""
        while not self._pipe.poll(_LOOK_UP):
            check_cancelled()
            if not self.process.is_alive():
                raise HandLost(f"hand {self.which} is gone")
        try:
            told = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise HandLost(f"hand {self.which} is gone") from error
        if isinstance(told, _Failed):
            raise RuntimeError(f"hand {self.which} failed:\n{told.trace}")

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.join(5)
        self._pipe.close()

    def _say(self, what: _Sheet | str) -> None:
        try:
            self._pipe.send(what)
        except OSError as error:
            raise HandLost(f"hand {self.which} is gone") from error


class _Gone(Exception):
    """Whoever told a hand what to draw is gone."""


def _draw_forever(pipe: Connection, engine_name: str, which: int, count: int, parent: int) -> None:
    """A hand: draws what it is told until whoever told it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from generator.engines.choose import choose_engine

    engine = choose_engine(engine_name)
    memory: SharedMemory | None = None

    def check() -> None:
        if os.getppid() != parent:
            raise _Gone

    def hear() -> _Sheet | str:
        while not pipe.poll(1.0):
            check()
        told: _Sheet | str = pipe.recv()
        return told

    with suppress(_Gone, EOFError, OSError):
        while True:
            sheet = hear()
            if not isinstance(sheet, _Sheet):
                continue  # frames of the last film that came back
            if memory is None or memory.name != sheet.memory:
                memory = SharedMemory(sheet.memory)
            pipe.send(_WORD)
            try:
                mine = [number for number, hand in enumerate(dealt(sheet.rendering, count)) if hand == which]
                _draw(sheet, memory, engine, mine, pipe, hear, check)
            except (_Gone, EOFError, OSError):
                raise
            except Exception:
                pipe.send(_Failed(traceback.format_exc()))
            else:
                pipe.send(_WORD)
            give_back()


def _draw(
    sheet: _Sheet,
    memory: SharedMemory,
    engine: Engine,
    numbers: Sequence[int],
    pipe: Connection,
    hear: Callable[[], _Sheet | str],
    check: Callable[[], None],
) -> None:
    """Draw the frames of those numbers, never more than SLOTS ahead."""
    rendering = replace(sheet.rendering, check_cancelled=check)
    for index, frame in enumerate(engine.render(rendering, numbers)):
        if index >= SLOTS:
            hear()  # that one is free
        _slot(memory, sheet.offset, index, rendering.canvas)[:] = frame
        pipe.send(_WORD)


def _slot(memory: SharedMemory, offset: int, index: int, canvas: Canvas) -> NDArray[np.uint8]:
    shape = (canvas.height, canvas.width, 4)
    return np.ndarray(shape, np.uint8, memory.buf, offset + index % SLOTS * _bytes(canvas))


def _bytes(canvas: Canvas) -> int:
    return canvas.width * canvas.height * 4


def _sendable(rendering: Rendering) -> Rendering:
    """Without the function that asks for cancels, which stays on this side."""
    return replace(rendering, check_cancelled=_never)


def _never() -> None:
    """Nobody cancels."""
