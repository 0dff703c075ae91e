"""Japanese, cut into phrases: nouns with their modifiers and particle, verbs with how they end, spoken lines, stops."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.director.reading import LINE, MANY
from generator.director.tokens import Match, Token
from generator.lexicon.lexicon import Concept, concept

Ending = Literal["plain", "te", "while", "noun"]  # "noun": the verb stands before the noun it describes

_COUNTED = re.compile(
    r"^([一二三四五六七八九十両数\d]+)(人|匹|頭|羽|台|つ|個|本|枚|体|名|杯|機|隻|組|足|ぴき|びき|にん)$"
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
    "大家族": 5,
}  # fmt: skip
_PLURALS = ("たち", "達", "ら", "ども", "軍団")
_TITLES = ("さん", "ちゃん", "くん", "君", "様", "さま", "氏", "殿", "どん", "っち", "にゃん", "きゅん")
_NEGATIONS = ("ない", "ぬ", "ず", "まい", "ません", "なし")
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
_AUXILIARIES = {  # verbs that only colour the verb before them
    "いる", "くる", "来る", "いく", "行く", "ゆく", "しまう", "ちゃう", "みる", "見る", "おく", "あげる", "くれる",
    "もらう", "やる", "する", "なる", "おる", "ある", "続ける", "始める", "出す", "まくる", "すぎる", "合う", "かける",
    "終わる", "くださる", "下さる", "いただく", "きる", "よる", "とる", "ほしい", "欲しい", "回る",
}  # fmt: skip
_CONNECTIVES = (
    "て",
    "で",
    "し",
    "と",
    "から",
    "ので",
    "けど",
    "けれど",
    "が",
    "のに",
    "ば",
    "たら",
    "たり",
    "なり",
    "ため",
)
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


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: what it means for the stage (None if the lexicon does not know), how it ends, and its last token."""

    action: str | None
    word: str
    ending: Ending
    last: int
    negated: bool = False
    passive: bool = False
    lasting: bool = False  # 〜ている
    past: bool = False
    direction: Literal["near", "away"] | None = None


def counted(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A number of beings at `at`, as (how many, last token): 三匹, 5 匹, 二人."""
    text = tokens[at].text
    if text in _PAIRS:
        return _PAIRS[text], at
    for last in (at, at + 1, at + 2):
        if last >= len(tokens) or tokens[last].pos == "particle":
            break
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


def verb_at(match: Match | None, tokens: Sequence[Token], at: int) -> Verb:
    """The verb that begins at `at`, with everything that hangs on it."""
    action = match.of("action") if match else None
    word = match.text if match else tokens[at].base
    last = match.last if match else at
    negated = passive = past = lasting = connected = while_ = False
    direction: Literal["near", "away"] | None = None
    index = last + 1
    if action is not None and tokens[last].pos != "verb" and _is_done(tokens, index):
        index += 2
    while index < len(tokens):
        token, before = tokens[index], tokens[index - 1]
        if token.text in ("ながら", "つつ"):
            while_ = connected = True
        elif token.pos == "auxiliary" or token.text in (
            "て",
            "で",
            "ん",
            "ちゃう",
            "じゃう",
            "すぎ",
            "そう",
            "たい",
            "過ぎ",
        ):
            negated = (
                negated
                or token.base in _NEGATIONS
                or (token.text in ("ず", "ん") and before.pos == "verb" and (token.base in ("ず", "ぬ")))
            )
            passive = passive or token.base in ("れる", "られる")
            past = past or token.base in ("た", "だ")
            lasting = lasting or token.base in ("てる", "でる", "とる", "よる", "てん", "どる")
            connected = token.text in ("て", "で") or (connected and token.text not in ("た", "だ", "てる", "でる"))
        elif token.pos == "verb" and token.base in _AUXILIARIES and (before.text in ("て", "で", "に") or index > at + 1
                                                                  or token.base in ("する", "できる")):  # fmt: skip
            if before.text == "に" and token.base not in ("行く", "いく", "来る", "くる"):
                break
            lasting = lasting or token.base in ("いる", "おる", "ある")
            direction = {"くる": "near", "来る": "near", "いく": "away", "行く": "away"}.get(token.base, direction)  # type: ignore[assignment]
            connected = False
        elif token.pos == "particle" and token.text in _CONNECTIVES:
            connected = True
            index += 1
            break
        elif token.text in ("ない", "無い"):
            negated = True
        elif not (
            (token.text in ("に", "の", "を") and _leads_on(tokens, index))
            or (token.pos == "verb" and token.base in ("ちゃう", "じゃう"))
        ):
            break
        index += 1
    ending: Ending = "while" if while_ else "te" if connected or _stem(tokens, index) else "plain"
    if ending == "plain" and _describes(tokens, index):
        ending = "noun"
    return Verb(action, word, ending, index - 1, negated, passive, lasting, past, direction)


def _is_done(tokens: Sequence[Token], at: int) -> bool:
    """餅つきを|する, 買い物に|行く: a noun of doing with the verb that only says that it is done."""
    if at + 1 >= len(tokens):
        return False
    text, following = tokens[at].text, tokens[at + 1]
    if text == "に":
        return following.base in ("行く", "いく", "出かける")
    return text in ("を", "が", "も") and following.pos == "verb"


def _leads_on(tokens: Sequence[Token], at: int) -> bool:
    """食べに|行く, 持たずに, 踊るのを|見る."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1]
    if tokens[at].text == "に":
        return before.base == "ず" or (following is not None and following.base in ("行く", "来る", "くる", "いく"))
    if tokens[at].text == "の":
        return following is not None and following.text in ("を", "が", "に", "は", "で")
    return before.text == "の"


def _stem(tokens: Sequence[Token], at: int) -> bool:
    """A bare stem before a comma or the end of the clause goes on like て: 笑い、…"""
    last = tokens[at - 1]
    return at < len(tokens) and tokens[at].text in ("、", ",") and last.pos == "verb" and "連用形" in last.detail


def _describes(tokens: Sequence[Token], at: int) -> bool:
    for index in range(at, min(at + 3, len(tokens))):
        token = tokens[index]
        if token.text in _FORMAL:
            return False
        if token.text == LINE:
            return False
        if token.pos in ("noun", "number") or token.text in ("お", "ご"):
            return True
        if token.pos != "adjective" and not (token.text == "な" and index > at):
            return False
    return False


def is_formal(word: str) -> bool:
    """A noun that only carries a clause (こと, とき)."""
    return word in _FORMAL


def is_negation_behind(tokens: Sequence[Token], at: int) -> bool:
    """傘なしで: the noun that ends before `at` is denied."""
    return at < len(tokens) and tokens[at].text in ("なし", "無し", "抜き")


def matches_by_place(matches: Sequence[Match]) -> Mapping[int, Match]:
    """Matches by their first token."""
    return {match.first: match for match in matches}
