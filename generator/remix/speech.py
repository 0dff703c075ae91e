"""Lines: another one, one more, none. All other lines are said as before, when they were."""

from dataclasses import replace

from core.screenplay.model import Mend
from generator.director.acts import SPOKEN
from generator.director.timing import line_seconds
from generator.director.tokens import language_of
from generator.remix.changes import Noun, Say, Silence
from generator.remix.players import Impossible, somebody
from generator.remix.shots import numbers
from generator.storyboard import Act, Shot, SpokenLine, Storyboard

_BREATH = 0.12  # seconds between two lines
_LEAST = 0.7  # seconds that a line has to have
_NEAR = 0.3  # seconds between a line and the gesture that goes with it
_VOICES = frozenset(SPOKEN.values())


def said(board: Storyboard, change: Say) -> tuple[Storyboard, tuple[Mend, ...]]:
    """A line changed or added."""
    at = None if change.more and change.instead is None else _line(board, change)
    if at is not None:
        old = board.lines[at]
        return _changed(board, at, change), (Mend("remix-line-changed", (("old", old.text), ("new", change.text))),)
    if isinstance(change.instead, str):
        raise Impossible("remix-no-such-line", line=change.instead)
    if isinstance(change.instead, int):
        raise Impossible("remix-no-such-line", line=change.instead)
    speaker = somebody(board, change.who)[0].id if change.who or board.cast else None
    found = _added(board, change, speaker)
    if found is None:
        own = [number for number, line in enumerate(board.lines) if line.speaker == speaker]
        if not own:
            raise Impossible("remix-no-room", line=change.text)
        old = board.lines[own[-1]]
        changed = _changed(board, own[-1], change)
        return changed, (Mend("remix-line-changed", (("old", old.text), ("new", change.text))),)
    return found, (Mend("remix-line-added", (("new", change.text),)),)


def _line(board: Storyboard, change: Say) -> int | None:
    """Which line is meant; None if the film has none such."""
    whose = {who.id for who in somebody(board, change.who)} if change.who else None
    own = [n for n, line in enumerate(board.lines) if whose is None or line.speaker in whose]
    if isinstance(change.instead, str):
        asked = _plain(change.instead)
        exact = [n for n, line in enumerate(board.lines) if _plain(line.text) == asked]
        part = [n for n, line in enumerate(board.lines) if asked and asked in _plain(line.text)]
        return next(iter([*exact, *part]), None)
    number = change.instead or 1
    index = number - 1 if number > 0 else len(own) + number
    return own[index] if 0 <= index < len(own) else None


def _plain(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _changed(board: Storyboard, at: int, change: Say) -> Storyboard:
    old = board.lines[at]
    until = board.lines[at + 1].start - _BREATH if at + 1 < len(board.lines) else board.seconds
    shot = _shot_at(board, old.start)
    until = min(until, shot.start + shot.seconds)
    seconds = round(min(line_seconds(change.text), max(until - old.start, old.seconds)), 3)
    manner = change.manner or old.manner
    new = replace(old, text=change.text, seconds=seconds, language=language_of(change.text), manner=manner)
    lines = (*board.lines[:at], new, *board.lines[at + 1 :])
    return _gestures(replace(board, lines=lines), old, new)


def _gestures(board: Storyboard, old: SpokenLine, new: SpokenLine) -> Storyboard:
    """The speaker's gesture lasts as long as the new line, and is what its manner wants."""

    def gesture(act: Act, shot: Shot) -> Act:
        near = abs(act.start - old.start) < _NEAR
        if act.character != new.speaker or act.action not in _VOICES or not near:
            return act
        seconds = min(new.seconds, shot.start + shot.seconds - act.start)
        return replace(act, action=SPOKEN[new.manner], seconds=round(max(seconds, 0.1), 3))

    shots = tuple(replace(shot, acts=tuple(gesture(act, shot) for act in shot.acts)) for shot in board.shots)
    return replace(board, shots=shots)


def _added(board: Storyboard, change: Say, speaker: str | None) -> Storyboard | None:
    """One more line in the longest silence of the shots in which its speaker is seen; None if there is no room."""
    need, found = line_seconds(change.text), None
    for at in numbers(board, change.where):
        shot = board.shots[at]
        if speaker is not None and all(presence.character != speaker for presence in shot.cast):
            continue
        others = {act.character for act in shot.acts if act.action in _VOICES} - {speaker}
        if others and (shot.framing == "close" or (shot.framing == "medium" and len(shot.cast) > 1)):
            continue  # the camera holds somebody else who speaks
        for start, end in _silences(board, shot):
            room = end - start
            if found is None or min(room, need) > min(found[2] - found[1], need):
                found = (at, start, end)
    if found is None or found[2] - found[1] < max(_LEAST, need / 1.35):
        return None
    at, start, end = found
    manner = change.manner or "say"
    seconds = round(min(need, end - start), 3)
    line = SpokenLine(speaker, change.text, round(start, 3), seconds, language_of(change.text), manner)
    lines = tuple(sorted((*board.lines, line), key=lambda one: one.start))
    if speaker is None:
        return replace(board, lines=lines)
    shot = board.shots[at]
    speaking = Act(speaker, SPOKEN[manner], line.start, seconds)
    shots = (*board.shots[:at], replace(shot, acts=(*shot.acts, speaking)), *board.shots[at + 1 :])
    return replace(board, lines=lines, shots=shots)


def _silences(board: Storyboard, shot: Shot) -> list[tuple[float, float]]:
    """The stretches of a shot in which nobody speaks, in seconds of the film."""
    end = shot.start + shot.seconds
    at, found = shot.start + 0.1, []
    for line in board.lines:
        if line.start >= end or line.start + line.seconds <= shot.start:
            continue
        found.append((at, line.start - _BREATH))
        at = max(at, line.start + line.seconds + _BREATH)
    return [(a, b) for a, b in (*found, (at, end - 0.1)) if b > a]


def silenced(board: Storyboard, change: Silence) -> tuple[Storyboard, tuple[Mend, ...]]:
    """Lines left out, with the gestures that went with them."""
    if change.line is not None:
        at = _line(board, Say("", instead=change.line))
        gone = [] if at is None else [board.lines[at]]
    else:
        whose = {who.id for who in somebody(board, change.who)} if isinstance(change.who, Noun) else None
        gone = [line for line in board.lines if whose is None or line.speaker in whose]
    if not gone:
        raise Impossible("remix-no-such-line", line=change.line if change.line is not None else "")

    def stays(act: Act) -> bool:
        return act.action not in _VOICES or not any(
            act.character == line.speaker and abs(act.start - line.start) < _NEAR for line in gone
        )

    shots = tuple(replace(shot, acts=tuple(act for act in shot.acts if stays(act))) for shot in board.shots)
    lines = tuple(line for line in board.lines if line not in gone)
    mends = tuple(Mend("remix-line-removed", (("old", line.text),)) for line in gone)
    return replace(board, lines=lines, shots=shots), mends


def _shot_at(board: Storyboard, time: float) -> Shot:
    return next((shot for shot in reversed(board.shots) if shot.start <= time + 0.02), board.shots[0])
