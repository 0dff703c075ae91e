"""Lines spoken: the voices of a film, each character's own."""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass
from threading import Event

import numpy as np

from core.screenplay.model import Mend
from generator.engines.engine import MOUTH_RATE, Cancelled, Mouth
from generator.sound import english_voice, japanese_voice
from generator.sound.casting import Timbre, cast_voices
from generator.sound.lips import mouth_opening
from generator.sound.loudness import limited
from generator.sound.natures import natural
from generator.sound.readings import Reading, reading
from generator.sound.samples import SAMPLE_RATE, Samples, count, faded, fit, gain, loud_rms, silence
from generator.sound.speech import Speech, Utterance
from generator.sound.timbre import brightened, resample, shift_pitch, sung_ratio, trembling, whispered
from generator.sound.timing import HURRIED, cut_to_fit, line_starts, paces, retime
from generator.storyboard import Language, SpokenLine, Storyboard

__all__ = ["SAMPLE_RATE", "Speech", "Utterance", "prepare", "retime", "speak"]

_LEVEL = gain(-20.0)  # RMS of the loud parts of a line, before the mix
_PEAK = -7.0  # dBTP of a line
_MANNER_LEVEL = {"say": 0.0, "think": -2.5, "whisper": -5.0, "shout": 2.5, "sing": 0.5}  # dB
_MANNER_PITCH = {"say": 0.0, "think": -0.5, "whisper": 0.0, "shout": 2.0, "sing": 1.0}  # semitones
_MANNER_PACE = {"say": 1.0, "think": 0.93, "whisper": 0.92, "shout": 1.06, "sing": 0.8}
_BLIP_SECONDS = 0.28
_MOUTHS = 2  # lines spoken at once
_PATIENCE = 0.1  # seconds between two looks whether the job was cancelled
_LONGEST_SILENT = 2.5  # seconds that a line without a voice keeps the others waiting
_SHORTEST_SQUEEZE = 0.72  # of a line's length, by moving its periods together; less would stutter


def prepare(language: Language) -> None:
    """Load that language's voice now, so that the first film does not wait for it."""
    (japanese_voice if language == "ja" else english_voice).load()


@dataclass(frozen=True, slots=True)
class _Part:
    """A line ready to be spoken: what is said, by whom, and how long that takes at its own pace."""

    line: int
    spoken: SpokenLine
    reading: Reading
    timbre: Timbre
    said: tuple[int, ...] | tuple[str, ...]
    natural: float


def speak(storyboard: Storyboard, *, check_cancelled: Callable[[], None] = lambda: None) -> Speech:
    """Every line of the storyboard as sound, placed so that lines never overlap and end inside the film.

    `check_cancelled` is called between lines and raises to stop. The result is the same for the same storyboard.
    """
    timbres = cast_voices(storyboard)
    order = sorted(range(len(storyboard.lines)), key=lambda i: (storyboard.lines[i].start, i))
    parts = []
    for i in order:
        check_cancelled()
        spoken = storyboard.lines[i]
        timbre = timbres.get(spoken.speaker, timbres[None])
        parts.append(_part(i, spoken, timbre, storyboard.seconds))
    starts = [part.spoken.start for part in parts]
    speeds = paces(starts, [part.natural for part in parts], storyboard.seconds)
    voices = _together(parts, speeds, storyboard.seed, check_cancelled)
    wanted = [_standing(part, voice, speed) for part, voice, speed in zip(parts, voices, speeds, strict=True)]
    lengths = cut_to_fit(wanted, storyboard.seconds)
    real = line_starts(starts, lengths, storyboard.seconds)
    return _assembled(parts, voices, wanted, lengths, real)


def _together(
    parts: Sequence[_Part], speeds: Sequence[float], seed: int, check_cancelled: Callable[[], None]
) -> list[Samples]:
    """Every part spoken, _MOUTHS at a time; a voice computes on one core, and few machines have only one."""
    stopped = Event()

    def stop_too() -> None:
        if stopped.is_set():
            raise Cancelled

    with ThreadPoolExecutor(_MOUTHS, thread_name_prefix="voice") as pool:
        spoken = [pool.submit(_voice, part, speed, seed, stop_too) for part, speed in zip(parts, speeds, strict=True)]
        try:
            while wait(spoken, timeout=_PATIENCE, return_when=FIRST_EXCEPTION).not_done:
                check_cancelled()
                if any(voice.done() and voice.exception() for voice in spoken):
                    break
            return [voice.result() for voice in spoken]
        finally:
            stopped.set()


def _part(index: int, spoken: SpokenLine, timbre: Timbre, film: float) -> _Part:
    read = reading(spoken.text, spoken.language)
    said: tuple[int, ...] | tuple[str, ...] = ()
    natural = 0.0
    if read.kind == "ja":
        said = japanese_voice.tokens(read.text)
        most = int(film * HURRIED / japanese_voice.natural_seconds((0,) * 100) * 100) + 8
        said = said[:most]  # more than the whole film holds is never heard
        natural = japanese_voice.natural_seconds(said)
    elif read.kind == "en":
        sentences = english_voice.phonemes(read.text)
        while len(sentences) > 1 and english_voice.natural_seconds(sentences[:-1]) > film * HURRIED:
            sentences = sentences[:-1]
        said = sentences
        natural = english_voice.natural_seconds(sentences)
    if not said and read.kind in ("ja", "en"):
        read = Reading("blip")
    if read.kind in ("blip", "missing"):
        natural = min(max(spoken.seconds, _BLIP_SECONDS), _LONGEST_SILENT)
    else:
        natural /= timbre.pace * _MANNER_PACE[spoken.manner]
    return _Part(index, spoken, read, timbre, said, natural)


def _standing(part: _Part, voice: Samples, speed: float) -> float:
    """How long a line stands: as its voice does; about as planned where it has none, less in a hurry."""
    spoken = len(voice) / SAMPLE_RATE
    return spoken if part.reading.kind in ("ja", "en") else max(spoken, part.natural / speed)


def _voice(part: _Part, speed: float, seed: int, check_cancelled: Callable[[], None]) -> Samples:
    check_cancelled()
    if part.reading.kind == "missing":
        return silence(0.0)
    if part.reading.kind == "blip":
        return _blip(part)
    manner, timbre = part.spoken.manner, part.timbre
    japanese = part.reading.kind == "ja"
    semitones, formant = (timbre.semitones, timbre.formant) if japanese else timbre.english
    formant = min(max(formant, 0.68), 1.5)
    pace = timbre.pace * _MANNER_PACE[manner] * speed
    bend = 2.0 ** ((semitones + _MANNER_PITCH[manner]) / 12.0) / formant
    if japanese:
        ids = tuple(token for token in part.said if isinstance(token, int))
        plain, rate = japanese_voice.say(ids, timbre.blend, pace / formant, check_cancelled), japanese_voice.RATE
    else:
        sentences = tuple(s for s in part.said if isinstance(s, str))
        plain, rate = english_voice.say(sentences, pace / formant, bend, seed + part.line), english_voice.RATE
        bend = 1.0
    squeeze = 1.0
    if speed > 1.0 and len(plain):  # asked to hurry, and the voice took longer than was reckoned
        squeeze = min(1.0, max(_SHORTEST_SQUEEZE, part.natural / speed / (len(plain) / rate / formant)))
    if manner == "sing":
        contour = sung_ratio(plain, rate, bend, seed + part.line)
        shifted = shift_pitch(plain, rate, contour, squeeze)
    else:
        shifted = shift_pitch(plain, rate, bend, squeeze)
    return _mannered(resample(shifted, rate, formant), part, seed)


def _mannered(x: Samples, part: _Part, seed: int) -> Samples:
    manner = part.spoken.manner
    if part.timbre.tremor:
        x = trembling(x)
    x = natural(x, part.timbre.nature, np.random.default_rng((seed, part.line, 1)))
    if manner == "whisper":
        x = whispered(x, np.random.default_rng((seed, part.line))) + np.float32(0.06) * x
    elif manner == "shout":
        x = brightened(x, 4.0)
        x = np.tanh(1.6 * x / max(float(np.abs(x).max(initial=0.0)), 1e-6)).astype(np.float32)
    elif manner == "think":
        x = brightened(x, -5.0)
    level = loud_rms(x)
    if level > 0:
        x = x * np.float32(_LEVEL * gain(_MANNER_LEVEL[manner]) / level)
    # A deep voice is sharp pulses; tamed here, they do not make the whole mix give way later.
    return faded(limited(x.astype(np.float32), _PEAK), 0.008, 0.03)


def _blip(part: _Part) -> Samples:
    """A small vowel-less "pi" at about the speaker's pitch, for a line without words."""
    t = np.arange(count(_BLIP_SECONDS)) / SAMPLE_RATE
    pitch = 620.0 * 2.0 ** (part.timbre.semitones / 24.0)
    phase = 2 * np.pi * pitch * (t + 0.35 * t**2)
    tone = (np.sin(phase) + 0.25 * np.sin(2 * phase)) * np.exp(-t * 9.0)
    return faded((tone * _LEVEL * 1.2).astype(np.float32), 0.01, 0.05)


def _assembled(
    parts: list[_Part], voices: list[Samples], wanted: list[float], lengths: list[float], starts: list[float]
) -> Speech:
    utterances, mends = [], []
    for part, voice, wish, length, start in zip(parts, voices, wanted, lengths, starts, strict=True):
        if part.reading.kind == "missing":
            mends.append(Mend("mend-voice-missing", (("line", _short(part.spoken.text)),)))
        elif length < wish - 0.05 and part.reading.kind != "blip":
            mends.append(Mend("mend-voice-trimmed", (("line", _short(part.spoken.text)),)))
        if len(voice) > count(length):
            voice = faded(fit(voice, count(length)), 0.0, 0.2)
        opening = mouth_opening(voice) if len(voice) else np.zeros(math.ceil(length * MOUTH_RATE), np.float32)
        language = part.reading.kind if part.reading.kind in ("ja", "en") else part.spoken.language
        utterances.append(Utterance(part.line, start, length, voice, language, Mouth(part.line, opening)))
    return Speech(tuple(utterances), tuple(mends))


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"
