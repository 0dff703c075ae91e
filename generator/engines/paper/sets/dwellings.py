"""Rooms to sleep and to sit in: a bedroom under a string of lights, a room of mats and paper screens."""

from collections.abc import Mapping
from itertools import pairwise

import skia

from generator.engines.paper.colours import darker, lighter, mixed
from generator.engines.paper.sets import furniture as f
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets.brush import GROUND, PERIOD, Brush, Scenery
from generator.engines.paper.sets.rooms import FLOOR
from generator.vocabulary import Place


def _bedroom_wall(b: Brush) -> None:
    r.wall(b, b.pick("#b9c4dc", "#d4e0c4", "#ecd0d4", "#e6d8b4"), pattern=b.pick("dots", "stripes"), skirting="#f4ead8")
    r.window(b, 0.22 * b.half, min(0.8, b.top - 0.86), 0.56, 0.66, curtain=b.pick("#7f8fc0", "#7fa06f", "#c97f8f"))
    f.picture(b, -0.5 * b.half, 0.98, 0.3, 0.24, frame="#e9b44c")
    f.shelf(b, b.half + 0.5, 0.8, 0.9, 0.36, rows=1)
    f.shelf(b, -b.half - 0.7, FLOOR, 0.7, 1.1, rows=3)
    span = 0.7
    for x in b.spread(0.1, 0):
        u = ((x + span / 2) / span) % 1
        y = b.top - 0.12 - 0.5 * u * (1 - u)
        if b.light.lamps:
            b.glow(x, y, 0.09, "#ffe6a0", 0.8)
            b.glimmer("star", x, y, 0.06, "#fff0c0")
        b.disc(x, y, 0.014, "#fff0c0", own=True, lift=0.002, rough=0, flat=True)


def _bedroom(b: Brush) -> None:
    r.floor(b, "#c99a6c")
    f.rug(b, 0.3 * b.half, -0.14, 0.6, "#e9a8b8", "#fbeee0")
    bed = -b.half + 0.46
    b.rooted(bed, 0.08, 0.6)
    f.bed(b, bed, 0.08, b.pick("#7f9fd0", "#8fb07f", "#d98f9a", "#d9a84f"))
    for dx, dy in ((-0.1, 0.24), (0.2, 0.28), (0.45, 0.22)):
        b.disc(bed + dx, 0.08 + dy, 0.028, "#f7e6a0", lift=0, rough=0, flat=True)
    side = b.half - 0.16
    f.table(b, side, 0.06, 0.34, 0.3, "#b98a58")
    if b.light.lamps:
        b.lit(side, 0.5, 0.7, "#ffc46a", 0.8, high=0.6)
    b.box(side, 0.41, 0.03, 0.1, "#8a6243", lift=0.004, rough=0)
    b.shape([(side - 0.12, 0.5), (side + 0.12, 0.5), (side + 0.07, 0.66), (side - 0.07, 0.66)],
            "#ffe6b0" if b.light.lamps else "#f4e3c4", own=b.light.lamps, lift=0.01, rough=0)  # fmt: skip
    f.plant(b, b.half + 0.3, 0.1, 0.6)
    r.sunlight(b, 0.2 * b.half, 0.5)


def _bedroom_front(b: Brush) -> None:
    """Toys along the edge: blocks, a ball, a teddy bear seen from behind."""
    left, right = -b.half + 0.14, b.half - 0.18
    for x, y, colour in ((left, 0.0, "#e2604a"), (left + 0.17, 0.0, "#5b9aa8"), (left + 0.08, 0.14, "#e9b44c")):
        b.box(x, b.low + y, 0.15, 0.14, colour, lift=0.016, rough=0.002)
        b.box(x, b.low + y + 0.04, 0.07, 0.06, lighter(colour, 0.5), lift=0, rough=0)
    fur = "#b98550"
    for dx, dy, size in ((-0.09, 0.29, 0.045), (0.09, 0.29, 0.045), (0.0, 0.04, 0.15), (0.0, 0.21, 0.115)):
        b.disc(right + dx, b.low + dy, size, fur if size > 0.05 else darker(fur, 0.1), lift=0.014, rough=0.004)


def _screens(b: Brush) -> None:
    """A garden, and the paper screens before it, one of them open."""
    opening = 0.42
    b.box(0, GROUND, PERIOD, 6, "#d8c7a0", lift=0, rough=0)
    b.box(0, FLOOR, 2 * opening, 1.26, b.light.sky[2], own=True, lift=0, rough=0)
    b.canvas.save()
    b.canvas.clipRect(skia.Rect.MakeXYWH(-opening, -FLOOR - 1.26, 2 * opening, 1.26))
    b.box(0, FLOOR + 0.7, 1.2, 0.8, b.light.sky[1], own=True, lift=0, rough=0)
    b.indoors = False
    w.grove(b, FLOOR + 0.34, 0.14, "#6a9a5c", haze=0.3, step=0.2)
    w.tree(b, 0.2, FLOOR + 0.1, 0.8, kind="maple")
    n.ground(b, "#9fae74", horizon=FLOOR + 0.24, bands=1)
    b.disc(-0.1, FLOOR + 0.12, 0.26, "#8fc4d0", high=0.06, lift=0.006)
    n.rock(b, -0.3, FLOOR + 0.06, 0.1)
    b.indoors = True
    b.canvas.restore()
    paper = "#ffe3ae" if b.light.lamps else mixed("#fdf6e4", b.light.sky[2], 0.25)
    for number in range(6):
        for side in (-1, 1):
            x = side * (opening + 0.36 + 0.72 * number)
            b.box(x, FLOOR, 0.72, 1.26, "#8a5f3c", lift=0.02, rough=0.001)
            b.box(x, FLOOR + 0.22, 0.64, 1.0, paper, own=True, lift=0, rough=0)
            b.box(x, FLOOR + 0.03, 0.64, 0.17, "#d9b98a", lift=0, rough=0)
            for part in (-0.16, 0.0, 0.16):
                b.box(x + part, FLOOR + 0.22, 0.014, 1.0, "#8a5f3c", lift=0, rough=0, flat=True)
            for part in (0.42, 0.62, 0.82, 1.02):
                b.box(x, FLOOR + part, 0.64, 0.014, "#8a5f3c", lift=0, rough=0, flat=True)
    b.box(0, FLOOR + 1.26, PERIOD, 0.08, "#7a5034", lift=0.016, rough=0.001)
    b.box(0, FLOOR + 1.34, PERIOD, 2.0, "#e4d3ac", lift=0.006, rough=0)
    for x in b.spread(1.44, 0, 0.0):
        b.box(x, FLOOR + 1.42, 0.9, 0.14, "#c9a870", lift=0.008, rough=0.001)


def _tatami(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, FLOOR - GROUND, "#b9bd7c", lift=0.016, rough=0)
    rows = (0.0, 0.2, 0.5, 0.95, 1.6)
    for row, (drop, lower) in enumerate(pairwise(rows)):
        for number in range(-6, 7):
            shift = 0.5 * (row % 2)
            corners = [((number + shift + part) * 0.7 * (1 + 0.5 * d), FLOOR - d)
                       for d, part in ((drop, 0), (drop, 1), (lower, 1), (lower, 0))]  # fmt: skip
            b.shape(corners, ("#c9cc8e", "#bfc384")[(row + number) % 2], lift=0.003, rough=0)
            b.line([corners[0], corners[3]], "#4a6a52", 0.02)
        b.line([(-PERIOD / 2, FLOOR - lower), (PERIOD / 2, FLOOR - lower)], "#4a6a52", 0.018)
    if b.light.lamps:
        b.lit(0.0, 0.0, 1.0, "#ffc46a", 0.6, high=0.3)
    scroll = b.half - 0.14
    b.box(scroll, 0.72, 0.22, 0.62, "#c9a870", lift=0.016, rough=0.001)
    b.box(scroll, 0.79, 0.17, 0.48, "#fbf6ea", lift=0, rough=0)
    b.disc(scroll, 1.12, 0.05, "#d9503f", lift=0, rough=0.003)
    b.line([(scroll - 0.05, 0.84), (scroll, 0.98), (scroll + 0.05, 0.86)], "#3a3436", 0.016)
    left = -b.half + 0.14
    b.rooted(left, 0.08, 0.14)
    b.box(left, 0.06, 0.26, 0.06, "#7a5034", lift=0.01, rough=0)
    b.box(left, 0.12, 0.12, 0.2, "#4f7fa8", lift=0.012, rough=0.002, round_=0.04)
    for lean, high in ((-0.1, 0.36), (0.02, 0.5), (0.12, 0.34)):
        b.line([(left, 0.32), (left + lean, 0.32 + high)], "#6a4a34", 0.014)
        for part in (0.5, 0.8, 1.0):
            b.disc(left + lean * part, 0.32 + high * part, 0.03, "#f4b9c9", lift=0.003, rough=0, flat=True)
    r.lampshade(b, 0.0, b.top - 0.2, "#f7ead0", size=1.1)


def _low_table(b: Brush) -> None:
    """The edge of a low table with tea and tangerines."""
    b.box(0, b.low - 0.12, PERIOD, 0.19, "#5f3828", lift=0.03, rough=0.003)
    b.box(0, b.low + 0.05, PERIOD, 0.06, "#8f5f42", lift=0.006, rough=0.002)
    left, right = -b.half + 0.22, b.half - 0.2
    for dx, dy in ((-0.08, 0.13), (0.08, 0.13), (0.0, 0.22)):
        b.disc(left + dx, b.low + dy, 0.075, "#ef943a", high=0.066, lift=0.01, rough=0.002)
        b.disc(left + dx, b.low + dy + 0.06, 0.014, "#5f8f45", lift=0, rough=0)
    b.disc(left, b.low + 0.1, 0.2, "#a9743f", high=0.04, lift=0.008, rough=0.001)
    b.shape([(right - 0.07, b.low + 0.23), (right + 0.07, b.low + 0.23), (right + 0.05, b.low + 0.11),
             (right - 0.05, b.low + 0.11)], "#6f8fa0", lift=0.012, rough=0.001)  # fmt: skip
    f.steam(b, right, b.low + 0.26, 0.2)


DWELLINGS: Mapping[Place, Scenery] = {
    "bedroom": r.enclosed(_bedroom_wall, _bedroom, _bedroom_front),
    "tatami_room": r.enclosed(_screens, _tatami, _low_table),
}
