"""Pieces of the open air: sky, clouds, hills, ground, trees, grass, flowers, rocks, snow."""

from math import cos, pi, sin

import skia

from generator.engines.paper.colours import darker, lighter, mixed, skia_colour
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, polygon, smooth, stroke

_HALF = PERIOD / 2


def sky(b: Brush, *, low: float = HORIZON - 0.1, orb_x: float = 0.36, orb: bool = True) -> None:
    """The backdrop: bands of paper, a sun or a moon, and stars at night."""
    top, middle, bottom = b.light.sky
    shader = skia.GradientShader.MakeLinear(
        points=[skia.Point(0, -2.3), skia.Point(0, -low)],
        colors=[skia_colour(top), skia_colour(middle), skia_colour(bottom)],
        positions=[0.0, 0.55, 1.0],
    )
    b.canvas.drawRect(skia.Rect.MakeLTRB(-_HALF, -TOP, _HALF, -GROUND), skia.Paint(Shader=shader))
    if b.light.stars:
        for _ in range(150):
            x, y = b.dice.uniform(-_HALF, _HALF), low + 0.35 + (TOP - low) * b.dice.random() ** 1.3 * 0.8
            star(b, x, y, b.dice.choice((0.008, 0.011, 0.015, 0.024)))
    if orb and b.light.orb_height >= 0:
        _orb(b, orb_x, low + b.light.orb_height * 1.6)


def _orb(b: Brush, x: float, y: float) -> None:
    if b.light.stars:
        b.glow(x, y, 0.75, "#cdd4ff", 0.4)
        moon = skia.Path()
        moon.addCircle(x, -y, 0.17)
        b.cut(moon, b.light.orb, own=True, lift=0.02)
        for dx, dy, r in ((-0.06, 0.04, 0.035), (0.05, -0.05, 0.026), (0.06, 0.07, 0.018)):
            b.disc(x + dx, y + dy, r, "#e9d9a0", own=True, lift=0, rough=0, flat=True)
        return
    size = 0.3 if b.light.lamps else 0.17
    b.glow(x, y, size * 4.2, b.light.orb, 0.55)
    for ring in (1.9, 1.42):
        disc = skia.Path()
        disc.addCircle(x, -y, size * ring)
        b.canvas.drawPath(disc, skia.Paint(AntiAlias=True, Color=skia_colour(lighter(b.light.orb, 0.3), 0.22)))
    b.disc(x, y, size, b.light.orb, own=True, lift=0.02)


def star(b: Brush, x: float, y: float, size: float, colour: str = "#fff6d0") -> None:
    """A small paper star with four points."""
    path = skia.Path()
    for corner in range(8):
        reach = size * (1.5 if corner % 2 == 0 else 0.45)
        px, py = x + reach * sin(corner * pi / 4), -y - reach * cos(corner * pi / 4)
        path.lineTo(px, py) if corner else path.moveTo(px, py)
    path.close()
    b.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(colour, b.dice.uniform(0.5, 1))))


def cloud(b: Brush, x: float, y: float, size: float, colour: str | None = None, string: bool = False) -> None:
    """A cloud; on a string it hangs from the flies."""
    tone = colour or mixed("#ffffff", b.light.sky[2], 0.22)
    if string:
        b.canvas.drawLine(x, -y - size * 0.2, x, -TOP, stroke(mixed(tone, b.light.shadow, 0.3), 0.005, 0.6))
    path = skia.Path()
    base = -y
    for dx, dy, r in ((-0.52, 0.1, 0.2), (-0.22, 0.26, 0.3), (0.16, 0.3, 0.34), (0.5, 0.14, 0.24)):
        path.addCircle(x + dx * size, base - dy * size, r * size)
    path.addRoundRect(
        skia.Rect.MakeLTRB(x - 0.72 * size, base - 0.2 * size, x + 0.74 * size, base + 0.06 * size),
        0.12 * size,
        0.12 * size,
    )
    joined = skia.Op(path, path, skia.PathOp.kUnion_PathOp) if hasattr(skia, "Op") else path
    b.cut(joined, tone, own=True, lift=0.026, rough=0.004)


def clouds(b: Brush, count: int = 4, low: float = 1.15, high: float = 2.1) -> None:
    """A few clouds across the sky."""
    for x in b.spread(PERIOD / count, 0.3):
        cloud(b, x, b.dice.uniform(low, high), b.dice.uniform(0.34, 0.6), string=b.dice.random() < 0.4)


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
    b.cut(smooth(points, base), colour, haze=haze, lift=0.035, rough=0.004)


def peaks(b: Brush, colour: str, height: float, *, haze: float = 0.25, count: int = 5, snow: bool = True) -> None:
    """Mountains, with snow on top."""
    for x in b.spread(PERIOD / count, 0.25):
        tall = b.dice.uniform(0.65, 1.0) * height
        wide = tall * b.dice.uniform(0.75, 1.0)
        top = (x, HORIZON + tall)
        b.shape(
            [
                (x - wide, HORIZON - 0.2),
                (x - wide * 0.42, HORIZON + tall * 0.5),
                top,
                (x + wide * 0.5, HORIZON + tall * 0.44),
                (x + wide, HORIZON - 0.2),
            ],
            colour,
            haze=haze,
            lift=0.04,
        )
        if snow:
            s = 0.34
            b.shape(
                [
                    (x - wide * 0.4 * s * 1.2, HORIZON + tall * (1 - s)),
                    top,
                    (x + wide * 0.5 * s * 1.1, HORIZON + tall * (1 - s * 1.02)),
                    (x + wide * 0.1, HORIZON + tall * (1 - s * 0.72)),
                    (x, HORIZON + tall * (1 - s * 1.15)),
                    (x - wide * 0.08, HORIZON + tall * (1 - s * 0.7)),
                ],
                "#fbfbf7",
                haze=haze * 0.5,
                lift=0.012,
            )


def ground(b: Brush, colour: str, *, horizon: float = HORIZON, wave: float = 0.03, bands: int = 3) -> None:
    """The ground in sheets that come nearer."""
    for band in range(bands):
        share = band / max(1, bands)
        y = horizon - share * (horizon + 0.62)
        points = [
            (-_HALF + i * PERIOD / 6, y + (wave * sin(2 * pi * (i / 6 * 2 + share * 1.7)) if i % 6 else 0))
            for i in range(7)
        ]
        b.cut(
            smooth(points, GROUND),
            mixed(colour, "#fff4d6" if band % 2 else "#2b3a2c", 0.07 * band),
            lift=0.02 if band else 0.03,
            rough=0.004,
            haze=0.12 * (1 - share),
            flat=True,
        )


def tree(
    b: Brush, x: float, y: float, size: float, colour: str = "#6ba45a", *, haze: float = 0.0, kind: str = "round"
) -> None:
    """A tree: "round", "pine", "palm", "bamboo", "sakura" or "bare"."""
    trunk = "#8a6243"
    if kind == "bamboo":
        for lean in (-0.03, 0.05):
            b.shape(
                [
                    (x + lean, y),
                    (x + lean + 0.04, y),
                    (x + lean * 3 + 0.03, y + size * 1.7),
                    (x + lean * 3, y + size * 1.7),
                ],
                colour,
                haze=haze,
            )
            for part in range(1, 7):
                h = y + size * 0.27 * part
                b.line(
                    [(x + lean * (1 + part * 0.28), h), (x + lean * (1 + part * 0.28) + 0.045, h)],
                    darker(colour),
                    0.008,
                    haze=haze,
                )
        return
    if kind == "palm":
        b.shape(
            [(x - 0.045, y), (x + 0.045, y), (x + 0.13 * size, y + size * 0.92), (x + 0.08 * size, y + size * 0.94)],
            trunk,
            haze=haze,
        )
        for angle in (-165, -130, -95, -60, -25, 15, 195):
            _frond(b, x + 0.105 * size, y + size * 0.93, size * 0.5, angle, colour, haze)
        return
    b.shape(
        [
            (x - 0.05 * size, y),
            (x + 0.05 * size, y),
            (x + 0.025 * size, y + size * 0.6),
            (x - 0.025 * size, y + size * 0.6),
        ],
        trunk,
        haze=haze,
    )
    if kind == "bare":
        for side, h in ((-1, 0.45), (1, 0.55), (-1, 0.72), (1, 0.8)):
            b.shape(
                [
                    (x, y + size * (h - 0.12)),
                    (x + side * 0.25 * size, y + size * (h + 0.12)),
                    (x, y + size * (h - 0.06)),
                ],
                trunk,
                haze=haze,
                lift=0.01,
            )
        return
    if kind == "pine":
        for tier, wide in ((0.22, 0.36), (0.45, 0.29), (0.68, 0.2)):
            b.shape(
                [(x - wide * size, y + tier * size), (x, y + (tier + 0.42) * size), (x + wide * size, y + tier * size)],
                mixed(colour, "#ffffff", tier * 0.14),
                haze=haze,
            )
        return
    crown = "#f3b8c6" if kind == "sakura" else colour
    for dx, dy, r in ((-0.2, 0.66, 0.22), (0.2, 0.68, 0.23), (0.0, 0.86, 0.27)):
        b.disc(
            x + dx * size, y + dy * size, r * size, mixed(crown, "#fff2c0", 0.12 * (dy > 0.8)), haze=haze, rough=0.009
        )


def _frond(b: Brush, x: float, y: float, size: float, angle: float, colour: str, haze: float) -> None:
    path = skia.Path()
    path.moveTo(0, 0)
    path.quadTo(size * 0.5, -size * 0.3, size, size * 0.06)
    path.quadTo(size * 0.5, -size * 0.08, 0, 0)
    turn = skia.Matrix()
    turn.setTranslate(x, -y)
    turn.preRotate(angle)
    path.transform(turn)
    b.cut(path, mixed(colour, "#d8e08a", b.dice.uniform(0, 0.3)), haze=haze, lift=0.015, rough=0.003)


def trees(
    b: Brush,
    step: float,
    size: float,
    *,
    y: float = HORIZON - 0.04,
    colour: str = "#6ba45a",
    haze: float = 0.2,
    kind: str = "round",
) -> None:
    """A row of trees, no two the same height."""
    for x in b.spread(step):
        tree(
            b,
            x,
            y,
            size * b.dice.uniform(0.75, 1.15),
            mixed(colour, "#c9c46a", b.dice.uniform(0, 0.25)),
            haze=haze,
            kind=kind,
        )


def grass(b: Brush, y: float, colour: str, *, step: float = 0.5, size: float = 0.12, flowers: bool = False) -> None:
    """Tufts of grass, with flowers between them."""
    for x in b.spread(step, 0.45):
        base = y + b.dice.uniform(-0.05, 0.05)
        for lean in (-0.5, 0.0, 0.45):
            tip = size * b.dice.uniform(0.7, 1.2)
            b.shape(
                [(x + lean * 0.05 - 0.014, base), (x + lean * tip, base + tip), (x + lean * 0.05 + 0.014, base)],
                colour,
                lift=0.006,
                rough=0.0,
            )
        if flowers and b.dice.random() < 0.7:
            flower(
                b,
                x + b.dice.uniform(-0.15, 0.15),
                base + size * 0.9,
                0.035,
                b.dice.choice(("#f2708a", "#f7c948", "#fdf7ea", "#b98ae0", "#f08a4b")),
            )


def flower(b: Brush, x: float, y: float, size: float, colour: str) -> None:
    """Five petals on a stalk."""
    b.line([(x, y - size * 2.6), (x, y)], "#5c8a4a", 0.012)
    for petal in range(5):
        b.disc(
            x + size * 0.8 * sin(petal * 1.2566),
            y + size * 0.8 * cos(petal * 1.2566),
            size * 0.6,
            colour,
            lift=0.003,
            rough=0,
            flat=True,
        )
    b.disc(x, y, size * 0.45, "#ffe08a", lift=0.003, rough=0, flat=True)


def rock(b: Brush, x: float, y: float, size: float, colour: str = "#8f8b8c", *, haze: float = 0.0) -> None:
    """A boulder."""
    d = b.dice
    points = [
        (x - size, y),
        (x - size * 0.8, y + size * d.uniform(0.4, 0.7)),
        (x - size * 0.2, y + size * d.uniform(0.8, 1.0)),
        (x + size * 0.5, y + size * d.uniform(0.6, 0.9)),
        (x + size, y),
    ]
    b.shape(points, colour, haze=haze)
    b.shape(
        [(x - size * 0.2, y + size * 0.78), (x + size * 0.42, y + size * 0.62), (x + size * 0.1, y + size * 0.3)],
        lighter(colour, 0.18),
        haze=haze,
        lift=0,
    )


def band(y: float, height: float, wave: float, bumps: int, phase: float = 0.0) -> skia.Path:
    """A strip with scalloped top, as waves of paper have; seamless over one period."""
    path = skia.Path()
    step = PERIOD / bumps
    path.moveTo(-_HALF - step, -(y - height))
    path.lineTo(-_HALF - step, -y)
    for i in range(bumps + 2):
        x = -_HALF + (i - 1 + phase) * step
        path.quadTo(x + step * 0.25, -(y - wave * 0.5), x + step * 0.5, -(y + wave * 0.1))
        path.quadTo(x + step * 0.8, -(y + wave * 1.2), x + step, -y)
    path.lineTo(_HALF + step * 2, -(y - height))
    path.close()
    return path


__all__ = [
    "band",
    "cloud",
    "clouds",
    "flower",
    "grass",
    "ground",
    "hills",
    "peaks",
    "polygon",
    "rock",
    "sky",
    "star",
    "tree",
    "trees",
]
