"""Limbs: arms and legs of two bits of paper each, which a rivet joins at the elbow and at the knee.

All lengths are in heights of the whole puppet; a bit lies along its own downward axis with its joint at the origin.
"""

from collections.abc import Callable
from dataclasses import dataclass

import skia

from generator.engines.paper.colours import darker, skia_colour

LINE = 0.0115  # width of the pen
HIP = (0.062, 0.205)  # beside and above the middle of the ground
UPPER, FORE = 0.132, 0.138  # from shoulder to elbow, from there to the middle of the hand
ARM = UPPER + FORE
THIGH = 0.1
SHIN = HIP[1] - THIGH
HEEL, TOE = 0.046, 0.09  # behind and before the ankle
HAND = 0.037  # radius

Draw = Callable[[skia.Canvas], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of paper: its outline for edge and shadow (y down, joint at the origin), and what is painted on it."""

    outline: skia.Path
    paint: Draw


@dataclass(frozen=True, slots=True)
class Limb:
    """An arm or a leg; of an arm, `hand` closes around what is held, over it."""

    upper: Piece
    lower: Piece
    hand: Draw | None = None


def sleeve(cloth: str, skin: str, ink: str) -> Limb:
    """An arm in `cloth` with a hand in `skin`."""
    half, cuff = 0.039, 0.046
    upper = _rounded(0.034, half, UPPER)
    hand = skia.Path()
    hand.addCircle(0, FORE, HAND)
    lower = skia.Path()
    lower.moveTo(-half, 0)
    lower.quadTo(-half, -half, 0, -half)
    lower.quadTo(half, -half, half, 0)
    lower.lineTo(cuff, FORE - 0.028)
    lower.quadTo(0, FORE - 0.012, -cuff, FORE - 0.028)
    lower.close()
    outline = skia.Path(lower)
    outline.addPath(hand)

    def forearm(canvas: skia.Canvas) -> None:
        inked(canvas, hand, skin, ink)
        inked(canvas, lower, cloth, ink)
        _rivet(canvas, cloth, half)

    def fist(canvas: skia.Canvas) -> None:
        inked(canvas, hand, skin, ink)

    return Limb(Piece(upper, lambda canvas: inked(canvas, upper, cloth, ink)), Piece(outline, forearm), fist)


def paw(fur: str, cloth: str | None, ink: str) -> Limb:
    """A stout arm in `fur`, in a sleeve of `cloth` if one is worn."""
    half = 0.045
    upper = _rounded(0.042, half, UPPER)
    lower = skia.Path()
    lower.moveTo(-half, 0)
    lower.quadTo(-half, -half, 0, -half)
    lower.quadTo(half, -half, half, 0)
    lower.cubicTo(0.056, FORE * 0.5, 0.064, FORE + 0.036, 0.0, FORE + 0.036)
    lower.cubicTo(-0.064, FORE + 0.036, -0.056, FORE * 0.5, -half, 0)
    lower.close()

    def forearm(canvas: skia.Canvas) -> None:
        inked(canvas, lower, fur, ink)
        if cloth is not None:
            canvas.save()
            canvas.clipPath(lower, doAntiAlias=True)
            sheath = skia.Path()
            sheath.addRect(skia.Rect.MakeLTRB(-0.1, -0.1, 0.1, FORE - 0.045))
            inked(canvas, sheath, cloth, ink)
            canvas.restore()
            canvas.drawPath(lower, pen(ink))
        _rivet(canvas, cloth or fur, half)
        _fingers(canvas, ink)

    def grip(canvas: skia.Canvas) -> None:
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(-0.1, FORE - 0.03, 0.1, FORE + 0.1))
        inked(canvas, lower, fur, ink)
        canvas.restore()
        _fingers(canvas, ink)

    return Limb(Piece(upper, lambda canvas: inked(canvas, upper, cloth or fur, ink)), Piece(lower, forearm), grip)


def trouser(cloth: str, shoe: str, ink: str) -> Limb:
    """A leg in `cloth` with a boot."""
    half = 0.042
    thigh = _rounded(half, half, THIGH)
    shin = skia.Path()
    shin.moveTo(-half, 0)
    shin.quadTo(-half, -half, 0, -half)
    shin.quadTo(half, -half, half, 0)
    shin.lineTo(half, SHIN - 0.02)
    shin.lineTo(-half, SHIN - 0.02)
    shin.close()
    boot = skia.Path()
    boot.moveTo(-HEEL, SHIN - 0.004)
    boot.quadTo(-0.05, SHIN - 0.055, 0.0, SHIN - 0.055)
    boot.quadTo(TOE, SHIN - 0.05, TOE, SHIN - 0.004)
    boot.close()
    outline = skia.Path(shin)
    outline.addPath(boot)

    def lower(canvas: skia.Canvas) -> None:
        inked(canvas, shin, cloth, ink)
        _rivet(canvas, cloth, half)
        inked(canvas, boot, shoe, ink)

    return Limb(Piece(thigh, lambda canvas: inked(canvas, thigh, cloth, ink)), Piece(outline, lower))


def foot(fur: str, ink: str) -> Limb:
    """A stout leg in `fur`."""
    half = 0.054
    thigh = _rounded(half, half, THIGH)
    shin = skia.Path()
    shin.moveTo(-half, 0)
    shin.quadTo(-half, -half, 0, -half)
    shin.quadTo(half, -half, half, 0)
    shin.lineTo(0.052, SHIN - 0.07)
    shin.cubicTo(0.12, SHIN - 0.065, 0.11, SHIN - 0.004, 0.075, SHIN - 0.004)
    shin.lineTo(-half, SHIN - 0.004)
    shin.quadTo(-0.062, SHIN - 0.05, -half, 0)
    shin.close()

    def lower(canvas: skia.Canvas) -> None:
        inked(canvas, shin, fur, ink)
        _rivet(canvas, fur, half)

    return Limb(Piece(thigh, lambda canvas: inked(canvas, thigh, fur, ink)), Piece(shin, lower))


def shaded(colour: str) -> str:
    """The colour of the limb on the far side."""
    return darker(colour, 0.1)


def pen(ink: str, share: float = 1.0) -> skia.Paint:
    """The pen that outlines paper, `share` times as broad as usual."""
    return skia.Paint(
        AntiAlias=True,
        Color=skia_colour(ink),
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=LINE * share,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )


def inked(canvas: skia.Canvas, path: skia.Path, colour: str, ink: str, share: float = 1.0) -> None:
    """Fill `path` with `colour` and outline it."""
    canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(colour)))
    canvas.drawPath(path, pen(ink, share))


def _rounded(top: float, end: float, length: float) -> skia.Path:
    """A strip from a joint at the origin, `top` half as wide, to one that far down, rounded at both."""
    strip = skia.Path()
    strip.moveTo(-top, 0)
    strip.quadTo(-top, -top, 0, -top)
    strip.quadTo(top, -top, top, 0)
    strip.lineTo(end, length)
    strip.quadTo(end, length + end, 0, length + end)
    strip.quadTo(-end, length + end, -end, length)
    strip.close()
    return strip


def _rivet(canvas: skia.Canvas, colour: str, half: float) -> None:
    """Hides the ink of both bits where they turn about each other, so that a sleeve stays one sleeve."""
    canvas.drawCircle(0, 0, half - 0.46 * LINE, skia.Paint(AntiAlias=True, Color=skia_colour(colour)))


def _fingers(canvas: skia.Canvas, ink: str) -> None:
    for x in (-0.016, 0.016):
        canvas.drawLine(x, FORE + 0.008, x, FORE + 0.025, pen(ink, 0.7))
