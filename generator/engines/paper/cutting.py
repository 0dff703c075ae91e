"""Cutting: a painted figure becomes a sprite, whose pictures are made at the size at which they are seen."""

from functools import partial

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from generator.engines.paper.colours import INK, PAPER, rgb, skia_colour
from generator.engines.paper.figures import SIDE, Figure
from generator.engines.paper.sprites import Sprite

_SHADE = (1.035, 0.96)  # of the paint at the top and at the bottom of a sheet: paper stands a little in the light
_FINEST = 1600  # pixels of the largest sheet that is cut


def cut(figure: Figure, unit: float, *, edge: float, ink: str = INK, boldness: float = 0.0) -> Sprite:
    """The sprite of `figure`, one unit being `unit` sheet pixels, its origin at the foot of the card.

    `edge` is the width of the white edge in units; `boldness` thickens the ink by that many sheet pixels.
    """
    left, top, right, bottom = figure.bounds
    middle, reach = (left + right) / 2, edge * unit + 4
    box = skia.Rect.MakeLTRB(
        (left - reach - middle) / unit, (top - reach - bottom) / unit, (right + reach - middle) / unit, reach / unit
    )
    placing = skia.Matrix()
    placing.setScale(1 / unit, 1 / unit)
    placing.preTranslate(-middle, -bottom)
    return Sprite(
        box,
        face=partial(_paint_face, figure, placing, ink, boldness),
        edge=partial(_paint_edge, figure, placing, edge * unit),
    )


def _paint_face(figure: Figure, placing: skia.Matrix, ink: str, boldness: float, canvas: skia.Canvas) -> None:
    side = _pixels(canvas, placing)
    card, broad = _resized(figure.card, side), _resized(figure.broad, side)
    paint = np.asarray(Image.fromarray(figure.fill).resize((side, side), Image.Resampling.BILINEAR), np.float32)
    shade = np.linspace(*_SHADE, side, dtype=np.float32)[:, None, None]
    solid = np.asarray(Image.fromarray(figure.solid).resize((side, side), Image.Resampling.NEAREST), np.float32)
    canvas.save()
    canvas.concat(placing)
    sheet = skia.Rect.MakeWH(SIDE, SIDE)
    canvas.drawImageRect(_image(paint * shade, card), sheet, _SMOOTH)
    pen = skia.Paint(AntiAlias=True, Color=skia_colour(ink))
    if boldness:
        pen.setStyle(skia.Paint.kStrokeAndFill_Style)
        pen.setStrokeWidth(boldness)
    canvas.drawPath(figure.ink, pen)
    canvas.drawImageRect(_image(solid * shade, broad), sheet, _SMOOTH)
    canvas.restore()


def _paint_edge(figure: Figure, placing: skia.Matrix, edge: float, canvas: skia.Canvas) -> None:
    side = _pixels(canvas, placing)
    card = _resized(figure.card + np.float32(edge), side)
    white = np.broadcast_to(np.array(rgb(PAPER), np.float32), (side, side, 3))
    canvas.save()
    canvas.concat(placing)
    canvas.drawImageRect(_image(white, card), skia.Rect.MakeWH(SIDE, SIDE), _SMOOTH)
    canvas.restore()


_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNone)


def _pixels(canvas: skia.Canvas, placing: skia.Matrix) -> int:
    """The side of a sheet that has the canvas's own resolution."""
    scale = canvas.getTotalMatrix().getScaleX() * placing.getScaleX()
    return int(min(_FINEST, max(24, round(SIDE * scale))))


def _resized(distance: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """A distance field at `side` pixels, in those pixels."""
    field = Image.fromarray(distance).resize((side, side), Image.Resampling.BILINEAR)
    return np.asarray(field, np.float32) * np.float32(side / SIDE)


def _image(colour: NDArray[np.float32], distance: NDArray[np.float32]) -> skia.Image:
    """Paint as far as `distance` is positive, with an edge one pixel soft."""
    alpha = np.clip(distance + 0.5, 0, 1)
    layer = np.empty((*distance.shape, 4), np.uint8)
    layer[..., :3] = np.clip(colour, 0, 255) * alpha[..., None]
    layer[..., 3] = alpha * 255
    height, width = distance.shape
    info = skia.ImageInfo.Make(width, height, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    return skia.Image.MakeRasterData(info, skia.Data.MakeWithCopy(layer.tobytes()), width * 4)
