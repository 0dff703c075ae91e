from dataclasses import replace

import pytest

from generator.engines.paper.looks import look_of
from generator.engines.paper.players import players
from generator.engines.paper.told_apart import told_apart
from generator.storyboard import Character

MAN = Character("man", "man", "男", "👨", "#3d5a80", person=True)
CAT = Character("cat", "cat", "猫", "🐈", None, 0.62)


@pytest.mark.parametrize("seed", range(6))
def test_two_men_of_one_film_have_other_hair_and_another_coat(seed: int) -> None:
    one, other = told_apart([MAN, replace(MAN, id="other")], seed)
    assert one.figure != other.figure
    assert one.colour == MAN.colour or one.colour != other.colour


def test_a_coat_that_the_prompt_names_is_kept_by_both() -> None:
    red = replace(MAN, colour="#d02020")
    assert [who.colour for who in told_apart([red, replace(red, id="other")], 3)] == ["#d02020", "#d02020"]


def test_people_differ_by_seed_and_stay_the_same_for_the_same_seed() -> None:
    figures = {told_apart([MAN], seed)[0].figure for seed in range(12)}
    assert len(figures) >= 4
    assert told_apart([MAN, CAT], 5) == told_apart([MAN, CAT], 5)


def test_of_three_cats_no_two_are_of_one_colour_and_the_first_is_as_cats_are() -> None:
    cats = told_apart([replace(CAT, id=f"cat{n}") for n in range(3)], 1)
    assert cats[0].colour is None
    assert len({look_of("🐈", cat.colour, 0).base for cat in cats}) == 3


def test_three_black_cats_are_black() -> None:
    black = replace(CAT, colour="#303038")
    assert {cat.colour for cat in told_apart([replace(black, id=f"cat{n}") for n in range(3)], 1)} == {"#303038"}


def test_who_shrugs_or_rides_in_the_font_is_a_person_with_a_body() -> None:
    assert players(replace(MAN, figure="🤷‍♀️"))[0].figure == "👩"
    assert players(replace(MAN, figure="🙋"))[0].figure == "🧑"
