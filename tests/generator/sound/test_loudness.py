import numpy as np
import pytest

from generator.sound.loudness import CEILING, STRETCH, TARGET, integrated_loudness, limited, normalise, true_peak
from generator.sound.samples import SAMPLE_RATE


@pytest.mark.parametrize("seconds", [0.2, 1.0, 5.0])
@pytest.mark.parametrize("level", [0.002, 0.1, 0.9])
def test_any_sound_comes_to_the_target_without_passing_the_ceiling(seconds: float, level: float) -> None:
    rng = np.random.default_rng(1)
    x = (rng.standard_normal((round(seconds * SAMPLE_RATE), 2)) * level / 4).astype(np.float32)

    y = x.copy()
    normalise(y)

    assert y.shape == x.shape
    assert abs(integrated_loudness(y) - TARGET) < 0.6
    assert true_peak(y) <= CEILING + 0.1


def test_silence_stays_silence() -> None:
    x = np.zeros((SAMPLE_RATE, 2), np.float32)

    assert integrated_loudness(x) == float("-inf")
    normalise(x)
    assert not x.any()


def test_the_limiter_touches_only_what_is_near_a_peak() -> None:
    t = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    x = np.repeat((0.2 * np.sin(2 * np.pi * 300 * t))[:, None], 2, axis=1).astype(np.float32)
    x[24000:24040] *= 9.0

    y = limited(x)

    assert true_peak(y) <= CEILING + 0.1
    assert np.allclose(y[:20000], x[:20000])
    assert np.allclose(y[28000:], x[28000:])


@pytest.mark.parametrize("seconds", [0.5, 3.0, 20.0])
def test_the_meter_agrees_with_a_public_one(seconds: float) -> None:
    import pyloudnorm

    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    rng = np.random.default_rng(2)
    left = (np.sin(2 * np.pi * 220 * t) * (t % 3 < 2) + 0.3 * rng.standard_normal(len(t))) * 0.1
    x = np.stack([left, 0.4 * np.roll(left, 900)], axis=1).astype(np.float32)

    assert integrated_loudness(x) == pytest.approx(pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(x), abs=0.06)


def test_a_long_film_is_limited_as_if_it_were_one_piece() -> None:
    rng = np.random.default_rng(3)
    x = (rng.standard_normal((STRETCH * 2 + 5000, 2)) * 0.05).astype(np.float32)
    for at in (100, STRETCH - 30, STRETCH + 20, 2 * STRETCH):
        x[at : at + 60] *= 12.0
    whole = x.copy()

    normalise(x)

    factor = float(np.median(x[1000:2000] / whole[1000:2000]))
    assert np.allclose(x, limited(whole * np.float32(factor)), atol=2e-4)
