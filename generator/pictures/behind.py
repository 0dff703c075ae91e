"""What was behind: the place where something has been cut out, painted over with what is around it."""

from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from generator.pictures.illustration import Place

_AROUND = 0.008  # of the longer edge: what is painted over beside the cut, where its colours have bled
_FINEST = 4.0  # pixels: the first brush; each one after it is twice as broad
_REACHED = 0.04  # of a brush has to touch what is known
_SOFT = 3.0  # pixels by which brush strokes run into each other

Mask = NDArray[np.bool_]  # (height, width)


def without(picture: Image.Image, cut: Path, place: Place) -> Image.Image:
    """An RGB picture as it may have looked without the `cut` (RGBA) at that place."""
    hole = _hole(picture.size, cut, place)
    pixels = np.asarray(picture, np.float32)
    filled = np.where(hole[..., None], ndimage.gaussian_filter(_filled(pixels, hole), (_SOFT, _SOFT, 0)), pixels)
    return Image.fromarray(np.clip(filled, 0, 255).astype(np.uint8))


def _hole(size: tuple[int, int], cut: Path, place: Place) -> Mask:
    wide, high = size
    left, top, right, bottom = place
    with Image.open(cut) as opened:
        shape = max(1, round((right - left) * wide)), max(1, round((bottom - top) * high))
        alpha = opened.getchannel("A").resize(shape)
    hole = Image.new("L", size, 0)
    hole.paste(alpha, (round(left * wide), round(top * high)))
    return np.asarray(ndimage.binary_dilation(np.asarray(hole) > 20, iterations=ceil(_AROUND * max(size))))


def _filled(pixels: NDArray[np.floating[Any]], hole: Mask) -> NDArray[np.floating[Any]]:
    """`pixels` with the hole filled from its rim inwards, by ever broader brushes (normalised convolution)."""
    known = (~hole).astype(np.float32)
    result, empty = pixels.copy(), hole
    brush = _FINEST
    while empty.any() and brush < 2 * max(hole.shape):
        step = max(1, int(brush // 4))  # broad brushes paint on small paper
        share = ndimage.gaussian_filter(known[::step, ::step], brush / step)
        colour = ndimage.gaussian_filter((pixels * known[..., None])[::step, ::step], (brush / step, brush / step, 0))
        colour = colour / np.maximum(share, 1e-6)[..., None]
        rows, columns = (np.minimum(np.arange(n) // step, m - 1) for n, m in zip(hole.shape, share.shape, strict=True))
        reached = empty & (share[rows[:, None], columns] > _REACHED)
        result[reached] = colour[rows[:, None], columns][reached]
        empty = empty & ~reached
        brush *= 2
    return result
