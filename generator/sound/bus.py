"""Sounds laid at their times, each heard from its side and answered by its place, stretch by stretch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from generator.sound.rooms import Answer
from generator.sound.samples import SAMPLE_RATE, Samples, place
from generator.vocabulary import Place

_FAR = 0.45  # of the direct sound that does not come from the back
_SPREAD = 0.4  # how far to the side somebody at the edge of the picture is heard


@dataclass(frozen=True, slots=True)
class Heard:
    """A mono sound at `start` seconds in a place; `make` makes it when it is due.

    `x` is where it comes from, -1 (left edge of the picture) to 1; `level` a factor; `far` from 0, near, to 1, at the
    back of the stage: less of the sound itself is heard there, and as much of the room.
    """

    where: Place
    start: float
    make: Callable[[], Samples]
    x: float = 0.0
    level: float = 1.0
    far: float = 0.0


class Bus:
    """What is heard together, from the beginning of the film."""

    def __init__(self, heard: Sequence[Heard]) -> None:
        self._coming = sorted(heard, key=lambda one: one.start)
        self._now: list[tuple[Heard, Samples]] = []
        self._answers = {where: Answer(where) for where in sorted({one.where for one in heard})}
        self._at = 0

    def next(self, length: int) -> Samples:
        """The next `length` samples, (length, 2)."""
        begin = self._at / SAMPLE_RATE
        self._at += length
        while self._coming and self._coming[0].start < self._at / SAMPLE_RATE:
            one = self._coming.pop(0)
            self._now.append((one, one.make()))
        total = np.zeros((length, 2), np.float32)
        for where, answer in self._answers.items():
            dry, direct = np.zeros((length, 2), np.float32), np.zeros((length, 2), np.float32)
            for one, sound in self._now:
                if one.where == where:
                    first = max(0, self._at - length - round(one.start * SAMPLE_RATE))
                    due = sound[first : first + length]
                    loud, at = panned(due * np.float32(one.level), one.x), max(0.0, one.start - begin)
                    place(dry, loud, at)
                    place(direct, loud * np.float32(1.0 - _FAR * one.far), at)
            total += direct
            total += answer.to(dry)
        ended = self._at / SAMPLE_RATE
        self._now = [(one, sound) for one, sound in self._now if one.start + len(sound) / SAMPLE_RATE > ended]
        return total


def panned(x: Samples, where: float) -> Samples:
    """Mono to stereo with constant power, `where` from -1 (left edge of the picture) to 1."""
    angle = (min(max(where, -1.0), 1.0) * _SPREAD + 1.0) * np.pi / 4
    return np.stack([x * np.float32(np.cos(angle)), x * np.float32(np.sin(angle))], axis=1) * np.float32(2**0.5)
