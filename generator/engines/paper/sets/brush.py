"""How a set is made: shapes cut with a slightly unsteady hand, a shadow under each, light on the upper edge."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import skia

from generator.engines.paper.colours import darker, lighter, mixed, skia_colour
from generator.engines.paper.sets.daylight import Daylight

Point = tuple[float, float]
Paint = Callable[["Brush"], None]

HORIZON = 0.3  # height at which the ground ends in front of the backdrop, in adult heights
GROUND = -1.3  # the lowest that any frame shows
TOP = 4.2  # the highest
PERIOD = 9.0  # width after which a layer repeats


@dataclass(frozen=True, slots=True)
class Layer:
    """A sheet of the set. `near` is how much it moves with the camera: 0 for the sky, 1 where the puppets stand."""

    near: float
    paint: Paint


@dataclass(frozen=True, slots=True)
class Scenery:
    """A set from back to front: `back` behind the puppets, `front` before them. `floor` is what feet stand on.

    `floor` is "ground" where shadows fall, "water" where figures stand in waves, "none" where they float.
    """

    back: tuple[Layer, ...]
    front: tuple[Layer, ...] = ()
    floor: str = "ground"
    indoors: bool = False


class Brush:
    """Paints one layer. Coordinates are adult heights, x to the right, y upwards from where the puppets stand."""

    def __init__(self, canvas: skia.Canvas, light: Daylight, seed: int, indoors: bool = False) -> None:
        self.canvas = canvas
        self.light = light
        self.dice = Random(seed)
        self.indoors = indoors

    def colour(self, colour: str, haze: float = 0.0) -> str:
        """`colour` as it looks in the light of this set."""
        return self.light.inside(colour) if self.indoors else self.light.on(colour, haze)

    def cut(
        self, path: skia.Path, colour: str, *, haze: float = 0.0, lift: float = 0.02, own: bool = False,
        rough: float = 0.006, flat: bool = False,
    ) -> None:  # fmt: skip
        """A piece of paper: `lift` is how far it stands off what is behind; `own` keeps the colour as it is."""
        tone = colour if own else self.colour(colour, haze)
        paint = skia.Paint(AntiAlias=True, Color=skia_colour(tone))
        if rough:
            hand = skia.PathEffect.MakeCompose(
                skia.CornerPathEffect.Make(0.02), skia.DiscretePathEffect.Make(0.11, rough, self.dice.randrange(9999))
            )
            paint.setPathEffect(hand)
        bounds = path.getBounds()
        if not flat:
            ends = [bounds.centerX(), bounds.top()], [bounds.centerX(), bounds.bottom()]
            shades = [skia_colour(mixed(tone, "#fff6e0", 0.1)), skia_colour(darker(tone, 0.09))]
            paint.setShader(
                skia.GradientShader.MakeLinear(points=[skia.Point(*ends[0]), skia.Point(*ends[1])], colors=shades)
            )
        if lift:
            shade = skia_colour(self.light.shadow, 0.34)
            paint.setImageFilter(skia.ImageFilters.DropShadow(lift * 0.4, lift * 0.7, lift * 0.8, lift * 0.8, shade))
        self.canvas.drawPath(path, paint)

    def shape(self, points: Sequence[Point], colour: str, **how: object) -> None:
        """A polygon of paper."""
        self.cut(polygon(points), colour, **how)  # type: ignore[arg-type]

    def box(
        self, x: float, y: float, wide: float, high: float, colour: str, *, round_: float = 0.0, **how: object
    ) -> None:
        """A rectangle standing on `y` with its middle at `x`."""
        path = skia.Path()
        rect = skia.Rect.MakeXYWH(x - wide / 2, -(y + high), wide, high)
        path.addRoundRect(rect, round_, round_) if round_ else path.addRect(rect)
        self.cut(path, colour, **how)  # type: ignore[arg-type]

    def disc(self, x: float, y: float, radius: float, colour: str, *, high: float | None = None, **how: object) -> None:
        """A disc, or an ellipse `high` in half height."""
        path = skia.Path()
        tall = radius if high is None else high
        path.addOval(skia.Rect.MakeLTRB(x - radius, -y - tall, x + radius, -y + tall))
        self.cut(path, colour, **how)  # type: ignore[arg-type]

    def line(self, points: Sequence[Point], colour: str, width: float, *, haze: float = 0.0) -> None:
        """A line of ink or string."""
        path = polygon(points, close=False)
        self.canvas.drawPath(path, stroke(self.colour(colour, haze), width))

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float = 0.6) -> None:
        """Light around a lamp, where lamps are lit."""
        shader = skia.GradientShader.MakeRadial(
            skia.Point(x, -y), radius, [skia_colour(colour, strength), skia_colour(colour, strength * 0.28), skia_colour(colour, 0)],
            [0.0, 0.4, 1.0],
        )  # fmt: skip
        paint = skia.Paint(AntiAlias=True, Shader=shader, BlendMode=skia.BlendMode.kScreen)
        self.canvas.drawCircle(x, -y, radius, paint)

    def pane(self, x: float, y: float, wide: float, high: float, **how: object) -> None:
        """A window of a house: lit after dark, else the sky's colour."""
        lit = self.light.lamps and self.dice.random() < 0.72
        tone = self.dice.choice(("#ffd873", "#ffc65a", "#ffe6a3")) if lit else mixed(self.light.sky[1], "#2c3a55", 0.28)
        self.box(x, y, wide, high, tone, own=True, lift=0.0, rough=0.002, flat=True, **how)

    def spread(self, step: float, jitter: float = 0.3, start: float = 0.0) -> list[float]:
        """Places along one period, `step` apart and a little off."""
        count = max(1, round(PERIOD / step))
        return [start - PERIOD / 2 + (i + self.dice.uniform(-jitter, jitter)) * PERIOD / count for i in range(count)]


def polygon(points: Sequence[Point], close: bool = True) -> skia.Path:
    """A path through `points` (y upwards)."""
    path = skia.Path()
    path.moveTo(points[0][0], -points[0][1])
    for x, y in points[1:]:
        path.lineTo(x, -y)
    if close:
        path.close()
    return path


def smooth(points: Sequence[Point], base: float) -> skia.Path:
    """A soft ridge through `points`, filled down to `base`."""
    path = skia.Path()
    path.moveTo(points[0][0], -base)
    path.lineTo(points[0][0], -points[0][1])
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        middle = (x0 + x1) / 2
        path.cubicTo(middle, -y0, middle, -y1, x1, -y1)
    path.lineTo(points[-1][0], -base)
    path.close()
    return path


def stroke(colour: str, width: float, opacity: float = 1.0) -> skia.Paint:
    """A round pen."""
    return skia.Paint(
        AntiAlias=True, Color=skia_colour(colour, opacity), Style=skia.Paint.kStroke_Style, StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap, StrokeJoin=skia.Paint.kRound_Join,
    )  # fmt: skip


__all__ = ["GROUND", "HORIZON", "PERIOD", "TOP", "Brush", "Layer", "Paint", "Scenery", "darker", "lighter", "mixed",
           "polygon", "smooth", "stroke"]  # fmt: skip
