"""The little orchestra of the paper theatre: strings, bars and bells, winds, keys and synthesisers.

Each takes a frequency in Hz and a length in seconds; all are about equally loud.
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
    lowpass,
    modes,
    noise,
    pluck,
    timeline,
    tone,
)

Instrument = Literal[
    "koto", "ukulele", "pizzicato", "music_box", "marimba", "bells", "flute", "pad", "bass", "tuba", "harp", "shamisen",
    "shakuhachi", "shinobue", "clarinet", "theremin", "whistling", "piano", "old_piano", "electric_piano", "vibraphone",
    "brass", "muted_trumpet", "strings", "guitar", "electric_bass", "upright", "synth_lead", "synth_pluck",
    "synth_bass", "synth_pad",
]  # fmt: skip


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


def _shamisen(f: float, s: float) -> Signal:
    """A skin body struck with the plectrum, a short string, and sawari: the low string's buzz."""
    string = pluck(f, min(s, 1.1), _rng(f), bright=0.75, t60=0.8)
    skin = modes(0.12, [(340, 1.0, 0.06), (560, 0.5, 0.04)]) + 0.4 * band(noise(0.12, _rng(f)), 900, 5000, 1) * decay(
        0.12, 0.02, 0.0003
    )
    string[: len(skin)] += 0.22 * skin[: len(string)]
    return string + 0.35 * band(np.tanh(3.0 * string), 1400, 4500, 1)


def _shakuhachi(f: float, s: float) -> Signal:
    """More breath than the flute, pushed up into the note, and the head shaken late."""
    late = np.clip((timeline(s) - 0.35) / 0.5, 0, 1)
    pitch = f * (1 - 0.055 * np.exp(-timeline(s) * 11)) * (1 + 0.013 * late * tone(4.3, s))
    air = band(noise(s, _rng(f)), max(150.0, f * 0.8), min(f * 5.0, 12000.0), 1)
    puff = 1 + 1.5 * np.exp(-timeline(s) * 14)
    body = harmonics(pitch, s, (1.0, 0.42, 0.12, 0.08)) * (1 + 0.2 * late * tone(4.3, s, 1.0))
    swell = curve(s, (0, 0), (min(0.3, 0.06 / s), 1), (0.6, 0.9), (max(0.65, 1 - 0.3 / s), 0.6), (1, 0))
    return (body + 0.22 * air * puff) * swell


def _shinobue(f: float, s: float) -> Signal:
    return _flute(f * 2, s)


def _clarinet(f: float, s: float) -> Signal:
    """A closed pipe: odd harmonics first."""
    late = np.clip((timeline(s) - 0.3) / 0.4, 0, 1)
    pitch = f * (1 + 0.003 * late * tone(4.8, s))
    swell = curve(s, (0, 0), (min(0.3, 0.05 / s), 1), (0.5, 0.85), (max(0.6, 1 - 0.08 / s), 0.75), (1, 0))
    return harmonics(pitch, s, (1, 0.05, 0.5, 0.05, 0.28, 0.04, 0.14, 0.03, 0.07)) * swell


def _theremin(f: float, s: float) -> Signal:
    """A sine that slides up into its note and will not stand still."""
    late = np.clip((timeline(s) - 0.1) / 0.3, 0, 1)
    pitch = f * 2.0 ** ((-3.0 * np.exp(-timeline(s) * 9) + 0.35 * late * tone(5.6, s)) / 12)
    swell = curve(s, (0, 0), (min(0.35, 0.15 / s), 1), (0.6, 0.9), (1, 0))
    return harmonics(pitch, s, (1, 0.22, 0.08, 0.03)) * swell


def _whistling(f: float, s: float) -> Signal:
    """Somebody whistles: hardly more than a sine and a breath."""
    late = np.clip((timeline(s) - 0.2) / 0.3, 0, 1)
    pitch = f * (1 - 0.04 * np.exp(-timeline(s) * 25)) * (1 + 0.007 * late * tone(5.5, s))
    swell = curve(s, (0, 0), (min(0.3, 0.04 / s), 1), (0.6, 0.85), (max(0.65, 1 - 0.08 / s), 0.7), (1, 0))
    return (tone(pitch, s) + 0.06 * band(noise(s, _rng(f)), f * 0.8, min(f * 2.5, 15000.0), 1)) * swell


def _piano(f: float, s: float) -> Signal:
    """Stiff strings: stretched partials, the high ones gone first, and the hammer's knock."""
    partials = []
    for k in range(1, 11):
        hertz = k * f * (1 + 0.0004 * k * k) ** 0.5
        if hertz < 9000:
            partials.append((hertz, k**-1.25 * (0.6 if k == 7 else 1.0), 4.5 * (220 / f) ** 0.35 / (1 + 0.35 * k)))
    knock = lowpass(noise(0.05, _rng(f)), 1500) * decay(0.05, 0.03)
    x = modes(s, partials)
    x[: len(knock)] += 0.12 * knock[: len(x)]
    return x


def _old_piano(f: float, s: float) -> Signal:
    """An upright in a cinema: two strings of each choir have gone out of tune."""
    s = min(s, 1.6)
    return _piano(f, s) + 0.7 * _piano(f * 1.006, s)


def _electric_piano(f: float, s: float) -> Signal:
    """Struck tines by frequency modulation at 1:1 and 1:14 (Chowning 1973)."""
    t = timeline(s)
    body = np.sin(2 * np.pi * f * t + 1.1 * np.exp(-3.0 * t) * np.sin(2 * np.pi * f * t))
    tine = np.sin(2 * np.pi * f * t + 0.35 * np.exp(-9.0 * t) * np.sin(2 * np.pi * 14.0 * f * t))
    return (body + 0.6 * tine) * decay(s, 2.4) * (1 + 0.12 * np.sin(2 * np.pi * 4.5 * t))


def _vibraphone(f: float, s: float) -> Signal:
    """Bars of metal over tubes whose lids turn."""
    bars = modes(s, [(f, 1.0, 2.6), (f * 3.98, 0.16, 0.7), (f * 9.9, 0.05, 0.1)])
    return bars * (1 + 0.22 * tone(5.2, s))


def _brass(f: float, s: float) -> Signal:
    """Lips: the louder, the more overtones; so the tone opens as it is blown."""
    level = curve(
        s, (0, 0), (min(0.35, 0.045 / s), 1), (min(0.6, 0.16 / s), 0.75), (max(0.7, 1 - 0.07 / s), 0.8), (1, 0)
    )
    pitch = f * (1 - 0.02 * np.exp(-timeline(s) * 40)) * (1 + 0.004 * tone(5.2, s))
    dark = harmonics(pitch, s, (1, 0.7, 0.45, 0.25))
    bright = harmonics(pitch, s, (0.2, 0.4, 0.55, 0.6, 0.5, 0.42, 0.33, 0.25, 0.18, 0.12))
    return dark * level + 0.8 * bright * level**2.5


def _muted_trumpet(f: float, s: float) -> Signal:
    """A trumpet behind a harmon mute: thin, nasal, with a smear into the note."""
    late = np.clip((timeline(s) - 0.25) / 0.4, 0, 1)
    pitch = f * (1 - 0.045 * np.exp(-timeline(s) * 13)) * (1 + 0.006 * late * tone(5.0, s))
    x = harmonics(pitch, s, [k**-0.7 for k in range(1, 15)])
    swell = curve(s, (0, 0), (min(0.3, 0.05 / s), 1), (0.5, 0.75), (max(0.6, 1 - 0.12 / s), 0.6), (1, 0))
    return (band(x, 900, 2600, 1) + 0.25 * lowpass(x, 700, 1)) * swell


def _strings(f: float, s: float) -> Signal:
    """Bows: a saw with several players' unsteadiness, quick enough to mark time."""
    x = np.zeros(count(s))
    for cents, phase in ((-6, 0.0), (4, 2.0), (9, 4.0)):
        drift = 1 + 0.0022 * tone(5.1 + phase / 4, s, phase)
        x += harmonics(f * 2 ** (cents / 1200) * drift, s, [1 / k for k in range(1, 11)])
    swell = curve(s, (0, 0), (min(0.35, 0.07 / s), 1), (0.6, 0.85), (max(0.65, 1 - 0.1 / s), 0.8), (1, 0))
    return 0.4 * lowpass(x, 3800, 1) * swell


def _guitar(f: float, s: float) -> Signal:
    """A string and an amplifier driven too hard."""
    string = pluck(f, s, _rng(f), bright=0.6, t60=2.2)
    return band(np.tanh(9.0 * string / max(1e-9, float(np.abs(string).max()))), 90, 4200, 1)


def _electric_bass(f: float, s: float) -> Signal:
    return lowpass(pluck(f, s, _rng(f), bright=0.45, t60=1.6), 1600, 1) + 0.35 * tone(f, s) * decay(s, 1.2, 0.004)


def _upright(f: float, s: float) -> Signal:
    s = min(s, 1.2)
    thump = lowpass(noise(0.05, _rng(f)), 400) * decay(0.05, 0.04)
    x = lowpass(pluck(f, s, _rng(f), bright=0.25, t60=0.9), 1100, 1) * 1.3 + 0.5 * tone(f, s) * decay(s, 0.7, 0.012)
    x[: len(thump)] += 0.2 * thump[: len(x)]
    return x


def _saw(f: float, s: float, cents: tuple[float, ...], number: int) -> Signal:
    return sum(
        (harmonics(f * 2 ** (c / 1200), s, [1 / k for k in range(1, number)]) for c in cents), start=np.zeros(count(s))
    )


def _synth_lead(f: float, s: float) -> Signal:
    late = np.clip((timeline(s) - 0.2) / 0.3, 0, 1)
    swell = curve(s, (0, 0), (min(0.2, 0.01 / s), 1), (0.5, 0.8), (max(0.6, 1 - 0.06 / s), 0.7), (1, 0))
    x = _saw(f, s, (-7.0, 7.0), 16) + 0.4 * harmonics(f * (1 + 0.005 * late * tone(5.5, s)), s, (1, 0, 0.33, 0, 0.2))
    return lowpass(x, 4200, 1) * swell


def _synth_pluck(f: float, s: float) -> Signal:
    s = min(s, 0.5)
    x = _saw(f, s, (0.0, 9.0), 14)
    dull, open_ = lowpass(x, 600, 1), lowpass(x, 5000, 1)
    return (dull + open_ * np.exp(-timeline(s) * 16)) * decay(s, 0.45, 0.002)


def _synth_bass(f: float, s: float) -> Signal:
    s = min(s, 0.7)
    x = harmonics(f, s, [1 / k for k in range(1, 20)])
    return (lowpass(x, 260, 1) + lowpass(x, 1500, 1) * np.exp(-timeline(s) * 9)) * curve(
        s, (0, 0), (0.01, 1), (0.7, 0.8), (1, 0)
    )


def _synth_pad(f: float, s: float) -> Signal:
    x = _saw(f, s, (-9.0, 0.0, 8.0), 10)
    rise = min(0.4, 0.3 / s)
    return 0.3 * lowpass(x, 1500, 1) * (1 + 0.15 * tone(0.7, s)) * curve(s, (0, 0), (rise, 1), (1 - rise, 0.9), (1, 0))


_Make = Callable[[float, float], Signal]
_PITCHED: dict[Instrument, tuple[_Make, float]] = {  # and its weight in the ensemble
    "koto": (_koto, 1.0), "ukulele": (_ukulele, 0.7), "pizzicato": (_pizzicato, 1.0), "music_box": (_music_box, 0.75),
    "marimba": (_marimba, 1.0), "bells": (_bells, 0.5), "flute": (_flute, 0.8), "pad": (_pad, 0.45),
    "bass": (_bass, 1.0), "tuba": (_tuba, 0.8), "harp": (_harp, 0.8), "shamisen": (_shamisen, 1.0),
    "shakuhachi": (_shakuhachi, 0.85), "shinobue": (_shinobue, 0.5), "clarinet": (_clarinet, 0.7),
    "theremin": (_theremin, 0.6), "whistling": (_whistling, 0.55), "piano": (_piano, 0.9),
    "old_piano": (_old_piano, 0.9), "electric_piano": (_electric_piano, 0.7), "vibraphone": (_vibraphone, 0.7),
    "brass": (_brass, 0.75), "muted_trumpet": (_muted_trumpet, 0.65), "strings": (_strings, 0.5),
    "guitar": (_guitar, 0.45), "electric_bass": (_electric_bass, 1.0), "upright": (_upright, 1.1),
    "synth_lead": (_synth_lead, 0.55), "synth_pluck": (_synth_pluck, 0.7), "synth_bass": (_synth_bass, 0.9),
    "synth_pad": (_synth_pad, 0.4),
}  # fmt: skip
LONGEST = 6.0  # seconds of any note
_HELD: frozenset[Instrument] = frozenset(
    {"flute", "pad", "tuba", "shakuhachi", "shinobue", "clarinet", "theremin", "whistling", "brass", "muted_trumpet",
     "strings", "synth_lead", "synth_pad"}
)  # fmt: skip  # blown, bowed or pressed: they end when they are let go


@lru_cache(maxsize=64)
def note(instrument: Instrument, frequency: float, seconds: float) -> Samples:
    """One note. Plucked and struck ones ring on for a while past `seconds`; blown and bowed ones end with it."""
    make, weight = _PITCHED[instrument]
    rings = instrument not in _HELD
    length = min(seconds + 0.9, 3.5) if rings else min(max(seconds, 0.12), LONGEST)
    x = make(frequency, length)
    first = x[: count(0.5)]
    x = 0.2 * weight * x / max(1e-9, float(np.sqrt(np.mean(first**2))))
    # Damping grows over the ring, so that fast notes do not pile up.
    return unchanging(faded(x.astype(np.float32), 0.0015, 0.5 if rings else 0.03))


def _rng(f: float) -> np.random.Generator:
    return np.random.default_rng(round(f * 100))
