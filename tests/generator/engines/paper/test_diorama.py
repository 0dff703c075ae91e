from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from generator.engines.engine import Canvas
from generator.pictures.behind import without
from generator.pictures.illustration import Illustration
from tests.generator.engines.paper.paper_boards import board, frame_at, shot
from tests.generator.pictures.drawn import bear

CANVAS = Canvas(180, 320, 12)


def striped(folder: Path) -> Illustration:
    """A card of upright stripes, each of its own brightness."""
    wide = 400
    row = (np.arange(wide) // 20 * 12 % 256).astype(np.uint8)
    path = folder / "whole.png"
    Image.fromarray(np.repeat(row[None], 600, axis=0)).convert("RGB").save(path)
    return Illustration(path, None, "scene")


def with_bear(folder: Path) -> Illustration:
    """A bear on a plain field, and the bear cut out."""
    ground = Image.new("RGBA", (420, 520), (90, 170, 230, 255))
    ground.alpha_composite(bear())
    ground.convert("RGB").save(folder / "whole.png")
    box = bear().getbbox()
    assert box is not None
    bear().crop(box).save(folder / "cut.png")
    left, top, right, bottom = box
    return Illustration(
        folder / "whole.png", folder / "cut.png", "figure", (left / 420, top / 520, right / 420, bottom / 520)
    )


def shift(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> int:
    """By how many pixels a row of a picture has gone to the side."""
    a, b = (row[:, 0].astype(float) - row[:, 0].mean() for row in (one, other))
    middle = a[40:-40]
    return min(range(-40, 41), key=lambda by: float(np.abs(b[40 + by : len(b) - 40 + by] - middle).mean()))


def test_the_foot_of_a_card_goes_by_faster_than_its_top(tmp_path: Path) -> None:
    film = board(shot(seconds=3, camera="pan_right", backdrop=0, cast=()))
    start, end = (frame_at(film, t, CANVAS, pictures=(striped(tmp_path),)) for t in (0.9, 1.6))
    assert abs(shift(start[250], end[250])) > abs(shift(start[20], end[20])) >= 1


def test_what_stands_out_has_a_white_edge(tmp_path: Path) -> None:
    frame = frame_at(board(shot(backdrop=0, cast=())), 0.5, CANVAS, pictures=(with_bear(tmp_path),))
    flat = Illustration(tmp_path / "whole.png", None, "scene")
    plain = frame_at(board(shot(backdrop=0, cast=())), 0.5, CANVAS, pictures=(flat,))

    def white(picture: NDArray[np.uint8]) -> int:
        return int((picture[..., :3].min(axis=2) > 225).sum())

    assert white(frame) > white(plain) + 300


def test_behind_what_was_cut_out_lies_what_was_around_it(tmp_path: Path) -> None:
    one = with_bear(tmp_path)
    assert one.cut is not None
    assert one.place is not None
    with Image.open(one.whole) as whole:
        pixels = np.asarray(without(whole.convert("RGB"), one.cut, one.place)).astype(int)
    assert np.abs(pixels - (90, 170, 230)).max() < 12


@pytest.mark.parametrize(("time", "channel"), [("evening", 2), ("night", 0)])
def test_an_hour_that_the_prompt_names_falls_on_the_card(tmp_path: Path, time: str, channel: int) -> None:
    pictures = (striped(tmp_path),)
    day = frame_at(board(shot(backdrop=0, cast=())), 0.5, CANVAS, pictures=pictures)
    later = frame_at(board(shot(backdrop=0, cast=(), time_of_day=time)), 0.5, CANVAS, pictures=pictures)
    assert later[..., channel].mean() < 0.85 * day[..., channel].mean()


def test_a_card_moves_a_little_even_before_a_camera_that_stands(tmp_path: Path) -> None:
    film = board(shot(seconds=3, backdrop=0, cast=()))
    start, end = (frame_at(film, t, CANVAS, pictures=(striped(tmp_path),)) for t in (0.1, 2.9))
    assert (start != end).any()
    assert abs(shift(start[250], end[250])) < 30
