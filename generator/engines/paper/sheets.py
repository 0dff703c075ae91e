"""The layers of a set as pictures: painted once a shot, only as large as the camera will see them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, floor, sin

import numpy as np
import skia
from numpy.typing import NDArray

from generator.engines.paper.camera import FEET, ROLLING, Lens, View
from generator.engines.paper.pictures import NATIVE, picture_of
from generator.engines.paper.sets.brush import GROUND, PERIOD, TOP, Brush, Layer, Scenery
from generator.engines.paper.sets.daylight import Daylight
from generator.engines.paper.sets.glimmer import Glimmer

_RED = 2 if skia.kBGRA_8888_ColorType == NATIVE else 0  # where in a pixel red is
_SHINING = 165  # red of a light that is seen
_COARSE = 4  # pixels from which one is looked at to know where there is paper
_GRAIN = 256  # pixels of the tile of paper
_CRISP = skia.SamplingOptions(skia.FilterMode.kLinear)
_PLAIN = skia.SamplingOptions(skia.FilterMode.kNearest)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A painted layer: `box` in adult heights (y down) is what the picture covers.

    `solid_from` is the y below which nothing behind it shows; `exact` says that a pixel of the picture is one of the
    frame, so that it is laid down without resampling. `cover` says coarsely, from top left to bottom right of `box`,
    where there is paper; None for everywhere. It may `sway` as its layer does.
    """

    near: float
    picture: skia.Image
    box: skia.Rect
    solid_from: float | None = None
    exact: bool = False
    cover: NDArray[np.bool_] | None = None
    glimmers: tuple[Glimmer, ...] = ()
    sway: float = 0.0

    def covers(self, x: float, y: float) -> bool:
        """Whether there is paper at that point of the sheet (y down)."""
        if not self.box.contains(x, y):
            return False
        if self.cover is None:
            return True
        rows, columns = self.cover.shape
        row = int((y - self.box.top()) / self.box.height() * rows)
        column = int((x - self.box.left()) / self.box.width() * columns)
        return bool(self.cover[min(row, rows - 1), min(column, columns - 1)])

    def draw(self, canvas: skia.Canvas, lens: Lens, view: View) -> None:
        """Draw the sheet as `view` sees it."""
        matrix = lens.matrix(view, self.near)
        if self.exact:
            at = matrix.mapXY(self.box.left(), self.box.top())
            canvas.drawImage(self.picture, round(at.x()), round(at.y()))
            return
        canvas.save()
        canvas.concat(matrix)
        canvas.drawImageRect(self.picture, self.box, _CRISP)
        canvas.restore()


def draw_swaying(canvas: skia.Canvas, sheet: Sheet, lens: Lens, view: View, t: float, *, wind: float = 1.0) -> None:
    """Draw a sheet at film time `t`, moved to and fro, and half as far up and down, if it sways; `wind` 1 to 2."""
    if not sheet.sway:
        sheet.draw(canvas, lens, view)
        return
    far, beat = 0.5 * wind * sheet.sway * lens.scale(view, sheet.near), 0.9 + 0.5 * wind + sheet.near
    canvas.save()
    canvas.translate(round(far * sin(beat * t)), round(0.5 * far * (sin(1.7 * beat * t + 1) + 1)))
    sheet.draw(canvas, lens, view)
    canvas.restore()


def draw_all(canvas: skia.Canvas, sheets: Sequence[Sheet], lens: Lens, view: View) -> None:
    """Draw `sheets`, the furthest first, leaving out what nearer ones hide.

    Laying a picture down turned takes ten times as long as straight: for a camera that rolls the sheets are laid
    straight on a table, and the table is turned once.
    """
    if not view.roll:
        _draw_straight(canvas, sheets, lens, view, 0)
        return
    room = ceil(ROLLING / 2 * (lens.width + lens.height))
    table = _table(lens.width + 2 * room, lens.height + 2 * room)
    straight = table.getCanvas()
    straight.save()
    straight.translate(room, room)
    _draw_straight(straight, sheets, lens, replace(view, roll=0.0), room)
    straight.restore()
    turn = skia.Matrix()
    turn.setRotate(view.roll, lens.width / 2, lens.height / 2)
    turn.preTranslate(-room, -room)
    turned = table.makeImageSnapshot().makeShader(skia.TileMode.kClamp, skia.TileMode.kClamp, _CRISP, turn)
    canvas.drawRect(skia.Rect.MakeWH(lens.width, lens.height), skia.Paint(Shader=turned, BlendMode=skia.BlendMode.kSrc))


def _draw_straight(canvas: skia.Canvas, sheets: Sequence[Sheet], lens: Lens, view: View, room: int) -> None:
    """Draw `sheets` as `view`, which does not roll, sees them and `room` pixels beyond its frame."""
    limits, limit = [], float(lens.height + room)
    for sheet in reversed(sheets):
        limits.append(limit)
        if sheet.solid_from is not None:
            limit = min(limit, lens.matrix(view, sheet.near).mapXY(0, sheet.solid_from).y() + 2)
    for sheet, low in zip(sheets, reversed(limits), strict=True):
        if low > -room:
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(-room, -room, lens.width + room, ceil(low)))
            sheet.draw(canvas, lens, view)
            canvas.restore()


@lru_cache(maxsize=1)
def _table(width: int, height: int) -> skia.Surface:
    return skia.Surface(skia.ImageInfo.Make(width, height, NATIVE, skia.kOpaque_AlphaType))


def painted(
    layers: Sequence[Layer],
    scenery: Scenery,
    light: Daylight,
    seed: int,
    lens: Lens,
    views: Sequence[View],
    grain: float = 0.75,
) -> list[Sheet]:
    """Sheets of `layers` that cover all `views`."""
    exact = len({view.height for view in views}) == 1 and not any(view.roll for view in views)
    sheets = []
    for number, layer in enumerate(layers):
        picture, glimmers = _recorded(layer, light, seed + 17 * number, seed, scenery.indoors, lens)
        box = lens.sees(views[0], layer.near)
        for view in views[1:]:
            box.join(lens.sees(view, layer.near))
        box.outset(layer.sway, layer.sway)
        scale = max(lens.scale(view, layer.near) for view in views)
        sheet = _sheet(picture, glimmers, layer.near, box, scale, grain, exact)
        if sheet is not None:
            sheets.append(replace(sheet, sway=layer.sway))
    return sheets


def _recorded(
    layer: Layer, light: Daylight, seed: int, theme: int, indoors: bool, lens: Lens
) -> tuple[skia.Picture, Sequence[Glimmer]]:
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-PERIOD, -TOP, PERIOD, -GROUND))
    brush = Brush(canvas, light, seed, indoors, lens.half, lens.wide * (1 - FEET), theme)
    layer.paint(brush)
    return recorder.finishRecordingAsPicture(), brush.glimmers


def _sheet(
    picture: skia.Picture, glimmers: Sequence[Glimmer], near: float, box: skia.Rect, scale: float, grain: float,
    exact: bool,
) -> Sheet | None:  # fmt: skip
    box.intersect(skia.Rect.MakeLTRB(box.left(), -TOP, box.right(), -GROUND))
    wide, high = max(1, ceil(box.width() * scale)), max(1, ceil(box.height() * scale))
    box = skia.Rect.MakeXYWH(box.left(), box.top(), wide / scale, high / scale)
    pixels = np.zeros((high, wide, 4), np.uint8)
    canvas = skia.Surface(pixels, NATIVE, skia.kPremul_AlphaType).getCanvas()
    canvas.scale(scale, scale)
    canvas.translate(-box.left(), -box.top())
    first, last = floor((box.left() + PERIOD / 2) / PERIOD), floor((box.right() + PERIOD / 2) / PERIOD)
    lights: list[Glimmer] = []
    for copy in range(first - 1, last + 2):
        if (copy - 0.5) * PERIOD - 1.2 > box.right() or (copy + 0.5) * PERIOD + 1.2 < box.left():
            continue
        canvas.save()
        canvas.translate(copy * PERIOD, 0)
        canvas.drawPicture(picture)
        canvas.restore()
        lights += [replace(light, x=light.x + copy * PERIOD) for light in glimmers]
    canvas.resetMatrix()
    if grain:
        canvas.drawRect(skia.Rect.MakeWH(wide, high), _paper_paint(grain))
    sheet = _trimmed(pixels, near, box, scale, exact)
    return sheet and replace(sheet, glimmers=tuple(light for light in lights if _bright(light, pixels, box, scale)))


def _bright(light: Glimmer, pixels: NDArray[np.uint8], box: skia.Rect, scale: float) -> bool:
    """Whether a light is in the picture and nothing was laid over it since it was painted."""
    x, y = int((light.x - box.left()) * scale), int((light.y - box.top()) * scale)
    return 0 <= y < pixels.shape[0] and 0 <= x < pixels.shape[1] and int(pixels[y, x, _RED]) > _SHINING


def _trimmed(pixels: NDArray[np.uint8], near: float, box: skia.Rect, scale: float, exact: bool) -> Sheet | None:
    """The sheet without its empty rows and columns; None if it is empty."""
    alpha = pixels[..., 3]
    rows = np.flatnonzero(alpha.any(axis=1))
    if not len(rows):
        return None
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    full = alpha.min(axis=1) == 255
    gaps = np.flatnonzero(~full[top:])
    solid = top + (int(gaps[-1]) + 1 if len(gaps) else 0)
    columns = np.flatnonzero(alpha.any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    kept = skia.Rect.MakeXYWH(
        box.left() + left / scale, box.top() + top / scale, (right - left) / scale, (bottom - top) / scale
    )
    opaque = bool(full[top:bottom].all())
    image = skia.Image.fromarray(
        np.ascontiguousarray(pixels[top:bottom, left:right]),
        NATIVE,
        skia.kOpaque_AlphaType if opaque else skia.kPremul_AlphaType,
    )
    cover = None if opaque else alpha[top:bottom:_COARSE, left:right:_COARSE] > 100
    return Sheet(near, image, kept, box.top() + solid / scale if solid < len(full) else None, exact, cover)


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
    mixed = tooth / tooth.std() + 0.35 * fibre / fibre.std()
    film = np.zeros((_GRAIN, _GRAIN, 4), np.uint8)
    film[..., 3] = np.clip(np.abs(mixed) * 5.5, 0, 34)
    film[..., :3] = np.where(mixed[..., None] > 0, film[..., 3:], 0)  # premultiplied: white or black
    return picture_of(film)


def flattened(sheets: Sequence[Sheet], lens: Lens, views: Sequence[View]) -> skia.Image:
    """`sheets` as one picture of the frame, for a camera that does not move."""
    surface = skia.Surface(skia.ImageInfo.Make(lens.width, lens.height, NATIVE, skia.kOpaque_AlphaType))
    with surface as canvas:
        canvas.clear(skia.ColorBLACK)
        draw_all(canvas, sheets, lens, views[0])
    return surface.makeImageSnapshot()
