"""Pieces of the open air: hills, mountains, ground, grass, flowers, rocks, dunes."""

from collections.abc import Sequence
from math import pi, sin

import skia

from generator.engines.paper.colours import lighter, mixed, rgb, skia_colour
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, Brush, Point, smooth

_HALF = PERIOD / 2
_SHORT = 0.07  # blades shorter than this lie too close for a shadow
PETALS = ("#f2708a", "#f7c948", "#fdf7ea", "#b98ae0", "#f08a4b")


def hills(
    b: Brush,
    colour: str,
    height: float,
    *,
    haze: float = 0.3,
    bumps: int = 5,
    base: float = GROUND,
    start: float = HORIZON - 0.08,
) -> None:
    """A soft ridge."""
    heights = [b.dice.uniform(0.35, 1.0) * height for _ in range(bumps)]
    points = [(-_HALF + i * PERIOD / bumps, start + heights[i % bumps]) for i in range(bumps + 1)]
    b.cut(smooth(points, base), colour, haze=haze, lift=0.03, rough=0.004)


def terraces(b: Brush, colours: Sequence[str], height: float, *, haze: float = 0.15) -> None:
    """Fields one behind the other, in several greens and golds."""
    for number, colour in enumerate(colours):
        left = 1 - number / len(colours)
        turn = b.dice.uniform(0, 2 * pi)
        points = [
            (-_HALF + i * PERIOD / 7, HORIZON - 0.14 + height * left + 0.05 * sin(2 * pi * (i % 7) / 7 * 2 + turn))
            for i in range(8)
        ]
        b.cut(smooth(points, GROUND), colour, haze=haze * left, lift=0.02, rough=0.004)


def peak(
    b: Brush, x: float, height: float, colour: str, *, haze: float = 0.25, snow: bool = True, broad: float = 0.9
) -> None:
    """A mountain with a lit and a shaded flank, and snow on top."""
    wide, foot, top = height * broad, HORIZON - 0.2, (x, HORIZON + height)

    def down(share: float, side: float) -> Point:
        return x + side * wide * share, HORIZON + height * (1 - share)

    left, right = down(0.48, -0.94), down(0.44, 1.0)
    b.shape([(x - wide, foot), left, top, right, (x + wide, foot)], colour, haze=haze, lift=0.035, rough=0.008)
    b.shape(
        [top, right, (x + wide, foot), (x + wide * 0.1, foot), (x - wide * 0.08, HORIZON + height * 0.5)],
        mixed(colour, "#2f2f5a", 0.2),
        haze=haze,
        lift=0,
        rough=0.004,
    )
    if snow:
        s = 0.32
        edge = [
            down(s, -0.94),
            top,
            down(s, 0.98),
            (x + wide * 0.14, HORIZON + height * (1 - s * 0.7)),
            (x + wide * 0.02, HORIZON + height * (1 - s * 1.25)),
            (x - wide * 0.1, HORIZON + height * (1 - s * 0.72)),
        ]
        b.shape(edge, "#fbfbf7", haze=haze * 0.5, lift=0.008, rough=0.003)


def mesa(b: Brush, x: float, height: float, wide: float, colour: str, *, haze: float = 0.3) -> None:
    """A table mountain with its strata."""
    foot = HORIZON - 0.2
    b.shape(
        [
            (x - wide * 0.62, foot),
            (x - wide * 0.46, HORIZON + height * 0.6),
            (x - wide * 0.42, HORIZON + height),
            (x + wide * 0.4, HORIZON + height),
            (x + wide * 0.45, HORIZON + height * 0.55),
            (x + wide * 0.62, foot),
        ],
        colour,
        haze=haze,
        lift=0.03,
        rough=0.01,
    )
    for share in (0.42, 0.68):
        y = HORIZON + height * share
        b.box(x, y, wide * 0.84, 0.03, lighter(colour, 0.2), haze=haze, lift=0, rough=0.004)


def ground(b: Brush, colour: str, *, horizon: float = HORIZON, wave: float = 0.03, bands: int = 3) -> None:
    """The ground in sheets that come nearer; by night the moon lies on it, and fireflies hang over what is green."""
    for number in range(bands):
        share = number / max(1, bands)
        y, turn = horizon - share * (horizon + 0.66), b.dice.uniform(0, 2 * pi)
        points = [(-_HALF + i * PERIOD / 7, y + wave * sin(2 * pi * (i % 7) / 7 * 2 + turn)) for i in range(8)]
        tone = mixed(colour, "#fff4d6" if number % 2 else "#2b3a2c", 0.07 * number)
        b.cut(smooth(points, GROUND), tone, lift=0.022, rough=0.005, haze=0.1 * (1 - share))
    if b.light.stars:
        _moonlit(b)
        red, green, _ = rgb(colour)
        if green > red and not b.snowy:
            _fireflies(b)


def _moonlit(b: Brush) -> None:
    """A pale pool in the middle of the ground."""
    b.canvas.save()
    b.canvas.translate(0, 0.02)
    b.canvas.scale(1.3 * b.half, 0.34)
    shades = [skia_colour("#8fa8ff", share) for share in (0.36, 0.16, 0.0)]
    shader = skia.GradientShader.MakeRadial(skia.Point(0, 0), 1.0, shades, [0.0, 0.5, 1.0])
    b.canvas.drawCircle(0, 0, 1, skia.Paint(AntiAlias=True, Shader=shader, BlendMode=skia.BlendMode.kScreen))
    b.canvas.restore()


def _fireflies(b: Brush) -> None:
    for x in b.spread(0.42, 0.45):
        y = b.dice.uniform(0.02, 0.62)
        b.glow(x, y, 0.05, "#d8ff8a", 0.6)
        b.disc(x, y, 0.01, "#f6ffcc", own=True, lift=0, rough=0, flat=True)
        b.glimmer("firefly", x, y, 0.13, "#d4ff7a")


def path(
    b: Brush, colour: str, *, far: float = 0.12, near: float = 0.75, bend: float = 0.1, horizon: float = HORIZON - 0.03
) -> None:
    """A path from the horizon towards us, widening as it comes; in snow a trodden one."""
    if b.snowy:
        colour = mixed(colour, "#dfe7ee", 0.75)
    way = skia.Path()
    way.moveTo(bend - far, -horizon)
    way.cubicTo(bend - far * 1.4, -horizon + 0.2, -near * 0.5, -0.1, -near, -GROUND)
    way.lineTo(near, -GROUND)
    way.cubicTo(near * 0.62, -0.1, bend + far * 2.2, -horizon + 0.2, bend + far, -horizon)
    way.close()
    b.cut(way, colour, lift=0.008, rough=0.006)


def grass(
    b: Brush,
    y: float,
    colour: str,
    *,
    step: float = 0.5,
    size: float = 0.12,
    flowers: bool = False,
    jitter: float = 0.05,
) -> None:
    """Tufts of grass, with flowers between them; snow hides most of them."""
    if b.snowy:
        colour, flowers, size = mixed(colour, "#d8c9a4", 0.6), False, 0.75 * size
        step *= 2.5
    for x in b.spread(step, 0.45):
        base = y + b.dice.uniform(-jitter, jitter)
        for lean in (-0.75, -0.34, 0.05, 0.4, 0.8):
            long = size * b.dice.uniform(0.75, 1.2) * (1 - 0.22 * abs(lean))
            blade = skia.Path()
            foot = x + lean * 0.16 * size
            blade.moveTo(foot - 0.08 * size, -base)
            blade.quadTo(foot, -base - long * 0.6, foot + lean * long * 0.8, -base - long)
            blade.quadTo(foot + 0.1 * size, -base - long * 0.5, foot + 0.08 * size, -base)
            blade.close()
            b.cut(blade, mixed(colour, "#dbe07a", 0.12 * (lean > 0)), lift=0.005 if size > _SHORT else 0.0, rough=0.0)
        if flowers and b.dice.random() < 0.7:
            flower(b, x + b.dice.uniform(-0.2, 0.2) * step, base + size * 0.9, 0.3 * size, b.dice.choice(PETALS))


def flower(b: Brush, x: float, y: float, size: float, colour: str) -> None:
    """Five petals on a stalk with a leaf; none in snow."""
    if b.snowy:
        return
    size = min(0.05, max(0.028, size))
    b.line([(x, y - size * 3.2), (x, y)], "#5c8a4a", 0.2 * size)
    b.disc(x + size * 0.6, y - size * 1.9, size * 0.55, "#6c9a52", high=size * 0.24, lift=0.002, rough=0)
    for petal in range(5):
        px, py = x + size * 0.78 * sin(petal * 1.2566), y + size * 0.78 * sin(petal * 1.2566 + pi / 2)
        b.disc(px, py, size * 0.58, colour, lift=0.003, rough=0, flat=True)
    b.disc(x, y, size * 0.42, "#ffe08a" if colour != "#f7c948" else "#b5702c", lift=0.003, rough=0, flat=True)


def sunflower(b: Brush, x: float, y: float, high: float, size: float) -> None:
    """A sunflower on its stalk."""
    b.line([(x, y), (x + 0.02, y + high)], "#5f8f45", 0.02)
    for side, share in ((-1, 0.35), (1, 0.55)):
        b.disc(x + side * 0.07, y + high * share, 0.075, "#6fa050", high=0.03, lift=0.006, rough=0)
    for petal in range(12):
        angle = petal * pi / 6
        b.disc(
            x + 0.02 + size * 0.8 * sin(angle),
            y + high + size * 0.8 * sin(angle + pi / 2),
            size * 0.3,
            "#f5be3a",
            lift=0.004,
            rough=0,
            flat=True,
        )
    b.disc(x + 0.02, y + high, size * 0.62, "#7a4a2a", lift=0.008)


def rock(b: Brush, x: float, y: float, size: float, colour: str = "#8f8b8c", *, haze: float = 0.0) -> None:
    """A boulder with a lit face."""
    d = b.dice
    points = [
        (x - size, y),
        (x - size * 0.84, y + size * d.uniform(0.35, 0.6)),
        (x - size * 0.3, y + size * d.uniform(0.75, 0.95)),
        (x + size * 0.4, y + size * d.uniform(0.65, 0.85)),
        (x + size * 0.9, y + size * d.uniform(0.2, 0.4)),
        (x + size, y),
    ]
    b.rooted(x, y, size, 0.5 * size)
    b.shape(points, colour, haze=haze, lift=0.016)
    lit = [
        (x - size * 0.3, y + size * 0.72),
        (x + size * 0.34, y + size * 0.62),
        (x + size * 0.05, y + size * 0.34),
        (x - size * 0.5, y + size * 0.4),
    ]
    b.shape(lit, lighter(colour, 0.2), haze=haze, lift=0, rough=0)


def cactus(b: Brush, x: float, y: float, size: float, colour: str = "#5f9a62") -> None:
    """A cactus with two arms and a flower."""
    b.rooted(x, y, 0.12 * size, size)
    for side, low, high in ((-1, 0.4, 0.34), (1, 0.55, 0.3)):
        b.box(x + side * 0.13 * size, y + low * size, 0.3 * size, 0.11 * size, colour, round_=0.05 * size, lift=0.008)
        b.box(x + side * 0.24 * size, y + low * size, 0.12 * size, high * size, colour, round_=0.06 * size, lift=0.008)
    b.box(x, y, 0.18 * size, size, colour, round_=0.09 * size, lift=0.016)
    for dx in (-0.035, 0.035):
        b.line(
            [(x + dx * size, y + 0.06 * size), (x + dx * size, y + 0.9 * size)],
            mixed(colour, "#e8f0b0", 0.35),
            0.008 * size,
        )
    b.disc(x, y + size, 0.055 * size, "#f0709a", lift=0.006)


def band(y: float, height: float, wave: float, bumps: int, phase: float = 0.0) -> skia.Path:
    """A strip with scalloped top, as waves of paper have; seamless over one period."""
    strip = skia.Path()
    step = PERIOD / bumps
    strip.moveTo(-_HALF - step, -(y - height))
    strip.lineTo(-_HALF - step, -y)
    for i in range(bumps + 2):
        x = -_HALF + (i - 1 + phase) * step
        strip.quadTo(x + step * 0.25, -(y - wave * 0.5), x + step * 0.5, -(y + wave * 0.1))
        strip.quadTo(x + step * 0.8, -(y + wave * 1.2), x + step, -y)
    strip.lineTo(_HALF + step * 2, -(y - height))
    strip.close()
    return strip
