import pytest

from core.screenplay import parse
from core.screenplay.turns import with_quotes


def turns(prompt: str) -> list[tuple[str | None, str]]:
    return [(line.speaker, line.text) for beat in parse(prompt).beats for line in beat.lines]


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("Bob: hi Alice: hello", [("Bob", "hi"), ("Alice", "hello")]),
        ("Bob: Hi Alice: Hello", [("Bob", "Hi"), ("Alice", "Hello")]),
        ("cat: feed me\ndog: no\nthey hug", [("cat", "feed me"), ("dog", "no")]),
        ("猫：おなかすいた 犬：さっき食べた", [("猫", "おなかすいた"), ("犬", "さっき食べた")]),
        ("部長:寝るな / 新人:はい", [("部長", "寝るな"), ("新人", "はい")]),
        ("男A：逃げろ！\n男B：どこへ？", [("男A", "逃げろ！"), ("男B", "どこへ？")]),
    ],
)
def test_turns_without_quotation_marks_are_lines(prompt: str, said: list[tuple[str, str]]) -> None:
    assert turns(prompt) == said


@pytest.mark.parametrize(
    "prompt",
    [
        "Style: noir\nCamera: handheld",
        "0-3s: a cat sleeps\n3-5s: a dog barks",
        "起：猫が寝る 承：犬が来る",
        "Nightmare: a clown waits",
        "[Shot 1] 3s wide: a mouse\n[Shot 2] 3s CCTV: it runs",
        'Cat: "hi" Dog: hello',
        "See http://example.org: a page",
    ],
)
def test_labels_times_and_quoted_lines_are_left_as_they_are(prompt: str) -> None:
    assert with_quotes(prompt) == prompt


def test_prose_before_a_dialogue_stays_prose() -> None:
    assert with_quotes("A cat on a roof. Cat: hi Dog: hello") == 'A cat on a roof.\nCat: "hi"\nDog: "hello"'
