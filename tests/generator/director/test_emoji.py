import pytest

from core.screenplay import parse
from generator.director.direct import direct
from generator.lexicon.lexicon import lexicon
from generator.storyboard import Language, Storyboard
from generator.vocabulary import ACTIONS
from tests.generator.director.films import board, concepts, doings
from tests.generator.storyboard_rules import broken_rules


def things(film: Storyboard) -> set[str]:
    return {name for shot in film.shots for name, _ in shot.dressing} | {who.concept for who in film.cast}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("🐱💃🌧️", {("cat", "dance")}),
        ("🐶🏄", {("dog", "surf")}),
        ("💃🐱", {("cat", "dance")}),
        ("🐱🐶💃", {("cat", "dance"), ("dog", "dance")}),
        ("👩‍🍳🍕", {("cook", "cook")}),
        ("👩🏽‍🍳🍕", {("cook", "cook")}),
        ("🐻🍯😋", {("bear", "eat")}),
        ("🦖🔥🏙️😱🏃", {("dinosaur", "be_startled"), ("dinosaur", "run")}),
        ("🏃‍♀️", {("woman", "run")}),
        ("🏃🏿‍♂️💨", {("man", "run")}),
        ("👩‍❤️‍💋‍👨", {("woman", "kiss"), ("man", "kiss")}),
        ("🐱❤️🐶", {("cat", "hug")}),
        ("🍕💃", {("pizza", "dance")}),
        ("🎅🛷", {("santa", "ride")}),
    ],
)
def test_a_row_of_emoji_is_who_does_what(prompt: str, expected: set[tuple[str, str]], language: Language) -> None:
    film = direct(parse(prompt), seed=1, language=language)

    assert doings(film) == expected
    assert broken_rules(film) == []


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("👨‍👩‍👧‍👦🏖️", ["man", "woman", "girl", "boy"]),
        ("🧑🏻‍🚀", ["astronaut"]),
        ("🐈‍⬛", ["black_cat"]),
        ("🐻‍❄️", ["polar_bear"]),
        ("🤷🏽‍♀️", ["woman"]),
        ("👬", ["big_brother", "boy"]),
    ],
)
def test_what_joiners_and_skin_tones_make_is_one_sign(prompt: str, who: list[str]) -> None:
    assert [one.concept for one in board(prompt).cast] == who


def test_emoji_say_where_and_when_too() -> None:
    rain, city, beach = board("🐱💃🌧️").shots[0], board("🌃🚗").shots[0], board("👨‍👩‍👧🏖️").shots[0]

    assert (rain.weather, city.place, city.time_of_day, beach.place) == ("rain", "city", "night", "beach")


def test_flags_keys_and_signs_without_a_meaning_are_cards() -> None:
    flag, keys, hand = board("🇯🇵"), board("1️⃣2️⃣"), board("👍")

    assert [(who.label, who.figure) for who in flag.cast] == [("JP", None)]
    assert things(keys) == {"1", "2"}
    assert [who.figure for who in hand.cast] == ["👍"]


def test_nothing_of_a_row_is_dropped() -> None:
    assert {"woman", "US"} <= things(board("🇺🇸🏃‍♀️"))
    assert {"dinosaur", "campfire", "skyscraper"} <= things(board("🦖🔥🏙️😱🏃"))
    assert {"cat", "1"} <= things(board("🐱1️⃣"))


def test_emoji_in_a_sentence_are_its_words_and_behind_one_an_ornament() -> None:
    assert doings(board("🐧が🍣を食べる")) == {("penguin", "eat")}
    assert doings(board("猫が踊る💃🌧️")) == {("cat", "dance")}
    assert concepts(board("A cat 🐱 dances 💃")) == {"cat"}
    assert doings(board("👍が踊る")) == {("thumbs_up", "dance")}


def test_halves_of_emoji_harm_nobody() -> None:
    for prompt in (
        "\u200d",
        "\ufe0f\u20e3",
        "\U0001f1ef",
        "🏽",
        "👩\u200d",
        "猫\u200dが走る",
        "🏴\U000e0067\U000e007f",
    ):
        film = board(prompt)
        assert broken_rules(film) == []
        assert all(act.action in ACTIONS for shot in film.shots for act in shot.acts)


def test_every_emoji_of_the_table_means_something_there_is() -> None:
    book = lexicon()
    for sign, found in book.emoji.items():
        for meaning in found:
            known = meaning.kind in ("concept", "trade") and meaning.name in book.concepts
            assert known or meaning in book.said["ja"], (sign, meaning)
