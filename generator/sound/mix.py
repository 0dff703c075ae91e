"""Speech, effects, ambience and music put together at one loudness."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from generator.sound.ambience import ambience
from generator.sound.cues import effect_cues
from generator.sound.effects import effect
from generator.sound.loudness import normalised
from generator.sound.music import music
from generator.sound.rooms import answered
from generator.sound.samples import SAMPLE_RATE, Samples, count, faded, gain, place
from generator.sound.speech import Speech, Utterance
from generator.storyboard import Shot, Storyboard
from generator.vocabulary import Place

_SPREAD = 0.4  # how far to the side somebody at the edge of the picture is heard
_TURNED = 0.7  # of that, for voices: they stay near the middle, where words are clearest
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

    Speech is on top: music, ambience and effects step back under it. `check_cancelled` is called between stages.
    """
    length = count(storyboard.seconds)
    check_cancelled()
    voices = _voices(storyboard, speech.utterances, length)
    check_cancelled()
    effects = _effects(storyboard, length, check_cancelled)
    check_cancelled()
    air = ambience(storyboard)
    check_cancelled()
    tune = music(storyboard)
    check_cancelled()
    under = _presence(voices)
    total = voices
    for bus, depth in ((effects, _DUCK_EFFECTS), (air, _DUCK_AMBIENCE), (tune, _DUCK_MUSIC)):
        total += bus * (1.0 - under * np.float32(1.0 - gain(depth)))[:, None]
    ending = min(_LONG_FADE, storyboard.seconds / 4) if storyboard.fade_out else min(_FADE, storyboard.seconds / 4)
    check_cancelled()
    return Soundtrack(normalised(faded(total, 0.01, ending)))


def _voices(storyboard: Storyboard, utterances: Sequence[Utterance], length: int) -> Samples:
    """The speech bus (n, 2): every line from where its speaker stands, with the answer of the place."""
    heard = []
    for utterance in utterances:
        shot = shot_at(storyboard.shots, utterance.start)
        speaker = storyboard.lines[utterance.line].speaker
        x = next((p.x for p in shot.cast if p.character == speaker), 0.0)
        heard.append((shot.place, utterance.start, panned(utterance.samples, x * _TURNED)))
    return _in_their_places(heard, length)


def _effects(storyboard: Storyboard, length: int, check_cancelled: Callable[[], None]) -> Samples:
    """The effects bus (n, 2), cues and acts alike."""
    heard = []
    for i, cue in enumerate(effect_cues(storyboard)):
        check_cancelled()
        sound = effect(cue.effect, min(cue.seconds, storyboard.seconds - cue.start), storyboard.seed + i, loop=cue.loop)
        where = shot_at(storyboard.shots, cue.start).place
        heard.append((where, cue.start, panned(sound * np.float32(gain(cue.level)), cue.x)))
    return _in_their_places(heard, length)


def _in_their_places(heard: Sequence[tuple[Place, float, Samples]], length: int) -> Samples:
    """Stereo sounds laid at their times (place, seconds, sound), each place answering those that are heard in it."""
    total = np.zeros((length, 2), np.float32)
    for where in sorted({place_name for place_name, _, _ in heard}):
        bus = np.zeros((length, 2), np.float32)
        for place_name, start, sound in heard:
            if place_name == where:
                place(bus, sound, start)
        total += bus
        total += answered(bus, where)
    return total


def shot_at(shots: Sequence[Shot], time: float) -> Shot:
    """The shot that is on screen then; the nearest one outside the film."""
    return next((shot for shot in reversed(shots) if shot.start <= time + 1e-6), shots[0])


def panned(x: Samples, where: float) -> Samples:
    """Mono to stereo with constant power, `where` from -1 (left edge of the picture) to 1."""
    angle = (min(max(where, -1.0), 1.0) * _SPREAD + 1.0) * np.pi / 4
    return np.stack([x * np.float32(np.cos(angle)), x * np.float32(np.sin(angle))], axis=1) * np.float32(2**0.5)


def _presence(voices: Samples) -> Samples:
    """How much somebody is speaking at each sample, 0..1: what the other buses duck by. It knows what comes."""
    step = SAMPLE_RATE // _CONTROL
    steps = -(-len(voices) // step)
    padded = np.zeros(steps * step, np.float32)
    padded[: len(voices)] = np.abs(voices).max(axis=1)
    talking = padded.reshape(steps, step).max(axis=1) > gain(-38.0)
    held = np.zeros(steps)
    ahead, after = round(_ATTACK * _CONTROL), round(_HOLD * _CONTROL)
    for step_talking in np.flatnonzero(talking):
        held[max(0, step_talking - ahead) : step_talking + after] = 1.0
    level = 0.0
    rise, fall = 1 - np.exp(-1 / (_ATTACK * _CONTROL / 2)), 1 - np.exp(-1 / (_RELEASE * _CONTROL / 2))
    for i, wanted in enumerate(held):
        level += (wanted - level) * (rise if wanted > level else fall)
        held[i] = level
    return np.interp(np.arange(len(voices)), np.arange(steps) * step, held).astype(np.float32)
