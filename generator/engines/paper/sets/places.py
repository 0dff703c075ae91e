"""Every place of the vocabulary and its set."""

from collections.abc import Mapping

from generator.engines.paper.sets.beyond import BEYOND
from generator.engines.paper.sets.brush import Scenery
from generator.engines.paper.sets.counters import COUNTERS
from generator.engines.paper.sets.dwellings import DWELLINGS
from generator.engines.paper.sets.elements import ELEMENTS
from generator.engines.paper.sets.foreground import with_foreground
from generator.engines.paper.sets.gatherings import GATHERINGS
from generator.engines.paper.sets.halls import HALLS
from generator.engines.paper.sets.indoors import INDOORS
from generator.engines.paper.sets.journeys import JOURNEYS
from generator.engines.paper.sets.learning import LEARNING
from generator.engines.paper.sets.legends import LEGENDS
from generator.engines.paper.sets.outdoors import OUTDOORS
from generator.engines.paper.sets.outings import OUTINGS
from generator.engines.paper.sets.seasons import SEASONS
from generator.engines.paper.sets.streets import STREETS
from generator.engines.paper.sets.surf import SURF
from generator.engines.paper.sets.waterside import WATERSIDE
from generator.engines.paper.sets.wilds import WILDS
from generator.storyboard import Shot, Storyboard
from generator.vocabulary import Place

_GROUPS = (
    INDOORS, DWELLINGS, LEARNING, COUNTERS, HALLS, GATHERINGS, JOURNEYS, LEGENDS, STREETS, OUTDOORS, SEASONS, WILDS,
    WATERSIDE, OUTINGS, ELEMENTS, BEYOND,
)  # fmt: skip
SETS: Mapping[Place, Scenery] = {
    place: with_foreground(place, scenery) for group in _GROUPS for place, scenery in group.items()
}


def scenery_of(board: Storyboard, shot: Shot) -> Scenery:
    """The set of `shot`: that of its place, but in a storm, or where anybody surfs in the film, the sea is high."""
    if shot.place == "sea" and (shot.weather == "storm" or _surfing(board)):
        return SURF
    return SETS[shot.place]


def _surfing(board: Storyboard) -> bool:
    return any(act.action == "surf" for shot in board.shots for act in shot.acts)
