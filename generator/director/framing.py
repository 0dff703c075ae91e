"""How a shot is framed: as its note asks, else by taste."""

import random
from dataclasses import dataclass
from typing import cast

from generator.director.cuts import Cut
from generator.director.script import Script
from generator.director.tokens import find_matches, language_of, tokenise
from generator.vocabulary import Angle, Camera, Framing, Style


@dataclass(frozen=True, slots=True)
class View:
    """How a shot is seen."""

    framing: Framing
    camera: Camera
    angle: Angle


def view_of(
    cut: Cut, at: int, count: int, script: Script, style: Style, speaking: bool, cast_size: int, dice: random.Random
) -> View:
    """As the note says, else by taste: establish wide, come near for words, end with a little air."""
    asked = _asked(cut.note.text if cut.note else "")
    everywhere = script.reading
    framing = asked.get("framing") or (everywhere.settings.get("framing", [None])[0] if count == 1 else None)
    angle = asked.get("angle") or everywhere.setting("angle")
    if everywhere.setting("angle") == "overhead" and not asked.get("angle"):
        angle = "overhead" if at == count - 1 else "eye"  # 「最後は空から見下ろす」
    camera = asked.get("camera") or everywhere.setting("camera")
    if framing is None:
        framing = _framing(at, count, speaking, cast_size, style)
    if camera is None:
        camera = _camera(framing, at, count, style, dice)
    return View(cast(Framing, framing), cast(Camera, camera), cast(Angle, angle or "eye"))


def _asked(text: str) -> dict[str, str]:
    language = language_of(text)
    found: dict[str, str] = {}
    for match in find_matches(tokenise(text, language), language):
        for table in ("framing", "camera", "angle"):
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
