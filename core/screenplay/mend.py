"""What is put right in a screenplay's times, and said."""

from collections.abc import Sequence
from dataclasses import replace

from core.screenplay.model import Beat, Mend

MIN_SECONDS = 2.0
MAX_SECONDS = 60.0
LEAST_BEAT = 0.5  # seconds: less than that nobody sees


def mend_length(seconds: float | None) -> tuple[float | None, tuple[Mend, ...]]:
    """A length within bounds."""
    if seconds is None:
        return None, ()
    given = min(max(seconds, MIN_SECONDS), MAX_SECONDS) if seconds == seconds else MIN_SECONDS
    if given == seconds:
        return seconds, ()
    return given, (Mend("mend-length", (("asked", round(min(seconds, 1e6), 2)), ("given", given))),)


def mend_beats(beats: Sequence[Beat], length: float | None) -> tuple[list[Beat], tuple[Mend, ...]]:
    """Timed beats in order, without overlap, within the length. Untimed ones stay as they are."""
    mends: list[Mend] = []
    timed = [beat for beat in beats if beat.start is not None and beat.end is not None]
    if not timed:
        return list(beats), ()
    mended: list[Beat] = []
    at, number = 0.0, 0
    for beat in beats:
        if beat.start is None or beat.end is None:
            mended.append(beat)
            continue
        number += 1
        start, end = beat.start, beat.end
        if end < start:
            start, end = end, start
            mends.append(Mend("mend-backwards", (("beat", number),)))
        if start < at - 1e-6:
            mends.append(Mend("mend-overlap", (("beat", number),)))
            end = max(end, at + LEAST_BEAT) if end > at else at + (end - start)
            start = at
        end = max(end, start + LEAST_BEAT)
        mended.append(replace(beat, start=start, end=end))
        at = end
    limit = length if length is not None else MAX_SECONDS
    if at > limit + 1e-6:
        mends.append(Mend("mend-past-end", (("end", round(at, 2)), ("length", limit))))
        scale = limit / at
        mended = [
            beat
            if beat.start is None or beat.end is None
            else replace(beat, start=round(beat.start * scale, 3), end=round(beat.end * scale, 3))
            for beat in mended
        ]
    return mended, tuple(mends)
