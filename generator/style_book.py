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
    ended: bool = False  # its films close with an end card
    carded: bool = True  # a title can stand on a card; a station shows its own headline


MANNERS: Mapping[Style, Manner] = {
    "paper": Manner(),
    "anime": Manner("exciting", turn="whip", titled=True),
    "retro": Manner(turn="wipe"),
    "news": Manner("tense", turn="wipe", carded=False),
    "noir": Manner("mysterious", "night", turn="fade"),
    "pastel": Manner("happy", turn="dissolve"),
    "watercolor": Manner("calm", turn="dissolve"),
    "comic": Manner(),
    "festive": Manner("happy"),
    "security": Manner("mysterious", turn="cut", carded=False),
    "golden": Manner("romantic", "evening", turn="dissolve"),
    "sumi": Manner("calm", turn="dissolve"),
    "picture_book": Manner("calm", titled=True, ended=True),
    "ukiyoe": Manner(titled=True, ended=True),
    "ghost": Manner("scary", "night", turn="fade", titled=True, ended=True),
    "cyberpunk": Manner("tense", "night", "neon", turn="whip"),
    "old_film": Manner("funny", turn="iris", titled=True, ended=True),
    "sports": Manner("exciting", turn="wipe", carded=False),
    "nature": Manner("calm", turn="dissolve"),
    "commercial": Manner("happy", turn="wipe", titled=True, ended=True),
}
