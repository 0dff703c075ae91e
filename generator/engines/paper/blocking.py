"""Blocking: where everybody is on stage and which way they face. Pure functions of the shot and the time.

Positions are those of `generator.storyboard.Presence`: x from -1 to 1 across the frame, depth from 0 (front) to 1, y
from 0 on the ground to 1 at the top. A direction is the way somebody moves: who enters to the right comes in from the
left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import pi, sin

from generator.engines.paper.easing import clamp, ease, rush
from generator.engines.paper.meeting import MUTUAL, Figures
from generator.storyboard import Act, Presence
from generator.vocabulary import Action

WINGS = 1.55  # x of those who wait beside the stage
_COMES = 0.7  # seconds in which one is there who does something with somebody
_TURN = 0.24  # seconds in which a puppet turns over
_DEEPEST, _NEAREST = 0.85, 0.0
_LANE = 0.26  # of the stage's depth between those who pass each other
_PASSES = 0.06  # half widths of the stage: further to one side, then to the other, is passing
_LOOKS = 24  # moments of a shot at which is looked who passes whom

# Half widths of the stage a second. A walk crosses a portrait frame in about six seconds, a run in under three.
_SPEED: Mapping[Action, float] = {
    "walk": 0.34, "run": 0.8, "sneak": 0.2, "swim": 0.34, "surf": 0.16, "ride": 0.7, "drive": 0.8, "slide": 0.6,
    "roll": 0.5, "fly": 0.36, "push": 0.12, "pull": 0.1, "climb": 0.0, "jump": 0.0, "fall": 0.0, "trip": 0.14,
    "approach": 0.4, "chase": 0.9, "flee": 1.0, "enter": 0.7, "leave": 0.7,
}  # fmt: skip
_GROUNDED: frozenset[Action] = frozenset(
    {"walk", "run", "sneak", "drive", "ride", "sit", "lie", "sleep", "fall", "enter"}
)
_FACES_TARGET: frozenset[Action] = frozenset({
    "speak", "shout", "whisper", "sing", "look", "listen", "show", "throw", "catch", "kick", "hit", "push", "pull",
    "point", "give", "take", "hug", "kiss", "shake_hands", "high_five", "fight", "shoot", "wave", "bow", "photograph",
    "laugh", "get_angry", "be_startled", "nod", "shake_head", "clap",
})  # fmt: skip
_CLOSES_IN: frozenset[Action] = frozenset({"hug", "kiss", "shake_hands", "high_five", "fight", "hit", "give", "take"})


_UNKNOWN = Figures()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody is. `facing` is 1 for right, -1 for left, between them while turning."""

    x: float
    y: float
    depth: float
    facing: float
    on_stage: bool


@dataclass(frozen=True, slots=True)
class _Stage:
    """Everybody's acts, who is there, and how large they are."""

    acts: Sequence[Act]
    others: Mapping[str, Presence]
    figures: Figures


@dataclass(frozen=True, slots=True)
class _Course:
    """The way that one act takes somebody: from where it starts to where it ends, and how it goes between."""

    act: Act
    x: float
    y: float
    depth: float
    to_x: float
    to_y: float
    to_depth: float
    heading: float

    def at(self, t: float) -> tuple[float, float, float]:
        u = clamp((t - self.act.start) / self.act.seconds) if self.act.seconds > 0 else 1.0
        along = rush(u) if self.act.action == "fall" else _pace(u, self.act.seconds)
        if self.act.action in _CLOSES_IN:  # one goes there first, and does it then
            along = ease((t - self.act.start) / min(_COMES, 0.3 * self.act.seconds + 0.01))
        x = self.x + (self.to_x - self.x) * along
        rise = ease(u * max(1.0, self.act.seconds / 1.4)) if self.act.action == "fly" else along
        y = self.y + (self.to_y - self.y) * rise
        return x, y, self.depth + (self.to_depth - self.depth) * along


def apart(
    cast: Sequence[Presence], acts: Sequence[Act], start: float, end: float, figures: Figures = _UNKNOWN
) -> dict[str, Presence]:
    """The presences of a shot by character; who cross each other's way from `start` to `end` have lanes of their own.

    Who crosses goes behind whoever stood there before, far enough to be seen to pass and not to walk through.
    """
    lanes = {presence.character: presence for presence in cast}
    times = [start + (end - start) * step / _LOOKS for step in range(_LOOKS + 1)]
    paths = {id: [where(presence, acts, t, lanes, figures) for t in times] for id, presence in lanes.items()}
    settled: list[str] = []
    for id in lanes:
        taken = [lanes[other].depth for other in settled if _cross(paths[id], paths[other])]
        depth = lanes[id].depth
        free = [depth, *(depth + sign * step * _LANE for step in range(1, 5) for sign in (1, -1))]
        fit = [at for at in free if 0 <= at <= _DEEPEST and all(abs(at - other) > 0.99 * _LANE for other in taken)]
        lanes[id] = replace(lanes[id], depth=fit[0] if fit else depth)
        settled.append(id)
    return lanes


def _cross(one: Sequence[Spot], other: Sequence[Spot]) -> bool:
    """Whether two are on stage at once, first on one side of each other and then on the other."""
    sides = [a.x - b.x for a, b in zip(one, other, strict=True) if a.on_stage and b.on_stage and abs(a.y - b.y) < 0.3]
    return bool(sides) and min(sides) < -_PASSES and max(sides) > _PASSES


def where(
    presence: Presence, acts: Sequence[Act], t: float, others: Mapping[str, Presence], figures: Figures = _UNKNOWN
) -> Spot:
    """Where the character of `presence` is at film time `t`.

    `acts` are those of the shot, everybody's; `others` maps character ids to presences in it (the character's own may
    be among them). Unknown targets are ignored. `figures` says how large everybody is, for those who meet.
    """
    return _where(presence, t, _Stage(acts, others, figures), frozenset({presence.character}))


def _where(presence: Presence, t: float, stage: _Stage, asked: frozenset[str]) -> Spot:
    own = sorted((act for act in stage.acts if act.character == presence.character), key=lambda act: act.start)
    x, y, depth = presence.x, presence.y, presence.depth
    facing = 1.0 if presence.facing == "right" else -1.0
    waits = bool(own) and _first_is_entrance(own)
    if waits:
        x = -WINGS * _entering(own[0], presence)
    spot = Spot(x, y, depth, facing, not waits)
    turn = facing
    for place, act in enumerate(own):
        if act.start > t:
            break
        until = min(t, own[place + 1].start) if place + 1 < len(own) else t
        target = _target(act, act.start, stage, asked)
        course = _course(act, spot, presence, target, turn, stage)
        x, y, depth = course.at(until)
        if act.action == "chase" and target is not None:
            x = _chased(course, act, until, stage, asked)
        facing = turn + (course.heading - turn) * ease((until - act.start) / _TURN)
        gone = act.action in ("leave", "flee") and until >= act.start + act.seconds
        spot = Spot(x, y, depth, facing, not gone and abs(x) < WINGS + 0.2)
        turn = facing if until < act.start + _TURN else course.heading
    return replace(spot, y=max(0.0, spot.y + _undulation(own, t)))


def _pace(u: float, seconds: float) -> float:
    """Even going, with a soft start and stop of a third of a second at most."""
    soft = min(0.45, 0.33 / max(seconds, 0.01))
    if u < soft:
        part = u * u / (2 * soft)
    elif u > 1 - soft:
        part = 1 - soft - (1 - u) ** 2 / (2 * soft)
    else:
        part = u - soft / 2
    return clamp(part / (1 - soft))


def _first_is_entrance(own: Sequence[Act]) -> bool:
    return own[0].action == "enter" and all(act.action != "appear" for act in own[:1])


def _entering(act: Act, presence: Presence) -> float:
    """The way (1 right, -1 left) in which somebody comes in: as said, or from the nearer side."""
    if act.direction in ("left", "right"):
        return 1.0 if act.direction == "right" else -1.0
    return 1.0 if presence.x <= 0 else -1.0


def _target(act: Act, t: float, stage: _Stage, asked: frozenset[str]) -> Spot | None:
    if act.target is None or act.target in asked or act.target not in stage.others:
        return None
    return _where(stage.others[act.target], t, stage, asked | {act.target})


def _course(act: Act, spot: Spot, presence: Presence, target: Spot | None, turn: float, stage: _Stage) -> _Course:
    """Where `act` leads from `spot`."""
    heading = 1.0 if turn >= 0 else -1.0
    if act.direction in ("left", "right"):
        heading = 1.0 if act.direction == "right" else -1.0
    elif target is not None and act.action in (*_FACES_TARGET, "approach", "chase", "sneak", "walk", "run", "jump"):
        heading = 1.0 if target.x >= spot.x else -1.0
    elif target is not None and act.action == "flee":
        heading = -1.0 if target.x >= spot.x else 1.0
    elif act.action in ("leave", "flee") and abs(spot.x) > 0.1 and act.direction is None:
        heading = 1.0 if spot.x > 0 else -1.0
    elif act.action == "enter":
        heading = _entering(act, presence)
    to_x, heading = _across(act, spot, presence, target, heading, stage)
    to_y = _height(act, spot)
    to_depth = {"away": _DEEPEST, "near": _NEAREST}.get(act.direction or "", spot.depth)
    if to_depth == spot.depth and target is not None and act.action in ("approach", "chase", *_CLOSES_IN):
        to_depth = (spot.depth + target.depth) / 2 if _is_mutual(act, stage) else target.depth
        if act.action in _CLOSES_IN and _has_between(act, spot, target, stage):
            to_depth = _NEAREST  # before whoever stands in the way
    return _Course(act, spot.x, spot.y, spot.depth, to_x, to_y, to_depth, heading)


def _across(
    act: Act, spot: Spot, presence: Presence, target: Spot | None, heading: float, stage: _Stage
) -> tuple[float, float]:
    """(x at the end, heading)."""
    action = act.action
    if action == "enter":
        return presence.x, heading
    if action in ("leave", "flee"):
        return (WINGS * heading if act.direction not in ("away", "near", "up") else spot.x), heading
    if target is not None and (action in ("approach", "chase", "sneak", "walk", "run", "jump") or action in _CLOSES_IN):
        reach = stage.figures.apart(action, act.character, act.target)
        if _is_mutual(act, stage):  # both go half of the way, or make room for each other
            edge = min(stage.figures.edge(id) for id in (act.character, act.target or ""))
            return _inside((spot.x + target.x) / 2, edge - reach / 2) - heading * reach / 2, heading
        aim = target.x - heading * reach
        near = (aim - spot.x) * heading <= 0
        return (spot.x if near and action not in _CLOSES_IN else aim), heading
    speed = _SPEED.get(action, 0.0)
    if action == "approach":
        return spot.x + (0.0 - spot.x) * 0.6, heading if abs(spot.x) < 0.1 else (-1.0 if spot.x > 0 else 1.0)
    if action == "jump" and act.direction in ("left", "right"):
        speed = 0.35
    edge = stage.figures.edge(act.character, action)
    if action == "pull":
        return clamp(spot.x - heading * speed * act.seconds, -edge, edge), heading
    if speed == 0 or act.direction in ("up", "down", "away", "near"):
        return spot.x, heading
    room = edge - heading * spot.x
    if room < 0.3 * edge and act.direction is None:  # at the edge: turn back rather than walk on the spot
        heading, room = -heading, edge + heading * spot.x
    return spot.x + heading * max(0.0, min(speed * act.seconds, room)), heading


def _height(act: Act, spot: Spot) -> float:
    if act.direction == "up":
        return {"jump": spot.y}.get(act.action, min(0.8, spot.y + 0.5) if act.action in _SPEED else spot.y)
    if act.direction == "down":
        return 0.0
    if act.action == "fly":
        return max(spot.y, 0.42)
    if act.action == "climb":
        return min(0.7, spot.y + 0.16 * act.seconds)
    if act.action in _GROUNDED and spot.y > 0:
        return 0.0
    return spot.y


def _is_mutual(act: Act, stage: _Stage) -> bool:
    """Whether the other one does the same with `act`'s character at the same time."""
    return act.action in (*MUTUAL, "give", "take") and any(
        other.character == act.target and other.target == act.character and abs(other.start - act.start) < 0.3
        for other in stage.acts
    )


def _has_between(act: Act, spot: Spot, target: Spot, stage: _Stage) -> bool:
    """Whether a third stands between the two, as far as places at the start of the shot tell."""
    low, high = min(spot.x, target.x), max(spot.x, target.x)
    thirds = (who for id, who in stage.others.items() if id not in (act.character, act.target))
    return any(low < third.x < high for third in thirds)


def _inside(middle: float, room: float) -> float:
    """The middle of two who meet, so that both stay on stage."""
    return clamp(middle, -max(0.0, room), max(0.0, room))


def _chased(course: _Course, act: Act, t: float, stage: _Stage, asked: frozenset[str]) -> float:
    """Where somebody who runs after a moving target is: behind it, closing the gap in the first second."""
    now = _target(act, t, stage, asked)
    if now is None:
        return course.at(t)[0]
    out = clamp((now.x * course.heading - 1) / (WINGS - 1))  # who is no more to be seen is caught up with
    behind = now.x - course.heading * stage.figures.apart("chase", act.character, act.target) * (1 - out)
    return course.x + (behind - course.x) * ease((t - act.start) / max(0.8, min(1.6, act.seconds)))


def _undulation(own: Sequence[Act], t: float) -> float:
    """The rise and fall of those who swim, surf or fly."""
    total = 0.0
    for act in own:
        size = {"swim": 0.03, "surf": 0.035, "fly": 0.03}.get(act.action, 0.0)
        inside = ease((t - act.start) / 0.4) * (1 - ease((t - act.start - act.seconds) / 0.4))
        total += size * inside * sin(2 * pi * 0.42 * (t - act.start))
    return total
