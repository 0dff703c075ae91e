"""The shots that a change is about."""

from collections.abc import Callable
from dataclasses import replace

from generator.remix.changes import Where
from generator.remix.players import Impossible
from generator.storyboard import Shot, Storyboard


def numbers(board: Storyboard, where: Where) -> tuple[int, ...]:
    """Their indices.

    Raises:
        Impossible: the film has no such shot.
    """
    count = len(board.shots)
    if where.shot is None:
        return tuple(range(count))
    at = where.shot - 1 if where.shot > 0 else count + where.shot
    if not 0 <= at < count:
        raise Impossible("remix-no-such-shot", shot=where.shot, shots=count)
    return (at,)


def changed(board: Storyboard, where: Where, change: Callable[[Shot], Shot]) -> Storyboard:
    """The board with those shots changed and all others as they are."""
    chosen = numbers(board, where)
    return replace(board, shots=tuple(change(shot) if at in chosen else shot for at, shot in enumerate(board.shots)))
