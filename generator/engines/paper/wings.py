"""Wings: feathered, leathery or of gauze; worn by angels, bats and fairies, and unfolded by birds that fly.

A wing points up and to the left of its hinge at the origin, its length being 1; y is down.
"""

from functools import lru_cache
from typing import Literal

import skia

from generator.engines.paper.colours import INK, darker, lighter
from generator.engines.paper.limbs import inked, pen
from generator.engines.paper.sprites import Sprite, painted

Kind = Literal["feathers", "leather", "gauze"]
_EDGE = 0.05
_THICK = 2.6  # times the pen of a body, as a wing is drawn smaller than it is measured

WORN: dict[str, tuple[Kind, str]] = {  # wings that are worn, and their colours
    "wings_of_angel": ("feathers", "#fffdf6"),
    "wings_of_fairy": ("gauze", "#c9ecf2"),
    "wings_of_bat": ("leather", "#5a4668"),
}
FOLDED = frozenset("🐦🐔🐓🐤🐣🐥🦆🦢🪿🦩🦜🦚🦃🐧🦉")  # birds whose glyph keeps its wings to itself


@lru_cache(maxsize=64)
def wing(kind: Kind, colour: str, ink: str = INK) -> Sprite:
    """A wing of that kind."""
    return {"feathers": _feathers, "leather": _leather, "gauze": _gauze}[kind](colour, ink)


def _feathers(colour: str, ink: str) -> Sprite:
    path = skia.Path()
    path.moveTo(0.04, 0.06)
    path.cubicTo(0.02, -0.3, -0.35, -0.62, -0.88, -0.66)
    path.quadTo(-0.96, -0.56, -0.84, -0.47)
    path.quadTo(-0.9, -0.36, -0.7, -0.29)
    path.quadTo(-0.72, -0.15, -0.52, -0.11)
    path.quadTo(-0.5, 0.03, -0.3, 0.04)
    path.quadTo(-0.16, 0.16, 0.04, 0.06)
    path.close()
    quills = skia.Path()
    for (x, y), (u, v) in (
        ((-0.84, -0.47), (-0.5, -0.42)),
        ((-0.7, -0.29), (-0.4, -0.28)),
        ((-0.52, -0.11), (-0.28, -0.15)),
    ):
        quills.moveTo(x, y)
        quills.quadTo((x + u) / 2, (y + v) / 2 + 0.03, u, v)

    def paint(canvas: skia.Canvas) -> None:
        inked(canvas, path, colour, ink, _THICK)
        canvas.drawPath(quills, pen(ink, 0.8 * _THICK))

    return painted(path, _EDGE, paint)


def _leather(colour: str, ink: str) -> Sprite:
    path = skia.Path()
    path.moveTo(0.04, 0.08)
    path.quadTo(-0.1, -0.5, -0.5, -0.7)
    path.quadTo(-0.78, -0.62, -0.98, -0.36)
    path.quadTo(-0.82, -0.36, -0.72, -0.18)
    path.quadTo(-0.58, -0.26, -0.46, -0.02)
    path.quadTo(-0.3, -0.12, -0.2, 0.12)
    path.quadTo(-0.08, 0.02, 0.04, 0.08)
    path.close()
    fingers = skia.Path()
    for x, y in ((-0.72, -0.18), (-0.46, -0.02), (-0.2, 0.12)):
        fingers.moveTo(-0.5, -0.7)
        fingers.quadTo((x - 0.5) / 2 - 0.03, (y - 0.7) / 2, x, y)

    def paint(canvas: skia.Canvas) -> None:
        inked(canvas, path, colour, ink, _THICK)
        canvas.drawPath(fingers, pen(darker(colour, 0.5), 0.8 * _THICK))

    return painted(path, _EDGE, paint)


def _gauze(colour: str, ink: str) -> Sprite:
    upper, lower = skia.Path(), skia.Path()
    upper.moveTo(0, 0)
    upper.cubicTo(-0.1, -0.6, -0.6, -0.95, -0.9, -0.72)
    upper.cubicTo(-1.05, -0.5, -0.6, -0.05, 0, 0)
    upper.close()
    lower.moveTo(0, 0)
    lower.cubicTo(-0.3, -0.05, -0.72, 0.1, -0.66, 0.34)
    lower.cubicTo(-0.55, 0.58, -0.1, 0.35, 0, 0)
    lower.close()
    both = skia.Path(lower)
    both.addPath(upper)

    def paint(canvas: skia.Canvas) -> None:
        for path in (lower, upper):
            inked(canvas, path, colour, ink, _THICK)
        for x, y, radius in ((-0.68, -0.58, 0.11), (-0.42, 0.22, 0.08)):
            spot = skia.Path()
            spot.addCircle(x, y, radius)
            inked(canvas, spot, lighter(colour, 0.6), ink, 0.6 * _THICK)

    return painted(both, _EDGE, paint)
