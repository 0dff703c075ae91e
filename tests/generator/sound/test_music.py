from collections.abc import Callable
from typing import get_args

import numpy as np
import pytest

from generator.sound.music import music, tempo
from generator.sound.samples import SAMPLE_RATE, count, loud_rms
from generator.storyboard import Act, Storyboard
from generator.vocabulary import Mood

Film = Callable[..., Storyboard]
MOODS: tuple[Mood, ...] = tuple(mood for mood in get_args(Mood) if mood != "none")


@pytest.mark.parametrize("mood", MOODS)
def test_every_mood_plays_to_the_last_moment_and_ends_there(film: Film, mood: Mood) -> None:
    tune = music(film(seconds=7.3, music=mood))

    assert tune.shape == (count(7.3), 2)
    assert np.isfinite(tune).all()
    ringing = tune[count(7.3 * 0.84) : -count(0.5)]
    assert loud_rms(ringing) > 0.004
    assert np.abs(tune[-200:]).max() < 0.003


@pytest.mark.parametrize("seconds", [0.6, 1.0, 2.2, 4.0, 9.7, 31.0])
def test_the_last_chord_falls_on_a_beat_whatever_the_length(film: Film, seconds: float) -> None:
    board = film(seconds=seconds, music="happy")
    bpm = tempo(board)

    assert bpm is not None
    ending = seconds - min(1.9, max(0.35, seconds * 0.16))
    if seconds >= 4:
        beats = ending * bpm / 60.0
        assert abs(beats - round(beats)) < 1e-6
        assert 100 <= bpm <= 136
    assert len(music(board)) == count(seconds)


def test_no_music_is_silence_and_has_no_tempo(film: Film) -> None:
    board = film(music="none")

    assert not music(board).any()
    assert tempo(board) is None


def test_dancing_is_accompanied_by_a_beat_where_the_tempo_says_it_is(film: Film) -> None:
    dancing = film(music="calm", acts=[Act("reporter", "dance", 0.0, 6.0)])
    bpm = tempo(dancing)
    assert bpm is not None
    assert bpm > 100

    tune = music(dancing).mean(axis=1)
    spectrum = np.fft.rfft(tune)
    spectrum[np.fft.rfftfreq(len(tune), 1 / SAMPLE_RATE) > 90] = 0.0
    low = np.abs(np.fft.irfft(spectrum, len(tune)))
    beat = 60.0 / bpm
    on = np.mean([low[count(k * beat) : count(k * beat + 0.12)].mean() for k in range(1, 8)])
    off = np.mean([low[count(k * beat - 0.14) : count(k * beat - 0.02)].mean() for k in range(1, 8)])
    assert on > 1.5 * off


def test_a_tune_belongs_to_its_seed(film: Film) -> None:
    one, again, other = (music(film(seed=seed, seconds=4.0)) for seed in (1, 1, 2))

    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
