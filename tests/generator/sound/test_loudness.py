import numpy as np
import pytest

from generator.sound.loudness import CEILING, TARGET, integrated_loudness, limited, normalised, true_peak
from generator.sound.samples import SAMPLE_RATE


@pytest.mark.parametrize("seconds", [0.2, 1.0, 5.0])
@pytest.mark.parametrize("level", [0.002, 0.1, 0.9])
def test_any_sound_comes_to_the_target_without_passing_the_ceiling(seconds: float, level: float) -> None:
    rng = np.random.default_rng(1)
    x = (rng.standard_normal((round(seconds * SAMPLE_RATE), 2)) * level / 4).astype(np.float32)

    y = normalised(x)

    assert y.shape == x.shape
    assert abs(integrated_loudness(y) - TARGET) < 0.6
    assert true_peak(y) <= CEILING + 0.1


def test_silence_stays_silence() -> None:
    x = np.zeros((SAMPLE_RATE, 2), np.float32)

    assert integrated_loudness(x) == float("-inf")
    assert not normalised(x).any()


def test_the_limiter_touches_only_what_is_near_a_peak() -> None:
    t = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    x = np.repeat((0.2 * np.sin(2 * np.pi * 300 * t))[:, None], 2, axis=1).astype(np.float32)
    x[24000:24040] *= 9.0

    y = limited(x)

    assert true_peak(y) <= CEILING + 0.1
    assert np.allclose(y[:20000], x[:20000])
    assert np.allclose(y[28000:], x[28000:])
