"""What a remix instruction can ask for: each change names only what it is about, so that the rest can stay."""

from dataclasses import dataclass
from typing import Literal

from core.choices import Orientation
from core.screenplay.model import Manner
from generator.storyboard import Language
from generator.vocabulary import Action, Expression

SettingKind = Literal[
    "place", "time_of_day", "weather", "light", "style", "framing", "camera", "angle", "mood", "tint", "transition"
]


@dataclass(frozen=True, slots=True)
class Where:
    """The shots that a change is about: all of them, or one by its number from 1 (-1 is the last)."""

    shot: int | None = None


EVERYWHERE = Where()


@dataclass(frozen=True, slots=True)
class Noun:
    """Somebody or something as the instruction calls it.

    `name` is a lexicon name, or the word itself where the lexicon has none (`known` is False then). `means` widens it:
    the hero, or everybody.
    """

    name: str
    label: str
    known: bool = True
    colour: str | None = None
    scale: float | None = None
    count: int = 1
    means: Literal["named", "hero", "everybody"] = "named"


@dataclass(frozen=True, slots=True)
class Replace:
    """The bear becomes a gorilla; without `old` the hero does."""

    old: Noun | None
    new: Noun
    where: Where = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Add:
    """Somebody or something more is there, and does `action` if one is named."""

    noun: Noun
    action: Action | None = None
    where: Where = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Remove:
    """Somebody or something is gone; with `owner` only theirs."""

    noun: Noun
    owner: Noun | None = None
    where: Where = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Give:
    """Somebody wears or holds a thing."""

    who: Noun
    thing: Noun


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody is of another colour or size, or makes another face; `word` is how it was said."""

    who: Noun
    word: str
    colour: str | None = None
    scale: float | None = None
    expression: Expression | None = None


@dataclass(frozen=True, slots=True)
class Do:
    """Somebody does something else, at the times at which they did what they did (`instead` of what, if named)."""

    who: Noun | None
    action: Action
    word: str
    instead: Action | None = None
    where: Where = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Rename:
    """Somebody is called otherwise."""

    who: Noun | None
    name: str


@dataclass(frozen=True, slots=True)
class Retitle:
    """The film is called otherwise."""

    title: str


@dataclass(frozen=True, slots=True)
class Say:
    """A line: another one `instead` of the line with that text or number (from 1, -1 the last), or one more."""

    text: str
    who: Noun | None = None
    instead: str | int | None = None
    more: bool = False
    manner: Manner | None = None
    where: Where = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Silence:
    """No lines: none at all, none of somebody's, not that one (by text or number)."""

    who: Noun | None = None
    line: str | int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Another place, time, weather, light, style, view or mood. `word` is how it was said; `old` narrows it to shots
    that have that one now; `focus` is whom the camera looks at.
    """

    kind: SettingKind
    name: str
    word: str
    old: str | None = None
    old_word: str = ""
    focus: Noun | None = None
    where: Where = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Mute:
    """No effects but those that belong to what is done."""


@dataclass(frozen=True, slots=True)
class Length:
    """So many seconds, or so many times as long."""

    seconds: float | None = None
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Speed:
    """So many times as fast; `slow` is slow motion at the same length."""

    factor: float = 1.0
    slow: bool = False
    where: Where = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Tongue:
    """In another language."""

    language: Language


@dataclass(frozen=True, slots=True)
class Turn:
    """Upright, wide or square."""

    orientation: Orientation


@dataclass(frozen=True, slots=True)
class Take:
    """The same story, filmed once more."""


Change = (
    Replace | Add | Remove | Give | Look | Do | Rename | Retitle | Say | Silence | Setting | Mute | Length | Speed
    | Tongue | Turn | Take
)  # fmt: skip
