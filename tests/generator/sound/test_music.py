from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import numpy as np
import pytest

from generator.sound.bands import BANDS, band_of
from generator.sound.composer import Sounding, compose
from generator.sound.moods import MANNERS
from generator.sound.music import music, tempo
from generator.sound.samples import SAMPLE_RATE, count, loud_rms
from generator.sound.tempo import Plan, plan_of
from generator.storyboard import Act, Shot, Storyboard
from generator.vocabulary import STYLES, Mood

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
        assert 104 <= bpm <= 132
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


def _in(style: str, board: Storyboard) -> Storyboard:
    return replace(board, style=style)  # type: ignore[arg-type]  # also those that no command offers yet


def _score(board: Storyboard) -> tuple[Plan, tuple[Sounding, ...]]:
    manner, band = MANNERS[board.music], band_of(board.style)
    plan = plan_of(board, manner, band)
    return plan, compose(board, plan, manner, band)


def _classes(soundings: list[Sounding]) -> set[int]:
    return {round(12 * np.log2(sounding.hertz / 440.0)) % 12 for sounding in soundings if sounding.hertz}


@pytest.mark.parametrize("style", BANDS)
def test_every_style_plays_to_the_end_and_closes_on_its_last_beat(film: Film, style: str) -> None:
    board = _in(style, film(seconds=12.0, music="happy"))

    plan, score = _score(board)
    tune = music(board)

    end = plan.beats * plan.beat
    last = [sounding for sounding in score if sounding.at >= end - 1e-6]
    assert max(sounding.at - end for sounding in last) < 0.15
    low = min((sounding for sounding in last if sounding.hertz), key=lambda sounding: sounding.hertz)
    assert len(_classes([low]) & _classes(last)) == 1  # the tonic is under its own chord
    assert end + max(sounding.seconds for sounding in last) == pytest.approx(12.0, abs=0.06)
    assert loud_rms(tune[count(end) : -count(0.4)]) > 0.004
    assert np.abs(tune[-200:]).max() < 0.003


def test_every_style_that_can_be_chosen_has_a_band() -> None:
    assert set(STYLES) <= set(BANDS)


def test_no_two_styles_sound_alike(film: Film) -> None:
    heard = {}
    for style in BANDS:
        _, score = _score(_in(style, film(seconds=12.0, music="calm")))
        heard[style] = frozenset(sounding.player for sounding in score)

    assert len(set(heard.values())) == len(heard)


def test_the_last_bar_wants_to_go_home_and_does(film: Film) -> None:
    for mood, manner in MANNERS.items():
        board = film(seconds=16.0, music=mood)
        plan, score = _score(board)
        end = plan.beats * plan.beat
        before = _classes([s for s in score if end - 1.01 * plan.beat <= s.at < end - 0.01])
        tonic = _classes([min((s for s in score if s.at >= end - 1e-6 and s.hertz), key=lambda s: s.hertz)]).pop()
        leading = {(tonic + step) % 12 for step in manner.leading_home[1]}
        assert leading & before, mood


def test_cuts_fall_on_beats_where_the_tempo_can_bend_to_them(film: Film) -> None:
    missed = []
    for seed in range(40):
        rng = np.random.default_rng(seed)
        cuts = [0.0, *np.sort(rng.uniform(1.0, 10.0, 2)), 12.0]
        shots = [Shot(float(a), float(b - a), "wide", "static", "street", "day", "clear") for a, b in pairwise(cuts)]
        board = film(seconds=12.0, music="happy", shots=shots, seed=seed)
        bpm = tempo(board)
        assert bpm is not None
        at = np.array(cuts[1:-1]) * bpm / 60.0
        missed.append(float(np.abs(at - np.round(at)).mean()))

    assert np.mean(missed) < 0.2  # by chance a quarter of a beat


def test_a_stumble_is_hit_by_the_band(film: Film) -> None:
    board = film(seconds=8.0, music="funny", acts=[Act("reporter", "trip", 3.3, 1.0)])

    _, score = _score(board)

    assert len([sounding for sounding in score if sounding.at == 3.3]) >= 3


def test_a_card_player_opens_with_the_clappers(film: Film) -> None:
    for style in ("paper", "ukiyoe"):
        _, score = _score(_in(style, film(seconds=8.0, music="calm")))
        assert next(s.at for s in score if s.player == "hyoshigi") == 0.0


def test_an_old_film_is_heard_through_an_old_loudspeaker(film: Film) -> None:
    tune = music(_in("old_film", film(seconds=6.0, music="happy")))
    spectrum = np.abs(np.fft.rfft(tune[:, 0])) ** 2
    hertz = np.fft.rfftfreq(len(tune), 1 / SAMPLE_RATE)

    assert np.array_equal(tune[:, 0], tune[:, 1])
    assert spectrum[(hertz < 80) | (hertz > 9000)].sum() < 0.02 * spectrum.sum()


def test_a_middle_part_lets_go_before_everybody_returns(film: Film) -> None:
    tune = music(film(seconds=40.0, music="epic")).mean(axis=1)
    plan, _ = _score(film(seconds=40.0, music="epic"))

    def loudness(bar: int) -> float:
        a, b = count(bar * 4 * plan.beat), count((bar + 2) * 4 * plan.beat)
        return loud_rms(tune[a:b])

    assert loudness(5) < 0.95 * loudness(3)
    assert loudness(7) > 1.1 * loudness(5)
