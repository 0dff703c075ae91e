"""Reaching: the angles of shoulder and elbow that bring a hand to a place, for the gestures that must not miss it.

Places are in heights of the whole puppet, x to the side that it faces from its middle, y upwards from the ground, as
it stands upright; an arm that is too short points there.
"""

from dataclasses import replace
from math import acos, atan2, degrees, hypot
from typing import NamedTuple

from generator.engines.paper.bodies import SHOULDER
from generator.engines.paper.limbs import FORE, UPPER
from generator.engines.paper.pose import Pose

MOUTH, CHIN, EYES = (0.03, 0.665), (0.05, 0.585), (0.09, 0.78)  # of a head as high as half the puppet
EAR, BELLY, CHEST, HIPS = (0.19, 0.72), (0.06, 0.33), (0.05, 0.43), (0.135, 0.27)
_ACROSS = 12.0  # degrees: a hand further in has its elbow on the outside
_OVER_THE_HEAD = -135.0  # degrees: a hand there has been raised on the outside rather than across the chest
_LEAST, _FOLDED = 0.06, 0.02  # no elbow folds further; an arm is never quite straight


class Arm(NamedTuple):
    """Degrees of a shoulder and of an elbow, as in `Pose`."""

    shoulder: float
    elbow: float


def reach(x: float, y: float) -> Arm:
    """The arm whose hand is at (x, y), its elbow low or away from the body, as elbows are.

    Both arms are asked alike: x grows from the middle of the body to the side of the arm.
    """
    dx, dy = x - SHOULDER[0] - 0.012, y - SHOULDER[1]
    far = max(_LEAST, min(UPPER + FORE - _FOLDED / 10, hypot(dx, dy)))
    towards = degrees(atan2(dx, -dy))
    if towards < _OVER_THE_HEAD:
        towards += 360
    inner = degrees(acos(max(-1.0, min(1.0, (UPPER**2 + far**2 - FORE**2) / (2 * UPPER * far)))))
    fold = 180 - degrees(acos(max(-1.0, min(1.0, (UPPER**2 + FORE**2 - far**2) / (2 * UPPER * FORE)))))
    return Arm(towards + inner, -fold) if towards < _ACROSS else Arm(towards - inner, fold)


def between_arms(one: Arm, other: Arm, share: float) -> Arm:
    """`share` of the way from one to the other."""
    return Arm(one.shoulder + (other.shoulder - one.shoulder) * share, one.elbow + (other.elbow - one.elbow) * share)


REST = Arm(8.0, 10.0)


def hands(pose: Pose, near: Arm | None = None, far: Arm | None = None) -> Pose:
    """`pose` with these arms instead of its own."""
    if near is not None:
        pose = replace(pose, near_arm=near.shoulder, near_elbow=near.elbow)
    if far is not None:
        pose = replace(pose, far_arm=far.shoulder, far_elbow=far.elbow)
    return pose
