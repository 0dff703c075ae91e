"""Bodies for those of whom the font draws only the head: coat or fur, two arms, two legs, as separate bits of paper.

All lengths are in heights of the whole puppet; x to the side that the puppet faces, y upwards from the ground.
"""

from dataclasses import dataclass

import skia

from generator.engines.paper.colours import INK, darker, lighter, lightness, mixed, skia_colour
from generator.engines.paper.limbs import Limb, Piece, foot, inked, paw, pen, shaded, sleeve, trouser

HEAD = 0.5  # height of the head
NECK = 0.535  # where the head's chin rests
SHOULDER = (0.092, 0.478)  # beside and above the middle of the ground


@dataclass(frozen=True, slots=True)
class Body:
    """The pieces of a body."""

    torso: Piece
    near_arm: Limb
    far_arm: Limb
    near_leg: Limb
    far_leg: Limb


def person_body(cloth: str, skin: str, *, dress: bool, apron: str | None = None, ink: str = INK) -> Body:
    """A coat (or a dress, or an apron over it) in `cloth`, hands in `skin`, trousers and shoes."""
    trousers = mixed(darker(cloth, 0.55), "#4a5068", 0.5) if not dress else skin
    shoes = darker(cloth, 0.62) if lightness(cloth) < 0.6 else "#5b4a48"
    torso = _torso_of_person(cloth, dress, apron, ink)
    arm = sleeve(cloth, skin, ink)
    far_arm = sleeve(shaded(cloth), darker(skin, 0.06), ink)
    return Body(torso, arm, far_arm, trouser(trousers, shoes, ink), trouser(darker(trousers, 0.12), shoes, ink))


def animal_body(fur: str, belly: str, *, limbs: str | None = None, cloth: str | None = None, ink: str = INK) -> Body:
    """A round body in `fur` with a patch in `belly`, and stout limbs; in a sweater of `cloth`, if one is worn."""
    limb = limbs or fur
    torso = _torso_of_animal(fur, belly, cloth, ink)
    return Body(
        torso,
        paw(limb, cloth, ink),
        paw(shaded(limb), cloth and shaded(cloth), ink),
        foot(limb, ink),
        foot(shaded(limb), ink),
    )


def robot_body(metal: str, *, ink: str = INK) -> Body:
    """A box with dials, and jointed limbs."""
    torso = skia.Path()
    torso.addRoundRect(skia.Rect.MakeLTRB(-0.135, -0.56, 0.135, -0.19), 0.03, 0.03)
    panel = skia.Path()
    panel.addRoundRect(skia.Rect.MakeLTRB(-0.085, -0.46, 0.085, -0.29), 0.02, 0.02)

    def paint(canvas: skia.Canvas) -> None:
        inked(canvas, torso, metal, ink)
        inked(canvas, panel, lighter(metal, 0.6), ink)
        for x, colour in ((-0.045, "#e2604a"), (0.0, "#f0c04c"), (0.045, "#63b07c")):
            dot = skia.Path()
            dot.addCircle(x, -0.405, 0.016)
            inked(canvas, dot, colour, ink, 0.7)
        canvas.drawLine(-0.055, -0.335, 0.055, -0.335, pen(ink))

    limb = darker(metal, 0.14)
    return Body(
        Piece(torso, paint),
        sleeve(limb, lighter(metal, 0.3), ink),
        sleeve(shaded(limb), metal, ink),
        trouser(limb, darker(metal, 0.4), ink),
        trouser(shaded(limb), darker(metal, 0.4), ink),
    )


def tailed_body(cloth: str, skin: str, tail: str, *, fin: bool, ink: str = INK) -> Body:
    """A body without legs: from the hips down a fish's tail with its `fin`, or a wisp of smoke that curls."""
    torso = skia.Path()
    torso.moveTo(-0.092, -0.56)
    torso.quadTo(-0.125, -0.5, -0.12, -0.4)
    torso.quadTo(-0.16, -0.3, -0.13, -0.2)
    end = skia.Path()
    if fin:
        torso.quadTo(-0.08, -0.1, -0.03, -0.055)
        torso.lineTo(0.04, -0.055)
        torso.quadTo(0.1, -0.1, 0.13, -0.2)
        end.moveTo(0.0, -0.075)
        end.cubicTo(-0.06, -0.05, -0.15, -0.06, -0.17, 0.0)
        end.quadTo(-0.08, -0.02, 0.005, -0.008)
        end.quadTo(0.1, -0.02, 0.19, 0.0)
        end.cubicTo(0.16, -0.06, 0.07, -0.05, 0.0, -0.075)
        end.close()
    else:
        torso.cubicTo(-0.1, -0.06, 0.04, -0.1, 0.1, -0.05)
        torso.cubicTo(0.15, 0.0, 0.02, 0.02, -0.06, -0.005)
        torso.cubicTo(0.06, 0.0, 0.09, -0.02, 0.03, -0.04)
        torso.cubicTo(-0.02, -0.07, 0.17, -0.08, 0.13, -0.2)
    torso.quadTo(0.16, -0.3, 0.12, -0.4)
    torso.quadTo(0.125, -0.5, 0.092, -0.56)
    torso.close()
    outline = skia.Path(torso)
    outline.addPath(end)
    above = skia.Path()
    above.addRect(skia.Rect.MakeLTRB(-0.3, -0.7, 0.3, -0.3))

    def paint(canvas: skia.Canvas) -> None:
        inked(canvas, end, lighter(tail, 0.25), ink)
        inked(canvas, torso, tail, ink)
        canvas.save()
        canvas.clipPath(torso, doAntiAlias=True)
        inked(canvas, above, cloth, ink, 0.8)
        canvas.restore()
        if fin:
            for x, y in ((-0.06, -0.24), (0.03, -0.24), (-0.015, -0.18), (0.06, -0.18), (-0.05, -0.13), (0.025, -0.12)):
                canvas.drawArc(skia.Rect.MakeXYWH(x - 0.025, y - 0.025, 0.05, 0.045), 10, 160, False, pen(ink, 0.7))
        canvas.drawPath(torso, pen(ink))

    none = Limb(Piece(skia.Path(), _nothing), Piece(skia.Path(), _nothing))
    bare = skin if fin else cloth
    return Body(
        Piece(outline, paint), sleeve(bare, skin, ink), sleeve(shaded(bare), darker(skin, 0.06), ink), none, none
    )


def _nothing(canvas: skia.Canvas) -> None:
    """What is painted on a leg that is not there."""


def cape(cloth: str, *, ink: str = INK) -> Piece:
    """What hangs from a hero's shoulders."""
    sheet = skia.Path()
    sheet.moveTo(-0.09, -0.55)
    sheet.cubicTo(-0.16, -0.4, -0.2, -0.2, -0.25, -0.07)
    sheet.quadTo(-0.13, -0.12, 0.0, -0.075)
    sheet.quadTo(0.13, -0.12, 0.25, -0.07)
    sheet.cubicTo(0.2, -0.2, 0.16, -0.4, 0.09, -0.55)
    sheet.close()
    return Piece(sheet, lambda canvas: inked(canvas, sheet, cloth, ink))


def _torso_of_person(cloth: str, dress: bool, apron: str | None, ink: str) -> Piece:
    top, hem = (0.1, 0.185) if dress else (0.112, 0.142)
    foot = -0.135 if dress else -0.185
    torso = skia.Path()
    torso.moveTo(-top + 0.02, -0.56)
    torso.quadTo(-top - 0.012, -0.53, -top - 0.014, -0.47)
    torso.quadTo(-hem * 0.86, -0.32, -hem, foot - 0.015)
    torso.quadTo(0, foot + 0.03, hem, foot - 0.015)
    torso.quadTo(hem * 0.86, -0.32, top + 0.014, -0.47)
    torso.quadTo(top + 0.012, -0.53, top - 0.02, -0.56)
    torso.close()

    def paint(canvas: skia.Canvas) -> None:
        inked(canvas, torso, cloth, ink)
        if apron is not None:
            bib = skia.Path()
            bib.moveTo(-0.065, -0.47)
            bib.lineTo(0.065, -0.47)
            bib.quadTo(0.11, -0.3, 0.115, foot - 0.04)
            bib.quadTo(0, foot + 0.0, -0.115, foot - 0.04)
            bib.quadTo(-0.11, -0.3, -0.065, -0.47)
            inked(canvas, bib, apron, ink, 0.8)
        elif dress:
            canvas.drawLine(-0.11, -0.36, 0.11, -0.36, pen(ink, 0.8))
        else:
            canvas.drawLine(0.0, -0.5, 0.004, foot, pen(ink, 0.8))
            for y in (-0.41, -0.33, -0.25):
                canvas.drawCircle(0.03, y, 0.0085, skia.Paint(AntiAlias=True, Color=skia_colour(ink)))
        collar = skia.Path()
        for side in (-1, 1):
            collar.moveTo(0.0, -0.475)
            collar.lineTo(side * 0.078, -0.545)
            collar.lineTo(side * 0.082, -0.495)
            collar.close()
        inked(canvas, collar, lighter(cloth, 0.55), ink, 0.8)

    return Piece(torso, paint)


def _torso_of_animal(fur: str, belly: str, cloth: str | None, ink: str) -> Piece:
    torso = skia.Path()
    torso.moveTo(-0.085, -0.56)
    torso.cubicTo(-0.15, -0.47, -0.205, -0.13, -0.1, -0.115)
    torso.quadTo(0, -0.1, 0.1, -0.115)
    torso.cubicTo(0.205, -0.13, 0.15, -0.47, 0.085, -0.56)
    torso.close()
    patch = skia.Path()
    patch.addOval(skia.Rect.MakeLTRB(-0.085, -0.4, 0.085, -0.145))

    def paint(canvas: skia.Canvas) -> None:
        inked(canvas, torso, cloth or fur, ink)
        if cloth is None:
            canvas.drawPath(patch, skia.Paint(AntiAlias=True, Color=skia_colour(belly)))
            return
        canvas.save()
        canvas.clipPath(torso, doAntiAlias=True)
        for top, high in ((-0.56, 0.075), (-0.165, 0.06)):  # collar and hem
            band = skia.Path()
            band.addRect(skia.Rect.MakeXYWH(-0.2, top, 0.4, high))
            inked(canvas, band, lighter(cloth, 0.25), ink, 0.8)
        canvas.restore()
        canvas.drawPath(torso, pen(ink))

    return Piece(torso, paint)
