"""What the tests of the director ask of a storyboard."""

from core.screenplay import parse
from generator.director.direct import direct
from generator.storyboard import Storyboard


def board(prompt: str, seed: int = 1, seconds: float | None = None) -> Storyboard:
    return direct(parse(prompt, seconds=seconds), seed=seed, seconds=seconds)


def concepts(film: Storyboard) -> set[str]:
    return {who.concept for who in film.cast}


def actions(film: Storyboard) -> set[str]:
    return {act.action for shot in film.shots for act in shot.acts}


def doings(film: Storyboard) -> set[tuple[str, str]]:
    return {(film.character(act.character).concept, act.action) for shot in film.shots for act in shot.acts}


def said(film: Storyboard) -> list[tuple[str | None, str]]:
    """Who says what, by the names that the prompt gave them."""
    return [(film.character(line.speaker).label if line.speaker else None, line.text) for line in film.lines]
