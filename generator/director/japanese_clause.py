"""A Japanese clause while it is read: what waits for its noun or its verb."""

from dataclasses import dataclass, field

from generator.director.japanese_phrases import Noun
from generator.director.japanese_verbs import Verb
from generator.director.reading import Direction, Reading


@dataclass
class Clause:
    """What waits for its noun or its verb."""

    nouns: list[Noun] = field(default_factory=list)  # since the last verb
    topic: list[str] = field(default_factory=list)  # who the sentence is about
    joined: list[Noun] = field(default_factory=list)  # 猫と|犬が
    next: Noun = field(default_factory=lambda: Noun("", ""))  # what was said of the noun to come
    owner: Noun | None = None  # カエルの|予報士
    describing: tuple[Verb, list[Noun]] | None = None  # a verb that stands before its noun
    expression: str | None = None
    direction: Direction | None = None
    together: bool = False
    quoted: bool = False  # a line has just been spoken
    asker: str | None = None  # to whom, or if it turns out passive by whom
    mute: bool = False  # the verb to come is the weather's, or a sound's


def register(noun: Noun, reading: Reading) -> None:
    """Let the figure that a noun means have everything that was said of it."""
    noun.name = reading.key(noun.name, noun.colour if noun.living else None)
    figure = reading.figure(noun.name, noun.label)
    if "の" in noun.label and figure.label in noun.label:
        figure.label = noun.label
    figure.colour = noun.colour or figure.colour
    figure.scale = noun.scale if noun.scale != 1.0 else figure.scale
    figure.count = max(figure.count, noun.count)
    figure.wears += [name for name in noun.wears if name not in figure.wears]
    figure.holds += [name for name in noun.holds if name not in figure.holds]
