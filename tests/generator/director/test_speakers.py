import pytest

from tests.generator.director.films import board, doings, said


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("おじさん「それは違うよ」OL「えー」", [("おじさん", "それは違うよ"), ("OL", "えー")]),
        ("OL「えー」店長「クビ」", [("OL", "えー"), ("店長", "クビ")]),
        ("A「おはよう」B「おはよう」A「眠い」", [("A", "おはよう"), ("B", "おはよう"), ("A", "眠い")]),
        ("山田「まじ？」田中「まじ」", [("山田", "まじ？"), ("田中", "まじ")]),
        ("新人「辞めます」先輩「は？」", [("新人", "辞めます"), ("先輩", "は？")]),
        ("テレビ「速報です」冷蔵庫「寒い」", [("テレビ", "速報です"), ("冷蔵庫", "寒い")]),
        ("男A「金を出せ」男B「断る」男A「そうか」", [("男A", "金を出せ"), ("男B", "断る"), ("男A", "そうか")]),
        ("お母さんに「宿題やった？」って聞かれて固まる子供", [("お母さん", "宿題やった？")]),
        ("翌日「ただいま」", [(None, "ただいま")]),
        ("看板「立入禁止」", [(None, "立入禁止")]),
    ],
)
def test_who_is_named_right_before_a_line_says_it(prompt: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(board(prompt)) == expected


def test_people_who_are_named_are_people_and_not_each_other() -> None:
    film = board("山田「まじ？」田中「まじ」")

    assert [(who.concept, who.label) for who in film.cast] == [("person", "山田"), ("person", "田中")]


def test_who_is_spoken_to_is_there_and_listens() -> None:
    film = board("男A「金を出せ」と男Bに言う")

    assert [who.label for who in film.cast] == ["男A", "男B"]
    assert {action for _, action in doings(film)} == {"speak"}


def test_those_who_speak_without_quotation_marks_are_people_by_their_names() -> None:
    film = board("Bob: hi Alice: hello")

    assert said(film) == [("Bob", "hi"), ("Alice", "hello")]
    assert [who.person for who in film.cast] == [True, True]
    assert film.shots[0].dressing == ()
