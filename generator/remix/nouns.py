"""What a few words of an instruction name: somebody, something, or how and where it is filmed."""

import re
from dataclasses import dataclass
from typing import cast

from generator.director.reading import LINE
from generator.director.tokens import Match, find_matches, language_of, tokenise
from generator.remix.changes import Noun, SettingKind
from generator.storyboard import Language
from generator.vocabulary import Action, Expression

SETTINGS: tuple[SettingKind, ...] = (
    "style", "framing", "camera", "angle", "place", "time_of_day", "weather", "light", "tint", "mood", "transition",
)  # fmt: skip
_HERO = {
    "ja": r"^(?:主人公|主役|ヒーロー|あいつ|こいつ|そいつ|その子|この子|あの子|彼女?|それ|これ|キャラ(?:クター)?)$",
    "en": r"^(?:it|him|her|them|he|she|(?:the )?(?:hero|heroine|star|lead|main character|protagonist|character|guy))$",
}
_EVERYBODY = {
    "ja": r"^(?:みんな|皆|全員|キャスト全員|登場人物(?:全員)?|全部のキャラ)$",
    "en": r"^(?:everyone|everybody|all(?: of them)?|(?:the )?(?:whole )?cast|all (?:the )?characters)$",
}
_AND = {"ja": r"と(?!か)|や(?=[^つ])|および|&|・", "en": r"\band\b|&|,"}
_COUNT_JA = re.compile(
    r"([一二三四五六2-6２-６])\s*(?:匹|頭|羽|人|体|台|つ|個|本|枚|ひき|にん)(?:の)?|"
    r"(ふたり|二人)|(たくさん|大勢|いっぱい)"
)
_COUNT_EN = re.compile(r"\b(two|three|four|five|six|[2-6]|some|several|many|a couple of)\s+", re.I)
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
            "some": 3, "several": 3, "many": 4, "a couple of": 2}  # fmt: skip
_ARTICLE = re.compile(r"^(?:the|an?|some|this|that|his|her|its|their|my|our|another|one more|more|a new)\s+", re.I)
_FRINGE_JA = " 　、。!！?？~〜…「」"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words, with the lexicon's words found in them."""

    text: str
    language: Language
    matches: tuple[Match, ...]

    def setting(self, *kinds: SettingKind) -> tuple[SettingKind, str, str] | None:
        """The first word that names one of these kinds (by default any): kind, name, word."""
        for match in self.matches:
            for kind in kinds or SETTINGS:
                if name := match.of(kind):
                    return kind, name, match.text
        return None

    def settings(self) -> list[tuple[SettingKind, str, str]]:
        """Every setting named, the likeliest meaning of each word (a film is noir in style, not in tint)."""
        found: dict[SettingKind, tuple[SettingKind, str, str]] = {}
        for match in self.matches:
            for kind in SETTINGS:
                if (name := match.of(kind)) and kind not in found:
                    found[kind] = (kind, name, match.text)
                    break
        return list(found.values())

    def action(self) -> tuple[Action, str] | None:
        """The last thing done."""
        for match in reversed(self.matches):
            if (name := match.of("action")) and match.of("concept") is None:
                return cast(Action, name), match.text
        return None

    def look(self) -> tuple[str | None, float | None, Expression | None]:
        """Colour, size and face."""
        colour = next((name for match in self.matches if (name := match.of("colour"))), None)
        size = next((name for match in self.matches if (name := match.of("size"))), None)
        face = next((name for match in self.matches if (name := match.of("expression"))), None)
        return colour, float(size) if size else None, cast(Expression, face) if face else None

    @property
    def concept(self) -> Match | None:
        """Whom or what the words are about: in both languages what comes last (赤い帽子の猫, "a cat")."""
        return next((match for match in reversed(self.matches) if match.of("concept")), None)


def phrase(text: str, language: Language | None = None) -> Phrase:
    """The words, looked up."""
    language = language or language_of(text)
    return Phrase(text, language, tuple(find_matches(tokenise(text, language), language)))


def noun(text: str, *, known_only: bool = False) -> Noun | None:
    """Who or what is named; None if nothing is, or (with `known_only`) nothing that the lexicon has."""
    language = language_of(text)
    bare = text.strip().strip(_FRINGE_JA).strip() if language == "ja" else text.strip(" .!?,")
    count = 1
    counted = (_COUNT_JA if language == "ja" else _COUNT_EN).search(bare)
    if counted and (language == "en" or counted.start() == 0 or counted.end() == len(bare) or counted[1]):
        said = next(group for group in counted.groups() if group)
        count = _NUMBERS.get(said.lower(), 0) or (int(said) if said.isdigit() else 3 if said != "ふたり" else 2)
        bare = (bare[: counted.start()] + bare[counted.end() :]).strip()
        bare = re.sub(r"[をがは]$", "", bare) if language == "ja" else bare
    if language == "en":
        bare = _ARTICLE.sub("", _ARTICLE.sub("", bare))
    if not bare or LINE in bare:
        return None
    if re.fullmatch(_HERO[language], bare, re.I):
        return Noun(bare, bare, means="hero")
    if re.fullmatch(_EVERYBODY[language], bare, re.I):
        return Noun(bare, bare, means="everybody")
    found = phrase(bare, language)
    match = found.concept
    colour, scale, _ = found.look()
    if match is not None:
        return Noun(match.of("concept") or "", match.text, True, colour, scale, count)
    if known_only or len(bare) > 24:
        return None
    return Noun(bare, bare, False, colour, scale, count)


def nouns(text: str, *, known_only: bool = False) -> list[Noun]:
    """Everybody and everything named in a list (猫と犬, "the cat and the dog")."""
    whole = noun(text, known_only=True)
    parts = [part for part in re.split(_AND[language_of(text)], text) if part and part.strip()]
    found = [one for part in parts if (one := noun(part, known_only=True))]
    if len(found) > 1 and len(found) == len(parts):
        return found
    if whole is not None:
        return [whole]
    single = noun(text, known_only=known_only)
    return [single] if single else []
