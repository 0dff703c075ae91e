"""The page of acts: what a person and a cat do, each action at three moments."""

from collections.abc import Iterator

import numpy as np
import skia

from generator.engines.engine import Frame
from generator.engines.paper.acting import pose_at
from generator.engines.paper.colours import skia_colour
from generator.engines.paper.pictures import NATIVE, copy_as_rgba
from generator.engines.paper.puppet import Puppet
from generator.gallery.page import Card, bound
from generator.storyboard import Act, Character
from generator.vocabulary import ACTIONS, Action

_HIGH, _STEP, _COLUMNS = 96, 62, 6  # pixels: a card, from moment to moment; cards in a row
_SECONDS = 2.4
_MOMENTS = (0.3, 0.52, 0.72)  # of the act
_PLAYERS = (
    ("people", Character("it", "woman", "女", "👩", "#d9604f", person=True)),
    ("animals", Character("it", "cat", "猫", "🐈", None, 0.8)),
)


def pages() -> Iterator[tuple[str, Frame]]:
    """(name, page) for people and for those on four legs."""
    for name, who in _PLAYERS:
        puppet = Puppet(who)
        cards = [Card(action.replace("_", " "), _moments(puppet, action)) for action in ACTIONS]
        yield f"acts-{name}", bound(cards, _COLUMNS)


def _moments(puppet: Puppet, action: Action) -> Frame:
    wide = _STEP * (len(_MOMENTS) + 1)
    surface = skia.Surface(skia.ImageInfo.Make(wide, _HIGH, NATIVE, skia.kOpaque_AlphaType))
    act = Act("it", action, 0.0, _SECONDS)
    with surface as canvas:
        canvas.clear(skia_colour("#c3d0bb"))
        for place, share in enumerate(_MOMENTS):
            canvas.save()
            canvas.translate(_STEP * (place + 0.85), _HIGH - 12)
            canvas.scale(_HIGH * 0.62, _HIGH * 0.62)
            puppet.draw(canvas, pose_at(puppet.character, [act], share * _SECONDS, gait=puppet.gait))
            canvas.restore()
    frame: Frame = np.zeros((_HIGH, wide, 4), np.uint8)
    copy_as_rgba(surface, frame)
    return frame
