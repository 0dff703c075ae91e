"""How a mood plays: its tempo, its scale, its chords, and who plays where no style says otherwise."""

from dataclasses import dataclass

from generator.sound.drums import Strokes
from generator.sound.instruments import Instrument
from generator.vocabulary import Mood

Chord = tuple[int, ...]  # semitones above the tonic

MAJOR = (0, 2, 4, 5, 7, 9, 11)
MINOR = (0, 2, 3, 5, 7, 8, 10)
PENTATONIC = (0, 2, 4, 7, 9)
MINOR_PENTATONIC = (0, 3, 5, 7, 10)
YO = (0, 2, 5, 7, 9)  # bright Japanese pentatonic
IN = (0, 1, 5, 7, 8)  # dark Japanese pentatonic, the koto's

_I, _IV, _V, _vi, _ii = (0, 4, 7), (5, 9, 12), (7, 11, 14), (9, 12, 16), (2, 5, 9)
_i, _iv, _VI, _VII, _v = (0, 3, 7), (5, 8, 12), (8, 12, 15), (10, 14, 17), (7, 10, 14)
_SUS, _OPEN, _bII = (0, 5, 7), (0, 7, 12), (1, 5, 8)
_EIGHTHS = (0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a mood plays. `busy`: notes a beat of the melody, about; `octave`: of the lead above the chords."""

    bpm: tuple[float, float]
    melody: tuple[int, ...]
    chords: tuple[tuple[Chord, ...], ...]  # choices of a four-bar progression
    lead: Instrument
    accompaniment: Instrument
    low: Instrument
    strum: tuple[float, ...]  # beats of the bar on which the chord is played
    busy: float
    drums: Strokes = ()
    pad: Instrument | None = None
    broken: bool = False  # the chord's notes one after another
    octave: int = 0

    @property
    def bright(self) -> bool:
        """Whether the third, sounded or thought, is a major one."""
        return 3 not in self.melody and self.melody != IN

    @property
    def home(self) -> Chord:
        """The chord on which it ends."""
        return (0, 4, 7) if 4 in self.melody else (0, 3, 7) if 3 in self.melody else (0, 7, 12)

    @property
    def leading_home(self) -> tuple[Chord, Chord]:
        """The cadence before that: a chord on the way and one that wants to resolve."""
        if self.melody == IN:
            return (5, 8, 12), _bII
        if self.melody == YO:
            return _IV, (7, 12, 14)
        return (_IV, _V) if self.bright else (_iv, _V)


MANNERS: dict[Mood, Manner] = {
    "happy": Manner(
        (112, 124), PENTATONIC, ((_I, _V, _vi, _IV), (_I, _IV, _I, _V), (_I, _vi, _IV, _V)),
        "music_box", "ukulele", "bass", (0, 1, 1.5, 2.5, 3), 1.5,
        (("shaker", 0.5, 0.2), ("shaker", 1.5, 0.2), ("shaker", 2.5, 0.2), ("shaker", 3.5, 0.2),
         ("woodblock", 1, 0.16), ("woodblock", 3, 0.16)), octave=1,
    ),
    "calm": Manner(
        (72, 82), YO, (((0, 5, 7), _IV, _I, (7, 12, 14)), (_I, _SUS, _IV, _SUS)),
        "koto", "harp", "bass", (0, 1, 2, 3), 0.8, pad="pad", broken=True,
    ),
    "tense": Manner(
        (96, 108), IN, ((_i, _i, _bII, _i), (_i, _VI, _i, _bII)),
        "pizzicato", "pizzicato", "bass", _EIGHTHS, 0.7,
        (("taiko", 0, 0.5), ("taiko", 0.75, 0.25), ("rim", 3, 0.15)), pad="pad", broken=True,
    ),
    "sad": Manner(
        (62, 70), MINOR_PENTATONIC, ((_i, _VI, _iv, _v), (_i, _VII, _VI, _v)),
        "flute", "harp", "bass", (0, 1, 2, 3), 0.6, pad="pad", broken=True,
    ),
    "exciting": Manner(
        (136, 148), MINOR_PENTATONIC, ((_i, _VII, _VI, _VII), (_i, _i, _VI, _VII)),
        "koto", "koto", "bass", (0, 0.5, 1.5, 2, 3, 3.5), 1.8,
        (("taiko", 0, 0.6), ("taiko", 1.5, 0.35), ("taiko", 2, 0.5), ("shime", 1, 0.3), ("shime", 2.5, 0.22),
         ("shime", 2.75, 0.22), ("shime", 3, 0.32), ("rim", 3.5, 0.15)), broken=True, octave=1,
    ),
    "funny": Manner(
        (104, 116), PENTATONIC, ((_I, _I, _IV, _V), (_I, _ii, _V, _I)),
        "marimba", "pizzicato", "tuba", (1, 3), 1.4,
        (("woodblock", 0.5, 0.16), ("woodblock", 2.5, 0.16), ("rim", 3.5, 0.1)), octave=1,
    ),
    "mysterious": Manner(
        (74, 84), IN, (((0, 7, 13), (0, 5, 13), (0, 7, 8), _bII), (_OPEN, (1, 8, 13), _OPEN, (5, 8, 13))),
        "koto", "bells", "bass", (0, 2.5), 0.6, (("taiko", 0, 0.2), ("rim", 2.5, 0.08)), pad="pad",
    ),
    "romantic": Manner(
        (70, 80), MAJOR,
        (((0, 4, 7, 11), _vi, (5, 9, 12, 16), _V), ((0, 4, 7, 11), (4, 7, 11), (5, 9, 12, 16), (7, 12, 14))),
        "music_box", "harp", "bass", _EIGHTHS, 0.8, pad="pad", broken=True, octave=1,
    ),
    "epic": Manner(
        (92, 104), MINOR_PENTATONIC, ((_i, _VI, _VII, _i), (_i, _iv, _VI, _VII)),
        "flute", "pizzicato", "bass", _EIGHTHS, 0.9,
        (("taiko", 0, 0.7), ("taiko", 1, 0.35), ("taiko", 1.5, 0.35), ("taiko", 2, 0.6), ("taiko", 3, 0.4),
         ("taiko", 3.5, 0.4), ("shime", 2.5, 0.2)), pad="strings", broken=True,
    ),
    "scary": Manner(
        (58, 66), IN, (((0, 6, 13), (0, 7, 8), (1, 6, 13), (0, 6, 12)), (_OPEN, (1, 7, 13), (0, 6, 8), _bII)),
        "theremin", "bells", "bass", (0, 2.5), 0.45, (("taiko", 0, 0.25), ("taiko", 0.35, 0.14)), pad="pad", octave=1,
    ),
}  # fmt: skip
