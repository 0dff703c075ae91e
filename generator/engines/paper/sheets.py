"""The layers of a set as pictures: painted once a shot, only as large as the camera will see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor

import numpy as np
import skia

from generator.engines.paper.camera import Lens, View
from generator.engines.paper.sets.brush import GROUND, PERIOD, TOP, Brush, Layer, Scenery
from generator.engines.paper.sets.daylight import Daylight

_GRAIN = 256  # pixels of the tile of paper
_CRISP = skia.SamplingOptions(skia.FilterMode.kLinear)
_PLAIN = skia.SamplingOptions(skia.FilterMode.kNearest)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A painted layer: `box` in adult heights (y down) is what the picture covers."""

    near: float
    picture: skia.Image
    box: skia.Rect

    def draw(self, canvas: skia.Canvas, lens: Lens, view: View) -> None:
        """Draw the sheet as `view` sees it."""
        canvas.save()
        canvas.concat(lens.matrix(view, self.near))
        canvas.drawImageRect(self.picture, self.box, _CRISP)
        canvas.restore()


def painted(
    layers: Sequence[Layer], scenery: Scenery, light: Daylight, seed: int, lens: Lens, views: Sequence[View], grain: float = 1.0
) -> list[Sheet]:
    """Sheets of `layers` that cover all `views`."""
    sheets = []
    for number, layer in enumerate(layers):
        picture = _recorded(layer, light, seed + 17 * number, scenery.indoors)
        box = lens.sees(views[0], layer.near)
        for view in views[1:]:
            box.join(lens.sees(view, layer.near))
        scale = max(lens.scale(view, layer.near) for view in views)
        sheets.append(_sheet(picture, layer.near, box, scale, grain))
    return sheets


def _recorded(layer: Layer, light: Daylight, seed: int, indoors: bool) -> skia.Picture:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-PERIOD, -TOP, PERIOD, -GROUND))
    layer.paint(Brush(canvas, light, seed, indoors))
    return recorder.finishRecordingAsPicture()


def _sheet(picture: skia.Picture, near: float, box: skia.Rect, scale: float, grain: float) -> Sheet:
    box.intersect(skia.Rect.MakeLTRB(box.left(), -TOP, box.right(), -GROUND))
    wide, high = max(1, ceil(box.width() * scale)), max(1, ceil(box.height() * scale))
    surface = skia.Surface(wide, high)
    with surface as canvas:
        canvas.scale(wide / box.width(), high / box.height())
        canvas.translate(-box.left(), -box.top())
        first, last = floor((box.left() + PERIOD / 2) / PERIOD), floor((box.right() + PERIOD / 2) / PERIOD)
        for copy in range(first - 1, last + 2):
            if (copy - 0.5) * PERIOD - 1.2 > box.right() or (copy + 0.5) * PERIOD + 1.2 < box.left():
                continue
            canvas.save()
            canvas.translate(copy * PERIOD, 0)
            canvas.drawPicture(picture)
            canvas.restore()
        canvas.resetMatrix()
        if grain:
            canvas.drawRect(skia.Rect.MakeWH(wide, high), _paper_paint(grain))
    return Sheet(near, surface.makeImageSnapshot(), box)


def _paper_paint(strength: float) -> skia.Paint:
    shader = paper_grain().makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, _PLAIN)
    return skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kSrcATop, Alphaf=strength)


@lru_cache(maxsize=1)
def paper_grain() -> skia.Image:
    """A tile of paper: fibres and tooth, as a translucent film of light and dark."""
    dice = np.random.default_rng(7)
    noise = dice.normal(size=(_GRAIN, _GRAIN)).astype(np.float32)
    spectrum = np.fft.rfft2(noise)
    fy, fx = np.fft.fftfreq(_GRAIN)[:, None], np.fft.rfftfreq(_GRAIN)[None, :]
    tooth = np.fft.irfft2(spectrum * np.exp(-((fx**2 + fy**2) / 0.05)), s=noise.shape)
    fibre = np.fft.irfft2(spectrum * np.exp(-((fx / 0.02) ** 2 + (fy / 0.22) ** 2)), s=noise.shape)
    mixed = tooth / tooth.std() + 0.6 * fibre / fibre.std()
    film = np.zeros((_GRAIN, _GRAIN, 4), np.uint8)
    film[..., 3] = np.clip(np.abs(mixed) * 5.5, 0, 34)
    film[..., :3] = np.where(mixed[..., None] > 0, film[..., 3:], 0)  # premultiplied: white or black
    return skia.Image.fromarray(film, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)


def flattened(sheets: Sequence[Sheet], lens: Lens, views: Sequence[View]) -> skia.Image:
    """`sheets` as one picture of the frame, for a camera that does not move."""
    surface = skia.Surface(skia.ImageInfo.Make(lens.width, lens.height, skia.kN32_ColorType, skia.kOpaque_AlphaType))
    with surface as canvas:
        canvas.clear(skia.ColorBLACK)
        for sheet in sheets:
            sheet.draw(canvas, lens, views[0])
    return surface.makeImageSnapshot()


def backdrop(picture: skia.Image, lens: Lens, views: Sequence[View]) -> Sheet:
    """A member's picture as the backdrop: it fills whatever the camera sees, uncut in the longer direction if it can."""
    near = 0.3
    box = lens.sees(views[0], near)
    for view in views[1:]:
        box.join(lens.sees(view, near))
    scale = max(box.width() / picture.width(), box.height() / picture.height())
    wide, high = picture.width() * scale, picture.height() * scale
    covered = skia.Rect.MakeXYWH(box.centerX() - wide / 2, box.centerY() - high / 2, wide, high)
    pixels = max(lens.scale(view, near) for view in views)
    surface = skia.Surface(max(1, ceil(box.width() * pixels)), max(1, ceil(box.height() * pixels)))
    with surface as canvas:
        canvas.scale(surface.width() / box.width(), surface.height() / box.height())
        canvas.translate(-box.left(), -box.top())
        canvas.drawImageRect(picture, covered, skia.SamplingOptions(skia.CubicResampler.Mitchell()))
    return Sheet(near, surface.makeImageSnapshot(), box)
