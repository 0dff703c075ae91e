import pytest

from core.refusals import BadInput
from core.screenplay import parse
from core.screenplay.sheet import SheetShot, read_shot, screenplay_of, write_shot

CAT = SheetShot(3.0, "猫が屋根で踊る", "アップ、ズーム", "", "フェード")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("shot", [CAT, SheetShot(2.5), SheetShot(1.25, "a cat: it dances", "", 'Cat: "Hi"', "cut")])
def test_what_is_written_reads_back(shot: SheetShot, language: str) -> None:
    assert read_shot(write_shot(shot, language), SheetShot(9.0, "other", "other", "other", "other")) == shot


@pytest.mark.parametrize("said", ["", "-", "そのまま", " OK "])
def test_a_shot_can_stay_as_it_is(said: str) -> None:
    assert read_shot(said, CAT) == CAT


def test_only_what_is_named_changes_and_bare_words_are_action() -> None:
    assert read_shot("秒数:4", CAT) == SheetShot(4.0, *(CAT.action, CAT.camera, CAT.line, CAT.transition))
    assert read_shot("犬が走る", CAT).action == "犬が走る"
    assert read_shot("カメラ:", CAT).camera == ""
    assert read_shot("動き: 犬が走る\nそして止まる", CAT).action == "犬が走る そして止まる"


@pytest.mark.parametrize("seconds", ["0", "61", "長め", "-"])
def test_a_length_that_is_none_is_refused(seconds: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_shot(f"秒数: {seconds}", CAT)
    assert refused.value.params["given"] == seconds


def test_shots_become_timed_beats_and_the_rest_of_the_film_stays() -> None:
    base = parse("タイトル: 夜\nスタイル: 水彩\n動き:\n・猫が歩く\n音: 雨")
    play = screenplay_of([CAT, SheetShot(2.0), SheetShot(1.0, line="犬: わん")], base)
    assert (play.title, play.style, play.audio, play.seconds) == ("夜", "水彩", "雨", 6.0)
    assert [(beat.text, beat.start, beat.end) for beat in play.beats] == [
        ("猫が屋根で踊る", 0.0, 5.0),
        ("犬「わん」", 5.0, 6.0),
    ]
    assert play.beats[1].lines[0].speaker == "犬"
    assert [note.seconds for note in play.shots] == [3.0, 2.0, 1.0]
