"""Warping: a card that curls as paper does, more the higher up, and whose legs and tail move below and behind it."""

from dataclasses import dataclass
from math import cos, degrees, radians, sin

import numpy as np
import skia

from generator.engines.paper.anatomy import Anatomy

_PHASES = 16  # of a step, which nobody tells apart and which can be kept


@dataclass(frozen=True, slots=True)
class Warp:
    """A curl of `bend` degrees, reached at `height` units above the origin (y is down); positive towards +x.

    `stride`, `flap` and `phase` are what `Anatomy.moved` takes.
    """

    bend: float
    height: float
    anatomy: Anatomy | None = None
    stride: float = 0.0
    flap: float = 0.0
    phase: float = 0.0

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
        """`path` with each of its points moved; its curves follow, as the warp is gentle."""
        points = path.getPoints(path.countPoints())
        if not points:
            return path
        x, y = np.array([point.x() for point in points]), np.array([point.y() for point in points])
        if self.anatomy is not None:
            x, y = self.anatomy.moved(x, y, self.stride, self.flap, self.phase)
        angle = np.radians(self.bend) * np.maximum(-y, 0) / self.height
        straight = np.abs(angle) < 1e-4
        radius = np.where(straight, 0.0, -y / np.where(straight, 1.0, angle))
        at_x = np.where(straight, 0.0, radius * (1 - np.cos(angle))) + x * np.cos(angle)
        at_y = np.where(straight, y, -radius * np.sin(angle)) + x * np.sin(angle)
        moved = [skia.Point(a, b) for a, b in zip(at_x.tolist(), at_y.tolist(), strict=True)]
        return skia.Path.Make(moved, list(path.getVerbs(path.countVerbs())), [], path.getFillType())


def gentle(
    bend: float,
    height: float,
    anatomy: Anatomy | None = None,
    stride: float = 0.0,
    flap: float = 0.0,
    step: float = 0.0,
) -> Warp | None:
    """The warp in steps that nobody sees and that can be kept; None for hardly any.

    A bend goes by half degrees, a cycle by sixteenths, the length of a step and the beat of a tail by tenths.
    """
    steps = round(2 * bend)
    curl = steps / 2 if abs(steps) > 3 else 0.0
    long, beat = round(10 * stride) / 10, round(10 * flap) / 10
    moves = anatomy is not None and (
        (long > 0 and (bool(anatomy.legs) or anatomy.tail is not None))
        or (beat > 0 and (anatomy.swims or anatomy.tail is not None or anatomy.wings is not None))
    )
    if not moves:
        return Warp(curl, height) if curl else None
    return Warp(curl, height, anatomy, long, beat, round(_PHASES * step) % _PHASES / _PHASES)
