"""How loud a soundtrack is, and bringing it to a standard: EBU R 128 loudness and true peak.

Everything is done stretch by stretch, so that a long film takes no more memory than a short one.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import maximum_filter1d, minimum_filter1d
from scipy.signal import fftconvolve, resample_poly, sosfilt

from generator.sound.samples import SAMPLE_RATE, Samples, count, gain

TARGET = -16.0  # LUFS integrated, what phones and chats play at
CEILING = -1.2  # dBTP; the AAC encoder adds a little, and -1 is the promise
STRETCH = SAMPLE_RATE * 8  # samples that are worked on at once
_LOOK_AHEAD = 0.02  # seconds over which the limiter's gain comes and goes
_OVERSAMPLE = 4  # ITU-R BS.1770's for true peak at 48 kHz
_MARGIN = 2048  # samples on both sides of a stretch that its limiting depends on, and more
_NEAR = 512  # samples; a stretch this long whose samples are under half the ceiling has no peak over it
_CLOSE = 0.1  # LU from the target at which it is reached
_MOST = 60.0  # dB that a film is ever turned up

# The K weighting at 48 kHz (ITU-R BS.1770-4, tables 1 and 2): a head's shelf, and a high pass.
_K = np.array(
    [
        [1.53512485958697, -2.69169618940638, 1.19839281085285, 1.0, -1.69065929318241, 0.73248077421585],
        [1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621],
    ]
)


class Meter:
    """Listens to a film from its beginning and says how loud it is (gated, in LUFS)."""

    def __init__(self) -> None:
        self._state = np.zeros((len(_K), 2, 2))
        self._rest = np.zeros((0, 2))
        self._energies: list[NDArray[np.float64]] = []
        self._step = SAMPLE_RATE // 10  # the quarter of a block by which blocks overlap

    def hear(self, x: Samples) -> None:
        """The next stretch, (n, 2)."""
        weighted, self._state = sosfilt(_K, x.astype(np.float64), axis=0, zi=self._state)
        self._rest = np.concatenate([self._rest, weighted])
        whole = len(self._rest) // self._step
        steps, self._rest = self._rest[: whole * self._step], self._rest[whole * self._step :]
        self._energies.append((steps.reshape(whole, -1) ** 2).sum(axis=1))

    def loudness(self) -> float:
        """Of all that was heard; -inf for silence and for less than 0.4 s."""
        quarters = np.concatenate([np.zeros(0), *self._energies])
        if len(quarters) < 4:
            return float("-inf")
        blocks = np.convolve(quarters, np.ones(4), mode="valid") / (4 * self._step)
        with np.errstate(divide="ignore"):
            levels = -0.691 + 10.0 * np.log10(blocks)
        heard = levels > -70.0
        if not heard.any():
            return float("-inf")
        gate = -0.691 + 10.0 * np.log10(blocks[heard].mean()) - 10.0
        return float(-0.691 + 10.0 * np.log10(blocks[heard & (levels > gate)].mean()))


def integrated_loudness(x: Samples) -> float:
    """LUFS (ITU-R BS.1770-4, gated) of (n, 2); -inf for silence. Less than 0.4 s is measured as if it went on."""
    meter = Meter()
    for _ in range(_turns(x)):
        for begin in range(0, len(x), STRETCH):
            meter.hear(x[begin : begin + STRETCH])
    return meter.loudness()


def _turns(x: Samples) -> int:
    """How often something so short is heard that it can be measured."""
    return int(np.ceil(count(0.45) / max(1, len(x)))) if len(x) < count(0.45) else 1


def true_peak(x: Samples) -> float:
    """The highest level between samples too, in dBTP; -inf for silence."""
    top = 0.0
    for begin in range(0, len(x), STRETCH):
        top = max(top, float(_peaks(x[max(0, begin - 64) : begin + STRETCH + 64], 0.0).max(initial=0.0)))
    return 20.0 * float(np.log10(top)) if top > 0 else float("-inf")


def _peaks(x: Samples, least: float) -> Samples:
    """For each sample, the largest absolute value about it, of all channels, oversampled where it can reach `least`."""
    best = np.abs(x) if x.ndim == 1 else np.maximum(np.abs(x[:, 0]), np.abs(x[:, 1]))
    for begin, end in _loud(best, least / 2):
        a, b = max(0, begin - 64), min(len(x), end + 64)
        for channel in (x[a:b],) if x.ndim == 1 else x[a:b].T:
            fine = np.abs(resample_poly(channel, _OVERSAMPLE, 1)).reshape(-1, _OVERSAMPLE)
            top = np.maximum(np.maximum(fine[:, 0], fine[:, 1]), np.maximum(fine[:, 2], fine[:, 3]))
            best[begin:end] = np.maximum(best[begin:end], top[begin - a : end - a])
    return np.asarray(maximum_filter1d(best, 3), np.float32)


def _loud(level: Samples, least: float) -> Iterator[tuple[int, int]]:
    """Runs of samples, in blocks, in which the level reaches `least`."""
    edges = np.arange(0, len(level), _NEAR)
    loud = np.maximum.reduceat(level, edges) >= least if len(level) else np.zeros(0, bool)
    changes = np.flatnonzero(np.diff(np.concatenate([[False], loud, [False]]).astype(np.int8)))
    for begin, end in changes.reshape(-1, 2):
        yield int(begin) * _NEAR, min(int(end) * _NEAR, len(level))


def limited(x: Samples, ceiling: float = CEILING) -> Samples:
    """Peaks over `ceiling` (dBTP) turned down smoothly and in time; everything else untouched."""
    top = gain(ceiling)
    peaks = _peaks(x, top)
    if not len(x) or float(peaks.max()) <= top:
        return x
    needed = np.minimum(1.0, top / np.maximum(peaks, 1e-9))
    width = count(_LOOK_AHEAD) | 1
    lowest = minimum_filter1d(needed, width)
    window = np.hanning(width + 2)[1:-1]
    padded = np.pad(lowest, width // 2, mode="edge")
    smooth = np.minimum(fftconvolve(padded, window / window.sum(), mode="valid"), needed).astype(np.float32)
    return np.asarray(x * (smooth[:, None] if x.ndim == 2 else smooth), np.float32)


def normalise(x: Samples, target: float = TARGET) -> None:
    """Bring (n, 2) to `target` LUFS with peaks under CEILING, in place; silence stays silence."""
    now = integrated_loudness(x)
    if now == float("-inf"):
        return
    turned = min(_MOST, target - now)
    for _ in range(4):
        meter = Meter()
        for _ in range(_turns(x)):
            for _, stretch in _turned(x, gain(turned)):
                meter.hear(stretch)
        missing = target - meter.loudness()
        if abs(missing) < _CLOSE or turned >= _MOST:
            break
        turned = min(_MOST, turned + missing)
    for begin, stretch in _turned(x, gain(turned)):
        x[begin : begin + len(stretch)] = stretch


def _turned(x: Samples, factor: float) -> Iterator[tuple[int, Samples]]:
    """(begin, the stretch from there `factor` times as loud and limited), one after the other.

    What was handed out may be written back before the next is asked for.
    """
    before = x[:0].copy()
    for begin in range(0, len(x), STRETCH):
        end = min(begin + STRETCH, len(x))
        seen = np.concatenate([before, x[begin : end + _MARGIN]])
        kept = x[max(0, end - _MARGIN) : end].copy()
        loud = limited(seen * np.float32(factor))
        yield begin, loud[len(before) : len(before) + end - begin]
        before = kept
