"""Japanese verbs with everything that hangs on them: 走り出して, 食べないで, 追いかけられる|猫."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.director.japanese_phrases import is_formal
from generator.director.reading import LINE
from generator.director.tokens import Match, Token

Ending = Literal["plain", "te", "while", "noun"]  # "noun": the verb stands before the noun it describes

_NEGATIONS = ("ない", "ぬ", "ず", "まい", "ません", "なし")
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


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: what it means for the stage (None if the lexicon does not know), how it ends, and its last token."""

    action: str | None
    word: str
    ending: Ending
    last: int
    negated: bool = False
    passive: bool = False
    causative: bool = False
    lasting: bool = False  # 〜ている
    past: bool = False
    mutual: bool = False  # 見つめ合う
    before: bool = False  # 開けたら: something else happens then
    direction: Literal["near", "away"] | None = None


def verb_at(match: Match | None, tokens: Sequence[Token], at: int) -> Verb:
    """The verb that begins at `at`, with everything that hangs on it."""
    action = match.of("action") if match else None
    word = match.text if match else tokens[at].base
    last = match.last if match else at
    negated = passive = causative = past = lasting = connected = while_ = False
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
            causative = causative or token.base in ("せる", "させる")
            past = past or token.base in ("た", "だ")
            lasting = lasting or token.base in ("てる", "でる", "とる", "よる", "てん", "どる")
            connected = token.text in ("て", "で", "たら", "だら", "なら") or (
                connected and token.text not in ("た", "だ", "てる", "でる")
            )
        elif token.pos == "verb" and token.base in _AUXILIARIES and (before.text in ("て", "で", "に") or index > at + 1
                                                                  or token.base in ("する", "できる")
                                                                  or _second(tokens, index)):  # fmt: skip
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
    mutual = any(token.base.endswith(("合う", "あう")) for token in tokens[at:index])
    before_ = any(token.text in ("たら", "だら") for token in tokens[last + 1 : index])
    return Verb(action, word, ending, index - 1, negated, passive, causative, lasting, past, mutual, before_, direction)


def _second(tokens: Sequence[Token], at: int) -> bool:
    """見つめ|合う, 歌い|続ける: the second half of a verb."""
    return "非自立" in tokens[at].detail and "連用形" in tokens[at - 1].detail and tokens[at - 1].pos == "verb"


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
        if is_formal(token.text):
            return False
        if token.text == LINE:
            return False
        if token.pos in ("noun", "number") or token.text in ("お", "ご"):
            return True
        if token.pos != "adjective" and not (token.text == "な" and index > at):
            return False
    return False
