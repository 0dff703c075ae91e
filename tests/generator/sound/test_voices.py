from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest

from generator.engines.engine import MOUTH_RATE, Cancelled
from generator.sound import japanese_voice
from generator.sound.casting import Timbre, cast_voices
from generator.sound.natures import Nature, natural
from generator.sound.samples import SAMPLE_RATE, Samples, loud_rms
from generator.sound.speech import Speech
from generator.sound.timbre import pitch_track, shift_pitch
from generator.sound.voices import retime, speak
from generator.storyboard import Act, Character, SpokenLine, Storyboard, Voice
from tests.generator.sound.conftest import CAST

Film = Callable[..., Storyboard]


def _pitch(speech: Speech, line: int = 0) -> float:
    f0 = pitch_track(speech.utterances[line].samples, SAMPLE_RATE)
    return float(np.median(f0[f0 > 0]))


def _english(film: Film, speaker: str, text: str = "Nobody breathe, I have got the cheese.", **manner: str) -> Speech:
    return speak(film([SpokenLine(speaker, text, 0.5, 2.5, "en", **manner)]))  # type: ignore[arg-type]


def test_two_speakers_of_a_japanese_film_are_told_apart(talk: tuple[Storyboard, Speech]) -> None:
    _, speech = talk

    one, two = _pitch(speech, 0), _pitch(speech, 1)

    assert abs(12 * np.log2(one / two)) > 1.0
    assert all(u.language == "ja" and loud_rms(u.samples) > 0.03 for u in speech.utterances)


def test_japanese_lines_take_a_natural_time_and_keep_their_plan(talk: tuple[Storyboard, Speech]) -> None:
    board, speech = talk

    assert [line.start for line in board.lines] == [0.8, 3.6]
    assert all(0.7 < line.seconds < 2.0 for line in board.lines)
    assert all(len(u.samples) == round(u.seconds * SAMPLE_RATE) for u in speech.utterances)


def test_mouths_move_with_the_words_and_rest_around_them(talk: tuple[Storyboard, Speech]) -> None:
    _, speech = talk

    for utterance, mouth in zip(speech.utterances, speech.mouths, strict=True):
        assert mouth.line == utterance.line
        assert abs(len(mouth.opening) - utterance.seconds * MOUTH_RATE) <= 1
        assert mouth.opening.max() > 0.7
        assert mouth.opening[-1] == 0.0
        assert ((mouth.opening[1:] > 0.5) != (mouth.opening[:-1] > 0.5)).sum() >= 4


def test_a_mouse_speaks_high_a_man_low_and_a_bear_lowest(film: Film) -> None:
    mouse, woman, man, bear = (_pitch(_english(film, who)) for who in ("mouse", "reporter", "man", "bear"))

    assert mouse > woman * 1.2
    assert woman > man * 1.3
    assert man > bear * 1.1


def test_an_old_woman_takes_her_time(film: Film) -> None:
    old, young = _english(film, "grandma"), _english(film, "reporter")

    assert old.utterances[0].seconds > 1.08 * young.utterances[0].seconds


def test_a_whisper_has_no_voice_and_a_shout_is_louder(film: Film) -> None:
    said, whispered, shouted = (
        _english(film, "man", manner=m).utterances[0].samples for m in ("say", "whisper", "shout")
    )

    assert (pitch_track(whispered, SAMPLE_RATE) > 0).mean() < 0.5 * (pitch_track(said, SAMPLE_RATE) > 0).mean()
    assert loud_rms(whispered) < 0.7 * loud_rms(said)
    assert loud_rms(shouted) > 1.2 * loud_rms(said)


def test_a_sung_line_holds_its_notes(film: Film) -> None:
    sung, said = (_english(film, "reporter", "Row row row your boat along.", manner=m) for m in ("sing", "say"))

    def drift(speech: Speech) -> float:
        f0 = pitch_track(speech.utterances[0].samples, SAMPLE_RATE)
        both = (f0[1:] > 0) & (f0[:-1] > 0)
        return float(np.median(np.abs(np.log2(f0[1:][both] / f0[:-1][both]))))

    assert sung.utterances[0].seconds > said.utterances[0].seconds
    assert drift(sung) < 0.02


def test_a_line_too_long_for_its_place_is_spoken_faster_and_nothing_overlaps(film: Film) -> None:
    text = "I went to the market this morning and I bought a hundred eggs."
    board = film([SpokenLine("man", text, 0.2, 1.5, "en"), SpokenLine("reporter", "Really?", 2.6, 0.8, "en")])

    speech = speak(board)
    real = retime(board, speech)
    alone = _english(film, "man", text).utterances[0].seconds

    assert real.seconds == board.seconds
    assert real.lines[0].seconds < 0.85 * alone
    assert real.lines[0].start + real.lines[0].seconds < real.lines[1].start
    assert real.lines[1].start + real.lines[1].seconds < real.seconds
    assert not speech.mends


def test_what_no_film_could_hold_is_cut_and_said_so(film: Film) -> None:
    board = film([SpokenLine("man", "One more thing. " * 40, 0.0, 2.0, "en")], seconds=3.0)

    real = retime(board, speak(board))

    assert [note.message for note in real.notes] == ["mend-voice-trimmed"]
    assert real.lines[0].start + real.lines[0].seconds < 3.0


@pytest.mark.parametrize(("text", "messages"), [("مرحبا بالعالم", ["mend-voice-missing"]), ("🎉🎉", []), ("……", [])])
def test_a_line_that_cannot_be_read_keeps_its_caption(film: Film, text: str, messages: list[str]) -> None:
    speech = speak(film([SpokenLine("mouse", text, 1.0, 1.2, "ja")]))
    utterance = speech.utterances[0]

    assert [mend.message for mend in speech.mends] == messages
    assert (utterance.start, utterance.seconds) == (1.0, 1.2)
    assert bool(len(utterance.samples)) == (not messages)


def test_a_film_without_lines_has_nothing_to_say(film: Film) -> None:
    assert speak(film()) == Speech()


def test_gestures_of_speaking_follow_their_line(film: Film) -> None:
    text = "I went to the market this morning and I bought a hundred eggs."
    lines = [SpokenLine("man", text, 0.2, 1.0, "en"), SpokenLine("reporter", "Really?", 1.0, 0.5, "en")]
    board = film(lines, acts=[Act("reporter", "speak", 1.0, 0.5), Act("reporter", "wave", 1.0, 0.5)])

    real = retime(board, speak(board))

    speaking, waving = real.shots[0].acts
    assert speaking.start == real.lines[1].start > 1.0
    assert waving.start == 1.0


def test_somebodys_cat_has_one_voice_in_all_their_films(film: Film) -> None:
    def cat(troupe: str, seed: int, others: Sequence[Character]) -> Timbre:
        who = Character(f"c{len(others)}", "cat", "猫", "🐈", voice=Voice("female", "child", size=0.85))
        board = film([SpokenLine(who.id, "a", 0, 1, "en")], seed=seed)
        return cast_voices(replace(board, cast=(*others, who), troupe=troupe))[who.id]

    mine = cat("member 1", 1, CAST[:2])

    assert cat("member 1", 99, CAST[3:]) == mine
    assert len({cat(f"member {n}", 1, ()) for n in range(12)}) == 12


def test_those_who_talk_with_each_other_are_told_apart(film: Film) -> None:
    everybody = [*(who.id for who in CAST), None]
    for troupe in map(str, range(20)):
        board = replace(film([SpokenLine(who, "a", 0, 1, "en") for who in everybody]), troupe=troupe)
        heard = [timbre.english for timbre in cast_voices(board).values()]
        for i, (pitch, size) in enumerate(heard[1:], 1):
            apart = [abs(pitch - p) + 12 * abs(np.log2(size / s)) for p, s in heard[1:i]]
            assert min(apart, default=1.0) >= 1.0


@pytest.mark.parametrize("nature", [nature for nature in get_args(Nature) if nature != "mortal"])
def test_what_is_no_mortal_sounds_so_and_is_still_understood(film: Film, nature: Nature) -> None:
    plain = _english(film, "reporter").utterances[0].samples

    changed = natural(plain, nature, np.random.default_rng(1))

    def envelope(x: Samples) -> Samples:
        return np.asarray(np.abs(x[: len(x) // 960 * 960]).reshape(-1, 960).mean(axis=1), np.float32)

    assert changed.shape == plain.shape
    assert changed.dtype == np.float32
    assert np.corrcoef(changed, plain)[0, 1] < 0.95
    assert np.corrcoef(envelope(changed), envelope(plain))[0, 1] > 0.75


def test_a_long_japanese_line_is_said_in_pieces_that_lose_nothing() -> None:
    said = japanese_voice.tokens(
        "今日はいい天気ですね。" * 6 + "それでは、また明日、ここで、みんなで、会いましょう、" * 4
    )
    pieces = japanese_voice._pieces(said, japanese_voice.load().vocabulary)

    assert len(pieces) > 3
    assert max(len(piece) for piece in pieces) <= 76
    assert tuple(token for piece in pieces for token in piece) == said


def test_the_same_storyboard_is_spoken_the_same(film: Film) -> None:
    one, again = _english(film, "robot"), _english(film, "robot")

    assert np.array_equal(one.utterances[0].samples, again.utterances[0].samples)


def test_a_cancelled_job_stops_between_lines(film: Film) -> None:
    asked = 0

    def cancel() -> None:
        nonlocal asked
        asked += 1
        if asked > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        speak(
            film([SpokenLine("man", "One.", 0, 1, "en"), SpokenLine("man", "Two.", 2, 1, "en")]), check_cancelled=cancel
        )


@pytest.mark.parametrize("ratio", [0.75, 1.3])
def test_shifting_pitch_moves_the_pitch_and_leaves_length_and_clarity(film: Film, ratio: float) -> None:
    plain = _english(film, "reporter").utterances[0].samples
    before, shifted = pitch_track(plain, SAMPLE_RATE), shift_pitch(plain, SAMPLE_RATE, ratio)
    after = pitch_track(shifted, SAMPLE_RATE)

    assert abs(len(shifted) - len(plain)) <= 2
    assert np.median(after[after > 0]) / np.median(before[before > 0]) == pytest.approx(ratio, rel=0.06)
    assert (after > 0).mean() > 0.8 * (before > 0).mean()
