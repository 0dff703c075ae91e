"""What the director makes of nothing: small stories with an opening, a turn and an ending, different by seed."""

import random

from generator.lexicon.lexicon import Language

# (opening, turn, ending); {a} and {b} are two of the cast below, {p} a place.
_STORIES_JA = (
    ("{p}で{a}が踊っている。", "{b}がこっそり近づいてきて、驚く。", "{b}が「いっしょに、いい?」と聞く。二人で踊る。"),
    ("夜の{p}。{a}が歌っている。", "{b}が耳を澄ます。", "{b}が「アンコール!」と叫ぶ。{a}がお辞儀する。"),
    ("朝の{p}で{a}があくびをする。", "{b}が走って通る。", "{a}が「遅刻じゃない?」と言う。{b}が転ぶ。"),
    ("{p}で{a}がケーキを持っている。", "{b}がケーキを見つめる。", "{a}が「半分こ、する?」と聞く。{b}が喜ぶ。"),
    ("夕方の{p}。{a}が泣いている。", "{b}が花を差し出す。", "{b}が「元気、出して」とささやく。{a}が笑う。"),
    ("{p}で{a}が本を読んでいる。", "{b}が大きなくしゃみをする。", "{a}が「静かに!」と叫ぶ。{b}が逃げる。"),
    ("雪の{p}。{a}が滑る。", "{b}が転ぶ。", "{a}が「大丈夫?」と聞く。二人で笑う。"),
    ("雨の{p}で{a}が待っている。", "{b}が傘を持って走ってくる。", "{b}が「待った?」と聞く。{a}が微笑む。"),
    ("夜の{p}。{a}が月を見上げる。", "{b}が空を飛ぶ。", "{a}が「いいなあ」とつぶやく。"),
    ("{p}で{a}がおにぎりを食べている。", "{b}が現れる。", "{b}が「それ、ぼくの」と言う。{a}が驚いて逃げる。"),
    ("{p}で{a}が魔法の杖を振る。", "{b}が大きくなる。", "{a}が「やりすぎた…」とつぶやく。"),
    ("{p}で{a}がギターを弾く。", "{b}が踊り出す。", "{b}が「もう一曲!」と叫ぶ。"),
)
_STORIES_EN = (
    ("A {a} dances in the {p}.", "A {b} sneaks closer and gasps.", 'The {b} asks "May I join?" They dance.'),
    ("A {a} sings in the {p} at night.", "A {b} listens.", 'The {b} shouts "Encore!" The {a} bows.'),
    ("A {a} yawns in the {p} in the morning.", "A {b} runs past.", 'The {a} says "Late again?" The {b} trips.'),
    ("A {a} holds a cake in the {p}.", "A {b} stares at the cake.", 'The {a} asks "Half each?" The {b} celebrates.'),
    ("A {a} cries in the {p} at sunset.", "A {b} offers a flower.", 'The {b} whispers "Cheer up." The {a} laughs.'),
    ("A {a} reads a book in the {p}.", "A {b} sneezes.", 'The {a} shouts "Quiet!" The {b} flees.'),
    ("A {a} slides in the snow.", "A {b} trips.", 'The {a} asks "Are you all right?" They laugh.'),
    (
        "A {a} waits in the rain in the {p}.",
        "A {b} runs with an umbrella.",
        'The {b} asks "Late?" The {a} smiles.',
    ),
    ("A {a} looks at the moon in the {p} at night.", "A {b} flies.", 'The {a} whispers "I want that too."'),
    ("A {a} eats a rice ball in the {p}.", "A {b} appears.", 'The {b} says "That was mine." The {a} runs away.'),
    ("A {a} shakes a wand in the {p}.", "A {b} grows.", 'The {a} whispers "Too much."'),
    ("A {a} strums the guitar in the {p}.", "A {b} dances.", 'The {b} shouts "One more!"'),
)
_CAST = {
    "ja": (
        "猫", "犬", "ペンギン", "カエル", "ロボット", "うさぎ", "おばあちゃん", "熊", "忍者", "タコ", "宇宙人",
        "パンダ", "狐", "フクロウ",
    ),
    "en": ("cat", "dog", "penguin", "frog", "robot", "rabbit", "grandma", "bear", "ninja", "octopus", "alien", "panda",
           "fox", "owl"),
}  # fmt: skip
_PLACES = {
    "ja": ("公園", "森", "屋上", "路地裏", "台所", "海辺", "神社", "草原", "駅", "銭湯", "教室", "宇宙"),
    "en": ("park", "forest", "rooftop", "alley", "kitchen", "beach", "shrine", "field", "station", "bathhouse",
           "classroom", "castle"),
}  # fmt: skip


def invent(seed: int, language: Language) -> str:
    """A prompt of our own."""
    dice = random.Random(f"invent {seed}")
    story = dice.choice(_STORIES_JA if language == "ja" else _STORIES_EN)
    a, b = dice.sample(_CAST[language], 2)
    return " ".join(story).format(a=a, b=b, p=dice.choice(_PLACES[language]))
