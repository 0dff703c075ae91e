"""The lexicon: what words mean on our stage. Data in `data/*.toml`, read once when first asked for."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from generator.lexicon.words import Language, normalised
from generator.storyboard import Age, Gender, Voice
from generator.vocabulary import Action, Effect

DATA = Path(__file__).parent / "data"

Kind = Literal["person", "animal", "food", "drink", "vehicle", "prop", "wear", "dressing"]

LIVING: frozenset[Kind] = frozenset({"person", "animal"})


@dataclass(frozen=True, slots=True)
class Concept:
    """Somebody or something that can be on stage; fields as in `generator.storyboard.Character`."""

    name: str
    kind: Kind
    figure: str | None
    colour: str | None
    scale: float
    voice: Voice
    wears: str | None = None
    holds: str | None = None
    sound: Effect | None = None
    flies: bool = False
    swims: bool = False
    members: tuple[str, ...] = ()  # of a group (a couple): the concepts that it is played by

    @property
    def living(self) -> bool:
        """Whether it acts by itself."""
        return self.kind in LIVING


@dataclass(frozen=True, slots=True)
class Deed:
    """An action: how long one takes in seconds, its sound, and what it needs."""

    action: Action
    seconds: float
    effect: Effect | None
    needs: Literal["prop", "target", ""]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word means: `kind` is concept, action, or a table of settings.toml (place, weather, colour, ...)."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it. `words` maps a language to normalised words and their meanings."""

    concepts: Mapping[str, Concept]
    deeds: Mapping[str, Deed]
    words: Mapping[Language, Mapping[str, tuple[Meaning, ...]]]
    spoken: Mapping[Language, Mapping[str, str]]  # a concept's first word
    said: Mapping[Language, Mapping[Meaning, str]]  # the first word of an action, a place, a kind of weather, ...
    emoji: Mapping[str, tuple[Meaning, ...]]  # what an emoji stands for; without variation selectors and skin tones
    longest: Mapping[Language, int]  # in characters for ja, in words for en


def concept(name: str) -> Concept | None:
    """The concept of that name; what stands behind a "#" tells two of a kind apart (cat#2)."""
    return lexicon().concepts.get(name.split("#")[0])


@cache
def lexicon() -> Lexicon:
    """The lexicon, read from its files once."""
    concepts: dict[str, Concept] = {}
    deeds: dict[str, Deed] = {}
    words: dict[Language, dict[str, list[Meaning]]] = {"ja": {}, "en": {}}
    spoken: dict[Language, dict[str, str]] = {"ja": {}, "en": {}}
    said: dict[Language, dict[Meaning, str]] = {"ja": {}, "en": {}}

    def learn(entry: Mapping[str, Any], meaning: Meaning) -> None:
        for language in cast(tuple[Language, ...], ("ja", "en")):
            for word in entry.get(language, ()):
                meanings = words[language].setdefault(normalised(word), [])
                if meaning not in meanings:
                    meanings.append(meaning)
            if entry.get(language):
                said[language].setdefault(meaning, entry[language][0])

    for file, kind in (("people", "person"), ("animals", "animal"), ("things", "prop")):
        for name, entry in _read(file).items():
            concepts[name] = _concept(name, entry, cast(Kind, entry.get("kind", kind)))
            learn(entry, Meaning("concept", name))
            spoken["ja"][name], spoken["en"][name] = entry["ja"][0], entry["en"][0]
    for name, entry in _read("actions").items():
        deeds[name] = Deed(cast(Action, name), float(entry["seconds"]), entry.get("effect"), entry.get("needs", ""))
        learn(entry, Meaning("action", name))
    for table, entries in _read("settings").items():
        for name, entry in entries.items():
            learn(entry, Meaning(table, name))
    return Lexicon(
        concepts,
        deeds,
        {language: {word: tuple(found) for word, found in table.items()} for language, table in words.items()},
        spoken,
        said,
        _emoji(concepts),
        {"ja": max(map(len, words["ja"])), "en": max(len(word.split()) for word in words["en"])},
    )


def _emoji(concepts: Mapping[str, Concept]) -> dict[str, tuple[Meaning, ...]]:
    found: dict[str, list[Meaning]] = {}
    for kind, entries in _read("emoji").items():
        for name, chars in entries.items():
            for char in chars:
                found.setdefault(char, []).append(Meaning(kind, name))
    for name, concept_ in concepts.items():
        figure = (concept_.figure or "").replace("\ufe0f", "")
        if figure and not any(meaning.kind in ("concept", "action") for meaning in found.get(figure, ())):
            found.setdefault(figure, []).insert(0, Meaning("concept", name))
    return {char: tuple(meanings) for char, meanings in found.items()}


def _read(file: str) -> Mapping[str, Any]:
    return tomllib.loads((DATA / f"{file}.toml").read_text(encoding="utf-8"))


def _concept(name: str, entry: Mapping[str, Any], kind: Kind) -> Concept:
    return Concept(
        name=name,
        kind=kind,
        figure=entry.get("figure"),
        colour=entry.get("colour"),
        scale=float(entry.get("scale", 0.5)),
        voice=_voice(str(entry.get("voice", "neutral adult")), float(entry.get("scale", 1.0))),
        wears=entry.get("wears"),
        holds=entry.get("holds"),
        sound=entry.get("sound"),
        flies=bool(entry.get("flies", False)),
        swims=bool(entry.get("swims", False)),
        members=tuple(entry.get("members", ())),
    )


def _voice(text: str, scale: float) -> Voice:
    """Small bodies sound small: the formants follow the height, gently."""
    gender, age = text.split()
    return Voice(cast(Gender, gender), cast(Age, age), size=round(min(max(scale, 0.4), 1.4) ** 0.35, 3))


def figures() -> Iterator[tuple[str, str]]:
    """Every concept's name and figure."""
    for name, entry in lexicon().concepts.items():
        if entry.figure:
            yield name, entry.figure
