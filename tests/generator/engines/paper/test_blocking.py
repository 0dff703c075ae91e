from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.engines.paper.blocking import Spot, apart, where
from generator.engines.paper.flights import props_at
from generator.storyboard import Act, Presence
from generator.vocabulary import ACTIONS, Action

CAT = Presence("cat", -0.5)
DOG = Presence("dog", 0.5, facing="left")
BOTH = {"cat": CAT, "dog": DOG}


def spots(acts: list[Act], seconds: float = 6.0, who: Presence = CAT) -> list[Spot]:
    return [where(who, acts, i / 24, BOTH) for i in range(round(seconds * 24))]


def test_who_does_nothing_stays() -> None:
    assert {(spot.x, spot.y) for spot in spots([])} == {(-0.5, 0.0)}


@pytest.mark.parametrize("action", ["walk", "run", "sneak", "swim", "surf", "ride", "drive", "slide", "roll"])
@pytest.mark.parametrize("direction", ["left", "right"])
def test_going_goes_the_way_that_is_said(action: Action, direction: str) -> None:
    way = 1 if direction == "right" else -1
    end = where(Presence("cat", 0.0), [Act("cat", action, 0, 2, direction=direction)], 3.0, BOTH)  # type: ignore[arg-type]
    assert end.x * way > 0.1
    assert end.facing == way


def test_who_enters_comes_from_the_wings_to_its_place() -> None:
    way = spots([Act("cat", "enter", 1, 2)])
    assert not way[0].on_stage
    assert way[-1].on_stage
    assert way[-1].x == pytest.approx(-0.5)


@pytest.mark.parametrize("action", ["leave", "flee"])
def test_who_leaves_is_gone(action: Action) -> None:
    way = spots([Act("cat", action, 1, 2)])
    assert way[0].on_stage
    assert not way[-1].on_stage


def test_approaching_ends_beside_the_other_and_faces_it() -> None:
    end = where(CAT, [Act("cat", "approach", 0, 2, target="dog")], 3.0, BOTH)
    assert 0.05 < 0.5 - end.x < 0.5
    assert end.facing == 1


def test_fleeing_from_somebody_runs_away_from_them() -> None:
    end = where(CAT, [Act("cat", "flee", 0, 2, target="dog")], 1.0, BOTH)
    assert end.x < -0.5
    assert end.facing == -1


def test_who_chases_follows_who_runs() -> None:
    acts = [Act("dog", "run", 0, 3, direction="left"), Act("cat", "chase", 0, 3, target="dog")]
    end = where(CAT, acts, 3.0, BOTH)
    assert abs(end.x - where(DOG, acts, 3.0, BOTH).x) < 0.5


def test_two_who_chase_each_other_do_not_hang_us() -> None:
    acts = [Act("cat", "chase", 0, 3, target="dog"), Act("dog", "chase", 0, 3, target="cat")]
    assert where(CAT, acts, 2.0, BOTH).on_stage


def test_flying_goes_up_and_walking_comes_down_again() -> None:
    acts = [Act("cat", "fly", 0, 2), Act("cat", "walk", 3, 2)]
    assert where(CAT, acts, 2.0, BOTH).y > 0.3
    assert where(CAT, acts, 5.5, BOTH).y == pytest.approx(0.0)


def test_directions_into_the_picture_change_the_depth() -> None:
    assert where(CAT, [Act("cat", "walk", 0, 2, direction="away")], 3, BOTH).depth > 0.6
    assert where(CAT, [Act("cat", "walk", 0, 2, direction="near")], 3, BOTH).depth < 0.1


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.builds(
            Act,
            st.sampled_from(["cat", "dog"]),
            st.sampled_from(ACTIONS),
            st.floats(0, 4),
            st.floats(0.5, 3),
            st.sampled_from([None, "cat", "dog", "nobody"]),
            direction=st.sampled_from([None, "left", "right", "up", "down", "away", "near"]),
        ),
        max_size=5,
    )
)
def test_nobody_jumps_from_place_to_place(acts: list[Act]) -> None:
    seen = [spot for spot in spots(acts) if spot.on_stage]
    for one, other in pairwise(seen):
        assert abs(one.x - other.x) < 0.2
        assert abs(one.y - other.y) < 0.2
    assert all(-1 <= spot.facing <= 1 for spot in seen)


def test_what_is_thrown_flies_to_who_is_meant_and_is_caught() -> None:
    acts = [Act("cat", "throw", 0, 1, target="dog", prop_figure="⚾"), Act("dog", "catch", 0.3, 1.2, target="cat")]
    flying = [props_at(BOTH, acts, i / 24) for i in range(48)]
    places = [flights[0].x for flights in flying if flights]
    assert not flying[0]
    assert places == sorted(places)
    assert not flying[-1]


def test_what_is_thrown_away_lands_and_lies_there() -> None:
    acts = [Act("cat", "throw", 0, 1, prop="umbrella", prop_figure="☂")]
    (umbrella,) = props_at(BOTH, acts, 5.0)
    assert umbrella.figure == "☂"
    assert umbrella.y == pytest.approx(0.0)


def test_who_cross_each_other_walk_in_lanes_of_their_own() -> None:
    acts = [Act("cat", "walk", 0, 5, direction="right"), Act("dog", "walk", 0, 5, direction="left")]
    lanes = apart([CAT, DOG], acts, 0.0, 5.0)
    assert abs(lanes["cat"].depth - lanes["dog"].depth) > 0.2
    bird = Presence("bird", 0.0, depth=0.2)
    three = apart([CAT, DOG, bird], acts, 0.0, 5.0)
    depths = sorted(presence.depth for presence in three.values())
    assert min(after - before for before, after in pairwise(depths)) > 0.2


def test_who_only_stand_or_meet_stay_where_the_director_put_them() -> None:
    acts = [Act("cat", "approach", 0, 2, target="dog")]
    assert apart([CAT, DOG], acts, 0.0, 4.0) == BOTH
