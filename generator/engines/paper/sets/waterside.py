"""Beside water, over it and on it: an open-air hot spring, a harbour, a ship's deck, a bridge."""

from collections.abc import Mapping

import skia

from generator.engines.paper.colours import darker, lighter, mixed
from generator.engines.paper.sets import furniture as f
from generator.engines.paper.sets import landmarks as m
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import sky as s
from generator.engines.paper.sets import town as t
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets import water as a
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, Layer, Scenery, polygon, stroke
from generator.engines.paper.sets.streets import SUN, open_sky, sky_over_water
from generator.vocabulary import Place

_HALF = PERIOD / 2


def _onsen_far(b: Brush) -> None:
    n.peak(b, -0.2, min(1.0, b.top - 0.7), "#7f93b8", haze=0.42, broad=1.1)
    n.hills(b, "#7f9f80", 0.5, haze=0.36)
    w.trees(b, 0.34, 0.7, colour="#5f8f62", haze=0.26, kind="pine")
    for x in b.spread(0.9, 0.3, 0.2):
        w.tree(b, x, HORIZON - 0.02, 0.62, haze=0.16, kind="maple")
    for x in b.spread(0.085, 0):
        b.box(x, HORIZON - 0.16, 0.07, 0.44, mixed("#b99a5c", "#9a7f48", b.dice.random()), lift=0.006, rough=0.002)
    for y in (HORIZON + 0.0, HORIZON + 0.2):
        b.box(0, y, PERIOD, 0.03, "#6f5636", lift=0.006, rough=0)


def _onsen(b: Brush) -> None:
    n.ground(b, "#a39a88", horizon=HORIZON - 0.1, bands=1)
    for x in b.spread(0.3, 0.3):
        n.rock(b, x, HORIZON - 0.16, b.dice.uniform(0.1, 0.17), b.dice.choice(("#8f8b8c", "#7f8288", "#a09a94")))
    a.sea(b, HORIZON - 0.17, "#7fc8c4", wave=0.012, bumps=26)
    for x in b.spread(0.5, 0.3):
        f.steam(b, x, b.dice.uniform(0.06, 0.16), 0.5)
    left, right = -b.half + 0.1, b.half - 0.14
    m.stone_lantern(b, left + 0.08, HORIZON - 0.12, 0.66)
    for x in (right + 1.6, left - 1.8):
        n.rock(b, x, -0.02, 0.17)
    _spout(b, right, 0.0)


def _onsen_water(b: Brush) -> None:
    """What those who bathe stand in up to their knees, and the steam on it."""
    a.sea(b, 0.0, "#8fd4cc", wave=0.016, bumps=18, phase=0.1)
    a.sea(b, -0.24, "#9fdcd2", wave=0.018, bumps=15, phase=0.6, foam=False)
    for x in b.spread(0.62, 0.3, 0.2):
        f.steam(b, x, b.dice.uniform(-0.2, -0.08), 0.36)


def _spout(b: Brush, x: float, y: float) -> None:
    """Hot water out of bamboo over a stone."""
    n.rock(b, x + 0.06, y - 0.02, 0.24, "#7f8288")
    b.shape(
        [(x - 0.2, y + 0.36), (x + 0.3, y + 0.44), (x + 0.3, y + 0.52), (x - 0.2, y + 0.43)],
        "#b9a95c",
        lift=0.02,
        rough=0.002,
    )
    b.disc(x - 0.2, y + 0.395, 0.022, "#7f7038", high=0.036, lift=0, rough=0)
    fall = skia.Path()
    fall.moveTo(x - 0.2, -y - 0.39)
    fall.quadTo(x - 0.32, -y - 0.34, x - 0.32, -y)
    b.canvas.drawPath(fall, stroke(b.colour("#d8f4f2"), 0.05, 0.9))
    b.canvas.drawPath(fall, stroke("#ffffff", 0.016, 0.9))
    for dx in (-0.08, 0.0, 0.07):
        b.disc(x - 0.32 + dx, y + 0.0, 0.05, "#f4fbfa", high=0.024, lift=0.003, rough=0)


def _onsen_front(b: Brush) -> None:
    w.branch(b, 1, "#d9683a", kind="maple", reach=0.5)
    for x in b.spread(0.27, 0.25):
        n.rock(b, x, b.low - 0.08, b.dice.uniform(0.12, 0.2), b.dice.choice(("#7d797c", "#6f7278", "#8f8a86")))
    left = -b.half + 0.3
    b.disc(left, b.low + 0.14, 0.16, "#c99a5c", high=0.035, lift=0.014, rough=0.001)
    b.box(left - 0.04, b.low + 0.15, 0.06, 0.13, "#f4efe2", lift=0.008, rough=0, round_=0.02)
    b.disc(left + 0.07, b.low + 0.175, 0.03, "#f4efe2", high=0.03, lift=0.006, rough=0)
    for x in b.spread(0.4, 0.5):
        w.leaf(b, x, b.low + b.dice.uniform(0.1, 0.2), 0.06, b.dice.uniform(0, 360), "#d9603f", fat=0.4)


def _harbour_far(b: Brush) -> None:
    n.hills(b, "#86a596", 0.5, haze=0.5)
    t.blocks(b, 0.5, haze=0.4, step=0.2)
    a.sea(b, HORIZON + 0.08, "#3f93b8", wave=0.012, bumps=34, haze=0.26, foam=False)
    a.glitter(b, HORIZON + 0.06, HORIZON - 0.1, at=SUN)
    _lighthouse(b, -0.62 * b.half, HORIZON + 0.06, min(0.95, b.top - 0.75))
    _steamer(b, 0.5, HORIZON + 0.03, 0.52)
    _steamer(b, 3.4, HORIZON + 0.03, 0.44)
    a.sea(b, HORIZON - 0.04, "#3a8cb4", wave=0.024, bumps=22, haze=0.12)


def _lighthouse(b: Brush, x: float, y: float, size: float) -> None:
    n.rock(b, x, y - 0.04, 0.28 * size, "#8a8a86", haze=0.15)
    for band in range(5):
        low, half = y + 0.08 + 0.13 * size * band, (0.1 - 0.009 * band) * size
        upper = (0.1 - 0.009 * (band + 1)) * size
        b.shape([(x - half, low), (x + half, low), (x + upper, low + 0.13 * size), (x - upper, low + 0.13 * size)],
                "#d9503f" if band % 2 else "#fbf6ea", haze=0.12, lift=0.012, rough=0.001)  # fmt: skip
    head = y + 0.08 + 0.65 * size
    if b.light.lamps:
        b.glow(x, head + 0.06 * size, 0.9, "#fff0b0", 0.7)
        for reach in (-1.6, 1.6):
            beam = polygon([(x, head + 0.06 * size), (x + reach, head + 0.28), (x + reach, head - 0.12)])
            ends = [skia.Point(x, 0), skia.Point(x + reach, 0)]
            shades = [skia.Color(255, 244, 200, 120), skia.Color(255, 244, 200, 0)]
            shader = skia.GradientShader.MakeLinear(points=ends, colors=shades)
            b.canvas.drawPath(beam, skia.Paint(AntiAlias=True, Shader=shader))
    b.box(x, head, 0.16 * size, 0.02, "#3f4a56", haze=0.1, lift=0.006, rough=0)
    b.box(
        x, head + 0.02, 0.1 * size, 0.1 * size, "#ffe9a0" if b.light.lamps else "#cfe0e6", own=True, lift=0.004, rough=0
    )
    b.shape([(x - 0.08 * size, head + 0.12 * size), (x, head + 0.2 * size), (x + 0.08 * size, head + 0.12 * size)],
            "#c4483a", haze=0.1, lift=0.006, rough=0)  # fmt: skip


def _steamer(b: Brush, x: float, y: float, size: float) -> None:
    hull = [
        (x - 0.62 * size, y + 0.22 * size),
        (x + 0.66 * size, y + 0.26 * size),
        (x + 0.5 * size, y - 0.06),
        (x - 0.52 * size, y - 0.06),
    ]
    for number in range(3):
        b.disc(
            x + (0.02 - 0.16 * number) * size,
            y + (0.86 + 0.12 * number) * size,
            (0.08 + 0.03 * number) * size,
            "#dfe2e2",
            haze=0.1,
            lift=0.01,
            rough=0.008,
        )
    b.box(x + 0.02 * size, y + 0.46 * size, 0.14 * size, 0.32 * size, "#d9503f", haze=0.1, lift=0.01, rough=0)
    b.box(x + 0.02 * size, y + 0.7 * size, 0.15 * size, 0.06 * size, "#3f4048", haze=0.1, lift=0, rough=0)
    b.box(x, y + 0.22 * size, 0.7 * size, 0.26 * size, "#fbf6ea", haze=0.1, lift=0.012, rough=0.001)
    for number in range(5):
        b.pane(x + (-0.26 + 0.13 * number) * size, y + 0.3 * size, 0.07 * size, 0.09 * size, haze=0.08)
    b.shape(hull, "#2f4a6a", haze=0.1, lift=0.016, rough=0.002)
    b.line([(x - 0.58 * size, y + 0.17 * size), (x + 0.62 * size, y + 0.2 * size)], "#fbf6ea", 0.02 * size, haze=0.1)


def _harbour(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, 0.14 - GROUND, "#a8a39a", lift=0.03, rough=0.003)
    b.box(0, 0.1, PERIOD, 0.06, "#c9c4b8", lift=0.01, rough=0.002)
    for x in b.spread(0.8, 0, 0.2):
        b.line([(x, 0.1), (x * 1.2, GROUND)], "#8f8a82", 0.006)
    for y in (-0.1, -0.4):
        b.line([(-_HALF, y), (_HALF, y)], "#8f8a82", 0.006)
    for x in b.spread(1.1, 0, 0.3):
        b.rooted(x, 0.12, 0.07, 0.2)
        b.box(x, 0.1, 0.1, 0.14, "#4a4f58", lift=0.014, rough=0.001, round_=0.02)
        b.disc(x, 0.25, 0.075, "#5a606a", high=0.03, lift=0.006, rough=0)
    for x, colours in ((b.half - 0.18, ("#c4503f", "#3f7a9a")), (-b.half - 0.9, ("#d9a03f", "#4f8f6a"))):
        for number, colour in enumerate(colours):
            low = 0.02 + 0.3 * number
            b.rooted(x, 0.02, 0.36, 0.5)
            b.box(x + 0.06 * number, low, 0.66, 0.3, colour, lift=0.024, rough=0.001)
            for part in range(8):
                b.line(
                    [
                        (x + 0.06 * number - 0.29 + 0.083 * part, low + 0.03),
                        (x + 0.06 * number - 0.29 + 0.083 * part, low + 0.27),
                    ],
                    darker(colour, 0.16),
                    0.014,
                )
    if b.half > 1:
        t.lamp(b, -b.half + 0.46, 0.12, 0.9)
    left = -b.half + 0.16
    b.rooted(left, -0.02, 0.16, 0.3)
    for number, (dx, dy) in enumerate(((-0.1, 0.0), (0.14, 0.0), (0.02, 0.2))):
        b.box(left + dx, -0.04 + dy, 0.23, 0.2, ("#b98a58", "#a97b47", "#c99a62")[number], lift=0.016, rough=0.002)
        b.line([(left + dx - 0.09, -0.02 + dy), (left + dx + 0.09, 0.14 + dy)], "#8a6238", 0.014)


def _harbour_front(b: Brush) -> None:
    """A coil of rope, an anchor, a gull's view of the edge."""
    b.box(0, b.low - 0.1, PERIOD, 0.13, "#7d6a54", lift=0.03, rough=0.004)
    for x in b.spread(0.5, 0):
        b.box(x, b.low - 0.1, 0.012, 0.13, "#5f4f3e", lift=0, rough=0)
    left, right = -b.half + 0.24, b.half - 0.2
    for ring in range(4):
        wide, low = 0.19 - 0.02 * ring, b.low + 0.035 * ring
        coil = skia.Rect.MakeLTRB(left - wide, -low - 0.1, left + wide, -low)
        b.canvas.drawOval(coil, stroke(b.colour(("#d9b97a", "#c4a262")[ring % 2]), 0.034))
    iron = "#4a5560"
    b.box(right, b.low + 0.06, 0.04, 0.3, iron, lift=0.014, rough=0)
    b.box(right, b.low + 0.28, 0.18, 0.035, iron, lift=0.008, rough=0)
    b.canvas.drawCircle(right, -b.low - 0.4, 0.035, stroke(b.colour(iron), 0.022))
    hook = skia.Path()
    hook.addArc(skia.Rect.MakeLTRB(right - 0.15, -b.low - 0.28, right + 0.15, -b.low - 0.04), 10, 160)
    b.canvas.drawPath(hook, stroke(b.colour(iron), 0.04))


def _ship_far(b: Brush) -> None:
    for x in b.spread(0.9, 0.3, 0.5):
        s.cloud(b, x, HORIZON + 0.4, b.dice.uniform(0.2, 0.34), mixed(b.light.sky[2], "#ffffff", 0.3))
    a.sea(b, HORIZON + 0.36, "#2f86b0", wave=0.016, bumps=34, haze=0.36, foam=False)
    a.glitter(b, HORIZON + 0.32, HORIZON + 0.06, at=SUN)
    a.sea(b, HORIZON + 0.22, "#3795b8", wave=0.03, bumps=20, haze=0.18)


def _ship(b: Brush) -> None:
    """A deck of planks with its rail, a mast with a sail, the wheel."""
    mast = 0.5 * b.half if b.half < 1 else 0.36 * b.half
    b.box(mast, 0.1, 0.09, 4.0, "#8a6038", lift=0.024, rough=0.002)
    yard = b.top - 0.1
    sail = skia.Path()
    sail.moveTo(mast - 0.56, -yard)
    sail.lineTo(mast + 0.6, -yard)
    sail.quadTo(mast + 0.74, -(yard - 0.34), mast + 0.52, -(yard - 0.68))
    sail.quadTo(mast, -(yard - 0.54), mast - 0.5, -(yard - 0.68))
    sail.quadTo(mast - 0.42, -(yard - 0.34), mast - 0.56, -yard)
    sail.close()
    b.cut(sail, "#f6ead0", lift=0.04, rough=0.004)
    for dx in (-0.28, 0.0, 0.3):
        b.line([(mast + dx, yard - 0.02), (mast + dx * 0.95, yard - 0.58)], "#d9c9a4", 0.01)
    b.box(mast, yard - 0.01, 1.4, 0.055, "#7a5230", lift=0.014, rough=0.001)
    for x in b.spread(1.8, 0, 0.0):
        for number in range(5):
            b.line([(x + 0.05 * number, HORIZON + 0.14), (x + 0.5 - 0.03 * number, TOP)], "#5f4a38", 0.007)
    for x in b.spread(0.22, 0):
        b.box(x, HORIZON - 0.16, 0.05, 0.34, "#a9744a", lift=0.01, rough=0.001, round_=0.02)
    b.box(0, HORIZON + 0.16, PERIOD, 0.06, "#b98252", lift=0.016, rough=0.002)
    b.box(0, HORIZON - 0.16, PERIOD, 0.05, "#8a5a36", lift=0.012, rough=0.001)
    b.box(0, GROUND, PERIOD, HORIZON - 0.14 - GROUND, "#c4935c", lift=0.016, rough=0)
    for drop in (0.0, 0.1, 0.24, 0.44, 0.72):
        b.line([(-_HALF, HORIZON - 0.16 - drop), (_HALF, HORIZON - 0.16 - drop)], "#9a6f40", 0.006 + 0.006 * drop)
    for x in b.spread(0.8, 0.1):
        b.line([(x, HORIZON - 0.16 - 0.1), (x * 1.02, HORIZON - 0.4)], "#9a6f40", 0.006)
    wheel, y = -b.half + 0.2, 0.5
    b.rooted(wheel, 0.06, 0.1)
    b.box(wheel, 0.04, 0.09, 0.44, "#7a5230", lift=0.014, rough=0.001)
    for spoke in range(8):
        matrix = skia.Matrix()
        matrix.setRotate(45 * spoke, wheel, -y)
        near, far = matrix.mapXY(wheel, -y), matrix.mapXY(wheel, -y - 0.27)
        b.canvas.drawLine(near.x(), near.y(), far.x(), far.y(), stroke(b.colour("#a9703f"), 0.026))
    b.canvas.drawCircle(wheel, -y, 0.19, stroke(b.colour("#8a5630"), 0.04))
    b.disc(wheel, y, 0.05, "#e0b45c", lift=0.008, rough=0)
    barrel = b.half - 0.14
    b.rooted(barrel, 0.0, 0.16, 0.4)
    b.box(barrel, -0.02, 0.3, 0.4, "#a9703f", lift=0.02, rough=0.002, round_=0.06)
    for low in (0.05, 0.28):
        b.box(barrel, low, 0.31, 0.04, "#5a5f68", lift=0.004, rough=0)


def _ship_front(b: Brush) -> None:
    """Spray over the bow, and the rope along it."""
    a.sea(b, b.low + 0.02, "#2f86b0", wave=0.08, bumps=12, phase=0.2)
    b.line([(-_HALF + 0.1 * i, b.low + 0.17 - 0.05 * abs((i % 8) - 4) / 4) for i in range(91)], "#e0c48a", 0.03)


def _bridge_far(b: Brush) -> None:
    n.hills(b, "#86a998", 0.6, haze=0.5)
    t.blocks(b, 0.6, haze=0.45, step=0.26)
    w.grove(b, HORIZON + 0.06, 0.1, "#6f9a68", haze=0.3, step=0.2)
    a.sea(b, HORIZON + 0.06, "#5fa8c4", wave=0.012, bumps=30, haze=0.2, foam=False)
    a.glitter(b, HORIZON + 0.04, 0.0, at=SUN)


def _bridge(b: Brush) -> None:
    """A suspension bridge seen from its walk: two towers, cables, a rail, lamps."""
    red = "#c4503f"
    for tower in (-0.78 * max(b.half, 0.9), 0.78 * max(b.half, 0.9), 3.6, -3.6):
        for dx in (-0.13, 0.13):
            b.box(tower + dx, 0.1, 0.075, 4.0, red, lift=0.024, rough=0.001)
        for y in (0.8, 1.25, b.top + 0.05):
            b.box(tower, y, 0.3, 0.08, darker(red, 0.1), lift=0.01, rough=0)
    span = 1.56 * max(b.half, 0.9)

    def cable(x: float) -> float:
        u = x / (span / 2)
        return min(b.top + 0.1, 0.95 + (b.top - 0.85) * u * u)

    points = [(-span / 2 + span * i / 30, cable(-span / 2 + span * i / 30)) for i in range(31)]
    b.line(points, darker(red, 0.12), 0.03)
    for x, y in points[1:-1:2]:
        b.line([(x, HORIZON + 0.1), (x, y)], darker(red, 0.05), 0.01)
    b.box(0, GROUND, PERIOD, HORIZON - 0.12 - GROUND, "#b9b1a4", lift=0.03, rough=0.002)
    for x in b.spread(0.16, 0):
        b.box(x, HORIZON - 0.14, 0.02, 0.3, red, lift=0.006, rough=0)
    for y in (HORIZON + 0.14, HORIZON - 0.06):
        b.box(0, y, PERIOD, 0.035, red, lift=0.01, rough=0)
    b.box(0, HORIZON - 0.16, PERIOD, 0.06, "#d6cfc2", lift=0.012, rough=0.002)
    for x in b.spread(0.7, 0):
        b.line([(x, HORIZON - 0.16), (x * 1.3, GROUND)], "#9a9388", 0.006)
    for y in (-0.05, -0.36):
        b.line([(-_HALF, y), (_HALF, y)], "#9a9388", 0.006)
    t.lamp(b, b.half - 0.12, 0.08, 0.92)
    t.lamp(b, -b.half - 0.9, 0.08, 0.92)
    if b.light.lamps:
        for x, y in points[1:-1:2]:
            b.glow(x, y, 0.12, "#ffe6a0", 0.9)
            b.glimmer("star", x, y, 0.09, "#fff0c0")
            b.disc(x, y, 0.014, "#fff4cc", own=True, lift=0, rough=0, flat=True)


def _bridge_front(b: Brush) -> None:
    """The near rail, with flower boxes."""
    b.box(0, b.low - 0.1, PERIOD, 0.14, "#8f3f34", lift=0.03, rough=0.002)
    for x in b.spread(0.5, 0, 0.1):
        b.box(x, b.low + 0.02, 0.3, 0.1, "#7a5a42", lift=0.014, rough=0.002)
        for dx in (-0.1, -0.03, 0.04, 0.11):
            b.disc(x + dx, b.low + 0.13, 0.05, "#6fa05a", lift=0.004, rough=0.004)
            n.flower(b, x + dx, b.low + 0.19, 0.04, b.dice.choice(n.PETALS))
    b.box(0, b.low - 0.02, PERIOD, 0.04, lighter("#8f3f34", 0.16), lift=0.008, rough=0.001)


WATERSIDE: Mapping[Place, Scenery] = {
    "onsen": Scenery(
        (Layer(0.1, open_sky), Layer(0.5, _onsen_far), Layer(1.0, _onsen)),
        (Layer(1.04, _onsen_water, sway=0.03), Layer(1.2, _onsen_front)),
        floor="water",
    ),
    "harbour": Scenery(
        (Layer(0.1, sky_over_water), Layer(0.45, _harbour_far), Layer(1.0, _harbour)),
        (Layer(1.15, _harbour_front),),
        paved=True,
    ),
    "ship": Scenery(
        (Layer(0.1, sky_over_water), Layer(0.4, _ship_far), Layer(1.0, _ship)),
        (Layer(1.2, _ship_front, sway=0.1),),
        paved=True,
    ),
    "bridge": Scenery(
        (Layer(0.1, sky_over_water), Layer(0.4, _bridge_far), Layer(1.0, _bridge)),
        (Layer(1.15, _bridge_front),),
        paved=True,
    ),
}
