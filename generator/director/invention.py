"""What the director makes of nothing: small stories with an opening, a turn and an ending, different by seed.

And of little: who is there and does nothing does something that fits.
"""

import random
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from generator.director.reading import Move
from generator.director.request_words import NOISE_EN, NOISE_JA
from generator.director.script import Script, Step
from generator.lexicon.lexicon import Kind, concept
from generator.lexicon.words import Language

STORIES = Path(__file__).with_name("stories.toml")

_WISH = re.compile(
    r"(?:なんか|何か|なにか|適当|てきとう|面白い|おもしろい|今日|疲れた|癒される|癒し|癒やされる|元気|出る|笑える|泣ける|眠れる|気分|最高|ヤバい|やばい|オススメ|おすすめ|かわいい|可愛い|楽しい|すごい|やつ|奴|もの|こと|一つ|ひとつ|"
    r"おまかせ|お任せ|まかせる|任せる|なんでも|何でも|いい|作って|つくって|お願い|おねがい|ください|下さい|見せて|ほしい|欲しい|"
    r"(?:します|する|です|から|ので|よ|ね|な|で|を|に|が|は|の|て|って|も)|"
    r"[\s、。!?！？ー〜…]+)+"
)
_WISH_EN = re.compile(
    r"(?:(?:please|make|create|show|give|me|us|a|an|the|something|anything|fun|funny|cute|cool|random|nice|interesting|whatever|"
    r"you|like|want|surprise|video|clip|film|movie|story|short|do|idk|i|don't|know|your|choice|just|up|to|for|good|with|best)\b"
    r"[\s,.!?]*)+",
    re.I,
)
_WITH: dict[Kind, str] = {"food": "eat", "drink": "drink", "vehicle": "ride", "wear": "put_on"}
_WITH_THING = {
    "book": "read", "newspaper": "read", "letter": "read", "ball": "kick", "guitar": "play_music",
    "piano": "play_music", "violin": "play_music", "drum": "play_music", "trumpet": "play_music",
    "saxophone": "play_music", "microphone": "sing", "umbrella": "hold", "camera_prop": "photograph",
    "computer": "type", "gift": "open", "bed": "sleep", "sofa": "sit", "chair": "sit", "flower": "show",
    "bouquet": "give", "kotatsu": "sit", "futon": "sleep", "bathtub": "wash",
}  # fmt: skip
_COOKS = ("cook", "baker", "sushi_chef")
_IDLE = ("stretch", "yawn", "wave", "look", "smile", "tilt_head")
_FRIENDS = ("wave", "smile", "laugh")
_ANYBODY = ("cat", "dog", "frog", "penguin", "bear", "rabbit", "robot")  # does what is done by nobody named (😂)


@cache
def _stories() -> dict[str, Any]:
    return tomllib.loads(STORIES.read_text(encoding="utf-8"))


def invent(seed: int, language: Language) -> str:
    """A prompt of our own: a story of `stories.toml`, with its cast drawn from the story's own candidates."""
    dice = random.Random(f"invent {seed}")
    story = dice.choice(_stories()[language])
    names = {key: dice.choice(story[key]) for key in ("a", "b", "p") if key in story}
    while names.get("a") == names.get("b") and len(story.get("a", ())) > 1:
        names["a"] = dice.choice(story["a"])
    text: str = story["text"].format(**names)
    return re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", text)


def is_only_a_wish(text: str) -> bool:
    """A request with no content of its own: 「なんか面白いやつ作って」, "make me something fun"."""
    bare = re.sub(NOISE_JA, " ", text)
    bare = re.sub(NOISE_EN, " ", bare, flags=re.I).strip()
    return not bare or bool(_WISH.fullmatch(bare) or _WISH_EN.fullmatch(bare))


def enliven(script: Script, dice: random.Random) -> None:
    """Give those who are there and do nothing in the whole film something that fits: a bear with honey eats it."""
    reading = script.reading
    busy = {name for step in script.steps if step.move for name in (*step.move.actors, step.move.target)}
    busy |= {step.speaker for step in script.steps}
    idle = [name for name in reading.acting if name not in busy and reading.figures[name].living]
    nobodies = [step.move for step in script.steps if step.move and not step.move.actors]
    if nobodies and (script.own or not reading.acting):
        somebody = [reading.newcomer("person" if script.own else dice.choice(_ANYBODY))]
    else:
        somebody = reading.acting[:1]
    for move in nobodies:
        move.actors = tuple(somebody) if move.target not in somebody else (reading.newcomer("person"),)
    if not idle or any(step.move or step.speaker for step in script.steps):
        return
    for thing in reading.things:
        known = concept(thing)
        action = _WITH_THING.get(thing) or (_WITH.get(known.kind) if known is not None else None)
        if action == "eat" and all(name in _COOKS for name in idle):
            action = "cook"
        if action is not None:
            reading.stand(thing)
            script.steps.append(Step(0, Move(tuple(idle), action, prop=thing), place=reading.setting("place")))
            return
    choices = _FRIENDS if len(idle) > 1 else _IDLE
    for number, action in enumerate(dice.sample(choices, 2)):
        actors = tuple(idle) if len(idle) == 1 else (idle[number % len(idle)],)
        script.steps.append(Step(0, Move(actors, action), place=reading.setting("place")))
