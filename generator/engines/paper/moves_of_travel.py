"""Being somewhere and getting about. Where the puppet goes is blocking's; these are the gaits."""

from dataclasses import replace

from generator.engines.paper.easing import between, clamp, ease, hops, overshoot, pulse, rush, settle, spring, wave
from generator.engines.paper.moment import Moment, Move
from generator.engines.paper.mounts import BOARDS
from generator.engines.paper.pose import Mark, Pose
from generator.engines.paper.reach import EYES, REST, between_arms, hands, reach
from generator.vocabulary import Action


def _stand(m: Moment) -> Pose:
    return Pose()


def _sit(m: Moment) -> Pose:
    down = overshoot(m.s / 0.5, 1.2)
    if not m.jointed:
        return Pose(rotation=-9 * down, scale_y=1 - 0.1 * down, scale_x=1 + 0.06 * down, pivot=0.1)
    legs = clamp(down, 0, 1.04)
    pose = Pose(near_leg=86 * legs, far_leg=76 * legs, near_knee=6 * legs, far_knee=-4 * legs, lean=-4 * down)
    return hands(pose, between_arms(REST, reach(0.17, 0.26), down), between_arms(REST, reach(0.15, 0.26), down))


def _lie(m: Moment) -> Pose:
    down = settle(m.s / 0.6)
    if not m.jointed:
        return Pose(scale_y=1 - 0.3 * down, scale_x=1 + 0.12 * down, lean=-6 * down)
    pose = Pose(
        rotation=-84 * down, dy=0.13 * m.size * down, dx=0.35 * m.size * down, far_leg=22 * down, far_knee=44 * down,
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.06, 0.36), down))


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
        near_arm=lying.near_arm, far_arm=lying.far_arm, near_elbow=lying.near_elbow, far_leg=lying.far_leg,
        far_knee=lying.far_knee, blink=1, expression="sleepy", marks=letters,
    )  # fmt: skip


def _wake(m: Moment) -> Pose:
    up = ease(between(m.u, 0.15, 0.5))
    stretched = pulse(between(m.u, 0.4, 1), 0.35, 0.35)
    if m.jointed:
        lying = Pose(rotation=-84 * (1 - up), dy=0.13 * m.size * (1 - up), dx=0.35 * m.size * (1 - up))
    else:
        lying = Pose(scale_y=0.7 + 0.3 * up, scale_x=1.12 - 0.12 * up)
    return Pose(
        rotation=lying.rotation, dx=lying.dx, dy=lying.dy, scale_x=lying.scale_x * (1 - 0.05 * stretched),
        scale_y=lying.scale_y * (1 + 0.1 * stretched), near_arm=8 + 150 * stretched, far_arm=8 + 120 * stretched,
        far_elbow=10 + 60 * stretched, blink=1 - ease(between(m.u, 0.3, 0.5)), head_tilt=-6 * stretched,
        mouth=0.5 * stretched,
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
    if not m.jointed:
        return Pose(scale_y=1 - 0.36 * low, scale_x=1 + 0.1 * low, dx=tremble, expression="scared")
    fold = clamp(low)
    peeping = pulse((m.s % 2.6) / 2.6, 0.2, 0.55)
    pose = Pose(
        near_leg=82 * fold, near_knee=118 * fold, far_leg=70 * fold, far_knee=112 * fold, scale_y=1 - 0.06 * low,
        bend=14 * fold, dx=tremble, expression="scared", gaze_x=wave(m.s, 0.5),
    )  # fmt: skip
    return hands(
        pose, between_arms(REST, reach(0.1 + 0.08 * peeping, 0.77 - 0.12 * peeping), low),
        between_arms(REST, reach(*EYES), low),
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
    swing, passing = wave(m.s, steps / 2), wave(m.s, steps / 2, 0.25)
    lift = abs(passing)
    low = 1 - lift
    if not m.jointed and m.gait == "hops":
        hop = hops(m.s, 0.7 * steps)
        return Pose(
            dy=max(0.04, 2.2 * bounce) * max(0.5, m.size) * hop, lean=lean, rotation=5 - 10 * hop,
            scale_y=0.93 + 0.11 * hop, scale_x=1.06 - 0.08 * hop, shadow=1 - 0.3 * hop,
        )  # fmt: skip
    if not m.jointed and m.gait == "winds":
        return Pose(scale_x=1 + 0.07 * swing, scale_y=1 - 0.05 * swing, flap=1.0, step=(m.s * steps / 3) % 1)
    if not m.jointed:
        rock = 4.2 * bounce / 0.03
        return Pose(
            dy=bounce * m.size * lift, rotation=rock * swing * 0.35, lean=lean, scale_y=1 - 0.03 * low,
            scale_x=1 + 0.02 * low, stride=stride / 27, step=(m.s * steps / 2) % 1,
        )  # fmt: skip
    fold = 1.5 * stride
    hasty = clamp((stride - 27) / 21)
    return Pose(
        dy=(0.2 + 0.5 * hasty) * bounce * m.size * lift, lean=lean, scale_y=1 - 0.03 * low, scale_x=1 + 0.02 * low,
        near_leg=stride * swing + 0.3 * fold * max(0.0, passing), near_knee=4 + fold * max(0.0, passing),
        far_leg=-stride * swing + 0.3 * fold * max(0.0, -passing), far_knee=4 + fold * max(0.0, -passing),
        near_arm=12 - 1.05 * stride * swing, near_elbow=16 + 62 * hasty,
        far_arm=12 - 1.05 * stride * swing, far_elbow=-14 - 60 * hasty, turn=0.5,
        head_tilt=2.5 * wave(m.s, steps / 2, -0.1), rotation=1.2 * swing,
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
    return replace(
        _run(m), near_arm=flail, near_elbow=20, far_arm=290 - flail, far_elbow=20, expression="scared", marks=drops
    )


def _chase(m: Moment) -> Pose:
    grasp = 0.03 * wave(m.s, 2.8)
    return hands(replace(_run(m), expression="angry"), reach(0.34, 0.55 + grasp), reach(-0.2, 0.5 - grasp))


def _sneak(m: Moment) -> Pose:
    step, passing = wave(m.s, 0.8), wave(m.s, 0.8, 0.25)
    lift = abs(passing)
    if not m.jointed:
        return Pose(
            dy=0.02 * m.size * lift, lean=9, scale_y=0.88 + 0.05 * lift, rotation=3 * step, stride=1.2,
            step=(m.s * 0.8) % 1,
        )  # fmt: skip
    pose = Pose(
        lean=13, rotation=2 * step, near_leg=26 + 30 * step + 30 * max(0.0, passing),
        near_knee=36 + 44 * max(0.0, passing), far_leg=26 - 30 * step + 30 * max(0.0, -passing),
        far_knee=36 + 44 * max(0.0, -passing), gaze_x=wave(m.s, 0.35), turn=wave(m.s, 0.35), head_tilt=4 * step,
    )  # fmt: skip
    return hands(pose, reach(0.24, 0.52 + 0.03 * step), reach(-0.12, 0.5 - 0.03 * step))


def _peek(m: Moment) -> Pose:
    out = pulse(m.u, 0.25, 0.25)
    pose = Pose(
        lean=19 * out, head_tilt=12 * out, rotation=3 * out, gaze_x=out, turn=out, dx=0.05 * m.size * out,
        scale_y=1 + 0.03 * out,
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.16, 0.8), out))


def _jump(m: Moment) -> Pose:
    count = max(1, round(m.seconds / 0.95))
    v = (m.u * count) % 1 if m.u < 1 else 1.0
    crouch = pulse(between(v, 0, 0.3), 0.6, 0.4)
    air = between(v, 0.24, 0.78)
    landing = pulse(between(v, 0.76, 1), 0.3, 0.6)
    height = 4 * air * (1 - air)
    low = max(crouch, landing)
    tuck = height * (1 if m.jointed else 0)
    return Pose(
        dy=0.42 * max(0.45, m.size) * height, scale_y=1 - (0.08 if m.jointed else 0.2) * low + 0.09 * height,
        scale_x=1 + (0.05 if m.jointed else 0.13) * low - 0.05 * height,
        near_arm=8 + 150 * height - 50 * crouch + 40 * landing, far_arm=8 + 145 * height + 50 * crouch + 40 * landing,
        near_elbow=10 + 20 * height, far_elbow=10 + 20 * height - 30 * crouch,
        near_leg=52 * low + 44 * tuck, near_knee=104 * low + 70 * tuck, far_leg=46 * low - 6 * tuck,
        far_knee=98 * low + 34 * tuck, lean=12 * crouch, rotation=-4 * height, shadow=1 - 0.5 * height,
        stride=1.4 * height, step=0.25,
    )  # fmt: skip


def _climb(m: Moment) -> Pose:
    pull = wave(m.s, 1.1)
    up, down = max(0.0, pull), max(0.0, -pull)
    pose = Pose(
        near_leg=14 + 56 * up, near_knee=20 + 70 * up, far_leg=14 + 56 * down, far_knee=20 + 70 * down,
        rotation=4 * pull, dy=0.02 * abs(pull), scale_y=1 + 0.03 * wave(m.s, 2.2), gaze_y=0.8,
        stride=1, step=(m.s * 1.1) % 1,
    )  # fmt: skip
    return hands(pose, reach(0.16, 0.6 + 0.14 * pull), reach(0.16, 0.6 - 0.14 * pull))


def _fly(m: Moment) -> Pose:
    beat = wave(m.s, 2.6)
    away = ease(m.s / 0.5)
    whole = 0.0 if m.jointed else 1.0
    return Pose(
        near_arm=8 + (84 + 30 * beat) * away, far_arm=8 + (84 + 30 * beat) * away,
        scale_y=1 + 0.07 * whole * beat, scale_x=1 - 0.04 * whole * beat,
        dy=-0.02 * beat, lean=8 * away, rotation=9 * away, pivot=0.5, near_leg=-22 * away, far_leg=-30 * away,
        near_knee=16 * away, far_knee=26 * away, shadow=1 - 0.8 * away, flap=away, step=(m.s * 2.6) % 1,
    )  # fmt: skip


def _swim(m: Moment) -> Pose:
    stroke = wave(m.s, 1.0)
    down = ease(m.s / 0.5)
    if not m.jointed:
        return Pose(
            rotation=4 * wave(m.s, 1.2), bend=4 * wave(m.s, 1.2, 0.1), pivot=0.5, flap=0.8, stride=1.1,
            step=(m.s * 1.4) % 1,
        )  # fmt: skip
    return Pose(
        rotation=68 * down, pivot=0.5, near_arm=8 + (110 + 62 * stroke) * down, far_arm=8 + (110 - 62 * stroke) * down,
        near_elbow=10 + 30 * max(0.0, -stroke), far_elbow=10 + 30 * max(0.0, stroke),
        near_leg=18 * wave(m.s, 2.4), far_leg=-18 * wave(m.s, 2.4), near_knee=20 + 18 * wave(m.s, 2.4, 0.2),
        far_knee=20 - 18 * wave(m.s, 2.4, 0.2), head_tilt=-48 * down, dy=0.02 * wave(m.s, 1.0, 0.3), turn=0.5,
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
    pedal = wave(m.s, 1.2)
    pose = Pose(
        dy=0.012 * trot, rotation=2 * pedal, near_leg=52 + 16 * pedal, near_knee=52 + 10 * pedal,
        far_leg=46 - 16 * pedal, far_knee=48 - 10 * pedal,
        mount=m.act.prop_figure or ("🚲" if m.alive else None), lean=5, turn=0.5,
    )  # fmt: skip
    return hands(pose, reach(0.27, 0.36), reach(-0.12, 0.36))


def _drive(m: Moment) -> Pose:
    shake = wave(m.s, 7)
    if not m.alive:
        return Pose(dy=0.006 * abs(shake), rotation=0.7 * wave(m.s, 2.3), scale_y=1 + 0.008 * shake)
    pose = Pose(
        dy=0.006 * abs(shake), mount=m.act.prop_figure or "🚗", near_leg=60, far_leg=50, near_knee=40, far_knee=40,
        turn=0.5,
    )  # fmt: skip
    wheel = 0.02 * wave(m.s, 0.9)
    return hands(pose, reach(0.25, 0.43 + wheel), reach(-0.12, 0.43 - wheel))


def _slide(m: Moment) -> Pose:
    go = ease(m.s / 0.3)
    if m.act.prop_figure in BOARDS:  # with bent knees, arms out, swaying with the way
        sway = wave(m.s, 0.7)
        return Pose(
            rotation=4 + 5 * sway, lean=-5 * sway, near_arm=78 + 16 * sway, far_arm=92 - 16 * sway, near_leg=30,
            near_knee=38, far_leg=-14, far_knee=26, scale_y=0.97, dy=0.008 * hops(m.s, 5.0),
            mount=m.act.prop_figure,
        )  # fmt: skip
    return Pose(
        rotation=-9 * go, near_leg=46 * go, near_knee=14 * go, far_leg=30 * go, far_knee=40 * go,
        near_arm=8 + 80 * go, far_arm=8 + 95 * go, near_elbow=10 + 14 * wave(m.s, 2.4), far_elbow=10 + 14 * go,
    )  # fmt: skip


def _roll(m: Moment) -> Pose:
    turns = max(1, round(m.seconds * 0.9))
    tuck = pulse(m.u, 0.12, 0.1)
    pose = Pose(
        rotation=360 * turns * ease(m.u), pivot=0.42, scale_y=1 - 0.08 * tuck, near_leg=96 * tuck,
        near_knee=110 * tuck, far_leg=88 * tuck, far_knee=110 * tuck, dy=-0.1 * m.size * tuck * m.jointed,
    )  # fmt: skip
    return hands(pose, between_arms(REST, reach(0.14, 0.3), tuck), between_arms(REST, reach(0.1, 0.3), tuck))


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
        rotation=26 * lunge, near_arm=8 + 105 * lunge + flail, far_arm=8 + 105 * lunge - flail, far_leg=-52 * lunge,
        far_knee=30 * lunge, near_leg=34 * lunge, near_knee=20 * lunge, dy=0.03 * lunge,
        expression="surprised" if 0.08 < m.u < 0.7 else "neutral",
        marks=(Mark("❗", 0.28, -0.04, 0.17, 8, pulse(between(m.u, 0.1, 0.7), 0.15, 0.3)),),
    )  # fmt: skip


MOVES: dict[Action, Move] = {
    "stand": _stand, "sit": _sit, "lie": _lie, "sleep": _sleep, "wake": _wake, "float": _float, "hide": _hide,
    "appear": _appear, "vanish": _vanish, "walk": _walk, "run": _run, "jump": _jump, "climb": _climb, "fly": _fly,
    "swim": _swim, "surf": _surf, "ride": _ride, "drive": _drive, "slide": _slide, "roll": _roll, "fall": _fall,
    "trip": _trip, "enter": _walk, "leave": _walk, "approach": _walk, "flee": _flee, "chase": _chase, "sneak": _sneak,
    "peek": _peek,
}  # fmt: skip
