"""Where a pose puts the pieces of a puppet."""

from dataclasses import dataclass
from math import radians, tan

import skia

from generator.engines.paper.bodies import HIP, NECK, SHOULDER
from generator.engines.paper.pose import Pose

_FLATTEST = 0.05  # a card that turns shows at least this much of itself
_STEEPEST = 60.0  # degrees that a card can lean


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Matrices of the six pieces, in the order in which they are drawn, from their joints to the body."""

    far_arm: skia.Matrix
    far_leg: skia.Matrix
    near_leg: skia.Matrix
    torso: skia.Matrix
    head: skia.Matrix
    near_arm: skia.Matrix


def placing(pose: Pose, height: float, *, sheared: bool) -> skia.Matrix:
    """From a puppet that faces right to the stage; `sheared` for a card that leans as a whole."""
    side = -1.0 if pose.facing < 0 else 1.0
    matrix = skia.Matrix()
    matrix.setTranslate(side * pose.dx, -pose.dy)
    matrix.preScale(side * max(_FLATTEST, abs(pose.facing)), 1)
    pivot = -pose.pivot * height
    matrix.preTranslate(0, pivot)
    matrix.preRotate(pose.rotation)
    matrix.preTranslate(0, -pivot)
    if sheared:
        matrix.preSkew(-tan(radians(max(-_STEEPEST, min(_STEEPEST, pose.lean)))), 0)
    matrix.preScale(pose.scale_x, pose.scale_y)
    return matrix


def posed(pose: Pose) -> Skeleton:
    """The joints of a body: who leans or bends does it from the hip."""
    waist = _turned(0, -HIP[1], 0.8 * pose.lean + 0.55 * pose.bend)
    waist.preTranslate(0, HIP[1])
    reach = SHOULDER[0] + 0.012
    return Skeleton(
        far_arm=_then(waist, _turned(-reach, -SHOULDER[1], pose.far_arm)),
        far_leg=_turned(-HIP[0], -HIP[1], -pose.far_leg),
        near_leg=_turned(HIP[0], -HIP[1], -pose.near_leg),
        torso=waist,
        head=_then(waist, _turned(0, -NECK - pose.head_dy, pose.head_tilt + 0.3 * pose.bend)),
        near_arm=_then(waist, _turned(reach, -SHOULDER[1], -pose.near_arm)),
    )


def _turned(x: float, y: float, degrees: float) -> skia.Matrix:
    matrix = skia.Matrix()
    matrix.setTranslate(x, y)
    matrix.preRotate(degrees)
    return matrix


def _then(one: skia.Matrix, other: skia.Matrix) -> skia.Matrix:
    matrix = skia.Matrix()
    matrix.setConcat(one, other)
    return matrix
