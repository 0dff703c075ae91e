"""Who stands where in a shot, and which way they look."""

from collections.abc import Mapping, Sequence
from typing import Literal

from generator.director.casting import Cast
from generator.director.reading import Move
from generator.lexicon.lexicon import concept
from generator.storyboard import Character, Presence
from generator.vocabulary import Place

_SPREADS: Mapping[int, tuple[float, ...]] = {
    1: (0.0,),
    2: (-0.42, 0.42),
    3: (-0.6, 0.02, 0.6),
    4: (-0.7, -0.24, 0.24, 0.7),
    5: (-0.76, -0.38, 0.0, 0.38, 0.76),
    6: (-0.8, -0.48, -0.16, 0.16, 0.48, 0.8),
}
_ENTERING = {"enter", "approach"}
_ON_THE_GROUND = {"walk", "stand", "eat", "sit", "dance", "sleep"}


def presences(
    ids: Sequence[str], cast: Cast, place: Place, moves: Sequence[Move], order: Sequence[str]
) -> tuple[Presence, ...]:
    """A presence for each id; `order` is the film's own left-to-right order, kept from shot to shot."""
    standing = sorted(ids, key=lambda id: order.index(id))
    spread = _SPREADS[min(max(len(standing), 1), 6)]
    coming = {id for id in standing if _comes_in(id, cast, moves)}
    taken = [x for id, x in zip(standing, spread, strict=False) if id not in coming]
    found: list[Presence] = []
    for id, x in zip(standing, spread, strict=False):
        who = next(who for who in cast.characters if who.id == id)
        found.append(
            Presence(
                character=id,
                x=_entrance(x, taken) if id in coming else x,
                depth=0.15 if len(standing) < 4 else 0.15 + 0.12 * (standing.index(id) % 2),
                y=_height(who, place, moves, cast),
                facing=_facing(id, x if len(standing) > 1 else _side(id, order), cast, moves),
            )
        )
    return tuple(found)


def _comes_in(id: str, cast: Cast, moves: Sequence[Move]) -> bool:
    first = next((move for move in moves if id in _ids(move, cast)), None)
    return first is not None and first.action in _ENTERING


def _entrance(x: float, taken: list[float]) -> float:
    """Who comes in begins near the edge that is theirs, several one behind the other; the place is then taken."""
    side = -1 if x <= 0 else 1
    places = (round(side * (0.95 - 0.15 * nth), 2) for nth in range(6))
    place = next((place for place in places if all(abs(place - other) > 0.12 for other in taken)), x)
    taken.append(place)
    return place


def _height(who: Character, place: Place, moves: Sequence[Move], cast: Cast) -> float:
    known = concept(who.concept)
    mine = {move.action for move in moves if who.id in _ids(move, cast)}
    if place in ("underwater", "space", "sky"):
        return 0.28
    if mine & {"fly", "float"} or (known is not None and known.flies and not mine & _ON_THE_GROUND):
        return 0.42
    return 0.0


def _side(id: str, order: Sequence[str]) -> float:
    """On which side of the others somebody stands who is seen alone: above 0 for the right."""
    return order.index(id) - (len(order) - 1) / 2 if len(order) > 1 else 0.0


def _facing(id: str, x: float, cast: Cast, moves: Sequence[Move]) -> Literal["left", "right"]:
    for move in moves:
        if id in _ids(move, cast) and move.direction in ("left", "right"):
            return "left" if move.direction == "left" else "right"
    return "left" if x > 0 else "right"


def _ids(move: Move, cast: Cast) -> tuple[str, ...]:
    return tuple(id for actor in move.actors for id in cast.ids.get(actor, ()))
