"""Who of a film an instruction speaks of, and how somebody new is cast."""

from collections.abc import Sequence
from dataclasses import replace

from core.screenplay.model import Mend
from generator.director.casting import CARD_SCALE, MOST, PITCHES, figure_of, played_by
from generator.director.tokens import language_of
from generator.lexicon.lexicon import Concept, concept, lexicon
from generator.remix.changes import Noun
from generator.storyboard import Character, Language, Storyboard


class Impossible(Exception):
    """A change that is understood and cannot be made; `mend` says why."""

    def __init__(self, message: str, **params: str | float) -> None:
        super().__init__(message, params)
        self.mend = Mend(message, tuple(params.items()))


def meant(board: Storyboard, noun: Noun | None) -> list[Character]:
    """The characters that a noun means: nobody named is the hero. Empty if there is no such one."""
    if not board.cast:
        return []
    if noun is None or noun.means == "hero":
        return [board.cast[0]]
    if noun.means == "everybody":
        return list(board.cast)
    called = [who for who in board.cast if who.label.lower() == noun.label.lower()]
    same = [who for who in board.cast if noun.known and who.concept.split("#")[0] in _names(noun)]
    found = same or called or [who for who in board.cast if _looks_alike(who, noun)]
    if noun.colour is not None and any(who.colour == noun.colour for who in found):
        found = [who for who in found if who.colour == noun.colour]
    return found


def somebody(board: Storyboard, noun: Noun | None) -> list[Character]:
    """The same; Impossible if there is no such one."""
    found = meant(board, noun)
    if not found:
        raise Impossible("remix-nobody", who=noun.label if noun else "?")
    return found


def _names(noun: Noun) -> set[str]:
    return {noun.name, *(one.name for one in played_by(noun.name) if one is not None)}


def _looks_alike(who: Character, noun: Noun) -> bool:
    """A corgi is meant by "the dog": the lexicon draws both as the same figure."""
    known = concept(noun.name)
    return known is not None and known.figure is not None and known.living and known.figure == who.figure


def cast_as(board: Storyboard, id: str, noun: Noun, number: int = 0) -> Character:
    """A character of that id as the noun says; `number` tells several of them apart."""
    members = [one for one in played_by(noun.name) if one is not None]
    known: Concept | None = members[number % len(members)] if members else None
    if known is None:
        figure = figure_of(noun.name, noun.label)
        return Character(id, noun.name, noun.label, figure, noun.colour, CARD_SCALE * (noun.scale or 1.0))
    alike = sum(who.concept == known.name and who.id != id for who in board.cast)
    voice = replace(known.voice, pitch=known.voice.pitch + PITCHES[alike % len(PITCHES)])
    return Character(
        id=id,
        concept=known.name,
        label=label_in(board.language, known.name, noun),
        figure=known.figure,
        colour=noun.colour or known.colour,
        scale=round(known.scale * (noun.scale or 1.0), 3),
        wears=(known.wears,) if known.wears else (),
        holds=(known.holds,) if known.holds else (),
        voice=voice,
        person=known.kind == "person",
    )


def label_in(language: Language, name: str, noun: Noun) -> str:
    """What somebody is called in a film of that language, whatever language the instruction is in."""
    if language_of(noun.label) == language:
        return noun.label
    return lexicon().spoken[language].get(name, noun.label)


def recast(board: Storyboard, old: Character, noun: Noun) -> Character:
    """Who plays `old` from now on: the part, and what the film (not the costume) put on them, stay."""
    new = cast_as(board, old.id, noun)
    was = concept(old.concept)
    own = {was.wears, was.holds} if was is not None else set()
    return replace(
        new,
        wears=tuple(dict.fromkeys((*new.wears, *(one for one in old.wears if one not in own)))),
        holds=tuple(dict.fromkeys((*new.holds, *(one for one in old.holds if one not in own)))),
    )


def new_ids(board: Storyboard, count: int) -> Sequence[str]:
    """Ids that nobody has.

    Raises:
        Impossible: the stage is full.
    """
    room = MOST - len(board.cast)
    if room <= 0:
        raise Impossible("remix-crowded", most=MOST)
    taken = {who.id for who in board.cast}
    free = (f"c{number}" for number in range(1, len(taken) + MOST + 2) if f"c{number}" not in taken)
    return [next(free) for _ in range(min(count, room))]


def with_character(board: Storyboard, who: Character) -> Storyboard:
    """The board with that character in the place of the one of the same id."""
    return replace(board, cast=tuple(who if one.id == who.id else one for one in board.cast))


def retitled(title: str, old: str, new: str) -> str:
    """The title with the new word for who was recast, as far as it names them."""
    at = title.lower().find(old.lower())
    if not old or at < 0:
        return title
    end = at + len(old)
    if old.isascii() and (
        title[at - 1 : at].isalnum() or (title[end : end + 1].isalnum() and title[end : end + 2] != "s ")
    ):
        return title
    return title[:at] + (new.capitalize() if title[at].isupper() else new) + title[end:]
