import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.screenplay import Line, Screenplay, ShotNote, Subject, find_subject, parse, write

MARKET = """Title: 市場の朝 — 魚とラジオ(12 s)
STYLE: 生放送の旅番組。
SHOT / CAMERA: 肩乗せ、少し揺れる。店主の正面 → 客のCU → 2ショット。
SCENE: 港の魚市場。朝5時。
SUBJECT:
・店主(60代男性、青いエプロン)
・旅の客(20代、赤い帽子)
LIGHTING: 裸電球と朝日。
ACTION (beats):
0 – 3 s:店主が魚を持ち上げ、「今朝のいちばんだ!」と叫ぶ。
3 – 6 s:客が首をかしげて、「これ、歌ってません?」と聞く。
6 – 9 s:店主が小声で「ラジオを飲んだんだ」とささやく。
9 – 12 s:客が目を丸くして「いい声だ」と言い、二人で笑う。
AUDIO: 波の音、ラジオの歌。BGMなし。
GRADE / PALETTE: 青み、低コントラスト。
TEMPO: 間を大切に。"""


def test_the_labelled_form_comes_out_whole() -> None:
    play = parse(MARKET)

    assert (play.title, play.seconds, play.style) == ("市場の朝 — 魚とラジオ", 12.0, "生放送の旅番組。")
    assert [note.text for note in play.shots] == ["肩乗せ、少し揺れる。店主の正面", "客のCU", "2ショット"]
    assert play.subjects == (Subject("店主", "60代男性、青いエプロン"), Subject("旅の客", "20代、赤い帽子"))
    assert [(beat.start, beat.end) for beat in play.beats] == [(0, 3), (3, 6), (6, 9), (9, 12)]
    assert [line for beat in play.beats for line in beat.lines] == [
        Line("今朝のいちばんだ!", "店主", "shout"),
        Line("これ、歌ってません?", "客"),
        Line("ラジオを飲んだんだ", "店主", "whisper"),
        Line("いい声だ", "客"),
    ]
    assert play.scene.startswith("港の魚市場")
    assert play.lighting == "裸電球と朝日。"
    assert play.audio == "波の音、ラジオの歌。BGMなし。"
    assert play.grade == "青み、低コントラスト。"
    assert play.tempo == "間を大切に。"
    assert play.mends == ()


def test_a_speaker_is_found_among_the_subjects_by_the_end_of_the_name() -> None:
    assert find_subject(parse(MARKET), "客") == Subject("旅の客", "20代、赤い帽子")


def test_japanese_labels_in_brackets_and_full_width_times_work_too() -> None:
    play = parse(
        "【タイトル】明日の海（８秒）\n【スタイル】白黒\n【登場】タコの船長（帽子）\n"
        "【動き】\n・０〜４秒 タコが笑う。\n・４〜８秒 タコが踊る。\n【音】波音"
    )

    assert (play.title, play.seconds, play.style, play.audio) == ("明日の海", 8.0, "白黒", "波音")
    assert play.subjects == (Subject("タコの船長", "帽子"),)
    assert [(beat.text, beat.start, beat.end) for beat in play.beats] == [
        ("タコが笑う。", 0, 4),
        ("タコが踊る。", 4, 8),
    ]


def test_shots_with_their_own_lengths_become_shots_and_beats() -> None:
    play = parse(
        "Title: The Owl (9s)\n[Shot 1] 4s wide: an owl reads at night.\n"
        '[Shot 2] 5s close-up: the owl whispers: "Chapter two."'
    )

    assert play.shots == (ShotNote("wide", 4.0), ShotNote("close-up", 5.0))
    assert [(beat.start, beat.end) for beat in play.beats] == [(0, 4), (4, 9)]
    assert play.beats[1].lines == (Line("Chapter two.", "owl", "whisper"),)


def test_a_script_of_forty_shots_is_read_to_the_end() -> None:
    play = parse("\n".join(f"[Shot {n}] 1s: cat {n} jumps" for n in range(1, 41)))

    assert len(play.shots) == len(play.beats) == 40
    assert play.beats[-1].end == 40


@pytest.mark.parametrize("prompt", ["", "  \n ", "おまかせ", "surprise me", "Surprise me!"])
def test_nothing_at_all_is_an_empty_screenplay(prompt: str) -> None:
    assert parse(prompt) == Screenplay()


@pytest.mark.parametrize(
    ("prompt", "lines"),
    [
        ("犬が「散歩」と言う。猫は「昼寝」とつぶやく。", [Line("散歩", "犬"), Line("昼寝", "猫", "whisper")]),
        ("「おかえり」と母が言う", [Line("おかえり", "母")]),
        ('"Nice one!" shouts a seagull.', [Line("Nice one!", "seagull", "shout")]),
        ('The old robot says "I dream." and the cat whispers "Liar."',
         [Line("I dream.", "old robot"), Line("Liar.", "cat", "whisper")]),
        ("「本日休業」の看板がゆれる", []),
        ('A sign reading "CLOSED" falls down', []),
        ("博士が『できた!』と叫ぶ", [Line("できた!", "博士", "shout")]),
    ],
)  # fmt: skip
def test_spoken_words_have_a_speaker_and_a_manner(prompt: str, lines: list[Line]) -> None:
    assert [line for beat in parse(prompt).beats for line in beat.lines] == lines


@pytest.mark.parametrize(
    ("prompt", "seconds"),
    [
        ("10秒の動画で猫が踊る", 10.0),
        ("a 12-second video of a cat", 12.0),
        ("長さ: 8秒\n猫が踊る", 8.0),
        ("猫が3匹踊る", None),
    ],
)
def test_a_length_is_understood_where_it_stands(prompt: str, seconds: float | None) -> None:
    assert parse(prompt).seconds == seconds


def test_a_length_asked_for_beside_the_prompt_wins() -> None:
    assert parse(MARKET, seconds=20).seconds == 20


@pytest.mark.parametrize(
    ("beats", "message", "times"),
    [
        ("0-4s: a\n3-6s: b", "mend-overlap", [(0, 4), (4, 6)]),
        ("4-0s: a\n4-6s: b", "mend-backwards", [(0, 4), (4, 6)]),
        ("0-10s: a\n10-20s: b", "mend-past-end", [(0, 5), (5, 10)]),
    ],
)
def test_impossible_times_are_mended_and_the_mending_is_said(
    beats: str, message: str, times: list[tuple[float, float]]
) -> None:
    play = parse(f"Title: x (10 s)\nACTION:\n{beats}")

    assert [mend.message for mend in play.mends] == [message]
    assert [(beat.start, beat.end) for beat in play.beats] == times


def test_an_absurd_length_is_mended() -> None:
    play = parse("Title: x (900 s)\n猫が踊る")

    assert play.seconds == 60
    assert play.mends[0].message == "mend-length"


def test_invisible_characters_are_dropped() -> None:
    assert parse("猫\u200bが\u202e踊る\x00").premise == "猫が踊る"


PIECES = st.sampled_from(
    [
        *("Title:", "タイトル:", "【シーン】", "ACTION (beats):", "0 – 4 s:", "[5s]", "(15 s)", "Shot 1", "[Shot 2]"),
        *(
            "3s wide:",
            "音:",
            "SUBJECT:",
            "カメラ:",
            "長さ:",
            "10秒の動画",
            "おまかせ",
            "「",
            "」",
            '"',
            "(",
            ")",
            ":",
            "→",
        ),
        *("犬", "が", "言う", "cat", " ", "says", "。", ",", "、", "・", "-", "/", "#", "5", "\n"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=16).map("".join)))
def test_a_screenplay_prints_back_to_text_that_parses_to_itself(prompt: str) -> None:
    play = parse(prompt)

    assert parse(write(play)) == play


def test_a_whole_script_prints_back_too() -> None:
    assert parse(write(parse(MARKET))) == parse(MARKET)
