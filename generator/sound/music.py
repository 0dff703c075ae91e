"""A small composer: a tune for the mood, by seed, with an opening, a motif that returns, and an ending on time.

The film's length is cut into whole bars (the tempo gives way by a few per cent), the last chord falls on a beat and
rings out to the end of the film.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.sound.instruments import Drum, Instrument, drum, note
from generator.sound.rooms import answered
from generator.sound.samples import Samples, count, faded, gain, loud_rms, place
from generator.storyboard import Storyboard
from generator.vocabulary import Mood

_LEVEL = gain(-27.0)
_DANCE_BPM = (112.0, 124.0)
Strokes = tuple[tuple[Drum, float, float], ...]  # (drum, beat of a bar, level)

_MAJOR = (0, 2, 4, 5, 7, 9, 11)
_MINOR = (0, 2, 3, 5, 7, 8, 10)
_YO = (0, 2, 5, 7, 9)  # bright Japanese pentatonic
_IN = (0, 1, 5, 7, 8)  # dark Japanese pentatonic, the koto's
_PENTATONIC = (0, 2, 4, 7, 9)
_MINOR_PENTATONIC = (0, 3, 5, 7, 10)


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a mood plays. Chords are semitones above the tonic; `busy` notes a beat of the melody, about."""

    bpm: tuple[float, float]
    melody: tuple[int, ...]
    chords: tuple[tuple[tuple[int, ...], ...], ...]  # choices of a four-bar progression
    lead: Instrument
    accompaniment: Instrument
    low: Instrument
    strum: tuple[float, ...]  # beats of the bar on which the chord is played
    busy: float
    drums: Strokes = ()
    pad: bool = False
    broken: bool = False  # the chord's notes one after another
    octave: int = 0


_I, _IV, _V, _vi, _ii = (0, 4, 7), (5, 9, 12), (7, 11, 14), (9, 12, 16), (2, 5, 9)
_i, _iv, _VI, _VII, _v = (0, 3, 7), (5, 8, 12), (8, 12, 15), (10, 14, 17), (7, 10, 14)
_SUS, _OPEN = (0, 5, 7), (0, 7, 12)

_MANNERS: dict[Mood, _Manner] = {
    "happy": _Manner((112, 124), _PENTATONIC, ((_I, _V, _vi, _IV), (_I, _IV, _I, _V), (_I, _vi, _IV, _V)), "music_box",
        "ukulele", "bass", (0, 1, 1.5, 2.5, 3), 1.5, (("shaker", 0.5, .2), ("shaker", 1.5, .2), ("shaker", 2.5, .2),
        ("shaker", 3.5, .2), ("woodblock", 1, .16), ("woodblock", 3, .16)), octave=1),
    "calm": _Manner((72, 82), _YO, (((0, 5, 7), (5, 9, 12), (0, 4, 7), (7, 12, 14)), (_I, _SUS, _IV, _SUS)), "koto",
    "harp",
        "bass", (0, 1, 2, 3), 0.8, pad=True, broken=True),
    "tense": _Manner((96, 108), _IN, ((_i, _i, (1, 5, 8), _i), (_i, _VI, _i, (1, 5, 8))), "pizzicato", "pizzicato",
    "bass",
        (0, .5, 1, 1.5, 2, 2.5, 3, 3.5), 0.7, (("taiko", 0, .5), ("taiko", .75, .25), ("rim", 3, .15)), pad=True,
        broken=True),
    "sad": _Manner((62, 70), _MINOR_PENTATONIC, ((_i, _VI, _iv, _v), (_i, _VII, _VI, _v)), "flute", "harp", "bass",
    (0, 1, 2, 3),
        0.6, pad=True, broken=True),
    "exciting": _Manner((136, 148), _MINOR_PENTATONIC, ((_i, _VII, _VI, _VII), (_i, _i, _VI, _VII)), "koto", "koto",
    "bass",
        (0, .5, 1.5, 2, 3, 3.5), 1.8, (("taiko", 0, .6), ("taiko", 1.5, .35), ("taiko", 2, .5), ("shime", 1, .3),
        ("shime", 2.5, .22), ("shime", 2.75, .22), ("shime", 3, .32), ("rim", 3.5, .15)), broken=True, octave=1),
    "funny": _Manner((104, 116), _PENTATONIC, ((_I, _I, _IV, _V), (_I, _ii, _V, _I)), "marimba", "pizzicato",
    "tuba", (1, 3), 1.4,
        (("woodblock", .5, .16), ("woodblock", 2.5, .16), ("rim", 3.5, .1)), octave=1),
    "mysterious": _Manner((74, 84), _IN, (((0, 7, 13), (0, 5, 13), (0, 7, 8), (1, 5, 8)), (_OPEN, (1, 8, 13), _OPEN,
    (5, 8, 13))),
        "koto", "bells", "bass", (0, 2.5), 0.6, (("taiko", 0, .2), ("rim", 2.5, .08)), pad=True),
    "romantic": _Manner((70, 80), _MAJOR, (((0, 4, 7, 11), (9, 12, 16), (5, 9, 12, 16), (7, 11, 14)),
        ((0, 4, 7, 11), (4, 7, 11), (5, 9, 12, 16), (7, 12, 14))), "music_box", "harp", "bass",
        (0, .5, 1, 1.5, 2, 2.5, 3, 3.5), 0.8, pad=True, broken=True, octave=1),
    "epic": _Manner((92, 104), _MINOR_PENTATONIC, ((_i, _VI, _VII, _i), (_i, _iv, _VI, _VII)), "flute", "pizzicato",
    "bass",
        (0, .5, 1, 1.5, 2, 2.5, 3, 3.5), 0.9, (("taiko", 0, .7), ("taiko", 1, .35), ("taiko", 1.5, .35),
        ("taiko", 2, .6),
        ("taiko", 3, .4), ("taiko", 3.5, .4), ("shime", 2.5, .2)), pad=True, broken=True),
}  # fmt: skip
_BEAT: Strokes = (("kick", 0, .6), ("kick", 1, .5), ("kick", 2, .6), ("kick", 3, .5), ("clap", 1, .3), ("clap", 3, .3),
    ("hat", .5, .18), ("hat", 1.5, .18), ("hat", 2.5, .18), ("hat", 3.5, .2))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Plan:
    """`beats` of music, then the last chord, which rings for `ringing` seconds."""

    bpm: float
    beats: int
    ringing: float
    dance: bool

    @property
    def beat(self) -> float:
        return 60.0 / self.bpm


def tempo(storyboard: Storyboard) -> float | None:
    """Beats a minute, the first beat at 0.0; None if there is no music. What dances may keep time with it."""
    return _plan(storyboard).bpm if storyboard.music != "none" else None


def _plan(storyboard: Storyboard) -> _Plan:
    manner = _MANNERS[storyboard.music]
    dance = any(act.action == "dance" for shot in storyboard.shots for act in shot.acts)
    rng = np.random.default_rng((storyboard.seed & 0xFFFFFFFF, 5))
    low, high = manner.bpm
    if dance and high < _DANCE_BPM[0]:
        low, high = _DANCE_BPM
    wished = float(rng.uniform(low, high))
    ringing = min(1.9, max(0.35, storyboard.seconds * 0.16))
    playing = max(0.2, storyboard.seconds - ringing)
    exact = playing * wished / 60.0
    # Whole bars if the tempo moves by no more than 8 %, else half bars, else what fits.
    for unit, give in ((4, 0.08), (2, 0.1), (1, 1.0)):
        beats = max(unit, round(exact / unit) * unit)
        if abs(beats / exact - 1.0) <= give:
            break
    return _Plan(60.0 * beats / playing, beats, ringing, dance)


def music(storyboard: Storyboard) -> Samples:
    """The film's music, (round(seconds * SAMPLE_RATE), 2); silence for the mood "none"."""
    length = count(storyboard.seconds)
    out = np.zeros((length, 2), np.float32)
    if storyboard.music == "none" or storyboard.seconds < 0.6:
        return out
    manner, plan = _MANNERS[storyboard.music], _plan(storyboard)
    rng = np.random.default_rng((storyboard.seed & 0xFFFFFFFF, 11))
    tonic = int(rng.integers(-4, 4)) + 60
    progression = manner.chords[int(rng.integers(len(manner.chords)))]
    bars = -(-plan.beats // 4)
    _harmony(out, plan, manner, tonic, progression, bars)
    _melody(out, plan, manner, tonic, progression, bars, rng)
    _percussion(out, plan, manner, bars)
    _ending(out, plan, manner, tonic)
    out += np.float32(1.4) * answered(out, "stage")
    level = loud_rms(out)
    if level > 0:
        out *= np.float32(_LEVEL / level)
    return faded(out, 0.002, min(0.6, plan.ringing * 0.5))


def _hertz(midi: float) -> float:
    return float(440.0 * 2.0 ** ((midi - 69) / 12.0))


def _play(out: Samples, sound: Samples, at: float, level: float, side: float) -> None:
    angle = (side + 1) * np.pi / 4
    stereo = np.stack([sound * np.float32(level * np.cos(angle)), sound * np.float32(level * np.sin(angle))], axis=1)
    place(out, stereo, at)


def _chord(progression: Sequence[tuple[int, ...]], bar: int, bars: int) -> tuple[int, ...]:
    """The bar's chord; the last bar leads home."""
    return progression[-1] if bar == bars - 1 and bars > 1 else progression[bar % len(progression)]


def _harmony(
    out: Samples, plan: _Plan, manner: _Manner, tonic: int, progression: Sequence[tuple[int, ...]], bars: int
) -> None:
    for bar in range(bars):
        chord = _chord(progression, bar, bars)
        start = bar * 4
        room = min(4, plan.beats - start)
        for i, beat in enumerate(manner.strum):
            if beat >= room:
                break
            at = (start + beat) * plan.beat
            until = next((b for b in manner.strum[i + 1 :]), 4) - beat
            accent = 1.0 if beat == 0 else 0.75
            voices = (chord[i % len(chord)],) if manner.broken else chord
            for k, step in enumerate(voices):
                sound = note(manner.accompaniment, _hertz(tonic + step), round(until * plan.beat, 4))
                _play(out, sound, at + 0.012 * k, 0.5 * accent / len(voices) ** 0.5, 0.35)
        for beat in (0, 2):
            if beat < room:
                root = tonic - 24 + chord[0] if beat == 0 else tonic - 24 + chord[2] - (12 if chord[2] > 9 else 0)
                _play(
                    out, note(manner.low, _hertz(root), round(2 * plan.beat, 4)), (start + beat) * plan.beat, 0.62, 0.0
                )
        if manner.pad:
            for k, step in enumerate(chord[:3]):
                sound = note("pad", _hertz(tonic - 12 + step), round(room * plan.beat * 1.08, 4))
                _play(out, sound, start * plan.beat, 0.5, (-0.5, 0.0, 0.5)[k])


def _motif(manner: _Manner, rng: np.random.Generator) -> list[tuple[float, float, int]]:
    """Two bars of (beat, length, scale step): a rhythm that breathes at its end, and steps more than leaps."""
    cells = [(1.0,), (0.5, 0.5), (1.5, 0.5), (2.0,), (0.75, 0.25), (0.5, 0.5, 1.0)]
    weights = np.array([2.0, 2.0, 1.0, 1.2, 0.5, 1.0])
    weights *= np.array([len(c) / sum(c) for c in cells]) ** (2.2 * np.log2(manner.busy + 0.2) + 0.2)
    motif: list[tuple[float, float, int]] = []
    beat, step = 0.0, int(rng.choice([0, 2, 4]))
    while beat < 6.99:
        for length in cells[int(rng.choice(len(cells), p=weights / weights.sum()))]:
            if beat + length > 8.0:
                break
            motif.append((beat, length, step))
            step = int(np.clip(step + rng.choice([-2, -1, -1, 0, 1, 1, 2]), -2, 5))
            beat += length
    return motif


def _melody(
    out: Samples,
    plan: _Plan,
    manner: _Manner,
    tonic: int,
    progression: Sequence[tuple[int, ...]],
    bars: int,
    rng: np.random.Generator,
) -> None:
    """A A' B A over the chords, after one bar of opening where there is time for it."""
    first, second = _motif(manner, rng), _motif(manner, rng)
    opening = 1 if bars >= 4 else 0
    for phrase, begin in enumerate(range(opening, bars, 2)):
        motif = second if phrase % 4 == 2 else first
        lift = 1 if phrase % 4 == 1 else 0
        for beat, length, step in motif:
            at = begin * 4 + beat
            if at >= plan.beats - 0.3:
                break
            chord = _chord(progression, begin + int(beat // 4), bars)
            pitch = _degree(manner.melody, step + lift)
            if beat % 2 == 0:  # strong beats agree with the chord
                pitch = min((c + 12 * o for c in chord for o in (-1, 0, 1)), key=lambda c: (abs(c - pitch), c))
            midi = tonic + 12 * manner.octave + pitch
            seconds = round(min(length, plan.beats - at) * plan.beat, 4)
            soft = 0.8 + 0.2 * (beat % 1 == 0) + float(rng.uniform(-0.06, 0.06))
            _play(out, note(manner.lead, _hertz(midi), seconds), at * plan.beat, 0.85 * soft, -0.25)


def _degree(scale: Sequence[int], step: int) -> int:
    octave, index = divmod(step, len(scale))
    return scale[index] + 12 * octave


def _percussion(out: Samples, plan: _Plan, manner: _Manner, bars: int) -> None:
    strokes = manner.drums + (_BEAT if plan.dance else ())
    for bar in range(bars):
        entering = 0.6 if bar == 0 and bars >= 4 and not plan.dance else 1.0
        for kind, beat, level in strokes:
            if bar * 4 + beat < plan.beats - 0.01:
                side = {"shaker": 0.5, "hat": 0.4, "woodblock": -0.5, "rim": 0.45, "shime": -0.3}.get(kind, 0.0)
                _play(out, drum(kind), (bar * 4 + beat) * plan.beat, level * entering, side)
    if strokes and plan.beats >= 8:  # a turn into the last chord
        turn: Drum = "taiko" if any(s[0] == "taiko" for s in strokes) else "woodblock" if not plan.dance else "clap"
        for i, level in enumerate((0.2, 0.28, 0.36)):
            _play(out, drum(turn), (plan.beats - 0.75 + 0.25 * i) * plan.beat, level, 0.0)


def _ending(out: Samples, plan: _Plan, manner: _Manner, tonic: int) -> None:
    """Home: the tonic in bass, chord and lead on one beat, ringing to the end of the film."""
    at = plan.beats * plan.beat
    home = (0, 4, 7) if 4 in manner.melody else (0, 7, 12) if 3 not in manner.melody else (0, 3, 7)
    ring = round(plan.ringing, 4)
    _play(out, note(manner.low, _hertz(tonic - 24), ring), at, 0.8, 0.0)
    for k, step in enumerate((*home, 12)):
        _play(out, note(manner.accompaniment, _hertz(tonic + step), ring), at + 0.03 * k, 0.45, 0.3)
    _play(
        out,
        note(manner.lead, _hertz(tonic + 12 * manner.octave + (12 if manner.octave == 0 else 0)), ring),
        at + 0.03,
        0.8,
        -0.2,
    )
    if manner.pad:
        for step in home:
            _play(out, note("pad", _hertz(tonic - 12 + step), ring), at, 0.5, 0.0)
    if any(stroke[0] == "taiko" for stroke in manner.drums):
        _play(out, drum("taiko"), at, 0.7, 0.0)
    elif plan.dance:
        _play(out, drum("kick"), at, 0.6, 0.0)
    elif manner.drums:
        _play(out, drum("woodblock"), at, 0.16, -0.4)
