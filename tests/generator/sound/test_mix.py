import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.screenplay import parse
from generator.director.direct import direct
from generator.engines.engine import Cancelled, Mouth
from generator.sound.loudness import integrated_loudness, true_peak
from generator.sound.mix import Soundtrack, mix
from generator.sound.samples import SAMPLE_RATE, Samples, count, loud_rms
from generator.sound.speech import Speech, Utterance
from generator.storyboard import Act, Shot, SoundCue, SpokenLine, Storyboard
from generator.vocabulary import Style

Film = Callable[..., Storyboard]


def _sound(track: Soundtrack) -> tuple[float, float]:
    return integrated_loudness(track.samples), true_peak(track.samples)


def test_a_talking_film_is_as_loud_as_promised_and_never_clips(talk: tuple[Storyboard, Speech]) -> None:
    track = mix(*talk)

    loudness, peak = _sound(track)
    assert track.samples.shape == (count(6.0), 2)
    assert track.samples.dtype == np.float32
    assert abs(loudness + 16.0) <= 1.0
    assert peak <= -1.0


@pytest.mark.parametrize(
    "board",
    [
        {"music": "none", "place": "room"},
        {"music": "exciting", "acts": [Act("man", "explode", 1.0, 1.0)]},
        {"seconds": 0.5, "music": "calm"},
        {"seconds": 4.1234, "music": "none", "place": "space", "sounds": [SoundCue("gunshot", 3.9)]},
        {"seconds": 3.0, "fade_out": True, "place": "cave", "sounds": [SoundCue("bark", 0.5, 2.0, loop=True)]},
        {"seconds": 2.0, "music": "none", "place": "snowfield", "sounds": [SoundCue("thunder", 1.95)]},
    ],
    ids=["quiet", "explosion", "tiny", "shot", "fade", "late thunder"],
)
def test_a_film_without_words_is_just_as_loud(film: Film, board: dict[str, object]) -> None:
    story = film(**board)

    track = mix(story, Speech())

    loudness, peak = _sound(track)
    assert len(track.samples) == round(story.seconds * SAMPLE_RATE)
    assert abs(loudness + 16.0) <= 1.0
    assert peak <= -1.0
    assert np.abs(track.samples[-1]).max() < 0.01


def test_music_steps_back_under_speech_and_comes_again(film: Film) -> None:
    board = film([SpokenLine("man", "a", 2.0, 3.0, "en")], seconds=8.0, music="sad", place="field")
    t = np.arange(count(3.0)) / SAMPLE_RATE
    voice = (0.1 * np.sin(2 * np.pi * 2000 * t)).astype(np.float32)  # so that all the bass is the music's

    def bass(samples: Samples) -> Samples:
        speech = Speech((Utterance(0, 2.0, 3.0, samples, "en", Mouth(0, np.zeros(150, np.float32))),))
        spectrum = np.fft.rfft(mix(board, speech).samples.mean(axis=1))
        spectrum[count(8.0) * 200 // SAMPLE_RATE :] = 0.0
        return np.asarray(np.fft.irfft(spectrum, count(8.0)), np.float32)

    under, free = bass(voice), bass(voice * 0)

    def drop(begin: float, end: float) -> float:
        return float(20 * np.log10(np.std(under[count(begin) : count(end)]) / np.std(free[count(begin) : count(end)])))

    assert -12.0 < drop(2.3, 4.8) - drop(0.2, 1.8) < -9.0
    assert abs(drop(6.2, 7.5) - drop(0.2, 1.8)) < 0.5


def test_a_voice_is_heard_from_where_its_speaker_stands(talk: tuple[Storyboard, Speech]) -> None:
    track = mix(*talk).samples

    def side(line: int) -> float:
        spoken = talk[0].lines[line]
        left, right = track[count(spoken.start) : count(spoken.start + spoken.seconds)].T
        return float(np.std(right) / np.std(left))

    assert side(0) < 0.95 < 1.05 < side(1)


def test_a_cue_is_heard_at_its_time(film: Film) -> None:
    quiet = {"music": "none", "place": "room", "seconds": 4.0}
    track = mix(film(sounds=[SoundCue("knock", 2.0)], **quiet), Speech()).samples

    assert loud_rms(track[count(1.99) : count(2.6)]) > 2 * loud_rms(track[count(0.5) : count(1.9)])


def test_a_film_asked_to_fade_fades_for_longer(film: Film) -> None:
    def ending(fade_out: bool) -> float:
        track = mix(film(music="none", place="sea", fade_out=fade_out), Speech()).samples
        return loud_rms(track[count(5.2) : count(5.6)]) / loud_rms(track[count(3.0) : count(4.4)])

    assert ending(True) < 0.7 * ending(False)


def test_the_same_film_sounds_the_same(film: Film) -> None:
    board = film(seconds=2.0, acts=[Act("man", "run", 0.2, 1.0)])

    assert np.array_equal(mix(board, Speech()).samples, mix(board, Speech()).samples)


def test_a_cancelled_job_stops_mixing(film: Film) -> None:
    def cancel() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        mix(film(), Speech(), check_cancelled=cancel)


def test_a_soundtrack_can_be_saved_and_heard_elsewhere(film: Film, tmp_path: Path) -> None:
    track = mix(film(seconds=1.0), Speech())
    track.save(tmp_path / "film.wav")

    segment = track.segment()
    assert (segment.frame_rate, segment.channels, len(segment)) == (SAMPLE_RATE, 2, 1000)
    assert (tmp_path / "film.wav").stat().st_size > SAMPLE_RATE * 4


def test_shots_of_many_places_are_mixed_in_one(film: Film) -> None:
    shots = [
        Shot(0.0, 1.0, "wide", "static", "cave", "night", "clear"),
        Shot(1.0, 1.0, "wide", "static", "underwater", "day", "clear"),
        Shot(2.0, 1.0, "wide", "static", "city", "evening", "rain"),
    ]
    track = mix(film(seconds=3.0, shots=shots, sounds=[SoundCue("bell", 0.1), SoundCue("splash", 1.1)]), Speech())

    assert abs(integrated_loudness(track.samples) + 16.0) <= 1.0


def test_a_longer_film_takes_no_more_memory_than_its_own_track(film: Film) -> None:
    def peak(seconds: float) -> float:
        board = film(seconds=seconds, music="none", place="sea", sounds=[SoundCue("bark", 1.0)])
        tracemalloc.start()
        mix(board, Speech())
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top / 2**20

    track = 24.0 * SAMPLE_RATE * 8 / 2**20
    peak(24.0)  # what is made once and kept
    assert peak(48.0) - peak(24.0) < 1.25 * track


_EVERYWHERE: list[tuple[str, Style, float]] = [
    ("静かな雪の夜。誰もいない。", "sumi", 4.0), ("A bomb explodes. Everything explodes!", "comic", 3.0),
    ("猫がくしゃみをする", "paper", 1.0), ("宇宙でロボットが踊る", "anime", 6.0),
    ("海でサーフィンする犬", "retro", 5.0),
    ("嵐の中、雷が鳴る。船が揺れる。", "noir", 7.0), ("No music. A clock ticks in an empty room.", "security", 5.0),
    ("お祭りで太鼓をたたく。観客が拍手する。", "festive", 8.0),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "style", "seconds"), _EVERYWHERE)
def test_whatever_is_asked_for_is_as_loud_as_promised(prompt: str, style: Style, seconds: float) -> None:
    board = direct(parse(prompt), seed=3, style=style, seconds=seconds)

    loudness, peak = _sound(mix(board, Speech()))

    assert abs(loudness + 16.0) <= 0.5
    assert peak <= -1.0
