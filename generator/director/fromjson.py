"""A storyboard read back from what `as_json` wrote, strictly: what is not exactly a storyboard is refused."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from core.refusals import BadInput
from generator.storyboard import Shot, Storyboard

KEY = "storyboard"  # where the whole of it stands in the object that `as_json` makes
SLACK = 0.011  # seconds: times are rounded to milliseconds
_SHAPE = TypeAdapter(Storyboard)


def whole(board: Storyboard) -> dict[str, object]:
    """Every field of a storyboard as plain values."""
    found: dict[str, object] = _SHAPE.dump_python(board, mode="json")
    return found


def from_json(value: object) -> Storyboard:
    """The storyboard in an object that `as_json` made.

    Raises:
        BadInput: it is none, a field is missing, unknown or wrong, or its times and names do not fit together.
    """
    if not isinstance(value, Mapping) or not isinstance(value.get(KEY), Mapping):
        raise BadInput("refusal-storyboard-none")
    given = value[KEY]
    try:
        board = _SHAPE.validate_json(json.dumps(given), strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        raise _wrong(".".join(str(part) for part in first["loc"]) or KEY, str(first["msg"])) from error
    except (ValueError, RecursionError) as error:
        raise BadInput("refusal-storyboard-none") from error
    if stranger := _unknown(given, whole(board), ""):
        raise _wrong(stranger, "unknown")
    _check(board)
    return board


def _unknown(given: Any, known: Any, path: str) -> str | None:
    """The first field that storyboards do not have."""
    if isinstance(given, Mapping) and isinstance(known, Mapping):
        for name, value in given.items():
            if name not in known:
                return f"{path}{name}"
            if found := _unknown(value, known[name], f"{path}{name}."):
                return found
    if isinstance(given, list) and isinstance(known, list):
        for number, (one, other) in enumerate(zip(given, known, strict=False)):
            if found := _unknown(one, other, f"{path}{number}."):
                return found
    return None


def _check(board: Storyboard) -> None:
    """Times that follow each other, names that somebody has."""
    ids = {who.id for who in board.cast}
    if len(ids) != len(board.cast):
        raise _wrong("cast", "two of one id")
    if not board.shots or not 0.5 <= board.seconds <= 600:
        raise _wrong("seconds", str(board.seconds))
    at = 0.0
    for number, shot in enumerate(board.shots):
        if not (abs(shot.start - at) <= SLACK and shot.seconds > 0):
            raise _wrong(f"shots.{number}.start", str(shot.start))
        _check_shot(shot, f"shots.{number}", ids)
        at = shot.start + shot.seconds
    if not abs(at - board.seconds) <= SLACK:
        raise _wrong("shots", f"end at {at}")
    for number, line in enumerate(board.lines):
        if not (0 <= line.start <= board.seconds and 0 < line.seconds <= 600):
            raise _wrong(f"lines.{number}.start", str(line.start))
        if line.speaker is not None and line.speaker not in ids:
            raise _wrong(f"lines.{number}.speaker", f"nobody is {line.speaker!r}")
    if not all(0 <= cue.start <= board.seconds and 0 <= cue.seconds <= 600 for cue in board.sounds):
        raise _wrong("sounds", "out of time")


def _check_shot(shot: Shot, field: str, ids: set[str]) -> None:
    names = {*(one.character for one in shot.cast), *(act.character for act in shot.acts)}
    names |= {name for name in (shot.focus, *(act.target for act in shot.acts)) if name is not None}
    if names - ids:
        raise _wrong(field, f"nobody is {min(names - ids)!r}")
    end = shot.start + shot.seconds + SLACK
    for act in shot.acts:
        if not (shot.start - SLACK <= act.start and act.seconds >= 0 and act.start + act.seconds <= end):
            raise _wrong(f"{field}.acts", f"{act.action} at {act.start}")
    if not all(-2 <= one.x <= 2 and 0 <= one.depth <= 1 and -1 <= one.y <= 2 for one in shot.cast):
        raise _wrong(f"{field}.cast", "out of sight")


def _wrong(field: str, why: str) -> BadInput:
    return BadInput("refusal-storyboard-wrong", field=field[:80], why=why[:120])
