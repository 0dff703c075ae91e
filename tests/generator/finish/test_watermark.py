import ast
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from generator.engines.engine import Canvas, Frame
from generator.finish.watermark import ANCHORS, FADE, JITTER, MARGIN, STAY, Watermark

PORTRAIT = Canvas(720, 1280)
CANVASES = [PORTRAIT, Canvas(1280, 720), Canvas(720, 720), Canvas(320, 180), Canvas(1080, 1920, 30)]
TIMES = np.arange(0, 12, 1 / 24)


def plain_frame(canvas: Canvas, value: int) -> Frame:
    frame = np.full((canvas.height, canvas.width, 4), value, np.uint8)
    frame[..., 3] = 255
    return frame


def busy_frame(canvas: Canvas) -> Frame:
    frame = plain_frame(canvas, 0)
    coarse = np.random.default_rng(7).integers(0, 256, (canvas.height // 10 + 1, canvas.width // 10 + 1, 3))
    tiles = np.repeat(np.repeat(coarse, 10, 0), 10, 1).astype(np.uint8)
    frame[..., :3] = tiles[: canvas.height, : canvas.width]
    return frame


def luminance(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    """WCAG 2 relative luminance."""
    part = rgb.astype(np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ [0.2126, 0.7152, 0.0722])


def grown(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    grown = mask.copy()
    for _ in range(by):
        grown[1:] |= grown[:-1].copy()
        grown[:-1] |= grown[1:].copy()
        grown[:, 1:] |= grown[:, :-1].copy()
        grown[:, :-1] |= grown[:, 1:].copy()
    return grown


def lettering_contrast(mark: Watermark, background: Frame, t: float) -> NDArray[np.float64]:
    """Contrast of the letters against each pixel close around them, where the mark is at full strength."""
    on_black, on_picture = np.zeros_like(background), background.copy()
    mark.stamp(on_black, t)
    mark.stamp(on_picture, t)
    x, y, _ = next(place for place in mark.places(t) if place[2] == 1.0)
    width, height = mark.size
    here = (slice(y + 3, y + height - 3), slice(x + 3, x + width - 3))
    letters = on_black[here][..., 0] > 250
    around = grown(letters, 2) & (on_black[here][..., 0] < 30)
    seen = luminance(on_picture[here][..., :3])
    return (np.median(seen[letters]) + 0.05) / (seen[around] + 0.05)


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: f"{canvas.width}x{canvas.height}")
def test_the_mark_can_be_read_on_white_black_and_busy_pictures_at_every_time(canvas: Canvas) -> None:
    mark = Watermark("紙芝居屋のたろう", canvas, seed=1)
    for background in (plain_frame(canvas, 255), plain_frame(canvas, 0), plain_frame(canvas, 128), busy_frame(canvas)):
        for t in (0.0, 1.0, 2.6, 3.1, 5.0, 7.7):
            contrast = lettering_contrast(mark, background, t)
            assert contrast.size > 200
            assert np.median(contrast) >= 4.5
            assert np.quantile(contrast, 0.05) >= 3.0


@pytest.mark.parametrize("seed", range(6))
def test_no_frame_is_without_a_mark_at_full_strength(seed: int) -> None:
    mark = Watermark("author", PORTRAIT, seed=seed)
    for t in TIMES:
        strengths = [strength for _, _, strength in mark.places(t)]
        assert max(strengths) == 1.0
        assert min(strengths) >= 0.0


def test_every_frame_of_a_film_is_changed_by_the_stamp() -> None:
    canvas = Canvas(180, 320)
    mark = Watermark("author", canvas, seed=5)
    for background in (0, 255):
        clean = plain_frame(canvas, background)
        for t in TIMES:
            frame = clean.copy()
            mark.stamp(frame, t)
            assert np.abs(frame.astype(int) - clean).max() > 100
            assert (frame[..., 3] == 255).all()


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: f"{canvas.width}x{canvas.height}")
@pytest.mark.parametrize("author", ["a", "紙芝居屋のたろう" * 10, "W" * 80])
def test_the_mark_stays_inside_the_picture(canvas: Canvas, author: str) -> None:
    for seed in range(5):
        mark = Watermark(author, canvas, seed=seed)
        width, height = mark.size
        for t in TIMES:
            for x, y, _ in mark.places(t):
                assert 0 <= x <= x + width <= canvas.width
                assert 0 <= y <= y + height <= canvas.height


def test_it_visits_three_places_and_stays_two_to_three_seconds_at_each() -> None:
    mark = Watermark("author", PORTRAIT, seed=11)
    full = [max(mark.places(t), key=lambda place: place[2])[:2] for t in TIMES]
    changes = [t for t, here, before in zip(TIMES[1:], full[1:], full, strict=False) if here != before]
    lefts = {x > PORTRAIT.width / 3 for x, _ in full}
    thirds = {int(y * 3 / PORTRAIT.height) for _, y in full}
    stays = np.diff(changes)
    assert lefts == {True, False}
    assert thirds == {0, 1, 2}
    assert stays.min() >= STAY[0] - 2 / 24
    assert stays.max() <= STAY[1] + 2 / 24


def test_places_are_near_the_anchors_and_never_twice_the_same() -> None:
    mark = Watermark("author", PORTRAIT, seed=4)
    stops = {mark.places(t)[-1][:2] for t in np.arange(0, 30, 0.5)}
    for x, y in stops:
        near = [
            abs(y / PORTRAIT.height - down) <= JITTER + 0.01 and x <= max(across + JITTER, 1 - MARGIN) * PORTRAIT.width
            for across, down in ANCHORS
        ]
        assert any(near)
    assert len(stops) >= 10


def test_no_crop_that_keeps_seven_tenths_of_the_picture_avoids_it() -> None:
    mark = Watermark("author", PORTRAIT, seed=9)
    width, height = mark.size
    centres = {(x + width / 2, y + height / 2) for t in TIMES for x, y, _ in mark.places(t)}
    for dx in np.linspace(0, 0.3, 7):
        for dy in np.linspace(0, 0.3, 7):
            left, top = dx * PORTRAIT.width, dy * PORTRAIT.height
            inside = [
                left <= x <= left + 0.7 * PORTRAIT.width and top <= y <= top + 0.7 * PORTRAIT.height for x, y in centres
            ]
            assert any(inside)


def test_the_same_seed_takes_the_same_path_and_another_seed_another() -> None:
    paths = [[Watermark("author", PORTRAIT, seed=seed).places(t) for t in (0.0, 3.0, 6.0, 9.0)] for seed in (1, 1, 2)]
    assert paths[0] == paths[1] != paths[2]


def test_times_may_be_asked_in_any_order() -> None:
    forth, back = (Watermark("author", PORTRAIT, seed=3) for _ in range(2))
    assert [forth.places(t) for t in TIMES] == [back.places(t) for t in TIMES[::-1]][::-1]


def test_moving_on_overlaps_so_that_the_old_place_goes_only_when_the_new_one_is_full() -> None:
    mark = Watermark("author", PORTRAIT, seed=2)
    moving = [mark.places(t) for t in np.arange(0, 10, 0.01) if not mark.settled(t)]
    assert moving
    assert all(1.0 in (old[2], new[2]) for old, new in moving)
    assert any(0 < new[2] < 1 for _, new in moving)
    assert any(0 < old[2] < 1 for old, _ in moving)
    assert len(moving) * 0.01 <= 5 * 2 * FADE


@pytest.mark.parametrize(
    ("canvas", "low", "high"),
    [(PORTRAIT, 46, 54), (Canvas(1280, 720), 26, 31), (Canvas(720, 720), 26, 31), (Canvas(320, 180), 18, 18)],
)
def test_its_height_is_about_four_hundredths_of_the_frame_but_never_too_small(
    canvas: Canvas, low: int, high: int
) -> None:
    assert low <= Watermark("author", canvas, seed=0).size[1] <= high


def test_a_long_name_is_shortened_and_takes_no_more_than_half_the_picture() -> None:
    assert Watermark("とても長い名前のひと" * 8, PORTRAIT, seed=0).size[0] <= PORTRAIT.width / 2


@pytest.mark.parametrize(
    "author", ["", "  ", "@", "\u202e\u0000\n", "🐱👩‍👩‍👧", "محمد علي", "สมชาย", "@already", "a\nb"]
)
def test_any_name_makes_a_mark(author: str) -> None:
    mark = Watermark(author, PORTRAIT, seed=0)
    frame = plain_frame(PORTRAIT, 0)
    mark.stamp(frame, 0.0)
    assert (frame[..., :3] > 250).all(-1).sum() > 500


def test_two_names_make_two_different_marks() -> None:
    frames = []
    for author in ("太郎", "花子"):
        frame = plain_frame(PORTRAIT, 0)
        Watermark(author, PORTRAIT, seed=0).stamp(frame, 0.0)
        frames.append(frame)
    assert (frames[0] != frames[1]).any()


def test_blending_is_that_of_pillow() -> None:
    mark = Watermark("author", PORTRAIT, seed=0)
    stamped, black, white = busy_frame(PORTRAIT), plain_frame(PORTRAIT, 0), plain_frame(PORTRAIT, 255)
    expected = Image.fromarray(stamped.copy())
    for frame in (stamped, black, white):
        mark.stamp(frame, 0.0)
    alpha = 255 - (white[..., :3].astype(int) - black[..., :3]).mean(-1)
    colour = np.where(alpha[..., None] > 0, black[..., :3] * 255.0 / np.maximum(alpha, 1)[..., None], 0)
    layer = np.dstack([np.clip(colour, 0, 255), alpha]).round().astype(np.uint8)
    expected.alpha_composite(Image.fromarray(layer))
    assert np.abs(np.asarray(expected).astype(int) - stamped)[..., :3].max() <= 3


def test_a_frame_of_another_size_is_a_bug_that_is_heard() -> None:
    with pytest.raises(ValueError, match="canvas"):
        Watermark("author", PORTRAIT, seed=0).stamp(plain_frame(Canvas(720, 720), 0), 0.0)


def test_films_are_written_where_they_are_stamped_or_from_one_that_is() -> None:
    house = Path(__file__).parents[3]
    writers, callers = set(), set()
    for file in (*house.glob("generator/**/*.py"), *house.glob("core/**/*.py"), *house.glob("bots/**/*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in {"libx264", "libx264rgb", "h264_nvenc"}:
                writers.add(file.relative_to(house).as_posix())
            if isinstance(node, ast.alias) and node.name == "write_reel":
                callers.add(file.relative_to(house).as_posix())
    assert writers == {"generator/finish/reel.py"}
    assert callers == {"generator/finish/encode.py", "generator/finish/squeeze.py"}  # the latter reads a film back
