"""A page of the picture book: cards in rows on a sheet of paper, each with its caption."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import skia
from PIL import Image

from generator.engines.engine import Frame
from generator.engines.paper.colours import INK, PAPER, skia_colour
from generator.engines.paper.pictures import NATIVE, copy_as_rgba, picture_of
from generator.finish.lettering import shortened, typeset

MAX_BYTES = 400_000  # of a page: docs are read over the network
_GAP, _CAPTION, _LETTERS = 18, 24, 14.0  # pixels: between cards, the strip below one, the height of its letters
_QUALITIES = range(86, 30, -6)  # of WebP, the best that keeps a page small enough


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """A picture and what stands under it."""

    caption: str
    picture: Frame


def bound(cards: Sequence[Card], columns: int) -> Frame:
    """`cards`, all of one size, in rows of `columns`, as one picture."""
    high, wide = cards[0].picture.shape[:2]
    rows = -(-len(cards) // columns)
    width, height = columns * (wide + _GAP) + _GAP, rows * (high + _CAPTION + _GAP) + _GAP
    surface = skia.Surface(skia.ImageInfo.Make(width, height, NATIVE, skia.kOpaque_AlphaType))
    canvas = surface.getCanvas()
    canvas.clear(skia_colour(PAPER))
    shade = skia.Paint(Color=skia_colour(INK, 0.35), MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 3))
    for number, card in enumerate(cards):
        x, y = _GAP + number % columns * (wide + _GAP), _GAP + number // columns * (high + _CAPTION + _GAP)
        canvas.drawRect(skia.Rect.MakeXYWH(x + 1, y + 3, wide, high), shade)
        canvas.drawImage(picture_of(card.picture), x, y)
        typeset(shortened(card.caption, _LETTERS, wide), _LETTERS, skia_colour(INK)).paint(canvas, x + 1, y + high + 3)
    page: Frame = np.zeros((height, width, 4), np.uint8)
    copy_as_rgba(surface, page)
    return page


def saved(page: Frame, path: Path) -> Path:
    """Write `page` to `path` as WebP of at most MAX_BYTES."""
    image = Image.fromarray(page[..., :3])
    for quality in _QUALITIES:
        packed = BytesIO()
        image.save(packed, "WEBP", quality=quality, method=6)
        if packed.tell() <= MAX_BYTES:
            break
    path.write_bytes(packed.getvalue())
    return path
