from math import hypot

import pytest
import skia

from generator.engines.paper.acting import pose_at
from generator.engines.paper.limbs import FORE, HEEL, HIP, SHIN, TOE
from generator.engines.paper.pose import Pose
from generator.engines.paper.reach import BELLY, CHIN, EAR, EYES, HIPS, MOUTH, hands, reach
from generator.engines.paper.skeleton import Bones, posed
from generator.storyboard import Act, Character
from generator.vocabulary import ACTIONS, Action

WOMAN = Character("woman", "woman", "女", "👩", person=True)
_OFF_THE_GROUND: frozenset[Action] = frozenset({"jump", "float", "fly", "surf", "ride", "drive"})


def during(action: Action, seconds: float = 2.4) -> list[Pose]:
    act = Act("woman", action, 0.5, seconds)
    return [pose_at(WOMAN, [act], 0.7 + step / 24) for step in range(int(24 * (seconds - 0.4)))]


def hand(arm: Bones) -> tuple[float, float]:
    at = arm.lower.mapXY(0, FORE)
    return at.x(), -at.y()


def sole(leg: Bones) -> float:
    ends = [leg.lower.mapPoints([skia.Point(x, SHIN)])[0] for x in (-HEEL, TOE)]
    return -max(float(end.y()) for end in ends)


def nearest(poses: list[Pose], place: tuple[float, float], *, far: bool = False) -> float:
    """How near a hand comes to a place beside the upright middle line, in heights of the puppet."""
    gaps = []
    for pose in poses:
        upright = Pose(
            near_arm=pose.near_arm, near_elbow=pose.near_elbow, far_arm=pose.far_arm, far_elbow=pose.far_elbow
        )
        x, y = hand(posed(upright).far_arm if far else posed(upright).near_arm)
        gaps.append(hypot((-x if far else x) - place[0], y - place[1]))
    return min(gaps)


@pytest.mark.parametrize("place", [MOUTH, CHIN, EYES, EAR, BELLY, HIPS, (0.3, 0.5), (0.2, 0.62), (0.0, 0.4)])
def test_a_hand_gets_where_it_reaches_for(place: tuple[float, float]) -> None:
    there = hands(Pose(), reach(*place), reach(*place))
    bones = posed(there)
    near, far = hand(bones.near_arm), hand(bones.far_arm)
    assert hypot(near[0] - place[0], near[1] - place[1]) < 0.04
    assert hypot(-far[0] - place[0], far[1] - place[1]) < 0.04


def test_a_hand_out_of_reach_points_the_way() -> None:
    x, y = hand(posed(hands(Pose(), reach(2.0, 0.478))).near_arm)
    assert x > 0.3
    assert y == pytest.approx(0.478, abs=0.05)


@pytest.mark.parametrize(
    ("action", "place"),
    [
        ("eat", MOUTH), ("drink", MOUTH), ("yawn", MOUTH), ("whisper", MOUTH), ("shout", MOUTH), ("cry", EYES),
        ("hide", EYES), ("listen", EAR), ("think", CHIN), ("laugh", BELLY), ("get_angry", HIPS),
    ],
)  # fmt: skip
def test_gestures_at_the_face_and_the_body_get_there(action: Action, place: tuple[float, float]) -> None:
    assert nearest(during(action), place) < 0.16
    assert nearest([Pose()], place) > nearest(during(action), place)


@pytest.mark.parametrize("action", ["cry", "clap", "read", "play_music", "get_angry", "shiver"])
def test_what_takes_two_hands_is_done_with_both(action: Action) -> None:
    rest = Pose()
    for pose in during(action)[8:-8]:
        assert (abs(pose.far_arm - rest.far_arm), abs(pose.far_elbow - rest.far_elbow)) != pytest.approx((0, 0), abs=9)


def test_hands_meet_when_clapping() -> None:
    gaps = []
    for pose in during("clap"):
        near, far = hand(posed(pose).near_arm), hand(posed(pose).far_arm)
        gaps.append(hypot(near[0] - far[0], near[1] - far[1]))
    assert min(gaps) < 0.08
    assert max(gaps) > 0.14


@pytest.mark.parametrize("action", [action for action in ACTIONS if action not in _OFF_THE_GROUND])
def test_the_lower_foot_stands_on_the_ground_whatever_the_legs_do(action: Action) -> None:
    for pose in during(action):
        if abs(pose.rotation) < 15:
            lower = min(sole(posed(pose).near_leg), sole(posed(pose).far_leg))
            assert lower == pytest.approx(0, abs=0.012)


def test_legs_pass_each_other_in_a_walk_and_knees_fold_in_turn() -> None:
    poses = during("walk")
    swings = [pose.near_leg - pose.far_leg for pose in poses]
    assert min(swings) < -30
    assert max(swings) > 30
    assert max(min(pose.near_knee, pose.far_knee) for pose in poses) < 10
    assert max(pose.near_knee for pose in poses) > 25


def test_who_sits_is_lower_by_the_length_of_the_legs() -> None:
    seated = posed(during("sit")[-1])
    assert -seated.head.mapXY(0, 0).y() < -posed(Pose()).head.mapXY(0, 0).y() - 0.5 * HIP[1]
