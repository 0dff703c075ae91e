"""Sounds that people make without words, alone and in crowds."""

import numpy as np

from generator.sound.samples import SAMPLE_RATE, count
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
    highpass,
    lowpass,
    noise,
    scatter,
    sequence,
    speechlike,
    swept,
    timeline,
    tone,
    wander,
)


def _ha(pitch: float, rng: Rng, seconds: float = 0.17) -> Signal:
    """One "ha": a breath, then a short open vowel."""
    glide = curve(seconds, (0, pitch * 1.12), (1, pitch * 0.88))
    x = speechlike(seconds, glide, [(0, A), (1, (720.0, 1250.0, 2500.0))], rng, breath=0.3, tilt=0.8)
    return x * curve(seconds, (0, 0), (0.2, 1), (0.55, 0.6), (1, 0))


def laugh(rng: Rng) -> Signal:
    """ "ha-ha-ha-ha", running down."""
    pitch = rng.uniform(230, 330)
    shares = (1.0, 1.08, 1.02, 0.94, 0.87, 0.8)
    return sequence(1.25, [(i * 0.185, _ha(pitch * p, rng) * (1 - 0.1 * i)) for i, p in enumerate(shares)])


def crowd_laugh(seconds: float, rng: Rng) -> Signal:
    """A room that laughs."""
    voices = []
    for _ in range(9):
        pitch, pace = rng.choice([rng.uniform(125, 190), rng.uniform(220, 340)]), rng.uniform(0.16, 0.22)
        bout = int(rng.integers(4, 8))
        voices.append(
            sequence(pace * bout + 0.2, [(i * pace, _ha(pitch * (1.05 - 0.04 * i), rng)) for i in range(bout)])
        )
    x = scatter(seconds, voices, 7.0, rng, quiet=8)
    return lowpass(x, 5000, 1) * curve(seconds, (0, 0.4), (0.15, 1), (0.7, 0.8), (1, 0.1)) + 0.15 * crowd(seconds, rng)


def _clap(rng: Rng) -> Signal:
    f = rng.uniform(900, 2100)
    return band(noise(0.05, rng), f * 0.6, f * 1.9, 1) * decay(0.05, rng.uniform(0.03, 0.06), 0.0006)


def applause(seconds: float, rng: Rng) -> Signal:
    """Many hands: each keeps its own beat of about four claps a second."""
    claps = [_clap(rng) for _ in range(40)]
    out = np.zeros(count(seconds) + SAMPLE_RATE // 10)
    for _ in range(34):
        level = rng.uniform(0.2, 1.0)
        at, pace = rng.uniform(0, 0.5), rng.uniform(0.2, 0.29)
        while at < seconds:
            clap = claps[int(rng.integers(len(claps)))]
            begin = count(at)
            out[begin : begin + len(clap)] += clap * level
            at += pace * rng.uniform(0.9, 1.1)
    return out[: count(seconds)] * curve(seconds, (0, 0.6), (0.12, 1), (0.7, 0.9), (1, 0.25))


def cheer(seconds: float, rng: Rng) -> Signal:
    """ "waaa": many open voices rising, with hands under them."""
    out = np.zeros(count(seconds))
    for _ in range(10):
        f = rng.choice([rng.uniform(190, 280), rng.uniform(330, 480)])
        pitch = (
            f
            * curve(seconds, (0, 0.8), (0.2, 1.12), (0.7, 1.05), (1, 0.85))
            * (1 + 0.02 * tone(rng.uniform(4, 7), seconds))
        )
        x = _saw_voice(pitch, A if rng.random() < 0.6 else O)
        out += x * curve(seconds, (0, 0), (rng.uniform(0.05, 0.3), 1), (0.75, 0.8), (1, 0))
    hands = applause(seconds, rng)
    return out / np.std(out) + 0.5 * hands / np.std(hands) + 0.25 * band(noise(seconds, rng), 700, 2500, 1)


def _saw_voice(pitch: Signal, vowel: tuple[float, float, float]) -> Signal:
    """A cheap voice for crowds: a softened saw through three fixed resonances."""
    return _mouth(_saw(pitch), vowel)


def _saw(pitch: Signal) -> Signal:
    return np.asarray(np.cumsum(pitch) / SAMPLE_RATE % 1.0 * 2 - 1)


def _mouth(x: Signal, vowel: tuple[float, float, float]) -> Signal:
    source = lowpass(x, 4500)
    return sum(
        (level * band(source, f * 0.88, f * 1.12, 1) for f, level in zip(vowel, (1.0, 0.6, 0.3), strict=True)),
        start=np.zeros(len(x)),
    )


def crowd(seconds: float, rng: Rng) -> Signal:
    """Murmur: a dozen people talking at once, no word to be made out."""
    t = timeline(seconds)
    mouths = (A, I, U, E, O)
    through = [np.zeros(len(t)) for _ in mouths]  # what all of them send through each vowel, so that it is shaped once
    for _ in range(12):
        f = rng.choice([rng.uniform(95, 150), rng.uniform(170, 250)])
        pitch = f * (1 + 0.12 * (wander(seconds, rng, 0.3, -1, 1)))
        syllables = np.clip(np.sin(2 * np.pi * (rng.uniform(3.6, 5.2) * t + rng.uniform(0, 1))) + 0.5, 0, 1)
        talking = np.clip(wander(seconds, rng, 0.9, -0.6, 1.3), 0, 1)
        mix = 0.5 + 0.5 * np.sin(2 * np.pi * (rng.uniform(1.5, 3) * t + rng.uniform(0, 1)))
        throat = _saw(pitch) * syllables * talking * rng.uniform(0.3, 1.0)
        one, two = rng.permutation(5)[:2]
        through[int(one)] += throat * mix
        through[int(two)] += throat * (1 - mix)
    out = sum((_mouth(x, vowel) for x, vowel in zip(through, mouths, strict=True)), start=np.zeros(len(t)))
    room = band(noise(seconds, rng), 200, 1800, 1)
    return np.asarray(lowpass(out, 3200, 1) + 0.05 * np.std(out) * room / np.std(room))


def gasp(rng: Rng) -> Signal:
    """Breath drawn in sharply."""
    s = 0.5
    air = swept(noise(s, rng), curve(s, (0, 900), (0.7, 2300), (1, 2600)), 0.7) * curve(
        s, (0, 0), (0.3, 0.5), (0.75, 1), (1, 0)
    )
    voice = speechlike(s, curve(s, (0, 300), (1, 480)), [(0, A), (1, E)], rng, breath=1.0, tilt=1.0)
    return air / np.std(air) + 0.25 * voice / np.std(voice) * curve(s, (0, 0), (0.6, 1), (0.9, 0.6), (1, 0))


def sob(rng: Rng) -> Signal:
    """Three catching sobs."""

    def one(pitch: float) -> Signal:
        s = 0.36
        glide = curve(s, (0, pitch), (0.2, pitch * 1.2), (1, pitch * 0.75)) * (1 + 0.03 * tone(8.0, s))
        return speechlike(s, glide, [(0, U), (0.3, E), (1, U)], rng, breath=0.35) * curve(
            s, (0, 0), (0.12, 1), (0.5, 0.6), (1, 0)
        )

    def sniff() -> Signal:
        return 0.02 * band(noise(0.16, rng), 1800, 5500) * np.sin(np.linspace(0, np.pi, count(0.16)))

    return sequence(1.6, [(0.0, one(340)), (0.36, sniff()), (0.55, one(315)), (0.9, sniff()), (1.08, one(290))])


def snore(rng: Rng) -> Signal:
    """In with a rattle, out with a soft whistle."""
    inward = 1.0
    flutter = np.maximum(0.0, tone(curve(inward, (0, 26), (0.6, 34), (1, 28)), inward)) ** 2
    rattle = band(noise(inward, rng), 90, 900, 1) * flutter * np.sin(np.linspace(0, np.pi, count(inward))) ** 0.8
    outward = 0.9
    breath = band(noise(outward, rng), 500, 1600, 1) * np.sin(np.linspace(0, np.pi, count(outward))) ** 1.5
    piping = tone(curve(outward, (0, 620), (1, 480)), outward) * np.sin(np.linspace(0, np.pi, count(outward))) ** 3
    return sequence(2.2, [(0.0, rattle / np.std(rattle)), (1.2, 0.25 * breath / np.std(breath) + 0.12 * piping)])


def yawn(rng: Rng) -> Signal:
    """A long open glide that sinks."""
    s = 1.5
    pitch = curve(s, (0, 240), (0.3, 330), (0.55, 300), (1, 150))
    x = speechlike(s, pitch, [(0, O), (0.35, A), (0.7, O), (1, U)], rng, breath=0.45, tilt=1.2)
    return x * curve(s, (0, 0), (0.25, 1), (0.6, 0.7), (1, 0))


def sneeze(rng: Rng) -> Signal:
    """ "ha ... kshun!"""
    draw = speechlike(0.4, curve(0.4, (0, 260), (1, 420)), [(0, A), (1, E)], rng, breath=0.8) * curve(
        0.4, (0, 0), (0.8, 0.5), (1, 0)
    )
    burst = highpass(noise(0.3, rng), 1800, 1) * decay(0.3, 0.22, 0.006)
    tail = speechlike(0.28, curve(0.28, (0, 480), (1, 230)), [(0, U), (1, U)], rng, breath=0.3) * decay(0.28, 0.3, 0.01)
    return sequence(
        1.0, [(0.0, 0.6 * draw / np.std(draw)), (0.47, 1.6 * burst / np.std(burst)), (0.52, tail / np.std(tail))]
    )


def crunch(rng: Rng) -> Signal:
    """Three bites into something crisp."""

    def bite() -> Signal:
        s = 0.2
        cracks = [band(noise(0.012, rng), 800, 6500, 1) * decay(0.012, 0.014, 0.0003) for _ in range(8)]
        return scatter(s, cracks, 160, rng, quiet=16) * curve(s, (0, 1), (0.4, 0.6), (1, 0)) + 0.15 * lowpass(
            noise(s, rng), 500
        ) * decay(s, 0.1)

    return sequence(0.95, [(0.0, bite()), (0.32, bite()), (0.62, 0.8 * bite())])


def gulp(rng: Rng) -> Signal:
    """Two swallows."""

    def one(f: float) -> Signal:
        s = 0.2
        x = (
            tone(curve(s, (0, f * 1.6), (0.35, f * 0.8), (1, f * 1.9)), s)
            * np.sin(np.linspace(0, np.pi, count(s))) ** 1.2
        )
        return x + 0.1 * lowpass(noise(s, rng), 900) * decay(s, 0.1)

    return sequence(0.75, [(0.0, one(210)), (0.38, one(190))])


def kiss(rng: Rng) -> Signal:
    """Lips drawn together, then a smack."""
    squeak = tone(curve(0.2, (0, 1100), (1, 2100)), 0.2) * curve(0.2, (0, 0), (0.8, 0.1), (1, 0.05))
    smack = band(noise(0.06, rng), 1400, 6000, 1) * decay(0.06, 0.05, 0.0006)
    return sequence(
        0.34,
        [
            (0.0, squeak),
            (0.19, 1.2 * smack),
            (0.19, 0.8 * tone(curve(0.06, (0, 900), (1, 2300)), 0.06) * decay(0.06, 0.06)),
        ],
    )


def heartbeat(seconds: float, rng: Rng) -> Signal:
    """ "lub-dub", about seventy-five times a minute."""
    pace = rng.uniform(0.76, 0.84)

    def beat(f: float) -> Signal:
        return tone(curve(0.16, (0, f * 1.5), (0.3, f), (1, f * 0.8)), 0.16) * decay(0.16, 0.15, 0.006)

    pair = [(0.0, beat(68)), (0.01, 0.25 * beat(140)), (0.26, 0.75 * beat(80)), (0.27, 0.2 * beat(165))]
    return sequence(max(seconds, 0.5), [(i * pace + at, x) for i in range(int(seconds / pace) + 1) for at, x in pair])
