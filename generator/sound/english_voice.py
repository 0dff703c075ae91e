"""The English voice: hibari, loaded once and kept; one voice in its wheel, which its own vocoder makes many.

hibari predicts a spectrum and a pitch curve and builds the waveform from them, so pitch is changed at the source,
without any artefact of changing it afterwards.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from generator.sound.japanese_voice import trimmed
from generator.sound.samples import Samples

RATE = 24000
_LOWEST_PITCH = 55.0  # Hz; the vocoder calls 40 and less unvoiced


@lru_cache(maxsize=1)
def load() -> Any:
    """The model with its dictionary; under a second the first time. One thread, and never a download."""
    from hibari import Hibari

    return Hibari(threads=1)


def phonemes(text: str) -> tuple[str, ...]:
    """Phonemes, one string a sentence; empty if nothing of it can be said."""
    return tuple(load().phonemize(text))


def natural_seconds(said: tuple[str, ...]) -> float:
    """About how long that takes at pace 1; fitted to a dozen sentences, true within a tenth."""
    return sum(0.046 * len(sentence) + 0.77 for sentence in said) - 0.5 if said else 0.0


def say(said: tuple[str, ...], pace: float, pitch: float, seed: int) -> Samples:
    """The phonemes spoken at RATE with the pitch multiplied by `pitch`, silence trimmed off both ends."""
    from hibari.dsp import synth

    voice = load()
    rng = np.random.default_rng(seed)
    spoken = []
    for sentence in said:
        ids = voice.ids(sentence)
        if len(ids) < 3:
            continue
        speed = np.array([min(max(pace, 0.5), 2.0)], np.float32)
        parts = [part[0] for part in voice.sess.run(None, {"ids": np.array([ids], np.int64), "speed": speed})]
        f0 = np.where(parts[5] > 40.0, np.maximum(parts[5] * pitch, _LOWEST_PITCH), parts[5])
        spoken.append(synth(*parts[:5], f0.astype(np.float32), rng))
    return trimmed(np.concatenate(spoken).astype(np.float32)) if spoken else np.zeros(0, np.float32)
