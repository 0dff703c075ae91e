"""Another language: names and everyday phrases are said in it; what we cannot translate stays, and is told."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from core.screenplay.model import Mend
from generator.lexicon.lexicon import Meaning, lexicon
from generator.remix.changes import Tongue
from generator.storyboard import Language, Storyboard

PHRASES = Path(__file__).with_name("phrases.toml")


def translated(board: Storyboard, change: Tongue) -> tuple[Storyboard, tuple[Mend, ...]]:
    """The board in that language, as far as we have words."""
    language = change.language
    other: Language = "en" if language == "ja" else "ja"
    spoken, words = lexicon().spoken, lexicon().words[other]
    cast = []
    for who in board.cast:
        concept = Meaning("concept", who.concept.split("#")[0])
        ours = concept in words.get(who.label.lower(), ())
        cast.append(replace(who, label=spoken[language].get(concept.name, who.label)) if ours else who)
    lines, kept = [], []
    for line in board.lines:
        said = line.text if line.language == language else _phrases(language).get(plain(line.text))
        if said is None:
            kept.append(line.text)
            lines.append(line)
        else:
            lines.append(replace(line, text=said, language=language))
    mends = [Mend("remix-language", (("language", language),))]
    mends += [Mend("remix-line-kept", (("line", text),)) for text in kept]
    return replace(board, language=language, cast=tuple(cast), lines=tuple(lines)), tuple(mends)


def plain(text: str) -> str:
    """A phrase without its punctuation, for comparison."""
    return re.sub(r"[\s、。,.!?！？~〜ー…・]+", "", text).lower()


@cache
def _phrases(language: Language) -> Mapping[str, str]:
    """From plain phrases of the other language."""
    found: dict[str, str] = {}
    for pair in tomllib.loads(PHRASES.read_text(encoding="utf-8"))["phrase"]:
        theirs = pair["ja"] if language == "en" else pair["en"]
        for phrase in theirs:
            found.setdefault(plain(phrase), (pair["en"] if language == "en" else pair["ja"])[0])
    return found
