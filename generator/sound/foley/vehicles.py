"""Things that drive, fly and blow up."""

import numpy as np

from generator.sound.samples import count
from generator.sound.synthesis import (
    Rng,
    Signal,
    band,
    curve,
    decay,
    harmonics,
    highpass,
    lowpass,
    modes,
    noise,
    scatter,
    sequence,
    swept,
    timeline,
    tone,
    wander,
)


def _passing(seconds: float) -> Signal:
    """Loudness of something that comes, passes in the middle and goes."""
    where = np.linspace(-2.6, 2.6, count(seconds))
    return 1.0 / (1.0 + where**2)


def _motor(rate: Signal, seconds: float, rng: Rng, rough: float = 0.06) -> Signal:
    """Cylinders firing `rate` times a second: a buzz of many harmonics, each firing a little different."""
    shaken = rate * (1 + rough * wander(seconds, rng, 0.04, -1, 1))
    levels = [1.0, 0.8, 0.9, 0.5, 0.55, 0.3, 0.35, 0.2, 0.18, 0.12, 0.1, 0.08]
    lope = 1 + 0.35 * tone(shaken / 4, seconds)
    return harmonics(shaken, seconds, levels) * lope + 0.5 * lowpass(noise(seconds, rng), 500)


def engine(seconds: float, rng: Rng) -> Signal:
    """A motor turning over: a small rise and fall of the revs."""
    rate = 46 + 16 * np.sin(np.linspace(0, np.pi, count(seconds))) ** 2
    return lowpass(_motor(rate, seconds, rng), 1500, 1)


def car(rng: Rng) -> Signal:
    """A car goes by: motor and tyres, its pitch falling as it passes."""
    s = 2.6
    near = _passing(s)
    motor = lowpass(_motor(curve(s, (0, 92), (0.42, 90), (0.58, 74), (1, 72)), s, rng, 0.03), 1800, 1)
    tyres = band(noise(s, rng), 350, 3200, 1)
    return (
        (motor / np.std(motor) * 0.8 + 1.1 * tyres / np.std(tyres))
        * near
        * curve(s, (0, 0), (0.1, 1), (0.9, 1), (1, 0))
    )


def bus(rng: Rng) -> Signal:
    """A bus pulls out: the air brakes' hiss, then a big diesel in two gears."""
    s = 2.8
    hiss = highpass(noise(0.55, rng), 2200, 1) * curve(0.55, (0, 0), (0.05, 1), (0.5, 0.6), (1, 0))
    rate = curve(s, (0, 27), (0.2, 30), (0.6, 55), (0.64, 38), (1, 50))
    diesel = lowpass(_motor(rate, s, rng, 0.1), 900, 1)
    rattle = band(noise(s, rng), 900, 2600, 1) * np.maximum(0, tone(rate / 2, s)) ** 3
    drive = diesel / np.std(diesel) + 0.12 * rattle / np.std(rattle)
    return sequence(
        3.2, [(0.0, 0.8 * hiss / np.std(hiss)), (0.4, drive * curve(s, (0, 0), (0.1, 0.8), (0.6, 1), (1, 0)))]
    )


def train(rng: Rng) -> Signal:
    """A train passes: rumble, wheels over the joints in twos, a long two-tone horn far off at first."""
    s = 4.0
    near = _passing(s) ** 0.7
    rumble = lowpass(noise(s, rng), 180) * 3.0 + 0.35 * band(noise(s, rng), 500, 2600, 1)

    def joint() -> Signal:
        return modes(0.14, [(165, 1, 0.09), (420, 0.6, 0.05), (1350, 0.3, 0.03)], rng) + 0.4 * band(
            noise(0.14, rng), 900, 3500
        ) * decay(0.14, 0.05)

    clacks = [(at + d, joint() * level) for at in np.arange(0.15, s, 0.58) for d, level in ((0.0, 1.0), (0.13, 0.85))]
    horn_seconds = 1.1
    horn = sum(
        (harmonics(f, horn_seconds, (1, 0.8, 0.6, 0.4, 0.2, 0.1)) for f in (311.0, 370.0)),
        start=np.zeros(count(horn_seconds)),
    ) * curve(horn_seconds, (0, 0), (0.1, 1), (0.75, 0.9), (1, 0))
    body = (rumble / np.std(rumble) + 2.2 * sequence(s, clacks)) * near
    return (body + sequence(s, [(0.35, 0.13 * horn)])) * curve(s, (0, 0), (0.08, 1), (0.85, 1), (1, 0))


def horn(rng: Rng) -> Signal:
    """A motor horn, two beeps of a major third."""

    def beep(s: float) -> Signal:
        x = harmonics(415.0, s, (1, 0.9, 0.7, 0.6, 0.4, 0.3, 0.2)) + harmonics(
            523.0, s, (1, 0.9, 0.7, 0.6, 0.4, 0.3, 0.2)
        )
        return lowpass(x, 3500, 1) * curve(s, (0, 0), (0.06, 1), (0.9, 1), (1, 0))

    return sequence(0.95, [(0.0, beep(0.2)), (0.3, beep(0.55))])


def siren(seconds: float, rng: Rng) -> Signal:
    """ "pee-poo": the ambulance's two tones, as it is heard in Japan (960 and 770 Hz, 0.65 s each)."""
    t = timeline(seconds)
    high = ((t + rng.uniform(0.0, 1.3)) % 1.3) < 0.65
    pitch = lowpass(np.where(high, 960.0, 770.0) - 865.0, 40, 1) + 865.0
    return harmonics(pitch, seconds, (1, 0.3, 0.22, 0.08, 0.05)) * curve(seconds, (0, 0.5), (0.5, 1), (1, 0.5))


def airplane(seconds: float, rng: Rng) -> Signal:
    """A jet overhead: roar whose comb of reflections slides down, and a thin whine."""
    near = _passing(seconds) ** 0.8
    roar = lowpass(noise(seconds, rng), 700, 1) * 1.4 + swept(
        noise(seconds, rng), curve(seconds, (0, 2600), (0.5, 1500), (1, 500)), 0.7
    )
    whine = tone(curve(seconds, (0, 2350), (0.45, 2250), (0.6, 1700), (1, 1500)), seconds) * 0.05
    return (roar / np.std(roar) + whine) * near * curve(seconds, (0, 0), (0.1, 1), (0.9, 1), (1, 0))


def rocket(seconds: float, rng: Rng) -> Signal:
    """Lift-off: ignition, a crackling roar, going up."""
    base = lowpass(noise(seconds, rng), 220) * 4
    cracks = [lowpass(noise(0.03, rng), 2500) * decay(0.03, 0.04, 0.0004) for _ in range(12)]
    crackle = scatter(seconds, cracks, 60.0, rng, quiet=14)
    jet = swept(noise(seconds, rng), curve(seconds, (0, 500), (0.3, 1500), (1, 3200)), 0.8)
    level = curve(seconds, (0, 0), (0.06, 1), (0.5, 0.9), (1, 0.1))
    return (base / np.std(base) + 0.8 * crackle / np.std(crackle) + 0.6 * jet / np.std(jet)) * level


def explosion(rng: Rng) -> Signal:
    """A blast: the crack, a fireball that sinks in pitch, and debris."""
    s = 2.2
    x = noise(s, rng)
    crack = highpass(x, 1200, 1) * decay(s, 0.18, 0.001)
    ball = swept(x, curve(s, (0, 420), (0.15, 190), (1, 60)), 1.3) * decay(s, 1.7, 0.004)
    sub = tone(curve(s, (0, 95), (0.2, 46), (1, 30)), s) * decay(s, 1.1, 0.004)
    debris = scatter(s, [modes(0.08, [(f, 1, 0.05)], rng) for f in rng.uniform(300, 1800, 10)], 18, rng) * curve(
        s, (0, 0), (0.25, 0.5), (1, 0)
    )
    blast = 0.6 * crack / np.std(crack[: count(0.2)]) + 2.4 * ball / np.std(ball) * 0.5 + 1.4 * sub
    return np.tanh(0.8 * blast) + 0.12 * debris


def gunshot(rng: Rng) -> Signal:
    """A stage pistol: sharp, with an echo off a wall."""
    s = 0.7
    x = noise(s, rng)
    shot = x * decay(s, 0.09, 0.0003) + lowpass(x, 420) * 2.2 * decay(s, 0.24, 0.001)
    echo = lowpass(shot, 1500, 1) * 0.22
    return sequence(0.9, [(0.0, shot), (0.13, echo), (0.21, 0.6 * echo)])
