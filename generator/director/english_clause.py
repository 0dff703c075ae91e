"""An English clause while it is read: who it is about, and the verb that is still open."""

from dataclasses import dataclass, field

from generator.director.english_phrases import Before
from generator.director.reading import Move, Quote


@dataclass
class Clause:
    """What has been read of this clause."""

    subjects: list[str] = field(default_factory=list)
    noun: str | None = None  # the last noun phrase
    verb: Move | None = None  # the last verb, open for what it is done to
    before: Before = "start"
    preposition: str = ""
    negated: bool = False
    parted: bool = False  # a joint since the verb: who comes now may act
    joined: bool = False  # "and" between two nouns
    passive: bool = False
    quoted: bool = False  # a line has just been spoken
    unspoken: Quote | None = None  # a line whose speaker may follow ("No," sighs the driver)
    expression: str | None = None
    mute: bool = False  # the verb to come is the weather's
