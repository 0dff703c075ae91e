"""Where tales are set: a throne room, a dungeon, a battlefield, a graveyard by moonlight."""

from collections.abc import Mapping

import skia

from generator.engines.paper.colours import darker, lighter, mixed
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, Layer, Scenery, stroke
from generator.engines.paper.sets.rooms import FLOOR
from generator.engines.paper.sets.streets import open_sky
from generator.vocabulary import Place

_SPACIOUS = 1.0  # half the width of the frame from which there is room for more


def _masonry(b: Brush, colour: str, *, high: float = 0.2, wide: float = 0.42) -> None:
    """A wall of hewn stone."""
    b.box(0, GROUND, PERIOD, TOP - GROUND, darker(colour, 0.24), lift=0, rough=0)
    row, y = 0, FLOOR - 0.05
    while y < b.top + 0.5:
        for x in b.spread(wide, 0.05, 0.5 * wide * (row % 2)):
            tone = b.dice.choice((colour, lighter(colour, 0.08), darker(colour, 0.08)))
            b.box(x, y, wide * 0.95, high * 0.92, tone, lift=0.006, rough=0.006, round_=0.015)
        row, y = row + 1, y + high


def _torch(b: Brush, x: float, y: float, size: float = 1.0) -> None:
    """A torch in its iron, and the wall that it lights."""
    b.lit(x, y + 0.1, 0.75 * size, "#ffae5a", 0.55, high=0.7 * size)
    b.glow(x, y + 0.16 * size, 0.5 * size, "#ffa04a", 0.75)
    b.glimmer("fire", x, y + 0.16 * size, 0.44 * size, "#ffa04a")
    b.shape([(x - 0.03, y + 0.06), (x + 0.03, y + 0.06), (x + 0.012, y - 0.2 * size), (x - 0.012, y - 0.2 * size)],
            "#5f4230", lift=0.012, rough=0)  # fmt: skip
    b.box(x, y + 0.02, 0.11 * size, 0.06, "#3a3640", lift=0.008, rough=0)
    for share, tone in ((1.0, "#ff7a2f"), (0.68, "#ffb04a"), (0.36, "#fff0b0")):
        flame = skia.Path()
        wide, high = 0.075 * size * share, 0.25 * size * share
        flame.moveTo(x - wide, -y - 0.07)
        flame.cubicTo(
            x - wide * 1.2, -y - 0.07 - high * 0.5, x - wide * 0.2, -y - 0.07 - high * 0.6, x, -y - 0.07 - high
        )
        flame.cubicTo(
            x + wide * 0.4, -y - 0.07 - high * 0.6, x + wide * 1.3, -y - 0.07 - high * 0.4, x + wide, -y - 0.07
        )
        flame.close()
        b.cut(flame, tone, own=True, lift=0.004, rough=0)


def _throne_wall(b: Brush) -> None:
    _masonry(b, "#b9a9b4", high=0.24, wide=0.5)
    for x in b.spread(1.3, 0, 0.65):
        high = min(1.1, b.top - 0.4)
        glass = skia.Path()
        glass.moveTo(x - 0.17, -0.66)
        glass.lineTo(x - 0.17, -0.3 - high * 0.8)
        glass.quadTo(x - 0.16, -0.42 - high, x, -0.5 - high)
        glass.quadTo(x + 0.16, -0.42 - high, x + 0.17, -0.3 - high * 0.8)
        glass.lineTo(x + 0.17, -0.66)
        glass.close()
        b.cut(glass, b.light.sky[1], own=True, lift=0.02, rough=0)
        b.canvas.save()
        b.canvas.clipPath(glass, doAntiAlias=True)
        for number in range(24):
            tone = ("#d9503f", "#e9b44c", "#4f8fc0", "#6fa86a", "#8f6fc0")[b.dice.randrange(5)]
            px, py = x - 0.12 + 0.12 * (number % 3), 0.72 + 0.16 * (number // 3)
            pane = [(px - 0.06, py), (px, py + 0.09), (px + 0.06, py), (px, py - 0.09)]
            b.shape(pane, mixed(tone, b.light.sky[1], 0.25), own=True, lift=0, rough=0)
        b.canvas.restore()
        b.canvas.drawPath(glass, stroke(b.colour("#7a6a78"), 0.03))
    for x in b.spread(1.3, 0):
        if abs(x) > 0.3:
            _banner(b, x, b.top - 0.1, 0.34, min(1.0, b.top - 0.6), "#8f2f4a")


def _banner(b: Brush, x: float, top: float, wide: float, long: float, colour: str) -> None:
    """A long flag with a golden crown."""
    cloth = [
        (x - wide / 2, top),
        (x + wide / 2, top),
        (x + wide / 2, top - long),
        (x, top - long - 0.14),
        (x - wide / 2, top - long),
    ]
    b.shape(cloth, colour, lift=0.03, rough=0.003)
    b.box(x, top - 0.03, wide + 0.08, 0.035, "#d9b050", lift=0.008, rough=0)
    y = top - 0.5 * long
    crown = [(-0.1, 0.0), (0.1, 0.0), (0.12, 0.14), (0.05, 0.07), (0.0, 0.17), (-0.05, 0.07), (-0.12, 0.14)]
    b.shape([(x + dx, y + dy) for dx, dy in crown], "#e9c25c", lift=0.004, rough=0)


def _throne(b: Brush) -> None:
    r.floor(b, "#9a8fa4", pattern="tiles")
    for step, (wide, y) in enumerate(((1.5, FLOOR - 0.06), (1.14, FLOOR + 0.03), (0.8, FLOOR + 0.12))):
        b.box(0.0, y, wide, 0.1, mixed("#b5a8b8", "#fff4dc", 0.14 * step), lift=0.016, rough=0.002)
    runner = [
        (-0.16, FLOOR + 0.22),
        (0.16, FLOOR + 0.22),
        (0.2, FLOOR - 0.06),
        (0.5, GROUND),
        (-0.5, GROUND),
        (-0.2, FLOOR - 0.06),
    ]
    b.shape(runner, "#a8323c", lift=0.006, rough=0.003)
    seat = FLOOR + 0.22
    b.box(0.0, seat, 0.44, 0.86, "#d9a93c", lift=0.03, rough=0.003, round_=0.06)
    b.box(0.0, seat + 0.06, 0.33, 0.72, "#a8323c", lift=0.006, rough=0.002, round_=0.05)
    for side in (-1, 1):
        b.disc(side * 0.2, seat + 0.92, 0.055, "#f0c95c", lift=0.01, rough=0)
        b.box(side * 0.22, seat + 0.02, 0.09, 0.3, "#d9a93c", lift=0.016, rough=0.002)
        b.box(side * 0.22, seat + 0.3, 0.13, 0.05, "#f0c95c", lift=0.008, rough=0)
    b.shape([(-0.12, seat + 0.86), (0.12, seat + 0.86), (0.15, seat + 1.0), (0.06, seat + 0.94), (0.0, seat + 1.06),
             (-0.06, seat + 0.94), (-0.15, seat + 1.0)], "#f0c95c", lift=0.014, rough=0)  # fmt: skip
    b.box(0.0, seat, 0.48, 0.12, "#b5463c", lift=0.014, rough=0.002, round_=0.04)
    for side in (-1, 1):
        for number in range(3):
            x = side * (b.half - 0.1 + 1.1 * number)
            b.rooted(x, 0.04, 0.14)
            b.box(x, 0.02, 0.3, 0.12, "#a89aae", lift=0.016, rough=0.002)
            b.box(x, 0.13, 0.21, 4.0, "#c4b8c6", lift=0.03, rough=0.003)
            for dx in (-0.05, 0.03):
                b.line([(x + dx, 0.16), (x + dx, TOP)], "#a89aae", 0.012)
            _torch(b, x, 0.95)


def _throne_front(b: Brush) -> None:
    """The steps below us: a golden rope, cushions, a chest that stands open."""
    b.box(0, b.low - 0.1, PERIOD, 0.13, "#6f4a5a", lift=0.03, rough=0.003)
    b.box(0, b.low + 0.02, PERIOD, 0.03, "#d9a93c", lift=0.006, rough=0)
    left, right = -b.half + 0.22, b.half - 0.2
    b.box(left, b.low + 0.04, 0.32, 0.13, "#8f5636", lift=0.02, rough=0.002)
    b.box(left, b.low + 0.09, 0.33, 0.03, "#d9a93c", lift=0.004, rough=0)
    for number, dx in enumerate((-0.11, -0.05, 0.01, 0.06, 0.11)):
        b.disc(
            left + dx,
            b.low + 0.18 + 0.02 * (number % 2),
            0.04,
            ("#f0c95c", "#e05a6a", "#5ac0d8")[number % 3],
            lift=0.005,
            rough=0,
        )
    b.box(right, b.low + 0.04, 0.3, 0.11, "#a8323c", lift=0.02, rough=0.004, round_=0.05)
    crown = [(-0.1, 0.0), (0.1, 0.0), (0.12, 0.13), (0.05, 0.07), (0.0, 0.16), (-0.05, 0.07), (-0.12, 0.13)]
    b.shape([(right + dx, b.low + 0.15 + dy) for dx, dy in crown], "#f0c95c", lift=0.012, rough=0)


def _dungeon_wall(b: Brush) -> None:
    _masonry(b, "#6d6a78")
    b.box(0.3 * b.half, b.top - 0.62, 0.4, 0.34, "#2c2a38", lift=0.01, rough=0.003)
    b.box(0.3 * b.half, b.top - 0.6, 0.36, 0.3, b.light.sky[1], own=True, lift=0, rough=0)
    for dx in (-0.12, -0.04, 0.04, 0.12):
        b.box(0.3 * b.half + dx, b.top - 0.62, 0.022, 0.34, "#3a3844", lift=0.006, rough=0)
    for x in b.spread(1.2, 0, 0.6):
        _chain(b, x, 1.2)


def _chain(b: Brush, x: float, y: float) -> None:
    pen = stroke(b.colour("#3f3d4a"), 0.016)
    for side in (-1, 1):
        for link in range(6):
            px, py = x + side * 0.14, y - 0.07 * link
            b.canvas.drawOval(skia.Rect.MakeLTRB(px - 0.02, -py - 0.035, px + 0.02, -py + 0.015), pen)
        b.canvas.drawCircle(x + side * 0.14, -y + 0.44, 0.045, pen)


def _dungeon(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, FLOOR - GROUND, "#57545f", lift=0.016, rough=0)
    for row, drop in enumerate((0.02, 0.13, 0.28, 0.5, 0.8)):
        size = 0.16 + 0.05 * row
        for x in b.spread(size * 2.0, 0.08, size * (row % 2)):
            tone = b.dice.choice(("#625f6b", "#6b6874", "#5c5966"))
            b.disc(x, FLOOR - drop - 0.3 * size, size * 0.93, tone, high=0.3 * size, lift=0.004, rough=0.006)
    for side in (-1, 1):
        x = side * (b.half - 0.12)
        for bar in range(5):
            px = x + side * (0.14 * bar - (0.16 if b.half > _SPACIOUS else 0.0))
            b.box(px, 0.06, 0.035, 1.5, "#3a3844", lift=0.016, rough=0.001)
        for y in (0.2, 1.0):
            b.box(x + side * 0.12, y, 0.66, 0.04, "#3a3844", lift=0.01, rough=0)
        _torch(b, side * (b.half - (0.4 if b.half > _SPACIOUS else 0.16)), 1.04 if b.half > _SPACIOUS else 1.3)
    b.lit(0.0, 0.0, 1.1, "#ffae5a", 0.45, high=0.3)
    _bones(b, 0.42 * b.half, 0.04)


def _bones(b: Brush, x: float, y: float) -> None:
    b.disc(x, y + 0.05, 0.06, "#e9e0cc", lift=0.01, rough=0.003)
    b.box(x, y - 0.02, 0.06, 0.04, "#e9e0cc", lift=0.004, rough=0)
    for dx in (-0.022, 0.022):
        b.disc(x + dx, y + 0.05, 0.014, "#3a3640", lift=0, rough=0, flat=True)
    b.line([(x + 0.1, y), (x + 0.24, y + 0.03)], "#e9e0cc", 0.022)


def _dungeon_front(b: Brush) -> None:
    """Straw, a bowl, a rat."""
    for x in b.spread(0.05, 0.5):
        y = b.low + b.dice.uniform(-0.02, 0.1)
        lean = b.dice.uniform(-0.1, 0.1)
        b.line([(x - lean, y), (x + lean, y + 0.05)], b.dice.choice(("#d9b45a", "#c49a42", "#e9cc80")), 0.012)
    left, right = -b.half + 0.24, b.half - 0.24
    b.disc(left, b.low + 0.1, 0.13, "#8a6a4a", high=0.06, lift=0.014, rough=0.002)
    b.disc(left, b.low + 0.13, 0.11, "#5f4630", high=0.03, lift=0, rough=0)
    b.disc(right, b.low + 0.08, 0.11, "#6b6570", high=0.065, lift=0.012, rough=0.003)
    b.disc(right - 0.1, b.low + 0.11, 0.05, "#6b6570", lift=0.006, rough=0.002)
    b.disc(right - 0.08, b.low + 0.16, 0.024, "#8a828e", lift=0.003, rough=0)
    b.disc(right - 0.125, b.low + 0.12, 0.008, "#1c1a22", lift=0, rough=0, flat=True)
    b.line([(right + 0.1, b.low + 0.06), (right + 0.2, b.low + 0.09), (right + 0.28, b.low + 0.05)], "#b98a8a", 0.014)


def _battle_far(b: Brush) -> None:
    n.hills(b, "#8a8f7a", 0.6, haze=0.5)
    for x in b.spread(0.34, 0.3):
        _flag(b, x, HORIZON + 0.1 + b.dice.uniform(0, 0.1), b.dice.uniform(0.34, 0.5), b.dice.randrange(3), haze=0.3)
    n.hills(b, "#8f8660", 0.24, haze=0.2, bumps=7)
    for x in b.spread(1.8, 0.3, 0.6):
        for puff in range(8):
            y, r = HORIZON + 0.2 + 0.09 * puff, 0.04 + 0.016 * puff
            tone = mixed("#6f666a", "#b5aaa8", puff / 8)
            b.disc(x + 0.012 * puff * puff, y, r, tone, haze=0.42, lift=0.008, rough=0.01)


def _flag(b: Brush, x: float, y: float, high: float, number: int, *, haze: float = 0.0) -> None:
    """An upright banner on its pole."""
    b.line([(x, y - 0.1), (x, y + high)], "#4f3f34", 0.016 * (high + 0.4), haze=haze)
    colour = ("#b5403a", "#3f5f9a", "#e9dcc0")[number]
    wide = 0.24 * high
    cloth = [(x, y + high), (x + wide, y + high - 0.02), (x + wide * 0.9, y + 0.3 * high), (x, y + 0.32 * high)]
    b.shape(cloth, colour, haze=haze, lift=0.01, rough=0.004)
    mark = "#fbf3e0" if number < 2 else "#3a3436"
    b.disc(x + wide / 2, y + 0.66 * high, 0.28 * wide, mark, haze=haze, lift=0, rough=0.003)


def _battle(b: Brush) -> None:
    n.ground(b, "#a8945c", wave=0.05)
    for number, x in enumerate((-b.half + 0.12, b.half - 0.2, b.half + 0.8, -b.half - 0.8)):
        b.rooted(x, 0.08, 0.04, 1.0)
        _flag(b, x, 0.1, 1.1, number % 3)
    for x in (-0.5 * b.half, 0.56 * b.half, b.half + 0.4):
        for lean in (-0.2, 0.16):
            b.line([(x + lean, -0.02), (x - lean, 0.36)], "#7a5a3c", 0.03)
        b.line([(x - 0.22, 0.17), (x + 0.22, 0.19)], "#7a5a3c", 0.03)
    for x in b.spread(0.6, 0.4):
        n.rock(b, x, b.dice.uniform(-0.4, -0.05), b.dice.uniform(0.04, 0.1), "#8a7a5c")
    n.grass(b, -0.08, "#8f8a48", step=0.34, size=0.09, jitter=0.2)


def _battle_front(b: Brush) -> None:
    """Spears and a shield stuck in the ground."""
    n.grass(b, b.low - 0.07, "#7f7a40", step=0.24, size=0.18)
    for x, lean in ((-b.half + 0.1, 0.08), (-b.half + 0.2, -0.04), (b.half - 0.12, -0.1)):
        b.line([(x, b.low - 0.1), (x + lean, b.low + 0.42)], "#6f4f36", 0.022)
        tip = (x + lean, b.low + 0.42)
        b.shape(
            [(tip[0] - 0.03, tip[1]), (tip[0] + 0.03, tip[1]), (tip[0] + 0.01, tip[1] + 0.12)],
            "#c9cfd4",
            lift=0.01,
            rough=0,
        )
    shield = b.half - 0.28
    b.disc(shield, b.low + 0.1, 0.16, "#8f4a34", lift=0.02, rough=0.003)
    b.disc(shield, b.low + 0.1, 0.12, "#b5603c", lift=0, rough=0.002)
    b.disc(shield, b.low + 0.1, 0.04, "#d9b45a", lift=0.008, rough=0)


def _grave_far(b: Brush) -> None:
    n.hills(b, "#6f7f78", 0.6, haze=0.5)
    x, y = -0.3 * b.half, HORIZON - 0.02
    b.box(x, y, 0.5, 0.46, "#6a6574", haze=0.25, rough=0.003)
    b.shape([(x - 0.3, y + 0.44), (x, y + 0.74), (x + 0.3, y + 0.44)], "#4a4656", haze=0.25, rough=0.003)
    b.box(x + 0.3, y, 0.24, 0.76, "#6a6574", haze=0.22, rough=0.003)
    b.shape([(x + 0.15, y + 0.74), (x + 0.3, y + 1.14), (x + 0.45, y + 0.74)], "#4a4656", haze=0.22, rough=0.003)
    for dx, dy in ((-0.12, 0.14), (0.12, 0.14), (0.3, 0.46)):
        b.pane(x + dx, y + dy, 0.08, 0.16, round_=0.03, haze=0.1)
    for px in b.spread(0.8, 0.3, 0.4):
        w.tree(b, px, HORIZON - 0.08, b.dice.uniform(0.6, 0.9), kind="bare", haze=0.25)
    for px in b.spread(0.12, 0):
        b.box(px, HORIZON - 0.1, 0.02, 0.3, "#3f3d48", haze=0.15, lift=0.004, rough=0)
        b.shape(
            [(px - 0.02, HORIZON + 0.2), (px + 0.02, HORIZON + 0.2), (px, HORIZON + 0.26)],
            "#3f3d48",
            haze=0.15,
            lift=0,
            rough=0,
        )
    b.box(0, HORIZON + 0.12, PERIOD, 0.025, "#3f3d48", haze=0.15, lift=0.004, rough=0)


def _grave(b: Brush) -> None:
    n.ground(b, "#7f8a68")
    n.path(b, "#a49a86", far=0.1, near=0.46, bend=0.1)
    for number, x in enumerate(
        (-b.half + 0.16, -0.4 * b.half, 0.52 * b.half, b.half - 0.12, b.half + 0.6, -b.half - 0.5)
    ):
        y = (0.08, 0.2, 0.18, 0.04, 0.1, 0.12)[number]
        size = 0.62 if y < 0.15 else 0.44
        b.rooted(x, y, 0.17 * size, 0.6 * size)
        stone = ("#a5a2a4", "#8f8d94", "#b0aaa4")[number % 3]
        b.canvas.save()
        b.canvas.rotate((-4, 3, -2, 5, 0, -3)[number], x, -y)
        if number % 3 == 2:
            b.box(x, y, 0.12 * size, 0.78 * size, stone, lift=0.02, rough=0.004)
            b.box(x, y + 0.48 * size, 0.42 * size, 0.12 * size, stone, lift=0.012, rough=0.004)
        else:
            b.box(x, y, 0.42 * size, 0.62 * size, stone, lift=0.02, rough=0.005, round_=0.14 * size)
            for row in range(3):
                line = y + (0.42 - 0.1 * row) * size
                b.line([(x - 0.1 * size, line), (x + 0.1 * size, line)], darker(stone, 0.28), 0.018 * size)
        b.canvas.restore()
        b.disc(x, y, 0.24 * size, "#7f8a5c", high=0.05 * size, lift=0.006, rough=0.004)
    n.grass(b, -0.04, "#65744a", step=0.26, size=0.1, jitter=0.22)
    if b.light.lamps:
        for x in b.spread(0.9, 0.4, 0.2):
            y = b.dice.uniform(0.4, 0.9)
            b.glow(x, y, 0.26, "#8ae8d0", 0.7)
            b.glimmer("lamp", x, y, 0.3, "#8ae8d0")
            b.disc(x, y, 0.03, "#d8fff2", own=True, lift=0, rough=0, high=0.045)


def _grave_front(b: Brush) -> None:
    twig = skia.Path()
    edge, high = b.half + 0.1, b.top + 0.02
    twig.moveTo(edge, -high - 0.1)
    twig.quadTo(edge - 0.3, -high + 0.12, edge - 0.62, -high + 0.3)
    twig.quadTo(edge - 0.28, -high + 0.2, edge, -high + 0.08)
    twig.close()
    b.cut(twig, "#3a3038", lift=0.04, rough=0.004)
    for u, angle in ((0.25, 60), (0.42, 140), (0.6, 70), (0.78, 150)):
        w.leaf(b, edge - 0.62 * u, high - 0.3 * u**1.3, 0.2, angle, "#3a3038", fat=0.05)
    n.grass(b, b.low - 0.07, "#4f5c3c", step=0.16, size=0.24)
    for x in (-b.half + 0.2, -b.half + 0.34):
        b.disc(x, b.low + 0.1, 0.09, "#e0782f", high=0.075, lift=0.014, rough=0.003)
        for dx in (-0.04, 0.0, 0.04):
            b.line([(x + dx, b.low + 0.04), (x + dx * 0.8, b.low + 0.165)], "#b5581f", 0.008)
        b.box(x, b.low + 0.165, 0.02, 0.04, "#5f7a3c", lift=0.003, rough=0)


LEGENDS: Mapping[Place, Scenery] = {
    "throne_room": r.enclosed(_throne_wall, _throne, _throne_front),
    "dungeon": r.enclosed(_dungeon_wall, _dungeon, _dungeon_front),
    "battlefield": Scenery(
        (Layer(0.1, open_sky), Layer(0.45, _battle_far), Layer(1.0, _battle)), (Layer(1.2, _battle_front),)
    ),
    "graveyard": Scenery(
        (Layer(0.1, open_sky), Layer(0.45, _grave_far), Layer(1.0, _grave)), (Layer(1.3, _grave_front),)
    ),
}
