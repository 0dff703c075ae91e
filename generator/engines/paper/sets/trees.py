"""Trees and leaves: single trees, rows, the branch that reaches into the frame from above, bamboo."""

from math import cos, pi, sin

import skia

from generator.engines.paper.colours import darker, mixed
from generator.engines.paper.sets.brush import HORIZON, Brush

_TRUNK = "#8a6243"
_LOBES = ((-0.24, 0.62, 0.2), (0.25, 0.64, 0.21), (-0.12, 0.84, 0.22), (0.15, 0.88, 0.2), (0.0, 0.66, 0.24))


def tree(
    b: Brush, x: float, y: float, size: float, colour: str = "#6ba45a", *, haze: float = 0.0, kind: str = "round"
) -> None:
    """A tree: "round", "poplar", "pine", "snowy", "palm", "sakura", "maple", "bamboo" or "bare"."""
    if haze < 0.15:
        b.rooted(x, y, 0.09 * size, size)
    match kind:
        case "bamboo":
            _bamboo(b, x, y, size, colour, haze)
        case "palm":
            _palm(b, x, y, size, colour, haze)
        case "pine" | "snowy":
            _pine(b, x, y, size, colour, haze, snowy=kind == "snowy")
        case "bare":
            _trunk(b, x, y, size, haze, high=0.9)
        case "poplar":
            _trunk(b, x, y, size, haze, high=0.4)
            b.disc(x, y + 0.62 * size, 0.17 * size, colour, high=0.46 * size, haze=haze, rough=0.012)
            _dabs(b, x, y + 0.62 * size, 0.13 * size, 0.38 * size, mixed(colour, "#f2f0a0", 0.3), haze)
        case _:
            crown = {"sakura": "#f4b9c9", "maple": "#e07a3f"}.get(kind, colour)
            _trunk(b, x, y, size, haze)
            for number, (dx, dy, r) in enumerate(_LOBES):
                tone = mixed(crown, "#fff2c0", 0.1) if dy > 0.8 else mixed(crown, "#2a4a3a", 0.08 * (number % 2))
                b.disc(x + dx * size, y + dy * size, r * size, tone, haze=haze, rough=0.01, lift=0.018)
            _dabs(b, x, y + 0.76 * size, 0.32 * size, 0.24 * size, mixed(crown, "#fffbe0", 0.34), haze)


def _trunk(b: Brush, x: float, y: float, size: float, haze: float, high: float = 0.62) -> None:
    t = 0.045 * size
    b.shape(
        [(x - t * 1.5, y), (x + t * 1.5, y), (x + t * 0.6, y + size * high), (x - t * 0.6, y + size * high)],
        _TRUNK,
        haze=haze,
        lift=0.016,
    )
    for side, low in ((-1, 0.36), (1, 0.44)):
        fork = [
            (x, y + size * low),
            (x + side * 0.2 * size, y + size * (low + 0.24)),
            (x + side * 0.17 * size, y + size * (low + 0.25)),
            (x, y + size * (low + 0.08)),
        ]
        b.shape(fork, _TRUNK, haze=haze, lift=0.006, rough=0)


def _dabs(b: Brush, x: float, y: float, wide: float, high: float, colour: str, haze: float) -> None:
    """Leaves here and there, as dabs of a lighter paint."""
    for _ in range(9):
        angle, far = b.dice.uniform(0, 2 * pi), b.dice.uniform(0.2, 0.95)
        b.disc(
            x + wide * far * cos(angle),
            y + high * far * sin(angle),
            0.07 * wide,
            colour,
            high=0.04 * wide,
            haze=haze,
            lift=0,
            rough=0,
            flat=True,
        )


def _pine(b: Brush, x: float, y: float, size: float, colour: str, haze: float, *, snowy: bool) -> None:
    b.box(x, y, 0.09 * size, 0.24 * size, _TRUNK, haze=haze, lift=0.01, rough=0)
    for low, wide in ((0.16, 0.34), (0.36, 0.28), (0.56, 0.21), (0.74, 0.13)):
        skirt = skia.Path()
        left, right, foot, tip = x - wide * size, x + wide * size, -(y + low * size), -(y + (low + 0.34) * size)
        skirt.moveTo(left, foot)
        skirt.quadTo(x - 0.1 * size, foot - 0.1 * size, x, tip)
        skirt.quadTo(x + 0.1 * size, foot - 0.1 * size, right, foot)
        for part in range(4):
            at = right - (right - left) * (part + 1) / 4
            skirt.quadTo(at + (right - left) / 8, foot + 0.05 * size, at, foot)
        skirt.close()
        b.cut(skirt, mixed(colour, "#d8e6a8", low * 0.18), haze=haze, lift=0.018, rough=0.004)
        if snowy:
            cap = skia.Path()
            cap.moveTo(x - wide * 0.56 * size, foot - 0.1 * size)
            cap.quadTo(x - 0.07 * size, foot - 0.14 * size, x, tip)
            cap.quadTo(x + 0.07 * size, foot - 0.14 * size, x + wide * 0.56 * size, foot - 0.1 * size)
            cap.quadTo(x + wide * 0.3 * size, foot - 0.17 * size, x + 0.04 * size, foot - 0.11 * size)
            cap.quadTo(x - wide * 0.3 * size, foot - 0.18 * size, x - wide * 0.56 * size, foot - 0.1 * size)
            b.cut(cap, "#fbfdfd", haze=haze * 0.5, lift=0.005, rough=0)


def _palm(b: Brush, x: float, y: float, size: float, colour: str, haze: float) -> None:
    lean = 0.2 * size if x < 0 else -0.2 * size
    stem = skia.Path()
    stem.moveTo(x - 0.05, -y)
    stem.quadTo(x, -y - 0.5 * size, x + lean - 0.022, -y - 0.94 * size)
    stem.lineTo(x + lean + 0.022, -y - 0.94 * size)
    stem.quadTo(x + 0.07, -y - 0.5 * size, x + 0.05, -y)
    stem.close()
    b.cut(stem, "#a9794f", haze=haze, lift=0.02)
    for angle in (-168, -138, -108, -72, -42, -12, 14, 166):
        frond = skia.Path()
        long = 0.5 * size
        frond.moveTo(0, 0)
        frond.quadTo(long * 0.5, -long * 0.34, long, long * 0.08)
        frond.quadTo(long * 0.55, -long * 0.06, 0, 0)
        turn = skia.Matrix()
        turn.setTranslate(x + lean, -y - 0.94 * size)
        turn.preRotate(angle)
        if abs(angle) > 90:
            turn.preScale(1, -1)
        frond.transform(turn)
        b.cut(frond, mixed(colour, "#d8e08a", b.dice.uniform(0, 0.3)), haze=haze, lift=0.012, rough=0.003)
    for dx in (-0.035, 0.03):
        b.disc(x + lean + dx, y + 0.9 * size, 0.035, "#8a5a38", haze=haze, lift=0.008, rough=0)


def _bamboo(b: Brush, x: float, y: float, size: float, colour: str, haze: float) -> None:
    for lean in (-0.03, 0.05):
        b.shape(
            [
                (x + lean, y),
                (x + lean + 0.04, y),
                (x + lean * 3 + 0.03, y + size * 1.9),
                (x + lean * 3, y + size * 1.9),
            ],
            colour,
            haze=haze,
            lift=0.012,
            rough=0,
        )
        for part in range(1, 8):
            at, h = x + lean * (1 + part * 0.28), y + size * 0.25 * part
            b.line([(at - 0.004, h), (at + 0.045, h)], darker(colour, 0.3), 0.008, haze=haze)
            if part > 2:
                for side in (-1, 1):
                    leaf(b, at + 0.02, h, 0.16 * size, -90 + side * 62, mixed(colour, "#c9dc8a", 0.3), haze=haze)


def leaf(
    b: Brush,
    x: float,
    y: float,
    long: float,
    angle: float,
    colour: str,
    *,
    haze: float = 0.0,
    fat: float = 0.26,
    own: bool = False,
) -> None:
    """A pointed leaf from its stalk at (x, y); `angle` 0 points right, -90 up."""
    path = skia.Path()
    path.moveTo(0, 0)
    path.quadTo(long * 0.45, -long * fat, long, 0)
    path.quadTo(long * 0.45, long * fat, 0, 0)
    turn = skia.Matrix()
    turn.setTranslate(x, -y)
    turn.preRotate(angle)
    path.transform(turn)
    b.cut(path, colour, haze=haze, lift=0.008, rough=0, own=own)


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
    """A row of trees, no two the same height or green."""
    for x in b.spread(step):
        tone = mixed(colour, "#c9c46a", b.dice.uniform(0, 0.28))
        tree(b, x, y, size * b.dice.uniform(0.78, 1.14), tone, haze=haze, kind=kind)


def grove(b: Brush, y: float, size: float, colour: str, *, haze: float = 0.3, step: float = 0.2) -> None:
    """The rounded tops of a wood far off."""
    for x in b.spread(step, 0.35):
        r = size * b.dice.uniform(0.7, 1.15)
        b.disc(
            x,
            y + b.dice.uniform(-0.02, 0.03),
            r,
            mixed(colour, "#d8d07a", b.dice.uniform(0, 0.2)),
            high=r * 1.1,
            haze=haze,
            lift=0.012,
            rough=0.006,
        )


def branch(
    b: Brush, side: int, colour: str, *, kind: str = "leaf", y: float | None = None, reach: float = 0.55
) -> None:
    """A branch that reaches into the frame from above, left (-1) or right (1): "leaf", "sakura", "maple" or "pine"."""
    high = (b.top if y is None else y) + 0.04
    edge = side * (b.half + 0.12)
    twig = skia.Path()
    twig.moveTo(edge, -high - 0.1)
    twig.quadTo(edge - side * reach * 0.6, -high + 0.02, edge - side * reach, -high + 0.2)
    twig.quadTo(edge - side * reach * 0.6, -high + 0.06, edge, -high + 0.0)
    twig.close()
    b.cut(twig, "#6f4f3c", lift=0.03, rough=0.002)
    count = 15 if kind != "sakura" else 13
    for number in range(count):
        u = (number + 0.5) / count
        x = edge - side * reach * u + b.dice.uniform(-0.03, 0.03)
        h = high - 0.02 - 0.2 * u**1.6 + b.dice.uniform(-0.05, 0.05)
        tone = mixed(colour, "#fff3b0", b.dice.uniform(0, 0.24))
        if kind == "sakura":
            for petal in range(5):
                angle = petal * 1.2566 + number
                b.disc(x + 0.032 * sin(angle), h + 0.032 * cos(angle), 0.027, tone, lift=0.006, rough=0, flat=True)
            b.disc(x, h, 0.014, "#e0607a", lift=0, rough=0, flat=True)
        elif kind == "maple":
            for angle in (-90, -34, -146, 20, 160):
                leaf(b, x, h, 0.075, angle + 14 * (number % 3), tone, fat=0.3)
        elif kind == "pine":
            for spoke in range(9):
                leaf(b, x, h - 0.03, 0.12, -180 + spoke * 22.5, tone, fat=0.07)
        else:
            leaf(b, x, h, 0.17, 90 + side * 34 + b.dice.uniform(-46, 46), tone)
