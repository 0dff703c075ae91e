"""Weather in the air: rain, snow, fog, wind, lightning, sunbeams, and bubbles under water. A function of time.

Rain and snow fall at three depths: fine and slow behind the puppets, then among them, then close before our eyes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi, sin
from random import Random

import skia

from generator.engines.paper.colours import skia_colour
from generator.storyboard import Shot
from generator.vocabulary import Place

_RAIN, _STORM, _SNOW, _LEAVES = 90, 140, 110, 44  # things in the air on an upright frame
_FAR, _CLOSE = 80, 9  # more that fall behind the puppets, and close before our eyes
_STAGES = frozenset({"stage", "studio"})  # where it rains paper, if the play wants it
_LEAVES_OF_ALL_KINDS = ("#f6b6c8", "#e9b44c", "#8fb868")
_LEAF_COLOURS: dict[Place, tuple[str, str, str]] = {  # what the wind carries there
    "cherry_avenue": ("#f6bccd", "#fbdfe7", "#eda3bc"), "park": ("#f6bccd", "#fbdfe7", "#f6b6c8"),
    "shrine": ("#d9603f", "#e9953f", "#e9b44c"), "onsen": ("#d9603f", "#e9953f", "#c9453c"),
    "desert": ("#d9a866", "#e9c58a", "#c98a5a"), "beach": ("#f7efe0", "#e9d8bb", "#ffffff"),
    "sea": ("#f2f8fb", "#d8ecf4", "#ffffff"), "snowfield": ("#ffffff", "#eef4f8", "#dfe9f1"),
}  # fmt: skip
_LIGHTNING = 2.6  # seconds between flashes, about


@dataclass(frozen=True, slots=True)
class _Mote:
    """A drop, flake or leaf: where it starts (fractions of the frame), how near it is (0..1), a turn of its own."""

    x: float
    y: float
    near: float
    turn: float
    kind: int


class Sky:
    """The weather of one shot on a canvas of `width` by `height` pixels."""

    def __init__(self, shot: Shot, width: int, height: int, seed: int, indoors: bool) -> None:
        self._shot = shot
        self._w, self._h = width, height
        on_stage = shot.place in _STAGES and shot.weather in ("rain", "storm", "snow")
        self._indoors = (indoors and not on_stage) or shot.place == "space"
        dice = Random(seed * 7 + 1)
        count = {"rain": _RAIN, "storm": _STORM, "snow": _SNOW, "wind": _LEAVES}.get(shot.weather, 0)
        self._motes = [
            _Mote(dice.random(), dice.random(), dice.random() ** 1.6, dice.random(), dice.randrange(3))
            for _ in range(count)
        ]
        falls = shot.weather in ("rain", "storm", "snow")
        self._far = [_Mote(dice.random(), dice.random(), dice.random(), dice.random(), 0) for _ in range(_FAR * falls)]
        self._close = [_Mote(dice.random(), dice.random(), 1.0, dice.random(), 0) for _ in range(_CLOSE * falls)]
        self._bubbles = [_Mote(dice.random(), dice.random(), dice.random(), dice.random(), 0) for _ in range(16)]
        self._banks = [(dice.random(), 0.35 + 0.5 * i / 5, dice.uniform(0.5, 1.0)) for i in range(6)]

    def behind(self, canvas: skia.Canvas, t: float) -> None:
        """Draw what falls behind the puppets at film time `t`."""
        if self._indoors or not self._far:
            return
        w, h = self._w, self._h
        if self._shot.weather == "snow":
            flakes = [skia.Point(*self._flake(mote, t, 0.05 + 0.04 * mote.near)) for mote in self._far]
            pen = skia.Paint(
                AntiAlias=True, Color=skia_colour("#ffffff", 0.8), StrokeWidth=0.0048 * h,
                StrokeCap=skia.Paint.kRound_Cap,
            )  # fmt: skip
            canvas.drawPoints(skia.Canvas.kPoints_PointMode, flakes, pen)
            return
        slant, path = 0.34 if self._shot.weather == "storm" else 0.14, skia.Path()
        for mote in self._far:
            fallen = mote.y + t * (0.9 + 0.3 * mote.near)
            y = (fallen % 1.12 - 0.08) * h
            x = ((mote.x + 0.13 * int(fallen / 1.12) - slant * y / h) % 1.2 - 0.05) * w
            path.moveTo(x, y)
            path.lineTo(x - slant * 0.026 * h, y + 0.026 * h)
        canvas.drawPath(path, _stroke("#dfe9f4", 0.34, 0.0014 * h))

    def draw(self, canvas: skia.Canvas, t: float) -> None:
        """Draw what is in the air before the puppets at film time `t`."""
        if self._shot.place == "underwater":
            self._draw_bubbles(canvas, t)
            return
        if self._indoors:
            return
        match self._shot.weather:
            case "rain":
                self._draw_rain(canvas, t, 0.14)
            case "storm":
                self._draw_rain(canvas, t, 0.34)
                self._draw_lightning(canvas, t)
            case "snow":
                self._draw_snow(canvas, t)
            case "wind":
                self._draw_wind(canvas, t)
            case "fog":
                self._draw_fog(canvas, t)
            case "sunny":
                self._draw_beams(canvas, t)
            case _:
                pass

    def _draw_rain(self, canvas: skia.Canvas, t: float, slant: float) -> None:
        w, h = self._w, self._h
        for low, high, width, opacity in ((0.0, 0.45, 0.0022, 0.42), (0.45, 1.01, 0.0036, 0.6)):
            path = skia.Path()
            for mote in self._motes:
                if not low <= mote.near < high:
                    continue
                speed = 1.25 + 1.1 * mote.near
                y = ((mote.y + t * speed) % 1.15 - 0.1) * h
                x = ((mote.x + 0.13 * int(mote.y + t * speed) - slant * y / h) % 1.2 - 0.05) * w
                long = (0.035 + 0.045 * mote.near) * h
                path.moveTo(x, y)
                path.lineTo(x - slant * long, y + long)
            canvas.drawPath(path, _stroke("#e6f0fa", opacity, width * h))
        near = skia.Path()
        for mote in self._close:
            fallen = mote.y + t * 2.6
            y = (fallen % 1.4 - 0.3) * h
            x = ((mote.x + 0.37 * int(fallen / 1.4) - slant * y / h) % 1.2 - 0.05) * w
            near.moveTo(x, y)
            near.lineTo(x - slant * 0.17 * h, y + 0.17 * h)
        canvas.drawPath(near, _stroke("#f2f7fc", 0.26, 0.0062 * h))
        rings = skia.Paint(
            AntiAlias=True, Color=skia_colour("#eef5fb", 0.5), Style=skia.Paint.kStroke_Style, StrokeWidth=0.002 * h
        )
        for number, mote in enumerate(self._motes[:14]):
            life = (t * 1.6 + mote.turn) % 1
            x = ((mote.x + 0.37 * int(t * 1.6 + mote.turn + number)) % 1) * w
            y = (0.76 + 0.22 * mote.near) * h
            r = 0.022 * h * life
            canvas.drawOval(skia.Rect.MakeLTRB(x - r, y - r * 0.3, x + r, y + r * 0.3), rings)

    def _flake(self, mote: _Mote, t: float, speed: float) -> tuple[float, float]:
        """Where a flake is, in pixels, that falls `speed` frame heights a second."""
        fall = mote.y + t * speed
        sway = 0.03 * sin(2 * pi * (0.2 * t + mote.turn))
        return ((mote.x + 0.29 * int(fall / 1.1) + sway) % 1.06 - 0.03) * self._w, (fall % 1.1 - 0.05) * self._h

    def _draw_snow(self, canvas: skia.Canvas, t: float) -> None:
        h = self._h
        for mote in self._motes:
            x, y = self._flake(mote, t, 0.07 + 0.12 * mote.near)
            r = (0.0028 + 0.0075 * mote.near) * h
            if mote.near > 0.3:
                canvas.drawCircle(
                    x + r * 0.25, y + r * 0.35, r, skia.Paint(AntiAlias=True, Color=skia_colour("#3a4464", 0.16))
                )
            canvas.drawCircle(x, y, r, skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff", 0.95)))
        soft = skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff", 0.24))
        for mote in self._close:
            x, y = self._flake(mote, t, 0.3 + 0.1 * mote.turn)
            for share in (1.0, 0.8, 0.58):
                canvas.drawCircle(x, y, (0.014 + 0.008 * mote.turn) * h * share, soft)

    def _draw_wind(self, canvas: skia.Canvas, t: float) -> None:
        w, h = self._w, self._h
        for mote in self._motes:
            go = mote.x + t * (0.32 + 0.4 * mote.near)
            x = (go % 1.2 - 0.1) * w
            y = ((mote.y + 0.31 * int(go / 1.2)) % 1 + 0.05 * sin(2 * pi * (0.5 * t + mote.turn))) * h
            size = (0.009 + 0.02 * mote.near) * h
            canvas.save()
            canvas.translate(x, y)
            canvas.rotate(360 * (mote.turn + 0.5 * t * (0.5 + mote.near)))
            leaf = skia.Path()
            leaf.moveTo(-size, 0)
            leaf.quadTo(0, -size * 0.8, size, 0)
            leaf.quadTo(0, size * 0.8, -size, 0)
            colour = _LEAF_COLOURS.get(self._shot.place, _LEAVES_OF_ALL_KINDS)[mote.kind]
            canvas.drawPath(leaf, skia.Paint(AntiAlias=True, Color=skia_colour(colour)))
            canvas.restore()
        pen = skia.Paint(
            AntiAlias=True,
            Color=skia_colour("#ffffff", 0.5),
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=0.003 * h,
            StrokeCap=skia.Paint.kRound_Cap,
        )
        for number in range(5):
            go = (t * 0.55 + number * 0.23) % 1.5
            x, y = (go - 0.3) * w, (0.2 + 0.13 * number) * h
            gust = skia.Path()
            gust.moveTo(x, y)
            gust.cubicTo(x + 0.1 * h, y - 0.02 * h, x + 0.14 * h, y + 0.02 * h, x + 0.24 * h, y - 0.006 * h)
            canvas.drawPath(gust, pen)

    def _draw_fog(self, canvas: skia.Canvas, t: float) -> None:
        w, h = self._w, self._h
        for number, (start, y, size) in enumerate(self._banks):
            x = ((start + t * 0.02 * (1 + number % 3)) % 1.8 - 0.4) * w
            canvas.save()
            canvas.translate(x, y * h)
            canvas.scale(w * 0.9 * size, h * 0.12 * size)
            shader = skia.GradientShader.MakeRadial(
                skia.Point(0, 0),
                1,
                [skia_colour("#eef1f2", 0.62), skia_colour("#eef1f2", 0.34), skia_colour("#eef1f2", 0)],
                [0, 0.5, 1],
            )
            canvas.drawCircle(0, 0, 1, skia.Paint(Shader=shader))
            canvas.restore()

    def _draw_beams(self, canvas: skia.Canvas, t: float) -> None:
        w, h = self._w, self._h
        for number in range(3):
            lean = 0.05 * sin(0.4 * t + number * 2)
            x = w * (1.02 - 0.2 * number)
            path = skia.Path()
            path.moveTo(x, -0.02 * h)
            path.lineTo(x + 0.07 * w, -0.02 * h)
            path.lineTo(x - (0.42 - lean) * h, 0.9 * h)
            path.lineTo(x - (0.6 - lean) * h, 0.9 * h)
            path.close()
            shader = skia.GradientShader.MakeLinear(
                points=[skia.Point(x, 0), skia.Point(x - 0.4 * h, 0.85 * h)],
                colors=[skia_colour("#fff3c0", 0.26), skia_colour("#fff3c0", 0)],
            )
            canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=shader))

    def _draw_lightning(self, canvas: skia.Canvas, t: float) -> None:
        window = int(t / _LIGHTNING)
        dice = Random(window * 97 + 5)
        since = t - (window * _LIGHTNING + dice.uniform(0.3, 1.8))
        if not 0 <= since < 0.45:
            return
        strength = 0.7 * (1 - since / 0.45) * (0.4 if 0.08 < since < 0.14 else 1)
        canvas.drawRect(skia.Rect.MakeWH(self._w, self._h), skia.Paint(Color=skia_colour("#e8ecff", strength * 0.75)))
        if since < 0.2:
            _bolt(canvas, dice.uniform(0.2, 0.8) * self._w, self._h, dice)

    def _draw_bubbles(self, canvas: skia.Canvas, t: float) -> None:
        h = self._h
        for mote in self._bubbles:
            rise = (mote.y + t * (0.06 + 0.08 * mote.near)) % 1.1
            x = (mote.x + 0.015 * sin(2 * pi * (0.4 * t + mote.turn))) * self._w
            y, r = (1.05 - rise) * h, (0.004 + 0.01 * mote.near) * h
            canvas.drawCircle(x, y, r, skia.Paint(AntiAlias=True, Color=skia_colour("#e8fbff", 0.3)))
            canvas.drawCircle(
                x - r * 0.3, y - r * 0.3, r * 0.28, skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff", 0.9))
            )


def _stroke(colour: str, opacity: float, width: float) -> skia.Paint:
    return skia.Paint(
        AntiAlias=True, Color=skia_colour(colour, opacity), Style=skia.Paint.kStroke_Style, StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap,
    )  # fmt: skip


def _bolt(canvas: skia.Canvas, x: float, h: float, dice: Random) -> None:
    """A zigzag of yellow paper."""
    left: list[tuple[float, float]] = [(x, 0)]
    for step in range(1, 6):
        left.append((x + dice.uniform(-0.06, 0.06) * h, 0.11 * h * step))
    points: Sequence[tuple[float, float]] = [
        *left,
        *((px + 0.022 * h * (1 - py / (0.6 * h)), py) for px, py in reversed(left[:-1])),
    ]
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour("#fff2a8")))
