from pathlib import Path

import pytest

from core.screenplay import parse
from generator.director.direct import direct
from generator.pictures.illustration import Illustration
from generator.storyboard import Storyboard

FIGURE = Illustration(Path("whole.png"), Path("cut.png"), "figure")
SCENE = Illustration(Path("whole.png"), None, "scene")
SCENE_WITH_SOMETHING = Illustration(Path("whole.png"), Path("cut.png"), "scene")


def film(prompt: str, *pictures: Illustration, seed: int = 3) -> Storyboard:
    return direct(parse(prompt), seed=seed, pictures=pictures)


def actions(board: Storyboard, id: str) -> set[str]:
    return {act.action for shot in board.shots for act in shot.acts if act.character == id}


@pytest.mark.parametrize(
    ("prompt", "concept", "action", "place"),
    [
        ("この子が宇宙を飛ぶ", "pictured_1", "fly", "space"),
        ("この子を踊らせて", "pictured_1", "dance", None),
        ("my car races through Tokyo", "car", "run", "city"),
        ("make him dance", "pictured_1", "dance", None),
        ("Make my cat fly over Paris", "cat", "fly", "city"),
        ("うちの犬が海で泳ぐ", "dog", "swim", "sea"),
        ("こいつがジャンプする", "pictured_1", "jump", None),
        ("踊って", "pictured_1", "dance", None),
        ("うちのポチが散歩する", "ポチ", "walk", None),
        ("she jumps on a stage", "pictured_1", "jump", "stage"),
    ],
)
def test_who_is_in_the_picture_acts(prompt: str, concept: str, action: str, place: str | None) -> None:
    board = film(prompt, FIGURE)
    (hero,) = board.cast
    assert (hero.concept, hero.picture, hero.figure) == (concept, 0, None)
    assert action in actions(board, hero.id)
    assert place is None or {shot.place for shot in board.shots} == {place}
    assert all(shot.backdrop is None for shot in board.shots)


@pytest.mark.parametrize(
    "prompt",
    [
        "この部屋で猫が踊る",
        "この写真の中をドラゴンが飛ぶ",
        "in this room a ghost dances",
        "this place at night, a cat walks by",
    ],
)
def test_a_place_that_is_pointed_at_is_played_in_even_if_something_could_be_cut_out(prompt: str) -> None:
    board = film(prompt, FIGURE)
    assert {shot.backdrop for shot in board.shots} == {0}
    assert all(who.picture is None and who.figure for who in board.cast)


def test_a_scene_is_where_the_film_plays() -> None:
    board = film("猫が踊る", SCENE)
    assert {shot.backdrop for shot in board.shots} == {0}
    assert [who.concept for who in board.cast] == ["cat"]


def test_somebody_pointed_at_is_cut_out_of_a_scene_as_well_as_it_goes() -> None:
    board = film("この子が歩く", SCENE_WITH_SOMETHING)
    assert [who.picture for who in board.cast] == [0]
    assert all(shot.backdrop is None for shot in board.shots)


def test_a_hero_and_a_backdrop() -> None:
    board = film("この子がこの部屋で踊る", FIGURE, SCENE)
    assert [who.picture for who in board.cast] == [0]
    assert {shot.backdrop for shot in board.shots} == {1}


def test_four_heroes_act_together() -> None:
    board = film("みんなで踊る", *[FIGURE] * 4)
    assert sorted(who.picture for who in board.cast if who.picture is not None) == [0, 1, 2, 3]
    assert all("dance" in actions(board, who.id) for who in board.cast)


def test_what_nobody_was_said_to_do_all_heroes_do() -> None:
    board = film("みんなで踊る。この子が「やったあ」と言う", FIGURE, FIGURE, FIGURE)
    assert all("dance" in actions(board, who.id) for who in board.cast)
    assert len(board.cast) == 3


def test_two_who_are_pointed_at_one_after_the_other_are_two() -> None:
    board = film("この子とこの子がけんかする", FIGURE, FIGURE)
    assert [who.picture for who in board.cast] == [0, 1]
    assert {(act.character, act.target) for shot in board.shots for act in shot.acts if act.action == "fight"} == {
        ("c1", "c2"), ("c2", "c1"),
    }  # fmt: skip


def test_a_number_says_which_picture() -> None:
    board = film("二枚目の子が歌う", FIGURE, FIGURE)
    singer = next(who for who in board.cast if who.picture == 1)
    assert "sing" in actions(board, singer.id)


def test_somebody_else_stays_who_they_are() -> None:
    board = film("この子が忍者と戦う", FIGURE)
    assert {who.concept: who.picture for who in board.cast} == {"pictured_1": 0, "ninja": None}


def test_a_pronoun_means_who_was_spoken_of_before_the_picture() -> None:
    board = film("A dog jumps. It barks at my cat.", FIGURE)
    assert {who.concept: who.picture for who in board.cast}["cat"] == 0


def test_what_is_said_is_not_taken_for_pointing() -> None:
    board = film('make her say "Hello everybody, look at this guy"', FIGURE)
    assert [line.text for line in board.lines] == ["Hello everybody, look at this guy"]
    assert board.lines[0].speaker == board.cast[0].id


@pytest.mark.parametrize(
    "prompt", ['make her jump and say "Hello"', 'she jumps and says "Hello"', 'My dog jumps and says "Hello"']
)
def test_who_is_in_the_picture_speaks(prompt: str) -> None:
    board = film(prompt, FIGURE)
    assert [(who.id, who.picture) for who in board.cast] == [("c1", 0)]
    assert [(line.speaker, line.text) for line in board.lines] == [("c1", "Hello")]
    assert "jump" in actions(board, "c1")


@pytest.mark.parametrize("prompt", ["", "なんか面白いやつ作って", "make something fun"])
def test_of_a_picture_without_words_the_hero_has_a_story_of_its_own(prompt: str) -> None:
    boards = [film(prompt, FIGURE, seed=seed) for seed in range(6)]
    assert all([who.picture for who in board.cast] == [0] for board in boards)
    assert all(len(actions(board, board.cast[0].id)) >= 2 for board in boards)
    assert len({board.title for board in boards}) > 1
    assert not any("枚目" in board.title or "pictured" in board.title for board in boards)


def test_without_pictures_nothing_is_played_by_one() -> None:
    board = film("この子が踊る")
    assert [(who.concept, who.picture) for who in board.cast] == [("child", None)]
