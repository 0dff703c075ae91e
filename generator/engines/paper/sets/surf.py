"""The sea as surfers want it: a breaker taller than anybody, with claws of foam, behind those who ride it."""

from itertools import pairwise

import skia

from generator.engines.paper.colours import lighter, mixed
from generator.engines.paper.sets import sky as s
from generator.engines.paper.sets import trees as w
from generator.engines.paper.sets import water as a
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, Layer, Point, Scenery, stroke

_APART = 3.0  # adult heights from one breaker to the next: the camera goes along with those who surf
_SUN = -0.16  # x of the sun: within the curl
_FOAM = "#f9fcf8"
_LIP: tuple[Point, ...] = (  # of a breaker of size 1, from the tip of the curl along its top to its back
    (-0.54, 0.7), (-0.5, 0.8), (-0.42, 0.89), (-0.32, 0.97), (-0.2, 1.03), (-0.06, 1.075), (0.08, 1.09), (0.22, 1.08),
    (0.36, 1.03), (0.5, 0.95),
)  # fmt: skip


def _wave_colour(b: Brush) -> str:
    tone = "#2b7fb0"
    if b.light.wet:
        tone = mixed(tone, b.light.air, 0.42)
    return mixed(tone, b.light.sky[0], 0.4) if b.light.low else b.colour(tone)


def breaker(b: Brush, x: float, y: float, size: float, colour: str) -> None:
    """A wave that curls over to the left, its foot at `y`; `colour` is as it shall look."""

    def at(u: float, v: float) -> Point:
        return x + u * size, -(y + v * size)

    body = skia.Path()
    body.moveTo(*at(-1.5, -0.02))
    body.cubicTo(*at(-0.7, -0.02), *at(0.17, 0.08), *at(0.12, 0.6))
    body.cubicTo(*at(0.1, 0.84), *at(-0.22, 0.96), *at(-0.54, 0.7))
    body.cubicTo(*at(-0.42, 1.02), *at(-0.04, 1.14), *at(0.24, 1.08))
    body.cubicTo(*at(0.66, 0.98), *at(0.9, 0.4), *at(1.9, -0.02))
    body.lineTo(at(1.9, 0)[0], -GROUND)
    body.lineTo(at(-1.5, 0)[0], -GROUND)
    body.close()
    b.cut(body, colour, own=True, lift=0.05, rough=0, bare=True)
    b.canvas.save()
    b.canvas.clipPath(body, doAntiAlias=True)
    for number in range(7):
        shift = 0.09 * number
        rib = skia.Path()
        rib.moveTo(*at(-1.25 + 2.2 * shift, -0.02))
        rib.cubicTo(*at(-0.55 + 1.4 * shift, 0.0), *at(0.3 + shift, 0.12), *at(0.19 + 0.9 * shift, 0.62 - 0.3 * shift))
        rib.cubicTo(
            *at(0.16 + 0.8 * shift, 0.9 - 0.4 * shift), *at(-0.1 + shift, 1.02 - 0.2 * shift),
            *at(-0.42 + 0.7 * shift, 0.9 - 0.1 * shift),
        )  # fmt: skip
        tone = lighter(colour, 0.34 if number % 2 == 0 else 0.16)
        b.canvas.drawPath(rib, stroke(tone, (0.05 - 0.004 * number) * size))
    b.canvas.restore()
    _claws(b, x, y, size)


def _claws(b: Brush, x: float, y: float, size: float) -> None:
    """Foam along the lip: fingers that reach down from the curl, scallops in two rows, and spray."""
    foam = b.colour(_FOAM) if not b.light.low else mixed(_FOAM, b.light.sky[2], 0.18)
    for number, (u, v) in enumerate(_LIP[:7]):
        long = (0.26 - 0.02 * number) * size
        for turn in (-16, 14):
            w.leaf(b, x + u * size, y + (v - 0.02) * size, long, 84 + 6 * number + turn, foam, own=True, fat=0.2)
    dots = [
        (u + (u2 - u) * part / 3, v + (v2 - v) * part / 3, number + part / 3)
        for number, ((u, v), (u2, v2)) in enumerate(pairwise(_LIP))
        for part in range(3)
    ]
    for row, tone in ((0.035, mixed(foam, b.light.sky[1], 0.35)), (-0.012, foam)):
        for u, v, along in dots:
            r = (0.07 - 0.0055 * along) * b.dice.uniform(0.75, 1.15) * size
            b.disc(x + u * size, y + (v - row) * size, r, tone, own=True, lift=0.005, rough=0.002, bare=True, flat=True)
    for _ in range(40):
        u, v = b.dice.uniform(-0.85, 0.5), b.dice.uniform(0.62, 1.3)
        r = b.dice.choice((0.006, 0.008, 0.012, 0.02)) * size
        b.disc(x + u * size, y + v * size, r, foam, own=True, lift=0, rough=0, flat=True, bare=True)


def _sky(b: Brush) -> None:
    s.sky(b, orb_x=_SUN)
    s.clouds(b, 3, 1.3, 1.75)


def _far(b: Brush) -> None:
    a.sea(b, HORIZON + 0.3, "#2f86b0", wave=0.02, bumps=30, haze=0.38, foam=False)
    a.glitter(b, HORIZON + 0.27, HORIZON, at=_SUN)
    a.sea(b, HORIZON + 0.12, "#3795b8", wave=0.06, bumps=15, haze=0.2)


def _breakers(b: Brush) -> None:
    size, colour = min(1.62, (b.top - 0.22) / 1.1), _wave_colour(b)
    count = round(PERIOD / _APART)
    for number in range(count):
        x = 0.34 * b.half + (number - count // 2) * PERIOD / count
        breaker(b, x, 0.02, size * (1.0 if number == count // 2 else 0.86), colour)
    a.sea(b, 0.16, "#328fb6", wave=0.1, bumps=11, phase=0.4, haze=0.06)


def _front(b: Brush) -> None:
    a.sea(b, 0.02, "#2a7fae", wave=0.13, bumps=9, phase=0.15)


def _near(b: Brush) -> None:
    a.sea(b, -0.24, "#24739f", wave=0.15, bumps=8, phase=0.7)
    a.sea(b, b.low + 0.15, "#1f6490", wave=0.15, bumps=7, phase=0.3)


SURF = Scenery(
    (Layer(0.1, _sky), Layer(0.2, _far), Layer(0.3, _breakers)),
    (Layer(1.08, _front, sway=0.16), Layer(1.3, _near, sway=0.2)),
    floor="water",
)
