"""Garments for those who are cut in one piece: a sweater covers what is neither head nor legs nor tail.

Where that is follows from the card itself: what is left of it when thin parts are worn away is head and trunk; the
head is what lies around the eyes.
"""

from dataclasses import replace

import numpy as np
import skia
from numpy.typing import NDArray
from scipy import ndimage

from generator.engines.paper.colours import darker, lighter, rgb
from generator.engines.paper.figures import SIDE, Figure
from generator.engines.paper.tracing import traced

_THIN = 0.085  # of the card's larger side: half as wide are legs and tails, which a sweater leaves free
_HEAD, _NOSE = 0.6, 0.72  # of a head's width: how far it reaches from its middle; less counts the way to the nose
_LEGS = 0.17  # of the card's height stays bare at the foot
_HEM = 0.04  # of the card's larger side: how broad collar and hem are
_LINE = 0.012  # the same: the ink between garment and skin
_CONTOUR = 0.032  # the same: the ink around the card, which stays
_LEAST = 0.08  # of the card that a garment has to cover to be seen

Mask = NDArray[np.bool_]


def dressed(figure: Figure, cloth: str, head: tuple[float, float, float]) -> Figure:
    """`figure` in a garment of `cloth`; `head` is the middle of its head and its width, in pixels of the sheet.

    A figure of which nothing is trunk (a snake, a star) is returned as it is.
    """
    trunk = _trunk(figure, head)
    if trunk.sum() < _LEAST * figure.card.sum():
        return figure
    left, top, right, bottom = figure.bounds
    side = max(right - left, bottom - top)
    bare = np.where(trunk | ~_inside(figure), np.inf, 0.0)
    from_skin = ndimage.distance_transform_edt(bare)  # no hem where the card itself ends
    areas = tuple(
        (traced(np.asarray(ndimage.gaussian_filter(np.where(mask, 1.0, 0.0), 1.0) - 0.5, np.float32)), rgb(colour))
        for mask, colour in (
            (trunk, darker(cloth, 0.6)),
            (trunk & (from_skin > _LINE * side), lighter(cloth, 0.25)),
            (trunk & (from_skin > (_LINE + _HEM) * side), cloth),
        )
    )
    if _is_painted_over(figure, trunk):
        return replace(figure, over=(*figure.over, *areas))
    return replace(figure, under=(*figure.under, *areas))  # folds and haunches are drawn on the cloth


def _is_painted_over(figure: Figure, trunk: Mask) -> bool:
    """Whether most of the trunk is broad ink, whose paint lies over all else."""
    surface = skia.Surface(SIDE, SIDE)
    with surface as canvas:
        for path, _ in figure.over:
            canvas.drawPath(path, skia.Paint())
    return bool((surface.toarray()[:, :, 3] > 127)[trunk].mean() > 0.3)


def _inside(figure: Figure) -> Mask:
    """The card less the ink of its contour."""
    left, top, right, bottom = figure.bounds
    depth = ndimage.distance_transform_edt(figure.card)
    return np.asarray(depth > _CONTOUR * max(right - left, bottom - top))


def _trunk(figure: Figure, head: tuple[float, float, float]) -> Mask:
    left, top, right, bottom = figure.bounds
    reach = _THIN * max(right - left, bottom - top)
    depth = ndimage.distance_transform_edt(figure.card)
    core = ndimage.distance_transform_edt(~(depth > reach)) <= reach * 1.06
    y, x = np.mgrid[:SIDE, :SIDE] + 0.5
    middle, level, wide = head
    ahead = {"left": x < middle, "right": x > middle, "front": np.zeros_like(figure.card)}[figure.look.faces]
    nose = ahead & (len(figure.eyes or figure.look.eyes_at) == 1)
    away = np.hypot((x - middle) * np.where(nose, _NOSE, 1.0), y - level) > _HEAD * wide
    legs = y > bottom - _LEGS * (bottom - top)
    body = core & away & (y > level) & ~legs & _inside(figure)
    labels, count = ndimage.label(body)
    if not count:
        return np.zeros_like(figure.card)
    sizes = ndimage.sum_labels(body, labels, np.arange(1, count + 1))
    return np.asarray(labels == 1 + int(np.argmax(sizes)))
