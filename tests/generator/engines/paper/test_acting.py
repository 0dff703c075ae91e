from dataclasses import fields
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.engines.paper.acting import MOVES, pose_at
from generator.engines.paper.moment import Moment
from generator.engines.paper.pose import Pose
from generator.storyboard import Act, Character
from generator.vocabulary import ACTIONS, Action

CAT = Character("cat", "cat", "猫", "🐈")
WOMAN = Character("woman", "woman", "女", "👩", person=True)
THING = Character("thing", "idea", "考え", None)
NUMBERS = [field.name for field in fields(Pose) if field.type == "float" or field.type is float]
REST = {"stand"}


def act(who: Character, action: Action, start: float = 1.0, seconds: float = 2.0) -> Act:
    return Act(who.id, action, start, seconds)


def difference(one: Pose, other: Pose) -> float:
    scale = {
        "rotation": 30,
        "lean": 20,
        "bend": 20,
        "head_tilt": 15,
        "near_arm": 40,
        "far_arm": 40,
        "near_leg": 40,
        "far_leg": 40,
    }
    return sum(abs(float(getattr(one, name)) - float(getattr(other, name))) / scale.get(name, 1) for name in NUMBERS)


def test_every_action_of_the_vocabulary_has_a_move() -> None:
    assert set(MOVES) == set(ACTIONS)


@pytest.mark.parametrize("action", [action for action in ACTIONS if action not in REST])
@pytest.mark.parametrize("who", [CAT, WOMAN], ids=["cat", "woman"])
def test_every_action_can_be_seen(action: Action, who: Character) -> None:
    moving = [pose_at(who, [act(who, action)], 1 + i / 10) for i in range(1, 20)]
    still = [pose_at(who, [], 1 + i / 10) for i in range(1, 20)]
    assert max(difference(a, b) for a, b in zip(moving, still, strict=True)) > 0.12


@pytest.mark.parametrize("action", ACTIONS)
def test_nobody_jerks(action: Action) -> None:
    """Between two frames at 24 a second no part moves further than a fast cartoon lets it."""
    limits = {
        "dx": 0.2,
        "dy": 0.2,
        "lean": 30,
        "bend": 35,
        "near_arm": 130,
        "far_arm": 130,
        "near_leg": 60,
        "far_leg": 60,
    }
    poses = [pose_at(WOMAN, [act(WOMAN, action)], 0.5 + i / 24) for i in range(96)]
    for one, other in pairwise(poses):
        for name, limit in limits.items():
            assert abs(getattr(one, name) - getattr(other, name)) < limit, name


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(ACTIONS), st.floats(0, 8), st.floats(0.0, 4)), max_size=6),
    st.floats(0, 12),
    st.sampled_from([CAT, WOMAN, THING]),
    st.integers(0, 2**31),
    st.floats(0, 1),
)
def test_any_acts_at_any_time_give_a_pose_that_can_be_drawn(
    acts: list[tuple[Action, float, float]], t: float, who: Character, seed: int, mouth: float
) -> None:
    pose = pose_at(
        who, [Act(who.id, action, start, seconds) for action, start, seconds in acts], t, mouth=mouth, seed=seed
    )
    assert 0 <= pose.mouth <= 1
    assert 0 <= pose.blink <= 1
    assert 0 <= pose.opacity <= 1
    assert all(abs(getattr(pose, name)) < 4000 for name in NUMBERS)


def test_who_sat_down_sits_until_something_else_is_done() -> None:
    acts = [act(WOMAN, "sit"), act(WOMAN, "speak", 4.0), act(WOMAN, "walk", 7.0)]
    assert pose_at(WOMAN, acts, 5.0).near_leg > 60
    assert abs(pose_at(WOMAN, acts, 8.0).near_leg) < 40


def test_who_vanished_stays_away_until_appearing() -> None:
    acts = [act(CAT, "vanish"), act(CAT, "appear", 6.0)]
    assert pose_at(CAT, acts, 5.0).opacity == pytest.approx(0.0)
    assert pose_at(CAT, acts, 7.5).opacity == pytest.approx(1.0)


def test_who_wakes_has_slept_and_who_appears_was_not_there() -> None:
    assert pose_at(CAT, [act(CAT, "wake", 3.0)], 1.0).blink == 1.0
    assert pose_at(CAT, [act(CAT, "appear", 3.0)], 1.0).opacity == pytest.approx(0.0)


def test_who_has_grown_stays_large() -> None:
    assert pose_at(CAT, [act(CAT, "grow")], 9.0).scale_y > 1.4


def test_speech_opens_the_mouth_in_time() -> None:
    assert pose_at(WOMAN, [], 1.0, mouth=0.8).mouth == pytest.approx(0.8)
    assert pose_at(WOMAN, [], 1.0).mouth == 0.0


def test_the_living_blink_and_things_do_not() -> None:
    assert max(pose_at(CAT, [], i / 24).blink for i in range(24 * 8)) > 0.5
    assert max(pose_at(THING, [], i / 24).blink for i in range(24 * 8)) == 0.0


def test_dances_differ_by_seed_and_repeat_for_the_same_one() -> None:
    dances = [pose_at(CAT, [act(CAT, "dance")], 2.1, seed=seed) for seed in range(4)]
    assert len({pose.rotation for pose in dances}) == 4
    assert dances[0] == pose_at(CAT, [act(CAT, "dance")], 2.1, seed=0)


def test_what_others_do_moves_nobody() -> None:
    assert pose_at(CAT, [act(WOMAN, "jump")], 1.6) == pose_at(CAT, [], 1.6)


def test_facing_on_stage_turns_the_pose() -> None:
    assert pose_at(CAT, [], 1.0, facing=-1.0).facing == -1.0


def test_a_voice_is_seen_when_somebody_sings_and_not_when_they_dance() -> None:
    def loudest(action: Action) -> float:
        return max(pose_at(CAT, [act(CAT, action)], 1 + t / 20).voice for t in range(40))

    assert loudest("sing") > 0.3
    assert loudest("dance") == 0


@pytest.mark.parametrize(("figure", "mount"), [("🛹", "🛹"), ("🛷", "🛷"), ("🎸", None), (None, None)])
def test_who_slides_on_a_board_stands_on_it(figure: str | None, mount: str | None) -> None:
    slide = Act("woman", "slide", 0.0, 2.0, prop="board", prop_figure=figure)
    moment = Moment(slide, 0.5, 1.0, 2.0, size=1.0, jointed=True, alive=True, seed=1)
    assert MOVES["slide"](moment).mount == mount


@pytest.mark.parametrize("action", ["surf", "ride", "drive"])
def test_who_rides_is_on_the_mount_from_the_first_frame(action: Action) -> None:
    acts = [act(WOMAN, action)]
    assert pose_at(WOMAN, acts, acts[0].start).mount is not None
