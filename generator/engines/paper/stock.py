"""The property room: things as sprites of height 1, made once and used at any size."""

from functools import lru_cache

import skia

from generator.engines.paper.cutting import cut
from generator.engines.paper.figures import figure
from generator.engines.paper.inks import Pen
from generator.engines.paper.lettering import lettered_card
from generator.engines.paper.sprites import Sprite

_EDGE = 0.075  # of a thing's height


@lru_cache(maxsize=256)
def thing(emoji: str, colour: str | None = None, pen: Pen | None = None) -> Sprite:
    """`emoji` as a sprite of height 1 whose origin is the middle of its foot; lettered if the font has no picture."""
    shape = figure(emoji, colour)
    if shape is None:
        return lettered_card(emoji, height=1.0, stick=False)
    pen = pen or Pen()
    left, top, right, bottom = shape.bounds
    return cut(shape, max(bottom - top, 0.8 * (right - left)), edge=_EDGE, ink=pen.ink, boldness=pen.boldness)


def draw_centred(canvas: skia.Canvas, sprite: Sprite, opacity: float = 1.0) -> None:
    """Draw a sprite with its middle at the origin."""
    if opacity < 0.99:
        canvas.saveLayerAlpha(sprite.box.makeOffset(-sprite.box.centerX(), -sprite.box.centerY()), round(255 * opacity))
    else:
        canvas.save()
    canvas.translate(-sprite.box.centerX(), -sprite.box.centerY())
    sprite.draw(canvas)
    canvas.restore()
