"""Edges: a rough mask laid along what is seen, and colours freed of what was behind them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Pixels = NDArray[np.floating[Any]]  # (height, width, 3), 0..1
Alpha = NDArray[np.floating[Any]]  # (height, width), 0..1

_REACH = 0.012  # of the longer edge: how far an edge may be moved
_EVEN = 4e-4  # variance of brightness below which nothing is taken for an edge
_SOLID = 0.96
_LIGHT = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601
_BAND = 7  # pixels: how far a solid colour is carried outwards


def along_edges(rough: Alpha, pixels: Pixels) -> Alpha:
    """`rough` with its edges where those of the picture are: the guided filter of He, Sun and Tang (2013)."""
    size = 2 * max(2, round(_REACH * max(rough.shape))) + 1

    def mean(field: Alpha) -> Alpha:
        return np.asarray(ndimage.uniform_filter(field, size), np.float32)

    guide = np.asarray(pixels @ _LIGHT, np.float32)
    middle, level = mean(guide), mean(rough)
    slope = (mean(guide * rough) - middle * level) / (mean(guide * guide) - middle * middle + _EVEN)
    return np.asarray(np.clip(mean(slope) * guide + mean(level - slope * middle), 0, 1), np.float32)


def as_scissors_cut(alpha: Alpha) -> Alpha:
    """`alpha` with one even edge, about a pixel soft: scissors follow neither single hairs nor a blur."""
    even = ndimage.gaussian_filter(alpha, max(1.0, 0.0022 * max(alpha.shape)))
    return np.asarray(np.clip((even - 0.5) * 4 + 0.5, 0, 1), np.float32)


def own_colours(pixels: Pixels, alpha: Alpha) -> Pixels:
    """`pixels` with the colours of its edge taken from beside it, where nothing of the ground shows through."""
    solid = ndimage.binary_erosion(alpha >= _SOLID, iterations=2, border_value=1).astype(np.float32)
    weight = ndimage.uniform_filter(solid, _BAND)
    spread = np.stack([ndimage.uniform_filter(pixels[..., n] * solid, _BAND) for n in range(3)], axis=-1)
    taken = (solid == 0) & (weight > 0.01)
    return np.asarray(np.where(taken[..., None], spread / np.maximum(weight, 0.01)[..., None], pixels), np.float32)
