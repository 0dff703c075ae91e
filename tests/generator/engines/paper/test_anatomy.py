import numpy as np
import pytest

from generator.engines.paper.acting import pose_at
from generator.engines.paper.anatomy import Anatomy, anatomy_of
from generator.engines.paper.figures import figure
from generator.engines.paper.puppet import Puppet
from generator.storyboard import Act, Character
from generator.vocabulary import Action

_ON_LEGS = ["🐈", "🐕", "🐅", "🐆", "🐄", "🐖", "🐐", "🐘", "🦒", "🦛", "🦙", "🐎", "🦩", "🦆", "🐦", "🦖", "🦕", "🐢"]


def anatomy(emoji: str) -> Anatomy:
    shape = figure(emoji)
    assert shape is not None
    return anatomy_of(shape, 100.0)


@pytest.mark.parametrize("emoji", _ON_LEGS)
def test_those_who_stand_on_legs_have_two_to_five_and_step_with_them_in_turn(emoji: str) -> None:
    legs = anatomy(emoji).legs
    assert 2 <= len(legs) <= 5
    assert {leg.turn for leg in legs} == {0.0, 0.5}
    assert all(leg.top < 0 for leg in legs)


@pytest.mark.parametrize("emoji", ["🐍", "🐟", "🐌", "⛄", "🐇"])
def test_those_without_legs_to_be_seen_get_about_otherwise(emoji: str) -> None:
    assert not anatomy(emoji).legs
    who = Character("a", "somebody", "だれか", emoji)
    assert Puppet(who).gait in ("hops", "winds")


@pytest.mark.parametrize("emoji", _ON_LEGS)
def test_a_step_moves_feet_both_ways_and_leaves_the_back_alone(emoji: str) -> None:
    body = anatomy(emoji)
    feet = np.array([(leg.left + leg.right) / 2 for leg in body.legs])
    ground = np.zeros_like(feet)
    moved = [body.moved(feet, ground, 1.0, 0.0, phase)[0] - feet for phase in (0.25, 0.75)]
    assert (np.abs(moved[0]) > 0.02 * body.width).all()
    assert np.sign(moved[0]).tolist() == (-np.sign(moved[1])).tolist()
    assert len(set(np.sign(moved[0]).tolist())) == 2
    back = np.array([0.0]), np.array([-0.7 * body.height])
    x, y = body.moved(*back, 1.0, 0.0, 0.25)
    assert (x[0], y[0]) == (back[0][0], back[1][0])


@pytest.mark.parametrize("emoji", _ON_LEGS)
def test_no_foot_sinks_into_the_ground_and_one_at_least_stays_on_it(emoji: str) -> None:
    body = anatomy(emoji)
    feet = np.array([(leg.left + leg.right) / 2 for leg in body.legs])
    for phase in np.linspace(0, 1, 16):
        heights = -body.moved(feet, np.zeros_like(feet), 1.0, 0.0, float(phase))[1]
        assert heights.min() == pytest.approx(0, abs=1e-9)
        assert heights.max() < 0.2 * body.height


@pytest.mark.parametrize(
    ("emoji", "action"), [("🐈", "walk"), ("🐕", "run"), ("🐟", "swim"), ("🐍", "walk"), ("🐇", "walk")]
)
def test_who_goes_looks_different_from_moment_to_moment(emoji: str, action: Action) -> None:
    who = Character("a", "somebody", "だれか", emoji)
    puppet = Puppet(who)
    poses = [pose_at(who, [Act("a", action, 0.0, 4.0)], 1 + step / 12, gait=puppet.gait) for step in range(8)]
    seen = {(round(pose.step, 2), round(pose.dy, 3), round(pose.scale_y, 2)) for pose in poses}
    assert len(seen) > 4
    if puppet.gait == "steps":
        assert min(pose.stride for pose in poses) > 0.7


def test_the_tail_of_a_swimmer_beats_and_its_head_does_not() -> None:
    fish = anatomy("🐟")
    ends = np.array([-fish.back * 0.45 * fish.width, fish.back * 0.45 * fish.width])
    level = np.full(2, -0.5 * fish.height)
    beats = np.stack([fish.moved(ends, level, 0.0, 1.0, phase)[1] for phase in np.linspace(0, 1, 12)])
    assert np.ptp(beats[:, 0]) == 0
    assert np.ptp(beats[:, 1]) > 0.1 * fish.width
