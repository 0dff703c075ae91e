"""Bodies in motion, drawn broadly: steps, jumps, falls, things that fly past."""

import numpy as np

from generator.sound.samples import count
from generator.sound.synthesis import (
    Rng,
    Signal,
    band,
    curve,
    decay,
    harmonics,
    highpass,
    lowpass,
    modes,
    noise,
    sequence,
    swept,
    timeline,
    tone,
)


def jump(rng: Rng) -> Signal:
    """A cartoon leap: a slide-whistle glide upward."""
    s = 0.34
    x = harmonics(curve(s, (0, 330), (1, 980)) * (1 + 0.012 * tone(11.0, s)), s, (1, 0.22, 0.1))
    return x * curve(s, (0, 0), (0.1, 0.8), (0.7, 1), (1, 0)) + 0.05 * band(noise(s, rng), 900, 3000)


def land(rng: Rng) -> Signal:
    """Two feet on boards."""
    s = 0.32
    body = tone(curve(s, (0, 150), (0.2, 82), (1, 60)), s) * decay(s, 0.28)
    return (
        body
        + 0.4 * lowpass(noise(s, rng), 1400) * decay(s, 0.12)
        + 0.12 * highpass(noise(s, rng), 2500) * decay(s, 0.05)
    )


def whoosh(rng: Rng) -> Signal:
    """Something passes quickly: a band of air sweeping up and down."""
    s = 0.5
    centre = curve(s, (0, 350), (0.45, rng.uniform(1900, 2400)), (1, 500))
    return swept(noise(s, rng), centre, 0.75) * np.sin(np.linspace(0, np.pi, count(s))) ** 2.2


def thud(rng: Rng) -> Signal:
    """A heavy thing falls."""
    s = 0.5
    body = tone(curve(s, (0, 120), (0.15, 62), (1, 45)), s) * decay(s, 0.42)
    return (
        body
        + 0.5 * lowpass(noise(s, rng), 600) * decay(s, 0.16)
        + 0.1 * band(noise(s, rng), 1000, 4000) * decay(s, 0.05)
    )


def crash(rng: Rng) -> Signal:
    """Crockery and boards: a bang, then pieces that tinkle down."""
    s = 1.5
    bang = (lowpass(noise(s, rng), 3500, 1) * 1.3 + highpass(noise(s, rng), 3500) * 0.5) * decay(s, 0.55)
    events = [(0.0, bang / np.std(bang[: count(0.2)]))]
    for _ in range(26):
        f = rng.uniform(1800, 6800)
        shard = modes(0.3, [(f, 1, 0.25), (f * 1.53, 0.6, 0.16), (f * 2.31, 0.4, 0.1)], rng)
        at = float(rng.exponential(0.28))
        events.append((at, shard * 0.55 * rng.uniform(0.3, 1) * 10 ** (-at)))
    return sequence(s, events)


def pop(rng: Rng) -> Signal:
    """A cork, or something that appears."""
    s = 0.12
    f = rng.uniform(420, 520)
    return tone(curve(s, (0, f), (0.5, f * 2.4), (1, f * 2.7)), s) * decay(s, 0.1, 0.003) + 0.15 * noise(
        s, rng
    ) * decay(s, 0.012)


def boing(rng: Rng) -> Signal:
    """A spring: a twang whose pitch wobbles, slower and slower."""
    s = 0.85
    t = timeline(s)
    wobble = np.sin(2 * np.pi * (15 * t - 5 * t**2)) * np.exp(-2.2 * t)
    pitch = rng.uniform(165, 190) * (1 + 0.5 * wobble) * (1 + 0.5 * np.exp(-12 * t))
    x = harmonics(pitch, s, (1, 0.7, 0.8, 0.35, 0.4, 0.2, 0.18, 0.1))
    return lowpass(x, 3200) * decay(s, 0.95, 0.004)
