import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generator.engines.paper.figures import figure
from generator.engines.paper.players import players, skin_of
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


@pytest.mark.parametrize(
    ("concept", "figure"), [("angel", "👼"), ("fairy", "🧚"), ("mermaid", "🧜"), ("genie", "🧞"), ("kappa", "🐢")]
)
def test_beings_that_the_font_draws_as_outlines_have_a_face_a_body_and_hands(concept: str, figure: str) -> None:
    puppet = Puppet(Character("a", concept, concept, figure, person=concept != "kappa"))
    assert puppet.is_jointed
    assert puppet.character.figure != figure


def test_a_skin_of_its_own_is_seen_and_clothes_are_not_of_it() -> None:
    one = skin_of(Character("a", "genie", "ジン", "🧞", person=True))
    assert one is not None
    assert skin_of(Character("a", "woman", "女", "👩", person=True)) is None
    blue, plain = figure("👳", seed=1, skin=one), figure("👳", seed=1)
    assert blue is not None
    assert plain is not None
    assert blue.look.base == one
    assert blue.look.cloth == plain.look.cloth


def test_a_seagull_is_no_dove_and_carries_no_branch() -> None:
    gull = Puppet(Character("a", "seagull", "カモメ", "🕊"))
    assert gull.character.figure == "🐦"
    assert gull.gait == "steps"
