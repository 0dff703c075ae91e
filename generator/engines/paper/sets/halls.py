"""Halls where people come together: theatre, museum, station, bath house; and the cave."""

from collections.abc import Mapping

import skia

from generator.engines.paper.colours import lighter, mixed
from generator.engines.paper.sets import furniture as f
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import rooms as r
from generator.engines.paper.sets import sky as s
from generator.engines.paper.sets import town as t
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, Layer, Scenery, smooth, stroke
from generator.vocabulary import Place

_SPACIOUS = 1.0  # half the width of the frame from which there is room for more
_HALF = PERIOD / 2


def _stage_back(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, 6, "#2b2f6e", own=True, lift=0, rough=0)
    b.glow(0.0, 0.9, 1.5, "#5a62b8", 0.6)
    places = ((-0.5, 1.34, 0.06), (0.36, 1.5, 0.08), (-0.12, 1.62, 0.045), (-0.26, 1.14, 0.035), (0.52, 1.16, 0.045))
    for x, y, size in (*places, (-1.2, 1.3, 0.07), (1.2, 1.2, 0.06), (-0.85, 1.05, 0.04), (0.9, 1.36, 0.05)):
        y = min(y, b.top - 0.34)
        b.canvas.drawLine(x, -y, x, -TOP, stroke("#e8d8b0", 0.005, 0.45))
        s.star(b, x, y, size * 1.5, "#ffe08a")
    for y, colour, wave in ((0.74, "#39418a", 0.16), (0.54, "#4a5aa4", 0.12), (0.38, "#6478ba", 0.1)):
        b.cut(n.band(y, 2.4, wave, 15, 0.3 * y), colour, own=True, lift=0.04)


def _stage_floor(b: Brush) -> None:
    r.floor(b, "#b5784a", y=HORIZON)
    b.box(0, b.low - 0.75, PERIOD, 0.86, "#7d3f30", lift=0.03, rough=0.002)
    b.box(0, b.low + 0.07, PERIOD, 0.06, "#e0b45c", lift=0.012, rough=0.001)
    for x in b.spread(0.3, 0):
        b.glow(x, b.low + 0.23, 0.42, "#ffdf9a", 0.4)
        shell = skia.Path()
        shell.addArc(skia.Rect.MakeLTRB(x - 0.09, -b.low - 0.22, x + 0.09, -b.low - 0.04), 180, 180)
        shell.close()
        b.cut(shell, "#f2cf86", own=True, lift=0.014, rough=0)


def _drapes(b: Brush) -> None:
    r.curtains(b, b.pick("#b8322f", "#b8322f", "#6a2f7a", "#1f5f6a"))


def _museum(b: Brush) -> None:
    r.wall(b, "#d9d2c6", skirting="#b9a88c")
    r.dado(b, "#a8978a", 0.34)
    f.picture(b, 0.0, 0.82, min(0.8, 0.9 * b.half), 0.62)
    f.spotlight(b, 0.0, b.top - 0.16, 0.8, 1.0)
    for number in range(5):
        for side in (-1, 1):
            x = side * (0.86 + 0.78 * number)
            f.picture(b, x, 0.86, 0.46, 0.5 + 0.1 * (number % 2), frame="#8a6243" if number % 2 else "#c79a3f")
            f.spotlight(b, x, b.top - 0.16, 0.84, 0.7)
    b.box(0, b.top - 0.1, PERIOD, 0.03, "#4a444c", lift=0.01, rough=0)
    r.floor(b, "#b98f62")
    plinth = b.half - 0.14
    b.box(plinth, 0.06, 0.26, 0.4, "#efe9dc", lift=0.02, rough=0.001)
    b.box(plinth, 0.45, 0.32, 0.05, "#f7f2e6", lift=0.012, rough=0)
    vase = [
        (plinth - 0.06, 0.5),
        (plinth - 0.12, 0.64),
        (plinth - 0.05, 0.78),
        (plinth + 0.05, 0.78),
        (plinth + 0.12, 0.64),
        (plinth + 0.06, 0.5),
    ]
    b.shape(vase, "#4f7fa8", lift=0.014)
    b.box(plinth, 0.61, 0.2, 0.04, "#f4efe2", lift=0, rough=0)
    for x in b.spread(0.6, 0, 0.3):
        b.line([(x, 0.3), (x + 0.15, 0.21), (x + 0.3, 0.18), (x + 0.45, 0.21), (x + 0.6, 0.3)], "#a4353a", 0.024)
    for x in b.spread(0.6, 0, 0.3):
        b.disc(x, 0.02, 0.075, "#c9a03f", high=0.02, lift=0.006, rough=0)
        b.box(x, 0.02, 0.03, 0.3, "#d9b050", lift=0.008, rough=0)
        b.disc(x, 0.34, 0.03, "#ecc968", lift=0.004, rough=0)


def _bathhouse(b: Brush) -> None:
    r.wall(b, "#c4e2e6", pattern="tiles", skirting=None)
    wide = min(2.6, 1.8 * b.half)
    b.box(0.0, 0.74, wide + 0.08, b.top - 0.84, "#f4efe2", lift=0.02)
    b.canvas.save()
    b.canvas.clipRect(skia.Rect.MakeLTRB(-wide / 2, -b.top + 0.14, wide / 2, -0.78))
    b.box(0.0, 0.7, wide, 2.4, "#9fd6ea", lift=0, rough=0)
    for dx, y in ((-0.36, 1.3), (0.4, 1.38), (-0.9, 1.24), (0.95, 1.2)):
        s.cloud(b, dx, y, 0.26, "#f7fbfb")
    mountain = [(-0.62, 0.7), (-0.26, 1.02), (-0.09, 1.3), (0.09, 1.3), (0.28, 1.0), (0.66, 0.7)]
    b.shape(mountain, "#3f6fae", lift=0.012)
    snow = [
        (-0.19, 1.13),
        (-0.09, 1.3),
        (0.09, 1.3),
        (0.2, 1.13),
        (0.11, 1.17),
        (0.04, 1.09),
        (-0.05, 1.17),
        (-0.12, 1.11),
    ]
    b.shape(snow, "#ffffff", lift=0.005, rough=0.002)
    for x in (-0.56, 0.52, -0.95, 0.98):
        w.tree(b, x, 0.76, 0.3, "#4f8f5c", kind="pine")
    b.cut(n.band(0.9, 1.4, 0.03, 30), "#2f8fb4", lift=0.008)
    b.canvas.restore()
    r.floor(b, "#8fb4b8", pattern="tiles")
    b.box(0.0, 0.08, PERIOD, 0.34, "#6f929c", lift=0.03, rough=0.001)
    b.box(0.0, 0.38, PERIOD, 0.05, "#93b4bc", lift=0.01, rough=0)
    b.box(0.0, 0.43, PERIOD, 0.07, "#a9e6e8", lift=0.0, rough=0)
    for x in b.spread(0.8, 0.2, 0.2):
        f.steam(b, x, 0.52, 0.6)
    for x in b.spread(1.6, 0, -b.half + 0.16):
        f.bucket(b, x, -0.02)
        f.bucket(b, x + 0.02, 0.12, "#e8b040")
    for x in b.spread(1.6, 0, b.half - 0.2):
        f.bucket(b, x, 0.0, "#e88a6a")


def _station_far(b: Brush) -> None:
    s.sky(b, orb_x=-0.1)
    s.clouds(b, 4, 1.2, 1.7)
    if b.light.lamps:
        s.skyglow(b, "#ff9a6a" if not b.light.stars else "#7a8ae0", HORIZON)
    t.blocks(b, 1.05, haze=0.5, step=0.36)


def _station_train(b: Brush) -> None:
    y = HORIZON - 0.06
    for x in b.spread(2.25, 0):
        b.box(x, y, 2.2, 0.84, "#f0eee6", lift=0.03, rough=0.001, round_=0.06)
        b.box(x, y + 0.78, 2.0, 0.05, "#c9cdc8", lift=0.004, rough=0)
        b.box(x, y + 0.2, 2.2, 0.1, "#3f9a6e", lift=0, rough=0)
        b.box(x, y + 0.14, 2.2, 0.025, "#e8c25c", lift=0, rough=0)
        for i in range(5):
            left = x - 0.88 + i * 0.44
            if i in (1, 3):
                b.box(left, y + 0.03, 0.32, 0.72, "#dcdad0", lift=0.006, rough=0, round_=0.02)
                for side in (-0.075, 0.075):
                    b.pane(left + side, y + 0.36, 0.11, 0.3, round_=0.015)
                b.line([(left, y + 0.04), (left, y + 0.74)], "#aaa89e", 0.007)
            else:
                b.pane(left, y + 0.4, 0.32, 0.27, round_=0.03)


def _station(b: Brush) -> None:
    roof = b.top - 0.12
    for side in (-1, 1):
        for number in range(3):
            x = side * (b.half - 0.08 + 1.5 * number)
            b.box(x, 0.1, 0.09, roof, "#7d8a92", lift=0.02, rough=0.001)
            b.box(x, 0.1, 0.14, 0.22, "#e8bf4a", lift=0.006, rough=0)
            b.shape(
                [(x - 0.18, roof), (x + 0.18, roof), (x + 0.04, roof - 0.16), (x - 0.04, roof - 0.16)],
                "#8d9aa2",
                lift=0.014,
                rough=0,
            )
    b.box(0, roof, PERIOD, 2, "#66757f", lift=0.04, rough=0)
    b.box(0, roof - 0.02, PERIOD, 0.05, "#98a6ae", lift=0.01, rough=0.001)
    for x in (0.1, 2.6, -2.4):
        for off in (-0.26, 0.26):
            b.line([(x + off, roof), (x + off, roof - 0.12)], "#55606a", 0.014)
        b.box(x, roof - 0.36, 0.74, 0.24, "#f9f6ec", lift=0.02, rough=0.001)
        b.box(x, roof - 0.34, 0.74, 0.05, "#3f9a6e", lift=0, rough=0)
        b.box(x, roof - 0.34, 0.09, 0.05, "#e2604a", lift=0, rough=0)
        for dx, wide in ((-0.14, 0.07), (-0.04, 0.09), (0.07, 0.08), (0.15, 0.05)):
            b.box(x + dx, roof - 0.23, wide, 0.065, "#3a3a42", lift=0, rough=0)
    f.clock(b, -0.46, roof - 0.26, 0.1)
    b.box(0, GROUND, PERIOD, HORIZON - 0.14 - GROUND, "#c2bbb0", lift=0.03, rough=0)
    b.box(0, HORIZON - 0.225, PERIOD, 0.07, "#ecc24a", lift=0.004, rough=0.002)
    for x in b.spread(0.06, 0):
        b.disc(x, HORIZON - 0.19, 0.014, "#d0a53a", lift=0, rough=0, flat=True, high=0.008)
    for row, drop in enumerate((0.34, 0.58, 0.95)):
        b.line([(-_HALF, HORIZON - drop), (_HALF, HORIZON - drop)], "#a8a196", 0.005 + 0.002 * row)
    for x in b.spread(0.56, 0):
        b.line([(x, HORIZON - 0.24), (x * 1.3, GROUND)], "#a8a196", 0.006)
    if b.light.lamps:
        for x in b.spread(0.75, 0, 0.3):
            b.glow(x, roof - 0.06, 0.8, "#fff0c4", 0.35)
            b.box(x, roof - 0.05, 0.36, 0.03, "#fff6d8", own=True, lift=0, rough=0)


def _cave_far(b: Brush) -> None:
    b.box(0, GROUND, PERIOD, 6, "#3b3552", lift=0, rough=0)
    b.glow(0.0, 0.9, 1.3, "#8a86d0", 0.55)
    b.glow(0.05, 0.8, 0.6, "#d8e6ff", 0.35)
    points = [(-_HALF + i * PERIOD / 12, HORIZON + 0.16 + 0.16 * (i % 2)) for i in range(13)]
    b.cut(smooth(points, GROUND), "#4d4668", lift=0.03)
    for x in b.spread(0.3, 0.4):
        _stalactite(b, x, b.top - 0.1, b.dice.uniform(0.2, 0.55), "#4d4668")


def _cave(b: Brush) -> None:
    for x in b.spread(0.42, 0.4):
        _stalactite(b, x, b.top + 0.1, b.dice.uniform(0.3, 0.7) * (0.5 if abs(x) < 0.3 else 1.0), "#5f5678")
    for side in (-1, 1):
        wall_ = [
            (side * (b.half + 1.6), GROUND),
            (side * (b.half - 0.02), GROUND),
            (side * (b.half - 0.16), 0.5),
            (side * (b.half - 0.04), 1.1),
            (side * (b.half - 0.24), b.top),
            (side * (b.half + 1.6), TOP),
        ]
        b.shape(wall_, "#57506e", lift=0.05, rough=0.012)
    b.cut(n.band(HORIZON - 0.06, 2, 0.05, 9), "#6e6480", lift=0.03)
    for x, size, colour in (
        (-b.half + 0.2, 0.42, "#6fd8e0"),
        (b.half - 0.22, 0.5, "#b58ae8"),
        (b.half + 0.9, 0.4, "#7fe0a0"),
        (-b.half - 0.8, 0.4, "#f0a0c0"),
    ):
        f.crystal(b, x, HORIZON - 0.14, size, colour)
    b.cut(n.band(-0.02, 2, 0.04, 6), "#7d738e", lift=0.03)
    for x in b.spread(0.8, 0.4):
        n.rock(b, x, b.dice.uniform(-0.3, 0.0), b.dice.uniform(0.05, 0.11), "#6a6080")


def _stalactite(b: Brush, x: float, y: float, long: float, colour: str) -> None:
    tip = (x + 0.02, y - long)
    b.shape(
        [(x - 0.2, TOP), (x - 0.13, y), tip, (x + 0.12, y), (x + 0.2, TOP)],
        mixed(colour, "#8d84a8", b.dice.uniform(0, 0.3)),
        lift=0.03,
    )
    b.shape(
        [(x - 0.06, y + 0.1), (x - 0.02, y - long * 0.4), tip, (x + 0.01, y)], lighter(colour, 0.12), lift=0, rough=0
    )


def _cave_front(b: Brush) -> None:
    for x in b.spread(0.4, 0.3):
        b.shape(
            [(x - 0.28, GROUND), (x - 0.1, -0.66 + b.dice.uniform(0, 0.14)), (x + 0.25, GROUND)], "#2a2440", lift=0.05
        )
    for x in b.spread(0.5, 0.3):
        _stalactite(b, x, b.top + 0.2, b.dice.uniform(0.15, 0.3), "#2a2440")


HALLS: Mapping[Place, Scenery] = {
    "stage": Scenery((Layer(0.6, _stage_back), Layer(1.0, _stage_floor)), (Layer(1.15, _drapes),), indoors=True),
    "museum": Scenery((Layer(1.0, _museum),), indoors=True),
    "bathhouse": Scenery((Layer(1.0, _bathhouse),), indoors=True),
    "station": Scenery((Layer(0.1, _station_far), Layer(0.7, _station_train), Layer(1.0, _station)), paved=True),
    "cave": Scenery((Layer(0.6, _cave_far), Layer(1.0, _cave)), (Layer(1.35, _cave_front),), indoors=True),
}  # fmt: skip
