"""The poster: the one frame of a film that is shown before it plays, picked while the frames go by."""

import io
import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generator.engines.engine import Frame

BEST_AT = 0.36  # of the film: the stage is set by then, and the end is not given away
SPREAD = 0.18  # how far from there a frame may be and still count nearly as much
LOOKS_A_SECOND = 4  # frames that are looked at; the picture changes slower than that
MAX_BYTES = 200_000  # a poster travels before anyone asked for it
_STEP = 4  # every fourth pixel either way is enough to judge by
_QUALITIES = (88, 80, 70, 60, 45, 30)


class Poster:
    """Looks at frames as they pass and keeps a copy of the best one, never more."""

    def __init__(self, frames: int, fps: int) -> None:
        self._frames = max(frames, 1)
        self._every = max(fps // LOOKS_A_SECOND, 1)
        self._best = -1.0
        self._kept: NDArray[np.uint8] | None = None
        self.index = 0

    def look(self, frame: Frame, index: int) -> None:
        """Consider frame number `index`, finished as the film shows it."""
        if index % self._every and self._kept is not None:
            return
        away = (index / self._frames - BEST_AT) / SPREAD
        worth = appeal(frame) * (0.25 + 0.75 * math.exp(-away * away))
        if worth > self._best:
            self._best, self.index = worth, index
            self._kept = frame[..., :3].copy()

    def jpeg(self) -> bytes:
        """The chosen frame as JPEG of at most MAX_BYTES; ValueError if no frame ever passed."""
        if self._kept is None:
            raise ValueError("a poster of no frames")
        image = Image.fromarray(self._kept)
        while True:
            for quality in _QUALITIES:
                stream = io.BytesIO()
                image.save(stream, "JPEG", quality=quality, optimize=True, progressive=True)
                if stream.tell() <= MAX_BYTES:
                    return stream.getvalue()
            image = image.resize((max(image.width // 2, 1), max(image.height // 2, 1)), Image.Resampling.LANCZOS)


def appeal(frame: Frame) -> float:
    """How much there is to see in a frame (height, width, 4): its edges plus its colours, 0 for an empty one.

    Colourfulness is Hasler and Suesstrunk's M3 ("Measuring colourfulness in natural images", 2003), on a 0..255 scale;
    edges are the mean step of luma between neighbouring samples, weighted to the same order of size.
    """
    rgb = frame[::_STEP, ::_STEP, :3].astype(np.float32)
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    edges = _mean_step(luma, 0) + _mean_step(luma, 1)
    opponent_1, opponent_2 = red - green, 0.5 * (red + green) - blue
    colours = math.hypot(float(opponent_1.std()), float(opponent_2.std())) + 0.3 * math.hypot(
        float(opponent_1.mean()), float(opponent_2.mean())
    )
    light = min(float(luma.mean()) / 40.0, 1.0)  # a fade to black keeps edges and colours for a while
    return (4.0 * edges + colours) * light


def _mean_step(luma: NDArray[np.float32], axis: int) -> float:
    return float(np.abs(np.diff(luma, axis=axis)).mean()) if luma.shape[axis] > 1 else 0.0
