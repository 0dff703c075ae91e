"""Beyond the air: open space, the moon, and the bridge of a ship between the stars."""

from collections.abc import Mapping
from math import cos, pi, sin

import skia

from generator.engines.paper.colours import mixed
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets import sky as s
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, Layer, Scenery, smooth, stroke
from generator.engines.paper.sets.rooms import FLOOR
from generator.vocabulary import Place

_HALF = PERIOD / 2


def stars(b: Brush, count: int, low: float, high: float) -> None:
    """So many stars between two heights."""
    for _ in range(count):
        x, y = b.dice.uniform(-_HALF, _HALF), b.dice.uniform(low, high)
        s.star(b, x, y, b.dice.choice((0.006, 0.008, 0.012, 0.022)))


def earth(b: Brush, x: float, y: float, size: float) -> None:
    """The earth, half in shadow, with clouds."""
    b.glow(x, y, 2.0 * size, "#8ac8ff", 0.5)
    b.disc(x, y, size, "#3f8fd0", own=True, lift=0.02, rough=0.002)
    b.canvas.save()
    round_ = skia.Path()
    round_.addCircle(x, -y, size)
    b.canvas.clipPath(round_, doAntiAlias=True)
    for dx, dy, wide, high in (
        (-0.4, 0.3, 0.4, 0.3),
        (0.3, 0.4, 0.36, 0.2),
        (-0.1, -0.4, 0.3, 0.36),
        (0.5, -0.2, 0.26, 0.3),
    ):
        b.disc(x + dx * size, y + dy * size, wide * size, "#7fbf6a", own=True, high=high * size, lift=0.004, rough=0.02)
    for dx, dy, wide in ((-0.2, 0.06, 0.5), (0.3, 0.62, 0.4), (0.2, -0.56, 0.44), (-0.6, -0.14, 0.3)):
        b.disc(x + dx * size, y + dy * size, wide * size, "#f7fbfb", own=True, high=0.07 * size, lift=0.003, rough=0.01)
    dark = skia.GradientShader.MakeLinear(
        points=[skia.Point(x - 0.1 * size, -y), skia.Point(x + size, -y + 0.5 * size)],
        colors=[skia.Color(10, 10, 50, 0), skia.Color(10, 10, 50, 190)],
    )
    b.canvas.drawCircle(x, -y, size, skia.Paint(AntiAlias=True, Shader=dark))
    b.canvas.restore()


def _moon_sky(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, 6, "#141238", own=True, lift=0, rough=0)
    for x, y, radius, colour in ((-0.7, 1.6, 1.2, "#2f2a78"), (1.0, 1.1, 1.1, "#1f3a78"), (2.8, 1.6, 1.3, "#3f2a78")):
        b.glow(x, y, radius, colour, 0.8)
    stars(b, 260, 0.2, 3.4)
    earth(b, 0.3 * b.half, b.top - 0.5, 0.3)


def _moon_far(b: Brush) -> None:
    heights = [b.dice.uniform(0.05, 0.34) for _ in range(9)]
    points = [(-_HALF + i * PERIOD / 9, HORIZON - 0.08 + heights[i % 9]) for i in range(10)]
    b.cut(smooth(points, GROUND), "#8f8ca6", own=True, lift=0.03, rough=0.006)
    for x in b.spread(1.6, 0.2, 0.6):
        wide = 0.3
        b.disc(x, HORIZON + 0.03, wide, "#6f6c8a", own=True, high=0.06, lift=0.01, rough=0.006)


def _moon(b: Brush) -> None:
    for y, colour in ((HORIZON - 0.08, "#b3b0c4"), (0.02, "#c0bdce"), (-0.3, "#cccad6")):
        b.cut(n.band(y, 2, 0.04, 7, y), colour, own=True, lift=0.03)
    for x in b.spread(0.34, 0.4):
        y = b.dice.uniform(-0.5, 0.12)
        wide = 0.06 + 0.12 * (0.2 - y)
        b.disc(x, y, wide, "#d9d7e2", own=True, high=0.32 * wide, lift=0.006)
        b.disc(x + 0.01, y - 0.01, wide * 0.82, "#8f8ca6", own=True, high=0.22 * wide, lift=0.0, flat=True)
    _lander(b, -b.half + 0.2, 0.1, 0.9)
    flag = b.half - 0.34
    b.rooted(flag, 0.04, 0.05)
    b.line([(flag, 0.04), (flag, 0.86)], "#dfe4ea", 0.022)
    b.box(flag + 0.2, 0.58, 0.38, 0.26, "#fbf6ea", own=True, lift=0.014, rough=0.004)
    b.disc(flag + 0.2, 0.71, 0.08, "#d9503f", own=True, lift=0, rough=0.003)
    for step in range(7):
        x, y = -0.3 * b.half + 0.13 * step, -0.16 - 0.02 * step + 0.03 * (step % 2)
        b.disc(x, y, 0.036, "#8f8ca6", own=True, high=0.016, lift=0, rough=0, flat=True)


def _lander(b: Brush, x: float, y: float, size: float) -> None:
    """A landing craft on four legs, wrapped in gold."""
    b.rooted(x, y, 0.34 * size)
    for dx in (-0.3, -0.14, 0.14, 0.3):
        b.line([(x + 0.5 * dx * size, y + 0.36 * size), (x + 1.2 * dx * size, y + 0.02)], "#aab2ba", 0.026 * size)
        b.disc(x + 1.2 * dx * size, y + 0.02, 0.055 * size, "#8d959d", own=True, high=0.018, lift=0.004, rough=0)
    b.box(x, y + 0.26 * size, 0.56 * size, 0.22 * size, "#e0b04a", own=True, lift=0.02, rough=0.006)
    for dx in (-0.16, 0.02, 0.18):
        b.line([(x + dx * size, y + 0.28 * size), (x + (dx + 0.06) * size, y + 0.46 * size)], "#f7d88a", 0.014)
    cabin = [(-0.22, 0.48), (0.22, 0.48), (0.28, 0.64), (0.16, 0.84), (-0.16, 0.84), (-0.28, 0.64)]
    b.shape([(x + dx * size, y + dy * size) for dx, dy in cabin], "#dfe4ea", own=True, lift=0.016, rough=0.003)
    for dx in (-0.12, 0.12):
        b.disc(x + dx * size, y + 0.68 * size, 0.055 * size, "#2c3a6a", own=True, lift=0.003, rough=0)
    b.line([(x, y + 0.84 * size), (x, y + 1.02 * size)], "#aab2ba", 0.016)
    b.disc(x, y + 1.06 * size, 0.08 * size, "#f4f4f7", own=True, high=0.03 * size, lift=0.006, rough=0)


def _moon_front(b: Brush) -> None:
    for x in b.spread(0.36, 0.4):
        _asteroid(b, x, b.low - 0.02, b.dice.uniform(0.08, 0.16), "#8a86a0")
    for x in b.spread(0.7, 0.4, 0.2):
        b.disc(x, b.low + 0.12, 0.13, "#a4a1b8", own=True, high=0.04, lift=0.0, rough=0.004)


def _nebula(b: Brush) -> None:
    """The dark, with clouds of light in sheets, and stars."""
    b.box(0, GROUND, PERIOD, 6, "#141038", own=True, lift=0, rough=0)
    for number, (y, tone) in enumerate(
        ((1.5, "#1c1850"), (1.05, "#2a1f6a"), (0.62, "#3c2a86"), (0.24, "#2a1f6a"), (-0.1, "#1a1548"))
    ):
        turn = 1.7 * number
        points = [(-_HALF + i * PERIOD / 9, y + 0.16 * sin(2 * pi * (i % 9) / 9 * 2 + turn)) for i in range(10)]
        b.cut(smooth(points, GROUND), tone, own=True, lift=0.03, rough=0.006)
    for x, y, radius, colour in (
        (-0.5, 0.9, 0.9, "#c05ad0"),
        (0.7, 1.2, 0.9, "#3f8ae0"),
        (2.4, 0.9, 1.2, "#d0609a"),
        (-2.4, 1.1, 1.1, "#3fa0c0"),
    ):
        b.glow(x, y, radius, colour, 0.55)
    stars(b, 260, -0.8, 2.6)


def _planets(b: Brush) -> None:
    x, y = 0.4 * b.half / 0.7, b.top - 0.42
    b.glow(x, y, 0.5, "#ffd08a", 0.4)
    back = [(x - 0.42, y - 0.14), (x, y - 0.05), (x + 0.44, y + 0.15), (x, y + 0.05)]
    b.shape(back, "#f7dfb0", own=True, lift=0.008)
    b.disc(x, y, 0.22, "#e9a45c", own=True)
    for part, colour in ((0.1, "#d98a4a"), (0.0, "#f2c08a"), (-0.1, "#d98a4a")):
        b.disc(x, y + part, 0.18, colour, own=True, high=0.022, lift=0, rough=0, flat=True)
    ring = [(x - 0.42, y - 0.14), (x + 0.02, y - 0.09), (x + 0.44, y + 0.15), (x - 0.02, y - 0.05)]
    b.shape(ring, "#fbe9c4", own=True, lift=0.006)
    earth(b, -b.half + 0.2, 0.9 * b.top - 0.66, 0.24)
    for px, size, colour in ((2.3, 0.26, "#c9607a"), (-2.6, 0.2, "#9a7fd0"), (0.86 * b.half, 0.07, "#d8d4e6")):
        py = 1.1 if abs(px) > b.half else 0.62
        b.disc(px, py, size, colour, own=True)
        b.disc(
            px - 0.3 * size, py + 0.3 * size, 0.25 * size, mixed(colour, "#ffffff", 0.25), own=True, lift=0, flat=True
        )


def _asteroid(b: Brush, x: float, y: float, size: float, tone: str) -> None:
    """A tumbling rock with craters, lit from above."""
    points = []
    for corner in range(9):
        far = size * b.dice.uniform(0.78, 1.12)
        points.append((x + far * cos(corner * 2 * pi / 9), y + 0.8 * far * sin(corner * 2 * pi / 9)))
    b.shape(points, tone, own=True, lift=0.03, rough=0.008)
    for dx, dy, r_ in ((-0.3, 0.2, 0.22), (0.34, -0.08, 0.18), (0.02, -0.36, 0.14), (0.2, 0.38, 0.12)):
        b.disc(
            x + dx * size,
            y + dy * size,
            r_ * size,
            mixed(tone, "#1a1440", 0.35),
            own=True,
            high=0.7 * r_ * size,
            lift=0,
            rough=0.004,
        )


def _belt(b: Brush) -> None:
    for x in b.spread(0.8, 0.4, 0.3):
        y = b.dice.choice((b.dice.uniform(0.0, 0.3), b.dice.uniform(b.top - 0.5, b.top - 0.1)))
        _asteroid(b, x, y, b.dice.uniform(0.05, 0.11), b.dice.choice(("#6f6890", "#80769c", "#5f5a84")))


def _belt_front(b: Brush) -> None:
    for x in b.spread(0.5, 0.35):
        _asteroid(
            b, x, b.low + b.dice.uniform(-0.06, 0.1), b.dice.uniform(0.12, 0.22), b.dice.choice(("#8d84aa", "#7a7298"))
        )


def _bridge_window(b: Brush) -> None:
    """What the ship flies past."""
    b.box(0, GROUND, PERIOD, 6, "#110f34", own=True, lift=0, rough=0)
    for x, y, radius, colour in ((-0.5, 1.2, 1.1, "#5a34a0"), (0.9, 0.8, 1.0, "#22589a"), (2.6, 1.2, 1.3, "#7a3484")):
        b.glow(x, y, radius, colour, 0.8)
    stars(b, 260, 0.2, 2.6)
    x, y = -0.36 * b.half, min(1.2, b.top - 0.42)
    b.disc(x, y, 0.26, "#d98a5c", own=True)
    for part, tone in ((0.12, "#c4704a"), (0.02, "#f0b88a"), (-0.1, "#c4704a")):
        b.disc(x, y + part, 0.23, tone, own=True, high=0.03, lift=0, rough=0.003, flat=True)
    b.disc(0.6 * b.half, 0.86, 0.1, "#8fd0d8", own=True)


def _spaceship_wall(b: Brush) -> None:
    """The frame around the great window."""
    steel = "#8d9ab4"
    roof = b.top - 0.12
    b.box(0, roof, PERIOD, 2.4, steel, lift=0.05, rough=0.001)
    for x in b.spread(0.44, 0):
        b.box(x, roof + 0.03, 0.34, 0.03, "#bfe8f7", own=True, lift=0.003, rough=0)
        b.glow(x, roof + 0.02, 0.4, "#9ad8f7", 0.3)
    b.box(0, GROUND, PERIOD, FLOOR + 0.2 - GROUND, steel, lift=0.05, rough=0.001)
    for x in b.spread(1.5, 0, 0.75):
        b.shape([(x - 0.16, FLOOR), (x + 0.16, FLOOR), (x + 0.07, 0.9), (x + 0.16, roof + 0.1), (x - 0.16, roof + 0.1),
                 (x - 0.07, 0.9)], mixed(steel, "#ffffff", 0.14), lift=0.04, rough=0.001)  # fmt: skip
        for y in (0.6, 0.8, 1.0):
            b.disc(x, y, 0.018, "#5f6a84", lift=0.003, rough=0)


def _spaceship(b: Brush) -> None:
    for x in b.spread(0.56, 0):
        desk = [(x - 0.25, FLOOR - 0.04), (x + 0.25, FLOOR - 0.04), (x + 0.22, FLOOR + 0.32), (x - 0.22, FLOOR + 0.32)]
        b.shape(desk, "#5f6c88", lift=0.024, rough=0.001)
        low, high = FLOOR + 0.13, FLOOR + 0.29
        glass = [(x - 0.19, low), (x + 0.19, low), (x + 0.17, high), (x - 0.17, high)]
        b.shape(glass, "#16264a", own=True, lift=0.004, rough=0)
        b.glow(x, FLOOR + 0.2, 0.3, "#5ad0f0", 0.4)
        tone = b.dice.choice(("#5ae0c0", "#5ac8f7", "#f7c85a"))
        b.canvas.drawCircle(x - 0.08, -FLOOR - 0.21, 0.05, stroke(tone, 0.01))
        for row in range(3):
            wide = b.dice.uniform(0.04, 0.12)
            b.canvas.drawLine(
                x + 0.02, -FLOOR - 0.25 + 0.04 * row, x + 0.02 + wide, -FLOOR - 0.25 + 0.04 * row, stroke(tone, 0.012)
            )
        for dx in range(4):
            light = b.dice.choice(("#f05a5a", "#5af08a", "#f7d85a"))
            b.disc(x - 0.12 + 0.08 * dx, FLOOR + 0.06, 0.018, light, own=True, lift=0, rough=0, flat=True)
    r.floor(b, "#6f7c98", pattern="tiles")
    for x in (-0.62 * b.half, 0.62 * b.half):
        b.disc(x, 0.03, 0.34, "#4f5c7a", high=0.07, lift=0.01)
        b.disc(x, 0.03, 0.26, "#8fd8f0", own=True, high=0.045, lift=0, rough=0)
        b.lit(x, 0.06, 0.5, "#9ad8f7", 0.4, high=0.14)


def _spaceship_front(b: Brush) -> None:
    """Levers and lamps of our own console."""
    b.box(0, b.low - 0.1, PERIOD, 0.2, "#4a5672", lift=0.04, rough=0.001)
    b.box(0, b.low + 0.08, PERIOD, 0.03, "#8fa0c4", lift=0.006, rough=0)
    for number, x in enumerate(b.spread(0.16, 0)):
        if number % 4 == 0:
            b.line([(x, b.low + 0.06), (x + 0.05, b.low + 0.26)], "#c9d2e0", 0.022)
            b.disc(x + 0.05, b.low + 0.28, 0.04, "#f05a5a", lift=0.008, rough=0)
        else:
            tone = ("#f7d85a", "#5af0b0", "#5ac8f7")[number % 3]
            b.glow(x, b.low + 0.03, 0.12, tone, 0.6)
            b.box(x, b.low + 0.0, 0.09, 0.055, tone, own=True, lift=0.004, rough=0, round_=0.015)


BEYOND: Mapping[Place, Scenery] = {
    "space": Scenery(
        (Layer(0.1, _nebula), Layer(0.25, _planets), Layer(0.7, _belt)), (Layer(1.3, _belt_front),), floor="none"
    ),
    "moon": Scenery(  # without weather, as under a roof
        (Layer(0.1, _moon_sky), Layer(0.5, _moon_far), Layer(1.0, _moon)), (Layer(1.2, _moon_front),), indoors=True
    ),
    "spaceship": Scenery(
        (Layer(0.15, _bridge_window), Layer(0.8, _spaceship_wall), Layer(1.0, _spaceship)),
        (Layer(1.12, _spaceship_front),),
        indoors=True,
    ),
}
