"""What sound is in this room: float32, mono unless said otherwise, SAMPLE_RATE samples a second, full scale ±1."""

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48000

Samples = NDArray[np.float32]  # (n,) mono or (n, 2) stereo


def count(seconds: float) -> int:
    """How many samples that many seconds are."""
    return max(0, round(seconds * SAMPLE_RATE))


def silence(seconds: float) -> Samples:
    """Mono silence."""
    return np.zeros(count(seconds), np.float32)


def gain(decibels: float) -> float:
    """The factor of a level change in dB."""
    return float(10.0 ** (decibels / 20.0))


def fit(x: Samples, length: int) -> Samples:
    """`x` cut, or filled up with silence, to `length` samples."""
    if len(x) >= length:
        return x[:length]
    return np.concatenate([x, np.zeros((length - len(x), *x.shape[1:]), np.float32)])


def faded(x: Samples, rise: float, fall: float) -> Samples:
    """A copy of `x` with raised-cosine fades of `rise` and `fall` seconds; together never longer than `x` itself."""
    y = x.astype(np.float32, copy=True)
    up, down = min(count(rise), len(y) // 2), min(count(fall), len(y) - len(y) // 2)
    for n, part in ((up, y[:up]), (down, y[len(y) - down :][::-1])):
        if n:
            ramp = (0.5 - 0.5 * np.cos(np.pi * (np.arange(n) + 0.5) / n)).astype(np.float32)
            part *= ramp if part.ndim == 1 else ramp[:, None]
    return y


def place(bed: Samples, x: Samples, at: float) -> None:
    """Add `x` to `bed` in place from `at` seconds on; what falls outside the bed is dropped."""
    begin = round(at * SAMPLE_RATE)
    head = max(0, -begin)
    begin += head
    room = min(len(x) - head, len(bed) - begin)
    if room > 0:
        bed[begin : begin + room] += x[head : head + room]


def unchanging(x: Samples) -> Samples:
    """`x`, read-only from now on: for what is kept and handed out more than once."""
    x.setflags(write=False)
    return x


def loud_rms(x: Samples) -> float:
    """RMS of the louder tenths: of 20 ms windows, those within 20 dB of the loudest. 0.0 for silence."""
    mono = x if x.ndim == 1 else x.mean(axis=1)
    window = SAMPLE_RATE // 50
    whole = len(mono) // window * window
    if not whole:
        return float(np.sqrt(np.mean(mono**2))) if len(mono) else 0.0
    power = (mono[:whole].reshape(-1, window).astype(np.float64) ** 2).mean(axis=1)
    top = power.max()
    return float(np.sqrt(power[power >= top * 0.01].mean())) if top > 0 else 0.0
