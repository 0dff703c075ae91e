"""What a move is asked: who does it, how far it has come."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.engines.paper.pose import Pose
from generator.storyboard import Act

Gait = Literal["steps", "hops", "winds"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of an act: `u` its progress from 0 to 1, `s` the seconds since it began, of `seconds`.

    `size` is the puppet's height in adult heights, `jointed` says that it has arms and legs, `seed` picks a manner.
    """

    act: Act
    u: float
    s: float
    seconds: float
    size: float
    jointed: bool
    alive: bool
    seed: int
    gait: Gait = "steps"
    holds: bool = False  # something is in its hand all the time


Move = Callable[[Moment], Pose]
