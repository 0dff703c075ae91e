"""Eyes and mouths, drawn anew for every frame where the glyph's own were taken out."""

from collections.abc import Sequence
from math import sin

import skia

from generator.engines.paper.colours import INK, PAPER, skia_colour
from generator.engines.paper.faces import Eye, Mouth
from generator.engines.paper.pose import Pose

_THROAT = "#8c2f39"
_TONGUE = "#e8777b"
_BLUSH = "#f2857f"
_HEART = "#e23d5b"
_SHUT = frozenset({"proud", "sleepy"})
_STARING = frozenset({"surprised", "scared"})
_OPENS = 0.06  # a mouth that is open less is shut


def draw_face(
    canvas: skia.Canvas, eyes: Sequence[Eye], mouth: Mouth | None, pose: Pose, *, ink: str = INK, own_smile: bool = True
) -> None:
    """Draw the face into the sheet of its figure. `own_smile` says that the mouth must be drawn also when shut."""
    for place, eye in enumerate(eyes):
        _draw_eye(canvas, eye, place, len(eyes), pose, ink)
    if pose.blush > 0 and len(eyes) == 2:
        _draw_blush(canvas, eyes, pose.blush)
    if mouth is not None:
        _draw_mouth(canvas, mouth, pose, ink, own_smile)


def _stroke(colour: str, width: float) -> skia.Paint:
    return skia.Paint(
        AntiAlias=True,
        Color=skia_colour(colour),
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )


def _filled(colour: str, opacity: float = 1.0) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=skia_colour(colour, opacity))


def _arc(canvas: skia.Canvas, x: float, y: float, half: float, rise: float, paint: skia.Paint) -> None:
    """A curve `2 * half` wide around (x, y) whose middle is `rise` higher than its ends."""
    path = skia.Path()
    path.moveTo(x - half, y + rise / 2)
    path.quadTo(x, y - rise * 1.5, x + half, y + rise / 2)
    canvas.drawPath(path, paint)


def _draw_eye(canvas: skia.Canvas, eye: Eye, place: int, count: int, pose: Pose, ink: str) -> None:
    size = (eye.rx + eye.ry) / 2
    line = _stroke(ink, max(4.0, size * 0.55))
    mood = pose.expression
    if eye.white:
        ball = skia.Rect.MakeLTRB(eye.x - 2.1 * size, eye.y - 2.3 * size, eye.x + 2.1 * size, eye.y + 2.3 * size)
        canvas.drawOval(ball, _filled(PAPER))
        canvas.drawOval(ball, _stroke(ink, max(3.0, size * 0.35)))
    if mood == "love":
        _draw_heart(canvas, eye.x, eye.y, size * 1.9)
        return
    if pose.blink > 0.6 or mood in _SHUT:
        _arc(canvas, eye.x, eye.y, size * 1.25, size * (0.9 if mood == "proud" else -0.8), line)
    elif mood == "happy" and pose.mouth > 0.55:
        _arc(canvas, eye.x, eye.y, size * 1.3, size * 1.1, line)
    elif mood in _STARING:
        white = skia.Rect.MakeLTRB(eye.x - size * 1.7, eye.y - size * 1.8, eye.x + size * 1.7, eye.y + size * 1.8)
        canvas.drawOval(white, _filled(PAPER))
        canvas.drawOval(white, _stroke(ink, max(3.0, size * 0.35)))
        pupil = size * (0.75 if mood == "surprised" else 0.55)
        canvas.drawCircle(eye.x + pose.gaze_x * size * 0.7, eye.y - pose.gaze_y * size * 0.7, pupil, _filled(ink))
    else:
        x, y = eye.x + pose.gaze_x * size * 0.45, eye.y - pose.gaze_y * size * 0.45
        tall = eye.ry * (1 - 0.75 * pose.blink)
        canvas.drawOval(skia.Rect.MakeLTRB(x - eye.rx, y - tall, x + eye.rx, y + tall), _filled(ink))
        if pose.blink < 0.3:
            canvas.drawCircle(x + eye.rx * 0.3, y - tall * 0.36, size * 0.3, _filled(PAPER))
    if count == 2:
        _draw_brow(canvas, eye, -1.0 if place == 0 else 1.0, size, mood, ink)


def _draw_brow(canvas: skia.Canvas, eye: Eye, side: float, size: float, mood: str, ink: str) -> None:
    """`side` is -1 for the eye on the left of the sheet, 1 for the right one."""
    slant = {"angry": -0.75, "sad": 0.7, "scared": 0.7}.get(mood)
    if slant is None:
        return
    y = eye.y - size * 2.35
    inner, outer = eye.x - side * size * 1.1, eye.x + side * size * 1.3
    canvas.drawLine(inner, y - slant * size * 0.75, outer, y + slant * size * 0.75, _stroke(ink, max(4.0, size * 0.5)))


def _draw_blush(canvas: skia.Canvas, eyes: Sequence[Eye], amount: float) -> None:
    left, right = eyes
    reach = (right.x - left.x) * 0.32
    for x in (left.x - reach * 0.8, right.x + reach * 0.8):
        y = left.y + reach * 0.95
        spot = skia.Rect.MakeLTRB(x - reach * 0.55, y - reach * 0.36, x + reach * 0.55, y + reach * 0.36)
        canvas.drawOval(spot, _filled(_BLUSH, 0.55 * amount))


def _draw_mouth(canvas: skia.Canvas, mouth: Mouth, pose: Pose, ink: str, own_smile: bool) -> None:
    half, mood = mouth.width / 2, pose.expression
    line = max(4.5, mouth.width * 0.13)
    opening = max(pose.mouth, 0.5 if mood == "surprised" else 0.0)
    if opening > _OPENS:
        wide = half * (0.62 if mood == "surprised" else 1.0 if mood in ("happy", "love", "proud") else 0.86)
        _draw_open_mouth(canvas, mouth.x, mouth.y, wide, mouth.width * (0.16 + 0.72 * opening), line, ink)
    elif own_smile:
        rise = {"happy": -0.62, "love": -0.6, "proud": -0.5, "sad": 0.42, "angry": 0.34}.get(mood, -0.42)
        if mood == "scared":
            _draw_wavy(canvas, mouth.x, mouth.y + half * 0.3, half * 0.9, line, ink)
            return
        rise *= 0.25 if mood == "sleepy" else 1.0
        _arc(canvas, mouth.x, mouth.y + half * 0.3, half * 0.92, half * rise, _stroke(ink, line))


def _draw_open_mouth(canvas: skia.Canvas, x: float, y: float, half: float, drop: float, line: float, ink: str) -> None:
    """An open mouth whose upper edge is at `y` and that reaches down by `drop`."""
    path = skia.Path()
    path.moveTo(x - half, y)
    path.quadTo(x, y + drop * 0.18, x + half, y)
    path.cubicTo(x + half * 0.95, y + drop * 1.25, x - half * 0.95, y + drop * 1.25, x - half, y)
    path.close()
    canvas.drawPath(path, _filled(_THROAT))
    canvas.save()
    canvas.clipPath(path, doAntiAlias=True)
    canvas.drawCircle(x, y + drop * 1.12, half * 0.62, _filled(_TONGUE))
    canvas.restore()
    canvas.drawPath(path, _stroke(ink, line * 0.8))


def _draw_wavy(canvas: skia.Canvas, x: float, y: float, half: float, line: float, ink: str) -> None:
    path = skia.Path()
    path.moveTo(x - half, y)
    for step in range(1, 9):
        path.lineTo(x - half + step * half / 4, y + half * 0.22 * sin(step * 1.9))
    canvas.drawPath(path, _stroke(ink, line))


def _draw_heart(canvas: skia.Canvas, x: float, y: float, size: float) -> None:
    path = skia.Path()
    path.moveTo(x, y + size * 0.8)
    path.cubicTo(x - size * 1.5, y - size * 0.3, x - size * 0.6, y - size * 1.2, x, y - size * 0.35)
    path.cubicTo(x + size * 0.6, y - size * 1.2, x + size * 1.5, y - size * 0.3, x, y + size * 0.8)
    canvas.drawPath(path, _filled(_HEART))
