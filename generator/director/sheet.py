"""A storyboard in words: each shot as one would note it down, in words that the director reads as it meant them."""

from core.screenplay.sheet import SheetShot
from generator.director.direct import Directed
from generator.lexicon.lexicon import Meaning, lexicon
from generator.lexicon.words import Language
from generator.storyboard import Shot

_SEPARATOR = {"ja": "、", "en": ", "}


def sheet_of(directed: Directed, language: Language) -> list[SheetShot]:
    """The shots in order; what happens is told in the prompt's own words, in the shot in which it begins."""
    starts = _starts_of_beats(directed)
    found = []
    for at, shot in enumerate(directed.board.shots):
        end = shot.start + shot.seconds if at < len(directed.board.shots) - 1 else float("inf")
        begun = [beat for beat, start in sorted(starts.items()) if shot.start - 0.02 <= start < end - 0.02]
        action = " ".join(directed.screenplay.beats[beat].text for beat in begun)
        transition = _word("transition", shot.transition, language) if at else ""
        found.append(SheetShot(round(shot.seconds, 2), action, _camera(shot, language), "", transition))
    return found


def _starts_of_beats(directed: Directed) -> dict[int, float]:
    """When each beat begins: with its first step; one in which nothing is done with the next in which something is."""
    first: dict[int, float] = {beat: start for beat, (start, _) in directed.script.times.items()}
    for step, start, _ in directed.steps:
        if step.beat >= 0:
            first[step.beat] = min(start, first.get(step.beat, start))
    starts: dict[int, float] = {}
    at = max(first.values(), default=0.0) if first else 0.0
    for beat in reversed(range(len(directed.screenplay.beats))):
        at = first.get(beat, at)
        starts[beat] = at
    if starts:
        starts[0] = 0.0
    return starts


def _camera(shot: Shot, language: Language) -> str:
    names = (("framing", shot.framing), ("angle", shot.angle if shot.angle != "eye" else ""), ("camera", shot.camera))
    words = [_word(table, name, language) for table, name in names if name]
    return _SEPARATOR[language].join(word for word in words if word)


def _word(table: str, name: str, language: Language) -> str:
    return lexicon().said[language].get(Meaning(table, name), "")
