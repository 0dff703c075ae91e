"""Manners: what everybody does without being told. One looks at whom one hears, and steps where one is carried."""

from dataclasses import replace

from generator.engines.paper.easing import clamp, wave
from generator.engines.paper.pose import Pose

_STEP = 0.34  # of somebody's height: how far two steps go
_SLOWEST, _BRISK = 0.1, 0.45  # heights a second: slower is no walk; a walk with full strides
_SWING = 25.0  # degrees of a full stride
_LOOKS = 0.85


def looking(pose: Pose, ahead: float) -> Pose:
    """`pose` with the eyes on somebody who is that far `ahead` (1 before it, -1 behind it)."""
    if abs(pose.gaze_x) + abs(pose.gaze_y) > 0.3:  # it looks at something already
        return pose
    return replace(pose, gaze_x=ahead, turn=clamp(_LOOKS * ahead + 0.2 * pose.turn, -1, 1))


def stepping(pose: Pose, way: float, speed: float, height: float, *, jointed: bool) -> Pose:
    """`pose` on its feet while it moves along the ground at `speed`, having come `way` so far.

    Both are in adult heights, forwards; `height` is the puppet's. Legs that move already are left to it.
    """
    going = clamp((abs(speed) / height - _SLOWEST) / (_BRISK - _SLOWEST))
    if going <= 0 or abs(pose.near_leg - pose.far_leg) > 12 or pose.stride > 0.2 or pose.mount or pose.dy > 0.05:
        return pose
    turn = (way / (_STEP * height)) % 1
    if not jointed:
        return replace(pose, stride=going, step=turn)
    swing, passing = wave(turn, 1.0), wave(turn, 1.0, 0.25)
    return replace(
        pose,
        near_leg=pose.near_leg + going * (_SWING * swing + 12 * max(0.0, passing)),
        near_knee=pose.near_knee + going * 36 * max(0.0, passing),
        far_leg=pose.far_leg + going * (-_SWING * swing + 12 * max(0.0, -passing)),
        far_knee=pose.far_knee + going * 36 * max(0.0, -passing),
    )
