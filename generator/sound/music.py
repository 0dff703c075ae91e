"""The film's music, played: a score of a mood and a style, rendered for any stretch of the film."""

from typing import cast

import numpy as np

from generator.sound.bands import band_of
from generator.sound.composer import Sounding, compose
from generator.sound.drums import Drum, drum
from generator.sound.instruments import Instrument, note
from generator.sound.moods import MANNERS
from generator.sound.rooms import answered
from generator.sound.samples import Samples, count, faded, gain, loud_rms, place
from generator.sound.synthesis import band as band_pass
from generator.sound.tempo import Plan, plan_of
from generator.storyboard import Storyboard

_LEVEL = gain(-27.0)
_SHORTEST = 0.6  # seconds of a film that has music


def tempo(storyboard: Storyboard) -> float | None:
    """Beats a minute, the first beat at 0.0; None if there is no music. What dances may keep time with it."""
    return _plan(storyboard).bpm if storyboard.music != "none" else None


def _plan(storyboard: Storyboard) -> Plan:
    return plan_of(storyboard, MANNERS[storyboard.music], band_of(storyboard.style))


def music(storyboard: Storyboard) -> Samples:
    """The film's music, (round(seconds * SAMPLE_RATE), 2); silence for the mood "none"."""
    length = count(storyboard.seconds)
    out = np.zeros((length, 2), np.float32)
    if storyboard.music == "none" or storyboard.seconds < _SHORTEST:
        return out
    manner, band = MANNERS[storyboard.music], band_of(storyboard.style)
    plan = plan_of(storyboard, manner, band)
    for sounding in compose(storyboard, plan, manner, band):
        _play(out, sounding)
    out += np.float32(1.4) * answered(out, "stage")
    if band.old:
        out = _worn(out)
    level = loud_rms(out)
    if level > 0:
        out *= np.float32(_LEVEL / level)
    return faded(out, 0.002, min(0.6, plan.ringing * 0.5))


def _play(out: Samples, sounding: Sounding) -> None:
    if sounding.hertz:
        sound = note(cast(Instrument, sounding.player), sounding.hertz, sounding.seconds)
    else:
        sound = drum(cast(Drum, sounding.player))
    angle = (sounding.side + 1) * np.pi / 4
    ears = np.array([np.cos(angle), np.sin(angle)], np.float32) * np.float32(sounding.level)
    place(out, sound[:, None] * ears, sounding.at)


def _worn(x: Samples) -> Samples:
    """As from the optical track of an old film: the middle of everything, and the same on both sides."""
    mono = band_pass(x.mean(axis=1).astype(np.float64), 250.0, 4200.0, 1).astype(np.float32)
    return np.stack([mono, mono], axis=1)
