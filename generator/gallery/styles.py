"""The pages of styles: every style in one frame, its cards, every camera, every transition."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, get_args

import numpy as np

from generator.engines.engine import Canvas, Frame, Rendering
from generator.engines.paper.engine import PaperEngine
from generator.engines.paper.transitions import SECONDS
from generator.gallery.page import Card, bound
from generator.gallery.still import canvas_of
from generator.lexicon.lexicon import Meaning, lexicon
from generator.storyboard import Act, Character, Presence, Shot, SpokenLine, Storyboard
from generator.style_book import MANNERS
from generator.vocabulary import STYLES, Orientation, Style, Transition

_FPS, _SEED = 24, 4
_GIRL = Character("girl", "girl", "女の子", "👧", "#e2684f", 0.85, person=True)
_BEAR = Character("bear", "bear", "くま", "🐻", "#8a5a3a", 1.0)
_CAST = (_GIRL, _BEAR)
_PLACES = (Presence("girl", -0.42, 0.15), Presence("bear", 0.4, 0.15, facing="left"))
_SAID = SpokenLine("girl", "ねえ、いっしょに行こう!", 0.4, 2.0, "ja")
_TITLE = "女の子とくまの遠足"
_CAMERAS: Sequence[tuple[str, dict[str, Any], float]] = (  # what it is called, the shot, the moment
    ("wide", {}, 1.0),
    ("medium", {"framing": "medium", "cast": _PLACES[1:]}, 1.0),
    ("close-up", {"framing": "close"}, 1.0),
    ("two-shot", {"framing": "two_shot"}, 1.0),
    ("over the shoulder", {"framing": "over_shoulder"}, 1.0),
    ("point of view", {"framing": "pov", "cast": _PLACES[1:]}, 1.0),
    ("low angle", {"angle": "low"}, 1.0),
    ("high angle", {"angle": "high"}, 1.0),
    ("bird's eye", {"angle": "overhead"}, 1.0),
    ("surveillance camera", {"angle": "high", "camera": "surveillance"}, 1.0),
    ("rack focus, before", {"framing": "two_shot", "camera": "rack"}, 0.6),
    ("rack focus, after", {"framing": "two_shot", "camera": "rack"}, 2.6),
)


def pages() -> Iterator[tuple[str, Frame]]:
    """(name of the file without its ending, the page)."""
    yield "styles", bound([Card(_named(style), _spoken(style)) for style in STYLES], 4)
    upright: Sequence[Style] = ("anime", "picture_book", "ukiyoe", "ghost", "cyberpunk", "old_film", "news")
    yield "styles-portrait", bound([Card(style, _spoken(style, "portrait")) for style in upright], len(upright))
    carded = [style for style in STYLES if MANNERS[style].carded]
    yield "styles-cards", bound([Card(_named(style), _titled(style)) for style in carded], 4)
    yield "cameras", bound([Card(name, _picture(_film(_shot(**how)), t)) for name, how, t in _CAMERAS], 4)
    changes = [kind for kind in get_args(Transition) if kind != "cut"]
    yield "transitions", bound([Card(f"{kind}, {part:.0%}", _change(kind, part))
                                for kind in changes for part in (0.2, 0.5, 0.8)], 6)  # fmt: skip


def _shot(**more: Any) -> Shot:
    given: dict[str, Any] = {
        "start": 0.0, "seconds": 3.0, "framing": "wide", "camera": "static", "place": "park", "time_of_day": "day",
        "weather": "clear", "cast": _PLACES, "focus": "bear", "acts": (Act("bear", "wave", 0.2, 2.6, target="girl"),),
    }  # fmt: skip
    return Shot(**{**given, **more})


def _film(*shots: Shot, style: Style = "paper", orientation: Orientation = "landscape") -> Storyboard:
    seconds = sum(shot.seconds for shot in shots)
    return Storyboard(_TITLE, seconds, orientation, style, _SEED, "ja", _CAST, shots)


def _spoken(style: Style, orientation: Orientation = "landscape") -> Frame:
    """A frame in which somebody speaks, at the hour and in the light that the style likes."""
    manner = MANNERS[style]
    shot = _shot(place="street", time_of_day=manner.hour or "day", light=manner.light or "natural")
    silent = style in ("news", "nature")  # whose lower thirds come while nobody speaks
    board = replace(_film(shot, style=style, orientation=orientation), lines=() if silent else (_SAID,))
    return _picture(board, 1.2)


def _titled(style: Style) -> Frame:
    return _picture(replace(_film(_shot(), style=style), title_seconds=1.8), 1.0)


def _change(kind: Transition, part: float) -> Frame:
    second = _shot(start=3.0, place="beach", time_of_day="evening", transition=kind)
    return _picture(_film(_shot(), second), 3.0 + part * SECONDS[kind])


def _picture(board: Storyboard, t: float) -> Frame:
    """The frame of a film at `t` seconds."""
    small = canvas_of(board.orientation, 180)
    rendering = Rendering(board, Canvas(small.width, small.height, _FPS))
    return np.array(next(iter(PaperEngine().render(rendering, [round(t * _FPS)]))))


def _named(style: Style) -> str:
    """The style as members may call it, in both languages."""
    said = lexicon().said
    words = [said[language].get(Meaning("style", style), style) for language in ("en", "ja")]
    return " ".join(dict.fromkeys(words))
