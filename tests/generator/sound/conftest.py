"""Films made by hand for the sound room, and one of them spoken."""

from collections.abc import Callable, Sequence

import pytest

from generator.sound.speech import Speech
from generator.sound.voices import retime, speak
from generator.storyboard import Act, Character, Presence, Shot, SoundCue, SpokenLine, Storyboard, Voice
from generator.vocabulary import Mood, Place

Film = Callable[..., Storyboard]

CAST = (
    Character("reporter", "reporter", "リポーター", "👩", voice=Voice("female"), person=True),
    Character("shopper", "housewife", "主婦", "👩", voice=Voice("female"), person=True),
    Character("man", "man", "男", "👨", voice=Voice("male"), person=True),
    Character("grandma", "old_woman", "おばあさん", "👵", voice=Voice("female", "old"), person=True),
    Character("mouse", "mouse", "ねずみ", "🐭", voice=Voice(pitch=5, size=0.75)),
    Character("bear", "bear", "熊", "🐻", voice=Voice(pitch=-4, size=1.25)),
    Character("robot", "robot", "ロボット", "🤖", voice=Voice(pitch=-1)),
)


@pytest.fixture(scope="session")
def film() -> Film:
    def make(
        lines: Sequence[SpokenLine] = (),
        *,
        seconds: float = 6.0,
        music: Mood = "happy",
        place: Place = "street",
        acts: Sequence[Act] = (),
        sounds: Sequence[SoundCue] = (),
        shots: Sequence[Shot] = (),
        seed: int = 5,
        fade_out: bool = False,
    ) -> Storyboard:
        cast = (Presence("reporter", -0.6), Presence("shopper", 0.6))
        whole = Shot(0.0, seconds, "two_shot", "static", place, "day", "clear", cast, tuple(acts))
        return Storyboard(
            "t", seconds, "portrait", "paper", seed, "ja", CAST, tuple(shots) or (whole,), tuple(lines), tuple(sounds),
            music=music, fade_out=fade_out,
        )  # fmt: skip

    return make


@pytest.fixture(scope="session")
def talk(film: Film) -> tuple[Storyboard, Speech]:
    """A film of 6 s in which two people speak Japanese, with its lines where they really are."""
    board = film(
        [
            SpokenLine("reporter", "何を食べました?", 0.8, 1.6, "ja"),
            SpokenLine("shopper", "しかも、大トロ。", 3.6, 1.4, "ja"),
        ]
    )
    speech = speak(board)
    return retime(board, speech), speech
