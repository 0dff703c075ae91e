"""The shape of a row in the tables of looks."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["thing", "whole", "person", "animal"]  # a thing; a living whole; a person's head; an animal's head
Eyes = Literal["none", "pair", "profile", "holes"]
Faces = Literal["left", "right", "front"]
Place = tuple[float, float]  # fractions of the square sheet, from the left and from the top


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the glyph of one emoji is painted. A colour is "#rrggbb", or "@base", "@pale", "@deep", "@cloth".

    What is None is derived from the base. `paint` colours enclosed areas and `solid` broad ink by a place inside them.
    """

    base: str
    kind: Kind = "thing"
    pale: str | None = None
    deep: str | None = None
    inverted: bool | None = None
    eyes: Eyes = "none"
    eyes_at: tuple[Place, ...] = ()  # where they are, if they do not look like eyes or something else does
    mouth: tuple[float, float, float] | None = None  # (x, y, width) in fractions of the card
    faces: Faces = "left"
    limbs: str | None = None  # of an animal's body, where they are not of its base colour
    ink: str | None = None  # where it is not the pen's: signs are drawn in their own colour
    open_at: Literal["right"] | None = None  # where the font cuts strokes off, so that what they enclose stands open
    hair: str | None = None  # a person's, where it is not left to the seed
    paint: tuple[tuple[Place, str], ...] = ()
    solid: tuple[tuple[Place, str], ...] = ()
