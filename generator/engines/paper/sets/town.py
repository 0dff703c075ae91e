"""Pieces of town: blocks, houses, fences, lamps, lanterns, signs, roads, stalls, torii, castles."""

from math import cos, pi, sin

import skia

from generator.engines.paper.colours import darker, lighter, mixed, skia_colour
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, smooth, stroke

_HALF = PERIOD / 2
_WALLS = ("#e8c9a0", "#d99c80", "#b9c4b0", "#e6dcc6", "#c9a9a0", "#a7b8c8")


def blocks(
    b: Brush,
    height: float,
    *,
    haze: float = 0.35,
    step: float = 0.55,
    colours: tuple[str, ...] = ("#9fb0c6", "#b7a9bd", "#c8b7a6", "#8fa3b4"),
) -> None:
    """A skyline of tall houses with windows."""
    for x in b.spread(step, 0.22):
        wide, high = step * b.dice.uniform(0.7, 1.15), height * b.dice.uniform(0.5, 1.0)
        b.box(x, HORIZON - 0.1, wide, high, b.dice.choice(colours), haze=haze, rough=0.003)
        columns, rows = max(2, int(wide / 0.14)), int(high / 0.19)
        for column in range(columns):
            for row in range(1, rows):
                if b.dice.random() < 0.62:
                    b.pane(
                        x - wide / 2 + (column + 0.75) * wide / (columns + 0.5),
                        HORIZON - 0.14 + row * 0.19,
                        0.06,
                        0.085,
                    )


def houses(b: Brush, *, step: float = 1.15, shops: bool = True, haze: float = 0.08) -> None:
    """A row of small houses with roofs, doors and awnings."""
    for x in b.spread(step, 0.06):
        wall, wide, high = b.dice.choice(_WALLS), step * 0.94, b.dice.uniform(0.85, 1.25)
        y = HORIZON - 0.12
        b.box(x, y, wide, high, wall, haze=haze, rough=0.003)
        roof = b.dice.choice(("#a4553f", "#56687f", "#7a5a4a", "#5d7a6c"))
        if b.dice.random() < 0.6:
            b.shape(
                [
                    (x - wide * 0.58, y + high),
                    (x - wide * 0.4, y + high + 0.3),
                    (x + wide * 0.4, y + high + 0.3),
                    (x + wide * 0.58, y + high),
                ],
                roof,
                haze=haze,
            )
        else:
            b.box(x, y + high, wide * 1.06, 0.09, roof, haze=haze)
        for side in (-0.27, 0.27):
            b.box(x + side * wide, y + high * 0.58, 0.25, 0.25, "#fbf3e2", haze=haze, lift=0.006, rough=0)
            b.pane(x + side * wide, y + high * 0.58 + 0.025, 0.2, 0.2)
        if shops:
            _shopfront(b, x, y, wide, haze)
        else:
            b.box(x, y, 0.22, 0.42, darker(wall, 0.45), haze=haze, lift=0.006, rough=0.002)


def _shopfront(b: Brush, x: float, y: float, wide: float, haze: float) -> None:
    b.pane(x - wide * 0.14, y + 0.05, wide * 0.5, 0.34)
    b.box(x + wide * 0.3, y, 0.2, 0.4, "#7b5b45", haze=haze, lift=0.006, rough=0.002)
    colour = b.dice.choice(("#d65a4a", "#3f8f8a", "#e0a23c", "#5a78b0"))
    awning(b, x, y + 0.42, wide * 0.94, 0.15, colour, haze=haze)


def awning(
    b: Brush, x: float, y: float, wide: float, high: float, colour: str, *, haze: float = 0.0, count: int = 7
) -> None:
    """A striped awning with scallops."""
    step = wide / count
    for i in range(count):
        left = x - wide / 2 + i * step
        path = skia.Path()
        path.moveTo(left + step * 0.1 * (1 - 2 * i / count), -(y + high))
        path.lineTo(left + step, -(y + high))
        path.lineTo(left + step, -y)
        path.quadTo(left + step / 2, -(y - step * 0.75), left, -y)
        path.close()
        b.cut(path, colour if i % 2 == 0 else "#fdf6e8", haze=haze, lift=0.012, rough=0)


def road(b: Brush, *, pavement: bool = True, stripes: str = "crossing") -> None:
    """A street: pavement, kerb and asphalt with white paint."""
    if pavement:
        b.box(0, GROUND, PERIOD, HORIZON - GROUND, "#cfc4b2", lift=0.02, rough=0.003, flat=True)
        for x in b.spread(0.42, 0):
            b.line([(x, HORIZON - 0.02), (x * 1.14 - 0.1, -0.06)], "#b5a994", 0.006)
    b.box(0, GROUND, PERIOD, -0.1 - GROUND, "#77757c", lift=0.03, rough=0.003, flat=True)
    b.box(0, -0.12, PERIOD, 0.035, "#e6ddcb", lift=0.01, rough=0.002)
    for x in b.spread(1.1 if stripes == "line" else 0.36, 0):
        if stripes == "line":
            b.shape(
                [(x - 0.26, -0.36), (x + 0.22, -0.36), (x + 0.2, -0.43), (x - 0.28, -0.43)],
                "#f3efe4",
                lift=0,
                rough=0.002,
            )
        elif abs(x) < 1.6:
            b.shape(
                [(x - 0.1, -0.2), (x + 0.07, -0.2), (x + 0.08 + x * 0.12, -0.9), (x - 0.12 + x * 0.12, -0.9)],
                "#f3efe4",
                lift=0,
                rough=0.002,
            )


def fence(
    b: Brush,
    y: float,
    high: float,
    colour: str = "#c79a6a",
    *,
    step: float = 0.16,
    haze: float = 0.0,
    pointed: bool = True,
) -> None:
    """Pickets and two rails."""
    for part in (0.3, 0.72):
        b.box(0, y + high * part, PERIOD, 0.035, darker(colour, 0.1), haze=haze, lift=0.006, rough=0.002)
    for x in b.spread(step, 0.04):
        w, tip = step * 0.34, high * (0.18 if pointed else 0.0)
        b.shape(
            [(x - w, y), (x - w, y + high - tip), (x, y + high), (x + w, y + high - tip), (x + w, y)],
            colour,
            haze=haze,
            lift=0.01,
            rough=0.003,
        )


def lamp(b: Brush, x: float, y: float, high: float) -> None:
    """A street lamp."""
    b.box(x, y, 0.045, high, "#4d5561", lift=0.012, rough=0)
    b.box(x, y, 0.11, 0.1, "#4d5561", lift=0.012, rough=0)
    b.shape(
        [(x - 0.1, y + high + 0.2), (x + 0.1, y + high + 0.2), (x + 0.06, y + high), (x - 0.06, y + high)],
        "#ffe9a8" if b.light.lamps else "#e9eef0",
        own=True,
        lift=0.01,
        rough=0,
    )
    b.shape(
        [(x - 0.13, y + high + 0.2), (x, y + high + 0.28), (x + 0.13, y + high + 0.2)], "#4d5561", lift=0.01, rough=0
    )
    if b.light.lamps:
        b.glow(x, y + high + 0.1, 0.75, "#ffcf7a", 0.6)


def lantern(
    b: Brush, x: float, y: float, size: float, colour: str = "#d9402f", *, lit: bool | None = None, string: bool = True
) -> None:
    """A paper lantern, ribs and all."""
    on = b.light.lamps if lit is None else lit
    if string:
        b.canvas.drawLine(x, -y - size * 0.6, x, -y - size * 1.1, stroke("#4a3b35", 0.012))
    tone = mixed(colour, "#ffb04a", 0.35) if on else b.colour(colour)
    if on:
        b.glow(x, y, size * 2.7, "#ff9a4a", 0.75)
    b.disc(x, y, size * 0.46, tone, high=size * 0.54, own=True, lift=0.015, rough=0)
    if on:
        b.glow(x, y - size * 0.1, size * 0.6, "#ffe6a0", 0.8)
    for part in (-0.3, -0.1, 0.1, 0.3):
        half = 0.46 * (1 - (part / 0.56) ** 2) ** 0.5 * size
        b.canvas.drawLine(x - half, -y - part * size, x + half, -y - part * size, stroke(darker(tone, 0.3), 0.006, 0.6))
    for side in (-0.5, 0.5):
        b.box(x, y + side * size - 0.03 * size, size * 0.42, 0.075 * size, "#33292c", lift=0.0, rough=0)


def lanterns(
    b: Brush, y: float, *, step: float = 0.42, size: float = 0.2, colours: tuple[str, ...] = ("#d9402f", "#f4ead2")
) -> None:
    """A sagging string of lanterns along the street."""
    sag = 1.5
    points = [(-_HALF + i * 0.1, y + 0.12 * cos(2 * pi * (i * 0.1) / sag)) for i in range(int(PERIOD / 0.1) + 1)]
    b.line(points, "#463a3a", 0.012)
    for number, x in enumerate(b.spread(step, 0.0)):
        height = y + 0.12 * cos(2 * pi * (x + _HALF) / sag)
        lantern(b, x, height - size * 0.75, size, colours[number % len(colours)])


def torii(b: Brush, x: float, y: float, size: float, *, haze: float = 0.0) -> None:
    """A shrine gate."""
    red, dark = "#cf4630", "#3b3236"
    for side in (-1, 1):
        b.shape(
            [
                (x + side * 0.5 * size - 0.055, y),
                (x + side * 0.5 * size + 0.055, y),
                (x + side * 0.45 * size + 0.045, y + 1.15 * size),
                (x + side * 0.45 * size - 0.045, y + 1.15 * size),
            ],
            red,
            haze=haze,
        )
        b.box(x + side * 0.5 * size, y, 0.15, 0.1, dark, haze=haze)
    b.box(x, y + 0.82 * size, 1.12 * size, 0.085 * size, red, haze=haze, rough=0.003)
    b.box(x, y + 0.86 * size, 0.1 * size, 0.24 * size, red, haze=haze, rough=0.003)
    b.shape(
        [
            (x - 0.74 * size, y + 1.22 * size),
            (x - 0.3 * size, y + 1.14 * size),
            (x + 0.3 * size, y + 1.14 * size),
            (x + 0.74 * size, y + 1.22 * size),
            (x + 0.7 * size, y + 1.08 * size),
            (x - 0.7 * size, y + 1.08 * size),
        ],
        red,
        haze=haze,
    )
    b.shape(
        [
            (x - 0.82 * size, y + 1.36 * size),
            (x, y + 1.23 * size),
            (x + 0.82 * size, y + 1.36 * size),
            (x + 0.76 * size, y + 1.2 * size),
            (x, y + 1.13 * size),
            (x - 0.76 * size, y + 1.2 * size),
        ],
        dark,
        haze=haze,
    )


def castle(b: Brush, x: float, y: float, size: float, *, haze: float = 0.2) -> None:
    """Towers with pointed roofs and flags."""
    wall = "#cfc6d6"
    b.box(x, y, 1.5 * size, 0.7 * size, wall, haze=haze)
    for i in range(7):
        b.box(x + (i - 3) * 0.22 * size, y + 0.7 * size, 0.12 * size, 0.1 * size, wall, haze=haze, lift=0.008)
    for dx, high, wide in ((-0.72, 1.15, 0.34), (0.72, 1.25, 0.34), (0.0, 1.6, 0.46)):
        cx = x + dx * size
        b.box(cx, y, wide * size, high * size, lighter(wall, 0.15), haze=haze)
        b.shape(
            [
                (cx - wide * 0.66 * size, y + high * size),
                (cx, y + (high + 0.55) * size),
                (cx + wide * 0.66 * size, y + high * size),
            ],
            "#7a5aa8",
            haze=haze,
        )
        b.line([(cx, y + (high + 0.55) * size), (cx, y + (high + 0.75) * size)], "#5a4a52", 0.012)
        b.shape(
            [
                (cx, y + (high + 0.75) * size),
                (cx + 0.2 * size, y + (high + 0.69) * size),
                (cx, y + (high + 0.62) * size),
            ],
            "#e2604a",
            haze=haze,
            lift=0.006,
        )
        for row in (0.4, 0.72):
            b.pane(cx, y + high * row * size, 0.08 * size, 0.15 * size, round_=0.03)
    door = skia.Path()
    door.addArc(skia.Rect.MakeLTRB(x - 0.17 * size, -y - 0.5 * size, x + 0.17 * size, -y - 0.1 * size), 180, 180)
    door.addRect(skia.Rect.MakeLTRB(x - 0.17 * size, -y - 0.3 * size, x + 0.17 * size, -y))
    b.cut(door, "#6b4a3a", haze=haze, rough=0)


def stands(b: Brush) -> None:
    """Tiers of a stadium full of people."""
    for row in range(5, -1, -1):
        y = HORIZON - 0.12 + row * 0.17
        points = [(-_HALF + i * PERIOD / 10, y + 0.15) for i in range(11)]
        b.cut(smooth(points, GROUND), mixed("#7d8fa8", "#c3cbd6", row / 6), lift=0.012, rough=0.002, haze=0.1)
        for x in b.spread(0.13, 0.3):
            if b.dice.random() < 0.8:
                coat = b.dice.choice(("#d9604f", "#e9b44c", "#5b9aa8", "#f2e6d2", "#7f6fae", "#6fa86a"))
                b.disc(x, y + 0.15, 0.052, coat, lift=0, rough=0, flat=True, high=0.06, haze=0.12)
                b.disc(
                    x,
                    y + 0.225,
                    0.033,
                    b.dice.choice(("#f2cfae", "#e2b48c", "#b98560")),
                    lift=0,
                    rough=0,
                    flat=True,
                    haze=0.12,
                )


def floodlights(b: Brush, x: float, y: float) -> None:
    """A mast with lamps."""
    b.box(x, y, 0.06, 1.5, "#6d7683", lift=0.01, rough=0)
    b.box(x, y + 1.5, 0.56, 0.3, "#59616e", lift=0.014, rough=0)
    for i in range(4):
        for j in range(2):
            b.disc(
                x - 0.2 + i * 0.133,
                y + 1.58 + j * 0.14,
                0.05,
                "#fff6d0" if b.light.lamps else "#dfe6ea",
                own=True,
                lift=0,
                rough=0,
                flat=True,
            )
    if b.light.lamps:
        b.glow(x, y + 1.65, 1.1, "#fff2cc", 0.5)


def bunting(b: Brush, y: float, *, sag: float = 0.16, step: float = 0.19) -> None:
    """Little flags on a string."""
    colours = ("#e2604a", "#f0c04c", "#63a8b8", "#f7efe0", "#7bb07a")
    span = 2.25

    def height(x: float) -> float:
        return y - sag * sin(pi * (((x + _HALF) / span) % 1))

    b.line([(-_HALF + i * 0.09, height(-_HALF + i * 0.09)) for i in range(101)], "#6a5a52", 0.01)
    for number, x in enumerate(b.spread(step, 0)):
        b.shape(
            [(x - 0.07, height(x - 0.07)), (x + 0.07, height(x + 0.07)), (x, height(x) - 0.16)],
            colours[number % 5],
            lift=0.012,
            rough=0,
        )


def poles(b: Brush) -> None:
    """Telegraph poles and wires."""
    for x in b.spread(3.0, 0.05, 0.62):
        b.box(x, HORIZON - 0.2, 0.06, 2.2, "#8b7868", haze=0.1, rough=0.002)
        b.box(x, HORIZON + 1.75, 0.5, 0.05, "#8b7868", haze=0.1, rough=0)
    for y in (HORIZON + 1.8, HORIZON + 1.65):
        b.line(
            [(-_HALF + i * 0.3, y - 0.12 * sin(pi * ((i * 0.3 - 0.62) % 3.0) / 3.0)) for i in range(31)],
            "#5d5560",
            0.008,
        )


def skyglow(b: Brush, colour: str, y: float, strength: float = 0.35) -> None:
    """A glow over the roofs, as of a city at night."""
    shader = skia.GradientShader.MakeLinear(
        points=[skia.Point(0, -y - 1.4), skia.Point(0, -y)],
        colors=[skia_colour(colour, 0), skia_colour(colour, strength)],
    )
    b.canvas.drawRect(
        skia.Rect.MakeLTRB(-_HALF, -TOP, _HALF, -y), skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kScreen)
    )


def stall(b: Brush) -> None:
    """A food stall of a night market, its middle at the origin: counter, hot plate, awning, lanterns."""
    for side in (-0.62, 0.62):
        b.box(side, 0.0, 0.06, 1.42, "#8a5a38", lift=0.02, rough=0.001)
    b.box(0.0, 0.62, 1.2, 0.62, "#6a3a2c", lift=0.0, rough=0)
    if b.light.lamps:
        b.glow(0.0, 1.0, 0.8, "#ffb45a", 0.75)
    b.box(0.0, 0.0, 1.36, 0.56, "#c4483a", lift=0.03, rough=0.002)
    for number in range(6):
        b.box(-0.5 + 0.2 * number, 0.07, 0.14, 0.36, "#f4e3c4", lift=0.01, rough=0.001)
        b.disc(-0.5 + 0.2 * number, 0.26, 0.045, "#c4483a", lift=0, rough=0, flat=True)
    b.box(0.0, 0.54, 1.46, 0.07, "#d9a866", lift=0.016, rough=0.001)
    b.box(-0.12, 0.61, 0.7, 0.07, "#4a4a52", lift=0.012, rough=0)
    for number in range(6):
        b.disc(-0.4 + 0.11 * number, 0.69, 0.045, "#c98a48", lift=0.006, rough=0)
    b.box(0.46, 0.61, 0.2, 0.16, "#f0c04c", lift=0.012, rough=0)
    awning(b, 0.0, 1.28, 1.56, 0.3, "#d9402f", count=9)
    for side in (-0.66, 0.66):
        lantern(b, side, 1.06, 0.24)
