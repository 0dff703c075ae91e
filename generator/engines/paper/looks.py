"""How an emoji's outline is painted and put on stage: its own colours, where its eyes are, which way it looks."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Literal

from generator.engines.paper.colours import PAPER, darker, lighter, lightness
from generator.engines.paper.recipes import Eyes, Faces, Kind, Place, Recipe
from generator.engines.paper.recipes_of_life import LIVING
from generator.engines.paper.recipes_of_things import THINGS
from generator.lexicon.lexicon import lexicon

_JOINER = "\u200d"
_VARIANT = "\ufe0f"
_SKIN_TONES = {"🏻": "#fbe0c8", "🏼": "#f0c8a0", "🏽": "#d7a271", "🏾": "#a9714a", "🏿": "#6f4733"}
_HAIR = ("#2f2a30", "#6d4a33", "#3b2c2a", "#8a5a34", "#42302a", "#5d4130")  # neighbours differ, as those in a cast do
_COAT = "#4f7cac"
_PAINTS = ("#e07a5f", "#5b9aa8", "#e9b44c", "#81a969", "#a586b8", "#d98d62", "#6f93c4")  # of things nobody described


@dataclass(frozen=True, slots=True)
class Look:
    """How one figure is painted.

    `base` is the body, `pale` what it encloses, `deep` broad ink, `glint` specks, `cloth` a person's coat. `inverted`
    says whether broad ink is the body (None: whether it covers most of the card). `eyes` says what to look for;
    `mouth` is (x, y, width) in fractions of the card where no smile stands alone. `faces` is the way the glyph looks.
    """

    base: str
    pale: str
    deep: str
    cloth: str
    kind: Kind = "thing"
    inverted: bool | None = None
    eyes: Eyes = "none"
    eyes_at: tuple[Place, ...] = ()
    mouth: tuple[float, float, float] | None = None
    faces: Faces = "left"
    spots: tuple[tuple[Place, str], ...] = ()
    solid_spots: tuple[tuple[Place, str], ...] = ()
    limbs: str | None = None
    ink: str | None = None
    glint: str = PAPER
    open_at: Literal["right"] | None = None


def look_of(emoji: str, colour: str | None, seed: int, skin: str | None = None) -> Look:
    """The look of `emoji` with its main colour `colour` (a person's coat), or its natural one; `skin` is a person's."""
    recipe = _recipe(emoji, seed)
    if recipe.kind == "person":
        base = skin or next((tone for sign, tone in _SKIN_TONES.items() if sign in emoji), recipe.base)
        deep = recipe.hair or _HAIR[seed % len(_HAIR)]
        cloth = colour or recipe.deep or _COAT
        pale = recipe.pale or lighter(base)
    else:
        base = colour or recipe.base
        deep = recipe.deep or darker(base, 0.42)
        pale = recipe.pale or lighter(base, 0.62 if lightness(base) < 0.75 else 0.35)
        cloth = base
    names = {"@base": base, "@pale": pale, "@deep": deep, "@cloth": cloth}

    def painted(places: tuple[tuple[Place, str], ...]) -> tuple[tuple[Place, str], ...]:
        return tuple((place, names.get(name, name)) for place, name in places)

    return Look(
        base=base,
        pale=names.get(pale, pale),
        deep=names.get(deep, deep),
        cloth=cloth,
        kind=recipe.kind,
        inverted=recipe.inverted,
        eyes=recipe.eyes,
        eyes_at=recipe.eyes_at,
        mouth=recipe.mouth,
        faces=recipe.faces,
        spots=painted(recipe.paint),
        solid_spots=painted(recipe.solid),
        limbs=recipe.limbs,
        ink=recipe.ink,
        open_at=recipe.open_at,
    )


def is_alive(emoji: str | None) -> bool:
    """Whether the figure is somebody: it breathes, blinks and speaks with a face."""
    return emoji is not None and _recipe(emoji, 0).kind != "thing"


def _recipe(emoji: str, seed: int) -> Recipe:
    plain = emoji.replace(_VARIANT, "")
    bare = "".join(c for c in plain if c not in _SKIN_TONES)
    anybody = "🧑" + bare[1:] if bare[:1] in ("👩", "👨") and _JOINER in bare else bare
    for name in (plain, bare, anybody, plain.split(_JOINER)[0][:1]):
        found = LIVING.get(name) or THINGS.get(name)
        if found is not None:
            return found
    return Recipe(_lexicon_colours().get(plain) or Random(f"{emoji}/{seed}").choice(_PAINTS), faces="right")


@cache
def _lexicon_colours() -> dict[str, str]:
    """What the lexicon says of a figure's colour; the first concept with that figure has the say."""
    colours: dict[str, str] = {}
    for concept in lexicon().concepts.values():
        if concept.figure and concept.colour:
            colours.setdefault(concept.figure.replace(_VARIANT, ""), concept.colour)
    return colours


def is_head(emoji: str | None) -> bool:
    """Whether the glyph is only a head, so that its puppet has a body with arms and legs."""
    return emoji is not None and _recipe(emoji, 0).kind in ("person", "animal")
