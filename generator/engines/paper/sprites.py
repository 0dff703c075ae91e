"""Sprites: pieces of paper as pictures, made once a size and then only moved.

A sprite has three layers, drawn in three rounds over all the pieces of a puppet, so that jointed pieces share one white
edge and one shadow: the shadow, the white edge, the painted face.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil, log

import skia

from generator.engines.paper.colours import PAPER, skia_colour
from generator.engines.paper.warp import Warp

_STEP = 1.4  # sizes of pictures kept grow by this factor: never blurred, at most twice the pixels needed
_SMALLEST, _LARGEST = 24.0, 1500.0  # pixels per unit
_SHADOW_PIXELS = 110.0  # per unit: a shadow is soft, so its picture may be coarse
_LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNone)

Painter = Callable[[skia.Canvas], None]


@dataclass(slots=True, eq=False)
class Sprite:
    """A piece whose layers paint themselves in units; `box` is what face and edge cover."""

    box: skia.Rect
    face: Painter
    edge: Painter
    _pictures: dict[tuple[str, int], skia.Image] = field(default_factory=dict)

    def draw_face(self, canvas: skia.Canvas, paint: skia.Paint | None = None, warp: Warp | None = None) -> None:
        """The painted face."""
        self._draw("face", self.face, canvas, paint, warp)

    def draw_edge(self, canvas: skia.Canvas, paint: skia.Paint | None = None, warp: Warp | None = None) -> None:
        """The white edge with all that it encloses."""
        self._draw("edge", self.edge, canvas, paint, warp)

    def draw(self, canvas: skia.Canvas, paint: skia.Paint | None = None, warp: Warp | None = None) -> None:
        """Edge and face as one picture, for a piece that stands alone."""
        self._draw("both", self._edge_then_face, canvas, paint, warp)

    def draw_shadow(self, canvas: skia.Canvas, softness: float, paint: skia.Paint, warp: Warp | None = None) -> None:
        """The silhouette, blurred by `softness` units; `paint` filters it to the shadow's colour."""
        key = ("shadow", round(softness * 400))
        box = self.box.makeOutset(softness * 3, softness * 3)
        picture = self._pictures.get(key)
        if picture is None:
            blur = skia.Paint(ImageFilter=skia.ImageFilters.Blur(softness, softness))  # in units: the matrix scales it
            picture = self._pictures[key] = _painted(box, _SHADOW_PIXELS, self.edge, blur)
        _put(canvas, picture, box, paint, warp)

    def _edge_then_face(self, canvas: skia.Canvas) -> None:
        self.edge(canvas)
        self.face(canvas)

    def _draw(
        self, layer: str, painter: Painter, canvas: skia.Canvas, paint: skia.Paint | None, warp: Warp | None
    ) -> None:
        pixels = min(_LARGEST, max(_SMALLEST, _scale_of(canvas.getTotalMatrix())))
        size = ceil(log(pixels, _STEP) - 0.05)
        picture = self._pictures.get((layer, size))
        if picture is None:
            picture = self._pictures[(layer, size)] = _painted(self.box, _STEP**size, painter)
        _put(canvas, picture, self.box, paint, warp)


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


def _put(canvas: skia.Canvas, picture: skia.Image, box: skia.Rect, paint: skia.Paint | None, warp: Warp | None) -> None:
    if warp is None:
        canvas.drawImageRect(picture, box, _LINEAR, paint)
        return
    onto = skia.Matrix()
    onto.setScale(picture.width() / box.width(), picture.height() / box.height())
    onto.preTranslate(-box.left(), -box.top())
    back = skia.Matrix()
    onto.invert(back)
    brush = skia.Paint(paint) if paint is not None else skia.Paint()
    brush.setShader(picture.makeShader(skia.TileMode.kDecal, skia.TileMode.kDecal, _LINEAR, back))
    canvas.drawVertices(warp.mesh(box), brush)


def _scale_of(matrix: skia.Matrix) -> float:
    """Pixels per unit: the larger of the two axes'."""
    across = (matrix.getScaleX() ** 2 + matrix.getSkewY() ** 2) ** 0.5
    down = (matrix.getSkewX() ** 2 + matrix.getScaleY() ** 2) ** 0.5
    return float(max(across, down))


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
