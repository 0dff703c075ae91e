"""Longer, shorter, faster, slower: every time of the film scaled alike, so that its rhythm stays."""

from dataclasses import replace

from core.screenplay.mend import mend_length
from core.screenplay.model import Mend
from generator.remix.changes import Length, Speed
from generator.remix.shots import changed
from generator.storyboard import Storyboard


def lengthened(board: Storyboard, change: Length) -> tuple[Storyboard, tuple[Mend, ...]]:
    """So many seconds long."""
    asked = change.seconds if change.seconds is not None else board.seconds * change.factor
    given, mends = mend_length(asked)
    seconds = round(given or board.seconds, 1)
    return scaled(board, seconds), (Mend("remix-length", (("seconds", seconds),)), *mends)


def hastened(board: Storyboard, change: Speed) -> tuple[Storyboard, tuple[Mend, ...]]:
    """So many times as fast; slow motion keeps the film's length."""
    if change.slow:
        return changed(board, change.where, lambda shot: replace(shot, slow=True)), (Mend("remix-slow-motion"),)
    given, mends = mend_length(board.seconds / max(change.factor, 0.01))
    seconds = round(given or board.seconds, 1)
    message = "remix-faster" if change.factor > 1 else "remix-slower"
    return scaled(board, seconds), (Mend(message, (("seconds", seconds),)), *mends)


def scaled(board: Storyboard, seconds: float) -> Storyboard:
    """The board in a film of so many seconds. Lines begin where they did; how long they take is their speaker's."""
    by = seconds / board.seconds

    def time(value: float) -> float:
        return round(value * by, 3)

    ends = [time(shot.start + shot.seconds) for shot in board.shots]
    ends[-1] = seconds
    shots, at = [], 0.0
    for shot, end in zip(board.shots, ends, strict=True):
        acts = []
        for act in shot.acts:
            start = min(max(time(act.start), at), end)
            acts.append(replace(act, start=start, seconds=round(min(time(act.seconds), end - start), 3)))
        shots.append(
            replace(shot, start=at, seconds=round(end - at, 3), acts=tuple(act for act in acts if act.seconds > 0))
        )
        at = end
    lines = []
    for number, line in enumerate(board.lines):
        start = time(line.start)
        until = time(board.lines[number + 1].start) if number + 1 < len(board.lines) else seconds
        for old, new in zip(board.shots, shots, strict=True):  # what was said within a shot stays within it
            if old.start <= line.start and line.start + line.seconds <= old.start + old.seconds + 0.02:
                until = min(until, new.start + new.seconds)
        lines.append(replace(line, start=start, seconds=round(max(min(line.seconds, until - start), 0.05), 3)))
    sounds = tuple(
        replace(
            cue,
            start=time(cue.start),
            seconds=time(cue.seconds) if cue.loop else round(min(cue.seconds, max(seconds - time(cue.start), 0.1)), 3),
        )
        for cue in board.sounds
    )
    return replace(board, seconds=seconds, shots=tuple(shots), lines=tuple(lines), sounds=sounds)
