"""What feet tread on, by place and weather, and what that sounds like."""

from generator.sound.ambience import INDOORS
from generator.vocabulary import Effect, Place, Weather

_GROUNDS: dict[Effect, frozenset[Place]] = {
    "steps_boards": frozenset(
        {"stage", "room", "classroom", "porch", "shrine", "bedroom", "tatami_room", "library", "gym", "cafe", "bar",
         "ship", "museum", "courtroom", "boxing_ring", "chapel", "studio"}
    ),
    "steps_grass": frozenset(
        {"garden", "park", "forest", "mountain", "field", "farm", "jungle", "cherry_avenue", "savanna", "riverside",
         "graveyard", "battlefield", "stadium"}
    ),
    "steps_sand": frozenset({"beach", "desert", "moon", "volcano"}),
    "steps_snow": frozenset({"snowfield"}),
    "steps_water": frozenset({"river", "rice_paddies", "waterfall"}),
}  # fmt: skip


def ground_of(place: Place, weather: Weather) -> Effect:
    """The steps that are heard there: stone where nothing softer is known; wet or snowed over under the open sky."""
    if place not in INDOORS:
        if weather == "snow":
            return "steps_snow"
        if weather in ("rain", "storm"):
            return "steps_water"
    return next((effect for effect, places in _GROUNDS.items() if place in places), "footsteps")
