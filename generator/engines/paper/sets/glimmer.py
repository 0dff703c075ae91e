"""What in a set never quite holds still: stars, lit windows, lamps, fires, fireflies, light on water."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["star", "lamp", "fire", "glint", "firefly"]


@dataclass(frozen=True, slots=True)
class Glimmer:
    """A point of a sheet that glimmers: its place and its reach in adult heights (y down, as sheets have it)."""

    kind: Kind
    x: float
    y: float
    reach: float
    colour: str
