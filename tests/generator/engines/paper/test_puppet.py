from typing import Any

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generator.engines.paper.pose import Mark, Pose
from generator.engines.paper.puppet import Puppet
from generator.storyboard import Character
from generator.vocabulary import STYLES, Style

SIDE = 240


def drawn(puppet: Puppet, pose: Pose | None = None) -> NDArray[np.uint8]:
    """RGBA of a puppet on nothing, an adult being 160 pixels high."""
    surface = skia.Surface(SIDE, SIDE)
    with surface as canvas:
        canvas.translate(SIDE / 2, SIDE - 30)
        canvas.scale(160, 160)
        puppet.draw(canvas, pose or Pose())
    return np.asarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType))


def cast(figure: str | None, **more: Any) -> Character:
    return Character("a", "somebody", more.pop("label", "なにか"), figure, **more)


@pytest.mark.parametrize("figure", ["👩", "🐻", "🐈", "🚗", "🤖", "👻", None])
def test_a_puppet_stands_on_the_ground_at_its_height(figure: str | None) -> None:
    puppet = Puppet(cast(figure))
    rows = np.flatnonzero((drawn(puppet)[..., 3] > 200).any(axis=1))
    ground = SIDE - 30
    assert abs(rows[-1] - ground) < 14
    assert abs((ground - rows[0]) / 160 - puppet.height) < 0.08


def test_scale_makes_it_larger() -> None:
    small, large = Puppet(cast("🐈", scale=0.4)), Puppet(cast("🐈", scale=0.8))
    assert large.height == pytest.approx(2 * small.height)


def test_facing_turns_the_picture_over() -> None:
    puppet = Puppet(cast("🐈"))
    right = drawn(puppet)[..., 3] > 200
    left = drawn(puppet, Pose(facing=-1.0))[..., 3] > 200
    assert (right != left).mean() > 0.02
    assert (right[:, ::-1] == left).mean() > 0.97


def test_letters_are_never_seen_in_a_mirror() -> None:
    puppet = Puppet(cast(None, label="謎"))
    right, left = drawn(puppet).astype(int), drawn(puppet, Pose(facing=-1.0)).astype(int)
    card = slice(50, 140)
    assert np.abs(right[card] - left[card])[..., :3].mean() < 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Pose(), Pose(blink=1.0)),
        (Pose(), Pose(mouth=1.0)),
        (Pose(), Pose(expression="angry")),
        (Pose(), Pose(near_arm=150)),
        (Pose(), Pose(near_leg=30)),
        (Pose(), Pose(prop="🎤")),
        (Pose(), Pose(mount="board")),
        (Pose(), Pose(tint="#ff0000", tint_amount=0.5)),
        (Pose(), Pose(glow=1.0)),
        (Pose(), Pose(marks=(Mark("❗", 0.3, 0.0),))),
        (Pose(prop="🎤"), Pose(prop="🎤", hides_prop=True)),
    ],
)
def test_what_a_pose_says_is_seen(one: Pose, other: Pose) -> None:
    puppet = Puppet(cast("👩", person=True))
    assert (drawn(puppet, one) != drawn(puppet, other)).any(axis=2).sum() > 12


def test_nothing_is_drawn_of_somebody_who_has_vanished() -> None:
    assert drawn(Puppet(cast("👩")), Pose(opacity=0.0)).max() == 0


@pytest.mark.parametrize(
    "name", ["sunglasses", "glasses", "hat", "bow_tie", "scarf", "headphones", "crown", "mask", "cape of stars"]
)
def test_what_is_worn_is_seen_on_heads_and_on_whole_figures(name: str) -> None:
    for figure in ("🐻", "🐕"):
        bare, dressed = drawn(Puppet(cast(figure))), drawn(Puppet(cast(figure, wears=(name,))))
        assert (bare != dressed).any(axis=2).sum() > 40


def test_a_coat_of_a_colour_keeps_that_colour_and_a_white_coat_is_white() -> None:
    yellow = drawn(Puppet(cast("🧑", person=True, colour="#f0c419", wears=("coat",))))
    white = drawn(Puppet(cast("🧑", person=True, colour="#f0c419", wears=("white_coat",))))
    assert (yellow[..., :3] == (0xF0, 0xC4, 0x19)).all(axis=2).sum() > 300
    assert (white[..., :3] == (0xF0, 0xC4, 0x19)).all(axis=2).sum() < 50


@pytest.mark.parametrize("style", STYLES)
def test_every_style_has_its_pen(style: Style) -> None:
    assert drawn(Puppet(cast("🐈"), style))[..., 3].max() == 255


def test_anchors_lie_on_the_puppet() -> None:
    for figure in ("👩", "🐈", "🐘", None):
        puppet = Puppet(cast(figure))
        assert 0.4 * puppet.height < puppet.head[1] <= 1.05 * puppet.height
        assert 0 < puppet.mouth[1] < puppet.head[1]
        assert abs(puppet.mouth[0]) <= puppet.width / 2


@pytest.mark.parametrize("figure", ["👨", "👩", "🐻", "🐈", "🐕", "🐎", "🐦", "🐢", "🐟", "🤖", "👺", "🧜"])
def test_a_mouth_opens_with_the_voice_where_the_mouth_is(figure: str) -> None:
    puppet = Puppet(cast(figure, person=figure in "👨👩🧜"))
    shut, half, wide = (drawn(puppet, Pose(mouth=opening)).astype(int) for opening in (0.0, 0.4, 1.0))
    row, column = int(SIDE - 30 - 160 * puppet.mouth[1]), int(SIDE / 2 + 160 * puppet.mouth[0])
    around = slice(max(0, row - 40), row + 40), slice(max(0, column - 50), column + 60)
    some, all_ = ((np.abs(shut - other).sum(axis=2) > 60)[around].sum() for other in (half, wide))
    assert 0 < some < all_
    elsewhere = (np.abs(shut - wide).sum(axis=2) > 60).sum()
    assert elsewhere == all_
