import os

import manimgx_fonts
import pytest
import skia

from generator.lexicon.lexicon import concept, figures, lexicon
from generator.vocabulary import ACTIONS, EFFECTS, PLACES

FONT = os.path.join(os.path.dirname(manimgx_fonts.__file__), "NotoEmoji[wght].ttf")


JOINERS = (0x200D, 0xFE0F)


@pytest.fixture(scope="module")
def font() -> skia.Typeface:
    return skia.Typeface.MakeFromFile(FONT)


def test_every_figure_can_be_cut_from_the_font(font: skia.Typeface) -> None:
    missing = {
        name
        for name, figure in figures()
        for code in map(ord, figure)
        if code not in JOINERS and not font.unicharToGlyph(code)
    }

    assert missing == set()


def test_there_is_a_wide_world_to_act_in() -> None:
    book = lexicon()

    assert len(book.concepts) >= 800
    assert set(book.deeds) == set(ACTIONS)
    for language in ("ja", "en"):
        meant = {meaning for meanings in book.words[language].values() for meaning in meanings}
        assert {m.name for m in meant if m.kind == "place"} == set(PLACES)
        assert {m.name for m in meant if m.kind == "action"} == set(ACTIONS)


def test_sounds_that_concepts_name_can_be_played() -> None:
    assert {found.sound for found in lexicon().concepts.values() if found.sound} <= set(EFFECTS)
    assert {deed.effect for deed in lexicon().deeds.values() if deed.effect} <= set(EFFECTS)


def test_what_people_wear_and_hold_is_in_the_lexicon() -> None:
    for found in lexicon().concepts.values():
        for name in (found.wears, found.holds):
            assert name is None or concept(name) is not None


def test_a_word_means_one_being_or_thing() -> None:
    book = lexicon()

    for language in ("ja", "en"):
        for word, meanings in book.words[language].items():
            meant = [meaning.name for meaning in meanings if meaning.kind == "concept"]
            assert len(meant) <= 1, (word, meant)
