from pathlib import Path

import numpy as np
import pytest

from generator.sound.effects import effect, natural_seconds
from generator.sound.samples import SAMPLE_RATE, gain, loud_rms
from generator.vocabulary import EFFECTS, Effect


@pytest.mark.parametrize("name", EFFECTS)
def test_every_effect_sounds_at_a_level_that_sits_beside_a_voice(name: Effect) -> None:
    sound = effect(name, 1.5, 3)

    assert sound.dtype == np.float32
    assert np.isfinite(sound).all()
    assert np.abs(sound).max() <= gain(-2.9)
    assert gain(-40) < loud_rms(sound) < gain(-14)
    assert abs(float(sound.mean())) < 0.002
    assert np.abs(sound[[0, -1]]).max() < 0.01


def test_the_same_seed_gives_the_same_sound_and_another_seed_another() -> None:
    assert np.array_equal(effect("bark", 1.0, 7), effect("bark", 1.0, 7))
    assert not np.array_equal(effect("bark", 1.0, 7), effect("bark", 1.0, 8))


def test_what_lasts_lasts_as_long_as_it_is_asked_to() -> None:
    for seconds in (0.7, 3.0, 14.2):
        assert len(effect("rain", seconds, 1)) == round(seconds * SAMPLE_RATE)


def test_rain_goes_on_evenly_over_its_repetitions() -> None:
    loud = (effect("rain", 20.0, 1)[SAMPLE_RATE:-SAMPLE_RATE].reshape(-1, SAMPLE_RATE) ** 2).mean(axis=1) ** 0.5

    assert loud.max() / loud.min() < 1.6


def test_a_looped_event_repeats_for_its_time() -> None:
    barking = effect("bark", 5.0, 1, loop=True)

    assert len(barking) == 5 * SAMPLE_RATE
    assert loud_rms(barking[3 * SAMPLE_RATE :]) > 0.5 * loud_rms(barking[:SAMPLE_RATE])
    assert (natural_seconds("bark") or 0.0) < 1.0


def _centroid(name: Effect) -> float:
    sound = effect(name, 1.5, 2)
    spectrum = np.abs(np.fft.rfft(sound)) ** 2
    return float((spectrum * np.fft.rfftfreq(len(sound), 1 / SAMPLE_RATE)).sum() / spectrum.sum())


def test_small_things_sound_higher_than_big_ones() -> None:
    assert _centroid("thud") < 300 < _centroid("meow") < 3000 < _centroid("crickets")
    assert _centroid("moo") < _centroid("bark") < _centroid("squeak")


def test_a_siren_has_the_two_tones_of_an_ambulance() -> None:
    spectrum = np.abs(np.fft.rfft(effect("siren", 2.6, 1), 2 * SAMPLE_RATE))  # half a hertz a bin
    tones = [spectrum[2 * hertz - 10 : 2 * hertz + 10].max() for hertz in (960, 770, 865)]

    assert min(tones[:2]) > 5 * tones[2]


def test_steps_differ_by_what_is_trodden_on() -> None:
    grounds: tuple[Effect, ...] = ("steps_boards", "footsteps", "steps_snow", "steps_grass")
    boards, stone, snow, grass = (_centroid(name) for name in grounds)

    assert boards < stone < snow < grass


def test_an_event_can_be_higher_and_is_shorter_then() -> None:
    usual, high = effect("laugh", 1.0, 4), effect("laugh", 1.0, 4, pitch=1.3)

    assert len(usual) / len(high) == pytest.approx(1.3, rel=0.02)


@pytest.mark.parametrize("name", EFFECTS)
def test_no_two_takes_of_an_effect_are_alike(name: Effect) -> None:
    one, other = effect(name, 1.5, 3), effect(name, 1.5, 4)

    assert len(one) != len(other) or not np.array_equal(one, other)


def test_a_footstep_is_softer_than_a_fall_and_a_fall_than_a_blast() -> None:
    step, fall, blast = (loud_rms(effect(name, 1.0, 1)) for name in ("footsteps", "thud", "explosion"))

    assert 2 * step < fall < blast


def test_every_effect_stands_in_the_documentation() -> None:
    page = (Path(__file__).parents[3] / "docs" / "paper-theatre.md").read_text(encoding="utf-8")

    assert {name for name in EFFECTS if f"`{name}`" not in page} == set()
