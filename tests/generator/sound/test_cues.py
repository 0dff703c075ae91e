from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest

from generator.sound.cues import Cue, effect_cues
from generator.storyboard import Act, Character, Presence, Shot, SoundCue, SpokenLine, Storyboard, Voice
from generator.vocabulary import ACTIONS, Action, Effect, Place, Weather

Film = Callable[..., Storyboard]


def _heard(board: Storyboard) -> list[tuple[str, float]]:
    return [(cue.effect, round(cue.start, 2)) for cue in effect_cues(board)]


def test_what_people_do_is_heard_when_they_do_it(film: Film) -> None:
    board = film(acts=[Act("reporter", "walk", 0.0, 2.0), Act("shopper", "jump", 3.0, 1.0)])

    assert _heard(board) == [("footsteps", 0.0), ("jump", 3.0), ("land", 3.85)]


def test_an_effect_that_the_storyboard_gives_is_not_doubled(film: Film) -> None:
    board = film(acts=[Act("reporter", "throw", 1.0, 1.0)], sounds=[SoundCue("whoosh", 1.2)])

    assert _heard(board) == [("whoosh", 1.2)]


def test_an_animal_cries_as_itself_unless_it_is_speaking(film: Film) -> None:
    acts = [Act("bear", "get_angry", 1.0, 1.0)]

    assert _heard(film(acts=acts)) == [("roar", 1.0)]
    assert _heard(film([SpokenLine("bear", "うるさい", 0.8, 2.0, "ja")], acts=acts)) == []


def test_a_busy_moment_stays_clear(film: Film) -> None:
    crowd = [Act(who, "jump", 1.0, 1.0) for who in ("reporter", "shopper", "man", "bear")]
    others = [Act("man", "eat", 1.0, 1.0), Act("man", "shine", 1.1, 1.0), Act("man", "spin", 1.2, 1.0)]

    near = [cue for cue in effect_cues(film(acts=crowd + others)) if 0.9 < cue.start < 1.4]

    assert len(near) <= 3
    assert len({cue.effect for cue in near}) == len(near)


def test_effects_come_from_where_their_maker_stands(film: Film) -> None:
    cue = effect_cues(film(acts=[Act("shopper", "sneeze", 1.0, 1.0)]))[0]

    assert cue.x == 0.6


def test_rain_that_falls_anyway_is_not_turned_up_twice(film: Film) -> None:
    def level(weather: Weather) -> float:
        shot = Shot(0.0, 6.0, "wide", "static", "street", "day", weather)
        return effect_cues(film(shots=[shot], sounds=[SoundCue("rain", 1.0, 3.0)]))[0].level

    assert level("rain") < level("clear") == 0.0


def _alone(film: Film, who: Character, *acts: Act, place: Place = "street", **shot: object) -> tuple[Cue, ...]:
    stands = Presence(who.id, 0.2, depth=0.8)
    whole = Shot(0.0, 6.0, "wide", "static", place, "day", "clear", (stands,), tuple(acts), **shot)  # type: ignore[arg-type]
    return effect_cues(replace(film(shots=[whole]), cast=(who,)))


def _player(concept: str, voice: Voice | None = None) -> Character:
    return Character("c1", concept, concept, "🎭", voice=voice or Voice())


@pytest.mark.parametrize(
    ("place", "weather", "heard"),
    [
        ("street", "clear", "footsteps"), ("room", "rain", "steps_boards"), ("street", "rain", "steps_water"),
        ("park", "clear", "steps_grass"), ("park", "snow", "steps_snow"), ("beach", "clear", "steps_sand"),
    ],
)  # fmt: skip
def test_feet_are_heard_on_what_they_tread(film: Film, place: Place, weather: Weather, heard: Effect) -> None:
    board = film(
        shots=[
            Shot(0.0, 6.0, "wide", "static", place, "day", weather, (Presence("man", 0.0),),
                 (Act("man", "walk", 0.0, 2.0),))
        ]
    )  # fmt: skip

    assert [cue.effect for cue in effect_cues(board)] == [heard]


def test_wheels_hooves_and_wings_have_no_shoes_on(film: Film) -> None:
    going = Act("c1", "run", 2.0, 2.0)

    assert [cue.effect for cue in _alone(film, _player("truck"), going)] == ["engine"]
    assert [cue.effect for cue in _alone(film, _player("horse"), going)] == ["neigh", "hooves"]
    assert [cue.effect for cue in _alone(film, _player("dove"), going)] == ["birds"]


def test_an_animal_that_says_nothing_is_heard_once(film: Film) -> None:
    assert [(cue.effect, cue.start) for cue in _alone(film, _player("owl"))] == [("hoot", 0.5)]


def test_a_child_laughs_higher_than_a_man_and_from_where_it_stands(film: Film) -> None:
    laughing = Act("c1", "laugh", 1.0, 1.0)
    child, man = (
        _alone(film, _player(name, voice), laughing)[0]
        for name, voice in (("girl", Voice("female", "child", size=0.85)), ("man", Voice("male")))
    )

    assert child.effect == man.effect == "laugh"
    assert child.pitch > 1.5 * man.pitch
    assert (child.x, child.far) == (0.2, 0.8)


def test_the_next_card_is_heard_being_pulled(film: Film) -> None:
    shots = [
        Shot(0.0, 3.0, "wide", "static", "room", "day", "clear"),
        Shot(3.0, 3.0, "wide", "static", "room", "day", "clear", transition="page"),
    ]

    assert _heard(film(shots=shots)) == [("page", 2.9)]


def test_there_are_many_sounds_and_most_of_what_is_done_has_one(film: Film) -> None:
    audible = {
        action
        for action in ACTIONS
        if any(cue.effect for cue in _alone(film, _player("man"), Act("c1", action, 1.0, 2.0)))
    }

    assert len(get_args(Effect)) >= 90
    assert len(audible) >= 55
    assert len({cue.effect for action in audible for cue in _alone(film, _player("man"), _act(action))}) >= 32


def _act(action: Action) -> Act:
    return Act("c1", action, 1.0, 2.0)
