"""A longer version of a thin prompt, as a suggestion to its writer: what they wrote, a turn and an ending."""

import random
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from generator.director.direct import Directed
from generator.lexicon.lexicon import concept
from generator.lexicon.words import Language

CONTINUATIONS = Path(__file__).with_name("continuations.toml")
MOST_SENTENCES = 1  # of a thin prompt
MOST_CHARS: dict[Language, int] = {"ja": 40, "en": 90}

_FULL_STOP = re.compile(r"[。.!！\s]+$")


def longer(prompt: str, found: Directed) -> str | None:
    """What could become of the film; None if the prompt says enough, or nothing that could be gone on with."""
    board = found.board
    thin = len(found.screenplay.beats) <= MOST_SENTENCES and len(prompt) <= MOST_CHARS[board.language]
    if not prompt.strip() or not thin or board.lines or not board.cast or found.screenplay.shots:
        return None
    dice = random.Random(f"longer {board.seed} {prompt}")
    known = continuations()[board.language]
    hero = board.cast[0].label
    about = concept(board.cast[0].concept)
    if about is None or not about.living or hero not in prompt:
        return None  # nobody, or called otherwise than the writer calls them
    friend = dice.choice([name for name in known["friends"] if name.lower() not in prompt.lower()])
    end = {"ja": "。", "en": ". "}[board.language]
    text: str = dice.choice(known["texts"])
    return _FULL_STOP.sub("", prompt.strip()) + end + text.format(a=hero, b=friend)


@cache
def continuations() -> dict[str, Any]:
    """What to go on with, by language: `friends` and `texts`."""
    return tomllib.loads(CONTINUATIONS.read_text(encoding="utf-8"))
