"""What a style means to the director, where the prompt says nothing else.

How it looks stands in `generator.engines.paper.styles` and in its pens; who plays its music in `generator.sound.bands`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.vocabulary import Mood, Style, TimeOfDay, Transition


@dataclass(frozen=True, slots=True)
class Manner:
    """A style's mood, hour and light. `turn` is how it goes to another place; `titled` films open with their title."""

    mood: Mood | None = None
    hour: TimeOfDay | None = None
    light: str | None = None
    turn: Transition = "page"
    titled: bool = False


MANNERS: Mapping[Style, Manner] = {
    "paper": Manner(),
    "anime": Manner("exciting", titled=True),
    "retro": Manner(),
    "news": Manner("tense"),
    "noir": Manner("mysterious", "night"),
    "pastel": Manner("happy"),
    "watercolor": Manner("calm"),
    "comic": Manner(),
    "festive": Manner("happy"),
    "security": Manner("mysterious"),
    "golden": Manner("romantic", "evening"),
    "sumi": Manner("calm"),
    "picture_book": Manner("calm", titled=True),
    "ukiyoe": Manner(titled=True),
    "ghost": Manner("scary", "night", titled=True),
    "cyberpunk": Manner("tense", "night", "neon"),
    "old_film": Manner("funny", titled=True),
    "sports": Manner("exciting"),
    "nature": Manner("calm"),
    "commercial": Manner("happy", titled=True),
}
