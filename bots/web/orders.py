"""What a page asks for over its socket, read strictly: a frame of JSON in, one value of these out, or a refusal."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.refusals import BadInput

MAX_FRAME = 64 * 1024  # a prompt of the longest length, four times over
_KEY = re.compile(r"[A-Za-z0-9-]{8,40}")


@dataclass(frozen=True, slots=True)
class Say:
    """Words for everybody."""

    key: str
    text: str
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A command of the catalogue; `attachments` are ids of uploads by parameter name.

    `pressed`: it was a button, so that the answer need not say who used what.
    """

    key: str
    command: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    attachments: Mapping[str, str] = field(default_factory=dict)
    pressed: bool = False


@dataclass(frozen=True, slots=True)
class React:
    """A reaction, given or taken back."""

    key: str
    message: int
    emoji: str
    on: bool


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Put a message away."""

    key: str
    message: int


@dataclass(frozen=True, slots=True)
class Older:
    """A page further back."""

    key: str
    before: int


Frame = Say | Order | React | Dismiss | Older


def key_of(text: str) -> str:
    """The key of a frame, even of one that cannot be understood otherwise, so that the refusal finds its sender."""
    try:
        key = json.loads(text).get("key")
    except (ValueError, AttributeError, RecursionError):
        return ""
    return key if isinstance(key, str) and _KEY.fullmatch(key) else ""


def read_frame(text: str) -> Frame:
    """One frame; BadInput for anything that our own page would not send."""
    if len(text) > MAX_FRAME:
        raise BadInput("web-refusal-frame-large")
    try:
        frame = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput("web-refusal-frame") from error
    if not isinstance(frame, dict):
        raise BadInput("web-refusal-frame")
    key = frame.get("key")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise BadInput("web-refusal-frame")
    match frame:
        case {"type": "say", "text": str(said)}:
            return Say(key, said, _id(frame["reply_to"]) if frame.get("reply_to") is not None else None)
        case {"type": "command", "command": str(command)}:
            arguments, attachments = _words(frame.get("arguments")), _words(frame.get("attachments"))
            return Order(key, command[:64], arguments, attachments, pressed=frame.get("pressed") is True)
        case {"type": "react", "message": message, "emoji": str(emoji), "on": bool(on)}:
            return React(key, _id(message), emoji, on)
        case {"type": "dismiss", "message": message}:
            return Dismiss(key, _id(message))
        case {"type": "older", "before": before}:
            return Older(key, _id(before))
    raise BadInput("web-refusal-frame")


def _id(value: object) -> int:
    # 2^53: beyond that a page could not have had it from us as a number
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**53:
        raise BadInput("web-refusal-frame")
    return value


def _words(value: object) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, dict) or len(value) > 16 or not all(isinstance(word, str) for word in value.values()):
        raise BadInput("web-refusal-frame")
    return {str(name)[:64]: word for name, word in value.items()}
