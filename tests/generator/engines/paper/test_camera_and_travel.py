from itertools import pairwise

import pytest

from generator.engines.paper.acting import pose_at
from generator.engines.paper.camera import Held, lens_for, stand, view_at
from generator.engines.paper.cast import Company
from generator.engines.paper.puppet import Puppet
from generator.engines.paper.travel import travel_of
from generator.storyboard import Character
from tests.generator.engines.paper.paper_boards import CAT, WOMAN, act, board, shot

PORTRAIT = lens_for(720, 1280, 1)
RABBIT = Character("rabbit", "rabbit", "うさぎ", "🐇", None, 0.5)
HELD = [Held(0.2, 0.05, 1.0, 0.5), Held(-0.3, 0.05, 0.6, 0.5)]


def _height_in_frame(framing: str) -> float:
    return 1.0 / view_at(shot(framing=framing, focus="woman"), 0.5, PORTRAIT, HELD, 1).height


def test_an_adult_is_two_fifths_of_an_upright_wide_shot_and_more_of_a_medium_one() -> None:
    assert _height_in_frame("wide") == pytest.approx(0.40)
    assert _height_in_frame("medium") == pytest.approx(0.62, abs=0.02)
    assert _height_in_frame("close") > 1


def test_feet_stand_a_good_fifth_above_the_lower_edge_of_a_wide_shot() -> None:
    view = view_at(shot(), 0.5, PORTRAIT, HELD, 1)
    assert PORTRAIT.matrix(view, 1.0).mapXY(0, 0).y() == pytest.approx(1280 * 0.78)


def test_two_in_a_two_shot_are_both_in_the_frame() -> None:
    view = view_at(shot(framing="two_shot"), 0.5, PORTRAIT, HELD, 1)
    seen = PORTRAIT.sees(view, 1.0)
    assert all(seen.left() < who.x - who.broad / 2 and who.x + who.broad / 2 < seen.right() for who in HELD)


@pytest.mark.parametrize(
    ("camera", "sign"), [("pan_right", 1), ("pan_left", -1)],
)  # fmt: skip
def test_a_pan_goes_the_way_it_says(camera: str, sign: int) -> None:
    views = [view_at(shot(camera=camera), t, PORTRAIT, HELD, 1) for t in (0.0, 1.0)]
    assert sign * (views[1].x - views[0].x) > 0.2


def test_zooming_in_shows_less_and_zooming_out_more() -> None:
    for camera, sign in (("zoom_in", -1), ("zoom_out", 1)):
        heights = [view_at(shot(camera=camera), t, PORTRAIT, HELD, 1).height for t in (0.0, 0.5, 1.0)]
        assert sign * (heights[1] - heights[0]) > 0
        assert sign * (heights[2] - heights[1]) > 0


@pytest.mark.parametrize("camera", ["static", "pan_right", "pan_left", "zoom_in", "zoom_out"])
@pytest.mark.parametrize("x", [-0.55, 0.0, 0.55])
def test_however_the_camera_moves_the_focus_stays_in_a_wide_shot(camera: str, x: float) -> None:
    one = Held(x, 0.0, 0.7, 0.6)
    for t in (0.0, 0.25, 0.5, 0.75, 1.0):
        seen = PORTRAIT.sees(view_at(shot(camera=camera), t, PORTRAIT, [one], 1), 1.0)
        assert seen.left() < x - 0.3
        assert x + 0.3 < seen.right()


@pytest.mark.parametrize("framing", ["medium", "close"])
@pytest.mark.parametrize("side", [-1.0, 1.0])
def test_a_face_that_is_far_ahead_of_the_feet_is_in_the_frame(framing: str, side: float) -> None:
    mouse = Held(0.1, 0.0, 0.7, 0.8, face=side * 0.34)
    for t in (0.0, 0.5, 1.0):
        seen = PORTRAIT.sees(view_at(shot(framing=framing, camera="zoom_in"), t, PORTRAIT, [mouse], 1), 1.0)
        assert seen.left() < 0.1 + side * 0.4 < seen.right()


def test_a_still_camera_stays_where_it_is() -> None:
    assert len({view_at(shot(), t / 10, PORTRAIT, HELD, 1) for t in range(11)}) == 1


def test_what_is_far_moves_less_than_what_is_near() -> None:
    start, end = (view_at(shot(camera="pan_right"), t, PORTRAIT, HELD, 1) for t in (0.0, 1.0))
    moved = [
        PORTRAIT.matrix(start, near).mapXY(0, 0).x() - PORTRAIT.matrix(end, near).mapXY(0, 0).x()
        for near in (0.1, 0.5, 1)
    ]
    assert 0 < moved[0] < moved[1] < moved[2]


def test_who_stands_at_the_back_is_higher_and_smaller() -> None:
    front, back = stand(0.0, 0.0, 0.0, PORTRAIT, 1.0), stand(0.0, 0.0, 1.0, PORTRAIT, 1.0)
    assert back[1] > front[1]
    assert back[2] < front[2]


def test_who_is_at_the_top_is_still_in_the_frame() -> None:
    _, feet, size, _ = stand(0.0, 1.0, 0.2, PORTRAIT, 0.6)
    assert feet + 0.6 * size == pytest.approx(PORTRAIT.wide * 0.78)


def test_the_set_goes_by_while_somebody_drives() -> None:
    travel = travel_of(shot(seconds=4, place="road", acts=(act(CAT, "drive", 0.0, 4.0),)))
    covered = [travel.at(t) for t in (0.0, 1.0, 2.0, 3.0, 4.0)]
    assert covered[0] == 0
    assert all(later > sooner for sooner, later in pairwise(covered))


def test_the_set_stays_when_somebody_else_only_stands_by() -> None:
    travel = travel_of(shot(seconds=4, cast=(CAT, WOMAN), place="road", acts=(act(CAT, "drive", 0.0, 4.0),)))
    assert travel.at(3.0) == 0


def test_a_walk_is_followed_only_by_a_camera_that_follows() -> None:
    walking = (act(CAT, "walk", 0.0, 4.0),)
    assert travel_of(shot(seconds=4, acts=walking)).at(3.0) == 0
    assert travel_of(shot(seconds=4, acts=walking, camera="follow")).at(3.0) > 0.5


@pytest.mark.parametrize("framing", ["medium", "close"])
@pytest.mark.parametrize("who", [CAT, WOMAN, RABBIT], ids=["cat", "woman", "rabbit"])
@pytest.mark.parametrize("seed", range(4))
def test_a_face_stays_in_the_frame_however_its_owner_dances(framing: str, who: Character, seed: int) -> None:
    dance = shot(seconds=4, framing=framing, cast=(who,), acts=(act(who, "dance", 0.0, 4.0),), focus=who.id)
    puppet = Puppet(who)
    company = Company(board(dance, cast=(who,), seed=seed), dance, PORTRAIT, {who.id: puppet}, (), "ground")
    for step in range(41):
        t = step / 10
        seen = PORTRAIT.sees(view_at(dance, t, PORTRAIT, company.held(t), seed), 1.0)
        (one,) = company.standings(t)
        pose = pose_at(who, dance.acts, t, seed=seed, facing=one.spot.facing)
        left, right = puppet.face(pose)
        assert seen.left() < one.x + left * one.size
        assert one.x + right * one.size < seen.right()
