"""A storyboard put into words is read again as the same storyboard."""

import pytest

from core.screenplay import parse, write
from core.screenplay.sheet import screenplay_of
from generator.director.direct import direct, directed
from generator.director.sheet import sheet_of
from generator.storyboard import Shot

PROMPTS = [
    "猫が踊る",
    "夜の路地裏の屋台。白衣の博士がたこ焼きを焼いている。おばちゃんが「ちょっと、焼きすぎやで!」とツッコむ。",
    'A dog runs in the park. Then the dog jumps into the river and says "Cold!"',
    "",
]


def seen(shot: Shot) -> tuple[object, ...]:
    return shot.camera, shot.angle, shot.place, {act.action for act in shot.acts}


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("seed", [1, 7])
def test_a_sheet_is_read_as_it_was_meant(prompt: str, seed: int) -> None:
    found = directed(parse(prompt), seed=seed, language="ja")
    sheet = sheet_of(found, found.board.language)
    assert len(sheet) == len(found.board.shots)
    again = direct(parse(write(screenplay_of(sheet, found.screenplay))), seed=seed)
    assert [line.text for line in again.lines] == [line.text for line in found.board.lines]
    assert len(again.shots) == len(found.board.shots)
    for one, other in zip(again.shots, found.board.shots, strict=True):
        assert one.seconds == pytest.approx(other.seconds, abs=0.05)
        assert seen(one)[:3] == seen(other)[:3]
        assert seen(one)[3] >= seen(other)[3]  # type: ignore[operator]
