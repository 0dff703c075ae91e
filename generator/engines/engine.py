"""The seam between a storyboard and whatever draws it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from generator.pictures.illustration import Illustration
from generator.storyboard import Storyboard

Frame = NDArray[np.uint8]  # (height, width, 4), RGBA, opaque; the engine may reuse the buffer after the next `next()`

MOUTH_RATE = 50  # samples of mouth opening a second


class Cancelled(Exception):
    """Raised out of any stage when its job was cancelled."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Size in pixels (both even) and frames a second."""

    width: int
    height: int
    fps: int = 24


@dataclass(frozen=True, slots=True)
class Mouth:
    """How far a speaker's mouth is open while a line is spoken: 0..1, MOUTH_RATE samples a second, from line start."""

    line: int  # index into storyboard.lines
    opening: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Abilities:
    """What an engine can do; the production asks before it promises."""

    modes: frozenset[str] = frozenset({"text"})  # of "text", "image"
    max_seconds: float = 60.0
    sound: bool = False
    any_frame: bool = False  # whether frames can be drawn in any order, and so by several processes


@dataclass(frozen=True, slots=True)
class Rendering:
    """All that a rendering needs: the storyboard with real line times, the canvas, mouths, the member's pictures."""

    storyboard: Storyboard
    canvas: Canvas
    mouths: Sequence[Mouth] = ()
    pictures: tuple[Illustration, ...] = ()  # by the numbers that the storyboard calls them
    check_cancelled: Callable[[], None] = field(default=lambda: None)  # raises Cancelled; call it once a frame


class Engine(Protocol):
    """Turns a storyboard into frames; exactly `round(seconds * fps)` of them, in order."""

    name: str

    def abilities(self) -> Abilities:
        """What this engine can do."""
        ...

    def render(self, rendering: Rendering, numbers: Sequence[int] | None = None) -> Iterator[Frame]:
        """Frames of the film, lazily, so that memory does not grow with its length.

        `numbers`, ascending, names those that are wanted; only for engines that are able to draw `any_frame`.
        """
        ...
