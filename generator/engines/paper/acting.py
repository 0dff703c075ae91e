"""Acting: what a character does, as a pose at a time. A pure function of the storyboard and the time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from generator.engines.paper import moves_of_body, moves_of_travel, moves_with_things
from generator.engines.paper.easing import clamp, ease, wave
from generator.engines.paper.looks import is_alive, is_head
from generator.engines.paper.moment import Gait, Moment, Move
from generator.engines.paper.pose import Mark, Pose
from generator.storyboard import Act, Character
from generator.vocabulary import Action

MOVES: Mapping[Action, Move] = {**moves_of_travel.MOVES, **moves_of_body.MOVES, **moves_with_things.MOVES}

_IN, _OUT = 0.16, 0.24  # seconds in which an act takes hold of a body and lets go of it
_LONG_AGO = 60.0  # seconds
_BLINK = 0.17  # seconds, as people do
_HANGS = Pose().near_arm

_POSTURES: frozenset[Action] = frozenset({"sit", "lie", "sleep", "hide", "float"})
_AT_ONCE: frozenset[Action] = frozenset({"appear", "wake"})
_MOUNTED: frozenset[Action] = frozenset({"surf", "ride", "drive"})
_HARDLY = 0.01  # of a hold: enough to be on a mount
_FOR_GOOD: frozenset[Action] = frozenset({"grow", "shrink", "melt", "vanish", "explode"})
_COMES_BACK: frozenset[Action] = frozenset({"appear", "enter", "transform"})
_STAYS_DOWN: frozenset[Action] = frozenset({
    "nod", "shake_head", "tilt_head", "yawn", "laugh", "cry", "smile", "think", "look", "listen", "speak", "shout",
    "whisper", "sing", "hold", "show", "shake", "point", "give", "take", "eat", "drink", "write", "read", "type",
    "play_music", "shiver", "sneeze", "get_angry", "shine", "paint", "clap", "wave", "photograph",
})  # fmt: skip


def pose_at(
    character: Character,
    acts: Sequence[Act],
    t: float,
    *,
    mouth: float = 0.0,
    seed: int = 0,
    facing: float = 1.0,
    gait: Gait = "steps",
    performs: bool = False,
) -> Pose:
    """The pose of `character` at film time `t`, in seconds.

    `acts` may hold everybody's; what the character did before `t` counts too, as somebody who sat down sits until
    something else is done. `mouth` is how far speech opens the mouth, 0 to 1. `facing` is where it faces on stage,
    from 1 for right to -1 for left, and multiplies what a pirouette makes of it; `gait` is how it gets about;
    `performs` says that a thing is played as somebody.
    """
    alive = is_alive(character.figure) or character.person or performs
    jointed = is_head(character.figure)
    pose = _idle(alive, seed, t)
    mine = sorted((act for act in acts if act.character == character.id), key=lambda act: act.start)
    own = [act for act in mine if act.start <= t]
    if mine and not own:
        own = _before(mine[0], t)
    for place, act in enumerate(own):
        weight = _weight(act, own[place + 1 :], t)
        if act.action in _MOUNTED and t < act.start + act.seconds:
            weight = max(weight, _HARDLY)
        move = MOVES.get(act.action)
        if weight <= 0 or move is None:
            continue
        s = min(t - act.start, act.seconds) if act.action not in _POSTURES else t - act.start
        u = clamp((t - act.start) / act.seconds) if act.seconds > 0 else 1.0
        moment = Moment(
            act, u, s, max(act.seconds, 0.05), character.scale, jointed, alive, seed, holds=bool(character.holds)
        )
        pose = _blended(pose, move(moment), weight)
        if act.expression != "neutral" and weight > 0.4:
            pose = replace(pose, expression=act.expression)
    if mouth > 0:
        pose = _speaking(pose, mouth, t, seed)
    return replace(pose, facing=pose.facing * facing)


def _before(first: Act, t: float) -> list[Act]:
    """What somebody must have done before `first`: slept, to wake; not been there, to appear."""
    if first.action == "wake":
        return [replace(first, action="sleep", start=min(t, first.start) - _LONG_AGO, seconds=_LONG_AGO)]
    if first.action == "appear":
        return [replace(first, action="vanish", start=min(t, first.start) - _LONG_AGO, seconds=_LONG_AGO / 2)]
    return []


def _weight(act: Act, later: Sequence[Act], t: float) -> float:
    """How far `act` has hold of the body at `t`: from 0 to 1."""
    hold = ease((t - act.start) / _IN) if act.action not in _AT_ONCE else 1.0
    end = act.start + act.seconds
    if act.action in _FOR_GOOD:
        back = [next_.start for next_ in later if next_.action in _COMES_BACK]
        return 0.0 if back and act.action in ("vanish", "explode", "melt") else 1.0
    if act.action in _POSTURES:
        up = [next_.start for next_ in later if next_.action not in _STAYS_DOWN]
        return hold * (1 - ease((t - up[0]) / 0.3)) if up else hold
    return hold * (1 - ease((t - end) / _OUT))


def _idle(alive: bool, seed: int, t: float) -> Pose:
    """Breathing, swaying, blinking; a thing only moves a little in the draught."""
    turns = (seed * 0.618) % 1
    if not alive:
        return Pose(rotation=0.35 * wave(t, 0.21, turns))
    breath = wave(t, 0.33, turns)
    return Pose(
        scale_y=1 + 0.011 * breath,
        scale_x=1 - 0.006 * breath,
        rotation=0.5 * wave(t, 0.17, turns),
        head_tilt=1.6 * wave(t, 0.23, turns),
        bend=1.0 * wave(t, 0.19, turns),
        near_arm=_HANGS + 2 * breath,
        far_arm=_HANGS + 2 * breath,
        blink=_blinking(seed, t),
        flap=0.3,
        step=(0.55 * t + turns) % 1,
    )


def _blinking(seed: int, t: float) -> float:
    """Lids at `t`: a blink in every window of three seconds, at no regular moment."""
    window = int(t // 3)
    start = window * 3 + Random(seed * 8191 + window).uniform(0.2, 2.6)
    through = (t - start) / _BLINK
    return 1 - abs(2 * through - 1) if 0 < through < 1 else 0.0


def _speaking(pose: Pose, mouth: float, t: float, seed: int) -> Pose:
    """Speech moves more than lips: the head goes with it, the body a little."""
    return replace(
        pose,
        mouth=clamp(max(mouth, 0.5 * pose.mouth)),
        voice=clamp(mouth),
        scale_y=pose.scale_y * (1 + 0.022 * mouth),
        scale_x=pose.scale_x * (1 - 0.012 * mouth),
        head_dy=pose.head_dy + 0.006 * mouth,
        head_tilt=pose.head_tilt + 2.4 * wave(t, 0.9, seed * 0.37),
    )


def _blended(base: Pose, move: Pose, weight: float) -> Pose:
    """`base` with as much of `move` as `weight` says: offsets add up, scales multiply, the rest takes turns."""

    def times(one: float, other: float) -> float:
        return one * (1 + (other - 1) * weight)

    strong = weight > 0.4
    return Pose(
        dx=base.dx + weight * move.dx,
        dy=base.dy + weight * move.dy,
        rotation=base.rotation + weight * move.rotation,
        pivot=move.pivot if abs(move.rotation) > abs(base.rotation) else base.pivot,
        scale_x=times(base.scale_x, move.scale_x),
        scale_y=times(base.scale_y, move.scale_y),
        lean=base.lean + weight * move.lean,
        bend=base.bend + weight * move.bend,
        facing=times(base.facing, move.facing),
        head_tilt=base.head_tilt + weight * move.head_tilt,
        head_dy=base.head_dy + weight * move.head_dy,
        near_arm=_arm(base.near_arm, move.near_arm, weight),
        far_arm=_arm(base.far_arm, move.far_arm, weight),
        near_leg=base.near_leg + weight * move.near_leg,
        far_leg=base.far_leg + weight * move.far_leg,
        near_elbow=base.near_elbow + (move.near_elbow - base.near_elbow) * weight,
        far_elbow=base.far_elbow + (move.far_elbow - base.far_elbow) * weight,
        near_knee=base.near_knee + weight * move.near_knee,
        far_knee=base.far_knee + weight * move.far_knee,
        stride=base.stride + weight * move.stride,
        flap=max(base.flap, weight * move.flap),
        step=move.step if move.stride or move.flap else base.step,
        turn=clamp(base.turn + weight * move.turn, -1, 1),
        mouth=max(base.mouth, weight * move.mouth),
        voice=max(base.voice, weight * move.voice),
        blink=max(base.blink, weight * move.blink),
        gaze_x=clamp(base.gaze_x + weight * move.gaze_x, -1, 1),
        gaze_y=clamp(base.gaze_y + weight * move.gaze_y, -1, 1),
        expression=move.expression if strong and move.expression != "neutral" else base.expression,
        opacity=times(base.opacity, move.opacity),
        glow=max(base.glow, weight * move.glow),
        blush=max(base.blush, weight * move.blush),
        tint=move.tint or base.tint,
        tint_amount=max(base.tint_amount, weight * move.tint_amount),
        prop=move.prop if strong and move.prop else base.prop,
        prop_rotation=base.prop_rotation + weight * move.prop_rotation,
        prop_dx=base.prop_dx + weight * move.prop_dx,
        prop_dy=base.prop_dy + weight * move.prop_dy,
        prop_size=times(base.prop_size, move.prop_size),
        prop_to_mouth=max(base.prop_to_mouth, weight * move.prop_to_mouth),
        hides_prop=move.hides_prop or (base.hides_prop and not (strong and move.prop)),
        marks=(*base.marks, *(_fainter(mark, weight) for mark in move.marks if mark.opacity > 0.02)),
        shadow=times(base.shadow, move.shadow),
        mount=move.mount if move.mount and (strong or base.mount is None) else base.mount,
    )


def _arm(base: float, move: float, weight: float) -> float:
    """An arm follows the move that has hold of it, rather than adding angles up to a windmill."""
    if abs(move - _HANGS) < 0.01:
        return base
    return base + (move - base) * weight


def _fainter(mark: Mark, weight: float) -> Mark:
    return mark if weight > 0.99 else replace(mark, opacity=mark.opacity * weight)
