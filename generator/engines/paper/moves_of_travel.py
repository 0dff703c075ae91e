"""Being somewhere and getting about. Where the puppet goes is blocking's; these are the gaits."""

from dataclasses import replace

from generator.engines.paper.easing import between, clamp, ease, hops, overshoot, pulse, rush, settle, spring, wave
from generator.engines.paper.moment import Moment, Move
from generator.engines.paper.pose import Mark, Pose
from generator.vocabulary import Action


def _stand(m: Moment) -> Pose:
    return Pose()


def _sit(m: Moment) -> Pose:
    down = overshoot(m.s / 0.5, 1.2)
    if not m.jointed:
        return Pose(rotation=-9 * down, scale_y=1 - 0.1 * down, scale_x=1 + 0.06 * down, pivot=0.1)
    return Pose(dy=-0.13 * m.size * down, near_leg=78 * down, far_leg=64 * down, near_arm=8 + 14 * down, lean=-4 * down)


def _lie(m: Moment) -> Pose:
    down = settle(m.s / 0.6)
    if not m.jointed:
        return Pose(scale_y=1 - 0.3 * down, scale_x=1 + 0.12 * down, lean=-6 * down)
    return Pose(rotation=-84 * down, dy=0.13 * m.size * down, dx=0.35 * m.size * down, near_arm=20, far_arm=20)


def _sleep(m: Moment) -> Pose:
    breath = wave(m.s, 0.28)
    lying = _lie(m)
    letters = tuple(
        Mark("💤", 0.1 + 0.16 * v, 0.02 + 0.3 * v, 0.1 + 0.1 * v, 12 * wave(m.s, 0.4, part), pulse(v, 0.2, 0.35))
        for part in (0.0, 0.5)
        for v in [(m.s / 2.4 + part) % 1]
    )
    return Pose(
        rotation=lying.rotation, dx=lying.dx, dy=lying.dy, lean=lying.lean,
        scale_x=lying.scale_x * (1 - 0.012 * breath), scale_y=lying.scale_y * (1 + 0.025 * breath),
        near_arm=lying.near_arm, far_arm=lying.far_arm, blink=1, expression="sleepy", marks=letters,
    )  # fmt: skip


def _wake(m: Moment) -> Pose:
    up = ease(between(m.u, 0.15, 0.5))
    reach = pulse(between(m.u, 0.4, 1), 0.35, 0.35)
    if m.jointed:
        lying = Pose(rotation=-84 * (1 - up), dy=0.13 * m.size * (1 - up), dx=0.35 * m.size * (1 - up))
    else:
        lying = Pose(scale_y=0.7 + 0.3 * up, scale_x=1.12 - 0.12 * up)
    return Pose(
        rotation=lying.rotation, dx=lying.dx, dy=lying.dy, scale_x=lying.scale_x * (1 - 0.05 * reach),
        scale_y=lying.scale_y * (1 + 0.1 * reach), near_arm=8 + 150 * reach, far_arm=8 + 140 * reach,
        blink=1 - ease(between(m.u, 0.3, 0.5)), head_tilt=-6 * reach, mouth=0.5 * reach,
    )  # fmt: skip


def _float(m: Moment) -> Pose:
    up = ease(m.s / 0.8)
    return Pose(
        dy=m.size * up * (0.16 + 0.05 * wave(m.s, 0.45)), rotation=5 * up * wave(m.s, 0.3), near_arm=8 + 42 * up,
        far_arm=8 + 38 * up, near_leg=10 * wave(m.s, 0.4), far_leg=-8 * up, pivot=0.5, shadow=1 - 0.5 * up,
    )  # fmt: skip


def _hide(m: Moment) -> Pose:
    low = overshoot(m.s / 0.35, 1.2)
    tremble = 0.004 * wave(m.s, 11)
    return Pose(
        scale_y=1 - 0.36 * low, scale_x=1 + 0.1 * low, dx=tremble, near_arm=8 + 140 * low, far_arm=8 + 140 * low,
        expression="scared", gaze_x=wave(m.s, 0.5),
    )  # fmt: skip


def _appear(m: Moment) -> Pose:
    grown = overshoot(m.s / 0.5, 2.2)
    sparkle = pulse(m.s / 1.0, 0.2, 0.5)
    return Pose(
        scale_x=max(0.02, grown), scale_y=max(0.02, grown), opacity=clamp(m.s / 0.12), rotation=10 * spring(m.s, 2),
        marks=(Mark("✨", 0.3, -0.05, 0.2, 0, sparkle), Mark("✨", -0.34, -0.3, 0.14, 20, sparkle)),
        near_arm=8 + 90 * sparkle, far_arm=8 + 90 * sparkle,
    )  # fmt: skip


def _vanish(m: Moment) -> Pose:
    start = max(0.0, m.seconds - 0.6)
    gone = between(m.s, start, start + 0.5)
    swell = 1 + 0.12 * pulse(gone, 0.3, 0.7)
    left = swell * (1 - rush(gone))
    puff = pulse(gone, 0.35, 0.3)
    return Pose(
        scale_x=max(0.02, left), scale_y=max(0.02, left), rotation=200 * rush(gone), pivot=0.5,
        opacity=1 - ease(between(gone, 0.75, 1)), marks=(Mark("✨", 0.1, -0.3, 0.26, 30 * gone, puff),),
    )  # fmt: skip


def _gait(m: Moment, steps: float, stride: float, bounce: float, lean: float = 0.0) -> Pose:
    """Legs that pass each other `steps` times a second and what the rest of the body makes of it."""
    swing = wave(m.s, steps / 2)
    lift = abs(wave(m.s, steps / 2, 0.25))
    low = 1 - lift
    rock = 0.0 if m.jointed else 4.2 * bounce / 0.03
    return Pose(
        dy=bounce * m.size * lift, rotation=rock * swing * 0.5, lean=lean, scale_y=1 - 0.03 * low,
        scale_x=1 + 0.02 * low, near_leg=stride * swing, far_leg=-stride * swing,
        near_arm=14 - 0.75 * stride * swing, far_arm=14 - 0.75 * stride * swing,
        head_tilt=2.5 * wave(m.s, steps / 2, -0.1),
    )  # fmt: skip


def _walk(m: Moment) -> Pose:
    return _gait(m, 3.4, 27, 0.03)


def _run(m: Moment) -> Pose:
    pose = _gait(m, 5.6, 48, 0.06, lean=11)
    dust = tuple(
        Mark("💨", -0.28 - 0.16 * v, -0.82, 0.1 + 0.07 * v, 0, pulse(v, 0.25, 0.5))
        for part in (0.0, 0.5)
        for v in [(m.s * 1.8 + part) % 1]
    )
    return replace(pose, marks=dust)


def _flee(m: Moment) -> Pose:
    drops = tuple(
        Mark("💧", -0.2 - 0.2 * v, 0.02 + 0.1 * v - 0.25 * v * v, 0.075, -40, pulse(v, 0.15, 0.4))
        for part in (0.0, 0.5)
        for v in [(m.s * 1.6 + part) % 1]
    )
    flail = 130 + 35 * wave(m.s, 3.4)
    return replace(_run(m), near_arm=flail, far_arm=290 - flail, expression="scared", marks=drops)


def _chase(m: Moment) -> Pose:
    return replace(
        _run(m), near_arm=92 + 10 * wave(m.s, 2.8), far_arm=60 + 12 * wave(m.s, 2.8, 0.5), expression="angry",
    )  # fmt: skip


def _sneak(m: Moment) -> Pose:
    step = wave(m.s, 0.8)
    lift = abs(wave(m.s, 0.8, 0.25))
    return Pose(
        dy=0.025 * m.size * lift, lean=9, scale_y=0.9 + 0.05 * lift, rotation=3 * step, near_leg=34 * step,
        far_leg=-34 * step, near_arm=62 + 10 * step, far_arm=46 - 10 * step, gaze_x=wave(m.s, 0.35), head_tilt=4 * step,
    )  # fmt: skip


def _peek(m: Moment) -> Pose:
    out = pulse(m.u, 0.25, 0.25)
    return Pose(
        lean=17 * out, head_tilt=12 * out, rotation=5 * out, gaze_x=out, near_arm=8 + 30 * out, dx=0.05 * m.size * out,
        scale_y=1 + 0.03 * out,
    )  # fmt: skip


def _jump(m: Moment) -> Pose:
    count = max(1, round(m.seconds / 0.95))
    v = (m.u * count) % 1 if m.u < 1 else 1.0
    crouch = pulse(between(v, 0, 0.3), 0.6, 0.4)
    air = between(v, 0.24, 0.78)
    landing = pulse(between(v, 0.76, 1), 0.3, 0.6)
    height = 4 * air * (1 - air)
    return Pose(
        dy=0.42 * max(0.45, m.size) * height, scale_y=1 - 0.2 * crouch + 0.1 * height - 0.16 * landing,
        scale_x=1 + 0.14 * crouch - 0.06 * height + 0.12 * landing, near_arm=8 + 150 * height - 20 * crouch,
        far_arm=8 + 145 * height - 20 * crouch, near_leg=24 * height, far_leg=-20 * height, rotation=-4 * height,
        shadow=1 - 0.5 * height,
    )  # fmt: skip


def _climb(m: Moment) -> Pose:
    pull = wave(m.s, 1.1)
    return Pose(
        near_arm=140 + 32 * pull, far_arm=140 - 32 * pull, near_leg=26 * max(0, pull) + 6,
        far_leg=26 * max(0, -pull) + 6, rotation=5 * pull, dy=0.02 * abs(pull), scale_y=1 + 0.03 * wave(m.s, 2.2),
    )  # fmt: skip


def _fly(m: Moment) -> Pose:
    beat = wave(m.s, 2.6)
    away = ease(m.s / 0.5)
    return Pose(
        near_arm=8 + (84 + 30 * beat) * away, far_arm=8 + (84 + 30 * beat) * away,
        scale_y=1 + (0 if m.jointed else 0.07) * beat, scale_x=1 - (0 if m.jointed else 0.04) * beat,
        dy=-0.02 * beat, lean=8 * away, rotation=9 * away, pivot=0.5, near_leg=-22 * away, far_leg=-30 * away,
        shadow=1 - 0.8 * away,
    )  # fmt: skip


def _swim(m: Moment) -> Pose:
    stroke = wave(m.s, 1.0)
    down = ease(m.s / 0.5)
    if not m.jointed:
        return Pose(rotation=5 * wave(m.s, 1.2), lean=7 * wave(m.s, 1.2, 0.2), bend=9 * wave(m.s, 1.2, 0.1), pivot=0.5)
    return Pose(
        rotation=68 * down, pivot=0.5, near_arm=8 + (110 + 62 * stroke) * down, far_arm=8 + (110 - 62 * stroke) * down,
        near_leg=18 * wave(m.s, 2.4), far_leg=-18 * wave(m.s, 2.4), head_tilt=-48 * down, dy=0.02 * wave(m.s, 1.0, 0.3),
    )  # fmt: skip


def _surf(m: Moment) -> Pose:
    sway = wave(m.s, 0.42)
    return Pose(
        rotation=-7 + 8 * sway, lean=-6 * sway, near_arm=82 + 14 * wave(m.s, 0.6), far_arm=96 - 14 * wave(m.s, 0.6),
        dy=0.06 + 0.025 * wave(m.s, 0.84), near_leg=20, far_leg=-16, scale_y=0.95 + 0.03 * wave(m.s, 0.84, 0.2),
        mount="board", head_tilt=4 * sway, shadow=0.4,
    )  # fmt: skip


def _ride(m: Moment) -> Pose:
    trot = hops(m.s, 2.4)
    return Pose(
        dy=0.012 * trot, rotation=2 * wave(m.s, 1.2), near_arm=62, far_arm=50, near_leg=40 + 8 * wave(m.s, 1.2),
        far_leg=30, mount=m.act.prop_figure or ("🚲" if m.alive else None), lean=3,
    )  # fmt: skip


def _drive(m: Moment) -> Pose:
    shake = wave(m.s, 7)
    if not m.alive:
        return Pose(dy=0.006 * abs(shake), rotation=0.7 * wave(m.s, 2.3), scale_y=1 + 0.008 * shake)
    return Pose(
        dy=0.006 * abs(shake), near_arm=64, far_arm=50, mount=m.act.prop_figure or "🚗", near_leg=60, far_leg=50
    )


def _slide(m: Moment) -> Pose:
    go = ease(m.s / 0.3)
    return Pose(rotation=-13 * go, near_leg=34 * go, far_leg=18 * go, near_arm=8 + 80 * go, far_arm=8 + 95 * go)


def _roll(m: Moment) -> Pose:
    turns = max(1, round(m.seconds * 0.9))
    return Pose(rotation=360 * turns * ease(m.u), pivot=0.5, near_arm=60, far_arm=60, scale_y=0.94, near_leg=30)


def _fall(m: Moment) -> Pose:
    if m.act.direction is None:  # over, on the spot; with a direction it is through the air
        lost = rush(between(m.u, 0.12, 0.55))
        bounce = abs(spring(m.s - 0.55 * m.seconds, 2.4, 5)) if m.u > 0.55 else 0.0
        windmill = (1 - lost) * 40 * wave(m.s, 3)
        return Pose(
            rotation=-6 * pulse(between(m.u, 0, 0.2), 0.5, 0.5) + 84 * lost - 10 * bounce, dy=0.1 * m.size * lost,
            near_arm=100 + windmill, far_arm=100 - windmill, expression="surprised", near_leg=12 * lost,
            marks=_stars(m.s - 0.6 * m.seconds),
        )  # fmt: skip
    return Pose(
        rotation=18 * wave(m.s, 0.8), pivot=0.5, near_arm=140 + 25 * wave(m.s, 3.2), far_arm=140 - 25 * wave(m.s, 3.2),
        near_leg=24 * wave(m.s, 2.6), far_leg=-24 * wave(m.s, 2.6), expression="scared", scale_y=1.05, scale_x=0.97,
    )  # fmt: skip


def _stars(s: float) -> tuple[Mark, ...]:
    if not 0 < s < 1.6:
        return ()
    return tuple(
        Mark("⭐", 0.24 * wave(s, 0.8, part), 0.1 + 0.05 * wave(s, 0.8, part + 0.25), 0.1, 0, pulse(s / 1.6, 0.1, 0.3))
        for part in (0.0, 1 / 3, 2 / 3)
    )


def _trip(m: Moment) -> Pose:
    lunge = pulse(between(m.u, 0.1, 0.75), 0.2, 0.5)
    flail = 30 * wave(m.s, 4) * lunge
    return Pose(
        rotation=32 * lunge, near_arm=8 + 105 * lunge + flail, far_arm=8 + 105 * lunge - flail, far_leg=-48 * lunge,
        near_leg=22 * lunge, dy=0.03 * lunge, expression="surprised" if 0.08 < m.u < 0.7 else "neutral",
        marks=(Mark("❗", 0.28, -0.04, 0.17, 8, pulse(between(m.u, 0.1, 0.7), 0.15, 0.3)),),
    )  # fmt: skip


MOVES: dict[Action, Move] = {
    "stand": _stand, "sit": _sit, "lie": _lie, "sleep": _sleep, "wake": _wake, "float": _float, "hide": _hide,
    "appear": _appear, "vanish": _vanish, "walk": _walk, "run": _run, "jump": _jump, "climb": _climb, "fly": _fly,
    "swim": _swim, "surf": _surf, "ride": _ride, "drive": _drive, "slide": _slide, "roll": _roll, "fall": _fall,
    "trip": _trip, "enter": _walk, "leave": _walk, "approach": _walk, "flee": _flee, "chase": _chase, "sneak": _sneak,
    "peek": _peek,
}  # fmt: skip
