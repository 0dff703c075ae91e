"""Where a day out leads: an aquarium, a factory to be shown around, the savanna, the bank of a river in town."""

from collections.abc import Mapping
from itertools import pairwise
from math import cos, pi, sin

import skia

from generator.engines.paper.colours import darker, lighter, mixed
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets import sky as s
from generator.engines.paper.sets import town as t
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets import water as a
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, Layer, Scenery, smooth, stroke
from generator.engines.paper.sets.rooms import FLOOR
from generator.engines.paper.sets.streets import open_sky, sky_over_water
from generator.vocabulary import Place

_HALF = PERIOD / 2


def _tank(b: Brush) -> None:
    """The great tank behind its glass: reef, shoals, a ray, jellyfish."""
    a.deep(b)
    a.seabed(b, HORIZON + 0.16, "#4f93a8", height=0.2)
    for number, x in enumerate(b.spread(0.5, 0.2)):
        tone = ("#e8705c", "#f0a04c", "#e28ab0", "#b07fd0")[number % 4]
        a.coral(b, x, HORIZON + 0.1, b.dice.uniform(0.2, 0.34), tone)
    for x in b.spread(0.24, 0.4):
        y = b.dice.uniform(0.7, b.top - 0.2)
        a.fish(b, x, y, b.dice.uniform(0.03, 0.055), b.dice.choice(("#f0a04c", "#f7d35a", "#e2604a", "#8fd0e0")))
    for x in b.spread(2.2, 0.1, 0.5 * b.half):
        _ray(b, x, min(1.32, b.top - 0.35), 0.3)
    for x in b.spread(1.3, 0.2, -0.5 * b.half):
        _jellyfish(b, x, b.dice.uniform(0.95, 1.2), 0.12)
    a.bubbles(b, 40)


def _ray(b: Brush, x: float, y: float, size: float) -> None:
    wing = skia.Path()
    wing.moveTo(x - size, -y)
    wing.quadTo(x - 0.3 * size, -y - 0.5 * size, x + 0.2 * size, -y - 0.1 * size)
    wing.quadTo(x + 0.9 * size, -y - 0.46 * size, x + 1.1 * size, -y + 0.1 * size)
    wing.quadTo(x + 0.5 * size, -y + 0.1 * size, x + 0.1 * size, -y + 0.34 * size)
    wing.quadTo(x - 0.3 * size, -y + 0.1 * size, x - size, -y)
    wing.close()
    b.cut(wing, "#3f5f86", own=True, lift=0.02, rough=0)
    b.line([(x + 0.1 * size, y - 0.3 * size), (x - 0.2 * size, y - 0.9 * size)], "#3f5f86", 0.02 * size + 0.004)
    for dx in (-0.1, 0.1):
        b.disc(x + dx * size, y + 0.02 * size, 0.03 * size, "#e9f2f4", own=True, lift=0, rough=0, flat=True)


def _jellyfish(b: Brush, x: float, y: float, size: float) -> None:
    b.glow(x, y, 2.2 * size, "#f7c8ff", 0.5)
    for number in range(5):
        dx = (number - 2) * 0.32 * size
        arm = skia.Path()
        arm.moveTo(x + dx, -y)
        arm.cubicTo(x + dx - 0.3 * size, -y + 0.7 * size, x + dx + 0.3 * size, -y + 1.2 * size, x + dx, -y + 1.9 * size)
        b.canvas.drawPath(arm, stroke("#fbe0ff", 0.1 * size, 0.7))
    bell = skia.Path()
    bell.addArc(skia.Rect.MakeLTRB(x - size, -y - 0.9 * size, x + size, -y + 0.7 * size), 180, 180)
    bell.close()
    b.cut(bell, "#f2c4f4", own=True, lift=0.01, rough=0)


def _aquarium(b: Brush) -> None:
    """The dark hall before the glass, its floor in blue light."""
    wall = "#25375f"
    head = b.top - 0.14
    b.box(0, head, PERIOD, 3.0, wall, own=True, lift=0.05, rough=0)
    b.box(0, head - 0.03, PERIOD, 0.05, "#3f588c", own=True, lift=0.01, rough=0)
    for x in b.spread(1.8, 0):
        b.box(x, GROUND, 0.16, 4.6, wall, own=True, lift=0.05, rough=0)
        b.box(x - 0.07, GROUND, 0.02, 4.6, "#3f588c", own=True, lift=0, rough=0)
    b.box(0, FLOOR, PERIOD, 0.1, "#31497a", own=True, lift=0.04, rough=0)
    b.box(0, FLOOR + 0.08, PERIOD, 0.025, "#5a7ab0", own=True, lift=0.006, rough=0)
    b.box(0, GROUND, PERIOD, FLOOR - GROUND, "#2c4070", own=True, lift=0.02, rough=0)
    for x in b.spread(0.5, 0.3):
        y, wide = b.dice.uniform(b.low + 0.1, FLOOR - 0.06), b.dice.uniform(0.12, 0.3)
        b.lit(x, y, 1.6 * wide, "#6ad0f0", 0.5, high=0.3 * wide)
        b.disc(x, y, wide, "#5f9fd0", own=True, high=0.07 * wide, lift=0, rough=0.004, flat=True)


def _aquarium_front(b: Brush) -> None:
    """A rail, and on it a sign for each fish."""
    b.box(0, b.low + 0.1, PERIOD, 0.04, "#8fa6c8", own=True, lift=0.02, rough=0)
    for x in b.spread(0.4, 0):
        b.box(x, b.low - 0.1, 0.026, 0.2, "#6f86ac", own=True, lift=0.01, rough=0)
    for number, x in enumerate(b.spread(0.8, 0, 0.2)):
        b.box(x, b.low + 0.02, 0.24, 0.15, "#f4efe2", own=True, lift=0.016, rough=0.002)
        a.fish(b, x - 0.02, b.low + 0.1, 0.05, ("#f0a04c", "#e2604a", "#5aa0d0")[number % 3])


def _factory_wall(b: Brush) -> None:
    r.wall(b, "#c4cdd0", skirting="#7d8a92")
    for x in b.spread(1.2, 0):
        r.window(b, x, min(1.05, b.top - 0.6), 0.86, 0.5, bars=4, view="city", frame="#8d9aa2")
    for y, colour in ((0.86, "#d98a3c"), (0.98, "#5f8fae")):
        b.box(0, y, PERIOD, 0.06, colour, lift=0.02, rough=0)
        for x in b.spread(0.9, 0, 0.2 * y):
            b.box(x, y - 0.015, 0.07, 0.09, darker(colour, 0.2), lift=0.008, rough=0)
    for number, x in enumerate(b.spread(1.5, 0, 0.62 * b.half)):
        _gear(b, x, 0.66, 0.2, 10, ("#b5603c", "#8d7a3c", "#5f7a8a")[number % 3])
        _gear(b, x + 0.27, 0.83, 0.13, 8, "#c9a03f")


def _gear(b: Brush, x: float, y: float, size: float, teeth: int, colour: str) -> None:
    """A toothed wheel."""
    points = []
    for part in range(teeth * 4):
        far = size if part % 4 in (0, 1) else 0.8 * size
        angle = 2 * pi * part / (teeth * 4)
        points.append((x + far * cos(angle), y + far * sin(angle)))
    b.shape(points, colour, lift=0.02, rough=0)
    b.disc(x, y, 0.5 * size, lighter(colour, 0.2), lift=0.004, rough=0)
    b.disc(x, y, 0.16 * size, darker(colour, 0.4), lift=0, rough=0)


def _factory(b: Brush) -> None:
    """A belt that carries boxes past an arm with a claw."""
    r.floor(b, "#9aa0a2", pattern="plain")
    for x in b.spread(0.24, 0):
        stripe = [(x - 0.08, 0.02), (x + 0.02, 0.02), (x + 0.1, -0.04), (x, -0.04)]
        b.shape(stripe, "#f0c23c", lift=0, rough=0)
    b.box(0, FLOOR - 0.06, PERIOD, 0.26, "#5f6a74", lift=0.02, rough=0.001)
    b.box(0, FLOOR + 0.18, PERIOD, 0.06, "#3a4048", lift=0.01, rough=0)
    for x in b.spread(0.18, 0):
        b.disc(x, FLOOR + 0.13, 0.034, "#8d98a4", lift=0.006, rough=0)
    for number, x in enumerate(b.spread(0.42, 0.04)):
        colour = ("#d9a866", "#c98f52", "#e2b87a")[number % 3]
        b.box(x, FLOOR + 0.24, 0.22, 0.17 + 0.04 * (number % 2), colour, lift=0.014, rough=0.002)
        b.box(x, FLOOR + 0.24, 0.04, 0.17 + 0.04 * (number % 2), lighter(colour, 0.35), lift=0, rough=0)
    _arm(b, -b.half + 0.2)
    _arm(b, b.half + 1.0)
    for x in (b.half - 0.12, -b.half - 0.9):
        b.rooted(x, 0.04, 0.15, 0.4)
        b.box(x, 0.02, 0.28, 0.4, "#d9783c", lift=0.02, rough=0.002, round_=0.03)
        for y in (0.1, 0.3):
            b.box(x, y, 0.29, 0.03, darker("#d9783c", 0.2), lift=0.004, rough=0)


def _arm(b: Brush, x: float) -> None:
    joints = [(x, 0.08), (x - 0.06, 0.62), (x + 0.26, 0.98), (x + 0.46, 0.8)]
    b.rooted(x, 0.06, 0.18)
    b.box(x, 0.04, 0.32, 0.14, "#4a545e", lift=0.02, rough=0.001)
    for (x1, y1), (x2, y2) in pairwise(joints):
        b.line([(x1, y1), (x2, y2)], "#b58a1c", 0.11)
        b.line([(x1, y1), (x2, y2)], "#f0c23c", 0.085)
    for px, py in joints[1:]:
        b.disc(px, py, 0.06, "#4a545e", lift=0.012, rough=0)
    for dx in (-0.05, 0.05):
        b.line([(x + 0.46, 0.78), (x + 0.46 + dx, 0.68), (x + 0.46 + 0.4 * dx, 0.62)], "#4a545e", 0.022)


def _factory_front(b: Brush) -> None:
    """A bench with spanners, nuts and a lamp that warns."""
    b.box(0, b.low - 0.1, PERIOD, 0.17, "#6f5a48", lift=0.03, rough=0.003)
    b.box(0, b.low + 0.05, PERIOD, 0.05, "#a98f74", lift=0.006, rough=0.002)
    left, right = -b.half + 0.24, b.half - 0.2
    b.line([(left - 0.14, b.low + 0.13), (left + 0.14, b.low + 0.17)], "#8d98a4", 0.034)
    b.canvas.drawCircle(left + 0.17, -b.low - 0.175, 0.04, stroke(b.colour("#8d98a4"), 0.024))
    for dx in (0.34, 0.44, 0.52):
        _gear(b, left + dx, b.low + 0.13, 0.04, 6, "#c9a03f")
    if b.light.lamps:
        b.lit(right, b.low + 0.18, 0.4, "#ff8a5a", 0.7, high=0.2)
    b.glimmer("lamp", right, b.low + 0.2, 0.3, "#ff6a4a")
    b.box(right, b.low + 0.1, 0.16, 0.05, "#4a545e", lift=0.01, rough=0)
    b.box(right, b.low + 0.14, 0.11, 0.13, "#f05a3c", own=True, lift=0.008, rough=0, round_=0.05)
    b.box(right - 0.02, b.low + 0.17, 0.025, 0.06, "#ffc0a8", own=True, lift=0, rough=0)


def _savanna_far(b: Brush) -> None:
    n.peak(b, 0.3 * b.half, min(0.8, b.top - 0.9), "#8f9ab0", haze=0.5, broad=1.7)
    n.hills(b, "#c4b06a", 0.3, haze=0.42)
    for x in b.spread(0.9, 0.3):
        _acacia(b, x, HORIZON - 0.02, b.dice.uniform(0.4, 0.56), haze=0.35)
    n.hills(b, "#d0b862", 0.1, haze=0.2, bumps=7)


def _acacia(b: Brush, x: float, y: float, size: float, *, haze: float = 0.0) -> None:
    """A tree like a parasol."""
    if haze < 0.1:
        b.rooted(x, y, 0.08 * size, size)
    bark = "#6f553c"
    trunk = [(x - 0.04 * size, y), (x + 0.04 * size, y), (x + 0.07 * size, y + 0.5 * size), (x + 0.0, y + 0.5 * size)]
    b.shape(trunk, bark, haze=haze, lift=0.014, rough=0.003)
    for dx in (-0.36, -0.12, 0.2, 0.42):
        b.line([(x + 0.04 * size, y + 0.46 * size), (x + dx * size, y + 0.86 * size)], bark, 0.03 * size, haze=haze)
    for dx, dy, wide in ((-0.26, 0.86, 0.34), (0.3, 0.88, 0.36), (0.02, 0.97, 0.46)):
        tone = mixed("#7f9a44", "#c9c45a", 0.2 * (dy > 0.9))
        b.disc(x + dx * size, y + dy * size, wide * size, tone, high=0.11 * size, haze=haze, lift=0.016, rough=0.01)


def _savanna(b: Brush) -> None:
    n.ground(b, "#d9b95c", wave=0.03)
    _acacia(b, -b.half + 0.08, 0.12, 1.25)
    _acacia(b, b.half + 0.5, 0.14, 0.9)
    x = b.half - 0.22
    n.rock(b, x, 0.06, 0.16, "#a98a6a")
    n.rock(b, x + 0.16, 0.03, 0.1, "#b5966f")
    for row, y in enumerate((0.16, 0.0, -0.2)):
        n.grass(b, y, "#c9a848", step=0.26 + 0.05 * row, size=0.1 + 0.03 * row, jitter=0.04)


def _savanna_front(b: Brush) -> None:
    n.grass(b, b.low - 0.08, "#b5923c", step=0.12, size=0.3)
    n.grass(b, b.low - 0.1, "#d9b95c", step=0.17, size=0.22)


def _far_bank(b: Brush) -> None:
    """The other bank: the town, its lights in the water, boats with lanterns."""
    if b.light.lamps:
        s.skyglow(b, "#7a8ae0" if b.light.stars else "#ff9a6a", HORIZON)
    n.hills(b, "#86a596", 0.45, haze=0.5)
    t.blocks(b, 0.7, haze=0.34, step=0.24, least=0.35)
    w.grove(b, HORIZON + 0.0, 0.06, "#6f9a68", haze=0.24, step=0.16)
    a.sea(b, HORIZON - 0.06, "#4f94b4", wave=0.008, bumps=40, haze=0.16, foam=False)
    if b.light.lamps:
        for x in b.spread(0.11, 0.4):
            tone, long = b.dice.choice(("#ffd873", "#ffb45a", "#ffe6a3", "#ff9ab0")), b.dice.uniform(0.05, 0.16)
            b.disc(x, HORIZON - 0.08 - long, 0.012, tone, own=True, high=long, lift=0, rough=0, flat=True)
            b.glimmer("glint", x, HORIZON - 0.1 - long, 0.04, tone)
    a.glitter(b, HORIZON - 0.1, 0.0)
    for x in b.spread(1.5, 0.2, 0.3):
        _houseboat(b, x, HORIZON - 0.2, 0.46)


def _houseboat(b: Brush, x: float, y: float, size: float) -> None:
    """A low boat under a roof, hung with lanterns."""
    if b.light.lamps:
        b.glow(x, y + 0.2 * size, 0.8 * size, "#ffb45a", 0.6)
    b.box(x, y + 0.1 * size, 0.84 * size, 0.22 * size, "#e9c98a" if not b.light.lamps else "#ffd27a",
          own=b.light.lamps, lift=0.008, rough=0)  # fmt: skip
    for part in range(5):
        b.box(x + (-0.4 + 0.2 * part) * size, y + 0.1 * size, 0.025, 0.22 * size, "#6f4632", lift=0, rough=0)
    roof = [(-0.52, 0.3), (-0.42, 0.42), (0.42, 0.42), (0.52, 0.3)]
    b.shape([(x + dx * size, y + dy * size) for dx, dy in roof], "#5f3c30", lift=0.012, rough=0.002)
    hull = [(-0.66, 0.16), (0.72, 0.18), (0.56, -0.02), (-0.5, -0.02)]
    b.shape([(x + dx * size, y + dy * size) for dx, dy in hull], "#8a5a3c", lift=0.014, rough=0.002)
    for part in range(6):
        t.lantern(b, x + (-0.45 + 0.18 * part) * size, y + 0.25 * size, 0.1 * size, string=False)


def _near_bank(b: Brush) -> None:
    turn = [(-_HALF + i * PERIOD / 8, 0.06 + 0.015 * sin(2 * pi * (i % 8) / 4)) for i in range(9)]
    b.cut(smooth(turn, GROUND), "#b5ada0", lift=0.03, rough=0.004)
    b.box(0, GROUND, PERIOD, -0.02 - GROUND, "#9cc06a", lift=0.016, rough=0.006)
    n.grass(b, -0.04, "#7fae54", step=0.24, size=0.08, jitter=0.02)
    for number, y in enumerate((-0.12, -0.24, -0.4)):
        n.grass(b, y, "#74a44c", step=0.3, size=0.08 + 0.02 * number, flowers=True, jitter=0.04)
    x = b.half - 0.16
    for row in range(7):
        tone, grow = "#cfc8ba" if row % 2 else "#bdb6a8", 0.03 * row
        b.box(x + grow, -0.02 - 0.08 * row, 0.34 + grow, 0.075, tone, lift=0.008, rough=0.002)
    if b.half > 1:
        t.lamp(b, -b.half + 0.2, 0.02, 0.92)


def _near_bank_front(b: Brush) -> None:
    n.grass(b, b.low - 0.08, "#5f9440", step=0.16, size=0.26, flowers=True)
    for x in b.spread(0.5, 0.4):
        for dx, lean in ((0.0, 0.06), (0.05, 0.12), (-0.04, -0.02)):
            b.line([(x + dx, b.low - 0.1), (x + dx + lean, b.low + 0.3)], "#a9a05c", 0.01)
            b.disc(x + dx + lean, b.low + 0.33, 0.018, "#e9dcb8", high=0.06, lift=0.004, rough=0.003)


OUTINGS: Mapping[Place, Scenery] = {
    "aquarium": Scenery((Layer(0.7, _tank), Layer(1.0, _aquarium)), (Layer(1.12, _aquarium_front),), indoors=True),
    "factory": r.enclosed(_factory_wall, _factory, _factory_front),
    "savanna": Scenery(
        (Layer(0.1, open_sky), Layer(0.45, _savanna_far), Layer(1.0, _savanna)),
        (Layer(1.3, _savanna_front, sway=0.02),),
    ),
    "riverside": Scenery(
        (Layer(0.1, sky_over_water), Layer(0.4, _far_bank), Layer(1.0, _near_bank)),
        (Layer(1.3, _near_bank_front, sway=0.02),),
    ),
}
