"""Places that nobody built, on land: garden and park, field and forest, mountain, river, desert, snow."""

from collections.abc import Mapping

from generator.engines.paper.colours import mixed
from generator.engines.paper.sets import landmarks as m
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import sky as s
from generator.engines.paper.sets import town as t
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets import water as a
from generator.engines.paper.sets.brush import HORIZON, Brush, Layer, Scenery
from generator.engines.paper.sets.streets import open_sky
from generator.vocabulary import Place


def _hills(b: Brush) -> None:
    n.hills(b, "#86b08a", 0.7, haze=0.5)
    n.hills(b, "#7fae74", 0.42, haze=0.28, bumps=6)
    w.grove(b, HORIZON + 0.02, 0.08, "#6a9a5c", haze=0.3, step=0.5)


def _meadow_front(b: Brush) -> None:
    n.grass(b, b.low - 0.07, "#5c8f45", step=0.2, size=0.26, flowers=True)


def _garden(b: Brush) -> None:
    for side in (-1, 1):
        w.tree(b, side * (b.half - 0.08), HORIZON - 0.08, 1.05, "#74aa5c" if side < 0 else "#86b064", haze=0.06)
        w.tree(b, side * (b.half + 1.2), HORIZON - 0.08, 0.95, haze=0.06)
    w.grove(b, HORIZON + 0.12, 0.16, "#7aae66", haze=0.12, step=0.3)
    t.fence(b, HORIZON - 0.12, 0.4, "#f7ecd8")
    n.ground(b, "#8fc06a", horizon=HORIZON - 0.08)
    for x in b.spread(0.16, 0.4):
        n.flower(b, x, HORIZON + b.dice.uniform(-0.1, 0.08), 0.05, b.dice.choice(n.PETALS))
    for x in b.spread(0.5, 0.1, 0.25):
        b.disc(x, b.dice.uniform(-0.5, -0.2), 0.12, "#d9d2c2", high=0.035, lift=0.008)
    n.grass(b, -0.1, "#74a650", step=0.4, size=0.08, jitter=0.22)


def _garden_front(b: Brush) -> None:
    w.branch(b, -1, "#7fae5c", reach=0.5)
    _meadow_front(b)


def _park_far(b: Brush) -> None:
    t.blocks(b, 0.85, haze=0.66, step=0.34)
    w.grove(b, HORIZON + 0.12, 0.17, "#7fae70", haze=0.36, step=0.24)
    w.trees(b, 0.62, 0.95, kind="round", haze=0.16)


def _park(b: Brush) -> None:
    n.ground(b, "#8fbf6a")
    n.path(b, "#ead8ae", far=0.1, near=0.7, bend=0.16)
    for x in (-b.half + 0.2, b.half + 1.0, -b.half - 1.6):
        for y in (0.2, 0.3, 0.4):
            b.box(x, y, 0.5, 0.06, "#b07c4b", lift=0.01, rough=0.001)
        for side in (-0.2, 0.2):
            b.box(x + side, 0.05, 0.035, 0.4, "#5b5b62", lift=0.008, rough=0)
    t.lamp(b, b.half - 0.14, 0.14, 0.86)
    n.grass(b, -0.05, "#74a650", step=0.36, size=0.08, jitter=0.24, flowers=True)


def _park_front(b: Brush) -> None:
    w.branch(b, -1, "#f6b3c6", kind="sakura", reach=0.62)
    w.branch(b, 1, "#f6b3c6", kind="sakura", reach=0.36)
    _meadow_front(b)


def _forest_far(b: Brush) -> None:
    b.glow(0.0, 0.9, 1.1, "#fff6c8" if not b.light.stars else "#8a9ae8", 0.4)
    for x in b.spread(0.16, 0.4):
        h = b.dice.uniform(0.02, 0.05)
        b.shape(
            [(x - h, HORIZON - 0.2), (x + h, HORIZON - 0.2), (x + h * 0.8, 3.2), (x - h * 0.8, 3.2)],
            "#7d8f74",
            haze=0.55,
            lift=0.014,
        )
    w.trees(b, 0.34, 0.9, colour="#6f9a68", haze=0.42, kind="pine")


def _forest_mid(b: Brush) -> None:
    for side in (-1, 1):
        for number in range(5):
            w.tree(
                b,
                side * (0.4 + 0.42 * number),
                HORIZON - 0.08,
                1.3 + 0.14 * (number % 2),
                "#4f8a58",
                haze=0.2,
                kind="pine",
            )

    if b.light.orb_height >= 0:
        s.shafts(b, 0.3)


def _forest(b: Brush) -> None:
    for side in (-1, 1):
        w.tree(b, side * (b.half + 0.02), HORIZON - 0.12, 1.62, "#3f7a50", haze=0.04, kind="pine")
    n.ground(b, "#7d9a58")
    n.path(b, "#b39a6c", far=0.09, near=0.5)
    n.grass(b, 0.1, "#5f8a48", step=0.3, jitter=0.12)
    for x in (-b.half + 0.16, b.half - 0.26, b.half + 0.9, -b.half - 0.8):
        for dx, size in ((0.0, 1.0), (0.12, 0.66)):
            b.box(x + dx, 0.0, 0.045 * size, 0.11 * size, "#f6ead6", lift=0.006, rough=0)
            b.disc(x + dx, 0.12 * size, 0.09 * size, "#d9503f", high=0.06 * size, lift=0.01, rough=0.002)
            for px, py in ((-0.04, 0.0), (0.03, 0.02), (0.0, 0.035)):
                b.disc(x + dx + px * size, (0.12 + py) * size, 0.013 * size, "#fdf6e8", lift=0, rough=0, flat=True)
    n.rock(b, b.half - 0.1, -0.16, 0.12)


def _forest_front(b: Brush) -> None:
    w.branch(b, -1, "#4c7c48", reach=0.6)
    w.branch(b, 1, "#4c7c48", reach=0.5)
    n.grass(b, b.low - 0.07, "#40683c", step=0.18, size=0.26)
    for side in (-1, 1):
        for angle in (-150, -118, -90, -62, -30):
            w.leaf(
                b,
                side * (b.half - 0.04),
                b.low + 0.03,
                0.36,
                angle,
                mixed("#3f6f48", "#8fb46a", 0.1 + (angle % 60) / 200),
                fat=0.16,
            )


def _mountain_far(b: Brush) -> None:
    for x in b.spread(1.5, 0.1, -0.45):
        n.peak(b, x, b.dice.uniform(0.7, 0.95), "#93a2bd", haze=0.5)
    for x in b.spread(3.0, 0.03, 1.7):
        n.peak(b, x, min(1.25, b.top - 0.5), "#7888ac", haze=0.3, broad=0.8)
    w.grove(b, HORIZON + 0.02, 0.1, "#6f9478", haze=0.32, step=0.2)


def _mountain(b: Brush) -> None:
    n.ground(b, "#9fb072")
    n.path(b, "#d8c69c", far=0.06, near=0.5, bend=-0.2)
    for side in (-1, 1):
        for number in range(4):
            w.tree(
                b, side * (b.half - 0.12 + 0.4 * number), HORIZON - 0.12 - 0.04 * number, 0.62, "#56866a", kind="pine"
            )
    for x in b.spread(0.55, 0.4):
        n.rock(b, x, b.dice.uniform(-0.5, 0.1), b.dice.uniform(0.05, 0.11))
    n.grass(b, -0.1, "#7f9a58", step=0.36, size=0.08, flowers=True, jitter=0.3)


def _field_far(b: Brush) -> None:
    n.hills(b, "#8fb58e", 0.6, haze=0.52)
    n.terraces(b, ("#b9c877", "#8db668", "#cfcf80", "#97bd66"), 0.36)
    m.windmill(b, -0.42, HORIZON + 0.14, 0.5, haze=0.2)
    w.grove(b, HORIZON + 0.0, 0.06, "#6a9a5c", haze=0.2, step=0.42)


def _field(b: Brush) -> None:
    n.ground(b, "#93bf62", horizon=HORIZON - 0.06)
    w.tree(b, b.half - 0.1, HORIZON - 0.12, 0.98, "#74a656")
    n.grass(b, 0.0, "#77a851", step=0.26, size=0.1, flowers=True, jitter=0.24)


def _farm_far(b: Brush) -> None:
    n.hills(b, "#8fb58e", 0.6, haze=0.5)
    n.terraces(b, ("#c9c777", "#9fbd66", "#d9cf7a"), 0.24)


def _farm(b: Brush) -> None:
    y = HORIZON - 0.12
    m.barn(b, -b.half + 0.24, y, 0.98)
    if b.half > 1:
        w.tree(b, b.half - 0.3, y, 1.0)
    n.ground(b, "#a8bd5c", horizon=HORIZON - 0.08)
    for row, drop in enumerate((0.05, 0.14, 0.25)):
        n.grass(b, HORIZON - 0.12 - drop, "#7fa344", step=0.15 + 0.03 * row, size=0.05 + 0.015 * row, jitter=0.01)
    for dx, high in ((0.04, 0.62), (0.18, 0.5), (-0.1, 0.46)):
        n.sunflower(b, b.half - 0.14 + dx, 0.0, high, 0.085)
    for x, low in ((-b.half + 0.16, -0.05), (b.half + 0.6, 0.0)):
        b.disc(x, low + 0.13, 0.16, "#e0b95a", lift=0.02)
        for share in (0.7, 0.42):
            b.disc(x, low + 0.13, 0.16 * share, mixed("#e0b95a", "#a9803a", 0.3), lift=0, flat=True)
            b.disc(x, low + 0.13, 0.16 * share - 0.02, "#e0b95a", lift=0, flat=True)


def _farm_front(b: Brush) -> None:
    t.fence(b, b.low - 0.22, 0.34, "#d8b98a", step=0.17)
    n.grass(b, b.low - 0.07, "#6f9440", step=0.24, size=0.2)


def _river_far(b: Brush) -> None:
    n.hills(b, "#8bb08e", 0.66, haze=0.5)
    w.grove(b, HORIZON + 0.14, 0.17, "#76a86a", haze=0.3, step=0.26)
    w.trees(b, 0.7, 0.8, haze=0.2)


def _river(b: Brush) -> None:
    n.ground(b, "#8fbf6a", bands=1)
    m.bridge(b, b.half - 0.3, 0.2, 0.9)
    a.sea(b, 0.18, "#5fb5d0", wave=0.022, bumps=20)
    a.glitter(b, 0.14, -0.1)
    a.sea(b, 0.02, "#73c2d8", wave=0.026, bumps=17, phase=0.4)
    b.cut(n.band(-0.13, 1.3, 0.03, 10), "#cbb98a", lift=0.03)
    b.cut(n.band(-0.17, 1.3, 0.03, 10), "#a4c774", lift=0.014)
    for x in b.spread(0.4, 0.4):
        n.rock(b, x, b.dice.uniform(-0.2, -0.14), b.dice.uniform(0.04, 0.09))
    for x in (-b.half + 0.12, b.half - 0.02, b.half + 0.8):
        for dx in (-0.08, 0.0, 0.07):
            b.line([(x + dx, -0.16), (x + dx * 1.6, 0.4)], "#6f9448", 0.012)
            b.disc(x + dx * 1.6, 0.42, 0.024, "#8a5a38", high=0.085, lift=0.006, rough=0)
    n.grass(b, -0.3, "#6f9f4e", step=0.3, size=0.1, flowers=True, jitter=0.1)


def _river_front(b: Brush) -> None:
    w.branch(b, -1, "#7fae5c", reach=0.6)


def _desert_far(b: Brush) -> None:
    for x in b.spread(1.8, 0.08, 0.66):
        n.mesa(b, x, b.dice.uniform(0.4, 0.62), b.dice.uniform(0.5, 0.8), "#c9805c", haze=0.42)
    n.hills(b, "#e0ae6c", 0.3, haze=0.25, bumps=5)


def _desert(b: Brush) -> None:
    n.ground(b, "#ecc580", wave=0.06)
    n.cactus(b, b.half - 0.18, 0.06, 0.78)
    n.cactus(b, -b.half + 0.1, 0.16, 0.46)
    for x in (b.half + 1.1, -b.half - 0.9):
        n.cactus(b, x, 0.1, 0.6)
    for x in b.spread(0.9, 0.4):
        n.rock(b, x, b.dice.uniform(-0.5, 0.1), b.dice.uniform(0.05, 0.12), "#c98a5a")


def _snow_far(b: Brush) -> None:
    for x in b.spread(1.29, 0.1, 0.4):
        n.peak(b, x, b.dice.uniform(0.6, 0.95), "#9fb2cf", haze=0.42)
    w.trees(b, 0.24, 0.5, colour="#7f9f98", haze=0.34, kind="pine")


def _snow(b: Brush) -> None:
    n.ground(b, "#e9eff5", wave=0.05, bands=1)
    m.cabin(b, b.half - 0.26, HORIZON - 0.12, 0.8)
    for x in (-b.half + 0.08, -b.half + 0.4, b.half + 0.5, -b.half - 0.5):
        w.tree(b, x, HORIZON - 0.1, 0.92 if x == -b.half + 0.08 else 0.62, "#5f8f7c", kind="snowy")
    b.cut(n.band(0.14, 1.6, 0.04, 6), "#f6f9fc", lift=0.03)
    b.cut(n.band(-0.24, 1.6, 0.05, 5), "#ffffff", lift=0.03)


OUTDOORS: Mapping[Place, Scenery] = {
    "garden": Scenery(
        (Layer(0.1, open_sky), Layer(0.5, _hills), Layer(1.0, _garden)), (Layer(1.3, _garden_front, sway=0.02),)
    ),
    "park": Scenery(
        (Layer(0.1, open_sky), Layer(0.5, _park_far), Layer(1.0, _park)), (Layer(1.3, _park_front, sway=0.02),)
    ),
    "forest": Scenery(
        (Layer(0.1, open_sky), Layer(0.35, _forest_far), Layer(0.65, _forest_mid), Layer(1.0, _forest)),
        (Layer(1.3, _forest_front, sway=0.02),),
    ),
    "mountain": Scenery(
        (Layer(0.1, open_sky), Layer(0.35, _mountain_far), Layer(1.0, _mountain)),
        (Layer(1.3, _meadow_front, sway=0.02),),
    ),
    "field": Scenery(
        (Layer(0.1, open_sky), Layer(0.45, _field_far), Layer(1.0, _field)), (Layer(1.3, _meadow_front, sway=0.02),)
    ),
    "farm": Scenery((Layer(0.1, open_sky), Layer(0.45, _farm_far), Layer(1.0, _farm)), (Layer(1.3, _farm_front),)),
    "river": Scenery(
        (Layer(0.1, open_sky), Layer(0.5, _river_far), Layer(1.0, _river)), (Layer(1.3, _river_front, sway=0.02),)
    ),
    "desert": Scenery((Layer(0.1, open_sky), Layer(0.45, _desert_far), Layer(1.0, _desert))),
    "snowfield": Scenery((Layer(0.1, open_sky), Layer(0.45, _snow_far), Layer(1.0, _snow))),
}
