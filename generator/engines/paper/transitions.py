"""Transitions: how one picture gives way to the next. `u` is progress from 0 to 1."""

from collections.abc import Mapping
from dataclasses import dataclass

import skia

from generator.engines.paper.colours import skia_colour
from generator.engines.paper.easing import clamp, ease, settle
from generator.vocabulary import Transition

SECONDS: Mapping[Transition, float] = {
    "cut": 0.0, "dissolve": 0.6, "fade": 0.9, "wipe": 0.55, "iris": 1.0, "page": 0.65, "whip": 0.36,
}  # fmt: skip
_DARK = "#0a0608"
_SMEAR = 5  # ghosts of a picture that is whipped away
_LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)


@dataclass(frozen=True, slots=True)
class Gate:
    """A frame of `width` by `height` pixels; `old` is the picture before and where it was looked at, in pixels."""

    width: int
    height: int
    old: skia.Image
    old_at: tuple[float, float]


def shift(kind: Transition, u: float, width: int) -> float:
    """How far to the side the new picture stands, in pixels: it flies in behind a whipped camera."""
    return width * (1 - settle(u)) if kind == "whip" else 0.0


def lay_over(canvas: skia.Canvas, kind: Transition, u: float, gate: Gate, new_at: tuple[float, float]) -> None:
    """Lay what is left of the old picture over the new one, which is looked at at `new_at`."""
    match kind:
        case "dissolve":
            canvas.drawImage(gate.old, 0, 0, skia.SamplingOptions(), skia.Paint(Alphaf=1 - ease(u)))
        case "fade":
            _fade(canvas, u, gate)
        case "wipe":
            _wipe(canvas, u, gate)
        case "iris":
            _iris(canvas, u, gate, new_at)
        case "whip":
            _whip(canvas, u, gate)
        case "page":
            _page(canvas, u, gate)
        case "cut":
            pass


def _fade(canvas: skia.Canvas, u: float, gate: Gate) -> None:
    """To black and out of it."""
    if u < 0.5:
        canvas.drawImage(gate.old, 0, 0)
    dark = ease(1 - abs(2 * u - 1))
    frame = skia.Rect.MakeWH(gate.width, gate.height)
    canvas.drawRect(frame, skia.Paint(Color=skia_colour("#000000", dark)))


def _wipe(canvas: skia.Canvas, u: float, gate: Gate) -> None:
    """The old picture is wiped away from left to right by the slanting edge of a sheet."""
    w, h = gate.width, gate.height
    lean = 0.16 * h
    x = -lean + ease(u) * (w + 2 * lean)
    edge = [skia.Point(x + lean / 2, 0), skia.Point(x - lean / 2, h)]
    left = skia.Path()
    left.addPoly([*edge, skia.Point(2 * w, h), skia.Point(2 * w, 0)], True)
    canvas.save()
    canvas.clipPath(left, skia.ClipOp.kIntersect, True)
    canvas.drawImage(gate.old, 0, 0)
    canvas.restore()
    for colour, opacity, width in (("#120a18", 0.28, 0.03), ("#fffdf7", 1.0, 0.012)):
        pen = skia.Paint(AntiAlias=True, Color=skia_colour(colour, opacity), StrokeWidth=width * min(w, h))
        canvas.drawLine(edge[0], edge[1], pen)


def _iris(canvas: skia.Canvas, u: float, gate: Gate, new_at: tuple[float, float]) -> None:
    """An eye that closes on whom we saw and opens on whom we see."""
    w, h = gate.width, gate.height
    closing = u < 0.5
    if closing:
        canvas.drawImage(gate.old, 0, 0)
    x, y = gate.old_at if closing else new_at
    x, y = clamp(x, 0.1 * w, 0.9 * w), clamp(y, 0.15 * h, 0.85 * h)
    wide = ease(1 - u / 0.46) if closing else ease((u - 0.54) / 0.46)
    far = max(((x - cx) ** 2 + (y - cy) ** 2) ** 0.5 for cx in (0, w) for cy in (0, h))
    radius = wide * far * 1.02
    canvas.save()
    if radius > 1:
        eye = skia.Path()
        eye.addCircle(x, y, radius)
        canvas.clipPath(eye, skia.ClipOp.kDifference, True)
    canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Color=skia_colour(_DARK)))
    canvas.restore()


def _whip(canvas: skia.Canvas, u: float, gate: Gate) -> None:
    """The old picture is whipped out to the left and smears as it goes."""
    x = shift("whip", u, gate.width) - gate.width
    speed = gate.width * 0.16 * (1 - u)
    for ghost in range(_SMEAR):
        paint = skia.Paint(Alphaf=1.0 if ghost == 0 else 0.5 - 0.08 * ghost)
        canvas.drawImage(gate.old, round(x - speed * ghost / _SMEAR), 0, skia.SamplingOptions(), paint)


def _page(canvas: skia.Canvas, u: float, gate: Gate) -> None:
    """A card of paper theatre: a hand pulls the old one out of the frame to the left, and the next stands behind it."""
    w, h = gate.width, gate.height
    gone = ease(u)
    x = -gone * w * 1.08
    lift = 0.012 * min(w, h) * (1 - abs(2 * u - 1))
    canvas.save()
    canvas.translate(x, -lift)
    canvas.rotate(-1.1 * (1 - abs(2 * u - 1)), 0, h)
    reach = 0.09 * w
    shadow = skia.GradientShader.MakeLinear(
        points=[skia.Point(w, 0), skia.Point(w + reach, 0)],
        colors=[skia_colour("#120a18", 0.55), skia_colour("#120a18", 0)],
    )
    canvas.drawRect(skia.Rect.MakeXYWH(w, -h, reach, 3 * h), skia.Paint(Shader=shadow))
    canvas.drawImage(gate.old, 0, 0, _LINEAR)
    under = skia.Rect.MakeXYWH(0, h, w, 0.1 * h)
    canvas.drawRect(under, skia.Paint(Color=skia_colour("#e8dcc4")))
    for left, width, colour in ((-0.012, 0.012, "#fffdf7"), (0.0, 0.005, "#c9b48c")):
        card = skia.Rect.MakeXYWH(w * (1 + left), -0.1 * h, w * width, 1.2 * h)
        canvas.drawRect(card, skia.Paint(AntiAlias=True, Color=skia_colour(colour)))
    canvas.restore()
