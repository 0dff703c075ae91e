"""The film's music, played: a score of a mood and a style, rendered for any stretch of the film."""

from typing import cast

import numpy as np
from scipy.signal import butter, sosfilt

from generator.sound.bands import band_of
from generator.sound.composer import Sounding, compose
from generator.sound.drums import Drum, drum
from generator.sound.instruments import LONGEST, Instrument, note
from generator.sound.moods import MANNERS
from generator.sound.rooms import Answer
from generator.sound.samples import SAMPLE_RATE, Samples, count, gain, loud_rms, place
from generator.sound.tempo import Plan, plan_of
from generator.storyboard import Storyboard

_LEVEL = gain(-27.0)
_LISTENED = 10.0  # seconds of a score from which its loudness is taken
_SHORTEST = 0.6  # seconds of a film that has music


def tempo(storyboard: Storyboard) -> float | None:
    """Beats a minute, the first beat at 0.0; None if there is no music. What dances may keep time with it."""
    return _plan(storyboard).bpm if storyboard.music != "none" else None


def _plan(storyboard: Storyboard) -> Plan:
    return plan_of(storyboard, MANNERS[storyboard.music], band_of(storyboard.style))


def music(storyboard: Storyboard) -> Samples:
    """The film's music, (round(seconds * SAMPLE_RATE), 2); silence for the mood "none"."""
    return Tune(storyboard).next(count(storyboard.seconds))


class Tune:
    """The film's music from its beginning, stretch by stretch."""

    def __init__(self, storyboard: Storyboard) -> None:
        self._length, self._at, self._done = count(storyboard.seconds), 0, 0
        self._score: tuple[Sounding, ...] = ()
        if storyboard.music == "none" or storyboard.seconds < _SHORTEST:
            return
        manner, band = MANNERS[storyboard.music], band_of(storyboard.style)
        plan = plan_of(storyboard, manner, band)
        self._score = compose(storyboard, plan, manner, band)
        self._hall = Answer("stage")
        self._worn = Worn() if band.old else None
        self._fade = min(count(min(0.6, plan.ringing * 0.5)), self._length)
        self._ready = self._played(min(count(_LISTENED), self._length))
        level = loud_rms(self._ready)
        self._level = np.float32(_LEVEL / level if level > 0 else 0.0)

    def next(self, length: int) -> Samples:
        """The next `length` samples, (length, 2)."""
        begin, self._at = self._at, self._at + length
        if not self._score:
            return np.zeros((length, 2), np.float32)
        if len(self._ready) < length:
            self._ready = np.concatenate([self._ready, self._played(length - len(self._ready))])
        out, self._ready = self._ready[:length] * self._level, self._ready[length:]
        left = self._length - begin - np.arange(length)  # samples to the end of the film
        fall = np.clip(left / max(1, self._fade), 0.0, 1.0)
        return np.asarray(out * (0.5 - 0.5 * np.cos(np.pi * fall)).astype(np.float32)[:, None])

    def _played(self, length: int) -> Samples:
        begin, self._done = self._done, self._done + length
        out = np.zeros((length, 2), np.float32)
        for sounding in self._score:
            at = sounding.at - begin / SAMPLE_RATE
            if -LONGEST <= at < length / SAMPLE_RATE:
                _play(out, sounding, at)
        out += np.float32(1.4) * self._hall.to(out)
        return self._worn.through(out) if self._worn else out


class Worn:
    """As from the optical track of an old film: the middle of everything, and the same on both sides."""

    def __init__(self) -> None:
        self._middle = butter(1, [250.0, 4200.0], "bandpass", fs=SAMPLE_RATE, output="sos")
        self._state = np.zeros((len(self._middle), 2))

    def through(self, x: Samples) -> Samples:
        """The next stretch of it."""
        mono, self._state = sosfilt(self._middle, x.mean(axis=1), zi=self._state)
        return np.repeat(mono[:, None], 2, axis=1).astype(np.float32)


def _play(out: Samples, sounding: Sounding, at: float) -> None:
    if sounding.hertz:
        sound = note(cast(Instrument, sounding.player), sounding.hertz, sounding.seconds)
    else:
        sound = drum(cast(Drum, sounding.player))
    angle = (sounding.side + 1) * np.pi / 4
    ears = np.array([np.cos(angle), np.sin(angle)], np.float32) * np.float32(sounding.level)
    place(out, sound[:, None] * ears, at)
