"""Where people come together for something: a wedding, a trial, a fight, a fair, a feast at night, a swim."""

from collections.abc import Mapping
from math import cos, pi, sin

import skia

from generator.engines.paper.colours import darker, lighter, mixed
from generator.engines.paper.sets import landmarks as m
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets import town as t
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets import water as a
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, Layer, Scenery, stroke
from generator.engines.paper.sets.rooms import FLOOR
from generator.engines.paper.sets.streets import open_sky
from generator.vocabulary import Place

_HALF = PERIOD / 2
_WARES = ("#d9402f", "#3f7fae", "#e9a83c", "#5f9a5a", "#8f5fae")


def _chapel_wall(b: Brush) -> None:
    r.wall(b, "#f2ead8", skirting="#d9cbb0")
    for x in b.spread(0.9, 0, 0.45):
        high = min(0.8, b.top - 0.7)
        _arched(b, x, 0.62, 0.3, high)
    _arched(b, 0.0, 0.7, 0.52, min(0.98, b.top - 0.62), rose=True)
    for x in b.spread(0.9, 0):
        if abs(x) > 0.3:
            b.box(x, FLOOR, 0.14, 4.0, "#fbf6ea", lift=0.02, rough=0.001)
            b.box(x, FLOOR, 0.2, 0.1, "#e6dcc4", lift=0.01, rough=0.001)


def _arched(b: Brush, x: float, y: float, wide: float, high: float, *, rose: bool = False) -> None:
    """A window with a pointed head and coloured glass; light falls through it."""
    path = skia.Path()
    half = wide / 2
    path.moveTo(x - half, -y)
    path.lineTo(x - half, -y - 0.66 * high)
    path.quadTo(x - half, -y - 0.86 * high, x, -y - high)
    path.quadTo(x + half, -y - 0.86 * high, x + half, -y - 0.66 * high)
    path.lineTo(x + half, -y)
    path.close()
    b.cut(path, mixed(b.light.sky[1], "#fff6d8", 0.3), own=True, lift=0.016, rough=0)
    b.canvas.save()
    b.canvas.clipPath(path, doAntiAlias=True)
    step = 0.1
    for row in range(int(high / step) + 1):
        for column in range(int(wide / step) + 2):
            tone = ("#e2607a", "#f0b84c", "#5aa0d0", "#7fb86a", "#a97fd0")[b.dice.randrange(5)]
            px, py = x - half + step * (column - 0.5 * (row % 2)), y + step * row
            corners = [(px, py), (px + step / 2, py + step / 2), (px, py + step), (px - step / 2, py + step / 2)]
            b.shape(corners, mixed(tone, b.light.sky[1], 0.35), own=True, lift=0, rough=0, flat=True)
    if rose:
        for ring, tone in ((0.17, "#f7e3a0"), (0.12, "#e2607a"), (0.06, "#fdf6e0")):
            b.disc(x, y + 0.62 * high, ring, mixed(tone, b.light.sky[1], 0.15), own=True, lift=0, rough=0)
    b.canvas.restore()
    b.canvas.drawPath(path, stroke(b.colour("#b9a27c"), 0.03))
    b.glow(x, y + high / 2, high * 0.8, "#fff0c8", 0.22)


def _chapel(b: Brush) -> None:
    r.floor(b, "#e3d6be", pattern="tiles")
    aisle = [(-0.13, FLOOR - 0.02), (0.13, FLOOR - 0.02), (0.5, GROUND), (-0.5, GROUND)]
    b.shape(aisle, "#fbf4ee", lift=0.006, rough=0.003)
    for petal in range(60):
        u = b.dice.random()
        y = FLOOR - 0.06 - u * 0.7
        x = b.dice.choice((-1, 1)) * (0.15 + 0.36 * u) + b.dice.uniform(-0.04, 0.04)
        b.disc(x, y, 0.02, ("#f2a0b5", "#fbe0e8", "#e2607a")[petal % 3], high=0.011, lift=0, rough=0, flat=True)
    b.box(0.0, FLOOR - 0.04, 0.5, 0.32, "#fbf6ea", lift=0.02, rough=0.002)
    b.box(0.0, FLOOR + 0.27, 0.58, 0.05, "#e9dcc0", lift=0.01, rough=0)
    for side in (-1, 1):
        for number in range(3):
            x = side * (b.half + (0.08 if b.half < 1 else -0.14) + 0.86 * number)
            b.rooted(x, 0.02, 0.3)
            b.box(x, 0.0, 0.62, 0.42, "#a9744a", lift=0.024, rough=0.002, round_=0.03)
            b.box(x, 0.38, 0.66, 0.05, "#c08f5c", lift=0.01, rough=0.001)
        stand = side * 0.44
        b.box(stand, FLOOR - 0.08, 0.03, 0.5, "#d9b050", lift=0.01, rough=0)
        for dx, dy in ((-0.07, 0.42), (0.07, 0.44), (0.0, 0.5), (-0.03, 0.38), (0.05, 0.52)):
            b.disc(stand + dx, FLOOR + dy, 0.065, ("#fbe0e8", "#f2a0b5", "#fdf8f0")[round(dx * 100) % 3], lift=0.008)


def _chapel_front(b: Brush) -> None:
    """Bouquets with ribbons at the ends of the pews."""
    b.box(0, b.low - 0.1, PERIOD, 0.1, "#8f5f3e", lift=0.03, rough=0.002)
    for x in b.spread(0.5, 0, 0.25):
        for number in range(9):
            angle = number * 2.4
            far = 0.035 * number**0.5
            tone = ("#fdf8f0", "#f2a0b5", "#fbe0e8")[number % 3]
            b.disc(x + far * cos(angle), b.low + 0.12 + 0.8 * far * sin(angle), 0.045, tone, lift=0.006, rough=0.003)
        for lean in (-0.1, 0.1):
            b.shape(
                [(x, b.low + 0.08), (x + lean, b.low - 0.06), (x + 0.5 * lean, b.low - 0.06)],
                "#fbf4f4",
                lift=0.006,
                rough=0,
            )


def _court_wall(b: Brush) -> None:
    r.wall(b, "#e9dcbc", skirting="#5f3c28")
    r.dado(b, "#8f5f3f", 0.78)
    for x in b.spread(0.9, 0, 0.45):
        b.box(x, FLOOR, 0.12, 4.0, "#a9744a", lift=0.02, rough=0.001)
    y = min(1.5, b.top - 0.24)
    b.disc(0.0, y, 0.2, "#d9b050", lift=0.02, rough=0)
    b.disc(0.0, y, 0.16, "#7a4f34", lift=0, rough=0)
    b.line([(0.0, y - 0.1), (0.0, y + 0.1)], "#e9c870", 0.016)
    b.line([(-0.09, y + 0.07), (0.09, y + 0.07)], "#e9c870", 0.014)
    for side in (-0.09, 0.09):
        b.line([(side, y + 0.07), (side - 0.03, y - 0.02)], "#e9c870", 0.006)
        b.line([(side, y + 0.07), (side + 0.03, y - 0.02)], "#e9c870", 0.006)
        b.disc(side, y - 0.025, 0.04, "#e9c870", high=0.014, lift=0, rough=0)


def _court(b: Brush) -> None:
    wide = min(1.5, 1.5 * b.half)
    b.box(0.0, FLOOR - 0.04, wide, 0.66, "#7a4a30", lift=0.03, rough=0.002)
    for x in (-0.32, 0.0, 0.32):
        b.box(x * wide, FLOOR + 0.08, 0.24 * wide, 0.42, darker("#7a4a30", 0.14), lift=0.004, rough=0.001)
    b.box(0.0, FLOOR + 0.6, wide + 0.1, 0.07, "#b5804f", lift=0.014, rough=0.001)
    b.box(0.0, FLOOR + 0.67, 0.3, 0.26, "#5f2f34", lift=0.016, rough=0.002, round_=0.05)
    b.box(0.34 * wide, FLOOR + 0.67, 0.1, 0.03, "#b5804f", lift=0.006, rough=0)
    b.box(0.34 * wide + 0.02, FLOOR + 0.72, 0.14, 0.06, "#8f5f3c", lift=0.008, rough=0, round_=0.02)
    for number in range(3):
        b.box(
            -0.34 * wide,
            FLOOR + 0.67 + 0.035 * number,
            0.18,
            0.035,
            ("#b5483c", "#3f6f8f", "#e9d8b0")[number],
            lift=0.004,
            rough=0,
        )
    r.floor(b, "#9a6f4a")
    for side in (-1, 1):
        x = side * (b.half - 0.1)
        b.rooted(x, 0.02, 0.3)
        b.box(x, 0.0, 0.64, 0.36, "#8f5a38", lift=0.024, rough=0.002)
        b.box(x, 0.34, 0.7, 0.05, "#c08f5c", lift=0.01, rough=0.001)
        b.box(x - side * 0.1, 0.39, 0.2, 0.02, "#fbf6ea", lift=0.004, rough=0.001)
    for x in b.spread(0.9, 0):
        r.lampshade(b, x, b.top - 0.16, "#f4e6c0", size=0.8)


def _court_front(b: Brush) -> None:
    """The table before us: papers, law books, an inkwell with its quill."""
    b.box(0, b.low - 0.1, PERIOD, 0.16, "#6a3f2a", lift=0.03, rough=0.002)
    b.box(0, b.low + 0.04, PERIOD, 0.055, "#a9744a", lift=0.008, rough=0.002)
    left, right = -b.half + 0.22, b.half - 0.2
    for number, colour in enumerate(("#3f6f8f", "#b5483c", "#e0b45c")):
        b.box(left + 0.02 * (number % 2), b.low + 0.09 + 0.05 * number, 0.3, 0.05, colour, lift=0.008, rough=0.001)
        b.box(left + 0.1, b.low + 0.1 + 0.05 * number, 0.04, 0.03, "#f7e3b0", lift=0, rough=0)
    sheet = [
        (right - 0.28, b.low + 0.1),
        (right - 0.06, b.low + 0.1),
        (right - 0.02, b.low + 0.2),
        (right - 0.2, b.low + 0.2),
    ]
    b.shape(sheet, "#fbf6ea", lift=0.008, rough=0.001)
    for line in (0.125, 0.15, 0.175):
        b.line([(right - 0.2, b.low + line), (right - 0.07, b.low + line)], "#8f8a84", 0.006)
    b.box(right + 0.07, b.low + 0.09, 0.1, 0.09, "#2f3a4a", lift=0.01, rough=0.001, round_=0.02)
    w.leaf(b, right + 0.08, b.low + 0.16, 0.24, -62, "#fbf6ea", fat=0.14)


def _ring_hall(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, 6, "#2a2440", own=True, lift=0, rough=0)
    m.stands(b)
    for x in b.spread(0.7, 0):
        y = b.top - 0.1
        b.glow(x, y, 0.6, "#fff2cc", 0.6)
        b.box(x, y, 0.2, 0.12, "#30323e", lift=0.01, rough=0)
        b.disc(x, y, 0.07, "#fff6d8", own=True, high=0.03, lift=0, rough=0)
        r.lightfall(b, x, y, 0.06, strength=0.22)


def _ring(b: Brush) -> None:
    """A boxing ring: canvas, apron, four posts, three ropes behind."""
    edge = max(0.62, b.half - 0.1)
    b.box(0, GROUND, PERIOD, HORIZON - 0.1 - GROUND, "#e9e0cc", lift=0.02, rough=0.002)
    b.disc(0.0, -0.02, 0.5, "#d9503f", high=0.14, lift=0, rough=0.003)
    b.disc(0.0, -0.02, 0.38, "#e9e0cc", high=0.1, lift=0, rough=0.003)
    b.lit(0.0, 0.0, 1.2 * b.half, "#fff2cc", 0.4, high=0.34)
    for y, colour in ((0.36, "#d9503f"), (0.6, "#fbf6ea"), (0.84, "#3f6fb0")):
        b.line([(-edge - 0.06, y), (edge + 0.06, y)], colour, 0.034)
        for side in (-1, 1):
            b.line([(side * edge, y), (side * (edge + 1.4), y - 0.6)], colour, 0.04)
    for side, colour in ((-1, "#d9503f"), (1, "#3f6fb0")):
        b.rooted(side * edge, HORIZON - 0.14, 0.1)
        b.box(side * edge, HORIZON - 0.16, 0.08, 0.86, "#8d98a4", lift=0.02, rough=0)
        b.box(side * edge, HORIZON + 0.06, 0.17, 0.56, colour, lift=0.02, rough=0.002, round_=0.04)


def _ring_front(b: Brush) -> None:
    """The near rope, the apron, a bell."""
    b.box(0, b.low - 0.2, PERIOD, 0.26, "#2f4f8f", lift=0.04, rough=0.002)
    b.box(0, b.low + 0.04, PERIOD, 0.04, "#fbf6ea", lift=0.006, rough=0)
    for x in b.spread(0.6, 0):
        points = [(0.07 if corner % 2 == 0 else 0.03, corner * pi / 5) for corner in range(10)]
        star = [(x + far * sin(turn), b.low - 0.04 + far * cos(turn)) for far, turn in points]
        b.shape(star, "#f0c95c", lift=0.004, rough=0)
    bell = b.half - 0.2
    b.box(bell, b.low + 0.08, 0.18, 0.04, "#7a4f34", lift=0.01, rough=0)
    b.disc(bell, b.low + 0.13, 0.1, "#e0b03c", high=0.1, lift=0.014, rough=0)
    b.disc(bell - 0.03, b.low + 0.17, 0.03, "#fbe6a0", lift=0, rough=0, flat=True)


def _fair_far(b: Brush) -> None:
    """A big wheel, a roller coaster, tents."""
    w.grove(b, HORIZON + 0.06, 0.12, "#7fae70", haze=0.4, step=0.24)
    _coaster(b)
    for x in b.spread(3.0, 0.02, 0.42 * b.half):
        _wheel(b, x, HORIZON + 0.66, min(0.6, (b.top - HORIZON - 0.2) / 2))
    for number, x in enumerate(b.spread(0.75, 0.1, 0.3)):
        _tent(b, x, HORIZON - 0.06, 0.5, ("#d9503f", "#3f7fae", "#e9a83c")[number % 3])


def _wheel(b: Brush, x: float, y: float, size: float) -> None:
    pen = b.colour("#d9dde2", 0.15)
    for side in (-1, 1):
        b.line([(x, y), (x + side * 0.5 * size, HORIZON - 0.1)], "#8d98a4", 0.035, haze=0.15)
    for spoke in range(10):
        angle = spoke * pi / 5 + 0.2
        b.canvas.drawLine(x, -y, x + size * cos(angle), -y - size * sin(angle), stroke(pen, 0.012))
    for ring in (1.0, 0.88):
        b.canvas.drawCircle(x, -y, size * ring, stroke(pen, 0.018))
    b.disc(x, y, 0.08 * size, "#e9a83c", haze=0.1, lift=0.006, rough=0)
    for spoke in range(10):
        angle = spoke * pi / 5 + 0.2
        px, py = x + size * cos(angle), y + size * sin(angle)
        if b.light.lamps:
            b.glow(px, py, 0.16, ("#ff8ac0", "#8ae0ff", "#ffe08a")[spoke % 3], 0.8)
            b.glimmer("star", px, py, 0.12, ("#ff8ac0", "#8ae0ff", "#ffe08a")[spoke % 3])
        b.box(
            px,
            py - 0.17 * size,
            0.17 * size,
            0.15 * size,
            _WARES[spoke % 5],
            haze=0.1,
            lift=0.008,
            rough=0,
            round_=0.03,
        )
        b.pane(px, py - 0.11 * size, 0.11 * size, 0.07 * size)


def _coaster(b: Brush) -> None:
    def height(x: float) -> float:
        return HORIZON + 0.36 + 0.26 * sin(2 * pi * 3 * x / PERIOD) + 0.12 * sin(2 * pi * 7 * x / PERIOD + 1)

    xs = [-_HALF + 0.1 * i for i in range(91)]
    for x in xs[::2]:
        b.line([(x, HORIZON - 0.1), (x, height(x))], "#fbf6ea", 0.01, haze=0.3)
    b.line([(x, height(x)) for x in xs], "#d9503f", 0.034, haze=0.22)
    b.line([(x, height(x) - 0.05) for x in xs], "#fbf6ea", 0.012, haze=0.25)


def _tent(b: Brush, x: float, y: float, size: float, colour: str) -> None:
    """A striped tent with a flag."""
    count = 6
    for part in range(count):
        left, right = -0.5 + part / count, -0.5 + (part + 1) / count
        tone = colour if part % 2 == 0 else "#fbf3e2"
        b.shape([(x + left * size, y), (x + right * size, y), (x + right * 0.92 * size, y + 0.5 * size),
                 (x + left * 0.92 * size, y + 0.5 * size)], tone, haze=0.12, lift=0.004, rough=0)  # fmt: skip
        eaves, top = y + 0.48 * size, y + 0.98 * size
        gore = [(x + left * 1.16 * size, eaves), (x + right * 1.16 * size, eaves), (x, top)]
        b.shape(gore, tone, haze=0.1, lift=0.008, rough=0)
    b.line([(x, y + 0.96 * size), (x, y + 1.16 * size)], "#7a5a42", 0.012)
    b.shape(
        [(x, y + 1.16 * size), (x + 0.16 * size, y + 1.1 * size), (x, y + 1.04 * size)], "#e9a83c", lift=0.004, rough=0
    )


def _fair(b: Brush) -> None:
    n.ground(b, "#d9bf94", wave=0.015)
    t.bunting(b, min(1.62, b.top - 0.1))
    stall = -b.half + 0.24
    b.rooted(stall, 0.06, 0.34)
    b.box(stall, 0.06, 0.62, 0.42, "#fbf3e2", lift=0.02, rough=0.002)
    for part in range(5):
        b.box(stall - 0.25 + 0.125 * part, 0.06, 0.06, 0.42, "#d9503f", lift=0, rough=0)
    for side in (-0.28, 0.28):
        b.box(stall + side, 0.48, 0.03, 0.52, "#fbf3e2", lift=0.01, rough=0)
    if b.light.lamps:
        b.lit(stall, 0.6, 0.7, "#ffcf7a", 0.7, high=0.6)
    t.awning(b, stall, 0.94, 0.76, 0.2, "#d9503f", count=7)
    for dx, colour in ((-0.14, "#f2a0c0"), (0.04, "#a0d8f0"), (0.18, "#f7e08a")):
        b.line([(stall + dx, 0.48), (stall + dx, 0.6)], "#f4efe2", 0.014)
        b.disc(stall + dx, 0.66, 0.075, colour, lift=0.01, rough=0.012)
    t.lamp(b, b.half - 0.1, 0.1, 0.84)
    if b.light.lamps:
        b.lit(0.0, 0.08, 1.2, "#ffb46a", 0.5, high=0.24)
    for number, (dx, high) in enumerate(((0.0, 0.98), (0.12, 1.1), (-0.1, 1.14))):
        x = b.half - 0.4
        b.line([(x, 0.36), (x + dx, high)], "#7a6a72", 0.006)
        b.disc(x + dx, high + 0.1, 0.09, ("#e2604a", "#5aa0d0", "#f0c04c")[number], high=0.11, lift=0.012, rough=0)
    for _ in range(40):
        x, y = b.dice.uniform(-_HALF, _HALF), b.dice.uniform(b.low, 0.18)
        b.disc(x, y, 0.016, b.dice.choice(_WARES), high=0.009, lift=0, rough=0, flat=True)


def _fair_front(b: Brush) -> None:
    """A low fence with stars."""
    t.fence(b, b.low - 0.12, 0.26, "#fbf3e2", step=0.16)
    for number, x in enumerate(b.spread(0.48, 0)):
        b.disc(x, b.low + 0.06, 0.06, _WARES[number % 5], lift=0.01, rough=0.002)


def _festival_far(b: Brush) -> None:
    """A tower with a drum among lanterns, and the wood around the shrine."""
    n.hills(b, "#6f8f7a", 0.6, haze=0.45)
    w.trees(b, 0.4, 0.9, colour="#5a8a5c", haze=0.3, kind="pine")
    _tower(b, 0.0, HORIZON - 0.1, min(1.0, (b.top - HORIZON) / 1.25))
    t.lanterns(b, b.top - 0.36, step=0.26, size=0.11)


def _tower(b: Brush, x: float, y: float, size: float) -> None:
    for side in (-0.3, -0.1, 0.1, 0.3):
        b.box(x + side * size, y, 0.045 * size, 0.6 * size, "#8a5a38", haze=0.05, lift=0.008, rough=0)
    if b.light.lamps:
        b.glow(x, y + 0.8 * size, 0.9 * size, "#ffb45a", 0.6)
    for part in range(8):
        tone = "#d9402f" if part % 2 == 0 else "#fbf3e2"
        b.box(
            x + (-0.315 + 0.09 * part) * size,
            y + 0.54 * size,
            0.09 * size,
            0.24 * size,
            tone,
            haze=0.04,
            lift=0.004,
            rough=0,
        )
    b.box(x, y + 0.77 * size, 0.76 * size, 0.035 * size, "#8a5a38", haze=0.04, lift=0.008, rough=0)
    b.disc(x, y + 0.92 * size, 0.13 * size, "#a9603c", haze=0.04, lift=0.012, rough=0)
    b.disc(x, y + 0.92 * size, 0.1 * size, "#f4e3c4", haze=0.04, lift=0, rough=0)
    for side in (-0.32, 0.32):
        b.box(x + side * size, y + 0.78 * size, 0.03 * size, 0.36 * size, "#8a5a38", haze=0.04, lift=0.006, rough=0)
    b.shape([(x - 0.46 * size, y + 1.12 * size), (x + 0.46 * size, y + 1.12 * size), (x + 0.2 * size, y + 1.34 * size),
             (x - 0.2 * size, y + 1.34 * size)], "#56606e", haze=0.04, lift=0.014, rough=0.002)  # fmt: skip
    for part in range(5):
        t.lantern(b, x + (-0.32 + 0.16 * part) * size, y + 1.02 * size, 0.1 * size, "#d9402f")


def _festival(b: Brush) -> None:
    n.ground(b, "#b59a74", wave=0.015)
    if b.light.lamps:
        b.lit(0.0, 0.12, 1.3, "#ffb45a", 0.5, high=0.26)
    for side in (-1, 1):
        for number in range(3):
            x = side * (b.half + (0.22 if b.half < 1 else -0.06) + 1.35 * number)
            b.canvas.save()
            b.canvas.translate(x, -0.1)
            b.canvas.scale(0.82, 0.82)
            b.rooted(0.0, 0.0, 0.66)
            b.indoors = True  # lit from within
            t.stall(b)
            b.indoors = False
            b.canvas.restore()
    t.lanterns(b, b.top - 0.16, step=0.34, size=0.18)


def _festival_front(b: Brush) -> None:
    """A tub of goldfish, a row of masks and of pinwheels."""
    b.indoors = True  # our own stall is lit
    b.box(0, b.low - 0.1, PERIOD, 0.13, "#7a4a34", lift=0.03, rough=0.003)
    for number, x in enumerate(b.spread(0.42, 0)):
        match number % 3:
            case 0:
                b.box(x, b.low + 0.02, 0.36, 0.1, "#3f7fae", lift=0.012, rough=0.001)
                b.disc(x, b.low + 0.12, 0.18, "#8fd4e6", high=0.035, lift=0, rough=0)
                for dx in (-0.09, 0.0, 0.08):
                    b.disc(x + dx, b.low + 0.12, 0.026, "#e2452f", high=0.012, lift=0, rough=0, flat=True)
            case 1:
                b.line([(x, b.low), (x, b.low + 0.2)], "#c99a62", 0.014)
                for petal in range(6):
                    w.leaf(b, x, b.low + 0.2, 0.085, 60 * petal, ("#e2604a", "#f0c04c", "#5aa0d0")[petal % 3], fat=0.4)
                b.disc(x, b.low + 0.2, 0.016, "#fbf3e2", lift=0.003, rough=0, flat=True)
            case _:
                b.disc(x, b.low + 0.13, 0.1, "#fbf6ea", lift=0.012, rough=0.002)
                for side in (-1, 1):
                    ear = [(x + side * dx, b.low + dy) for dx, dy in ((0.09, 0.17), (0.1, 0.27), (0.02, 0.22))]
                    b.shape(ear, "#fbf6ea", lift=0.006, rough=0)
                    b.line([(x + side * 0.055, b.low + 0.155), (x + side * 0.02, b.low + 0.14)], "#3a2a2a", 0.012)
                    b.line([(x + side * 0.04, b.low + 0.08), (x + side * 0.09, b.low + 0.1)], "#d9402f", 0.012)
                b.disc(x, b.low + 0.1, 0.014, "#3a2a2a", lift=0, rough=0, flat=True)


def _pool_far(b: Brush) -> None:
    w.grove(b, HORIZON + 0.1, 0.14, "#7fae70", haze=0.3, step=0.22)
    t.fence(b, HORIZON - 0.12, 0.4, "#fbf6ea", step=0.12, haze=0.08)
    slide = skia.Path()
    x = -0.62 * b.half
    slide.moveTo(x - 0.1, -1.2)
    slide.cubicTo(x + 0.3, -1.15, x + 0.1, -0.7, x + 0.44, -0.62)
    slide.cubicTo(x + 0.66, -0.56, x + 0.5, -0.34, x + 0.74, -0.3)
    for dx in (-0.12, 0.02):
        b.box(x + dx, HORIZON - 0.1, 0.04, 0.96, "#8d98a4", haze=0.06, lift=0.01, rough=0)
    for tone, width in (("#e2604a", 0.17), ("#f58a6a", 0.1)):
        b.canvas.drawPath(slide, stroke(b.colour(tone, 0.05), width))


def _pool(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, HORIZON - 0.12 - GROUND, "#e6dcc8", lift=0.02, rough=0.002)
    b.box(0, GROUND, PERIOD, 0.13 - GROUND, "#fbf8f0", lift=0.012, rough=0.001)
    b.box(0, GROUND, PERIOD, 0.1 - GROUND, "#5ac4de", lift=0, rough=0)
    for row, y in enumerate((0.03, -0.12, -0.32, -0.6)):
        for number, x in enumerate(b.spread(0.13 + 0.02 * row, 0)):
            tone = "#e2604a" if number % 2 else "#fbf6ea"
            b.disc(x, y, 0.05 + 0.008 * row, tone, high=0.02 + 0.004 * row, lift=0.004, rough=0, flat=True)
    a.glitter(b, 0.08, b.low)
    m.parasol(b, b.half - 0.14, 0.1, 0.9)
    left = -b.half + 0.16
    b.line(
        [(left - 0.1, 0.02), (left - 0.1, 0.34), (left - 0.02, 0.4), (left + 0.06, 0.34), (left + 0.06, 0.02)],
        "#c9d2da",
        0.024,
    )


def _pool_water(b: Brush) -> None:
    a.sea(b, -0.02, "#6fd0e6", wave=0.016, bumps=16, phase=0.2)
    for x, colour in ((-b.half + 0.2, "#f7d35a"), (b.half - 0.24, "#f2a0b5"), (b.half + 1.0, "#8ad0a0")):
        y = b.low + 0.1
        b.disc(x, y, 0.2, colour, high=0.1, lift=0.02, rough=0.002)
        for part in (-0.13, 0.02, 0.14):
            b.disc(
                x + part,
                y + 0.04 * (abs(part) < 0.1),
                0.045,
                lighter(colour, 0.6),
                high=0.05,
                lift=0,
                rough=0,
                flat=True,
            )
        b.disc(x, y + 0.015, 0.1, "#6fd0e6", high=0.04, lift=0, rough=0)


GATHERINGS: Mapping[Place, Scenery] = {
    "chapel": r.enclosed(_chapel_wall, _chapel, _chapel_front),
    "courtroom": r.enclosed(_court_wall, _court, _court_front),
    "boxing_ring": r.enclosed(_ring_hall, _ring, _ring_front, far=0.6),
    "amusement_park": Scenery(
        (Layer(0.1, open_sky), Layer(0.45, _fair_far), Layer(1.0, _fair)), (Layer(1.2, _fair_front),)
    ),
    "festival": Scenery(
        (Layer(0.1, open_sky), Layer(0.6, _festival_far), Layer(1.0, _festival)), (Layer(1.15, _festival_front),)
    ),
    "pool": Scenery(
        (Layer(0.1, open_sky), Layer(0.6, _pool_far), Layer(1.0, _pool)),
        (Layer(1.05, _pool_water, sway=0.05),),
        floor="water",
    ),
}
