from collections.abc import Callable

from generator.sound.cues import effect_cues
from generator.storyboard import Act, Shot, SoundCue, SpokenLine, Storyboard
from generator.vocabulary import Weather

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
