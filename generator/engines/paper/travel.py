"""The world going by: while somebody drives, rides, runs or surfs before a camera that follows, the set moves past."""

from dataclasses import dataclass

from generator.engines.paper.easing import clamp
from generator.storyboard import Act, Shot
from generator.vocabulary import Action

_SPEED: dict[Action, float] = {  # adult heights a second at which the set goes by
    "drive": 1.5, "ride": 1.2, "run": 0.9, "flee": 0.9, "chase": 0.9, "surf": 0.5, "swim": 0.4, "fly": 0.7, "walk": 0.4,
}  # fmt: skip
_ALWAYS: frozenset[Action] = frozenset({"drive", "ride"})  # followed even by a camera that was told nothing
_SOFT = 0.5  # seconds of starting and of stopping


@dataclass(frozen=True, slots=True)
class Travel:
    """The set goes by at `speed` adult heights a second (positive: to the left) from `start` to `end`, film time."""

    speed: float
    start: float
    end: float

    def at(self, t: float) -> float:
        """How far everybody has come at `t`, in adult heights."""
        inside = min(max(t, self.start), self.end) - self.start
        length = self.end - self.start
        soft = min(_SOFT, length / 2)
        if soft <= 0:
            return 0.0
        begun = clamp(inside / soft)
        left = clamp((inside - (length - soft)) / soft)
        return self.speed * (inside - soft * (begun - begun**2 / 2) - soft * left**2 / 2)


_STILL = Travel(0.0, 0.0, 0.0)


def travel_of(shot: Shot) -> Travel:
    """The travel of a shot: none unless all of its cast go the same way together."""
    if shot.place in ("stage", "room", "kitchen", "studio") or not shot.cast:
        return _STILL
    going = [act for act in shot.acts if act.action in _SPEED and act.direction not in ("up", "down", "away", "near")]
    movers = {act.character for act in going}
    if not going or movers != {presence.character for presence in shot.cast}:
        return _STILL
    lead = next((act for act in going if act.character == shot.focus), going[0])
    if shot.camera != "follow" and not (shot.camera == "static" and lead.action in _ALWAYS):
        return _STILL
    return Travel(_heading(lead, shot) * _SPEED[lead.action], lead.start, lead.start + lead.seconds)


def _heading(act: Act, shot: Shot) -> float:
    if act.direction in ("left", "right"):
        return 1.0 if act.direction == "right" else -1.0
    facing = next(presence.facing for presence in shot.cast if presence.character == act.character)
    return 1.0 if facing == "right" else -1.0
