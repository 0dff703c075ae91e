"""Seen through somebody's eyes: lids that open, blink now and then, and a dark rim."""

from math import pi, sin

import skia

from generator.engines.paper.colours import skia_colour
from generator.engines.paper.easing import clamp, ease
from generator.engines.paper.styles.overlay import Plate
from generator.storyboard import Shot

_OPENS, _BLINKS, _BLINK = 0.4, 1.9, 0.2  # seconds: until they are open, from blink to blink, a blink
_WIDE = 1.16  # of the frame: how far open eyes reach


def blink(canvas: skia.Canvas, plate: Plate, shot: Shot, t: float) -> None:
    """Draw the lids at film time `t`."""
    since = t - shot.start
    opened = ease(clamp(since / _OPENS))
    if since > _OPENS:
        opened = 1 - sin(pi * clamp((since % _BLINKS) / _BLINK))
    w, h = plate.width, plate.height
    soft = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.02 * plate.short)
    eye = skia.Path()
    half = 0.5 * _WIDE * h * max(0.001, opened)
    eye.moveTo(-0.7 * w, h / 2)
    eye.cubicTo(0.16 * w, h / 2 - 1.25 * half, 0.84 * w, h / 2 - 1.25 * half, 1.7 * w, h / 2)
    eye.cubicTo(0.84 * w, h / 2 + 1.25 * half, 0.16 * w, h / 2 + 1.25 * half, -0.7 * w, h / 2)
    lids = skia.Path()
    lids.addRect(skia.Rect.MakeLTRB(-w, -h, 2 * w, 2 * h))
    lids.addPath(eye)
    lids.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(lids, skia.Paint(AntiAlias=True, Color=skia_colour("#140a10"), MaskFilter=soft))
