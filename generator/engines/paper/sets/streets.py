"""Places that people built under the open sky."""

from collections.abc import Mapping

import skia

from generator.engines.paper.colours import mixed
from generator.engines.paper.sets import landmarks as m
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import sky as s
from generator.engines.paper.sets import town as t
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, Layer, Scenery, stroke
from generator.vocabulary import Place

SUN = 0.36  # x of a low sun, and of any over open water
_SPACIOUS = 1.0  # half the width of the frame from which there is room for more


def open_sky(b: Brush) -> None:
    """A sky with clouds; the sun or the moon hangs where this place has it, a low sun to the right of all."""
    s.sky(b, orb_x=SUN if b.light.low else b.dice.choice((-0.4, -0.3, 0.26, SUN)))
    s.clouds(b)


def sky_over_water(b: Brush) -> None:
    """A sky with clouds, its sun or moon above the path of light that it throws on water."""
    s.sky(b, orb_x=SUN)
    s.clouds(b)


def _town_sky(b: Brush) -> None:
    s.sky(b, orb_x=-0.36)
    s.clouds(b, 3, 1.5, 1.8)
    _glow_of_town(b)
    t.blocks(b, 1.2, haze=0.62, step=0.34)


def _glow_of_town(b: Brush) -> None:
    if b.light.lamps:
        s.skyglow(b, "#7a8ae0" if b.light.stars else "#ff9a6a", HORIZON)


def _street(b: Brush) -> None:
    t.houses(b)
    if not b.light.lamps:
        t.bunting(b, min(1.62, b.top - 0.12))
    t.road(b)
    t.lamp(b, b.half - 0.12, 0.08, 1.0)
    t.postbox(b, -b.half + 0.14, 0.06)
    for x in (b.half + 1.1, -b.half - 1.2):
        w.tree(b, x, 0.1, 0.9)


def _blocks_behind(b: Brush) -> None:
    t.blocks(b, 1.6, haze=0.34, step=0.42, least=0.62)


def _city(b: Brush) -> None:
    t.blocks(b, 1.34, haze=0.08, step=0.5, least=0.5, colours=("#8fa0b8", "#c79a86", "#b8a7c0", "#d8b98a", "#9fb3a6"))
    for number, x in enumerate(b.spread(0.5, 0.04, 0.25)):
        t.sign(b, x, 0.5 + 0.16 * (number % 3), 0.44, number, neon=True)
    for x in b.spread(0.5, 0):
        t.awning(
            b, x, HORIZON + 0.1, 0.42, 0.09, ("#d65a4a", "#3f8f8a", "#5a78b0")[b.dice.randrange(3)], haze=0.05, count=6
        )
    t.road(b)
    t.lamp(b, -b.half + 0.13, 0.08, 1.0)
    w.tree(b, b.half - 0.06, 0.06, 0.72, "#6fa35c")


def _alley_far(b: Brush) -> None:
    s.sky(b, orb_x=0.1)
    _glow_of_town(b)
    t.blocks(b, 0.9, haze=0.4, step=0.3)
    t.lanterns(b, 0.98, step=0.2, size=0.1)


def _alley(b: Brush) -> None:
    """Two rows of little bars that draw together towards the back."""
    t.cobbles(b, "#8d7f78")
    if b.light.lamps:
        b.glow(0.0, 0.25, 0.9, "#ffb060", 0.5)
    for side in (-1, 1):
        _row_of_bars(b, side)
    t.lanterns(b, b.top - 0.22, step=0.3, size=0.17)


def _row_of_bars(b: Brush, side: int) -> None:
    inner, outer = 0.36 * b.half, b.half + 1.6

    def at(u: float, rise: float) -> tuple[float, float]:
        """A point of the wall: `u` from the back to the front, `rise` from the ground up."""
        x = inner + (outer - inner) * u
        foot = HORIZON - 0.08 - 0.75 * u
        return side * x, foot + rise * (1 + 1.5 * u)

    b.shape([at(0, 0), at(1, 0), at(1, 1.6), at(0, 1.25)], "#9a6a54" if side < 0 else "#7f7f8a", lift=0.05, rough=0.004)
    width = (b.half - inner) / (outer - inner)
    for number, (u, v) in enumerate(((0.06, 0.4), (0.46, 0.92))):
        u, v = u * width, v * width
        colour = ("#c4402f", "#2f4a7a", "#3f7a5a", "#b5702c")[(number * 2 + (side > 0)) % 4]
        b.shape([at(u, 0.02), at(v, 0.02), at(v, 0.5), at(u, 0.5)], "#4a332c", lift=0.01, rough=0.002)
        glass = mixed("#ffcf7a", "#ff9a4a", 0.3 * number) if b.light.lamps else mixed(b.light.sky[1], "#2c3a55", 0.3)
        b.shape(
            [at(u + 0.014, 0.04), at(v - 0.014, 0.04), at(v - 0.014, 0.46), at(u + 0.014, 0.46)],
            glass,
            own=True,
            lift=0,
            rough=0,
            flat=True,
        )
        for part in (0.33, 0.66):
            middle = u + (v - u) * part
            b.line([at(middle, 0.03), at(middle, 0.46)], "#4a332c", 0.016)
        for part in range(3):
            left, right = u + (v - u) * part / 3, u + (v - u) * (part + 0.94) / 3
            b.shape(
                [at(left, 0.5), at(right, 0.5), at(right, 0.33), at(left, 0.33)],
                mixed(colour, "#ffffff", 0.06 * part),
                lift=0.012,
                rough=0.002,
            )
        b.shape(
            [at(u - 0.02, 0.62), at(v + 0.02, 0.62), at(v + 0.02, 0.5), at(u - 0.02, 0.5)],
            mixed(colour, "#2a1a1c", 0.4),
            lift=0.022,
            rough=0.002,
        )
        if b.light.lamps:
            x, y = at((u + v) / 2, 0.25)
            b.glow(x, y, 0.5, "#ffb45a", 0.5)
        x, y = at(v + 0.03 * width, 0.46)
        t.lantern(b, x, y, 0.15 + 0.09 * number)
        x, y = at(u + 0.5 * (v - u), 0.72)
        t.sign(b, x, y, 0.3 + 0.08 * number, number + 2 * (side > 0), neon=True)


def _road_far(b: Brush) -> None:
    n.hills(b, "#86b08a", 0.7, haze=0.5)
    n.terraces(b, ("#9fc078", "#86b068", "#b5c878"), 0.3)
    w.grove(b, HORIZON + 0.02, 0.09, "#6a9a5c", haze=0.2, step=0.36)
    t.poles(b, 0.46)


def _road(b: Brush) -> None:
    n.ground(b, "#8fb868", bands=1)
    for x in (-b.half + 0.14, b.half + 0.7, -b.half - 1.1):
        w.tree(b, x, 0.18, 0.92, "#78a858")
    n.grass(b, 0.17, "#77a851", step=0.3, size=0.09)
    b.box(0, GROUND, PERIOD, 0.12 - GROUND, "#7d7a83", lift=0.03, rough=0.003)
    b.box(0, 0.085, PERIOD, 0.025, "#f1eadb", lift=0.003, rough=0.002)
    for x in b.spread(0.75, 0):
        b.shape(
            [(x - 0.2, -0.34), (x + 0.2, -0.34), (x + 0.21, -0.4), (x - 0.21, -0.4)], "#f3efe4", lift=0.003, rough=0.002
        )
    t.guard_rail(b, 0.2)


def _castle_far(b: Brush) -> None:
    n.hills(b, "#86a98a", 0.6, haze=0.45)
    size = min(0.84, (b.top - HORIZON) / 2.1)
    m.castle(b, 0.0, HORIZON - 0.08, size, haze=0.1)
    w.grove(b, HORIZON - 0.04, 0.1, "#6a9a6c", haze=0.2)


def _castle(b: Brush) -> None:
    n.ground(b, "#8fb36a")
    n.path(b, "#e0d0ac", far=0.13, bend=0.0)
    for side in (-1, 1):
        for number in range(3):
            x = side * (max(0.78, b.half - 0.1) + 0.5 * number)
            w.tree(b, x, HORIZON - 0.12 - 0.03 * number, 0.8, "#4f8a62", kind="poplar")
        for number in range(3):
            b.disc(side * (0.34 + 0.2 * number), 0.08 - 0.1 * number, 0.09, "#5f9a5c", lift=0.014)
    n.grass(b, -0.1, "#6f9a4c", step=0.4, flowers=True, size=0.08, jitter=0.2)


def _shrine_far(b: Brush) -> None:
    n.hills(b, "#7f9f8a", 0.7, haze=0.45)
    w.trees(b, 0.34, 1.1, colour="#5a8a5c", haze=0.3, kind="pine")
    y = HORIZON - 0.1
    b.box(0, y, 0.7, 0.4, "#b5533f", haze=0.12)
    for x in (-0.28, -0.1, 0.1, 0.28):
        b.box(x, y, 0.05, 0.4, "#8f3f32", haze=0.12, lift=0.004, rough=0)
    if b.light.lamps:
        b.box(0.0, y + 0.06, 0.14, 0.26, "#ffd27a", own=True, lift=0, rough=0)
        b.glow(0.0, y + 0.2, 0.5, "#ffb45a", 0.5)
    b.shape(
        [(-0.6, y + 0.36), (-0.3, y + 0.62), (0.3, y + 0.62), (0.6, y + 0.36), (0.5, y + 0.4), (-0.5, y + 0.4)],
        "#56606e",
        haze=0.12,
    )


def _shrine(b: Brush) -> None:
    n.ground(b, "#9fae74")
    m.steps(b, "#c9c2b4")
    size = min(1.0, (b.top - HORIZON + 0.02) / 1.44)
    m.torii(b, 0.0, HORIZON - 0.12, size)
    for side in (-1, 1):
        m.stone_lantern(b, side * (b.half - 0.13), 0.06, 0.72)
        if b.half > 1.3 * _SPACIOUS:
            w.tree(b, side * (b.half - 0.6), HORIZON - 0.1, 1.1, kind="maple")
    n.grass(b, 0.06, "#7f945a", step=0.4, size=0.08)


def _shrine_front(b: Brush) -> None:
    w.branch(b, 1, "#d9683a", kind="maple", reach=0.6)


def _stadium_sky(b: Brush) -> None:
    s.sky(b)
    s.clouds(b, 3, 1.6, 1.8)
    for x in (-0.5, 0.5, 1.5, -1.5, 3.4, -3.4):
        m.floodlights(b, x, HORIZON + 0.3)


def _stadium(b: Brush) -> None:
    m.stands(b)
    b.box(0, GROUND, PERIOD, HORIZON - 0.06 - GROUND, "#6fae5c", lift=0.03, rough=0)
    for number, x in enumerate(b.spread(0.6, 0)):
        b.box(x, HORIZON - 0.2, 0.57, 0.15, ("#4f6f9a", "#d9604f", "#e9b44c")[number % 3], lift=0.014, rough=0.001)
        b.box(x, HORIZON - 0.14, 0.36, 0.03, "#fdf6e8", lift=0, rough=0)
    for low, high in ((0.0, -0.12), (-0.26, -0.44), (-0.66, -0.98)):
        b.box(0, high, PERIOD, low - high, "#80bd68", lift=0, rough=0, flat=True)
    b.line([(-PERIOD / 2, 0.06), (PERIOD / 2, 0.06)], "#f7f4ea", 0.016)
    b.canvas.drawOval(skia.Rect.MakeLTRB(-0.62, 0.08, 0.62, 0.4), stroke(b.colour("#f7f4ea"), 0.016))
    if b.light.lamps:  # under floodlights
        for x in b.spread(1.5, 0, 0.75):
            b.lit(x, 0.0, 1.2, "#fff4d8", 0.6, high=0.5)
            b.lit(x, 0.8, 1.1, "#fff4d8", 0.45, high=0.7)


def _roofs(b: Brush) -> None:
    _glow_of_town(b)
    t.blocks(b, 0.9, haze=0.45, step=0.26)


def _rooftop(b: Brush) -> None:
    t.wire_fence(b, HORIZON - 0.12, 0.42)
    b.box(0, GROUND, PERIOD, HORIZON - 0.1 - GROUND, "#b9b4ae", lift=0.03, rough=0)
    b.box(0, HORIZON - 0.13, PERIOD, 0.07, "#cfcac4", lift=0.012, rough=0.002)
    for x in b.spread(0.6, 0):
        b.line([(x, HORIZON - 0.13), (x * 1.3, GROUND)], "#a39e98", 0.006)
    for drop in (0.3, 0.62):
        b.line([(-PERIOD / 2, HORIZON - drop), (PERIOD / 2, HORIZON - drop)], "#a39e98", 0.006)
    m.water_tank(b, -b.half + 0.14, HORIZON - 0.16)
    _laundry(b)
    for x in (b.half - 0.14, b.half + 1.4):
        b.box(x, HORIZON - 0.2, 0.34, 0.26, "#dcd8d0", lift=0.02, rough=0.001)
        b.disc(x, HORIZON - 0.07, 0.085, "#8f9aa2", lift=0, rough=0)
        for turn in (-0.05, 0.0, 0.05):
            b.line([(x - 0.07, HORIZON - 0.07 + turn), (x + 0.07, HORIZON - 0.07 + turn)], "#dcd8d0", 0.008)


def _laundry(b: Brush) -> None:
    """Sheets and shirts on a line, in the wind."""
    high = min(0.98, b.top - 0.5)
    left, right = 0.0, b.half + 0.5
    for x in (left, right):
        b.rooted(x, HORIZON - 0.16, 0.03, 0.8)
        b.box(x, HORIZON - 0.18, 0.032, high - HORIZON + 0.24, "#8b97a3", lift=0.012, rough=0)
        b.box(x, high + 0.02, 0.2, 0.025, "#8b97a3", lift=0.006, rough=0)
    b.line([(left, high), ((left + right) / 2, high - 0.05), (right, high)], "#f4f1e8", 0.008)
    for number, colour in enumerate(("#fbf8f0", "#7fb0d0", "#f2b8a8", "#fbf8f0", "#e9c25c")):
        x, wide, long = left + 0.16 + 0.24 * number, 0.2, (0.4, 0.27, 0.3, 0.36, 0.24)[number]
        if x + wide > right:
            return
        y = high - 0.03
        cloth = [
            (x - 0.09, y),
            (x + 0.1, y),
            (x + 0.13, y - long),
            (x + 0.02, y - long - 0.02),
            (x - 0.06, y - long + 0.01),
        ]
        b.shape(cloth, colour, lift=0.018, rough=0.006)
        if number in (1, 2, 4):
            for side in (-1, 1):
                sleeve = [(x + side * 0.09, y), (x + side * 0.16, y - 0.12), (x + side * 0.09, y - 0.14)]
                b.shape(sleeve, colour, lift=0.008, rough=0.003)


STREETS: Mapping[Place, Scenery] = {
    "street": Scenery((Layer(0.1, _town_sky), Layer(1.0, _street)), paved=True),
    "city": Scenery((Layer(0.1, _town_sky), Layer(0.5, _blocks_behind), Layer(1.0, _city)), paved=True),
    "alley": Scenery((Layer(0.2, _alley_far), Layer(1.0, _alley)), paved=True),
    "road": Scenery((Layer(0.1, open_sky), Layer(0.4, _road_far), Layer(1.0, _road)), paved=True),
    "castle": Scenery((Layer(0.1, open_sky), Layer(0.45, _castle_far), Layer(1.0, _castle))),
    "shrine": Scenery(
        (Layer(0.1, open_sky), Layer(0.5, _shrine_far), Layer(1.0, _shrine)),
        (Layer(1.3, _shrine_front),),
    ),
    "stadium": Scenery((Layer(0.1, _stadium_sky), Layer(1.0, _stadium))),
    "rooftop": Scenery((Layer(0.1, open_sky), Layer(0.4, _roofs), Layer(1.0, _rooftop)), paved=True),
}
