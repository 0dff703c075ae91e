"""Rooms people live, learn and work in."""

from collections.abc import Mapping

from generator.engines.paper.colours import lighter
from generator.engines.paper.sets import furniture as f
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets import town as t
from generator.engines.paper.sets.brush import PERIOD, Brush, Layer, Scenery, polygon, stroke
from generator.engines.paper.sets.rooms import FLOOR
from generator.vocabulary import Place

_CUPBOARDS = ("#6f9f92", "#c98f6a", "#7f96b8", "#b5a85c")
_SPACIOUS = 1.0  # half the width of the frame from which there is room for more furniture


def _room_wall(b: Brush) -> None:
    r.wall(b, b.pick("#f2dcb8", "#d8e4d0", "#e9d3da", "#cfdfe6"), pattern=b.pick("stripes", "dots", "plain"))
    r.dado(b, b.pick("#c9876a", "#8fb08a", "#b98a9a", "#7fa6b8"), 0.4)
    r.window(b, 0.0, min(0.92, b.top - 0.72), 0.5, 0.56, curtain=b.pick("#d9806a", "#e0b04a", "#7f9fc0", "#c9604f"))
    f.picture(b, b.half - 0.16, 1.12, 0.26, 0.34)
    f.picture(b, b.half - 0.13, 0.8, 0.2, 0.22, frame="#8a6243")
    if b.half > _SPACIOUS:
        f.picture(b, -0.78, 1.0, 0.3, 0.38)
        r.window(b, b.half + 0.5, 0.92, 0.5, 0.56, curtain=b.pick("#d9806a", "#e0b04a", "#7f9fc0", "#c9604f"))


def _room(b: Brush) -> None:
    f.shelf(b, -b.half + 0.1, FLOOR, 0.46, 1.12)
    f.plant(b, -b.half + 0.12, FLOOR + 1.16, 0.36)
    r.floor(b, "#c48d58")
    if b.half > _SPACIOUS:
        f.sofa(b, 1.02, FLOOR - 0.12, 0.86, b.pick("#5b8a8a", "#b5604f", "#5f7fae", "#7f9a5c"))
    f.plant(b, b.half - 0.12, 0.1, 0.62, pot="#5b9aa8", leaf="#4f8f5e")
    rug = b.pick("#c4604f", "#4f8a8a", "#8f6fa0", "#d9983c")
    f.rug(b, 0.0, -0.12, min(0.95, 0.9 * b.half), rug, "#f2dcb4")
    r.sunlight(b, 0.0, 0.5)
    r.lampshade(b, -0.34 * b.half, b.top - 0.2)


def _kitchen_wall(b: Brush) -> None:
    r.wall(b, "#f5ebd6", pattern="tiles")
    r.window(b, 0.0, min(0.96, b.top - 0.6), 0.52, 0.46, bars=2, curtain="#e8b86a")
    for side in (-1, 1):
        for number in range(4):
            x = side * (b.half - 0.06 + 0.56 * (number - (b.half > _SPACIOUS)))
            b.box(x, 1.16, 0.54, 0.5, b.pick(*_CUPBOARDS), lift=0.03)
            for door in (-0.13, 0.13):
                b.box(x + door, 1.2, 0.23, 0.42, lighter(b.pick(*_CUPBOARDS), 0.16), lift=0.005, rough=0.001)
                b.disc(x + door * 0.3, 1.24, 0.016, "#e8d9b0", lift=0.003, rough=0)
    b.box(0, 1.0, PERIOD, 0.018, "#8a6243", lift=0.008, rough=0)
    for x, size in ((-b.half + 0.3, 0.085), (-b.half + 0.12, 0.065), (b.half - 0.3, 0.075), (b.half - 0.12, 0.06)):
        b.line([(x, 1.0), (x, 0.9)], "#8a8f96", 0.014)
        b.disc(x, 0.9 - size, size, "#7d858e", lift=0.012)


def _kitchen(b: Brush) -> None:
    f.counter(b, 0.0, FLOOR - 0.02, PERIOD, 0.46, b.pick(*_CUPBOARDS), "#f2dcb8")
    stove = -b.half + 0.26
    b.box(stove, FLOOR, 0.44, 0.45, "#4a4f58", lift=0.012, rough=0.001)
    b.box(stove, FLOOR + 0.06, 0.34, 0.24, "#2f333c", lift=0.004, rough=0)
    if b.light.lamps:
        b.glow(stove, FLOOR + 0.18, 0.3, "#ff9a4a", 0.5)
    b.box(stove, FLOOR + 0.52, 0.27, 0.16, "#c4503f", lift=0.014, round_=0.02, rough=0)
    b.box(stove, FLOOR + 0.67, 0.3, 0.028, "#8a3f34", lift=0.006, rough=0)
    b.disc(stove, FLOOR + 0.715, 0.022, "#3a2a22", lift=0.003, rough=0)
    f.steam(b, stove, FLOOR + 0.76, 0.34)
    for x, colour in ((0.3, "#e9b44c"), (0.41, "#d9604f"), (0.52, "#6fa86a")):
        b.box(x, FLOOR + 0.51, 0.085, 0.13, colour, round_=0.02, lift=0.008, rough=0)
        b.box(x, FLOOR + 0.64, 0.06, 0.025, "#f2e9da", lift=0.004, rough=0)
    r.floor(b, "#d8b890", pattern="tiles")
    r.sunlight(b, 0.0, 0.5)
    r.lampshade(b, 0.0, b.top - 0.24, "#d9604f")


def _classroom_wall(b: Brush) -> None:
    r.wall(b, "#f2e8cf", skirting="#b98a58")
    wide = min(1.9, 1.5 * b.half)
    f.blackboard(b, 0.0, min(0.78, b.top - 0.8), wide, 0.62)
    f.clock(b, -0.3 * b.half if b.half < _SPACIOUS else wide / 2 + 0.14, b.top - 0.24, 0.09)
    if b.half > _SPACIOUS:
        for side in (-1, 1):
            r.window(b, side * (b.half - 0.3), 0.72, 0.55, 0.7, bars=2, view="trees")
        f.shelf(b, b.half + 0.6, FLOOR, 0.7, 0.6, rows=2)
    r.garland(b, b.top - 0.02, span=0.8)
    for number, x in enumerate((-0.46, -0.2, 0.06, 0.32)):
        b.box(x, 0.48, 0.17, 0.2, ("#fdf6e8", "#f7e0b8", "#dfeee0", "#f6d9d4")[number], lift=0.008, rough=0.002)
        b.disc(x, 0.58, 0.05, ("#e2604a", "#63a8b8", "#e9b44c", "#7bb07a")[number], lift=0, rough=0.004)


def _classroom(b: Brush) -> None:
    r.floor(b, "#c99a63")
    for x in (-b.half + 0.12, b.half - 0.12, -b.half * 0.3 - 1.6, b.half * 0.3 + 1.6):
        f.table(b, x, 0.06, 0.44, 0.28)
        b.box(x - 0.04, 0.39, 0.15, 0.03, "#5b9aa8", lift=0.006, rough=0)
        b.box(x - 0.03, 0.42, 0.13, 0.025, "#e9b44c", lift=0.006, rough=0)
    r.sunlight(b, 0.0, 0.5)


def _office_wall(b: Brush) -> None:
    r.wall(b, "#dde4e6")
    for x in b.spread(1.0, 0, 0.5):
        r.window(b, x, 0.74, 0.78, 0.82, bars=2, view="city", frame="#f7f7f4")
    for x in b.spread(1.0, 0):
        b.box(x, FLOOR - 0.02, 0.12, 3.0, "#cfd6da", lift=0.02, rough=0)


def _office(b: Brush) -> None:
    r.floor(b, "#9aa3ad", pattern="tiles")
    for side in (-1, 1):
        f.desk(b, side * (b.half - 0.16), 0.12)
        if b.half > _SPACIOUS:
            f.desk(b, side * (b.half - 1.0), FLOOR - 0.1)
    f.plant(b, 0.0, FLOOR - 0.08, 0.62, pot="#d98a5a")
    for x in b.spread(0.8, 0, 0.1):
        r.lampshade(b, x, b.top - 0.16, "#f4f1e6", size=0.8)


def _studio_wall(b: Brush) -> None:
    r.wall(b, "#27467c", skirting=None)
    for x in b.spread(0.5, 0):
        strip = [(x - 0.08, -1.4), (x + 0.12, -1.4), (x + 0.42, 4.3), (x + 0.22, 4.3)]
        b.shape(strip, "#3765a6", lift=0.014, rough=0.002)
    f.screen(b, 0.0, min(0.84, b.top - 0.9), min(1.5, 1.56 * b.half), 0.66)


def _studio(b: Brush) -> None:
    r.floor(b, "#3f4470", pattern="plain")
    for share, tone in ((1.0, "#6a70a4"), (0.8, "#5a6098")):
        b.disc(0.0, 0.02, 1.1 * share, tone, high=0.24 * share, lift=0.016)
    b.box(0, b.top - 0.06, PERIOD, 0.045, "#2a2c36", lift=0.014, rough=0)
    for x in b.spread(0.46, 0):
        f.studio_lamp(b, x, b.top - 0.2)


def _studio_front(b: Brush) -> None:
    b.box(0.0, -1.5, PERIOD, 1.14, "#e9e2d2", lift=0.05, round_=0.05)
    b.box(0.0, b.low + 0.16, PERIOD, 0.06, "#d9604f", lift=0.004, rough=0)
    b.box(0.0, -0.39, PERIOD, 0.06, "#f7f2e6", lift=0.016, rough=0.001)


def _shop_wall(b: Brush) -> None:
    r.wall(b, b.pick("#f4e3c4", "#e3ecd8", "#f2dcd4"), pattern="dots")
    for number, x in enumerate(b.spread(0.62, 0)):
        f.shelf(b, x, FLOOR, 0.55, 1.06, rows=4, goods="goods" if number % 2 else "jars")
        b.box(x, 1.38, 0.3, 0.11, ("#d9604f", "#5b9aa8", "#e9b44c")[number % 3], lift=0.014, rough=0.002)
        b.box(x, 1.42, 0.2, 0.02, "#fdf6e8", lift=0, rough=0)


def _shop(b: Brush) -> None:
    r.floor(b, "#e0cfae", pattern="tiles")
    f.plant(b, -b.half + 0.08, 0.06, 0.5)
    for x, colour in ((b.half - 0.16, "#c98a4a"), (b.half - 0.02, "#b97a3e")):
        b.box(x, 0.02, 0.3, 0.2, colour, lift=0.02, rough=0.002)
        for dx in (-0.1, 0.0, 0.1):
            b.disc(x + dx, 0.25, 0.06, ("#d9503f", "#e9a84c", "#8ab45a")[round(dx * 10) % 3], lift=0.008)
    for x in b.spread(0.5, 0, 0.25):
        r.lampshade(b, x, b.top - 0.34, "#3f8f8a", size=0.8)
    t.awning(b, 0.0, b.top - 0.16, 9.0, 0.4, b.pick("#d65a4a", "#3f8f8a", "#e0a23c", "#5a78b0"), count=52)


def _restaurant_wall(b: Brush) -> None:
    r.wall(b, "#b0593f", pattern="panels", skirting="#6e3f30")
    f.chips(b, 1.42)
    f.shelf(b, 0.0, 0.78, 2.3, 0.3, rows=1, goods="jars", wood="#8a5a38")
    for side in (-1, 1):
        r.window(b, side * (b.half + 0.9), 0.8, 0.6, 0.6, frame="#6e3f30", view="city")


def _restaurant(b: Brush) -> None:
    f.counter(b, 0.0, FLOOR - 0.02, 3.4, 0.46, "#8a4f38", "#d9a866")
    for x, colour in ((-0.5, "#f4efe2"), (-0.3, "#5b7a9a"), (0.46, "#f4efe2")):
        b.disc(x, FLOOR + 0.55, 0.085, colour, high=0.05, lift=0.008, rough=0)
        f.steam(b, x, FLOOR + 0.6, 0.24)
    r.floor(b, "#a8744c")
    for x in b.spread(0.42, 0, 0.21):
        if abs(x) < 1.5:
            b.box(x, 0.06, 0.04, 0.26, "#4a3a34", lift=0.008, rough=0)
            b.disc(x, 0.06, 0.09, "#4a3a34", high=0.022, lift=0.008, rough=0)
            b.disc(x, 0.33, 0.12, "#c4483a", high=0.04, lift=0.012, rough=0)
    for x in b.spread(0.6, 0, 0.3):
        t.lantern(b, x, b.top - 0.5, 0.24, lit=True)


def _restaurant_front(b: Brush) -> None:
    f.noren(b, b.top + 0.02, b.pick("#2f4a7a", "#a8362f", "#3f6a4a"), drop=0.24)


def _hospital_wall(b: Brush) -> None:
    r.wall(b, "#e9f2ee", skirting="#bcd4cc")
    r.dado(b, "#b4d8cc", 0.42)
    r.window(b, -0.06, min(0.86, b.top - 0.74), 0.56, 0.56, frame="#ffffff", curtain="#bcdcd4")
    b.box(b.half - 0.2, 1.18, 0.26, 0.26, "#ffffff", round_=0.03, rough=0)
    b.box(b.half - 0.2, 1.22, 0.06, 0.18, "#d9503f", lift=0, rough=0)
    b.box(b.half - 0.2, 1.28, 0.18, 0.06, "#d9503f", lift=0, rough=0)
    if b.half > _SPACIOUS:
        f.shelf(b, b.half - 0.4, FLOOR, 0.5, 0.7, rows=2, goods="jars", wood="#cfdad6")


def _hospital(b: Brush) -> None:
    r.floor(b, "#c9d8d4", pattern="tiles")
    left = -b.half + 0.5
    f.bed(b, left - 0.12, 0.12, "#8fc0b6", wood="#dfe8e6")
    stand = -b.half + 0.1
    b.line([(stand, 0.1), (stand, 1.28)], "#9aa6ad", 0.018)
    b.line([(stand - 0.07, 1.28), (stand + 0.07, 1.28)], "#9aa6ad", 0.016)
    b.box(stand + 0.06, 1.02, 0.12, 0.2, "#dff0f4", round_=0.03, lift=0.012, rough=0)
    b.box(stand + 0.06, 1.02, 0.12, 0.09, "#a9d4e6", lift=0, round_=0.03, rough=0)
    f.plant(b, b.half - 0.14, 0.08, 0.52, pot="#f4efe2")
    _monitor(b, left + 0.62)
    r.sunlight(b, 0.0, 0.5)


def _monitor(b: Brush, x: float) -> None:
    """A screen on a stand with a heart that beats."""
    b.rooted(x, 0.1, 0.1)
    b.box(x, 0.1, 0.03, 0.6, "#9aa6ad", lift=0.008, rough=0)
    b.box(x, 0.08, 0.24, 0.03, "#9aa6ad", lift=0.006, rough=0)
    b.box(x, 0.66, 0.34, 0.26, "#dfe8e6", lift=0.016, rough=0.001, round_=0.03)
    b.box(x, 0.69, 0.28, 0.2, "#173a3a", own=True, lift=0, rough=0)
    beat = [(-0.13, 0.0), (-0.06, 0.0), (-0.035, 0.06), (0.0, -0.06), (0.03, 0.03), (0.05, 0.0), (0.13, 0.0)]
    b.canvas.drawPath(polygon([(x + dx, 0.79 + dy) for dx, dy in beat], close=False), stroke("#6af0a0", 0.014))


def _porch_wall(b: Brush) -> None:
    r.wall(b, "#e8d3ae", skirting=None)
    for row in range(30):
        b.box(0, FLOOR + row * 0.11, PERIOD, 0.104, "#e6d0a9" if row % 2 else "#ecd9b6", lift=0.008, rough=0, flat=True)
    r.door(b, 0.0, FLOOR - 0.02, 0.58, 1.24, b.pick("#8f4f3a", "#3f6f7a", "#5f7a4a", "#a83f3a"))
    for side in (-1, 1):
        lamp = side * 0.47
        b.box(lamp, 1.08, 0.1, 0.16, "#ffe6a0" if b.light.lamps else "#f4eee0", own=True, lift=0.012, rough=0)
        b.shape([(lamp - 0.08, 1.24), (lamp, 1.31), (lamp + 0.08, 1.24)], "#4a4148", lift=0.008, rough=0)
        b.box(lamp, 1.06, 0.12, 0.03, "#4a4148", lift=0.006, rough=0)
        if b.light.lamps:
            b.glow(lamp, 1.14, 0.75, "#ffc86a", 0.62)
            b.lit(lamp, 0.96, 0.75, "#ffb45a", 0.8, high=0.7)
        for number in range(3):
            r.window(b, side * (0.98 + 0.95 * number), 0.72, 0.42, 0.56, curtain="#7fa69a")


def _porch(b: Brush) -> None:
    r.floor(b, "#b08a60")
    b.box(0.0, -0.02, PERIOD, 0.02, "#8f6c48", lift=0.004, rough=0)
    b.disc(0.0, 0.1, 0.4, "#7d9152", high=0.065, lift=0.01)
    b.disc(0.0, 0.1, 0.32, "#93a863", high=0.045, lift=0.0)
    for side in (-1, 1):
        f.plant(b, side * (b.half - 0.12), 0.1, 0.66, leaf="#5f9a58")
    if b.light.stars:
        b.lit(0.0, 0.08, 0.9, "#ffb45a", 0.8, high=0.34)


def _porch_roof(b: Brush) -> None:
    t.awning(b, 0.0, b.top - 0.2, 9.0, 0.9, b.pick("#a4553f", "#4f6f8f", "#6f7f4f"), count=44)
    for side in (-1, 1):
        b.box(side * (b.half + 0.02), -1.4, 0.14, b.top + 1.3, "#f2e6cf", lift=0.04, rough=0.002)
        b.box(side * (b.half + 0.02), b.top - 0.34, 0.2, 0.07, "#f7efe0", lift=0.016, rough=0)


INDOORS: Mapping[Place, Scenery] = {
    "room": r.enclosed(_room_wall, _room),
    "kitchen": r.enclosed(_kitchen_wall, _kitchen),
    "classroom": r.enclosed(_classroom_wall, _classroom),
    "office": r.enclosed(_office_wall, _office),
    "studio": Scenery(
        (Layer(r.FAR_WALL, _studio_wall), Layer(1.0, _studio)), (Layer(1.15, _studio_front),), indoors=True
    ),
    "shop": r.enclosed(_shop_wall, _shop),
    "restaurant": Scenery(
        (Layer(r.FAR_WALL, _restaurant_wall), Layer(1.0, _restaurant)), (Layer(1.12, _restaurant_front),), indoors=True
    ),
    "hospital": r.enclosed(_hospital_wall, _hospital),
    "porch": Scenery((Layer(r.FAR_WALL, _porch_wall), Layer(1.0, _porch)), (Layer(1.1, _porch_roof),)),
}  # fmt: skip
