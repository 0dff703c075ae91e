"""Who plays for a style, and how: what a style changes of a mood's own music."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.sound.drums import Drum, Strokes
from generator.sound.instruments import Instrument

Pattern = Literal["strum", "broken", "stride", "walking", "arpeggio", "pulse", "block", "off_beats"]
Colour = Literal["plain", "sevenths", "open", "japanese"]


@dataclass(frozen=True, slots=True)
class Band:
    """None: as the mood has it. `pace` times its tempo; `swing` from 0, straight, to 0.33, triplets.

    `colour` is what becomes of its chords (and, "japanese", of its scale). `opens` and `closes` are strokes, in beats
    from the first one and from the last chord; `accent` marks cuts. `old` is a worn film's or a small set's sound.
    """

    lead: Instrument | None = None
    accompaniment: Instrument | None = None
    low: Instrument | None = None
    pad: Instrument | None = None
    pattern: Pattern | None = None
    groove: Strokes | None = None
    pace: float = 1.0
    swing: float = 0.0
    busy: float = 1.0
    colour: Colour = "plain"
    octave: int | None = None
    opens: Strokes = ()
    closes: Strokes = ()
    accent: Drum | None = "woodblock"
    old: bool = False


def _steady(drum: Drum, beats: tuple[float, ...], level: float) -> Strokes:
    return tuple((drum, beat, level) for beat in beats)


_QUARTERS, _OFFS = (0.0, 1.0, 2.0, 3.0), (0.5, 1.5, 2.5, 3.5)
_EIGHTHS = tuple(i / 2 for i in range(8))
_SIXTEENTHS = tuple(i / 4 for i in range(16))
_CLACKS: Strokes = (("hyoshigi", 0.0, 0.5), ("hyoshigi", 0.75, 0.55))  # the card player begins
_HURRYING: Strokes = tuple(("hyoshigi", at, 0.3 + 0.03 * i) for i, at in enumerate((0, 0.9, 1.6, 2.15, 2.6, 2.95, 3.2)))

_ROCK: Strokes = (
    *_steady("kick", (0.0, 1.5, 2.0), 0.6), *_steady("snare", (1.0, 3.0), 0.4), *_steady("hat", _EIGHTHS, 0.14),
)  # fmt: skip
_EIGHTIES: Strokes = (
    *_steady("kick", (0.0, 0.75, 2.0), 0.6), *_steady("snare", (1.0, 3.0), 0.4), *_steady("clap", (1.0, 3.0), 0.15),
    *_steady("hat", _SIXTEENTHS, 0.08),
)  # fmt: skip
_ELECTRO: Strokes = (
    *_steady("kick", _QUARTERS, 0.65), *_steady("clap", (1.0, 3.0), 0.25), *_steady("hat", _OFFS, 0.16),
    ("hat", 3.75, 0.1),
)  # fmt: skip
_BRUSHES: Strokes = (*_steady("brush", _QUARTERS, 0.22), *_steady("ride", (0.0, 1.0, 1.5, 2.0, 3.0, 3.5), 0.12))
_MARCH: Strokes = (
    *_steady("kick", (0.0, 2.0), 0.5), *_steady("snare", (0.0, 1.0, 1.5, 2.0, 3.0, 3.25, 3.5, 3.75), 0.16),
    *_steady("snare", (1.0, 3.0), 0.22),
)  # fmt: skip
_MATSURI: Strokes = (
    ("taiko", 0.0, 0.55), ("taiko", 1.0, 0.4), ("taiko", 1.5, 0.3), ("taiko", 2.0, 0.5), ("taiko", 3.0, 0.4),
    *_steady("shime", (0.0, 0.5, 0.75, 1.0, 2.0, 2.5, 2.75, 3.0), 0.2),
    *_steady("kane", (0.0, 1.0, 1.5, 2.0, 3.0), 0.12),
)  # fmt: skip
_CLAPS: Strokes = (
    *_steady("clap", (1.0, 3.0), 0.3),
    *_steady("kick", (0.0, 2.0, 2.5), 0.45),
    *_steady("shaker", _OFFS, 0.16),
)
_NEWSROOM: Strokes = (
    *_steady("taiko", (0.0, 2.5), 0.35),
    *_steady("hat", _SIXTEENTHS, 0.07),
    *_steady("rim", (1.0, 3.0), 0.12),
)
_KABUKI: Strokes = (("shime", 0.0, 0.22), ("shime", 1.5, 0.14), ("shime", 3.0, 0.18), ("shime", 3.5, 0.12))
_DORODORO: Strokes = tuple(("taiko", i / 4, 0.10 + 0.03 * (i % 4 == 0)) for i in range(16))  # a ghost is near
_SLAPSTICK: Strokes = (*_steady("woodblock", _OFFS, 0.12), ("rim", 3.75, 0.1))
_SHAKER: Strokes = _steady("shaker", _OFFS, 0.14)
_TICKING: Strokes = (*_steady("rim", _QUARTERS, 0.07), ("taiko", 0.0, 0.2))

BANDS: Mapping[str, Band] = {
    "paper": Band(opens=_CLACKS, closes=(("hyoshigi", 0.0, 0.3),)),
    "anime": Band(
        "synth_lead", "guitar", "electric_bass", "strings", "pulse", _ROCK, pace=1.15, busy=1.2, colour="open",
        octave=1, closes=(("crash", 0.0, 0.35), ("kick", 0.0, 0.6)), accent="crash",
    ),
    "retro": Band(
        "electric_piano", "electric_piano", "synth_bass", "synth_pad", "off_beats", _EIGHTIES, colour="sevenths",
        octave=1, closes=(("snare", 0.0, 0.4),), accent="tom",
    ),
    "news": Band(
        "brass", "strings", "bass", "strings", "pulse", _NEWSROOM, pace=1.05, busy=0.7, colour="open", octave=0,
        closes=(("taiko", 0.0, 0.5),), accent="taiko",
    ),
    "noir": Band(
        "muted_trumpet", "vibraphone", "upright", None, "walking", _BRUSHES, pace=0.95, swing=0.3, busy=0.9,
        colour="sevenths", octave=0, closes=(("ride", 0.0, 0.3),), accent="brush",
    ),
    "pastel": Band("music_box", "harp", "bass", "pad", "broken", (), pace=0.95, octave=1, accent=None),
    "watercolor": Band("flute", "harp", "bass", "pad", "broken", (), pace=0.9, accent=None),
    "comic": Band(
        "marimba", "pizzicato", "tuba", None, "stride", _SLAPSTICK,
        pace=1.12, busy=1.15, octave=1, closes=(("woodblock", 0.0, 0.3), ("crash", 0.0, 0.2)), accent="crash",
    ),
    "festive": Band(
        "shinobue", "shamisen", "bass", None, "broken", _MATSURI, pace=1.05, busy=1.2, colour="japanese", octave=1,
        closes=(("taiko", 0.0, 0.7), ("kane", 0.0, 0.2)), accent="taiko",
    ),
    "security": Band(
        "bells", "synth_pad", "synth_bass", "synth_pad", "block", _TICKING, pace=0.85, busy=0.4, accent=None,
    ),
    "golden": Band("piano", "piano", "bass", "strings", "broken", (), pace=0.9, busy=0.9, octave=1, accent=None),
    "sumi": Band(
        "shakuhachi", "koto", "koto", None, "block", (), pace=0.8, busy=0.6, colour="japanese", octave=0,
        closes=(("taiko", 0.0, 0.2),), accent=None,
    ),
    "picture_book": Band(
        "clarinet", "ukulele", "bass", None, "strum", _SHAKER, pace=0.95, octave=0,
        closes=(("woodblock", 0.0, 0.14),),
    ),
    "ukiyoe": Band(
        "shamisen", "koto", "koto", None, "broken", _KABUKI, pace=0.95, colour="japanese", octave=0,
        opens=_HURRYING, closes=(("hyoshigi", 0.0, 0.45), ("taiko", 0.0, 0.3)), accent="hyoshigi",
    ),
    "ghost": Band(
        "theremin", "bells", "bass", "pad", "block", _DORODORO, pace=0.75, busy=0.5, colour="japanese", octave=1,
        opens=(("kane", 0.0, 0.2),), closes=(("taiko", 0.0, 0.5), ("kane", 0.0, 0.15)), accent="taiko",
    ),
    "cyberpunk": Band(
        "synth_lead", "synth_pluck", "synth_bass", "synth_pad", "arpeggio", _ELECTRO, pace=1.05, busy=0.7,
        colour="open", octave=0, closes=(("kick", 0.0, 0.7), ("crash", 0.0, 0.2)), accent="tom",
    ),
    "old_film": Band(
        "old_piano", "old_piano", "old_piano", None, "stride", (), pace=1.2, busy=1.3, octave=1, accent=None, old=True,
    ),
    "sports": Band(
        "brass", "brass", "tuba", "strings", "off_beats", _MARCH, pace=1.08, busy=0.8, octave=0,
        opens=(("crash", 0.0, 0.25),), closes=(("crash", 0.0, 0.4), ("taiko", 0.0, 0.5)), accent="crash",
    ),
    "nature": Band("flute", "harp", "bass", "strings", "broken", (), pace=0.85, busy=0.7, accent=None),
    "commercial": Band(
        "whistling", "ukulele", "electric_bass", None, "strum", _CLAPS, pace=1.1, busy=1.1, octave=1,
        closes=(("clap", 0.0, 0.4), ("kick", 0.0, 0.5)), accent="clap",
    ),
}  # fmt: skip
"""By style; a style that is not here plays as "paper" does."""


def band_of(style: str) -> Band:
    """The band of a style."""
    return BANDS.get(style, BANDS["paper"])
