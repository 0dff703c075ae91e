"""Puppets: a character as paper that can be posed and drawn, frame after frame."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, radians, sin
from pathlib import Path

import skia

from generator.engines.paper.accessories import ON_FACE, TAILS, cloth_of, fitted, is_garment
from generator.engines.paper.anatomy import Anatomy, anatomy_of
from generator.engines.paper.bodies import HEAD, NECK, Body, animal_body, cape, person_body, robot_body, tailed_body
from generator.engines.paper.colours import PAPER, darker, skia_colour
from generator.engines.paper.cutouts import cutout
from generator.engines.paper.cutting import cut
from generator.engines.paper.easing import clamp
from generator.engines.paper.expressions import draw_face
from generator.engines.paper.figures import Figure, figure
from generator.engines.paper.garments import dressed
from generator.engines.paper.given_faces import with_face
from generator.engines.paper.inks import pen_of
from generator.engines.paper.lettering import lettered_card
from generator.engines.paper.limbs import FORE, Limb, Piece
from generator.engines.paper.measures import measured, measured_card
from generator.engines.paper.moment import Gait
from generator.engines.paper.mounts import mount_of
from generator.engines.paper.players import players, skin_of
from generator.engines.paper.pose import Pose
from generator.engines.paper.shades import Shade, draw_ground_shadow, draw_soft
from generator.engines.paper.skeleton import Bones, placing, posed
from generator.engines.paper.sprites import Sprite, edge_paint, painted
from generator.engines.paper.stock import draw_centred, thing
from generator.engines.paper.warp import Warp, gentle
from generator.engines.paper.wings import FOLDED, WORN, wing
from generator.lexicon.lexicon import concept
from generator.storyboard import Character
from generator.vocabulary import Style

_DRESSES = frozenset("👩👧👵👸👰🧕🤶")
_TROUSERED = frozenset({"white_coat", "suit", "uniform"})
_STRAIGHT = 1.75  # degrees: a card that bends less leans instead, which costs nothing
_HELD = 0.26  # adult heights: a thing in the hand of which the lexicon does not say how large it is
_LEAST_HELD = 0.35  # of its size: what a tiny hand holds
_TICKS = 0.18  # a voice louder than this makes marks beside a head whose mouth is small, or none
_RAYS = (-38.0, -14.0, 10.0)  # degrees: the ways in which these marks leave the mouth
_STRETCH, _NOD = 0.06, 5.0  # of its height; degrees
_FOLDS, _BEAT = 0.45, 30.0  # a beat below which a bird's wings stay folded; degrees that wings swing each way
_TURNS = 0.06  # of a head's width: how far a face moves on it
_CLOSE = 0.96  # of their widths: how far apart stand those who play one part together
_UNREAD = frozenset("❓❗💤🎵💢")  # marks that would read wrong in a mirror
_CLOTH = "#b5504a"  # of a garment of which nobody knows the colour
_GLOW, _GLOW_REACH = "#fff3b0", 0.09
_SHADE = Shade()


@dataclass(frozen=True, slots=True)
class _Joint:
    """A sprite where a pose puts it, and what is drawn on it anew every time."""

    sprite: Sprite
    matrix: skia.Matrix
    on_top: Callable[[skia.Canvas], None] | None = None


class Puppet:
    """A character as paper. Lengths are in adult heights; the origin of a puppet is on the ground below its middle.

    `height` and `width` are its size at rest; `head` (the crown) and `mouth` are points: x forwards, y upwards.
    `is_jointed` says that it has arms and legs, `is_alive` that it breathes and blinks.
    """

    def __init__(
        self,
        character: Character,
        style: Style = "paper",
        seed: int = 0,
        cut_from: Path | None = None,
        *,
        performs: bool = False,
    ) -> None:
        first, *others = players(character)
        self.character = character = first
        self._pen = pen_of(style)
        colour = cloth_of(character.wears, character.colour) if character.person else character.colour
        shape = figure(character.figure, colour, seed=seed, skin=skin_of(character)) if character.figure else None
        if shape is not None and performs and shape.look.kind == "thing":
            shape = with_face(shape)
        self._figure: Figure | None = shape
        kind = shape.look.kind if shape is not None else "card"
        self.is_jointed = kind in ("person", "animal")
        self.is_alive = kind in ("person", "animal", "whole") or character.person or performs
        self._scale = character.scale if self.is_jointed else 1.0  # adult heights a unit of drawing
        self._edge = self._pen.edge / max(self._scale, 0.3)
        self._pieces: dict[str, Sprite] = {}
        self._anatomy: Anatomy | None = None
        self._fist: Callable[[skia.Canvas], None] | None = None
        self._is_cutout = cut_from is not None
        if cut_from is not None:
            self._unit = 1.0
            paper = cutout(cut_from, scale=character.scale, edge=self._pen.edge)
            self._head, self._measures = paper.sprite, paper.measures
            self.height, self.width = paper.height, paper.width
        elif shape is None:
            self.height, self._unit = max(0.7, character.scale), 1.0
            self._head = self._card()
            self.width = self._head.box.width()
            self._measures = measured_card(self.height)
        else:
            left, top, right, bottom = shape.bounds
            wide, tall = right - left, bottom - top
            self.height = character.scale * (1.0 if self.is_jointed else tall / max(tall, 0.8 * wide))
            self._unit = max(tall, wide * 0.86) / HEAD if self.is_jointed else tall / self.height
            self.width = wide / self._unit * self._scale
            self._measures = measured(shape, self._unit, head_only=self.is_jointed)
            if kind == "whole":
                self._anatomy = anatomy_of(shape, self._unit)
                self._figure = shape = self._dressed(shape)
            self._head = cut(shape, self._unit, edge=self._edge, ink=self._pen.ink, boldness=self._pen.boldness)
            if self.is_jointed:
                body = self._body(shape)
                self._fist = body.near_arm.hand
                self._pieces = _sprites(body, self._edge)
                if "cape" in character.wears:
                    piece = cape("#c8363a", ink=self._pen.ink)
                    self._pieces["cape"] = painted(piece.outline, self._edge, piece.paint)
        self._wing = self._winged(shape)
        self._worn = [
            (paint, name in ON_FACE)
            for name in character.wears
            if (paint := fitted(name, self._measures, self._pen.ink))
        ]
        forwards = -1.0 if shape is not None and shape.look.faces == "left" else 1.0
        up = NECK if self.is_jointed else 0.0
        m, scale = self._measures, self._scale
        self.head = (forwards * m.crown_x * scale, (up - m.crown_y) * scale)
        self.mouth = (forwards * m.eye_x * scale, (up - m.mouth_y) * scale)
        self._rays = [self._way_out(degrees) for degrees in _RAYS]
        self._troupe = self._lined_up([self, *(Puppet(who, style, seed + 7 * n) for n, who in enumerate(others, 1))])

    def draw(self, canvas: skia.Canvas, pose: Pose, shade: Shade = _SHADE) -> None:
        """Draw the puppet as `pose` has it; the canvas's matrix takes adult heights to pixels."""
        for number, (x, one) in enumerate(self._troupe):
            canvas.save()
            canvas.translate(x, 0)
            one._draw_alone(canvas, pose if number == 0 else replace(pose, marks=(), mount=None), shade)
            canvas.restore()

    @property
    def gait(self) -> Gait:
        """How it gets about: on legs, hopping where it has none to be seen, or winding."""
        if self.is_jointed or self._anatomy is None or self._anatomy.legs:
            return "steps"
        return "winds" if self._anatomy.swims else "hops"

    def face(self, pose: Pose) -> tuple[float, float]:
        """How far to the left and to the right of its owner's place the face is in `pose`, in adult heights."""
        box = self.face_box(pose)
        return float(box.left()), float(box.right())

    def face_box(self, pose: Pose) -> skia.Rect:
        """Where the face is in `pose`, from eyes to mouth, in adult heights from its owner's place (y down)."""
        m, box = self._measures, self._head.box
        if self.is_jointed or m.eyes_apart > 0 or self._figure is None:
            left, right = m.crown_x - 0.36 * m.width, m.crown_x + 0.36 * m.width
        elif self._figure.look.faces == "left":
            left, right = max(box.left(), m.eye_x - m.width), m.crown_x + 0.4 * m.width
        else:
            left, right = m.crown_x - 0.4 * m.width, min(box.right(), m.eye_x + m.width)
        matrix = placing(pose, self.height, sheared=not self.is_jointed)
        matrix.preScale(self._scale, self._scale)
        if self.is_jointed:
            matrix.preConcat(posed(pose).head)
        else:
            matrix.preScale(-1 if self._is_mirrored(pose) else 1, 1)
            warp = self._warp(pose)
            if warp is not None:
                matrix.preConcat(warp.matrix(m.eye_y))
        corners = [matrix.mapXY(x, y) for x in (left, right) for y in (m.eye_y - m.eye, m.mouth_y)]
        xs, ys = [corner.x() for corner in corners], [corner.y() for corner in corners]
        places = [place for place, _ in self._troupe]
        return skia.Rect.MakeLTRB(min(xs) + min(places), min(ys), max(xs) + max(places), max(ys))

    def _lined_up(self, troupe: Sequence["Puppet"]) -> list[tuple[float, "Puppet"]]:
        """Those who play the part, side by side, each with its place; they are as wide and as tall as all together."""
        wide = sum(_CLOSE * one.width for one in troupe)
        at, places = -wide / 2, []
        for one in troupe:
            places.append((at + _CLOSE * one.width / 2, one))
            at += _CLOSE * one.width
        if len(troupe) > 1:
            self.width, self.height = wide, max(one.height for one in troupe)
        return places

    def _draw_alone(self, canvas: skia.Canvas, pose: Pose, shade: Shade) -> None:
        if self._is_cutout:
            pose = _voiced(pose)
        if not self.is_jointed and 0 < abs(pose.bend) < _STRAIGHT:
            pose = replace(pose, lean=pose.lean + pose.bend / 2, bend=0.0)
        if pose.opacity > 0.01:
            side = -1.0 if pose.facing < 0 else 1.0
            half = 0.36 * (self.height * 0.75 if self.is_jointed else self.width) * pose.scale_x
            draw_ground_shadow(canvas, side * pose.dx, half, shade, pose.shadow * pose.opacity)
            mount = mount_of(pose.mount, self._pen.ink)
            if mount is not None and mount.behind:
                mount.draw(canvas, pose)
            canvas.save()
            canvas.translate(0, -mount.lift if mount is not None else 0.0)
            canvas.concat(placing(pose, self.height, sheared=not self.is_jointed))
            canvas.scale(self._scale, self._scale)
            self._draw_paper(canvas, pose, shade)
            canvas.restore()
            if mount is not None and not mount.behind:
                mount.draw(canvas, pose)
        self._draw_marks(canvas, pose)

    def _dressed(self, shape: Figure) -> Figure:
        """Somebody cut in one piece in what is worn on the body."""
        wears = self.character.wears
        if not any(is_garment(name) for name in wears):
            return shape
        left, _, right, bottom = shape.bounds
        m, unit = self._measures, self._unit
        head = ((left + right) / 2 + m.crown_x * unit, bottom + m.eye_y * unit, m.width * unit)
        return dressed(shape, cloth_of(wears, None) or _CLOTH, head)

    def _winged(self, shape: Figure | None) -> tuple[Sprite, float, bool] | None:
        """(wing, how long it is in units of drawing, whether it is always seen)."""
        for name in self.character.wears:
            if name in WORN:
                kind, colour = WORN[name]
                return wing(kind, colour, self._pen.ink), 0.34 if self.is_jointed else 0.55 * self.height, True
        if shape is not None and not self.is_jointed and self.character.figure in FOLDED:
            return wing("feathers", darker(shape.look.base, 0.12), self._pen.ink), 0.62 * self.height, False
        return None

    def _card(self) -> Sprite:
        who, pen = self.character, self._pen
        return lettered_card(who.label, height=self.height, colour=who.colour, edge=pen.edge, ink=pen.ink)

    def _body(self, shape: Figure) -> Body:
        look, ink, wears = shape.look, self._pen.ink, self.character.wears
        if look.kind == "person":
            tail = next((name for name in wears if name in TAILS), None)
            if tail is not None:
                return tailed_body(look.cloth, look.base, TAILS[tail], fin=tail == "tail_of_fish", ink=ink)
            dress = "dress" in wears or (_wears_a_dress(self.character.figure) and not _TROUSERED.intersection(wears))
            return person_body(
                look.cloth, look.base, dress=dress, apron="#f4efe6" if "apron" in wears else None, ink=ink
            )
        if self.character.figure == "🤖":
            return robot_body(look.base, ink=ink)
        cloth = (cloth_of(wears, None) or _CLOTH) if any(is_garment(name) for name in wears) else None
        return animal_body(look.base, look.pale, limbs=look.limbs, cloth=cloth, ink=ink)

    def _draw_paper(self, canvas: skia.Canvas, pose: Pose, shade: Shade) -> None:
        joints, warp = self._joints(pose), self._warp(pose)
        outline = _outline(joints, warp)
        if pose.glow > 0:
            draw_soft(canvas, outline, _GLOW, _GLOW_REACH / self._scale, 0.9 * pose.glow)
        if shade.opacity > 0:
            canvas.save()
            canvas.translate(shade.dx / self._scale, shade.dy / self._scale)
            draw_soft(canvas, outline, shade.colour, shade.softness / self._scale, shade.opacity * pose.opacity)
            canvas.restore()
        tinted = pose.tint is not None and pose.tint_amount > 0.01
        if tinted or pose.opacity < 0.99:
            paint = skia.Paint(Alphaf=min(1.0, pose.opacity))
            if pose.tint is not None and tinted:
                tint = skia_colour(pose.tint, pose.tint_amount)
                paint.setColorFilter(skia.ColorFilters.Blend(tint, skia.BlendMode.kSrcATop))
            canvas.saveLayer(outline.getBounds().makeOutset(0.4, 0.4), paint)
        else:
            canvas.save()
        canvas.drawPath(outline, edge_paint(self._edge))
        for joint in joints:
            canvas.save()
            canvas.concat(joint.matrix)
            joint.sprite.draw_face(canvas, warp)
            if joint.on_top is not None:
                joint.on_top(canvas)
            canvas.restore()
        canvas.restore()

    def _joints(self, pose: Pose) -> list[_Joint]:
        def on_head(canvas: skia.Canvas) -> None:
            self._draw_on_head(canvas, pose)

        def in_hand(canvas: skia.Canvas) -> None:
            if self._draw_held(canvas, pose) and self._fist is not None:
                self._fist(canvas)

        if not self.is_jointed:
            matrix = skia.Matrix()
            matrix.setScale(-1 if self._is_mirrored(pose) else 1, 1)
            far, near = self._wings(pose, matrix) or (None, None)
            card = _Joint(self._head, matrix, on_head)
            if far is None or near is None:
                return [card]
            return [far, near, card] if self._is_seen_from_the_front() else [far, card, near]
        bones, pieces = posed(pose), self._pieces

        def limb(name: str, at: Bones, on_top: Callable[[skia.Canvas], None] | None = None) -> list[_Joint]:
            return [
                _Joint(pieces[f"{name}_upper"], at.upper), _Joint(pieces[f"{name}_lower"], at.lower, on_top)
            ]  # fmt: skip

        far_arm = limb("far_arm", bones.far_arm)
        return [
            *self._wings(pose, bones.torso),
            *([_Joint(pieces["cape"], bones.torso)] if "cape" in pieces else []),
            *([] if bones.far_arm_crosses else far_arm),
            *limb("far_leg", bones.far_leg),
            *limb("near_leg", bones.near_leg),
            _Joint(pieces["torso"], bones.torso),
            _Joint(self._head, _mirrored(bones.head) if self._is_mirrored(pose) else bones.head, on_head),
            *(far_arm if bones.far_arm_crosses else []),
            *limb("near_arm", bones.near_arm, in_hand),
        ]

    def _wings(self, pose: Pose, body: skia.Matrix) -> list[_Joint]:
        """The far and the near wing: of those who wear some always, of birds that keep theirs folded in flight."""
        if self._wing is None:
            return []
        sprite, length, always = self._wing
        spread = 1.0 if always else clamp((pose.flap - _FOLDS) / 0.3)
        if spread <= 0.05:
            return []
        beat = _BEAT * pose.flap * sin(2 * pi * pose.step)
        joints = []
        for far in (True, False):
            at = _concat(body, skia.Matrix())
            if self.is_jointed:
                at.preTranslate(-0.05 if far else 0.05, -0.44)
                at.preScale(length if far else -length, length)
                at.preRotate(beat - 6)
            elif self._is_seen_from_the_front():
                at.preTranslate((-0.2 if far else 0.2) * self.width, -0.5 * self.height)
                at.preScale(length if far else -length, length * spread)
                at.preRotate(1.4 * beat + 10)
            else:
                at.preTranslate((0.02 if far else 0.08) * self.width, -(0.6 if far else 0.56) * self.height)
                at.preScale(-length * (0.9 if far else 1), length * spread)
                at.preRotate((1.6 * beat - 8) * (0.8 if far else 1))
            joints.append(_Joint(sprite, at))
        return joints

    def _is_seen_from_the_front(self) -> bool:
        return self.is_jointed or self._measures.eyes_apart > 0

    def _is_mirrored(self, pose: Pose) -> bool:
        """Whether the picture is turned over to face right; letters read the same way wherever their card goes."""
        if self._figure is None:
            return pose.facing < 0 and not self._is_cutout
        return self._figure.look.faces == "left"

    def _warp(self, pose: Pose) -> Warp | None:
        if self.is_jointed or (self._figure is None and not self._is_cutout):
            return None
        bend = -pose.bend if self._is_mirrored(pose) else pose.bend
        return gentle(bend, self.height, self._anatomy, stride=pose.stride, flap=pose.flap, step=pose.step)

    def _draw_on_head(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Face, what is worn, and for those without hands what is held."""
        shape, warp = self._figure, self._warp(pose)
        canvas.save()
        if warp is not None:
            canvas.concat(warp.matrix(self._measures.eye_y))
        if shape is not None and (shape.eyes or shape.mouth):
            left, _, right, bottom = shape.bounds
            canvas.save()
            canvas.scale(1 / self._unit, 1 / self._unit)
            canvas.translate(-(left + right) / 2 + self._turned(pose) * self._unit, -bottom)
            draw_face(canvas, shape.eyes, shape.mouth, pose, ink=self._pen.ink, own_smile=shape.look.mouth is None)
            canvas.restore()
        for paint, on_face in self._worn:
            canvas.save()
            if on_face:
                canvas.translate(self._turned(pose), 0)
            paint(canvas)
            canvas.restore()
        if (
            self.is_alive
            and pose.voice > _TICKS
            and (shape is None or shape.mouth is None or shape.look.kind == "whole")
        ):
            self._draw_ticks(canvas, pose.voice)
        canvas.restore()
        if not self.is_jointed:
            self._draw_held(canvas, pose)

    def _turned(self, pose: Pose) -> float:
        """How far to the side the face is on a head that turns; a face seen from the side stays where it is."""
        if not self.is_jointed or self._measures.eyes_apart == 0:
            return 0.0
        return _TURNS * self._measures.width * pose.turn

    def _way_out(self, degrees: float) -> tuple[float, float]:
        """(distance from the mouth, degrees) at which a ray from it leaves the paper, in units of drawing."""
        m, shape = self._measures, self._figure
        reach = 0.5 * max(m.width, 0.2)
        if shape is None:
            return reach, degrees
        left, _, right, bottom = shape.bounds
        forwards = -1.0 if shape.look.faces == "left" else 1.0
        step = 0.01
        x, y = m.eye_x + forwards * reach * cos(radians(degrees)), m.mouth_y + reach * sin(radians(degrees))
        while shape.covers(x * self._unit + (left + right) / 2, y * self._unit + bottom):
            reach += step
            x += forwards * step * cos(radians(degrees))
            y += step * sin(radians(degrees))
        return reach + 2.6 * self._edge, degrees

    def _draw_ticks(self, canvas: skia.Canvas, opening: float) -> None:
        """Three strips of paper around a mouth that cannot open, as comics draw a voice; clear of the head."""
        m = self._measures
        ink = skia.Paint(
            AntiAlias=True,
            Color=skia_colour(self._pen.ink),
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=0.016 / self._scale,
            StrokeCap=skia.Paint.kRound_Cap,
        )
        paper = skia.Paint(ink)
        paper.setColor(skia_colour(PAPER))
        paper.setStrokeWidth(0.036 / self._scale)
        forwards = -1.0 if self._figure is not None and self._figure.look.faces == "left" else 1.0
        for reach, degrees in self._rays:
            canvas.save()
            canvas.translate(m.eye_x, m.mouth_y)
            canvas.scale(forwards, 1)
            canvas.rotate(degrees)
            end = reach + 0.03 + 0.06 * opening
            for pen in (paper, ink):
                canvas.drawLine(reach, 0, end, 0, pen)
            canvas.restore()

    def _draw_held(self, canvas: skia.Canvas, pose: Pose) -> bool:
        """The thing in the hand, upright but for what the pose turns; before the chest of those without hands.

        False if there is none.
        """
        emoji, colour, size = self._held(pose)
        if emoji is None or pose.hides_prop:
            return False
        size *= pose.prop_size / self._scale * min(1.0, _LEAST_HELD + (1 - _LEAST_HELD) * self._scale)
        canvas.save()
        if self.is_jointed:
            canvas.translate(0, FORE + 0.01)
            canvas.rotate(pose.near_arm + pose.near_elbow)
        else:
            ahead = -1.0 if self._is_mirrored(pose) else 1.0
            canvas.scale(ahead, 1)
            raised = min(1.0, max(0.0, (pose.near_arm - 8) / 150))
            ahead_of, up = 0.42 * self.width + 0.06, (0.36 + 0.4 * raised) * self.height
            lips_x, lips_y = abs(self._measures.eye_x) + 0.3 * self._measures.width, -self._measures.mouth_y
            near = pose.prop_to_mouth
            canvas.translate(ahead_of + (lips_x - ahead_of) * near, -(up + (lips_y - 0.28 * size - up) * near))
        canvas.translate(pose.prop_dx + 0.1 * size, -pose.prop_dy)
        canvas.rotate(pose.prop_rotation + 8)
        canvas.scale(size, size)
        canvas.translate(0, -0.28)
        draw_centred(canvas, thing(emoji, colour, self._pen))
        canvas.restore()
        return True

    def _held(self, pose: Pose) -> tuple[str | None, str | None, float]:
        """(emoji or name, colour, height in adult heights) of what is in the hand."""
        if pose.prop is not None:
            return pose.prop, None, _HELD
        for name in self.character.holds:
            found = concept(name)
            if found is not None and found.figure is not None:
                return found.figure, found.colour, max(0.16, min(0.5, found.scale))
            return name, None, _HELD
        return None, None, 0.0

    def _draw_marks(self, canvas: skia.Canvas, pose: Pose) -> None:
        """The bits of paper around the head, which stay upright whatever the head does."""
        if not pose.marks:
            return
        side = -1.0 if pose.facing < 0 else 1.0
        place = placing(pose, self.height, sheared=not self.is_jointed).mapXY(self.head[0], -self.head[1])
        for mark in pose.marks:
            if mark.size > 0.01 and mark.opacity > 0.02:
                canvas.save()
                up = mark.y if mark.y > 0 else mark.y * min(1.0, self.height)  # dust stays at the feet of a mouse
                canvas.translate(place.x() + side * mark.x, place.y() - up)
                canvas.rotate(side * mark.rotation)
                canvas.scale(mark.size * (1 if mark.figure in _UNREAD else side), mark.size)
                draw_centred(canvas, thing(mark.figure, None, self._pen), min(1.0, mark.opacity))
                canvas.restore()


def _voiced(pose: Pose) -> Pose:
    """Whose mouth nobody knows speaks with the whole card: it stretches and nods with every syllable."""
    return replace(
        pose,
        scale_y=pose.scale_y * (1 + _STRETCH * pose.voice),
        scale_x=pose.scale_x * (1 - 0.5 * _STRETCH * pose.voice),
        bend=pose.bend + _NOD * pose.voice,
    )


def _wears_a_dress(figure: str | None) -> bool:
    return figure is not None and (figure[:1] in _DRESSES or "♀" in figure)


def _concat(one: skia.Matrix, other: skia.Matrix) -> skia.Matrix:
    matrix = skia.Matrix()
    matrix.setConcat(one, other)
    return matrix


def _mirrored(matrix: skia.Matrix) -> skia.Matrix:
    turned = skia.Matrix()
    turned.setScale(-1, 1)
    return _concat(matrix, turned)


def _outline(joints: list[_Joint], warp: Warp | None) -> skia.Path:
    """The silhouette of all the pieces together."""
    whole = skia.Path()
    for joint in joints:
        whole.addPath(joint.sprite.outline(warp), joint.matrix)
    return whole


def _sprites(body: Body, edge: float) -> dict[str, Sprite]:
    limbs: dict[str, Limb] = {name: getattr(body, name) for name in ("near_arm", "far_arm", "near_leg", "far_leg")}
    pieces: dict[str, Piece] = {"torso": body.torso}
    for name, limb in limbs.items():
        pieces[f"{name}_upper"], pieces[f"{name}_lower"] = limb.upper, limb.lower
    return {name: painted(piece.outline, edge, piece.paint) for name, piece in pieces.items()}
