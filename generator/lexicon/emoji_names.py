"""Every emoji's name in both languages, as Unicode gives it: what the lexicon falls back on, for signs and for words.

The standard library knows only the emoji of its own day and only English, so the names come from a library.
"""

import re
from collections.abc import Mapping
from functools import cache

import emoji

from generator.lexicon.words import Language, normalised

_DRAWN = 15.1  # the emoji version up to which the font has pictures
_TONE = "[\U0001f3fb-\U0001f3ff]"
# Blocks in which nearly every emoji is a thing or a being; outside them are arrows, clocks and signs of the zodiac.
_PICTURES = (("\U0001f300", "\U0001f393"), ("\U0001f399", "\U0001f3f0"), ("\U0001f3f8", "\U0001f4fc"),
             ("\U0001f526", "\U0001f52e"), ("\U0001f680", "\U0001f6ac"), ("\U0001f6d1", "\U0001f6fc"),
             ("\U0001f940", "\U0001f9ff"), ("\U0001fa70", "\U0001faff"), ("\u2693", "\u2693"))  # fmt: skip


def name_in(sign: str, language: Language) -> str | None:
    """What an emoji is called (goose, ガチョウ), None if Unicode has no such sign."""
    known = _signs().get(re.sub(f"\ufe0f|{_TONE}", "", sign))
    return known[language] if known else None


def is_drawn(sign: str) -> bool:
    """Whether the font has a picture of an emoji; one that nobody has heard of may be there."""
    known = _versions().get(re.sub(f"\ufe0f|{_TONE}", "", sign))
    return known is None or known <= _DRAWN


@cache
def sign_called(word: str) -> str | None:
    """The emoji that is called like a word of either language ("abacus", そろばん), None if there is none."""
    return _by_name().get(normalised(word.replace("_", " ")))


@cache
def _versions() -> Mapping[str, float]:
    return {sign.replace("\ufe0f", ""): float(entry["E"]) for sign, entry in emoji.EMOJI_DATA.items()}


@cache
def _signs() -> Mapping[str, Mapping[Language, str]]:
    emoji.config.load_language("ja")
    return {
        sign.replace("\ufe0f", ""): {"en": _plain(entry["en"]), "ja": _plain(entry.get("ja", entry["en"]))}
        for sign, entry in emoji.EMOJI_DATA.items()
    }


@cache
def _by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for sign, names in _signs().items():
        if len(sign) == 1 and is_drawn(sign) and any(first <= sign <= last for first, last in _PICTURES):
            for name in names.values():
                found.setdefault(normalised(name), sign)
    return found


def _plain(name: str) -> str:
    return name.strip(":").replace("_", " ").replace("’", "'").removesuffix(" face")
