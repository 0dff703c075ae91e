from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bots.cards import Button, Card, Fact, Media, Progress
from bots.telegram.draw import DATA, drawn
from bots.telegram.places import Place, read_place
from bots.telegram.texts import CAPTION, TEXT, Text, units

MEDIA = Media("a" * 32 + ".mp4", "b" * 32 + ".jpg", None, 720, 1280, 6.0, "猫", too_large="大きすぎます", watch="見る")


@given(st.text(max_size=200), st.text(max_size=200), st.integers(2, 120))
def test_entities_never_reach_beyond_their_text(bold: str, rest: str, limit: int) -> None:
    text = Text().line(bold, "bold").line(rest).cut(limit)
    assert units(text.plain) <= limit
    assert all(entity.offset >= 0 and entity.offset + entity.length <= units(text.plain) for entity in text.entities)


def test_emoji_are_counted_as_telegram_counts_them() -> None:
    text = Text().line("🐱👩‍🍳", "bold").line("猫")
    assert (text.entities[0].offset, text.entities[0].length) == (0, 7)


def test_a_moment_is_shown_in_the_readers_zone() -> None:
    text = Text().line("次は <t:1763856000> です")
    assert text.plain == "次は 11/23 00:00 UTC です"
    (entity,) = text.entities
    assert (entity.type, entity.unix_time) == ("date_time", datetime(2025, 11, 23, tzinfo=UTC))
    assert text.plain[entity.offset :][: entity.length] == "11/23 00:00 UTC"


def test_a_card_with_everything_keeps_within_telegrams_limits() -> None:
    buttons = tuple(Button("投稿", "post", {"clip": "abcd2345"}, emoji="📣") for _ in range(5))
    card = Card(
        text="あ" * 9000,
        title="題" * 500,
        author="みか",
        progress=Progress("撮影", 0.4, 12.0, left="あと約 12 秒"),
        facts=(Fact("投稿", datetime(2026, 11, 23, tzinfo=UTC)),),
        buttons=buttons,
        likes=3,
    )
    what = drawn(card)
    assert units(what.text.plain) <= TEXT
    assert what.keyboard is not None
    assert all(
        len(str(button.callback_data).encode()) <= DATA for row in what.keyboard.inline_keyboard for button in row
    )
    film = drawn(Card(text="あ" * 9000, media=MEDIA, clip="abcd2345"))
    assert units(film.text.plain) <= CAPTION


def test_a_film_that_is_too_large_says_so_and_links_to_its_page() -> None:
    what = drawn(Card(text="", title="猫", media=MEDIA, clip="abcd"), "https://k.example/c/abcd")
    assert "大きすぎます" in what.text.plain
    assert what.keyboard is not None
    assert what.keyboard.inline_keyboard[-1][0].url == "https://k.example/c/abcd"


def test_a_channel_is_a_chat_and_maybe_a_topic() -> None:
    for channel, place in (("-1001", Place(-1001)), ("-1001:7", Place(-1001, 7)), ("42", Place(42))):
        assert read_place(channel) == place
        assert str(place) == channel
