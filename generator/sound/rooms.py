"""How a place answers a sound: a small reverberation for each."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy.signal import butter, oaconvolve, sosfilt

from generator.sound.samples import SAMPLE_RATE, Samples, count
from generator.sound.synthesis import highpass, lowpass
from generator.vocabulary import Place


class Room(NamedTuple):
    """`seconds` until an echo is 60 dB down, its `level` beside the direct sound (dB), how `bright` it is (Hz)."""

    seconds: float
    level: float
    bright: float
    echo: float = 0.0  # seconds to a single clear echo, 0 for none


_OPEN = Room(0.25, -24.0, 4500)
_INDOORS = Room(0.4, -16.0, 5000)
ROOMS: dict[Place, Room] = {
    "cave": Room(2.3, -9.0, 3200), "museum": Room(1.6, -13.0, 5000), "castle": Room(1.7, -12.0, 4200),
    "shrine": Room(0.9, -18.0, 4200), "stadium": Room(1.6, -14.0, 3500, 0.28), "bathhouse": Room(1.5, -10.0, 6000),
    "station": Room(1.1, -15.0, 4500), "train": Room(0.3, -15.0, 3500), "street": Room(0.55, -19.0, 4500, 0.09),
    "city": Room(0.7, -19.0, 4500, 0.13), "alley": Room(0.6, -15.0, 4500), "stage": Room(0.8, -15.0, 5000),
    "studio": Room(0.25, -18.0, 5500), "hospital": Room(0.7, -15.0, 5500), "classroom": Room(0.6, -14.0, 5000),
    "space": Room(2.4, -13.0, 2600), "underwater": Room(0.9, -9.0, 1200), "mountain": Room(0.5, -21.0, 3500, 0.42),
    "rooftop": Room(0.3, -22.0, 4500, 0.2), "forest": Room(0.8, -20.0, 3000), "room": _INDOORS, "kitchen": _INDOORS,
    "office": _INDOORS, "shop": _INDOORS, "restaurant": _INDOORS, "porch": Room(0.3, -19.0, 4500),
    "bedroom": _INDOORS,
    "tatami_room": _INDOORS,
    "corridor": Room(1.1, -13.0, 4500),
    "library": Room(0.7, -16.0, 4500),
    "gym": Room(1.5, -12.0, 4500),
    "laboratory": _INDOORS,
    "cafe": _INDOORS,
    "bar": _INDOORS,
    "convenience_store": _INDOORS,
    "jungle": Room(0.7, -20.0, 3200),
    "waterfall": Room(0.7, -18.0, 4000),
    "volcano": Room(0.5, -21.0, 3500, 0.3),
    "ruins": Room(0.9, -18.0, 4000),
    "onsen": Room(0.4, -19.0, 4500),
    "throne_room": Room(1.8, -12.0, 4200),
    "dungeon": Room(1.8, -10.0, 3200),
    "moon": Room(1.2, -18.0, 2600),
    "spaceship": Room(0.6, -15.0, 4200),
    "airport": Room(1.4, -14.0, 4800),
    "bus": Room(0.3, -16.0, 3800),
    "chapel": Room(1.9, -11.0, 4800),
    "courtroom": Room(1.0, -14.0, 4500),
    "boxing_ring": Room(1.4, -14.0, 3800),
    "aquarium": Room(1.2, -15.0, 4000),
    "factory": Room(1.5, -14.0, 4200),
}  # fmt: skip
_ECHO = butter(1, 2500.0, "lowpass", fs=SAMPLE_RATE, output="sos")  # a far wall gives little of the treble back


@lru_cache(maxsize=8)
def _response(room: Room) -> Samples:
    """The room's answer to a click, (n, 2): a few early reflections and a noise tail, one for each ear."""
    n = count(room.seconds)
    rng = np.random.default_rng(7)
    t = np.arange(n) / SAMPLE_RATE
    sides = []
    for _ in range(2):
        tail = rng.standard_normal(n) * 10.0 ** (-3.0 * t / room.seconds) * np.clip(t / 0.012, 0.0, 1.0)
        for _ in range(6):
            tail[int(rng.uniform(0.004, min(0.05, room.seconds / 2)) * SAMPLE_RATE)] += rng.uniform(4, 9)
        sides.append(highpass(lowpass(tail, room.bright, 1), 180, 1))
    answer = np.stack(sides, axis=1)
    answer *= 10.0 ** (room.level / 20.0) / np.sqrt((answer**2).sum(axis=0).mean())
    return answer.astype(np.float32)


class Answer:
    """A place's answer to a sound that comes piece by piece; what still rings goes over into the next piece."""

    def __init__(self, place: Place) -> None:
        self._room = ROOMS.get(place, _OPEN)
        self._ringing = np.zeros((len(_response(self._room)) - 1, 2), np.float32)
        self._delayed = np.zeros(count(self._room.echo), np.float32)
        self._dull = np.zeros((1, 2))

    def to(self, x: Samples) -> Samples:
        """Only the answer to `x` (n, 2) and to what was before it, as long as `x`; add it to the direct sound."""
        response = _response(self._room)
        whole = np.zeros((len(x) + len(response) - 1, 2), np.float32)
        if x.any():
            whole += oaconvolve(x, response, axes=0)
        whole[: len(self._ringing)] += self._ringing
        self._ringing = whole[len(x) :].copy()
        wet = whole[: len(x)]
        if self._room.echo:
            dull, self._dull = sosfilt(_ECHO, x.mean(axis=1), zi=self._dull)
            line = np.concatenate([self._delayed, dull.astype(np.float32)])
            wet += np.float32(0.13) * line[: len(x), None]
            self._delayed = line[len(x) :]
        return wet


def answered(x: Samples, place: Place) -> Samples:
    """The place's answer to the whole of `x` (n, 2), as long as `x`."""
    return Answer(place).to(x)
