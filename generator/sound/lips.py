"""The mouth of a speaker, read off the voice's loudness."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter1d

from generator.engines.engine import MOUTH_RATE
from generator.sound.samples import SAMPLE_RATE, Samples

_OPENS = 0.75  # share of the way that lips go in one 20 ms step when opening: open in about 40 ms
_CLOSES = 0.45  # and when closing: shut in about 100 ms
_FLOOR = 0.10  # of the loud level: breath and room, lips stay shut


def mouth_opening(voice: Samples) -> NDArray[np.float32]:
    """How far the mouth is open, 0..1 at MOUTH_RATE a second, one value for every begun step; shut at the end.

    Loudness is taken between roughly 200 and 3000 Hz by differencing, so that a hiss does not drop the jaw, set
    against the loud parts of the same line, and followed quickly up and slowly down, as lips do.
    """
    step = SAMPLE_RATE // MOUTH_RATE
    steps = -(-len(voice) // step)
    if steps == 0:
        return np.zeros(0, np.float32)
    padded = np.zeros(steps * step, np.float32)
    padded[: len(voice)] = voice
    smooth = np.convolve(padded, np.full(16, 1 / 16, np.float32), mode="same")
    level = np.sqrt((smooth.reshape(steps, step).astype(np.float64) ** 2).mean(axis=1))
    loud = np.percentile(level[level > level.max() * 0.05], 90) if level.max() > 1e-4 else 0.0
    if loud <= 0:
        return np.zeros(steps, np.float32)
    around = uniform_filter1d(level, 9)  # 180 ms: about a mora, so that each one is seen
    lively = np.clip(level / np.maximum(around, loud * 0.05), 0.0, 1.3) ** 1.5
    target = np.clip((level / loud - _FLOOR) / (0.9 - _FLOOR) * (0.25 + 0.7 * lively), 0.0, 1.0) ** 0.8
    opening = np.zeros(steps, np.float32)
    now = 0.0
    for i, wanted in enumerate(target):
        now += (wanted - now) * (_OPENS if wanted > now else _CLOSES)
        opening[i] = now if now > 0.04 else 0.0
    tail = min(4, steps)
    opening[steps - tail :] *= np.linspace(0.75, 0.0, tail, dtype=np.float32)
    return opening
