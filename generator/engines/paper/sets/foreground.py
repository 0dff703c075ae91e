"""What lies nearest: things on the ground along the lower edge, so that no floor is bare where captions are to come.

All of it stands on `Brush.low`, the lower edge of the wide view, and stays below the knees of the cast.
"""

from collections.abc import Mapping
from dataclasses import replace

from generator.engines.paper.colours import darker, lighter
from generator.engines.paper.sets import furniture as f
from generator.engines.paper.sets import nature as n
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets.brush import PERIOD, Brush, Layer, Paint, Scenery
from generator.vocabulary import Place

_LIFT = 0.05  # adult heights: how far off the lower edge things stand
_NEAR = 1.12  # a little nearer than the cast, so that it moves more than they do


def _corners(b: Brush, left: float, right: float) -> tuple[float, float]:
    """The x of two things that stand `left` and `right` within the edges of the frame."""
    return -b.half + left, b.half - right


def _plants(b: Brush) -> None:
    for x, size, pot in zip(_corners(b, 0.04, 0.06), (0.46, 0.34), ("#c4704a", "#8fb3a6"), strict=True):
        f.plant(b, x, b.low - 0.06, size, pot)


def _papers(b: Brush) -> None:
    _plants(b)
    for x, y, turn in ((-0.16, 0.12, -14), (0.08, 0.06, 9), (0.3, 0.15, 24)):
        b.canvas.save()
        b.canvas.translate(x, -(b.low + y))
        b.canvas.skew(0.5, 0)
        b.canvas.rotate(turn)
        b.box(0, -0.035, 0.15, 0.07, "#f8f4e8", lift=0.008, rough=0.002)
        for line in (-0.012, 0.006):
            b.line([(-0.05, line), (0.045, line)], "#b9b2a4", 0.006)
        b.canvas.restore()


def _school_desks(b: Brush) -> None:
    for x in (-0.9, -0.3, 0.3, 0.9):
        b.box(x, b.low + 0.085, 0.42, 0.05, "#d9a868", lift=0.02, rough=0.002)
        b.box(x, b.low - 0.1, 0.38, 0.185, "#b98850", lift=0.008, rough=0.002)
        for leg in (-0.17, 0.17):
            b.box(x + leg, b.low - 0.2, 0.03, 0.3, "#7d858d", lift=0.006, rough=0)
    b.box(-0.24, b.low + 0.135, 0.15, 0.03, "#d9604f", lift=0.008, rough=0.001)
    b.box(-0.23, b.low + 0.165, 0.13, 0.022, "#5b8fc9", lift=0.006, rough=0.001)
    b.line([(0.24, b.low + 0.15), (0.42, b.low + 0.145)], "#e9b44c", 0.018)


def _platform(b: Brush) -> None:
    """The yellow strip with its studs along the edge of a platform, and the edge itself."""
    b.box(0, b.low - 0.1, PERIOD, 0.15, "#8d9299", lift=0.012, rough=0.002)
    b.box(0, b.low + 0.09, PERIOD, 0.12, "#f0c04c", lift=0.01, rough=0.002)
    x = -PERIOD / 2
    while x < PERIOD / 2:
        for row in (0.125, 0.15, 0.175):
            b.disc(x, b.low + row, 0.011, "#d9a431", high=0.008, lift=0, rough=0, flat=True)
        x += 0.055


def _carriage(b: Brush) -> None:
    """The edge of the bench that we sit on, with a bag."""
    b.box(0, b.low - 0.1, PERIOD, 0.17, "#4f7fae", lift=0.03, rough=0.004)
    b.box(0, b.low + 0.05, PERIOD, 0.035, lighter("#4f7fae", 0.25), lift=0.008, rough=0.002)
    x = _corners(b, 0.2, 0)[0]
    b.box(x, b.low + 0.07, 0.24, 0.15, "#b5714a", lift=0.02, rough=0.003)
    b.line([(x - 0.06, b.low + 0.22), (x - 0.04, b.low + 0.27), (x + 0.04, b.low + 0.27), (x + 0.06, b.low + 0.22)],
           "#7a4a2c", 0.018)  # fmt: skip


def _tea(b: Brush) -> None:
    """A table in front of us, with a pot and cups."""
    b.box(0, b.low - 0.1, PERIOD, 0.2, "#6b4432", lift=0.03, rough=0.003)
    b.box(0, b.low + 0.06, PERIOD, 0.075, "#8f5f42", lift=0.006, rough=0.002)
    left, right = _corners(b, 0.2, 0.18)
    b.disc(left, b.low + 0.19, 0.1, "#7f9f8f", high=0.085, lift=0.014, rough=0.002)
    b.box(left, b.low + 0.265, 0.06, 0.025, "#6b8a7b", lift=0.006, rough=0)
    b.shape([(left + 0.08, b.low + 0.18), (left + 0.17, b.low + 0.25), (left + 0.15, b.low + 0.26),
             (left + 0.07, b.low + 0.23)], "#7f9f8f", lift=0.006, rough=0)  # fmt: skip
    for x in (right, right - 0.2):
        b.shape([(x - 0.06, b.low + 0.2), (x + 0.06, b.low + 0.2), (x + 0.042, b.low + 0.1), (x - 0.042, b.low + 0.1)],
                "#f4efe2", lift=0.012, rough=0.001)  # fmt: skip
        b.disc(x, b.low + 0.2, 0.06, "#8aa857", high=0.014, lift=0, rough=0, flat=True)


def _vegetables(b: Brush) -> None:
    """A worktop in front of us, with what is to be cooked."""
    b.box(0, b.low - 0.1, PERIOD, 0.18, "#6f8f86", lift=0.03, rough=0.003)
    b.box(0, b.low + 0.05, PERIOD, 0.075, "#f2ead8", lift=0.006, rough=0.002)
    left, right = _corners(b, 0.22, 0.2)
    for dx, colour in ((-0.1, "#d9503f"), (0.06, "#d9503f")):
        b.disc(left + dx, b.low + 0.155, 0.07, colour, high=0.062, lift=0.012, rough=0.002)
        b.disc(left + dx, b.low + 0.215, 0.022, "#6c9a52", high=0.01, lift=0.003, rough=0)
    b.box(right - 0.04, b.low + 0.1, 0.34, 0.03, "#e9d3a8", lift=0.012, rough=0.002)
    b.shape([(right - 0.16, b.low + 0.165), (right + 0.1, b.low + 0.18), (right + 0.1, b.low + 0.13)], "#e98532",
            lift=0.008, rough=0.001)  # fmt: skip
    b.disc(right + 0.13, b.low + 0.16, 0.05, "#74aa5c", high=0.024, lift=0.004, rough=0)


def _crates(b: Brush) -> None:
    """Crates of fruit and bottles in both corners."""
    for x, fruit in zip(_corners(b, 0.16, 0.14), ("#e98532", "#c9453c"), strict=True):
        for dx in (-0.12, -0.04, 0.04, 0.12):
            b.disc(x + dx, b.low + 0.145, 0.055, fruit, lift=0.008, rough=0.001)
        for y in (-0.04, 0.045):
            b.box(x, b.low + y, 0.4, 0.07, "#c99a62", lift=0.012, rough=0.002)
        for side in (-0.18, 0.18):
            b.box(x + side, b.low - 0.05, 0.035, 0.18, "#a97b47", lift=0.006, rough=0)


def _carpet(b: Brush) -> None:
    """A red runner towards us."""
    low = b.low - 0.1
    b.shape([(-0.24, 0.02), (0.24, 0.02), (0.48, low), (-0.48, low)], "#b5413c", lift=0.01, rough=0.003)
    for side in (-1, 1):
        b.shape([(side * 0.2, 0.02), (side * 0.225, 0.02), (side * 0.45, low), (side * 0.39, low)], "#e0b45c", lift=0,
                rough=0)  # fmt: skip


def _doormat(b: Brush) -> None:
    b.shape([(-0.3, -0.1), (0.3, -0.1), (0.38, -0.26), (-0.38, -0.26)], "#9a7048", lift=0.012, rough=0.004)
    b.shape([(-0.26, -0.12), (0.26, -0.12), (0.32, -0.24), (-0.32, -0.24)], "#b98a5c", lift=0, rough=0.002)
    _plants(b)
    left, right = _corners(b, 0.28, 0.3)
    for x, colour in ((left, "#f2a0b5"), (left + 0.09, "#f7d774"), (right, "#f2a0b5"), (right - 0.09, "#e9785a")):
        n.flower(b, x, b.low + 0.13, 0.045, colour)


def _studio_tape(b: Brush) -> None:
    """Marks of tape on the floor, a cable, and a camera that looks in."""
    for x in (-0.2, 0.24):
        for lean in (-0.07, 0.07):
            b.line([(x - lean, b.low + 0.12), (x + lean, b.low + 0.19)], "#f0c04c", 0.022)
    x = _corners(b, 0, 0.16)[1]
    b.line([(-b.half, b.low + 0.05), (-0.2, b.low + 0.02), (0.1, b.low + 0.07), (x, b.low)], "#26262c", 0.02)
    b.box(x, b.low - 0.1, 0.05, 0.2, "#3a3a42", lift=0.01, rough=0)
    b.box(x, b.low + 0.1, 0.28, 0.17, "#3f4149", lift=0.024, rough=0.002, round_=0.02)
    b.box(x - 0.18, b.low + 0.13, 0.1, 0.11, "#2c2d33", lift=0.012, rough=0.001)
    b.disc(x + 0.07, b.low + 0.23, 0.014, "#e2452f", lift=0, rough=0, flat=True)


def _pots(b: Brush) -> None:
    """A row of pots with herbs and flowers, as stand on roofs and in lanes."""
    left, right = _corners(b, 0.1, 0.1)
    for x, size, pot in ((left, 0.36, "#c4704a"), (left + 0.2, 0.24, "#7f8fa0"), (right, 0.3, "#b5714a")):
        f.plant(b, x, b.low - 0.05, size, pot)


def _buckets(b: Brush) -> None:
    left, right = _corners(b, 0.2, 0.2)
    for x, y, colour in ((left, 0.0, "#f0c04c"), (left + 0.2, -0.05, "#e9785a"), (right, 0.02, "#f0c04c")):
        f.bucket(b, x, b.low + y, colour)
    b.box(right - 0.26, b.low + 0.03, 0.14, 0.055, "#fbf3e0", lift=0.01, rough=0.002, round_=0.02)


def _scattered(b: Brush, colour: str, *, step: float = 0.3, largest: float = 0.12) -> None:
    for x in b.spread(step, 0.5):
        n.rock(b, x, b.low + b.dice.uniform(-0.05, 0.12), largest * b.dice.uniform(0.3, 1.0), colour)


def _stones(b: Brush) -> None:
    _scattered(b, "#c28a5c")
    n.grass(b, b.low - 0.03, "#a8a058", step=0.42, size=0.14)


def _shells(b: Brush) -> None:
    for x in b.spread(0.4, 0.5):
        y = b.low + b.dice.uniform(0.03, 0.17)
        if b.dice.random() < 0.4:
            for ray in range(5):
                w.leaf(b, x, y, 0.065, -90 + 72 * ray, "#e8805c", fat=0.3)
        else:
            size = b.dice.uniform(0.03, 0.05)
            shade = b.dice.choice(("#f7e3d4", "#f2c4b4", "#e9d8bb"))
            b.disc(x, y, size, shade, high=size * 0.8, lift=0.01, rough=0.001)
            for dx in (-0.5, 0.0, 0.5):
                b.line([(x, y - size * 0.7), (x + dx * size, y + size * 0.5)], darker(shade, 0.25), 0.005)
    n.grass(b, b.low - 0.06, "#8fae62", step=0.9, size=0.2)


def _drifts(b: Brush) -> None:
    """Drifts of snow with twigs and berries, and what an animal left behind."""
    for x in b.spread(0.5, 0.4):
        wide = b.dice.uniform(0.24, 0.4)
        b.disc(x, b.low - 0.03, wide, "#eef4f8", high=wide * 0.36, lift=0.016, rough=0.006)
    for x in b.spread(0.7, 0.4, 0.2):
        y = b.low + 0.03
        for dx, high in ((-0.06, 0.13), (0.01, 0.2), (0.07, 0.12)):
            b.line([(x, y), (x + dx, y + high)], "#7a5a48", 0.012)
            b.disc(x + dx, y + high, 0.018, "#c9453c", lift=0.004, rough=0, flat=True)
    for step in range(-8, 9):
        x, y = 0.17 * step, b.low + 0.2 + 0.03 * (step % 2)
        b.disc(x, y, 0.022, "#cddbe6", high=0.013, lift=0, rough=0, flat=True)


def _glowing(b: Brush) -> None:
    _scattered(b, "#4a4266", step=0.34, largest=0.15)
    for x, colour in zip(_corners(b, 0.16, 0.2), ("#8ad0e8", "#b48ae8"), strict=True):
        f.crystal(b, x, b.low, 0.17, colour)


def _verge(b: Brush) -> None:
    n.grass(b, b.low - 0.06, "#6f9f4c", step=0.16, size=0.2, flowers=True)


def _lawn(b: Brush) -> None:
    n.grass(b, b.low - 0.06, "#4f9a48", step=0.13, size=0.15)


def _fallen(b: Brush) -> None:
    """Leaves and pebbles beside a way of stone."""
    _scattered(b, "#9a958f", step=0.5, largest=0.07)
    for x in b.spread(0.13, 0.5):
        shade = b.dice.choice(("#d9603f", "#e9953f", "#c9453c", "#e9b44c"))
        w.leaf(b, x, b.low + b.dice.uniform(0.0, 0.16), 0.06, b.dice.uniform(0, 360), shade, fat=0.4)


def _lane(b: Brush) -> None:
    """What stands in a lane behind bars: a manhole, crates of empty bottles, pots."""
    b.disc(0.02, b.low + 0.13, 0.2, "#4b4852", high=0.06, lift=0.008, rough=0)
    b.disc(0.02, b.low + 0.136, 0.17, "#7d7880", high=0.046, lift=0, rough=0)
    for part in (-0.09, -0.03, 0.03, 0.09):
        b.line([(0.02 + part, b.low + 0.11), (0.02 + part, b.low + 0.162)], "#4b4852", 0.01)
    right = _corners(b, 0.1, 0.16)[1]
    for dx in (-0.1, 0.0, 0.1):
        b.box(right + dx, b.low + 0.1, 0.055, 0.14, "#8a5a2c", lift=0.008, rough=0, round_=0.02)
        b.box(right + dx, b.low + 0.23, 0.026, 0.05, "#8a5a2c", lift=0.004, rough=0)
        b.box(right + dx, b.low + 0.13, 0.05, 0.045, "#f4ead2", lift=0, rough=0)
    b.box(right, b.low - 0.1, 0.36, 0.24, "#e0b23c", lift=0.02, rough=0.002)
    b.box(right, b.low + 0.04, 0.18, 0.05, "#a9802a", lift=0, rough=0)
    left = _corners(b, 0.1, 0.1)[0]
    for x, size, pot in ((left, 0.36, "#c4704a"), (left + 0.2, 0.24, "#7f8fa0")):
        f.plant(b, x, b.low - 0.05, size, pot)


_FOREGROUNDS: Mapping[Place, Paint] = {
    "room": _plants, "kitchen": _vegetables, "classroom": _school_desks, "office": _papers, "studio": _studio_tape,
    "shop": _crates, "restaurant": _tea, "museum": _carpet, "porch": _doormat, "hospital": _plants, "alley": _lane,
    "rooftop": _pots, "bathhouse": _buckets, "station": _platform, "train": _carriage, "desert": _stones,
    "beach": _shells, "snowfield": _drifts, "cave": _glowing, "road": _verge, "castle": _verge, "river": _verge,
    "stadium": _lawn, "shrine": _fallen,
}  # fmt: skip
_LYING: frozenset[Place] = frozenset({"museum"})  # flat on the floor: behind whoever walks over it


def with_foreground(place: Place, scenery: Scenery) -> Scenery:
    """`scenery` with what lies nearest in it; places that have a foreground of their own stay as they are."""
    paint = _FOREGROUNDS.get(place)
    if paint is None:
        return scenery
    if place in _LYING:
        return replace(scenery, back=(*scenery.back, Layer(1.0, paint)))

    def lifted(b: Brush) -> None:
        b.canvas.translate(0, -_LIFT)
        paint(b)

    return replace(scenery, front=(*scenery.front, Layer(_NEAR, lifted)))
