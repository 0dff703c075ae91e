"""The cast of a shot: where each stands, how each is posed, what flies between them; drawn from back to front."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import skia

from generator.engines.engine import MOUTH_RATE, Mouth
from generator.engines.paper.acting import pose_at
from generator.engines.paper.blocking import Spot, apart, where
from generator.engines.paper.camera import DEPTH_RISE, Held, Lens, View, shoulder_side, stand
from generator.engines.paper.flights import props_at
from generator.engines.paper.manners import looking, stepping
from generator.engines.paper.meeting import Figures, answered, arm_of
from generator.engines.paper.pose import Pose
from generator.engines.paper.puppet import Puppet
from generator.engines.paper.shades import Shade, draw_ground_shadow
from generator.engines.paper.stock import draw_centred, thing
from generator.storyboard import Act, Presence, Shot, SpokenLine, Storyboard

_SLOW = 0.55  # speed of everything in a slow shot
_FLIGHT_SIZE = 0.24  # adult heights: a thing in the air
_SUNK = 0.3  # of somebody's height is under water where nobody can stand
_SHOULDER = 1.0  # of the frame: how tall somebody is over whose shoulder we look
_FOUND = frozenset({"sleep", "lie", "float"})
_AT_THE_START, _A_WHILE = 0.1, 4.0  # seconds
_SMOOTHED = (-0.45, -0.15, 0.15, 0.45)  # seconds around a moment over which the camera looks
_MOMENT = 0.04  # seconds before and after, between which is seen how fast somebody goes
_LOOKS = 48  # moments of a shot at which is looked where a face gets
_LONGEST_SWEEP = 0.84  # of the stage's half width: the camera does not follow anybody into the wings


Softness = Callable[[str], float]  # character id -> pixels by which somebody is out of focus


def sharp(id: str) -> float:
    """Nobody is out of focus."""
    return 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody on stage at a moment: place in adult heights, `near` for parallax, `size` for perspective."""

    id: str
    x: float
    feet: float
    size: float
    near: float
    spot: Spot


class Company:
    """Everybody of one shot."""

    def __init__(
        self,
        board: Storyboard,
        shot: Shot,
        lens: Lens,
        puppets: Mapping[str, Puppet],
        mouths: Sequence[Mouth],
        floor: str,
    ) -> None:
        self._board = board
        self._shot = shot
        self._lens = lens
        self._puppets = puppets
        self._mouths = {mouth.line: mouth for mouth in mouths}
        self._floor = floor
        on_stage = frozenset(presence.character for presence in shot.cast)
        self._acts = answered([self._begun(self._slowed(act)) for act in shot.acts], on_stage)
        self._figures = Figures(
            lens.half,
            {id: puppets[id].width for id in on_stage},
            {id: arm_of(puppets[id].height, puppets[id].width, jointed=puppets[id].is_jointed) for id in on_stage},
        )
        self._present: dict[str, Presence] = apart(
            [self._framed(presence) for presence in shot.cast],
            self._acts,
            shot.start,
            self._time(shot.start + shot.seconds),
            self._figures,
        )
        earlier = tuple(act for other in board.shots if other.start < shot.start for act in other.acts)
        self._history = (*earlier, *self._acts)
        self._swings: dict[str, tuple[float, float]] = {}

    def standings(self, t: float) -> list[Standing]:
        """Everybody on stage at film time `t`, from back to front."""
        now = self._time(t)
        found = []
        for id in self._present:
            spot = self._spot(id, now)
            if spot.on_stage:
                x, feet, size, near = stand(spot.x, spot.y, spot.depth, self._lens, self._puppets[id].height)
                found.append(Standing(id, x, feet, size, near, spot))
        return sorted(found, key=lambda one: -one.spot.depth)

    def held(self, t: float) -> list[Held]:
        """Those a framing holds, the focus first, smoothed over half a second."""
        order = [self._shot.focus] if self._shot.focus in self._present else []
        order += [id for id in self._present if id not in order]
        reach = _LONGEST_SWEEP * self._lens.half
        found = []
        for id in order:
            puppet = self._puppets[id]
            spots = [self._spot(id, self._time(t + off)) for off in _SMOOTHED]
            places = [stand(spot.x, spot.y, spot.depth, self._lens, puppet.height) for spot in spots]
            x = sum(place[0] for place in places) / len(places)
            feet = sum(place[1] for place in places) / len(places)
            size = places[0][2]
            face = puppet.mouth[0] * size * sum(-1 if spot.facing < 0 else 1 for spot in spots) / len(spots)
            left, right = self._swing(id)
            found.append(
                Held(
                    min(reach, max(-reach, x)), feet, puppet.height * size, puppet.width * size, face,
                    left * size, right * size, -puppet.face_box(Pose()).centerY() * size,
                )
            )  # fmt: skip
        return found

    def _swing(self, id: str) -> tuple[float, float]:
        """How far to the left and to the right of its place the face of `id` gets in the shot, in adult heights."""
        if id not in self._swings:
            start, seconds = self._shot.start, self._shot.seconds
            ends = []
            for step in range(_LOOKS + 1):
                t = start + seconds * step / _LOOKS
                spot = self._spot(id, self._time(t))
                if spot.on_stage:
                    ends.append(self._puppets[id].face(self._pose(id, t, spot.facing)))
            self._swings[id] = (min(x for x, _ in ends), max(x for _, x in ends)) if ends else (0.0, 0.0)
        return self._swings[id]

    def _spot(self, id: str, t: float) -> Spot:
        """Where `id` is at the time of the acts `t`."""
        return where(self._present[id], self._acts, t, self._present, self._figures)

    def _pose(self, id: str, t: float, facing: float) -> Pose:
        puppet, now = self._puppets[id], self._time(t)
        pose = pose_at(
            puppet.character, self._history, now, mouth=self._mouth(id, t), seed=self._seed(id), facing=facing,
            gait=puppet.gait, performs=puppet.is_alive,
        )  # fmt: skip
        if not puppet.is_alive:
            return pose
        before, after = self._spot(id, now - _MOMENT), self._spot(id, now + _MOMENT)
        side = -1.0 if facing < 0 else 1.0
        speed = side * (after.x - before.x) * self._lens.half / (2 * _MOMENT)
        if abs(speed) > 0.01 and after.y < 0.03:
            way = side * (before.x + after.x) / 2 * self._lens.half
            pose = stepping(pose, way, speed, puppet.height, jointed=puppet.is_jointed)
        speaker = self._speaker(t)
        if speaker is not None and speaker != id:
            there = self._spot(speaker, now).x - (before.x + after.x) / 2
            pose = looking(pose, side if there >= 0 else -side)
        return pose

    def _speaker(self, t: float) -> str | None:
        """Who of those on stage speaks at `t`."""
        for line in self._board.lines:
            if line.speaker in self._present and line.start <= t < line.start + line.seconds:
                return line.speaker
        return None

    @property
    def shoulder(self) -> str | None:
        """Over whose shoulder the camera looks at the focus, None where it looks over nobody's."""
        if self._shot.framing != "over_shoulder":
            return None
        return next((id for id in self._present if id != self._shot.focus), None)

    def draw(self, canvas: skia.Canvas, view: View, t: float, shade: Shade, soft: Softness = sharp) -> None:
        """Draw everybody, their shadows on the ground, and what is in the air, as `view` sees the stage.

        `soft` says by how many pixels somebody is out of focus.
        """
        standings = self.standings(t)
        for one in standings:
            if one.id == self.shoulder:
                continue
            blur = soft(one.id)
            if blur >= 0.5:
                canvas.saveLayer(None, skia.Paint(ImageFilter=skia.ImageFilters.Blur(blur, blur)))
            self._draw_one(canvas, view, one, t, shade)
            if blur >= 0.5:
                canvas.restore()
        for flight in props_at(self._present, self._acts, self._time(t), self._figures):
            x, feet, size, near = stand(flight.x, flight.y, flight.depth, self._lens, 1.0)
            canvas.save()
            canvas.concat(self._lens.matrix(view, near))
            canvas.translate(x, -feet - _FLIGHT_SIZE / 2)
            canvas.rotate(flight.rotation)
            canvas.scale(size * _FLIGHT_SIZE, size * _FLIGHT_SIZE)
            draw_centred(canvas, thing(flight.figure))
            canvas.restore()

    def faces(self, view: View, t: float) -> dict[str, skia.Rect]:
        """Where everybody's face is in the frame, in pixels; not that of whose shoulder we look over."""
        found = {}
        for one in self.standings(t):
            if one.id == self.shoulder:
                continue
            matrix = self._lens.matrix(view, one.near)
            matrix.preTranslate(one.x, -one.feet)
            matrix.preScale(one.size, one.size)
            found[one.id] = matrix.mapRect(self._puppets[one.id].face_box(self._pose(one.id, t, one.spot.facing)))
        return found

    def draw_shoulder(self, canvas: skia.Canvas, t: float, shade: Shade) -> None:
        """Draw whose shoulder we look over: large, dark, cut off by the frame's lower corner."""
        id = self.shoulder
        held = self.held(t)
        if id is None or len(held) < 2:
            return
        side = shoulder_side(held)
        w, h = self._lens.width, self._lens.height
        puppet = self._puppets[id]
        tall = _SHOULDER * min(h, 1.2 * w)
        scale = tall / max(puppet.height, 0.9 * puppet.width)
        top = h * (0.5 if h > w else 0.38)
        pose = replace(self._pose(id, t, -side), shadow=0.0)
        dark = skia.ColorFilters.Matrix([0, 0, 0, 0, 0.085, 0, 0, 0, 0, 0.062, 0, 0, 0, 0, 0.12, 0, 0, 0, 1, 0])
        canvas.saveLayer(None, skia.Paint(ColorFilter=dark))
        canvas.translate(w * (0.5 + 0.36 * side), top + scale * puppet.height)
        canvas.scale(scale, scale)
        puppet.draw(canvas, pose, replace(shade, opacity=0.0))
        canvas.restore()

    def _draw_one(self, canvas: skia.Canvas, view: View, one: Standing, t: float, shade: Shade) -> None:
        puppet = self._puppets[one.id]
        pose = self._pose(one.id, t, one.spot.facing)
        canvas.save()
        canvas.concat(self._lens.matrix(view, one.near))
        if self._floor != "ground" or one.spot.y > 0.03:  # in water or in the air no shadow lies at the feet
            if self._floor == "ground":
                ground = -DEPTH_RISE * one.spot.depth
                strength = pose.shadow * max(0.0, 0.8 - one.spot.y)
                canvas.save()
                canvas.translate(one.x, ground)
                draw_ground_shadow(canvas, 0.0, 0.3 * puppet.width, shade, strength * pose.opacity)
                canvas.restore()
            pose = replace(pose, shadow=0.0)
        sunk = _SUNK * puppet.height if self._floor == "water" and not self._rides(one) else 0.0
        canvas.translate(one.x, -one.feet + sunk * one.size)
        canvas.scale(one.size, one.size)
        puppet.draw(canvas, pose, shade)
        canvas.restore()

    def _rides(self, one: Standing) -> bool:
        """Whether somebody is on or above the water rather than in it."""
        afloat = any(act.character == one.id and act.action in ("surf", "ride", "drive", "fly") for act in self._acts)
        return afloat or one.spot.y > 0.05 or not self._puppets[one.id].is_alive

    def _mouth(self, id: str, t: float) -> float:
        """How far the mouth of `id` is open at `t`."""
        for number, line in enumerate(self._board.lines):
            if line.speaker == id and line.start <= t < line.start + line.seconds:
                return _opening(line, self._mouths.get(number), t)
        return 0.0

    def _seed(self, id: str) -> int:
        return self._board.seed + 31 * [who.id for who in self._board.cast].index(id)

    def _time(self, t: float) -> float:
        return self._shot.start + (t - self._shot.start) * _SLOW if self._shot.slow else t

    def _framed(self, presence: Presence) -> Presence:
        """Where somebody stands so as not to be cut by the frame; who is beside the stage stays there."""
        edge = self._figures.edge(presence.character)
        if abs(presence.x) >= 1:
            return presence
        return replace(presence, x=max(-edge, min(edge, presence.x)))

    def _begun(self, act: Act) -> Act:
        """Who is found lying or asleep when a shot opens has been for a while."""
        if act.action not in _FOUND or act.start > self._shot.start + _AT_THE_START:
            return act
        return replace(act, start=act.start - _A_WHILE, seconds=act.seconds + _A_WHILE)

    def _slowed(self, act: Act) -> Act:
        if not self._shot.slow:
            return act
        return replace(act, start=self._time(act.start), seconds=act.seconds * _SLOW)


def _opening(line: SpokenLine, mouth: Mouth | None, t: float) -> float:
    if mouth is None or not len(mouth.opening):
        return 0.0
    at = (t - line.start) * MOUTH_RATE
    first = min(len(mouth.opening) - 1, max(0, int(at)))
    last = min(len(mouth.opening) - 1, first + 1)
    return float(mouth.opening[first] + (mouth.opening[last] - mouth.opening[first]) * (at - int(at)))
