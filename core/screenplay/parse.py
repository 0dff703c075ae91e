"""Prompt to screenplay: anything from nothing at all to a full script. Never raises."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from core.screenplay.labels import Section, read_label
from core.screenplay.lines import find_lines
from core.screenplay.mend import mend_beats, mend_length
from core.screenplay.model import Beat, Screenplay, ShotNote, Subject
from core.screenplay.times import length_in_prose, narrow, read_stamp, take_length
from core.screenplay.turns import with_quotes
from core.screenplay.write import write

_BRACKETS = str.maketrans("（）：／；", "():/;")
SETTLING = 5  # readings until a text says the same twice; tried on thousands of nasty ones, most need one

_BULLET = re.compile(r"^\s*(?:[・•●○◦▪‣⁃*-]|[①-⑳]|\d{1,2}[.)、](?!\d))\s*")
_SHOT_HEAD = re.compile(
    r"^\s*(?:\*\*)?[\[【(]?\s*(?:shot|cut|scene|ショット|カット|シーン|場面)\s*#?(\d{1,3})\s*"
    r"(?:[\((]\s*(\d{1,3}(?:\.\d+)?)\s*(?:s|sec|seconds|秒)\s*[\))])?\s*[\]】)]?(?:\*\*)?\s*[::.、-]?\s*",
    re.I,
)
_SURPRISE = re.compile(
    r"^\s*(?:お?まかせ(?:で|します)?|何でもいい|なんでもいい|surprise me|anything)\s*[。.!!]*\s*$", re.I
)
_ARROW = re.compile(r"\s*(?:→|⇒|➡️?|->|=>)\s*")


def clean(text: str) -> str:
    """The text without control, zero-width and direction characters; joiners inside emoji stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    kept = [
        char
        for char in text
        if char == "\n"
        or char in "\u200d\ufe0f"
        or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
        or _may_be_emoji(char)
    ]
    return "".join(kept).strip()


def _may_be_emoji(char: str) -> bool:
    """Unicode reserves these blocks for pictographs: emoji younger than this Python are unassigned to it."""
    return "\U0001f300" <= char <= "\U0001faff"


@dataclass
class _Draft:
    """A screenplay in the making: text by section, and beats in order."""

    text: dict[Section, list[str]] = field(default_factory=dict)
    premise: list[str] = field(default_factory=list)
    shots: list[ShotNote] = field(default_factory=list)
    raw_beats: list[tuple[str, float | None, float | None, float | None]] = field(default_factory=list)

    def add(self, section: Section, line: str) -> None:
        self.text.setdefault(section, []).append(line)

    def words(self, section: Section, joint: str = "\n") -> str:
        return joint.join(line for line in self.text.get(section, ()) if line).strip()


def parse(prompt: str, *, seconds: float | None = None) -> Screenplay:
    """The screenplay of a prompt; `seconds` is a length asked for beside it, which wins over one in the text.

    What is returned prints back to a text that parses to itself: a reading that does not survive being written down
    and read again (a line of prose that looks like a label, say) is replaced by the reading it turns into.
    """
    play = _parse(prompt, seconds)
    for _ in range(SETTLING):
        again = _parse(write(play), None)
        if again == play:
            return play
        play = replace(again, mends=play.mends)
    words = " ".join(re.findall(r"[^\W\d_]+", clean(prompt)))
    return Screenplay(seconds=play.seconds, premise=words, beats=(Beat(words),) if words else (), mends=play.mends)


def _parse(prompt: str, seconds: float | None) -> Screenplay:
    text = with_quotes(clean(prompt))
    if not text or _SURPRISE.match(text):
        length, mends = mend_length(seconds)
        return Screenplay(seconds=length, mends=mends)
    draft = _read(text)
    title, titled = take_length(draft.words("title", " "))
    subjects = tuple(_subjects(draft.text.get("subjects", [])))
    asked = seconds or titled or _length(draft.words("length")) or length_in_prose(draft.words("style") + "\n" + text)
    length, mends = mend_length(asked)
    names = [name for subject in subjects for name in _names(subject)]
    beats, more = mend_beats(_beats(draft, names), length)
    if length is None and beats and beats[-1].end is not None:
        length, fresh = mend_length(beats[-1].end)
        mends = (*mends, *fresh)
    return Screenplay(
        title=title or None,
        seconds=length,
        style=draft.words("style"),
        shots=tuple(draft.shots),
        scene=draft.words("scene"),
        subjects=subjects,
        lighting=draft.words("lighting"),
        premise="\n".join(draft.premise).strip(),
        beats=tuple(beats),
        audio=draft.words("audio"),
        grade=draft.words("grade"),
        tempo=draft.words("tempo"),
        mends=(*mends, *more),
    )


def find_subject(screenplay: Screenplay, speaker: str) -> Subject | None:
    """The subject that a speaker's phrase means, by name or by the end of the name (主婦 for 買い物帰りの主婦)."""
    for subject in screenplay.subjects:
        if any(name and (name in speaker or speaker in name) for name in _names(subject)):
            return subject
    return None


def _read(text: str) -> _Draft:
    draft = _Draft()
    section: Section | None = None
    for line in text.split("\n"):
        if not line.strip():
            continue
        if head := _SHOT_HEAD.match(narrow(line)):
            section = "action"
            _read_shot(draft, line[head.end() :], float(head[2]) if head[2] else None)
            continue
        if label := read_label(line):
            section, rest = label
            if rest:
                _read_line(draft, section, rest)
            if section == "title" and rest:
                section = None  # a title is one line; prose under it is the film
            continue
        if section is None:
            if stamp := read_stamp(_BULLET.sub("", line)):
                draft.raw_beats.append((stamp.rest, stamp.start, stamp.end, stamp.seconds))
            else:
                draft.premise.append(line.strip())
            continue
        _read_line(draft, section, line)
    return draft


def _read_line(draft: _Draft, section: Section, line: str) -> None:
    line = _BULLET.sub("", line).strip()
    if section == "shots":
        draft.shots += _shot_notes(line)
    elif section == "action":
        stamp = read_stamp(line)
        if stamp:
            draft.raw_beats.append((stamp.rest.strip(), stamp.start, stamp.end, stamp.seconds))
        elif draft.raw_beats and _continues(draft.raw_beats[-1][0]):
            words, *times = draft.raw_beats[-1]
            draft.raw_beats[-1] = (f"{words}\n{line}".strip(), *times)  # type: ignore[assignment]
        else:
            draft.raw_beats.append((line, None, None, None))
    else:
        draft.add(section, line)


def _continues(words: str) -> bool:
    """Whether a beat is still open: a quotation that was not closed, or nothing said yet."""
    return not words or words.count("「") > words.count("」") or words.endswith(("、", ","))


def _read_shot(draft: _Draft, rest: str, seconds: float | None) -> None:
    stamp = read_stamp(rest)
    start, end = None, None
    if stamp:
        rest, start, end = stamp.rest, stamp.start, stamp.end
        seconds = stamp.seconds or seconds
    length = seconds if seconds is not None else (end - start if start is not None and end is not None else None)
    framing, action = _framing(rest)
    if framing:
        draft.shots.append(ShotNote(framing, length))
    draft.raw_beats.append((action, start, end, length if start is None else None))


def _framing(text: str) -> tuple[str, str]:
    """ "wide: a museum" is a framing and an action; a text without such a head is both."""
    found = re.match(r"^\s*([^::「『\"“。.]{1,40}?)\s*[::]\s*(.+)$", text, re.S)
    return (found[1].strip(), found[2].strip()) if found else (text.strip(), text.strip())


def _shot_notes(line: str) -> Iterator[ShotNote]:
    """Arrows part shots; general words in front of them belong to the first."""
    for part in _ARROW.split(line):
        part = part.strip(" 。.")
        if part:
            stamp = read_stamp(part)
            yield ShotNote(
                stamp.rest.strip() if stamp and stamp.rest.strip() else part, stamp.seconds if stamp else None
            )


def _subjects(lines: Sequence[str]) -> Iterator[Subject]:
    for line in (line.translate(_BRACKETS) for line in lines):
        for part in _split_outside_brackets(line):
            found = re.match(r"^(.+?)\s*[\((]([^()()]*)[\))]\s*(.*)$", part)
            if found:
                yield Subject(found[1].strip(), " ".join(filter(None, (found[2].strip(), found[3].strip()))))
            elif (found := re.match(r"^([^::、,—–]{1,30})\s*[::—–]\s*(.+)$", part)) or (
                found := re.match(r"^([^、,]{1,30})[、,]\s*(.+)$", part)
            ):
                yield Subject(found[1].strip(), found[2].strip())
            elif part.strip():
                yield Subject(part.strip(" 。."))


def _split_outside_brackets(line: str) -> list[str]:
    parts, depth, current = [], 0, ""
    for char in line:
        depth += (char in "((") - (char in "))")
        if char in "/／;;" and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += char
    return [part for part in (*parts, current) if part.strip()]


def _names(subject: Subject) -> list[str]:
    """The name, and the noun that it ends in (買い物帰りの主婦 -> 主婦, "the old fisherman" -> fisherman)."""
    tail = re.split(r"の|\s", subject.name)[-1]
    return [subject.name, tail] if len(tail) > 1 and tail != subject.name else [subject.name]


def _beats(draft: _Draft, names: Sequence[str]) -> list[Beat]:
    beats = []
    at = 0.0
    for words, start, end, seconds in draft.raw_beats:
        if start is None and seconds is not None:
            start, end = at, at + seconds
        at = end if end is not None else at
        beats.append(Beat(words, tuple(s.line for s in find_lines(words, names)), start, end))
    if beats or not draft.premise:
        return beats
    prose = "\n".join(draft.premise)
    spoken = find_lines(prose, names)
    return [
        Beat(sentence, tuple(s.line for s in spoken if begin <= s.start < finish))
        for sentence, begin, finish in _sentences(prose)
    ]


def _sentences(prose: str) -> Iterator[tuple[str, int, int]]:
    """Sentences with their spans; a stop inside a quotation ends none, and a line break only after a stop."""
    begin, depth, straight = 0, 0, False
    for at, char in enumerate(prose):
        depth += (char in "「『“(（") - (char in "」』”)）")
        straight ^= char == '"'
        stop = char in "。!?！？" or (char == "." and (at + 1 == len(prose) or prose[at + 1] in ' \n"'))
        following = prose[at + 1] if at + 1 < len(prose) else "\n"
        closing = (
            char in '」”"' and depth <= 0 and not straight and at and prose[at - 1] in ".!?。！？" and following == " "
        )
        if (stop and depth <= 0 and not straight and following not in "。!?！？」』)）") or (
            closing and following == " " and prose[at + 2 : at + 3].isupper()
        ):
            if prose[begin : at + 1].strip():
                yield prose[begin : at + 1].strip(), begin, at + 1
            begin, depth = at + 1, 0
    if prose[begin:].strip():
        yield prose[begin:].strip(), begin, len(prose)


def _length(text: str) -> float | None:
    found = re.search(r"(\d{1,5}(?:\.\d+)?)", unicodedata.normalize("NFKC", text))
    return float(found[1]) if found else None
