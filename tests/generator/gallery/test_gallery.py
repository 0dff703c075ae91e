from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from PIL import Image

from generator.gallery import KINDS, acts, sets, styles
from generator.gallery.page import MAX_BYTES, Card, bound, saved
from generator.gallery.pages import PAGES
from generator.gallery.still import shot_of, still
from generator.vocabulary import PLACES, STYLES, Transition


def test_every_place_has_a_card_under_its_names_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    captions: list[str] = []
    blank = np.full((4, 4, 4), 255, np.uint8)
    monkeypatch.setattr(sets, "still", lambda *_: blank)
    monkeypatch.setattr(sets, "bound", lambda cards, columns: captions.extend(card.caption for card in cards))
    list(sets.pages())
    assert len([caption for caption in captions if any(c > "\u3000" for c in caption)]) == len(PLACES)


def test_a_page_shows_its_cards_in_rows_and_is_small_enough_for_docs(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (300, 400, 4), np.uint8)
    noise[..., 3] = 255
    page = bound([Card("a", noise), Card("b", noise), Card("c", noise)], 2)
    assert page.shape[1] > 800
    assert page.shape[0] > 600
    path = saved(np.tile(page, (2, 1, 1)), tmp_path / "page.webp")
    assert path.stat().st_size <= MAX_BYTES
    with Image.open(path) as image:
        assert image.size == (page.shape[1], 2 * page.shape[0])


def test_a_still_is_the_same_each_time_and_of_the_asked_shape() -> None:
    one, other = (still(shot_of("beach", "evening"), "square", short_edge=80) for _ in range(2))
    assert one.shape == (80, 80, 4)
    assert (one == other).all()


def test_every_style_camera_and_transition_has_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    bound_pages: list[list[str]] = []
    monkeypatch.setattr(styles, "_picture", lambda *_: np.full((4, 4, 4), 255, np.uint8))
    monkeypatch.setattr(styles, "bound", lambda cards, columns: bound_pages.append([card.caption for card in cards]))
    names = [name for name, _ in styles.pages()]
    pages = dict(zip(names, bound_pages, strict=True))
    assert len(set(pages["styles"])) == len(STYLES)
    assert len(pages["cameras"]) >= 12
    shown = {caption.split(",")[0] for caption in pages["transitions"]}
    assert shown == set(get_args(Transition)) - {"cut"}


def test_every_kind_of_page_can_be_asked_for() -> None:
    assert set(KINDS) == set(PAGES)


def test_the_page_of_acts_is_painted_for_people_and_for_animals() -> None:
    shown = dict(acts.pages())
    assert set(shown) == {"acts-people", "acts-animals"}
    assert all(page.std() > 20 for page in shown.values())
