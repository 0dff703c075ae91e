"""Who does what in each shot: moves and lines as acts, states that go on, and faces that fit."""

from collections.abc import Mapping, Sequence
from typing import cast

from generator.director.casting import Cast, figure_of
from generator.director.cuts import Cut, Scheduled
from generator.storyboard import Act, SpokenLine
from generator.vocabulary import Action, Expression

SPOKEN: Mapping[str, Action] = {
    "say": "speak", "whisper": "whisper", "shout": "shout", "sing": "sing", "think": "think",
}  # fmt: skip
# Who surfs goes on surfing while others speak; nobody stands on the sea.
_GOES_ON: frozenset[str] = frozenset(
    {
        "surf",
        "ride",
        "drive",
        "fly",
        "swim",
        "float",
        "cook",
        "play_music",
        "dance",
        "sleep",
        "read",
        "paint",
        "type",
        "dig",
    }
)
_GOES_ON_WHILE_SPEAKING: frozenset[str] = frozenset({"surf", "ride", "drive", "fly", "swim", "float", "cook"})
_FACES: Mapping[str, Expression] = {
    "dance": "happy", "celebrate": "happy", "laugh": "happy", "smile": "happy", "clap": "happy", "high_five": "happy",
    "cry": "sad", "get_angry": "angry", "be_startled": "surprised", "flee": "scared", "shiver": "scared",
    "sleep": "sleepy", "yawn": "sleepy", "hug": "love", "kiss": "love", "bow": "neutral", "fight": "angry",
    "explode": "surprised", "fall": "surprised", "trip": "surprised", "sing": "happy", "surf": "happy", "eat": "happy",
    "drink": "happy", "wave": "happy",
}  # fmt: skip


def acts_of(
    cut: Cut,
    ids: Sequence[str],
    steps: Sequence[Scheduled],
    lines: Sequence[tuple[SpokenLine, str | None]],
    cast_: Cast,
) -> tuple[Act, ...]:
    """The acts of one shot, clipped to it; `lines` come with the face of their speaker."""
    acts = [act for step, start, length in steps for act in _moves(step, start, length, cut, ids, cast_)]
    acts += [act for line, face in lines for act in _speech(line, face, cut, ids)]
    acts += _going_on(cut, ids, steps, acts, cast_)
    return tuple(act for act in acts if act.seconds > 0.04)


def _moves(step: object, start: float, length: float, cut: Cut, ids: Sequence[str], cast_: Cast) -> list[Act]:
    move = getattr(step, "move", None)
    begin, end = max(start, cut.start), min(start + length, cut.end)
    if move is None or end <= begin:
        return []
    acting = [id for actor in move.actors for id in cast_.ids.get(actor, ())]
    return [
        Act(
            character=id,
            action=cast(Action, move.action),
            start=round(begin, 3),
            seconds=round(end - begin, 3),
            target=_other(id, acting) if move.mutual else _but(id, cast_.id(move.target)),
            prop=move.prop,
            prop_figure=figure_of(move.prop, move.prop) if move.prop else None,
            expression=cast(Expression, move.expression or _FACES.get(move.action, "neutral")),
            direction=move.direction,
        )
        for id in acting
        if id in ids
    ]


def _but(id: str, target: str | None) -> str | None:
    return target if target != id else None  # of three cats one may be meant that acts itself


def _other(id: str, acting: Sequence[str]) -> str | None:
    """With whom somebody does what takes two: they pair off, the odd one with whoever is first."""
    at = acting.index(id)
    partner = at + 1 if at % 2 == 0 else at - 1
    return acting[partner] if partner < len(acting) else acting[0] if at else None


def _speech(line: SpokenLine, face: str | None, cut: Cut, ids: Sequence[str]) -> list[Act]:
    begin, end = max(line.start, cut.start), min(line.start + line.seconds, cut.end)
    if line.speaker is None or line.speaker not in ids or end <= begin:
        return []
    listener = next((other for other in ids if other != line.speaker), None)
    times = round(begin, 3), round(end - begin, 3)
    return [
        Act(line.speaker, SPOKEN[line.manner], *times, target=listener, expression=cast(Expression, face or "neutral"))
    ]


def _going_on(cut: Cut, ids: Sequence[str], steps: Sequence[Scheduled], acts: Sequence[Act], cast_: Cast) -> list[Act]:
    """What a character was doing when last seen goes on where it does nothing else, or only speaks."""
    found = []
    for id in ids:
        mine = [act for act in acts if act.character == id]
        doing = [act for act in mine if act.action not in SPOKEN.values()]
        state = _state_before(id, cut, steps, cast_)
        if doing or state is None or state.action not in (_GOES_ON_WHILE_SPEAKING if mine else _GOES_ON):
            continue
        found.append(
            Act(
                id, state.action, round(cut.start, 3), round(cut.end - cut.start, 3), state.target, state.prop,
                state.prop_figure, "neutral" if mine else state.expression, state.direction,
            )
        )  # fmt: skip
    return found


def _state_before(id: str, cut: Cut, steps: Sequence[Scheduled], cast_: Cast) -> Act | None:
    whole = Cut(0.0, cut.start + 0.03)
    earlier = [
        act
        for step, start, length in steps
        if start < cut.start
        for act in _moves(step, start, length, whole, (id,), cast_)
    ]
    return max(earlier, key=lambda act: act.start, default=None)
