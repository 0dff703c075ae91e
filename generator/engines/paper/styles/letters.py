"""Letters as pictures: one line, level or from top to bottom, outlined, shaded or glowing."""

from collections.abc import Iterable
from functools import lru_cache

import skia

from generator.engines.paper.colours import skia_colour
from generator.finish.lettering import shortened, typeset

_LYING = frozenset("ー〜～…‥―—-–()（）「」『』[]【】<>〈〉《》:：=＝→")  # turned in a vertical line
_CORNERED = frozenset("、。，．")  # stand in the upper right corner of their square
_SMALL = frozenset("ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_STEP = 1.08  # letter heights from one letter of a vertical line to the next


@lru_cache(maxsize=64)
def letters(
    text: str,
    size: float,
    colour: str,
    *,
    serif: bool = False,
    outline: str | None = None,
    weight: float = 0.14,
    glow: str | None = None,
    vertical: bool = False,
    room: float | None = None,
) -> skia.Image:
    """`text` in letters of `size` pixels, on nothing.

    `outline` is the colour of an edge `weight` letter heights wide; `glow` that of a soft light or shadow around it
    all. A text longer than `room` pixels is set smaller, down to two thirds, and then shortened.
    """
    if room is not None:
        text, size = _fitted(text, size, room, serif=serif, vertical=vertical)
    margin = size * (0.32 if glow or outline else 0.06)
    long = _STEP * size * len(text) if vertical else typeset(text, size, serif=serif).LongestLine
    wide, high = (1.25 * size, long) if vertical else (long, 1.5 * size)
    surface = skia.Surface(max(1, round(wide + 2 * margin)), max(1, round(high + 2 * margin)))
    with surface as canvas:
        canvas.translate(margin, margin)
        if glow:
            blur = skia.ImageFilters.DropShadow(0, 0, 0.11 * size, 0.11 * size, skia_colour(glow))
            canvas.saveLayer(None, skia.Paint(ImageFilter=blur))
        paints: list[skia.Paint] = []
        if outline:
            paints.append(_pen(outline, 2 * weight * size))
        paints.append(_pen(colour, 0.035 * size if serif else 0.0))
        for paint in paints:
            if vertical:
                _down(canvas, text, size, paint, serif=serif)
            else:
                line = typeset(text, size, paint, serif=serif)
                line.paint(canvas, 0, (high - line.Height) / 2)
        if glow:
            canvas.restore()
    return surface.makeImageSnapshot()


def stacked(lines: Iterable[skia.Image], gap: float = 0.0, *, centred: bool = True) -> skia.Image:
    """Pictures one below the other, `gap` pixels apart (negative where margins may meet)."""
    rows = list(lines)
    wide = max(row.width() for row in rows)
    surface = skia.Surface(wide, max(1, round(sum(row.height() for row in rows) + gap * (len(rows) - 1))))
    with surface as canvas:
        y = 0.0
        for row in rows:
            canvas.drawImage(row, (wide - row.width()) / 2 if centred else 0, y)
            y += row.height() + gap
    return surface.makeImageSnapshot()


def _fitted(text: str, size: float, room: float, *, serif: bool, vertical: bool) -> tuple[str, float]:
    long = _STEP * size * len(text) if vertical else typeset(text, size, serif=serif).LongestLine
    size *= min(1.0, max(2 / 3, 0.99 * room / max(long, 1.0)))  # a rounding short of the room
    if vertical:
        most = max(1, int(room / (_STEP * size)))
        return (text if len(text) <= most else text[: most - 1] + "…"), size
    return shortened(text, size, room), size


def _pen(colour: str, width: float) -> skia.Paint:
    paint = skia.Paint(AntiAlias=True, Color=skia_colour(colour))
    if width:
        paint.setStyle(skia.Paint.kStrokeAndFill_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def _down(canvas: skia.Canvas, text: str, size: float, paint: skia.Paint, *, serif: bool) -> None:
    """A vertical line whose squares are `size` wide."""
    for place, letter in enumerate(text):
        line = typeset(letter, size, paint, serif=serif)
        canvas.save()
        canvas.translate(0.625 * size, (place + 0.5) * _STEP * size)
        if letter in _LYING:
            canvas.rotate(90)
        elif letter in _CORNERED:
            canvas.translate(0.6 * size, -0.6 * size)
        elif letter in _SMALL:
            canvas.translate(0.08 * size, -0.08 * size)
        line.paint(canvas, -line.LongestLine / 2, -line.Height / 2)
        canvas.restore()
