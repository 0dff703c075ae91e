"""Camera and cutting, asked for in words, reach the storyboard."""

from typing import Any

import pytest

from core.screenplay import parse
from generator.director.direct import direct
from generator.storyboard import Storyboard
from tests.generator.storyboard_rules import broken_rules


def directed(prompt: str) -> Storyboard:
    board = direct(parse(prompt), seed=3)
    assert broken_rules(board) == []
    return board


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("肩越しのショット", "framing", "over_shoulder"), ("over the shoulder", "framing", "over_shoulder"),
        ("主観ショット", "framing", "pov"), ("POV shot", "framing", "pov"),
        ("2ショット", "framing", "two_shot"), ("two-shot", "framing", "two_shot"),
        ("クローズアップ", "framing", "close"), ("extreme close-up", "framing", "close"),
        ("全景", "framing", "wide"), ("establishing wide shot", "framing", "wide"),
        ("俯瞰", "angle", "overhead"), ("bird's eye view", "angle", "overhead"),
        ("ローアングル", "angle", "low"), ("low angle", "angle", "low"),
        ("手持ちカメラ", "camera", "handheld"), ("handheld camera", "camera", "handheld"),
        ("監視カメラの映像", "camera", "surveillance"), ("CCTV footage", "camera", "surveillance"),
        ("右にパン", "camera", "pan_right"), ("pan left", "camera", "pan_left"),
        ("ティルトアップ", "camera", "tilt_up"), ("tilt down", "camera", "tilt_down"),
        ("ドリーイン", "camera", "zoom_in"), ("push in", "camera", "zoom_in"),
        ("トラックバック", "camera", "zoom_out"), ("pull back", "camera", "zoom_out"),
        ("追いかけるカメラ", "camera", "follow"), ("tracking shot", "camera", "follow"),
        ("ピン送り", "camera", "rack"), ("rack focus", "camera", "rack"),
        ("ワイプ", "transition", "wipe"), ("wipe", "transition", "wipe"),
        ("アイリスイン", "transition", "iris"), ("iris in", "transition", "iris"),
        ("オーバーラップ", "transition", "dissolve"), ("dissolve", "transition", "dissolve"),
        ("暗転", "transition", "fade"), ("fade", "transition", "fade"),
        ("ホイップパン", "transition", "whip"), ("whip pan", "transition", "whip"),
        ("紙芝居のようにめくる", "transition", "page"), ("pull the card", "transition", "page"),
    ],
)  # fmt: skip
def test_the_note_of_a_shot_is_obeyed(words: str, field: str, value: Any) -> None:
    japanese = not words.isascii()
    prompt = (
        f"[カット1] 3秒 公園に女の子と熊がいる\n[カット2] 3秒 {words} 熊が女の子に手を振る"
        if japanese
        else f"[Shot 1] 3s: a girl and a bear in a park\n[Shot 2] 3s {words}: the bear waves at the girl"
    )
    assert getattr(directed(prompt).shots[-1], field) == value


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("駅で犬が走る。次に海で犬が泳ぐ。ワイプで切り替え。", "transition", "wipe"),
        ("A dog runs in a city, then swims in the sea. Iris transition.", "transition", "iris"),
        ("公園で女の子が熊に手を振る。主観ショット。", "framing", "pov"),
        ("A girl meets a bear in a park. The girl says \"Hello\". Over-the-shoulder shot.", "framing", "over_shoulder"),
        ("森で狐が踊る。ピン送り。", "camera", "rack"),
    ],
)  # fmt: skip
def test_words_about_the_whole_film_reach_a_shot(prompt: str, field: str, value: Any) -> None:
    assert value in [getattr(shot, field) for shot in directed(prompt).shots]


def test_through_somebodys_eyes_we_do_not_see_them() -> None:
    shot = next(shot for shot in directed("公園で女の子が熊に手を振る。主観ショット。").shots if shot.framing == "pov")
    assert [presence.character for presence in shot.cast] == ["c2"]


def test_one_watched_shot_makes_no_film_of_a_security_camera() -> None:
    board = directed("[Shot 1] 3s wide: a mouse in a museum\n[Shot 2] 3s CCTV: the mouse runs")
    assert board.style == "paper"
    assert [shot.camera == "surveillance" for shot in board.shots] == [False, True]


def test_a_style_goes_over_to_another_place_in_its_own_way() -> None:
    prompt = parse("駅で犬が走る。次に海で犬が泳ぐ。")
    turns = {style: direct(prompt, seed=3, style=style).shots[-1].transition for style in ("old_film", "noir", "paper")}
    assert turns == {"old_film": "iris", "noir": "fade", "paper": "page"}


def test_who_speaks_in_a_medium_shot_is_not_crowded_by_somebody_cut_in_two() -> None:
    board = directed("公園。女の子「ねえ、今日はどこへ行こうか?」熊「山がいいな」女の子「いいね」")
    singles = [shot for shot in board.shots if shot.framing == "medium" and shot.acts]
    assert singles
    assert all(len(shot.cast) == 1 for shot in singles)
