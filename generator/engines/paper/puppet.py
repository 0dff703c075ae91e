"""Puppets: a character as paper that can be posed and drawn, frame after frame."""

from dataclasses import dataclass
from math import radians, tan

import skia

from generator.engines.paper.bodies import (
    ARM,
    HEAD,
    HIP,
    NECK,
    SHOULDER,
    Body,
    Piece,
    animal_body,
    person_body,
    robot_body,
)
from generator.engines.paper.colours import INK, darker, skia_colour
from generator.engines.paper.cutting import cut
from generator.engines.paper.expressions import draw_face
from generator.engines.paper.figures import Figure, figure
from generator.engines.paper.pose import Pose
from generator.engines.paper.sprites import Sprite, white_edge
from generator.storyboard import Character
from generator.vocabulary import Style

_EDGE = 0.02  # width of the white edge in adult heights
_FLATTEST = 0.05  # a card that turns shows at least this much of itself
_DRESSES = frozenset("👩👧👵👸👰🧕🤶🧚")


@dataclass(frozen=True, slots=True)
class Shade:
    """The shadow that a light behind the spectator casts on the backdrop: offset and softness in adult heights."""

    dx: float = 0.022
    dy: float = 0.03
    softness: float = 0.022
    opacity: float = 0.3
    colour: str = "#3a2438"


@dataclass(frozen=True, slots=True)
class _Joint:
    """A sprite where a pose puts it."""

    sprite: Sprite
    matrix: skia.Matrix


class Puppet:
    """A character as paper. Heights are in adult heights; the origin of a puppet is on the ground below its middle."""

    def __init__(self, character: Character, style: Style = "paper", seed: int = 0) -> None:
        self.character = character
        self._ink = INK
        self._figure = figure(character.figure, character.colour, seed=seed) if character.figure else None
        look = self._figure.look if self._figure else None
        self.is_jointed = look is not None and look.kind in ("person", "animal")
        assert self._figure is not None
        left, top, right, bottom = self._figure.bounds
        wide, tall = right - left, bottom - top
        if self.is_jointed:
            self.height = character.scale
            self._unit = max(tall, wide * 0.86) / HEAD
        else:
            self.height = character.scale * tall / max(tall, 0.8 * wide)
            self._unit = tall / self.height
        size = self.height if self.is_jointed else 1.0
        self._head = cut(self._figure, self._unit, edge=_EDGE / size, ink=self._ink)
        self._pieces = self._body(_EDGE / size) if self.is_jointed else {}
        self.width = wide / self._unit * size
        self.head = (0.0, self.height * 0.75)
        self.mouth = (0.0, self.height * 0.66)

    def draw(self, canvas: skia.Canvas, pose: Pose, shade: Shade | None = None) -> None:
        """Draw the puppet as `pose` has it; the canvas's matrix takes adult heights to pixels."""
        if pose.opacity <= 0.01:
            return
        shade = shade or Shade()
        canvas.save()
        self._place(canvas, pose)
        pixels = _scale_of(canvas.getTotalMatrix())
        joints = self._joints(pose)
        if shade.opacity > 0:
            self._draw_shadows(canvas, joints, shade, pose)
        paint = skia.Paint(AntiAlias=True, Alphaf=pose.opacity)
        for round_ in ("edge", "face") if len(joints) > 1 else ("both",):
            for joint in joints:
                canvas.save()
                canvas.concat(joint.matrix)
                draw = {"edge": joint.sprite.draw_edge, "face": joint.sprite.draw_face, "both": joint.sprite.draw_both}
                draw[round_](canvas, pixels, paint)
                if joint.sprite is self._head and round_ != "edge":
                    self._draw_face(canvas, pose)
                canvas.restore()
        canvas.restore()

    def _body(self, edge: float) -> dict[str, Sprite]:
        assert self._figure is not None
        look = self._figure.look
        if look.kind == "person":
            body = person_body(look.cloth, look.base, dress=self.character.figure in _DRESSES, ink=self._ink)
        elif self.character.figure == "🤖":
            body = robot_body(look.base, ink=self._ink)
        else:
            body = animal_body(look.base, look.pale, ink=self._ink)
        names = ("torso", "near_arm", "far_arm", "near_leg", "far_leg")
        return {name: _sprite(getattr(body, name), edge) for name in names}

    def _place(self, canvas: skia.Canvas, pose: Pose) -> None:
        side = -1.0 if pose.facing < 0 else 1.0
        canvas.translate(side * pose.dx, -pose.dy)
        canvas.scale(side * max(_FLATTEST, abs(pose.facing)), 1)
        pivot = -pose.pivot * self.height
        canvas.translate(0, pivot)
        canvas.rotate(pose.rotation)
        canvas.translate(0, -pivot)
        canvas.skew(-tan(radians(pose.lean)), 0)
        canvas.scale(pose.scale_x, pose.scale_y)
        if self.is_jointed:
            canvas.scale(self.height, self.height)

    def _joints(self, pose: Pose) -> list[_Joint]:
        assert self._figure is not None
        look = self._figure.look
        flip = -1.0 if look.faces == "left" else 1.0
        if not self.is_jointed:
            matrix = skia.Matrix()
            matrix.setScale(flip, 1)
            return [_Joint(self._head, matrix)]
        pieces = self._pieces
        head = _turned(0, -NECK - pose.head_dy, pose.head_tilt)
        near, far = SHOULDER[0] + 0.012, -SHOULDER[0] - 0.012
        return [
            _Joint(pieces["far_arm"], _turned(far, -SHOULDER[1], pose.far_arm)),
            _Joint(pieces["far_leg"], _turned(-HIP[0], -HIP[1], -pose.far_leg)),
            _Joint(pieces["near_leg"], _turned(HIP[0], -HIP[1], -pose.near_leg)),
            _Joint(pieces["torso"], skia.Matrix()),
            _Joint(self._head, head),
            _Joint(pieces["near_arm"], _turned(near, -SHOULDER[1], -pose.near_arm)),
        ]

    def _draw_shadows(self, canvas: skia.Canvas, joints: list[_Joint], shade: Shade, pose: Pose) -> None:
        colour = skia_colour(shade.colour)
        paint = skia.Paint(
            Alphaf=shade.opacity * pose.opacity,
            ColorFilter=skia.ColorFilters.Blend(colour, skia.BlendMode.kSrcIn),
        )
        matrix = canvas.getTotalMatrix()
        for joint in joints:
            canvas.save()
            canvas.concat(joint.matrix)
            canvas.translate(shade.dx, shade.dy)
            joint.sprite.draw_shadow(canvas, shade.softness, paint)
            canvas.restore()
        canvas.setMatrix(matrix)

    def _draw_face(self, canvas: skia.Canvas, pose: Pose) -> None:
        shape = self._figure
        assert shape is not None
        if not shape.eyes and shape.mouth is None:
            return
        left, _, right, bottom = shape.bounds
        canvas.save()
        canvas.scale(1 / self._unit, 1 / self._unit)
        canvas.translate(-(left + right) / 2, -bottom)
        draw_face(canvas, shape.eyes, shape.mouth, pose, ink=self._ink, own_smile=shape.look.mouth is None)
        canvas.restore()


def _turned(x: float, y: float, degrees: float) -> skia.Matrix:
    matrix = skia.Matrix()
    matrix.setTranslate(x, y)
    matrix.preRotate(degrees)
    return matrix


def _scale_of(matrix: skia.Matrix) -> float:
    """Pixels per unit: the larger of the two axes'."""
    across = (matrix.getScaleX() ** 2 + matrix.getSkewY() ** 2) ** 0.5
    down = (matrix.getSkewX() ** 2 + matrix.getScaleY() ** 2) ** 0.5
    return float(max(across, down))


def _sprite(piece: Piece, edge: float) -> Sprite:
    box = piece.outline.computeTightBounds()
    box.outset(edge + 0.02, edge + 0.02)
    return Sprite(box, face=piece.paint, edge=white_edge(piece.outline, edge))
