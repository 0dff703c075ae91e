"""Prompts as people type them: without particles, about themselves, in slang, as wishes and memes."""

import time

import pytest

from tests.generator.director.films import board, concepts, doings
from tests.generator.storyboard_rules import broken_rules


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("猫ピアノ弾く", {("cat", "play_music")}),
        ("ゴジラvsキングコング", {("kaiju", "fight"), ("gorilla", "fight")}),
        ("cat vs dog", {("cat", "fight"), ("dog", "fight")}),
        ("電車で隣の人が歌い出した", {("person", "sing")}),
        ("校長の話が長すぎて寝るハムスター", {("hamster", "sleep")}),
        ("推しがステージで手を振ってくれた", {("singer", "wave")}),
        ("忍者がコンビニでレジ打ちしてる", {("ninja", "type")}),
        ("女の子が犬と一緒に海辺を走ってる", {("girl", "run"), ("dog", "run")}),
        ("授業中に寝てるやつを先生が起こす", {("person", "sleep"), ("teacher", "shake")}),
        ("恐竜が現代の渋谷に現れてみんな逃げる", {("dinosaur", "appear"), ("person", "flee")}),
        ("カラオケで熱唱する部長と引く部下たち", {("manager", "sing"), ("businessman", "pull")}),
        ("じいちゃんがゲームでオレを倒す", {("grandpa", "fight")}),
        ("My cat judging me at 3am", {("cat", "look")}),
        ("lol a duck chasing a businessman", {("duck", "chase")}),
        ("two raccoons steal a pizza and run away laughing",
         {("raccoon", "take"), ("raccoon", "flee"), ("raccoon", "laugh")}),
    ],
)  # fmt: skip
def test_who_does_what_in_everyday_words(prompt: str, expected: set[tuple[str, str]]) -> None:
    assert doings(board(prompt)) == expected


@pytest.mark.parametrize(
    ("prompt", "there"),
    [
        ("猫と犬どっちが速い？", {"cat", "dog"}),
        ("cats vs dogs basketball", {"cat", "dog"}),
        ("先生にバレないようにスマホをいじる生徒", {"teacher", "student"}),
        ("犬が飼い主のスマホを奪って逃走", {"dog", "person"}),
        ("AIが人類に「おやすみ」と言う", {"robot", "person"}),
    ],
)
def test_whoever_is_spoken_of_is_there(prompt: str, there: set[str]) -> None:
    assert concepts(board(prompt)) == there


@pytest.mark.parametrize(
    ("prompt", "action"),
    [
        ("me waking up on monday", "wake"),
        ("宇宙でラーメン食べたい", "eat"),
        ("冷蔵庫を開けたらペンギンがいた", "open"),
        ("ドアを開けたら熊", "open"),
        ("海で泳いでたらサメに会った", "swim"),
        ("pov you open the fridge and there's a tiny wizard", "open"),
    ],
)
def test_who_tells_of_themselves_is_somebody_and_not_whom_they_meet(prompt: str, action: str) -> None:
    assert {who for who, does in doings(board(prompt)) if does == action} == {"person"}


def test_half_a_word_is_no_card() -> None:
    film = board("彼女が手作り弁当を落として泣く")

    assert {act.prop for shot in film.shots for act in shot.acts if act.prop} == {"bento"}


def test_slang_is_acted() -> None:
    assert {action for _, action in doings(board("ワロタ"))} == {"laugh"}
    assert {action for _, action in doings(board("ぴえん"))} == {"cry"}


def test_the_last_shot_of_a_heist_shows_who_acts_and_what_they_took() -> None:
    film = board(
        "Title: The Great Cheese Heist (12s)\n"
        "[Shot 1] 3s wide: a museum at night, a wedge of cheese on a pedestal under a spotlight.\n"
        '[Shot 2] 4s close-up: a mouse in a tiny turtleneck, whispering: "Nobody breathe."\n'
        "[Shot 3] 5s medium: an alarm rings, the mouse runs left with the cheese, a guard dog wakes and yawns."
    )
    last = film.shots[-1]

    assert {film.character(act.character).concept for act in last.acts} == {"mouse", "dog"}
    assert {presence.character for presence in last.cast} == {who.id for who in film.cast}
    assert last.framing in ("two_shot", "wide")
    assert ("run", "cheese") in {(act.action, act.prop) for act in last.acts}


@pytest.mark.parametrize(
    "prompt",
    [
        "猫が踊る。" * 2000,
        "あ" * 10_000,
        "cat " * 2500,
        "the cat and " * 900,
        "🐱" * 5000,
        "猫「" * 3000,
        '"' * 10_000,
        "A「あ」" * 2000,
        "הכלב רודף אחרי החתול",
        "الكلب يطارد القطة",
        "\u202e猫が\u202d踊る\u2066\u2069",
        "\x00\x01\x1b[31m猫\x7fが踊る\x85",
        "\ue000\ue000猫が\ue000「やあ」",
        "\n".join(f'[Shot {n}] 1s medium: a dog says "{n}" and a cat dances' for n in range(40)),
        "\n".join(f"【カット{n}】2秒：猫が「{n}」と言って犬が逃げる" for n in range(40)),
    ],
)
def test_no_text_is_too_long_or_too_strange(prompt: str) -> None:
    board("猫")  # the dictionary is read once a process
    began = time.perf_counter()

    assert broken_rules(board(prompt)) == []
    assert time.perf_counter() - began < 2.0


@pytest.mark.parametrize(
    ("prompt", "done"),
    [
        ("部屋が散らかってて母に怒られる", {("mother", "get_angry", "person")}),
        ("サンタがトナカイにソリを引かせる", {("reindeer", "pull", None)}),
        ("犬に散歩させられるおじさん", {("man", "walk", "dog")}),
        ("宇宙人と友達になった", {("person", "shake_hands", "alien")}),
        ("雨の中、捨て犬を拾うヤンキー", {("biker", "take", "dog")}),
        ("「猫が空を飛ぶ」", {("cat", "fly", None)}),
        ("make a cat playing piano but the piano explodes", {("cat", "play_music", None), ("piano", "explode", None)}),
    ],
)
def test_who_does_it_to_whom(prompt: str, done: set[tuple[str, str, str | None]]) -> None:
    film = board(prompt)

    assert {
        (film.character(act.character).concept, act.action, film.character(act.target).concept if act.target else None)
        for shot in film.shots
        for act in shot.acts
    } == done


@pytest.mark.parametrize(
    ("prompt", "many"),
    [("信号待ちで踊るおばちゃん3人組", 3), ("トイプードル5匹が一斉に吠える", 5), ("走り出す人々", 3)],
)
def test_those_counted_behind_their_name_are_as_many(prompt: str, many: int) -> None:
    assert len(board(prompt).cast) == many


def test_a_feeling_eats_nothing() -> None:
    assert "罪悪感" not in {who.label for who in board("深夜2時、冷蔵庫の前でプリンを食べる罪悪感").cast}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("ねこ じゃんぷ", {("cat", "jump")}),
        ("猫が人間みたいに二足歩行で出勤する", {("cat", "walk")}),
        ("お父さん（48）がサーフィンに挑戦", {("father", "surf")}),
        ("妹がプリン食べられて激怒", {("person", "eat"), ("girl", "get_angry")}),
        ("店長に「クビ」と言われたペンギン", {("boss", "speak")}),
        ("tiny mouse scares big elephant", {("mouse", "shout")}),
    ],
)
def test_what_is_only_meant_is_not_done(prompt: str, expected: set[tuple[str, str]]) -> None:
    assert doings(board(prompt)) == expected


def test_what_nobody_leaves_is_there() -> None:
    film = board("今日めっちゃ寒いから犬がこたつから出てこない")

    assert {name for shot in film.shots for name, _ in shot.dressing} == {"kotatsu"}
