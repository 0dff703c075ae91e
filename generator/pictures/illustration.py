"""A member's picture, ready for the stage."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Shows = Literal["figure", "scene"]
Place = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Illustration:
    """`whole` is the picture, opaque; `cut` what stands out of it, trimmed, on nothing; None if nothing does.

    `shows` says which of the two it is for: a figure acts, a scene is what others act in. `place` is where in the whole
    the cut was: left, top, right and bottom in parts of its width and height.
    """

    whole: Path
    cut: Path | None
    shows: Shows
    place: Place | None = None
