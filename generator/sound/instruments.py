"""The little orchestra of the paper theatre: plucked strings, bars and bells, a flute, a pad, drums.

Pitched instruments take a frequency in Hz and a length in seconds; drums take neither. All are about equally loud.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

import numpy as np

from generator.sound.samples import Samples, count, faded, unchanging
from generator.sound.synthesis import (
    Signal,
    band,
    curve,
    decay,
    harmonics,
    highpass,
    lowpass,
    modes,
    noise,
    pluck,
    timeline,
    tone,
)

Instrument = Literal[
    "koto", "ukulele", "pizzicato", "music_box", "marimba", "bells", "flute", "pad", "bass", "tuba", "harp"
]
Drum = Literal["taiko", "shime", "rim", "shaker", "kick", "clap", "woodblock", "hat"]


def _koto(f: float, s: float) -> Signal:
    string = pluck(f, s, _rng(f), bright=0.62, t60=2.4)
    nail = band(noise(0.02, _rng(f)), 1800, 6000, 1) * decay(0.02, 0.02, 0.0003)
    string[: len(nail)] += 0.25 * nail[: len(string)]
    return string + 0.3 * band(string, 250, 700, 1)


def _ukulele(f: float, s: float) -> Signal:
    string = pluck(f, s, _rng(f), bright=0.32, t60=1.1)
    return string + 0.5 * band(string, 350, 900, 1)


def _pizzicato(f: float, s: float) -> Signal:
    string = pluck(f, min(s, 0.6), _rng(f), bright=0.28, t60=0.5)
    return lowpass(string, 3800, 1) + 0.5 * band(string, 220, 600, 1)


def _harp(f: float, s: float) -> Signal:
    return lowpass(pluck(f, s, _rng(f), bright=0.4, t60=3.0), 5200, 1)


def _music_box(f: float, s: float) -> Signal:
    """A steel tine: nearly a sine, with a cantilever's second mode at 6.27 times, and a tick."""
    t60 = 1.7 * (700.0 / max(f, 200.0)) ** 0.3
    return modes(s, [(f, 1.0, t60), (f * 2.0, 0.12, t60 * 0.5), (f * 6.27, 0.22, 0.14), (f * 3.0, 0.07, 0.3)])


def _marimba(f: float, s: float) -> Signal:
    """A rosewood bar, its second mode tuned to the double octave."""
    return modes(min(s, 1.2), [(f, 1.0, 0.75), (f * 3.98, 0.3, 0.16), (f * 9.2, 0.1, 0.05)])


def _bells(f: float, s: float) -> Signal:
    """Two-operator FM at 1:3.5 (Chowning 1973), the index dying before the tone."""
    t = timeline(s)
    index = 1.6 * np.exp(-3.2 * t)
    return np.sin(2 * np.pi * f * t + index * np.sin(2 * np.pi * 3.5 * f * t)) * decay(s, 2.6)


def _flute(f: float, s: float) -> Signal:
    """A bamboo flute: breath in the tone, a slide up into it, vibrato that comes late."""
    late = np.clip((timeline(s) - 0.25) / 0.4, 0, 1)
    pitch = f * (1 - 0.03 * np.exp(-timeline(s) * 18)) * (1 + 0.006 * late * tone(5.0, s))
    air = band(noise(s, _rng(f)), max(100.0, f * 0.9), min(f * 2.4, 12000.0), 1)
    body = harmonics(pitch, s, (1.0, 0.28, 0.16, 0.05, 0.03)) * (1 + 0.12 * late * tone(5.0, s, 1.0))
    swell = curve(s, (0, 0), (min(0.3, 0.07 / s), 0.9), (0.5, 1), (max(0.6, 1 - 0.12 / s), 0.8), (1, 0))
    return (body + 0.13 * air) * swell


def _pad(f: float, s: float) -> Signal:
    """A soft string choir: three detuned voices, dark, slow to come and go."""
    x = np.zeros(count(s))
    for cents, phase in ((-7, 0.0), (0, 2.1), (6, 4.0)):
        x += harmonics(f * 2 ** (cents / 1200), s, [k**-1.5 for k in range(1, 9)]) * (
            1 + 0.1 * tone(0.4 + 0.1 * phase, s, phase)
        )
    rise = min(0.4, 0.35 / s)
    return 0.4 * lowpass(x, min(2400.0, f * 5), 1) * curve(s, (0, 0), (rise, 1), (1 - rise, 0.9), (1, 0))


def _bass(f: float, s: float) -> Signal:
    return lowpass(pluck(f, s, _rng(f), bright=0.2, t60=1.2), 900, 1) * 1.4 + 0.4 * tone(f, s) * decay(s, 0.9, 0.008)


def _tuba(f: float, s: float) -> Signal:
    s = min(s, 0.5)
    x = harmonics(f, s, (1, 0.75, 0.5, 0.32, 0.18, 0.1, 0.05))
    return lowpass(x, 900, 1) * curve(s, (0, 0), (0.08, 1), (0.5, 0.75), (1, 0))


_PITCHED: dict[Instrument, tuple[Callable[[float, float], Signal], float]] = {  # and its weight in the ensemble
    "koto": (_koto, 1.0), "ukulele": (_ukulele, 0.7), "pizzicato": (_pizzicato, 1.0), "music_box": (_music_box, 0.75),
    "marimba": (_marimba, 1.0), "bells": (_bells, 0.5), "flute": (_flute, 0.8), "pad": (_pad, 0.45),
    "bass": (_bass, 1.0),
    "tuba": (_tuba, 0.8), "harp": (_harp, 0.8),
}  # fmt: skip


@lru_cache(maxsize=48)
def note(instrument: Instrument, frequency: float, seconds: float) -> Samples:
    """One note. Plucked and struck ones ring on for a while past `seconds`; blown and bowed ones end with it."""
    make, weight = _PITCHED[instrument]
    rings = instrument not in ("flute", "pad", "tuba")
    length = min(seconds + 0.9, 3.5) if rings else max(seconds, 0.12)
    x = make(frequency, length)
    first = x[: count(0.5)]
    x = 0.2 * weight * x / max(1e-9, float(np.sqrt(np.mean(first**2))))
    # Damping grows over the ring, so that fast notes do not pile up.
    return unchanging(faded(x.astype(np.float32), 0.0015, 0.5 if rings else 0.03))


@lru_cache(maxsize=8)
def drum(kind: Drum) -> Samples:
    """One stroke."""
    rng = np.random.default_rng(hash_free(kind))
    x = _DRUMS[kind](rng)
    return unchanging(faded((x / np.max(np.abs(x))).astype(np.float32), 0.0, 0.02))


def hash_free(word: str) -> int:
    """A number for a word, the same in every process."""
    return int.from_bytes(word.encode())


def _rng(f: float) -> np.random.Generator:
    return np.random.default_rng(round(f * 100))


def _taiko(rng: np.random.Generator) -> Signal:
    s = 1.1
    skin = tone(curve(s, (0, 118), (0.06, 84), (1, 72)), s) * decay(s, 0.95)
    return skin + 0.35 * modes(s, [(132, 1, 0.5), (187, 0.6, 0.3)]) + 0.5 * lowpass(noise(s, rng), 700) * decay(s, 0.09)


def _shime(rng: np.random.Generator) -> Signal:
    s = 0.3
    return tone(curve(s, (0, 470), (0.2, 390), (1, 370)), s) * decay(s, 0.16) + 0.4 * band(
        noise(s, rng), 900, 4500
    ) * decay(s, 0.06)


def _rim(rng: np.random.Generator) -> Signal:
    return modes(0.15, [(820, 1, 0.06), (1730, 0.7, 0.04), (2900, 0.4, 0.02)], rng)


def _shaker(rng: np.random.Generator) -> Signal:
    s = 0.12
    return highpass(noise(s, rng), 4500) * curve(s, (0, 0), (0.25, 1), (0.5, 0.35), (1, 0))


def _kick(rng: np.random.Generator) -> Signal:
    s = 0.4
    return tone(curve(s, (0, 150), (0.1, 62), (1, 46)), s) * decay(s, 0.35, 0.001) + 0.08 * noise(s, rng) * decay(
        s, 0.01
    )


def _clap(rng: np.random.Generator) -> Signal:
    s = 0.25
    x = band(noise(s, rng), 900, 3800, 1)
    bursts = sum(
        (np.where(timeline(s) >= at, np.exp(-(timeline(s) - at) * 140), 0.0) for at in (0, 0.011, 0.022)),
        start=np.zeros(len(x)),
    )
    return x * (bursts + 0.5 * decay(s, 0.2))


def _woodblock(rng: np.random.Generator) -> Signal:
    return modes(0.2, [(1050, 1, 0.09), (1610, 0.5, 0.06), (2750, 0.25, 0.03)], rng)


def _hat(rng: np.random.Generator) -> Signal:
    return highpass(noise(0.09, rng), 7000) * decay(0.09, 0.07, 0.0005)


_DRUMS: dict[Drum, Callable[[np.random.Generator], Signal]] = {
    "taiko": _taiko, "shime": _shime, "rim": _rim, "shaker": _shaker, "kick": _kick, "clap": _clap,
    "woodblock": _woodblock, "hat": _hat,
}  # fmt: skip
