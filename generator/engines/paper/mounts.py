"""What carries a puppet: a surfboard under its feet, a horse or a bicycle between its legs, a car around it."""

from dataclasses import dataclass
from functools import cache

import skia

from generator.engines.paper.colours import INK, skia_colour
from generator.engines.paper.pose import Pose
from generator.engines.paper.sprites import Sprite, painted
from generator.engines.paper.stock import thing

BOARD = "board"
BOARDS = frozenset({"🛹", "🛷", "🛴"})  # what one stands on to slide
_SADDLES = {
    "🚲": 0.26,
    "🐎": 0.4,
    "🐴": 0.4,
    "🛵": 0.24,
    "🏍️": 0.24,
    "🏍": 0.24,
    "🐘": 0.6,
    "🐫": 0.5,
    "🐪": 0.5,
    "🛴": 0.06,
    "🛹": 0.13,
    "🛷": 0.12,
    "🐢": 0.3,
}
_SIZES = {"🚲": 0.62, "🛵": 0.66, "🏍": 0.66, "🏍️": 0.66, "🛹": 0.4, "🛷": 0.34, "🛴": 0.6, "🐘": 1.1, "🐎": 0.95}
_SIZE = 0.85


@dataclass(frozen=True, slots=True, eq=False)
class Mount:
    """A sprite `size` high. `lift` is how far the rider is off the ground; one not `behind` hides the rider's legs."""

    sprite: Sprite
    size: float
    lift: float
    behind: bool
    mirrored: bool

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw it under a rider in `pose`, who shares its place and its sway."""
        side = -1.0 if pose.facing < 0 else 1.0
        canvas.save()
        canvas.translate(side * pose.dx, -pose.dy)
        canvas.scale(side * self.size * (-1 if self.mirrored else 1), self.size)
        canvas.rotate(pose.rotation * (0.8 if self.sprite is _board() else 0.4))
        self.sprite.draw(canvas)
        canvas.restore()


def mount_of(name: str | None, ink: str = INK) -> Mount | None:
    """The mount of that emoji, the surfboard for "board", None for None."""
    if name is None:
        return None
    if name == BOARD:
        return Mount(_board(), 1.0, 0.035, behind=True, mirrored=False)
    if name in _SADDLES:
        return Mount(thing(name), _SIZES.get(name, _SIZE), _SADDLES[name], behind=True, mirrored=True)
    return Mount(thing(name), _SIZE * 1.1, 0.28, behind=False, mirrored=True)


@cache
def _board() -> Sprite:
    """A surfboard, nose up, one unit being an adult height."""
    board = skia.Path()
    board.moveTo(-0.4, -0.03)
    board.quadTo(0.1, -0.075, 0.46, -0.13)
    board.quadTo(0.42, -0.02, 0.2, 0.03)
    board.quadTo(-0.2, 0.06, -0.4, -0.03)
    board.close()
    fin = skia.Path()
    fin.moveTo(-0.3, 0.0)
    fin.quadTo(-0.3, 0.08, -0.37, 0.1)
    fin.quadTo(-0.2, 0.09, -0.18, 0.02)
    fin.close()
    outline = skia.Path(board)
    outline.addPath(fin)

    def face(canvas: skia.Canvas) -> None:
        line = skia.Paint(
            AntiAlias=True, Color=skia_colour(INK), Style=skia.Paint.kStroke_Style, StrokeWidth=0.016,
            StrokeJoin=skia.Paint.kRound_Join,
        )  # fmt: skip
        for path, colour in ((fin, "#d2573f"), (board, "#f7e3b0")):
            canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(colour)))
            canvas.drawPath(path, line)
        stripe = skia.Path()
        stripe.moveTo(-0.36, -0.018)
        stripe.quadTo(0.1, -0.035, 0.42, -0.1)
        band = skia.Paint(line)
        band.setColor(skia_colour("#e2604a"))
        band.setStrokeWidth(0.028)
        canvas.drawPath(stripe, band)

    return painted(outline, 0.02, face)
