"""With what a Japanese doing is done, and where it leads: things by their particles (刀で戦う, 家に入る)."""

from collections.abc import Sequence

from generator.director.japanese_phrases import Noun
from generator.director.japanese_verbs import Verb
from generator.director.reading import TRAVEL, Reading
from generator.lexicon.lexicon import concept, lexicon


def with_thing(
    verb: Verb, action: str, actors: Sequence[str], target: str | None, prop: str, reading: Reading
) -> tuple[str, str | None]:
    """What a doing becomes by the thing that it is done with: (action, the thing, None if it is not to be seen)."""
    if action == "transform" and target is None and not reading.figures[prop].living:
        reading.stand(prop)
    if action in ("sing", "speak", "shout") and concept(prop) is None:
        return action, None  # a song or a secret is heard, not seen
    if action == "put_on" and actors and _is_wear(prop):
        reading.figures[actors[0]].wears += [prop] * (prop not in reading.figures[actors[0]].wears)
    if action in ("walk", "run", "enter") and _is_vehicle(prop):
        return "ride", prop
    if _is_food(prop) and (action == "build" or (action == "hold" and verb.word in ("握る", "にぎる"))):
        return "cook", prop
    return action, prop


def gone_to(verb: Verb, nouns: Sequence[Noun], reading: Reading) -> str | None:
    """The place that a way leads to or through (雲を飛ぶ, 家に入る): noted, and then no thing."""
    if verb.action not in TRAVEL:
        return None
    for noun in nouns:
        if noun.place and noun.particle in ("を", "へ", "に"):
            reading.note("place", noun.place)
            return noun.place
    return None


def thing_of(action: str, things: Sequence[Noun]) -> str | None:
    """を first; に and で where the action takes them (ほうきに乗る, 刀で戦う)."""
    for particle in ("を", "に", "で", "", "へ", "と", "から"):
        for noun in things:
            if noun.particle == particle and not (
                particle in ("に", "へ", "から", "", "で") and not _takes(action, noun)
            ):
                return noun.name
    return None


def _takes(action: str, noun: Noun) -> bool:
    if noun.particle == "":
        return lexicon().deeds[action].needs == "prop"
    if noun.particle == "から":
        return action in ("take", "appear")
    if noun.particle == "で":
        return noun.known is None or noun.known.kind not in ("dressing", *(() if action in TRAVEL else ("vehicle",)))
    return action not in ("give", "throw", "show", "write", "take", "put_on", "speak")


def _is_wear(name: str) -> bool:
    known = concept(name)
    return known is not None and known.kind == "wear"


def _is_vehicle(name: str) -> bool:
    known = concept(name)
    return known is not None and known.kind == "vehicle"


def _is_food(name: str) -> bool:
    known = concept(name)
    return known is not None and known.kind in ("food", "drink")
