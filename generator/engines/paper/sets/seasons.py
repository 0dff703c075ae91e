"""The land through the year: cherry trees in bloom along a way, rice in water below the hills."""

from collections.abc import Mapping

from generator.engines.paper.colours import mixed
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, Layer, Scenery
from generator.engines.paper.sets.streets import open_sky
from generator.vocabulary import Place

_BLOSSOM = "#f6bccd"


def _blossoms(b: Brush, x: float, y: float, size: float, *, haze: float = 0.0) -> None:
    """A cloud of blossom, three tones of pink in tufts."""
    for number in range(20 if haze < 0.1 else 9):
        dx, dy = b.dice.uniform(-0.9, 0.9) * size, b.dice.uniform(-0.45, 0.5) * size
        tone = (_BLOSSOM, "#fbd6e0", "#eda3bc", "#f3b0c6")[number % 4]
        r = size * b.dice.uniform(0.16, 0.32) if haze < 0.1 else size * b.dice.uniform(0.3, 0.5)
        b.disc(x + dx, y + dy, r, tone, haze=haze, lift=0.012, rough=0.016)


def _avenue_far(b: Brush) -> None:
    n.hills(b, "#9fbf9a", 0.5, haze=0.5)
    for side in (-1, 1):
        for number in range(9, -1, -1):
            far = number / 9
            x = side * (0.14 + 0.1 * (9 - number) ** 1.25)
            size = 0.5 + 0.5 * (1 - far)
            b.box(x, HORIZON - 0.1, 0.05 * size, 0.6 * size, "#6f4f44", haze=0.4 * far, lift=0.01, rough=0.002)
            _blossoms(b, x - side * 0.04, HORIZON + 0.62 * size, 0.3 * size, haze=0.4 * far + 0.06)


def _avenue(b: Brush) -> None:
    n.ground(b, "#a4c478", bands=2)
    n.path(b, "#e9d8bf", far=0.12, near=0.72, bend=0.0, horizon=HORIZON - 0.02)
    for side in (-1, 1):
        x = side * (b.half - 0.02)
        b.rooted(x, 0.04, 0.1, 1.3)
        high, inner = b.top - 0.36, x - side * 0.06
        trunk = [(x - 0.075, 0.02), (x + 0.075, 0.02), (inner + 0.04, high), (inner - 0.04, high)]
        b.shape(trunk, "#5f443c", lift=0.03, rough=0.006)
        fork = [(x, high - 0.4), (x - side * 0.4, high + 0.1), (x - side * 0.36, high + 0.14), (x, high - 0.24)]
        b.shape(fork, "#5f443c", lift=0.014, rough=0.004)
        for dx, dy, size in ((0.0, 0.0, 0.42), (0.34, 0.02, 0.3), (-0.4, 0.06, 0.4)):
            _blossoms(b, x - side * dx, b.top - 0.36 + dy, size)
    for _ in range(90):
        x, y = b.dice.uniform(-PERIOD / 2, PERIOD / 2), b.dice.uniform(b.low, HORIZON - 0.08)
        tone = b.dice.choice((_BLOSSOM, "#fbe0e8"))
        b.disc(x, y, 0.02, tone, high=0.01, lift=0, rough=0, flat=True)


def _avenue_front(b: Brush) -> None:
    for side in (-1, 1):
        w.branch(b, side, _BLOSSOM, kind="sakura", reach=0.56)
    n.grass(b, b.low - 0.07, "#7fae58", step=0.22, size=0.2)
    for x in b.spread(0.07, 0.5):
        y = b.low + b.dice.uniform(0.0, 0.14)
        w.leaf(b, x, y, 0.036, b.dice.uniform(0, 360), b.dice.choice((_BLOSSOM, "#fbe0e8", "#eda3bc")), fat=0.42)


def _paddies_far(b: Brush) -> None:
    n.hills(b, "#7fa48a", 0.9, haze=0.5, bumps=4)
    n.hills(b, "#7aa676", 0.55, haze=0.3, bumps=6)
    for x in b.spread(1.5, 0.2, 0.4):
        _farmhouse(b, x, HORIZON + 0.02, 0.4)
    w.grove(b, HORIZON + 0.0, 0.07, "#5f9458", haze=0.2, step=0.3)


def _farmhouse(b: Brush, x: float, y: float, size: float) -> None:
    """A house under a steep roof of straw."""
    b.box(x, y - 0.04, 0.7 * size, 0.4 * size, "#efe3c8", haze=0.15, lift=0.01, rough=0.002)
    b.pane(x - 0.12 * size, y + 0.04, 0.16 * size, 0.2 * size, haze=0.1)
    b.pane(x + 0.14 * size, y + 0.04, 0.2 * size, 0.2 * size, haze=0.1)
    roof = [(x - 0.5 * size, y + 0.28 * size), (x - 0.26 * size, y + 0.84 * size), (x + 0.26 * size, y + 0.84 * size),
            (x + 0.5 * size, y + 0.28 * size)]  # fmt: skip
    b.shape(roof, "#8f7450", haze=0.15, lift=0.014, rough=0.004)
    b.box(x, y + 0.8 * size, 0.58 * size, 0.07 * size, "#6f5a40", haze=0.15, lift=0.006, rough=0.001)


def _paddies(b: Brush) -> None:
    """Fields under water that show the sky, with rows of young rice, and banks between them."""
    rows = ((HORIZON - 0.02, 0.12), (0.14, -0.02), (-0.06, -0.34), (-0.4, GROUND))
    for number, (high, low) in enumerate(rows):
        b.box(0, GROUND, PERIOD, high + 0.035 - GROUND, "#86ad58", lift=0.016, rough=0.004)
        sheen = mixed(b.light.sky[2], b.light.sky[1], 0.2 + 0.15 * number)
        b.box(0, low - 0.3, PERIOD, high - low + 0.3, sheen, own=not b.snowy, lift=0, rough=0.003)
        for x in b.spread(1.7, 0.1, 0.5 * number):
            b.shape([(x - 0.05, high + 0.01), (x + 0.05, high + 0.01), (x * 1.06 + 0.09, low - 0.02),
                     (x * 1.06 - 0.09, low - 0.02)], "#86ad58", lift=0.008, rough=0.004)  # fmt: skip
        for line in range(2 + (number > 0)):
            at = high - 0.05 - line * (0.05 + 0.035 * number)
            if at < b.low - 0.1:
                break
            size, step = 0.035 + 0.022 * number, 0.1 + 0.035 * number
            n.grass(b, at, "#6fae4a", step=step, size=size, jitter=0.003)
    scarecrow = b.half - 0.16
    b.line([(scarecrow, -0.05), (scarecrow, 0.6)], "#7a5a3c", 0.026)
    b.line([(scarecrow - 0.2, 0.46), (scarecrow + 0.2, 0.46)], "#7a5a3c", 0.022)
    b.box(scarecrow, 0.24, 0.24, 0.28, "#4a6fa0", lift=0.014, rough=0.006)
    b.disc(scarecrow, 0.62, 0.09, "#f2dcb0", lift=0.012, rough=0.004)
    b.shape([(scarecrow - 0.16, 0.66), (scarecrow + 0.16, 0.66), (scarecrow, 0.82)], "#d9b45a", lift=0.01, rough=0.004)
    for dx in (-0.03, 0.03):
        b.disc(scarecrow + dx, 0.62, 0.01, "#3a2a22", lift=0, rough=0, flat=True)


def _paddies_front(b: Brush) -> None:
    n.grass(b, b.low - 0.07, "#5f9a40", step=0.15, size=0.22)
    for x in b.spread(0.8, 0.4):
        b.line([(x, b.low - 0.1), (x + 0.02, b.low + 0.24)], "#7f9a4a", 0.01)
        for angle in (-150, -120, -90, -60, -30):
            w.leaf(b, x + 0.02, b.low + 0.23, 0.08, angle, "#e0452f", fat=0.12)


SEASONS: Mapping[Place, Scenery] = {
    "cherry_avenue": Scenery(
        (Layer(0.1, open_sky), Layer(0.55, _avenue_far), Layer(1.0, _avenue)), (Layer(1.3, _avenue_front, sway=0.02),)
    ),
    "rice_paddies": Scenery(
        (Layer(0.1, open_sky), Layer(0.45, _paddies_far), Layer(1.0, _paddies)),
        (Layer(1.3, _paddies_front, sway=0.02),),
    ),
}
