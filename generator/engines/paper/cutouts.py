"""Cutouts: a figure cut out of a member's picture, as a sprite with a white edge, and its measures."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from generator.engines.paper.measures import Measures
from generator.engines.paper.pictures import picture_of
from generator.engines.paper.sprites import Sprite, textured
from generator.engines.paper.textures import Texture
from generator.engines.paper.tracing import traced

_TRACED = 360  # pixels of the longer edge on which the outline is found: scissors are no finer
_ROUND = 1.6  # of these pixels: how far scissors cut corners
_MARGIN = 4  # of these pixels, free around it
_HALF = 0.5
_INSIDE = 0.42  # opacity from which on there is paper
_BROADEST = 0.95  # of its breadth counts as height, as for painted figures: what is long and low is not a giant


@dataclass(frozen=True, slots=True, eq=False)
class Cutout:
    """The sprite stands with the middle of its foot at the origin; lengths are in adult heights."""

    sprite: Sprite
    measures: Measures
    height: float
    width: float


def cutout(path: Path, *, scale: float, edge: float) -> Cutout:
    """The cutout of an RGBA picture, `scale` adult heights large, with `edge` of white paper around it."""
    image = printed(path)
    wide, tall = image.width(), image.height()
    height = scale * tall / max(tall, _BROADEST * wide)
    width = height * wide / tall
    box = skia.Rect.MakeLTRB(-width / 2, -height, width / 2, 0)
    sprite = textured(outlined(path, box), edge, Texture(image, box))
    return Cutout(sprite, _measured(_opacity(path) > _HALF, height, width), height, width)


def outlined(path: Path, box: skia.Rect) -> skia.Path:
    """The line along which scissors cut an RGBA picture that fills `box`; holes are too fiddly for them."""
    alpha = _opacity(path)
    field = ndimage.gaussian_filter(np.pad(alpha, _MARGIN), _ROUND) - np.float32(_INSIDE)
    field = np.where(ndimage.binary_fill_holes(field > 0), np.maximum(field, 0.02), field).astype(np.float32)
    outline = traced(field)
    placing = skia.Matrix()
    placing.setScale(box.width() / alpha.shape[1], box.height() / alpha.shape[0])
    placing.postTranslate(box.left(), box.top())
    placing.preTranslate(-_MARGIN, -_MARGIN)
    outline.transform(placing)
    return outline


def printed(path: Path) -> skia.Image:
    """An RGBA picture as Skia draws it fastest, at any size."""
    with Image.open(path) as opened:
        pixels = np.asarray(opened.convert("RGBA"), np.float32).copy()
    pixels[..., :3] *= pixels[..., 3:] / 255
    return picture_of(np.clip(pixels + 0.5, 0, 255).astype(np.uint8)).withDefaultMipmaps()


def _opacity(path: Path) -> NDArray[np.floating[Any]]:
    """How opaque a picture is, 0..1, as finely as scissors see it."""
    with Image.open(path) as opened:
        alpha = opened.convert("RGBA").getchannel("A")
    scale = min(1.0, _TRACED / max(alpha.size))
    size = max(8, round(alpha.width * scale)), max(8, round(alpha.height * scale))
    return np.asarray(alpha.resize(size, Image.Resampling.BOX), np.float32) / 255


def _measured(card: NDArray[np.bool_], height: float, width: float) -> Measures:
    """Where a head would be: the upper part of what is seen."""
    rows, columns = card.shape
    top = int(np.flatnonzero(card.any(1))[0]) if card.any() else 0
    upper = card[top : top + max(1, round(0.3 * rows))]
    middle = float(np.flatnonzero(upper.any(0)).mean()) if upper.any() else columns / 2
    spans = upper.sum(1) if upper.any() else np.array([columns])
    head = max(0.2 * width, float(np.percentile(spans, 75)) / columns * width)
    x = (middle / columns - 0.5) * width
    crown = -height * (1 - top / rows)
    return Measures(
        eye_x=x, eye_y=0.8 * crown, eyes_apart=0.3 * head, eye=0.04 * head, crown_x=x, crown_y=crown, width=head,
        neck_x=x, neck_y=0.58 * crown, mouth_y=0.7 * crown,
    )  # fmt: skip
