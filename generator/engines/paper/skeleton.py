"""Where a pose puts the pieces of a puppet."""

from dataclasses import dataclass
from math import cos, radians, sin, tan

import skia

from generator.engines.paper.bodies import NECK, SHOULDER
from generator.engines.paper.limbs import FORE, HEEL, HIP, SHIN, THIGH, TOE, UPPER
from generator.engines.paper.pose import Pose

_FLATTEST = 0.05  # a card that turns shows at least this much of itself
_NARROWEST, _STRIDE = 0.4, 90.0  # hips seen from the side, and degrees between legs that would show them so
_STEEPEST = 60.0  # degrees that a card can lean


@dataclass(frozen=True, slots=True)
class Bones:
    """The matrices of a limb's two bits."""

    upper: skia.Matrix
    lower: skia.Matrix


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Matrices of the pieces from their joints to the body. `far_arm_crosses`: its hand is before the body."""

    far_arm: Bones
    far_leg: Bones
    near_leg: Bones
    torso: skia.Matrix
    head: skia.Matrix
    near_arm: Bones
    far_arm_crosses: bool


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
    """The joints of a body: who leans or bends does it from the hip; the lowest foot is on the ground."""
    down = sinking(pose)
    waist = _turned(0, down - HIP[1], 0.8 * pose.lean + 0.55 * pose.bend)
    waist.preTranslate(0, HIP[1])
    reach = SHOULDER[0] + 0.012
    hip = HIP[0] * max(_NARROWEST, 1 - abs(pose.near_leg - pose.far_leg) / _STRIDE)
    hand = -reach + UPPER * sin(radians(-pose.far_arm)) + FORE * sin(radians(-pose.far_arm - pose.far_elbow))
    return Skeleton(
        far_arm=_limb(_then(waist, _turned(-reach, -SHOULDER[1], pose.far_arm)), UPPER, pose.far_elbow),
        far_leg=_limb(_turned(-hip, down - HIP[1], -pose.far_leg), THIGH, pose.far_knee),
        near_leg=_limb(_turned(hip, down - HIP[1], -pose.near_leg), THIGH, pose.near_knee),
        torso=waist,
        head=_then(waist, _turned(0, -NECK - pose.head_dy, pose.head_tilt + 0.3 * pose.bend)),
        near_arm=_limb(_then(waist, _turned(reach, -SHOULDER[1], -pose.near_arm)), UPPER, -pose.near_elbow),
        far_arm_crosses=hand > -0.75 * SHOULDER[0],
    )


def sinking(pose: Pose) -> float:
    """How far the body comes down for the lower of its feet to touch the ground; negative where it is lifted."""
    upright = max(0.0, min(1.0, (50 - abs(pose.rotation)) / 30))
    if pose.mount is not None or upright == 0:
        return 0.0
    reach = max(_sole(pose.near_leg, pose.near_knee), _sole(pose.far_leg, pose.far_knee))
    return upright * (HIP[1] - reach)


def _sole(leg: float, knee: float) -> float:
    """How far below the hip the lowest point of a boot is."""
    shin = radians(leg - knee)
    return THIGH * cos(radians(leg)) + SHIN * cos(shin) + (HEEL * sin(shin) if shin > 0 else -TOE * sin(shin))


def _limb(upper: skia.Matrix, length: float, degrees: float) -> Bones:
    return Bones(upper, _then(upper, _turned(0, length, degrees)))


def _turned(x: float, y: float, degrees: float) -> skia.Matrix:
    matrix = skia.Matrix()
    matrix.setTranslate(x, y)
    matrix.preRotate(degrees)
    return matrix


def _then(one: skia.Matrix, other: skia.Matrix) -> skia.Matrix:
    matrix = skia.Matrix()
    matrix.setConcat(one, other)
    return matrix
