import numpy as np
import pytest
import skia
from numpy.typing import NDArray
from scipy import ndimage

from generator.engines.paper.figures import SIDE, figure
from generator.engines.paper.looks import is_alive, is_head
from generator.engines.paper.outline import contours
from generator.lexicon.lexicon import lexicon


def drawn(path: skia.Path) -> NDArray[np.bool_]:
    """Where `path` has ink on its sheet."""
    surface = skia.Surface(SIDE, SIDE)
    with surface as canvas:
        canvas.drawPath(path, skia.Paint(AntiAlias=True))
    return np.asarray(surface.toarray()[:, :, 3] > 127)


@pytest.mark.parametrize("emoji", ["🐈", "🐻", "🐻‍❄️", "👩", "👩‍🦱", "🕵️‍♀️", "🧑‍🔬", "🚗", "❤️", "🎹"])
def test_every_picture_of_the_font_is_cut_with_paint_below_its_ink(emoji: str) -> None:
    cut = figure(emoji)
    assert cut is not None
    assert not cut.ink.isEmpty()
    assert cut.under
    left, top, right, bottom = cut.bounds
    assert max(right - left, bottom - top) > 0.75 * SIDE
    assert 0 < left < right < SIDE
    assert 0 < top < bottom < SIDE


@pytest.mark.parametrize("text", ["", "x", "猫", "\u200d"])
def test_what_the_font_has_no_picture_for_has_no_figure(text: str) -> None:
    assert figure(text) is None


def test_a_sequence_that_the_font_joins_is_not_its_first_picture() -> None:
    assert len(contours("🐻‍❄️")) != len(contours("🐻"))


def test_the_colour_asked_for_covers_most_of_the_card() -> None:
    bear = figure("🐻", "#3366cc")
    assert bear is not None
    colours = {colour for _, colour in bear.over}
    assert (0x33, 0x66, 0xCC) in colours


def test_the_card_has_no_holes() -> None:
    octopus = figure("🐙")
    assert octopus is not None
    middle = octopus.card[SIDE // 3 : 2 * SIDE // 3, SIDE // 3 : 2 * SIDE // 3]
    assert np.all(middle)


@pytest.mark.parametrize("emoji", ["👩", "👨", "👧", "👴", "🐼", "🐱", "🐷", "🐻"])
def test_faces_give_up_a_pair_of_level_eyes(emoji: str) -> None:
    cut = figure(emoji)
    assert cut is not None
    one, other = cut.eyes
    assert abs(one.y - other.y) < 0.05 * SIDE
    assert one.x < other.x


def test_people_and_heads_of_animals_are_heads_and_cats_are_not() -> None:
    assert is_head("👩")
    assert is_head("🐻")
    assert not is_head("🐈")
    assert is_alive("🐈")
    assert not is_alive("🚗")
    assert not is_alive(None)


def test_almost_every_figure_of_the_lexicon_can_be_cut() -> None:
    figures = {concept.figure for concept in lexicon().concepts.values() if concept.figure}
    missing = [emoji for emoji in figures if not contours(emoji)]
    assert missing == []


def test_all_that_is_drawn_of_a_figure_lies_on_its_paper() -> None:
    for emoji in ("🐈", "🐁", "🐇", "🦊", "🦐", "🦞", "🐕", "🐓", "🦌", "🦋", "✈", "🌈", "🔨", "🚗", "🎻"):
        cut = figure(emoji)
        assert cut is not None
        beside = drawn(cut.ink) & ~ndimage.binary_dilation(drawn(cut.card_outline), iterations=2)
        assert beside.sum() < 10, emoji


def test_strokes_that_the_font_cuts_off_enclose_paint_all_the_same() -> None:
    rainbow = figure("🌈")
    assert rainbow is not None
    assert {(0xE8, 0x60, 0x4C), (0xF4, 0xC0, 0x4E), (0x6F, 0xB3, 0xD9)} <= {colour for _, colour in rainbow.under}
    assert rainbow.card[int(0.35 * SIDE), int(0.72 * SIDE)]


def test_a_heart_is_red_all_over_and_not_hatched() -> None:
    heart = figure("❤️", "#d23b4a")
    assert heart is not None
    ink, paper = drawn(heart.ink), drawn(heart.card_outline)
    assert ink.sum() < 0.35 * paper.sum()
