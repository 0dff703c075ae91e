"""Doors, bells, machines on a table, and the magic of the stage."""

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
    scatter,
    sequence,
    swept,
    timeline,
    tone,
)

_BELL = (
    (0.5, 0.35, 1.6),
    (1.0, 1.0, 1.0),
    (1.19, 0.5, 0.8),
    (1.5, 0.3, 0.6),
    (2.0, 0.55, 0.55),
    (2.74, 0.3, 0.35),
    (4.07, 0.16, 0.2),
)
"""A church bell's partials: (ratio to the strike note, level, length), after Rossing, The Science of Sound."""


def _strike(f: float, seconds: float, t60: float) -> Signal:
    return modes(seconds, [(f * ratio, level, t60 * share) for ratio, level, share in _BELL])


def _click(rng: Rng, f: float, seconds: float = 0.03) -> Signal:
    return band(noise(seconds, rng), f * 0.6, f * 1.6, 1) * decay(seconds, seconds * 0.8, 0.0004)


def door(rng: Rng) -> Signal:
    """The latch, a hinge that creaks, the leaf falling shut."""
    creak_seconds = 0.5
    t = timeline(creak_seconds)
    rate = curve(creak_seconds, (0, 60), (0.5, 105), (1, 80)) * (1 + 0.1 * np.sin(2 * np.pi * 7 * t))
    ticks = np.maximum(0.0, tone(rate, creak_seconds)) ** 6
    creak = (band(ticks, 500, 1400) + 0.5 * band(ticks, 1900, 3000)) * curve(
        creak_seconds, (0, 0), (0.2, 1), (0.8, 0.8), (1, 0)
    )
    shut = modes(0.4, [(78, 1.0, 0.24), (143, 0.7, 0.16), (260, 0.4, 0.1)], rng) + 0.5 * lowpass(
        noise(0.4, rng), 1200
    ) * decay(0.4, 0.1)
    latch = _click(rng, 2600) + _click(rng, 1300)
    return sequence(
        1.2, [(0.0, 0.8 * latch), (0.1, 0.5 * creak / np.max(np.abs(creak))), (0.7, shut), (0.71, 0.5 * latch)]
    )


def knock(rng: Rng) -> Signal:
    """Three raps on wood."""

    def rap(level: float) -> Signal:
        body = modes(0.2, [(185, 1.0, 0.12), (410, 0.7, 0.08), (720, 0.4, 0.05), (1150, 0.2, 0.03)], rng)
        return level * (body + 0.25 * _fit(_click(rng, 1800), len(body)))

    return sequence(0.85, [(0.0, rap(0.9)), (0.2, rap(1.0)), (0.42, rap(0.95))])


def _fit(x: Signal, n: int) -> Signal:
    return np.pad(x, (0, max(0, n - len(x))))[:n]


def bell(rng: Rng) -> Signal:
    """A hand bell, rung twice."""
    f = rng.uniform(1000, 1150)
    return sequence(2.0, [(0.0, _strike(f, 2.0, 1.8)), (0.32, 0.8 * _strike(f * 1.002, 1.6, 1.6))])


def chime(rng: Rng) -> Signal:
    """ "ding-dong": the doorbell's falling third."""
    return sequence(2.0, [(0.0, _chime_bar(659.3)), (0.5, _chime_bar(523.3))])


def _chime_bar(f: float) -> Signal:
    return modes(1.5, [(f, 1.0, 1.4), (f * 2.0, 0.25, 0.7), (f * 2.76, 0.35, 0.5), (f * 5.4, 0.15, 0.2)])


def alarm(seconds: float, rng: Rng) -> Signal:
    """A clapper bell, hammering fifteen times a second."""
    hit = modes(0.5, [(1480, 1, 0.5), (2110, 0.8, 0.4), (2960, 0.6, 0.3), (4350, 0.45, 0.2), (6200, 0.25, 0.12)], rng)
    hits = [(i / 15.0, hit * rng.uniform(0.8, 1.0)) for i in range(int(seconds * 15))]
    return sequence(seconds, hits) + 0.0


def phone(rng: Rng) -> Signal:
    """An old telephone: two rings."""

    def ring() -> Signal:
        s = 0.8
        hit = modes(0.4, [(1240, 1, 0.5), (1575, 0.9, 0.5), (3120, 0.35, 0.25), (3990, 0.25, 0.2)], rng)
        return sequence(s + 0.3, [(i / 22.0, hit * (1.0 if i % 2 else 0.8)) for i in range(int(s * 22))])

    return sequence(2.1, [(0.0, ring()), (1.05, ring())])


def shutter(rng: Rng) -> Signal:
    """A camera: mirror up, curtain, mirror down, and the film wound on."""
    whirr = (
        band(noise(0.22, rng), 1500, 5000, 1)
        * (0.5 + 0.5 * np.sign(tone(62.0, 0.22)))
        * curve(0.22, (0, 0), (0.2, 1), (0.8, 1), (1, 0))
    )
    return sequence(
        0.55,
        [
            (0.0, _click(rng, 2400)),
            (0.035, 0.8 * _click(rng, 4200, 0.02)),
            (0.11, _click(rng, 1700, 0.04)),
            (0.19, 0.16 * whirr),
        ],
    )


def typing(seconds: float, rng: Rng) -> Signal:
    """Fingers on keys, in bursts."""
    events = []
    at = 0.02
    while at < seconds - 0.03:
        key = _click(rng, rng.uniform(1700, 3200), 0.035) + 0.6 * _fit(
            modes(0.03, [(rng.uniform(220, 320), 1, 0.03)]), count(0.035)
        )
        events.append((at, key * rng.uniform(0.5, 1.0)))
        events.append((at + 0.05, 0.3 * _click(rng, 3800, 0.015)))
        at += rng.uniform(0.08, 0.17) if rng.random() < 0.85 else rng.uniform(0.25, 0.42)
    return sequence(max(seconds, 0.1), events)


def clock(seconds: float, rng: Rng) -> Signal:
    """Tick, tock: two beats a second."""

    def tick(f: float) -> Signal:
        return modes(0.09, [(f, 1, 0.05), (f * 2.3, 0.5, 0.03)], rng) + 0.4 * _fit(_click(rng, 4200, 0.01), count(0.09))

    beats = [
        (i * 0.5, tick(1450.0) if i % 2 == 0 else 0.8 * tick(1120.0)) for i in range(int(max(seconds, 0.5) * 2) + 1)
    ]
    return sequence(max(seconds, 0.5), beats)


def drumroll(seconds: float, rng: Rng) -> Signal:
    """A snare roll that swells; the last stroke, with a cymbal, falls just before the end."""
    ending = min(0.8, seconds * 0.4)
    rolling = seconds - ending

    def stroke() -> Signal:
        skin = tone(curve(0.14, (0, 240), (1, 185)), 0.14) * decay(0.14, 0.09)
        return skin + 0.9 * highpass(noise(0.14, rng), 1600, 1) * decay(0.14, 0.13)

    strokes = [stroke() for _ in range(6)]
    n = max(1, int(rolling * 24))
    events = [
        (i / 24.0 + rng.uniform(0, 0.008), strokes[i % 6] * (0.25 + 0.55 * i / n) * (1.0 if i % 2 else 0.85))
        for i in range(n)
    ]
    cymbal = highpass(noise(ending, rng), 4500, 1) * decay(ending, 0.9, 0.002)
    events += [(rolling, 1.6 * strokes[0]), (rolling, 0.8 * cymbal)]
    return sequence(seconds, events)


def gong(rng: Rng) -> Signal:
    """A great gong: a low stroke whose shimmer opens late."""
    s = 3.0
    base = rng.uniform(92, 104)
    low = modes(
        s,
        [(base * r, lev, t) for r, lev, t in ((1, 1, 3.5), (1.48, 0.6, 2.8), (2.07, 0.5, 2.4), (2.63, 0.45, 2.0))],
        rng,
    )
    high = modes(
        s,
        [(base * r, 0.2, t) for r, t in ((3.7, 2.0), (4.9, 1.9), (6.3, 1.7), (7.9, 1.5), (9.6, 1.2), (12.1, 1.0))],
        rng,
    )
    return low + high * curve(s, (0, 0.3), (0.12, 1), (1, 1)) + 0.1 * lowpass(noise(s, rng), 900) * decay(s, 0.12)


def whistle(rng: Rng) -> Signal:
    """A referee's whistle with its pea: one short, one long."""

    def blow(s: float) -> Signal:
        pea = tone(34.0, s)
        x = tone(2650 + 110 * pea, s) + 0.7 * tone(2860 + 110 * pea, s, 1.0) + 0.15 * band(noise(s, rng), 2200, 5000)
        return x * (0.7 + 0.3 * pea) * curve(s, (0, 0), (0.06, 1), (0.9, 0.9), (1, 0))

    return sequence(0.95, [(0.0, blow(0.18)), (0.26, blow(0.6))])


def magic(rng: Rng) -> Signal:
    """A wand: a rising run of bells in a whole-tone glow."""
    root = rng.choice([523.3, 587.3, 659.3])
    steps = (0, 4, 7, 11, 14, 16, 19, 23, 26)
    events = [(i * 0.07, _glass(root * 2 ** (step / 12), 0.9) * (0.6 + 0.05 * i)) for i, step in enumerate(steps)]
    air = swept(noise(1.1, rng), curve(1.1, (0, 2000), (1, 9000)), 0.5) * np.sin(np.linspace(0, np.pi, count(1.1))) ** 2
    return sequence(1.8, [*events, (0.0, 0.1 * air)])


def _glass(f: float, t60: float) -> Signal:
    return modes(
        t60, [(f, 1.0, t60), (f * 2.0, 0.3, t60 * 0.6), (f * 3.01, 0.16, t60 * 0.4), (f * 5.2, 0.07, t60 * 0.25)]
    )


def sparkle(rng: Rng) -> Signal:
    """Glitter: tiny glass notes falling about a pentatonic, the first one at once."""
    s = 1.2
    notes = [_glass(1568.0 * 2 ** (step / 12), 0.35) for step in (0, 2, 4, 7, 9, 12, 14, 16, 19)]
    strewn = scatter(s, notes, 22.0, rng, quiet=16) * curve(s, (0, 1), (0.6, 0.6), (0.9, 0.2), (1, 0))
    return sequence(s, [(0.0, 0.7 * notes[6]), (0.07, 0.6 * notes[4]), (0.0, strewn)])


def record_scratch(rng: Rng) -> Signal:
    """The needle is pushed off: three strokes of the record back and forth."""
    s = 0.7
    speed = curve(s, (0, 1.0), (0.16, 3.2), (0.28, 0.15), (0.44, 2.6), (0.56, 0.2), (0.68, 3.8), (1, 0.3))
    groove = harmonics(210 * speed, s, [1 / k for k in range(1, 14)])
    rub = swept(noise(s, rng), 900 * np.maximum(speed, 0.25), 0.8, 40)
    return (
        (0.6 * band(groove, 250, 5000, 1) + rub / max(1e-9, float(np.std(rub))) * 0.6)
        * np.clip(speed, 0.1, 1)
        * curve(s, (0, 0.6), (0.9, 1), (1, 0))
    )


def static(seconds: float, rng: Rng) -> Signal:
    """A set without a station."""
    hiss = band(noise(seconds, rng), 500, 9000, 1)
    flicker = np.where(rng.random(max(2, int(seconds * 30))) < 0.12, 0.4, 1.0)
    gate = np.interp(timeline(seconds), np.linspace(0, seconds, len(flicker)), flicker)
    ticks = [highpass(noise(0.004, rng), 1500) for _ in range(6)]
    return hiss * gate + 1.5 * scatter(seconds, ticks, 12, rng) + 0.08 * tone(100.0, seconds)
