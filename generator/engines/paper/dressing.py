"""Things that stand about or hang from the flies: the props of a set that nobody acts with."""

from dataclasses import dataclass
from math import cos, pi, sin
from random import Random

import skia

from generator.engines.paper.camera import FEET, Lens, View, stand
from generator.engines.paper.colours import skia_colour
from generator.engines.paper.sets.brush import Brush, Layer
from generator.engines.paper.sets.places import SETS
from generator.engines.paper.sets.town import stall
from generator.engines.paper.shades import Shade, draw_soft
from generator.engines.paper.stock import thing
from generator.lexicon.lexicon import concept
from generator.storyboard import Shot

_PLACES = (
    (-0.72, 0.75),
    (0.74, 0.7),
    (0.18, 0.95),
    (-0.3, 0.9),
    (0.46, 0.98),
    (-0.98, 0.8),
)  # (x, depth) of what stands
_STAR = (0.0, 0.3)  # where a thing stands that a shot without anybody is about
_HUNG = (
    (-0.66, 0.86),
    (0.6, 0.9),
    (0.02, 0.95),
    (-0.9, 0.94),
    (0.92, 0.88),
)  # (x, height of the wide view) of what hangs
_STAR_SIZE = 0.55  # adult heights, at the least
_STALL_X, _STALL_DEPTH = 0.3, 0.62  # where a food stall is built
_BURST = 1.5  # seconds from one firework to the next but one
_SPARKS = ("#ff7a8a", "#ffd35a", "#7ad8ff", "#b99aff", "#8af0a8", "#fff1c0")
_HANGS = frozenset({"lantern", "moon", "star", "sun", "cloud", "rainbow", "fireworks"})
_LIGHTS = {
    "lantern": "#ff9a4a",
    "campfire": "#ff8a3a",
    "candle": "#ffc86a",
    "moon": "#d8ddff",
    "fireworks": "#ffb0d0",
    "pumpkin": "#ff9a3a",
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """One thing: place, height and whether it hangs."""

    name: str
    figure: str
    colour: str | None
    x: float
    y: float
    depth: float
    size: float
    hangs: bool
    turn: float


class Dressing:
    """The things of one shot."""

    def __init__(self, shot: Shot, lens: Lens, seed: int) -> None:
        self._lens = lens
        self._night = shot.time_of_day in ("evening", "night")
        dice = Random(seed)
        self._pieces: list[_Piece] = []
        stood = hung = 0
        for name, figure in shot.dressing:
            if name == "food_stall" or (shot.cast and _is_in_the_sky(name, shot)):
                continue
            known = concept(name)
            hangs = name in _HANGS or (known is not None and known.flies)
            size = (known.scale if known else 0.6) * dice.uniform(0.95, 1.05)
            if hangs:
                x, y, depth = (*_HUNG[hung % len(_HUNG)], 0.9)
                hung += 1
            else:
                alone = not shot.cast and not stood
                (x, depth), y = _STAR if alone else _PLACES[stood % len(_PLACES)], 0.0
                size = max(size, _STAR_SIZE) if alone else size
                stood += 1
            self._pieces.append(
                _Piece(name, figure, known.colour if known else None, x, y, depth, size, hangs, dice.random())
            )
        self._pieces.sort(key=lambda piece: -piece.depth)

    def draw(self, canvas: skia.Canvas, view: View, t: float, shade: Shade) -> None:
        """Draw everything at film time `t`."""
        for piece in self._pieces:
            if piece.name == "fireworks":
                _fireworks(canvas, self._lens, view, t, piece)
                continue
            x, feet, size, near = stand(piece.x, 0.0, piece.depth, self._lens, piece.size)
            if piece.hangs:
                room = max(0.0, self._lens.half - 0.6 * piece.size)
                x = max(-room, min(room, x))
                feet = self._lens.wide * (piece.y - FEET) - piece.size * 0.5
                feet = min(feet, self._lens.wide * (1 - FEET) - 1.35 * piece.size)
            canvas.save()
            canvas.concat(self._lens.matrix(view, near))
            canvas.translate(x, -feet)
            tall = piece.size * (1.0 if piece.hangs else size)
            if piece.hangs:
                canvas.drawLine(
                    0,
                    -tall,
                    0,
                    -tall - 3,
                    skia.Paint(AntiAlias=True, Color=skia_colour("#4a3b35", 0.7), StrokeWidth=0.007),
                )
                canvas.translate(0, -tall)
                canvas.rotate(2.5 * sin(1.1 * t + 6.28 * piece.turn))
                canvas.translate(0, tall)
            if piece.name == "steam":
                _steam(canvas, tall, t + 9 * piece.turn)
                canvas.restore()
                continue
            if piece.name in _LIGHTS and (self._night or piece.name != "lantern"):
                _glow(
                    canvas, 0, -tall * 0.5, tall * 1.5 * (1 + 0.05 * sin(7 * t + 9 * piece.turn)), _LIGHTS[piece.name]
                )
            sprite = thing(piece.figure, piece.colour)
            canvas.scale(tall, tall)
            canvas.save()
            canvas.translate(shade.dx / tall, shade.dy / tall)
            draw_soft(canvas, sprite.outline(), shade.colour, shade.softness / tall, shade.opacity)
            canvas.restore()
            sprite.draw(canvas)
            canvas.restore()


def _is_in_the_sky(name: str, shot: Shot) -> bool:
    """Whether the set shows it already: a sky has one moon."""
    night = shot.time_of_day == "night"
    if name != ("moon" if night else "sun") or shot.weather not in ("clear", "sunny", "wind"):
        return False
    return not SETS[shot.place].indoors and shot.place not in ("space", "underwater")


def _steam(canvas: skia.Canvas, tall: float, t: float) -> None:
    """Curls of steam that rise from the origin and thin out."""
    for number in range(3):
        life = (t / 2.4 + number / 3) % 1
        low, x = -tall * (0.1 + 1.1 * life), tall * (0.26 * (number - 1) + 0.05 * sin(3 * t + number))
        curl = skia.Path()
        curl.moveTo(x, low)
        curl.cubicTo(x - 0.22 * tall, low - 0.2 * tall, x + 0.22 * tall, low - 0.34 * tall, x, low - 0.56 * tall)
        pen = skia.Paint(
            AntiAlias=True, Color=skia_colour("#ffffff", 0.62 * sin(pi * life)), StrokeWidth=0.07 * tall,
            StrokeCap=skia.Paint.kRound_Cap, Style=skia.Paint.kStroke_Style,
        )  # fmt: skip
        canvas.drawPath(curl, pen)


def built(shot: Shot, lens: Lens) -> tuple[Layer, ...]:
    """What of the dressing is too large for a prop and belongs to the set: the stall of a night market."""
    if all(name != "food_stall" for name, _ in shot.dressing):
        return ()
    x, feet, size, near = stand(_STALL_X, 0.0, _STALL_DEPTH, lens, 1.0)

    def paint(b: Brush) -> None:
        b.indoors = True  # it is lit from within
        b.canvas.translate(x, -feet)
        b.canvas.scale(size, size)
        stall(b)

    return (Layer(near, paint),)


def _fireworks(canvas: skia.Canvas, lens: Lens, view: View, t: float, piece: _Piece) -> None:
    """Two flowers of paper sparks at a time, one opening while the other fades."""
    canvas.save()
    canvas.concat(lens.matrix(view, 0.2))
    for number in range(2):
        go = t / _BURST + number / 2 + piece.turn
        life, dice = go % 1, Random(int(go) * 17 + number * 5 + round(piece.turn * 100))
        x = dice.uniform(-0.72, 0.72) * lens.half
        y = -lens.wide * dice.uniform(0.42, 0.66)
        reach = dice.uniform(0.26, 0.42) * (1 - (1 - min(1.0, life * 1.6)) ** 3)
        fade = min(1.0, 2.2 * (1 - life))
        colours = (dice.choice(_SPARKS), dice.choice(_SPARKS))
        _glow(canvas, x, y + 0.1 * life * life, reach * 1.5 + 0.01, colours[0])
        for ring, share in enumerate((1.0, 0.6)):
            pen = skia.Paint(
                AntiAlias=True, Color=skia_colour(colours[ring], fade), StrokeWidth=0.016,
                StrokeCap=skia.Paint.kRound_Cap, Style=skia.Paint.kStroke_Style,
            )  # fmt: skip
            for ray in range(14):
                angle = 2 * pi * (ray + 0.5 * ring) / 14
                far, near = reach * share, reach * share * (0.55 + 0.4 * life)
                drop = y + 0.12 * life * life
                canvas.drawLine(
                    x + near * cos(angle), drop + near * sin(angle), x + far * cos(angle), drop + far * sin(angle), pen
                )
    canvas.restore()


def _glow(canvas: skia.Canvas, x: float, y: float, radius: float, colour: str) -> None:
    shader = skia.GradientShader.MakeRadial(
        skia.Point(x, y),
        radius,
        [skia_colour(colour, 0.6), skia_colour(colour, 0.2), skia_colour(colour, 0)],
        [0, 0.4, 1],
    )
    canvas.drawCircle(x, y, radius, skia.Paint(Shader=shader))
