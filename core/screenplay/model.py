"""A screenplay: the prompt, parsed, and nothing that the prompt did not say."""

from dataclasses import dataclass, field
from typing import Literal

Manner = Literal["say", "whisper", "shout", "sing", "think"]


@dataclass(frozen=True, slots=True)
class Line:
    """Something spoken. `speaker` is the phrase as written (「通りがかったおばちゃん」), None if nobody is named."""

    text: str
    speaker: str | None = None
    manner: Manner = "say"


@dataclass(frozen=True, slots=True)
class Beat:
    """A stretch of action: its words, the lines spoken in it, and its times in seconds if the prompt gave them."""

    text: str
    lines: tuple[Line, ...] = ()
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody or something on stage: the name used in the beats, and how they look."""

    name: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class ShotNote:
    """A wish for the camera, in the order of the film: words as written, and a length if one was given."""

    text: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    """Something the parser put right, told to the member: a message id of `locales/` and its parameters."""

    message: str
    params: tuple[tuple[str, str | float], ...] = ()


@dataclass(frozen=True, slots=True)
class Screenplay:
    """The prompt, parsed.

    `premise` is prose that stood under no label (for a one-sentence prompt: the sentence). `beats` are in the order of
    the film whether or not they are timed; a prose prompt has one beat a sentence. `seconds` is the length asked for.
    """

    title: str | None = None
    seconds: float | None = None
    style: str = ""
    shots: tuple[ShotNote, ...] = ()
    scene: str = ""
    subjects: tuple[Subject, ...] = ()
    lighting: str = ""
    premise: str = ""
    beats: tuple[Beat, ...] = ()
    audio: str = ""
    grade: str = ""
    tempo: str = ""
    mends: tuple[Mend, ...] = field(default=(), compare=False)
