"""The tables that the director's understanding is measured with."""

import re
from typing import get_args

import pytest

from benchmarks.understanding_table import FIRST_KIND, SEEN, UNSEEN, Expectation, Name, expectations
from generator.vocabulary import ACTIONS, PLACES, STYLES, Angle, Camera, Framing, TimeOfDay, Weather

CLOSED = {
    "place": set(PLACES),
    "time": set(get_args(TimeOfDay)),
    "weather": set(get_args(Weather)),
    "style": set(STYLES),
    "camera": {*get_args(Framing), *get_args(Camera), *get_args(Angle), "slow"},
}
TABLES: tuple[Name, ...] = (SEEN, UNSEEN)
ROWS = {name: list(expectations(name)) for name in TABLES}
EVERY = [row for rows in ROWS.values() for row in rows]


@pytest.mark.parametrize("category", CLOSED)
def test_closed_lists_are_spelt_as_the_director_spells_them(category: str) -> None:
    named = {name for row in EVERY for either in getattr(row, category) for name in either}
    assert named
    assert named <= CLOSED[category]


def test_actions_are_those_that_can_be_acted() -> None:
    assert {name for row in EVERY for doing in row.actions for name in doing.actions} <= set(ACTIONS)


def test_who_acts_and_who_speaks_is_in_the_cast() -> None:
    for row in EVERY:
        cast = frozenset({"narrator"}).union(*row.cast)
        named = [doing.actors for doing in row.actions] + [line.speakers for line in row.lines]
        assert all(who <= cast for who in named), row.text


def test_concepts_are_spelt_like_names_of_the_lexicon() -> None:
    for row in EVERY:
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for either in row.cast for name in either), row.text


def test_what_is_said_stands_in_the_prompt() -> None:
    for row in EVERY:
        assert all(line.text in row.text for line in row.lines), row.text


def test_no_prompt_is_there_twice() -> None:
    texts = [row.text for row in EVERY]
    assert len(set(texts)) == len(texts)


def test_a_fifth_or_more_of_what_was_written_anew_is_unseen_in_both_languages() -> None:
    anew = [row for row in EVERY if row.kind != FIRST_KIND]
    assert len(anew) >= 200
    for language in ("ja", "en"):
        assert 0.17 <= _share(ROWS[UNSEEN], anew, language) <= 0.4, language


def _share(part: list[Expectation], whole: list[Expectation], language: str) -> float:
    return sum(row.kind.startswith(language) for row in part) / sum(row.kind.startswith(language) for row in whole)
