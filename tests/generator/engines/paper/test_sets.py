from typing import Any

import numpy as np
import pytest
import skia

from generator.engines.engine import Canvas
from generator.engines.paper.weather import Sky
from generator.storyboard import Storyboard
from tests.generator.engines.paper.paper_boards import CAT, act, board, difference, frame_at, shot

AT = Canvas(90, 160, 10)


def empty(**more: Any) -> Storyboard:
    return board(shot(cast=(), **more), cast=())


@pytest.mark.parametrize("place", ["street", "forest", "field", "city"])
def test_snow_lies_on_the_ground_and_not_only_in_the_air(place: str) -> None:
    bare, white = (frame_at(empty(place=place, weather=one), 0, AT)[110:140, :, :3] for one in ("clear", "snow"))
    assert np.median(white.min(axis=2)) > np.median(bare.min(axis=2)) + 20


def test_no_snow_lies_in_a_room() -> None:
    bare, white = (frame_at(empty(place="classroom", weather=one), 0, AT) for one in ("cloudy", "snow"))
    assert difference(bare[100:], white[100:]) < 8


def test_lit_windows_are_mirrored_in_a_wet_street_at_night() -> None:
    canvas = Canvas(180, 320, 10)
    wet, dry = (
        frame_at(empty(place="city", time_of_day="night", weather=one), 0, canvas) for one in ("rain", "cloudy")
    )
    columns = [frame[230:270, :, 0].astype(int).mean(axis=0) for frame in (wet, dry)]
    walls = frame_at(empty(place="city", time_of_day="night", weather="rain"), 0, canvas)[150:220, :, 0].mean(axis=0)
    alike = [abs(float(np.corrcoef(one, walls)[0, 1])) for one in columns]
    assert alike[0] > alike[1]


def test_a_street_lamp_lights_the_ground_around_it_after_dark() -> None:
    canvas = Canvas(320, 180, 10)
    frame = frame_at(empty(place="park", time_of_day="night"), 0, canvas)[120:150, :, :3].astype(int)
    warm = frame[..., 0] - frame[..., 2]
    assert warm[:, 260:].mean() > warm[:, 100:200].mean() + 15


def test_where_somebody_surfs_the_sea_is_high_in_every_shot_of_the_film() -> None:
    calm = frame_at(board(shot(seconds=2.0, place="sea")), 1.5, AT)
    surfing = board(shot(place="sea", acts=(act(CAT, "surf"),)), shot(1.0, place="sea"))
    between = slice(20, 70)  # above the waves of a calm sea
    assert difference(frame_at(surfing, 1.5, AT)[between], calm[between]) > 20


@pytest.mark.parametrize(("weather", "indoors", "falls"), [
    ("rain", False, True), ("snow", False, True), ("clear", False, False), ("snow", True, False),
])  # fmt: skip
def test_rain_and_snow_fall_behind_the_players_too(weather: str, indoors: bool, falls: bool) -> None:
    sky = Sky(shot(weather=weather, place="field"), 90, 160, 4, indoors)
    moments = []
    for t in (0.2, 0.5):
        surface = skia.Surface(90, 160)
        sky.behind(surface.getCanvas(), t)
        moments.append(surface.toarray()[..., 3].astype(int))
    assert moments[0].any() == falls
    assert (moments[0] != moments[1]).any() == falls


def test_earth_keeps_its_colour_between_puddles_where_stone_mirrors_all_over() -> None:
    canvas = Canvas(180, 320, 10)

    def changed(place: str) -> float:
        dull, wet = (frame_at(empty(place=place, weather=one), 0, canvas)[232:260] for one in ("cloudy", "rain"))
        return float(np.median(np.abs(dull.astype(int) - wet).sum(axis=2)))

    assert changed("street") > 1.3 * changed("field")


@pytest.mark.parametrize("camera", ["handheld", "static"])
def test_a_camera_that_rolls_sees_the_set_up_to_every_corner(camera: str) -> None:
    canvas = Canvas(160, 90, 10)
    level = frame_at(empty(place="classroom", camera="static"), 0.5, canvas).astype(int)
    rolled = frame_at(empty(place="classroom", camera=camera, angle="low"), 0.5, canvas).astype(int)
    for y in (0, -1):
        for x in (0, -1):
            assert rolled[y, x, :3].max() > 40
    assert difference(rolled, level) > 2


def test_waves_before_the_players_roll_and_never_show_their_ends() -> None:
    canvas = Canvas(160, 90, 10)
    one = board(shot(seconds=3.0, place="sea", weather="wind", cast=()), cast=())
    frames = [frame_at(one, t, canvas).astype(int) for t in (0.2, 0.9, 1.6, 2.3)]
    assert difference(frames[0][70:], frames[1][70:]) > 3
    for frame in frames:
        edges = np.concatenate([frame[78:, :2], frame[78:, -2:]]).reshape(-1, 4)
        assert (edges[:, 2] >= edges[:, 0] - 4).all()  # water and foam, nothing else
        assert edges[:, :3].max(axis=1).min() > 40
