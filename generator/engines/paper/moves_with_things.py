"""With things and with others; and changing altogether."""

from dataclasses import replace

from generator.engines.paper.easing import between, ease, overshoot, pulse, rush, settle, wave
from generator.engines.paper.moment import Moment, Move
from generator.engines.paper.pose import Mark, Pose
from generator.engines.paper.reach import HIPS, REST, Arm, between_arms, hands, reach
from generator.storyboard import Act
from generator.vocabulary import Action

RELEASE = 0.5  # of an act of throwing: when the thing leaves the hand
GROWS, SHRINKS = 1.6, 0.55  # to this many times its height

_TOOLS: dict[Action, str] = {
    "cook": "🍳", "pour": "🫖", "cut": "🔪", "wash": "🧽", "write": "✏️", "read": "📖", "paint": "🖌️",
    "play_music": "🎸", "type": "💻", "photograph": "📷", "build": "🔨", "dig": "⛏️", "drink": "🥤", "eat": "🍙",
    "throw": "⚾", "catch": "⚾", "kick": "⚽", "give": "🎁", "show": "⭐",
}  # fmt: skip


def tool_of(act: Act) -> str | None:
    """The emoji of what is in the hand: the prop of the act, or what this action is done with."""
    return act.prop_figure or (None if act.prop else _TOOLS.get(act.action))


def _tool(m: Moment) -> str | None:
    return tool_of(m.act)


def _hold(m: Moment) -> Pose:
    up = settle(m.s / 0.35)
    pose = Pose(prop=_tool(m), head_tilt=2 * wave(m.s, 0.4), prop_rotation=3 * wave(m.s, 0.5))
    return hands(pose, between_arms(REST, reach(0.19, 0.4), up))


def _show(m: Moment) -> Pose:
    up = overshoot(m.s / 0.45, 1.9) * (1 - ease(between(m.u, 0.88, 1)))
    pose = Pose(
        lean=5 * up, prop=_tool(m), prop_size=1 + 0.35 * up, expression="happy", turn=0.4 * up,
        head_tilt=-4 * up, marks=(Mark("✨", 0.56, -0.05, 0.13, 20 * wave(m.s, 0.5), pulse(m.u, 0.3, 0.2)),),
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.32, 0.58), up))


def _shake(m: Moment) -> Pose:
    on = pulse(m.u, 0.12, 0.15)
    rattle = wave(m.s, 4.2)
    pose = Pose(
        prop=_tool(m), prop_rotation=26 * rattle * on, scale_y=1 + 0.02 * rattle * on, bend=4 * rattle * on,
        rotation=0 if m.jointed else 4 * rattle * on,
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.22, 0.56 + 0.08 * rattle), on))


def _throw(m: Moment) -> Pose:
    back = pulse(between(m.u, 0, RELEASE), 0.7, 0.15)
    out = settle(between(m.u, RELEASE - 0.08, RELEASE + 0.08)) * (1 - ease(between(m.u, 0.75, 1)))
    pose = Pose(
        far_arm=8 + 54 * back, lean=-13 * back + 17 * out, rotation=-6 * back + 8 * out, far_leg=-30 * out,
        far_knee=26 * out, near_leg=40 * back + 16 * out, near_knee=46 * back, scale_y=1 - 0.05 * back + 0.04 * out,
        bend=-8 * back + 12 * out, prop=_tool(m), hides_prop=m.u >= RELEASE, turn=0.5,
    )  # fmt: skip
    wound = between_arms(REST, Arm(148, 62), back)
    return hands(pose, between_arms(wound, Arm(76, 4), out))


def _catch(m: Moment) -> Pose:
    out = ease(between(m.u, 0, 0.4))
    grab = between(m.u, 0.5, 0.65)
    give = pulse(between(m.u, 0.5, 0.9), 0.2, 0.7)
    pose = Pose(
        lean=6 * out - 12 * give, near_leg=16 * give, near_knee=40 * give, far_leg=10 * give, far_knee=40 * give,
        dy=0.1 * pulse(between(m.u, 0.3, 0.6), 0.5, 0.5), prop=_tool(m), hides_prop=m.u < 0.52,
        expression="happy" if m.u > 0.55 else "neutral", gaze_y=1 - grab, scale_y=1 - 0.04 * give, turn=0.6,
    )  # fmt: skip
    near = between_arms(between_arms(REST, reach(0.3, 0.62), out), reach(0.16, 0.42), grab)
    far = between_arms(between_arms(REST, reach(-0.16, 0.58), out), reach(-0.04, 0.4), grab)
    return hands(pose, near, far)


def _kick(m: Moment) -> Pose:
    back = pulse(between(m.u, 0, 0.5), 0.7, 0.2)
    out = settle(between(m.u, 0.44, 0.56)) * (1 - ease(between(m.u, 0.7, 1)))
    whole = 0 if m.jointed else 1
    return Pose(
        near_leg=-42 * back + 88 * out, near_knee=64 * back, rotation=4 * back - 9 * out - 12 * whole * out,
        near_arm=8 + 20 * back + 40 * out, far_arm=8 + 70 * out, far_elbow=20, near_elbow=20,
        lean=4 * back, dx=0.07 * out * m.size, scale_x=1 + 0.06 * whole * out, turn=0.5,
        stride=1.6 * max(back, out), step=0.75 if out < 0.5 else 0.25,
    )  # fmt: skip


def _hit(m: Moment) -> Pose:
    count = max(1, round(m.seconds / 0.8))
    v = (m.u * count) % 1 if m.u < 1 else 1.0
    raised = pulse(between(v, 0, 0.5), 0.75, 0.15)
    blow = settle(between(v, 0.45, 0.55)) * (1 - ease(between(v, 0.65, 1)))
    pose = Pose(
        lean=-9 * raised + 9 * blow, bend=-6 * raised + 8 * blow, near_leg=18 * blow, near_knee=24 * blow,
        far_leg=-18 * blow,
        scale_y=1 + 0.04 * raised - 0.07 * blow, prop=_tool(m), prop_rotation=-30 * raised + 60 * blow, turn=0.5,
        marks=(Mark("💥", 0.52, -0.42, 0.24 * overshoot(blow), 0, blow),), dx=0.05 * blow * m.size,
    )  # fmt: skip
    return hands(pose, between_arms(between_arms(REST, Arm(140, 60), raised), Arm(62, 6), blow))


def _push(m: Moment) -> Pose:
    on = pulse(m.u, 0.15, 0.15)
    heave = wave(m.s, 1.1)
    pose = Pose(
        lean=(22 + 4 * heave) * on, near_leg=(24 + 18 * heave) * on, near_knee=(44 + 20 * heave) * on,
        far_leg=-38 * on, far_knee=8 * on, scale_y=1 - 0.04 * on, dx=0.02 * heave * on, turn=0.7 * on,
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.34, 0.5), on), between_arms(REST, reach(-0.16, 0.46), on))


def _pull(m: Moment) -> Pose:
    on = pulse(m.u, 0.15, 0.15)
    heave = wave(m.s, 1.1)
    pose = Pose(
        lean=-(18 + 5 * heave) * on, near_leg=38 * on, near_knee=8 * on, far_leg=(10 + 10 * heave) * on,
        far_knee=(36 + 16 * heave) * on, scale_y=1 - 0.04 * on, dx=-0.02 * heave * on, turn=0.7 * on,
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.33, 0.44), on), between_arms(REST, reach(-0.16, 0.42), on))


def _point(m: Moment) -> Pose:
    out = overshoot(m.s / 0.3, 2.2) * (1 - ease(between(m.u, 0.88, 1)))
    height = {"up": 150.0, "down": 42.0}.get(m.act.direction or "", 98.0)
    pose = Pose(
        lean=6 * out, gaze_x=out, head_tilt=3 * out, prop=m.act.prop_figure, bend=0 if m.jointed else 8 * out,
        turn=0.6 * out,
    )  # fmt: skip
    return hands(pose, between_arms(REST, Arm(height, 0), out), between_arms(REST, reach(*HIPS), out))


def _give(m: Moment) -> Pose:
    out = pulse(m.u, 0.35, 0.25)
    pose = Pose(
        lean=9 * out, bend=6 * out, prop=_tool(m), hides_prop=m.u > 0.62, expression="happy", turn=0.6 * out,
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.33, 0.45), out), between_arms(REST, reach(-0.12, 0.42), out))


def _take(m: Moment) -> Pose:
    out = pulse(m.u, 0.4, 0.4)
    pose = Pose(
        lean=9 * out, bend=6 * out, prop=m.act.prop_figure, hides_prop=m.u < 0.66, gaze_x=out, turn=0.6 * out,
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.33, 0.45), out), between_arms(REST, reach(-0.12, 0.42), out))


def _open(m: Moment) -> Pose:
    out = pulse(m.u, 0.35, 0.3)
    tug = pulse(between(m.u, 0.35, 0.75), 0.4, 0.4)
    pose = Pose(
        lean=8 * out - 17 * tug, near_leg=26 * tug, near_knee=20 * tug, far_knee=30 * tug, far_leg=10 * tug,
        head_tilt=4 * out, turn=0.6 * out,
    )  # fmt: skip
    return hands(pose, between_arms(REST, between_arms(reach(0.34, 0.44), reach(0.22, 0.4), tug), out))


def _close(m: Moment) -> Pose:
    out = pulse(m.u, 0.3, 0.3)
    shove = pulse(between(m.u, 0.35, 0.7), 0.3, 0.5)
    pose = Pose(
        lean=-4 * out + 17 * shove, dx=0.03 * shove, near_leg=24 * shove, near_knee=30 * shove, far_leg=-20 * shove,
        turn=0.6 * out,
    )  # fmt: skip
    near = between_arms(REST, between_arms(reach(0.2, 0.46), reach(0.35, 0.48), shove), out)
    return hands(pose, near, between_arms(REST, reach(-0.1, 0.44), out))


def _eat(m: Moment) -> Pose:
    on = pulse(m.u, 0.12, 0.12)
    bite = (m.s * 1.1) % 1
    lift = pulse(bite, 0.3, 0.35)
    chew = abs(wave(m.s, 3.2)) * (1 - lift)
    pose = Pose(
        prop=_tool(m),
        mouth=on * max(0.9 * pulse(between(bite, 0.12, 0.5), 0.4, 0.4), 0.25 * chew), head_tilt=6 * lift * on,
        scale_y=1 + 0.02 * chew * on, bend=5 * lift * on, expression="happy", blush=on, prop_size=0.85 - 0.35 * m.u,
        prop_to_mouth=on * (0.4 + 0.6 * lift), turn=0.3 * on,
    )  # fmt: skip
    return hands(pose, between_arms(REST, between_arms(reach(0.17, 0.46), reach(0.115, 0.6), lift), on))


def _drink(m: Moment) -> Pose:
    up = pulse(m.u, 0.3, 0.25)
    gulp = abs(wave(m.s, 1.8))
    pose = Pose(
        prop=_tool(m), prop_rotation=-52 * up, head_tilt=-14 * up, lean=-6 * up, prop_size=1 - 0.12 * up,
        mouth=0.25 * up, scale_y=1 + 0.025 * gulp * up, blink=up, bend=-6 * up, prop_to_mouth=up, turn=0.3 * up,
    )  # fmt: skip
    return hands(pose, between_arms(reach(0.17, 0.42), reach(0.125, 0.6), up))


def _work(m: Moment, beats: float, low: float, high: float, twist: float) -> Pose:
    """Doing something in front of oneself with a tool: a hand between two heights, the tool turning with it."""
    on = pulse(m.u, 0.1, 0.12)
    stroke = 0.5 + 0.5 * wave(m.s, beats)
    pose = Pose(
        prop=_tool(m), prop_rotation=twist * (stroke - 0.5) * 2 * on, lean=5 * on, bend=5 * on + 3 * stroke * on,
        head_tilt=3 * wave(m.s, beats / 2), gaze_x=0.7 * on, gaze_y=-0.7 * on, dy=0.008 * stroke * on, turn=0.4 * on,
    )  # fmt: skip
    near = reach(0.23 - 0.04 * stroke, low + (high - low) * stroke)
    return hands(pose, between_arms(REST, near, on), between_arms(REST, reach(-0.09, 0.37), on))


def _cook(m: Moment) -> Pose:
    steam = tuple(Mark("♨️", 0.44, -0.36 + 0.22 * v, 0.12, 0, 0.8 * pulse(v, 0.3, 0.5)) for v in [(m.s / 1.2) % 1])
    return replace(_work(m, 1.5, 0.38, 0.46, 14), marks=steam)


def _pour(m: Moment) -> Pose:
    on = pulse(m.u, 0.25, 0.25)
    drops = tuple(
        Mark("💧", 0.46, -0.42 - 0.3 * v * v, 0.05, 0, on * pulse(v, 0.1, 0.2))
        for part in (0, 0.33, 0.66)
        for v in [(m.s * 1.7 + part) % 1]
    )
    pose = Pose(
        prop=_tool(m), prop_rotation=64 * on, lean=4 * on, gaze_y=-0.6 * on, marks=drops if on > 0.8 else (),
        turn=0.4 * on,
    )  # fmt: skip
    return hands(pose, between_arms(reach(0.18, 0.4), reach(0.26, 0.56), on))


def _cut(m: Moment) -> Pose:
    return _work(m, 2.6, 0.3, 0.46, 20)


def _wash(m: Moment) -> Pose:
    bubbles = tuple(
        Mark("🫧", 0.34 + 0.1 * wave(m.s, 0.6, part), -0.4 + 0.5 * v, 0.12, 0, pulse(v, 0.2, 0.3))
        for part in (0.0, 0.5)
        for v in [(m.s / 1.6 + part) % 1]
    )
    return replace(_work(m, 2.2, 0.32, 0.46, 8), marks=bubbles)


def _write(m: Moment) -> Pose:
    return _work(m, 2.4, 0.36, 0.4, 10)


def _read(m: Moment) -> Pose:
    on = pulse(m.u, 0.12, 0.12)
    pose = Pose(
        prop=_tool(m), prop_size=1.25, gaze_x=0.8 * wave(m.s, 0.55), gaze_y=-0.9 * on, head_tilt=5 * on, bend=6 * on,
        prop_dx=-0.11 * on, prop_dy=-0.05 * on, prop_rotation=-8 * on,
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.12, 0.4), on), between_arms(REST, reach(0.1, 0.38), on))


def _paint(m: Moment) -> Pose:
    return _work(m, 0.9, 0.42, 0.7, 24)


def _play_music(m: Moment) -> Pose:
    on = pulse(m.u, 0.1, 0.12)
    strum = wave(m.s, 3.0)
    notes = tuple(
        Mark(
            "🎵",
            0.34 + 0.06 * wave(m.s, 0.8, part),
            -0.15 + 0.36 * v,
            0.12,
            12 * wave(m.s, 1, part),
            pulse(v, 0.2, 0.35),
        )
        for part in (0.0, 0.5)
        for v in [(m.s / 1.4 + part) % 1]
    )
    pose = Pose(
        prop=_tool(m), prop_rotation=5 * strum * on - 12, prop_size=1.5, prop_dx=-0.1 * on, lean=4 * wave(m.s, 0.75),
        bend=7 * wave(m.s, 0.75), head_tilt=7 * wave(m.s, 1.5), dy=0.018 * abs(wave(m.s, 0.75)), expression="happy",
        marks=notes, near_knee=12 * abs(wave(m.s, 0.75)), near_leg=8 * abs(wave(m.s, 0.75)),
    )  # fmt: skip
    if pose.prop is not None and pose.prop[0] in _KEYS:  # both hands come down on it from above
        keys = reach(0.12, 0.36 + 0.02 * strum), reach(0.1, 0.36 - 0.02 * strum)
        low = replace(pose, prop_rotation=-8.0, prop_dy=-0.1 * on, prop_dx=-0.13 * on)
        return hands(low, between_arms(REST, keys[0], on), between_arms(REST, keys[1], on))
    near = reach(0.1, 0.33 + 0.02 * strum)
    return hands(pose, between_arms(REST, near, on), between_arms(REST, reach(0.16, 0.47 + 0.01 * strum), on))


def _type(m: Moment) -> Pose:
    on = pulse(m.u, 0.1, 0.12)
    pose = Pose(
        prop=_tool(m), prop_size=1.25, gaze_y=-0.7 * on, bend=6 * on, head_tilt=3 * wave(m.s, 0.7),
        dy=0.004 * wave(m.s, 5), prop_dx=-0.08 * on, prop_dy=-0.03, prop_rotation=-8 * on,
    )  # fmt: skip
    near, far = reach(0.13, 0.37), reach(0.06, 0.36)
    one, other = 9 * wave(m.s, 5), 9 * wave(m.s, 5, 0.5)
    near, far = Arm(near.shoulder, near.elbow + one), Arm(far.shoulder, far.elbow + other)
    return hands(pose, between_arms(REST, near, on), between_arms(REST, far, on))


def _photograph(m: Moment) -> Pose:
    up = pulse(m.u, 0.3, 0.25)
    flash = pulse(between(m.u, 0.5, 0.66), 0.1, 0.7)
    pose = Pose(
        prop=_tool(m), lean=-4 * up, head_tilt=5 * up, glow=0.5 * flash, prop_dx=-0.02 * up, turn=0.5 * up,
        bend=-4 * up, marks=(Mark("✨", 0.44, -0.2, 0.34 * overshoot(flash), 20, flash),),
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.15, 0.64), up), between_arms(REST, reach(-0.02, 0.6), up))


_KEYS = frozenset("🎹🥁🪘🪗")
_FOR_FEET = frozenset("👟👞👠👡👢🥾🥿🩰🧦🎿🛼⛸")


def _put_on(m: Moment) -> Pose:
    up = pulse(m.u, 0.3, 0.3)
    if m.act.prop_figure is not None and m.act.prop_figure[0] in _FOR_FEET:
        hop = up * abs(wave(m.s, 1.4))
        pose = Pose(
            bend=30 * up, lean=10 * up, head_tilt=12 * up, near_leg=70 * up, near_knee=50 * up,
            dy=0.03 * hop, prop=m.act.prop_figure, prop_dy=-0.06 * up, prop_rotation=-12 * up, hides_prop=m.u > 0.7,
        )  # fmt: skip
        return hands(pose, between_arms(REST, reach(0.24, 0.22), up), between_arms(REST, reach(-0.12, 0.22), up))
    tug = wave(m.s, 3) * pulse(between(m.u, 0.3, 0.8), 0.2, 0.2)
    pose = Pose(
        scale_y=1 - 0.03 * up + 0.02 * tug, bend=4 * tug, head_tilt=5 * tug, prop=m.act.prop_figure,
        hides_prop=m.u > 0.55, prop_dx=-0.1 * up, prop_dy=0.12 * up,
    )  # fmt: skip
    top = reach(0.18, 0.76 + 0.02 * tug)
    return hands(pose, between_arms(REST, top, up), between_arms(REST, top, up))


def _build(m: Moment) -> Pose:
    return replace(
        _work(m, 2.0, 0.36, 0.66, 34), marks=(Mark("💥", 0.5, -0.48, 0.1, 0, max(0.0, -wave(m.s, 2.0)) ** 3),)
    )


def _dig(m: Moment) -> Pose:
    heave = wave(m.s, 1.1)
    knee = 20 - 16 * heave
    pose = replace(
        _work(m, 1.1, 0.26, 0.56, 38), lean=10 - 8 * heave, bend=8 - 6 * heave, near_leg=24 + knee / 2,
        near_knee=20 + knee, far_leg=-12, far_knee=knee,
    )  # fmt: skip
    return hands(pose, None, reach(-0.13, 0.3 + 0.09 * heave))


def _hug(m: Moment) -> Pose:
    wide = pulse(between(m.u, 0, 0.4), 0.5, 0.4)
    hold = ease(between(m.u, 0.3, 0.5)) * (1 - ease(between(m.u, 0.85, 1)))
    hearts = tuple(
        Mark("❤️", 0.2 + 0.06 * wave(m.s, 0.7, part), 0.34 * v, 0.11, 0, hold * pulse(v, 0.2, 0.4))
        for part in (0.0, 0.5)
        for v in [(m.s / 1.6 + part) % 1]
    )
    squeeze = hold * (0.5 + 0.5 * wave(m.s, 1.1))
    pose = Pose(
        lean=7 * hold, bend=4 * hold, scale_x=1 - 0.05 * squeeze, scale_y=1 + 0.02 * squeeze, blink=hold, blush=hold,
        expression="happy", head_tilt=9 * hold, turn=0.6 * hold, rotation=2 * hold * wave(m.s, 0.8), marks=hearts,
        mouth=0.2 * wide,
    )  # fmt: skip
    near = between_arms(between_arms(REST, Arm(96, 10), wide), reach(0.32, 0.44), hold)
    far = between_arms(between_arms(REST, Arm(96, 10), wide), reach(-0.2, 0.5), hold)
    return hands(pose, near, far)


def _kiss(m: Moment) -> Pose:
    near = pulse(m.u, 0.4, 0.3)
    return Pose(
        lean=15 * near,
        bend=10 * near,
        head_tilt=9 * near,
        blink=near,
        blush=near,
        expression="love" if m.u > 0.62 else "happy",
        marks=(
            Mark(
                "❤️",
                0.32,
                0.02 + 0.2 * between(m.u, 0.4, 1),
                0.2 * overshoot(between(m.u, 0.4, 0.6)),
                8 * wave(m.s, 0.8),
                1 - ease(between(m.u, 0.85, 1)),
            ),
        ),
    )


def _shake_hands(m: Moment) -> Pose:
    on = pulse(m.u, 0.2, 0.2)
    up = 0.03 * wave(m.s, 2.2)
    pose = Pose(
        lean=5 * on, bend=5 * on, expression="happy", turn=0.6 * on, dy=0.0 if m.jointed else 0.02 * abs(up),
        rotation=0 if m.jointed else 3 * wave(m.s, 2.2),
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.35, 0.4 + up), on))


def _high_five(m: Moment) -> Pose:
    back = pulse(between(m.u, 0, 0.45), 0.7, 0.2)
    hit = settle(between(m.u, 0.36, 0.48)) * (1 - ease(between(m.u, 0.65, 1)))
    pose = Pose(
        dy=0.1 * hit, lean=-6 * back + 8 * hit, near_leg=-14 * hit, far_leg=-22 * hit, far_knee=60 * hit,
        near_knee=30 * back, scale_y=1 - 0.05 * back + 0.05 * hit, expression="happy", mouth=0.6 * hit, turn=0.5,
        marks=(Mark("✨", 0.36, -0.16, 0.24 * overshoot(hit), 20, hit),),
    )  # fmt: skip
    return hands(pose, between_arms(between_arms(REST, Arm(150, 40), back), reach(0.3, 0.66), hit))


def _fight(m: Moment) -> Pose:
    on = pulse(m.u, 0.1, 0.12)
    jab = wave(m.s, 2.0)
    one, two = max(0.0, jab) ** 2, max(0.0, -jab) ** 2
    pose = Pose(
        lean=on * (2 + 6 * max(one, two)), dx=0.04 * on * max(one, two) * m.size,
        dy=0.02 * abs(wave(m.s, 2.0, 0.25)) * on, near_leg=(14 + 18 * one) * on, near_knee=24 * on,
        far_leg=-24 * on, far_knee=16 * on, rotation=3 * jab * on, expression="angry", turn=0.6 * on,
        marks=(Mark("💥", 0.48, -0.22 - 0.14 * two, 0.2, 30 * jab, on * max(one, two) ** 2),),
    )  # fmt: skip
    near = between_arms(reach(0.2, 0.56), reach(0.36, 0.56), one)
    far = between_arms(reach(-0.06, 0.54), reach(-0.16, 0.56), two)
    return hands(pose, between_arms(REST, near, on), between_arms(REST, far, on))


def _shoot(m: Moment) -> Pose:
    aim = overshoot(m.s / 0.3) * (1 - ease(between(m.u, 0.88, 1)))
    v = (m.s % 0.75) / 0.75 if m.s > 0.35 else 1.0
    recoil = (1 - settle(between(v, 0, 0.5))) if m.s > 0.35 else 0.0
    pose = Pose(
        lean=4 * aim - 10 * recoil, dx=-0.03 * recoil, prop=_tool(m) or "🔫",
        prop_rotation=-16 * recoil, expression="angry", turn=0.6 * aim, near_leg=16 * aim, far_leg=-14 * aim,
        marks=(Mark("💥", 0.62, -0.4, 0.15, 0, 1 - settle(between(v, 0, 0.25)) if m.s > 0.35 else 0.0),),
    )  # fmt: skip
    return hands(pose, between_arms(REST, Arm(92 + 16 * recoil, 0), aim))


def _grow(m: Moment) -> Pose:
    steps = 3 * m.u
    done = (min(3, int(steps)) + overshoot(between(steps % 1, 0, 0.55), 2.6) if m.u < 1 else 3) / 3
    return Pose(
        scale_x=1 + (GROWS - 1) * done, scale_y=1 + (GROWS - 1) * done, near_arm=8 + 40 * pulse(m.u, 0.2, 0.2),
        far_arm=8 + 40 * pulse(m.u, 0.2, 0.2),
    )  # fmt: skip


def _shrink(m: Moment) -> Pose:
    steps = 3 * m.u
    done = (min(3, int(steps)) + overshoot(between(steps % 1, 0, 0.55), 2.6) if m.u < 1 else 3) / 3
    return Pose(scale_x=1 - (1 - SHRINKS) * done, scale_y=1 - (1 - SHRINKS) * done, expression="surprised")


def _transform(m: Moment) -> Pose:
    from math import cos, pi

    power = pulse(m.u, 0.45, 0.3)
    turns = 3
    return Pose(
        facing=cos(2 * pi * turns * ease(m.u)),
        glow=power,
        dy=0.14 * power,
        near_arm=8 + 120 * power,
        far_arm=8 + 120 * power,
        scale_y=1 + 0.1 * power,
        scale_x=1 - 0.05 * power,
        marks=tuple(
            Mark("✨", 0.44 * wave(m.s, 0.9, part), -0.3 + 0.4 * wave(m.s, 0.9, part + 0.25), 0.2, 0, power)
            for part in (0.0, 0.33, 0.66)
        ),
    )


def _explode(m: Moment) -> Pose:
    swell = ease(between(m.u, 0, 0.45))
    gone = between(m.u, 0.45, 0.55)
    bang = overshoot(between(m.u, 0.43, 0.55), 2.5) * (1 - ease(between(m.u, 0.75, 1)))
    return Pose(
        scale_x=1 + 0.22 * swell + 0.1 * swell * wave(m.s, 9), scale_y=1 + 0.16 * swell - 0.1 * swell * wave(m.s, 9),
        tint="#f2542d", tint_amount=0.5 * swell, opacity=1 - gone, expression="surprised",
        dx=0.012 * swell * wave(m.s, 14),
        marks=(Mark("💥", 0.0, -0.72, 1.15 * bang, 20 * (1 - bang), min(1.0, 2 * bang)),), shadow=1 - gone,
    )  # fmt: skip


def _melt(m: Moment) -> Pose:
    down = ease(m.u)
    return Pose(
        scale_y=1 - 0.72 * down, scale_x=1 + 0.55 * down, lean=5 * wave(m.s, 0.7) * down,
        bend=14 * pulse(m.u, 0.5, 0.5) * wave(m.s, 0.6), near_arm=8 + 40 * down, far_arm=8 + 40 * down,
        expression="sad",
    )  # fmt: skip


def _shine(m: Moment) -> Pose:
    on = pulse(m.u, 0.2, 0.2)
    return Pose(
        glow=on * (0.75 + 0.25 * wave(m.s, 1.2)),
        scale_x=1 + 0.03 * on * wave(m.s, 1.2),
        scale_y=1 + 0.03 * on * wave(m.s, 1.2),
        expression="proud",
        marks=tuple(
            Mark("✨", x, y, 0.17, 30 * wave(m.s, 0.4, x), on * max(0.0, wave(m.s, 0.9, x)))
            for x, y in ((0.36, 0.0), (-0.36, -0.2), (0.3, -0.5), (-0.28, 0.08))
        ),
    )


def _break(m: Moment) -> Pose:
    rattle = pulse(between(m.u, 0, 0.5), 0.5, 0.1)
    down = rush(between(m.u, 0.45, 0.7))
    return Pose(
        dx=0.014 * wave(m.s, 15) * rattle,
        rotation=3 * wave(m.s, 11) * rattle + 22 * down,
        scale_y=1 - 0.3 * down,
        near_arm=8 - 30 * down,
        far_arm=8 + 20 * down,
        head_tilt=34 * down,
        marks=(
            Mark(
                "💥", 0.1, -0.3, 0.3 * overshoot(between(m.u, 0.42, 0.52)), 0, pulse(between(m.u, 0.42, 0.8), 0.1, 0.4)
            ),
            Mark("💨", -0.3, -0.6, 0.2, 0, pulse(between(m.u, 0.55, 1), 0.2, 0.4)),
        ),
        expression="scared",
    )


MOVES: dict[Action, Move] = {
    "hold": _hold, "show": _show, "shake": _shake, "throw": _throw, "catch": _catch, "kick": _kick, "hit": _hit,
    "push": _push, "pull": _pull, "point": _point, "give": _give, "take": _take, "open": _open, "close": _close,
    "eat": _eat, "drink": _drink, "cook": _cook, "pour": _pour, "cut": _cut, "wash": _wash, "write": _write,
    "read": _read, "paint": _paint, "play_music": _play_music, "type": _type, "photograph": _photograph,
    "put_on": _put_on, "build": _build, "dig": _dig, "hug": _hug, "kiss": _kiss, "shake_hands": _shake_hands,
    "high_five": _high_five, "fight": _fight, "shoot": _shoot, "grow": _grow, "shrink": _shrink,
    "transform": _transform, "explode": _explode, "melt": _melt, "shine": _shine, "break": _break,
}  # fmt: skip
