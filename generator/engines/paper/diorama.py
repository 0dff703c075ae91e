"""Dioramas: a member's own place as a card with depth.

What stands out of the picture is cut out and stands in front of the rest like in a pop-up book, with the gap behind it
painted over. The rest is bent like a stage: its foot lies nearer to the camera than its top, so that the ground goes by
faster than the sky.
"""

from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import skia
from PIL import Image

from generator.engines.paper.camera import Lens, View
from generator.engines.paper.colours import rgb
from generator.engines.paper.cutouts import outlined, printed
from generator.engines.paper.pictures import NATIVE, picture_of
from generator.engines.paper.sets.daylight import Daylight
from generator.engines.paper.shades import Shade, draw_soft
from generator.engines.paper.sprites import edge_paint
from generator.pictures.behind import without
from generator.pictures.illustration import Illustration, Place

_FAR, _NEAR = 0.2, 0.55  # nearness of the card's top, and of its foot
_STANDS = 0.62  # of what is cut out of it
_LEVEL = 0.4  # of the card's height is far: there the ground begins
_STRIPS = 28  # below that, each a little nearer: a step between two of them is less than a pixel wide
_CUTS = (0.0, *(_LEVEL + (1 - _LEVEL) * number / _STRIPS for number in range(_STRIPS + 1)))
_UNDER = 0.012  # of the card's height that a strip reaches under the next one
_EDGE = 0.022  # adult heights of white paper around what stands out
_LONGEST = 1400  # pixels: what the largest canvas shows of a card
_GLOW = 0.08  # of the hour's light that lies on everything, as on painted paper
_BEST = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
_QUICK = skia.SamplingOptions(skia.FilterMode.kLinear)
_FAST = skia.Canvas.SrcRectConstraint.kFast_SrcRectConstraint
_SHADE = Shade()


class Diorama:
    """One shot's card; it fills whatever the camera sees in `views`, cut only as its shape demands."""

    def __init__(self, illustration: Illustration, lens: Lens, views: list[View], light: Daylight) -> None:
        self._lens = lens
        self._stands = illustration.shows == "figure" and illustration.cut is not None
        self._card = _card(illustration.whole, illustration.cut if self._stands else None, illustration.place)
        seen = lens.sees(views[0], _FAR)
        for view in views:
            for near in (_FAR, _NEAR):
                seen.join(lens.sees(view, near))
        wide, high = self._card.width(), self._card.height()
        scale = max(seen.width() / wide, seen.height() / high)
        spare = (wide * scale - seen.width()) / 2
        aim = (0.5 - (illustration.place[0] + illustration.place[2]) / 2) * wide * scale if illustration.place else 0.0
        x = seen.centerX() + max(-spare, min(spare, aim))  # what stands out is what the frame should show
        self._box = skia.Rect.MakeXYWH(
            x - wide * scale / 2, seen.centerY() - high * scale / 2, wide * scale, high * scale
        )
        hour = _hour(light)
        lit: dict[str, skia.ColorFilter] = {} if hour is None else {"ColorFilter": hour}
        self._paint = skia.Paint(AntiAlias=True, **lit)
        pixels = max(lens.scale(view, near) for view in views for near in (_FAR, _NEAR))
        self._card = _at_size(self._card, min(1.0, scale * pixels), self._paint, skia.kOpaque_AlphaType)
        self._rim = edge_paint(_EDGE)
        if hour is not None:
            self._rim.setColorFilter(hour)
        if self._stands and illustration.cut is not None and illustration.place is not None:
            left, top, right, bottom = illustration.place
            box = self._box
            figure = printed(illustration.cut)
            self._figure_box = skia.Rect.MakeLTRB(
                box.left() + left * box.width(), box.top() + top * box.height(),
                box.left() + right * box.width(), box.top() + bottom * box.height(),
            )  # fmt: skip
            near = max(lens.scale(view, _STANDS) for view in views)
            size = min(1.0, self._figure_box.height() * near / figure.height())
            self._figure = _at_size(figure, size, self._paint, skia.kPremul_AlphaType)
            self._outline = outlined(illustration.cut, self._figure_box)

    def draw(self, canvas: skia.Canvas, view: View) -> None:
        """Draw the card, and what stands before it, as `view` sees them."""
        wide, high = self._card.width(), self._card.height()
        for top, bottom in pairwise(_CUTS):
            near = _FAR + (_NEAR - _FAR) * max(0.0, ((top + bottom) / 2 - _LEVEL) / (1 - _LEVEL))
            reach = min(1.0, bottom + _UNDER)  # under the next strip, so that no gap opens between them
            source = skia.Rect.MakeLTRB(0, top * high, wide, reach * high)
            box = skia.Rect.MakeLTRB(
                self._box.left(), self._box.top() + top * self._box.height(),
                self._box.right(), self._box.top() + reach * self._box.height(),
            )  # fmt: skip
            canvas.save()
            canvas.concat(self._lens.matrix(view, near))
            canvas.drawImageRect(self._card, source, box, _QUICK, None, _FAST)
            canvas.restore()
        if not self._stands:
            return
        canvas.save()
        canvas.concat(self._lens.matrix(view, _STANDS))
        canvas.save()
        canvas.translate(_SHADE.dx, _SHADE.dy)
        draw_soft(canvas, self._outline, _SHADE.colour, _SHADE.softness, _SHADE.opacity)
        canvas.restore()
        canvas.drawPath(self._outline, self._rim)
        canvas.drawImageRect(self._figure, self._figure_box, _QUICK)
        canvas.restore()


def _at_size(picture: skia.Image, scale: float, paint: skia.Paint, alpha: skia.AlphaType) -> skia.Image:
    """A picture in the light of its hour, as large as the frame shows it: that is laid down fastest."""
    wide, high = max(1, round(picture.width() * scale)), max(1, round(picture.height() * scale))
    surface = skia.Surface(skia.ImageInfo.Make(wide, high, NATIVE, alpha))
    with surface as canvas:
        canvas.drawImageRect(picture, skia.Rect.MakeWH(wide, high), _BEST, paint)
    return surface.makeImageSnapshot()


def _hour(light: Daylight) -> skia.ColorFilter | None:
    """What an hour does to a picture taken by day; None by day."""
    if not light.strength:
        return None
    cast = [part / 255 for part in rgb(light.cast)]
    rows = []
    for channel, part in enumerate(cast):
        row = [0.0] * 5
        row[channel] = 1 - light.strength * (1 - part)
        row[4] = _GLOW * light.strength * part
        rows += row
    return skia.ColorFilters.Matrix([*rows, 0, 0, 0, 1, 0])


def _card(whole: Path, cut: Path | None, place: Place | None) -> skia.Image:
    """The picture; what is cut out of it is painted over with what is around."""
    return _printed(whole, cut, place, whole.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _printed(whole: Path, cut: Path | None, place: Place | None, written: int) -> skia.Image:
    """`written` is when, so that no file of another film is ever taken for this one."""
    with Image.open(whole) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
    if cut is not None and place is not None:
        picture = without(picture, cut, place)
    picture.putalpha(255)
    return picture_of(np.asarray(picture)).withDefaultMipmaps()
