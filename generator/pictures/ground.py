"""Plain grounds: what is drawn on one colour, or on one that changes softly, is told from it without a network."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Pixels = NDArray[np.floating[Any]]  # (height, width, 3), 0..1
Mask = NDArray[np.bool_]  # (height, width)

_FRAME = 0.02  # of the shorter edge: how wide a frame of the picture is looked at
_PLAIN = 0.86  # of the frame has to be ground, or somebody stands in front of more than a plain ground
_NOISE = 0.045  # distance in RGB (0..1 each): what JPEG leaves of a plain colour
_FAR = 0.095  # distance in RGB from which on something is not ground
_ROUNDS = 4


def before_plain_ground(pixels: Pixels) -> Mask | None:
    """What stands before a plain ground; None if the ground is not plain. What it encloses belongs to it."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    terms = np.stack([np.ones_like(x), x, y, x * x, y * y, x * y], axis=-1)
    frame = _frame(height, width)
    ground = _fitted(terms[frame], pixels[frame])
    if ground is None:
        return None
    away = np.linalg.norm(pixels - terms @ ground, axis=-1)
    like_ground = ndimage.uniform_filter(away, 3) < _FAR
    labels, _ = ndimage.label(like_ground)
    outside = np.isin(labels, np.setdiff1d(np.unique(labels[frame]), [0]))
    return np.asarray(~outside)


def _frame(height: int, width: int) -> Mask:
    """The sides and the top; at the bottom somebody may be cut off."""
    thick = max(2, round(_FRAME * min(height, width)))
    frame = np.zeros((height, width), bool)
    frame[:thick] = frame[:, :thick] = frame[:, -thick:] = True
    return frame


def _fitted(terms: Pixels, colours: Pixels) -> Pixels | None:
    """The surface of second order through most of `colours`; None if too few of them lie on any."""
    kept = np.linalg.norm(colours - np.median(colours, axis=0), axis=-1) < 4 * _NOISE
    for _ in range(_ROUNDS):
        if kept.mean() < 0.5:
            return None
        surface, *_ = np.linalg.lstsq(terms[kept], colours[kept], rcond=None)
        kept = np.linalg.norm(colours - terms @ surface, axis=-1) < _NOISE
    return np.asarray(surface, np.float32) if kept.mean() >= _PLAIN else None
