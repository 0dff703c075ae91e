from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.screenplay import parse
from generator.director.asjson import as_json
from generator.director.direct import direct
from generator.sound.casting import cast_voices
from tests.generator.director.films import actions, board, concepts, doings
from tests.generator.storyboard_rules import broken_rules


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

    speaking = {line.speaker for line in film.lines}
    assert len(speaking) > 1
    assert len({timbre.english for timbre in cast_voices(film).values()}) == len(speaking) + 1  # and the narrator


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
    ("prompt", "expected"),
    [
        ("本を読むフクロウと眠るリス", {("owl", "read"), ("squirrel", "sleep")}),
        ("猫に追いかけられるネズミ", {("cat", "chase")}),
        ("うちのワンコがソファで寝てたら猫に叩かれた", {("dog", "sleep"), ("cat", "hit")}),
        ("サラリーマンが満員電車で歌い出す", {("businessman", "sing")}),
        ("猫が寿司を握る寿司屋", {("cat", "cook")}),
        ("お父さんが泣きながら玉ねぎを切っている", {("father", "cry"), ("father", "cut")}),
        ("熊をゴリラにして", {("bear", "transform")}),
        ("🐻💤", {("bear", "sleep")}),
        ("🐻🍯", {("bear", "eat")}),
        ("A bear steals honey from bees and they chase him", {("bear", "take"), ("bee", "chase")}),
        ("Elephants painting a mural", {("elephant", "paint")}),
        ("A dancing cactus sings", {("cactus", "dance"), ("cactus", "sing")}),
        ("A mouse is chased by a cat", {("cat", "chase")}),
        ("A monkey throws a banana at a lion. The lion roars.", {("monkey", "throw"), ("lion", "shout")}),
    ],
)
def test_clauses_before_and_behind_their_nouns_are_read(prompt: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= doings(board(prompt))


@pytest.mark.parametrize(
    ("prompt", "denied"),
    [
        ("犬は傘をささないで雨の中を走る", "hold"),
        ("The monkey doesn't eat the banana, he gives it to the elephant", "eat"),
        ("A man who isn't wearing shoes walks on hot sand", "put_on"),
    ],
)
def test_denied_doings_are_not_acted(prompt: str, denied: str) -> None:
    assert denied not in actions(board(prompt))


def test_two_of_a_kind_told_apart_by_colour_are_two() -> None:
    film = board("白い猫と黒い猫が屋根の上で喧嘩している")

    assert [who.colour for who in film.cast] == ["#f4f2ec", "#3a3a42"]
    assert doings(film) == {("cat", "fight")}


@pytest.mark.parametrize(
    ("prompt", "many"),
    [("三匹の猫が走る", 3), ("猫が三匹走る", 3), ("ペンギンの群れが歩く", 3), ("二人の侍が戦う", 2),
     ("Zombies dance", 3), ("Two old ladies dance", 2), ("five ducklings swim", 5)],
)  # fmt: skip
def test_as_many_are_on_stage_as_the_words_say(prompt: str, many: int) -> None:
    assert len(board(prompt).cast) == many


def test_somebody_with_a_trade_stays_the_animal_that_they_are() -> None:
    film = board("カエルの予報士が地図を指す。A robot chef cooks.")

    assert film.cast[0].concept == "frog"
    assert film.cast[0].label == "カエルの予報士"
    assert concepts(board("A robot chef cooks")) == {"robot"}


def test_what_is_ridden_is_ridden() -> None:
    film = board("魔女がほうきに乗って夜空を飛ぶ")

    rides = {(act.action, act.prop) for shot in film.shots for act in shot.acts}
    assert ("ride", "broom") in rides
    assert {shot.time_of_day for shot in film.shots} == {"night"}


def test_who_surfs_goes_on_surfing_while_speaking() -> None:
    film = board('A corgi surfs at sunset. A seagull shouts "Nice one!" and the corgi says "I know."')

    last = film.shots[-1]
    assert {act.action for act in last.acts if film.character(act.character).concept == "corgi"} == {"surf", "speak"}


def test_a_film_that_asks_for_cuts_is_cut_at_each_doing_and_ends_from_above() -> None:
    film = board(
        "女の子が部屋で靴をはき、ドアを開けて、雪の積もった通りへ走り出る。カットを割って、最後は空から見下ろす。"
    )

    assert [shot.place for shot in film.shots] == ["room", "room", "street", "street"]
    assert [shot.angle for shot in film.shots][-1] == "overhead"
    assert [shot.weather for shot in film.shots] == ["clear", "clear", "snow", "snow"]
    assert [{act.action for act in shot.acts} for shot in film.shots][:3] == [{"put_on"}, {"open"}, {"run"}]


def test_who_speaks_or_acts_together_is_held_by_the_frame_together() -> None:
    for prompt in (
        'A corgi surfs. A seagull shouts "Nice one!" and the corgi says "I know."',
        "[Shot 1] 3s medium: a mouse runs left with the cheese, a dog wakes and yawns",
    ):
        for shot in board(prompt).shots:
            busy = {act.character for act in shot.acts}
            if shot.framing == "medium":
                assert len(busy) < 2, (prompt, shot)
            if shot.framing == "close":
                assert len(shot.cast) == 1 or len({act.character for act in shot.acts if act.action == "speak"}) < 2


def test_a_film_of_one_doing_is_seen_from_afar_near_and_afar_again() -> None:
    assert [shot.framing for shot in board("猫が踊っている動画を作って").shots] == ["wide", "medium", "wide"]


def test_weather_that_sets_in_is_seen_and_heard_from_then_on() -> None:
    film = board("【動き】\n・0〜5秒 カエルが地図を指す。\n・5〜10秒 雨が降り出し、カエルが踊る。\n【音】雨音")

    assert [shot.weather for shot in film.shots] == ["clear", "rain"]
    assert [(cue.effect, cue.start) for cue in film.sounds] == [("rain", 5.0)]


def test_the_weather_and_the_bells_are_nobodys_doing() -> None:
    assert actions(board("A lonely snowman hugs a penguin. Snow falls softly.")) == {"hug"}
    assert actions(board("猫が座っている。雷が落ちる。")) == {"sit"}


def test_a_film_says_no_more_than_there_is_time_for_and_says_so() -> None:
    film = board("猫が「やあ」と言って、犬が走る。" * 200)

    assert film.seconds == 15.0
    assert min(line.seconds for line in film.lines) > 0.3
    assert [note.message for note in film.notes] == ["mend-too-much"]


def test_a_wish_without_content_is_answered_with_a_story() -> None:
    for wish in ("なんか面白いやつ作って", "おまかせ", "make me something fun", "今日は疲れたので癒される動画がほしい"):
        film = board(wish)
        assert film.lines, wish
        assert len(film.cast) >= 2, wish


def test_every_story_of_the_director_is_a_film_with_two_parts_and_a_line() -> None:
    titles = set()
    for language in ("ja", "en"):
        for seed in range(40):
            film = direct(parse(""), seed=seed, language=language)
            assert broken_rules(film) == []
            assert film.language == language
            assert len(film.cast) >= 2
            assert film.lines
            titles.add(film.title)
    assert len(titles) >= 30


def test_a_title_is_what_is_said_where_a_sentence_is_about_saying_it() -> None:
    assert board("雪だるまが溶けて「さよなら」と言う").title == "さよなら"
    assert board('"Are we there yet?" asks a penguin in a taxi.').title == "Are we there yet?"
    assert len(board("とても長い名前の村に住んでいる猫がとても長い道を歩いて海まで行く").title) <= 24


def test_the_json_of_a_storyboard_names_concepts_actions_and_speakers() -> None:
    told = as_json(board("犬が「やあ」と言って走る"), engine="paper")

    assert told["engine"] == "paper"
    shots, lines = cast(list[dict[str, Any]], told["shots"]), cast(list[dict[str, Any]], told["lines"])
    assert {"start", "seconds", "framing", "camera", "place", "time_of_day", "weather", "cast", "actions"} <= set(
        shots[0]
    )
    assert shots[0]["cast"] == ["dog"]
    assert (lines[0]["speaker"], lines[0]["text"]) == ("dog", "やあ")


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


def test_fireworks_are_watched_at_night_unless_another_hour_is_said() -> None:
    assert {shot.time_of_day for shot in board("女の子が花火を見上げる").shots} == {"night"}
    assert {shot.time_of_day for shot in board("昼に女の子が花火を見上げる").shots} == {"day"}
