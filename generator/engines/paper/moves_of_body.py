"""Gestures, dances, feelings and voices."""

from dataclasses import replace

from generator.engines.paper.easing import (
    between,
    clamp,
    ease,
    hops,
    overshoot,
    pulse,
    rush,
    settle,
    spring,
    stretch,
    wave,
)
from generator.engines.paper.moment import Moment, Move
from generator.engines.paper.pose import Mark, Pose
from generator.engines.paper.reach import HIPS, REST, Arm, between_arms, hands, reach
from generator.vocabulary import Action

_BEATS = 2.0  # of a dance a second: 120 to the minute, as most happy music


def _notes(s: float) -> tuple[Mark, ...]:
    """Notes that rise beside the head, by turns left and right."""
    return tuple(
        Mark(
            "🎵",
            side * (0.3 + 0.08 * wave(s, 0.7, part)),
            -0.15 + 0.34 * v,
            0.13,
            14 * wave(s, 1, part),
            pulse(v, 0.15, 0.4),
        )
        for part, side in ((0.0, 1.0), (0.5, -1.0))
        for v in [(s / 1.5 + part) % 1]
    )


def _rising(figure: str, s: float, size: float = 0.13, spread: float = 0.26) -> tuple[Mark, ...]:
    return tuple(
        Mark(
            figure,
            spread * (2 * part - 0.8) + 0.03 * wave(s, 0.9, part),
            0.0 + 0.3 * v,
            size * (0.6 + 0.4 * v),
            8 * wave(s, 0.8, part),
            pulse(v, 0.2, 0.4),
        )
        for part in (0.0, 0.4, 0.8)
        for v in [(s / 1.5 + part) % 1]
    )


def _bounce_dance(m: Moment) -> Pose:
    """Hopping from foot to foot, arms up by turns."""
    side = wave(m.s, _BEATS / 2)
    wide, tall = stretch(m.s, _BEATS, 0.07)
    return Pose(
        dy=0.09 * hops(m.s, _BEATS), rotation=9 * side, bend=10 * side, scale_x=wide, scale_y=tall,
        near_arm=100 + 62 * side, far_arm=100 - 62 * side, near_elbow=34 - 30 * side, far_elbow=34 + 30 * side,
        near_leg=26 * max(0, side), far_leg=26 * min(0, side), near_knee=64 * max(0, side),
        far_knee=30 * max(0, -side), head_tilt=-9 * side, pivot=0.1, stride=0.7, step=(m.s * _BEATS / 2) % 1,
    )  # fmt: skip


def _twist_dance(m: Moment) -> Pose:
    """Swaying from the hips, turning round at the end of every fourth beat."""
    beat = m.s * _BEATS
    sway = wave(m.s, _BEATS / 2)
    turn = ease(between(beat % 8, 6.5, 8)) * 2
    facing = _turn(turn)
    bob = abs(wave(m.s, _BEATS / 2, 0.25))
    pose = Pose(
        dx=0.05 * sway, bend=-16 * sway, lean=9 * sway, facing=facing, near_leg=16 * bob + 8 * sway,
        near_knee=44 * bob, far_leg=16 * bob + 8 * sway, far_knee=44 * bob, scale_y=1 - 0.03 * abs(sway),
        head_tilt=11 * wave(m.s, _BEATS / 2, -0.12), stride=0.5, step=(m.s * _BEATS / 2) % 1,
    )  # fmt: skip
    swing = wave(m.s, _BEATS / 2, 0.15)
    return hands(pose, reach(0.2, 0.46 + 0.1 * swing), reach(0.2, 0.46 - 0.1 * swing))


def _disco_dance(m: Moment) -> Pose:
    """One arm to the sky, one to the hip, changing with a snap on every second beat."""
    beat = m.s * _BEATS / 2
    snap = overshoot(between(beat % 1, 0, 0.3), 2.4)
    up = snap if int(beat) % 2 == 0 else 1 - snap
    wide, tall = stretch(m.s, _BEATS, 0.045)
    pose = Pose(
        lean=12 - 24 * up, rotation=6 - 12 * up, bend=12 - 24 * up, near_leg=24 * up, near_knee=30 * up,
        far_leg=-24 * (1 - up), far_knee=24 * (1 - up), dy=0.035 * hops(m.s, _BEATS), scale_x=wide, scale_y=tall,
        head_tilt=10 * (up - 0.5), stride=0.5, step=(m.s * _BEATS / 2) % 1,
    )  # fmt: skip
    sky, hip = Arm(158, 4), reach(*HIPS)
    return hands(pose, between_arms(hip, sky, up), between_arms(sky, hip, up))


def _spin_dance(m: Moment) -> Pose:
    """Three hops and a pirouette."""
    beat = (m.s * _BEATS) % 4
    spinning = between(beat, 2.6, 4)
    hop = hops(m.s, _BEATS) if beat < 2.6 else 0.0
    side = wave(m.s, _BEATS / 2)
    air = pulse(spinning, 0.3, 0.3)
    return Pose(
        dy=0.08 * hop + 0.16 * air, facing=_turn(2 * ease(spinning)), rotation=7 * side * (1 - air), bend=8 * side,
        near_arm=70 + 70 * air + 30 * side, far_arm=70 + 70 * air - 30 * side, near_elbow=50 * air, far_elbow=50 * air,
        far_leg=-16 * air, far_knee=70 * air, near_leg=8 * side,
        scale_y=1 + 0.07 * air - 0.06 * (1 - hop) * (1 - air), scale_x=1 - 0.05 * air + 0.05 * (1 - hop) * (1 - air),
    )  # fmt: skip


_DANCES = (_bounce_dance, _twist_dance, _disco_dance, _spin_dance)


def _dance(m: Moment) -> Pose:
    pose = _DANCES[m.seed % len(_DANCES)](m)
    return replace(pose, expression="happy", marks=_notes(m.s), mouth=0.25 + 0.25 * abs(wave(m.s, _BEATS / 2)))


def _turn(half_turns: float) -> float:
    """How a card that has made so many half turns faces, from 1 to -1."""
    from math import cos, pi

    return cos(pi * half_turns)


def _spin(m: Moment) -> Pose:
    turns = max(1, round(m.seconds * 1.1))
    air = pulse(m.u, 0.2, 0.25)
    return Pose(
        facing=_turn(2 * turns * ease(m.u)), near_arm=8 + 78 * air, far_arm=8 + 78 * air, dy=0.05 * air,
        scale_y=1 - 0.1 * pulse(m.u, 0.1, 0.9) + 0.04 * air, rotation=3 * wave(m.s, 2),
    )  # fmt: skip


def _bow(m: Moment) -> Pose:
    down = ease(between(m.u, 0.08, 0.4)) * (1 - ease(between(m.u, 0.68, 1)))
    bend, tip, lean = (28, 0, 16) if m.jointed else (44, 11, 10)
    return Pose(
        bend=bend * down, rotation=tip * down, lean=lean * down, head_tilt=20 * down,
        scale_y=1 - 0.05 * down, near_arm=8 - 46 * down, near_elbow=10 - 10 * down, far_arm=8 + 20 * down,
        blink=down, dx=-0.05 * down,
    )  # fmt: skip


def _wave(m: Moment) -> Pose:
    up = pulse(m.u, 0.18, 0.2)
    swing = wave(m.s, 2.2)
    whole = 0.0 if m.jointed else up
    pose = Pose(
        head_tilt=6 * up, lean=-3 * up, rotation=whole * 9 * swing, dy=0.03 * whole * hops(m.s, 2.6),
        expression="happy", bend=4 * up * swing, mouth=0.35 * up, flap=0.9 * up, step=(m.s * 2.2) % 1,
    )  # fmt: skip
    return hands(pose, between_arms(REST, Arm(112 + 6 * swing, 52 + 30 * swing), up))


def _clap(m: Moment) -> Pose:
    on = pulse(m.u, 0.12, 0.15)
    hit = abs(wave(m.s, 2.1))
    pose = Pose(
        dy=0.018 * on * hit, scale_y=1 + 0.03 * on * (hit - 0.5), expression="happy",
        head_tilt=4 * wave(m.s, 1.05), rotation=0 if m.jointed else 5 * wave(m.s, 2.1),
    )  # fmt: skip
    shut = reach(0.03, 0.47)
    clapping = Arm(shut.shoulder + 22 * hit, shut.elbow - 40 * hit)
    return hands(pose, between_arms(REST, clapping, on), between_arms(REST, clapping, on))


def _nod(m: Moment) -> Pose:
    dip = max(0.0, wave(m.s, 1.7)) * pulse(m.u, 0.1, 0.15)
    return Pose(head_dy=-0.03 * dip, head_tilt=9 * dip, rotation=2 * dip if m.jointed else 8 * dip, bend=7 * dip)


def _shake_head(m: Moment) -> Pose:
    swing = wave(m.s, 2.3) * pulse(m.u, 0.12, 0.2)
    return Pose(
        head_tilt=10 * swing, gaze_x=swing, rotation=-1.5 * swing, bend=0 if m.jointed else 9 * swing,
        expression="sad",
    )  # fmt: skip


def _tilt_head(m: Moment) -> Pose:
    over = overshoot(between(m.u, 0, 0.25), 2) * (1 - ease(between(m.u, 0.8, 1)))
    return Pose(
        head_tilt=17 * over, bend=0 if m.jointed else 10 * over, lean=2 * over, gaze_y=0.5 * over,
        marks=(Mark("❓", 0.3, 0.02, 0.17, 10, pulse(between(m.u, 0.1, 0.95), 0.15, 0.2)),),
    )  # fmt: skip


def _stretch(m: Moment) -> Pose:
    up = pulse(m.u, 0.35, 0.25)
    return Pose(
        near_arm=8 + 165 * up, far_arm=8 + 165 * up, scale_y=1 + 0.12 * up, scale_x=1 - 0.07 * up, blink=up,
        bend=9 * wave(m.s, 0.5) * up, head_tilt=-6 * up, expression="happy",
    )  # fmt: skip


def _yawn(m: Moment) -> Pose:
    wide = pulse(m.u, 0.4, 0.3)
    pose = Pose(
        mouth=wide, blink=clamp(1.6 * wide), head_tilt=-10 * wide, scale_y=1 + 0.06 * wide, scale_x=1 - 0.03 * wide,
        lean=-6 * wide, marks=(Mark("💧", 0.24, -0.25, 0.055, 10, between(wide, 0.6, 1)),),
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.14, 0.63), wide), between_arms(REST, Arm(130, 50), wide))


def _sneeze(m: Moment) -> Pose:
    breath = ease(between(m.u, 0, 0.5)) * (1 - ease(between(m.u, 0.5, 0.58)))
    burst = rush(between(m.u, 0.5, 0.58)) * (1 - ease(between(m.u, 0.7, 1)))
    pose = Pose(
        lean=-8 * breath + 20 * burst,
        bend=-8 * breath + 22 * burst,
        scale_y=1 + 0.07 * breath - 0.12 * burst,
        blink=max(breath, burst),
        mouth=max(0.4 * breath, burst),
        voice=burst,
        head_tilt=-12 * breath + 14 * burst,
        near_knee=30 * burst,
        near_leg=15 * burst,
        far_knee=30 * burst,
        far_leg=15 * burst,
        marks=(
            Mark("💨", 0.42 + 0.14 * between(m.u, 0.55, 1), -0.3, 0.16, 180, pulse(between(m.u, 0.54, 0.95), 0.1, 0.5)),
        ),
    )
    return hands(pose, between_arms(REST, reach(0.17, 0.62), max(burst, 0.5 * breath)))


def _shiver(m: Moment) -> Pose:
    on = pulse(m.u, 0.1, 0.15)
    pose = Pose(
        dx=0.008 * wave(m.s, 12) * on, scale_y=1 - 0.04 * on, near_leg=14 * on, near_knee=30 * on, far_leg=14 * on,
        far_knee=30 * on, expression="scared", head_tilt=2 * wave(m.s, 9),
        marks=(Mark("💦", -0.27, -0.02, 0.12, -20, on),),
    )  # fmt: skip
    rub = 0.02 * wave(m.s, 5)
    return hands(
        pose, between_arms(REST, reach(-0.05, 0.42 + rub), on), between_arms(REST, reach(-0.05, 0.39 - rub), on)
    )


def _laugh(m: Moment) -> Pose:
    on = pulse(m.u, 0.1, 0.2)
    ha = abs(wave(m.s, 2.4))
    pose = Pose(
        scale_y=1 + on * 0.06 * (ha - 0.4), scale_x=1 - on * 0.035 * (ha - 0.4), dy=0.022 * ha * on, lean=-6 * on,
        head_tilt=-8 * on + 4 * wave(m.s, 2.4), mouth=on * (0.6 + 0.4 * ha), voice=on * ha,
        expression="happy", blush=0.8 * on, bend=-6 * on * ha,
    )  # fmt: skip
    belly = reach(0.06, 0.33 + 0.015 * ha)
    return hands(pose, between_arms(REST, belly, on), between_arms(REST, reach(0.07, 0.36), on))


def _cry(m: Moment) -> Pose:
    on = pulse(m.u, 0.12, 0.12)
    sob = wave(m.s, 1.9)
    tears = tuple(
        Mark("💧", side * (0.2 + 0.16 * v), -0.22 + 0.14 * v - 0.5 * v * v, 0.095, -30 * side, on * pulse(v, 0.1, 0.3))
        for side, part in ((1.0, 0.0), (-1.0, 0.25), (1.0, 0.5), (-1.0, 0.75))
        for v in [(m.s * 1.2 + part) % 1]
    )
    pose = Pose(
        scale_y=1 - 0.03 * on + 0.02 * sob, head_tilt=4 * sob, bend=10 * on + 3 * sob,
        mouth=on * (0.35 + 0.25 * abs(sob)), expression="sad", blink=on, marks=tears,
    )  # fmt: skip
    rub = 0.012 * sob
    return hands(
        pose, between_arms(REST, reach(0.145 + rub, 0.735), on), between_arms(REST, reach(0.135 - rub, 0.735), on)
    )


def _smile(m: Moment) -> Pose:
    on = pulse(m.u, 0.2, 0.2)
    return Pose(
        expression="happy", blush=on, head_tilt=6 * on * wave(m.s, 0.5), scale_y=1 + 0.02 * on,
        bend=3 * wave(m.s, 0.5),
    )  # fmt: skip


def _get_angry(m: Moment) -> Pose:
    on = pulse(m.u, 0.15, 0.15)
    stamp = max(0.0, wave(m.s, 2.2))
    pose = Pose(
        expression="angry", tint="#e2452f", tint_amount=0.16 * on, near_leg=40 * stamp * on, near_knee=60 * stamp * on,
        dy=0.0 if m.jointed else 0.03 * stamp * on, rotation=2.5 * wave(m.s, 2.2) * on, lean=7 * on, turn=0.5 * on,
        dx=0.004 * wave(m.s, 13) * on, marks=(Mark("💢", 0.24, -0.05 + 0.015 * wave(m.s, 3), 0.18, 0, on),),
        stride=0.8 * on, step=(m.s * 2.2) % 1,
    )  # fmt: skip
    akimbo = reach(*HIPS)
    return hands(pose, between_arms(REST, akimbo, on), between_arms(REST, akimbo, on))


def _be_startled(m: Moment) -> Pose:
    air = between(m.s, 0.08, 0.5)
    height = 4 * air * (1 - air)
    dread = 1 - ease(between(m.u, 0.75, 1))
    thrown = dread * settle(m.s / 0.2)
    return Pose(
        dy=0.2 * height,
        scale_y=1 - 0.12 * pulse(m.s / 0.1, 0.8, 0.2) + 0.13 * height + 0.08 * spring(m.s - 0.5, 3),
        scale_x=1 - 0.05 * height,
        near_arm=8 + 84 * thrown,
        far_arm=8 + 84 * thrown,
        near_elbow=10 + 62 * thrown,
        far_elbow=10 + 62 * thrown,
        near_leg=26 * height + 10 * dread,
        near_knee=20 * height,
        far_leg=-26 * height,
        far_knee=20 * height,
        lean=-9 * dread * settle(m.s / 0.25),
        expression="surprised",
        dx=0.004 * wave(m.s, 12) * dread,
        shadow=1 - 0.4 * height,
        marks=(
            Mark("❗", 0.26, 0.05, 0.22 * overshoot(m.s / 0.25), 8, dread),
            Mark("❗", 0.37, 0.0, 0.16 * overshoot(m.s / 0.3), 18, dread),
        ),
    )


def _think(m: Moment) -> Pose:
    on = pulse(m.u, 0.15, 0.15)
    idea = pulse(between(m.u, 0.66, 1.0), 0.15, 0.2)
    pose = Pose(
        head_tilt=9 * on + 2 * wave(m.s, 0.5), gaze_x=0.5 * on, gaze_y=0.8 * on, lean=-3 * on,
        turn=0.4 * on, bend=5 * on,
        marks=(Mark("💭", 0.36, 0.06, 0.22, 0, on * (1 - idea)), Mark("💡", 0.3, 0.1, 0.22 * overshoot(idea), 0, idea)),
    )  # fmt: skip
    finger = between_arms(reach(0.09, 0.6), Arm(130, 30), overshoot(idea))
    return hands(pose, between_arms(REST, finger, on), between_arms(REST, reach(-0.02, 0.36), on))


def _look(m: Moment) -> Pose:
    on = pulse(m.u, 0.2, 0.2)
    up = {"up": 1.0, "down": -1.0}.get(m.act.direction or "", 0.0)
    pose = Pose(
        gaze_x=on * (1 - abs(up)), gaze_y=on * up, lean=6 * on * (1 - abs(up)), head_tilt=on * (5 - 9 * up),
        bend=-8 * up * on, turn=on * (0.9 - 0.6 * abs(up)),
    )  # fmt: skip
    if up > 0 and m.act.target is None:  # a hand above the eyes against the light
        return hands(pose, between_arms(REST, reach(0.17, 0.76), on))
    return pose


def _listen(m: Moment) -> Pose:
    on = pulse(m.u, 0.15, 0.15)
    pose = Pose(
        lean=8 * on, head_tilt=10 * on + 2 * wave(m.s, 0.8), gaze_x=0.6 * on, turn=0.5 * on,
        head_dy=-0.008 * max(0, wave(m.s, 0.8)),
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.21, 0.7), on))


def _celebrate(m: Moment) -> Pose:
    on = pulse(m.u, 0.1, 0.15)
    wide, tall = stretch(m.s, 1.7, 0.1)
    hop = hops(m.s, 1.7)
    return Pose(
        dy=0.17 * hop * on,
        scale_x=1 + (wide - 1) * on,
        scale_y=1 + (tall - 1) * on,
        near_arm=8 + on * (125 + 18 * wave(m.s, 3.4)),
        far_arm=8 + on * (125 - 18 * wave(m.s, 3.4)),
        near_elbow=10 + 24 * on * hop,
        far_elbow=10 + 24 * on * hop,
        near_leg=42 * hop * on,
        near_knee=70 * hop * on,
        far_leg=-12 * hop * on,
        far_knee=50 * hop * on,
        rotation=6 * wave(m.s, 0.85),
        expression="happy",
        mouth=0.7 * on,
        blush=on,
        marks=(
            *_rising("✨", m.s, 0.15, 0.42),
            Mark("🎉", 0.42, -0.1, 0.2 * overshoot(m.s / 0.3), 6 * wave(m.s, 1.7), on),
        ),
        shadow=1 - 0.3 * hop,
        flap=on,
        step=(m.s * 3.4) % 1,
    )


def _speak(m: Moment) -> Pose:
    on = pulse(m.s / max(m.seconds, 0.01), 0.1, 0.12)
    hand = 0.5 + 0.5 * wave(m.s, 0.55, 0.1 * (m.seed % 5))
    other = 0.5 + 0.5 * wave(m.s, 0.37, 0.17 * (m.seed % 7))
    pose = Pose(lean=3 * on, head_tilt=4 * wave(m.s, 0.6), turn=0.5 * on)
    return hands(
        pose, between_arms(REST, reach(0.2, 0.4 + 0.11 * hand), on), between_arms(REST, Arm(14, 24 + 40 * other), on)
    )


def _shout(m: Moment) -> Pose:
    on = pulse(m.u, 0.1, 0.2)
    burst = abs(wave(m.s, 1.6))
    pose = Pose(
        lean=13 * on, scale_y=1 + on * (0.04 + 0.05 * burst), scale_x=1 + 0.03 * on * burst, turn=0.4 * on,
        head_tilt=-7 * on, dx=0.004 * wave(m.s, 14) * on, mouth=0.55 * on,
        voice=0.7 * on,
        marks=(Mark("❗", 0.42, -0.08, 0.17, 24, on * burst),),
    )  # fmt: skip
    cupped = reach(0.165, 0.65)
    return hands(pose, between_arms(REST, cupped, on), between_arms(REST, cupped, on))


def _whisper(m: Moment) -> Pose:
    on = pulse(m.u, 0.15, 0.15)
    pose = Pose(
        lean=12 * on, scale_y=1 - 0.04 * on, head_tilt=8 * on, bend=8 * on, turn=0.8 * on, gaze_x=wave(m.s, 0.3),
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.17, 0.66), on))


def _sing(m: Moment) -> Pose:
    on = pulse(m.u, 0.1, 0.12)
    sway = wave(m.s, 0.6)
    pose = Pose(
        lean=6 * sway * on, bend=9 * sway * on, head_tilt=-5 * on + 6 * sway, mouth=0.28 * on * (1 + wave(m.s, 1.3)),
        voice=0.28 * on * (1 + wave(m.s, 1.3)), prop_to_mouth=on,
        scale_y=1 + 0.025 * on * wave(m.s, 1.2), expression="happy", marks=_notes(m.s), dx=0.02 * sway,
    )  # fmt: skip
    near = reach(0.12, 0.56) if m.holds else reach(0.1, 0.44)
    return hands(pose, between_arms(REST, near, on), between_arms(REST, Arm(64 - 22 * sway, 30 + 10 * sway), on))


MOVES: dict[Action, Move] = {
    "dance": _dance, "spin": _spin, "bow": _bow, "wave": _wave, "clap": _clap, "nod": _nod, "shake_head": _shake_head,
    "tilt_head": _tilt_head, "stretch": _stretch, "yawn": _yawn, "sneeze": _sneeze, "shiver": _shiver, "laugh": _laugh,
    "cry": _cry, "smile": _smile, "get_angry": _get_angry, "be_startled": _be_startled, "think": _think, "look": _look,
    "listen": _listen, "celebrate": _celebrate, "speak": _speak, "shout": _shout, "whisper": _whisper, "sing": _sing,
}  # fmt: skip
