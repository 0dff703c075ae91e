"""Shadows of paper: on the backdrop behind a puppet, and on the ground below it."""

from dataclasses import dataclass
from functools import cache

import skia

from generator.engines.paper.colours import skia_colour

_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNone)


@dataclass(frozen=True, slots=True)
class Shade:
    """The shadow on the backdrop, by a light in front: offset and softness in adult heights, and that on the ground."""

    dx: float = 0.022
    dy: float = 0.03
    softness: float = 0.022
    opacity: float = 0.3
    colour: str = "#3a2438"
    ground: float = 0.2


def silhouette_paint(colour: str, opacity: float) -> skia.Paint:
    """Paints any picture's silhouette in one colour."""
    return skia.Paint(
        Alphaf=min(1.0, opacity), ColorFilter=skia.ColorFilters.Blend(skia_colour(colour), skia.BlendMode.kSrcIn)
    )


def draw_ground_shadow(canvas: skia.Canvas, x: float, half: float, shade: Shade, strength: float) -> None:
    """A soft flat oval `half` wide on each side of `x`, at the height of the origin."""
    opacity = shade.ground * strength
    if opacity < 0.01:
        return
    canvas.save()
    canvas.translate(x, 0)
    canvas.scale(half, 0.16 * half + 0.012)
    box = skia.Rect.MakeLTRB(-1.4, -1.4, 1.4, 1.4)
    canvas.drawImageRect(_soft_disc(), box, _SMOOTH, silhouette_paint(shade.colour, opacity))
    canvas.restore()


@cache
def _soft_disc() -> skia.Image:
    """A blurred disc of radius 1 in a picture that reaches to 1.4."""
    surface = skia.Surface(112, 112)
    with surface as canvas:
        canvas.drawCircle(56, 56, 34, skia.Paint(AntiAlias=True, ImageFilter=skia.ImageFilters.Blur(9, 9)))
    return surface.makeImageSnapshot()
