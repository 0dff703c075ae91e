"""A member's picture, ready for the stage."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Shows = Literal["figure", "scene"]


@dataclass(frozen=True, slots=True)
class Illustration:
    """`whole` is the picture, opaque; `cut` what stands out of it, trimmed, on nothing; None if nothing does.

    `shows` says which of the two it is for: a figure acts, a scene is what others act in.
    """

    whole: Path
    cut: Path | None
    shows: Shows
