"""Shadows of paper: on the backdrop behind a puppet, and on the ground below it."""

from dataclasses import dataclass

import skia

from generator.engines.paper.colours import skia_colour

_OVALS = (1.18, 1.0, 0.82, 0.62)


@dataclass(frozen=True, slots=True)
class Shade:
    """The shadow on the backdrop, by a light in front: offset and softness in adult heights, and that on the ground."""

    dx: float = 0.022
    dy: float = 0.03
    softness: float = 0.022
    opacity: float = 0.3
    colour: str = "#3a2438"
    ground: float = 0.2


def draw_soft(canvas: skia.Canvas, outline: skia.Path, colour: str, softness: float, opacity: float) -> None:
    """The silhouette of `outline`, fading out over `softness` units within and without.

    A blur would cost more than the whole puppet; a fill and a stroke come near to it, as the puppet itself covers what
    lies further in.
    """
    paint = skia.Paint(AntiAlias=True, Color=skia_colour(colour, 0.62 * opacity))
    canvas.drawPath(outline, paint)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    paint.setColor(skia_colour(colour, 0.5 * opacity))
    paint.setStrokeWidth(2 * softness)
    canvas.drawPath(outline, paint)


def draw_ground_shadow(canvas: skia.Canvas, x: float, half: float, shade: Shade, strength: float) -> None:
    """A soft flat oval `half` wide on each side of `x`, at the height of the origin."""
    opacity = shade.ground * strength
    if opacity < 0.01:
        return
    paint = skia.Paint(
        AntiAlias=True, Color=skia_colour(shade.colour, 1 - (1 - min(1.0, opacity)) ** (1 / len(_OVALS)))
    )
    for size in _OVALS:
        wide, tall = half * size, (0.16 * half + 0.012) * size
        canvas.drawOval(skia.Rect.MakeLTRB(x - wide, -tall, x + wide, tall), paint)
