"""Animals: throats with gliding formants, chirps and buzzes."""

import numpy as np

from generator.sound.samples import count
from generator.sound.synthesis import (
    A,
    E,
    I,
    O,
    Rng,
    Signal,
    U,
    band,
    curve,
    decay,
    harmonics,
    highpass,
    lowpass,
    noise,
    scatter,
    sequence,
    speechlike,
    timeline,
    tone,
)


def meow(rng: Rng) -> Signal:
    """ "mi-a-u": pitch up and down again, the mouth opening from i to a and closing to u."""
    s = 0.75 + rng.uniform(-0.08, 0.12)
    top = rng.uniform(620, 740)
    pitch = curve(s, (0, 0.72 * top), (0.25, top), (0.6, 0.95 * top), (1, 0.62 * top))
    i, a, u = (420.0, 2500.0, 3600.0), (1150.0, 2000.0, 3500.0), (520.0, 1250.0, 3000.0)
    x = speechlike(s, pitch, [(0, i), (0.18, i), (0.45, a), (0.7, a), (1, u)], rng, breath=0.08, tilt=0.6)
    return x * curve(s, (0, 0), (0.08, 0.35), (0.3, 1), (0.65, 0.8), (1, 0))


def bark(rng: Rng) -> Signal:
    """Two short barks, "wan wan"."""

    def one(level: float, pitch: float) -> Signal:
        s = 0.2
        glide = curve(s, (0, pitch * 0.8), (0.15, pitch * 1.5), (1, pitch * 0.7))
        x = speechlike(s, glide, [(0, U), (0.2, A), (0.7, A), (1, O)], rng, breath=0.5, rough=0.12, tilt=0.5)
        return level * x * curve(s, (0, 0), (0.06, 1), (0.5, 0.6), (1, 0))

    p = rng.uniform(270, 330)
    return sequence(0.66, [(0.0, one(1.0, p)), (0.34, one(0.9, p * 0.96))])


def roar(rng: Rng) -> Signal:
    """A big rough throat, with a rumble under it."""
    s = 1.5
    pitch = curve(s, (0, 70), (0.3, 105), (0.7, 90), (1, 55))
    x = speechlike(s, pitch, [(0, O), (0.3, A), (0.8, O), (1, U)], rng, breath=0.7, rough=0.25, tilt=0.45)
    rumble = band(noise(s, rng), 40, 160)
    return np.tanh(1.5 * (x / np.std(x) + 0.5 * rumble / np.std(rumble))) * curve(
        s, (0, 0), (0.12, 0.8), (0.4, 1), (0.75, 0.7), (1, 0)
    )


def moo(rng: Rng) -> Signal:
    """A cow: closed lips first, then long and open."""
    s = 1.5
    pitch = curve(s, (0, 120), (0.2, 150), (0.8, 158), (1, 125))
    hum = (280.0, 750.0, 2000.0)
    x = speechlike(
        s, pitch, [(0, hum), (0.15, hum), (0.4, (520.0, 900.0, 2300.0)), (0.9, O), (1, hum)], rng, rough=0.03
    )
    return x * curve(s, (0, 0), (0.12, 0.5), (0.4, 1), (0.85, 0.8), (1, 0))


def oink(rng: Rng) -> Signal:
    """Two snorts and a squeal between them."""

    def snort(level: float) -> Signal:
        s = 0.24
        x = speechlike(
            s, curve(s, (0, 85), (1, 70)), [(0, E), (1, (700.0, 1500.0, 2300.0))], rng, breath=1.3, rough=0.4
        )
        flutter = 0.5 + 0.5 * np.sign(tone(34.0, s))
        return level * lowpass(x * (0.3 + 0.7 * flutter), 3500) * curve(s, (0, 0), (0.2, 1), (0.7, 0.9), (1, 0))

    squeal = speechlike(0.2, curve(0.2, (0, 500), (0.4, 780), (1, 600)), [(0, E), (1, I)], rng, breath=0.1, tilt=0.6)
    squeal *= 0.45 * curve(0.2, (0, 0), (0.3, 1), (1, 0))
    return sequence(0.85, [(0.0, snort(1.0)), (0.24, squeal), (0.48, snort(0.9))])


def baa(rng: Rng) -> Signal:
    """A sheep: an e that trembles."""
    s = 0.95
    shake = tone(7.5, s)
    pitch = curve(s, (0, 300), (0.15, 345), (1, 290)) * (1 + 0.05 * shake)
    mouth = (720.0, 1750.0, 2700.0)
    x = speechlike(s, pitch, [(0, (400.0, 1500.0, 2500.0)), (0.15, mouth), (1, mouth)], rng, breath=0.08, tilt=0.55)
    return x * (1 + 0.45 * shake) * curve(s, (0, 0), (0.1, 1), (0.75, 0.8), (1, 0))


def neigh(rng: Rng) -> Signal:
    """A horse: high and falling, with a fast tremble that slows, and a snort at its end."""
    s = 1.25
    t = timeline(s)
    shake = np.sin(2 * np.pi * (13 * t - 2.6 * t**2))
    pitch = curve(s, (0, 560), (0.15, 900), (0.5, 700), (1, 330)) * (1 + 0.09 * shake)
    x = speechlike(s, pitch, [(0, I), (0.3, E), (1, A)], rng, breath=0.15, rough=0.04, tilt=0.6)
    x *= (1 + 0.6 * shake) * curve(s, (0, 0), (0.08, 1), (0.7, 0.8), (1, 0))
    snort = band(noise(0.35, rng), 250, 2200) * (0.5 + 0.5 * np.sign(tone(24.0, 0.35))) * decay(0.35, 0.5, 0.03)
    return sequence(1.6, [(0, x / np.std(x)), (1.18, 0.6 * snort / np.std(snort))])


def crow(rng: Rng) -> Signal:
    """ "kaa, kaa"."""

    def one() -> Signal:
        s = 0.36
        pitch = curve(s, (0, 480), (0.2, 580), (1, 470))
        x = speechlike(
            s,
            pitch,
            [(0, (900.0, 1700.0, 2900.0)), (1, (1100.0, 1500.0, 2700.0))],
            rng,
            rough=0.3,
            breath=0.5,
            tilt=0.3,
        )
        return x * curve(s, (0, 0), (0.12, 1), (0.7, 0.85), (1, 0))

    return sequence(1.1, [(0.0, one()), (0.54, one())])


def quack(rng: Rng) -> Signal:
    """Three quacks, each a little lower."""

    def one(pitch: float) -> Signal:
        s = 0.17
        glide = curve(s, (0, pitch * 1.15), (1, pitch * 0.85))
        x = speechlike(
            s,
            glide,
            [(0, (900.0, 1500.0, 2500.0)), (1, (650.0, 1250.0, 2300.0))],
            rng,
            rough=0.1,
            breath=0.25,
            tilt=0.25,
        )
        return x * curve(s, (0, 0), (0.1, 1), (0.6, 0.8), (1, 0))

    return sequence(0.82, [(0.0, one(255)), (0.27, one(240)), (0.52, one(225))])


def squeak(rng: Rng) -> Signal:
    """A mouse, or a toy: two high glides."""

    def one(f: float) -> Signal:
        s = 0.11
        return harmonics(curve(s, (0, f), (0.4, f * 1.5), (1, f * 1.1)), s, (1, 0.35, 0.12)) * curve(
            s, (0, 0), (0.15, 1), (0.6, 0.7), (1, 0)
        )

    f = rng.uniform(1500, 1900)
    return sequence(0.36, [(0.0, one(f)), (0.17, one(f * 1.12))])


def frog(rng: Rng) -> Signal:
    """ "kero kero": pulses at a croak's rate through two resonances."""

    def croak(pitch: float) -> Signal:
        s = 0.26
        pulses = np.maximum(0.0, tone(curve(s, (0, 38), (1, 52)), s)) ** 3
        body = harmonics(curve(s, (0, pitch), (0.5, pitch * 1.25), (1, pitch * 1.1)), s, (0.4, 1, 0.7, 0.5, 0.3, 0.15))
        return np.asarray(body * pulses * curve(s, (0, 0), (0.15, 0.7), (0.8, 1), (1, 0)))

    f = rng.uniform(330, 400)
    return sequence(1.0, [(0.0, croak(f)), (0.28, croak(f * 1.18)), (0.62, croak(f * 0.98))])


def buzz(seconds: float, rng: Rng) -> Signal:
    """A bee that flies about."""
    drift = 1 + 0.1 * np.interp(timeline(seconds), np.linspace(0, seconds, 12), rng.uniform(-1, 1, 12))
    x = harmonics(205 * drift, seconds, [1 / k**0.8 for k in range(1, 18)])
    near = 0.35 + 0.65 * np.abs(np.interp(timeline(seconds), np.linspace(0, seconds, 9), rng.uniform(-1, 1, 9)))
    return band(x * (1 + 0.3 * tone(23.0, seconds)), 180, 4200) * near


def birds(seconds: float, rng: Rng) -> Signal:
    """Small birds answering each other: whistled phrases, each bird with its own."""
    songs = []
    for _ in range(4):
        base = rng.uniform(2400, 4200)
        notes = [
            (base * rng.uniform(0.85, 1.25), base * rng.uniform(0.85, 1.35), rng.uniform(0.05, 0.13)) for _ in range(3)
        ]
        phrase: list[Signal] = []
        for lo, hi, length in notes * int(rng.integers(1, 3)):
            glide = curve(length, (0, lo), (0.5, hi), (1, lo * 1.05))
            phrase += [
                tone(glide, length) * np.sin(np.linspace(0, np.pi, count(length))) ** 0.7,
                np.zeros(count(0.045)),
            ]
        songs.append(np.concatenate(phrase))
    return scatter(seconds, songs, 1.5, rng, quiet=14.0)


def crickets(seconds: float, rng: Rng) -> Signal:
    """ "ri-ri-ri": trilled chirps of several crickets, each at its own pitch and pace."""
    t = timeline(seconds)
    out = np.zeros(len(t))
    for level in (1.0, 0.6, 0.35, 0.25):
        f, trill, chirp = rng.uniform(3900, 4900), rng.uniform(26, 34), rng.uniform(1.6, 2.4)
        phase = rng.uniform(0, 1)
        gate = np.clip(np.sin(2 * np.pi * (chirp * t + phase)) * 4 + 1.2, 0, 1)
        pulses = np.clip(np.sin(2 * np.pi * trill * t), 0, 1) ** 0.8
        out += level * np.sin(2 * np.pi * f * t) * gate * pulses
    return out


def cicada(seconds: float, rng: Rng) -> Signal:
    """ "miin-min-min-min": a rasping carrier swelling in phrases over a steady shimmer."""
    t = timeline(seconds)
    period = 2.6
    share = (t / period + rng.uniform(0, 0.2)) % 1.0
    swell = np.where(share < 0.3, share / 0.3, 1.0) * np.where(share > 0.85, (1 - share) / 0.15, 1.0)
    pulse = np.where(share < 0.3, 1.0, 0.55 + 0.45 * np.cos(2 * np.pi * 5.2 * (share - 0.3) * period))
    rasp = np.clip(np.sin(2 * np.pi * 118 * t), -0.2, 1)
    carrier = (
        np.sin(2 * np.pi * 4100 * t)
        + 0.6 * np.sin(2 * np.pi * 5250 * t + 1)
        + 0.4 * band(noise(seconds, rng), 3500, 7000)
    )
    shimmer = highpass(noise(seconds, rng), 5500) * 0.05 * (1 + 0.5 * np.sin(2 * np.pi * 42 * t))
    return np.asarray(carrier * rasp * swell * pulse * 0.5 + shimmer)


def howl(rng: Rng) -> Signal:
    """A wolf: up to its note, held, and let sink."""
    s = 2.2
    top = rng.uniform(420, 500)
    pitch = curve(s, (0, 0.55 * top), (0.18, top), (0.65, 0.97 * top), (1, 0.6 * top)) * (1 + 0.008 * tone(5.0, s))
    x = speechlike(s, pitch, [(0, U), (0.2, O), (0.7, O), (1, U)], rng, breath=0.08, tilt=0.9)
    return x * curve(s, (0, 0), (0.12, 0.8), (0.3, 1), (0.75, 0.8), (1, 0))


def trumpet(rng: Rng) -> Signal:
    """An elephant: a blare that breaks upward."""
    s = 1.3
    pitch = curve(s, (0, 310), (0.15, 480), (0.5, 560), (0.62, 690), (1, 420)) * (1 + 0.02 * tone(17.0, s))
    x = harmonics(pitch, s, [k**-0.4 for k in range(1, 15)])
    blare = band(np.tanh(1.5 * x), 500, 4200, 1) + 0.15 * band(noise(s, rng), 1200, 5000, 1)
    return blare * curve(s, (0, 0), (0.06, 1), (0.7, 0.85), (1, 0))


def hoot(rng: Rng) -> Signal:
    """An owl: "hoo, hoo-hoo"."""

    def one(s: float, f: float) -> Signal:
        x = harmonics(curve(s, (0, f * 0.94), (0.3, f), (1, f * 0.93)), s, (1, 0.12, 0.05))
        return (x + 0.04 * band(noise(s, rng), 250, 900, 1)) * np.sin(np.linspace(0, np.pi, count(s))) ** 0.8

    f = rng.uniform(330, 380)
    return sequence(1.7, [(0.0, one(0.5, f)), (0.75, one(0.2, f)), (1.02, one(0.6, f * 0.98))])


def cockadoodle(rng: Rng) -> Signal:
    """ "ko-ke-kok-koo"."""

    def one(s: float, f: float, end: float) -> Signal:
        glide = curve(s, (0, f * 0.85), (0.3, f), (1, end))
        x = speechlike(
            s, glide, [(0, O), (0.4, (750.0, 1500.0, 2800.0)), (1, O)], rng, rough=0.05, breath=0.12, tilt=0.35
        )
        return x * curve(s, (0, 0), (0.08, 1), (0.75, 0.85), (1, 0))

    f = rng.uniform(560, 640)
    return sequence(
        1.75, [(0.0, one(0.16, f, f)), (0.22, one(0.2, f * 1.1, f * 1.1)), (0.48, one(0.16, f * 1.05, f)),
               (0.72, one(0.95, f * 1.32, f * 0.72))]
    )  # fmt: skip


def chatter(rng: Rng) -> Signal:
    """A monkey: "ukii, ki-ki"."""

    def one(s: float, f: float) -> Signal:
        glide = curve(s, (0, f * 0.7), (0.35, f), (1, f * 0.8))
        x = speechlike(s, glide, [(0, U), (0.3, I), (1, E)], rng, rough=0.08, breath=0.2, tilt=0.35)
        return x * curve(s, (0, 0), (0.15, 1), (0.7, 0.8), (1, 0))

    f = rng.uniform(800, 950)
    return sequence(
        1.1, [(0.0, one(0.4, f)), (0.48, one(0.15, f * 1.15)), (0.68, one(0.15, f * 1.1)), (0.88, one(0.18, f))]
    )


def hiss(rng: Rng) -> Signal:
    """A snake."""
    s = 1.0
    return (
        band(noise(s, rng), 3500, 11000, 1)
        * curve(s, (0, 0), (0.25, 1), (0.7, 0.8), (1, 0))
        * (1 + 0.3 * tone(14.0, s))
    )


def gull(rng: Rng) -> Signal:
    """A seagull: three falling cries."""

    def one(f: float) -> Signal:
        s = 0.42
        glide = curve(s, (0, f * 0.75), (0.2, f), (1, f * 0.68))
        x = speechlike(s, glide, [(0, E), (0.5, A), (1, A)], rng, rough=0.03, breath=0.1, tilt=0.35)
        return x * curve(s, (0, 0), (0.1, 1), (0.6, 0.7), (1, 0))

    f = rng.uniform(1150, 1350)
    return sequence(1.75, [(0.0, one(f)), (0.55, one(f * 0.97)), (1.1, one(f * 0.93))])
