"""Japanese noun phrases: numbers and counters, titles, particles, parts of space."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.director.reading import MANY
from generator.director.tokens import Match, Token
from generator.lexicon.lexicon import Concept, concept

_COUNTED = re.compile(
    r"^([一二三四五六七八九十両数\d]+)(人組|匹組|人|匹|頭|羽|台|つ|個|本|枚|体|名|杯|機|隻|組|足|ぴき|びき|にん)$"
)
_PAIRS = {"ひとり": 1, "ふたり": 2, "さんにん": 3}
_DIGITS = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 6,
    "八": 6,
    "九": 6,
    "十": 6,
    "数": MANY,
    "両": 2,
}
_GROUPS = {
    "群れ": MANY, "大群": 6, "集団": 5, "軍団": 5, "行列": 4, "一行": MANY, "一団": MANY, "同士": 2, "親子": 2,
    "兄弟": 2, "姉妹": 2, "コンビ": 2, "ペア": 2, "トリオ": 3, "仲間たち": MANY, "チーム": MANY, "きょうだい": 2,
    "大家族": 5, "家族": MANY, "一家": MANY, "夫婦": 2, "カップル": 2, "双子": 2,
}  # fmt: skip
_PLURALS = ("たち", "達", "ら", "ども", "軍団")
_TITLES = ("さん", "ちゃん", "くん", "君", "様", "さま", "氏", "殿", "どん", "っち", "にゃん", "きゅん")
_PARTICLES = (
    "が",
    "は",
    "も",
    "を",
    "に",
    "へ",
    "で",
    "と",
    "から",
    "まで",
    "や",
    "の",
    "って",
    "より",
    "とか",
    "だけ",
)
_SPOTS = {
    "上", "下", "中", "前", "横", "隣", "そば", "奥", "間", "周り", "外", "内", "中央", "真ん中", "手前", "近く",
    "後ろ", "うしろ", "裏", "先", "向こう", "ほとり", "はし", "端", "正面", "脇", "真上", "真下", "目の前", "てっぺん",
    "なか", "うえ",
}  # fmt: skip
_FORMAL = {
    "こと", "とき", "時", "ところ", "もの", "よう", "ため", "間", "うち", "の", "様子", "姿", "瞬間", "つもり", "感じ",
    "シーン", "場面", "前", "後", "あと", "最中", "途中", "わけ", "はず", "まま", "たび", "ん", "方",
}  # fmt: skip


@dataclass
class Noun:
    """A noun phrase: its concept's name or the word itself, its particle, and what was said of it on the way."""

    name: str
    label: str
    particle: str = ""
    count: int = 1
    colour: str | None = None
    scale: float = 1.0
    wears: list[str] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)
    place: str | None = None  # the place it may also mean
    spot: bool = False  # 「テーブルの上」: where, not what

    @property
    def known(self) -> Concept | None:
        """The concept, None for a word without one."""
        return concept(self.name)

    @property
    def living(self) -> bool:
        """Whether it acts by itself."""
        return self.known is not None and self.known.living


def counted(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A number of beings at `at`, as (how many, last token): 三匹, 5 匹, 二人."""
    text = tokens[at].text
    if text in _PAIRS:
        return _PAIRS[text], at
    for last in (at + 2, at + 1, at):
        if last >= len(tokens) or any(token.pos == "particle" for token in tokens[at : last + 1]):
            continue
        joined = "".join(token.text for token in tokens[at : last + 1])
        if found := _COUNTED.match(joined):
            return number(found[1]), last
    return None


def number(text: str) -> int:
    """A number of beings, at most 6."""
    if text.isdecimal():
        return min(max(int(text), 1), 6)
    return _DIGITS.get(text[:1], 1)


def group(word: str) -> int | None:
    """How many a word for a group means."""
    return _GROUPS.get(word)


def is_spot(word: str) -> bool:
    """Whether it is a part of space (上, 中, そば)."""
    return word in _SPOTS


def after_titles(tokens: Sequence[Token], at: int) -> tuple[int, int, str]:
    """Past さん, ちゃん and たち behind a name: (next token, how many, the title)."""
    count, title = 1, ""
    while at < len(tokens) and tokens[at].text in (*_TITLES, *_PLURALS):
        if tokens[at].text in _PLURALS:
            count = MANY
        else:
            title = tokens[at].text
        at += 1
    return at, count, title


def particle_at(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The particle that begins at `at` and the token after it; には and でも count as their first half."""
    found = ""
    while at < len(tokens) and _is_particle(tokens, at):
        text = tokens[at].text
        found = text if not found or found in ("だけ", "とか", "まで") or text == "の" else found
        at += 1
        if found in ("が", "を", "の"):
            break
    return found, at


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text == "で" and token.pos == "auxiliary":  # 笑顔で: the analyser's view of the same thing
        return True
    return token.pos == "particle" and token.text in _PARTICLES


def is_formal(word: str) -> bool:
    """A noun that only carries a clause (こと, とき)."""
    return word in _FORMAL


def behind_denial(tokens: Sequence[Token], at: int) -> int:
    """The token behind 傘なし, 人間みたい or 鳥のよう, whose noun ends before `at` and is not there; 0 if it is."""
    if at < len(tokens) and tokens[at].text in ("なし", "無し", "抜き"):
        return at + 1
    at += at < len(tokens) and tokens[at].text == "の"
    return at + 1 if at < len(tokens) and tokens[at].text in ("みたい", "よう", "ごとく", "っぽい", "っぽく") else 0


def matches_by_place(matches: Sequence[Match]) -> Mapping[int, Match]:
    """Matches by their first token."""
    return {match.first: match for match in matches}
