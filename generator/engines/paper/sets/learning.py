"""Where one learns: a school's corridor and its gym, a library, a laboratory."""

from collections.abc import Mapping
from itertools import pairwise

import skia

from generator.engines.paper.colours import darker, lighter, mixed, skia_colour
from generator.engines.paper.sets import furniture as f
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets.brush import GROUND, PERIOD, TOP, Brush, Point, Scenery, stroke
from generator.engines.paper.sets.rooms import FLOOR
from generator.vocabulary import Place

_SPACIOUS = 1.0  # half the width of the frame from which there is room for more


def _corridor_end(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, TOP - GROUND, "#efe4cb", lift=0, rough=0)
    r.window(b, 0.0, 0.62, 0.3, 0.34, frame="#fbf6ea", view="trees")
    b.glow(0.0, 0.8, 0.7, "#fff6d8", 0.5)


def _corridor(b: Brush) -> None:
    """Two walls and a floor that draw together: windows at the left, classrooms at the right."""
    inner, outer = 0.34, b.half + 0.9

    def at(side: int, u: float, v: float) -> Point:
        """A point of a wall: `u` from the end (0) to us (1), `v` from the floor (0) to the ceiling (1)."""
        x = inner + (outer - inner) * u
        low, high = 0.3 - 0.62 * u, 1.02 + (b.top + 0.5 - 1.02) * u
        return side * x, low + (high - low) * v

    def board(side: int, u: float, u2: float, v: float, v2: float, colour: str, *, own: bool = False) -> None:
        corners = [at(side, u, v), at(side, u2, v), at(side, u2, v2), at(side, u, v2)]
        b.shape(corners, colour, lift=0.006, rough=0, own=own)

    floor = [at(-1, 1, 0), at(-1, 0, 0), at(1, 0, 0), at(1, 1, 0), (outer, GROUND), (-outer, GROUND)]
    b.shape(floor, "#c89a66", lift=0.01, rough=0)
    for number in range(-5, 6):
        b.line([(number * 0.066, 0.3), (number * 0.42, GROUND)], "#a97b4a", 0.005)
    ceiling = [at(-1, 1, 1), at(-1, 0, 1), at(1, 0, 1), at(1, 1, 1), (outer, TOP), (-outer, TOP)]
    b.shape(ceiling, "#f7f0de", lift=0.01, rough=0)
    for u in (0.1, 0.45):
        lamp = [(-0.1 - 0.25 * u, at(1, u, 1)[1]), (0.1 + 0.25 * u, at(1, u, 1)[1]),
                (0.12 + 0.35 * u, at(1, u + 0.12, 1)[1]), (-0.12 - 0.35 * u, at(1, u + 0.12, 1)[1])]  # fmt: skip
        b.shape(lamp, "#fffbe8" if b.light.lamps else "#f0ead8", own=b.light.lamps, lift=0.004, rough=0)
    for side in (-1, 1):
        wall = [at(side, 0, 0), at(side, 1, 0), at(side, 1, 1), at(side, 0, 1)]
        b.shape(wall, "#f2e8d0" if side < 0 else "#e9dcc0", lift=0.03, rough=0)
        board(side, 0, 1, 0, 0.3, "#b9cfc0" if side < 0 else "#c9b48c")
        board(side, 0, 1, 0.3, 0.325, "#8fae9c" if side < 0 else "#a98f62")
    span = 1.0 / (outer - inner) * 0.5
    for number in range(4):
        u = 0.02 + number * span
        board(-1, u, u + 0.84 * span, 0.38, 0.84, "#fbf6ea")
        sky = b.light.sky[1 if number % 2 else 2]
        board(-1, u + 0.04 * span, u + 0.4 * span, 0.41, 0.81, sky, own=True)
        board(-1, u + 0.45 * span, u + 0.8 * span, 0.41, 0.81, sky, own=True)
        board(1, u + 0.1 * span, u + 0.74 * span, 0.0, 0.78, "#9c7a4e")
        board(1, u + 0.14 * span, u + 0.41 * span, 0.02, 0.75, "#c9a870")
        board(1, u + 0.44 * span, u + 0.7 * span, 0.02, 0.75, "#c9a870")
        glass = "#ffe0a0" if b.light.lamps else "#dfe9e4"
        board(1, u + 0.17 * span, u + 0.38 * span, 0.42, 0.68, glass, own=True)
        board(1, u + 0.47 * span, u + 0.67 * span, 0.42, 0.68, glass, own=True)
        board(1, u + 0.78 * span, u + 0.9 * span, 0.78, 0.88, "#fdf8ea")
        if not b.light.lamps:
            _sun_on_floor(b, [at(-1, u, 0), at(-1, u + 0.8 * span, 0)])


def _sun_on_floor(b: Brush, sill: list[Point]) -> None:
    """The patch that a window at the left throws on the floor."""
    (x, y), (x2, y2) = sill
    path = skia.Path()
    corners = ((x + 0.12, y - 0.02), (x2 + 0.12, y2 - 0.02), (x2 + 0.75, y2 - 0.1), (x + 0.55, y - 0.04))
    for number, (px, py) in enumerate(corners):
        path.lineTo(px, -py) if number else path.moveTo(px, -py)
    path.close()
    b.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(b.light.orb, 0.4)))


def _corridor_front(b: Brush) -> None:
    """The tops of the lockers: a school bag, a cap, a plant."""
    b.box(0, b.low - 0.1, PERIOD, 0.16, "#8f9aa0", lift=0.03, rough=0.002)
    b.box(0, b.low + 0.04, PERIOD, 0.05, "#b9c2c6", lift=0.006, rough=0.002)
    for x in b.spread(0.36, 0):
        b.box(x, b.low - 0.1, 0.014, 0.14, "#6d787e", lift=0, rough=0)
        b.box(x + 0.18, b.low - 0.02, 0.08, 0.03, "#6d787e", lift=0, rough=0)
    left, right = -b.half + 0.2, b.half - 0.14
    b.box(left, b.low + 0.08, 0.26, 0.2, "#b5403a", lift=0.02, rough=0.003, round_=0.05)
    b.box(left, b.low + 0.1, 0.2, 0.09, darker("#b5403a", 0.14), lift=0.004, rough=0.001, round_=0.03)
    b.box(left, b.low + 0.16, 0.05, 0.035, "#e9c25c", lift=0.003, rough=0)
    b.disc(left + 0.3, b.low + 0.11, 0.11, "#f0c23c", high=0.03, lift=0.008, rough=0.001)
    b.disc(left + 0.3, b.low + 0.14, 0.075, "#f0c23c", high=0.06, lift=0.006, rough=0.001)
    f.plant(b, right, b.low + 0.07, 0.3)


def _library_wall(b: Brush) -> None:
    r.wall(b, "#d9c3a0", skirting="#7a5236")
    for x in b.spread(1.5, 0):
        r.window(b, x, 0.7, 0.52, min(1.3, b.top - 0.5), frame="#8a5f3c", view="trees", bars=2)
    for x in b.spread(1.5, 0, 0.75):
        f.shelf(b, x, FLOOR - 0.02, 0.8, b.top - 0.1, rows=7, wood="#8a5f3c")


def _library(b: Brush) -> None:
    r.floor(b, "#a5764a")
    for side in (-1, 1):
        f.shelf(b, side * (b.half + 0.02), 0.1, 0.5, 1.36, rows=5, wood="#7a5034")
        f.shelf(b, side * (b.half + 1.5), 0.1, 0.9, 1.36, rows=5, wood="#7a5034")
        b.rooted(side * b.half, 0.1, 0.3)
    rail = b.half - 0.34
    for dx in (-0.08, 0.08):
        b.line([(rail + dx, 0.06), (rail + dx * 0.6 + 0.14, 1.3)], "#b98a58", 0.026)
    for step in range(6):
        u = (step + 1) / 7
        b.line([(rail - 0.08 + 0.14 * u, 0.06 + 1.24 * u), (rail + 0.08 + 0.11 * u, 0.06 + 1.24 * u)], "#b98a58", 0.022)
    r.sunlight(b, 0.0, 0.5)
    for x in b.spread(0.9, 0, 0.45):
        r.lampshade(b, x, b.top - 0.16, "#3f7a5a", size=0.8)


def _library_front(b: Brush) -> None:
    """A reading desk with books and a green lamp."""
    b.box(0, b.low - 0.1, PERIOD, 0.2, "#6a4430", lift=0.03, rough=0.003)
    b.box(0, b.low + 0.07, PERIOD, 0.06, "#8f5f3e", lift=0.006, rough=0.002)
    left, right = -b.half + 0.24, b.half - 0.22
    for number, (dx, colour) in enumerate(((0.0, "#b5483c"), (0.02, "#d9a84a"), (-0.02, "#4a7a8f"))):
        b.box(left + dx, b.low + 0.13 + 0.045 * number, 0.3, 0.045, colour, lift=0.006, rough=0.001)
        b.box(left + dx + 0.02, b.low + 0.14 + 0.045 * number, 0.27, 0.02, "#f7efdc", lift=0, rough=0)
    b.box(right, b.low + 0.12, 0.16, 0.025, "#c9a03f", lift=0.006, rough=0)
    b.box(right, b.low + 0.14, 0.024, 0.16, "#c9a03f", lift=0.004, rough=0)
    if b.light.lamps:
        b.lit(right, b.low + 0.18, 0.5, "#ffcf7a", 0.8, high=0.22)
    shade = [(right - 0.15, b.low + 0.28), (right + 0.15, b.low + 0.28), (right + 0.09, b.low + 0.37),
             (right - 0.09, b.low + 0.37)]  # fmt: skip
    b.shape(shade, "#3f8a5f", lift=0.014, rough=0.002)


def _gym_wall(b: Brush) -> None:
    r.wall(b, "#e9d5ae", skirting="#8a5f3c")
    r.dado(b, "#c08f5a", 0.6)
    for x in b.spread(0.75, 0, 0.375):
        b.box(x, b.top - 0.34, 0.6, 0.5, "#fbf6ea", lift=0.014, rough=0)
        b.box(x, b.top - 0.31, 0.54, 0.5, mixed(b.light.sky[1], "#ffffff", 0.2), own=True, lift=0, rough=0)
        b.box(x, b.top - 0.31, 0.025, 0.5, "#fbf6ea", lift=0, rough=0)
    stage = min(1.5, 1.5 * b.half)
    b.box(0.0, FLOOR + 0.24, stage + 0.16, 0.74, "#8a5f3c", lift=0.02, rough=0.002)
    b.box(0.0, FLOOR + 0.28, stage, 0.66, "#4a2b30", lift=0, rough=0)
    for side in (-1, 1):
        for fold in range(5):
            x = side * (stage / 2 - 0.05 - 0.075 * fold)
            b.box(x, FLOOR + 0.26, 0.085, 0.68, "#a83a3c" if fold % 2 else "#bf4c48", lift=0.01, rough=0.001)
    for x in b.spread(0.28, 0):
        if abs(x) < stage / 2:
            b.disc(x, FLOOR + 0.92, 0.15, "#bf4c48", high=0.07, lift=0.01, rough=0.001)
    b.box(0.0, FLOOR, stage + 0.1, 0.24, "#a5764a", lift=0.012, rough=0.001)


def _gym(b: Brush) -> None:
    r.floor(b, "#d9a25c")
    for y, colour, width in ((0.14, "#f7f4ea", 0.018), (0.02, "#4a78b8", 0.018), (-0.34, "#d9604f", 0.024)):
        b.line([(-PERIOD / 2, y), (PERIOD / 2, y)], colour, width)
    for share in (1.0, 0.62):
        oval = skia.Rect.MakeLTRB(-0.7 * share, -0.02, 0.7 * share, 0.36 * share)
        b.canvas.drawOval(oval, stroke(b.colour("#f7f4ea"), 0.018))
    hoop = b.half - 0.2
    high = min(1.2, b.top - 0.5)
    b.line([(hoop + 0.5, high + 0.3), (hoop + 0.06, high + 0.16)], "#6d7683", 0.04)
    b.box(hoop, high, 0.42, 0.32, "#fbf8f0", lift=0.03, rough=0.001)
    b.canvas.drawRect(skia.Rect.MakeXYWH(hoop - 0.09, -high - 0.2, 0.18, 0.14), stroke(b.colour("#d9503f"), 0.014))
    b.disc(hoop, high + 0.02, 0.1, "#e8743a", high=0.025, lift=0.01, rough=0)
    for dx in (-0.08, -0.03, 0.03, 0.08):
        b.line([(hoop + dx, high), (hoop + 0.6 * dx, high - 0.16)], "#fdf8ea", 0.009)
    for number, x in enumerate((-b.half + 0.12, -b.half + 0.34)):
        b.rooted(x, 0.06, 0.11)
        b.disc(x, 0.13, 0.115 - 0.015 * number, ("#e8833a", "#f2ead8")[number], lift=0.014, rough=0.001)
        b.line([(x - 0.1, 0.13), (x + 0.1, 0.13)], "#8a4a24", 0.008)
        b.line([(x, 0.03), (x, 0.23)], "#8a4a24", 0.008)
    r.sunlight(b, -0.2 * b.half, 0.7)


def _lab_wall(b: Brush) -> None:
    r.wall(b, "#cfe0de", pattern="tiles", skirting="#8fa6a8")
    f.blackboard(b, -0.42 * b.half, min(0.86, b.top - 0.7), min(0.95, 0.95 * b.half), 0.52)
    x = 0.46 * b.half
    b.box(x, 0.76, 0.62, b.top - 0.9, "#6f8f96", lift=0.02, rough=0.002)
    for row in range(3):
        base = 0.8 + row * (b.top - 0.98) / 3
        b.box(x, base, 0.56, (b.top - 0.98) / 3 - 0.03, "#3f5a62", lift=0, rough=0)
        for number in range(4):
            colour = ("#8ae06a", "#ff8a5a", "#6ad8e8", "#e88ad8")[(row + number) % 4]
            at = x - 0.2 + 0.134 * number
            b.box(at, base, 0.07, 0.13, colour, own=True, lift=0.004, rough=0, round_=0.02)
            b.box(at, base + 0.13, 0.035, 0.05, "#dfeef0", lift=0, rough=0)


def _lab(b: Brush) -> None:
    f.counter(b, 0.0, FLOOR - 0.02, PERIOD, 0.44, "#8fa6a8", "#eef4f2")
    for number, x in enumerate(b.spread(0.4, 0.06, 0.1)):
        _flask(b, x, FLOOR + 0.48, 0.24 + 0.04 * (number % 2), ("#7be05a", "#5ac8f0", "#f07aa8", "#f0c04c")[number % 4])
    r.floor(b, "#9fb3b8", pattern="tiles")
    coil = b.half - 0.16
    b.rooted(coil, 0.04, 0.22)
    b.box(coil, 0.02, 0.4, 0.14, "#4a565e", lift=0.02, rough=0.001)
    for ring in range(6):
        b.box(coil, 0.16 + 0.1 * ring, 0.16, 0.05, "#c98a4a", lift=0.006, rough=0, round_=0.02)
        b.box(coil, 0.21 + 0.1 * ring, 0.1, 0.05, "#8a5a30", lift=0, rough=0)
    b.glow(coil, 0.88, 0.6, "#8ad8ff", 0.7)
    b.disc(coil, 0.86, 0.14, "#dfe6ea", lift=0.014, rough=0)
    spark = stroke("#e8fbff", 0.016)
    for points in (((-0.12, 0.94), (-0.2, 1.02), (-0.18, 1.06), (-0.3, 1.16)), ((0.02, 1.0), (0.0, 1.12), (0.06, 1.2))):
        for (x, y), (x2, y2) in pairwise(points):
            b.canvas.drawLine(coil + x, -y, coil + x2, -y2, spark)
    for x in b.spread(1.8, 0, 0.0):
        r.lampshade(b, x, b.top - 0.14, "#f4f7f4", size=0.8)


def _flask(b: Brush, x: float, y: float, size: float, colour: str) -> None:
    """A flask that bubbles and glows a little."""
    b.glow(x, y + 0.3 * size, 0.8 * size, colour, 0.45)
    b.disc(x, y + 0.36 * size, 0.36 * size, "#e6f2f2", lift=0.008, rough=0)
    b.box(x, y + 0.6 * size, 0.2 * size, 0.44 * size, "#e6f2f2", lift=0.004, rough=0)
    fill = skia.Path()
    fill.addArc(skia.Rect.MakeLTRB(x - 0.31 * size, -y - 0.67 * size, x + 0.31 * size, -y - 0.05 * size), 0, 180)
    fill.close()
    b.cut(fill, colour, own=True, lift=0, rough=0)
    for dx, rise, r_ in ((-0.08, 0.5, 0.05), (0.09, 0.62, 0.04), (0.0, 1.12, 0.06), (0.08, 1.3, 0.045)):
        b.disc(x + dx * size, y + rise * size, r_ * size, lighter(colour, 0.4), own=True, lift=0, rough=0, flat=True)


def _lab_front(b: Brush) -> None:
    b.box(0, b.low - 0.1, PERIOD, 0.18, "#5f7a80", lift=0.03, rough=0.002)
    b.box(0, b.low + 0.05, PERIOD, 0.07, "#eef4f2", lift=0.006, rough=0.002)
    for x, colour in ((-b.half + 0.16, "#7be05a"), (-b.half + 0.36, "#f07aa8"), (b.half - 0.2, "#5ac8f0")):
        _flask(b, x, b.low + 0.11, 0.24, colour)
    b.box(b.half - 0.44, b.low + 0.11, 0.2, 0.025, darker("#f4efe2", 0.1), lift=0.006, rough=0.001)


LEARNING: Mapping[Place, Scenery] = {
    "corridor": r.enclosed(_corridor_end, _corridor, _corridor_front, far=0.5),
    "library": r.enclosed(_library_wall, _library, _library_front),
    "gym": r.enclosed(_gym_wall, _gym),
    "laboratory": r.enclosed(_lab_wall, _lab, _lab_front),
}
