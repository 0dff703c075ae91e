import numpy as np
import skia

from generator.engines.engine import Canvas
from generator.engines.paper.camera import lens_for
from generator.engines.paper.glimmering import Glimmering, size_in_pixels
from generator.engines.paper.sets.brush import Brush, Layer, Scenery
from generator.engines.paper.sets.daylight import daylight
from generator.engines.paper.sheets import painted
from tests.generator.engines.paper.paper_boards import board, frame_at, shot

LENS = lens_for(90, 160, 1)
NIGHT = daylight("night", "clear")


def window(b: Brush) -> None:
    b.box(0.0, 0.5, 0.3, 0.3, "#fff0c0", own=True, lift=0, rough=0, flat=True)
    b.glimmer("lamp", 0.0, 0.65, 0.2, "#ffcf7a")


def shutter(b: Brush) -> None:
    b.box(0.0, 0.4, 0.6, 0.6, "#30405a", lift=0, rough=0, flat=True)


def lights(*layers: Layer) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    views = [LENS.home]
    sheets = painted(layers, Scenery(layers), NIGHT, 4, LENS, views)
    surface = skia.Surface(90, 160)
    Glimmering(sheets, (), LENS, views, 4).draw(surface.getCanvas(), LENS.home, 0.5)
    picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]] = surface.toarray()
    return picture


def test_a_light_that_is_marked_shines_where_it_was_marked() -> None:
    alpha = lights(Layer(0.5, window))[..., 3]
    at = LENS.matrix(LENS.home, 0.5).mapXY(0.0, -0.65)
    assert alpha[round(at.y()), round(at.x())] > 10
    assert alpha[:20].max() == 0


def test_a_light_behind_a_nearer_sheet_is_not_seen() -> None:
    assert lights(Layer(0.5, window), Layer(1.0, shutter)).max() == 0


def test_a_light_painted_over_on_its_own_sheet_is_not_seen() -> None:
    def both(b: Brush) -> None:
        window(b)
        shutter(b)

    assert lights(Layer(0.5, both)).max() == 0


def test_a_city_at_night_never_quite_holds_still_and_an_office_by_day_does() -> None:
    at = Canvas(180, 320, 10)

    def moves(place: str, time: str) -> bool:
        one = board(shot(place=place, time_of_day=time, cast=()), cast=())
        return bool((frame_at(one, 0.1, at) != frame_at(one, 0.7, at)).any())

    assert moves("city", "night")
    assert moves("sea", "day")
    assert not moves("office", "day")


def test_a_zoom_needs_few_pictures_of_a_light_and_none_jumps_in_size() -> None:
    reaches = [10 * 1.002**n for n in range(1500)]
    sizes = [size_in_pixels(reach) for reach in reaches]
    assert len(set(sizes)) < 60
    assert all(abs(size - reach) <= 1 + 0.03 * reach for size, reach in zip(sizes, reaches, strict=True))
