"""Every place of the vocabulary and its set."""

from collections.abc import Mapping

from generator.engines.paper.sets.brush import Scenery
from generator.engines.paper.sets.elements import ELEMENTS
from generator.engines.paper.sets.foreground import with_foreground
from generator.engines.paper.sets.halls import HALLS
from generator.engines.paper.sets.indoors import INDOORS
from generator.engines.paper.sets.outdoors import OUTDOORS
from generator.engines.paper.sets.streets import STREETS
from generator.vocabulary import Place

SETS: Mapping[Place, Scenery] = {
    place: with_foreground(place, scenery)
    for place, scenery in {**INDOORS, **HALLS, **STREETS, **OUTDOORS, **ELEMENTS}.items()
}
