"""Storyboards for tests: small films in which exactly what a test is about happens."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.engines.engine import Canvas, Mouth, Rendering
from generator.engines.paper.engine import PaperEngine
from generator.storyboard import Act, Character, Presence, Shot, SpokenLine, Storyboard

SMALL = Canvas(90, 160, 12)

CAT = Character("cat", "cat", "猫", "🐈", "#e8a04c", 0.62)
WOMAN = Character("woman", "woman", "女の人", "👩", "#c7618f", 1.0, person=True)


def shot(start: float = 0.0, seconds: float = 1.0, cast: Sequence[Character] = (CAT,), **more: Any) -> Shot:
    """A wide, still shot of `cast` on a street by day, unless `more` says otherwise."""
    spread = np.linspace(-0.4, 0.4, len(cast)) if len(cast) > 1 else [0.0] * len(cast)
    places = tuple(Presence(who.id, float(x)) for who, x in zip(cast, spread, strict=True))
    given: dict[str, Any] = {
        "framing": "wide", "camera": "static", "place": "street", "time_of_day": "day", "weather": "clear",
        "cast": places,
    }  # fmt: skip
    return Shot(start, seconds, **{**given, **more})


def board(
    *shots: Shot, lines: Sequence[SpokenLine] = (), cast: Sequence[Character] = (CAT, WOMAN), **more: Any
) -> Storyboard:
    """A film of `shots`."""
    given: dict[str, Any] = {"orientation": "portrait", "style": "paper", "seed": 4, "language": "ja"}
    seconds = sum(one.seconds for one in shots)
    return Storyboard("試し", seconds, cast=tuple(cast), shots=shots, lines=tuple(lines), **{**given, **more})


def act(who: Character, action: Any, start: float = 0.0, seconds: float = 1.0, **more: Any) -> Act:
    """`who` does something."""
    return Act(who.id, action, start, seconds, **more)


def film(storyboard: Storyboard, canvas: Canvas = SMALL, **more: Any) -> list[NDArray[np.uint8]]:
    """Every frame."""
    return [frame.copy() for frame in PaperEngine().render(Rendering(storyboard, canvas, **more))]


def frame_at(storyboard: Storyboard, t: float, canvas: Canvas = SMALL, **more: Any) -> NDArray[np.uint8]:
    """The frame at film time `t`."""
    frames = PaperEngine().render(Rendering(storyboard, canvas, **more))
    return next(islice(frames, round(t * canvas.fps), None)).copy()


def mouths(line: int, opening: float, seconds: float) -> list[Mouth]:
    """A mouth that stands open all through a line."""
    return [Mouth(line, np.full(int(seconds * 50), opening, np.float32))]


def difference(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Mean difference of two frames, in levels of 255."""
    return float(np.abs(one[..., :3].astype(int) - other[..., :3].astype(int)).mean())


def red_picture(folder: Path) -> Path:
    """A member's picture: all red."""
    from PIL import Image

    path = folder / "picture.png"
    Image.new("RGB", (64, 96), (220, 20, 20)).save(path)
    return path
