"""Speech, effects, ambience and music put together at one loudness."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.sound.ambience import Air
from generator.sound.bus import Bus, Heard
from generator.sound.cues import effect_cues
from generator.sound.effects import effect
from generator.sound.loudness import STRETCH, normalise
from generator.sound.music import Tune
from generator.sound.samples import SAMPLE_RATE, Samples, count, gain
from generator.sound.speech import Speech, Utterance
from generator.storyboard import Shot, Storyboard

_TURNED = 0.7  # of the way to the side, for voices: they stay near the middle, where words are clearest
_CONTROL = 100  # steps a second at which levels move
_HOLD = 0.28  # seconds that a duck lasts over a pause between words
_ATTACK, _RELEASE = 0.05, 0.4  # seconds
_DUCK_MUSIC, _DUCK_AMBIENCE, _DUCK_EFFECTS = -11.0, -9.0, -5.0  # dB under speech
_FADE = 0.3  # seconds at the film's end
_LONG_FADE = 1.5  # where the screenplay asked for a fade


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """The film's sound: `samples` float32 (n, 2), n = round(seconds * rate), within ±1."""

    samples: Samples
    rate: int = SAMPLE_RATE

    def segment(self) -> Any:
        """As a pydub AudioSegment (16 bit stereo), for listening, cutting and export."""
        return _segment_class()(
            (np.clip(self.samples, -1.0, 1.0) * 32767.0).round().astype("<i2").tobytes(),
            frame_rate=self.rate, sample_width=2, channels=2,
        )  # fmt: skip

    def save(self, path: Path) -> None:
        """Write a WAV file."""
        self.segment().export(str(path), format="wav").close()


def _segment_class() -> Any:
    import warnings

    with warnings.catch_warnings():  # pydub looks for an ffmpeg that we do not need, and says so
        warnings.simplefilter("ignore")
        from pydub import AudioSegment
    return AudioSegment


def mix(storyboard: Storyboard, speech: Speech, *, check_cancelled: Callable[[], None] = lambda: None) -> Soundtrack:
    """The soundtrack of a storyboard whose lines have their real times (`retime`), exactly as long as the film.

    Speech is on top: music, ambience and effects step back under it. It is put together stretch by stretch, so that
    what grows with the film is only the track itself. `check_cancelled` is called between stretches.
    """
    check_cancelled()
    total = np.zeros((count(storyboard.seconds), 2), np.float32)
    voices = Bus(_spoken(storyboard, speech.utterances))
    effects = Bus(_sounding(storyboard))
    air, tune = Air(storyboard), Tune(storyboard)
    under = _presence(speech.utterances, len(total))
    for begin in range(0, len(total), STRETCH):
        check_cancelled()
        here = total[begin : begin + STRETCH]
        ducked = _at_each_sample(under, begin, len(here))
        here += voices.next(len(here))
        for bus, depth in ((effects, _DUCK_EFFECTS), (air, _DUCK_AMBIENCE), (tune, _DUCK_MUSIC)):
            here += bus.next(len(here)) * (1.0 - ducked * np.float32(1.0 - gain(depth)))[:, None]
    _fade_ends(total, storyboard)
    check_cancelled()
    normalise(total)
    return Soundtrack(total)


def _fade_ends(total: Samples, storyboard: Storyboard) -> None:
    ending = count(min(_LONG_FADE if storyboard.fade_out else _FADE, storyboard.seconds / 4))
    for edge in (total[: count(0.01)], total[len(total) - ending :][::-1]):
        edge *= (0.5 - 0.5 * np.cos(np.pi * (np.arange(len(edge)) + 0.5) / max(1, len(edge)))).astype(np.float32)[
            :, None
        ]


def _spoken(storyboard: Storyboard, utterances: Sequence[Utterance]) -> list[Heard]:
    """Every line from where its speaker stands."""
    heard = []
    for utterance in utterances:
        shot = shot_at(storyboard.shots, utterance.start)
        speaker = storyboard.lines[utterance.line].speaker
        x, far = next(((p.x, p.depth) for p in shot.cast if p.character == speaker), (0.0, 0.0))
        samples = utterance.samples
        heard.append(Heard(shot.place, utterance.start, partial(np.asarray, samples), x * _TURNED, far=far * _TURNED))
    return heard


def _sounding(storyboard: Storyboard) -> list[Heard]:
    """Effects, of cues and acts alike."""
    heard = []
    for i, cue in enumerate(effect_cues(storyboard)):
        seconds = min(cue.seconds, storyboard.seconds - cue.start)
        make = partial(effect, cue.effect, seconds, storyboard.seed + i, loop=cue.loop, pitch=cue.pitch)
        where = shot_at(storyboard.shots, cue.start).place
        heard.append(Heard(where, cue.start, make, cue.x, gain(cue.level), cue.far))
    return heard


def shot_at(shots: Sequence[Shot], time: float) -> Shot:
    """The shot that is on screen then; the nearest one outside the film."""
    return next((shot for shot in reversed(shots) if shot.start <= time + 1e-6), shots[0])


def _presence(utterances: Sequence[Utterance], length: int) -> NDArray[np.float64]:
    """How much somebody is speaking, 0..1, _CONTROL times a second: what other buses duck by. It knows what comes."""
    step = SAMPLE_RATE // _CONTROL
    talking = np.zeros(-(-length // step) + 1, bool)
    for utterance in utterances:
        loud = np.abs(utterance.samples[: len(utterance.samples) // step * step]).reshape(-1, step).max(axis=1)
        first = round(utterance.start * _CONTROL)
        room = max(0, min(len(loud), len(talking) - first))
        talking[first : first + room] |= loud[:room] > gain(-38.0)
    held = np.zeros(len(talking))
    ahead, after = round(_ATTACK * _CONTROL), round(_HOLD * _CONTROL)
    for step_talking in np.flatnonzero(talking):
        held[max(0, step_talking - ahead) : step_talking + after] = 1.0
    level = 0.0
    rise, fall = 1 - np.exp(-1 / (_ATTACK * _CONTROL / 2)), 1 - np.exp(-1 / (_RELEASE * _CONTROL / 2))
    for i, wanted in enumerate(held):
        level += (wanted - level) * (rise if wanted > level else fall)
        held[i] = level
    return held


def _at_each_sample(control: NDArray[np.float64], begin: int, length: int) -> Samples:
    step = SAMPLE_RATE // _CONTROL
    return np.interp(np.arange(begin, begin + length) / step, np.arange(len(control)), control).astype(np.float32)
