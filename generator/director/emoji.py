"""Emoji as words: 🐻💤 is a bear that sleeps, 👩‍🍳 a cook, 🌧 rain; what stands for nothing we know is a card."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from generator.director.reading import Reading
from generator.lexicon.emoji_names import is_drawn, name_in
from generator.lexicon.lexicon import Meaning, concept, lexicon
from generator.lexicon.words import Language, normalised

_BASE = (
    "[\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff\u2600-\u27bf\u2b50\u2b55\u231a\u231b\u2b1b\u2b1c]"
)
_TONE = "[\U0001f3fb-\U0001f3ff]"
_ONE = f"{_BASE}\ufe0f?{_TONE}?\ufe0f?"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_KEYCAP = "[0-9#*]\ufe0f?\u20e3"
EMOJI = f"(?:{_FLAG}|{_KEYCAP}|{_ONE}(?:\u200d{_ONE})*)"  # one sign, whatever it is made of
_SIGN = re.compile(EMOJI)
_LEFT_OVER = f"[\u200d\ufe0f\u20e3\U0001f1e6-\U0001f1ff]|{_TONE}"  # of a sign that was cut in two
_ROW = re.compile(rf"(?P<row>{EMOJI}(?:\s?{EMOJI})*)|{_LEFT_OVER}")
_PARTICLES = tuple("がはをにでともへの")
_LOVE = "❤♥💖💕💗💓💘💙💚💛💜🧡🖤💞💋"
_PEOPLE = {"👨": "man", "👩": "woman", "🧑": "person", "👦": "boy", "👧": "girl", "🧒": "child", "👶": "baby",
           "👴": "grandpa", "👵": "grandma"}  # fmt: skip
_SEXES = {"♀": "woman", "♂": "man"}

Sign = tuple[str, tuple[Meaning, ...]]


def spelled(text: str, language: Language) -> str:
    """The text with words for its emoji. A row of them is read as a sentence: who, then what they do."""

    def words(found: re.Match[str]) -> str:
        if not found["row"]:
            return ""
        signs = [(sign, meanings(sign)) for sign in _SIGN.findall(found[0])]
        before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
        if language == "en":
            return f" {_sentence(signs, 'en')} "
        if after.startswith(_PARTICLES):
            return "、".join(_word(sign, "ja") or sign for sign, _ in signs)
        return ("。" if before and not before.endswith((*_PARTICLES, "、", "。")) else "") + _sentence(signs, "ja")

    return _ROW.sub(words, text)


def meanings(sign: str) -> tuple[Meaning, ...]:
    """What an emoji stands for, nothing if the lexicon does not know."""
    known = lexicon().emoji
    bare = re.sub(f"\ufe0f|{_TONE}", "", sign)
    first, *rest = bare.split("\u200d")
    if not rest or ((bare in known or _by_its_name(bare)) and not set(rest) & set(_SEXES)):
        return _on_stage(bare)
    people = [part for part in (first, *rest) if part in _PEOPLE]
    if len(people) > 1:
        loving = [Meaning("action", "kiss" if "💋" in rest else "hug")] if set(rest) & set(_LOVE) else []
        return (*(Meaning("concept", _PEOPLE[part]) for part in people), *loving)
    if rest[0] in _SEXES:
        found = _on_stage(first)
        doing = bool(found) and all(meaning.kind == "action" for meaning in found)
        somebody = Meaning("concept", _SEXES[rest[0]])
        return (somebody, *found) if doing else (somebody,) if found == (Meaning("concept", "person"),) else found
    trade = next((meaning for meaning in known.get(rest[0], ()) if meaning.kind == "trade"), None)
    if first in _PEOPLE and trade is not None:
        return (Meaning("concept", trade.name),)
    return _on_stage(first)


def name_of(sign: str) -> str:
    """A name for an emoji that the lexicon does not know: the one that Unicode gives it."""
    name = name_in(sign, "en") if not re.fullmatch(f"{_FLAG}|{_KEYCAP}", sign) else None
    return name.lower().replace(" ", "_").replace("-", "_") if name else label_of(sign, "en")


def label_of(sign: str, language: Language) -> str:
    """What a card says for an emoji: a flag's letters, a key's digit, the emoji, or its name if nobody drew it yet."""
    if re.fullmatch(_FLAG, sign):
        return "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in sign)
    if re.fullmatch(_KEYCAP, sign):
        return sign[0]
    return sign if is_drawn(sign) else name_in(sign, language) or sign


def picture_in(label: str) -> str | None:
    """The label, if it is an emoji to be drawn."""
    return label if _SIGN.fullmatch(label) and label_of(label, "en") == label else None


def stand_by(text: str, reading: Reading) -> None:
    """Let emoji be there that stand for no word."""
    for sign in _SIGN.findall(text):
        if not meanings(sign):
            reading.figure(name_of(sign), label_of(sign, reading.language))
            reading.stand(name_of(sign))


def _on_stage(sign: str) -> tuple[Meaning, ...]:
    known = lexicon().emoji.get(sign)
    return tuple(meaning for meaning in known if meaning.kind != "trade") if known else _by_its_name(sign)


def _by_its_name(sign: str) -> tuple[Meaning, ...]:
    """A sign that the lexicon does not list, but whose name is one of its words: 🪿 is a goose."""
    for language in ("en", "ja"):
        name = name_in(sign, language)
        for meaning in lexicon().words[language].get(normalised(name), ()) if name else ():
            if meaning.kind == "concept":
                return (meaning,)
    return ()


def _sentence(signs: Sequence[Sign], language: Language) -> str:
    """A row of emoji: beings side by side are together, hearts between two are a hug, a thing belongs to its verb."""
    text, led = "", False
    for phrase, kind in _phrases(_led_by_somebody(signs), language):
        joint = "、" if language == "ja" else " " if kind == "doing" and led else ". "
        text += (joint if text and phrase else "") + phrase
        led = kind != "thing"
    return text


def _phrases(signs: Sequence[Sign], language: Language) -> Iterator[tuple[str, Literal["who", "doing", "thing"]]]:
    """The phrases of a row, and what each is."""
    nobody = not any(_lives(sign) for sign in signs) and any(_does(sign) for sign in signs)
    at = 0
    while at < len(signs):
        end = at
        while end < len(signs) and (_lives(signs[end]) or (nobody and _stands_alone(signs, end))):
            end += 1
        beings = signs[at:end]
        if not beings:
            end = at + 1 + _belongs(signs, at)
            yield _with_verb(signs[at:end], language), "doing" if _does(signs[end - 1]) else "thing"
        elif end + 1 < len(signs) and signs[end][0][0] in _LOVE and _lives(signs[end + 1]):
            yield _hugging(beings, signs[end + 1], language), "who"
            end += 2
        else:
            following = next((_does(sign) for sign in signs[end:] if _does(sign) or _lives(sign)), False)
            yield _together(beings, following or any(_does(sign) for sign in beings), language), "who"
            for _, found in beings:
                yield from ((_said(meaning, language), "doing") for meaning in found if meaning.kind == "action")
        at = end


def _led_by_somebody(signs: Sequence[Sign]) -> list[Sign]:
    """💃🐱 as 🐱💃: who acts comes first; a thing acts if nobody lives."""
    actor = next((at for at, sign in enumerate(signs) if _lives(sign)), None)
    if actor is None or any(meaning.kind == "concept" for _, found in signs[:actor] for meaning in found):
        return list(signs)
    end = actor
    while end < len(signs) and _lives(signs[end]):
        end += 1
    return [*signs[actor:end], *signs[:actor], *signs[end:]]


def _lives(sign: Sign) -> bool:
    known = [concept(meaning.name) for meaning in sign[1] if meaning.kind == "concept"]
    return any(one is not None and one.living for one in known)


def _is_thing(sign: Sign) -> bool:
    return any(meaning.kind == "concept" for meaning in sign[1])


def _does(sign: Sign) -> bool:
    return any(meaning.kind == "action" for meaning in sign[1])


def _belongs(signs: Sequence[Sign], at: int) -> bool:
    """Whether a thing is what the next sign's doing is done with (🍯😋)."""
    if at + 1 >= len(signs) or not _is_thing(signs[at]):
        return False
    deeds = [lexicon().deeds[meaning.name] for meaning in signs[at + 1][1] if meaning.kind == "action"]
    return any(deed.needs == "prop" for deed in deeds)


def _stands_alone(signs: Sequence[Sign], at: int) -> bool:
    return _is_thing(signs[at]) and not _belongs(signs, at)


def _with_verb(signs: Sequence[Sign], language: Language) -> str:
    thing, *verb = [_word(sign, language) for sign, _ in signs]
    if not verb:
        return thing
    return f"{thing}を{verb[0]}" if language == "ja" else f"{verb[0]} {thing}"


def _beings(signs: Sequence[Sign], language: Language) -> list[str]:
    return [_said(meaning, language) for _, found in signs for meaning in found if meaning.kind == "concept"]


def _together(who: Sequence[Sign], acting: bool, language: Language) -> str:
    words = _beings(who, language)
    if language == "en":
        return " and ".join(f"a {word}" for word in words)
    return "と".join(words) + ("が" if acting or len(words) > 1 else "")


def _hugging(who: Sequence[Sign], loved: Sign, language: Language) -> str:
    whom = _beings([loved], language)[0]
    if language == "en":
        return f"{_together(who, True, 'en')} hugs a {whom}"
    return f"{_together(who, True, 'ja')}{whom}を抱きしめる"


def _word(sign: str, language: Language) -> str:
    found = meanings(sign)
    return ("、" if language == "ja" else ", ").join(_said(meaning, language) for meaning in found)


def _said(meaning: Meaning, language: Language) -> str:
    if meaning.kind == "concept":
        return lexicon().spoken[language][meaning.name]
    return lexicon().said[language].get(meaning, "")
