from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import skia
from numpy.typing import NDArray
from PIL import Image

from generator.engines.paper.cutouts import cutout
from generator.engines.paper.pose import Pose
from generator.engines.paper.puppet import Puppet
from generator.storyboard import Character
from tests.generator.pictures.drawn import bear

HERO = Character("c1", "pictured_1", "この子", None, scale=0.9, person=True, picture=0)
SIDE = 300


def cut_bear(folder: Path) -> Path:
    path = folder / "cut.png"
    picture = bear()
    picture.crop(picture.getbbox()).save(path)
    return path


def drawn(puppet: Puppet, pose: Pose) -> NDArray[np.uint8]:
    """The puppet on green, 200 pixels an adult height."""
    surface = skia.Surface(SIDE, SIDE)
    with surface as canvas:
        canvas.clear(skia.Color(0, 160, 60))
        canvas.translate(SIDE / 2, SIDE - 40)
        canvas.scale(200, 200)
        puppet.draw(canvas, pose)
    return np.asarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType))


def test_a_cutout_stands_on_the_ground_as_tall_as_it_is_asked_to(tmp_path: Path) -> None:
    paper = cutout(cut_bear(tmp_path), scale=0.9, edge=0.02)
    assert paper.height == pytest.approx(0.9)
    assert abs(paper.sprite.card.computeTightBounds().bottom()) < 0.02
    assert -0.95 < paper.sprite.card.computeTightBounds().top() < -0.85


def test_what_is_long_and_low_is_no_giant(tmp_path: Path) -> None:
    path = tmp_path / "car.png"
    Image.new("RGBA", (600, 150), (200, 30, 30, 255)).save(path)
    paper = cutout(path, scale=0.9, edge=0.02)
    assert paper.width < 1.2
    assert paper.height < 0.35


def test_a_cutout_has_a_white_edge_all_around_and_shows_the_picture(tmp_path: Path) -> None:
    picture = drawn(Puppet(HERO, cut_from=cut_bear(tmp_path)), Pose()).astype(int)
    row = picture[150]
    white = np.flatnonzero(row[:, :3].min(axis=1) > 235)
    fur = np.flatnonzero(np.abs(row[:, :3] - (138, 90, 50)).max(axis=1) < 12)
    assert len(fur) > 10
    assert white.min() < fur.min()
    assert white.max() > fur.max()


def test_a_cutout_faces_the_way_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "two.png"
    halves = Image.new("RGBA", (200, 300), (220, 30, 30, 255))
    halves.paste((30, 30, 220, 255), (100, 0, 200, 300))
    halves.save(path)
    puppet = Puppet(HERO, cut_from=path)
    right, left = (drawn(puppet, replace(Pose(), facing=facing)) for facing in (1.0, -1.0))
    assert right[150, 170, 2] > 150 > right[150, 130, 2]
    assert left[150, 130, 2] > 150 > left[150, 170, 2]


def test_a_cutout_bends_as_paper_does(tmp_path: Path) -> None:
    puppet = Puppet(HERO, cut_from=cut_bear(tmp_path))
    straight, bent = (drawn(puppet, replace(Pose(), bend=bend)) for bend in (0.0, 25.0))

    def top(picture: NDArray[np.uint8]) -> float:
        paper = np.abs(picture[..., :3].astype(int) - (0, 160, 60)).max(axis=2) > 60
        return float(np.flatnonzero(paper[np.flatnonzero(paper.any(1))[0] + 6]).mean())

    assert top(bent) > top(straight) + 8


def test_who_speaks_is_seen_to_speak(tmp_path: Path) -> None:
    puppet = Puppet(HERO, cut_from=cut_bear(tmp_path))
    silent, loud = (drawn(puppet, replace(Pose(), voice=voice)) for voice in (0.0, 0.9))

    def height(picture: NDArray[np.uint8]) -> int:
        fur = np.abs(picture[..., :3].astype(int) - (138, 90, 50)).max(axis=2) < 12
        return int(fur.any(axis=1).sum())

    assert height(loud) > height(silent) + 5
