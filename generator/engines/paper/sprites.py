"""Sprites: pieces of paper, drawn as curves.

Curves stay crisp at any size and turn freely; on a processor Skia fills them many times faster than it turns pictures
(measured here: a turned picture of 300 x 300 pixels takes 2.9 ms, a curve that fills it 0.05 ms).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import skia

from generator.engines.paper.colours import PAPER, skia_colour
from generator.engines.paper.textures import Texture
from generator.engines.paper.warp import Warp

Painter = Callable[[skia.Canvas], None]
_KEPT = 160  # bends of a piece of paper
_FAR = 4.0  # units around the origin within which anything is painted


@dataclass(frozen=True, slots=True)
class Layer:
    """A filled curve in one colour, its outline thickened by `stroke` units."""

    path: skia.Path
    colour: int
    stroke: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Sprite:
    """A piece of paper: `card` is its outline, `edge` the width of the white around it, `face` what is painted on it.

    `layers` are the same as `face` for a piece that can bend; `texture` is a picture printed on a plain face, which
    bends too. `box` covers the card and its edge.
    """

    box: skia.Rect
    card: skia.Path
    edge: float
    face: skia.Picture
    layers: tuple[Layer, ...] = ()
    texture: Texture | None = None
    _bent: dict[Warp, tuple[skia.Path, skia.Picture]] = field(default_factory=dict)

    def draw(self, canvas: skia.Canvas, warp: Warp | None = None) -> None:
        """Edge and face."""
        canvas.drawPath(self.outline(warp), edge_paint(self.edge))
        self.draw_face(canvas, warp)

    def draw_face(self, canvas: skia.Canvas, warp: Warp | None = None) -> None:
        """The face without the white edge."""
        if self.texture is not None:
            canvas.drawPath(self.outline(warp), skia.Paint(AntiAlias=True, Color=skia_colour(PAPER)))
            self.texture.draw(canvas, warp)
            return
        canvas.drawPicture(self.face if warp is None or not self.layers else self._warped(warp)[1])

    def outline(self, warp: Warp | None = None) -> skia.Path:
        """The card's outline, bent if need be."""
        return self.card if warp is None or not (self.layers or self.texture) else self._warped(warp)[0]

    def _warped(self, warp: Warp) -> tuple[skia.Path, skia.Picture]:
        """Card and face bent; kept, as who dances bends the same way again and again."""
        found = self._bent.get(warp)
        if found is None:
            if len(self._bent) > _KEPT:
                self._bent.clear()
            layers = [Layer(warp.bent(layer.path), layer.colour, layer.stroke) for layer in self.layers]
            found = (warp.bent(self.card), _recorded(lambda canvas: _paint_layers(layers, canvas)))
            self._bent[warp] = found
        return found


def painted(card: skia.Path, edge: float, paint: Painter) -> Sprite:
    """The sprite of outline `card` on which `paint` draws."""
    return Sprite(_box(card, edge), card, edge, _recorded(paint))


def layered(card: skia.Path, edge: float, layers: Sequence[Layer]) -> Sprite:
    """The sprite of outline `card` made of `layers`, the lowest first; it can bend."""
    return Sprite(_box(card, edge), card, edge, _recorded(lambda canvas: _paint_layers(layers, canvas)), tuple(layers))


def textured(card: skia.Path, edge: float, texture: Texture) -> Sprite:
    """The sprite of outline `card` with a picture printed on it; it can bend."""
    return Sprite(_box(card, edge), card, edge, _recorded(lambda canvas: texture.draw(canvas, None)), texture=texture)


def edge_paint(width: float) -> skia.Paint:
    """Draws the white edge of a card, `width` units around it; the card itself is painted over anyway."""
    return skia.Paint(
        AntiAlias=True,
        Color=skia_colour(PAPER),
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=2 * width,
        StrokeJoin=skia.Paint.kRound_Join,
    )


def _box(card: skia.Path, edge: float) -> skia.Rect:
    box = card.computeTightBounds()
    box.outset(edge, edge)
    return box


def _recorded(paint: Painter) -> skia.Picture:
    recorder = skia.PictureRecorder()
    paint(recorder.beginRecording(skia.Rect.MakeLTRB(-_FAR, -_FAR, _FAR, _FAR)))
    return recorder.finishRecordingAsPicture()


def _paint_layers(layers: Sequence[Layer], canvas: skia.Canvas) -> None:
    for layer in layers:
        paint = skia.Paint(AntiAlias=True, Color=layer.colour)
        if layer.stroke:
            paint.setStyle(skia.Paint.kStrokeAndFill_Style)
            paint.setStrokeWidth(layer.stroke)
            paint.setStrokeJoin(skia.Paint.kRound_Join)
        canvas.drawPath(layer.path, paint)
