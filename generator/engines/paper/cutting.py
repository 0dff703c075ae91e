"""Cutting: a painted figure becomes a sprite."""

import skia

from generator.engines.paper.colours import INK, rgb
from generator.engines.paper.figures import Figure
from generator.engines.paper.sprites import Layer, Sprite, layered


def cut(figure: Figure, unit: float, *, edge: float, ink: str = INK, boldness: float = 0.0) -> Sprite:
    """The sprite of `figure`, one unit being `unit` sheet pixels, its origin at the foot of the card.

    `edge` is the width of the white edge in units; `boldness` thickens the ink by that many sheet pixels.
    """
    left, _, right, bottom = figure.bounds
    placing = skia.Matrix()
    placing.setScale(1 / unit, 1 / unit)
    placing.preTranslate(-(left + right) / 2, -bottom)

    def placed(path: skia.Path) -> skia.Path:
        moved = skia.Path(path)
        moved.transform(placing)
        return moved

    layers = [Layer(placed(path), _packed(colour)) for path, colour in figure.under]
    layers.append(Layer(placed(figure.ink), _packed(rgb(figure.look.ink or ink)), boldness / unit))
    layers += [Layer(placed(path), _packed(colour)) for path, colour in figure.over]
    return layered(placed(figure.card_outline), edge, layers)


def _packed(colour: tuple[int, int, int]) -> int:
    return int(skia.Color(*colour))
