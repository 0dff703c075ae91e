"""Places in the open, from the pieces of nature and town."""

from collections.abc import Mapping

from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import town as t
from generator.engines.paper.sets import water as w
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, Layer, Scenery
from generator.vocabulary import Place


def _sky(b: Brush) -> None:
    n.sky(b)
    n.clouds(b, 7)


def _skyline_sky(b: Brush) -> None:
    n.sky(b, orb_x=-0.38)
    n.clouds(b, 3, 1.5, 2.2)
    if b.light.lamps:
        t.skyglow(b, "#ff9a6a" if not b.light.stars else "#7a8ae0", HORIZON)
    t.blocks(b, 1.15, haze=0.62, step=0.5)


def _far_blocks(b: Brush) -> None:
    t.blocks(b, 1.5, haze=0.3, step=0.72)


def _street(b: Brush) -> None:
    t.houses(b)
    t.road(b)
    for x in (-2.1, 2.3):
        t.lamp(b, x, 0.06, 1.15)


def _city(b: Brush) -> None:
    t.blocks(b, 2.3, haze=0.1, step=1.15, colours=("#8fa0b8", "#c79a86", "#b8a7c0", "#d8b98a"))
    t.road(b)
    for x in (-0.95, 1.5):
        t.lamp(b, x, 0.1, 1.1)


def _alley(b: Brush) -> None:
    t.houses(b, step=1.0)
    t.lanterns(b, 1.5, step=0.42, size=0.22)
    b.box(0, GROUND, PERIOD, HORIZON - 0.1 - GROUND, "#8d7f78", lift=0.03, rough=0.003, flat=True)
    for row in range(7):
        y = HORIZON - 0.16 - 0.05 * row - 0.014 * row * row
        for x in b.spread(0.3 + 0.05 * row, 0.1, 0.14 * (row % 2)):
            b.disc(
                x,
                y,
                0.12 + 0.02 * row,
                "#9c8f86" if b.dice.random() < 0.5 else "#857770",
                high=0.022 + 0.006 * row,
                lift=0.003,
                rough=0,
                flat=True,
            )
    if b.light.lamps:
        b.glow(0.0, 0.0, 1.3, "#ff8a4a", 0.28)


def _alley_front(b: Brush) -> None:
    for x in (-1.05, 1.05):
        t.lantern(b, x, 1.42, 0.36)


def _road(b: Brush) -> None:
    n.ground(b, "#8fb868", bands=1)
    b.box(0, GROUND, PERIOD, 0.14 - GROUND, "#807d84", lift=0.03, rough=0.003, flat=True)
    b.box(0, 0.12, PERIOD, 0.03, "#efe8d8", lift=0.006, rough=0.002)
    for x in b.spread(0.9, 0):
        b.box(x, -0.3, 0.46, 0.05, "#f3efe4", lift=0, rough=0.002)
    t.fence(b, 0.16, 0.17, "#d9dde0", step=0.42, pointed=False)


def _hills(b: Brush) -> None:
    n.hills(b, "#86b08a", 0.75, haze=0.45)
    n.hills(b, "#7ba96a", 0.4, haze=0.24, bumps=6)


def _road_far(b: Brush) -> None:
    _hills(b)
    t.poles(b)


def _field(b: Brush) -> None:
    n.ground(b, "#93bf62")
    n.grass(b, 0.12, "#77a851", step=0.45, flowers=True)


def _meadow_front(b: Brush) -> None:
    n.grass(b, -0.72, "#5c8f45", step=0.24, size=0.3, flowers=True)


def _garden(b: Brush) -> None:
    n.trees(b, 1.3, 0.95, kind="round", haze=0.12)
    t.fence(b, HORIZON - 0.12, 0.42, "#f3e6cf")
    n.ground(b, "#8fc06a", horizon=HORIZON - 0.08)
    for x in b.spread(0.22, 0.4):
        n.flower(
            b,
            x,
            HORIZON + b.dice.uniform(-0.06, 0.06),
            0.05,
            b.dice.choice(("#f2708a", "#f7c948", "#fdf7ea", "#b98ae0", "#f08a4b")),
        )


def _park(b: Brush) -> None:
    n.ground(b, "#8fbf6a")
    b.shape([(-0.55, HORIZON - 0.04), (0.1, HORIZON - 0.04), (1.4, GROUND), (-1.5, GROUND)], "#e6d3a8", lift=0.006)
    for x in (-1.7, 1.75):
        b.box(x, 0.2, 0.7, 0.07, "#b07c4b")
        b.box(x, 0.33, 0.7, 0.07, "#b07c4b")
        for side in (-0.28, 0.28):
            b.box(x + side, 0.04, 0.05, 0.36, "#5b5b62", lift=0.01, rough=0)
    t.lamp(b, -0.82, 0.16, 0.95)


def _park_trees(b: Brush) -> None:
    n.hills(b, "#8bb488", 0.5, haze=0.45)
    n.trees(b, 0.75, 1.15, kind="sakura" if b.dice.random() < 0.35 else "round", haze=0.16)


def _forest_far(b: Brush) -> None:
    for x in b.spread(0.3, 0.4):
        b.shape(
            [(x - 0.05, HORIZON - 0.2), (x + 0.05, HORIZON - 0.2), (x + 0.04, 3.2), (x - 0.04, 3.2)],
            "#8c7a62",
            haze=0.55,
            lift=0.02,
        )
    n.trees(b, 0.5, 1.1, colour="#6f9a68", haze=0.45, kind="pine")


def _forest(b: Brush) -> None:
    n.trees(b, 0.8, 1.7, colour="#4f8a58", haze=0.14, kind="pine")
    n.ground(b, "#7d9a58")
    n.grass(b, 0.14, "#5f8a48", step=0.4)
    for x in b.spread(2.1, 0.3, 0.9):
        b.box(x, 0.08, 0.04, 0.1, "#f3e6d2", lift=0.006, rough=0)
        b.disc(x, 0.19, 0.085, "#d9503f", high=0.055, lift=0.008, rough=0)


def _forest_front(b: Brush) -> None:
    for x, side in ((-1.35, 1), (1.4, -1)):
        b.shape(
            [(x - 0.24, GROUND), (x + 0.24, GROUND), (x + 0.15 + side * 0.05, 4.0), (x - 0.15 + side * 0.05, 4.0)],
            "#5f4a3c",
            lift=0.06,
        )
        for y in (1.5, 1.9, 2.3):
            b.disc(x + side * 0.12, y, 0.34, "#4c7c48", high=0.2, lift=0.04)
    n.grass(b, -0.74, "#40683c", step=0.26, size=0.28)


def _mountain(b: Brush) -> None:
    n.ground(b, "#a3a87c")
    for x in b.spread(1.0, 0.4):
        n.rock(b, x, HORIZON - 0.08 + b.dice.uniform(-0.08, 0.05), b.dice.uniform(0.08, 0.22))
    n.grass(b, 0.1, "#7f9a58", step=0.7)


def _mountain_far(b: Brush) -> None:
    n.peaks(b, "#8694b0", 1.5, haze=0.35, count=9)
    n.hills(b, "#7f9f78", 0.35, haze=0.25)


def _farm(b: Brush) -> None:
    y = HORIZON - 0.1
    b.box(-0.85, y, 0.85, 0.62, "#c4483a", rough=0.003)
    b.shape([(-1.34, y + 0.6), (-1.16, y + 0.88), (-0.85, y + 1.06), (-0.54, y + 0.88), (-0.36, y + 0.6)], "#7d3f38")
    b.box(-0.85, y, 0.34, 0.42, "#f3e6d2", lift=0.008, rough=0)
    b.line([(-1.0, y + 0.02), (-0.7, y + 0.4)], "#c4483a", 0.025)
    b.line([(-0.7, y + 0.02), (-1.0, y + 0.4)], "#c4483a", 0.025)
    b.pane(-0.85, y + 0.62, 0.17, 0.17)
    n.tree(b, 0.75, y, 1.05)
    n.ground(b, "#a8bd5c")
    for row in range(5):
        n.grass(b, 0.16 - 0.02 * row, "#8aa844", step=0.24, size=0.06)
    t.fence(b, 0.08, 0.3, "#d8b98a", step=0.5, pointed=False)


def _beach_far(b: Brush) -> None:
    w.sea(b, HORIZON + 0.22, "#3f9fc0", wave=0.012, bumps=30, haze=0.35, foam=False)
    w.glitter(b, HORIZON + 0.18, HORIZON - 0.05)
    w.sea(b, HORIZON + 0.04, "#4bb0c6", wave=0.03, bumps=18, haze=0.1)


def _beach(b: Brush) -> None:
    w.sea(b, HORIZON - 0.1, "#7fcfd2", wave=0.035, bumps=13)
    n.ground(b, "#f0d8a2", horizon=HORIZON - 0.2, wave=0.035)
    for x in b.spread(0.9, 0.4):
        b.disc(
            x,
            b.dice.uniform(-0.5, 0.0),
            0.03,
            b.dice.choice(("#f7efe0", "#f2b8a8", "#e0c6a0")),
            high=0.018,
            lift=0.004,
            rough=0,
        )
    n.tree(b, -1.55, 0.08, 1.5, "#5fa35c", kind="palm")
    n.tree(b, 2.4, 0.05, 1.25, "#5fa35c", kind="palm")


def _sea_far(b: Brush) -> None:
    w.sea(b, HORIZON + 0.2, "#2f86b0", wave=0.014, bumps=28, haze=0.4, foam=False)
    w.glitter(b, HORIZON + 0.16, HORIZON - 0.1)
    w.sea(b, HORIZON, "#3795b8", wave=0.05, bumps=15, haze=0.18)


def _sea_mid(b: Brush) -> None:
    w.sea(b, 0.12, "#2f8bb4", wave=0.08, bumps=11, phase=0.4)


def _sea_front(b: Brush) -> None:
    w.sea(b, 0.0, "#2a7fae", wave=0.1, bumps=9, phase=0.15)


def _sea_front_near(b: Brush) -> None:
    w.sea(b, -0.34, "#236f9e", wave=0.12, bumps=8, phase=0.7)


def _deep_far(b: Brush) -> None:
    w.deep(b)
    w.bubbles(b, 30)
    w.seabed(b, HORIZON + 0.3, "#3a86a8", haze=0.0, height=0.3)


def _deep(b: Brush) -> None:
    for x in b.spread(0.75, 0.4):
        w.weed(b, x, HORIZON - 0.1, b.dice.uniform(0.5, 1.1), b.dice.choice(("#3f9a78", "#5aa86a", "#2f7f78")))
    w.seabed(b, HORIZON - 0.06, "#cbb884", height=0.12)
    for x in b.spread(1.25, 0.3, 0.5):
        w.coral(
            b, x, HORIZON - 0.14, b.dice.uniform(0.3, 0.5), b.dice.choice(("#e8705c", "#f0a04c", "#e28ab0", "#b07fd0"))
        )
    w.seabed(b, -0.06, "#dcc890", height=0.06)


def _deep_front(b: Brush) -> None:
    for x in (-1.25, -1.05, 1.1, 1.3):
        w.weed(b, x, -1.0, b.dice.uniform(1.0, 1.5), "#2a6f68")


def _river(b: Brush) -> None:
    n.ground(b, "#8fbf6a", bands=1)
    w.sea(b, 0.12, "#6fbfd6", wave=0.03, bumps=16)
    w.glitter(b, 0.06, -0.14)
    b.cut(n.band(-0.14, 1.2, 0.03, 10), "#a4c774", lift=0.03)
    for x in b.spread(1.1, 0.4):
        n.rock(b, x, -0.1, b.dice.uniform(0.06, 0.13))
    n.grass(b, -0.2, "#6f9f4e", step=0.5)


def _desert_far(b: Brush) -> None:
    n.hills(b, "#dfa868", 0.6, haze=0.35, bumps=8)
    n.hills(b, "#e6b878", 0.3, haze=0.15, bumps=7)


def _desert(b: Brush) -> None:
    n.ground(b, "#ecc580", wave=0.06)
    for x, y, s in ((-0.56, 0.2, 0.62), (0.6, 0.24, 0.45), (-1.6, 0.1, 0.8), (1.7, 0.16, 0.7), (3.2, 0.2, 0.6)):
        b.box(x, y, 0.13 * s, 1.0 * s, "#6b9a56", round_=0.05)
        for side, h in ((-1, 0.38), (1, 0.55)):
            b.box(x + side * 0.15 * s, y + h * s, 0.3 * s, 0.1 * s, "#6b9a56", round_=0.04, lift=0.008)
            b.box(x + side * 0.26 * s, y + h * s, 0.1 * s, 0.3 * s, "#6b9a56", round_=0.04, lift=0.008)
    n.rock(b, 1.9, 0.1, 0.2, "#c98a5a")


def _snow_far(b: Brush) -> None:
    n.peaks(b, "#93a8c6", 1.2, haze=0.4, count=9)
    n.trees(b, 0.55, 0.8, colour="#7f9f98", haze=0.3, kind="pine")


def _snow(b: Brush) -> None:
    n.ground(b, "#f3f6f8", wave=0.05)
    for x in b.spread(1.7, 0.35):
        n.tree(b, x, HORIZON - 0.1, 0.8, "#5f8f7c", kind="pine")
        b.shape(
            [(x - 0.1, HORIZON + 0.62), (x, HORIZON + 0.8), (x + 0.1, HORIZON + 0.62), (x, HORIZON + 0.66)],
            "#fbfdfd",
            lift=0.004,
        )
    b.cut(n.band(0.08, 1.6, 0.05, 5), "#ffffff", lift=0.03)


def _clouds_below(b: Brush) -> None:
    for x in b.spread(0.55, 0.3):
        n.cloud(b, x, b.dice.uniform(-0.25, 0.05), b.dice.uniform(0.6, 0.9))


def _clouds_front(b: Brush) -> None:
    for x in b.spread(0.7, 0.3):
        n.cloud(b, x, b.dice.uniform(-0.95, -0.7), b.dice.uniform(0.6, 0.9))


def _high_sky(b: Brush) -> None:
    n.sky(b, low=-0.5, orb_x=0.4)
    n.clouds(b, 6, 0.5, 2.0)


def _space_far(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, 6, "#171440", own=True, lift=0, rough=0, flat=True)
    for x, y, r, colour in (
        (-0.8, 1.9, 1.4, "#4a2f8a"),
        (0.9, 0.9, 1.3, "#1f4f8a"),
        (2.9, 1.6, 1.5, "#6a2f7a"),
        (-3.2, 1.0, 1.4, "#24508a"),
    ):
        b.glow(x, y, r, colour, 0.75)
    for _ in range(300):
        n.star(
            b,
            b.dice.uniform(-PERIOD / 2, PERIOD / 2),
            b.dice.uniform(-0.8, 3.6),
            b.dice.choice((0.007, 0.01, 0.014, 0.024)),
        )


def _planets(b: Brush) -> None:
    b.disc(0.42, 1.32, 0.2, "#e9a45c", own=True)
    for part, colour in ((0.08, "#d98a4a"), (-0.05, "#f2c08a")):
        b.disc(0.42, 1.32 + part, 0.18, colour, own=True, high=0.022, lift=0, rough=0, flat=True)
    b.shape([(0.1, 1.24), (0.42, 1.3), (0.76, 1.44), (0.42, 1.27)], "#f7dfb0", own=True, lift=0.01)
    b.disc(-0.5, 0.98, 0.12, "#5fb0d8", own=True)
    b.disc(-0.54, 1.0, 0.05, "#7cc48a", own=True, lift=0, rough=0.01, flat=True)
    b.disc(2.3, 1.4, 0.26, "#c9607a", own=True)
    b.disc(-2.4, 1.2, 0.2, "#9a7fd0", own=True)


def _moon_ground(b: Brush) -> None:
    b.cut(n.band(HORIZON - 0.04, 2, 0.04, 7), "#b9b6c6", own=True, lift=0.04)
    for x in b.spread(0.7, 0.4):
        y = b.dice.uniform(-0.5, 0.16)
        b.disc(x, y, 0.14 + 0.1 * (0.2 - y), "#9a97ab", own=True, high=0.04 + 0.03 * (0.2 - y), lift=0.0)
        b.disc(x, y + 0.012, 0.12 + 0.09 * (0.2 - y), "#a7a4b6", own=True, high=0.03 + 0.025 * (0.2 - y), lift=0.0)


def _castle(b: Brush) -> None:
    n.ground(b, "#8fb36a")
    b.shape([(-0.2, HORIZON - 0.03), (0.2, HORIZON - 0.03), (0.9, GROUND), (-0.9, GROUND)], "#d8c8a8", lift=0.008)
    for x in (-1.1, 1.1, 3.3, -3.3):
        n.tree(b, x, HORIZON - 0.1, 0.8, "#4f8a62", kind="pine")


def _castle_far(b: Brush) -> None:
    n.hills(b, "#86a98a", 0.6, haze=0.45)
    t.castle(b, 0.0, HORIZON - 0.08, 0.82, haze=0.12)
    t.castle(b, 4.4, HORIZON - 0.08, 0.6, haze=0.2)


def _shrine(b: Brush) -> None:
    n.ground(b, "#9fae74")
    b.shape([(-0.34, HORIZON - 0.03), (0.34, HORIZON - 0.03), (1.2, GROUND), (-1.2, GROUND)], "#c9c2b4", lift=0.008)
    for row in range(6):
        y = HORIZON - 0.1 - 0.05 * row - 0.03 * row * row
        half = 0.34 + (HORIZON - y) * 0.54
        b.line([(-half, y), (half, y)], "#a39c8e", 0.008)
    t.torii(b, 0.0, HORIZON - 0.12, 1.0)
    for side in (-1, 1):
        x = side * 1.15
        b.box(x, 0.12, 0.22, 0.1, "#9a978f")
        b.box(x, 0.22, 0.1, 0.35, "#a8a59c")
        b.box(x, 0.55, 0.24, 0.2, "#ffdf9a" if b.light.lamps else "#b9b5aa", own=b.light.lamps)
        b.shape([(x - 0.2, 0.74), (x, 0.94), (x + 0.2, 0.74)], "#8f8c84")
        if b.light.lamps:
            b.glow(x, 0.65, 0.7, "#ffb45a", 0.6)


def _shrine_far(b: Brush) -> None:
    n.trees(b, 0.5, 1.5, colour="#5a8a5c", haze=0.3, kind="pine")
    b.box(0, HORIZON - 0.1, 0.9, 0.42, "#b5533f", haze=0.2)
    b.shape(
        [(-0.72, HORIZON + 0.3), (-0.36, HORIZON + 0.62), (0.36, HORIZON + 0.62), (0.72, HORIZON + 0.3)],
        "#56606e",
        haze=0.2,
    )


def _stadium(b: Brush) -> None:
    t.stands(b)
    b.box(0, GROUND, PERIOD, HORIZON - 0.06 - GROUND, "#6fae5c", lift=0.03, rough=0.002, flat=True)
    b.box(0, HORIZON - 0.2, PERIOD, 0.15, "#4f6f9a", lift=0.02, rough=0.002)
    for row, y in enumerate((0.0, -0.24, -0.62)):
        b.box(0, y - 0.05 * (row + 1), PERIOD, 0.05 * (row + 1), "#7fbc68", lift=0, rough=0, flat=True)
    b.line([(-PERIOD / 2, 0.06), (PERIOD / 2, 0.06)], "#f7f4ea", 0.02)


def _stadium_sky(b: Brush) -> None:
    n.sky(b)
    n.clouds(b, 3, 1.6, 2.3)
    for x in (-0.62, 0.62, 3.4, -3.4):
        t.floodlights(b, x, HORIZON + 0.3)


def _rooftop(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, HORIZON - 0.1 - GROUND, "#b9b4ae", lift=0.03, rough=0.003, flat=True)
    for x in b.spread(0.8, 0):
        b.line([(x, HORIZON - 0.12), (x * 1.3, GROUND)], "#a39e98", 0.008)
    b.box(-1.25, HORIZON - 0.12, 0.5, 0.5, "#d8cdbb")
    b.disc(-1.25, HORIZON + 0.72, 0.22, "#8fa8b4", high=0.26)
    t.fence(b, HORIZON - 0.12, 0.44, "#8b97a3", step=0.14, pointed=False)


def _sky_for_roofs(b: Brush) -> None:
    n.sky(b)
    n.clouds(b, 4, 1.2, 2.2)


def _roofs(b: Brush) -> None:
    if b.light.lamps:
        t.skyglow(b, "#ff9a6a" if not b.light.stars else "#7a8ae0", HORIZON)
    t.blocks(b, 0.75, haze=0.4, step=0.42)


OUTDOORS: Mapping[Place, Scenery] = {
    "street": Scenery((Layer(0.1, _skyline_sky), Layer(1.0, _street))),
    "city": Scenery((Layer(0.1, _skyline_sky), Layer(0.45, _far_blocks), Layer(1.0, _city))),
    "alley": Scenery((Layer(0.1, _skyline_sky), Layer(1.0, _alley)), (Layer(1.3, _alley_front),)),
    "road": Scenery((Layer(0.1, _sky), Layer(0.4, _road_far), Layer(1.0, _road))),
    "garden": Scenery((Layer(0.1, _sky), Layer(0.5, _hills), Layer(1.0, _garden)), (Layer(1.3, _meadow_front),)),
    "park": Scenery((Layer(0.1, _sky), Layer(0.5, _park_trees), Layer(1.0, _park)), (Layer(1.3, _meadow_front),)),
    "forest": Scenery((Layer(0.1, _sky), Layer(0.45, _forest_far), Layer(1.0, _forest)), (Layer(1.35, _forest_front),)),
    "mountain": Scenery((Layer(0.1, _sky), Layer(0.35, _mountain_far), Layer(1.0, _mountain))),
    "field": Scenery((Layer(0.1, _sky), Layer(0.45, _hills), Layer(1.0, _field)), (Layer(1.3, _meadow_front),)),
    "farm": Scenery((Layer(0.1, _sky), Layer(0.45, _hills), Layer(1.0, _farm)), (Layer(1.3, _meadow_front),)),
    "beach": Scenery((Layer(0.1, _sky), Layer(0.5, _beach_far), Layer(1.0, _beach))),
    "sea": Scenery(
        (Layer(0.1, _sky), Layer(0.5, _sea_far), Layer(0.9, _sea_mid)),
        (Layer(1.08, _sea_front), Layer(1.3, _sea_front_near)), floor="water",
    ),
    "underwater": Scenery((Layer(0.3, _deep_far), Layer(1.0, _deep)), (Layer(1.3, _deep_front),), floor="none"),
    "river": Scenery((Layer(0.1, _sky), Layer(0.5, _park_trees), Layer(1.0, _river))),
    "desert": Scenery((Layer(0.1, _sky), Layer(0.45, _desert_far), Layer(1.0, _desert))),
    "snowfield": Scenery((Layer(0.1, _sky), Layer(0.45, _snow_far), Layer(1.0, _snow))),
    "sky": Scenery((Layer(0.15, _high_sky), Layer(0.9, _clouds_below)), (Layer(1.3, _clouds_front),), floor="none"),
    "space": Scenery((Layer(0.1, _space_far), Layer(0.25, _planets), Layer(1.0, _moon_ground)), floor="none"),
    "castle": Scenery((Layer(0.1, _sky), Layer(0.45, _castle_far), Layer(1.0, _castle))),
    "shrine": Scenery((Layer(0.1, _sky), Layer(0.5, _shrine_far), Layer(1.0, _shrine))),
    "stadium": Scenery((Layer(0.1, _stadium_sky), Layer(1.0, _stadium))),
    "rooftop": Scenery((Layer(0.1, _sky_for_roofs), Layer(0.4, _roofs), Layer(1.0, _rooftop))),
}  # fmt: skip
