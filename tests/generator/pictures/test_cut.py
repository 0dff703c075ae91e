import resource
import time
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from generator.pictures.cut import LONGEST, cut_out
from generator.pictures.illustrate import illustrate
from generator.pictures.illustration import Illustration
from generator.pictures.salience import Salience, weights
from tests.generator.pictures.drawn import bear, before, fading, mask, meadow, plain, saved

needs_weights = pytest.mark.skipif(weights() is None, reason="the weights of the network are not installed")


def illustrated(folder: Path, picture: Image.Image, name: str = "upload.png", **options: int) -> Illustration:
    (folder / "made").mkdir(exist_ok=True)
    (found,) = illustrate([saved(picture, folder, name, **options)], folder / "made")
    return found


def overlap(found: Illustration, wanted: NDArray[np.bool_]) -> float:
    """Intersection over union of what was cut with what should have been, both trimmed to what they show."""
    assert found.cut is not None
    with Image.open(found.cut) as opened:
        got = opened.convert("RGBA")
    rows, columns = np.flatnonzero(wanted.any(1)), np.flatnonzero(wanted.any(0))
    trimmed = Image.fromarray(wanted[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    one, other = np.asarray(got.getchannel("A")) > 127, np.asarray(trimmed.resize(got.size))
    return float((one & other).sum() / (one | other).sum())


def test_a_figure_on_nothing_is_cut_by_its_alpha(tmp_path: Path) -> None:
    found = illustrated(tmp_path, bear())
    assert found.shows == "figure"
    assert overlap(found, mask(bear())) > 0.97


@pytest.mark.parametrize("ground", [plain("white"), plain("#3fae5a"), fading()], ids=["white", "green", "fading"])
def test_a_figure_before_a_plain_ground_is_cut_without_a_network(
    tmp_path: Path, ground: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.pictures.salience.weights", lambda: None)
    found = illustrated(tmp_path, before(ground))
    assert found.shows == "figure"
    assert overlap(found, mask(bear())) > 0.95


@pytest.mark.parametrize("quality", [30, 60, 90])
def test_what_jpeg_leaves_around_a_figure_is_not_cut_out_with_it(tmp_path: Path, quality: int) -> None:
    found = illustrated(tmp_path, before(plain("white")), "upload.jpg", quality=quality)
    assert overlap(found, mask(bear())) > 0.94


def test_a_white_figure_on_white_paper_keeps_what_its_outline_holds(tmp_path: Path) -> None:
    found = illustrated(tmp_path, before(plain("white"), bear(fur="white")))
    assert overlap(found, mask(bear())) > 0.95


@needs_weights
def test_a_figure_in_a_photograph_is_cut_by_what_catches_the_eye(tmp_path: Path) -> None:
    found = illustrated(tmp_path, before(meadow()))
    assert found.shows == "figure"
    assert overlap(found, mask(bear())) > 0.9


@needs_weights
def test_a_photograph_of_nobody_is_a_scene(tmp_path: Path) -> None:
    assert illustrated(tmp_path, meadow()).shows == "scene"


def test_without_weights_a_photograph_is_a_scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pictures.salience.weights", lambda: None)
    assert illustrated(tmp_path, before(meadow())) == Illustration(tmp_path / "made" / "picture1.png", None, "scene")


def test_nothing_but_one_colour_is_a_scene(tmp_path: Path) -> None:
    assert illustrated(tmp_path, plain("#aa3355")).shows == "scene"


def test_nothing_of_a_green_ground_is_left_on_the_edge(tmp_path: Path) -> None:
    found = illustrated(tmp_path, before(plain("#20e040")))
    assert found.cut is not None
    with Image.open(found.cut) as opened:
        pixels = np.asarray(opened.convert("RGBA")).astype(int)
    edge = (pixels[..., 3] > 60) & (pixels[..., 3] < 250)
    assert edge.any()
    greens = pixels[edge][:, 1] - np.maximum(pixels[edge][:, 0], pixels[edge][:, 2])
    assert np.percentile(greens, 95) < 40


@pytest.mark.parametrize(
    "picture",
    [
        bear().resize((40, 48)),
        before(plain("white")).resize((4000, 100)),
        before(plain("white")).convert("CMYK").convert("L"),
        Image.new("RGBA", (64, 64), (0, 0, 0, 40)),
        Image.fromarray(np.random.default_rng(1).integers(0, 255, (300, 300, 3), np.uint8)),
    ],
    ids=["tiny", "strip", "grey", "faint", "noise"],
)
def test_odd_pictures_become_something(tmp_path: Path, picture: Image.Image) -> None:
    found = illustrated(tmp_path, picture)
    with Image.open(found.whole) as whole:
        assert whole.mode == "RGB"
    if found.cut is not None:
        with Image.open(found.cut) as cut:
            assert max(cut.size) <= LONGEST
            assert cut.getbbox() is not None


def test_a_cut_is_quick_and_takes_little_memory(tmp_path: Path) -> None:
    clean = saved(before(meadow()).resize((2048, 1536)), tmp_path)
    salience = Salience()
    cut_out(clean, tmp_path, salience)  # loads the network
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    for _ in range(3):
        cut_out(clean, tmp_path, salience)
    assert (time.process_time() - started) / 3 < 2.5  # of processor time, on a machine that does other things
    assert (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held < 250_000
    )  # kilobytes: nothing adds up from picture to picture


def test_several_pictures_keep_their_order(tmp_path: Path) -> None:
    uploads = [saved(bear(fur=colour), tmp_path, f"{colour[1:]}.png") for colour in ("#ff0000", "#00ff00", "#0000ff")]
    (tmp_path / "made").mkdir()
    strongest = []
    for one in illustrate(uploads, tmp_path / "made"):
        assert one.cut is not None
        with Image.open(one.cut) as cut:
            strongest.append(int(np.asarray(cut.convert("RGB")).mean(axis=(0, 1)).argmax()))
    assert strongest == [0, 1, 2]
