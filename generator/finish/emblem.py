"""Kamishibai's mark: the butai, the little wooden theatre of the storyteller, doors open, a card in it that plays."""

import skia


def emblem() -> skia.Path:
    """The mark as one filled path (even-odd) in a box of 1.2 wide and 1 high, to be drawn in a single colour."""
    mark = skia.Path()
    mark.addPath(_stage())
    mark.addPath(_door())
    mirror = skia.Matrix.Scale(-1, 1)
    mirror.postTranslate(1.2, 0)
    mark.addPath(_door(), mirror)
    mark.setFillType(skia.PathFillType.kEvenOdd)
    return mark


def _stage() -> skia.Path:
    """Frame with a gently arched top, an opening, and the card in it with a triangle cut out."""
    stage = skia.Path()
    stage.moveTo(0.27, 0.97)
    stage.lineTo(0.27, 0.16)
    stage.cubicTo(0.42, 0.14, 0.5, 0.03, 0.6, 0.03)
    stage.cubicTo(0.7, 0.03, 0.78, 0.14, 0.93, 0.16)
    stage.lineTo(0.93, 0.97)
    stage.close()
    stage.addRect(skia.Rect.MakeLTRB(0.335, 0.235, 0.865, 0.905))
    stage.addRoundRect(skia.Rect.MakeLTRB(0.385, 0.285, 0.815, 0.855), 0.03, 0.03)
    stage.moveTo(0.505, 0.385)
    stage.lineTo(0.745, 0.57)
    stage.lineTo(0.505, 0.755)
    stage.close()
    return stage


def _door() -> skia.Path:
    """The left door, swung open towards the street."""
    door = skia.Path()
    door.moveTo(0.215, 0.19)
    door.lineTo(0.02, 0.09)
    door.lineTo(0.02, 0.91)
    door.lineTo(0.215, 0.95)
    door.close()
    return door
