from itertools import pairwise
from pathlib import Path

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.finish.captions import LINE_WIDTH, LINES_AT_ONCE, cells, cues, srt, vtt, wrapped
from generator.storyboard import Character, SpokenLine, Storyboard

AUNT = Character("aunt", "woman", "通りがかったおばちゃん", "👵")
CAT = Character("cat", "cat", "猫", "🐈")
SCRIPT = Character("script", "robot", "R2 <b> & co", "🤖")


def board(*lines: SpokenLine, seconds: float = 15.0) -> Storyboard:
    return Storyboard("題", seconds, "portrait", "paper", 1, "ja", (AUNT, CAT, SCRIPT), (), lines)


def said(text: str, start: float, seconds: float = 2.0, speaker: str | None = "cat") -> SpokenLine:
    return SpokenLine(speaker, text, start, seconds, "ja")


def read_back(path: Path) -> list[tuple[float, float, str]]:
    """Start, end and text of each cue as FFmpeg reads the file."""
    with av.open(str(path)) as container:
        stream = container.streams.subtitles[0]
        found = []
        for packet in container.demux(stream):
            if packet.pts is not None and packet.duration and packet.time_base:
                start = float(packet.pts * packet.time_base)
                found.append((start, start + float(packet.duration * packet.time_base), bytes(packet).decode()))
    return found


def test_subrip_is_numbered_timed_and_names_the_speaker() -> None:
    text = srt(board(said("おはよう。", 0.5, 1.25), said("雨だ", 3661.0625, 2.0, None), seconds=4000))
    assert text == ("1\n00:00:00,500 --> 00:00:01,750\n猫：おはよう。\n\n2\n01:01:01,062 --> 01:01:03,062\n雨だ\n")


def test_webvtt_has_voice_spans() -> None:
    text = vtt(board(said("おはよう。", 0.5, 1.25), said("雨だ", 3.0, 2.0, None)))
    assert text == (
        "WEBVTT\n\n00:00:00.500 --> 00:00:01.750\n<v 猫>おはよう。</v>\n\n00:00:03.000 --> 00:00:05.000\n雨だ\n"
    )


def test_a_silent_film_has_no_cues() -> None:
    assert srt(board()) == ""
    assert vtt(board(said("  \n ", 1))).strip() == "WEBVTT"


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_a_real_reader_finds_the_same_times(tmp_path: Path, kind: str) -> None:
    lines = [said("ひとつ", 0.123, 1.5), said("ふたつ", 4.567, 2.0, "aunt"), said("みっつ", 9.001, 1.0, None)]
    file = tmp_path / f"film.{kind}"
    file.write_text({"srt": srt, "vtt": vtt}[kind](board(*lines)), encoding="utf-8")
    found = read_back(file)
    assert [(start, end) for start, end, _ in found] == [
        pytest.approx((line.start, line.start + line.seconds), abs=0.001) for line in lines
    ]
    assert all(line.text in text for line, (_, _, text) in zip(lines, found, strict=True))


def test_markup_in_names_and_words_is_shown_and_not_obeyed() -> None:
    script = board(said("<i>1 & 2</i> --> {\\an8}", 1, 3, "script"))
    assert "<v R2 &lt;b&gt; &amp; co>&lt;i&gt;1 &amp; 2&lt;/i&gt; --&gt; {\\an8}</v>" in vtt(script)
    assert not set("<>{}") & set(srt(script).replace(" --> ", "", 1))
    assert "＜i＞1 & 2＜/i＞" in srt(script)


def test_line_breaks_and_control_characters_cannot_forge_a_cue() -> None:
    forged = board(said("a\n\n2\n00:00:09,000 --> 00:00:10,000\nb\u202e\u0000", 1, 3, None))
    assert srt(forged).count("\n\n") == 0
    assert vtt(forged).count("\n\n") == 1


def test_a_long_line_is_shown_in_parts_of_two_lines_that_share_its_time() -> None:
    text = (
        "焼きすぎや!「AGIより熱いわ」言うてるやろ、ほんまにもう、かなわんなあ。ちょっと待ってや、いま取り込み中やねん。"
    )
    found = cues(board(said(text, 1.0, 6.0, "aunt")))
    assert len(found) >= 2
    assert (found[0].start, found[-1].end) == (1000, 7000)
    assert all(before.end == after.start for before, after in pairwise(found))
    assert "".join(line for cue in found for _, lines in cue.voices for line in lines) == text
    assert {name for cue in found for name, _ in cue.voices} == {AUNT.label}


def test_japanese_lines_break_where_one_breathes_and_never_before_a_mark() -> None:
    assert wrapped("今日はとてもいい天気ですね、お散歩に行きましょうか。") == [
        "今日はとてもいい天気ですね、",
        "お散歩に行きましょうか。",
    ]
    for lines in (wrapped("あ" * 18 + "。" + "い" * 20), wrapped("「" * 3 + "う" * 40 + "」" * 3)):
        assert not any(line[0] in "。、」ー" for line in lines)
        assert not any(line[-1] == "「" for line in lines)


def test_english_lines_break_between_words() -> None:
    text = "This sentence is surely much too long for a single line of a phone"
    lines = wrapped(text)
    assert " ".join(lines) == text
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 12


def test_lines_said_together_are_shown_together() -> None:
    found = cues(board(said("せーの!", 2.0, 1.0), said("それ!", 2.1, 1.5, "aunt")))
    assert len(found) == 1
    assert [name for name, _ in found[0].voices] == ["猫", "通りがかったおばちゃん"]
    assert (found[0].start, found[0].end) == (2000, 3600)


def test_a_line_that_runs_into_the_next_gives_way() -> None:
    first, second = cues(board(said("ながい", 1, 5), said("つぎ", 4, 2, "aunt")))
    assert (first.end, second.start) == (4000, 4000)


def test_a_short_cry_is_held_into_the_silence_but_not_past_the_film() -> None:
    assert cues(board(said("あ", 1, 0.1)))[0].end == 1700
    assert cues(board(said("あ", 14.8, 0.1)))[0].end == 15_000
    assert cues(board(said("遅い", 15.5, 1))) == []


def test_what_is_sung_has_notes_and_what_is_thought_has_brackets() -> None:
    sung = SpokenLine(None, "ラララ", 1, 1, "ja", "sing")
    thought = SpokenLine(None, "Hm", 3, 1, "en", "think")
    assert "♪ ラララ ♪" in srt(board(sung, thought))
    assert "(Hm)" in vtt(board(sung, thought))


WORDS = st.text(st.sampled_from("あいうアーっ漢字。、「」!？ abcde,.👩\u200d👧🐱é\u0301<>&\n"), max_size=120)


@given(WORDS, st.integers(8, 40))
@settings(max_examples=150, deadline=None)
def test_wrapping_loses_nothing_but_spaces_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= max(width, 2) for line in lines)
    assert all(lines)


@given(
    st.lists(st.tuples(WORDS, st.floats(0, 16), st.floats(0, 6), st.sampled_from(["cat", "aunt", None])), max_size=12)
)
@settings(max_examples=100, deadline=None)
def test_cues_are_in_order_never_overlap_and_end_with_the_film(
    lines: list[tuple[str, float, float, str | None]],
) -> None:
    found = cues(board(*(said(text, start, seconds, speaker) for text, start, seconds, speaker in lines)))
    times = [time for cue in found for time in (cue.start, cue.end)]
    assert times == sorted(times)
    assert all(cue.start < cue.end <= 15_000 for cue in found)
    for cue in found:
        for _, shown in cue.voices:
            assert len(shown) <= LINES_AT_ONCE or len(cue.voices) > 1
            assert all(0 < cells(line) <= LINE_WIDTH for line in shown)


def test_ten_thousand_characters_are_wrapped_at_once() -> None:
    assert sum(map(len, wrapped("紙芝居が始まるよ。" * 1_200))) == 10_800
