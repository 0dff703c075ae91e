"""What a style lays over the picture, and what of a film it may look at for that."""

from collections.abc import Callable
from dataclasses import dataclass

import skia

from generator.storyboard import Storyboard

Overlay = Callable[[skia.Canvas, float], None]  # draws on the canvas what stands there at a time of the film

_BEFORE, _AFTER = 0.25, 0.75  # seconds around a line in which captions may be up


@dataclass(frozen=True, slots=True)
class Plate:
    """A film and the canvas it is drawn on, in pixels."""

    board: Storyboard
    width: int
    height: int

    @property
    def short(self) -> int:
        """The shorter edge."""
        return min(self.width, self.height)

    @property
    def japanese(self) -> bool:
        """Whether the film's letters are Japanese."""
        return self.board.language == "ja"

    def say(self, ja: str, en: str) -> str:
        """The text in the film's language."""
        return ja if self.japanese else en

    def quiet(self, t: float) -> bool:
        """Whether no caption is up."""
        return all(not line.start - _BEFORE <= t < line.start + line.seconds + _AFTER for line in self.board.lines)

    def surface(self) -> skia.Surface:
        """A transparent film as large as the canvas."""
        return skia.Surface(self.width, self.height)


def still(picture: skia.Image, x: float = 0.0, y: float = 0.0) -> Overlay:
    """The same picture at all times."""
    left, top = round(x), round(y)

    def over(canvas: skia.Canvas, t: float) -> None:
        canvas.drawImage(picture, left, top)

    return over


def together(*overlays: Overlay) -> Overlay:
    """One over the other."""

    def over(canvas: skia.Canvas, t: float) -> None:
        for each in overlays:
            each(canvas, t)

    return over
