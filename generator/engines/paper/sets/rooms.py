"""Pieces of rooms: walls, floors, windows, shelves, tables, boards, curtains, bars, counters, tiles."""

import skia

from generator.engines.paper.colours import darker, lighter, mixed, skia_colour
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, stroke

_HALF = PERIOD / 2
FLOOR = HORIZON - 0.04  # where wall and floor meet


def wall(b: Brush, colour: str, *, pattern: str = "plain", skirting: str | None = "#f4ead8") -> None:
    """A wall up to the flies: "plain", "stripes", "dots", "panels" or "tiles"."""
    b.box(0, GROUND, PERIOD, TOP - GROUND, colour, lift=0, rough=0, flat=True)
    light = lighter(colour, 0.22)
    if pattern == "stripes":
        for x in b.spread(0.3, 0):
            b.box(x, GROUND, 0.13, TOP - GROUND, light, lift=0, rough=0, flat=True)
    elif pattern == "dots":
        for row in range(18):
            for x in b.spread(0.3, 0, 0.15 * (row % 2)):
                b.disc(x, FLOOR + 0.12 + row * 0.2, 0.025, light, lift=0, rough=0, flat=True)
    elif pattern == "panels":
        for x in b.spread(0.75, 0):
            b.box(x, FLOOR + 0.12, 0.6, 0.55, darker(colour, 0.06), lift=0.008, rough=0.002)
        b.box(0, FLOOR + 0.76, PERIOD, 0.05, light, lift=0.012, rough=0.002)
    elif pattern == "tiles":
        for row in range(22):
            y = FLOOR + row * 0.18
            b.line([(-_HALF, y), (_HALF, y)], darker(colour, 0.1), 0.006)
        for x in b.spread(0.18, 0):
            b.line([(x, GROUND), (x, TOP)], darker(colour, 0.1), 0.006)
    if skirting:
        b.box(0, FLOOR - 0.02, PERIOD, 0.09, skirting, lift=0.012, rough=0.002)
    shade = skia.GradientShader.MakeLinear(
        points=[skia.Point(0, -2.6), skia.Point(0, -FLOOR)],
        colors=[skia_colour("#1a1020", 0.34), skia_colour("#1a1020", 0.0)],
    )
    b.canvas.drawRect(skia.Rect.MakeLTRB(-_HALF, -TOP, _HALF, -FLOOR), skia.Paint(Shader=shade))


def floor(b: Brush, colour: str, *, pattern: str = "boards", y: float = FLOOR) -> None:
    """A floor that comes towards us: "boards", "tiles", "tatami" or "plain"."""
    b.box(0, GROUND, PERIOD, y - GROUND, colour, lift=0.016, rough=0.002, flat=True)
    dark = darker(colour, 0.14)
    rows = (0.0, 0.12, 0.3, 0.55, 0.9)
    if pattern in ("boards", "tiles", "tatami"):
        for drop in rows:
            b.line([(-_HALF, y - drop), (_HALF, y - drop)], dark, 0.006 + 0.008 * drop)
    if pattern == "boards":
        for row, drop in enumerate(rows[:-1]):
            for x in b.spread(1.1, 0.1, 0.5 * (row % 2)):
                b.line([(x, y - drop), (x, y - rows[row + 1])], dark, 0.008)
    elif pattern == "tiles":
        for row, drop in enumerate(rows[:-1]):
            for number, x in enumerate(b.spread(0.45, 0)):
                if (number + row) % 2 == 0:
                    lower = rows[row + 1]
                    b.shape(
                        [(x, y - drop), (x + 0.45, y - drop), (x + 0.45, y - lower), (x, y - lower)],
                        lighter(colour, 0.3),
                        lift=0,
                        rough=0,
                        flat=True,
                    )
    elif pattern == "tatami":
        for x in b.spread(1.5, 0):
            b.line([(x, y), (x * 1.25, GROUND)], "#4f6b4a", 0.03)
    shade = skia.GradientShader.MakeLinear(
        points=[skia.Point(0, -y), skia.Point(0, -y + 0.28)],
        colors=[skia_colour("#1a1020", 0.26), skia_colour("#1a1020", 0.0)],
    )
    b.canvas.drawRect(skia.Rect.MakeLTRB(-_HALF, -y, _HALF, -y + 0.28), skia.Paint(Shader=shade))


def window(
    b: Brush,
    x: float,
    y: float,
    wide: float,
    high: float,
    *,
    frame: str = "#f7efe0",
    curtain: str | None = None,
    bars: int = 2,
    view: str = "hills",
) -> None:
    """A window with the sky in it."""
    b.box(x, y - 0.04, wide + 0.1, high + 0.08, frame, lift=0.02, rough=0.002)
    rect = skia.Rect.MakeXYWH(x - wide / 2, -y - high, wide, high)
    b.canvas.save()
    b.canvas.clipRect(rect)
    shader = skia.GradientShader.MakeLinear(
        points=[skia.Point(0, -y - high), skia.Point(0, -y)], colors=[skia_colour(part) for part in b.light.sky]
    )
    b.canvas.drawRect(rect, skia.Paint(Shader=shader))
    if b.light.stars:
        b.disc(x + wide * 0.22, y + high * 0.7, 0.08, b.light.orb, own=True, lift=0, rough=0)
    elif view == "hills":
        b.disc(x - wide * 0.2, y + high * 0.74, 0.07, "#ffffff", own=True, lift=0, rough=0, high=0.035)
    tone = {"hills": "#7fae6a", "city": "#8793ab", "trees": "#6a9a62"}[view]
    if view == "city":
        for i in range(6):
            part = high * (0.2 + 0.35 * b.dice.random())
            b.box(
                x - wide * 0.45 + i * wide * 0.18,
                y,
                wide * 0.15,
                part,
                b.light.on(tone, 0.2),
                own=True,
                lift=0,
                rough=0,
            )
    else:
        b.disc(x - wide * 0.3, y - 0.06, wide * 0.5, b.light.on(tone, 0.2), own=True, lift=0, rough=0, high=0.2)
        b.disc(x + wide * 0.35, y - 0.1, wide * 0.5, b.light.on(tone, 0.05), own=True, lift=0, rough=0, high=0.2)
    b.canvas.restore()
    for part in range(1, bars):
        b.box(x - wide / 2 + part * wide / bars, y, 0.025, high, frame, lift=0.006, rough=0)
    b.box(x, y + high * 0.52, wide, 0.022, frame, lift=0.006, rough=0)
    b.box(x, y - 0.07, wide + 0.2, 0.05, frame, lift=0.014, rough=0.002)
    if curtain:
        for side in (-1, 1):
            edge = x + side * (wide / 2 + 0.1)
            b.shape(
                [
                    (edge, y + high + 0.1),
                    (edge - side * 0.26, y + high + 0.1),
                    (edge - side * 0.14, y + high * 0.4),
                    (edge - side * 0.2, y - 0.14),
                    (edge + side * 0.02, y - 0.14),
                ],
                curtain,
                lift=0.02,
            )
        b.box(x, y + high + 0.08, wide + 0.5, 0.035, "#8a6243", lift=0.012, rough=0)


def shelf(
    b: Brush,
    x: float,
    y: float,
    wide: float,
    high: float,
    *,
    rows: int = 3,
    wood: str = "#a9743f",
    goods: str = "books",
) -> None:
    """A rack of "books", "jars" or "goods"."""
    b.box(x, y, wide, high, darker(wood, 0.3), lift=0.03, rough=0.002)
    step = high / rows
    for row in range(rows):
        base = y + row * step + 0.03
        at = x - wide / 2 + 0.06
        while at < x + wide / 2 - 0.08:
            w = b.dice.uniform(0.035, 0.075) if goods == "books" else b.dice.uniform(0.08, 0.12)
            h = step * b.dice.uniform(0.45, 0.76)
            colour = b.dice.choice(("#d9604f", "#e9b44c", "#5b9aa8", "#f2e6d2", "#7f6fae", "#6fa86a", "#e29ab0"))
            if goods == "jars":
                b.box(at + w / 2, base, w * 0.86, h * 0.8, colour, lift=0.004, rough=0, round_=0.02)
                b.box(at + w / 2, base + h * 0.8, w * 0.6, 0.03, "#f2e9da", lift=0.002, rough=0)
            else:
                b.box(at + w / 2, base, w * 0.92, h, colour, lift=0.004, rough=0)
                if goods == "goods":
                    b.box(at + w / 2, base + h * 0.35, w * 0.6, h * 0.26, "#fdf6e8", lift=0, rough=0)
            at += w + 0.006
        b.box(x, base - 0.03, wide, 0.035, wood, lift=0.01, rough=0.001)
    for side in (-1, 1):
        b.box(x + side * wide / 2, y, 0.045, high, wood, lift=0.01, rough=0.001)
    b.box(x, y + high, wide + 0.05, 0.04, wood, lift=0.01, rough=0.001)


def table(
    b: Brush, x: float, y: float, wide: float, high: float, colour: str = "#b07c4b", *, cloth: str | None = None
) -> None:
    """A table; a cloth hangs over it."""
    for side in (-0.42, 0.42):
        b.box(x + side * wide, y, 0.055, high, darker(colour, 0.2), lift=0.01, rough=0.001)
    b.box(x, y + high, wide, 0.06, colour, lift=0.02, rough=0.002, round_=0.01)
    if cloth:
        b.shape(
            [
                (x - wide * 0.5, y + high + 0.06),
                (x + wide * 0.5, y + high + 0.06),
                (x + wide * 0.48, y + high * 0.5),
                (x - wide * 0.48, y + high * 0.5),
            ],
            cloth,
            lift=0.016,
        )


def counter(b: Brush, x: float, y: float, wide: float, high: float, colour: str, top: str = "#e9d8bb") -> None:
    """A counter with panels."""
    b.box(x, y, wide, high, colour, lift=0.03, rough=0.002)
    for i in range(max(1, int(wide / 0.4))):
        b.box(
            x - wide / 2 + (i + 0.5) * wide / max(1, int(wide / 0.4)),
            y + 0.06,
            0.3,
            high * 0.68,
            darker(colour, 0.12),
            lift=0.004,
            rough=0.001,
        )
    b.box(x, y + high, wide + 0.08, 0.06, top, lift=0.014, rough=0.002)


def picture(b: Brush, x: float, y: float, wide: float, high: float, frame: str = "#c79a3f") -> None:
    """A picture in a frame, abstract as they are."""
    b.box(x, y, wide, high, frame, lift=0.025, rough=0.002)
    inner = b.dice.choice(("#f3e6cf", "#dfe9e6", "#f0d9d2"))
    b.box(x, y + 0.05, wide - 0.1, high - 0.1, inner, lift=0, rough=0)
    b.canvas.save()
    b.canvas.clipRect(skia.Rect.MakeXYWH(x - wide / 2 + 0.05, -y - high + 0.05, wide - 0.1, high - 0.1))
    for _ in range(4):
        colour = b.dice.choice(("#d9604f", "#e9b44c", "#5b9aa8", "#3f4f6e", "#6fa86a", "#e29ab0"))
        if b.dice.random() < 0.5:
            b.disc(
                x + b.dice.uniform(-0.3, 0.3) * wide,
                y + high * b.dice.uniform(0.25, 0.75),
                high * b.dice.uniform(0.08, 0.24),
                colour,
                lift=0.006,
            )
        else:
            dx, h = b.dice.uniform(-0.3, 0.3) * wide, high * b.dice.uniform(0.3, 0.7)
            b.shape([(x + dx - 0.16, y), (x + dx, y + h), (x + dx + 0.2, y)], colour, lift=0.006)
    b.canvas.restore()


def curtains(b: Brush, colour: str = "#b5322f", *, half: float = 0.95, top: float = 2.3) -> None:
    """Drapes of a theatre on both sides and a valance above; the opening is 2 `half` wide."""
    for side in (-1, 1):
        for fold in range(14):
            x = side * (half + fold * 0.19)
            tone = mixed(colour, "#5a0f1c" if fold % 2 else "#ff8a6a", 0.18)
            path = skia.Path()
            path.moveTo(x - side * 0.02, -TOP)
            path.cubicTo(x - side * 0.06, -1.6, x + side * 0.08, -0.9, x - side * 0.01, 0.12)
            path.lineTo(x + side * 0.22, 0.12)
            path.lineTo(x + side * 0.26, -TOP)
            path.close()
            b.cut(path, tone, lift=0.03 if fold == 0 else 0.014, rough=0)
    for number, x in enumerate(b.spread(0.5, 0)):
        path = skia.Path()
        path.moveTo(x - 0.26, -TOP)
        path.lineTo(x - 0.26, -top)
        path.cubicTo(x - 0.2, -top + 0.26, x + 0.2, -top + 0.26, x + 0.26, -top)
        path.lineTo(x + 0.26, -TOP)
        path.close()
        b.cut(path, mixed(colour, "#ffb14a" if number % 2 else "#5a0f1c", 0.14), lift=0.03, rough=0)


def lampshade(b: Brush, x: float, y: float, colour: str = "#e9b44c", *, lit: bool = True) -> None:
    """A lamp that hangs from the ceiling."""
    b.canvas.drawLine(x, -TOP, x, -y - 0.16, stroke("#4a3b35", 0.012))
    b.shape([(x - 0.06, y + 0.2), (x + 0.06, y + 0.2), (x + 0.2, y), (x - 0.2, y)], colour, lift=0.02, rough=0.002)
    if lit and b.light.lamps:
        b.disc(x, y - 0.01, 0.07, "#fff1c0", own=True, lift=0, rough=0)
        b.glow(x, y - 0.1, 1.0, "#ffcf7a", 0.55)


def board(b: Brush, x: float, y: float, wide: float, high: float) -> None:
    """A blackboard with chalk on it."""
    b.box(x, y, wide, high, "#a9743f", lift=0.025, rough=0.002)
    b.box(x, y + 0.05, wide - 0.1, high - 0.1, "#3f6b57", lift=0, rough=0, flat=True)
    chalk = stroke(b.colour("#f4f1e6"), 0.012, 0.75)
    for row in range(3):
        at = x - wide * 0.4
        while at < x + wide * b.dice.uniform(-0.1, 0.35):
            step = b.dice.uniform(0.05, 0.14)
            b.canvas.drawLine(
                at,
                -(y + high * (0.72 - row * 0.2)),
                at + step * 0.7,
                -(y + high * (0.72 - row * 0.2) + b.dice.uniform(-0.01, 0.01)),
                chalk,
            )
            at += step
    b.canvas.drawCircle(x + wide * 0.32, -(y + high * 0.4), 0.09, chalk)
    b.box(x, y - 0.03, wide * 0.9, 0.04, "#8a5f38", lift=0.012, rough=0)


def clock(b: Brush, x: float, y: float, size: float, colour: str = "#f7efe0") -> None:
    """A round clock."""
    b.disc(x, y, size, "#5a4a4a", lift=0.02, rough=0)
    b.disc(x, y, size * 0.84, colour, lift=0, rough=0, flat=True)
    pen = stroke("#3a2a22", size * 0.1)
    b.canvas.drawLine(x, -y, x, -y - size * 0.58, pen)
    b.canvas.drawLine(x, -y, x + size * 0.4, -y + size * 0.16, pen)


def bed(b: Brush, x: float, y: float, cloth: str = "#8aa2c0") -> None:
    """A bed seen from the side."""
    b.box(x - 0.62, y, 0.06, 0.62, "#a9743f", lift=0.02, rough=0.002, round_=0.03)
    b.box(x, y + 0.1, 1.25, 0.2, "#f6efe2", lift=0.02, rough=0.002, round_=0.03)
    b.disc(x - 0.44, y + 0.36, 0.17, "#fffaf0", high=0.075, lift=0.012, rough=0)
    b.box(x + 0.16, y + 0.08, 0.95, 0.28, cloth, lift=0.02, rough=0.003, round_=0.06)
    b.box(x + 0.62, y, 0.06, 0.4, "#a9743f", lift=0.02, rough=0.002, round_=0.03)
