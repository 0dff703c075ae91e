"""The watermark every film carries: Kamishibai's mark and its author, readable on anything, moving over the clip.

It says that this is a made thing and who made it. Like Sora's it visits three anchors, so that no crop which keeps most
of the picture can avoid it, and it is at full strength somewhere in every single frame.
"""

import random
from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from generator.engines.engine import Canvas, Frame
from generator.finish.emblem import emblem
from generator.finish.lettering import plain, shortened, typeset

WORDMARK = "Kamishibai"
ANCHORS = ((0.04, 0.08), (0.76, 0.48), (0.06, 0.84))  # of width and height, in the order they are visited
STAY = (2.0, 3.0)  # seconds at an anchor
FADE = 0.3  # seconds to appear, while the last place is still full; then as long for that one to go
JITTER = 0.02  # of the frame, either way
HEIGHT = 0.041  # of the frame
LEAST_HEIGHT = 18  # pixels; below that nobody reads it
STACKED_FROM = 40  # pixels of height from which the author stands under the wordmark instead of after it
MARGIN = 0.03  # of the width, kept free at the right
PILL = skia.Color(18, 14, 12, 138)  # half-dark: white on it can be read on white, and the picture shows through
RIM = skia.Color(255, 255, 255, 46)  # gives the pill an edge on a black picture


@dataclass(frozen=True, slots=True)
class _Stop:
    """From `start` (seconds) the mark stands with its upper left corner at (x, y) in pixels."""

    start: float
    x: int
    y: int


class Watermark:
    """The mark of one author for one canvas; its path over the film is fixed by the seed.

    Drawn once; a stamp blends only the few thousand pixels under the mark.
    """

    def __init__(self, author: str, canvas: Canvas, *, seed: int) -> None:
        image = _drawn(author, canvas)
        alpha = image[..., 3:].astype(np.uint16)
        self._colour = image[..., :3].astype(np.uint16)  # premultiplied
        self._alpha = alpha
        self._canvas = canvas
        self._random = random.Random(f"watermark {seed}")
        self._next_anchor = self._random.randrange(len(ANCHORS))
        self._stops = [self._stop(0.0)]
        self._until = self._random.uniform(*STAY) * self._random.uniform(0.6, 1.0)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self._alpha.shape[1], self._alpha.shape[0]

    def stamp(self, frame: Frame, t: float) -> None:
        """Blend the mark into `frame` (height, width, 4; in place) as it stands `t` seconds into the film."""
        if frame.shape != (self._canvas.height, self._canvas.width, 4):
            raise ValueError(f"a frame of {frame.shape} for a canvas of {self._canvas}")
        for x, y, strength in self.places(t):
            self._blend(frame, x, y, strength)

    def settled(self, t: float) -> bool:
        """Whether it stands at one place at `t` and is not on its way to the next."""
        return len(self.places(t)) == 1

    def places(self, t: float) -> list[tuple[int, int, float]]:
        """Where it stands at `t`: (x, y, strength); one place is always at strength 1."""
        self._plan(t)
        at = bisect_right(self._stops, t, key=lambda stop: stop.start) - 1
        here, age = self._stops[at], t - self._stops[at].start
        if at == 0 or age >= 2 * FADE:
            return [(here.x, here.y, 1.0)]
        last = self._stops[at - 1]
        coming, going = min(age / FADE, 1.0), min((2 * FADE - age) / FADE, 1.0)
        return [(last.x, last.y, going), (here.x, here.y, coming)]

    def _plan(self, t: float) -> None:
        while self._until <= t:
            self._stops.append(self._stop(self._until))
            self._until += self._random.uniform(*STAY)

    def _stop(self, start: float) -> _Stop:
        across, down = ANCHORS[self._next_anchor]
        self._next_anchor = (self._next_anchor + 1) % len(ANCHORS)
        width, height = self._canvas.width, self._canvas.height
        x = (across + self._random.uniform(-JITTER, JITTER)) * width
        y = (down + self._random.uniform(-JITTER, JITTER)) * height
        rightmost, lowest = width * (1 - MARGIN) - self.size[0], height * (1 - MARGIN) - self.size[1]
        return _Stop(start, max(int(min(x, rightmost)), 0), max(int(min(y, lowest)), 0))

    def _blend(self, frame: Frame, x: int, y: int, strength: float) -> None:
        if strength <= 0.0:
            return
        colour, alpha = self._colour, self._alpha
        if strength < 1.0:
            share = np.uint16(round(strength * 255))
            colour, alpha = _over_255(colour * share), _over_255(alpha * share)
        width, height = self.size
        under = frame[y : y + height, x : x + width, :3]
        np.add(colour, _over_255(under * (255 - alpha)), out=under, casting="unsafe")


def _over_255(product: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """`product / 255`, rounded, for products of two bytes (Blinn, "Three wrongs make a right", 1995)."""
    product += 128
    product += product >> 8
    product >>= 8
    return product


def _drawn(author: str, canvas: Canvas) -> NDArray[np.uint8]:
    """The mark as premultiplied RGBA, cut to its own size."""
    height = min(max(round(canvas.height * HEIGHT), LEAST_HEIGHT), canvas.height)
    name = "@" + (plain(author).lstrip("@ ") or "?")
    room = canvas.width * (1 - 2 * MARGIN) * 0.5
    pad, stacked = height * 0.2, height >= STACKED_FROM
    logo_height = height - 1.6 * pad
    letters_at = pad * 1.5 + logo_height * 1.2 + pad
    if stacked:
        large, small = height * 0.36, height * 0.31
        word, by = typeset(WORDMARK, large), typeset(shortened(name, small, room - letters_at - pad), small)
        width = letters_at + max(word.LongestLine, by.LongestLine) + 2 * pad
        spots = ((word, letters_at, height * 0.30), (by, letters_at, height * 0.695))
    else:
        size = height * 0.52
        word = typeset(WORDMARK, size)
        by_at = letters_at + word.LongestLine + size * 0.45
        by = typeset(shortened(name, size, max(room, by_at + 4 * size) - by_at), size)
        width = by_at + by.LongestLine + 2 * pad
        spots = ((word, letters_at, height * 0.5), (by, by_at, height * 0.5))
    surface = skia.Surface(min(int(np.ceil(width)), canvas.width), height)
    with surface as board:
        board.clear(skia.ColorTRANSPARENT)
        _draw_pill(board, surface.width(), height)
        shadow = skia.Paint(
            ImageFilter=skia.ImageFilters.DropShadow(0, 0, height * 0.035, height * 0.035, skia.Color(0, 0, 0, 200))
        )
        board.saveLayer(None, shadow)
        board.save()
        board.translate(pad * 1.3, 0.8 * pad)
        board.scale(logo_height, logo_height)
        board.drawPath(emblem(), skia.Paint(AntiAlias=True, Color=skia.ColorWHITE))
        board.restore()
        for text, x, middle in spots:
            text.paint(board, x, middle - text.Height / 2)
        board.restore()
    return np.array(surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType))


def _draw_pill(board: skia.Canvas, width: int, height: int) -> None:
    radius = height * 0.3
    board.drawRoundRect(skia.Rect(0, 0, width, height), radius, radius, skia.Paint(AntiAlias=True, Color=PILL))
    rim = skia.Paint(AntiAlias=True, Color=RIM, Style=skia.Paint.kStroke_Style, StrokeWidth=1)
    board.drawRoundRect(skia.Rect(0.5, 0.5, width - 0.5, height - 0.5), radius, radius, rim)
