"""A storyboard on paper: a few labelled lines a shot, for people to read and change, and back to a screenplay.

Seconds: 3
Action: A cat dances on the roof
Camera: close, zoom in
Line: Cat: "Look at me!"
Transition: fade
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.refusals import BadInput
from core.screenplay.lines import find_lines
from core.screenplay.model import Beat, Screenplay, ShotNote

Part = Literal["seconds", "action", "camera", "line", "transition"]

PARTS: tuple[Part, ...] = ("seconds", "action", "camera", "line", "transition")
LABELS: dict[str, dict[Part, str]] = {
    "ja": {"seconds": "秒数", "action": "動き", "camera": "カメラ", "line": "せりふ", "transition": "つなぎ"},
    "en": {"seconds": "Seconds", "action": "Action", "camera": "Camera", "line": "Line", "transition": "Transition"},
}
SHORTEST, LONGEST = 0.5, 60.0  # seconds of a shot
KEEP = frozenset({"", "-", ".", "ok", "same", "そのまま", "おなじ", "同じ"})  # said of a shot that is to stay as it is

_LABELLED = re.compile(r"^\s*([^::「『\"“\s]{1,12})\s*[::]\s*(.*)$")
_PART_OF = {label.lower(): part for labels in LABELS.values() for part, label in labels.items()}
_PART_OF |= {"秒": "seconds", "長さ": "seconds", "台詞": "line", "セリフ": "line", "切り替え": "transition"}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_QUOTES = re.compile(r"[「『“\"]")


@dataclass(frozen=True, slots=True)
class SheetShot:
    """One shot in words: how long it takes, what happens, how it is seen, what is said, how it comes in.

    An empty `action` goes on with what happens in the shot before.
    """

    seconds: float
    action: str = ""
    camera: str = ""
    line: str = ""
    transition: str = ""


def write_shot(shot: SheetShot, language: str) -> str:
    """The shot as its labelled lines; parts of which there is nothing to say stay empty, to be filled."""
    values = {"seconds": f"{shot.seconds:g}", "action": shot.action, "camera": shot.camera, "line": shot.line}
    values["transition"] = shot.transition
    labels = LABELS[language]
    return "\n".join(f"{labels[part]}: {values[part]}".rstrip() for part in PARTS)


def read_shot(text: str, before: SheetShot) -> SheetShot:
    """What somebody made of `before`: labels in either language, in any order; what bears no label is action.

    Raises:
        BadInput: its seconds are no number between SHORTEST and LONGEST.
    """
    if text.strip().lower() in KEEP:
        return before
    found: dict[Part, list[str]] = {}
    part: Part = "action"
    for line in text.splitlines():
        labelled = _LABELLED.match(unicodedata.normalize("NFC", line))
        known = _PART_OF.get(labelled[1].lower()) if labelled else None
        if labelled and known:
            part, line = known, labelled[2]
        if line.strip():
            found.setdefault(part, []).append(line.strip())
        elif known:
            found.setdefault(part, [])
    words = {part: " ".join(lines) for part, lines in found.items()}
    return SheetShot(
        seconds=_seconds(words["seconds"]) if words.get("seconds") else before.seconds,
        action=words.get("action", before.action),
        camera=words.get("camera", before.camera),
        line=words.get("line", before.line),
        transition=words.get("transition", before.transition),
    )


def screenplay_of(shots: Sequence[SheetShot], base: Screenplay) -> Screenplay:
    """The film that the shots describe; what they do not speak of (style, scene, looks, sound) stays that of `base`."""
    names = [subject.name for subject in base.subjects]
    beats: list[Beat] = []
    notes: list[ShotNote] = []
    at = 0.0
    for shot in shots:
        end = round(at + shot.seconds, 2)
        camera = "、".join(part for part in (shot.camera, shot.transition) if part)
        notes.append(ShotNote(camera, shot.seconds))
        text = " ".join(part for part in (shot.action, _quoted(shot.line)) if part)
        if text:
            beats.append(Beat(text, tuple(spoken.line for spoken in find_lines(text, names)), at, end))
        elif beats:
            beats[-1] = replace(beats[-1], end=end)
        at = end
    return replace(base, premise="", beats=tuple(beats), shots=tuple(notes), seconds=at, mends=())


def _seconds(text: str) -> float:
    number = _NUMBER.search(unicodedata.normalize("NFKC", text))
    seconds = float(number[0]) if number else 0.0
    if not SHORTEST <= seconds <= LONGEST:
        raise BadInput("refusal-shot-seconds", given=text[:20], low=SHORTEST, high=LONGEST)
    return seconds


def _quoted(line: str) -> str:
    """A line with quotation marks round its words: 「おばちゃん: 焼きすぎ」 has none."""
    if not line or _QUOTES.search(line):
        return line
    speaker, colon, words = unicodedata.normalize("NFKC", line).partition(":")
    if not colon:
        speaker, words = "", line
    japanese = re.search(r"[ぁ-んァ-ヶ一-龠]", line)
    return f"{speaker.strip()}「{words.strip()}」" if japanese else f'{speaker.strip()}: "{words.strip()}"'.lstrip(": ")
