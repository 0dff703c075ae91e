"""Anatomy of those cut in one piece: where their legs and their tail are, and how a step moves them.

It follows from the card itself. Where it stands on the ground in two or more places with air between them, these are
legs, up to where the air ends; what is thin and sticks out at the back is a tail.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import pi

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from generator.engines.paper.figures import Figure

_LEVELS = (0.015, 0.03, 0.055, 0.08, 0.11, 0.15, 0.2)  # of the card's height: where is looked what stands there
_MOST = 4  # legs that are told apart
_BROADEST = 0.55  # of the card's width: what is broader is no leg
_SHORTEST = 0.07  # of the card's height: less air below a belly is no pair of legs
_THINNEST = 0.012  # of the card's width: what is thinner touches the ground by chance
_THIN = 0.17  # of the card's larger side: a tail is not broader
_TAIL = 0.09  # of the card's width that a tail sticks out by
_STEP, _LIFT = 0.6, 0.2  # of a leg's length: how far it swings each way, and how high it is lifted
_LONGEST_STEP = 0.17  # of the card's width
_WAG = 0.3  # radians
_SWISH = 0.16  # of a swimmer's length from its middle: how far its tail beats
_SWIMS = frozenset("🐟🐠🐡🦈🐬🐋🐳🦭🐙🦑🦐🪼🐍🐛🐌🐊")

_OPEN_WINGS = {"🕊": "up", "🦅": "up", "🐝": "up", "🪽": "up", "🦋": "wide", "🦇": "wide"}
_BEATS = 0.4  # of how far open wings reach: how far they come down, or fold
_BEATING = 0.45  # a beat below which open wings are held still

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg from `top` down to the ground between `left` and `right`; `turn` is when in a cycle it steps, in turns."""

    left: float
    right: float
    top: float
    turn: float


@dataclass(frozen=True, slots=True)
class Anatomy:
    """In units of drawing, y down, the origin at the middle of the foot.

    `back` is 1 where the tail is at positive x. `tail` is its root. `swims` says that the rear half is one great tail,
    `wings` which way open wings point: "up", or "wide" to both sides.
    """

    legs: tuple[Leg, ...] = ()
    tail: tuple[float, float] | None = None
    back: float = 1.0
    swims: bool = False
    wings: str | None = None
    width: float = 1.0
    height: float = 1.0

    def moved(self, x: Points, y: Points, stride: float, flap: float, phase: float) -> tuple[Points, Points]:
        """Where the points (x, y) are at `phase` (in turns) of a step `stride` long and of a tail that beats `flap`."""
        new_x, new_y = x.copy(), y.copy()
        if self.legs and stride > 0:
            self._step(x, y, new_x, new_y, stride, phase)
        if self.tail is not None and max(stride, flap) > 0:
            self._wag(x, y, new_x, new_y, max(0.6 * stride, flap), phase)
        if self.swims and flap > 0:
            far = np.clip(self.back * x / (0.5 * self.width), 0, 1) ** 1.5
            new_y += _SWISH * self.width * flap * far * np.sin(2 * pi * (phase - 0.2 * far))
            new_x -= 0.12 * self.width * flap * far * self.back * (0.5 - 0.5 * np.cos(2 * pi * phase))
        if self.wings is not None and flap > _BEATING:
            down = _BEATS * flap * (0.5 - 0.5 * np.cos(2 * pi * phase))
            if self.wings == "up":
                new_y += down * np.maximum(-y - 0.42 * self.height, 0)
            else:
                new_x -= down * x
        return new_x, new_y

    def _step(self, x: Points, y: Points, new_x: Points, new_y: Points, stride: float, phase: float) -> None:
        gaps = np.stack([np.maximum(np.maximum(leg.left - x, x - leg.right), 0) for leg in self.legs])
        nearest = gaps.argmin(0)
        for number, leg in enumerate(self.legs):
            length = max(-leg.top, 1e-6)
            down = np.clip((y - leg.top) / length, 0, 1) ** 1.2
            near = np.clip(1.5 - gaps[number] / (0.5 * (leg.right - leg.left) + 1e-6), 0, 1)
            share = np.where(nearest == number, down * near, 0.0)
            turn = 2 * pi * (phase + leg.turn)
            reach = min(_STEP * length, _LONGEST_STEP * self.width) * stride
            new_x -= self.back * reach * np.sin(turn) * share
            new_y -= _LIFT * length * min(1.0, stride) * max(0.0, np.cos(turn)) * share

    def _wag(self, x: Points, y: Points, new_x: Points, new_y: Points, amount: float, phase: float) -> None:
        root_x, root_y = self.tail or (0.0, 0.0)
        out = self.back * (x - root_x)
        high = min((leg.top for leg in self.legs), default=0.0) if self.legs else 0.0
        share = np.clip(out / (_TAIL * self.width), 0, 1) * (y < 0.55 * high)
        angle = _WAG * amount * np.sin(2 * pi * (phase + 0.1)) * share
        dx, dy = x - root_x, y - root_y
        new_x += np.where(share > 0, dx * np.cos(angle) - dy * np.sin(angle) - dx, 0)
        new_y += np.where(share > 0, dx * np.sin(angle) + dy * np.cos(angle) - dy, 0)


@lru_cache(maxsize=256)
def anatomy_of(figure: Figure, unit: float) -> Anatomy:
    """The anatomy of `figure`, of which `unit` sheet pixels are one unit of drawing."""
    left, top, right, bottom = (int(side) for side in figure.bounds)
    card = figure.card[top:bottom, left:right]
    tall, wide = card.shape
    back = 1.0 if figure.look.faces != "right" else -1.0
    middle = wide / 2
    legs = tuple(
        Leg((start - middle) / unit, (end - middle) / unit, -high / unit, turn)
        for start, end, high, turn in _legs(card)
    )
    tail = _tail(card if back > 0 else card[:, ::-1]) if figure.look.faces != "front" else None
    return Anatomy(
        legs,
        ((tail[0] - middle) * back / unit, (tail[1] - tall) / unit) if tail else None,
        back,
        figure.emoji[0] in _SWIMS,
        _OPEN_WINGS.get(figure.emoji[0]),
        wide / unit,
        tall / unit,
    )


def _legs(card: NDArray[np.bool_]) -> list[tuple[int, int, float, float]]:
    """(left column, right column, height of the top, turn) of every leg, from the left."""
    tall = len(card)
    levels = sorted({int(tall * (1 - up)) for up in _LEVELS})
    found = [_standing(card, min(tall - 1, level)) for level in levels]
    best = max(found, key=lambda legs: (min(len(legs), _MOST), sum(high for _, _, high in legs)))
    return [(start, end, high, 0.5 * (place % 2)) for place, (start, end, high) in enumerate(best)]


def _standing(card: NDArray[np.bool_], row: int) -> list[tuple[int, int, float]]:
    """(left column, right column, height of the top) of what legs there are at `row`; none if fewer than two."""
    tall, wide = card.shape
    edges = np.flatnonzero(np.diff(np.concatenate(([0], card[row].astype(np.int8), [0]))))
    runs = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > _THINNEST * wide]
    air = []
    for (_, end), (start, _) in pairwise(runs):
        filled = np.flatnonzero(card[:row, (end + start) // 2])
        air.append(float(tall - 1 - filled[-1]) if len(filled) else 0.0)
    tops = [max(air[max(0, place - 1) : place + 1], default=0.0) for place in range(len(runs))]
    legs = [
        (start, end, min(high, 0.5 * tall))
        for (start, end), high in zip(runs, tops, strict=True)
        if high > _SHORTEST * tall and end - start < _BROADEST * wide
    ]
    return legs if len(legs) > 1 else []


def _tail(card: NDArray[np.bool_]) -> tuple[float, float] | None:
    """(column, row) of the root of what is thin and sticks out to the right, above the legs."""
    tall, wide = card.shape
    reach = _THIN * max(tall, wide) / 2
    padded = np.pad(card, int(reach) + 2)
    core = ndimage.distance_transform_edt(padded) > reach
    if not core.any():
        return None
    trunk = ndimage.distance_transform_edt(~core) <= reach * 1.05
    columns = np.flatnonzero(trunk.any(0))
    edge = int(columns[-1]) - int(reach) - 2
    if wide - edge < _TAIL * wide:
        return None
    rows = np.flatnonzero(card[: int(0.8 * tall), min(wide - 1, edge + 2)])
    return (float(edge), float(rows.mean())) if len(rows) else None
