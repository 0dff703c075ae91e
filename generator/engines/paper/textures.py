"""Textures: what a member's picture shows, printed on a piece of paper that can bend."""

from math import cos, sin

import skia

from generator.engines.paper.warp import Warp

_ACROSS, _UP = 3, 14  # cells of the mesh that bends
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
_KEPT = 160  # bends


class Texture:
    """A picture that fills `box` (y down, in the units of its sprite)."""

    def __init__(self, image: skia.Image, box: skia.Rect) -> None:
        self.image = image
        self.box = box
        shader = image.makeShader(skia.TileMode.kClamp, skia.TileMode.kClamp, _SMOOTH)
        self._print = skia.Paint(Shader=shader, AntiAlias=True)  # made once: a paint copies its shader's whole picture
        self._flat = skia.Paint(AntiAlias=True)
        self._bent: dict[Warp, skia.Vertices] = {}

    def draw(self, canvas: skia.Canvas, warp: Warp | None) -> None:
        """Draw the picture, bent as the card is."""
        if warp is None:
            canvas.drawImageRect(self.image, self.box, _SMOOTH, self._flat)
            return
        mesh = self._bent.get(warp)
        if mesh is None:
            if len(self._bent) > _KEPT:
                self._bent.clear()
            mesh = self._bent[warp] = self._mesh(warp)
        canvas.drawVertices(mesh, self._print, skia.BlendMode.kDst)

    def _mesh(self, warp: Warp) -> skia.Vertices:
        wide, high = self.image.width(), self.image.height()
        places, texels, corners = [], [], []
        for row in range(_UP + 1):
            v = row / _UP
            x0, y, angle = warp.centre(self.box.top() + v * self.box.height())
            for column in range(_ACROSS + 1):
                u = column / _ACROSS
                x = self.box.left() + u * self.box.width()
                places.append(skia.Point(x0 + x * cos(angle), y + x * sin(angle)))
                texels.append(skia.Point(u * wide, v * high))
        for row in range(_UP):
            for column in range(_ACROSS):
                at = row * (_ACROSS + 1) + column
                below = at + _ACROSS + 1
                corners += [at, at + 1, below, at + 1, below + 1, below]
        return skia.Vertices(skia.Vertices.kTriangles_VertexMode, places, texels, None, corners)
