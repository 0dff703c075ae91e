"""Lettered cards: whatever the font has no picture for goes on stage as its own name, brushed on a card on a stick."""

from collections.abc import Sequence
from functools import cache
from math import cos, pi, sin
from pathlib import Path
from random import Random

import noto_cjk_sans_jp_bold
import skia

from generator.engines.paper.colours import INK, PAPER, darker, lighter, skia_colour
from generator.engines.paper.sprites import Sprite, painted

_COLOURS = ("#f4c95d", "#f2a488", "#9cc5a1", "#a9c6e8", "#e3b5d6", "#f0d9a8")
_WOOD = "#b98a58"
_CARD = 0.56  # of the height; below it is the stick
_LONGEST = 24  # characters lettered; more could not be read
_WIDEST = 1.15  # times the height: a card no wider than a stage can hold
_WOBBLE = 4.0  # degrees by which a letter may stand askew


@cache
def bold() -> skia.Typeface:
    """Noto Sans CJK JP, bold."""
    return skia.FontMgr.New_Custom_Empty().makeFromFile(str(Path(str(noto_cjk_sans_jp_bold.FONT_PATH))))


def _font(size: float) -> skia.Font:
    """The face at a size in units, far below a pixel of the hinter's: unhinted, with widths that are not rounded."""
    font = skia.Font(bold(), size)
    font.setHinting(skia.FontHinting.kNone)
    font.setLinearMetrics(True)
    font.setSubpixel(True)
    return font


def lettered_card(
    label: str,
    *,
    height: float = 1.0,
    colour: str | None = None,
    edge: float = 0.02,
    stick: bool = True,
    ink: str = INK,
) -> Sprite:
    """A card with `label` on it, `height` units high with its stick, the foot of the stick at the origin."""
    text = " ".join(label.split())[:_LONGEST] or "?"
    dice = Random(text)
    rows = _rows(text)
    tall = height * (_CARD if stick else 1.0)
    size = 0.74 * tall / max(len(rows), 1) / 1.08
    size = min(size, 0.42 * height)
    font = _font(size)
    longest = max(_width(row, font) for row in rows)
    if longest > _WIDEST * height:
        size *= _WIDEST * height / longest
        font = _font(size)
    widest = max(_width(row, font) for row in rows)
    wide = max(widest + 0.22 * tall, 0.8 * tall)
    middle = -height + tall / 2
    card = _wobbly(dice, wide, tall, middle)
    outline = skia.Path(card)
    pole = skia.Path()
    if stick:
        pole.addRoundRect(skia.Rect.MakeLTRB(-0.022 * height, middle, 0.022 * height, 0), 0.01, 0.01)
        outline.addPath(pole)
    paint_colour = colour or dice.choice(_COLOURS)
    glyphs = _letters(dice, rows, font, size, middle)

    def face(canvas: skia.Canvas) -> None:
        pen = skia.Paint(
            AntiAlias=True,
            Color=skia_colour(ink),
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=0.018 * height,
            StrokeJoin=skia.Paint.kRound_Join,
        )
        if stick:
            canvas.drawPath(pole, skia.Paint(AntiAlias=True, Color=skia_colour(_WOOD)))
            canvas.drawPath(pole, pen)
        canvas.drawPath(card, skia.Paint(AntiAlias=True, Color=skia_colour(paint_colour)))
        inner = skia.Matrix()
        inner.setScale(0.9, 0.86, 0, middle)
        panel = skia.Path(card)
        panel.transform(inner)
        canvas.drawPath(panel, skia.Paint(AntiAlias=True, Color=skia_colour(lighter(paint_colour, 0.72))))
        canvas.drawPath(card, pen)
        shade = skia.Paint(AntiAlias=True, Color=skia_colour(darker(paint_colour, 0.1), 0.45))
        brush = skia.Paint(AntiAlias=True, Color=skia_colour(ink))
        for glyph in glyphs:
            canvas.save()
            canvas.translate(0.012 * height, 0.016 * height)
            canvas.drawPath(glyph, shade)
            canvas.restore()
        for glyph in glyphs:
            canvas.drawPath(glyph, brush)
        tack = skia.Paint(AntiAlias=True, Color=skia_colour("#d2473a"))
        canvas.drawCircle(0, middle - tall * 0.43, 0.024 * height, tack)
        canvas.drawCircle(-0.007 * height, middle - tall * 0.437, 0.008 * height, skia.Paint(Color=skia_colour(PAPER)))

    return painted(outline, edge, face)


def _width(row: str, font: skia.Font) -> float:
    return float(sum(font.getWidths(font.unicharsToGlyphs([ord(letter) for letter in row]))))


def _rows(text: str) -> list[str]:
    """`text` in one, two or three rows of much the same length, broken at a space where there is one."""
    wide = sum(2 if ord(c) > 0x2E7F else 1 for c in text)
    wanted = 1 if wide <= 8 else 2 if wide <= 22 else 3
    if " " not in text and text.isascii():
        wanted = 1  # a word is not broken
    rows, left = [], text
    for remaining in range(wanted, 1, -1):
        cut = round(len(left) / remaining)
        spaces = [at for at, c in enumerate(left) if c == " "]
        if spaces:
            cut = min(spaces, key=lambda at: abs(at - cut))
        rows.append(left[:cut].strip())
        left = left[cut:].strip()
    rows.append(left)
    return [row for row in rows if row] or ["?"]


def _wobbly(dice: Random, wide: float, tall: float, middle: float) -> skia.Path:
    """A rectangle as scissors cut it freehand: corners round, sides not quite straight."""
    path = skia.Path()
    steps = 28
    points = []
    for step in range(steps):
        angle = 2 * pi * step / steps
        x, y = cos(angle), sin(angle)
        stretch = (abs(x) ** 6 + abs(y) ** 6) ** (-1 / 6)  # a superellipse: between an oval and a box
        jitter = 1 + dice.uniform(-0.014, 0.014)
        points.append((x * stretch * wide / 2 * jitter, middle + y * stretch * tall / 2 * jitter))
    first = _halfway(points[-1], points[0])
    path.moveTo(*first)
    for place, point in enumerate(points):
        path.quadTo(*point, *_halfway(point, points[(place + 1) % steps]))
    path.close()
    return path


def _halfway(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _letters(dice: Random, rows: Sequence[str], font: skia.Font, size: float, middle: float) -> list[skia.Path]:
    """The outlines of the letters, each a little askew."""
    letters = []
    line = size * 1.1
    for number, row in enumerate(rows):
        x = -_width(row, font) / 2
        y = middle + (number - (len(rows) - 1) / 2) * line + size * 0.36
        for letter in row:
            glyph = font.unicharToGlyph(ord(letter))
            width = font.getWidths([glyph])[0]
            shape = font.getPath(glyph)
            if shape is not None:
                outline = skia.Path(shape)
                askew = skia.Matrix()
                askew.setTranslate(x + width / 2, y - size * 0.36 + dice.uniform(-0.025, 0.025) * size)
                askew.preRotate(dice.uniform(-_WOBBLE, _WOBBLE))
                askew.preTranslate(-width / 2, size * 0.36)
                outline.transform(askew)
                letters.append(outline)
            x += width
    return letters
