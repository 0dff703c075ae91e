import io

import numpy as np
import pytest
from PIL import Image

from generator.engines.engine import Frame
from generator.finish.poster import MAX_BYTES, Poster, appeal


def blank(value: int = 0) -> Frame:
    frame = np.full((320, 180, 4), value, np.uint8)
    frame[..., 3] = 255
    return frame


def scene(strength: float = 1.0) -> Frame:
    """Coloured cards on a light ground, `strength` of the way out of black."""
    frame = blank(210)
    for number, colour in enumerate([(230, 60, 50), (40, 120, 220), (250, 200, 60), (60, 160, 80)]):
        frame[40 + 60 * number : 90 + 60 * number, 20 + 25 * number : 90 + 25 * number, :3] = colour
    frame[..., :3] = frame[..., :3] * strength
    return frame


def test_a_film_that_fades_in_and_out_is_shown_by_its_middle() -> None:
    poster = Poster(240, 24)
    for index in range(240):
        poster.look(scene(min(1.0, index / 60, (239 - index) / 60)), index)
    assert 60 <= poster.index <= 120


def test_among_equal_frames_the_one_a_third_in_is_taken() -> None:
    poster = Poster(240, 24)
    for index in range(240):
        poster.look(scene(), index)
    assert 0.3 <= poster.index / 240 <= 0.42


def test_a_single_scene_between_black_frames_is_found_wherever_it_is() -> None:
    poster = Poster(240, 24)
    for index in range(240):
        poster.look(scene() if 200 <= index < 225 else blank(), index)
    assert 200 <= poster.index < 225


def test_more_to_see_appeals_more() -> None:
    noise_free = [appeal(blank(0)), appeal(blank(128)), appeal(scene(0.3)), appeal(scene())]
    assert noise_free == sorted(noise_free)
    assert noise_free[0] == noise_free[1] == 0


def test_the_kept_frame_is_a_copy() -> None:
    poster, frame = Poster(1, 24), scene()
    poster.look(frame, 0)
    frame[:] = 0
    with Image.open(io.BytesIO(poster.jpeg())) as image:
        assert np.asarray(image).mean() > 100


def test_even_noise_of_a_large_canvas_is_small_enough_to_travel() -> None:
    frame = np.random.default_rng(0).integers(0, 256, (1280, 720, 4), dtype=np.uint8)
    poster = Poster(1, 24)
    poster.look(frame, 0)
    data = poster.jpeg()
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        assert image.width / image.height == pytest.approx(720 / 1280, abs=0.01)
    assert len(data) <= MAX_BYTES


def test_no_frames_make_no_poster() -> None:
    with pytest.raises(ValueError, match="no frames"):
        Poster(0, 24).jpeg()
