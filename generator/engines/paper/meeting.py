"""Meeting: how near those stand who do something together, and what the other one does in answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.engines.paper.bodies import SHOULDER
from generator.engines.paper.limbs import ARM
from generator.engines.paper.moves_with_things import tool_of
from generator.storyboard import Act
from generator.vocabulary import Action

_USUAL = 0.36  # half widths of the stage: how near one comes of whom nobody knows how large they are
_REACH = 0.35  # of somebody's height: how far ahead a hand is held out to be taken
_EDGE, _LEAST_EDGE = 0.82, 0.1  # half widths of the stage: nobody who stays goes further out
_SEEN = 0.94  # of somebody's width has to be in the frame
_VEHICLE = 1.1  # adult heights: how wide is what one drives or rides
_ROOM = 0.3  # adult heights between two who talk
_EMBRACE, _KISS, _BLOW = 1.5, 1.95, 0.55  # of bodies' widths between two, who lean the rest of the way
_ANSWERS: Mapping[Action, Action] = {
    "hug": "hug", "kiss": "kiss", "shake_hands": "shake_hands", "high_five": "high_five", "fight": "fight",
    "give": "take", "hit": "be_startled", "chase": "flee",
}  # fmt: skip
_BLOW_FALLS = 0.4  # seconds after it is begun
MUTUAL: frozenset[Action] = frozenset({"hug", "kiss", "shake_hands", "high_five", "fight"})


@dataclass(frozen=True, slots=True)
class Figures:
    """How large those on stage are, in adult heights, by character; `half` is half the width of the stage."""

    half: float = 1.0
    widths: Mapping[str, float] = field(default_factory=dict)
    arms: Mapping[str, float] = field(default_factory=dict)  # from the middle of the body to a hand held out

    def apart(self, action: Action, one: str, other: str | None) -> float:
        """How far from each other `one` and `other` stand to do `action`, in half widths of the stage."""
        if other is None or one not in self.widths or other not in self.widths:
            return _USUAL * (0.72 if action in ("hug", "kiss") else 1.0)
        bodies = (self.widths[one] + self.widths[other]) / 2
        if action in ("hug", "kiss"):
            gap = bodies * (_EMBRACE if action == "hug" else _KISS)
        elif action in ("shake_hands", "high_five", "give", "take"):
            gap = max(bodies * 1.02, self.arms[one] + self.arms[other])
        elif action in ("fight", "hit"):
            gap = max(bodies * 1.1, self.arms[one] + _BLOW * self.widths[other])
        else:
            gap = bodies + _ROOM
        return gap / self.half

    def edge(self, one: str, action: Action | None = None) -> float:
        """How far from the middle of the stage `one` may stand and be seen whole, in half widths of it."""
        if one not in self.widths:
            return _EDGE
        wide = max(self.widths[one], _VEHICLE if action in ("drive", "ride") else 0.0)
        return max(_LEAST_EDGE, min(_EDGE, 1 - _SEEN * wide / 2 / self.half))

    def hand(self, one: str | None, usual: float) -> float:
        """How far ahead of `one` its hand is when held out, in half widths of the stage; `usual` if nobody knows."""
        return self.arms[one] / self.half if one is not None and one in self.arms else usual


def arm_of(height: float, width: float, *, jointed: bool) -> float:
    """How far ahead of the middle of a puppet its hand is when held out, in adult heights."""
    return min(_REACH, SHOULDER[0] + ARM) * height if jointed else 0.42 * width + 0.06


def answered(acts: Sequence[Act], present: frozenset[str]) -> tuple[Act, ...]:
    """`acts` and what those do in answer who are hugged, chased, given a hand or a thing, and idle meanwhile."""
    answers = []
    for act in acts:
        answer = _ANSWERS.get(act.action)
        if answer is None or act.target is None or act.target not in present or act.target == act.character:
            continue
        end = act.start + act.seconds
        theirs = [other for other in acts if other.character == act.target]
        busy = any(other.start < end and act.start < other.start + other.seconds for other in theirs)
        if act.action == "chase":  # who runs off does not come back
            busy = busy or any(other.start >= end for other in (*theirs, *_of(act.character, acts)))
        if not busy:
            prop = tool_of(act) if act.action == "give" else None
            late = min(_BLOW_FALLS, 0.5 * act.seconds) if act.action == "hit" else 0.0
            answers.append(
                replace(
                    act, character=act.target, action=answer, target=act.character, prop_figure=prop, prop=None,
                    start=act.start + late, seconds=act.seconds - late,
                    expression="neutral" if late else act.expression,
                )
            )  # fmt: skip
    return (*acts, *answers)


def _of(character: str, acts: Sequence[Act]) -> list[Act]:
    return [act for act in acts if act.character == character]
