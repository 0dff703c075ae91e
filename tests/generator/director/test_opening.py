"""Cards make room for themselves: the story is moved, never shortened below what was asked."""

import pytest

from core.screenplay import parse
from generator.director.direct import direct
from generator.director.opening import END, TITLE
from tests.generator.storyboard_rules import broken_rules


def test_a_film_with_a_title_opens_with_it_and_then_tells_its_story() -> None:
    board = direct(parse("タイトル: 森の夜\n熊が「こんばんは」と言う"), seed=3)
    assert board.title_seconds == TITLE
    assert not board.title_over
    assert board.lines[0].start >= TITLE
    assert all(act.start >= TITLE for shot in board.shots for act in shot.acts)
    assert broken_rules(board) == []


def test_prose_under_a_title_is_no_part_of_it() -> None:
    board = direct(parse("Title: The Heist\nA mouse meets a dog in a museum"), seed=3)
    assert board.title == "The Heist"
    assert [who.concept for who in board.cast] == ["mouse", "dog"]


@pytest.mark.parametrize("seconds", [8.0, 12.0, 20.0])
def test_cards_are_within_the_length_that_was_asked_for(seconds: float) -> None:
    board = direct(parse("絵本風の森で熊が踊る"), seed=3, seconds=seconds)
    assert board.seconds == seconds
    assert (board.title_seconds, board.end_seconds) == (TITLE, END)
    assert broken_rules(board) == []


def test_a_short_film_has_no_room_for_cards() -> None:
    board = direct(parse("絵本風の森で熊が踊る"), seed=3, seconds=4)
    assert (board.title_seconds, board.end_seconds) == (0, 0)


def test_where_every_time_is_given_the_title_stands_over_the_picture() -> None:
    board = direct(parse("Title: Heist (7s)\n[Shot 1] 3s wide: a mouse in a museum\n[Shot 2] 4s: it runs"), seed=3)
    assert board.title_over
    assert [shot.start for shot in board.shots] == [0, 3]
    assert board.seconds == 7


def test_nobody_who_asked_for_nothing_gets_a_card() -> None:
    board = direct(parse("猫が庭で踊る"), seed=3)
    assert (board.title_seconds, board.end_seconds) == (0, 0)


def test_the_end_is_shown_where_it_is_asked_for() -> None:
    assert direct(parse("A cat sleeps in a garden. End card."), seed=3).end_seconds == END


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("A commercial where a panda eats noodles", "A panda eats noodles"),
        ("a nature documentary about a bear that eats fish", "A bear that eats fish"),
        ("a silent film of two clowns dancing", "Two clowns dancing"),
        ("絵本風の森で熊が踊る", "森で熊が踊る"),
        ("台風の夜に猫が鳴く", "台風の夜に猫が鳴く"),
        ("A bear reads a picture book", "A bear reads a picture book"),
    ],
)
def test_the_kind_of_film_is_no_part_of_its_title(prompt: str, title: str) -> None:
    assert direct(parse(prompt), seed=3).title == title
