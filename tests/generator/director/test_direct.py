import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.screenplay import parse
from generator.director.direct import direct
from generator.storyboard import Storyboard
from tests.generator.storyboard_rules import broken_rules


def board(prompt: str, seed: int = 1, seconds: float | None = None) -> Storyboard:
    return direct(parse(prompt, seconds=seconds), seed=seed, seconds=seconds)


def concepts(film: Storyboard) -> set[str]:
    return {who.concept for who in film.cast}


def actions(film: Storyboard) -> set[str]:
    return {act.action for shot in film.shots for act in shot.acts}


def doings(film: Storyboard) -> set[tuple[str, str]]:
    return {(film.character(act.character).concept, act.action) for shot in film.shots for act in shot.acts}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("猫が踊っている動画を作って", {("cat", "dance")}),
        ("犬が海で泳いで、カモメが笑う", {("dog", "swim"), ("seagull", "laugh")}),
        ("おばあちゃんがギターを弾いて、孫の女の子が歌う", {("grandma", "play_music"), ("girl", "sing")}),
        ("熊が近づいてきて、人形が急に笑い、熊が逃げる", {("bear", "approach"), ("doll", "laugh"), ("bear", "flee")}),
        ("A penguin slides on the ice and a seal claps", {("penguin", "slide"), ("seal", "clap")}),
        ("two robots dance while a cat sleeps", {("robot", "dance"), ("cat", "sleep")}),
        ("The boy threw a ball and the dog caught it", {("boy", "throw"), ("dog", "catch")}),
    ],
)
def test_who_does_what_is_what_the_sentence_says(prompt: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= doings(board(prompt))


def test_nothing_is_invented_where_the_prompt_is_clear() -> None:
    film = board("猫が踊っている動画を作って")

    assert concepts(film) == {"cat"}
    assert actions(film) == {"dance"}
    assert film.title == "猫が踊っている"


def test_what_is_denied_does_not_happen() -> None:
    film = board("猫が傘を持たないで走る")

    assert "umbrella" not in {name for shot in film.shots for name, _ in shot.dressing}
    assert actions(film) == {"run"}


def test_counts_colours_and_sizes_act() -> None:
    film = board("三匹の黒い小さな猫が走る")

    assert len(film.cast) == 3
    assert {who.colour for who in film.cast} == {"#3a3a42"}
    assert max(who.scale for who in film.cast) < 0.5


def test_what_is_worn_is_worn_and_what_is_held_is_held() -> None:
    corgi = board("A corgi in sunglasses surfs a huge wave at sunset.")

    assert corgi.cast[0].wears == ("sunglasses",)
    assert (corgi.shots[0].place, corgi.shots[0].time_of_day) == ("sea", "evening")


def test_lines_have_their_speakers_and_their_manner() -> None:
    film = board("夜の路地裏。博士がたこ焼きを焼く。おばちゃんが「焼きすぎやで!」と叫び、博士が「賢い」とつぶやく。")

    said = [(film.character(line.speaker or "").concept, line.text, line.manner) for line in film.lines]
    assert said == [("auntie", "焼きすぎやで!", "shout"), ("scientist", "賢い", "whisper")]
    assert film.shots[0].place == "alley"


def test_timed_beats_are_kept_to_the_second() -> None:
    film = board('Title: Two (10 s)\nACTION:\n0 – 4 s: A cat jumps.\n4 – 10 s: A dog says "Again."')

    assert film.seconds == 10.0
    assert any(shot.start == 4.0 for shot in film.shots)
    assert 4.0 <= film.lines[0].start < 10.0


def test_a_noun_without_a_figure_gets_a_lettered_card() -> None:
    film = board("ぬりかべが歩く")

    assert [(who.label, who.figure) for who in film.cast] == [("ぬりかべ", None)]


def test_people_of_one_voice_still_sound_different() -> None:
    film = board('A man says "Hi." A policeman says "Hello." A cook says "Hey."')

    assert len({(who.voice.pitch, who.voice.size) for who in film.cast}) == 3


def test_the_same_seed_directs_the_same_film_and_others_differ_where_nothing_is_said() -> None:
    assert board("", seed=4) == board("", seed=4)
    assert len({board("", seed=seed).title for seed in range(12)}) > 8


def test_an_empty_prompt_becomes_a_small_story_with_words() -> None:
    for seed in range(6):
        film = board("", seed=seed)
        assert film.cast
        assert film.lines
        assert len(film.shots) >= 2
        assert broken_rules(film) == []


@pytest.mark.parametrize(
    "prompt",
    [
        "🐱🐶🎉", "🦆", "مرحبا بالعالم", "!!!", "ああああああ", "1234567", "the", "が", "「「「", "\u202eabc",
        "\n".join(f"[Shot {n}] 1s: a cat jumps {n}" for n in range(40)),
    ],
)  # fmt: skip
def test_strange_prompts_become_films_too(prompt: str) -> None:
    assert broken_rules(board(prompt)) == []


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(["猫", "犬", "が", "は", "を", "と", "踊る", "走って", "「やあ」", "言う", "。", "夜の",
                             "公園", "で",
                             "cat", " dances ", "and ", "the ", "a ", '"Hi" ', "says ", ". ", "3-5秒:", "\n"]),
            max_size=16,
        ).map("".join),
    ),
    st.integers(0, 99),
    st.one_of(st.none(), st.floats(2, 60)),
)  # fmt: skip
def test_any_text_becomes_a_storyboard_that_keeps_the_rules(text: str, seed: int, seconds: float | None) -> None:
    assert broken_rules(board(text, seed, seconds)) == []
