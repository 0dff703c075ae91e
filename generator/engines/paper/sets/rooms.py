"""Rooms themselves: walls, floors, windows, doors, lamps, and the light that falls in."""

from itertools import pairwise

import skia

from generator.engines.paper.colours import darker, lighter, mixed, skia_colour
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, Layer, Paint, Scenery, stroke

_HALF = PERIOD / 2
FLOOR = HORIZON - 0.04  # where wall and floor meet
FAR_WALL = 0.84  # how near the far wall of a room is, so that it moves less than what stands before it
_EDGE = 1.12  # how near what we look over is


def enclosed(wall_: Paint, floor_: Paint, front: Paint | None = None, *, far: float = FAR_WALL) -> Scenery:
    """A room: its far wall, its floor with what stands on it, and perhaps what we look over."""
    return Scenery(
        (Layer(far, wall_), Layer(1.0, floor_)), (Layer(_EDGE, front),) if front is not None else (), indoors=True
    )


def wall(b: Brush, colour: str, *, pattern: str = "plain", skirting: str | None = "#f4ead8") -> None:
    """A wall up to the flies: "plain", "stripes", "dots", "panels" or "tiles"."""
    b.box(0, GROUND, PERIOD, TOP - GROUND, colour, lift=0, rough=0)
    light, dark = lighter(colour, 0.2), darker(colour, 0.1)
    if pattern == "stripes":
        for x in b.spread(0.3, 0):
            b.box(x, GROUND, 0.13, TOP - GROUND, light, lift=0, rough=0, flat=True)
    elif pattern == "dots":
        for row in range(18):
            for x in b.spread(0.3, 0, 0.15 * (row % 2)):
                b.disc(x, FLOOR + 0.12 + row * 0.2, 0.022, light, lift=0, rough=0, flat=True)
    elif pattern == "panels":
        for x in b.spread(0.5, 0):
            b.box(x, FLOOR + 0.1, 0.4, 0.46, darker(colour, 0.08), lift=0.006)
        b.box(0, FLOOR + 0.64, PERIOD, 0.05, light, lift=0.012)
    elif pattern == "tiles":
        for row in range(22):
            b.line([(-_HALF, FLOOR + row * 0.16), (_HALF, FLOOR + row * 0.16)], dark, 0.005)
        for x in b.spread(0.16, 0):
            b.line([(x, GROUND), (x, TOP)], dark, 0.005)
    if skirting:
        b.box(0, FLOOR - 0.02, PERIOD, 0.08, skirting, lift=0.012, rough=0.002)
    _shade(b, b.top + 0.35, 0.9, 0.26)


def dado(b: Brush, colour: str, high: float = 0.5) -> None:
    """The lower part of a wall in another colour, with a rail."""
    b.box(0, FLOOR - 0.02, PERIOD, high, colour, lift=0.006, rough=0)
    b.box(0, FLOOR + high - 0.03, PERIOD, 0.045, lighter(colour, 0.45), lift=0.012, rough=0.002)


def floor(b: Brush, colour: str, *, pattern: str = "boards", y: float = FLOOR) -> None:
    """A floor that comes towards us: "boards", "tiles" or "plain"."""
    b.box(0, GROUND, PERIOD, y - GROUND, colour, lift=0.016, rough=0)
    rows = (0.0, 0.12, 0.3, 0.55, 0.9, 1.6)
    if pattern == "boards":
        for row, drop in enumerate(rows[:-1]):
            pen = darker(colour, 0.16)
            b.line([(-_HALF, y - drop), (_HALF, y - drop)], pen, 0.004 + 0.005 * drop)
            for x in b.spread(0.9, 0.12, 0.45 * (row % 2)):
                b.line([(x, y - drop), (x * 1.02, y - rows[row + 1])], pen, 0.005)
    elif pattern == "tiles":
        for row, (drop, lower) in enumerate(pairwise(rows)):
            for number in range(-12, 12):
                if (number + row) % 2 == 0:
                    slabs = [(n * 0.36 * (1 + 0.45 * d), y - d) for d in (drop, lower) for n in (number, number + 1)]
                    corners = [slabs[0], slabs[1], slabs[3], slabs[2]]
                    b.shape(corners, lighter(colour, 0.3), lift=0, rough=0, flat=True)
    _shade(b, y, y - 0.3, 0.2, top=y)


def _shade(b: Brush, high: float, low: float, strength: float, *, top: float = TOP) -> None:
    """A soft shadow that fades from `high` to `low`; above `high` it is even, up to `top`."""
    ends = [skia.Point(0, -high), skia.Point(0, -low)]
    colours = [skia_colour("#1a1020", strength), skia_colour("#1a1020", 0.0)]
    shader = skia.GradientShader.MakeLinear(points=ends, colors=colours)
    b.canvas.drawRect(skia.Rect.MakeLTRB(-_HALF, -top, _HALF, -low), skia.Paint(Shader=shader))


def sunlight(b: Brush, x: float, wide: float) -> None:
    """What falls through a window at `x`: by day two slanting patches on the floor."""
    if b.light.lamps:
        return
    for side in (-0.26, 0.26):
        left = x + side * wide * 1.1 - wide * 0.22
        corners = [
            (left, FLOOR - 0.06),
            (left + wide * 0.44, FLOOR - 0.06),
            (left + wide * 0.8, -0.34),
            (left + wide * 0.2, -0.34),
        ]
        path = skia.Path()
        for number, (px, py) in enumerate(corners):
            path.lineTo(px, -py) if number else path.moveTo(px, -py)
        path.close()
        strength = 0.42 if b.light.low else 0.26
        b.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(b.light.orb, strength)))
    shaft = skia.Path()
    for number, (px, py) in enumerate(
        ((x - 0.5 * wide, 1.4), (x + 0.5 * wide, 1.4), (x + wide, -0.3), (x - 0.3 * wide, -0.3))
    ):
        shaft.lineTo(px, -py) if number else shaft.moveTo(px, -py)
    shaft.close()
    ends = [skia.Point(0, -1.4), skia.Point(0, 0.3)]
    shades = [skia_colour("#fff3cc", share) for share in (0.16, 0.02)]
    shader = skia.GradientShader.MakeLinear(points=ends, colors=shades)
    blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.03)
    screen = skia.BlendMode.kScreen
    b.canvas.drawPath(shaft, skia.Paint(AntiAlias=True, Shader=shader, MaskFilter=blur, BlendMode=screen))


def window(
    b: Brush,
    x: float,
    y: float,
    wide: float,
    high: float,
    *,
    frame: str = "#f7efe0",
    curtain: str | None = None,
    bars: int = 2,
    view: str = "hills",
) -> None:
    """A window with the sky in it; `view` is "hills", "city" or "trees"."""
    b.box(x, y - 0.05, wide + 0.11, high + 0.1, frame, lift=0.02, rough=0.002)
    b.canvas.save()
    b.canvas.clipRect(skia.Rect.MakeXYWH(x - wide / 2, -y - high, wide, high))
    _outside(b, x, y, wide, high, view)
    b.canvas.restore()
    for part in range(1, bars):
        b.box(x - wide / 2 + part * wide / bars, y, 0.025, high, frame, lift=0.006, rough=0)
    b.box(x, y + high * 0.56, wide, 0.022, frame, lift=0.006, rough=0)
    b.box(x, y - 0.085, wide + 0.2, 0.045, frame, lift=0.014, rough=0.002)
    if curtain:
        _curtains(b, x, y, wide, high, curtain)


def _outside(b: Brush, x: float, y: float, wide: float, high: float, view: str) -> None:
    ends = [skia.Point(0, -y - high), skia.Point(0, -y)]
    shader = skia.GradientShader.MakeLinear(points=ends, colors=[skia_colour(part) for part in b.light.sky])
    b.canvas.drawRect(skia.Rect.MakeXYWH(x - wide / 2, -y - high, wide, high), skia.Paint(Shader=shader))
    if b.light.stars:
        b.disc(x + wide * 0.24, y + high * 0.74, 0.07, b.light.orb, own=True, lift=0, rough=0)
        for dx, dy in ((-0.3, 0.8), (-0.1, 0.6), (0.38, 0.5), (-0.4, 0.5), (0.06, 0.88)):
            b.disc(x + dx * wide, y + dy * high, 0.008, "#fff6d0", own=True, lift=0, rough=0, flat=True)
    elif view != "city":
        for dx, dy, r in ((-0.24, 0.76, 0.07), (-0.14, 0.79, 0.055), (0.26, 0.66, 0.05)):
            b.disc(
                x + dx * wide, y + dy * high, r, mixed("#ffffff", b.light.sky[1], 0.1), own=True, lift=0, high=r * 0.5
            )
    if view == "city":
        for i in range(7):
            part = high * (0.2 + 0.4 * b.dice.random())
            left = x - wide * 0.46 + i * wide * 0.16
            b.box(left, y, wide * 0.15, part, b.light.on("#8793ab", 0.25), own=True, lift=0.006, rough=0)
            if b.light.lamps:
                for row in range(1, int(part / 0.09)):
                    b.box(
                        left + b.dice.choice((-0.02, 0.02)),
                        y + row * 0.09,
                        0.022,
                        0.03,
                        "#ffd873",
                        own=True,
                        lift=0,
                        rough=0,
                        flat=True,
                    )
        return
    tone = {"hills": "#7fae6a", "trees": "#5f9a5e"}[view]
    b.disc(x - wide * 0.3, y - 0.06, wide * 0.5, b.light.on(tone, 0.3), own=True, lift=0.008, high=0.24)
    b.disc(x + wide * 0.35, y - 0.1, wide * 0.5, b.light.on(tone, 0.08), own=True, lift=0.008, high=0.22)
    if view == "trees":
        for dx in (-0.34, -0.1, 0.2, 0.4):
            b.disc(x + dx * wide, y + 0.12, 0.12, b.light.on(tone, 0.05), own=True, lift=0.008, high=0.15)


def _curtains(b: Brush, x: float, y: float, wide: float, high: float, colour: str) -> None:
    for side in (-1, 1):
        edge = x + side * (wide / 2 + 0.13)
        for fold, (reach, waist) in enumerate(((0.3, 0.15), (0.2, 0.09), (0.1, 0.04))):
            path = skia.Path()
            path.moveTo(edge + side * 0.02, -(y + high + 0.1))
            path.lineTo(edge - side * reach, -(y + high + 0.1))
            path.cubicTo(
                edge - side * reach,
                -(y + high * 0.7),
                edge - side * waist,
                -(y + high * 0.5),
                edge - side * waist,
                -(y + high * 0.34),
            )
            path.quadTo(edge - side * waist, -(y + high * 0.1), edge - side * reach * 0.8, -(y - 0.15))
            path.lineTo(edge + side * 0.02, -(y - 0.15))
            path.close()
            b.cut(path, mixed(colour, "#fff0dc" if fold % 2 else "#6a2a30", 0.1), lift=0.012, rough=0.002)
        b.box(edge - side * 0.06, y + high * 0.31, 0.17, 0.05, lighter(colour, 0.5), lift=0.006, rough=0)
    b.box(x, y + high + 0.09, wide + 0.44, 0.035, "#8a6243", lift=0.012, rough=0)
    for side in (-1, 1):
        b.disc(x + side * (wide / 2 + 0.23), y + high + 0.108, 0.03, "#8a6243", lift=0.008, rough=0)


def door(b: Brush, x: float, y: float, wide: float, high: float, colour: str = "#8f4f3a") -> None:
    """A panelled door in its frame, with a knob and a little window."""
    b.box(x, y, wide + 0.15, high + 0.08, "#f6efe0", lift=0.02, rough=0.002)
    b.box(x, y, wide, high, colour, lift=0.01, rough=0.002)
    for side in (-1, 1):
        for low, tall in ((0.07, 0.36), (0.5, 0.3)):
            b.box(
                x + side * wide * 0.235,
                y + low * high,
                wide * 0.32,
                tall * high,
                lighter(colour, 0.14),
                lift=0.005,
                rough=0.001,
            )
    b.pane(x, y + 0.84 * high, wide * 0.7, 0.11 * high, round_=0.02)
    b.disc(x + wide * 0.38, y + 0.46 * high, 0.028, "#e8c25c", lift=0.008, rough=0)


def curtains(b: Brush, colour: str = "#b8322f") -> None:
    """Drapes of a theatre at both sides of the frame, tied back, and a valance with a gold fringe above."""
    opening = b.half * (0.74 if b.half < 1 else 0.8)
    for side in (-1, 1):
        for fold in range(int((_HALF - opening) / 0.13)):
            edge = opening + fold * 0.13
            bow = 0.1 if fold < 5 else 0.0
            path = skia.Path()
            path.moveTo(side * (edge - 0.06), -TOP)
            path.cubicTo(side * (edge - 0.1), -1.5, side * (edge + bow), -1.05, side * (edge + bow), -0.86)
            path.cubicTo(side * (edge + bow), -0.5, side * (edge - 0.02), -0.2, side * (edge - 0.03), 0.16)
            path.lineTo(side * (edge + 0.24), 0.16)
            path.lineTo(side * (edge + 0.24), -TOP)
            path.close()
            b.cut(
                path,
                mixed(colour, "#4a0f1c" if fold % 2 else "#ff8a6a", 0.16),
                lift=0.03 if fold == 0 else 0.014,
                rough=0,
            )
        b.box(side * (opening + 0.26), 0.84, 0.36, 0.06, "#e6b94e", lift=0.014, rough=0.002)
        b.disc(side * (opening + 0.1), 0.8, 0.05, "#e6b94e", lift=0.01, high=0.08)
    low = b.top - (0.3 if b.half < 1 else 0.2)
    for number, x in enumerate(b.spread(0.36, 0)):
        for drop, tone in ((0.045, "#e6b94e"), (0.0, mixed(colour, "#ff8a6a" if number % 2 else "#4a0f1c", 0.12))):
            path = skia.Path()
            path.moveTo(x - 0.2, -TOP)
            path.lineTo(x - 0.2, -low + drop)
            path.cubicTo(x - 0.15, -low + 0.17 + drop, x + 0.15, -low + 0.17 + drop, x + 0.2, -low + drop)
            path.lineTo(x + 0.2, -TOP)
            path.close()
            b.cut(path, tone, lift=0.02 if drop else 0.006, rough=0)


def lampshade(b: Brush, x: float, y: float, colour: str = "#e9b44c", *, lit: bool = True, size: float = 1.0) -> None:
    """A lamp that hangs from the ceiling."""
    b.canvas.drawLine(x, -TOP, x, -y - 0.16 * size, stroke("#4a3b35", 0.01))
    if lit and b.light.lamps:
        b.glow(x, y - 0.1, 1.0, "#ffcf7a", 0.5)
        lightfall(b, x, y, 0.19 * size)
        b.disc(x, y, 0.075 * size, "#fff1c0", own=True, lift=0, rough=0)
    path = skia.Path()
    path.moveTo(x - 0.05 * size, -y - 0.19 * size)
    path.lineTo(x + 0.05 * size, -y - 0.19 * size)
    path.quadTo(x + 0.18 * size, -y - 0.16 * size, x + 0.2 * size, -y)
    path.lineTo(x - 0.2 * size, -y)
    path.quadTo(x - 0.18 * size, -y - 0.16 * size, x - 0.05 * size, -y - 0.19 * size)
    b.cut(path, colour, lift=0.02, rough=0.002)
    b.box(x, y, 0.4 * size, 0.022, lighter(colour, 0.4), lift=0.0, rough=0)


def lightfall(b: Brush, x: float, y: float, half: float, colour: str = "#ffdf9c", strength: float = 0.3) -> None:
    """The light of a lamp `half` wide at (x, y): a cone down to the floor, and the pool in which it ends."""
    wide = half + 0.3 * (y - FLOOR + 0.3)
    cone = skia.Path()
    for number, (px, py) in enumerate(((x - half, y), (x + half, y), (x + wide, -0.05), (x - wide, -0.05))):
        cone.lineTo(px, -py) if number else cone.moveTo(px, -py)
    cone.close()
    ends = [skia.Point(0, -y), skia.Point(0, 0.05)]
    shades = [skia_colour(colour, strength), skia_colour(colour, 0.02)]
    shader = skia.GradientShader.MakeLinear(points=ends, colors=shades)
    blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.03)
    screen = skia.BlendMode.kScreen
    b.canvas.drawPath(cone, skia.Paint(AntiAlias=True, Shader=shader, MaskFilter=blur, BlendMode=screen))
    b.lit(x, -0.06, wide * 1.15, colour, strength, high=0.22)


def garland(b: Brush, y: float, *, sag: float = 0.1, span: float = 0.7) -> None:
    """Paper flags on a string under the ceiling."""
    colours = ("#e2604a", "#f0c04c", "#63a8b8", "#f7efe0", "#7bb07a", "#b78ac0")

    def height(x: float) -> float:
        u = ((x + span / 2) / span) % 1
        return y - sag * 4 * u * (1 - u)

    b.line([(-_HALF + i * 0.05, height(-_HALF + i * 0.05)) for i in range(181)], "#7a6a5c", 0.007)
    for number, x in enumerate(b.spread(0.116, 0)):
        flag = [(x - 0.045, height(x - 0.045)), (x + 0.045, height(x + 0.045)), (x, height(x) - 0.11)]
        b.shape(flag, colours[number % len(colours)], lift=0.008, rough=0)


__all__ = [
    "FAR_WALL",
    "FLOOR",
    "curtains",
    "dado",
    "door",
    "enclosed",
    "floor",
    "garland",
    "lampshade",
    "sunlight",
    "wall",
    "window",
]
