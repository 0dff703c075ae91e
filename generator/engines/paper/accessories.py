"""What puppets wear: glasses before the eyes, hats on the head, bows and scarves at the neck.

Glasses, bows, scarves and headphones are cut to measure for whoever wears them; hats come from the property room.
"""

from collections.abc import Callable
from functools import partial
from typing import Literal

import skia

from generator.engines.paper.colours import INK, PAPER, darker, lighter, skia_colour
from generator.engines.paper.lettering import lettered_card
from generator.engines.paper.measures import Measures
from generator.engines.paper.stock import thing
from generator.engines.paper.wings import WORN
from generator.lexicon.lexicon import concept

ON_FACE = frozenset({"glasses", "sunglasses", "goggles", "mask", "mask_of_hero"})  # what goes with a face that turns
TAILS = {"tail_of_fish": "#3fa7a0", "tail_of_smoke": "#5a9fd0"}  # what some have instead of legs, and its colour
_GARMENTS = frozenset({"white_coat", "coat", "kimono", "dress", "apron", "uniform", "suit", "cape"})
_GARMENT_FIGURES = frozenset("🧥🥼👘👗👔👕👖🩳👚🦺🥋")
_CLOTHS = {"white_coat": "#f4f1ea", "uniform": "#4a5f86", "suit": "#3f4450"}


Paint = Callable[[skia.Canvas], None]


def is_garment(name: str) -> bool:
    """Whether it is worn on the body, as its cloth, rather than on the head or the neck."""
    found = concept(name)
    return name in _GARMENTS or (found is not None and found.figure is not None and found.figure[0] in _GARMENT_FIGURES)


def cloth_of(wears: tuple[str, ...], colour: str | None) -> str | None:
    """The colour of the cloth: that of a garment with one of its own, then `colour`, then a garment's usual one."""
    for name in wears:
        if name in _CLOTHS:
            return _CLOTHS[name]
    if colour is not None:
        return colour
    usual = (concept(name) for name in wears if is_garment(name))
    return next((found.colour for found in usual if found is not None and found.colour), None)


def fitted(name: str, measures: Measures, ink: str = INK) -> Paint | None:
    """What paints the accessory `name` on a head of those measures; None for garments.

    What has no figure hangs at the neck as a lettered tag.
    """
    found = concept(name)
    colour = (found.colour if found else None) or "#5a5f68"
    tailor = _TAILORS.get(name)
    if tailor is not None:
        return partial(tailor, measures, colour, ink)
    if is_garment(name) or name in WORN or name in TAILS:
        return None
    emoji = found.figure if found else None
    if emoji is None:
        return partial(_tag, measures, name.replace("_", " "))
    where: Literal["crown", "neck"] = "neck" if name in _AT_NECK else "crown"
    return partial(_placed, measures, emoji, colour, where, _WIDTHS.get(name, 0.72), _DROPS.get(name, 0.16))


_IN_PROFILE = 1.3  # a head seen from the side is longer than it is measured between the eyes
_AT_NECK = frozenset({"necklace", "tie", "medal", "stethoscope", "ribbon_badge"})
_WIDTHS = {"crown": 0.62, "hat": 0.68, "top_hat": 0.68, "cap": 0.8, "ribbon": 0.42}
_DROPS = {"crown": 0.16, "hat": 0.2, "top_hat": 0.2, "cap": 0.38}  # of the width


def _placed(
    m: Measures,
    emoji: str,
    colour: str,
    where: Literal["crown", "neck"],
    share: float,
    drop: float,
    canvas: skia.Canvas,
) -> None:
    sprite = thing(emoji, colour)
    width = m.width * share * (_IN_PROFILE if m.eyes_apart == 0 and where == "crown" else 1.0)
    scale = width / (sprite.box.width() - 0.15)
    canvas.save()
    if where == "crown":
        canvas.translate(m.crown_x, m.crown_y + drop * m.width)
    else:
        canvas.translate(m.neck_x, m.neck_y + 0.5 * width)
    canvas.scale(scale, scale)
    sprite.draw(canvas)
    canvas.restore()


def _tag(m: Measures, label: str, canvas: skia.Canvas) -> None:
    canvas.save()
    canvas.translate(m.neck_x, m.neck_y + 0.3 * m.width)
    lettered_card(label, height=0.24 * m.width, edge=0.02, stick=False).draw(canvas)
    canvas.restore()


def _line(ink: str, width: float) -> skia.Paint:
    return skia.Paint(
        AntiAlias=True,
        Color=skia_colour(ink),
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )


def _fill(colour: str, opacity: float = 1.0) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=skia_colour(colour, opacity))


def _lenses(m: Measures) -> tuple[list[float], float]:
    """Where lenses stand, and their radius."""
    if m.eyes_apart == 0:
        return [m.eye_x], max(2.4 * m.eye, 0.15 * m.width)
    half = m.eyes_apart / 2
    return [m.eye_x - half, m.eye_x + half], min(0.46 * m.eyes_apart, max(2.1 * m.eye, 0.3 * m.eyes_apart))


def _glasses(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    places, radius = _lenses(m)
    line = _line(ink, 0.16 * radius)
    for x in places:
        canvas.drawCircle(x, m.eye_y, radius, _fill("#e8f4f8", 0.32))
        canvas.drawCircle(x, m.eye_y, radius, line)
        canvas.drawLine(
            x - 0.45 * radius,
            m.eye_y - 0.1 * radius,
            x - 0.1 * radius,
            m.eye_y - 0.5 * radius,
            _line("#ffffff", 0.1 * radius),
        )
    _temples(m, places, radius, line, canvas)


def _sunglasses(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    places, radius = _lenses(m)
    line = _line(ink, 0.16 * radius)
    for x in places:
        lens = skia.Path()
        lens.moveTo(x - 1.12 * radius, m.eye_y - 0.72 * radius)
        lens.lineTo(x + 1.12 * radius, m.eye_y - 0.72 * radius)
        lens.cubicTo(
            x + 1.1 * radius,
            m.eye_y + 1.2 * radius,
            x - 1.1 * radius,
            m.eye_y + 1.2 * radius,
            x - 1.12 * radius,
            m.eye_y - 0.72 * radius,
        )
        lens.close()
        canvas.drawPath(lens, _fill(colour))
        canvas.drawPath(lens, line)
        canvas.drawLine(
            x - 0.55 * radius,
            m.eye_y + 0.1 * radius,
            x + 0.0 * radius,
            m.eye_y - 0.42 * radius,
            _line(lighter(colour, 0.55), 0.2 * radius),
        )
    _temples(m, places, radius, line, canvas, high=0.5)


def _temples(
    m: Measures, places: list[float], radius: float, line: skia.Paint, canvas: skia.Canvas, high: float = 0.0
) -> None:
    y = m.eye_y - high * radius
    if len(places) == 2:
        canvas.drawLine(places[0] + radius, y, places[1] - radius, y, line)
        reach = 0.44 * m.width
        canvas.drawLine(places[0] - radius, y, min(places[0] - radius, m.crown_x - reach), y - 0.15 * radius, line)
        canvas.drawLine(places[1] + radius, y, max(places[1] + radius, m.crown_x + reach), y - 0.15 * radius, line)
    else:
        canvas.drawLine(places[0] + radius, y, places[0] + radius + 0.3 * m.width, y - 0.3 * radius, line)


def _bow_tie(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    wide, tall = 0.2 * m.width, 0.13 * m.width
    bow = skia.Path()
    for side in (-1, 1):
        bow.moveTo(m.neck_x, m.neck_y)
        bow.cubicTo(
            m.neck_x + side * 0.4 * wide,
            m.neck_y - tall,
            m.neck_x + side * wide,
            m.neck_y - 1.1 * tall,
            m.neck_x + side * wide,
            m.neck_y - 0.6 * tall,
        )
        bow.quadTo(m.neck_x + side * 0.85 * wide, m.neck_y, m.neck_x + side * wide, m.neck_y + 0.6 * tall)
        bow.cubicTo(
            m.neck_x + side * wide,
            m.neck_y + 1.1 * tall,
            m.neck_x + side * 0.4 * wide,
            m.neck_y + tall,
            m.neck_x,
            m.neck_y,
        )
        bow.close()
    line = _line(ink, 0.03 * m.width)
    canvas.drawPath(bow, _fill(colour))
    canvas.drawPath(bow, line)
    knot = skia.Rect.MakeLTRB(
        m.neck_x - 0.2 * wide, m.neck_y - 0.42 * tall, m.neck_x + 0.2 * wide, m.neck_y + 0.42 * tall
    )
    canvas.drawRoundRect(knot, 0.06 * wide, 0.06 * wide, _fill(darker(colour, 0.15)))
    canvas.drawRoundRect(knot, 0.06 * wide, 0.06 * wide, line)


def _scarf(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    half, thick = 0.33 * m.width, 0.15 * m.width
    x, y = m.neck_x, m.neck_y
    tail = skia.Path()
    tail.moveTo(x + 0.3 * half, y)
    tail.lineTo(x + 0.85 * half, y)
    tail.lineTo(x + 0.95 * half, y + 2.6 * thick)
    tail.lineTo(x + 0.38 * half, y + 2.6 * thick)
    tail.close()
    band = skia.Path()
    band.moveTo(x - half, y - 0.55 * thick)
    band.quadTo(x, y + 0.4 * thick, x + half, y - 0.55 * thick)
    band.lineTo(x + half, y + 0.45 * thick)
    band.quadTo(x, y + 1.4 * thick, x - half, y + 0.45 * thick)
    band.close()
    line = _line(ink, 0.028 * m.width)
    for path in (tail, band):
        canvas.drawPath(path, _fill(colour))
        canvas.drawPath(path, line)
    stripe = _line(lighter(colour, 0.6), 0.04 * m.width)
    for share in (1.5, 2.05):
        canvas.drawLine(x + 0.42 * half, y + share * thick, x + 0.86 * half, y + share * thick, stripe)


def _helmet(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    """A dome down to the brow, with a rim."""
    line = _line(ink, 0.03 * m.width)
    half, brow, top = 0.53 * m.width, _brow(m), m.crown_y - 0.07 * m.width
    dome = skia.Path()
    dome.moveTo(m.crown_x - half, brow)
    dome.cubicTo(m.crown_x - half, top, m.crown_x - 0.6 * half, top, m.crown_x, top)
    dome.cubicTo(m.crown_x + 0.6 * half, top, m.crown_x + half, top, m.crown_x + half, brow)
    dome.close()
    canvas.drawPath(dome, _fill(colour))
    canvas.drawPath(dome, line)
    shine = _line(lighter(colour, 0.6), 0.05 * m.width)
    canvas.drawLine(m.crown_x - 0.55 * half, brow - 0.14 * m.width, m.crown_x - 0.4 * half, top + 0.1 * m.width, shine)
    rim = skia.Rect.MakeXYWH(m.crown_x - 1.1 * half, brow - 0.05 * m.width, 2.2 * half, 0.09 * m.width)
    canvas.drawRoundRect(rim, 0.045 * m.width, 0.045 * m.width, _fill(lighter(colour, 0.35)))
    canvas.drawRoundRect(rim, 0.045 * m.width, 0.045 * m.width, line)


def _straw_hat(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    """A wide brim above the brow, a round crown, a ribbon."""
    line = _line(ink, 0.028 * m.width)
    at, half, top = _brow(m) - 0.04 * m.width, 0.4 * m.width, m.crown_y - 0.18 * m.width
    brim = skia.Rect.MakeLTRB(m.crown_x - 1.95 * half, at - 0.1 * m.width, m.crown_x + 1.95 * half, at + 0.1 * m.width)
    canvas.drawOval(brim, _fill(colour))
    canvas.drawOval(brim, line)
    crown = skia.Path()
    crown.moveTo(m.crown_x - half, at)
    crown.cubicTo(m.crown_x - 0.95 * half, top, m.crown_x - 0.5 * half, top, m.crown_x, top)
    crown.cubicTo(m.crown_x + 0.5 * half, top, m.crown_x + 0.95 * half, top, m.crown_x + half, at)
    crown.quadTo(m.crown_x, at + 0.09 * m.width, m.crown_x - half, at)
    crown.close()
    canvas.drawPath(crown, _fill(lighter(colour, 0.2)))
    band = skia.Path()
    band.moveTo(m.crown_x - half, at - 0.04 * m.width)
    band.quadTo(m.crown_x, at + 0.06 * m.width, m.crown_x + half, at - 0.04 * m.width)
    canvas.drawPath(band, _line("#d2573f", 0.08 * m.width))
    canvas.drawPath(crown, line)


def _brow(m: Measures) -> float:
    """Where a hat ends: well above the eyes, but on the head."""
    return max(m.crown_y + 0.04 * m.width, min(m.crown_y + 0.3 * m.width, m.eye_y - 2.2 * m.eye - 0.06 * m.width))


def _headphones(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    half = 0.5 * m.width
    arch = skia.Path()
    arch.moveTo(m.crown_x - half, m.eye_y)
    arch.cubicTo(
        m.crown_x - half,
        m.crown_y - 0.16 * m.width,
        m.crown_x + half,
        m.crown_y - 0.16 * m.width,
        m.crown_x + half,
        m.eye_y,
    )
    canvas.drawPath(arch, _line(ink, 0.105 * m.width))
    canvas.drawPath(arch, _line(colour, 0.06 * m.width))
    for side in (-1, 1):
        cup = skia.Rect.MakeXYWH(
            m.crown_x + side * half - 0.075 * m.width, m.eye_y - 0.15 * m.width, 0.15 * m.width, 0.3 * m.width
        )
        canvas.drawRoundRect(cup, 0.06 * m.width, 0.06 * m.width, _fill(colour))
        canvas.drawRoundRect(cup, 0.06 * m.width, 0.06 * m.width, _line(ink, 0.03 * m.width))


def _mask(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    half, tall = 0.25 * m.width, 0.2 * m.width
    line = _line(ink, 0.025 * m.width)
    for side in (-1, 1):
        canvas.drawLine(
            m.eye_x + side * half, m.mouth_y - 0.4 * tall, m.eye_x + side * 0.45 * m.width, m.mouth_y - 0.8 * tall, line
        )
    sheet = skia.Rect.MakeLTRB(m.eye_x - half, m.mouth_y - 0.75 * tall, m.eye_x + half, m.mouth_y + 0.75 * tall)
    canvas.drawRoundRect(sheet, 0.1 * m.width, 0.1 * m.width, _fill("#f4f8f8"))
    canvas.drawRoundRect(sheet, 0.1 * m.width, 0.1 * m.width, line)
    for share in (-0.2, 0.2):
        canvas.drawLine(
            m.eye_x - 0.7 * half,
            m.mouth_y + share * tall,
            m.eye_x + 0.7 * half,
            m.mouth_y + share * tall,
            _line("#b9c7c9", 0.018 * m.width),
        )


def _white_beard(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    """A beard that leaves the mouth free, down over the collar."""
    half, ear, chin = 0.62 * m.eyes_apart + 0.16 * m.width, m.eye_y + 0.1 * m.width, 0.13 * m.width
    beard = skia.Path()
    beard.moveTo(m.eye_x - half, ear)
    beard.cubicTo(m.eye_x - 1.05 * half, chin, m.eye_x - 0.4 * half, chin + 0.05, m.eye_x, chin + 0.05)
    beard.cubicTo(m.eye_x + 0.4 * half, chin + 0.05, m.eye_x + 1.05 * half, chin, m.eye_x + half, ear)
    beard.cubicTo(m.eye_x + 0.7 * half, m.mouth_y, m.eye_x + 0.6 * half, m.mouth_y - 0.02, m.eye_x, m.mouth_y - 0.035)
    beard.cubicTo(m.eye_x - 0.6 * half, m.mouth_y - 0.02, m.eye_x - 0.7 * half, m.mouth_y, m.eye_x - half, ear)
    beard.close()
    lips = skia.Path()
    lips.addOval(skia.Rect.MakeLTRB(m.eye_x - 0.34 * half, m.mouth_y - 0.022, m.eye_x + 0.34 * half, m.mouth_y + 0.055))
    hairy = skia.Op(beard, lips, skia.PathOp.kDifference_PathOp)
    canvas.drawPath(hairy, _fill("#fdfbf6"))
    canvas.drawPath(hairy, _line(ink, 0.026 * m.width))


def _slick_hair(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    """Black hair combed back, with a widow's peak."""
    half, line = 0.62 * m.eyes_apart + 0.055, m.crown_y + 0.035
    hair = skia.Path()
    hair.moveTo(m.eye_x - half, m.eye_y)
    hair.cubicTo(m.eye_x - half, line - 0.055, m.eye_x - 0.5 * half, line - 0.055, m.eye_x, line - 0.055)
    hair.cubicTo(m.eye_x + 0.5 * half, line - 0.055, m.eye_x + half, line - 0.055, m.eye_x + half, m.eye_y)
    hair.quadTo(m.eye_x + 0.86 * half, line + 0.03, m.eye_x + 0.42 * half, line + 0.045)
    hair.lineTo(m.eye_x, m.eye_y - 0.05)
    hair.lineTo(m.eye_x - 0.42 * half, line + 0.045)
    hair.quadTo(m.eye_x - 0.86 * half, line + 0.03, m.eye_x - half, m.eye_y)
    hair.close()
    canvas.drawPath(hair, _fill("#2f2a30"))
    canvas.drawPath(hair, _line(ink, 0.012))


def _mask_of_hero(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    """A band over the brow and around the eyes, which look through it."""
    half, tall = 0.5 * m.eyes_apart + 0.085, 0.062
    band = skia.Path()
    band.addRoundRect(skia.Rect.MakeLTRB(m.eye_x - half, m.eye_y - tall, m.eye_x + half, m.eye_y + tall), 0.05, 0.05)
    for side in (-0.5, 0.5):
        band.addCircle(m.eye_x + side * m.eyes_apart, m.eye_y, 1.75 * m.eye)
    band.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(band, _fill("#3f4ba8"))
    canvas.drawPath(band, _line(ink, 0.01))


def _halo(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    """A ring that floats over the crown."""
    ring = skia.Rect.MakeXYWH(m.crown_x - 0.3 * m.width, m.crown_y - 0.2 * m.width, 0.6 * m.width, 0.17 * m.width)
    canvas.drawOval(ring, _line(ink, 0.1 * m.width))
    canvas.drawOval(ring, _line("#f7d457", 0.06 * m.width))


def _dish(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    """A kappa's dish of water, in a fringe of hair."""
    line, half, y = _line(ink, 0.026 * m.width), 0.34 * m.width, m.crown_y + 0.05 * m.width
    fringe = skia.Path()
    fringe.moveTo(m.crown_x - 1.35 * half, y + 0.24 * m.width)
    for step in range(-4, 5):
        fringe.lineTo(m.crown_x + step * 0.31 * half, y + (0.08 if step % 2 else 0.2) * m.width)
    fringe.lineTo(m.crown_x + 1.35 * half, y + 0.24 * m.width)
    fringe.quadTo(m.crown_x + 1.2 * half, y - 0.06 * m.width, m.crown_x, y - 0.06 * m.width)
    fringe.quadTo(m.crown_x - 1.2 * half, y - 0.06 * m.width, m.crown_x - 1.35 * half, y + 0.24 * m.width)
    fringe.close()
    canvas.drawPath(fringe, _fill("#3d4a34"))
    canvas.drawPath(fringe, line)
    dish = skia.Rect.MakeLTRB(m.crown_x - half, y - 0.09 * m.width, m.crown_x + half, y + 0.07 * m.width)
    canvas.drawOval(dish, _fill("#f4f1e6"))
    canvas.drawOval(dish, line)
    dish.inset(0.22 * half, 0.035 * m.width)
    canvas.drawOval(dish, _fill("#8fd0e6"))


def _horn(m: Measures, colour: str, ink: str, canvas: skia.Canvas) -> None:
    """A unicorn's horn, on the brow of a head seen from the side."""
    wide = 0.07 * m.width
    x, y = m.eye_x - 0.02 * m.width, m.eye_y - 0.12 * m.width
    horn = skia.Path()
    horn.moveTo(x - wide, y)
    horn.lineTo(x - 0.24 * m.width, y - 0.5 * m.width)
    horn.lineTo(x + wide, y - 0.06 * m.width)
    horn.close()
    canvas.drawPath(horn, _line(PAPER, 0.1 * m.width))
    canvas.drawPath(horn, _fill("#f7d97a"))
    canvas.drawPath(horn, _line(ink, 0.03 * m.width))


_TAILORS: dict[str, Callable[[Measures, str, str, skia.Canvas], None]] = {
    "halo": _halo,
    "dish_of_water": _dish,
    "horn": _horn,
    "white_beard": _white_beard,
    "slick_hair": _slick_hair,
    "mask_of_hero": _mask_of_hero,
    "glasses": _glasses,
    "sunglasses": _sunglasses,
    "goggles": _glasses,
    "bow_tie": _bow_tie,
    "scarf": _scarf,
    "headphones": _headphones,
    "helmet": _helmet,
    "mask": _mask,
    "straw_hat": _straw_hat,
}
