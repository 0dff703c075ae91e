"""Styles: told apart at first sight, complete, lettered, and as many pictures a second as their cameras take."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
import skia

from core.screenplay import parse
from generator.director.direct import direct
from generator.engines.paper.styles.letters import letters
from generator.engines.paper.styles.overlays import OVERLAYS
from generator.engines.paper.styles.palettes import PALETTES
from generator.engines.paper.styles.subtitles import SUBTITLES
from generator.engines.paper.tint import Grade
from generator.sound.bands import BANDS
from generator.storyboard import SpokenLine, Storyboard
from generator.vocabulary import STYLES, Style
from tests.generator.engines.paper.paper_boards import board, difference, frame_at, shot


def spoken(style: Style) -> Storyboard:
    line = SpokenLine("cat", "こんにちは", 0.2, 1.5, "ja")
    return board(shot(seconds=4.0), style=style, lines=(line,))


def test_no_two_styles_look_alike_in_one_frame() -> None:
    frames = {style: frame_at(spoken(style), 1.0) for style in STYLES}
    alike = [pair for pair in combinations(STYLES, 2) if difference(frames[pair[0]], frames[pair[1]]) < 4]
    assert not alike


@pytest.mark.parametrize("style", [style for style in STYLES if style != "paper"])
def test_a_style_changes_colours_film_and_letters_together(style: Style) -> None:
    assert style in PALETTES
    assert style in OVERLAYS
    assert SUBTITLES[style] != SUBTITLES["paper"]


def test_every_style_has_a_band_of_its_own() -> None:
    assert len({str(BANDS[style]) for style in STYLES}) == len(STYLES)


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("浮世絵風に、波に乗る犬", "ukiyoe"),
        ("怪談。古い井戸から猫が出てくる", "ghost"),
        ("サイバーパンクな街を走るロボット", "cyberpunk"),
        ("絵本風の森でくまが眠る", "picture_book"),
        ("無声映画みたいに警官が泥棒を追いかける", "old_film"),
        ("スポーツ中継。熊がボールを蹴る", "sports"),
        ("自然ドキュメンタリー。ペンギンが歩く", "nature"),
        ("テレビCM。猫がおにぎりを食べる", "commercial"),
        ("a ghost story: a cat walks into a castle", "ghost"),
        ("nature documentary about a bear that eats fish", "nature"),
        ("a silent film of two clowns dancing", "old_film"),
        ("woodblock print of a fox in the snow", "ukiyoe"),
        ("sports broadcast: a dog kicks a ball", "sports"),
        ("a commercial where a panda eats noodles", "commercial"),
        ("80s tv show with a dancing robot", "retro"),
        ("picture book style, a rabbit sleeps", "picture_book"),
        ("film noir, a detective in the rain", "noir"),
    ],
)  # fmt: skip
def test_a_prompt_implies_its_style(prompt: str, style: Style) -> None:
    assert direct(parse(prompt), seed=3).style == style


def test_a_style_sets_the_hour_unless_the_prompt_does() -> None:
    assert direct(parse("猫が庭を歩く"), seed=3, style="ghost").shots[0].time_of_day == "night"
    assert direct(parse("朝、猫が庭を歩く"), seed=3, style="ghost").shots[0].time_of_day == "morning"


def test_an_old_camera_takes_fewer_pictures_but_never_one_of_the_shot_before() -> None:
    second = replace(shot(), start=2.02, seconds=2.0)
    film = board(replace(shot(), seconds=2.02), second, style="old_film")
    grade = Grade(film, 90, 160)
    shown = {grade.shown(second, 2.02 + number / 24) for number in range(24)}
    assert min(shown) >= second.start
    assert 11 <= len(shown) <= 14


def test_the_lower_third_is_gone_while_somebody_speaks() -> None:
    film = replace(spoken("news"), lines=())
    over = Grade(film, 90, 160)
    talking = Grade(spoken("news"), 90, 160)

    def laid(grade: Grade, t: float) -> float:
        surface = skia.Surface(90, 160)
        grade.over(surface.getCanvas(), film.shots[0], t)
        return float(surface.toarray()[110:150, :, 3].mean())

    assert laid(over, 1.0) > 60
    assert laid(talking, 1.0) == 0
    assert laid(talking, 3.6) > 60


def test_a_vertical_line_stands_and_a_long_one_is_shortened_to_its_room() -> None:
    upright = letters("紙芝居のはじまり", 20, "#ffffff", serif=True, vertical=True)
    assert upright.height() > 5 * upright.width()
    assert letters("長い長い題名" * 9, 20, "#ffffff", room=200).width() <= 210
    assert np.asarray(upright.toarray())[..., 3].any()
