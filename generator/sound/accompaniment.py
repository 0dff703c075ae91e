"""How a band plays the chords of a bar: one function a pattern, and the bass under it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.sound.bands import Pattern
from generator.sound.moods import Chord

ChordAt = Callable[[float], Chord]  # the chord at a beat of the bar; beats past its end ask for the next bar's
Stroke = tuple[float, Sequence[int], float, float]  # (beat, semitones above the tonic, beats, accent)


def chords_of(pattern: Pattern, bar: int, chord_at: ChordAt, strum: Sequence[float]) -> Iterator[Stroke]:
    """What the accompaniment plays in that bar; `strum` is on which beats the mood would."""
    return _PATTERNS[pattern](bar, chord_at, strum)


def _strum(bar: int, chord_at: ChordAt, strum: Sequence[float]) -> Iterator[Stroke]:
    for beat, after in zip(strum, [*strum[1:], 4.0], strict=True):
        yield beat, chord_at(beat), after - beat, 1.0 if beat == 0 else 0.75


def _broken(bar: int, chord_at: ChordAt, strum: Sequence[float]) -> Iterator[Stroke]:
    for i, (beat, chord, beats, accent) in enumerate(_strum(bar, chord_at, strum)):
        yield beat, (chord[i % len(chord)],), beats, accent


def _stride(bar: int, chord_at: ChordAt, strum: Sequence[float]) -> Iterator[Stroke]:
    for beat in (1.0, 3.0):
        yield beat, chord_at(beat), 0.5, 0.9


def _off_beats(bar: int, chord_at: ChordAt, strum: Sequence[float]) -> Iterator[Stroke]:
    for beat in (0.5, 1.5, 2.5, 3.5):
        yield beat, chord_at(beat), 0.5, 0.9


def _walking(bar: int, chord_at: ChordAt, strum: Sequence[float]) -> Iterator[Stroke]:
    """The Charleston, and an answer every other bar; the root is the bass's, the ninth on top."""
    for beat, beats in ((0.0, 1.5), (1.5, 0.5)) if bar % 2 == 0 else ((0.5, 0.5), (2.5, 1.0)):
        chord = chord_at(beat)
        yield beat, (*chord[1:], chord[0] + 14), beats, 0.75


def _arpeggio(bar: int, chord_at: ChordAt, strum: Sequence[float]) -> Iterator[Stroke]:
    for i in range(16):
        chord = chord_at(i / 4)
        step = chord[(0, 2, 1, 2)[i % 4] % len(chord)] + 12 * (i % 8 == 7)
        yield i / 4, (step,), 0.25, 0.9 if i % 4 == 0 else 0.65


def _pulse(bar: int, chord_at: ChordAt, strum: Sequence[float]) -> Iterator[Stroke]:
    for i in range(8):
        yield i / 2, chord_at(i / 2)[:3], 0.5, 0.95 if i % 4 == 0 else 0.65


def _block(bar: int, chord_at: ChordAt, strum: Sequence[float]) -> Iterator[Stroke]:
    yield 0.0, chord_at(0.0), 4.0, 0.9
    if bar % 2:
        yield 2.5, chord_at(2.5)[-1:], 1.5, 0.6


_PATTERNS: Mapping[Pattern, Callable[[int, ChordAt, Sequence[float]], Iterator[Stroke]]] = {
    "strum": _strum, "broken": _broken, "stride": _stride, "off_beats": _off_beats, "walking": _walking,
    "arpeggio": _arpeggio, "pulse": _pulse, "block": _block,
}  # fmt: skip


def bass_of(pattern: Pattern, chord_at: ChordAt) -> Iterator[tuple[float, int, float]]:
    """(beat, semitone above the tonic, beats) of a bar's lowest voice."""
    if pattern == "walking":
        chord, leading = chord_at(0.0), chord_at(4.0)[0] - 1  # a semitone under the next root
        for beat, step in enumerate((chord[0], chord[1], chord[2], leading)):
            yield float(beat), step - (36 if step > 9 else 24), 1.0
    elif pattern in ("pulse", "arpeggio"):
        for i in range(8):
            yield i / 2, chord_at(i / 2)[0] - 24, 0.5
    else:
        first, second = chord_at(0.0), chord_at(2.0)
        fifth = second[2] - (12 if second[2] > 9 else 0) if len(second) > 2 else second[0]
        beats = 1.0 if pattern == "stride" else 2.0
        yield 0.0, first[0] - 24, beats
        yield 2.0, (fifth if second == first else second[0]) - 24, beats
