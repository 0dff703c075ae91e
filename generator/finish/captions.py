"""Captions of a film as SubRip and WebVTT: who says what, in time, two short lines at once and never two cues."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from generator.finish.lettering import plain
from generator.storyboard import SpokenLine, Storyboard

LINE_WIDTH = 36  # half-width cells: 18 full-width characters, what a phone held upright shows in one line
LINES_AT_ONCE = 2
SHORTEST = 0.7  # seconds; a cue that goes sooner is a flicker. It is held into the silence after it, if there is one
_EVENED = 8  # lines; in a longer speech nobody sees whether they are even
TOGETHER = 0.35  # seconds; lines that start closer than this are said together and shown together

_NEVER_LEADS = set(
    "、。,.，．・:;：；?!？！゛゜ヽヾゝゞ々ー)]}）］｝〕〉》」』】〙〗’”…‥〜～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NEVER_ENDS = set("([{（［｛〔〈《「『【〘〖‘“")
_GOOD_ENDS = set("、。,.，．?!？！…」』：: ")
_SRT_SAFE = str.maketrans("<>{}", "＜＞｛｝")  # SubRip has no escapes; players read <i> and {\\an8} as commands


@dataclass(frozen=True, slots=True)
class Cue:
    """`voices` (speaker's name or None, lines of text) are shown together from `start` to `end`, in milliseconds."""

    start: int
    end: int
    voices: tuple[tuple[str | None, tuple[str, ...]], ...]


def srt(board: Storyboard) -> str:
    """SubRip text of the storyboard's lines; the empty string if nobody speaks."""
    blocks = []
    for number, cue in enumerate(cues(board, _labelled), start=1):
        text = "\n".join(line.translate(_SRT_SAFE) for _, lines in cue.voices for line in lines)
        blocks.append(f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n{text}\n")
    return "\n".join(blocks)


def vtt(board: Storyboard) -> str:
    """WebVTT text of the storyboard's lines, speakers as voice spans; a lone header if nobody speaks."""
    blocks = ["WEBVTT\n"]
    for cue in cues(board):
        text = "\n".join(_vtt_voice(name, lines) for name, lines in cue.voices)
        blocks.append(f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}\n{text}\n")
    return "\n".join(blocks)


def cues(board: Storyboard, lettered: Callable[[SpokenLine, Storyboard], str] | None = None) -> list[Cue]:
    """The storyboard's lines as cues in order: none overlaps the next, none is longer than the film.

    `lettered` says what stands in the picture for a line, if it is more than the words.
    """
    film_end = round(board.seconds * 1000)
    groups = _said_together(
        sorted((line for line in board.lines if cells(plain(line.text))), key=lambda line: line.start)
    )
    found: list[Cue] = []
    for index, group in enumerate(groups):
        start = _milliseconds(group[0].start)
        until = min(_milliseconds(groups[index + 1][0].start), film_end) if index + 1 < len(groups) else film_end
        end = max(_milliseconds(max(line.start + line.seconds for line in group)), start + round(SHORTEST * 1000))
        end = min(end, until)
        if end > start:
            voices = [(_name(line, board), wrapped((lettered or _unlabelled)(line, board))) for line in group]
            found += _pages(voices, start, end)
    return found


def wrapped(text: str, width: int = LINE_WIDTH) -> list[str]:
    """Lines of at most `width` half-width cells: as few as can be, ending where one would breathe, even in length.

    They break between words or, in Japanese, where kinsoku allows.
    """
    widest = _filled(text, width)
    if len(widest) > _EVENED:
        return widest
    evened = (_filled(text, narrower) for narrower in range(-(-cells(text) // max(len(widest), 1)), width))
    return max([widest, *(lines for lines in evened if len(lines) == len(widest))], key=_grace)


def _grace(lines: list[str]) -> tuple[int, int]:
    return sum(line[-1] in _GOOD_ENDS for line in lines), -max(map(cells, lines), default=0)


def cells(text: str) -> int:
    """Width of a text in half-width cells; an ambiguous character counts as wide, as Japanese fonts draw it."""
    return sum(_cells_of(c) for c in text)


def _cells_of(c: str) -> int:
    if unicodedata.combining(c) or unicodedata.category(c) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WFA" else 1


def _said_together(lines: list[SpokenLine]) -> list[list[SpokenLine]]:
    groups: list[list[SpokenLine]] = []
    for line in lines:
        if groups and line.start - groups[-1][0].start < TOGETHER:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _pages(voices: list[tuple[str | None, list[str]]], start: int, end: int) -> list[Cue]:
    """One cue, or several if a single speaker's line is too long for one; time goes by the length of the text."""
    if len(voices) > 1:
        return [Cue(start, end, tuple((name, tuple(lines)) for name, lines in voices))]
    name, lines = voices[0]
    pages = [tuple(lines[at : at + LINES_AT_ONCE]) for at in range(0, len(lines), LINES_AT_ONCE)]
    whole, before, found = max(sum(map(cells, lines)), 1), 0, list[Cue]()
    for page in pages:
        begin = start + (end - start) * before // whole
        before += sum(map(cells, page))
        found.append(Cue(begin, start + (end - start) * before // whole, ((name, page),)))
    return [cue for cue in found if cue.end > cue.start]


def _filled(text: str, width: int) -> list[str]:
    lines: list[str] = []
    rest = text.strip()
    while rest:
        cut = _break(rest, width)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return lines


def _name(line: SpokenLine, board: Storyboard) -> str | None:
    return (plain(board.character(line.speaker).label) or None) if line.speaker is not None else None


def _labelled(line: SpokenLine, board: Storyboard) -> str:
    """With the speaker's name before it, since SubRip has no place of its own for one."""
    name = _name(line, board)
    return (name + ("：" if board.language == "ja" else ": ") if name else "") + _unlabelled(line, board)


def _unlabelled(line: SpokenLine, board: Storyboard) -> str:
    """The text with the usual signs of subtitles: notes around what is sung, brackets around what is only thought."""
    text = plain(line.text)
    if line.manner == "sing":
        return f"♪ {text} ♪"
    if line.manner == "think":
        return f"（{text}）" if line.language == "ja" else f"({text})"
    return text


def _break(text: str, width: int) -> int:
    """Where a line of the text ends: its own end if it fits, else the last good place, else the last allowed, else
    anywhere.
    """
    used, allowed, good, fits = 0, 0, 0, 1
    for at, c in enumerate(text):
        used += _cells_of(c)
        if used > width:
            break
        fits = at + 1
        if fits < len(text) and _may_break(text[at], text[fits]):
            allowed = fits
            if c in _GOOD_ENDS:
                good = fits
    else:
        return len(text)
    return good if good and cells(text[:good]) >= width // 2 else allowed or fits


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_LEADS or before in _NEVER_ENDS or not _cells_of(after) or before == "\u200d":
        return False
    if before.isspace() or after.isspace():
        return True
    return _cells_of(before) == 2 or _cells_of(after) == 2


def _vtt_voice(name: str | None, lines: tuple[str, ...]) -> str:
    text = "\n".join(map(_escaped, lines))
    return f"<v {_escaped(name)}>{text}</v>" if name else text


def _escaped(text: str) -> str:
    return re.sub(r"[&<>]", lambda found: {"&": "&amp;", "<": "&lt;", ">": "&gt;"}[found[0]], text)


def _milliseconds(seconds: float) -> int:
    return max(round(seconds * 1000), 0)


def _clock(milliseconds: int, point: str) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}{point}{thousandths:03}"
