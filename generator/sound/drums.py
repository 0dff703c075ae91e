"""The drums of the paper theatre, from the taiko to the clappers with which a card player begins."""

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

import numpy as np

from generator.sound.samples import Samples, faded, unchanging
from generator.sound.synthesis import Signal, band, curve, decay, highpass, lowpass, modes, noise, timeline, tone

Drum = Literal[
    "taiko", "shime", "rim", "shaker", "kick", "clap", "woodblock", "hat", "snare", "brush", "ride", "crash", "tom",
    "kane", "hyoshigi",
]  # fmt: skip
Strokes = tuple[tuple[Drum, float, float], ...]  # (drum, beat of a bar, level)


@lru_cache(maxsize=16)
def drum(kind: Drum) -> Samples:
    """One stroke, its peak at 1."""
    x = _DRUMS[kind](np.random.default_rng(int.from_bytes(kind.encode())))
    return unchanging(faded((x / np.max(np.abs(x))).astype(np.float32), 0.0, 0.02))


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


def _snare(rng: np.random.Generator) -> Signal:
    s = 0.28
    skin = tone(curve(s, (0, 250), (0.15, 190), (1, 180)), s) * decay(s, 0.13)
    return skin + 0.8 * highpass(noise(s, rng), 1500, 1) * decay(s, 0.2)


def _brush(rng: np.random.Generator) -> Signal:
    """A wire brush drawn over the skin."""
    s = 0.3
    return band(noise(s, rng), 2200, 9000, 1) * curve(s, (0, 0), (0.25, 1), (0.5, 0.45), (1, 0))


_PLATE = ((1.0, 1.0), (1.34, 0.8), (1.79, 0.9), (2.31, 0.6), (2.93, 0.7), (3.64, 0.5), (4.41, 0.4))


def _ride(rng: np.random.Generator) -> Signal:
    s = 0.9
    ping = modes(s, [(1480 * ratio, 0.25 * level, 0.9) for ratio, level in _PLATE], rng)
    return ping + 0.5 * highpass(noise(s, rng), 6000, 1) * decay(s, 0.45, 0.0005)


def _crash(rng: np.random.Generator) -> Signal:
    s = 1.8
    plate = modes(s, [(410 * ratio, 0.2 * level, 1.6) for ratio, level in _PLATE], rng)
    return plate + highpass(noise(s, rng), 2800, 1) * decay(s, 1.7, 0.004)


def _tom(rng: np.random.Generator) -> Signal:
    s = 0.5
    return tone(curve(s, (0, 190), (0.2, 125), (1, 105)), s) * decay(s, 0.42) + 0.15 * lowpass(
        noise(s, rng), 1200
    ) * decay(s, 0.04)


def _kane(rng: np.random.Generator) -> Signal:
    """A small hand gong of a festival, struck from inside."""
    return modes(0.5, [(2140, 1, 0.35), (3390, 0.7, 0.28), (5230, 0.5, 0.2), (6900, 0.25, 0.12)], rng)


def _hyoshigi(rng: np.random.Generator) -> Signal:
    """Two blocks of oak struck together: hard, high and dry."""
    knock = modes(0.22, [(1180, 1, 0.1), (1820, 0.9, 0.08), (2960, 0.6, 0.05), (4350, 0.3, 0.03)], rng)
    return knock + 0.5 * highpass(noise(0.22, rng), 2500, 1) * decay(0.22, 0.008, 0.0002)


_DRUMS: dict[Drum, Callable[[np.random.Generator], Signal]] = {
    "taiko": _taiko, "shime": _shime, "rim": _rim, "shaker": _shaker, "kick": _kick, "clap": _clap,
    "woodblock": _woodblock, "hat": _hat, "snare": _snare, "brush": _brush, "ride": _ride, "crash": _crash,
    "tom": _tom, "kane": _kane, "hyoshigi": _hyoshigi,
}  # fmt: skip
