"""Pieces of water: waves in sheets, light on them, the sea bed, weed, coral, fish, bubbles."""

from math import pi, sin

import skia

from generator.engines.paper.colours import darker, lighter, mixed, skia_colour
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
    """One sheet of waves whose tops are at `y`: a white edge, then a pale one, then the water.

    The further off, the more of the sky is in it when the sun is low.
    """
    own = b.light.low
    if b.light.wet:
        colour = mixed(colour, b.light.air, 0.42)
    if own:
        colour = mixed(mixed(colour, b.light.sky[0], 0.45), b.light.sky[1], min(0.75, 0.08 + 1.7 * haze))
    if foam:
        b.cut(
            band(y + 0.03, y - GROUND, wave, bumps, phase),
            "#f6fbf8",
            haze=haze * 0.6,
            lift=0.022,
            rough=0.0,
            flat=True,
            bare=True,
        )
        b.cut(
            band(y + 0.008, y - GROUND, wave, bumps, phase),
            lighter(colour, 0.3),
            haze=haze,
            own=own,
            lift=0.006,
            rough=0.0,
            flat=True,
            bare=True,
        )
        y -= 0.022
    b.cut(
        band(y, y - GROUND, wave, bumps, phase),
        colour,
        haze=haze,
        lift=0.0 if foam else 0.024,
        rough=0.0,
        bare=True,
        own=own,
    )


def glitter(b: Brush, y: float, low: float, at: float | None = None) -> None:
    """Strokes of light on water; under a sun or moon at `at` they gather into a path."""
    tone = mixed("#ffffff", b.light.sky[2], 0.4)
    for _ in range(50):
        x, h = b.dice.uniform(-_HALF, _HALF), b.dice.uniform(low, y)
        b.glimmer("glint", x, h, 0.07, "#ffffff")
        b.disc(
            x,
            h,
            b.dice.uniform(0.03, 0.12),
            tone,
            own=True,
            lift=0,
            rough=0,
            flat=True,
            high=0.005,
        )
    if at is None or b.light.orb_height < 0:
        return
    rows = 9
    broad = 2.2 if b.light.low else 1.0
    b.glow(at, (y + low) / 2, 0.3 * broad, b.light.orb, 0.45)
    for row in range(rows * 2):
        h = y - (y - low) * (row + 0.5) / rows / 2
        wide = (0.08 + 0.06 * row / rows) * b.dice.uniform(0.4, 1.0) * broad**0.5
        x = at + b.dice.uniform(-0.06, 0.06) * broad
        b.glimmer("glint", x, h, wide, mixed(b.light.orb, "#ffffff", 0.6))
        b.disc(x, h, wide, mixed(b.light.orb, "#ffffff", 0.35), own=True, lift=0, rough=0, flat=True, high=0.008)


def deep(b: Brush) -> None:
    """Water from within: sheets of blue, darker below, with rays from above."""
    night = b.light.stars
    tones = (
        ("#1d5f96", "#174f86", "#123f74", "#0e3062", "#0b2450")
        if night
        else ("#7ad8de", "#53bfd4", "#38a2c8", "#2785b6", "#1d6aa2")
    )
    b.box(0, GROUND, PERIOD, TOP - GROUND, tones[0], own=True, lift=0, rough=0)
    for number, tone in enumerate(tones[1:]):
        y = b.top - 0.24 - 0.36 * number
        b.cut(band(y, y - GROUND, 0.07, 11, 0.3 * number), tone, own=True, lift=0.026, rough=0)
    for x in b.spread(0.75, 0.4):
        corners = ((x, -TOP), (x + 0.24, -TOP), (x - 0.5, -0.1), (x - 1.1, -0.1))
        path = skia.Path()
        for place, corner in enumerate(corners):
            path.lineTo(*corner) if place else path.moveTo(*corner)
        path.close()
        ends = [skia.Point(0, -b.top - 0.4), skia.Point(0, -0.2)]
        colours = [skia_colour("#f0fff4", 0.08 if night else 0.2), skia_colour("#f0fff4", 0)]
        b.canvas.drawPath(
            path, skia.Paint(AntiAlias=True, Shader=skia.GradientShader.MakeLinear(points=ends, colors=colours))
        )


def seabed(b: Brush, y: float, colour: str, *, height: float = 0.16, haze: float = 0.0, bumps: int = 7) -> None:
    """Dunes under water."""
    turn = b.dice.uniform(0, 2 * pi)
    points = [
        (-_HALF + i * PERIOD / bumps, y + height * 0.5 * sin(2 * pi * (i % bumps) / bumps * 3 + turn))
        for i in range(bumps + 1)
    ]
    b.cut(smooth(points, GROUND), colour, haze=haze, lift=0.03, rough=0.005)


def weed(b: Brush, x: float, y: float, size: float, colour: str) -> None:
    """A ribbon of seaweed with leaves to both sides."""
    path, steps = skia.Path(), 6
    path.moveTo(x - 0.03, -y)
    for i in range(steps):
        side = 0.06 if i % 2 else -0.06
        path.quadTo(x + side - 0.02, -(y + size * (i + 0.5) / steps), x, -(y + size * (i + 1) / steps))
    for i in range(steps, 0, -1):
        side = 0.06 if (i - 1) % 2 else -0.06
        path.quadTo(x + side + 0.05, -(y + size * (i - 0.5) / steps), x + 0.03, -(y + size * (i - 1) / steps))
    path.close()
    b.cut(path, colour, lift=0.014, rough=0)
    for i in range(1, steps):
        side = 1 if i % 2 else -1
        b.disc(x + side * 0.05, y + size * i / steps, 0.05, lighter(colour, 0.15), high=0.022, lift=0.006, rough=0)


def coral(b: Brush, x: float, y: float, size: float, colour: str) -> None:
    """A fan of coral."""
    for dx, high in ((-0.36, 0.6), (0.4, 0.55), (-0.16, 0.88), (0.22, 0.8), (0.04, 1.0)):
        arm = skia.Path()
        arm.moveTo(x - 0.04 * size, -y)
        arm.quadTo(x + dx * 0.2 * size, -y - high * 0.5 * size, x + (dx - 0.08) * size, -y - high * size)
        arm.lineTo(x + (dx + 0.08) * size, -y - high * size)
        arm.quadTo(x + (dx * 0.2 + 0.16) * size, -y - high * 0.5 * size, x + 0.06 * size, -y)
        arm.close()
        b.cut(arm, colour, lift=0.01, rough=0)
        b.disc(x + dx * size, y + high * size, 0.1 * size, lighter(colour, 0.2), lift=0.008, rough=0)


def fish(b: Brush, x: float, y: float, size: float, colour: str, *, left: bool = False) -> None:
    """A small fish far off."""
    way = -1 if left else 1
    b.shape(
        [(x - way * 0.7 * size, y), (x - way * 1.25 * size, y + 0.42 * size), (x - way * 1.25 * size, y - 0.42 * size)],
        darker(colour, 0.12),
        lift=0.006,
        rough=0,
    )
    b.disc(x, y, size, colour, high=0.56 * size, lift=0.01, rough=0)
    b.box(x + way * 0.1 * size, y - 0.4 * size, 0.18 * size, 0.8 * size, "#fdf6e8", lift=0, rough=0, flat=True)
    b.disc(x + way * 0.56 * size, y + 0.12 * size, 0.12 * size, "#2c2026", own=True, lift=0, rough=0, flat=True)


def bubbles(b: Brush, count: int) -> None:
    """Rings of air."""
    for _ in range(count):
        x, y, r = b.dice.uniform(-_HALF, _HALF), b.dice.uniform(0.1, 2.2), b.dice.uniform(0.012, 0.036)
        b.canvas.drawCircle(x, -y, r, skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff", 0.26)))
        b.canvas.drawCircle(
            x - r * 0.3, -y - r * 0.3, r * 0.3, skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff", 0.8))
        )


__all__ = ["HORIZON", "bubbles", "coral", "deep", "fish", "glitter", "sea", "seabed", "weed"]
