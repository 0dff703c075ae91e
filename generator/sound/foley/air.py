"""What the air of a place is made of when nobody makes a sound: rooms, cities, depths, far-off things."""

import numpy as np

from generator.sound.foley import animals, nature
from generator.sound.samples import count
from generator.sound.synthesis import (
    Rng,
    Signal,
    band,
    curve,
    decay,
    harmonics,
    lowpass,
    modes,
    noise,
    scatter,
    sequence,
    timeline,
    tone,
    wander,
)


def room_tone(seconds: float, rng: Rng) -> Signal:
    """A room with nobody in it."""
    return lowpass(noise(seconds, rng), 260, 1) + 0.05 * tone(100.0, seconds)


def traffic(seconds: float, rng: Rng) -> Signal:
    """A city far away: a low rush, and cars that come and go in it."""
    rush = lowpass(noise(seconds, rng), 240, 1)
    cars = band(noise(seconds, rng), 250, 1100, 1) * wander(seconds, rng, 1.1, 0.0, 1.0) ** 2
    return rush / np.std(rush) + 0.5 * cars / max(1e-9, float(np.std(cars)))


def rails(seconds: float, rng: Rng) -> Signal:
    """Inside a moving train: rumble and joints in twos."""
    clack = band(noise(0.09, rng), 150, 900, 1) * np.exp(-timeline(0.09) * 60)
    out = lowpass(noise(seconds, rng), 170) * 2.5
    for at in np.arange(0.2, seconds - 0.3, 13.0 / 17):
        for delay, level in ((0.0, 1.0), (0.14, 0.8)):
            begin = count(at + delay)
            out[begin : begin + len(clack)] += level * clack * 1.4
    return out


def far_train(seconds: float, rng: Rng) -> Signal:
    """A train a long way off."""
    swell = np.sin(np.linspace(0, np.pi, count(seconds))) ** 2
    return np.asarray(lowpass(rails(seconds, rng), 600, 1) * swell)


def dishes(seconds: float, rng: Rng) -> Signal:
    """Cutlery and cups now and then."""
    grains = []
    for f in rng.uniform(2300, 5200, 8):
        t = timeline(0.16)
        grains.append((np.sin(2 * np.pi * f * t) + 0.6 * np.sin(2 * np.pi * f * 1.6 * t)) * np.exp(-t * 45))
    return scatter(seconds, grains, 1.6, rng, quiet=14)


def hum(seconds: float, rng: Rng) -> Signal:
    """The emptiness of space as films have it: low beating tones and a slow breath."""
    low = sum((tone(f, seconds) for f in (54.0, 54.5, 81.0, 108.5)), start=np.zeros(count(seconds)))
    return (
        low * 0.4
        + 0.5 * lowpass(noise(seconds, rng), 180)
        + 0.12 * band(noise(seconds, rng), 700, 1500, 1) * wander(seconds, rng, 1.5, 0.2, 1.0)
    )


def deep(seconds: float, rng: Rng) -> Signal:
    """Under water: a dull rush with single bubbles."""
    rush = lowpass(noise(seconds, rng), 320) * wander(seconds, rng, 0.8, 0.7, 1.1)
    return rush / np.std(rush) + 0.5 * lowpass(nature.bubbles(seconds, rng), 1600) * 4


def hush(seconds: float, rng: Rng) -> Signal:
    """Snow falling: hardly anything, and soft."""
    return band(noise(seconds, rng), 200, 1300, 1) * wander(seconds, rng, 0.7, 0.6, 1.0)


def drips(seconds: float, rng: Rng) -> Signal:
    """Drops falling in a cave."""
    grains = []
    for f in rng.uniform(700, 1700, 6):
        t = timeline(0.12)
        grains.append(np.sin(2 * np.pi * f * (t + 2.5 * t**2)) * np.exp(-t * 40))
    return scatter(seconds, grains, 1.2, rng, quiet=10)


def refrigerators(seconds: float, rng: Rng) -> Signal:
    """Compressors and tubes: the mains and what it shakes."""
    buzz = harmonics(100.0, seconds, (1, 0.5, 0.35, 0.2, 0.16, 0.1, 0.07)) * (1 + 0.06 * tone(0.5, seconds))
    return buzz + 0.6 * band(noise(seconds, rng), 90, 500, 1)


def monitor(seconds: float, rng: Rng) -> Signal:
    """A machine beside a bed: one soft beep a second."""
    beep = tone(960.0, 0.09) * curve(0.09, (0, 0), (0.1, 1), (0.85, 1), (1, 0))
    return sequence(seconds, [(0.2 + i, beep) for i in range(int(seconds))])


def wind_chimes(seconds: float, rng: Rng) -> Signal:
    """A furin under the eaves, when the air moves."""
    f = rng.uniform(2400, 2900)
    glass = [modes(1.2, [(f * d, 1, 1.1), (f * d * 2.76, 0.35, 0.5)], rng) for d in (1.0, 1.003, 0.998)]
    return scatter(seconds, glass, 0.9, rng, quiet=12)


def evening_cicadas(seconds: float, rng: Rng) -> Signal:
    """Higurashi: "kana-kana-kana", a bell that runs down."""
    calls = []
    for _ in range(3):
        f = rng.uniform(3500, 4200)
        run = [(i * (0.11 + 0.004 * i), (1.0 - 0.04 * i)) for i in range(16)]
        note = tone(curve(0.1, (0, f), (1, f * 0.97)), 0.1) * np.sin(np.linspace(0, np.pi, count(0.1))) ** 0.8
        calls.append(sequence(3.0, [(at, note * level) for at, level in run]))
    return scatter(seconds, calls, 0.35, rng, quiet=12)


def frogs(seconds: float, rng: Rng) -> Signal:
    """A paddy at night: many small croaks, none in step."""
    return scatter(seconds, [animals.frog(rng) for _ in range(5)], 2.6, rng, quiet=16)


def owls(seconds: float, rng: Rng) -> Signal:
    """One far away, and its answer."""
    return lowpass(scatter(seconds, [animals.hoot(rng) for _ in range(2)], 0.16, rng, quiet=6), 1200, 1)


def gulls(seconds: float, rng: Rng) -> Signal:
    """Over the water."""
    return scatter(seconds, [animals.gull(rng) for _ in range(3)], 0.28, rng, quiet=12)


def timbers(seconds: float, rng: Rng) -> Signal:
    """A hull that works in the swell."""
    creaks = []
    for _ in range(4):
        s = rng.uniform(0.5, 0.9)
        ticks = np.maximum(0.0, tone(curve(s, (0, 35), (0.5, rng.uniform(60, 90)), (1, 40)), s)) ** 6
        creaks.append(band(ticks, 300, 1100) * np.sin(np.linspace(0, np.pi, count(s))))
    return scatter(seconds, creaks, 0.5, rng, quiet=10)


def machines(seconds: float, rng: Rng) -> Signal:
    """A hall of machines: a press on every second, motors under it."""
    motor = lowpass(harmonics(49.0, seconds, [1 / k for k in range(1, 12)]), 500, 1)
    clank = modes(0.3, [(310, 1, 0.15), (870, 0.7, 0.12), (1930, 0.4, 0.08)], rng)
    hiss = band(noise(0.25, rng), 2500, 8000, 1) * decay(0.25, 0.15, 0.01)
    beats = [(0.1 + i, clank) for i in range(int(seconds))] + [(0.6 + i, 0.4 * hiss) for i in range(int(seconds))]
    return motor / max(1e-9, float(np.std(motor))) * 0.5 + 1.5 * sequence(seconds, beats)


def far_festival(seconds: float, rng: Rng) -> Signal:
    """Drums and a hand gong beyond the trees."""
    drum = tone(curve(0.5, (0, 120), (0.1, 85), (1, 72)), 0.5) * decay(0.5, 0.5)
    gong = modes(0.3, [(2140, 1, 0.25), (3390, 0.7, 0.2)], rng)
    beat, events = 0.52, []
    for bar in range(int(seconds / (4 * beat))):
        events += [
            ((bar * 4 + at) * beat, drum * level) for at, level in ((0, 1.0), (1, 0.6), (1.5, 0.5), (2, 0.9), (3, 0.6))
        ]
        events += [((bar * 4 + at) * beat, 0.12 * gong) for at in (0, 1, 1.5, 2, 3)]
    return sequence(seconds, events)


def temple_bell(seconds: float, rng: Rng) -> Signal:
    """Struck once, a valley away."""
    s = min(seconds, 8.0)
    f = rng.uniform(128, 142)
    bell = modes(
        s, [(f, 1, 7.0), (f * 1.006, 0.8, 7.0), (f * 2.01, 0.5, 4.0), (f * 2.74, 0.35, 2.5), (f * 4.1, 0.15, 1.2)], rng
    )
    return sequence(seconds, [(0.8, bell)])


def playground(seconds: float, rng: Rng) -> Signal:
    """Children somewhere."""
    shouts = []
    for _ in range(6):
        s, f = rng.uniform(0.25, 0.6), rng.uniform(420, 620)
        glide = curve(s, (0, f * 0.9), (0.4, f * 1.2), (1, f * 0.8))
        shouts.append(band(harmonics(glide, s, [k**-0.8 for k in range(1, 9)]), 700, 3000, 1) * np.hanning(count(s)))
    return lowpass(scatter(seconds, shouts, 2.2, rng, quiet=14), 2500, 1)


def announcement(seconds: float, rng: Rng) -> Signal:
    """The four notes before somebody says what nobody can make out."""
    notes = [modes(1.4, [(f, 1, 1.2), (f * 2, 0.2, 0.6)]) for f in (523.3, 659.3, 784.0, 1046.5)]
    return sequence(seconds, [(1.0 + 0.42 * i, note) for i, note in enumerate(notes)])


def surf_far(seconds: float, rng: Rng) -> Signal:
    """The sea behind the houses."""
    return lowpass(nature.waves(seconds, rng), 700, 1)
