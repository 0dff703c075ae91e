"""The tables of prompts and of what a reader finds in them: one to work with, one kept unseen."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Name = Literal["understanding", "understanding_unseen"]

SEEN: Name = "understanding"
UNSEEN: Name = "understanding_unseen"
FIRST_KIND = "worked on before"  # prompts that the director had been mended with when the rest was written


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does what to whom (or with what): any of the alternatives will do; no actors or targets: not asked for."""

    actors: frozenset[str]
    actions: frozenset[str]
    targets: frozenset[str] = frozenset()

    def __str__(self) -> str:
        parts = ("/".join(sorted(part)) for part in (self.actors, self.actions, self.targets) if part)
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Line:
    """What is said; `speakers` are the concepts that may say it, empty if the reader does not ask."""

    text: str
    speakers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Expectation:
    """A prompt and what a reader finds in it; each inner set holds alternatives. Empty: the prompt does not settle it.

    `counts` has how many of a concept are asked for.
    """

    text: str
    kind: str
    cast: tuple[frozenset[str], ...] = ()
    counts: tuple[tuple[frozenset[str], int], ...] = ()
    place: tuple[frozenset[str], ...] = ()
    time: tuple[frozenset[str], ...] = ()
    weather: tuple[frozenset[str], ...] = ()
    actions: tuple[Doing, ...] = ()
    lines: tuple[Line, ...] = ()
    shots: int | None = None
    style: tuple[frozenset[str], ...] = ()
    camera: tuple[frozenset[str], ...] = ()


def expectations(name: Name) -> Iterator[Expectation]:
    """The rows of a table, in its order."""
    table = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
    for row in table["prompt"]:
        yield _expectation(row)


def _expectation(row: dict[str, Any]) -> Expectation:
    counted = [who.partition("*") for who in row.get("cast", ())]
    return Expectation(
        text=row["text"],
        kind=row["kind"],
        cast=tuple(_either(who) for who, _, _ in counted),
        counts=tuple((_either(who), int(number)) for who, _, number in counted if number),
        actions=tuple(_doing(doing) for doing in row.get("actions", ())),
        lines=tuple(Line(line["text"], _either(line.get("speaker", ""))) for line in row.get("lines", ())),
        shots=row.get("shots"),
        place=_eithers(row, "place"),
        time=_eithers(row, "time"),
        weather=_eithers(row, "weather"),
        style=_eithers(row, "style"),
        camera=_eithers(row, "camera"),
    )


def _doing(text: str) -> Doing:
    actor, action, *target = text.split(":")
    return Doing(_either("" if actor == "?" else actor), _either(action), _either(target[0] if target else ""))


def _eithers(row: dict[str, Any], key: str) -> tuple[frozenset[str], ...]:
    return tuple(_either(text) for text in row.get(key, ()))


def _either(text: str) -> frozenset[str]:
    return frozenset(text.split("/")) if text else frozenset()
