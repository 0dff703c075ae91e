"""When each line is spoken: as planned where it fits, else faster, else later, and never two at a time.

The film's length never changes. A line may run over the next cut, as speech in films does, but not into the next
line: it is spoken up to COMFORTABLE times as fast, the lines after it make room by starting later, all of them hurry up
to HURRIED where the film's end is near, and at last lines move earlier. Where even then the film is too short for all
that is said in it, the longest lines are cut, as little as need be.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.sound.speech import Speech
from generator.storyboard import Act, Shot, SpokenLine, Storyboard

COMFORTABLE = 1.35
HURRIED = 1.5
GAP = 0.12  # seconds of breath between two lines
TAIL = 0.25  # seconds of quiet after the last word
_VOICE_ACTS = frozenset({"speak", "shout", "whisper", "sing"})


def paces(starts: Sequence[float], naturals: Sequence[float], end: float) -> list[float]:
    """How many times its natural pace each line is spoken; `starts` ascend, `naturals` are seconds at pace 1."""
    if not starts:
        return []
    rooms = [after - GAP - start for start, after in zip(starts, [*starts[1:], end - TAIL + GAP], strict=True)]
    own = [
        min(max(natural / room if room > 0 else COMFORTABLE, 1.0), COMFORTABLE)
        for natural, room in zip(naturals, rooms, strict=True)
    ]
    for floor in (1.0, 1.1, 1.2, 1.3, COMFORTABLE, 1.4, 1.45, HURRIED):
        tried = [max(pace, floor) for pace in own]
        if _end(starts, [n / p for n, p in zip(naturals, tried, strict=True)]) <= end - TAIL:
            return tried
    return [HURRIED] * len(own)


def cut_to_fit(lengths: Sequence[float], end: float) -> list[float]:
    """The lengths, in seconds, with the longest made shorter until all of them fit into a film of `end` seconds."""
    room = max(0.1, end - TAIL - GAP * max(0, len(lengths) - 1))
    if sum(lengths) <= room:
        return list(lengths)
    rest, left = room, sorted(lengths)
    longest = room
    while left:
        longest = rest / len(left)
        if left[0] > longest:
            break
        rest -= left.pop(0)
    return [min(length, longest) for length in lengths]


def line_starts(starts: Sequence[float], lengths: Sequence[float], end: float) -> list[float]:
    """Real starts for lines of those lengths: not before planned unless the film's end pushes them back."""
    placed = _forward(starts, lengths)
    limit = end - TAIL
    for i in reversed(range(len(placed))):
        placed[i] = max(0.0, min(placed[i], limit - lengths[i]))
        limit = placed[i] - GAP
    return _forward(placed, lengths)


def _forward(starts: Sequence[float], lengths: Sequence[float]) -> list[float]:
    placed: list[float] = []
    free = 0.0
    for start, length in zip(starts, lengths, strict=True):
        placed.append(max(start, free))
        free = placed[-1] + length + GAP
    return placed


def _end(starts: Sequence[float], lengths: Sequence[float]) -> float:
    return _forward(starts, lengths)[-1] + lengths[-1] if starts else 0.0


def retime(storyboard: Storyboard, speech: Speech) -> Storyboard:
    """The storyboard with the lines' real times, gestures of speaking moved along, and what was mended in its notes."""
    lines = list(storyboard.lines)
    moved: list[tuple[SpokenLine, SpokenLine]] = []
    for utterance in speech.utterances:
        old = lines[utterance.line]
        lines[utterance.line] = replace(old, start=utterance.start, seconds=utterance.seconds)
        moved.append((old, lines[utterance.line]))
    shots = tuple(_with_gestures(shot, moved) for shot in storyboard.shots)
    return replace(storyboard, lines=tuple(lines), shots=shots, notes=storyboard.notes + speech.mends)


def _with_gestures(shot: Shot, moved: Sequence[tuple[SpokenLine, SpokenLine]]) -> Shot:
    return replace(shot, acts=tuple(_gesture(act, shot, moved) for act in shot.acts))


def _gesture(act: Act, shot: Shot, moved: Sequence[tuple[SpokenLine, SpokenLine]]) -> Act:
    """A speaking act goes where its line went, as far as that is inside its shot."""
    if act.action not in _VOICE_ACTS:
        return act
    for old, new in moved:
        if old.speaker == act.character and abs(old.start - act.start) < 0.25:
            start = min(max(new.start, shot.start), shot.start + shot.seconds - 0.1)
            seconds = min(new.seconds, shot.start + shot.seconds - start)
            return replace(act, start=start, seconds=max(0.1, seconds))
    return act
