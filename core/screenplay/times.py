"""Times as people write them: 「0 – 4 s:」 `[5s]` 「0〜5秒」 `0:04–0:08` `3s wide:`. Everything in seconds."""

import re
from dataclasses import dataclass

_DASH = r"(?:\s*(?:[\-‐‑‒–—―−〜~～ー]|から|to|→)\s*)"
_NUMBER = r"(\d{1,5}(?:\.\d{1,3})?)"
_CLOCK = r"(\d{1,2}):(\d{2}(?:\.\d{1,3})?)"
_UNIT = r"\s*(?:seconds?|secs?|sec|s|秒間?|″|\")"
_END = r"\s*(?:まで)?\s*[\])】）]?\s*[::、,)]?\s*"
_START = r"^\s*[\[(【（]?\s*"

_RANGE = re.compile(_START + _NUMBER + f"(?:{_UNIT})?" + _DASH + _NUMBER + f"(?:{_UNIT})" + _END, re.I)
_RANGE_BARE = re.compile(_START + _NUMBER + _DASH + _NUMBER + r"\s*[\])】）]?\s*[::]\s*", re.I)
_RANGE_CLOCK = re.compile(_START + _CLOCK + _DASH + _CLOCK + _END)
_LENGTH_BRACKET = re.compile(r"^\s*[\[(【（]\s*" + _NUMBER + _UNIT + r"\s*[\])】）]\s*[::]?\s*", re.I)
_DECADE = r"(?![5-9]0s\s+[a-z])"  # "80s tv" is a style
_LENGTH_BARE = re.compile(r"^\s*" + _DECADE + _NUMBER + _UNIT + r"(?=[\s::])\s*[::]?\s*", re.I)

_IN_TITLE = re.compile(r"\s*[\[((【]\s*" + _NUMBER + _UNIT + r"\s*[\]))】]", re.I)
_IN_PROSE = re.compile(
    r"(?<![\d.])" + _NUMBER + r"(?:\s*秒(?:間)?(?:の|で)(?=\s*(?:動画|映像|ビデオ|クリップ|ショート|アニメ))|"
    r"[\s-]*(?:seconds?|secs?|sec|s)[\s-]+(?:long\s+)?(?=(?:video|clip|film|movie|short)))",
    re.I,
)


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width forms, one for one


def narrow(text: str) -> str:
    """The text with full-width digits, brackets and colons as ASCII; every character stays at its place."""
    return text.translate(_NARROW)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time at the head of a line: a range, or a length that follows what came before. `rest` is what it heads."""

    rest: str
    start: float | None = None
    end: float | None = None
    seconds: float | None = None


def read_stamp(line: str) -> Stamp | None:
    """The time at the head of a line, None if it has none."""
    plain = narrow(line)
    if found := _RANGE_CLOCK.match(plain):
        start, end = int(found[1]) * 60 + float(found[2]), int(found[3]) * 60 + float(found[4])
        return Stamp(line[found.end() :], start=start, end=end)
    if found := _RANGE.match(plain) or _RANGE_BARE.match(plain):
        return Stamp(line[found.end() :], start=float(found[1]), end=float(found[2]))
    if found := _LENGTH_BRACKET.match(plain) or _LENGTH_BARE.match(plain):
        return Stamp(line[found.end() :], seconds=float(found[1]))
    return None


def take_length(title: str) -> tuple[str, float | None]:
    """A title without the length in its brackets, and that length."""
    if found := _IN_TITLE.search(narrow(title)):
        return (title[: found.start()] + title[found.end() :]).strip(), float(found[1])
    return title.strip(), None


def length_in_prose(text: str) -> float | None:
    """The length asked for in a sentence: 「10秒の動画」 "a 10-second clip"."""
    found = _IN_PROSE.search(narrow(text))
    return float(found[1]) if found else None
