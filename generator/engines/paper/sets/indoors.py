"""Places under a roof, from the pieces of rooms."""

from collections.abc import Mapping

import skia

from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets import town as t
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, Layer, Scenery
from generator.engines.paper.sets.rooms import FLOOR
from generator.vocabulary import Place


def _room(b: Brush) -> None:
    r.wall(b, "#f0d9b5", pattern="stripes")
    r.window(b, 0.0, 0.86, 0.62, 0.6, curtain="#d9806a")
    r.shelf(b, -1.25, FLOOR, 0.6, 1.15)
    r.picture(b, 1.05, 0.98, 0.4, 0.46)
    r.shelf(b, 2.2, FLOOR, 0.7, 0.7, rows=2)
    r.window(b, 4.0, 0.86, 0.62, 0.6, curtain="#d9806a")
    r.floor(b, "#c48d58")
    b.disc(0.0, -0.12, 0.95, "#c4604f", high=0.2, lift=0.008)
    b.disc(0.0, -0.12, 0.8, "#f0d9b0", high=0.16, lift=0.0, flat=True)
    b.disc(0.0, -0.12, 0.68, "#c4604f", high=0.13, lift=0.0, flat=True)
    r.lampshade(b, -0.62, 1.62)


def _kitchen(b: Brush) -> None:
    r.wall(b, "#f3e9d4", pattern="tiles")
    r.window(b, 0.0, 0.98, 0.6, 0.5, bars=2)
    for x in (-0.75, 0.8, 2.4, -2.4):
        b.box(x, 1.15, 0.72, 0.4, "#7fa69a", lift=0.03)
        b.box(x - 0.18, 1.18, 0.32, 0.34, "#8fb5a8", lift=0.004)
        b.box(x + 0.18, 1.18, 0.32, 0.34, "#8fb5a8", lift=0.004)
    b.box(1.75, FLOOR, 0.62, 1.35, "#e9eef0", lift=0.03, round_=0.04)
    b.line([(1.46, FLOOR + 0.85), (2.04, FLOOR + 0.85)], "#b6c0c4", 0.012)
    r.counter(b, -0.1, FLOOR - 0.02, 2.9, 0.5, "#7fa69a", "#f2dcb8")
    b.box(-0.7, FLOOR + 0.54, 0.26, 0.16, "#c4604f", round_=0.03)
    b.line([(-0.85, FLOOR + 0.72), (-0.55, FLOOR + 0.72)], "#8a3f34", 0.02)
    for x, colour in ((0.35, "#e9b44c"), (0.47, "#d9604f"), (0.6, "#6fa86a")):
        b.box(x, FLOOR + 0.54, 0.09, 0.15, colour, round_=0.02, lift=0.008)
    b.line([(-1.6, 1.02), (1.2, 1.02)], "#8a6243", 0.014)
    for x, size in ((-1.25, 0.09), (-1.02, 0.07), (1.12, 0.08)):
        b.line([(x, 1.02), (x, 0.93)], "#8a8f96", 0.016)
        b.disc(x, 0.9 - size, size, "#8a8f96", lift=0.012)
    r.floor(b, "#d8b890", pattern="tiles")
    r.lampshade(b, 0.0, 1.72, "#d9604f")


def _classroom(b: Brush) -> None:
    r.wall(b, "#efe4c8", skirting="#b98a58")
    r.board(b, 0.0, 0.72, 1.75, 0.82)
    r.clock(b, 0.0, 1.72, 0.11)
    r.window(b, -1.65, 0.7, 0.75, 0.85, bars=2, view="trees")
    r.window(b, 1.75, 0.7, 0.75, 0.85, bars=2, view="trees")
    r.shelf(b, 3.1, FLOOR, 0.9, 0.6, rows=2)
    r.floor(b, "#c99a63")
    for x in (-0.62, 0.62, -1.9, 1.9):
        r.table(b, x, 0.08, 0.5, 0.26)


def _office(b: Brush) -> None:
    r.wall(b, "#dfe4e6")
    for x in (-1.05, 0.0, 1.05, 2.5, -2.5):
        r.window(b, x, 0.68, 0.8, 0.85, bars=1, view="city", frame="#f7f7f4")
    r.floor(b, "#9aa3ad", pattern="plain")
    for x in (-0.85, 0.85, 2.7, -2.7):
        r.table(b, x, FLOOR - 0.12, 0.85, 0.3, "#d8c3a0")
        b.box(x, FLOOR + 0.24, 0.36, 0.25, "#3f4a56", round_=0.02)
        b.box(x, FLOOR + 0.27, 0.31, 0.19, "#9fd0e0", lift=0, rough=0, round_=0.01)
    b.box(0.0, FLOOR - 0.05, 0.17, 0.16, "#d98a5a")
    n.tree(b, 0.0, FLOOR + 0.08, 0.38, "#5f9a62")
    r.clock(b, 0.0, 1.68, 0.1)


def _studio(b: Brush) -> None:
    r.wall(b, "#2f4f86", skirting=None)
    for x in b.spread(0.75, 0):
        b.shape([(x - 0.1, GROUND), (x + 0.22, GROUND), (x + 0.42, TOP), (x + 0.1, TOP)], "#3d64a4", lift=0.01)
    b.box(0.0, 0.86, 1.2, 0.72, "#f0ead8", lift=0.03, round_=0.03)
    b.box(0.0, 0.9, 1.1, 0.64, "#6fb3d6", lift=0, rough=0, round_=0.02)
    b.disc(-0.2, 1.12, 0.2, "#8fc07a", lift=0, high=0.1)
    b.disc(0.24, 1.3, 0.25, "#8fc07a", lift=0, high=0.12)
    r.floor(b, "#4a4f78", pattern="plain")
    b.disc(0.0, 0.0, 1.15, "#6a70a4", high=0.24, lift=0.016)
    for x in (-0.6, 0.0, 0.6, 2.5, -2.5):
        b.box(x, 1.94, 0.2, 0.17, "#30323e")
        b.disc(x, 1.92, 0.075, "#fff6d8", own=True, high=0.045, lift=0, rough=0)
        b.glow(x, 1.88, 0.5, "#fff0c4", 0.35)
    b.box(0, 2.12, PERIOD, 0.06, "#30323e")


def _studio_front(b: Brush) -> None:
    r.counter(b, 0.0, -1.5, 2.4, 1.02, "#e9e2d2", "#d9604f")


def _shop(b: Brush) -> None:
    r.wall(b, "#f4e3c4")
    t.awning(b, 0.0, 1.62, 5.4, 0.22, "#d65a4a", count=24)
    for x in (-1.0, 0.0, 1.0, 2.4, -2.4):
        r.shelf(b, x, FLOOR, 0.9, 1.1, goods="goods" if x else "jars")
    r.floor(b, "#e0cfae", pattern="tiles")
    for x in (-0.55, 0.55, 2.0, -2.0):
        r.lampshade(b, x, 1.86, "#3f8f8a")


def _restaurant(b: Brush) -> None:
    r.wall(b, "#b5604a", pattern="panels", skirting="#6e3f30")
    r.shelf(b, 0.0, 0.95, 1.7, 0.62, rows=2, goods="jars")
    for x in (-1.35, 1.35, 3.4, -3.4):
        r.window(b, x, 0.8, 0.6, 0.62, frame="#6e3f30", view="city")
    for number, x in enumerate(b.spread(0.34, 0)):
        colour = ("#f4ead2", "#d9402f", "#f4ead2")[number % 3]
        b.shape([(x - 0.15, 2.0), (x + 0.15, 2.0), (x + 0.155, 1.74), (x - 0.155, 1.74)], colour, lift=0.016)
    r.counter(b, 0.0, FLOOR - 0.02, 2.3, 0.46, "#8a4f38", "#d9a866")
    for x in (-0.8, -0.4, 0.4, 0.8):
        b.box(x, FLOOR - 0.14, 0.05, 0.26, "#4a3a34", lift=0.008, rough=0)
        b.disc(x, FLOOR + 0.13, 0.1, "#c4483a", high=0.035, lift=0.012)
    r.floor(b, "#a8744c")
    for x in (-0.55, 0.55, 2.3, -2.3):
        t.lantern(b, x, 1.5, 0.24, lit=True)


def _museum(b: Brush) -> None:
    r.wall(b, "#ded6c8", pattern="plain", skirting="#b9a88c")
    for x, wide, high in (
        (0.0, 0.6, 0.72),
        (-0.95, 0.44, 0.54),
        (0.95, 0.5, 0.6),
        (2.3, 0.7, 0.5),
        (-2.3, 0.6, 0.7),
        (3.6, 0.5, 0.6),
    ):
        r.picture(b, x, 0.8, wide, high)
        b.glow(x, 1.5, 0.5, "#fff2cc", 0.3)
    r.floor(b, "#b98f62")
    for x in b.spread(0.75, 0):
        b.box(x, 0.04, 0.035, 0.32, "#c9a03f", lift=0.008, rough=0)
        b.disc(x, 0.38, 0.032, "#e0bd5c", lift=0.004, rough=0)
        b.line([(x, 0.34), (x + 0.2, 0.24), (x + 0.375, 0.22), (x + 0.55, 0.24), (x + 0.75, 0.34)], "#a4353a", 0.022)


def _porch(b: Brush) -> None:
    r.wall(b, "#e8d3ae", skirting=None)
    for row in range(20):
        b.line([(-4.5, FLOOR + row * 0.14), (4.5, FLOOR + row * 0.14)], "#d2b88c", 0.007)
    b.box(0.0, FLOOR - 0.02, 0.72, 1.35, "#f6efe0")
    b.box(0.0, FLOOR - 0.02, 0.58, 1.26, "#8f4f3a", lift=0.01)
    for y in (0.12, 0.68):
        for x in (-0.13, 0.13):
            b.box(x, FLOOR + y, 0.18, 0.42, "#a4604a", lift=0.006, rough=0.001)
    b.disc(0.21, FLOOR + 0.6, 0.03, "#e0bd5c", lift=0.008, rough=0)
    for x in (-1.05, 1.1, 3.0, -3.0):
        r.window(b, x, 0.8, 0.55, 0.6, curtain="#7fa69a")
    for x in (-0.58, 0.58):
        b.box(x, FLOOR + 0.98, 0.1, 0.16, "#ffe6a0" if b.light.lamps else "#f0e9d8", own=True)
        if b.light.lamps:
            b.glow(x, FLOOR + 1.06, 0.6, "#ffc86a", 0.6)
        b.box(x * 1.15, FLOOR - 0.06, 0.22, 0.18, "#c4704a")
        n.tree(b, x * 1.15, FLOOR + 0.1, 0.45, "#6ba45a")
    r.floor(b, "#b08a60")
    b.disc(0.0, 0.1, 0.46, "#8fa05a", high=0.07, lift=0.01)


def _porch_roof(b: Brush) -> None:
    t.awning(b, 0.0, 1.86, 9.0, 0.7, "#a4553f", count=26)


def _hospital(b: Brush) -> None:
    r.wall(b, "#e6f0ec", skirting="#bcd4cc")
    b.box(0, FLOOR + 0.42, PERIOD, 0.06, "#8fc4b4", lift=0.004, rough=0.001)
    r.window(b, 0.1, 0.8, 0.75, 0.65, frame="#ffffff", curtain="#c8e0da")
    b.box(-1.1, 1.02, 0.34, 0.34, "#ffffff", round_=0.03)
    b.box(-1.1, 1.09, 0.08, 0.2, "#d9503f", lift=0, rough=0)
    b.box(-1.1, 1.15, 0.2, 0.08, "#d9503f", lift=0, rough=0)
    r.floor(b, "#c9d8d4", pattern="tiles")
    r.bed(b, 1.05, 0.1, "#9fc8c0")
    b.line([(-0.72, 0.12), (-0.72, 1.2)], "#9aa6ad", 0.02)
    b.box(-0.72, 0.98, 0.13, 0.2, "#dff0f4", round_=0.03)
    b.line([(-0.84, 1.2), (-0.6, 1.2)], "#9aa6ad", 0.02)


def _bathhouse(b: Brush) -> None:
    r.wall(b, "#bfe0e4", pattern="tiles", skirting=None)
    b.box(0.0, 0.8, 2.2, 0.95, "#f4efe2", lift=0.02)
    b.canvas.save()
    b.canvas.clipRect(skia.Rect.MakeLTRB(-1.05, -1.7, 1.05, -0.85))
    b.box(0.0, 0.85, 2.1, 0.85, "#8fd0e6", lift=0, rough=0)
    b.shape([(-0.8, 0.85), (-0.12, 1.5), (0.12, 1.5), (0.8, 0.85)], "#4f7fb8", lift=0.01)
    b.shape(
        [(-0.3, 1.33), (-0.12, 1.5), (0.12, 1.5), (0.3, 1.33), (0.16, 1.38), (0.05, 1.28), (-0.1, 1.37)],
        "#ffffff",
        lift=0.004,
    )
    for x in (-0.85, 0.8):
        n.tree(b, x, 0.8, 0.4, "#4f8f5c", kind="pine")
    b.box(0.0, 0.8, 2.1, 0.14, "#2f8fb4", lift=0, rough=0)
    b.canvas.restore()
    r.floor(b, "#8fb4b8", pattern="tiles")
    b.box(0.0, 0.1, 3.4, 0.32, "#7a9aa4", lift=0.03, round_=0.04)
    b.box(0.0, 0.34, 3.3, 0.09, "#9fe0e4", lift=0.0, round_=0.03)
    for x in (-0.5, 0.35, 0.9):
        b.disc(x, 0.62, 0.14, "#ffffff", own=False, high=0.06, lift=0.008)
        b.disc(x + 0.12, 0.78, 0.1, "#ffffff", own=False, high=0.045, lift=0.008)
    for x in (-0.62, 0.6):
        b.box(x, -0.08, 0.24, 0.14, "#f0c04c", lift=0.016, round_=0.02)


def _train(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, 6, "#e9e4d6", lift=0, rough=0, flat=True)
    for x in (-1.5, 0.0, 1.5, 3.0, -3.0, 4.5):
        r.window(b, x, 0.76, 1.12, 0.62, bars=1, view="city", frame="#b9c4c8")
    for x in (-0.75, 0.75, 2.25, -2.25, 3.75, -3.75):
        b.box(x, GROUND, 0.05, 3.6, "#c3ccd0", lift=0.02, rough=0)
    b.box(0, 1.66, PERIOD, 0.05, "#aab4ba", lift=0.016, rough=0)
    for x in b.spread(0.3, 0):
        b.line([(x, 1.64), (x, 1.5)], "#7a6a5a", 0.02)
        b.disc(x, 1.45, 0.055, "#f4f1e6", lift=0.008, rough=0)
        b.disc(x, 1.45, 0.035, "#d8d3c6", lift=0, rough=0, flat=True)
    b.box(0, FLOOR, PERIOD, 0.26, "#3f6fa4", lift=0.03, rough=0.002, round_=0.04)
    b.box(0, FLOOR + 0.24, PERIOD, 0.24, "#4a80b8", lift=0.02, rough=0.002, round_=0.05)
    r.floor(b, "#a7a39c", pattern="plain", y=FLOOR - 0.02)
    for number, x in enumerate(b.spread(0.75, 0)):
        b.box(x, 1.78, 0.5, 0.3, ("#f2b8a8", "#f7e0a0", "#b8d8c8")[number % 3], lift=0.012, rough=0.001)


def _station_far(b: Brush) -> None:
    n.sky(b, orb_x=-0.1)
    n.clouds(b, 3, 1.3, 1.8)
    if b.light.lamps:
        t.skyglow(b, "#ff9a6a" if not b.light.stars else "#7a8ae0", HORIZON)
    t.blocks(b, 0.95, haze=0.5, step=0.5)


def _station_train(b: Brush) -> None:
    y = HORIZON - 0.06
    for x in b.spread(3.0, 0):
        b.box(x, y, 2.86, 0.86, "#eceae2", lift=0.03, rough=0.002, round_=0.07)
        b.box(x, y + 0.16, 2.86, 0.12, "#3f8f6a", lift=0, rough=0.001)
        for i in range(5):
            if i in (1, 3):
                b.box(x - 1.1 + i * 0.55, y + 0.04, 0.34, 0.7, "#d8d6cc", lift=0.004, rough=0.001)
            b.pane(x - 1.1 + i * 0.55, y + 0.42, 0.3, 0.28, round_=0.03)


def _station(b: Brush) -> None:
    for x in (-0.98, 1.25, 3.5, -3.2):
        b.box(x, 0.1, 0.1, 2.2, "#7d8a92", lift=0.02, rough=0.001)
    b.shape([(-4.6, 1.98), (4.6, 1.98), (4.6, 1.72), (-4.6, 1.72)], "#6a7a84", lift=0.04)
    b.box(0, 1.68, PERIOD, 0.06, "#98a6ae", lift=0.01, rough=0.001)
    for x, label in ((0.12, True), (2.6, False), (-2.3, False)):
        b.line([(x - 0.3, 1.7), (x - 0.3, 1.54)], "#55606a", 0.014)
        b.line([(x + 0.3, 1.7), (x + 0.3, 1.54)], "#55606a", 0.014)
        b.box(x, 1.3, 0.86, 0.26, "#f7f4ea", lift=0.02, rough=0.001)
        b.box(x, 1.34, 0.86, 0.05, "#3f8f6a", lift=0, rough=0)
        b.box(x, 1.43, 0.3, 0.07, "#4a4a52", lift=0, rough=0)
        if label:
            b.box(x - 0.28, 1.345, 0.1, 0.04, "#d9604f", lift=0, rough=0)
    r.clock(b, -0.52, 1.42, 0.12)
    b.box(0, GROUND, PERIOD, HORIZON - 0.14 - GROUND, "#bdb6ab", lift=0.03, rough=0.002, flat=True)
    b.box(0, HORIZON - 0.23, PERIOD, 0.075, "#e8bf4a", lift=0.004, rough=0.002)
    for x in b.spread(0.09, 0):
        b.disc(x, HORIZON - 0.192, 0.018, "#d0a53a", lift=0, rough=0, flat=True, high=0.01)
    for row, drop in enumerate((0.34, 0.58, 0.95)):
        b.line([(-4.5, HORIZON - drop), (4.5, HORIZON - drop)], "#a8a196", 0.006 + 0.003 * row)
    for x in b.spread(0.7, 0):
        b.line([(x, HORIZON - 0.24), (x * 1.3, GROUND)], "#a8a196", 0.007)
    b.box(-1.6, 0.04, 0.75, 0.06, "#4a80b8")
    b.box(-1.6, 0.14, 0.75, 0.17, "#5a90c8")
    if b.light.lamps:
        for x in (-0.4, 0.6, 2.0, -2.0):
            b.box(x, 1.66, 0.4, 0.03, "#fff6d8", own=True, lift=0, rough=0)
            b.glow(x, 1.62, 0.8, "#fff0c4", 0.35)


def _stage_back(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, 6, "#6a2a48", lift=0, rough=0, flat=True)
    for number, x in enumerate(b.spread(0.22, 0)):
        b.box(x, GROUND, 0.12, 6, "#7a3352" if number % 2 else "#5f2440", lift=0.012, rough=0.0)
    n_stars = (
        (-0.5, 1.3, 0.06),
        (0.42, 1.5, 0.08),
        (0.0, 1.72, 0.05),
        (-0.2, 1.05, 0.04),
        (0.58, 1.08, 0.05),
        (-1.2, 1.5, 0.07),
        (1.3, 1.3, 0.06),
    )
    for x, y, size in n_stars:
        b.canvas.drawLine(x, -y, x, -TOP, n_string())
        n.star(b, x, y, size * 1.5, "#ffe08a")


def n_string() -> skia.Paint:
    """The thread on which paper stars hang."""
    return skia.Paint(
        AntiAlias=True, Color=skia.Color(255, 230, 190, 90), Style=skia.Paint.kStroke_Style, StrokeWidth=0.006
    )


def _stage_floor(b: Brush) -> None:
    r.floor(b, "#b5784a", y=HORIZON)
    b.box(0, -1.3, PERIOD, 0.78, "#7d3f30", lift=0.03, rough=0.002)
    b.box(0, -0.56, PERIOD, 0.06, "#e0b45c", lift=0.012, rough=0.001)
    for x in b.spread(0.36, 0):
        b.disc(x, -0.5, 0.075, "#f7dfa0", own=True, high=0.06, lift=0.014, rough=0)
        b.glow(x, -0.42, 0.42, "#ffdf9a", 0.4)


def _drapes(b: Brush) -> None:
    r.curtains(b)


def _cave(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, 6, "#4a4258", lift=0, rough=0, flat=True)
    for haze, low in ((0.0, 1.7), (0.12, 1.95)):
        for x in b.spread(0.4, 0.4):
            long = b.dice.uniform(0.25, 0.8)
            b.shape(
                [
                    (x - 0.18, 3.4),
                    (x - 0.14, low + 0.25),
                    (x, low + 0.35 - long),
                    (x + 0.14, low + 0.25),
                    (x + 0.18, 3.4),
                ],
                "#5f5570" if haze else "#554b66",
                lift=0.04,
            )
    for x, colour in ((-0.62, "#7fe0e0"), (0.55, "#b58ae8"), (2.2, "#7fe0a0"), (-2.4, "#f0a0c0")):
        for dx, high in ((-0.1, 0.24), (0.0, 0.42), (0.1, 0.28)):
            b.shape(
                [
                    (x + dx - 0.05, HORIZON - 0.1),
                    (x + dx * 1.5 - 0.035, HORIZON + high),
                    (x + dx * 1.7, HORIZON + high + 0.09),
                    (x + dx * 1.5 + 0.035, HORIZON + high),
                    (x + dx + 0.05, HORIZON - 0.1),
                ],
                colour,
                own=True,
                lift=0.015,
                rough=0.001,
            )
        b.glow(x, HORIZON + 0.2, 0.8, colour, 0.45)
    b.cut(n.band(HORIZON - 0.06, 2, 0.06, 8), "#6e6480", lift=0.03)
    b.cut(n.band(-0.1, 2, 0.05, 6), "#7d738e", lift=0.03)


def _cave_front(b: Brush) -> None:
    for x in b.spread(0.5, 0.3):
        b.shape(
            [(x - 0.28, GROUND), (x - 0.1, -0.8 + b.dice.uniform(0, 0.2)), (x + 0.25, GROUND)], "#2f2940", lift=0.05
        )
    for x in b.spread(0.6, 0.3):
        b.shape([(x - 0.3, 4), (x - 0.08, 1.95 - b.dice.uniform(0, 0.25)), (x + 0.3, 4)], "#2f2940", lift=0.05)


INDOORS: Mapping[Place, Scenery] = {
    "room": Scenery((Layer(1.0, _room),), indoors=True),
    "kitchen": Scenery((Layer(1.0, _kitchen),), indoors=True),
    "classroom": Scenery((Layer(1.0, _classroom),), indoors=True),
    "office": Scenery((Layer(1.0, _office),), indoors=True),
    "studio": Scenery((Layer(1.0, _studio),), (Layer(1.15, _studio_front),), indoors=True),
    "shop": Scenery((Layer(1.0, _shop),), indoors=True),
    "restaurant": Scenery((Layer(1.0, _restaurant),), indoors=True),
    "museum": Scenery((Layer(1.0, _museum),), indoors=True),
    "porch": Scenery((Layer(1.0, _porch),), (Layer(1.1, _porch_roof),)),
    "hospital": Scenery((Layer(1.0, _hospital),), indoors=True),
    "bathhouse": Scenery((Layer(1.0, _bathhouse),), indoors=True),
    "train": Scenery((Layer(1.0, _train),), indoors=True),
    "station": Scenery((Layer(0.1, _station_far), Layer(0.7, _station_train), Layer(1.0, _station))),
    "stage": Scenery((Layer(0.6, _stage_back), Layer(1.0, _stage_floor)), (Layer(1.15, _drapes),), indoors=True),
    "cave": Scenery((Layer(1.0, _cave),), (Layer(1.35, _cave_front),), indoors=True),
}  # fmt: skip
