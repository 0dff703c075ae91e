"""What we say, free of any platform: an adapter draws a card with what its platform has.

Texts in a card are already in the reader's language, except times: a moment stands in a text as `<t:UNIX>` (Discord's
own notation) and each adapter shows it in the reader's zone. A button is nothing but a command of the catalogue with
its arguments (or a form that asks for the rest first), so that a click, a typed command and a menu entry are one thing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Tone = Literal["plain", "refusal", "progress", "draft", "post", "error"]
Look = Literal["primary", "secondary", "danger"]


@dataclass(frozen=True, slots=True)
class Media:
    """A film: storage names. `spoiler` blurs it until the reader clicks.

    `too_large` is said with the poster where a place does not take the film; `watch` labels the link to its page.
    """

    video: str
    poster: str
    vtt: str | None
    width: int
    height: int
    seconds: float
    alt: str
    spoiler: bool = False
    too_large: str = ""
    watch: str = ""


@dataclass(frozen=True, slots=True)
class Sketch:
    """Something to look at while a film is made: storage names of a picture, then also of a small silent film."""

    still: str
    film: str | None
    width: int
    height: int
    alt: str

    @property
    def shown(self) -> str:
        """The best there is."""
        return self.film or self.still


@dataclass(frozen=True, slots=True)
class Field:
    """One input of a form; `choices` are (value, label)."""

    name: str
    label: str
    kind: Literal["text", "long_text", "number", "choice", "picture"] = "text"
    value: str = ""
    required: bool = False
    max_chars: int = 0
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form that ends in a command: `fixed` arguments are sent along with what was typed."""

    title: str
    submit: str
    command: str
    fields: tuple[Field, ...]
    fixed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Button:
    """A command with its arguments, or a form that leads to one. `confirm` is a question to ask before."""

    label: str
    command: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    look: Look = "secondary"
    emoji: str = ""
    form: Form | None = None
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: `fraction` 0..1, None while it waits; `seconds_left` is an estimate, `left` it in words."""

    label: str
    fraction: float | None
    seconds_left: float | None = None
    position: int | None = None  # 1 is next
    left: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value shown small, e.g. the clip's id. A time is drawn in the reader's own zone."""

    label: str
    value: str | datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code to hand on, and the label of a link that redeems it, where a platform has such links."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Card:
    """One message. `audience` asker: only the one who asked sees it.

    `clip` is the public id of the clip that the card is about. `job` marks the card as the placeholder of that job: the
    adapter reports where it put it (`Desk.placed`), and later edits the same message. `secret`: nobody but the asker
    may read it, not even where a platform has no way of showing a message to one alone (an invite code). `stands` is
    where the film's post can be found: (channel, message id).
    """

    text: str
    title: str = ""
    tone: Tone = "plain"
    audience: Literal["asker", "channel"] = "asker"
    author: str = ""
    media: Media | None = None
    progress: Progress | None = None
    sketch: Sketch | None = None
    facts: tuple[Fact, ...] = ()
    buttons: tuple[Button, ...] = ()
    form: Form | None = None
    clip: str | None = None
    job: int | None = None
    likes: int | None = None
    comments: int | None = None
    secret: bool = False
    invitation: Invitation | None = None
    stands: tuple[str, str] | None = None
