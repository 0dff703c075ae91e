"""One picture out of a film that was never made: a shot, a moment after it began."""

import numpy as np

from generator.engines.engine import Canvas, Frame, Rendering
from generator.engines.paper.engine import PaperEngine
from generator.storyboard import Character, Presence, Shot, Storyboard
from generator.vocabulary import Orientation, Place, Style, TimeOfDay, Weather

_SHAPES: dict[Orientation, tuple[float, float]] = {"portrait": (9, 16), "landscape": (16, 9), "square": (1, 1)}
_CAST = (
    Character("woman", "woman", "女", "👩", "#d9604f", person=True),
    Character("cat", "cat", "猫", "🐈", "#e9a05c", 0.55),
)
_PLACES = (Presence("woman", -0.34, 0.2), Presence("cat", 0.3, 0.1, facing="left"))


def canvas_of(orientation: Orientation, short_edge: int) -> Canvas:
    """The canvas of that shape whose shorter side has `short_edge` pixels; one frame a second."""
    across, up = _SHAPES[orientation]
    unit = short_edge / min(across, up)
    return Canvas(2 * round(across * unit / 2), 2 * round(up * unit / 2), fps=1)


def shot_of(
    place: Place, time: TimeOfDay = "day", weather: Weather = "clear", *, cast: bool = True, seconds: float = 3.0
) -> Shot:
    """A wide shot of `place`, with a woman and a cat to show how large things are."""
    return Shot(
        start=0.0, seconds=seconds, framing="wide", camera="static", place=place, time_of_day=time, weather=weather,
        cast=_PLACES if cast else (),
    )  # fmt: skip


def still(
    shot: Shot, orientation: Orientation = "landscape", *, style: Style = "paper", short_edge: int = 180, seed: int = 4
) -> Frame:
    """The frame of `shot` a second after it began, (height, width, 4) RGBA."""
    board = Storyboard("", shot.seconds, orientation, style, seed, "en", _CAST, (shot,))
    frames = PaperEngine().render(Rendering(board, canvas_of(orientation, short_edge)))
    next(frames)
    return np.array(next(frames))
