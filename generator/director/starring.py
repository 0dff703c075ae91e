"""Who of a film is played by a member's own picture, and which picture is the place where it plays.

What the prompt says decides first (この子 is somebody, この部屋で a place), then what can be cut out of the picture.
"""

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from core.screenplay import Screenplay, parse
from generator.director.reading import Move
from generator.director.script import Script, Step
from generator.director.tokens import find_matches, language_of, tokenise
from generator.lexicon.lexicon import concept, lexicon
from generator.lexicon.words import Language
from generator.pictures.illustration import Illustration

WORDS = Path(__file__).with_name("pictured.toml")

_PICTURED = "pictured_{}"  # a concept for whoever is in a picture, numbered from 1
_NUMBERS = {sign: number for number, signs in enumerate(("一1１", "二2２", "三3３", "四4４"), 1) for sign in signs} | {
    "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
_OWN_ONE = r"(?:my|our|this|these)\s+\w+"
_MAKE = re.compile(rf"\b(?:make|have|let|get)\s+(the\s+\w+pictured|{_OWN_ONE})\s+(?:to\s+)?(?=\w)", re.I)


_LINE = "\ue001"
_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|\"[^\"]*\"|“[^”]*”")


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures by what they are for: numbers from 0 of those who act, and of those in which the film plays."""

    heroes: tuple[int, ...] = ()
    places: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.heroes or self.places)


@dataclass(frozen=True, slots=True)
class Starring:
    """Which pictures play the figures of a reading, by figure name: one for each that the figure counts."""

    parts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def sorted_out(illustrations: Sequence[Illustration], text: str) -> Pictures:
    """What each picture is for."""
    words = _words(language_of(text))
    means_place = bool(re.search(words["place"], text, re.I))
    means_somebody = bool(re.search(f"{words['one']}|{words['several']}|{words['nth']}", text, re.I))
    heroes = [n for n, one in enumerate(illustrations) if one.shows == "figure"]
    places = [n for n, one in enumerate(illustrations) if one.shows == "scene"]
    if means_place and not places and (len(heroes) > 1 or not means_somebody):
        places, heroes = heroes[-1:], heroes[:-1]
    elif means_somebody and not means_place and not heroes:
        cuttable = [n for n in places if illustrations[n].cut is not None][:1]
        heroes, places = cuttable, [n for n in places if n not in cuttable]
    return Pictures(tuple(heroes), tuple(places))


def pointed_out(play: Screenplay, pictures: Pictures) -> Screenplay:
    """The screenplay with what points at a picture (この子, "him") named as who is in it."""
    if not pictures:
        return play
    pointer = _Pointer(pictures)
    beats = tuple(replace(beat, text=pointer.named(beat.text)) for beat in play.beats)
    pointer = _Pointer(pictures)
    return replace(play, premise=pointer.named(play.premise), scene=pointer.named(play.scene), beats=beats)


def story(pictures: Pictures, seed: int, language: Language) -> Screenplay:
    """What heroes do of whom nothing is said."""
    told = random.Random(f"pictured {seed}").choice(_words(language)["story"])
    hero = _all(pictures.heroes, language)
    return replace(parse(told["text"].format(hero=hero)), title=told["title"])


def star(script: Script, pictures: Pictures, text: str) -> Starring:
    """Give every hero a part: who is pointed at, whom the prompt calls its own, who acts; else as one of the others."""
    reading = script.reading
    parts: dict[str, tuple[int, ...]] = {}
    left = list(pictures.heroes)
    nobodies = [step.move for step in script.steps if step.move and not step.move.actors]
    for number in pictures.heroes:
        name = _PICTURED.format(number + 1)
        if name in reading.figures:
            parts[name] = (number,)
            left.remove(number)
    for name in _candidates(script, text):
        if not left or name in parts:
            continue
        parts[name] = tuple(left[: max(1, reading.figures[name].count)])
        left = left[len(parts[name]) :]
    for number in left:
        name = _PICTURED.format(number + 1)
        reading.figure(name, lexicon().spoken[reading.language][name])
        reading.enter(name)
        _join(script, name, next(iter(parts), None))
        parts[name] = (number,)
    for move in nobodies if parts else ():
        move.actors = tuple(name for name in parts if name != move.target) or move.actors
    for name in parts:
        if name.startswith("pictured_"):
            reading.figures[name].label = _words(reading.language)["label"]
    return Starring(parts)


def _candidates(script: Script, text: str) -> list[str]:
    """Whom a picture may play, the likeliest first: my car, this dog; then whoever acts; nobody who is acted upon."""
    reading = script.reading
    own = _words(reading.language)["own"]
    acting = [name for step in script.steps if step.move for name in step.move.actors if name in reading.figures]
    speaking = [step.speaker for step in script.steps if step.speaker in reading.figures]
    named = [
        name
        for name, figure in reading.figures.items()
        if figure.label and re.search(own + re.escape(figure.label), text, re.I)
    ]
    living = [name for name in reading.acting if reading.figures[name].living]
    known = [name for name in (*named, *acting, *[name for name in speaking if name], *living)]
    return list(dict.fromkeys(known))


def _join(script: Script, name: str, first: str | None) -> None:
    """Somebody nobody speaks of does what the first hero does."""
    for step in script.steps:
        if step.move is not None and first in step.move.actors:
            step.move.actors = (*step.move.actors, name)
    if not script.steps and first is None:
        script.steps.append(Step(0, Move((name,), "wave"), place=script.reading.setting("place")))


class _Pointer:
    """Replaces pointing words from left to right: each new one points at the next hero, while there is one."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._next = 0
        self._heard = ""

    def named(self, text: str) -> str:
        """`text` with its pointing words replaced, but for what is spoken."""
        if not text.strip():
            return text
        language = language_of(text)
        parts = _QUOTED.split(text)
        said = _QUOTED.findall(text)
        named = self._named(_LINE.join(parts), language)
        for line in said:
            named = named.replace(_LINE, line, 1)
        return named

    def _named(self, text: str, language: Language) -> str:
        words = _words(language)
        heroes = self._pictures.heroes
        if self._pictures.places:
            text = re.sub(words["bare"], " " if language == "en" else "", text, flags=re.I)
        if not heroes:
            return text
        text = re.sub(words["nth"], lambda found: _numbered(found, heroes, language), text, flags=re.I)
        several = f"{words['several']}|{words['everyone']}" if len(heroes) > 1 else words["several"]
        text = re.sub(f"(?:{several})で(?!す)", f"{_all(heroes, language)}が", text)
        text = re.sub(several, _all(heroes, language), text, flags=re.I)
        text = re.sub(words["one"], lambda found: self._following(language), text, flags=re.I)
        if self._next == 0 and "pictured" not in text and "枚目の子" not in text:
            found = re.search(words["pronoun"], text, re.I)
            if found and not _speaks_of_somebody(self._heard + text[: found.start()], language):
                text = text[: found.start()] + self._following(language) + text[found.end() :]
        self._heard += f"{text} "
        return _MAKE.sub(r"\1 ", text) if language == "en" else text

    def _following(self, language: Language) -> str:
        number = self._pictures.heroes[min(self._next, len(self._pictures.heroes) - 1)]
        self._next += 1
        return _name(number, language)


def _numbered(found: re.Match[str], heroes: Sequence[int], language: Language) -> str:
    number = _NUMBERS[found[1].lower()] - 1
    return _name(number, language) if number in heroes else found[0]


def _speaks_of_somebody(text: str, language: Language) -> bool:
    matches = find_matches(tokenise(text, language), language)
    known = (concept(match.of("concept") or "") for match in matches)
    return any(one is not None and one.kind in ("person", "animal", "vehicle") for one in known)


def _all(heroes: Sequence[int], language: Language) -> str:
    names = [_name(number, language) for number in heroes]
    return "と".join(names) if language == "ja" else " and ".join(names)


def _name(number: int, language: Language) -> str:
    """The word of the lexicon for who is in a picture."""
    word = lexicon().spoken[language][_PICTURED.format(number + 1)]
    return f"the {word}" if language == "en" else word


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def _words(language: Language) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _table()[language]
    return found
