"""The camera: what part of the stage a frame shows, shot by shot and moment by moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sin

import skia

from generator.engines.paper.easing import clamp, ease
from generator.engines.paper.sets.brush import FEET, GROUND, HORIZON, TOP
from generator.storyboard import Shot

_PERSON = {"portrait": 0.40, "square": 0.46, "landscape": 0.5}  # of the frame's height: an adult in a wide shot
_FOLLOWS = 0.7  # of the way that somebody goes the camera goes along in a wide shot
_MEDIUM, _CLOSE = 0.645, 0.385  # of a wide shot's height: 62 % for an adult; head and shoulders
_BESIDE = 0.15  # of the frame's width: how far from the middle is who is seen over a shoulder
_AIR = 0.06  # of the frame's height: above the head of the tallest in a two-shot
_WIDEST, _BIRD = 1.3, 1.12  # times the wide view: as far back as a camera goes for all to be seen; a bird's eye
_TOP_LOOK, _LOW_LOOK = 0.36, 0.16  # of the frame's height above and below its middle: where a near face may be
_LEANS = {"low": (0.0, 0.13), "high": (0.07, 0.0), "overhead": (0.24, 0.0)}  # of the width, to each side: top, foot
_HAIR = 0.14  # of somebody's width: what of a head is beside the face
_SAFE = 0.94  # of the frame's width: where a face may be
ROLLING = 0.03  # of a frame's half width and half height together: what is shown beyond it where the camera rolls
DEPTH_RISE, _DEPTH_SHRINK, _DEPTH_SLOW = 0.3, 0.2, 0.22  # somebody at the back stands higher, smaller, moves less


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody whom a framing holds, in adult heights: x and y of the feet, size, and how far ahead the face is.

    `left` and `right` are how far from `x` the face gets in all of the shot, whatever its owner does; `look` is how
    high above the feet it is, as a rule.
    """

    x: float
    feet: float
    tall: float
    broad: float
    face: float = 0.0
    left: float = 0.0
    right: float = 0.0
    look: float | None = None

    @property
    def eyes(self) -> float:
        """The height of the face on stage."""
        return self.feet + (0.7 * self.tall if self.look is None else self.look)


@dataclass(frozen=True, slots=True)
class View:
    """What a frame shows: centre and height in adult heights; `roll` in degrees."""

    x: float
    y: float
    height: float
    roll: float = 0.0


@dataclass(frozen=True, slots=True)
class Lens:
    """A canvas in pixels and the wide view of the stage on it, from which parallax is reckoned."""

    width: int
    height: int
    wide: float  # adult heights that a wide shot is high

    @property
    def half(self) -> float:
        """Half the width of the wide view: x = 1 of a presence lies here."""
        return self.wide * self.width / self.height / 2

    @property
    def home(self) -> View:
        """The wide view."""
        return View(0.0, self.wide * (0.5 - FEET), self.wide)

    def scale(self, view: View, near: float) -> float:
        """Pixels per adult height on a sheet that is `near` (0 far, 1 where the puppets stand)."""
        return self.height / self.wide * (1 + (self.wide / view.height - 1) * near)

    def centre(self, view: View, near: float) -> tuple[float, float]:
        """The point of a sheet that lies in the middle of the frame."""
        home = self.home
        return view.x * near, home.y + (view.y - home.y) * near

    def matrix(self, view: View, near: float) -> skia.Matrix:
        """From adult heights (y down) on a sheet to pixels."""
        scale = self.scale(view, near)
        x, y = self.centre(view, near)
        matrix = skia.Matrix()
        matrix.setTranslate(self.width / 2, self.height / 2)
        if view.roll:
            matrix.preRotate(view.roll)
        matrix.preScale(scale, scale)
        matrix.preTranslate(-x, y)
        return matrix

    def sees(self, view: View, near: float) -> skia.Rect:
        """The part of a sheet (y down) within the frame, a little generous where the camera rolls."""
        scale = self.scale(view, near)
        x, y = self.centre(view, near)
        w, h = self.width / scale / 2, self.height / scale / 2
        room = ROLLING * (w + h) if view.roll else 0.01
        return skia.Rect.MakeLTRB(x - w - room, -y - h - room, x + w + room, -y + h + room)


def lens_for(width: int, height: int, crowd: int) -> Lens:
    """The lens for a canvas: the more stand on an upright stage, the further back the camera."""
    ratio = width / height
    kind = "portrait" if ratio < 0.8 else "square" if ratio < 1.25 else "landscape"
    back = 1.0 + (max(0, crowd - 2) * 0.14 if kind != "landscape" else max(0, crowd - 4) * 0.08)
    return Lens(width, height, min(back, 1.55) / _PERSON[kind])


def stand(x: float, y: float, depth: float, lens: Lens, tall: float) -> tuple[float, float, float, float]:
    """(x, height of the feet, size, nearness) on stage of somebody at `Presence` coordinates.

    `tall` is the height of the figure, so that y = 1 has its head at the top of the wide view.
    """
    top = lens.wide * (1 - FEET)
    size = 1 - _DEPTH_SHRINK * depth
    lift = max(0.2, top - tall * size - DEPTH_RISE * depth) * y
    return x * lens.half, DEPTH_RISE * depth + lift, size, 1 - _DEPTH_SLOW * depth


def view_at(shot: Shot, t: float, lens: Lens, held: Sequence[Held], seed: int) -> View:
    """The view of `shot` at film time `t`.

    `held` are those that the framing holds, the focus first, who stays in the frame however the camera moves.
    """
    u = clamp((t - shot.start) / shot.seconds) if shot.seconds > 0 else 0.0
    base, least = _framed(shot, lens, held)
    x, y, high, roll = base.x, base.y, base.height, 0.0
    if shot.angle == "low":
        y += 0.08 * high
        roll = -1.5
    elif shot.angle == "high":
        y, high = y - 0.07 * high, high * 1.14
    x, y, high = _moved(shot, u, x, y, high, lens)
    aspect = lens.width / lens.height
    if shot.angle == "overhead":
        tallest = max((who.feet + who.tall for who in held), default=1.0)
        y, high = GROUND, max(high, _BIRD * lens.wide, 1.3 * tallest - GROUND)  # as low as the paper reaches
    if held and shot.framing != "wide":
        least = max(least, min(lens.wide, (held[0].right - held[0].left) / aspect / _SAFE))
    high = max(high, least)
    if held and shot.framing in ("medium", "close", "pov"):
        x = _facing(held[0], x, _SAFE * high * aspect / 2)
    if shot.framing == "wide" and held:
        x, high = _holding_all(shot, held, x, high, aspect, lens)
    elif held:
        y = clamp(y, held[0].eyes - _TOP_LOOK * high, held[0].eyes + _LOW_LOOK * high)
    if shot.camera == "handheld" or shot.framing == "pov":
        x += high * (0.006 * sin(2.1 * t + seed) + 0.003 * sin(5.3 * t))
        y += high * (0.005 * sin(2.7 * t + 1.3 * seed) + 0.002 * sin(6.1 * t))
        roll += 0.55 * sin(1.3 * t + seed)
    return _kept_on_paper(View(x, y, high, roll), lens)


def _framed(shot: Shot, lens: Lens, held: Sequence[Held]) -> tuple[View, float]:
    """The view before the camera moves, and the least height to which it may narrow."""
    home = lens.home
    if not held:
        return home, 0.0
    one = held[0]
    if shot.framing == "wide":
        return View(one.x * _FOLLOWS if shot.camera == "follow" else 0.0, home.y, home.height), 0.0
    aspect = lens.width / lens.height
    if shot.framing == "two_shot" and len(held) > 1:
        left = min(who.x + min(who.left, -who.broad * 0.55) for who in held)
        right = max(who.x + max(who.right, who.broad * 0.55) for who in held)
        least = min(lens.wide, (right - left) * 1.06 / aspect)
        tall = max(who.tall for who in held)
        high = min(lens.wide, max(least * 1.04, lens.wide * _MEDIUM, 1.3 * tall))
        feet = sum(who.feet for who in held) / len(held)
        y = feet + high * (0.5 - FEET * (0.6 + 0.4 * high / lens.wide))
        top = max(who.feet + who.tall for who in held)
        return View((left + right) / 2, max(y, top + _AIR * high - high / 2), high), least
    if shot.framing == "over_shoulder" and len(held) > 1:
        high = min(lens.wide, max(0.7, lens.wide * _MEDIUM * max(0.55, min(1.3, 0.25 + 0.75 * one.tall))))
        high = min(lens.wide, max(high, 1.7 * one.broad / aspect))
        x = one.x + 0.3 * one.face + shoulder_side(held) * _BESIDE * high * aspect
        return View(x, one.feet + max(one.tall * 0.5, high * 0.2), high), 0.0
    if shot.framing == "close":
        high = max(0.42, lens.wide * _CLOSE * max(0.5, min(1.4, one.tall)), 0.95 * one.broad / aspect)
        return View(one.x + 0.75 * one.face, one.eyes - high * 0.02, high), 0.8 * one.broad / aspect
    high = max(0.62, lens.wide * _MEDIUM * max(0.52, min(1.3, 0.25 + 0.75 * one.tall)), 1.5 * one.broad / aspect)
    high = min(high, lens.wide)
    least = min(lens.wide, 1.4 * one.broad / aspect)
    return View(one.x + 0.3 * one.face, one.feet + max(one.tall * 0.56, high * 0.27), high), least


def shoulder_side(held: Sequence[Held]) -> float:
    """Where the shoulder is over which the first of `held` is seen: -1 for the left of the frame, 1 for the right."""
    return -1.0 if held[1].x <= held[0].x else 1.0


def keystone(shot: Shot, width: int, height: int) -> skia.Matrix | None:
    """How a frame leans that is seen from above or below: what is nearer to the lens is larger. None for eye level."""
    top, foot = _LEANS.get(shot.angle, (0.0, 0.0))
    if not top and not foot:
        return None
    w, h = float(width), float(height)
    corners = [skia.Point(0, 0), skia.Point(w, 0), skia.Point(w, h), skia.Point(0, h)]
    leaning = [
        skia.Point(-top * w, 0),
        skia.Point(w + top * w, 0),
        skia.Point(w + foot * w, h),
        skia.Point(-foot * w, h),
    ]
    matrix = skia.Matrix()
    matrix.setPolyToPoly(corners, leaning)
    return matrix


def _holding(one: Held, x: float, half: float) -> float:
    """The x nearest to `x` from which a frame that reaches `half` to each side shows the whole of `one`."""
    hair = _HAIR * one.broad
    low, high = one.x + max(one.right + hair, one.broad / 2) - half, one.x + min(one.left - hair, -one.broad / 2) + half
    return clamp(x, low, high) if low <= high else (low + high) / 2


def _holding_all(
    shot: Shot, held: Sequence[Held], x: float, high: float, aspect: float, lens: Lens
) -> tuple[float, float]:
    """(x, height) nearest to those given from which a wide shot shows all faces, and the whole of the first."""
    lean = 1.0 + 2 * sum(_LEANS.get(shot.angle, (0.0, 0.0))) * 0.6
    left = min(who.x + who.left - _HAIR * who.broad for who in held) if shot.camera != "follow" else held[0].x
    right = max(who.x + who.right + _HAIR * who.broad for who in held) if shot.camera != "follow" else held[0].x
    most = max(high, _WIDEST * lens.wide)
    high = min(most, max(high, (right - left) * lean / aspect / 0.97))
    half = 0.97 * high * aspect / 2 / lean
    if right - left <= 2 * half:
        x = clamp(x, right - half, left + half)
    return _holding(held[0], x, half), high


def _facing(one: Held, x: float, half: float) -> float:
    """The x nearest to `x` from which a frame that is safe `half` to each side shows the face of `one` all the time."""
    low, high = one.x + one.right - half, one.x + one.left + half
    return clamp(x, low, high) if low <= high else (low + high) / 2


def _moved(shot: Shot, u: float, x: float, y: float, high: float, lens: Lens) -> tuple[float, float, float]:
    along = 0.65 * u + 0.35 * ease(u)
    travel = 0.16 * high * max(0.7, lens.width / lens.height)
    match shot.camera:
        case "pan_left":
            x += travel * (1 - 2 * along)
        case "pan_right":
            x -= travel * (1 - 2 * along)
        case "tilt_up":
            y -= 0.16 * high * (1 - 1.25 * along)
        case "tilt_down":
            y += 0.2 * high * (1 - along)
        case "zoom_in":
            high *= 1.1 - 0.3 * along
            y += 0.05 * high * along
        case "zoom_out":
            high *= 0.78 + 0.32 * along
            y += 0.05 * high * (1 - along)
        case _:
            pass
    return x, y, high


def _kept_on_paper(view: View, lens: Lens) -> View:
    """Never beyond what the sets show."""
    half = view.height / 2
    low, high = GROUND + half + 0.02, TOP - half - 0.02
    return View(view.x, clamp(view.y, min(low, high), max(low, high)), view.height, view.roll)


__all__ = ["FEET", "HORIZON", "ROLLING", "Lens", "View", "lens_for", "stand", "view_at"]
