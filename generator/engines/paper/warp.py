"""Bending: a card that curls as paper does, more the higher up, its foot held where it stands."""

from dataclasses import dataclass
from math import cos, degrees, radians, sin

import skia


@dataclass(frozen=True, slots=True)
class Warp:
    """A curl of `bend` degrees, reached at `height` units above the origin (y is down); positive towards +x."""

    bend: float
    height: float

    def centre(self, y: float) -> tuple[float, float, float]:
        """(x, y, angle in radians) of the middle line at `y`: an arc of a circle, straight below the origin."""
        up = -y
        angle = radians(self.bend) * up / self.height
        if up <= 0 or abs(angle) < 1e-4:
            return 0.0, y, 0.0
        radius = up / angle
        return radius * (1 - cos(angle)), -radius * sin(angle), angle

    def matrix(self, y: float) -> skia.Matrix:
        """What carries a small thing at height `y` along with the card."""
        x, at, angle = self.centre(y)
        matrix = skia.Matrix()
        matrix.setTranslate(x, at)
        matrix.preRotate(degrees(angle))
        matrix.preTranslate(0, -y)
        return matrix

    def bent(self, path: skia.Path) -> skia.Path:
        """`path` with each of its points moved; its curves follow, as the bend is gentle."""
        points = []
        for point in path.getPoints(path.countPoints()):
            x, y, angle = self.centre(point.y())
            points.append(skia.Point(x + point.x() * cos(angle), y + point.x() * sin(angle)))
        verbs = list(path.getVerbs(path.countVerbs()))
        return skia.Path.Make(points, verbs, [], path.getFillType())


def gentle(bend: float, height: float) -> Warp | None:
    """The warp of a bend in steps of half a degree, which nobody sees and which can be kept; None for hardly any."""
    steps = round(2 * bend)
    return Warp(steps / 2, height) if abs(steps) > 3 else None
