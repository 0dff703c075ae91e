"""How loud a soundtrack is, and bringing it to a standard: EBU R 128 loudness and true peak."""

import warnings

import numpy as np
from scipy.ndimage import maximum_filter1d, minimum_filter1d
from scipy.signal import fftconvolve, resample_poly

from generator.sound.samples import SAMPLE_RATE, Samples, count, fit, gain

TARGET = -16.0  # LUFS integrated, what phones and chats play at
CEILING = -1.2  # dBTP; the AAC encoder adds a little, and -1 is the promise
_LOOK_AHEAD = 0.02  # seconds over which the limiter's gain comes and goes
_OVERSAMPLE = 4  # ITU-R BS.1770's for true peak at 48 kHz


def integrated_loudness(x: Samples) -> float:
    """LUFS (ITU-R BS.1770-4, gated); -inf for silence. Less than 0.4 s is measured as if it went on."""
    import pyloudnorm

    whole = np.tile(x, (int(np.ceil(count(0.45) / max(1, len(x)))), 1)) if len(x) < count(0.45) else x
    with warnings.catch_warnings(), np.errstate(divide="ignore"):
        warnings.simplefilter("ignore")
        measured = float(pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(whole.astype(np.float64)))
    return measured if np.isfinite(measured) else float("-inf")


def true_peak(x: Samples) -> float:
    """The highest level between samples too, in dBTP; -inf for silence."""
    top = float(_peaks(x).max(initial=0.0))
    return 20.0 * float(np.log10(top)) if top > 0 else float("-inf")


def _peaks(x: Samples) -> Samples:
    """For each sample, the largest absolute value about it, of all channels, four times oversampled."""
    best = np.abs(x).max(axis=1) if x.ndim == 2 else np.abs(x)
    for channel in x.T if x.ndim == 2 else (x,):
        fine = np.abs(resample_poly(channel, _OVERSAMPLE, 1)[: len(channel) * _OVERSAMPLE])
        best = np.maximum(best, fine.reshape(-1, _OVERSAMPLE).max(axis=1))
    return np.asarray(maximum_filter1d(best, 3), np.float32)


def limited(x: Samples, ceiling: float = CEILING) -> Samples:
    """Peaks over `ceiling` (dBTP) turned down smoothly and in time; everything else untouched."""
    top = gain(ceiling)
    peaks = _peaks(x)
    if not len(x) or float(peaks.max()) <= top:
        return x
    needed = np.minimum(1.0, top / np.maximum(peaks, 1e-9))
    width = count(_LOOK_AHEAD) | 1
    lowest = minimum_filter1d(needed, width)
    window = np.hanning(width + 2)[1:-1]
    padded = np.pad(lowest, width // 2, mode="edge")
    smooth = np.minimum(fftconvolve(padded, window / window.sum(), mode="valid"), needed).astype(np.float32)
    return np.asarray(x * (smooth[:, None] if x.ndim == 2 else smooth), np.float32)


def normalised(x: Samples, target: float = TARGET) -> Samples:
    """At `target` LUFS with peaks under CEILING, both held to a few tenths; silence stays silence."""
    y = x
    for _ in range(4):
        now = integrated_loudness(y)
        if now == float("-inf"):
            return y
        if abs(now - target) < 0.2 and true_peak(y) <= CEILING + 0.1:
            return y
        y = limited((y * np.float32(gain(min(30.0, target - now)))).astype(np.float32))
    return fit(y, len(x))
