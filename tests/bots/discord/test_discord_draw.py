import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from discord.components import _component_factory as read_component

from bots.cards import Button, Card, Fact, Form, Media, Progress
from bots.discord.draw import drawn, files_of, film_size, named
from bots.discord.forms import modal_of
from bots.language import Language
from core.storage import Storage
from tests.bots.discord.reading import labels, readable

MEDIA = Media(
    "a" * 32 + ".mp4", "b" * 32 + ".jpg", None, 720, 1280, 6.0, "猫が踊る", spoiler=True, too_large="大きすぎます"
)


class Shown:
    """A view as a message, for reading."""

    def __init__(self, view: object) -> None:
        self.components = view.to_components()  # type: ignore[attr-defined]


def test_a_card_with_everything_keeps_within_discords_limits() -> None:
    buttons = tuple(Button(f"{'長' * 90}{number}", "post", {"clip": "abcd2345"}) for number in range(8))
    card = Card(
        text="*" * 9000,
        title="題" * 500,
        author="み" * 100,
        media=MEDIA,
        progress=Progress("撮影", 0.4, 12.0, left="あと約 12 秒"),
        facts=(Fact("投稿", datetime(2026, 11, 23, tzinfo=UTC)), Fact("ID", "x" * 400)),
        buttons=buttons,
        clip="abcd2345",
        likes=3,
        comments=4,
    )
    components = Shown(drawn(card)).components
    text = readable(Shown(drawn(card)))
    assert len(text) <= 4000
    assert [read_component(part) for part in components]
    assert all(len(label) <= 80 for label in labels(Shown(drawn(card))))
    ids = re.findall(r"'custom_id': '([^']+)'", str(components))
    assert ids
    assert all(len(id) <= 100 for id in ids)


def test_progress_is_a_bar_with_what_is_left() -> None:
    card = Card(text="みか:猫", tone="progress", progress=Progress("撮影しています", 0.5, 8.0, left="あと約 8 秒"))
    assert "▰▰▰▰▰▰▱▱▱▱▱▱ 50 %・あと約 8 秒" in readable(Shown(drawn(card)))


@pytest.mark.parametrize(("page", "link"), [("https://k.example/c/abcd", ["見る"]), ("", [])])
def test_a_film_that_is_too_large_is_its_poster_and_a_link(page: str, link: list[str]) -> None:
    card = Card(text="", tone="post", media=replace(MEDIA, watch="見る"), clip="abcd")
    shown = Shown(drawn(card, page))
    assert "大きすぎます" in readable(shown)
    assert labels(shown) == link
    assert "attachment://kamishibai-abcd.jpg" in str(shown.components)


def test_the_same_film_has_the_same_name_in_every_message(tmp_path: Path) -> None:
    storage = Storage(tmp_path)
    (tmp_path / MEDIA.video).write_bytes(b"12345")
    card = Card(text="", media=MEDIA, clip="abcd2345")
    assert list(files_of(card, storage, too_large=False)) == [named("abcd2345", ".mp4")]
    assert film_size(card, storage) == 5
    assert files_of(card, storage, too_large=True) == {}


def test_forms_keep_within_discords_limits() -> None:
    from bots.answers.forms import join_form, make_form

    language = Language(Path(__file__).resolve().parents[3] / "locales")
    forms: list[Form] = [form(language, locale) for form in (join_form, make_form) for locale in ("ja", "en")]
    for form in forms:
        sent = modal_of(form).to_dict()
        assert len(str(sent["title"])) <= 45
        assert len(str(sent["custom_id"])) <= 100
        for label in sent["components"]:
            assert len(label["label"]) <= 45
