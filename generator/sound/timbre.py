"""Changing how a voice sounds: its pitch, the size of the body it comes from, and its manner.

Pitch is shifted by TD-PSOLA (Moulines & Charpentier 1990): speech is cut into grains of two periods, centred on the
periods, and laid down again closer or wider. The spoken formants stay where they are, and clean synthetic speech,
which is all we feed it, keeps its naturalness. Formants are moved by resampling, which also moves pitch and pace; the
caller speaks slower or faster beforehand, so that a small body needs no time stretching at all.
"""

from math import gcd

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import median_filter, uniform_filter1d
from scipy.signal import butter, resample_poly, sosfiltfilt

from generator.sound.samples import SAMPLE_RATE, Samples

_HOP = 0.005  # seconds between two measurements of pitch
_WINDOW = 0.04
_LOWEST, _HIGHEST = 65.0, 520.0  # Hz, the voices at hand with room above and below
_UNVOICED_STEP = 0.005


def pitch_track(x: Samples, rate: int) -> NDArray[np.float64]:
    """Fundamental frequency in Hz every 5 ms, 0.0 where unvoiced: autocorrelation of the low band, octave-guarded."""
    down = max(1, rate // 8000)
    y = resample_poly(x.astype(np.float64), 1, down) if down > 1 else x.astype(np.float64)
    r = rate / down
    hop, window = round(_HOP * r), round(_WINDOW * r)
    frames_needed = len(x) // round(_HOP * rate) + 1
    padded = np.concatenate([np.zeros(window // 2), y, np.zeros(window + hop)])
    frames = np.lib.stride_tricks.sliding_window_view(padded, window)[::hop][:frames_needed]
    power = (frames**2).mean(axis=1)
    taper = np.hanning(window)
    size = 1 << (2 * window - 1).bit_length()
    spectra = np.fft.rfft((frames - frames.mean(axis=1, keepdims=True)) * taper, size)
    correlation = np.fft.irfft(np.abs(spectra) ** 2, size)[:, :window]
    own = np.fft.irfft(np.abs(np.fft.rfft(taper, size)) ** 2, size)[:window]
    near, far = int(r / _HIGHEST), int(r / _LOWEST) + 1
    normal = correlation / np.maximum(correlation[:, :1], 1e-12) / np.maximum(own / own[0], 0.05)
    span = normal[:, near:far]
    peaks = np.zeros_like(span, dtype=bool)
    peaks[:, 1:-1] = (span[:, 1:-1] >= span[:, :-2]) & (span[:, 1:-1] > span[:, 2:])
    scores = np.where(peaks, span, -1.0)
    best = scores.max(axis=1)
    first = (scores >= 0.88 * best[:, None]).argmax(axis=1)  # the shortest lag nearly as good: no octave below
    lags = np.clip(first + near, 1, window - 2)
    rows = np.arange(len(lags))
    a, b, c = normal[rows, lags - 1], normal[rows, lags], normal[rows, lags + 1]
    bend = a - 2 * b + c
    fine = lags + np.where(np.abs(bend) > 1e-9, 0.5 * (a - c) / np.where(np.abs(bend) > 1e-9, bend, 1.0), 0.0)
    voiced = (best > 0.5) & (power > power.max() * 1e-4)
    f0 = np.where(voiced, r / fine, 0.0)
    steady = median_filter(f0, size=5, mode="nearest")
    astray = (f0 > 0) & (steady > 0) & (np.abs(np.log2(np.maximum(f0, 1) / np.maximum(steady, 1))) > 0.4)
    f0[astray] = steady[astray]
    f0[(uniform_filter1d((f0 > 0).astype(float), 3) < 0.5)] = 0.0
    return np.asarray(f0, np.float64)


def shift_pitch(
    x: Samples,
    rate: int,
    ratio: float | NDArray[np.float64],
    stretch: float = 1.0,
    f0: NDArray[np.float64] | None = None,
) -> Samples:
    """Speech with its pitch multiplied by `ratio` (one number, or one for every 5 ms) and `stretch` times as long."""
    if len(x) == 0 or (np.all(np.abs(np.asarray(ratio) - 1.0) < 1e-3) and abs(stretch - 1.0) < 1e-3):
        return x
    f0 = pitch_track(x, rate) if f0 is None else f0
    marks, periods, voiced = _marks(x, rate, f0)
    ratios = np.broadcast_to(np.asarray(ratio, np.float64), f0.shape) if np.ndim(ratio) == 0 else np.asarray(ratio)
    hop = round(_HOP * rate)
    out = np.zeros(round(len(x) * stretch) + 2, np.float64)
    weight = np.zeros_like(out)
    source = np.concatenate([np.zeros(2048), x.astype(np.float64), np.zeros(2048)])
    at, last, flip = 0.0, -1, False
    while at < len(out):
        where = at / stretch
        k = int(np.searchsorted(marks, where))
        if k and (k == len(marks) or where - marks[k - 1] < marks[k] - where):
            k -= 1
        half = int(periods[k])
        spoken = bool(voiced[k])
        bend = float(ratios[min(int(where) // hop, len(ratios) - 1)]) if spoken else 1.0
        centre = int(marks[k]) if spoken else int(where)
        begin = min(max(centre + 2048 - half, 0), len(source) - 2 * half)
        grain = source[begin : begin + 2 * half]
        flip = (not spoken) and stretch > 1.05 and k == last and not flip  # a repeated hiss would buzz
        window = np.hanning(2 * half + 1)[: 2 * half]
        laid = (grain[::-1] if flip else grain) * window
        left = round(at) - half
        lo, hi = max(0, left), min(len(out), left + 2 * half)
        out[lo:hi] += laid[lo - left : hi - left]
        weight[lo:hi] += window[lo - left : hi - left]
        last = k
        at += half / bend if spoken else half
    # Where grains crowd, their sum grows with the pitch ratio; where they thin out, the gap between them is part of
    # the lower voice. So the sum is only ever divided, never raised.
    out /= np.maximum(uniform_filter1d(weight, round(0.012 * rate)), 1.0)
    return out.astype(np.float32)


def _marks(
    x: Samples, rate: int, f0: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Period marks: positions, local period in samples, and whether voiced; every 5 ms where not."""
    low = sosfiltfilt(butter(2, [60, 900], "bandpass", fs=rate, output="sos"), np.pad(x, 64))[64:-64]
    sign = 1.0 if np.percentile(low, 99.5) > -np.percentile(low, 0.5) else -1.0
    low = low * sign
    hop, plain = round(_HOP * rate), round(_UNVOICED_STEP * rate)
    marks: list[int] = []
    periods: list[int] = []
    voiced: list[bool] = []
    at, held = 0, False
    while at < len(x):
        frequency = f0[min(at // hop, len(f0) - 1)]
        if frequency <= 0:
            marks.append(at)
            periods.append(plain)
            voiced.append(False)
            at += plain
            held = False
            continue
        period = rate / frequency
        reach = period * (0.22 if held else 0.5)
        lo, hi = max(0, round(at - reach)), min(len(x), round(at + reach) + 1)
        if held:
            lo = max(lo, marks[-1] + round(period * 0.6))
        peak = lo + int(np.argmax(low[lo:hi])) if hi > lo else at
        marks.append(peak)
        periods.append(round(period))
        voiced.append(True)
        held = True
        at = peak + round(period)
    return np.array(marks), np.array(periods), np.array(voiced)


def resample(x: Samples, rate: int, speedup: float = 1.0) -> Samples:
    """`x` at SAMPLE_RATE, played `speedup` times as fast: formants and pitch up, and shorter, by that factor."""
    up, down = SAMPLE_RATE * 100, round(rate * speedup * 100)
    common = gcd(up, down)
    up, down = up // common, down // common
    if max(up, down) > 4000:  # keep the filter short; a ratio off by a thousandth is not heard
        up, down = round(up * 480 / down), 480
    return resample_poly(x, up, down).astype(np.float32) if len(x) else x


def whispered(x: Samples, rng: np.random.Generator) -> Samples:
    """Speech without voice: noise that carries the smooth spectral envelope of every 20 ms, as breath would."""
    size, hop = 1024, 256
    if len(x) < size:
        return x * 0.5
    window = np.hanning(size).astype(np.float32)
    padded = np.pad(x, size)
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop] * window
    logs = np.log(np.abs(np.fft.rfft(frames)) + 1e-6)
    cepstra = np.fft.irfft(logs)
    cepstra[:, 60 : size - 60] = 0.0  # quefrencies over 1.25 ms are the harmonics of the voice
    envelope = np.exp(np.fft.rfft(cepstra).real)
    noise = np.fft.rfft(
        np.lib.stride_tricks.sliding_window_view(rng.standard_normal(len(padded)), size)[::hop] * window
    )
    noise /= np.sqrt((window**2).sum())
    tilt = np.clip(np.fft.rfftfreq(size, 1 / SAMPLE_RATE) / 900.0, 0.15, 1.0)
    breath = np.fft.irfft(envelope * noise * tilt).astype(np.float32) * window
    out = np.zeros(len(padded), np.float32)
    for i, frame in enumerate(breath):
        out[i * hop : i * hop + size] += frame
    return out[size : size + len(x)] * np.float32(2 / 3)


def trembling(x: Samples) -> Samples:
    """An old voice's tremor: about 5 Hz, a fifth of a semitone, and a little of it in loudness."""
    t = np.arange(len(x)) / SAMPLE_RATE
    sway = np.sin(2 * np.pi * 5.1 * t) + 0.5 * np.sin(2 * np.pi * 3.3 * t + 1.0)
    warp = np.arange(len(x)) + 0.00038 * SAMPLE_RATE * sway
    return (np.interp(warp, np.arange(len(x)), x) * (1 + 0.09 * sway)).astype(np.float32)


def brightened(x: Samples, decibels: float, above: float = 1800.0) -> Samples:
    """The band above that many Hz raised (or lowered) by `decibels`."""
    if len(x) < 64:
        return x
    high = sosfiltfilt(butter(1, above, "highpass", fs=SAMPLE_RATE, output="sos"), x)
    return np.asarray((x + high * (10 ** (decibels / 20) - 1)).astype(np.float32))


def sung_ratio(x: Samples, rate: int, bend: float, seed: int) -> NDArray[np.float64]:
    """The pitch ratio, every 5 ms, that makes a spoken line sung: held notes of a pentatonic scale with vibrato.

    Notes last about a third of a second; each is the scale's nearest to what was spoken, and the last is the tonic.
    """
    f0 = pitch_track(x, rate)
    ratio = np.full(len(f0), bend)
    voiced = f0 > 0
    if not voiced.any():
        return ratio
    tonic = float(np.exp(np.median(np.log(f0[voiced])))) * bend
    steps = np.array([-8.0, -5.0, -3.0, 0.0, 2.0, 4.0, 7.0, 9.0, 12.0])
    rng = np.random.default_rng(seed)
    note = max(1, round(0.34 / _HOP))
    wanted = np.zeros(len(f0))
    previous = 0.0
    for begin in range(0, len(f0), note):
        here = f0[begin : begin + note]
        here = here[here > 0]
        spoken = 12 * np.log2(np.median(here) * bend / tonic) * 1.6 if len(here) else previous
        choices = steps[np.argsort(np.abs(steps - spoken))[:2]]
        previous = 0.0 if begin + note >= len(f0) else float(rng.choice(choices))
        wanted[begin : begin + note] = previous
    glide = uniform_filter1d(wanted, round(0.06 / _HOP), mode="nearest")
    vibrato = 0.28 * np.sin(2 * np.pi * 5.4 * np.arange(len(f0)) * _HOP)
    target = tonic * 2.0 ** ((glide + vibrato) / 12.0)
    ratio[voiced] = target[voiced] / f0[voiced]
    return np.asarray(np.clip(ratio, 0.5, 2.2))
