"""Told apart: people of one film differ in hair and clothes, and of two cats one is of another colour."""

from collections.abc import Sequence
from dataclasses import replace

from generator.engines.paper.colours import mixed
from generator.engines.paper.looks import look_of
from generator.lexicon.lexicon import concept
from generator.storyboard import Character

_HEADS = {  # how else a head may be drawn; what is rarer in a street stands once
    "👨": ("👨", "👨‍🦰", "👱‍♂️", "👨‍🦱", "👨", "🧔‍♂️"),
    "👩": ("👩", "👱‍♀️", "👩‍🦰", "👩‍🦱", "👩"),
    "🧑": ("🧑", "👱", "🧑‍🦱", "🧑‍🦰"),
    "👦": ("👦", "🧒"),
    "🧒": ("🧒", "👦"),
}
_COATS = ("#4f7cac", "#c9705c", "#6f9a63", "#8a6fae", "#d3a04a", "#4f9a9a", "#b5688f", "#7d6a58")
_FURS = (("#5a4a44", 0.5), ("#fffaf0", 0.55), ("#c9803f", 0.45), ("#7f8790", 0.55))  # mixed into the natural colour
_SMALLER = 0.93  # of the scale: the next one of the same kind


def told_apart(cast: Sequence[Character], seed: int) -> tuple[Character, ...]:
    """`cast` in its order, each of those who would look alike changed a little; what a prompt says of them stays.

    The same seed and the same companions give the same looks, so a character keeps its own from shot to shot.
    """
    settled: list[Character] = []
    for number, who in enumerate(cast):
        mine = _varied(who, seed + number) if who.person else who
        before = sum(one.figure == who.figure for one in cast[:number])
        settled.append(_unlike(mine, settled, before) if before else mine)
    return tuple(settled)


def _varied(who: Character, dice: int) -> Character:
    heads = _HEADS.get(who.figure or "")
    return replace(who, figure=heads[dice % len(heads)]) if heads else who


def _unlike(who: Character, others: Sequence[Character], before: int) -> Character:
    """`who` in another hair and another colour than the `others`, being the next of a kind after `before`."""
    if who.figure is None:
        return who
    if who.person:
        heads = next((heads for heads in _HEADS.values() if who.figure in heads), ())
        taken = {other.figure for other in others}
        free = [head for head in heads if head not in taken]
        worn = {other.colour for other in others}
        coats = [coat for coat in _COATS if coat not in worn]
        return replace(
            who,
            figure=free[0] if free and who.figure in taken else who.figure,
            colour=coats[before % len(coats)] if who.colour in worn and _is_usual(who) and coats else who.colour,
        )
    alike = [other for other in others if other.figure == who.figure and other.colour == who.colour]
    if not alike or not _is_usual(who):
        return who
    ink, share = _FURS[(before - 1) % len(_FURS)]
    natural = look_of(who.figure, who.colour, 0).base
    return replace(who, colour=mixed(natural, ink, share), scale=who.scale * _SMALLER)


def _is_usual(who: Character) -> bool:
    """Whether its colour is the one of its kind, rather than one that the prompt asked for."""
    known = concept(who.concept.split("#")[0])
    return who.colour is None or (known is not None and who.colour == known.colour)
