import pytest

from generator.sound.readings import reading
from generator.storyboard import Language


@pytest.mark.parametrize(
    ("text", "language", "kind", "said"),
    [
        ("こんにちは", "ja", "ja", "こんにちは"),
        ("AGIはすごい", "ja", "ja", "エージーアイはすごい"),
        ("Copilotに聞く", "ja", "ja", "コパイロットに聞く"),
        ("10:30に1,250円", "ja", "ja", "10時30分に1250円"),
        ("すごいwww", "ja", "ja", "すごい"),
        ("Kenjiです", "ja", "ja", "ケンジです"),
        ("¥500で$5のA", "ja", "ja", "500円で5ドルのエー"),
        ("LINEでNHKを", "ja", "ja", "ラインでエヌエイチケーを"),
        ("https://example.com/見て", "ja", "ja", "見て"),
        ("OK!", "ja", "ja", "オーケー!"),
        ("Nice one!", "ja", "en", "Nice one!"),
        ("こんにちは", "en", "ja", "こんにちは"),
        ("café déjà vu", "en", "en", "cafe deja vu"),
        ("42", "en", "en", "42"),
        ("42", "ja", "ja", "42"),
    ],
)
def test_a_line_is_read_in_the_language_of_its_script(text: str, language: Language, kind: str, said: str) -> None:
    found = reading(text, language)

    assert (found.kind, found.text) == (kind, said)


@pytest.mark.parametrize("text", ["", "🎉✨", "……!?", "♪", "   ", "www", "👨‍👩‍👧"])
def test_a_line_without_words_is_a_blip(text: str) -> None:
    assert reading(text, "ja").kind == "blip"


@pytest.mark.parametrize("text", ["مرحبا بالعالم", "안녕하세요", "Привет", "สวัสดี", "नमस्ते"])
def test_a_script_without_a_voice_is_said_to_be_missing(text: str) -> None:
    assert reading(text, "ja").kind == "missing"


def test_english_words_in_a_japanese_line_become_katakana() -> None:
    found = reading("musicとcheeseとschoolとlunch", "ja")

    assert found.text == "ミュージックとチーズとスクールとランチ"


def test_a_scream_does_not_go_on_for_ever() -> None:
    assert len(reading("ぎゃ" + "あ" * 500, "ja").text) < 12
