"""Measuring a head, as tailors do: where eyes, crown and neck are, for all that is worn or pops up there."""

from dataclasses import dataclass

from generator.engines.paper.faces import Eye
from generator.engines.paper.figures import SIDE, Figure

_NAPE = 0.05  # of a figure's larger side: how far behind the eye the middle of a head in profile is


@dataclass(frozen=True, slots=True)
class Measures:
    """A head in drawing units, y down, the origin at the middle of the foot of its card."""

    eye_x: float
    eye_y: float
    eyes_apart: float  # 0 for a head in profile
    eye: float  # radius
    crown_x: float
    crown_y: float
    width: float
    neck_x: float
    neck_y: float
    mouth_y: float


def measured(figure: Figure, unit: float, *, head_only: bool) -> Measures:
    """The measures of `figure` of which `unit` sheet pixels are one drawing unit."""
    left, top, right, bottom = figure.bounds
    middle, tall = (left + right) / 2, bottom - top
    wide = (right - left) / unit
    eyes = figure.eyes or tuple(
        Eye(x * SIDE, y * SIDE, 0.03 * SIDE, 0.03 * SIDE) for x, y in figure.look.eyes_at if not head_only
    )
    back = 0.0
    if eyes:
        x = sum(eye.x for eye in eyes) / len(eyes)
        y = sum(eye.y for eye in eyes) / len(eyes)
        apart = (max(eye.x for eye in eyes) - min(eye.x for eye in eyes)) / unit
        radius = max(eye.rx for eye in eyes) / unit
    else:
        x, y, apart, radius = middle, top + 0.42 * tall, 0.26 * wide, 0.03 * wide
    if not head_only and len(eyes) == 1:  # in profile the eye is nearer to the nose than to the nape
        back = _NAPE * max(wide, tall / unit) * (1 if figure.look.faces == "left" else -1)
    column = figure.card[:, int(min(right - 1, max(left, x + back * unit)))]
    crown = float(column.argmax()) if column.any() else top
    eye_x, eye_y = (x - middle) / unit, (y - bottom) / unit
    if head_only:
        head, neck_x, neck_y = wide, 0.0, 0.035
        crown = max(crown, top + 0.03 * tall)
    else:
        head = min(wide, max(2.7 * apart, 0.42 * max(wide, tall / unit)))
        below = 0.62 if len(eyes) == 1 else 0.48
        neck_x, neck_y = eye_x + back, eye_y + below * head
    lips = figure.mouth.y if figure.mouth else y + 0.3 * head * unit
    return Measures(
        eye_x, eye_y, apart, radius, eye_x + back, (crown - bottom) / unit, head, neck_x, neck_y, (lips - bottom) / unit
    )


def measured_card(height: float) -> Measures:
    """Those of a lettered card, which has no head but is spoken to all the same."""
    return Measures(0.0, -0.8 * height, 0.2, 0.03, 0.0, -height, 0.4, 0.0, -0.5 * height, -0.72 * height)
