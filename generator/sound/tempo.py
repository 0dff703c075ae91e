"""The time of a film's music: whole beats from the first frame to the last chord, cuts on beats where they can be."""

from dataclasses import dataclass

import numpy as np

from generator.sound.bands import Band
from generator.sound.moods import Manner
from generator.storyboard import Storyboard

_DANCE_BPM = (112.0, 124.0)
_GIVE = 0.06  # how far beyond its mood's bounds the tempo may go to meet the film


@dataclass(frozen=True, slots=True)
class Plan:
    """`beats` of music, then the last chord, which rings for `ringing` seconds to the end of the film."""

    bpm: float
    beats: int
    ringing: float
    dance: bool

    @property
    def beat(self) -> float:
        """Seconds of one."""
        return 60.0 / self.bpm

    @property
    def bars(self) -> int:
        """Of four beats, the last one perhaps shorter."""
        return -(-self.beats // 4)


def plan_of(storyboard: Storyboard, manner: Manner, band: Band) -> Plan:
    """The tempo at which the film is whole beats long: near the mood's, bars whole and cuts on beats if it can be."""
    dance = any(act.action == "dance" for shot in storyboard.shots for act in shot.acts)
    low, high = (bound * band.pace for bound in manner.bpm)
    if dance and high < _DANCE_BPM[0]:
        low, high = _DANCE_BPM
    wished = float(np.random.default_rng((storyboard.seed & 0xFFFFFFFF, 5)).uniform(low, high))
    ringing = min(1.9, max(0.35, storyboard.seconds * 0.16))
    playing = max(0.2, storyboard.seconds - ringing)
    cuts = np.array([shot.start for shot in storyboard.shots[1:] if shot.start < playing])

    def cost(beats: int) -> float:
        bpm = 60.0 * beats / playing
        at = cuts * bpm / 60.0
        missed = float(np.abs(at - np.round(at)).mean()) if len(at) else 0.0
        uneven = 0.0 if beats % 4 == 0 else 0.5 if beats % 2 == 0 else 1.0
        return 2.0 * missed + 0.4 * uneven + abs(bpm - wished) / max(high - low, 1.0) * 0.5

    fewest = int(np.ceil(playing * low * (1 - _GIVE) / 60.0))
    most = int(playing * high * (1 + _GIVE) / 60.0)
    possible = range(max(1, fewest), most + 1) or (max(1, round(playing * wished / 60.0)),)
    beats = min(possible, key=cost)
    return Plan(60.0 * beats / playing, beats, ringing, dance)
