import pytest

from generator.lexicon.lexicon import Meaning, lexicon
from generator.vocabulary import PLACES, Place
from tests.generator.director.films import board


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_is_named_is_where_it_plays(place: Place) -> None:
    japanese, english = (lexicon().said[language][Meaning("place", place)] for language in ("ja", "en"))
    where = english if english.startswith("on ") else f"in the {english}"

    assert {shot.place for shot in board(f"猫が{japanese}で踊る").shots} == {place}
    assert {shot.place for shot in board(f"A cat dances {where}").shots} == {place}
