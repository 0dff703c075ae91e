from dataclasses import replace

import pytest

from generator.engines.paper.acting import pose_at
from generator.engines.paper.blocking import Spot, where
from generator.engines.paper.camera import lens_for
from generator.engines.paper.limbs import FORE
from generator.engines.paper.manners import looking, stepping
from generator.engines.paper.meeting import Figures, answered, arm_of
from generator.engines.paper.pose import Pose
from generator.engines.paper.puppet import Puppet
from generator.engines.paper.skeleton import placing, posed
from generator.storyboard import Act, Character, Presence
from generator.vocabulary import Action

MAN = Character("man", "man", "男", "👨", person=True)
WOMAN = Character("woman", "woman", "女", "👩", scale=0.97, person=True)
BEAR = Character("bear", "bear", "熊", "🐻", scale=1.15)
SHAPES = [(720, 1280), (1280, 720), (720, 720)]


class Two:
    """Two on a stage of that shape, the first of whom does something with the second from 0.5 s on."""

    def __init__(self, one: Character, other: Character, action: Action, shape: tuple[int, int]) -> None:
        self.cast = {who.id: who for who in (one, other)}
        puppets = {id: Puppet(who) for id, who in self.cast.items()}
        self.half = lens_for(*shape, 2).half
        self.figures = Figures(
            self.half,
            {id: puppet.width for id, puppet in puppets.items()},
            {id: arm_of(puppet.height, puppet.width, jointed=True) for id, puppet in puppets.items()},
        )
        self.there = {one.id: Presence(one.id, -0.5, 0.1), other.id: Presence(other.id, 0.45, 0.3, facing="left")}
        self.acts = answered([Act(one.id, action, 0.5, 2.4, target=other.id)], frozenset(self.cast))
        self.puppets = puppets

    def spot(self, id: str, t: float) -> Spot:
        return where(self.there[id], self.acts, t, self.there, self.figures)

    def hand(self, id: str, t: float) -> tuple[float, float]:
        """Where the hand of the near arm is, in adult heights."""
        who, spot = self.cast[id], self.spot(id, t)
        pose = pose_at(who, self.acts, t, facing=spot.facing)
        matrix = placing(pose, self.puppets[id].height, sheared=False)
        matrix.preScale(who.scale, who.scale)
        matrix.preConcat(posed(pose).near_arm.lower)
        at = matrix.mapXY(0, FORE)
        return spot.x * self.half + at.x(), -at.y()


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("other", [WOMAN, BEAR])
@pytest.mark.parametrize("action", ["shake_hands", "high_five", "give"])
def test_hands_that_are_held_out_meet(action: Action, other: Character, shape: tuple[int, int]) -> None:
    two = Two(MAN, other, action, shape)
    gaps = []
    for step in range(20, 34):
        (x, y), (u, v) = two.hand("man", step / 16), two.hand(other.id, step / 16)
        gaps.append(((x - u) ** 2 + (y - v) ** 2) ** 0.5)
    assert min(gaps) < 0.16


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("action", ["hug", "kiss", "shake_hands", "high_five", "fight"])
def test_two_who_meet_go_half_of_the_way_each_and_stay_side_by_side(action: Action, shape: tuple[int, int]) -> None:
    two = Two(MAN, WOMAN, action, shape)
    man, woman = two.spot("man", 2.0), two.spot("woman", 2.0)
    assert man.x < woman.x
    assert man.facing > 0 > woman.facing
    assert man.depth == pytest.approx(woman.depth)
    widths = (two.figures.widths["man"] + two.figures.widths["woman"]) / 2
    assert 0.95 * widths < (woman.x - man.x) * two.half < 2.6 * widths
    assert (man.x + woman.x) / 2 == pytest.approx(-0.025, abs=0.05)


@pytest.mark.parametrize("shape", SHAPES)
def test_nobody_who_meets_somebody_at_the_edge_leaves_the_frame(shape: tuple[int, int]) -> None:
    two = Two(MAN, WOMAN, "hug", shape)
    two.there = {"man": Presence("man", 0.7, 0.2), "woman": Presence("woman", 0.8, 0.2)}
    assert all(abs(two.spot(id, 2.5).x) < 0.85 for id in ("man", "woman"))


def test_who_is_hugged_hugs_back_and_who_is_busy_does_not() -> None:
    hug = Act("man", "hug", 1.0, 2.0, target="woman")
    both = frozenset({"man", "woman"})
    assert answered([hug], both)[1:] == (replace(hug, character="woman", target="man"),)
    assert answered([hug, Act("woman", "cry", 0.5, 3.0)], both)[2:] == ()
    assert answered([hug], frozenset({"man"})) == (hug,)
    assert answered([Act("man", "look", 0.0, 1.0, target="woman")], both)[1:] == ()


def test_who_gets_a_thing_takes_that_thing_and_who_is_hit_is_startled_after_the_blow() -> None:
    both = frozenset({"man", "woman"})
    taken = answered([Act("man", "give", 0.0, 2.0, target="woman", prop_figure="🌹")], both)[1]
    assert (taken.action, taken.prop_figure) == ("take", "🌹")
    shock = answered([Act("man", "hit", 0.0, 2.0, target="woman")], both)[1]
    assert shock.action == "be_startled"
    assert 0.2 < shock.start < 1.0
    assert shock.start + shock.seconds == pytest.approx(2.0)


def test_one_looks_at_whom_one_hears_unless_one_looks_at_something() -> None:
    assert looking(Pose(), 1.0).gaze_x == 1.0
    assert looking(Pose(), -1.0).turn < -0.5
    reading = Pose(gaze_y=-0.9)
    assert looking(reading, 1.0) == reading


def test_who_is_carried_along_steps_and_who_walks_already_is_left_alone() -> None:
    still, going = Pose(), stepping(Pose(), 0.05, 0.4, 1.0, jointed=True)
    assert abs(going.near_leg - going.far_leg) > 20
    assert stepping(still, 0.05, 0.0, 1.0, jointed=True) == still
    walking = Pose(near_leg=25, far_leg=-25)
    assert stepping(walking, 0.05, 0.4, 1.0, jointed=True) == walking
    assert stepping(Pose(), 0.05, 0.4, 1.0, jointed=False).stride > 0.5


def test_who_is_chased_runs_away_unless_there_is_more_to_do_for_either() -> None:
    both = frozenset({"man", "woman"})
    chase = Act("man", "chase", 0.5, 2.0, target="woman")
    assert answered([chase], both)[1].action == "flee"
    assert answered([chase, Act("woman", "cry", 3.0, 1.0)], both)[2:] == ()
    two = Two(MAN, WOMAN, "chase", SHAPES[1])
    gaps = [two.spot("woman", t / 4).x - two.spot("man", t / 4).x for t in range(4, 10)]
    assert min(gaps) > 0
    assert two.spot("woman", 2.4).x > two.spot("woman", 1.0).x + 0.3


def test_two_who_kiss_do_it_before_a_third_who_stands_between_them() -> None:
    two = Two(MAN, WOMAN, "kiss", SHAPES[2])
    two.there["bear"] = Presence("bear", 0.0, 0.2)
    assert two.spot("man", 2.0).depth < 0.2
    assert two.spot("woman", 2.0).depth < 0.2


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("action", ["walk", "run", "sneak", "swim", "push", "drive", "dance", "speak"])
def test_nobody_is_cut_by_the_frame_by_walking_to_its_edge(action: Action, shape: tuple[int, int]) -> None:
    two = Two(MAN, BEAR, "look", shape)
    for direction in ("left", "right"):
        two.acts = (Act("man", action, 0.0, 6.0, direction=direction),)
        for t in (1.0, 3.0, 6.0, 8.0):
            spot = two.spot("man", t)
            assert abs(spot.x) * two.half + 0.45 * two.figures.widths["man"] <= two.half


def test_who_drives_keeps_the_car_in_the_frame() -> None:
    two = Two(MAN, BEAR, "look", SHAPES[1])
    two.there["man"] = Presence("man", 0.0, 0.2)
    two.acts = (Act("man", "drive", 0.0, 6.0, direction="right"),)
    assert 0.1 < two.spot("man", 6.0).x * two.half < two.half - 0.5
