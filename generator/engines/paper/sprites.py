"""Sprites: pieces of paper as pictures, made once a size and then only moved.

A sprite has three layers, drawn in three rounds over all the pieces of a puppet, so that jointed pieces share one white
edge and one shadow: the shadow, the white edge, the painted face.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil, log

import skia

from generator.engines.paper.colours import PAPER, skia_colour

_STEP = 1.4  # sizes of pictures kept grow by this factor: never blurred, at most twice the pixels needed
_SMALLEST, _LARGEST = 24.0, 1500.0  # pixels per unit
_SHADOW_PIXELS = 110.0  # per unit: a shadow is soft, so its picture may be coarse
_LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNone)

Painter = Callable[[skia.Canvas], None]


@dataclass(slots=True, eq=False)
class Sprite:
    """A piece whose layers paint themselves in units; `box` is what face and edge cover.

    `whole` paints edge and face in one for a piece that stands alone.
    """

    box: skia.Rect
    face: Painter
    edge: Painter
    _pictures: dict[tuple[str, int], skia.Image] = field(default_factory=dict)

    def draw_face(self, canvas: skia.Canvas, pixels: float, paint: skia.Paint) -> None:
        """The painted face; `pixels` per unit on screen."""
        self._draw("face", self.face, canvas, pixels, paint)

    def draw_edge(self, canvas: skia.Canvas, pixels: float, paint: skia.Paint) -> None:
        """The white edge with all that it encloses."""
        self._draw("edge", self.edge, canvas, pixels, paint)

    def draw_both(self, canvas: skia.Canvas, pixels: float, paint: skia.Paint) -> None:
        """Edge and face as one picture."""
        self._draw("both", self._edge_then_face, canvas, pixels, paint)

    def draw_shadow(self, canvas: skia.Canvas, softness: float, paint: skia.Paint) -> None:
        """The shadow in the colour that `paint` filters to, blurred by `softness` units."""
        key = ("shadow", round(softness * 400))
        room = softness * 3
        box = self.box.makeOutset(room, room)
        picture = self._pictures.get(key)
        if picture is None:
            blur = skia.Paint(ImageFilter=skia.ImageFilters.Blur(softness, softness))  # in units: the matrix scales it
            picture = self._pictures[key] = _painted(box, _SHADOW_PIXELS, self.edge, blur)
        canvas.drawImageRect(picture, box, _LINEAR, paint)

    def _edge_then_face(self, canvas: skia.Canvas) -> None:
        self.edge(canvas)
        self.face(canvas)

    def _draw(self, layer: str, painter: Painter, canvas: skia.Canvas, pixels: float, paint: skia.Paint) -> None:
        size = ceil(log(min(_LARGEST, max(_SMALLEST, pixels)), _STEP) - 0.02)
        picture = self._pictures.get((layer, size))
        if picture is None:
            picture = self._pictures[(layer, size)] = _painted(self.box, _STEP**size, painter)
        canvas.drawImageRect(picture, self.box, _LINEAR, paint)


def white_edge(outline: skia.Path, width: float) -> Painter:
    """Paints `outline` and `width` units around it in the white of paper."""
    paint = skia.Paint(
        AntiAlias=True,
        Color=skia_colour(PAPER),
        Style=skia.Paint.kStrokeAndFill_Style,
        StrokeWidth=2 * width,
        StrokeJoin=skia.Paint.kRound_Join,
        StrokeCap=skia.Paint.kRound_Cap,
    )
    return lambda canvas: canvas.drawPath(outline, paint)


def _painted(box: skia.Rect, pixels: float, painter: Painter, layer: skia.Paint | None = None) -> skia.Image:
    surface = skia.Surface(max(1, ceil(box.width() * pixels)), max(1, ceil(box.height() * pixels)))
    with surface as canvas:
        canvas.scale(surface.width() / box.width(), surface.height() / box.height())
        canvas.translate(-box.left(), -box.top())
        if layer is not None:
            canvas.saveLayer(None, layer)
        painter(canvas)
        if layer is not None:
            canvas.restore()
    return surface.makeImageSnapshot()
