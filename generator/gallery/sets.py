"""The pages of sets: every place, then hours, weather, lights and shapes of frame."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.engines.engine import Frame
from generator.gallery.page import Card, bound
from generator.gallery.still import shot_of, still
from generator.lexicon.lexicon import Meaning, lexicon
from generator.storyboard import Shot
from generator.vocabulary import PLACES, Orientation, Place, TimeOfDay, Weather

_ON_A_PAGE, _COLUMNS = 28, 4
_AT: dict[Place, tuple[TimeOfDay, Weather]] = {  # what becomes it; by day where nothing is said
    "alley": ("night", "clear"), "station": ("evening", "clear"),
    "rooftop": ("evening", "clear"), "train": ("morning", "clear"), "porch": ("night", "clear"),
    "shrine": ("morning", "fog"), "stadium": ("night", "clear"), "restaurant": ("night", "clear"),
    "beach": ("evening", "clear"), "forest": ("morning", "clear"), "snowfield": ("night", "snow"),
    "street": ("day", "rain"), "river": ("morning", "clear"), "castle": ("evening", "clear"),
    "desert": ("evening", "clear"), "mountain": ("morning", "clear"), "bedroom": ("night", "clear"),
    "corridor": ("morning", "clear"), "library": ("evening", "clear"), "bar": ("night", "clear"),
    "convenience_store": ("night", "clear"), "dungeon": ("night", "clear"), "battlefield": ("evening", "clear"),
    "graveyard": ("night", "clear"), "amusement_park": ("evening", "clear"), "festival": ("night", "clear"),
    "onsen": ("evening", "clear"), "harbour": ("night", "clear"), "bridge": ("night", "clear"),
    "rice_paddies": ("morning", "clear"), "volcano": ("evening", "clear"), "airport": ("morning", "clear"),
    "ship": ("evening", "clear"), "city": ("night", "rain"), "sea": ("day", "storm"),
}  # fmt: skip
_HOURS: Sequence[TimeOfDay] = ("morning", "day", "evening", "night")
_BY_THE_CLOCK: Sequence[Place] = ("street", "shrine", "beach", "harbour", "tatami_room")
_IN_THE_WEATHER: Sequence[tuple[Place, TimeOfDay, Weather]] = (
    ("city", "night", "rain"), ("street", "day", "snow"), ("sea", "day", "storm"),
    ("forest", "morning", "fog"), ("cherry_avenue", "day", "wind"), ("field", "day", "sunny"),
    ("alley", "evening", "rain"), ("forest", "day", "snow"), ("field", "day", "rain"),
)  # fmt: skip
_LIT: Sequence[tuple[Place, TimeOfDay, str]] = (
    ("stage", "night", "spot"), ("beach", "evening", "backlight"), ("city", "night", "neon"),
    ("alley", "night", "lantern"), ("garden", "night", "moonlight"), ("studio", "day", "flash"),
)  # fmt: skip
_SHAPED: Sequence[tuple[Orientation, Sequence[Place]]] = (
    ("portrait", ("station", "throne_room", "waterfall", "cherry_avenue")),
    ("square", ("station", "throne_room", "waterfall", "cherry_avenue")),
)  # fmt: skip


def pages() -> Iterator[tuple[str, Frame]]:
    """(name of the file without its ending, the page)."""
    for number, first in enumerate(range(0, len(PLACES), _ON_A_PAGE), 1):
        cards = [_card(_named(place), _becoming(place)) for place in PLACES[first : first + _ON_A_PAGE]]
        yield f"sets-{number}", bound(cards, _COLUMNS)
    hours = [_card(f"{place}, {time}", shot_of(place, time)) for place in _BY_THE_CLOCK for time in _HOURS]
    yield "sets-hours", bound(hours, len(_HOURS))
    weather = [_card(f"{place}, {time}, {air}", shot_of(place, time, air)) for place, time, air in _IN_THE_WEATHER]
    yield "sets-weather", bound(weather, 3)
    lights = [_card(f"{place}, {light}", _under(light, place, time)) for place, time, light in _LIT]
    yield "sets-lights", bound(lights, 3)
    for shape, places in _SHAPED:
        yield f"sets-{shape}", bound([_card(place, _becoming(place), shape) for place in places], len(places))


def _card(caption: str, shot: Shot, orientation: Orientation = "landscape") -> Card:
    return Card(caption, still(shot, orientation))


def _becoming(place: Place) -> Shot:
    return shot_of(place, *_AT.get(place, ("day", "clear")))


def _under(light: str, place: Place, time: TimeOfDay) -> Shot:
    return replace(shot_of(place, time), light=light)  # type: ignore[arg-type]


def _named(place: Place) -> str:
    """The place as members say it, in both languages."""
    said = lexicon().said
    return " ".join(said[language][Meaning("place", place)] for language in ("en", "ja"))
