"""Where a glyph's eyes and mouth are, so that they can be taken out of the ink and drawn anew: open, shut, speaking."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import pi

import numpy as np
import skia

_SMALLEST_EYE, _LARGEST_EYE = 0.026, 0.14  # of the glyph's larger side
_ROUND = 0.86  # of an ellipse's area that a contour fills if it is a dot
_NEAR = 0.06  # of the glyph's larger side: how exactly a table has to say where an eye is
_STRAIGHT = 0.045  # of the glyph's larger side: two eyes stand no further off one level


@dataclass(frozen=True, slots=True)
class Eye:
    """An eye: its middle and its radii; `white` if it needs a white of its own to be seen."""

    x: float
    y: float
    rx: float
    ry: float
    white: bool = False


@dataclass(frozen=True, slots=True)
class Mouth:
    """A mouth: the middle of its upper edge and how wide it is when it speaks."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Face:
    """Eyes (none, one or two), a mouth, and which contours of the glyph drew them."""

    eyes: tuple[Eye, ...] = ()
    mouth: Mouth | None = None
    drawn_by: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Contour:
    index: int
    left: float
    top: float
    width: float
    height: float
    area: float  # positive for ink, negative for a hole in it

    @property
    def x(self) -> float:
        return self.left + self.width / 2

    @property
    def y(self) -> float:
        return self.top + self.height / 2

    def is_dot(self, unit: float) -> bool:
        sides = sorted((self.width, self.height))
        fits = _SMALLEST_EYE * unit <= sides[0] and sides[1] <= _LARGEST_EYE * unit and sides[1] < 2.1 * sides[0]
        return fits and abs(self.area) > _ROUND * pi / 4 * self.width * self.height


def find_face(
    paths: Sequence[skia.Path], *, in_profile: bool, holes: bool = False, at: Sequence[tuple[float, float]] = ()
) -> Face:
    """The face that the contours `paths` draw.

    A front view has a pair of dots on one level, and perhaps a smile that stands alone below them; a figure
    `in_profile` has one dot. `holes` looks for eyes that are left out of broad ink. Where eyes are known
    to be `at` some places, the dots nearest to these are taken instead. No face found is an empty `Face`.
    """
    shapes = [_measure(index, path) for index, path in enumerate(paths)]
    if not shapes:
        return Face()
    biggest = max(shapes, key=lambda shape: abs(shape.area))
    left, right = min(shape.left for shape in shapes), max(shape.left + shape.width for shape in shapes)
    top, bottom = min(shape.top for shape in shapes), max(shape.top + shape.height for shape in shapes)
    unit = max(right - left, bottom - top)
    sign = np.sign(biggest.area) * (-1 if holes else 1)
    dots = [shape for shape in shapes if (shape.area * sign > 0 or at) and shape.is_dot(unit)]
    pair = _nearest(dots, at, unit) if at else _pair(dots, unit, (left + right) / 2)
    if pair is None:
        if not in_profile or not dots or at:
            return Face()
        pair = (min(dots, key=lambda dot: dot.y),)
    within = frozenset(
        shape.index for shape in shapes for eye in pair if shape.index == eye.index or _inside(shape, eye)
    )
    eyes = tuple(Eye(dot.x, dot.y, dot.width / 2, dot.height / 2) for dot in pair)
    smile = _smile(shapes, pair, unit, sign) if len(pair) == 2 and not holes else None
    if smile is None:
        return Face(eyes, None, within)
    mouth = Mouth(smile.x, smile.top + 0.15 * smile.height, smile.width)
    return Face(eyes, mouth, within | {smile.index})


def _nearest(
    dots: Sequence[_Contour], places: Sequence[tuple[float, float]], unit: float
) -> tuple[_Contour, ...] | None:
    """The dot next to each of the places, as far as there is one."""
    found = []
    for x, y in places:
        best = min(dots, key=lambda dot: (dot.x - x) ** 2 + (dot.y - y) ** 2, default=None)
        if best is not None and (best.x - x) ** 2 + (best.y - y) ** 2 < (_NEAR * unit) ** 2:
            found.append(best)
    return tuple(sorted(found, key=lambda dot: dot.x)) or None


def _pair(dots: Sequence[_Contour], unit: float, middle: float) -> tuple[_Contour, ...] | None:
    """The two dots that look most like a pair of eyes, left one first."""

    def alike(one: _Contour, other: _Contour) -> bool:
        apart = abs(one.x - other.x)
        level = abs(one.y - other.y) < _STRAIGHT * unit
        sizes = 0.7 < (one.width * one.height) / (other.width * other.height) < 1.43
        return level and sizes and 0.1 * unit < apart < 0.62 * unit and abs((one.x + other.x) / 2 - middle) < 0.2 * unit

    pairs = [(a, b) for a, b in combinations(dots, 2) if alike(a, b)]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: pair[0].width * pair[0].height - 0.02 * unit * abs(pair[0].y - pair[1].y))
    return tuple(sorted(best, key=lambda dot: dot.x))


def _smile(shapes: Sequence[_Contour], eyes: tuple[_Contour, ...], unit: float, sign: float) -> _Contour | None:
    """A stroke that stands alone below the eyes and between them."""
    left, right = eyes
    centre, level = (left.x + right.x) / 2, (left.y + right.y) / 2
    found = [
        shape
        for shape in shapes
        if shape.area * sign > 0
        and abs(shape.x - centre) < 0.08 * unit
        and level < shape.y < level + 0.4 * unit
        and 0.1 * unit < shape.width < 0.5 * unit
        and shape.height < 0.7 * shape.width
    ]
    return max(found, key=lambda shape: shape.width, default=None)


def _inside(shape: _Contour, other: _Contour) -> bool:
    return (
        abs(shape.x - other.x) < other.width / 2
        and abs(shape.y - other.y) < other.height / 2
        and (shape.width < other.width)
    )


def _measure(index: int, path: skia.Path) -> _Contour:
    box = path.computeTightBounds()
    points = np.array([(point.x(), point.y()) for point in path.getPoints(path.countPoints())])
    x, y = points[:, 0], points[:, 1]
    area = 0.5 * float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))
    return _Contour(index, box.left(), box.top(), box.width(), box.height(), area)
