import pytest

from core.screenplay import parse
from generator.director.direct import direct, directed
from generator.director.longer import continuations, longer


def suggested(prompt: str, seed: int = 1) -> str | None:
    return longer(prompt, directed(parse(prompt), seed=seed, language="ja"))


@pytest.mark.parametrize("prompt", ["猫が踊る", "A cat dances in the park"])
def test_a_thin_prompt_is_offered_a_turn_and_an_ending_that_differ_by_seed(prompt: str) -> None:
    offered = {suggested(prompt, seed) for seed in range(8)}
    assert len(offered) > 3
    for text in offered:
        assert text is not None
        assert text.startswith(prompt)


@pytest.mark.parametrize(
    "prompt",
    ["", "猫が公園で踊る。犬が吠える。", "猫が「にゃあ」と言う", "動き:\n0–2秒: 猫が踊る\n2–4秒: 犬が走る", "愛"],
)
def test_who_said_enough_or_nothing_is_offered_nothing(prompt: str) -> None:
    assert suggested(prompt) is None


@pytest.mark.parametrize(("language", "hero"), [("ja", "猫"), ("en", "cat")])
def test_every_continuation_is_understood(language: str, hero: str) -> None:
    known = continuations()[language]
    start = {"ja": "猫が踊る。", "en": "A cat dances. "}[language]
    for text in known["texts"]:
        for friend in known["friends"]:
            board = direct(parse(start + text.format(a=hero, b=friend)), seed=1)
            assert len(board.cast) >= 2, text
            assert board.cast[0].concept == "cat"
            assert len([act for shot in board.shots for act in shot.acts]) >= 3, text
