"""What a place is known by: torii, lantern of stone, castle, barn, windmill, cabin, bridge, stadium, water tank."""

from itertools import pairwise
from math import pi, sin

import skia

from generator.engines.paper.colours import darker, lighter, mixed
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, smooth
from generator.engines.paper.sets.town import awning

_HALF = PERIOD / 2


def torii(b: Brush, x: float, y: float, size: float, *, haze: float = 0.0) -> None:
    """A shrine gate with its rope and paper streamers."""
    red, dark = "#d3452e", "#3b3236"
    for side in (-1, 1):
        b.rooted(x + side * 0.52 * size, y, 0.08, 1.2 * size)
    for side in (-1, 1):
        foot, head = x + side * 0.52 * size, x + side * 0.46 * size
        leg = [(foot - 0.055, y), (foot + 0.055, y), (head + 0.045, y + 1.15 * size), (head - 0.045, y + 1.15 * size)]
        b.shape(leg, red, haze=haze, rough=0.002)
        b.box(foot, y, 0.15, 0.09, dark, haze=haze, lift=0.01, rough=0.001)
    b.box(x, y + 0.84 * size, 1.14 * size, 0.08 * size, red, haze=haze, rough=0.002)
    b.box(x, y + 0.9 * size, 0.12 * size, 0.2 * size, "#2f4a6a", haze=haze, lift=0.014, rough=0.001)
    b.box(x, y + 0.93 * size, 0.08 * size, 0.14 * size, "#e8c25c", haze=haze, lift=0, rough=0)
    for low, high, wide, colour in ((1.09, 1.19, 0.7, red), (1.18, 1.29, 0.78, dark)):
        beam = skia.Path()
        beam.moveTo(x - wide * size, -(y + (high + 0.07) * size))
        beam.quadTo(x, -(y + (high - 0.06) * size), x + wide * size, -(y + (high + 0.07) * size))
        beam.lineTo(x + (wide - 0.05) * size, -(y + (low + 0.04) * size))
        beam.quadTo(x, -(y + (low - 0.07) * size), x - (wide - 0.05) * size, -(y + (low + 0.04) * size))
        beam.close()
        b.cut(beam, colour, haze=haze, rough=0.002)
    rope = skia.Path()
    rope.moveTo(x - 0.46 * size, -(y + 0.8 * size))
    rope.quadTo(x, -(y + 0.62 * size), x + 0.46 * size, -(y + 0.8 * size))
    rope.quadTo(x, -(y + 0.68 * size), x - 0.46 * size, -(y + 0.8 * size))
    b.cut(rope, "#e6cf94", haze=haze, lift=0.012, rough=0)
    for dx in (-0.24, 0.0, 0.24):
        top, w = y + (0.7 + 0.5 * dx * dx) * size, 0.045 * size
        zigzag = [
            (x + dx * size - w, top),
            (x + dx * size + w, top - 0.03),
            (x + dx * size + 0.2 * w, top - 0.07),
            (x + dx * size + 1.4 * w, top - 0.1),
            (x + dx * size + 0.4 * w, top - 0.2),
            (x + dx * size - 0.2 * w, top - 0.13),
            (x + dx * size - 1.2 * w, top - 0.1),
        ]
        b.shape(zigzag, "#fdfbf4", haze=haze, lift=0.006, rough=0)


def stone_lantern(b: Brush, x: float, y: float, size: float) -> None:
    """A stone lantern, alight after dark."""
    stone = "#a9a69c"
    b.rooted(x, y, 0.18 * size, size)
    if b.light.lamps:
        b.lit(x, y, 0.9 * size, "#ffb45a", 0.75, high=0.3 * size)
        b.lit(x, y + 0.6 * size, 0.7 * size, "#ffb45a", 0.6, high=0.6 * size)
        b.glimmer("fire", x, y + 0.71 * size, 0.4 * size, "#ffb45a")
    for low, wide, high in ((0.0, 0.34, 0.1), (0.1, 0.15, 0.46), (0.54, 0.32, 0.07)):
        b.box(x, y + low * size, wide * size, high * size, stone, lift=0.014, rough=0.003)
    if b.light.lamps:
        b.glow(x, y + 0.72 * size, 0.8 * size, "#ffb45a", 0.65)
    b.box(x, y + 0.61 * size, 0.24 * size, 0.2 * size, lighter(stone, 0.12), lift=0.01, rough=0.002)
    b.box(
        x,
        y + 0.64 * size,
        0.12 * size,
        0.14 * size,
        "#ffdf9a" if b.light.lamps else "#6f6c66",
        own=b.light.lamps,
        lift=0,
        rough=0,
    )
    roof = [
        (x - 0.26 * size, y + 0.79 * size),
        (x - 0.1 * size, y + 0.92 * size),
        (x, y + 1.02 * size),
        (x + 0.1 * size, y + 0.92 * size),
        (x + 0.26 * size, y + 0.79 * size),
    ]
    b.shape(roof, darker(stone, 0.12), lift=0.016, rough=0.003)


def steps(b: Brush, colour: str, *, horizon: float = HORIZON - 0.08) -> None:
    """Stone steps and a paved way that come towards us."""
    y, row = horizon, 0
    while y > GROUND:
        drop = 0.035 + 0.03 * row
        half = 0.34 + (horizon - y) * 0.6
        low = 0.34 + (horizon - y + drop) * 0.6
        b.shape(
            [(-half, y), (half, y), (low, y - drop), (-low, y - drop)],
            mixed(colour, "#6a655c" if row % 2 else "#ffffff", 0.07),
            lift=0.008,
            rough=0.003,
        )
        y, row = y - drop, row + 1


def castle(b: Brush, x: float, y: float, size: float, *, haze: float = 0.2) -> None:
    """Towers with pointed roofs and flags."""
    wall = "#d2c9da"
    b.box(x, y, 1.5 * size, 0.7 * size, wall, haze=haze, rough=0.003)
    for i in range(9):
        b.box(
            x + (i - 4) * 0.175 * size, y + 0.69 * size, 0.1 * size, 0.09 * size, wall, haze=haze, lift=0.008, rough=0
        )
    for number, (dx, high, wide) in enumerate(((-0.72, 1.12, 0.34), (0.72, 1.24, 0.34), (0.0, 1.5, 0.46))):
        cx, head = x + dx * size, y + high * size
        b.box(cx, y, wide * size, high * size, lighter(wall, 0.16), haze=haze, rough=0.003)
        for _ in range(7):
            bx, by = cx + b.dice.uniform(-0.36, 0.36) * wide * size, y + b.dice.uniform(0.06, 0.9) * high * size
            b.box(bx, by, 0.05 * size, 0.022 * size, darker(wall, 0.1), haze=haze, lift=0, rough=0, flat=True)
        b.box(cx, head - 0.06 * size, wide * 1.18 * size, 0.07 * size, wall, haze=haze, lift=0.01, rough=0)
        roof = skia.Path()
        roof.moveTo(cx - wide * 0.7 * size, -head)
        roof.quadTo(cx - wide * 0.2 * size, -head - 0.22 * size, cx, -head - 0.56 * size)
        roof.quadTo(cx + wide * 0.2 * size, -head - 0.22 * size, cx + wide * 0.7 * size, -head)
        roof.close()
        b.cut(
            roof,
            b.pick("#7a5aa8", "#3f7fa8", "#b5533f") if number < 2 else b.pick("#d0607a", "#e0a23c", "#5a8a6a"),
            haze=haze,
            rough=0.003,
        )
        b.line([(cx, head + 0.54 * size), (cx, head + 0.74 * size)], "#5a4a52", 0.01)
        flag = [(cx, head + 0.75 * size), (cx + 0.19 * size, head + 0.69 * size), (cx, head + 0.62 * size)]
        b.shape(flag, ("#e2604a", "#f0c04c", "#63a8b8")[number], haze=haze, lift=0.006, rough=0)
        for row in (0.38, 0.68):
            b.box(
                cx,
                y + high * row * size - 0.02,
                0.11 * size,
                0.2 * size,
                darker(wall, 0.16),
                haze=haze,
                lift=0.004,
                rough=0,
                round_=0.05 * size,
            )
            b.pane(cx, y + high * row * size, 0.075 * size, 0.15 * size, round_=0.035 * size, haze=haze)
    _gate(b, x, y, size, haze)


def _gate(b: Brush, x: float, y: float, size: float, haze: float) -> None:
    for grow, colour in ((0.035, "#a79cb4"), (0.0, "#6b4a3a")):
        half, high = (0.16 + grow) * size, (0.46 + grow) * size
        path = skia.Path()
        path.moveTo(x - half, -y)
        path.lineTo(x - half, -y - high * 0.6)
        path.cubicTo(x - half, -y - high, x + half, -y - high, x + half, -y - high * 0.6)
        path.lineTo(x + half, -y)
        path.close()
        b.cut(path, colour, haze=haze, lift=0.006, rough=0)
    for dx in (-0.08, 0.0, 0.08):
        b.line([(x + dx * size, y), (x + dx * size, y + 0.42 * size)], "#4a332a", 0.008, haze=haze)


def barn(b: Brush, x: float, y: float, size: float, *, haze: float = 0.1) -> None:
    """A red barn with a hay door."""
    red, white = "#c4483a", "#f6ecd8"
    walls = [
        (x - 0.46 * size, y),
        (x - 0.46 * size, y + 0.62 * size),
        (x - 0.3 * size, y + 0.88 * size),
        (x, y + 1.04 * size),
        (x + 0.3 * size, y + 0.88 * size),
        (x + 0.46 * size, y + 0.62 * size),
        (x + 0.46 * size, y),
    ]
    b.shape(walls, red, haze=haze, rough=0.003)
    for part in range(1, 8):
        at = x - 0.46 * size + part * 0.115 * size
        b.line([(at, y), (at, y + 0.6 * size)], darker(red, 0.16), 0.005, haze=haze)
    eaves = [
        (x - 0.54 * size, y + 0.56 * size),
        (x - 0.34 * size, y + 0.9 * size),
        (x, y + 1.08 * size),
        (x + 0.34 * size, y + 0.9 * size),
        (x + 0.54 * size, y + 0.56 * size),
    ]
    for one, other in pairwise(eaves):
        b.line([one, other], "#7d4a40", 0.05 * size, haze=haze)
    b.box(x, y, 0.36 * size, 0.42 * size, white, haze=haze, lift=0.008, rough=0)
    b.box(x, y + 0.02 * size, 0.3 * size, 0.37 * size, red, haze=haze, lift=0, rough=0)
    for side in (-1, 1):
        b.line(
            [(x - side * 0.15 * size, y + 0.02 * size), (x + side * 0.15 * size, y + 0.38 * size)],
            white,
            0.026 * size,
            haze=haze,
        )
    b.box(x, y + 0.6 * size, 0.2 * size, 0.2 * size, white, haze=haze, lift=0.006, rough=0)
    b.pane(x, y + 0.62 * size, 0.15 * size, 0.155 * size)


def windmill(b: Brush, x: float, y: float, size: float, *, haze: float = 0.2) -> None:
    """A windmill on a hill."""
    b.shape(
        [
            (x - 0.17 * size, y),
            (x + 0.17 * size, y),
            (x + 0.1 * size, y + 0.62 * size),
            (x - 0.1 * size, y + 0.62 * size),
        ],
        "#efe3cc",
        haze=haze,
        lift=0.016,
        rough=0.002,
    )
    b.shape(
        [(x - 0.14 * size, y + 0.6 * size), (x, y + 0.78 * size), (x + 0.14 * size, y + 0.6 * size)],
        "#b5533f",
        haze=haze,
        lift=0.01,
        rough=0,
    )
    b.pane(x, y + 0.3 * size, 0.07 * size, 0.1 * size, round_=0.02 * size)
    for spoke in range(4):
        angle = pi / 5 + spoke * pi / 2
        c, s, long, wide = sin(angle + pi / 2), sin(angle), 0.42 * size, 0.1 * size
        hub = (x, y + 0.6 * size)
        near, far = (hub[0] + c * 0.08 * size, hub[1] + s * 0.08 * size), (hub[0] + c * long, hub[1] + s * long)
        b.shape(
            [near, far, (far[0] - s * wide, far[1] + c * wide), (near[0] - s * wide, near[1] + c * wide)],
            "#fbf5e6",
            haze=haze,
            lift=0.01,
            rough=0,
        )
        b.line([hub, far], "#7a5a42", 0.012, haze=haze)


def cabin(b: Brush, x: float, y: float, size: float, *, haze: float = 0.1, snowy: bool = True) -> None:
    """A log cabin with a lit window and a smoking chimney."""
    for row in range(5):
        b.box(
            x,
            y + row * 0.08 * size,
            0.7 * size,
            0.085 * size,
            mixed("#9a6a42", "#7a4f34", 0.5 * (row % 2)),
            haze=haze,
            lift=0.006,
            rough=0.002,
        )
    b.box(x + 0.2 * size, y + 0.5 * size, 0.1 * size, 0.26 * size, "#8d7f78", haze=haze, lift=0.01, rough=0)
    roof = [(x - 0.45 * size, y + 0.38 * size), (x, y + 0.7 * size), (x + 0.45 * size, y + 0.38 * size)]
    b.shape(roof, "#fbfdfd" if snowy else "#a4553f", haze=haze * 0.5, lift=0.02, rough=0.004)
    b.box(x - 0.16 * size, y, 0.15 * size, 0.28 * size, "#5f4030", haze=haze, lift=0.006, rough=0)
    b.box(x + 0.14 * size, y + 0.11 * size, 0.2 * size, 0.17 * size, "#f6ecd8", haze=haze, lift=0.006, rough=0)
    b.pane(x + 0.14 * size, y + 0.13 * size, 0.16 * size, 0.13 * size)
    if b.light.lamps:
        b.box(x + 0.14 * size, y + 0.13 * size, 0.16 * size, 0.13 * size, "#ffd873", own=True, lift=0, rough=0)
        b.lit(x + 0.1 * size, y + 0.1 * size, 0.8 * size, "#ffb45a", 0.8, high=0.4 * size)


def bridge(b: Brush, x: float, y: float, wide: float, colour: str = "#cf4a35", *, haze: float = 0.1) -> None:
    """An arched bridge with a rail."""
    rise = 0.22 * wide

    def arch(low: float) -> skia.Path:
        path = skia.Path()
        path.moveTo(x - wide / 2, -y - low)
        path.quadTo(x, -y - low - 2 * rise, x + wide / 2, -y - low)
        path.lineTo(x + wide / 2, -y - low + 0.05)
        path.quadTo(x, -y - low - 2 * rise + 0.07, x - wide / 2, -y - low + 0.05)
        path.close()
        return path

    for part in range(9):
        u = part / 8
        h = y + 4 * rise * u * (1 - u)
        b.box(x - wide / 2 + u * wide, h - 0.02, 0.035, 0.2, darker(colour, 0.12), haze=haze, lift=0.008, rough=0)
    b.cut(arch(0.0), darker(colour, 0.2), haze=haze, lift=0.02, rough=0.002)
    b.cut(arch(0.16), colour, haze=haze, lift=0.014, rough=0.002)


def parasol(b: Brush, x: float, y: float, size: float) -> None:
    """A beach parasol, stuck in the sand at a slant."""
    b.line([(x, y), (x - 0.1 * size, y + 0.86 * size)], "#f4ead6", 0.03 * size)
    for part in range(6):
        slice_ = skia.Path()
        left, right = -0.5 + part / 6, -0.5 + (part + 1) / 6
        slice_.moveTo(0, -0.36 * size)
        slice_.quadTo(left * 1.1 * size, -0.3 * size, left * size, 0)
        slice_.quadTo((left + right) / 2 * size, 0.06 * size, right * size, 0)
        slice_.quadTo(right * 1.1 * size, -0.3 * size, 0, -0.36 * size)
        slice_.close()
        turn = skia.Matrix()
        turn.setTranslate(x - 0.08 * size, -y - 0.64 * size)
        turn.preRotate(-8)
        slice_.transform(turn)
        b.cut(slice_, "#e2604a" if part % 2 else "#fbf3e2", lift=0.012, rough=0)


def stands(b: Brush) -> None:
    """Tiers of a stadium full of people."""
    for row in range(5, -1, -1):
        y = HORIZON - 0.12 + row * 0.16
        points = [(-_HALF + i * PERIOD / 10, y + 0.14) for i in range(11)]
        b.cut(smooth(points, GROUND), mixed("#7d8fa8", "#c3cbd6", row / 6), lift=0.012, rough=0, haze=0.08)
        for x in b.spread(0.105, 0.3):
            if b.dice.random() < 0.86:
                coat = b.dice.choice(("#d9604f", "#e9b44c", "#5b9aa8", "#f2e6d2", "#7f6fae", "#6fa86a"))
                h = y + 0.14 + b.dice.uniform(-0.012, 0.02)
                b.disc(x, h, 0.044, coat, lift=0, rough=0, flat=True, high=0.055, haze=0.08)
                b.disc(
                    x,
                    h + 0.068,
                    0.029,
                    b.dice.choice(("#f2cfae", "#e2b48c", "#b98560")),
                    lift=0,
                    rough=0,
                    flat=True,
                    haze=0.08,
                )
    if b.top > HORIZON + 1.3:
        awning(b, 0.0, HORIZON + 1.02, PERIOD, 0.13, "#4f6f9a", haze=0.1, count=60)


def floodlights(b: Brush, x: float, y: float) -> None:
    """A mast with lamps."""
    high = min(1.3, b.top - y - 0.34)
    b.box(x, y, 0.05, high, "#6d7683", lift=0.01, rough=0)
    if b.light.lamps:
        b.glow(x, y + high + 0.14, 0.95, "#fff2cc", 0.7)
    b.box(x, y + high, 0.46, 0.26, "#59616e", lift=0.014, rough=0)
    for i in range(4):
        for j in range(2):
            tone = "#fff6d0" if b.light.lamps else "#dfe6ea"
            b.disc(x - 0.165 + i * 0.11, y + high + 0.07 + j * 0.12, 0.042, tone, own=True, lift=0, rough=0, flat=True)


def water_tank(b: Brush, x: float, y: float) -> None:
    """A water tank on stilts, as on roofs."""
    for side in (-0.14, 0.0, 0.14):
        b.box(x + side, y, 0.03, 0.36, "#6a5648", lift=0.008, rough=0)
    b.box(x, y + 0.34, 0.46, 0.42, "#a9744f", lift=0.02, rough=0.003)
    for part in (0.44, 0.62):
        b.box(x, y + part, 0.47, 0.025, "#6a5648", lift=0, rough=0)
    b.shape([(x - 0.27, y + 0.75), (x, y + 0.94), (x + 0.27, y + 0.75)], "#7a6a62", lift=0.014, rough=0.002)
