"""Where the film is cut: one clear idea a shot."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.screenplay import Screenplay, ShotNote
from generator.director.script import Script, Step

SHORTEST = 1.5  # seconds; less is a flicker
USUAL = 2.7
USUAL_ALONE = 2.1  # of a film of one idea: wide, near, and back again
LONGEST = 4.6
ENDING = 2.0  # seconds of a last look from above

Scheduled = tuple[Step, float, float]


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of the film. `note` is the member's wish for it."""

    start: float
    end: float
    note: ShotNote | None = None


def cuts_of(screenplay: Screenplay, script: Script, steps: Sequence[Scheduled], seconds: float) -> list[Cut]:
    """The cuts, from 0 to `seconds` without a gap."""
    notes = [note for note in screenplay.shots if not _general(note)]
    if notes and all(note.seconds for note in notes):
        return _unbroken(_by_lengths(notes, seconds), steps)
    if script.times:
        starts = [start for start, _ in script.times.values()]
    else:
        starts = [
            start
            for (step, start, _), before in zip(steps, [None, *steps], strict=False)
            if _turns(step, before) or (script.cutting and step.move and not step.together)
        ]
    if notes and len(notes) > len(starts) + 1:
        starts += [seconds * at / len(notes) for at in range(1, len(notes))]
    if not script.times and script.ends_above and seconds > 2 * ENDING:
        starts = [start for start in starts if start < seconds - ENDING - SHORTEST] + [seconds - ENDING]
    edges = _spaced(sorted({0.0, *starts}), seconds)
    if not notes and not script.times:
        edges = _not_too_long(edges, seconds)
    edges = [edge for edge in edges if not _in_a_line(edge, steps)]
    pieces = list(zip(edges, [*edges[1:], seconds], strict=True))
    return [
        Cut(start, end, _note_for(at, len(pieces), start, end, notes, steps)) for at, (start, end) in enumerate(pieces)
    ]


def _in_a_line(time: float, steps: Sequence[Scheduled]) -> bool:
    """Whether somebody is speaking then: no cut breaks a line in two."""
    return any(step.line is not None and start + 0.02 < time < start + length - 0.02 for step, start, length in steps)


def _unbroken(cuts: Sequence[Cut], steps: Sequence[Scheduled]) -> list[Cut]:
    kept: list[Cut] = []
    for cut in cuts:
        if kept and _in_a_line(cut.start, steps):
            kept[-1] = replace(kept[-1], end=cut.end)
        else:
            kept.append(cut)
    return kept


def _general(note: ShotNote) -> bool:
    """A wish for the whole film rather than a shot of it (手持ち、わずかな揺れ)."""
    return (
        bool(re.fullmatch(r"(?:手持ち|handheld|固定|static)[^→]{0,12}", note.text.strip(), re.I))
        and note.seconds is None
    )


def _by_lengths(notes: Sequence[ShotNote], seconds: float) -> list[Cut]:
    total = sum(note.seconds or 0.0 for note in notes)
    edges, at = [0.0], 0.0
    for note in notes:
        at += (note.seconds or 0.0) * seconds / total
        edges.append(round(at, 3))
    edges[-1] = seconds
    return [Cut(start, end, note) for start, end, note in zip(edges, edges[1:], notes, strict=False) if end > start]


def _turns(step: Step, before: Scheduled | None) -> bool:
    """Whether a new idea begins: another place, another speaker, another actor."""
    if before is None:
        return False
    last = before[0]
    if step.place != last.place or step.beat != last.beat:
        return True
    if step.line or last.line:
        return step.speaker != last.speaker or bool(step.line) != bool(last.line)
    return bool(step.move and last.move and step.move.actors != last.move.actors)


def _spaced(starts: Sequence[float], seconds: float) -> list[float]:
    edges = [0.0]
    for start in starts:
        if start - edges[-1] >= SHORTEST and seconds - start >= SHORTEST * 0.8:
            edges.append(round(start, 3))
    return edges


def _not_too_long(edges: Sequence[float], seconds: float) -> list[float]:
    found: list[float] = []
    usual = USUAL_ALONE if len(edges) == 1 else USUAL
    for start, end in zip(edges, [*edges[1:], seconds], strict=True):
        parts = max(1, round((end - start) / usual)) if end - start > LONGEST else 1
        found += [round(start + (end - start) * part / parts, 3) for part in range(parts)]
    return found


def _note_for(
    at: int, count: int, start: float, end: float, notes: Sequence[ShotNote], steps: Sequence[Scheduled]
) -> ShotNote | None:
    """The note that names who is seen here; else in order."""
    if not notes:
        return None
    if len(notes) == count:
        return notes[at]
    if at == count - 1:
        return notes[-1]
    here = [step for step, since, length in steps if since < end and since + length > start]
    names = [
        name
        for step in here
        for name in ([step.speaker] if step.speaker else list(step.move.actors) if step.move else [])
    ]
    labels = [step.line.speaker for step in here if step.line and step.line.speaker]
    for note in notes:
        if any(label and label in note.text for label in [*labels, *names]):
            return note
    return notes[min(at * len(notes) // count, len(notes) - 1)]


def cut_at(cuts: Sequence[Cut], time: float) -> int:
    """The index of the cut in which that time lies."""
    return max(bisect_right([cut.start for cut in cuts], time + 1e-6) - 1, 0)
