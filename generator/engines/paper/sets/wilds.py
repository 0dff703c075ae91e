"""Where nobody lives: jungle, waterfall, volcano, and what the jungle has taken back."""

from collections.abc import Mapping
from itertools import pairwise
from math import pi, sin

import skia

from generator.engines.paper.colours import mixed
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import sky as s
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets import water as a
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, Layer, Scenery, stroke
from generator.engines.paper.sets.streets import open_sky
from generator.vocabulary import Place

_HALF = PERIOD / 2


def _fronds(b: Brush, x: float, y: float, long: float, colour: str, *, haze: float = 0.0, up: bool = True) -> None:
    """A fan of broad leaves from one root, upwards or hanging."""
    for number, angle in enumerate((-158, -128, -106, -84, -60, -26)):
        tone = mixed(colour, "#c9dc6a", 0.1 * (number % 3))
        size = long * (0.8 + 0.2 * (number % 2))
        w.leaf(b, x, y, size, angle if up else -angle, tone, haze=haze, fat=0.17)


def _vine(b: Brush, x: float, top: float, low: float, *, haze: float = 0.0) -> None:
    """A liana that hangs in a bow, with leaves."""
    path = skia.Path()
    path.moveTo(x, -top)
    path.quadTo(x + 0.12, -(top + low) / 2, x - 0.02, -low)
    b.canvas.drawPath(path, stroke(b.colour("#4f7040", haze), 0.018))
    for part in range(1, 7):
        u = part / 7
        at = x + 0.24 * u * (1 - u)
        w.leaf(b, at, top + (low - top) * u, 0.09, 30 if part % 2 else 150, "#5f9a4a", haze=haze)


def _jungle_far(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, 6, b.light.on("#cfe6a8", 0.3), own=True, lift=0, rough=0)
    b.glow(0.1, b.top - 0.3, 1.4, "#fffbd0" if not b.light.stars else "#8a9ae8", 0.55)
    for x in b.spread(0.3, 0.4):
        wide = b.dice.uniform(0.02, 0.05)
        b.box(x, HORIZON - 0.2, wide, 3.4, "#5f8050", haze=0.4, lift=0.012, rough=0.004)
    for x in b.spread(0.36, 0.4):
        b.disc(x, b.top - b.dice.uniform(-0.1, 0.2), 0.32, "#5f9a4c", haze=0.28, high=0.2, rough=0.01)
    for x in b.spread(0.3, 0.4):
        _fronds(b, x, HORIZON - 0.06, b.dice.uniform(0.4, 0.62), "#5fa050", haze=0.26)


def _jungle_mid(b: Brush) -> None:
    for side in (-1, 1):
        for number in range(5):
            x = side * (0.52 * b.half + 0.12 + 0.62 * number)
            b.rooted(x, HORIZON - 0.1, 0.1)
            trunk = [
                (x - 0.09, HORIZON - 0.12),
                (x + 0.09, HORIZON - 0.12),
                (x + 0.05, b.top + 0.6),
                (x - 0.04, b.top + 0.6),
            ]
            b.shape(trunk, "#6f5a40", haze=0.14, lift=0.03)
            _fronds(b, x, HORIZON - 0.12, 0.5, "#3f8a48", haze=0.06)
            _vine(b, x + side * 0.22, b.top + 0.2, b.dice.uniform(0.75, 1.1), haze=0.1)
    for x in b.spread(0.4, 0.3):
        b.disc(
            x, b.top + 0.06, 0.34, mixed("#4f8f4a", "#8fb85a", b.dice.random() * 0.5), haze=0.1, high=0.2, rough=0.012
        )

    if b.light.orb_height >= 0:
        s.shafts(b, 0.2)


def _jungle(b: Brush) -> None:
    n.ground(b, "#7f9a4c")
    n.path(b, "#b0955e", far=0.1, near=0.5, bend=0.06)
    for x in (-b.half + 0.14, b.half - 0.16, b.half + 0.9, -b.half - 0.9):
        _fronds(b, x, 0.06, 0.42, "#3f8a4c")
        for dx, dy, colour in ((0.02, 0.24, "#e8503c"), (-0.12, 0.16, "#f0a03c")):
            for petal in range(5):
                w.leaf(b, x + dx, 0.06 + dy, 0.075, -90 + 72 * petal, colour, fat=0.3)
            b.disc(x + dx, 0.06 + dy, 0.018, "#ffe08a", lift=0.002, rough=0, flat=True)
    n.grass(b, -0.05, "#5f8f40", step=0.34, size=0.1, jitter=0.2)


def _jungle_front(b: Brush) -> None:
    for side in (-1, 1):
        _fronds(b, side * (b.half - 0.0), b.low - 0.04, 0.44, "#2f6f40")
        _fronds(b, side * (b.half + 0.02), b.top + 0.06, 0.5, "#2f6a3c", up=False)
    for x in b.spread(0.24, 0.3):
        _fronds(b, x, b.low - 0.1, 0.22, "#357544")


def _cliffs(b: Brush) -> None:
    """A wall of rock with a fall of water in the middle of it."""
    top = b.top - 0.22
    n.hills(b, "#7f9f80", 0.8, haze=0.5)
    for number in range(3):
        for side in (-1, 1):
            edge = 0.22 + 0.14 * number
            points = [(side * edge, 0.1), (side * (edge - 0.04), 0.6), (side * (edge + 0.03), 1.0),
                      (side * (edge - 0.02), top - 0.2 * number), (side * (edge + 0.5), top + 0.05 - 0.2 * number),
                      (side * (_HALF), top - 0.2 - 0.2 * number), (side * _HALF, 0.1)]  # fmt: skip
            b.shape(
                points, ("#6f7a80", "#7d8688", "#8a9090")[number], haze=0.22 - 0.07 * number, lift=0.04, rough=0.014
            )
    for side in (-1, 1):
        for number in range(6):
            x, y = side * (0.5 + 0.42 * number), top - 0.34 - 0.05 * (number % 3)
            w.tree(b, x, y + 0.1, 0.5, "#5f9458", haze=0.2, kind="pine" if number % 2 else "round")
    fall = [(-0.2, top - 0.02), (0.2, top - 0.02), (0.25, 0.2), (-0.25, 0.2)]
    b.shape(fall, "#a9dcea", lift=0.02, rough=0.006)
    for number in range(11):
        x = -0.18 + 0.036 * number
        start, end = top - b.dice.uniform(0.02, 0.4), b.dice.uniform(0.24, 0.8)
        tone = ("#ffffff", "#d8f2f6", "#86c4da")[number % 3]
        b.canvas.drawLine(x, -start, x * 1.2, -end, stroke(b.colour(tone, 0.1), b.dice.uniform(0.008, 0.02), 0.85))
    for x in b.spread(0.09, 0.4):
        if abs(x) < 0.42:
            b.disc(
                x,
                HORIZON - 0.06 + b.dice.uniform(0, 0.1),
                b.dice.uniform(0.05, 0.1),
                "#f4fbfb",
                lift=0.006,
                rough=0.004,
            )
    b.glow(0.0, HORIZON + 0.1, 0.7, "#f4ffff", 0.4)


def _waterfall(b: Brush) -> None:
    a.sea(b, HORIZON - 0.1, "#5fb5c8", wave=0.02, bumps=22)
    a.sea(b, 0.1, "#6fc2d0", wave=0.024, bumps=18, phase=0.4)
    for x in (-0.7 * b.half, 0.62 * b.half, b.half + 0.5, -b.half - 0.6):
        n.rock(b, x, 0.12, b.dice.uniform(0.1, 0.16), "#7d8688")
    b.cut(n.band(-0.02, 1.3, 0.03, 9), "#a39a84", lift=0.03)
    b.cut(n.band(-0.07, 1.3, 0.04, 8), "#8fae64", lift=0.014)
    for x in b.spread(0.42, 0.4):
        n.rock(b, x, b.dice.uniform(-0.12, -0.05), b.dice.uniform(0.04, 0.1), "#8a8f8c")
    n.grass(b, -0.2, "#6f9f4e", step=0.3, size=0.1, flowers=True, jitter=0.1)


def _waterfall_front(b: Brush) -> None:
    w.branch(b, 1, "#5f9a50", reach=0.5)
    for side in (-1, 1):
        _fronds(b, side * (b.half - 0.04), b.low - 0.02, 0.34, "#4a8248")
    n.grass(b, b.low - 0.07, "#557f42", step=0.24, size=0.2)


def _volcano_sky(b: Brush) -> None:
    s.sky(b, orb=False)
    b.glow(0.1, b.top - 0.1, 1.3, "#ff6a3a", 0.7)


def _volcano_far(b: Brush) -> None:
    """A mountain that spits: smoke in puffs, stones in the air, rivers of fire."""
    peak = min(1.3, b.top - HORIZON - 0.42)
    top, x = HORIZON + peak, 0.1
    for number in range(9):
        u = number / 8
        tone = mixed("#4a3d48", "#8d7f86", u)
        b.disc(
            x + 0.34 * u * u + 0.1 * sin(3 * number), top + 0.06 + 0.6 * u, 0.15 + 0.2 * u, tone, lift=0.02, rough=0.012
        )
    for number in range(10):
        angle = pi * (0.12 + 0.76 * number / 9)
        far = 0.34 + 0.16 * (number % 3)
        px, py = x + far * 1.1 * sin(angle - pi / 2), top + far * sin(angle)
        b.glow(px, py, 0.12, "#ffb04a", 0.8)
        b.glimmer("fire", px, py, 0.12, "#ffb04a")
        b.disc(px, py, 0.024, "#ff8a3a", own=True, lift=0.006, rough=0.003)
    flank = [(x - 1.5 * peak, HORIZON - 0.2), (x - 0.5 * peak, HORIZON + 0.5 * peak), (x - 0.2, top),
             (x + 0.2, top), (x + 0.55 * peak, HORIZON + 0.45 * peak), (x + 1.6 * peak, HORIZON - 0.2)]  # fmt: skip
    b.shape(flank, "#5a4648", lift=0.04, rough=0.014)
    shade = [
        (x + 0.2, top),
        (x + 0.55 * peak, HORIZON + 0.45 * peak),
        (x + 1.6 * peak, HORIZON - 0.2),
        (x + 0.3, HORIZON - 0.2),
    ]
    b.shape(shade, "#43343c", lift=0, rough=0.01)
    b.disc(x, top, 0.2, "#ff9a3a", own=True, high=0.05, lift=0, rough=0.004)
    for points in (((0.0, 0.0), (-0.06, -0.2), (0.04, -0.42), (-0.05, -0.72), (0.02, -1.1)),
                   ((0.12, 0.0), (0.2, -0.24), (0.3, -0.5), (0.5, -0.8)),
                   ((-0.12, -0.02), (-0.26, -0.3), (-0.34, -0.6))):  # fmt: skip
        path = skia.Path()
        for number, (dx, dy) in enumerate(points):
            path.lineTo(x + dx, -top - dy * peak) if number else path.moveTo(x + dx, -top - dy * peak)
        for tone, width, share in (("#ff5a2a", 0.09, 0.35), ("#ff7a2f", 0.05, 1.0), ("#ffd35a", 0.02, 1.0)):
            b.canvas.drawPath(path, stroke(tone, width, share))


def _volcano(b: Brush) -> None:
    b.cut(n.band(HORIZON - 0.1, 2, 0.05, 8), "#3f343c", lift=0.03)
    _lava(b, 0.08)
    b.cut(n.band(-0.02, 2, 0.04, 7, 0.3), "#5a4a4e", lift=0.03)
    for x in b.spread(0.5, 0.4):
        n.rock(b, x, b.dice.uniform(-0.3, -0.05), b.dice.uniform(0.05, 0.13), "#4a3d44")


def _lava(b: Brush, y: float) -> None:
    """A river of fire across the ground, crusted here and there."""
    b.cut(n.band(y + 0.05, 2, 0.02, 14), "#ff6a2a", own=True, lift=0.01, rough=0)
    b.cut(n.band(y + 0.03, 2, 0.02, 14, 0.3), "#ffb04a", own=True, lift=0, rough=0)
    b.cut(n.band(y + 0.0, 2, 0.02, 14, 0.1), "#ff7a2f", own=True, lift=0, rough=0)
    for x in b.spread(0.3, 0.4):
        b.disc(x, y - 0.01, b.dice.uniform(0.05, 0.12), "#4a2f30", own=True, high=0.012, lift=0, rough=0.004, flat=True)
    for x in b.spread(0.9, 0.2):
        b.glow(x, y + 0.02, 0.7, "#ff7a3a", 0.4)
        b.glimmer("fire", x, y + 0.02, 0.6, "#ff7a3a")


def _volcano_front(b: Brush) -> None:
    for x in b.spread(0.44, 0.3):
        high = b.low + b.dice.uniform(0.1, 0.24)
        b.glow(x + 0.16, b.low + 0.06, 0.34, "#ff7a3a", 0.6)
        b.shape([(x - 0.3, GROUND), (x - 0.16, high - 0.05), (x - 0.02, high), (x + 0.3, GROUND)], "#2c2228", lift=0.05)
        crack = [(x - 0.06, high - 0.02), (x - 0.1, high - 0.1), (x - 0.04, high - 0.18), (x - 0.09, GROUND)]
        for one, other in pairwise(crack):
            b.line([one, other], "#ff7a2f", 0.024)
            b.line([one, other], "#ffd35a", 0.009)


def _ruins_far(b: Brush) -> None:
    n.hills(b, "#8fae86", 0.6, haze=0.5)
    w.grove(b, HORIZON + 0.16, 0.18, "#6f9a62", haze=0.4, step=0.24)
    y = HORIZON - 0.04
    for row in range(6):
        wide = 1.5 - 0.22 * row
        b.box(0.0, y + 0.16 * row, wide, 0.165, mixed("#b8ab8e", "#8f9a6c", 0.12 * (row % 3)), haze=0.22, rough=0.006)
        b.box(0.0, y + 0.16 * row + 0.13, wide + 0.03, 0.03, "#cfc4a6", haze=0.22, lift=0.004, rough=0.004)
    b.box(0.0, y + 0.96, 0.36, 0.22, "#b0a284", haze=0.2, rough=0.005)
    b.box(0.0, y + 0.96, 0.12, 0.16, "#4a4640", haze=0.2, lift=0, rough=0)
    b.shape([(-0.14, y), (0.14, y), (0.08, y + 0.96), (-0.08, y + 0.96)], "#d6cbae", haze=0.2, lift=0.008, rough=0.003)
    for row in range(14):
        b.line([(-0.12, y + 0.065 * row + 0.03), (0.12, y + 0.065 * row + 0.03)], "#a79c82", 0.006, haze=0.2)


def _ruins(b: Brush) -> None:
    n.ground(b, "#93a864")
    n.path(b, "#cabd9a", far=0.13, near=0.55, bend=0.0)
    for number, x in enumerate((-b.half + 0.16, b.half - 0.16, b.half + 0.6, -b.half - 0.6, b.half + 1.6)):
        high = (1.25, 0.8, 1.1, 0.6, 0.9)[number]
        b.rooted(x, 0.08, 0.13, high)
        b.box(x, 0.06, 0.3, 0.09, "#b5a888", lift=0.014, rough=0.004)
        b.box(x, 0.14, 0.2, high, "#cabd9c", lift=0.024, rough=0.006)
        for dx in (-0.05, 0.0, 0.05):
            b.line([(x + dx, 0.18), (x + dx, 0.1 + high)], "#a99c7e", 0.01)
        if number % 2 == 0:
            b.box(x, 0.13 + high, 0.3, 0.08, "#bfb292", lift=0.014, rough=0.005)
        else:
            broken = [(x - 0.1, 0.13 + high), (x + 0.1, 0.13 + high), (x + 0.06, 0.24 + high), (x - 0.03, 0.19 + high)]
            b.shape(broken, "#cabd9c", lift=0.006, rough=0.006)
        _vine(b, x - 0.04, 0.14 + high, 0.3)
    for x in (-0.3 * b.half, 0.5 * b.half):
        b.shape(
            [(x - 0.16, -0.08), (x + 0.14, -0.06), (x + 0.12, 0.04), (x - 0.12, 0.05)],
            "#bfb292",
            lift=0.016,
            rough=0.006,
        )
    n.grass(b, -0.06, "#748f48", step=0.3, size=0.11, jitter=0.2)


def _ruins_front(b: Brush) -> None:
    w.branch(b, -1, "#5f8f4c", reach=0.5)
    n.grass(b, b.low - 0.07, "#5f8a44", step=0.2, size=0.24)


WILDS: Mapping[Place, Scenery] = {
    "jungle": Scenery(
        (Layer(0.3, _jungle_far), Layer(0.7, _jungle_mid), Layer(1.0, _jungle)), (Layer(1.3, _jungle_front, sway=0.02),)
    ),
    "waterfall": Scenery(
        (Layer(0.1, open_sky), Layer(0.5, _cliffs), Layer(1.0, _waterfall)), (Layer(1.3, _waterfall_front, sway=0.02),)
    ),
    "volcano": Scenery(
        (Layer(0.1, _volcano_sky), Layer(0.35, _volcano_far), Layer(1.0, _volcano)), (Layer(1.3, _volcano_front),)
    ),
    "ruins": Scenery(
        (Layer(0.1, open_sky), Layer(0.45, _ruins_far), Layer(1.0, _ruins)), (Layer(1.3, _ruins_front, sway=0.02),)
    ),
}
