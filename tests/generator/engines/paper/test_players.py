import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generator.engines.paper.players import players
from generator.engines.paper.pose import Pose
from generator.engines.paper.puppet import Puppet
from generator.storyboard import Character

SIDE = 240


def somebody(figure: str, **more: object) -> Character:
    return Character("a", "somebody", "だれか", figure, **{"person": True, **more})  # type: ignore[arg-type]


def drawn(puppet: Puppet) -> NDArray[np.int_]:
    """RGBA of a puppet on nothing, an adult being 160 pixels high."""
    surface = skia.Surface(SIDE, SIDE)
    with surface as canvas:
        canvas.translate(SIDE / 2, SIDE - 30)
        canvas.scale(160, 160)
        puppet.draw(canvas, Pose())
    return np.asarray(surface.toarray(colorType=skia.kRGBA_8888_ColorType)).astype(int)


@pytest.mark.parametrize("figure", ["👩‍💼", "👨‍💼", "🧑‍⚕️", "👩‍🏫", "🧑‍💻", "👩🏽‍🔬", "💃", "🤵", "🦸"])
def test_professions_have_hair_on_their_heads(figure: str) -> None:
    picture = drawn(Puppet(somebody(figure)))
    top = picture[SIDE - 30 - 158 : SIDE - 30 - 135, SIDE // 2 - 12 : SIDE // 2 + 12]
    assert (top[..., :3].sum(axis=2) < 330)[top[..., 3] > 200].mean() > 0.5


def test_a_woman_of_business_keeps_what_she_was_given() -> None:
    (one,) = players(somebody("👩‍💼", holds=("umbrella",)))
    assert one.figure == "👩"
    assert one.wears == ("suit",)
    assert one.holds == ("umbrella",)


def test_a_skin_tone_stays() -> None:
    (one,) = players(somebody("👩🏿‍💼"))
    assert one.figure == "👩🏿"


def test_a_couple_is_played_by_two_side_by_side() -> None:
    couple, one = Puppet(somebody("👫")), Puppet(somebody("👩"))
    assert len(players(somebody("👫"))) == 2
    assert couple.width > 1.7 * one.width
    assert couple.is_jointed


def test_nobody_wears_two_crowns() -> None:
    (king,) = players(somebody("🤴", wears=("crown", "glasses")))
    assert king.wears == ("glasses",)


def test_everybody_else_plays_their_own_part() -> None:
    cat = somebody("🐈", wears=("hat",), person=False)
    assert players(cat) == (cat,)


@pytest.mark.parametrize("figure", ["🐁", "🐈", "🐕", "🐘", "🦍", "🐄", "🐦", "🐻", "🐸"])
def test_a_sweater_is_seen_on_every_kind_of_animal(figure: str) -> None:
    wool = np.array([0xB5, 0x50, 0x4A])
    bare = drawn(Puppet(somebody(figure, person=False)))
    worn = drawn(Puppet(somebody(figure, wears=("sweater",), person=False)))

    def red(picture: NDArray[np.int_]) -> int:
        return int((np.abs(picture[..., :3] - wool).max(axis=2) < 12).sum())

    assert red(worn) > red(bare) + 0.05 * (bare[..., 3] > 200).sum()
    eyes = slice(0, SIDE - 30 - 110)
    assert figure not in "🐻🐸" or (bare[eyes] == worn[eyes]).all()


def test_a_thing_that_shares_a_picture_with_a_person_stays_a_thing() -> None:
    board = somebody("🏄", person=False)
    assert players(board) == (board,)


def test_the_faces_of_a_couple_are_on_both_sides_of_their_place() -> None:
    left, right = Puppet(somebody("👫")).face(Pose())
    one = Puppet(somebody("👩"))
    assert left < -0.3 * one.width < 0.3 * one.width < right
