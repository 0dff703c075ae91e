"""Bending: a card that curls as paper does, more the higher up, its foot held where it stands."""

from dataclasses import dataclass
from math import cos, degrees, radians, sin

import skia

_ROWS = 8  # of the mesh: at 40 degrees the angle between two of them is 5


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

    def mesh(self, box: skia.Rect) -> skia.Vertices:
        """`box` as a bent strip of triangles whose texture coordinates are the flat ones."""
        flat, bent = [], []
        for row in range(_ROWS + 1):
            y = box.top() + box.height() * row / _ROWS
            x, at, angle = self.centre(y)
            for side in (box.left(), box.right()):
                flat.append(skia.Point(side, y))
                bent.append(skia.Point(x + side * cos(angle), at + side * sin(angle)))
        return skia.Vertices(skia.Vertices.kTriangleStrip_VertexMode, bent, flat)
