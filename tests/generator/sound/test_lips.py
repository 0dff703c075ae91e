import numpy as np

from generator.engines.engine import MOUTH_RATE
from generator.sound.lips import mouth_opening
from generator.sound.samples import SAMPLE_RATE, Samples


def _syllables() -> Samples:
    t = np.arange(SAMPLE_RATE * 2) / SAMPLE_RATE
    talking = (t % 0.5 < 0.25) & (t < 1.5)
    return (0.2 * np.sin(2 * np.pi * 220 * t) * talking).astype(np.float32)


def test_a_mouth_opens_with_the_voice_and_shuts_in_its_pauses() -> None:
    opening = mouth_opening(_syllables())

    assert len(opening) == 2 * MOUTH_RATE
    assert opening[5:12].min() > 0.6
    assert opening[20:25].max() < 0.1
    assert opening.min() >= 0.0
    assert opening.max() <= 1.0


def test_a_mouth_is_shut_when_the_line_is_over() -> None:
    loud_to_the_end = _syllables()[: SAMPLE_RATE // 5]

    assert mouth_opening(loud_to_the_end)[-1] == 0.0


def test_silence_moves_no_mouth() -> None:
    assert not mouth_opening(np.zeros(SAMPLE_RATE, np.float32)).any()
