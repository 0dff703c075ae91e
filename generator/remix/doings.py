"""Somebody does something else: at the times at which they did what they did, so that the film keeps its rhythm."""

from dataclasses import replace

from core.screenplay.model import Mend
from generator.director.acts import SPOKEN
from generator.remix.changes import Do
from generator.remix.players import Impossible, somebody
from generator.remix.shots import numbers
from generator.storyboard import Act, Shot, Storyboard

_VOICES = frozenset(SPOKEN.values())


def done(board: Storyboard, change: Do) -> tuple[Storyboard, tuple[Mend, ...]]:
    """Another action, in the shots that the change is about."""
    if change.who is None and change.instead is not None:
        ids = {act.character for shot in board.shots for act in shot.acts if act.action == change.instead}
        found = [who for who in board.cast if who.id in ids]
    else:
        found = somebody(board, change.who)
    shots, count = list(board.shots), 0
    for at in numbers(board, change.where):
        for who in found:
            now = _doing(shots[at], who.id, change)
            count += now != shots[at]
            shots[at] = now
    ids = {who.id for who in found}
    if not count and not any(
        act.character in ids and act.action == change.action for shot in shots for act in shot.acts
    ):
        raise Impossible("remix-not-there", word=change.word)
    said = Mend("remix-does", (("who", found[0].label), ("word", change.word)))
    return replace(board, shots=tuple(shots)), (said,)


def _doing(shot: Shot, id: str, change: Do) -> Shot:
    if all(presence.character != id for presence in shot.cast):
        return shot
    speaks = change.action in _VOICES

    def is_meant(act: Act) -> bool:
        if act.character != id or act.action == change.action:
            return False
        return act.action == change.instead if change.instead else act.action not in _VOICES

    meant = [act for act in shot.acts if is_meant(act)]
    if not meant:
        if change.instead or any(act.character == id and act.action == change.action for act in shot.acts):
            return shot
        return replace(shot, acts=(*shot.acts, Act(id, change.action, shot.start, shot.seconds)))
    if speaks and any(act.character == id and act.action in _VOICES for act in shot.acts):
        return shot
    acts = tuple(_instead(act, change) if act in meant else act for act in shot.acts)
    return replace(shot, acts=acts)


def _instead(act: Act, change: Do) -> Act:
    return replace(act, action=change.action, prop=None, prop_figure=None, expression="neutral")
