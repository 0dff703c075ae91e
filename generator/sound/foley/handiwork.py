"""What hands do: writing, cutting, building, dressing, turning a page."""

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
    modes,
    noise,
    pluck,
    scatter,
    sequence,
    swept,
    tone,
    wander,
)


def page(rng: Rng) -> Signal:
    """A sheet is turned, or the next card pulled: it slides, bends, and lies down."""
    s = 0.55
    slide = swept(noise(s, rng), curve(s, (0, 1500), (0.5, 3800), (1, 2200)), 0.9) * curve(
        s, (0, 0), (0.15, 0.5), (0.6, 1), (0.8, 0.25), (1, 0)
    )
    crackle = scatter(s, [highpass(noise(0.003, rng), 2000) for _ in range(6)], 60, rng, quiet=16)
    flap = lowpass(noise(0.1, rng), 1400, 1) * decay(0.1, 0.05, 0.002)
    return sequence(0.65, [(0.0, slide + 0.3 * crackle), (0.44, 0.9 * flap)])


def scribble(seconds: float, rng: Rng) -> Signal:
    """A pencil in strokes, there and back."""
    rate = wander(seconds, rng, 0.4, 5.0, 8.0)
    strokes = np.abs(np.sin(np.pi * np.cumsum(rate) / 48000)) ** 0.7
    pauses = np.clip(wander(seconds, rng, 0.5, -0.4, 1.6), 0.0, 1.0)
    grain = band(noise(seconds, rng), 1800, 7000, 1) + 0.4 * band(noise(seconds, rng), 400, 900, 1)
    return np.asarray(grain * strokes * pauses)


def chop(seconds: float, rng: Rng) -> Signal:
    """A knife through something crisp onto a board, four times a second."""

    def cut() -> Signal:
        f = rng.uniform(300, 360)
        board = modes(0.16, [(f, 1.0, 0.07), (f * 2.2, 0.5, 0.04), (f * 3.7, 0.25, 0.025)], rng)
        crisp = band(noise(0.16, rng), 1500, 6500, 1) * decay(0.16, 0.03, 0.0006)
        return board + 0.5 * crisp

    events: list[tuple[float, Signal]] = []
    at = 0.03
    while at < seconds - 0.05 or not events:
        events.append((at, cut() * rng.uniform(0.7, 1.0)))
        at += rng.uniform(0.22, 0.27)
    return sequence(max(seconds, 0.2), events)


def hammer(seconds: float, rng: Rng) -> Signal:
    """Nails into wood, each blow a little higher as the nail goes in."""

    def blow(pitch: float) -> Signal:
        nail = modes(0.3, [(pitch, 1.0, 0.14), (pitch * 2.4, 0.5, 0.08)], rng)
        wood = modes(0.3, [(170, 1.0, 0.1), (390, 0.6, 0.07)], rng)
        return 0.6 * nail + wood + 0.3 * highpass(noise(0.3, rng), 2500, 1) * decay(0.3, 0.01, 0.0002)

    events: list[tuple[float, Signal]] = []
    at, number = 0.03, 0
    while at < seconds - 0.1 or not events:
        events.append((at, blow(1850.0 * (1 + 0.05 * (number % 4))) * rng.uniform(0.85, 1.0)))
        at += 0.42 + rng.uniform(-0.02, 0.02) + (0.35 if number % 4 == 3 else 0.0)
        number += 1
    return sequence(max(seconds, 0.35), events)


def scrape(seconds: float, rng: Rng) -> Signal:
    """Something heavy is dragged over the floor, sticking and slipping."""
    rub = band(noise(seconds, rng), 140, 1400, 1)
    stick = np.clip(wander(seconds, rng, 0.09, 0.1, 1.2), 0.0, 1.0)
    groan = band(np.maximum(0.0, tone(70 + 20 * stick, seconds)) ** 4, 200, 900, 1)
    return np.asarray((rub + 0.6 * groan) * stick * curve(seconds, (0, 0), (0.1, 1), (0.85, 0.9), (1, 0)))


def rustle(rng: Rng) -> Signal:
    """Cloth: two soft strokes."""
    s = 0.6
    strokes = curve(s, (0, 0), (0.15, 1), (0.4, 0.15), (0.6, 0.8), (1, 0))
    return band(noise(s, rng), 900, 6000, 1) * strokes * (0.6 + 0.4 * wander(s, rng, 0.03, 0, 1))


def slap(rng: Rng) -> Signal:
    """Two palms meet."""
    s = 0.3
    f = rng.uniform(1000, 1400)
    return band(noise(s, rng), f * 0.6, f * 3, 1) * decay(s, 0.07, 0.0004) + 0.25 * lowpass(noise(s, rng), 300) * decay(
        s, 0.08, 0.001
    )


def strumming(seconds: float, rng: Rng) -> Signal:
    """Somebody plays a guitar: the same two chords, down and up."""
    chords = ((164.8, 207.7, 246.9, 329.6), (146.8, 185.0, 220.0, 293.7))
    events = []
    for i in range(max(1, int(seconds / 0.3))):
        notes = chords[i // 4 % 2] if i % 2 == 0 else chords[i // 4 % 2][::-1]
        for k, f in enumerate(notes):
            string = pluck(f, min(0.9, seconds), rng, bright=0.4, t60=1.2) * (1.0 if i % 2 == 0 else 0.6)
            events.append((0.02 + i * 0.3 + 0.014 * k, string))
    return sequence(max(seconds, 0.4), events)


def coins(rng: Rng) -> Signal:
    """ "cha-ching": a drawer's bell and coins."""
    ring = modes(0.9, [(2350, 1.0, 0.8), (3520, 0.6, 0.6), (4710, 0.35, 0.4)], rng)
    clink = [modes(0.2, [(f, 1, 0.12), (f * 1.57, 0.6, 0.08)], rng) for f in rng.uniform(3800, 6500, 6)]
    drawer = lowpass(noise(0.12, rng), 1600, 1) * decay(0.12, 0.06, 0.001)
    events = [(0.0, 1.2 * drawer / max(1e-9, float(np.abs(drawer).max()))), (0.12, ring)]
    events += [(0.1 + float(at), 0.5 * clink[i]) for i, at in enumerate(np.sort(rng.uniform(0, 0.4, 6)))]
    return sequence(1.2, events)


def firework(rng: Rng) -> Signal:
    """It climbs whistling, hangs, bursts, and crackles down."""
    climb = 0.9
    whistle = tone(curve(climb, (0, 900), (0.7, 2100), (1, 1800)), climb) * curve(
        climb, (0, 0), (0.2, 0.25), (0.8, 0.4), (1, 0)
    )
    boom = lowpass(noise(1.6, rng), 320, 1) * decay(1.6, 1.0, 0.003)
    boom /= max(1e-9, float(np.std(boom[: count(0.2)])))
    cracks = [highpass(noise(0.01, rng), 1800) * decay(0.01, 0.012, 0.0003) for _ in range(12)]
    crackle = scatter(1.4, cracks, 70, rng, quiet=18) * curve(1.4, (0, 0), (0.15, 1), (1, 0))
    return sequence(2.8, [(0.0, 0.5 * whistle), (1.1, boom), (1.3, 0.5 * crackle)])
