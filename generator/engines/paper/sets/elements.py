"""Places without a road to them: beach, sea, the deep, the sky."""

from collections.abc import Mapping

from generator.engines.paper.colours import mixed
from generator.engines.paper.sets import landmarks as m
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import sky as s
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets import water as a
from generator.engines.paper.sets.brush import HORIZON, Brush, Layer, Scenery
from generator.engines.paper.sets.streets import SUN, sky_over_water
from generator.vocabulary import Place


def _beach_far(b: Brush) -> None:
    a.sea(b, HORIZON + 0.26, "#3f9fc0", wave=0.01, bumps=36, haze=0.3, foam=False)
    a.glitter(b, HORIZON + 0.23, HORIZON, at=SUN)
    a.sea(b, HORIZON + 0.1, "#48adc6", wave=0.024, bumps=24, haze=0.12)


def _beach(b: Brush) -> None:
    a.sea(b, HORIZON - 0.06, "#79ccd2", wave=0.035, bumps=15)
    n.ground(b, "#c9b184", horizon=HORIZON - 0.17, wave=0.03, bands=1)
    n.ground(b, "#f2dca8", horizon=HORIZON - 0.2, wave=0.03)
    w.tree(b, -b.half + 0.06, 0.06, 1.42 * b.top / 1.85, "#5fa35c", kind="palm")
    m.parasol(b, b.half - 0.12, 0.0, 0.86)
    for x in b.spread(0.36, 0.4):
        y = b.dice.uniform(-0.55, -0.02)
        b.disc(x, y, 0.026, b.dice.choice(("#f7efe0", "#f2b8a8", "#e0c6a0")), high=0.018, lift=0.005, rough=0)
    for x in (-0.34, 1.2, -1.5):
        for point in range(5):
            w.leaf(b, x, -0.4, 0.07, -90 + 72 * point, "#e8805c", fat=0.3)


def _sea_far(b: Brush) -> None:
    for x in b.spread(0.9, 0.3, 0.5):
        s.cloud(b, x, HORIZON + 0.24, b.dice.uniform(0.2, 0.34), mixed(b.light.sky[2], "#ffffff", 0.3))
    a.sea(b, HORIZON + 0.24, "#2f86b0", wave=0.012, bumps=34, haze=0.38, foam=False)
    a.glitter(b, HORIZON + 0.2, HORIZON - 0.04, at=SUN)
    a.sea(b, HORIZON + 0.08, "#3795b8", wave=0.04, bumps=19, haze=0.2)


def _sea_mid(b: Brush) -> None:
    a.sea(b, 0.2, "#328fb6", wave=0.06, bumps=14, phase=0.4, haze=0.06)


def _sea_front(b: Brush) -> None:
    a.sea(b, 0.0, "#2a7fae", wave=0.085, bumps=11, phase=0.15)


def _sea_front_near(b: Brush) -> None:
    a.sea(b, -0.24, "#24739f", wave=0.1, bumps=10, phase=0.7)
    a.sea(b, b.low + 0.13, "#1f6490", wave=0.11, bumps=9, phase=0.3)


def _deep_far(b: Brush) -> None:
    a.deep(b)
    a.bubbles(b, 24)
    for x in b.spread(0.42, 0.4):
        a.fish(
            b,
            x,
            b.dice.uniform(0.9, b.top - 0.2),
            b.dice.uniform(0.035, 0.06),
            b.dice.choice(("#f0a04c", "#f7d35a", "#e2604a")),
            left=b.dice.random() < 0.5,
        )
    a.seabed(b, HORIZON + 0.22, "#3f8fae", height=0.24)


def _deep(b: Brush) -> None:
    for x in b.spread(0.34, 0.4):
        if abs(x) > 0.3:
            a.weed(b, x, HORIZON - 0.12, b.dice.uniform(0.4, 0.95), b.dice.choice(("#3f9a78", "#5aa86a", "#2f7f78")))
    a.seabed(b, HORIZON - 0.04, "#cbb884", height=0.1)
    for number, x in enumerate(b.spread(0.9, 0.1, 0.36)):
        a.coral(
            b, x, HORIZON - 0.16, b.dice.uniform(0.3, 0.42), ("#e8705c", "#f0a04c", "#e28ab0", "#b07fd0")[number % 4]
        )
    n.rock(b, -b.half + 0.12, 0.02, 0.2, "#7f94a0")
    a.seabed(b, -0.06, "#dfcb94", height=0.05)


def _deep_front(b: Brush) -> None:
    for side in (-1, 1):
        for number, dx in enumerate((-0.06, 0.08, 0.24)):
            a.weed(b, side * (b.half - 0.02 + dx), -1.0, 1.2 - 0.2 * number, "#1f6468")


def _high_sky(b: Brush) -> None:
    s.sky(b, low=-0.5, orb_x=0.36)
    s.birds(b, 14, 0.7, b.top - 0.2)
    s.balloon(b, -b.half + 0.3, 1.24 * b.top / 1.85, 0.34)
    s.balloon(b, b.half + 0.7, 1.1, 0.26)
    s.clouds(b, 5, 0.9, 1.7)


def _clouds_below(b: Brush) -> None:
    for row, y in enumerate((0.1, -0.12)):
        for x in b.spread(0.42, 0.3, 0.2 * row):
            s.cloud(b, x, y + b.dice.uniform(-0.06, 0.06), b.dice.uniform(0.36, 0.5))


def _clouds_front(b: Brush) -> None:
    for x in b.spread(0.5, 0.3):
        s.cloud(b, x, b.low - b.dice.uniform(0.1, 0.24), b.dice.uniform(0.5, 0.66))


ELEMENTS: Mapping[Place, Scenery] = {
    "beach": Scenery((Layer(0.1, sky_over_water), Layer(0.5, _beach_far), Layer(1.0, _beach))),
    "sea": Scenery(
        (Layer(0.1, sky_over_water), Layer(0.5, _sea_far), Layer(0.9, _sea_mid)),
        (Layer(1.08, _sea_front, sway=0.1), Layer(1.3, _sea_front_near, sway=0.14)),
        floor="water",
    ),
    "underwater": Scenery(
        (Layer(0.3, _deep_far), Layer(1.0, _deep)), (Layer(1.3, _deep_front, sway=0.04),), floor="none"
    ),
    "sky": Scenery(
        (Layer(0.15, _high_sky), Layer(0.9, _clouds_below)), (Layer(1.3, _clouds_front, sway=0.05),), floor="none"
    ),
}
