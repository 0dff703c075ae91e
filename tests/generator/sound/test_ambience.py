from collections.abc import Callable
from typing import get_args

import numpy as np
import pytest

from generator.sound.ambience import Air, ambience, layers
from generator.sound.foley import air
from generator.sound.samples import SAMPLE_RATE, count, gain, loud_rms
from generator.storyboard import Shot, Storyboard
from generator.vocabulary import PLACES, Place, TimeOfDay, Weather

Film = Callable[..., Storyboard]


def _shot(start: float, seconds: float, place: Place, time: TimeOfDay = "day", weather: Weather = "clear") -> Shot:
    return Shot(start, seconds, "wide", "static", place, time, weather)


@pytest.mark.parametrize("place", PLACES)
def test_no_place_is_without_air(film: Film, place: Place) -> None:
    bed = ambience(film(seconds=2.0, shots=[_shot(0, 2, place)]))

    assert bed.shape == (count(2.0), 2)
    assert np.isfinite(bed).all()
    assert gain(-60) < loud_rms(bed) < gain(-30)


def test_rain_is_heard_outside_and_less_inside(film: Film) -> None:
    def level(place: Place, weather: Weather) -> float:
        return loud_rms(ambience(film(seconds=6.0, shots=[_shot(0, 6, place, weather=weather)])))

    assert level("garden", "rain") > 1.5 * level("garden", "clear")
    assert level("garden", "rain") > 1.5 * level("room", "rain") > level("room", "clear")


def test_a_cut_inside_one_place_is_not_heard(film: Film) -> None:
    whole = ambience(film(seconds=4.0, shots=[_shot(0, 4, "forest")]))
    cut = ambience(film(seconds=4.0, shots=[_shot(0, 2, "forest"), _shot(2, 2, "forest")]))

    assert np.array_equal(whole, cut)


def test_a_cut_to_another_place_is_crossfaded(film: Film) -> None:
    bed = ambience(film(seconds=4.0, shots=[_shot(0, 2, "beach"), _shot(2, 2, "room")]))
    steps = np.abs(np.diff(bed[:, 0]))
    around = steps[count(1.8) : count(2.2)].max()

    assert around <= steps[: count(1.8)].max() * 1.2
    assert loud_rms(bed[count(2.5) :]) < 0.6 * loud_rms(bed[: count(1.5)])


def test_both_ears_hear_a_different_side(film: Film) -> None:
    bed = ambience(film(seconds=3.0, place="sea"))

    assert abs(float(np.corrcoef(bed[:, 0], bed[:, 1])[0, 1])) < 0.5
    assert len(bed) == 3 * SAMPLE_RATE


def test_a_bed_goes_on_for_a_minute_without_a_seam(film: Film) -> None:
    for place in ("forest", "restaurant", "sea"):
        bed = ambience(film(seconds=40.0, shots=[_shot(0, 40, place)]))
        steps = np.abs(np.diff(bed, axis=0)).max(axis=1)
        beginning = steps[: count(5.0)]

        assert steps.max() < 2.5 * beginning.max()


def test_a_film_heard_in_stretches_is_the_film(film: Film) -> None:
    board = film(seconds=5.0, shots=[_shot(0, 2.2, "beach"), _shot(2.2, 2.8, "cafe")])
    bed, lengths = Air(board), (count(1.3), count(2.5), count(1.2))

    assert np.array_equal(np.concatenate([bed.next(n) for n in lengths]), ambience(board))


def test_a_bird_sits_somewhere_and_is_not_heard_again_from_the_other_side(film: Film) -> None:
    left, right = ambience(film(seconds=12.0, shots=[_shot(0, 12, "park", "morning")])).T
    spectra = np.fft.rfft(left, 1 << 20), np.fft.rfft(right, 1 << 20)
    likeness = np.fft.irfft(spectra[0] * np.conj(spectra[1]))
    likeness /= np.sqrt((left.astype(float) ** 2).sum() * (right.astype(float) ** 2).sum())

    assert np.abs(likeness[count(0.5) : count(11.0)]).max() < 0.35
    assert np.abs(likeness[-count(11.0) : -count(0.5)]).max() < 0.35


def test_there_are_many_airs_and_each_place_is_known_by_its_own() -> None:
    heard = {
        (place, time, weather): tuple((layer.make, layer.level) for layer in layers(place, time, weather))
        for place in PLACES
        for time in get_args(TimeOfDay)
        for weather in get_args(Weather)
    }

    assert len({make for found in heard.values() for make, _ in found}) >= 30
    assert len({heard[place, "day", "clear"] for place in PLACES}) >= 40
    assert len(set(heard.values())) >= 200


@pytest.mark.parametrize(
    ("place", "time", "make"),
    [
        ("rice_paddies", "night", air.frogs), ("shrine", "evening", air.evening_cicadas), ("harbour", "day", air.gulls),
        ("forest", "night", air.owls), ("hospital", "day", air.monitor), ("graveyard", "night", air.temple_bell),
    ],
)  # fmt: skip
def test_the_hour_and_the_place_have_their_creatures_and_things(place: Place, time: TimeOfDay, make: object) -> None:
    assert make in [layer.make for layer in layers(place, time, "clear")]
