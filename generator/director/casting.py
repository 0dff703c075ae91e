"""From the figures of a reading to the cast of a film: ids, looks, sizes and voices that differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.director.emoji import picture_in
from generator.director.reading import Figure
from generator.lexicon.emoji_names import sign_called
from generator.lexicon.lexicon import Concept, concept
from generator.storyboard import Character

MOST = 6  # on a stage of this size a seventh is a crowd
CARD_SCALE = 0.5  # of a hand-lettered card
_HERO = 0.75  # adult heights: a member's own picture is no smaller
PITCHES = (0.0, 2.5, -2.5, 4.0, -4.0, 1.2)  # semitones between speakers with the same voice


@dataclass(frozen=True, slots=True)
class Cast:
    """The characters, and the ids by which a figure's name is played (three cats are three ids)."""

    characters: tuple[Character, ...]
    ids: Mapping[str, tuple[str, ...]]

    def id(self, name: str | None) -> str | None:
        """The first id of a figure."""
        return self.ids[name][0] if name in self.ids and name is not None else None


def cast_of(
    names: Sequence[str], figures: Mapping[str, Figure], parts: Mapping[str, Sequence[int]] = MappingProxyType({})
) -> Cast:
    """The cast of those figures, at most MOST in all. `parts` says which figures a member's own pictures play."""
    characters: list[Character] = []
    ids: dict[str, tuple[str, ...]] = {}
    for name in names:
        figure = figures[name]
        mine: list[str] = []
        for known in played_by(name) * max(1, figure.count):
            if len(characters) >= MOST:
                break
            id = f"c{len(characters) + 1}"
            alike = sum(known is not None and who.concept == known.name and who.id in mine for who in characters)
            who = _character(id, figure, known, alike)
            pictures = parts.get(name, ())
            characters.append(_cut_out(who, known, pictures[len(mine)]) if len(mine) < len(pictures) else who)
            mine.append(id)
        if mine:
            ids[name] = tuple(mine)
    return Cast(_with_voices_apart(characters), ids)


def played_by(name: str) -> list[Concept | None]:
    """The concept of a name, or those of its members if it means a group."""
    known = concept(name)
    return [concept(member) for member in known.members] if known is not None and known.members else [known]


def figure_of(name: str, label: str) -> str | None:
    """The emoji that shows a figure: the lexicon's, the emoji that was written, or one that is called so."""
    known = concept(name)
    if known is not None and known.figure:
        return known.figure
    return picture_in(label) or sign_called(name)


def _character(id: str, figure: Figure, known: Concept | None, number: int) -> Character:
    if known is None:
        picture = figure_of(figure.name, figure.label)
        return Character(id, figure.name, figure.label, picture, figure.colour, CARD_SCALE * figure.scale)
    wears = [*([known.wears] if known.wears else []), *figure.wears]
    holds = [*([known.holds] if known.holds else []), *figure.holds]
    return Character(
        id=id,
        concept=known.name,
        label=figure.label,
        figure=known.figure,
        colour=figure.colour or known.colour,
        scale=round(known.scale * figure.scale * (1 - 0.06 * number), 3),
        wears=tuple(dict.fromkeys(wears)),
        holds=tuple(dict.fromkeys(holds)),
        voice=known.voice,
        person=known.kind == "person",
    )


def _cut_out(who: Character, known: Concept | None, picture: int) -> Character:
    """`who` as the member's own picture shows it: large enough for the hero that it is, in its own colours."""
    living = known is None or known.living
    scale = who.scale if known is not None else 1.0
    return replace(who, figure=None, colour=None, scale=max(scale, _HERO), person=living, picture=picture)


def _with_voices_apart(characters: Sequence[Character]) -> tuple[Character, ...]:
    """Three cats are told apart by ear; a cat alone has a cat's voice, whoever else is in the film."""
    seen: dict[str, int] = {}
    apart = []
    for who in characters:
        nth = seen.get(who.concept, 0)
        seen[who.concept] = nth + 1
        apart.append(replace(who, voice=replace(who.voice, pitch=who.voice.pitch + PITCHES[nth % len(PITCHES)])))
    return tuple(apart)
