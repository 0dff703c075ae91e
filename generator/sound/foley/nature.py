"""Water, weather and fire: noise in the shapes that nature gives it."""

import numpy as np

from generator.sound.samples import count
from generator.sound.synthesis import (
    Rng,
    Signal,
    band,
    curve,
    decay,
    highpass,
    lowpass,
    noise,
    scatter,
    swept,
    timeline,
    tone,
    wander,
)


def _bubble(f: float, rng: Rng) -> Signal:
    """One bubble rising: a short sine whose pitch climbs (Minnaert's resonance as it nears the surface)."""
    s = rng.uniform(0.03, 0.09)
    return tone(curve(s, (0, f), (1, f * rng.uniform(1.25, 1.7))), s) * decay(s, s * 1.3, 0.003)


def waves(seconds: float, rng: Rng) -> Signal:
    """Surf: swell after swell, hissing as it runs up the sand."""
    t = timeline(seconds)
    phase = t / 4.2 + rng.uniform(0.0, 0.3)
    swell = np.sin(np.pi * (phase % 1.0)) ** 2.2
    other = np.sin(np.pi * ((phase * 0.83 + 0.5) % 1.0)) ** 3
    body = lowpass(noise(seconds, rng), 500)
    foam = band(noise(seconds, rng), 900, 7000, 1)
    late = np.roll(swell, count(0.5)) if len(t) > count(1) else swell
    return body * (0.35 + swell + 0.5 * other) * 1.6 + foam * (0.05 + 0.5 * late**1.6 + 0.2 * other)


def bubbles(seconds: float, rng: Rng) -> Signal:
    """Bubbles rising in water, big and small."""
    grains = [_bubble(f, rng) for f in rng.uniform(350, 1500, 24)]
    return scatter(seconds, grains, 16.0, rng) + 0.02 * lowpass(noise(seconds, rng), 400)


def stream(seconds: float, rng: Rng) -> Signal:
    """A brook: many small bubbles over a soft rush."""
    grains = [_bubble(f, rng) for f in rng.uniform(600, 2600, 40)]
    rush = band(noise(seconds, rng), 350, 3800, 1) * wander(seconds, rng, 0.35, 0.7, 1.1)
    return 0.5 * scatter(seconds, grains, 60.0, rng, quiet=18) + 0.14 * rush


def rain(seconds: float, rng: Rng) -> Signal:
    """Steady rain: a fine hiss and single drops near by."""
    hiss = band(noise(seconds, rng), 700, 9000, 1) * wander(seconds, rng, 0.8, 0.85, 1.1)
    drops = [band(noise(0.02, rng), f * 0.7, f * 1.4) * decay(0.02, 0.02, 0.0005) for f in rng.uniform(1200, 5500, 20)]
    plops = [_bubble(f, rng) * 0.5 for f in rng.uniform(500, 1300, 10)]
    return 0.35 * hiss + 1.4 * scatter(seconds, drops, 90.0, rng, quiet=20) + 0.5 * scatter(seconds, plops, 6.0, rng)


def thunder(rng: Rng) -> Signal:
    """A crack, then rolls that move off."""
    s = 3.2
    x = noise(s, rng)
    crack = highpass(x, 500, 1) * decay(s, 0.5, 0.004) * 0.8
    rolls = np.zeros(count(s))
    for _ in range(7):
        at = rng.uniform(0.05, 1.8)
        begin = count(at)
        rolls[begin:] += (decay(s, rng.uniform(0.8, 1.9), 0.09) * rng.uniform(0.4, 1.0))[: len(rolls) - begin]
    rumble = lowpass(x, 130) * 7 * rolls + lowpass(x, 420, 1) * 1.1 * rolls * decay(s, 2.2)
    return crack + rumble * curve(s, (0, 1), (0.75, 0.8), (1, 0))


def wind(seconds: float, rng: Rng) -> Signal:
    """Wind that swells and whistles a little."""
    x = noise(seconds, rng)
    gust = wander(seconds, rng, 0.9, 0.3, 1.0)
    blocks = max(6, int(seconds * 4))
    return lowpass(x, 420, 1) * gust * 1.1 + 0.9 * swept(x, 380 + 700 * gust, 0.22, blocks) * gust**1.5


def fire(seconds: float, rng: Rng) -> Signal:
    """A fire: a soft roar under crackles."""
    cracks = [highpass(noise(s, rng), 900) * decay(s, s, 0.0004) for s in rng.uniform(0.004, 0.022, 24)]
    roar = lowpass(noise(seconds, rng), 260) * wander(seconds, rng, 0.18, 0.6, 1.2)
    return 0.9 * roar + 1.1 * scatter(seconds, cracks, 17.0, rng, quiet=22)


def sizzle(seconds: float, rng: Rng) -> Signal:
    """Something in a hot pan: bright fizz with spits."""
    fizz = band(noise(seconds, rng), 3000, 12000, 1) * wander(seconds, rng, 0.08, 0.5, 1.1)
    spits = [highpass(noise(0.01, rng), 2500) * decay(0.01, 0.012, 0.0003) for _ in range(10)]
    fat = band(noise(seconds, rng), 500, 1600, 1) * wander(seconds, rng, 0.05, 0.1, 0.8)
    return 0.4 * fizz + 1.2 * scatter(seconds, spits, 70.0, rng, quiet=20) + 0.16 * fat


def splash(rng: Rng) -> Signal:
    """Something falls into water: a slap, the crown, the drops."""
    s = 1.1
    x = noise(s, rng)
    slap = lowpass(x, 700, 1) * decay(s, 0.28, 0.003) * 1.6
    crown = swept(x, curve(s, (0, 1200), (0.25, 4200), (1, 2600)), 0.9) * curve(
        s, (0, 0), (0.06, 1), (0.3, 0.5), (1, 0)
    )
    drops = scatter(s, [_bubble(f, rng) for f in rng.uniform(700, 2400, 16)], 30, rng) * curve(
        s, (0, 0), (0.2, 0.6), (0.5, 0.4), (1, 0)
    )
    return slap + crown + 0.6 * drops
