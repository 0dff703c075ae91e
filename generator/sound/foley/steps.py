"""Walking, about two steps a second: on boards or stone, in snow, grass, sand and water."""

from collections.abc import Callable

import numpy as np

from generator.sound.synthesis import (
    Rng,
    Signal,
    band,
    curve,
    decay,
    highpass,
    lowpass,
    modes,
    noise,
    scatter,
    sequence,
    tone,
)

_PACE = 0.46  # seconds from step to step


def _walked(seconds: float, rng: Rng, step: Callable[[], Signal]) -> Signal:
    events: list[tuple[float, Signal]] = []
    at = 0.02
    while at < seconds - 0.08 or not events:
        events.append((at, step() * rng.uniform(0.8, 1.0)))
        at += _PACE + rng.uniform(-0.015, 0.015)
    return sequence(max(seconds, 0.2), events)


def on_stone(seconds: float, rng: Rng) -> Signal:
    """A heel, then a sole."""

    def step() -> Signal:
        heel = modes(0.16, [(rng.uniform(105, 130), 1.0, 0.09), (rng.uniform(210, 260), 0.4, 0.05)])
        sole = band(noise(0.16, rng), 700, 3600, 1) * curve(
            0.16, (0, 0.5), (0.08, 0.15), (0.3, 0.4), (0.7, 0.05), (1, 0)
        )
        return heel + 0.35 * sole

    return _walked(seconds, rng, step)


def on_boards(seconds: float, rng: Rng) -> Signal:
    """Hollow: the floor answers, and now and then a board creaks."""

    def step() -> Signal:
        f = rng.uniform(85, 105)
        body = modes(0.28, [(f, 1.0, 0.16), (f * 2.3, 0.6, 0.1), (f * 4.1, 0.3, 0.06)], rng)
        x = body + 0.2 * band(noise(0.28, rng), 500, 2500, 1) * decay(0.28, 0.04, 0.0005)
        if rng.random() < 0.2:
            creak = np.maximum(0.0, tone(curve(0.28, (0, 70), (1, 120)), 0.28)) ** 6
            x += 0.15 * band(creak, 700, 1800) * curve(0.28, (0, 0), (0.4, 1), (1, 0))
        return x

    return _walked(seconds, rng, step)


def in_snow(seconds: float, rng: Rng) -> Signal:
    """A creak of packed snow: many small collapses, no heel."""

    def step() -> Signal:
        grains = [band(noise(0.006, rng), 900, 4200, 1) * decay(0.006, 0.008, 0.0003) for _ in range(8)]
        crush = scatter(0.26, grains, 320.0, rng, quiet=14) * curve(0.26, (0, 0), (0.15, 1), (0.6, 0.7), (1, 0))
        return crush + 0.25 * lowpass(noise(0.26, rng), 350) * decay(0.26, 0.16, 0.02)

    return _walked(seconds, rng, step)


def in_grass(seconds: float, rng: Rng) -> Signal:
    """A swish of blades around a soft foot."""

    def step() -> Signal:
        swish = band(noise(0.24, rng), 1800, 8000, 1) * curve(0.24, (0, 0), (0.2, 1), (0.45, 0.35), (0.6, 0.7), (1, 0))
        return 0.5 * swish + 0.6 * lowpass(noise(0.24, rng), 260) * decay(0.24, 0.09, 0.008)

    return _walked(seconds, rng, step)


def on_sand(seconds: float, rng: Rng) -> Signal:
    """Grains that give way under the foot."""

    def step() -> Signal:
        slide = band(noise(0.3, rng), 500, 5200, 1) * curve(0.3, (0, 0), (0.12, 1), (0.35, 0.3), (0.55, 0.5), (1, 0))
        return slide + 0.3 * lowpass(noise(0.3, rng), 200) * decay(0.3, 0.1, 0.01)

    return _walked(seconds, rng, step)


def in_water(seconds: float, rng: Rng) -> Signal:
    """A plash and what runs off."""

    def step() -> Signal:
        plash = band(noise(0.34, rng), 400, 3500, 1) * decay(0.34, 0.2, 0.004)
        drops = [tone(curve(0.05, (0, f), (1, f * 1.5)), 0.05) * decay(0.05, 0.05) for f in rng.uniform(700, 1900, 5)]
        spray = highpass(noise(0.34, rng), 3500, 1) * curve(0.34, (0, 0), (0.15, 0.5), (0.5, 0.15), (1, 0))
        return plash + 0.35 * spray + 0.5 * scatter(0.34, drops, 14.0, rng)

    return _walked(seconds, rng, step)


def of_hooves(seconds: float, rng: Rng) -> Signal:
    """A trot: two pairs of hooves on a hard road."""

    def beat() -> Signal:
        f = rng.uniform(560, 760)
        hoof = modes(0.1, [(f, 1.0, 0.05), (f * 1.9, 0.5, 0.03), (f * 0.45, 0.5, 0.06)], rng)
        return hoof + 0.25 * highpass(noise(0.1, rng), 2000, 1) * decay(0.1, 0.012, 0.0003)

    pairs = int(max(seconds, 0.4) / 0.34) + 1
    events = [(0.02 + i * 0.34 + d, beat() * level) for i in range(pairs) for d, level in ((0.0, 1.0), (0.13, 0.75))]
    return sequence(max(seconds, 0.3), events)
