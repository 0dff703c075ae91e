"""A storyboard: what an engine renders and what sound plays, with every time in seconds of the film.

Times are exact and consistent: shots start at 0, follow each other without a gap and end at `seconds`; actions and
lines lie inside the film. Names of closed lists come from `generator.vocabulary`; concepts are lexicon names.
"""

from dataclasses import dataclass, field
from typing import Literal

from core.screenplay.model import Manner, Mend
from generator.vocabulary import (
    Action,
    Angle,
    Camera,
    Effect,
    Expression,
    Framing,
    Mood,
    Orientation,
    Place,
    Style,
    TimeOfDay,
    Transition,
    Weather,
)

Language = Literal["ja", "en"]
Age = Literal["child", "adult", "old"]
Gender = Literal["female", "male", "neutral"]


@dataclass(frozen=True, slots=True)
class Voice:
    """How a character sounds: `pitch` in semitones from the voice's own, `size` below 1 for small bodies (formants)."""

    gender: Gender = "neutral"
    age: Age = "adult"
    pitch: float = 0.0
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody or something on stage.

    `concept` is a lexicon name ("cat"); `label` is the word of the prompt ("猫"), lettered on a card if the concept
    has no figure. `figure` is the emoji whose outline is the puppet, None for a lettered card. `colour` is "#rrggbb"
    where the prompt or the lexicon says one. `scale` is 1.0 for the figure's usual size on stage. `wears` and `holds`
    are lexicon names of accessories drawn on or beside the puppet. `picture` is the number, from 0, of the member's own
    picture out of which it is cut; it has no figure then.
    """

    id: str
    concept: str
    label: str
    figure: str | None
    colour: str | None = None
    scale: float = 1.0
    wears: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    voice: Voice = field(default_factory=Voice)
    person: bool = False
    picture: int | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """A character in one shot: where it stands when the shot starts.

    `x` from -1 (left edge) to 1 (right edge), `depth` from 0 (front) to 1 (back), `y` 0 on the ground, 1 at the top.
    """

    character: str
    x: float
    depth: float = 0.2
    y: float = 0.0
    facing: Literal["left", "right"] = "right"


@dataclass(frozen=True, slots=True)
class Act:
    """One character does one thing, from `start` (film time) for `seconds`."""

    character: str
    action: Action
    start: float
    seconds: float
    target: str | None = None  # a character id
    prop: str | None = None  # a lexicon concept, e.g. what is thrown
    prop_figure: str | None = None  # its emoji
    expression: Expression = "neutral"
    direction: Literal["left", "right", "up", "down", "away", "near"] | None = None


@dataclass(frozen=True, slots=True)
class Shot:
    """What stands before the camera from `start` for `seconds`. `light` and `dressing` are lexicon names (lantern).

    `backdrop` is the number, from 0, of the member's own picture in which it plays instead of on a set.
    """

    start: float
    seconds: float
    framing: Framing
    camera: Camera
    place: Place
    time_of_day: TimeOfDay
    weather: Weather
    cast: tuple[Presence, ...] = ()
    acts: tuple[Act, ...] = ()
    angle: Angle = "eye"
    focus: str | None = None  # the character that a medium or close framing holds
    light: Literal["natural", "spot", "backlight", "neon", "lantern", "moonlight", "flash"] = "natural"
    dressing: tuple[tuple[str, str], ...] = ()  # (concept, emoji) of things that stand about
    transition: Transition = "cut"  # how this shot comes in
    slow: bool = False
    backdrop: int | None = None


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line and when it is spoken; `seconds` is what the director planned, then what the voice really took."""

    speaker: str | None  # a character id; None is the narrator
    text: str
    start: float
    seconds: float
    language: Language
    manner: Manner = "say"


@dataclass(frozen=True, slots=True)
class SoundCue:
    """An effect at a time of the film; `loop` keeps it going for `seconds`."""

    effect: Effect
    start: float
    seconds: float = 1.0
    loop: bool = False


@dataclass(frozen=True, slots=True)
class Storyboard:
    """The whole film on paper.

    `troupe` names whose players these are: a concept has the same voice in all films of one troupe, remixes included.
    """

    title: str
    seconds: float
    orientation: Orientation
    style: Style
    seed: int
    language: Language
    cast: tuple[Character, ...]
    shots: tuple[Shot, ...]
    lines: tuple[SpokenLine, ...] = ()
    sounds: tuple[SoundCue, ...] = ()
    music: Mood = "calm"
    tint: Literal["none", "warm", "cool", "mono", "sepia", "vivid", "faded"] = "none"
    fade_out: bool = False
    title_seconds: float = 0.0  # from the start for so long the title is shown, on a card of its own
    title_over: bool = False  # or over the picture
    end_seconds: float = 0.0  # at the end for so long an end card is shown
    notes: tuple[Mend, ...] = ()
    troupe: str = ""

    def character(self, id: str) -> Character:
        """The character with that id; KeyError if there is none."""
        for who in self.cast:
            if who.id == id:
                return who
        raise KeyError(id)
