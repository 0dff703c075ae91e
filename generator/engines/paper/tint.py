"""The grade of a film: what its style and tint do to every colour, and what lies over the whole picture."""

from math import sin
from random import Random

import numpy as np
import skia

from generator.engines.paper.colours import skia_colour
from generator.engines.paper.pictures import picture_of
from generator.finish.lettering import typeset
from generator.storyboard import Storyboard

Matrix = list[float]  # 4 rows of 5: RGBA out of RGBA and a constant, Skia's order, all in 0..1

_LUMA = (0.2126, 0.7152, 0.0722)  # Rec. 709


def _grade(
    saturation: float = 1.0, contrast: float = 1.0, lift: float = 0.0, tint: tuple[float, float, float] = (1, 1, 1)
) -> Matrix:
    rows: Matrix = []
    for channel in range(3):
        row = [
            contrast * tint[channel] * ((saturation if channel == other else 0) + (1 - saturation) * _LUMA[other])
            for other in range(3)
        ]
        rows += [*row, 0.0, (0.5 - 0.5 * contrast + lift) * tint[channel]]
    return [*rows, 0, 0, 0, 1, 0]


_STYLES: dict[str, Matrix] = {
    "retro": _grade(0.72, 0.92, 0.04, (1.06, 1.0, 0.86)),
    "noir": _grade(0.0, 1.28, -0.03),
    "pastel": _grade(0.78, 0.88, 0.085, (1.02, 1.0, 1.03)),
    "watercolor": _grade(0.9, 0.88, 0.08),
    "comic": _grade(1.35, 1.18, 0.0),
    "festive": _grade(1.22, 1.05, 0.01, (1.05, 1.0, 0.94)),
    "security": _grade(0.12, 1.06, 0.04, (0.88, 1.05, 0.93)),
    "golden": _grade(1.08, 1.0, 0.01, (1.12, 1.0, 0.8)),
    "sumi": _grade(0.06, 1.12, 0.05, (1.02, 1.0, 0.95)),
    "anime": _grade(1.28, 1.06, 0.02),
    "news": _grade(1.05, 1.05, 0.0),
}
_TINTS: dict[str, Matrix] = {
    "warm": _grade(1.02, 1.0, 0.0, (1.08, 1.0, 0.88)),
    "cool": _grade(0.96, 1.0, 0.0, (0.88, 1.0, 1.1)),
    "mono": _grade(0.0, 1.1),
    "sepia": _grade(0.0, 0.98, 0.02, (1.1, 0.96, 0.76)),
    "vivid": _grade(1.4, 1.08),
    "faded": _grade(0.7, 0.88, 0.05),
}


class Grade:
    """The grade of one film on a canvas of `width` by `height` pixels."""

    def __init__(self, board: Storyboard, width: int, height: int) -> None:
        self._style = board.style
        self._seed = board.seed
        self._w, self._h = width, height
        filters = [
            skia.ColorFilters.Matrix(matrix)
            for matrix in (_STYLES.get(board.style), _TINTS.get(board.tint) if board.tint != "none" else None)
            if matrix is not None
        ]
        self.filter = filters[-1].makeComposed(filters[0]) if len(filters) == 2 else (filters[0] if filters else None)
        self._film = _FILMS[board.style](width, height) if board.style in _FILMS else None
        self._live = _live_tag(board.language, width, height) if board.style == "news" else None

    def over(self, canvas: skia.Canvas, t: float) -> None:
        """Draw what the style lays over the picture at film time `t`."""
        w, h = self._w, self._h
        if self._film is not None:
            canvas.drawImage(self._film, 0, 0)
        if self._style == "retro":
            dice = Random(self._seed * 1000 + int(t * 12))
            if dice.random() < 0.35:
                x = dice.random() * w
                canvas.drawLine(
                    x,
                    0,
                    x + dice.uniform(-4, 4),
                    h,
                    skia.Paint(Color=skia_colour("#fff8e0", 0.22), StrokeWidth=max(1, h / 900)),
                )
            y = ((t * 0.13) % 1.2 - 0.1) * h
            canvas.drawRect(skia.Rect.MakeXYWH(0, y, w, 0.05 * h), skia.Paint(Color=skia_colour("#ffffff", 0.05)))
        elif self._style == "security":
            self._draw_security(canvas, t)
        elif self._live is not None:
            canvas.drawImage(self._live, 0.045 * w, 0.035 * h)

    def _draw_security(self, canvas: skia.Canvas, t: float) -> None:
        w, h = self._w, self._h
        size = 0.036 * min(w, h)
        hours, minutes = 1 + self._seed % 4, (self._seed // 4) % 60
        total = hours * 3600 + minutes * 60 + int(t)
        clock = f"CAM {1 + self._seed % 8:02d}   {total // 3600:02d}:{total // 60 % 60:02d}:{total % 60:02d}"
        typeset(clock, size, skia_colour("#f2fff4")).paint(canvas, 0.05 * w, 0.035 * h)
        if sin(t * 6.28) > -0.2:
            canvas.drawCircle(
                0.93 * w, 0.035 * h + size * 0.72, size * 0.34, skia.Paint(AntiAlias=True, Color=skia_colour("#ff4a3a"))
            )
        pen = skia.Paint(
            AntiAlias=True,
            Color=skia_colour("#f2fff4", 0.8),
            StrokeWidth=max(1.5, 0.003 * h),
            Style=skia.Paint.kStroke_Style,
        )
        for x, y, dx, dy in ((0.03, 0.02, 1, 1), (0.97, 0.02, -1, 1), (0.03, 0.98, 1, -1), (0.97, 0.98, -1, -1)):
            canvas.drawLine(x * w, y * h, x * w + dx * 0.05 * h, y * h, pen)
            canvas.drawLine(x * w, y * h, x * w, y * h + dy * 0.05 * h, pen)


def _image(film: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> skia.Image:
    return picture_of(film)


def _scanlines(width: int, height: int) -> skia.Image:
    film = np.zeros((height, width, 4), np.uint8)
    step = max(2, height // 320)
    film[::step, :, 3] = 34
    return _image(film)


def _dots(width: int, height: int) -> skia.Image:
    """Printers' dots that grow towards the corners."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    pitch = height / 160
    dot = np.sin((x + y) * np.pi / pitch) * np.sin((x - y) * np.pi / pitch)
    edge = np.clip(((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) * 3.4 - 0.35, 0, 1)
    film = np.zeros((height, width, 4), np.uint8)
    film[..., 3] = np.clip((dot - 1 + 1.3 * edge) * 320, 0, 62)
    return _image(film)


def _white_edges(width: int, height: int) -> skia.Image:
    """Paper that the wash did not reach, with blooms."""
    dice = np.random.default_rng(3)
    coarse = dice.normal(size=(24, 24)).astype(np.float32)
    from scipy import ndimage

    bloom = ndimage.zoom(ndimage.gaussian_filter(coarse, 1.2), (height / 24, width / 24), order=3)[:height, :width]
    bloom /= max(1e-6, float(bloom.std()))
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    near = np.minimum(np.minimum(x, width - x), np.minimum(y, height - y)) / min(width, height)
    alpha = np.clip(1.15 - (near + 0.012 * bloom) / 0.055, 0, 1) * 0.95 + np.clip(bloom - 0.6, 0, 1) * 0.1
    film = np.empty((height, width, 4), np.uint8)
    film[...] = np.clip(alpha * 255, 0, 255).astype(np.uint8)[..., None]
    return _image(film)


def _frame_of_film(width: int, height: int) -> skia.Image:
    """Dark corners of an old lens and scan lines."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = ((x / width - 0.5) * 2) ** 2 + ((y / height - 0.5) * 2) ** 2
    alpha = np.clip((far - 0.9) * 110, 0, 120)
    alpha[:: max(2, height // 300)] += 22
    film = np.zeros((height, width, 4), np.uint8)
    film[..., 3] = np.clip(alpha, 0, 255)
    return _image(film)


def _live_tag(language: str, width: int, height: int) -> skia.Image:
    size = 0.042 * min(width, height)
    paragraph = typeset("生中継" if language == "ja" else "LIVE", size, skia_colour("#ffffff"))
    surface = skia.Surface(int(paragraph.LongestLine + size * 1.1), int(size * 1.7))
    with surface as canvas:
        canvas.drawRoundRect(
            skia.Rect.MakeWH(surface.width(), surface.height()),
            size * 0.2,
            size * 0.2,
            skia.Paint(AntiAlias=True, Color=skia_colour("#d8322a")),
        )
        paragraph.paint(canvas, size * 0.55, (surface.height() - paragraph.Height) / 2)
    return surface.makeImageSnapshot()


_FILMS = {
    "security": _scanlines, "comic": _dots, "watercolor": _white_edges, "retro": _frame_of_film, "noir": _frame_of_film,
}  # fmt: skip
