"""Pieces of town: blocks, houses, shops, awnings, signs, lanterns, lamps, fences, roads, stalls."""

from math import cos, pi, sin

import skia

from generator.engines.paper.colours import darker, lighter, mixed
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, stroke

_HALF = PERIOD / 2
_WALLS = ("#e8c9a0", "#d99c80", "#b9c4b0", "#ead9bd", "#c9a9a0", "#a7b8c8", "#e6b8a0")
_ROOFS = ("#a4553f", "#56687f", "#8a5f4a", "#5d7a6c")
_CLOTHS = ("#d65a4a", "#3f8f8a", "#e0a23c", "#5a78b0")
_NEON = ("#ff5a9a", "#4ad8e8", "#ffc84a", "#8af07a", "#c08aff")


def blocks(
    b: Brush,
    height: float,
    *,
    haze: float = 0.35,
    step: float = 0.4,
    least: float = 0.5,
    colours: tuple[str, ...] = ("#9fb0c6", "#b7a9bd", "#c8b7a6", "#8fa3b4"),
) -> None:
    """A skyline of tall houses with windows; the lowest are `least` of `height` high."""
    foot = HORIZON - 0.1
    for x in b.spread(step, 0.22):
        wide, high = step * b.dice.uniform(0.72, 1.12), height * b.dice.uniform(least, 1.0)
        colour = b.dice.choice(colours)
        b.box(x, foot, wide, high, colour, haze=haze, rough=0.002)
        match b.dice.randrange(4):
            case 0:
                b.box(x, foot + high, wide * 0.5, 0.07, darker(colour, 0.14), haze=haze, lift=0.008, rough=0)
            case 1:
                b.line(
                    [(x + wide * 0.2, foot + high), (x + wide * 0.2, foot + high + 0.17)],
                    darker(colour, 0.3),
                    0.009,
                    haze=haze,
                )
            case 2:
                b.box(x, foot + high, wide + 0.03, 0.035, darker(colour, 0.1), haze=haze, lift=0.006, rough=0)
        columns, rows = max(2, int(wide / 0.11)), int(high / 0.15)
        for column in range(columns):
            for row in range(1, rows):
                if b.dice.random() < 0.7:
                    b.pane(
                        x + ((column + 0.5) / columns - 0.5) * wide * 0.86,
                        foot - 0.02 + row * 0.15,
                        0.048,
                        0.075,
                        haze=haze * 0.8,
                    )


def houses(b: Brush, *, step: float = 0.78, shops: bool = True, haze: float = 0.06) -> None:
    """A row of small houses with roofs, windows, doors and awnings."""
    walls = list(_WALLS)
    b.dice.shuffle(walls)
    for number, x in enumerate(b.spread(step, 0.03)):
        wall, wide, high = walls[number % len(walls)], step * 0.97, b.dice.uniform(0.86, 1.14)
        y = HORIZON - 0.12
        b.box(x, y, wide, high, wall, haze=haze, rough=0.003)
        _roof(b, x, y + high, wide, b.dice.choice(_ROOFS), haze, flat=b.dice.random() < 0.3)
        for side in (-0.24, 0.24):
            _house_window(b, x + side * wide, y + high * 0.6, 0.2, 0.22, haze)
        if shops:
            _shopfront(b, x, y, wide, haze)
            if b.dice.random() < 0.6:
                sign(b, x + wide * 0.5 * b.dice.choice((-1, 1)), y + high * 0.52, 0.34, number, haze=haze)
        else:
            b.box(x, y, 0.2, 0.42, darker(wall, 0.45), haze=haze, lift=0.006, rough=0.002)


def _roof(b: Brush, x: float, y: float, wide: float, colour: str, haze: float, *, flat: bool) -> None:
    if flat:
        b.box(x, y, wide * 1.06, 0.08, colour, haze=haze)
        b.box(x, y + 0.07, wide * 1.1, 0.03, lighter(colour, 0.2), haze=haze, lift=0.006, rough=0)
        return
    b.shape(
        [
            (x - wide * 0.56, y - 0.02),
            (x - wide * 0.42, y + 0.26),
            (x + wide * 0.42, y + 0.26),
            (x + wide * 0.56, y - 0.02),
        ],
        colour,
        haze=haze,
    )
    for row, rise in enumerate((0.05, 0.12, 0.19)):
        half = wide * (0.55 - 0.5 * rise)
        count = 9
        path = skia.Path()
        path.moveTo(x - half, -(y + rise))
        for part in range(count):
            left = x - half + 2 * half * part / count
            path.quadTo(left + half / count, -(y + rise - 0.05), left + 2 * half / count, -(y + rise))
        b.canvas.drawPath(path, stroke(b.colour(darker(colour, 0.2 - 0.04 * row), haze), 0.009, 0.8))


def _house_window(b: Brush, x: float, y: float, wide: float, high: float, haze: float) -> None:
    b.box(x, y - 0.025, wide + 0.05, high + 0.05, "#fbf3e2", haze=haze, lift=0.008, rough=0)
    b.pane(x, y, wide, high, haze=haze)
    b.box(x, y, 0.014, high, "#fbf3e2", haze=haze, lift=0, rough=0, flat=True)
    b.box(x, y + high * 0.55, wide, 0.013, "#fbf3e2", haze=haze, lift=0, rough=0, flat=True)
    b.box(x, y - 0.055, wide + 0.09, 0.035, "#a9743f", haze=haze, lift=0.008, rough=0)
    for dx in (-0.07, -0.02, 0.03, 0.08):
        b.disc(x + dx, y - 0.015, 0.024, "#6fa05a", haze=haze, lift=0.003, rough=0, flat=True)
    for dx in (-0.05, 0.05):
        b.disc(x + dx, y + 0.0, 0.017, "#e8607a", haze=haze, lift=0.003, rough=0, flat=True)


def _shopfront(b: Brush, x: float, y: float, wide: float, haze: float) -> None:
    b.box(x - wide * 0.14, y + 0.02, wide * 0.54, 0.36, "#8a5f45", haze=haze, lift=0.008, rough=0)
    b.pane(x - wide * 0.14, y + 0.05, wide * 0.48, 0.31)
    if b.light.lamps:
        b.lit(x, y + 0.3, 0.6 * wide, "#ffb45a", 0.6, high=0.5)
    for part in (-0.09, 0.09):
        b.box(x - wide * (0.14 + part), y + 0.05, 0.013, 0.31, "#8a5f45", haze=haze, lift=0, rough=0, flat=True)
    b.box(x + wide * 0.31, y, 0.19, 0.39, "#7b5b45", haze=haze, lift=0.008, rough=0.002)
    b.pane(x + wide * 0.31, y + 0.18, 0.11, 0.16, round_=0.01)
    awning(b, x, y + 0.4, wide * 0.94, 0.15, b.dice.choice(_CLOTHS), haze=haze)


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


def sign(b: Brush, x: float, y: float, high: float, number: int, *, haze: float = 0.0, neon: bool = False) -> None:
    """An upright shop sign with made-up letters; `neon` ones shine after dark."""
    colour = _NEON[number % len(_NEON)] if neon else ("#d9503f", "#3f6f8a", "#e8b44a", "#5f8f5a")[number % 4]
    lit = neon and b.light.lamps
    if lit:
        b.glow(x, y + high / 2, high * 0.9, colour, 0.6)
        b.glimmer("lamp", x, y + high / 2, 0.6 * high, colour)
        b.box(x, y, 0.15, high, mixed(colour, "#1a1030", 0.6), own=True, lift=0.014, rough=0.001, round_=0.02)
    else:
        b.box(
            x,
            y,
            0.15,
            high,
            mixed(colour, "#8a8a94", 0.3) if neon else colour,
            haze=haze,
            lift=0.014,
            rough=0.001,
            round_=0.02,
        )
    tone = mixed(colour, "#ffffff", 0.45) if lit else b.colour("#fdf6e8", haze)
    pen, at = stroke(tone, 0.014), y + high - 0.05
    for _ in range(max(1, int((high - 0.04) / 0.1))):
        _letter(b, x, at, pen)
        at -= 0.1


def _letter(b: Brush, x: float, y: float, pen: skia.Paint) -> None:
    """A sign that looks like one, in a square of 0.07."""
    kind = b.dice.randrange(4)
    if kind == 0:
        b.canvas.drawRect(skia.Rect.MakeXYWH(x - 0.03, -y, 0.06, 0.055), pen)
        b.canvas.drawLine(x - 0.03, -y + 0.028, x + 0.03, -y + 0.028, pen)
    else:
        b.canvas.drawLine(x - 0.034, -y + 0.012, x + 0.034, -y + 0.012, pen)
        b.canvas.drawLine(x, -y, x, -y + 0.06, pen)
        if kind == 1:
            b.canvas.drawLine(x, -y + 0.025, x - 0.034, -y + 0.06, pen)
            b.canvas.drawLine(x, -y + 0.025, x + 0.034, -y + 0.06, pen)
        elif kind == 2:
            b.canvas.drawLine(x - 0.034, -y + 0.058, x + 0.034, -y + 0.058, pen)


def road(b: Brush, *, pavement: bool = True, stripes: str = "crossing") -> None:
    """A street: pavement, kerb and asphalt with white paint, a "crossing" or a "line"."""
    if pavement:
        b.box(0, GROUND, PERIOD, HORIZON - GROUND, "#d4c9b6", lift=0.02, rough=0)
        b.line([(-_HALF, 0.16), (_HALF, 0.16)], "#bcb09a", 0.005)
        for x in b.spread(0.36, 0):
            b.line([(x, HORIZON - 0.02), (x * 1.16, -0.08)], "#bcb09a", 0.005)
    b.box(0, GROUND, PERIOD, -0.1 - GROUND, "#74727c", lift=0.03, rough=0.003)
    b.box(0, -0.13, PERIOD, 0.045, "#ece3d2", lift=0.01, rough=0.002)
    for x in b.spread(1.0 if stripes == "line" else 0.34, 0):
        if stripes == "line":
            dash = [(x - 0.22, -0.4), (x + 0.18, -0.4), (x + 0.16, -0.46), (x - 0.24, -0.46)]
            b.shape(dash, "#f3efe4", lift=0.003, rough=0.002)
        elif abs(x) < 1.3:
            bar = [(x - 0.09, -0.2), (x + 0.07, -0.2), (x * 1.12 + 0.09, -1.0), (x * 1.12 - 0.12, -1.0)]
            b.shape(bar, "#f3efe4", lift=0.003, rough=0.003)


def fence(
    b: Brush,
    y: float,
    high: float,
    colour: str = "#c79a6a",
    *,
    step: float = 0.13,
    haze: float = 0.0,
) -> None:
    """Pickets and two rails."""
    for part in (0.3, 0.72):
        b.box(0, y + high * part, PERIOD, 0.035, darker(colour, 0.1), haze=haze, lift=0.006, rough=0)
    for x in b.spread(step, 0.04):
        w, tip = step * 0.36, high * 0.16
        points = [(x - w, y), (x - w, y + high - tip), (x, y + high), (x + w, y + high - tip), (x + w, y)]
        b.shape(points, colour, haze=haze, lift=0.01, rough=0.003)


def wire_fence(b: Brush, y: float, high: float, colour: str = "#8b97a3") -> None:
    """A fence of posts and wire, as on roofs."""
    for i in range(int(PERIOD / 0.09)):
        x = -_HALF + i * 0.09
        b.line([(x, y), (x + high * 0.5, y + high)], colour, 0.004)
        b.line([(x + high * 0.5, y), (x, y + high)], colour, 0.004)
    for x in b.spread(0.5, 0, 0.25):
        b.box(x, y, 0.03, high + 0.04, darker(colour, 0.2), lift=0.01, rough=0)
    for part in (0.0, 1.0):
        b.box(0, y + high * part, PERIOD, 0.028, darker(colour, 0.2), lift=0.008, rough=0)


def guard_rail(b: Brush, y: float) -> None:
    """The white rail along a country road."""
    for x in b.spread(0.6, 0):
        b.box(x, y - 0.1, 0.045, 0.16, "#b9bec4", lift=0.01, rough=0)
    b.box(0, y, PERIOD, 0.075, "#f1efe8", lift=0.014, rough=0.001)
    b.box(0, y + 0.03, PERIOD, 0.014, "#c9cdd2", lift=0, rough=0, flat=True)


def lamp(b: Brush, x: float, y: float, high: float) -> None:
    """A street lamp; after dark its light falls on the wall behind and the ground below."""
    iron = "#4d5561"
    b.rooted(x, y, 0.05, high)
    if b.light.lamps:
        b.lit(x, y - 0.06, 0.95, "#ffc46a", 0.8, high=0.24)
        b.lit(x, y + 0.72 * high, 0.8, "#ffc46a", 0.62, high=0.75)
    b.box(x, y, 0.04, high, iron, lift=0.014, rough=0)
    for low, wide in ((0.0, 0.1), (0.07, 0.075), (high * 0.72, 0.06)):
        b.box(x, y + low, wide, 0.05, iron, lift=0.006, rough=0)
    if b.light.lamps:
        b.glow(x, y + high + 0.1, 0.85, "#ffcf7a", 0.62)
        b.glimmer("lamp", x, y + high + 0.1, 0.5, "#ffcf7a")
    glass = [(x - 0.09, y + high + 0.2), (x + 0.09, y + high + 0.2), (x + 0.055, y + high), (x - 0.055, y + high)]
    b.shape(glass, "#fff0b8" if b.light.lamps else "#eef2f0", own=True, lift=0.01, rough=0)
    b.shape([(x - 0.12, y + high + 0.19), (x, y + high + 0.28), (x + 0.12, y + high + 0.19)], iron, lift=0.01, rough=0)
    b.disc(x, y + high + 0.29, 0.02, iron, lift=0.004, rough=0)


def lantern(
    b: Brush, x: float, y: float, size: float, colour: str = "#d9402f", *, lit: bool | None = None, string: bool = True
) -> None:
    """A paper lantern, ribs and all."""
    on = b.light.lamps if lit is None else lit
    if string:
        b.canvas.drawLine(x, -y - size * 0.6, x, -y - size * 1.1, stroke("#4a3b35", 0.012))
    tone = mixed(colour, "#ffb04a", 0.35) if on else b.colour(colour)
    if on:
        b.glow(x, y, size * 2.7, "#ff9a4a", 0.7)
        b.glimmer("lamp", x, y, size * 1.5, "#ffb05a")
    b.disc(x, y, size * 0.46, tone, high=size * 0.54, own=True, lift=0.015, rough=0)
    if on:
        b.glow(x, y - size * 0.1, size * 0.6, "#ffe6a0", 0.8)
    for part in (-0.36, -0.22, -0.08, 0.08, 0.22, 0.36):
        half = 0.46 * (1 - (part / 0.54) ** 2) ** 0.5 * size
        rib = skia.Path()
        rib.moveTo(x - half, -y - part * size)
        rib.quadTo(x, -y - part * size + 0.05 * size, x + half, -y - part * size)
        b.canvas.drawPath(rib, stroke(darker(tone, 0.3), 0.024 * size, 0.55))
    for side in (-0.53, 0.47):
        b.box(x, y + side * size, size * 0.42, 0.07 * size, "#33292c", lift=0.0, rough=0)


def lanterns(
    b: Brush, y: float, *, step: float = 0.36, size: float = 0.2, colours: tuple[str, ...] = ("#d9402f", "#f4ead2")
) -> None:
    """A sagging string of lanterns along the street."""
    span = 1.5

    def height(x: float) -> float:
        return y + 0.1 * cos(2 * pi * (x + span / 2) / span)

    b.line([(-_HALF + i * 0.1, height(-_HALF + i * 0.1)) for i in range(int(PERIOD / 0.1) + 1)], "#463a3a", 0.01)
    for number, x in enumerate(b.spread(step, 0.0, step / 2)):
        lantern(b, x, height(x) - size * 0.75, size, colours[number % len(colours)])


def bunting(b: Brush, y: float, *, sag: float = 0.14, span: float = 1.5) -> None:
    """Little flags on a string across the street."""
    colours = ("#e2604a", "#f0c04c", "#63a8b8", "#f7efe0", "#7bb07a")

    def height(x: float) -> float:
        return y - sag * sin(pi * (((x + span / 2) / span) % 1))

    b.line([(-_HALF + i * 0.09, height(-_HALF + i * 0.09)) for i in range(101)], "#6a5a52", 0.008)
    for number, x in enumerate(b.spread(0.15, 0)):
        flag = [(x - 0.055, height(x - 0.055)), (x + 0.055, height(x + 0.055)), (x, height(x) - 0.14)]
        b.shape(flag, colours[number % 5], lift=0.01, rough=0)


def poles(b: Brush, at: float) -> None:
    """Telegraph poles, one of them at `at`, and wires."""
    high = b.top - HORIZON - 0.12
    for x in (at - 3.0, at, at + 3.0):
        b.box(x, HORIZON - 0.2, 0.05, high + 0.36, "#8b7868", haze=0.1, lift=0.014, rough=0.002)
        for drop in (0.0, 0.16):
            b.box(x, HORIZON + high - drop, 0.42 - drop, 0.035, "#7b6858", haze=0.1, lift=0.008, rough=0)
            for side in (-0.16, 0.16):
                b.box(x + side, HORIZON + high - drop + 0.03, 0.025, 0.04, "#e8ece8", lift=0.003, rough=0)
    for y in (HORIZON + high + 0.06, HORIZON + high - 0.1):
        b.line(
            [(-_HALF + i * 0.15, y - 0.12 * sin(pi * ((i * 0.15 - at - _HALF) % 3.0) / 3.0)) for i in range(61)],
            "#5d5560",
            0.006,
        )


def cobbles(b: Brush, colour: str, *, horizon: float = HORIZON - 0.1) -> None:
    """A street of stones."""
    b.box(0, GROUND, PERIOD, horizon - GROUND, colour, lift=0.03, rough=0)
    for row in range(8):
        y, size = horizon - 0.045 - 0.045 * row - 0.014 * row * row, 0.085 + 0.02 * row
        for x in b.spread(size * 2.15, 0.08, size * (row % 2)):
            tone = b.dice.choice((lighter(colour, 0.14), darker(colour, 0.08), lighter(colour, 0.05)))
            b.disc(x, y, size, tone, high=0.2 * size + 0.004, lift=0.004, rough=0.004, flat=True)


def postbox(b: Brush, x: float, y: float) -> None:
    """A red post box."""
    b.rooted(x, y, 0.1, 0.5)
    b.box(x, y, 0.2, 0.08, "#8a2f2a", lift=0.01, rough=0)
    b.box(x, y + 0.06, 0.17, 0.36, "#d3402f", lift=0.02, rough=0.001)
    b.disc(x, y + 0.42, 0.1, "#d3402f", high=0.05, lift=0.01, rough=0)
    b.box(x, y + 0.31, 0.11, 0.025, "#5a1a18", lift=0, rough=0)
    b.box(x, y + 0.16, 0.1, 0.09, "#f7efe0", lift=0.003, rough=0)


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
