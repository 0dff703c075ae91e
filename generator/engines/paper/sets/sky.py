"""The sky of a set: bands of painted paper, sun, moon, stars, clouds on strings."""

from math import cos, pi, sin

import skia

from generator.engines.paper.colours import lighter, mixed, skia_colour
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, polygon, smooth, stroke

_HALF = PERIOD / 2
_CLEAR = 0.44  # adult heights around the sun or the moon that clouds leave free
_BANDS = 5  # sheets of paper between horizon and zenith


def sky(b: Brush, *, low: float = HORIZON - 0.1, orb_x: float = 0.36, orb: bool = True) -> None:
    """The backdrop: bands of paper from the horizon up, a sun or a moon, and stars at night."""
    top, middle, bottom = b.light.sky
    reach = b.top + 0.3 - low
    b.box(0, GROUND, PERIOD, TOP - GROUND, top, own=True, lift=0, rough=0)
    for number in range(_BANDS):
        u = (number + 1) / (_BANDS + 1)
        tone = mixed(top, middle, u * 2) if u < 0.5 else mixed(middle, bottom, u * 2 - 1)
        y, bumps, turn = low + reach * (1 - u) ** 1.15, 6, b.dice.uniform(0, 2 * pi)
        sway = 0.05 + 0.05 * (1 - u)
        points = [
            (-_HALF + i * PERIOD / bumps, y + sway * sin(2 * pi * (i % bumps) / bumps * 2 + turn))
            for i in range(bumps + 1)
        ]
        b.cut(smooth(points, GROUND), tone, own=True, lift=0.018, rough=0.003)
    if b.light.stars:
        for _ in range(120):
            x, y = b.dice.uniform(-_HALF, _HALF), low + 0.5 + reach * 0.75 * b.dice.random()
            star(b, x, y, b.dice.choice((0.007, 0.01, 0.013, 0.02)))
    if orb and b.light.orb_height >= 0:
        _orb(b, orb_x, low + b.light.orb_height * (b.top - low) * 0.94)


def _orb(b: Brush, x: float, y: float) -> None:
    b.orb = x, y
    if b.light.stars:
        b.glow(x, y, 0.8, "#cdd4ff", 0.42)
        b.disc(x, y, 0.16, b.light.orb, own=True, lift=0.02)
        for dx, dy, r in ((-0.055, 0.04, 0.033), (0.05, -0.05, 0.026), (0.055, 0.065, 0.018), (-0.03, -0.07, 0.016)):
            b.disc(x + dx, y + dy, r, "#ecdca4", own=True, lift=0, rough=0, flat=True)
        return
    size = 0.3 if b.light.lamps else 0.16
    if b.light.low:
        b.glow(x, y, 2.2, b.light.sky[2], 0.55)
    b.glow(x, y, size * 4.4, b.light.orb, 0.5)
    for ring, strength in ((1.9, 0.2), (1.45, 0.26)):
        b.canvas.drawCircle(
            x, -y, size * ring, skia.Paint(AntiAlias=True, Color=skia_colour(lighter(b.light.orb, 0.3), strength))
        )
    b.disc(x, y, size, b.light.orb, own=True, lift=0.02)


def star(b: Brush, x: float, y: float, size: float, colour: str = "#fff6d0") -> None:
    """A small paper star with four points; the larger ones twinkle."""
    if size >= 0.012:
        b.glimmer("star", x, y, 2.6 * size, "#fff6d0")
    path = skia.Path()
    for corner in range(8):
        reach = size * (1.5 if corner % 2 == 0 else 0.45)
        px, py = x + reach * sin(corner * pi / 4), -y - reach * cos(corner * pi / 4)
        path.lineTo(px, py) if corner else path.moveTo(px, py)
    path.close()
    b.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(colour, b.dice.uniform(0.5, 1))))


def cloud(b: Brush, x: float, y: float, size: float, colour: str | None = None, *, string: bool = False) -> None:
    """A cloud of two sheets; on a string it hangs from the flies."""
    tone = colour or mixed(mixed("#ffffff", b.light.sky[2], 0.2), b.light.sky[1], 0.45 if b.light.stars else 0.04)
    if b.light.wet and colour is None:
        tone = mixed(tone, b.light.air, 0.55)
    belly = mixed(tone, b.light.orb if b.light.low else b.light.sky[1], 0.3)
    if string:
        b.canvas.drawLine(x, -y - size * 0.3, x, -TOP, stroke(mixed(tone, b.light.shadow, 0.3), 0.004, 0.5))
    back = ((-0.3, 0.28, 0.26), (0.06, 0.4, 0.32), (0.4, 0.24, 0.22))
    front = ((-0.52, 0.08, 0.18), (-0.2, 0.18, 0.26), (0.18, 0.16, 0.28), (0.5, 0.06, 0.2))
    b.cut(_puffs(x + 0.06 * size, y, size, back), belly, own=True, lift=0.02, rough=0.004)
    b.cut(_puffs(x, y, size, front), tone, own=True, lift=0.02, rough=0.004)


def _puffs(x: float, y: float, size: float, puffs: tuple[tuple[float, float, float], ...]) -> skia.Path:
    path = skia.Path()
    path.addRoundRect(
        skia.Rect.MakeLTRB(x - 0.7 * size, -y - 0.16 * size, x + 0.72 * size, -y + 0.06 * size),
        0.11 * size,
        0.11 * size,
    )
    for dx, dy, r in puffs:
        part = skia.Path()
        part.addCircle(x + dx * size, -y - dy * size, r * size)
        path = skia.Op(path, part, skia.PathOp.kUnion_PathOp)
    return path


def clouds(b: Brush, count: int = 4, low: float = 1.2, high: float = 1.75) -> None:
    """A few clouds across the sky, some of them on strings; none before the sun or the moon."""
    for x in b.spread(PERIOD / (count * 1.6), 0.3):
        y = b.dice.uniform(low, high) * b.top / 1.85
        if b.orb is not None and abs(x - b.orb[0]) < _CLEAR and abs(y - b.orb[1]) < _CLEAR:
            x += _CLEAR * (1.6 if x > b.orb[0] else -1.6)
        cloud(b, x, y, b.dice.uniform(0.24, 0.4), string=b.dice.random() < 0.35)


def skyglow(b: Brush, colour: str, y: float, strength: float = 0.35) -> None:
    """A glow over the roofs, as of a city at night."""
    ends = [skia.Point(0, -y - 1.4), skia.Point(0, -y)]
    shader = skia.GradientShader.MakeLinear(points=ends, colors=[skia_colour(colour, 0), skia_colour(colour, strength)])
    paint = skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kScreen)
    b.canvas.drawRect(skia.Rect.MakeLTRB(-_HALF, -TOP, _HALF, -y), paint)


def shafts(b: Brush, x: float, *, step: float = 0.5) -> None:
    """Sunlight (or moonlight) that slants down between trees, from the right, in a fan around `x`."""
    tone, strength = ("#b9c8ff", 0.16) if b.light.stars else ("#fff4c8", 0.3 if b.light.low else 0.22)
    ends = [skia.Point(0, -b.top), skia.Point(0, 0)]
    shader = skia.GradientShader.MakeLinear(points=ends, colors=[skia_colour(tone, strength), skia_colour(tone, 0.0)])
    blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.025)
    paint = skia.Paint(AntiAlias=True, Shader=shader, MaskFilter=blur, BlendMode=skia.BlendMode.kScreen)
    for number in range(-4, 5):
        top, wide = x + step * number + b.dice.uniform(-0.1, 0.1), b.dice.uniform(0.08, 0.22)
        foot = top - 0.75
        corners = [(top, b.top + 0.2), (top + wide, b.top + 0.2), (foot + 2 * wide, -0.1), (foot, -0.1)]
        b.canvas.drawPath(polygon(corners), paint)


def balloon(b: Brush, x: float, y: float, size: float) -> None:
    """A hot-air balloon, far away."""
    for number, share in enumerate((1.0, 0.66, 0.26)):
        b.disc(
            x,
            y,
            0.3 * size * share,
            ("#e2604a", "#f7e3b8", "#e2604a")[number],
            high=0.36 * size,
            lift=0.014 if not number else 0,
            rough=0.002,
        )
    for dx in (-0.1, 0.1):
        b.line([(x + dx * 1.6 * size, y - 0.3 * size), (x + dx * size, y - 0.52 * size)], "#7a5a42", 0.008 * size)
    b.box(x, y - 0.66 * size, 0.22 * size, 0.15 * size, "#a9743f", lift=0.006, rough=0)


def birds(b: Brush, count: int, low: float, high: float) -> None:
    """Birds far off, a stroke each."""
    for _ in range(count):
        x, y, s = b.dice.uniform(-_HALF, _HALF), b.dice.uniform(low, high), b.dice.uniform(0.03, 0.055)
        path = skia.Path()
        path.moveTo(x - s, -y - s * 0.35)
        path.quadTo(x - s * 0.4, -y - s * 0.7, x, -y)
        path.quadTo(x + s * 0.4, -y - s * 0.7, x + s, -y - s * 0.35)
        b.canvas.drawPath(path, stroke(b.colour("#4a4a5e", 0.2), 0.009))


__all__ = ["balloon", "birds", "cloud", "clouds", "shafts", "sky", "skyglow", "star"]
