"""The parts that effects, ambience and instruments are made of: noise, tones, envelopes, filters, a simple voice.

Everything is vectorised over samples at SAMPLE_RATE; arrays are float64 while they are worked on.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, lfilter, sosfilt

from generator.sound.samples import SAMPLE_RATE, Samples, count, faded

Signal = NDArray[np.float64]
Rng = np.random.Generator
Vowel = tuple[float, float, float]  # formants in Hz

A: Vowel = (800.0, 1300.0, 2600.0)
I: Vowel = (300.0, 2300.0, 3000.0)  # noqa: E741 - the vowel's name
U: Vowel = (330.0, 900.0, 2400.0)
E: Vowel = (500.0, 1900.0, 2600.0)
O: Vowel = (480.0, 850.0, 2500.0)  # noqa: E741 - the vowel's name


def timeline(seconds: float) -> Signal:
    """The time of each sample, in seconds from 0."""
    return np.arange(count(seconds)) / SAMPLE_RATE


def curve(seconds: float, *points: tuple[float, float]) -> Signal:
    """A line through (share of the whole, value) points, one value a sample."""
    x, y = zip(*points, strict=True)
    return np.asarray(np.interp(np.linspace(0.0, 1.0, count(seconds)), x, y), np.float64)


def noise(seconds: float, rng: Rng) -> Signal:
    """White noise of RMS 1."""
    return rng.standard_normal(count(seconds))


@lru_cache(maxsize=512)
def _sections(kind: str, low: float, high: float, order: int) -> Signal:
    edges = [low, high] if kind == "bandpass" else low
    return np.asarray(butter(order, edges, kind, fs=SAMPLE_RATE, output="sos"))


def band(x: Signal, low: float, high: float, order: int = 2) -> Signal:
    """Only what lies between two frequencies in Hz."""
    return np.asarray(sosfilt(_sections("bandpass", low, min(high, 23000.0), order), x))


def lowpass(x: Signal, high: float, order: int = 2) -> Signal:
    """Only what lies below that many Hz."""
    return np.asarray(sosfilt(_sections("lowpass", min(high, 23000.0), 0.0, order), x))


def highpass(x: Signal, low: float, order: int = 2) -> Signal:
    """Only what lies above that many Hz."""
    return np.asarray(sosfilt(_sections("highpass", low, 0.0, order), x))


def swept(x: Signal, centre: Signal, width: float, blocks: int = 24) -> Signal:
    """Noise through a band whose centre (Hz, a value a sample) moves; `width` is its share of the centre.

    Filters of `blocks` fixed centres run side by side and are faded into each other, which no click betrays.
    """
    marks = np.linspace(0, len(x) - 1, blocks).astype(int)
    out = np.zeros_like(x)
    positions = np.arange(len(x))
    for i, mark in enumerate(marks):
        lo, hi = marks[max(0, i - 1)], marks[min(blocks - 1, i + 1)]
        begin = max(0, lo - 2000)  # lets the filter settle
        middle = centre[mark]
        piece = band(x[begin : hi + 1], max(25.0, middle * (1 - width / 2)), min(21000.0, middle * (1 + width / 2)))
        knots = [lo, mark, hi] if lo < mark < hi else [lo, hi]
        levels = [0.0, 1.0, 0.0] if lo < mark < hi else [1.0, 0.0] if mark == lo else [0.0, 1.0]
        out[lo : hi + 1] += piece[lo - begin :] * np.interp(positions[lo : hi + 1], knots, levels)
    return out


def tone(frequency: Signal | float, seconds: float, phase: float = 0.0) -> Signal:
    """A sine; `frequency` in Hz, one number or one a sample."""
    steps = np.broadcast_to(np.asarray(frequency, np.float64), (count(seconds),))
    return np.sin(2 * np.pi * np.cumsum(steps) / SAMPLE_RATE + phase)


def harmonics(frequency: Signal | float, seconds: float, levels: Sequence[float]) -> Signal:
    """Sines at 1, 2, 3 ... times the frequency with those levels; none over 20 kHz."""
    steps = np.broadcast_to(np.asarray(frequency, np.float64), (count(seconds),))
    phase = 2 * np.pi * np.cumsum(steps) / SAMPLE_RATE
    highest = float(steps.max(initial=1.0))
    # sin(k x) = 2 cos(x) sin((k - 1) x) - sin((k - 2) x), many times quicker than another sine.
    before, now, turn = np.zeros(len(steps)), np.sin(phase), 2.0 * np.cos(phase)
    out = np.zeros(len(steps))
    for k, level in enumerate(levels, 1):
        if level:
            out += level * now if k * highest < 20000.0 else level * now * (k * steps < 20000.0)
        before, now = now, turn * now - before
    return out


def decay(seconds: float, t60: float, attack: float = 0.002) -> Signal:
    """An envelope that rises in `attack` seconds and falls by 60 dB in `t60`."""
    t = timeline(seconds)
    return np.minimum(1.0, t / max(attack, 1e-4)) * 10.0 ** (-3.0 * t / t60)


def modes(seconds: float, partials: Sequence[tuple[float, float, float]], rng: Rng | None = None) -> Signal:
    """A struck body: (Hz, level, t60) for each of its modes, phases random if `rng` is given.

    Each mode is a resonator of two poles that is struck once, which is far quicker than a sine and an exponential.
    """
    out = np.zeros(count(seconds))
    struck = np.zeros(len(out))
    struck[:1] = 1.0
    for frequency, level, t60 in partials:
        phase = float(rng.uniform(0, 2 * np.pi)) if rng else 0.0
        turn, shrink = 2 * np.pi * frequency / SAMPLE_RATE, 10.0 ** (-3.0 / (t60 * SAMPLE_RATE))
        ringing = [np.sin(phase), shrink * np.sin(turn - phase)]
        out += level * lfilter(ringing, [1.0, -2.0 * shrink * np.cos(turn), shrink**2], struck)
    rise = min(count(0.0008), len(out))
    out[:rise] *= np.arange(rise) / max(1, rise)
    return out


def speechlike(
    seconds: float,
    pitch: Signal,
    vowels: Sequence[tuple[float, Vowel]],
    rng: Rng,
    *,
    breath: float = 0.05,
    rough: float = 0.0,
    tilt: float = 1.0,
) -> Signal:
    """A throat and a mouth: harmonics of `pitch` (Hz a sample) shaped by formants gliding through (share, vowel).

    `breath` is the share of noise in it, `rough` how unevenly the throat closes, `tilt` the fall of the harmonics in
    powers of their number. Additive, so that formants move without any artefact.
    """
    n = count(seconds)
    if rough:
        pitch = pitch * (1 + rough * lowpass(rng.standard_normal(n), 70.0) * 8)
    where = np.linspace(0.0, 1.0, n)
    at = [share for share, _ in vowels]
    tracks = [np.interp(where, at, [vowel[i] for _, vowel in vowels]) for i in range(3)]
    phase = 2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE
    out = np.zeros(n)
    highest = int(min(40, 7000.0 / max(60.0, float(np.min(pitch)))))
    for k in range(1, highest + 1):
        out += k**-tilt * _resonance(k * pitch, tracks) * np.sin(k * phase)
    if breath:
        air = np.zeros(n)
        for track, level in zip(tracks, (1.0, 0.7, 0.5), strict=True):
            air += level * swept(rng.standard_normal(n), track, 0.3, 10)
        out += breath * air * (np.sqrt(np.mean(out**2)) / max(1e-9, float(np.sqrt(np.mean(air**2)))))
    return out


def _resonance(frequency: Signal, tracks: Sequence[Signal]) -> Signal:
    """The mouth's gain at that frequency: three resonances over a low floor."""
    gain = np.full_like(frequency, 0.015)
    for centre, width, level in zip(tracks, (110.0, 150.0, 220.0), (1.0, 0.65, 0.4), strict=True):
        gain += level / (1.0 + ((frequency - centre) / width) ** 2)
    return gain


def pluck(frequency: float, seconds: float, rng: Rng, *, bright: float = 0.5, t60: float = 2.0) -> Signal:
    """A plucked string (Karplus & Strong 1983, tuned by a fractional delay as Jaffe & Smith 1983)."""
    n = count(seconds)
    period = SAMPLE_RATE / frequency
    whole = int(period - 0.5)
    fraction = period - 0.5 - whole
    loss = 10.0 ** (-3.0 / (frequency * t60))
    burst = np.zeros(n)
    width = min(n, whole)
    excitation = rng.uniform(-1.0, 1.0, width)
    burst[:width] = lfilter([bright], [1.0, bright - 1.0], excitation - excitation.mean())
    # The loop is (z^0 + z^-1)/2 times a linear interpolation between `whole` and `whole + 1` samples of delay. A whole
    # period depends only on the one before it, so it is computed at once.
    first, second, third = loss * 0.5 * (1 - fraction), loss * 0.5, loss * 0.5 * fraction
    out = np.concatenate([np.zeros(whole + 2), burst])
    for begin in range(whole + 2, len(out), whole):
        end = min(begin + whole, len(out))
        delayed = out[begin - whole - 2 : end - whole]
        out[begin:end] += first * delayed[2:] + second * delayed[1:-1] + third * delayed[:-2]
    return out[whole + 2 :]


def scatter(seconds: float, grains: Sequence[Signal], rate: float, rng: Rng, *, quiet: float = 12.0) -> Signal:
    """Grains strewn at random, `rate` a second on average, each up to `quiet` dB softer than the loudest."""
    n = count(seconds)
    longest = max(len(grain) for grain in grains)
    out = np.zeros(n + longest)
    for at in np.sort(rng.integers(0, max(1, n), rng.poisson(rate * seconds) + 1)):
        grain = grains[int(rng.integers(len(grains)))]
        out[at : at + len(grain)] += grain * 10.0 ** (-rng.uniform(0.0, quiet) / 20.0)
    return out[:n]


def sequence(seconds: float, events: Sequence[tuple[float, Signal]]) -> Signal:
    """Sounds laid at their times (seconds); what passes the end is cut."""
    out = np.zeros(count(seconds))
    for at, sound in events:
        begin = count(at)
        room = min(len(sound), len(out) - begin)
        if room > 0:
            out[begin : begin + room] += sound[:room]
    return out


def wander(seconds: float, rng: Rng, slowness: float, low: float, high: float) -> Signal:
    """A value drifting between two bounds, changing about every `slowness` seconds."""
    knots = max(3, int(seconds / slowness) + 3)
    t = np.linspace(0.0, 1.0, knots)
    smooth = np.interp(np.linspace(0, 1, count(seconds)), t, rng.uniform(low, high, knots))
    return smooth


def endless(tile: Samples, length: int, overlap: float = 0.4) -> Samples:
    """`tile` repeated to `length` samples, each repetition faded into the next with equal power. Mono or stereo."""
    if len(tile) >= length:
        return tile[:length]
    lap = min(count(overlap), len(tile) // 3)
    ramp = np.sin(np.linspace(0.0, np.pi / 2, lap)).astype(np.float32)
    if tile.ndim == 2:
        ramp = ramp[:, None]
    out = np.zeros((length + len(tile), *tile.shape[1:]), np.float32)
    out[: len(tile)] = tile
    at = len(tile) - lap
    while at < length:
        out[at : at + lap] = out[at : at + lap] * ramp[::-1] + tile[:lap] * ramp
        out[at + lap : at + len(tile)] = tile[lap:]
        at += len(tile) - lap
    return out[:length]


def seamless(tile: Samples, overlap: float = 0.4) -> Samples:
    """A mono tile, shorter by `overlap` seconds, whose end goes over into its beginning with equal power."""
    lap = min(count(overlap), len(tile) // 3)
    if not lap:
        return tile
    ramp = np.sin(np.linspace(0.0, np.pi / 2, lap)).astype(np.float32)
    out = tile[: len(tile) - lap].copy()
    out[:lap] = out[:lap] * ramp + tile[len(tile) - lap :] * ramp[::-1]
    return out


def finished(x: Signal, rise: float = 0.003, fall: float = 0.02) -> Samples:
    """As float32, without direct current, faded at both ends."""
    return faded(highpass(x, 20.0, 1).astype(np.float32), rise, fall)
