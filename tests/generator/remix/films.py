"""The films that are remixed in tests: of one, of several, with lines, with things, in both languages."""

from functools import cache

from core.screenplay import parse
from generator.director.direct import direct
from generator.storyboard import Storyboard

PROMPTS = (
    "監視カメラ風。真夜中の玄関先、熊がのそのそ近づいてきて、人形が急に笑い、熊が飛び上がって逃げる。",
    "雨の森で猫と犬が傘をさして歩く。猫が「寒いね」と言う。犬が「こんにちは」と言う。",
    "公園で熊が踊る",
    'A bear in a forest at night meets a cat. The bear says "Hello!" and the cat runs away.',
    "A girl eats an apple in the kitchen. A robot dances.",
    "三匹の黒い猫が月夜の屋根で歌う",
)


@cache
def film(number: int, seed: int = 3) -> Storyboard:
    """One of them, directed."""
    return direct(parse(PROMPTS[number]), seed=seed)
