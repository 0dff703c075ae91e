"""Title and end cards: lettered whole, broken between phrases, gone when the story begins."""

from dataclasses import replace

import pytest

from generator.engines.engine import Canvas
from generator.engines.paper.title_cards import broken
from generator.storyboard import Storyboard
from generator.vocabulary import STYLES, Style
from tests.generator.engines.paper.paper_boards import board, difference, frame_at, shot

CANVAS = Canvas(90, 160, 24)


def carded(style: Style = "paper") -> Storyboard:
    return replace(board(shot(seconds=5.0), style=style), title_seconds=1.8, end_seconds=1.5, title="猫とロボットの夜")


@pytest.mark.parametrize("style", [style for style in STYLES if style not in ("news", "security", "sports")])
def test_a_title_card_covers_the_picture_and_is_gone_when_it_says(style: Style) -> None:
    titled = carded(style)
    bare = replace(titled, title_seconds=0.0, end_seconds=0.0)
    assert difference(frame_at(titled, 1.0, CANVAS), frame_at(bare, 1.0, CANVAS)) > 12
    assert difference(frame_at(titled, 1.8, CANVAS), frame_at(bare, 1.8, CANVAS)) < 1
    assert difference(frame_at(titled, 4.8, CANVAS), frame_at(bare, 4.8, CANVAS)) > 12


def test_a_title_over_the_picture_leaves_the_picture() -> None:
    over = replace(carded(), title_over=True, end_seconds=0.0)
    bare = replace(over, title_seconds=0.0)
    one, other = frame_at(over, 1.0, CANVAS), frame_at(bare, 1.0, CANVAS)
    assert difference(one[:70], other[:70]) > 2
    assert (one[75:] == other[75:]).all()


@pytest.mark.parametrize("ratio", [9 / 16, 1.0, 16 / 9])
@pytest.mark.parametrize(
    "title",
    ["猫", "猫とロボットの不思議な夜", "駅前インタビュー — ロボットと朝ごはん", "The Great Cheese Heist", "Cats",
     "A very long title about a bear who only wanted to sleep"],
)  # fmt: skip
def test_a_title_is_broken_between_phrases_into_three_rows_at_most(title: str, ratio: float) -> None:
    rows = broken(title, ratio)
    assert 1 <= len(rows) <= 3
    assert "".join(rows).replace(" ", "").replace("—", "") == title.replace(" ", "").replace("—", "")
    if title.isascii():
        assert all(word in title.split() for row in rows for word in row.split())


def test_a_japanese_title_is_not_broken_inside_a_word() -> None:
    assert list(broken("猫とロボットの不思議な夜", 9 / 16)) == ["猫とロボットの", "不思議な夜"]
