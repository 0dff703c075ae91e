import pytest

from generator.engines.paper.figures import figure
from generator.engines.paper.given_faces import performs, with_face
from generator.engines.paper.puppet import Puppet
from generator.storyboard import Act, Character, Presence, Shot, SpokenLine, Storyboard
from generator.vocabulary import Action

APPLE = Character("it", "apple", "りんご", "🍎")
CAR = Character("it", "car", "車", "🚗")


def film(who: Character, action: Action | None = None, *, speaks: bool = False) -> Storyboard:
    acts = (Act("it", action, 0.0, 2.0),) if action else ()
    shot = Shot(0.0, 3.0, "wide", "static", "park", "day", "clear", cast=(Presence("it", 0.0),), acts=acts)
    lines = (SpokenLine("it", "おはよう", 0.5, 1.0, "ja"),) if speaks else ()
    return Storyboard("", 3.0, "square", "paper", 1, "ja", (who,), (shot,), lines)


@pytest.mark.parametrize("emoji", ["🍎", "🍙", "🚗", "🌳", "🏠", "☀️", "🎸", "🚀", "🌙"])
def test_a_thing_that_performs_has_two_eyes_and_a_mouth_on_its_paper(emoji: str) -> None:
    plain = figure(emoji)
    assert plain is not None
    faced = with_face(plain)
    assert len(faced.eyes) == 2
    assert faced.mouth is not None
    left, right = faced.eyes
    assert left.x < faced.mouth.x < right.x
    assert faced.mouth.y > left.y
    for x, y in ((left.x, left.y), (right.x, right.y), (faced.mouth.x, faced.mouth.y)):
        assert faced.covers(x, y)


def test_somebody_with_eyes_keeps_them() -> None:
    cat = figure("🐈")
    assert cat is not None
    assert with_face(cat) is cat


def test_a_thing_performs_when_it_speaks_or_does_what_the_living_do() -> None:
    assert performs(APPLE, film(APPLE, speaks=True))
    assert performs(APPLE, film(APPLE, "laugh"))
    assert performs(APPLE, film(APPLE, "walk"))
    assert not performs(APPLE, film(APPLE, "fall"))
    assert not performs(APPLE, film(APPLE))


def test_a_car_that_only_drives_or_runs_is_a_car() -> None:
    assert not performs(CAR, film(CAR, "drive"))
    assert not performs(CAR, film(CAR, "run"))
    assert performs(CAR, film(CAR, "cry"))


def test_only_who_performs_is_alive() -> None:
    assert Puppet(APPLE, performs=True).is_alive
    assert not Puppet(APPLE).is_alive
