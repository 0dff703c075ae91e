"""The first and the last card: how long a title and an ending stand, and how the film between them makes room."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.screenplay import Screenplay
from generator.director.cuts import Scheduled
from generator.director.script import Script
from generator.storyboard import Shot, Storyboard
from generator.style_book import MANNERS
from generator.vocabulary import Style

TITLE, END, OVER = 1.8, 1.5, 2.0  # seconds: of a title card, an end card, a title over the picture
LEAST = 4.0  # seconds that have to be left for the story

_TITLE_ASKED = re.compile(
    r"タイトルカード|タイトルコール|題字|オープニング|title card|opening title|title sequence", re.I
)
_END_ASKED = re.compile(
    r"エンドカード|エンディングカード|「?(?:おしまい|完)」?(?:の文字|と出)|end card|\bthe end\b", re.I
)


def cards_of(screenplay: Screenplay, script: Script, style: Style, seconds: float | None) -> tuple[float, float, float]:
    """Seconds of (title card, title over the picture, end card) for a film of `seconds`, None if nobody said how long.

    Where every time was given there is no room for cards: the title stands over the picture.
    """
    manner = MANNERS[style]
    told = f"{screenplay.premise} {screenplay.style} {' '.join(beat.text for beat in screenplay.beats)}"
    titled = bool(screenplay.title) or manner.titled or bool(_TITLE_ASKED.search(told))
    ended = manner.ended or bool(_END_ASKED.search(told))
    if not manner.carded:
        return 0.0, 0.0, 0.0
    if script.times or any(note.seconds for note in screenplay.shots):
        return 0.0, OVER if titled else 0.0, 0.0
    room = (seconds or 60.0) - LEAST
    title = TITLE if titled and room >= TITLE else 0.0
    end = END if ended and room - title >= END else 0.0
    over = OVER if titled and not title and room > 0 else 0.0
    return title, over, end


def framed(board: Storyboard, title: float, over: float, end: float) -> Storyboard:
    """`board` with its story moved behind a title card and an end card added; both lie over its first and last shot."""
    if not title and not end:
        return replace(board, title_seconds=over, title_over=over > 0)
    shots = [_later(shot, title) for shot in board.shots]
    shots[0] = replace(shots[0], start=0.0, seconds=round(shots[0].seconds + title, 3))
    shots[-1] = replace(shots[-1], seconds=round(shots[-1].seconds + end, 3))
    return replace(
        board,
        seconds=round(board.seconds + title + end, 3),
        shots=tuple(shots),
        lines=tuple(replace(line, start=round(line.start + title, 3)) for line in board.lines),
        sounds=tuple(
            replace(cue, start=0.0, seconds=cue.seconds + title + end)
            if cue.loop and cue.start == 0
            else replace(cue, start=round(cue.start + title, 3))
            for cue in board.sounds
        ),
        title_seconds=title or over,
        title_over=not title and over > 0,
        end_seconds=end,
    )


def moved(steps: Sequence[Scheduled], title: float) -> list[Scheduled]:
    """`steps` behind a title card."""
    return [(step, start + title, length) for step, start, length in steps]


def _later(shot: Shot, by: float) -> Shot:
    acts = tuple(replace(act, start=round(act.start + by, 3)) for act in shot.acts)
    return replace(shot, start=round(shot.start + by, 3), acts=acts)
