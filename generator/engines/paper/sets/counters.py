"""Where one is served over a counter: a café, a bar, a shop that never closes."""

from collections.abc import Mapping

from generator.engines.paper.colours import mixed
from generator.engines.paper.sets import furniture as f
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets.brush import GROUND, PERIOD, TOP, Brush, Scenery, stroke
from generator.engines.paper.sets.rooms import FLOOR
from generator.vocabulary import Place

_BOTTLES = ("#5fb08a", "#e9a04c", "#c9604f", "#8fd0e0", "#f0d48a", "#9a6fc0")


def _cafe_wall(b: Brush) -> None:
    r.wall(b, "#c98f6c", skirting="#6e4632")
    for row in range(20):
        for x in b.spread(0.3, 0, 0.15 * (row % 2)):
            tone = ("#bf8060", "#d39a78", "#c98a68")[b.dice.randrange(3)]
            b.box(x, FLOOR + 0.06 + row * 0.12, 0.285, 0.108, tone, lift=0, rough=0.002, flat=True)
    r.window(b, -0.42 * b.half, 0.62, min(0.8, 0.85 * b.half), min(0.9, b.top - 0.85), frame="#5f4030", view="city")
    board = 0.52 * b.half
    b.box(board, 0.78, min(0.56, 0.8 * b.half), 0.6, "#8a5f3c", lift=0.02, rough=0.002)
    b.box(board, 0.81, min(0.5, 0.8 * b.half - 0.06), 0.54, "#3a4844", lift=0, rough=0)
    chalk = stroke(b.colour("#f4f1e6"), 0.012, 0.85)
    for row in range(4):
        left = board - 0.17
        b.canvas.drawLine(left, -1.27 + 0.1 * row, left + 0.1 + 0.05 * (row % 3), -1.27 + 0.1 * row, chalk)
        b.canvas.drawLine(board + 0.12, -1.27 + 0.1 * row, board + 0.18, -1.27 + 0.1 * row, chalk)
    for x in b.spread(3.0, 0, 1.5):
        f.shelf(b, x, 0.76, 1.1, 0.62, rows=2, goods="jars", wood="#7a5034")


def _cafe(b: Brush) -> None:
    f.counter(b, 0.0, FLOOR - 0.02, PERIOD, 0.46, b.pick("#5f7f78", "#8a5f4a", "#6f7fa0"), "#e9d3a8")
    machine = 0.5 * b.half
    b.box(machine, FLOOR + 0.5, 0.4, 0.3, "#b9c2c4", lift=0.016, rough=0.001, round_=0.03)
    b.box(machine, FLOOR + 0.53, 0.3, 0.12, "#3f4649", lift=0, rough=0)
    b.box(machine, FLOOR + 0.72, 0.4, 0.04, "#d9604f", lift=0, rough=0)
    f.steam(b, machine, FLOOR + 0.86, 0.26)
    case = -0.5 * b.half
    b.box(case, FLOOR + 0.5, 0.56, 0.3, "#e6f0ee", lift=0.014, rough=0, round_=0.03)
    for number, colour in enumerate(("#f2a0b5", "#7a4a34", "#f0d48a", "#b5533f")):
        x = case - 0.2 + 0.134 * number
        b.shape([(x - 0.05, FLOOR + 0.54), (x + 0.05, FLOOR + 0.54), (x + 0.05, FLOOR + 0.64), (x - 0.05, FLOOR + 0.6)],
                colour, lift=0.004, rough=0)  # fmt: skip
        b.disc(x + 0.03, FLOOR + 0.65, 0.018, "#d9402f", lift=0, rough=0, flat=True)
    r.floor(b, "#b98a5c")
    for x in (-b.half + 0.1, b.half - 0.1, b.half + 1.2, -b.half - 1.2):
        b.rooted(x, 0.04, 0.2)
        b.box(x, 0.04, 0.045, 0.34, "#4a3a34", lift=0.01, rough=0)
        b.disc(x, 0.04, 0.14, "#4a3a34", high=0.03, lift=0.006, rough=0)
        b.disc(x, 0.39, 0.26, "#e9d3a8", high=0.055, lift=0.016, rough=0)
        b.disc(x + 0.04, 0.44, 0.055, "#fbf6ea", high=0.04, lift=0.006, rough=0)
    r.sunlight(b, -0.3 * b.half, 0.5)
    for x in b.spread(0.6, 0, 0.3):
        r.lampshade(b, x, b.top - 0.3, b.pick("#e0a23c", "#5b9aa8", "#d9604f"), size=0.7)


def _cafe_front(b: Brush) -> None:
    """Our own table: a cup, a slice of cake, a flower."""
    b.box(0, b.low - 0.1, PERIOD, 0.17, "#8a5f3c", lift=0.03, rough=0.003)
    b.box(0, b.low + 0.05, PERIOD, 0.05, "#c99a62", lift=0.006, rough=0.002)
    left, right = -b.half + 0.22, b.half - 0.22
    b.disc(left, b.low + 0.11, 0.15, "#fbf6ea", high=0.03, lift=0.01, rough=0)
    b.disc(left, b.low + 0.17, 0.09, "#fbf6ea", high=0.075, lift=0.008, rough=0)
    b.disc(left, b.low + 0.235, 0.08, "#7a4a2c", high=0.018, lift=0, rough=0)
    f.steam(b, left, b.low + 0.26, 0.2)
    b.disc(right, b.low + 0.11, 0.16, "#fbf6ea", high=0.03, lift=0.01, rough=0)
    b.shape([(right - 0.1, b.low + 0.12), (right + 0.12, b.low + 0.12), (right + 0.12, b.low + 0.24),
             (right - 0.1, b.low + 0.2)], "#fbe6c0", lift=0.008, rough=0.001)  # fmt: skip
    b.shape([(right - 0.1, b.low + 0.19), (right + 0.12, b.low + 0.23), (right + 0.12, b.low + 0.26),
             (right - 0.1, b.low + 0.22)], "#fdfaf2", lift=0, rough=0)  # fmt: skip
    b.disc(right + 0.08, b.low + 0.27, 0.03, "#d9402f", lift=0.004, rough=0)


def _bar_wall(b: Brush) -> None:
    r.wall(b, "#4a2f3c", pattern="panels", skirting="#2f1c26")
    wide = min(2.4, 1.7 * b.half)
    b.box(0.0, 0.74, wide + 0.1, b.top - 1.0, "#2f1c24", lift=0.02, rough=0.002)
    rows = 3
    step = (b.top - 1.08) / rows
    for row in range(rows):
        base = 0.78 + row * step
        b.box(0.0, base, wide, step - 0.035, "#f0a85a" if row % 2 else "#e88a5a", own=True, lift=0, rough=0)
        b.glow(0.0, base + step / 2, 0.5 * wide, "#ffcf8a", 0.3)
        at = -wide / 2 + 0.06
        while at < wide / 2 - 0.05:
            colour, high = b.dice.choice(_BOTTLES), step * b.dice.uniform(0.45, 0.62)
            b.box(at, base, 0.055, high, mixed(colour, "#3a1c28", 0.25), own=True, lift=0.003, rough=0, round_=0.012)
            b.box(at, base + high, 0.022, 0.2 * step, mixed(colour, "#3a1c28", 0.35), own=True, lift=0, rough=0)
            b.box(at, base + 0.3 * high, 0.05, 0.3 * high, "#f7ead0", lift=0, rough=0, flat=True)
            at += b.dice.uniform(0.075, 0.12)
        b.box(0.0, base - 0.035, wide + 0.04, 0.035, "#6a4432", lift=0.008, rough=0)
    x = b.half + 0.75
    for side in (-1, 1):
        b.glow(side * x, 1.1, 0.6, "#ff5a9a", 0.6)
        b.canvas.drawCircle(side * x, -1.1, 0.2, stroke("#ff9ac4", 0.03))


def _bar(b: Brush) -> None:
    f.counter(b, 0.0, FLOOR - 0.06, PERIOD, 0.5, "#5f3828", "#a9703f")
    b.lit(0.0, FLOOR + 0.5, 1.2 * b.half, "#ffb45a", 0.5, high=0.14)
    for x, colour in ((-0.42 * b.half, "#f0c04c"), (0.1, "#d9604f"), (0.52 * b.half, "#8fd0e0")):
        b.shape([(x - 0.07, FLOOR + 0.7), (x + 0.07, FLOOR + 0.7), (x, FLOOR + 0.6)], colour, lift=0.006, rough=0)
        b.box(x, FLOOR + 0.5, 0.014, 0.11, "#e6eef0", lift=0, rough=0)
        b.box(x, FLOOR + 0.5, 0.08, 0.012, "#e6eef0", lift=0.003, rough=0)
    r.floor(b, "#5a3a34")
    for x in b.spread(0.46, 0, 0.23):
        b.rooted(x, 0.06, 0.1)
        b.box(x, 0.05, 0.035, 0.3, "#c9a86a", lift=0.008, rough=0)
        b.disc(x, 0.05, 0.09, "#c9a86a", high=0.02, lift=0.006, rough=0)
        b.disc(x, 0.36, 0.13, "#8f2f3c", high=0.045, lift=0.014, rough=0)
    b.box(0, b.top - 0.12, PERIOD, 0.05, "#3a2430", lift=0.014, rough=0)
    for x in b.spread(0.13, 0):
        b.line([(x, b.top - 0.12), (x, b.top - 0.17)], "#cfd8dc", 0.01)
        rim, stem = b.top - 0.26, b.top - 0.17
        b.shape(
            [(x - 0.035, rim), (x + 0.035, rim), (x + 0.01, stem), (x - 0.01, stem)], "#cfdde2", lift=0.003, rough=0
        )
    for x in b.spread(0.8, 0, 0.4):
        b.glow(x, b.top - 0.42, 0.5, "#ffcf7a", 0.5)
        b.disc(x, b.top - 0.42, 0.05, "#fff0c0", own=True, lift=0.004, rough=0)
        b.line([(x, b.top), (x, b.top - 0.37)], "#2a1820", 0.008)
        r.lightfall(b, x, b.top - 0.42, 0.06, strength=0.16)


def _bar_front(b: Brush) -> None:
    """Our end of the counter: a tumbler, a cocktail, nuts."""
    b.box(0, b.low - 0.1, PERIOD, 0.17, "#4a2a20", lift=0.03, rough=0.003)
    b.box(0, b.low + 0.05, PERIOD, 0.055, "#8a5634", lift=0.006, rough=0.002)
    left, right = -b.half + 0.2, b.half - 0.2
    for x in (left, right):
        b.lit(x, b.low + 0.12, 0.4, "#ffb45a", 0.7, high=0.1)
    b.box(left, b.low + 0.1, 0.15, 0.16, "#e6eef0", lift=0.01, rough=0, round_=0.02)
    b.box(left, b.low + 0.11, 0.13, 0.09, "#d98a3a", lift=0, rough=0, round_=0.02)
    b.box(left + 0.02, b.low + 0.15, 0.05, 0.05, "#f7e6c8", lift=0.002, rough=0.002)
    b.disc(left + 0.24, b.low + 0.11, 0.1, "#6f4a34", high=0.035, lift=0.008, rough=0)
    for dx in (-0.05, -0.01, 0.04):
        b.disc(left + 0.24 + dx, b.low + 0.14, 0.026, "#d9a86a", high=0.018, lift=0.003, rough=0)
    b.shape(
        [(right - 0.11, b.low + 0.32), (right + 0.11, b.low + 0.32), (right, b.low + 0.2)],
        "#f07a9a",
        lift=0.008,
        rough=0,
    )
    b.box(right, b.low + 0.1, 0.016, 0.11, "#e6eef0", lift=0, rough=0)
    b.disc(right, b.low + 0.1, 0.07, "#e6eef0", high=0.014, lift=0.004, rough=0)
    b.disc(right + 0.06, b.low + 0.33, 0.03, "#d9303c", lift=0.004, rough=0)


def _konbini_wall(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, TOP - GROUND, "#f7f6f0", lift=0, rough=0)
    for x in b.spread(0.5, 0):
        b.box(x, FLOOR - 0.02, 0.47, 1.0, "#8d9aa2", lift=0.014, rough=0)
        b.box(x, FLOOR + 0.03, 0.41, 0.92, "#dff4fa", own=True, lift=0, rough=0)
        for row in range(4):
            base = FLOOR + 0.05 + row * 0.225
            for number in range(6):
                colour = ("#5fb08a", "#e9853c", "#d9503f", "#5b9ad8", "#f0d04c", "#7a4a34")[(number + row) % 6]
                at = x - 0.165 + 0.066 * number
                b.box(at, base, 0.045, 0.13, colour, own=True, lift=0.002, rough=0, round_=0.012, flat=True)
                b.box(at, base + 0.045, 0.045, 0.045, "#fdf8ea", own=True, lift=0, rough=0, flat=True)
            b.box(x, base - 0.018, 0.41, 0.018, "#b9c6cc", lift=0, rough=0)
        b.glow(x, FLOOR + 0.6, 0.5, "#d8f6ff", 0.14)
        b.box(x + 0.17, FLOOR + 0.35, 0.018, 0.26, "#6d7a82", lift=0.004, rough=0)
    for low, colour in ((1.36, "#3f9a8a"), (1.42, "#f7f6f0"), (1.45, "#ef8a3c")):
        b.box(0, low, PERIOD, 0.06 if colour != "#f7f6f0" else 0.03, colour, lift=0.004, rough=0)
    b.box(0, b.top - 0.12, PERIOD, 2.4, "#e6e6e0", lift=0.02, rough=0)
    for x in b.spread(0.7, 0):
        b.glow(x, b.top - 0.11, 0.8, "#ffffff", 0.3)
        b.box(x, b.top - 0.12, 0.5, 0.04, "#ffffff", own=True, lift=0.004, rough=0)


def _konbini(b: Brush) -> None:
    r.floor(b, "#d9dcd8", pattern="tiles")
    for x in (-b.half - 0.02, b.half + 1.3, -b.half - 1.4):
        f.shelf(b, x, 0.06, 0.6, 0.72, rows=3, goods="goods", wood="#cfd6d8")
    till = b.half - 0.16
    b.rooted(till, 0.02, 0.4)
    f.counter(b, till, 0.02, 0.74, 0.42, "#f4f1e8", "#ef8a3c")
    b.box(till - 0.2, 0.5, 0.24, 0.26, "#e6eef0", lift=0.012, rough=0, round_=0.02)
    b.glow(till - 0.2, 0.62, 0.3, "#ffb45a", 0.5)
    for number in range(3):
        b.disc(till - 0.26 + 0.065 * number, 0.57, 0.034, "#c98a48", lift=0.003, rough=0)
        b.disc(till - 0.25 + 0.055 * number, 0.68, 0.03, "#e9d3a8", lift=0.003, rough=0)
    b.box(till + 0.14, 0.5, 0.18, 0.14, "#4a565e", lift=0.01, rough=0)
    b.box(till + 0.14, 0.53, 0.14, 0.08, "#8ad8e8", own=True, lift=0, rough=0)


def _konbini_front(b: Brush) -> None:
    """A low rack of rice balls, bread and magazines."""
    b.box(0, b.low - 0.12, PERIOD, 0.2, "#cfd6d8", lift=0.03, rough=0.002)
    b.box(0, b.low + 0.05, PERIOD, 0.03, "#3f9a8a", lift=0.004, rough=0)
    for number, x in enumerate(b.spread(0.2, 0.04)):
        match number % 3:
            case 0:
                b.shape([(x - 0.075, b.low + 0.08), (x + 0.075, b.low + 0.08), (x, b.low + 0.2)], "#fbf8f0", lift=0.01,
                        rough=0.002)  # fmt: skip
                b.box(x, b.low + 0.08, 0.06, 0.07, "#2f3a34", lift=0, rough=0)
            case 1:
                b.disc(x, b.low + 0.12, 0.08, "#d9a05c", high=0.05, lift=0.01, rough=0.002)
                b.line([(x - 0.04, b.low + 0.14), (x + 0.03, b.low + 0.15)], "#f4d8a0", 0.012)
            case _:
                b.box(
                    x, b.low + 0.08, 0.13, 0.15, ("#e2607a", "#5b9ad8", "#f0c04c")[number % 5 % 3], lift=0.01, rough=0
                )
                b.box(x, b.low + 0.17, 0.1, 0.03, "#fdf8ea", lift=0, rough=0)


COUNTERS: Mapping[Place, Scenery] = {
    "cafe": r.enclosed(_cafe_wall, _cafe, _cafe_front),
    "bar": r.enclosed(_bar_wall, _bar, _bar_front),
    "convenience_store": r.enclosed(_konbini_wall, _konbini, _konbini_front),
}
