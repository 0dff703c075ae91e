"""The air of a place: a quiet stereo bed by place, time of day and weather."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from generator.sound.foley import animals, nature, people, things
from generator.sound.foley.air import (
    announcement,
    deep,
    dishes,
    drips,
    evening_cicadas,
    far_festival,
    far_train,
    frogs,
    gulls,
    hum,
    hush,
    machines,
    monitor,
    owls,
    playground,
    rails,
    refrigerators,
    room_tone,
    surf_far,
    temple_bell,
    timbers,
    traffic,
    wind_chimes,
)
from generator.sound.samples import Samples, count, gain, loud_rms
from generator.sound.synthesis import Rng, Signal, seamless
from generator.storyboard import Shot, Storyboard
from generator.vocabulary import Place, TimeOfDay, Weather

_TILE = 6.0  # seconds synthesised of each layer, then repeated
_LONG_TILE = 13.4  # of those in which single sounds are made out; 13 s when its ends are laid over each other
_CROSSFADE = 0.3  # seconds over a cut


@dataclass(frozen=True, slots=True)
class _Layer:
    make: Callable[[float, Rng], Signal]
    level: float  # dB full scale of its loud parts


_STREWN = frozenset(
    {dishes, drips, animals.birds, far_train, wind_chimes, evening_cicadas, frogs, owls, gulls, timbers, playground}
)
_REGULAR = frozenset({temple_bell, announcement, monitor, machines, far_festival, rails, things.clock, things.typing})
_AIR = _Layer(hush, -52)
_QUIET_ROOM = (_Layer(room_tone, -46),)
_BEDS: dict[Place, tuple[_Layer, ...]] = {
    "stage": (_Layer(room_tone, -46), _Layer(people.crowd, -50)),
    "street": (_Layer(traffic, -41), _Layer(people.crowd, -45)),
    "city": (_Layer(traffic, -38), _Layer(people.crowd, -44)), "alley": (_Layer(traffic, -45), _Layer(far_train, -43)),
    "station": (_Layer(people.crowd, -39), _Layer(traffic, -44), _Layer(far_train, -42)),
    "train": (_Layer(rails, -38),),
    "road": (_Layer(traffic, -40),), "room": _QUIET_ROOM, "kitchen": (_Layer(room_tone, -46), _Layer(dishes, -50)),
    "classroom": (_Layer(room_tone, -48), _Layer(people.crowd, -46)),
    "office": (_Layer(room_tone, -44), _Layer(people.crowd, -50)),
    "studio": (_Layer(room_tone, -48),), "shop": (_Layer(room_tone, -46), _Layer(people.crowd, -45)),
    "restaurant": (_Layer(people.crowd, -41), _Layer(dishes, -44)), "museum": (_Layer(room_tone, -44),),
    "porch": (_AIR,), "garden": (_AIR,), "park": (_Layer(traffic, -50), _Layer(people.crowd, -50)),
    "forest": (_Layer(nature.wind, -46),),
    "mountain": (_Layer(nature.wind, -43),), "field": (_Layer(nature.wind, -48),), "farm": (_Layer(nature.wind, -50),),
    "beach": (_Layer(nature.waves, -38),), "sea": (_Layer(nature.waves, -36), _Layer(nature.wind, -46)),
    "underwater": (_Layer(deep, -38),), "river": (_Layer(nature.stream, -39),), "desert": (_Layer(nature.wind, -42),),
    "snowfield": (_Layer(hush, -45), _Layer(nature.wind, -46)), "sky": (_Layer(nature.wind, -40),),
    "space": (_Layer(hum, -40),),
    "castle": (_Layer(room_tone, -44), _Layer(nature.fire, -50)), "shrine": (_AIR,),
    "stadium": (_Layer(people.crowd, -37), _Layer(room_tone, -44)), "hospital": (_Layer(room_tone, -46),),
    "rooftop": (_Layer(traffic, -44), _Layer(nature.wind, -46)),
    "bathhouse": (_Layer(drips, -46), _Layer(nature.stream, -48)),
    "cave": (_Layer(drips, -42), _Layer(room_tone, -46)),
    "bedroom": (_Layer(room_tone, -46),),
    "tatami_room": (_Layer(room_tone, -47),),
    "corridor": (_Layer(room_tone, -46), _Layer(people.crowd, -50)),
    "library": (_Layer(room_tone, -46),),
    "gym": (_Layer(room_tone, -45), _Layer(people.crowd, -50)),
    "laboratory": (_Layer(room_tone, -44), _Layer(deep, -52)),
    "cafe": (_Layer(people.crowd, -44), _Layer(dishes, -46)),
    "bar": (_Layer(people.crowd, -44), _Layer(dishes, -47)),
    "convenience_store": (_Layer(room_tone, -44), _Layer(people.crowd, -50)),
    "jungle": (_Layer(animals.birds, -42), _Layer(animals.cicada, -50)),
    "waterfall": (_Layer(nature.stream, -36),),
    "volcano": (_Layer(nature.fire, -42), _Layer(nature.wind, -44)),
    "ruins": (_Layer(nature.wind, -46),),
    "cherry_avenue": (_Layer(nature.wind, -50),),
    "rice_paddies": (_Layer(nature.stream, -48),),
    "onsen": (_Layer(nature.stream, -44), _Layer(drips, -50)),
    "harbour": (_Layer(nature.waves, -42), _Layer(nature.wind, -48)),
    "ship": (_Layer(nature.waves, -38), _Layer(nature.wind, -44)),
    "bridge": (_Layer(traffic, -46), _Layer(nature.wind, -46)),
    "throne_room": (_Layer(room_tone, -44), _Layer(nature.fire, -50)),
    "dungeon": (_Layer(drips, -44), _Layer(nature.fire, -50)),
    "battlefield": (_Layer(nature.wind, -42), _Layer(people.crowd, -48)),
    "graveyard": (_Layer(nature.wind, -45),),
    "moon": (_Layer(hum, -42),),
    "spaceship": (_Layer(hum, -40),),
    "airport": (_Layer(people.crowd, -41), _Layer(room_tone, -46)),
    "bus": (_Layer(traffic, -40), _Layer(people.crowd, -50)),
    "chapel": (_Layer(room_tone, -46), _Layer(people.crowd, -51)),
    "courtroom": (_Layer(room_tone, -45), _Layer(people.crowd, -49)),
    "boxing_ring": (_Layer(people.crowd, -38), _Layer(room_tone, -46)),
    "amusement_park": (_Layer(people.crowd, -40),),
    "festival": (_Layer(people.crowd, -39), _Layer(nature.wind, -52)),
    "pool": (_Layer(people.crowd, -43), _Layer(nature.stream, -46)),
    "aquarium": (_Layer(people.crowd, -46), _Layer(deep, -46)),
    "factory": (_Layer(rails, -46), _Layer(room_tone, -44)),
    "savanna": (_Layer(nature.wind, -46), _Layer(animals.birds, -48)),
    "riverside": (_Layer(nature.stream, -46), _Layer(traffic, -50)),
}  # fmt: skip
# By what else one knows the place with closed eyes.
_BESIDES: dict[Place, tuple[_Layer, ...]] = {
    "convenience_store": (_Layer(refrigerators, -45),), "kitchen": (_Layer(refrigerators, -50),),
    "shop": (_Layer(refrigerators, -50),), "hospital": (_Layer(monitor, -44),), "laboratory": (_Layer(monitor, -50),),
    "porch": (_Layer(wind_chimes, -44),), "ship": (_Layer(timbers, -42),), "harbour": (_Layer(timbers, -48),),
    "factory": (_Layer(machines, -40),), "spaceship": (_Layer(refrigerators, -50),),
    "festival": (_Layer(far_festival, -40),), "shrine": (_Layer(far_festival, -54),),
    "graveyard": (_Layer(temple_bell, -42),), "ruins": (_Layer(temple_bell, -50),),
    "classroom": (_Layer(playground, -50),), "park": (_Layer(playground, -50),), "corridor": (_Layer(playground, -52),),
    "amusement_park": (_Layer(playground, -44),), "pool": (_Layer(playground, -44),),
    "station": (_Layer(announcement, -44),), "airport": (_Layer(announcement, -44),),
    "library": (_Layer(things.clock, -50),), "tatami_room": (_Layer(things.clock, -48),),
    "bedroom": (_Layer(things.clock, -52),), "office": (_Layer(things.typing, -50),),
    "courtroom": (_Layer(things.clock, -52),), "cherry_avenue": (_Layer(playground, -54),),
    "cave": (_Layer(hum, -50),), "rooftop": (_Layer(surf_far, -50),),
}  # fmt: skip
_BY_WATER = frozenset({"beach", "sea", "harbour", "ship"})
_GREEN: frozenset[Place] = frozenset(
    {"porch", "garden", "park", "forest", "mountain", "field", "farm", "river", "shrine", "jungle", "waterfall",
     "ruins", "cherry_avenue", "rice_paddies", "onsen", "savanna", "riverside"}
)  # fmt: skip
INDOORS: frozenset[Place] = frozenset(
    {"stage", "train", "room", "kitchen", "classroom", "office", "studio", "shop", "restaurant", "museum", "castle",
     "hospital", "bathhouse", "cave", "bedroom", "tatami_room", "corridor", "library", "gym", "laboratory", "cafe",
     "bar", "convenience_store", "throne_room", "dungeon", "spaceship", "airport", "bus", "chapel", "courtroom",
     "boxing_ring", "aquarium", "factory"}
)  # fmt: skip
_SEALED: frozenset[Place] = frozenset(
    {"underwater", "space", "moon"}
)  # fmt: skip
_WEATHER: dict[Weather, tuple[_Layer, ...]] = {
    "rain": (_Layer(nature.rain, -33),), "storm": (_Layer(nature.rain, -30), _Layer(nature.wind, -33)),
    "snow": (_Layer(hush, -46),), "wind": (_Layer(nature.wind, -36),), "fog": (_AIR,),
}  # fmt: skip


def layers(place: Place, time: TimeOfDay, weather: Weather) -> tuple[_Layer, ...]:
    """What is in the air there and then; never nothing."""
    if place in _SEALED:
        return _BEDS[place]
    inside = place in INDOORS
    found = [*_BEDS[place], *_BESIDES.get(place, ())]
    for layer in _WEATHER.get(weather, ()):
        found.append(_Layer(layer.make, layer.level - (9.0 if inside else 0.0)))
    if not inside and weather not in ("rain", "storm", "snow"):
        found += _creatures(place, time, weather)
    return tuple(found)


def _creatures(place: Place, time: TimeOfDay, weather: Weather) -> list[_Layer]:
    if place in ("sky", "desert", "snowfield", "stadium", "volcano", "battlefield"):
        return []
    if place in _BY_WATER:
        return [_Layer(gulls, -45)] if time in ("morning", "day") else []
    green = place in _GREEN
    if time == "night":
        if place in ("rice_paddies", "river", "riverside"):
            return [_Layer(frogs, -42), _Layer(animals.crickets, -48)]
        owl = [_Layer(owls, -46)] if place in ("forest", "mountain", "graveyard", "ruins") else []
        return [_Layer(animals.crickets, -44 if green else -54), *owl]
    if time == "evening":
        cicadas = [_Layer(evening_cicadas, -46)] if green else []
        return [_Layer(animals.crickets, -50 if green else -54), *cicadas]
    if green and weather == "sunny" and time == "day":
        return [_Layer(animals.cicada, -46), _Layer(animals.birds, -48)]
    return [_Layer(animals.birds, -42 if green else -52)]


def ambience(storyboard: Storyboard) -> Samples:
    """The bed of the whole film, (n, 2) with n = round(seconds * SAMPLE_RATE)."""
    return Air(storyboard).next(count(storyboard.seconds))


class Air:
    """The bed of a film from its beginning, stretch by stretch.

    Neighbouring shots of one place, time and weather share one bed without a seam; others are crossfaded.
    """

    def __init__(self, storyboard: Storyboard) -> None:
        self._stretches, self._seed, self._at = _stretches(storyboard.shots), storyboard.seed, 0
        self._end = count(storyboard.seconds)
        self._beds: dict[tuple[Place, TimeOfDay, Weather], tuple[Samples, ...]] = {}

    def next(self, length: int) -> Samples:
        """The next `length` samples, (length, 2)."""
        first, last = self._at, self._at + length
        self._at = last
        out = np.zeros((length, 2), np.float32)
        lap = count(_CROSSFADE)
        heard = set()
        for begin, end, shot in self._stretches:
            a = count(begin) - lap // 2 if begin > 0 else -lap
            b = count(end) + lap // 2 if count(end) < self._end else self._end + lap
            if b <= first or a >= last:
                continue
            heard.add(_air(shot))
            here = np.arange(max(a, first), min(b, last))
            level = np.sin(np.clip(np.minimum(here - a, b - here) / lap, 0.0, 1.0) * (np.pi / 2)).astype(np.float32)
            piece = out[here[0] - first : here[-1] + 1 - first]
            for tile in self._bed(shot):
                piece += tile.take(here, axis=0, mode="wrap") * level[:, None]
        self._beds = {air: bed for air, bed in self._beds.items() if air in heard}
        return out

    def _bed(self, shot: Shot) -> tuple[Samples, ...]:
        air = _air(shot)
        if air not in self._beds:
            self._beds[air] = tuple(
                tile for i, layer in enumerate(layers(*air)) if len(tile := _tile(layer, self._seed, i))
            )
        return self._beds[air]


def _stretches(shots: tuple[Shot, ...]) -> list[tuple[float, float, Shot]]:
    """(start, end, a shot of it) of every run of shots that sound alike."""
    found: list[tuple[float, float, Shot]] = []
    for shot in shots:
        end = shot.start + shot.seconds
        if found and _air(found[-1][2]) == _air(shot):
            found[-1] = (found[-1][0], end, found[-1][2])
        else:
            found.append((shot.start, end, shot))
    return found


def _air(shot: Shot) -> tuple[Place, TimeOfDay, Weather]:
    return shot.place, shot.time_of_day, shot.weather


def _tile(layer: _Layer, seed: int, number: int) -> Samples:
    """A stretch of a layer that can be repeated without a seam, (n, 2)."""
    rng = np.random.default_rng((seed & 0xFFFFFFFF, number, 77))
    if layer.make in _STREWN:  # each bird sits somewhere
        one, two = (seamless(layer.make(_LONG_TILE, rng).astype(np.float32)) for _ in range(2))
        tile = np.stack([one + np.float32(0.35) * two, two + np.float32(0.35) * one], axis=1)
    elif layer.make in _REGULAR:
        tile = np.repeat(seamless(layer.make(_LONG_TILE, rng).astype(np.float32))[:, None], 2, axis=1)
    else:  # the other ear hears the same a while later: as different as a second recording, at half the work
        whole = seamless(layer.make(_TILE, rng).astype(np.float32))
        tile = np.stack([whole, np.roll(whole, len(whole) // 2)], axis=1)
    level = loud_rms(tile[:, 0])
    return tile * np.float32(gain(layer.level) / level) if level > 0 else tile[:0]
