import os

import manimgx_fonts
import pytest
import skia

from generator.lexicon.emoji_names import _by_name as pictures  # every sign that a word may call up
from generator.lexicon.emoji_names import is_drawn, name_in, sign_called
from tests.generator.director.films import board, doings

FONT = os.path.join(os.path.dirname(manimgx_fonts.__file__), "NotoEmoji[wght].ttf")


def test_a_sign_has_a_name_in_both_languages() -> None:
    assert (name_in("🪿", "en"), name_in("🪿", "ja")) == ("goose", "ガチョウ")
    assert name_in("👋🏽", "en") == "waving hand"
    assert name_in("a", "en") is None


@pytest.mark.parametrize(
    ("word", "sign"), [("abacus", "🧮"), ("そろばん", "🧮"), ("boomerang", "🪃"), ("ブーメラン", "🪃")]
)
def test_a_word_calls_up_the_sign_of_that_name(word: str, sign: str) -> None:
    assert sign_called(word) == sign


def test_every_sign_that_a_word_calls_up_is_in_the_font() -> None:
    font = skia.Typeface.MakeFromFile(FONT)

    assert [sign for sign in pictures().values() if not font.unicharToGlyph(ord(sign))] == []
    assert not is_drawn("\U0001fac6")  # a fingerprint: named by Unicode, drawn by nobody yet


@pytest.mark.parametrize("prompt", ["🪿が踊る", "🪿💃", "A 🪿 dances"])
def test_signs_younger_than_this_python_are_read_by_their_names(prompt: str) -> None:
    assert doings(board(prompt)) == {("goose", "dance")}


def test_a_sign_that_nobody_drew_is_a_card_that_says_its_name() -> None:
    film = board("🫆")

    assert ("fingerprint", "指紋") in film.shots[0].dressing
