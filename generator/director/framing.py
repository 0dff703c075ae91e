"""How a shot is framed: as its note asks, else by taste."""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from generator.director.cuts import Cut
from generator.director.script import Script
from generator.director.tokens import find_matches, language_of, tokenise
from generator.vocabulary import Angle, Camera, Framing, Style

Wish = Mapping[str, str]  # what is asked for a shot: table (framing, camera, angle, transition) -> name

_TABLES = ("framing", "camera", "angle", "transition")
_BARE: Mapping[str, re.Pattern[str]] = {  # words that mean a transition in a note, and something else in a story
    "fade": re.compile(r"\bfades?\b|フェード", re.I),
    "wipe": re.compile(r"\bwipes?\b|ワイプ", re.I),
    "dissolve": re.compile(r"\bdissolves?\b|オーバーラップ", re.I),
    "iris": re.compile(r"\biris\b|アイリス", re.I),
    "page": re.compile(r"\bpage\b|めく[るりっ]|紙芝居", re.I),
}


@dataclass(frozen=True, slots=True)
class View:
    """How a shot is seen."""

    framing: Framing
    camera: Camera
    angle: Angle


def wishes_of(cuts: Sequence[Cut], texts: Sequence[str], script: Script) -> list[Wish]:
    """What is asked for each cut: by its note, else by what is told in it (`texts`), else for all or one of them.

    A way of framing of which nobody says for which shot it is wanted is for the one in the middle.
    """
    noted = [_noted(cut.note.text) if cut.note else {} for cut in cuts]
    settings = script.reading.settings
    told = [{table: name for table, name in _asked(text).items() if name in settings.get(table, ())} for text in texts]
    wishes = [{**mine, **note} for mine, note in zip(told, noted, strict=True)]
    for table in ("framing", "camera", "transition"):
        names = settings.get(table, [])
        placed = {wish.get(table) for wish in wishes}
        if not names or names[0] in placed:
            continue
        where = [len(cuts) // 2] if table == "framing" and len(cuts) > 1 else range(len(cuts))
        for at in where:
            wishes[at].setdefault(table, names[0])
    return wishes  # type: ignore[return-value]  # a list of dictionaries is one of mappings


def view_of(
    wish: Wish, at: int, count: int, script: Script, style: Style, speaking: bool, cast_size: int, dice: random.Random
) -> View:
    """As is wished, else by taste: establish wide, come near for words, end with a little air."""
    angle = wish.get("angle") or script.reading.setting("angle")
    if script.reading.setting("angle") == "overhead" and not wish.get("angle"):
        angle = "overhead" if at == count - 1 else "eye"  # 「最後は空から見下ろす」
    framing = wish.get("framing") or _framing(at, count, speaking, cast_size, style)
    camera = wish.get("camera") or _camera(framing, at, count, style, dice)
    if camera == "surveillance":
        framing, angle = "wide", "high"
    return View(cast(Framing, framing), cast(Camera, camera), cast(Angle, angle or "eye"))


def _noted(text: str) -> dict[str, str]:
    """What a note asks for; whip pans and the like are ways to come into a shot."""
    found = _asked(text)
    for name, pattern in _BARE.items():
        if "transition" not in found and pattern.search(text) and not re.search(r"アウト|\bout\b", text, re.I):
            found["transition"] = name
    return found


def _asked(text: str) -> dict[str, str]:
    language = language_of(text)
    found: dict[str, str] = {}
    for match in find_matches(tokenise(text, language), language):
        for table in _TABLES:
            if (name := match.of(table)) and table not in found:
                found[table] = name
    return found


def _framing(at: int, count: int, speaking: bool, cast_size: int, style: Style) -> str:
    if style == "security":
        return "wide"
    if count == 1:
        return "medium" if cast_size == 1 else "wide"
    if at == 0:
        return "wide"
    if speaking:
        if cast_size == 2 and at % 4 == 2:
            return "over_shoulder"
        return "close" if (at == count - 1 and cast_size > 1) or at % 3 == 0 else "medium"
    if at == count - 1 and count > 2:
        return "wide"
    return "medium" if at % 2 or cast_size == 1 else "close"


def _camera(framing: str, at: int, count: int, style: Style, dice: random.Random) -> str:
    if style == "security":
        return "static"
    if framing == "wide":
        return dice.choice(("zoom_in", "pan_right", "pan_left")) if at < count - 1 else "zoom_out"
    return dice.choice(("static", "zoom_in", "static"))  # stillness near a face; it is also three times cheaper to draw
