"""Curves of time from which movement is made. `u` is progress from 0 to 1; `s` is seconds."""

from math import cos, exp, pi, sin


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """`value` within `low` and `high`."""
    return min(high, max(low, value))


def between(u: float, start: float, end: float) -> float:
    """Progress through the part of `u` from `start` to `end`, 0 before and 1 after."""
    return clamp((u - start) / (end - start)) if end > start else float(u >= end)


def ease(u: float) -> float:
    """Slow out, slow in."""
    u = clamp(u)
    return u * u * (3 - 2 * u)


def rush(u: float) -> float:
    """Slow out, fast in: a fall."""
    return clamp(u) ** 2


def settle(u: float) -> float:
    """Fast out, slow in."""
    return 1 - (1 - clamp(u)) ** 3


def overshoot(u: float, by: float = 1.7) -> float:
    """To 1, a little past it and back (Penner's back curve)."""
    u = clamp(u) - 1
    return 1 + (by + 1) * u**3 + by * u**2


def spring(s: float, beats: float = 3.0, decay: float = 5.0) -> float:
    """A push that rings out: 0 at 0, swinging `beats` times a second, gone within a second or so."""
    return sin(2 * pi * beats * s) * exp(-decay * s) if s > 0 else 0.0


def pulse(u: float, rise: float, fall: float) -> float:
    """Up within the first `rise`, held, down within the last `fall`."""
    return ease(between(u, 0, rise)) * (1 - ease(between(u, 1 - fall, 1)))


def wave(s: float, beats: float, phase: float = 0.0) -> float:
    """A swing from -1 to 1, `beats` times a second; `phase` in turns."""
    return sin(2 * pi * (beats * s + phase))


def hops(s: float, beats: float) -> float:
    """Height from 0 to 1 of somebody who hops `beats` times a second, touching the ground between hops."""
    u = (s * beats) % 1
    return 4 * u * (1 - u)


def stretch(s: float, beats: float, amount: float) -> tuple[float, float]:
    """(scale_x, scale_y) of somebody who hops: wide when landing, tall in the air; the area stays."""
    tall = 1 - amount * cos(2 * pi * beats * s)
    return 1 / tall, tall
