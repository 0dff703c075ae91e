"""Furniture: shelves, tables, counters, pictures, boards, clocks, beds, screens, plants in pots, tubs."""

import skia

from generator.engines.paper.colours import darker, lighter, mixed, skia_colour
from generator.engines.paper.sets.brush import Brush, stroke

_GOODS = ("#d9604f", "#e9b44c", "#5b9aa8", "#f2e6d2", "#7f6fae", "#6fa86a", "#e29ab0")


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
    b.box(x, y, wide, high, darker(wood, 0.34), lift=0.03, rough=0.002)
    step = high / rows
    for row in range(rows):
        base = y + row * step + 0.03
        _goods(b, x - wide / 2 + 0.05, x + wide / 2 - 0.05, base, step, goods)
        b.box(x, base - 0.03, wide, 0.035, wood, lift=0.01, rough=0.001)
    for side in (-1, 1):
        b.box(x + side * wide / 2, y, 0.045, high, wood, lift=0.01, rough=0.001)
    b.box(x, y + high, wide + 0.05, 0.04, wood, lift=0.01, rough=0.001)


def _goods(b: Brush, left: float, right: float, base: float, step: float, goods: str) -> None:
    at = left
    while True:
        wide = b.dice.uniform(0.03, 0.065) if goods == "books" else b.dice.uniform(0.07, 0.11)
        if at + wide > right:
            return
        high, colour = step * b.dice.uniform(0.5, 0.78), b.dice.choice(_GOODS)
        middle = at + wide / 2
        if goods == "jars":
            b.box(middle, base, wide * 0.86, high * 0.8, colour, lift=0.004, rough=0, round_=0.02)
            b.box(middle, base + high * 0.8, wide * 0.6, 0.03, "#f2e9da", lift=0.002, rough=0)
            b.box(middle, base + high * 0.26, wide * 0.6, high * 0.26, "#fdf6e8", lift=0, rough=0, flat=True)
        else:
            b.box(middle, base, wide * 0.92, high, colour, lift=0.004, rough=0)
            part = 0.6 if goods == "goods" else 0.92
            b.box(
                middle,
                base + high * 0.4,
                wide * part,
                high * (0.26 if goods == "goods" else 0.06),
                "#fdf6e8",
                lift=0,
                rough=0,
                flat=True,
            )
        at += wide + 0.006
        if goods == "books" and b.dice.random() < 0.08:
            at += 0.07


def table(b: Brush, x: float, y: float, wide: float, high: float, colour: str = "#b07c4b") -> None:
    """A table."""
    for side in (-0.42, 0.42):
        b.box(x + side * wide, y, 0.045, high, darker(colour, 0.2), lift=0.01, rough=0)
    b.box(x, y + high * 0.78, wide * 0.9, high * 0.2, darker(colour, 0.1), lift=0.006, rough=0)
    b.box(x, y + high, wide, 0.05, colour, lift=0.02, rough=0.001)


def counter(b: Brush, x: float, y: float, wide: float, high: float, colour: str, top: str = "#e9d8bb") -> None:
    """A counter with panels."""
    b.box(x, y, wide, high, colour, lift=0.03, rough=0.002)
    count = max(1, int(wide / 0.36))
    for i in range(count):
        left = x - wide / 2 + (i + 0.5) * wide / count
        b.box(left, y + 0.06, 0.27, high * 0.7, darker(colour, 0.1), lift=0.004, rough=0.001)
        b.box(left + 0.08, y + high * 0.62, 0.05, 0.016, top, lift=0.003, rough=0)
    b.box(x, y + high, wide + 0.08, 0.06, top, lift=0.014, rough=0.002)


def picture(b: Brush, x: float, y: float, wide: float, high: float, frame: str = "#c79a3f") -> None:
    """A landscape in a frame: a sun over hills, or a still life of shapes."""
    b.box(x, y, wide, high, frame, lift=0.025, rough=0.002)
    inner = b.dice.choice(("#f3e6cf", "#dfe9e6", "#f0d9d2", "#cfe0ea"))
    rim = min(0.05, 0.12 * wide)
    b.box(x, y + rim, wide - 2 * rim, high - 2 * rim, inner, lift=0, rough=0)
    b.canvas.save()
    b.canvas.clipRect(skia.Rect.MakeXYWH(x - wide / 2 + rim, -y - high + rim, wide - 2 * rim, high - 2 * rim))
    if b.dice.random() < 0.6:
        b.disc(x + wide * b.dice.uniform(-0.2, 0.2), y + high * 0.62, 0.13 * min(wide, high), "#e8604c", lift=0.006)
        for rise, colour in ((0.42, "#7fa6b8"), (0.26, "#5f8f7c"), (0.08, "#3f6f6a")):
            b.disc(x + wide * b.dice.uniform(-0.3, 0.3), y, wide * 0.62, colour, high=high * rise + rim, lift=0.008)
    else:
        for _ in range(5):
            colour = b.dice.choice(_GOODS)
            dx, h = b.dice.uniform(-0.3, 0.3) * wide, high * b.dice.uniform(0.3, 0.7)
            if b.dice.random() < 0.5:
                b.disc(x + dx, y + h, high * b.dice.uniform(0.08, 0.2), colour, lift=0.006)
            else:
                b.shape([(x + dx - 0.3 * wide, y), (x + dx, y + h), (x + dx + 0.34 * wide, y)], colour, lift=0.006)
    b.canvas.restore()


def blackboard(b: Brush, x: float, y: float, wide: float, high: float) -> None:
    """A blackboard with a lesson and a sun in chalk."""
    b.box(x, y, wide, high, "#a9743f", lift=0.025, rough=0.002)
    b.box(x, y + 0.05, wide - 0.1, high - 0.1, "#3c6a55", lift=0, rough=0)
    chalk = stroke(b.colour("#f4f1e6"), 0.011, 0.75)
    for row in range(3):
        at, h = x - wide * 0.42, -(y + high * (0.76 - row * 0.19))
        while at < x + wide * b.dice.uniform(-0.05, 0.12):
            step = b.dice.uniform(0.04, 0.1)
            b.canvas.drawLine(at, h, at + step * 0.7, h + b.dice.uniform(-0.008, 0.008), chalk)
            at += step
    sun_x, sun_y = x + wide * 0.29, -(y + high * 0.5)
    b.canvas.drawCircle(sun_x, sun_y, 0.085, chalk)
    matrix = skia.Matrix()
    for ray in range(10):
        matrix.setRotate(36 * ray, sun_x, sun_y)
        near, far = matrix.mapXY(sun_x + 0.115, sun_y), matrix.mapXY(sun_x + 0.15, sun_y)
        b.canvas.drawLine(near.x(), near.y(), far.x(), far.y(), chalk)
    b.box(x, y - 0.03, wide * 0.9, 0.04, "#8a5f38", lift=0.012, rough=0)
    for dx, colour in ((-0.2, "#f4f1e6"), (-0.12, "#f2b8a8"), (-0.05, "#f7e08a")):
        b.box(x + dx, y + 0.01, 0.05, 0.016, colour, lift=0.003, rough=0)


def clock(b: Brush, x: float, y: float, size: float, colour: str = "#f7efe0") -> None:
    """A round clock."""
    b.disc(x, y, size, "#5a4a4a", lift=0.02, rough=0)
    b.disc(x, y, size * 0.84, colour, lift=0, rough=0, flat=True)
    for hour in range(12):
        matrix = skia.Matrix()
        matrix.setRotate(30 * hour, x, -y)
        near, far = matrix.mapXY(x, -y - size * 0.66), matrix.mapXY(x, -y - size * 0.76)
        b.canvas.drawLine(near.x(), near.y(), far.x(), far.y(), stroke("#5a4a4a", size * 0.06))
    pen = stroke("#3a2a22", size * 0.1)
    b.canvas.drawLine(x, -y, x, -y - size * 0.56, pen)
    b.canvas.drawLine(x, -y, x + size * 0.36, -y + size * 0.16, pen)


def bed(b: Brush, x: float, y: float, cloth: str = "#8aa2c0", wood: str = "#b98a58") -> None:
    """A bed seen from the side, its head to the left."""
    b.box(x - 0.62, y, 0.07, 0.66, wood, lift=0.02, rough=0.002, round_=0.03)
    b.box(x, y + 0.1, 1.25, 0.22, "#f6efe2", lift=0.02, rough=0.002, round_=0.03)
    b.disc(x - 0.42, y + 0.38, 0.18, "#fffaf0", high=0.085, lift=0.012)
    b.box(x + 0.16, y + 0.08, 0.95, 0.31, cloth, lift=0.02, rough=0.003, round_=0.06)
    b.box(x + 0.16, y + 0.3, 0.95, 0.07, lighter(cloth, 0.5), lift=0.006, rough=0.002)
    b.box(x + 0.62, y, 0.07, 0.44, wood, lift=0.02, rough=0.002, round_=0.03)


def sofa(b: Brush, x: float, y: float, wide: float, cloth: str, cushion: str = "#e9b44c") -> None:
    """A sofa seen from the front, a cushion in each corner."""
    for side in (-0.42, 0.42):
        b.box(x + side * wide, y, 0.05, 0.08, "#6b4a34", lift=0.004, rough=0)
    b.box(x, y + 0.22, 0.9 * wide, 0.34, darker(cloth, 0.1), lift=0.02, rough=0.003, round_=0.08)
    b.box(x, y + 0.06, wide, 0.2, cloth, lift=0.014, rough=0.003, round_=0.05)
    b.box(x, y + 0.22, 0.84 * wide, 0.08, lighter(cloth, 0.16), lift=0.01, rough=0.002, round_=0.035)
    for side in (-1, 1):
        b.box(x + side * 0.49 * wide, y + 0.05, 0.13, 0.34, cloth, lift=0.016, rough=0.003, round_=0.06)
        tilted = [(-0.1, 0.27), (0.07, 0.25), (0.1, 0.42), (-0.06, 0.45)]
        b.shape([(x + side * (0.3 * wide + dx), y + dy) for dx, dy in tilted], cushion, lift=0.012, rough=0.006)


def desk(b: Brush, x: float, y: float, colour: str = "#d8c3a0", screen: str = "#9fd0e0") -> None:
    """A desk with a screen, papers and a mug."""
    table(b, x, y, 0.72, 0.32, colour)
    b.box(x, y + 0.37, 0.06, 0.08, "#3f4a56", lift=0.006, rough=0)
    b.box(x, y + 0.42, 0.34, 0.24, "#3f4a56", lift=0.016, rough=0.001, round_=0.015)
    b.box(x, y + 0.44, 0.3, 0.19, screen, lift=0, rough=0, round_=0.01)
    for row in range(3):
        b.box(
            x - 0.06 + 0.02 * row,
            y + 0.57 - 0.045 * row,
            0.13 + 0.03 * row,
            0.018,
            "#f4fbfd",
            lift=0,
            rough=0,
            flat=True,
        )
    b.box(x + 0.27, y + 0.37, 0.06, 0.075, "#d9604f", lift=0.006, rough=0)
    b.box(x - 0.26, y + 0.37, 0.13, 0.03, "#fbf7ec", lift=0.005, rough=0)
    b.box(x - 0.25, y + 0.4, 0.12, 0.025, "#f2e0b0", lift=0.005, rough=0)


def plant(b: Brush, x: float, y: float, size: float, pot: str = "#c4704a", leaf: str = "#5f9a62") -> None:
    """A plant in a pot."""
    top = y + 0.26 * size
    for number, angle in enumerate((-62, -34, -8, 18, 44, 68)):
        path = skia.Path()
        long = size * (0.78 if number % 2 else 0.62)
        path.moveTo(0, 0)
        path.quadTo(-0.11 * size, -long * 0.55, 0, -long)
        path.quadTo(0.11 * size, -long * 0.55, 0, 0)
        turn = skia.Matrix()
        turn.setTranslate(x, -top + 0.02)
        turn.preRotate(angle)
        path.transform(turn)
        b.cut(path, mixed(leaf, "#cfe08a", 0.22 * (number % 3)), lift=0.012, rough=0.002)
    w = 0.17 * size
    b.shape([(x - w, top), (x + w, top), (x + w * 0.72, y), (x - w * 0.72, y)], pot, lift=0.016, rough=0.002)
    b.box(x, top - 0.03 * size, w * 2.3, 0.06 * size, lighter(pot, 0.15), lift=0.008, rough=0)


def rug(b: Brush, x: float, y: float, wide: float, colour: str, pale: str) -> None:
    """A round rug on the floor."""
    for share, tone in ((1.0, colour), (0.84, pale), (0.74, colour), (0.36, pale)):
        b.disc(x, y, wide * share, tone, high=wide * 0.19 * share, lift=0.01 if share == 1.0 else 0.0, flat=share < 1)


def noren(b: Brush, y: float, colour: str, *, panels: float = 0.3, drop: float = 0.26) -> None:
    """A slit curtain over a shop's front, on its pole."""
    for number, x in enumerate(b.spread(panels, 0)):
        path = skia.Path()
        path.moveTo(x - panels * 0.49, -y)
        path.lineTo(x + panels * 0.49, -y)
        path.lineTo(x + panels * 0.47, -(y - drop))
        path.quadTo(x, -(y - drop * 1.08), x - panels * 0.47, -(y - drop))
        path.close()
        b.cut(path, mixed(colour, "#1b1440", 0.08 * (number % 2)), lift=0.016, rough=0.002)
        if number % 2 == 0:
            b.disc(x, y - drop * 0.52, panels * 0.25, "#f7efe0", lift=0, flat=True)
            b.disc(x, y - drop * 0.52, panels * 0.14, colour, lift=0, flat=True)
    b.box(0, y - 0.015, 9.0, 0.035, "#8a5f38", lift=0.012, rough=0)


def steam(b: Brush, x: float, y: float, size: float) -> None:
    """Curls of steam, cut from thin paper."""
    for dx, rise in ((-0.16, 0.0), (0.02, 0.18), (0.18, 0.05)):
        path = skia.Path()
        low = -(y + rise * size)
        path.moveTo(x + dx * size, low)
        path.cubicTo(
            x + (dx - 0.2) * size,
            low - 0.2 * size,
            x + (dx + 0.2) * size,
            low - 0.3 * size,
            x + dx * size,
            low - 0.52 * size,
        )
        b.canvas.drawPath(path, stroke("#ffffff", 0.05 * size, 0.5))


def chips(b: Brush, y: float, step: float = 0.13) -> None:
    """Strips of paper with the dishes of the day, hung in a row."""
    for number, x in enumerate(b.spread(step, 0.05)):
        high = 0.26 + 0.03 * (number % 3 == 0)
        b.box(x, y - high, 0.075, high, ("#fbf3dc", "#f7e6b8", "#fbf3dc")[number % 3], lift=0.008, rough=0.001)
        at = y - 0.035
        for _ in range(4):
            long = b.dice.uniform(0.02, 0.04)
            b.canvas.drawLine(x - long / 2, -at, x + long / 2, -at, stroke("#6a3a34", 0.012, 0.8))
            b.canvas.drawLine(x, -at, x, -at + 0.03, stroke("#6a3a34", 0.009, 0.8))
            at -= 0.05


def screen(b: Brush, x: float, y: float, wide: float, high: float) -> None:
    """A studio's screen with the map of a made-up world."""
    b.box(x, y, wide, high, "#f0ead8", lift=0.03, rough=0.001, round_=0.03)
    b.box(x, y + 0.04, wide - 0.08, high - 0.08, "#5aa6cf", lift=0, rough=0, round_=0.02)
    b.canvas.save()
    b.canvas.clipRect(skia.Rect.MakeXYWH(x - wide / 2 + 0.04, -y - high + 0.04, wide - 0.08, high - 0.08))
    for part in range(1, 5):
        b.canvas.drawLine(
            x - wide / 2, -y - high * part / 5, x + wide / 2, -y - high * part / 5, stroke("#ffffff", 0.004, 0.3)
        )
    lands = (  # an arc of islands
        (0.3, 0.8, 0.1, 0.1), (0.22, 0.62, 0.07, 0.12), (0.12, 0.5, 0.1, 0.09), (0.0, 0.42, 0.1, 0.08),
        (-0.13, 0.36, 0.09, 0.07), (-0.1, 0.24, 0.06, 0.05), (-0.27, 0.3, 0.06, 0.1), (-0.4, 0.86, 0.16, 0.12),
    )  # fmt: skip
    for dx, dy, across, up in lands:
        b.disc(x + dx * wide, y + dy * high, across * wide, "#9cc77f", high=up * high, lift=0.006, rough=0.03)
    _forecast(b, x, y, wide, high)
    b.canvas.restore()


def _forecast(b: Brush, x: float, y: float, wide: float, high: float) -> None:
    """Signs of the weather on a map: two suns, a cloud, rain under another."""
    unit = 0.07 * wide
    for dx, dy in ((-0.02, 0.62), (0.36, 0.58)):
        b.disc(x + dx * wide, y + dy * high, unit, "#ffb83a", lift=0.008, rough=0)
    for dx, dy, wet in ((-0.3, 0.56, True), (0.14, 0.24, False)):
        cx, cy = x + dx * wide, y + dy * high
        for part, rise, size in ((-0.7, 0.0, 0.6), (0.0, 0.3, 0.8), (0.75, 0.0, 0.6)):
            b.disc(cx + part * unit, cy + rise * unit, size * unit, "#fdfaf2", lift=0.006, rough=0)
        if wet:
            for part in (-0.7, 0.0, 0.7):
                b.line(
                    [(cx + part * unit, cy - 0.7 * unit), (cx + (part - 0.2) * unit, cy - 1.3 * unit)], "#2f6fd0", 0.014
                )


def studio_lamp(b: Brush, x: float, y: float) -> None:
    """A lamp on the rig, always on."""
    b.box(x, y, 0.2, 0.17, "#30323e", lift=0.014, rough=0)
    b.glow(x, y - 0.04, 0.6, "#fff0c4", 0.4)
    b.disc(x, y - 0.01, 0.08, "#fff6d8", own=True, high=0.045, lift=0, rough=0)


def bucket(b: Brush, x: float, y: float, colour: str = "#f0c04c") -> None:
    """A bath-house bucket."""
    b.shape([(x - 0.13, y + 0.14), (x + 0.13, y + 0.14), (x + 0.1, y), (x - 0.1, y)], colour, lift=0.016, rough=0.001)
    b.disc(x, y + 0.14, 0.13, darker(colour, 0.24), high=0.028, lift=0, rough=0, flat=True)


def crystal(b: Brush, x: float, y: float, size: float, colour: str) -> None:
    """A cluster of crystals that glow by themselves."""
    b.glow(x, y + 0.3 * size, 1.5 * size, colour, 0.5)
    b.glimmer("star", x + 0.03 * size, y + 0.7 * size, 0.24 * size, "#ffffff")
    for dx, high, wide in ((-0.24, 0.5, 0.14), (0.24, 0.6, 0.15), (0.0, 1.0, 0.2)):
        top, foot = (x + dx * 1.6 * size, y + high * size), x + dx * size
        w = wide * size
        b.shape(
            [(foot - w / 2, y), (top[0] - w / 2, top[1] - w), top, (top[0] + w / 2, top[1] - w), (foot + w / 2, y)],
            colour,
            own=True,
            lift=0.012,
            rough=0.001,
        )
        facet = [(foot, y), (top[0] - 0.1 * w, top[1] - w), top, (top[0] + w / 2, top[1] - w), (foot + w / 2, y)]
        b.shape(facet, mixed(colour, "#ffffff", 0.35), own=True, lift=0, rough=0)


def spotlight(b: Brush, x: float, y: float, low: float, wide: float) -> None:
    """A cone of light onto a wall."""
    path = skia.Path()
    path.moveTo(x - 0.04, -y)
    path.lineTo(x + 0.04, -y)
    path.lineTo(x + wide / 2, -low)
    path.lineTo(x - wide / 2, -low)
    path.close()
    ends = [skia.Point(x, -y), skia.Point(x, -low)]
    shader = skia.GradientShader.MakeLinear(
        points=ends, colors=[skia_colour("#fff2cc", 0.5), skia_colour("#fff2cc", 0.0)]
    )
    b.canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=shader))
    b.box(x, y - 0.02, 0.11, 0.09, "#3a3640", lift=0.01, rough=0)
