"""On the way: the inside of a train and of a bus, the hall of an airport."""

from collections.abc import Mapping

import skia

from generator.engines.paper.colours import darker, lighter, mixed, skia_colour
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets import sky as s
from generator.engines.paper.sets import town as t
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, Layer, Scenery, polygon
from generator.engines.paper.sets.rooms import FLOOR
from generator.vocabulary import Place


def _runway(b: Brush) -> None:
    """The apron beyond the glass, with an airliner and another taking off."""
    b.indoors = False
    s.sky(b, orb_x=0.5)
    s.clouds(b, 3, 1.1, 1.5)
    b.box(0, GROUND, PERIOD, HORIZON + 0.08 - GROUND, "#a9b59a", lift=0.01, rough=0)
    b.box(0, GROUND, PERIOD, HORIZON - GROUND, "#9a9ca4", lift=0.01, rough=0)
    for x in b.spread(3.0, 0, -0.2 * b.half):
        _airliner(b, x, 0.5, 0.86, 0.0)
    _airliner(b, 0.55 * b.half, min(1.36, b.top - 0.3), 0.24, -16.0)


def _airliner(b: Brush, x: float, y: float, size: float, climb: float) -> None:
    b.canvas.save()
    b.canvas.rotate(climb, x, -y)
    b.shape([(x - 0.66 * size, y + 0.08 * size), (x - 0.86 * size, y + 0.46 * size), (x - 0.68 * size, y + 0.46 * size),
             (x - 0.42 * size, y + 0.12 * size)], "#d9503f", haze=0.05, lift=0.012, rough=0.002)  # fmt: skip
    b.box(x, y - 0.11 * size, 1.6 * size, 0.26 * size, "#fbf8f0", haze=0.05, lift=0.02, rough=0.001, round_=0.13 * size)
    b.box(x, y - 0.05 * size, 1.4 * size, 0.03 * size, "#d9503f", haze=0.05, lift=0, rough=0)
    for number in range(9):
        b.pane(x + (-0.5 + 0.125 * number) * size, y + 0.03 * size, 0.05 * size, 0.06 * size, round_=0.015 * size)
    b.shape([(x - 0.16 * size, y - 0.03 * size), (x + 0.16 * size, y - 0.03 * size), (x - 0.2 * size, y - 0.3 * size),
             (x - 0.36 * size, y - 0.3 * size)], "#d6dade", haze=0.05, lift=0.014, rough=0.001)  # fmt: skip
    b.disc(x - 0.06 * size, y - 0.2 * size, 0.11 * size, "#8d98a4", haze=0.05, high=0.06 * size, lift=0.01, rough=0)
    b.canvas.restore()


def _airport_glass(b: Brush) -> None:
    for x in b.spread(0.9, 0, 0.45):
        b.box(x, FLOOR, 0.06, 4.0, "#dfe4e8", lift=0.02, rough=0)
    for y in (FLOOR, 1.0):
        b.box(0, y, PERIOD, 0.05, "#dfe4e8", lift=0.014, rough=0)
    roof = b.top - 0.3
    b.box(0, roof, PERIOD, 3, "#e9ecee", lift=0.03, rough=0)
    board = min(0.9, 1.1 * b.half)
    b.box(0.0, roof - 0.12, board + 0.08, 0.4, "#2a2f38", lift=0.03, rough=0.001)
    for row in range(4):
        y = roof + 0.19 - 0.085 * row
        for column, wide in ((-0.36, 0.16), (-0.06, 0.24), (0.3, 0.14)):
            tone = "#f7c85a" if column < 0.3 else ("#5ae08a", "#f7c85a", "#f06a5a")[row % 3]
            b.box(column * board, y, wide * board, 0.035, tone, own=True, lift=0, rough=0)
    b.glow(0.0, roof + 0.06, 0.5, "#f7c85a", 0.2)


def _airport(b: Brush) -> None:
    r.floor(b, "#c9cdd0", pattern="tiles")
    r.sunlight(b, 0.0, 0.7)
    for x in (-b.half + 0.26, b.half + 0.9, -b.half - 1.0):
        b.rooted(x, 0.1, 0.4)
        for seat in (-0.27, 0.0, 0.27):
            b.box(x + seat, 0.26, 0.24, 0.28, "#4f7fae", lift=0.014, rough=0.002, round_=0.04)
            b.box(x + seat, 0.2, 0.25, 0.09, "#3f6f9c", lift=0.01, rough=0.001, round_=0.03)
        b.box(x, 0.16, 0.84, 0.04, "#8d98a4", lift=0.006, rough=0)
        for leg in (-0.34, 0.34):
            b.box(x + leg, 0.04, 0.03, 0.13, "#8d98a4", lift=0.004, rough=0)
    case = b.half - 0.18
    for dx, high, colour in ((0.0, 0.4, "#d9604f"), (0.2, 0.3, "#e9b44c")):
        b.rooted(case + dx, 0.02, 0.11, high)
        x = case + dx
        b.line([(x - 0.06, high), (x - 0.06, high + 0.16), (x + 0.06, high + 0.16), (x + 0.06, high)], "#5a626c", 0.018)
        b.box(case + dx, 0.04, 0.22, high, colour, lift=0.018, rough=0.002, round_=0.04)
        for part in (-0.05, 0.05):
            b.box(case + dx + part, 0.07, 0.014, high - 0.06, darker(colour, 0.2), lift=0, rough=0)


def _airport_front(b: Brush) -> None:
    """A belt with what has arrived on it."""
    b.box(0, b.low - 0.1, PERIOD, 0.14, "#3a3f48", lift=0.04, rough=0.001)
    b.box(0, b.low + 0.03, PERIOD, 0.03, "#8d98a4", lift=0.006, rough=0)
    for number, x in enumerate(b.spread(0.42, 0.12)):
        colour = ("#5b9aa8", "#8f6fae", "#c98a4a", "#6fa86a")[number % 4]
        high = 0.13 + 0.04 * (number % 2)
        b.line([(x - 0.05, b.low + 0.04 + high), (x - 0.03, b.low + 0.1 + high), (x + 0.03, b.low + 0.1 + high),
                (x + 0.05, b.low + 0.04 + high)], "#4a4148", 0.016)  # fmt: skip
        b.box(x, b.low + 0.05, 0.28, high, colour, lift=0.016, rough=0.003, round_=0.03)
        b.box(x + 0.06, b.low + 0.09, 0.07, 0.05, lighter(colour, 0.6), lift=0.003, rough=0.001)


def _town_outside(b: Brush) -> None:
    b.indoors = False
    s.sky(b, orb_x=-0.4)
    s.clouds(b, 3, 1.2, 1.6)
    t.blocks(b, 0.9, haze=0.3, step=0.4)
    w.trees(b, 0.5, 0.7, haze=0.14)


def _bus_wall(b: Brush) -> None:
    """The wall of a bus with its row of windows; what is outside shows through them."""
    cream, rail = "#f2ead6", min(1.5, b.top - 0.16)
    b.box(0, GROUND, PERIOD, 0.66 - GROUND, cream, lift=0, rough=0)
    b.box(0, 1.24, PERIOD, 3.0, cream, lift=0.02, rough=0)
    for x in b.spread(0.9, 0, 0.45):
        b.box(x, 0.6, 0.1, 0.7, "#dcd2ba", lift=0.014, rough=0, round_=0.02)
    b.box(0, 0.62, PERIOD, 0.05, "#8fae9c", lift=0.01, rough=0)
    b.box(0, FLOOR, PERIOD, 0.3, "#8fae9c", lift=0.004, rough=0)
    b.box(0, rail, PERIOD, 0.035, "#e9a83c", lift=0.012, rough=0)
    for x in b.spread(0.3, 0):
        b.line([(x, rail), (x, rail - 0.12)], "#7a6a5a", 0.016)
        b.disc(x, rail - 0.16, 0.048, "#f7f4ea", lift=0.008, rough=0)
        b.disc(x, rail - 0.16, 0.028, mixed(cream, "#8a8a84", 0.3), lift=0, rough=0, flat=True)
    for x in b.spread(0.9, 0, 0.45):
        b.box(x, 0.84, 0.055, 0.1, "#d9503f", lift=0.008, rough=0)
        b.disc(x, 0.89, 0.02, "#fbf3e0", lift=0, rough=0, flat=True)
    if b.light.lamps:
        for x in b.spread(0.9, 0):
            b.glow(x, b.top - 0.02, 0.8, "#fff0c4", 0.35)


def _bus(b: Brush) -> None:
    for x in b.spread(0.62, 0):
        b.box(x, FLOOR + 0.02, 0.46, 0.44, "#3f7a9a", lift=0.024, rough=0.003, round_=0.08)
        b.box(x, FLOOR + 0.08, 0.36, 0.28, lighter("#3f7a9a", 0.12), lift=0.004, rough=0.002, round_=0.05)
        b.box(x, FLOOR + 0.36, 0.4, 0.09, "#f4efe2", lift=0.006, rough=0.001, round_=0.04)
        b.disc(x + 0.22, FLOOR + 0.47, 0.035, "#e9a83c", lift=0.006, rough=0)
    r.floor(b, "#a49c8e", pattern="plain")
    for y in (0.12, -0.06, -0.32):
        b.line([(-PERIOD / 2, y), (PERIOD / 2, y)], "#8d8678", 0.012)
    for x in (-b.half + 0.1, b.half - 0.1, b.half + 1.4):
        b.rooted(x, 0.04, 0.03)
        b.box(x, 0.02, 0.036, 4.0, "#e9a83c", lift=0.018, rough=0)
        b.box(x, 0.8, 0.07, 0.1, "#d9503f", lift=0.01, rough=0, round_=0.02)


def _bus_front(b: Brush) -> None:
    """The backs of the seats before us, and somebody's shopping."""
    for x in b.spread(0.7, 0, 0.1):
        b.box(x, b.low - 0.2, 0.56, 0.36, "#2f6482", lift=0.04, rough=0.003, round_=0.1)
        b.box(x, b.low + 0.07, 0.46, 0.08, "#f4efe2", lift=0.008, rough=0.001, round_=0.03)
        b.box(x, b.low + 0.14, 0.4, 0.025, "#e9a83c", lift=0.006, rough=0)


def _line_side(b: Brush) -> None:
    """What a train goes past: a town, its gardens, poles and wires."""
    b.indoors = False
    s.sky(b, orb_x=-0.4)
    s.clouds(b, 3, 1.2, 1.6)
    if b.light.lamps:
        s.skyglow(b, "#7a8ae0" if b.light.stars else "#ff9a6a", HORIZON)
    n.hills(b, "#8fae8a", 0.7, haze=0.5)
    t.blocks(b, 0.8, haze=0.3, step=0.42)
    w.grove(b, HORIZON + 0.34, 0.14, "#7aa868", haze=0.16, step=0.3)
    t.poles(b, 0.2)


def _train_wall(b: Brush) -> None:
    """The wall of a carriage: windows, posters above them, a rack for bags."""
    b.box(0, GROUND, PERIOD, 0.72 - GROUND, "#e4dfd0", lift=0, rough=0)
    b.box(0, 1.32, PERIOD, 3.0, "#ece7d9", lift=0.02, rough=0)
    for x in b.spread(1.25, 0, 0.625):
        b.box(x, 0.6, 0.2, 0.9, "#d3dade", lift=0.016, rough=0)
    for x in b.spread(1.25, 0):
        b.box(x, 1.02, 1.05, 0.025, "#c3ccd0", lift=0.004, rough=0)
        for side in (-1, 1):
            gleam = [(x + side * 0.3 - 0.1, 0.72), (x + side * 0.3 - 0.02, 0.72), (x + side * 0.3 + 0.1, 1.32),
                     (x + side * 0.3 + 0.02, 1.32)]  # fmt: skip
            b.canvas.drawPath(polygon(gleam), skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff", 0.2)))
    b.box(0, 0.7, PERIOD, 0.04, "#c3ccd0", lift=0.01, rough=0)
    rail = min(1.6, b.top - 0.12)
    for number, x in enumerate(b.spread(0.45, 0)):
        tone = ("#f2b8a8", "#f7e0a0", "#b8d8c8", "#c4c8e8")[number % 4]
        b.box(x, rail + 0.1, 0.36, 0.3, tone, lift=0.012, rough=0.001)
        b.box(x, rail + 0.18, 0.24, 0.025, "#fdf6e8", lift=0, rough=0)
        b.disc(x + 0.06, rail + 0.3, 0.05, lighter(tone, 0.5), lift=0, rough=0)
    if b.light.lamps:
        for x in b.spread(0.9, 0):
            b.glow(x, b.top, 0.8, "#fff6e0", 0.4)


def _train(b: Brush) -> None:
    rail = min(1.6, b.top - 0.12)
    for x in b.spread(0.45, 0):
        b.box(x, FLOOR + 0.2, 0.43, 0.3, "#4a80b8", lift=0.02, rough=0.002, round_=0.05)
        b.box(x, FLOOR + 0.42, 0.3, 0.06, "#f4f1e8", lift=0.004, rough=0, round_=0.02)
    b.box(0, FLOOR, PERIOD, 0.24, "#3f6fa4", lift=0.03, rough=0.002)
    b.box(0, FLOOR + 0.2, PERIOD, 0.05, lighter("#3f6fa4", 0.2), lift=0.006, rough=0.001)
    r.floor(b, "#a7a39c", pattern="tiles", y=FLOOR - 0.02)
    r.sunlight(b, 0.0, 0.8)
    b.box(0, rail, PERIOD, 0.035, "#aab4ba", lift=0.016, rough=0)
    for x in b.spread(0.225, 0):
        b.line([(x, rail), (x, rail - 0.13)], "#7a6a5a", 0.018)
        b.disc(x, rail - 0.18, 0.052, "#f7f4ea", lift=0.008, rough=0)
        b.disc(x, rail - 0.18, 0.03, "#b9b4a8", lift=0, rough=0, flat=True)
    for side in (-1, 1):
        b.box(side * (b.half - 0.06), FLOOR - 0.1, 0.035, 3, "#dfe4e6", lift=0.016, rough=0)


JOURNEYS: Mapping[Place, Scenery] = {
    "airport": Scenery(
        (Layer(0.3, _runway), Layer(0.84, _airport_glass), Layer(1.0, _airport)),
        (Layer(1.12, _airport_front),),
        indoors=True,
    ),
    "train": Scenery((Layer(0.3, _line_side), Layer(0.92, _train_wall), Layer(1.0, _train)), indoors=True),
    "bus": Scenery(
        (Layer(0.3, _town_outside), Layer(0.9, _bus_wall), Layer(1.0, _bus)), (Layer(1.12, _bus_front),), indoors=True
    ),
}
