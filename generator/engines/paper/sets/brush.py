"""How a set is made: shapes cut with a slightly unsteady hand, a shadow under each, light on the upper edge."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import pi, sin
from random import Random
from typing import TypedDict, Unpack

import numpy as np
import skia

from generator.engines.paper.colours import darker, lighter, lightness, mixed, skia_colour
from generator.engines.paper.pictures import picture_of
from generator.engines.paper.sets.daylight import Daylight
from generator.engines.paper.sets.glimmer import Glimmer, Kind

Point = tuple[float, float]
Paint = Callable[["Brush"], None]

FEET = 0.22  # of the frame's height below the puppets' feet in a wide shot
HORIZON = 0.3  # height at which the ground ends in front of the backdrop, in adult heights
GROUND = -1.3  # the lowest that any frame shows
TOP = 4.2  # the highest
PERIOD = 9.0  # width after which a layer repeats

_TINY, _THIN, _PLAIN = 0.05, 0.03, 0.16  # pieces smaller than this: cut exactly; without an edge; without brush strokes
_SNOW = "#f4f8fb"
_RESTORES = "#b87414"  # dodged over paper in night's blue, it gives back what the night took
_TWINKLING = 7  # of so many lit windows one twinkles
_SNIP = 0.035  # adult heights that scissors take at a time
_SWAY = (0.42, 0.17)  # wavelengths of an unsteady hand
_TILE, _STREAKS = 256, 0.9  # pixels of the tile of painted paper, and the adult heights it covers
_FINE = 300.0  # a path is measured as if drawn this many pixels an adult height large
_LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)


@dataclass(frozen=True, slots=True)
class Layer:
    """A sheet of the set. `near` is how much it moves with the camera: 0 for the sky, 1 where the puppets stand.

    A sheet before the puppets may `sway` so far to either side, in adult heights: waves, twigs, grass.
    """

    near: float
    paint: Paint
    sway: float = 0.0


@dataclass(frozen=True, slots=True)
class Scenery:
    """A set from back to front: `back` behind the puppets, `front` before them. `floor` is what feet stand on.

    `floor` is "ground" where shadows fall, "water" where figures stand in waves, "none" where they float. `paved`
    ground mirrors what stands on it when it is wet; other ground has puddles.
    """

    back: tuple[Layer, ...]
    front: tuple[Layer, ...] = ()
    floor: str = "ground"
    indoors: bool = False
    paved: bool = False


class Cut(TypedDict, total=False):
    """How a piece is cut and laid: see `Brush.cut`."""

    haze: float
    lift: float
    own: bool
    rough: float
    flat: bool
    bare: bool


class Brush:
    """Paints one layer. Coordinates are adult heights, x to the right, y upwards from where the puppets stand."""

    def __init__(
        self,
        canvas: skia.Canvas,
        light: Daylight,
        seed: int,
        indoors: bool = False,
        half: float = 0.7,
        top: float = 1.85,
        theme: int | None = None,
    ) -> None:
        """`half` and `top` are where the wide view of the stage ends: left and right, and above.

        `theme` chooses among the colours that a set may have, alike for all of its layers.
        """
        self.theme = seed if theme is None else theme
        self.half = half
        self.top = top
        self.canvas = canvas
        self.light = light
        self.seed = seed
        self.dice = Random(seed)
        self.indoors = indoors
        self.orb: Point | None = None  # where the sun or the moon was hung
        self.glimmers: list[Glimmer] = []
        self._panes = 0

    @property
    def snowy(self) -> bool:
        """Whether snow lies here."""
        return self.light.snow and not self.indoors

    @property
    def low(self) -> float:
        """The lower edge of the wide view."""
        return -self.top * FEET / (1 - FEET)

    def pick(self, *colours: str) -> str:
        """The one of `colours` that this film has."""
        return colours[self.theme // 7 % len(colours)]

    def colour(self, colour: str, haze: float = 0.0) -> str:
        """`colour` as it looks in the light of this set."""
        return self.light.inside(colour) if self.indoors else self.light.on(colour, haze)

    def cut(
        self, path: skia.Path, colour: str, *, haze: float = 0.0, lift: float = 0.02, own: bool = False,
        rough: float = 0.006, flat: bool = False, bare: bool = False,
    ) -> None:  # fmt: skip
        """A piece of paper: `lift` is how far it stands off what is behind; `own` keeps the colour as it is.

        No snow lies on what is `bare` (water).
        """
        bounds = path.getBounds()
        size = min(bounds.width(), bounds.height())
        snowy = self.snowy and not own and not bare
        if snowy and bounds.width() > 0.8 * PERIOD and bounds.bottom() > -GROUND - 0.1:
            colour, snowy = mixed(colour, _SNOW, 0.86), False  # what reaches from end to end down here is the ground
        tone = colour if own else self.colour(colour, haze)
        piece = scissored(path, min(rough, 0.03 * size), self.dice) if rough and size > _TINY else path
        if lift:
            self._lay_shadow(piece, tone, lift, thick=size > _THIN)
        self.canvas.drawPath(piece, self._painted(tone, bounds, flat))
        if not flat and size > _PLAIN:
            self.canvas.drawPath(piece, self._strokes(bounds, _streaked(tone, size) * (1 - 0.6 * haze)))
        if snowy and lift and size > _TINY:
            self._lay_snow(piece, bounds, haze)

    def _lay_shadow(self, piece: skia.Path, tone: str, lift: float, *, thick: bool) -> None:
        """The soft shadow of a piece and, along its upper side, the light edge of the paper it is cut from."""
        shade = skia.Paint(AntiAlias=True, Color=skia_colour(self.light.shadow, 0.36))
        shade.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, lift * 0.8))
        self.canvas.save()
        low = self.light.low and not self.indoors
        if thick:
            self.canvas.translate(0.0045 if low else -0.0022, -0.0042)
        self.canvas.save()
        self.canvas.translate(lift * (-0.8 if low else 0.4), lift * 0.75)
        self.canvas.drawPath(piece, shade)
        self.canvas.restore()
        rim = "#fffaf0" if self.indoors else self.light.rim
        edge = mixed(tone, rim, 0.62 if low or self.light.stars else 0.42)
        self.canvas.drawPath(piece, skia.Paint(AntiAlias=True, Color=skia_colour(edge)))
        self.canvas.restore()

    def _lay_snow(self, piece: skia.Path, bounds: skia.Rect, haze: float) -> None:
        """Snow on whatever of a piece looks up: the piece in white, less the piece moved down a little."""
        deep = min(0.045, 0.3 * bounds.height())
        white = skia.Paint(AntiAlias=True, Color=skia_colour(self.colour(_SNOW, haze)))
        lower = skia.Path(piece)
        lower.offset(0.006, deep)
        cap = skia.Op(piece, lower, skia.PathOp.kDifference_PathOp)
        if cap is not None:
            self.canvas.drawPath(cap, white)

    def _painted(self, tone: str, bounds: skia.Rect, flat: bool) -> skia.Paint:
        paint = skia.Paint(AntiAlias=True, Color=skia_colour(tone))
        if not flat:
            ends = [skia.Point(bounds.centerX(), bounds.top()), skia.Point(bounds.centerX(), bounds.bottom())]
            shades = [skia_colour(mixed(tone, "#fff6e0", 0.1)), skia_colour(darker(tone, 0.09))]
            paint.setShader(skia.GradientShader.MakeLinear(points=ends, colors=shades))
        return paint

    def _strokes(self, bounds: skia.Rect, strength: float) -> skia.Paint:
        """Streaks of a broad brush, as on paper that was painted before it was cut."""
        turn = skia.Matrix()
        along = 0 if bounds.width() > 1.6 * bounds.height() else 90 if bounds.height() > 1.6 * bounds.width() else 45
        turn.setRotate(along + self.dice.uniform(-18, 18) * (1 if along != 45 else 3))
        turn.preTranslate(self.dice.uniform(0, 2), self.dice.uniform(0, 2))
        turn.preScale(_STREAKS / _TILE, _STREAKS / _TILE)
        shader = painted_paper().makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, _LINEAR, turn)
        return skia.Paint(AntiAlias=True, Shader=shader, Alphaf=strength)

    def shape(self, points: Sequence[Point], colour: str, **how: Unpack[Cut]) -> None:
        """A polygon of paper."""
        self.cut(polygon(points), colour, **how)

    def box(
        self, x: float, y: float, wide: float, high: float, colour: str, *, round_: float = 0.0, **how: Unpack[Cut]
    ) -> None:
        """A rectangle standing on `y` with its middle at `x`."""
        path = skia.Path()
        rect = skia.Rect.MakeXYWH(x - wide / 2, -(y + high), wide, high)
        path.addRoundRect(rect, round_, round_) if round_ else path.addRect(rect)
        self.cut(path, colour, **how)

    def disc(
        self, x: float, y: float, radius: float, colour: str, *, high: float | None = None, **how: Unpack[Cut]
    ) -> None:
        """A disc, or an ellipse `high` in half height."""
        path = skia.Path()
        tall = radius if high is None else high
        path.addOval(skia.Rect.MakeLTRB(x - radius, -y - tall, x + radius, -y + tall))
        self.cut(path, colour, **how)

    def line(self, points: Sequence[Point], colour: str, width: float, *, haze: float = 0.0) -> None:
        """A line of ink or string."""
        path = polygon(points, close=False)
        self.canvas.drawPath(path, stroke(self.colour(colour, haze), width))

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float = 0.6) -> None:
        """Light around a lamp, where lamps are lit."""
        shades = [skia_colour(colour, strength * share) for share in (1.0, 0.28, 0.0)]
        shader = skia.GradientShader.MakeRadial(skia.Point(x, -y), radius, shades, [0.0, 0.4, 1.0])
        paint = skia.Paint(AntiAlias=True, Shader=shader, BlendMode=skia.BlendMode.kScreen)
        self.canvas.drawCircle(x, -y, radius, paint)

    def glimmer(self, kind: Kind, x: float, y: float, reach: float, colour: str) -> None:
        """Mark a light that is not to hold still."""
        at = self.canvas.getTotalMatrix()
        place = at.mapXY(x, -y)
        self.glimmers.append(Glimmer(kind, place.x(), place.y(), at.mapRadius(reach), colour))

    def lit(self, x: float, y: float, wide: float, colour: str, strength: float = 0.6, *, high: float = 0.3) -> None:
        """A pool of light on paper, an oval `wide` and `high` in half: the paper shows its own colours again."""
        self.canvas.save()
        self.canvas.translate(x, -y)
        self.canvas.scale(wide, high)
        for mode, tone, share in ((skia.BlendMode.kColorDodge, _RESTORES, 0.85), (skia.BlendMode.kScreen, colour, 0.3)):
            shades = [skia_colour(tone, strength * share * part) for part in (1.0, 0.5, 0.0)]
            shader = skia.GradientShader.MakeRadial(skia.Point(0, 0), 1.0, shades, [0.0, 0.45, 1.0])
            self.canvas.drawCircle(0, 0, 1.0, skia.Paint(AntiAlias=True, Shader=shader, BlendMode=mode))
        self.canvas.restore()

    def rooted(self, x: float, y: float, half: float, high: float = 0.0) -> None:
        """The shadow at the foot of what stands on the ground, `half` wide to each side.

        Under a low sun it runs far towards us, to the left, for a thing that is `high`.
        """
        if self.indoors:
            return
        shade = self.light.shadow
        blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.02)
        soft = skia.Paint(AntiAlias=True, Color=skia_colour(shade, 0.3), MaskFilter=blur)
        self.canvas.drawOval(
            skia.Rect.MakeLTRB(x - 1.3 * half, -y - 0.25 * half, x + 1.2 * half, -y + 0.3 * half), soft
        )
        if not (self.light.low and high and self.light.orb_height >= 0):
            return
        far_x, far_y = x - 0.75 * high, -y + 0.34 * high
        path = skia.Path()
        path.moveTo(x - half, -y)
        path.lineTo(x + half, -y + 0.02)
        path.lineTo(far_x + 1.5 * half, far_y)
        path.lineTo(far_x - 1.5 * half, far_y - 0.02)
        path.close()
        ends = [skia.Point(x, -y), skia.Point(far_x, far_y)]
        shader = skia.GradientShader.MakeLinear(points=ends, colors=[skia_colour(shade, 0.34), skia_colour(shade, 0.0)])
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=shader, MaskFilter=blur))

    def pane(self, x: float, y: float, wide: float, high: float, *, round_: float = 0.0, haze: float = 0.0) -> None:
        """A window of a house: lit after dark, else the sky's colour with a gleam across it."""
        lit = self.light.lamps and self.dice.random() < 0.72
        tone = self.dice.choice(("#ffd873", "#ffc65a", "#ffe6a3")) if lit else mixed(self.light.sky[1], "#2c3a55", 0.28)
        tone = mixed(tone, self.light.air, haze * (0.4 if lit else 1.0))
        self.box(x, y, wide, high, tone, round_=round_, own=True, lift=0.0, rough=0.0, flat=True)
        if not lit and wide > 0.12:
            across = ((0.12, 0.12), (0.3, 0.12), (0.62, 0.9), (0.44, 0.9))
            gleam = [(x + (part - 0.5) * wide, y + rise * high) for part, rise in across]
            self.shape(gleam, mixed(tone, "#ffffff", 0.3), own=True, lift=0.0, rough=0.0, flat=True)
        if lit and wide > 0.12:
            self.glow(x, y + high / 2, wide * 1.5, "#ffc86a", 0.28)
        self._panes += lit
        if lit and self._panes % _TWINKLING == 0:
            self.glimmer("star", x, y + high / 2, 0.05 + 0.2 * wide, "#ffe0a0")

    def spread(self, step: float, jitter: float = 0.3, start: float = 0.0) -> list[float]:
        """Places along one period, `step` apart and a little off."""
        count = max(1, round(PERIOD / step))
        return [start - PERIOD / 2 + (i + self.dice.uniform(-jitter, jitter)) * PERIOD / count for i in range(count)]


def _streaked(tone: str, size: float) -> float:
    """How strongly brush strokes show on a piece: most on middling colours, least on large sheets and on pale ones."""
    light = lightness(tone)
    return (0.5 if light > 0.72 else 0.55 if light < 0.3 else 0.8) * min(1.0, max(0.36, 1.15 - 0.4 * size))


def scissored(path: skia.Path, rough: float, dice: Random) -> skia.Path:
    """`path` as a hand cuts it with scissors: snip by snip, swaying up to `rough` to either side."""
    cut = skia.Path()
    cut.setFillType(path.getFillType())
    measure = skia.PathMeasure(path, False, _FINE)
    while True:
        length = measure.getLength()
        snips = max(10, round(length / _SNIP))
        waves = [(max(1, round(length / sway)), dice.uniform(0, 2 * pi)) for sway in _SWAY]
        for snip in range(snips if length > 0 else 0):
            place, ahead = measure.getPosTan(length * snip / snips)
            turn = 2 * pi * snip / snips
            off = rough * sum(
                share * sin(count * turn + phase) for share, (count, phase) in zip((0.7, 0.5), waves, strict=True)
            )
            x, y = place.x() - ahead.y() * off, place.y() + ahead.x() * off
            cut.lineTo(x, y) if snip else cut.moveTo(x, y)
        if measure.isClosed() or length > 0:
            cut.close()
        if not measure.nextContour():
            return cut


@lru_cache(maxsize=1)
def painted_paper() -> skia.Image:
    """A tile of streaks, lighter and darker, as a translucent film."""
    dice = np.random.default_rng(11)
    noise = np.fft.rfft2(dice.normal(size=(_TILE, _TILE)))
    fy, fx = np.fft.fftfreq(_TILE)[:, None] * _TILE, np.fft.rfftfreq(_TILE)[None, :] * _TILE
    film = np.zeros((_TILE, _TILE), np.float64)
    for along, across, share in ((2.0, 16.0, 1.0), (3.0, 5.0, 0.8), (7.0, 44.0, 0.55)):
        part = np.fft.irfft2(noise * np.exp(-((fx / along) ** 2) - (fy / across) ** 2), s=film.shape)
        film += share * part / part.std()
    alpha = np.clip(np.abs(film) * 11, 0, 40).astype(np.uint8)
    pixels = np.zeros((_TILE, _TILE, 4), np.uint8)
    pixels[..., 3] = alpha
    pixels[..., :3] = np.where(film[..., None] > 0, alpha[..., None], np.array([0.16, 0.1, 0.2]) * alpha[..., None])
    return picture_of(pixels)


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
    for (x0, y0), (x1, y1) in pairwise(points):
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
