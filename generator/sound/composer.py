"""A small composer: a tune for the mood, played by the style's band, that knows when the film ends.

An opening bar, a motif, the motif again a step higher, something else, the motif with everybody; in the last bar a
cadence, and home on the beat that the plan keeps for it. Cuts are marked and stumbles are hit.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.sound.accompaniment import bass_of, chords_of
from generator.sound.bands import Band, Pattern
from generator.sound.drums import Drum, Strokes
from generator.sound.instruments import Instrument
from generator.sound.moods import IN, YO, Chord, Manner
from generator.sound.tempo import Plan
from generator.storyboard import Storyboard
from generator.vocabulary import Action


@dataclass(frozen=True, slots=True)
class Sounding:
    """One note or stroke at a time of the film (seconds), from `side` (-1 left, 1 right)."""

    at: float
    player: Instrument | Drum
    level: float
    side: float = 0.0
    hertz: float = 0.0  # 0.0: a drum
    seconds: float = 0.0


_BEAT: Strokes = (
    ("kick", 0, 0.6), ("kick", 1, 0.5), ("kick", 2, 0.6), ("kick", 3, 0.5), ("clap", 1, 0.3), ("clap", 3, 0.3),
    ("hat", 0.5, 0.18), ("hat", 1.5, 0.18), ("hat", 2.5, 0.18), ("hat", 3.5, 0.2),
)  # fmt: skip
_SIDES: dict[Drum, float] = {
    "shaker": 0.5, "hat": 0.4, "woodblock": -0.5, "rim": 0.45, "shime": -0.3, "ride": 0.35, "kane": 0.4, "brush": -0.2,
    "hyoshigi": 0.3,
}  # fmt: skip
_TURNS: tuple[Drum, ...] = ("taiko", "snare", "clap", "brush")
_HITS: frozenset[Action] = frozenset({"be_startled", "trip", "fall", "explode", "break", "hit", "sneeze"})
_HIT_APART = 1.2  # seconds between two accents
_JAPANESE = {True: YO, False: IN}


class _Composer:
    """One tune in the making: what is fixed for it, and what has been written so far."""

    def __init__(self, storyboard: Storyboard, plan: Plan, manner: Manner, band: Band) -> None:
        self.rng = np.random.default_rng((storyboard.seed & 0xFFFFFFFF, 11))
        self.plan, self.manner, self.band = plan, manner, band
        self.tonic = int(self.rng.integers(-4, 4)) + 60
        self.progression = manner.chords[int(self.rng.integers(len(manner.chords)))]
        self.scale = _JAPANESE[manner.bright] if band.colour == "japanese" else manner.melody
        self.lead = band.lead or manner.lead
        self.accompaniment = band.accompaniment or manner.accompaniment
        self.low = band.low or manner.low
        self.pad = band.pad if band.lead else manner.pad
        self.octave = manner.octave if band.octave is None else band.octave
        self.drums: Strokes = (manner.drums if band.groove is None else band.groove) + (_BEAT if plan.dance else ())
        own: Pattern = "broken" if manner.broken else "strum"
        self.pattern = band.pattern or own
        self.score: list[Sounding] = []

    def time(self, beat: float) -> float:
        """Seconds of the film; off-beats late where the band swings."""
        whole, part = divmod(beat, 1.0)
        late = (1.0 + self.band.swing) / 2.0
        part = part * 2.0 * late if part < 0.5 else late + (part - 0.5) * 2.0 * (1.0 - late)
        return float((whole + part) * self.plan.beat)

    def play(
        self,
        player: Instrument,
        semitone: float,
        beat: float,
        beats: float,
        level: float,
        side: float,
        late: float = 0.0,
    ) -> None:
        """A note, `semitone` above the tonic, for `beats`."""
        hertz = 440.0 * 2.0 ** ((self.tonic + semitone - 69) / 12.0)
        # A film has few different lengths of notes, so that each is made once.
        length = round(beats * self.plan.beat * 24.0) / 24.0
        self.score.append(Sounding(self.time(beat) + late, player, level, side, round(hertz, 3), max(length, 1 / 24)))

    def strike(self, kind: Drum, beat: float, level: float) -> None:
        """A stroke on a drum."""
        self.score.append(Sounding(self.time(beat), kind, level, _SIDES.get(kind, 0.0)))

    def energy(self, bar: int) -> float:
        """How much the band gives in that bar: it enters, lets go in the middle, and ends with everybody."""
        if self.plan.bars < 4:
            return 1.0
        if bar == 0:
            return 0.7
        phrase = (bar - 1) // 2 % 4
        return (0.88, 0.96, 0.78, 1.06)[phrase]

    def chord(self, bar: int, beat: float = 0.0) -> Chord:
        """The chord then, coloured as the band colours it; the last bar is the cadence."""
        last = self.plan.bars - 1
        if bar >= last and self.plan.bars > 1:
            room = self.plan.beats - 4 * last
            way, leading = self.manner.leading_home
            chord = leading if beat >= room / 2 or room < 3 else way
        else:
            chord = self.progression[bar % len(self.progression)]
        return self.coloured(chord)

    def coloured(self, chord: Chord) -> Chord:
        """A chord as the band has it."""
        root, *others = chord
        third, fifth = (others[0] - root, others[1] - root) if len(others) > 1 else (0, 7)
        match self.band.colour:
            case "sevenths":
                seventh = 10 if third == 3 or root % 12 == 7 else 11
                return (root, root + third, root + fifth, root + seventh)
            case "open" if fifth == 7:
                return (root, root + 7, root + 12)
            case "japanese":
                return (root, root + (5 if third == 4 else fifth), root + 12)
            case _:
                return chord


def compose(storyboard: Storyboard, plan: Plan, manner: Manner, band: Band) -> tuple[Sounding, ...]:
    """The whole score, in order of time."""
    tune = _Composer(storyboard, plan, manner, band)
    for bar in range(plan.bars):
        _harmony(tune, bar)
        _percussion(tune, bar)
    _melody(tune)
    if plan.beats >= 8:
        for kind, beat, level in band.opens:
            tune.strike(kind, beat, level)
    _accents(tune, storyboard)
    _ending(tune)
    return tuple(sorted(tune.score, key=lambda sounding: sounding.at))


def _harmony(tune: _Composer, bar: int) -> None:
    start, room = bar * 4, min(4, tune.plan.beats - bar * 4)
    energy = tune.energy(bar)

    def chord_at(beat: float) -> Chord:
        return tune.chord(bar, beat) if beat < 4.0 else tune.chord(bar + 1)

    for beat, steps, beats, accent in chords_of(tune.pattern, bar, chord_at, tune.manner.strum):
        if beat < room:
            for k, step in enumerate(steps):
                level = 0.5 * accent * energy / len(steps) ** 0.5
                tune.play(tune.accompaniment, step, start + beat, min(beats, room - beat), level, 0.35, 0.012 * k)
    if bar == tune.plan.bars - 1 and room >= 3:  # however sparse the pattern, what leads home is said
        for step in tune.chord(bar, room - 1.0)[:3]:
            tune.play(tune.accompaniment, step, start + room - 1.0, 1.0, 0.2 * energy, 0.35)
    for beat, step, beats in bass_of(tune.pattern, chord_at):
        if beat < room:
            tune.play(tune.low, step, start + beat, min(beats, room - beat), 0.62 * energy, 0.0)
    if tune.pad:
        for k, step in enumerate(tune.chord(bar)[:3]):
            tune.play(tune.pad, step - 12, start, room * 1.08, 0.45 * energy, (-0.5, 0.0, 0.5)[k])


def _motif(tune: _Composer) -> list[tuple[float, float, int]]:
    """Two bars of (beat, length, scale step): a rhythm that breathes at its end, and steps more than leaps."""
    cells = [(1.0,), (0.5, 0.5), (1.5, 0.5), (2.0,), (0.75, 0.25), (0.5, 0.5, 1.0)]
    weights = np.array([2.0, 2.0, 1.0, 1.2, 0.5, 1.0])
    busy = tune.manner.busy * tune.band.busy
    weights *= np.array([len(c) / sum(c) for c in cells]) ** (2.2 * np.log2(busy + 0.2) + 0.2)
    motif: list[tuple[float, float, int]] = []
    beat, step = 0.0, int(tune.rng.choice([0, 2, 4]))
    while beat < 6.99:
        for length in cells[int(tune.rng.choice(len(cells), p=weights / weights.sum()))]:
            if beat + length > 8.0:
                break
            motif.append((beat, length, step))
            step = int(np.clip(step + tune.rng.choice([-2, -1, -1, 0, 1, 1, 2]), -2, 5))
            beat += length
    return motif


_WAYS_HOME = (((0.0, 1.0, 4), (1.0, 1.0, 2), (2.0, 2.0, 1)), ((0.0, 1.5, 2), (1.5, 0.5, 3), (2.0, 2.0, 1)),
    ((0.0, 1.0, 1), (1.0, 1.0, 2), (2.0, 1.0, 1), (3.0, 1.0, -1)))  # fmt: skip


def _melody(tune: _Composer) -> None:
    """A A' B A over the chords, after one bar of opening where there is time for it, and a way home in the last."""
    plan = tune.plan
    first, second = _motif(tune), _motif(tune)
    home = _WAYS_HOME[int(tune.rng.integers(len(_WAYS_HOME)))]
    opening = 1 if plan.bars >= 4 else 0
    last = (plan.bars - 1) * 4 if plan.bars > 1 else plan.beats
    for phrase, begin in enumerate(range(opening, plan.bars, 2)):
        motif, lift = (second, 2) if phrase % 4 == 2 else (first, 1 if phrase % 4 == 1 else 0)
        for beat, length, step in motif:
            if begin * 4 + beat < last:
                _sing(tune, begin * 4 + beat, min(length, last - begin * 4 - beat), step + lift)
    room = plan.beats - last
    for beat, length, step in home if room >= 1 else ():
        if beat * room / 4 < room:
            _sing(tune, last + beat * room / 4, length * room / 4, step)


def _sing(tune: _Composer, at: float, length: float, step: int) -> None:
    bar, beat = divmod(at, 4.0)
    pitch = _degree(tune.scale, step)
    if at % 2 == 0:  # strong beats agree with the chord
        chord = tune.chord(int(bar), beat)
        pitch = min((c + 12 * o for c in chord for o in (-2, -1, 0, 1)), key=lambda c: (abs(c - pitch), c))
    soft = 0.8 + 0.2 * (at % 1 == 0) + float(tune.rng.uniform(-0.06, 0.06))
    energy = tune.energy(int(bar))
    tune.play(tune.lead, pitch + 12 * tune.octave, at, length, 0.85 * soft * energy, -0.25)
    if energy > 1.0 and length >= 0.5:  # the return is doubled below
        tune.play(tune.accompaniment, pitch + 12 * (tune.octave - 1), at, length, 0.3 * soft, 0.1)


def _degree(scale: Sequence[int], step: int) -> int:
    octave, index = divmod(step, len(scale))
    return scale[index] + 12 * octave


def _percussion(tune: _Composer, bar: int) -> None:
    plan = tune.plan
    energy = tune.energy(bar)
    if not plan.dance and energy < 0.75:
        energy *= 0.7
    thin = (
        not plan.dance and plan.bars >= 4 and 0.75 < energy < 0.8
    )  # the middle part leaves the drums half their strokes
    for i, (kind, beat, level) in enumerate(tune.drums):
        if bar * 4 + beat < plan.beats - 0.01 and not (thin and i % 2):
            tune.strike(kind, bar * 4 + beat, level * energy)
    if tune.drums and plan.beats >= 8 and bar == plan.bars - 1:  # a turn into the last chord
        heard = {stroke[0] for stroke in tune.drums}
        turn: Drum = next((kind for kind in _TURNS if kind in heard), "woodblock")
        for i, level in enumerate((0.2, 0.28, 0.36)):
            tune.strike(turn, plan.beats - 0.75 + 0.25 * i, level)


def _accents(tune: _Composer, storyboard: Storyboard) -> None:
    """Cuts marked by the band's accent, stumbles and shocks hit by everybody; never two within a breath."""
    end = tune.plan.beats * tune.plan.beat
    marks = [(shot.start, False) for shot in storyboard.shots[1:] if shot.transition not in ("fade", "dissolve")]
    marks += [(act.start, True) for shot in storyboard.shots for act in shot.acts if act.action in _HITS]
    last = 0.0
    for at, hit in sorted(marks):
        if at - last < _HIT_APART or end - at < tune.plan.beat:
            continue
        last = at
        if tune.band.accent and (hit or tune.drums or tune.band.opens):
            level = 0.4 if hit else 0.22
            tune.score.append(Sounding(at, tune.band.accent, level, _SIDES.get(tune.band.accent, 0.0)))
        if hit:
            bar, beat = divmod(at / tune.plan.beat, 4.0)
            for step in tune.chord(int(bar), beat)[:3]:
                hertz = round(440.0 * 2.0 ** ((tune.tonic + step - 69) / 12.0), 3)
                tune.score.append(Sounding(at, tune.accompaniment, 0.4, 0.2, hertz, 0.25))


def _ending(tune: _Composer) -> None:
    """Home: the tonic in bass, chord and lead on one beat, ringing to the end of the film."""
    at, ring = tune.plan.beats, tune.plan.ringing / tune.plan.beat
    home = tune.coloured(tune.manner.home)
    tune.play(tune.low, -24, at, ring, 0.8, 0.0)
    for k, step in enumerate(dict.fromkeys((*home, 12))):
        tune.play(tune.accompaniment, step, at, ring, 0.45, 0.3, 0.03 * k)
    tune.play(tune.lead, 12 * tune.octave + (12 if tune.octave == 0 else 0), at, ring, 0.8, -0.2, 0.03)
    if tune.pad:
        for step in home[:3]:
            tune.play(tune.pad, step - 12, at, ring, 0.5, 0.0)
    for kind, beat, level in tune.band.closes:
        tune.strike(kind, at + beat, level)
    if tune.band.groove is None and tune.drums:
        heard = {stroke[0] for stroke in tune.drums}
        tune.strike("taiko" if "taiko" in heard else "kick" if tune.plan.dance else "woodblock", at, 0.5)
