import pytest

from tests.generator.director.films import board, doings
from tests.generator.storyboard_rules import broken_rules


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("老夫婦が公園を散歩する", ["grandpa", "grandma"]),
        ("カップルがキスする", ["boyfriend", "girlfriend"]),
        ("親子が手をつないで歩く", ["mother", "child"]),
        ("双子が笑う", ["child", "child"]),
        ("家族でご飯を食べる", ["father", "mother", "child"]),
        ("夫婦喧嘩", ["husband", "wife"]),
        ("a couple hugs in the rain", ["boyfriend", "girlfriend"]),
        ("twins dance", ["child", "child"]),
        ("ペンギンの老夫婦が踊る", ["penguin", "penguin"]),
        ("a penguin couple kisses", ["penguin", "penguin"]),
        ("a couple of dogs run", ["dog", "dog"]),
        ("二人が抱き合う", ["person", "person"]),
        ("二匹が喧嘩する", ["cat", "cat"]),
        ("みんなで踊る", ["person"] * 3),
        ("everyone dances", ["person"] * 3),
        ("they hug", ["person", "person"]),
    ],
)
def test_a_word_for_several_people_puts_as_many_on_stage(prompt: str, who: list[str]) -> None:
    film = board(prompt)

    assert [one.concept for one in film.cast] == who
    assert {act.character for shot in film.shots for act in shot.acts} == {one.id for one in film.cast}
    assert broken_rules(film) == []


@pytest.mark.parametrize(
    "prompt",
    [
        "二人が抱き合う",
        "a couple hugs",
        "カップルがキスする",
        "男と女が見つめ合う",
        "The cat and the dog hug each other",
    ],
)
def test_what_takes_two_is_done_by_each_to_the_other(prompt: str) -> None:
    film = board(prompt)
    done = {(act.character, act.target) for shot in film.shots for act in shot.acts}

    assert done == {("c1", "c2"), ("c2", "c1")}


def test_nobody_does_anything_to_themselves() -> None:
    for prompt in ("家族でご飯を食べる", "うさぎとかめの競走", "猫の群れのケンカ"):
        assert all(act.target != act.character for shot in board(prompt).shots for act in shot.acts)


def test_whose_dance_it_is_dances() -> None:
    assert doings(board("うさぎとかめの競走")) == {("rabbit", "run"), ("turtle", "run")}
    assert doings(board("猫のダンス")) == {("cat", "dance")}


def test_one_slips_and_falls_one_after_the_other() -> None:
    for prompt, falls in (("ペンギンが滑って転ぶ", "trip"), ("A penguin slips and falls", "fall")):
        acts = [act for shot in board(prompt).shots for act in shot.acts]
        assert [act.action for act in acts] == ["slide", falls]
        assert len({act.character for act in acts}) == 1
        assert acts[0].start + acts[0].seconds <= acts[1].start + 0.01


def test_two_who_talk_take_turns() -> None:
    film = board("流れ星を見て「願いごと、した?」「した」と話すカップル")

    assert [line.speaker for line in film.lines] == ["c1", "c2"]


def test_those_who_come_in_together_do_not_stand_in_one_spot() -> None:
    for prompt in (
        "家族が入ってくる",
        "三匹の猫が近づいてくる",
        "五人が入ってくる",
        "a family enters the kitchen",
        "みんなが入ってくる",
    ):
        assert broken_rules(board(prompt)) == []
