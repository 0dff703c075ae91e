"""Pieces of water: waves in sheets, surf, the sea bed, weed, bubbles, ripples."""

from math import sin

import skia

from generator.engines.paper.colours import lighter, mixed, skia_colour
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, smooth
from generator.engines.paper.sets.nature import band

_HALF = PERIOD / 2


def sea(
    b: Brush,
    y: float,
    colour: str,
    *,
    wave: float = 0.06,
    bumps: int = 14,
    haze: float = 0.0,
    foam: bool = True,
    phase: float = 0.0,
) -> None:
    """One sheet of waves whose tops are at `y`, white along the edge."""
    if foam:
        b.cut(
            band(y + 0.025, y - GROUND, wave, bumps, phase), "#f6fbf8", haze=haze * 0.6, lift=0.02, rough=0.0, flat=True
        )
    b.cut(band(y, y - GROUND, wave, bumps, phase), colour, haze=haze, lift=0.0 if foam else 0.03, rough=0.0)


def glitter(b: Brush, y: float, low: float) -> None:
    """Short strokes of light on water."""
    for _ in range(46):
        x, h = b.dice.uniform(-_HALF, _HALF), b.dice.uniform(low, y)
        wide = b.dice.uniform(0.04, 0.16)
        b.disc(x, h, wide, mixed("#ffffff", b.light.sky[2], 0.4), own=True, lift=0, rough=0, flat=True, high=0.006)


def deep(b: Brush) -> None:
    """Water from within: blue sheets, darker below, with rays from above."""
    night = b.light.stars
    tones = ("#0b2a55", "#0e3f70", "#17639a") if night else ("#4cc3d9", "#2b93c2", "#1a5f9c")
    shader = skia.GradientShader.MakeLinear(
        points=[skia.Point(0, -2.4), skia.Point(0, 0.4)],
        colors=[skia_colour(part) for part in (tones if not night else tones[::-1])],
    )
    b.canvas.drawRect(skia.Rect.MakeLTRB(-_HALF, -TOP, _HALF, -GROUND), skia.Paint(Shader=shader))
    for x in b.spread(0.9, 0.4):
        path = skia.Path()
        path.moveTo(x, -TOP)
        path.lineTo(x + 0.3, -TOP)
        path.lineTo(x - 0.5, -0.1)
        path.lineTo(x - 1.2, -0.1)
        path.close()
        ray = skia.GradientShader.MakeLinear(
            points=[skia.Point(0, -2.6), skia.Point(0, -0.2)],
            colors=[skia_colour("#e8fff4", 0.2), skia_colour("#e8fff4", 0)],
        )
        b.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=ray))


def seabed(b: Brush, y: float, colour: str, *, height: float = 0.16, haze: float = 0.0, bumps: int = 7) -> None:
    """Dunes under water."""
    points = [
        (-_HALF + i * PERIOD / bumps, y + (height * sin(i * 2.1) * 0.5 if i % bumps else 0)) for i in range(bumps + 1)
    ]
    b.cut(smooth(points, GROUND), colour, haze=haze, lift=0.03)


def weed(b: Brush, x: float, y: float, size: float, colour: str) -> None:
    """A ribbon of seaweed."""
    path = skia.Path()
    path.moveTo(x - 0.03, -y)
    steps = 5
    for i in range(steps):
        side = 0.07 if i % 2 else -0.07
        path.quadTo(x + side - 0.02, -(y + size * (i + 0.5) / steps), x, -(y + size * (i + 1) / steps))
    for i in range(steps, 0, -1):
        side = 0.07 if (i - 1) % 2 else -0.07
        path.quadTo(x + side + 0.06, -(y + size * (i - 0.5) / steps), x + 0.03, -(y + size * (i - 1) / steps))
    path.close()
    b.cut(path, colour, lift=0.015, rough=0)


def coral(b: Brush, x: float, y: float, size: float, colour: str) -> None:
    """A fan of coral."""
    for dx, high in ((-0.32, 0.62), (-0.14, 0.9), (0.05, 1.0), (0.22, 0.8), (0.38, 0.55)):
        b.shape(
            [
                (x - 0.03, y),
                (x + dx * size - 0.035, y + high * size),
                (x + dx * size + 0.05, y + high * size),
                (x + 0.04, y),
            ],
            colour,
            lift=0.01,
        )
        b.disc(x + dx * size, y + high * size, 0.055 * size + 0.012, lighter(colour, 0.2), lift=0.01, rough=0)


def bubbles(b: Brush, count: int) -> None:
    """Rings of air."""
    for _ in range(count):
        x, y, r = b.dice.uniform(-_HALF, _HALF), b.dice.uniform(0.1, 2.2), b.dice.uniform(0.012, 0.04)
        b.canvas.drawCircle(x, -y, r, skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff", 0.3)))
        b.canvas.drawCircle(
            x - r * 0.3, -y - r * 0.3, r * 0.3, skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff", 0.8))
        )


__all__ = ["HORIZON", "bubbles", "coral", "deep", "glitter", "sea", "seabed", "weed"]
