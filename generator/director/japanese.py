"""Japanese, read by particles: が は も mark who acts, を what it is done to, に へ と で the rest.

Phrases wait until their verb comes. A verb before a noun describes it (本を読む|フクロウ): the noun is then who acts,
unless somebody else is marked with が and the noun is no being.
"""

import re
from collections.abc import Sequence

from generator.director.japanese_clause import Clause, register
from generator.director.japanese_doings import act_out, described
from generator.director.japanese_empty import is_empty, is_nobody
from generator.director.japanese_lines import quote
from generator.director.japanese_nouns import noun_at
from generator.director.japanese_phrases import counted, matches_by_place
from generator.director.japanese_pronouns import count_at, pronoun_at
from generator.director.japanese_unknown import unknown_at
from generator.director.japanese_verbs import verb_at
from generator.director.reading import LINE, SETTINGS, Direction, Reading
from generator.director.request_words import CUTTING_JA, NOISE_JA
from generator.director.tokens import Match, Token, find_matches, tokenise

_DIRECTIONS: dict[str, Direction] = {"右": "right", "左": "left", "上": "up", "下": "down"}

_VERSUS = r"\s*(?:[vV][sS]\.?|ＶＳ|ｖｓ|対決：)\s*([^\s。、!！?？]+)(?=$|[。、!！?？\s])"  # AvsB

_GONE_TO = ("行く", "いく", "出かける", "夢中", "挑戦", "失敗", "没頭", "熱中", "、")  # 山へ芝刈りに、


def read_japanese(text: str, reading: Reading) -> None:
    """Read a text into `reading`."""
    if re.search(r"動画|映像|ビデオ|ムービー|クリップ", text):
        text = re.sub(NOISE_JA, "。", text)
    text = re.sub(_VERSUS, r"と\1が戦う", text)
    tokens = tokenise(re.sub(CUTTING_JA, "", text), "ja")
    matches = matches_by_place(find_matches(tokens, "ja"))
    clause = Clause()
    index = 0
    while index < len(tokens):
        index = _read_at(index, tokens, matches.get(index), reading, clause)
    _stop(reading, clause)


def _read_at(at: int, tokens: Sequence[Token], match: Match | None, reading: Reading, clause: Clause) -> int:
    """Read the phrase that begins at `at`; the token after it."""
    token = tokens[at]
    if token.text == LINE:
        quote(reading, clause)
        return at + 1
    if token.pos == "mark":
        if token.text in "。.!?！？\n・":
            _stop(reading, clause)
        elif token.text in "、,":
            _pause(tokens, at, reading, clause)
        return at + 1
    if (found := counted(tokens, at)) and not (match and match.of("concept")):
        return count_at(found, tokens, at, reading, clause)
    if match:
        _settings(match, tokens, reading, clause)
        if match.of("action") and _is_verb(match, tokens):
            return act_out(verb_at(match, tokens, at), reading, clause)
        if colour := match.of("colour"):
            clause.next.colour = colour
        if size := match.of("size"):
            clause.next.scale = float(size)
        if match.of("concept") or match.of("place"):
            return noun_at(match, tokens, reading, clause)
        end = _behind_setting(match, tokens)
        clause.mute = bool(match.of("weather") or match.of("effect")) and tokens[end - 1].text in ("が", "は", "も")
        return end
    if token.pos == "verb":
        return act_out(verb_at(None, tokens, at), reading, clause)
    return _other(at, tokens, reading, clause)


def _settings(match: Match, tokens: Sequence[Token], reading: Reading, clause: Clause) -> None:
    shown = tokens[match.first].pos in ("noun", "verb", "adjective") or match.last > match.first
    for table in SETTINGS:
        found = match.of(table)
        if found is None or table == "place" or (table == "weather" and not shown):
            continue
        if table == "expression":
            clause.expression = found
        reading.note(table, found)


def _behind_setting(match: Match, tokens: Sequence[Token]) -> int:
    """A setting eats its particle, so that no noun is made of it."""
    at = match.last + 1
    while at < len(tokens) and (tokens[at].pos == "particle" or tokens[at].text in ("な", "で", "そう", "だ")):
        at += 1
    return at


def _is_verb(match: Match, tokens: Sequence[Token]) -> bool:
    last = tokens[match.last]
    following = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if last.pos == "verb" or tokens[match.first].pos == "verb":
        return not (match.first == match.last and "非自立" in last.detail and _behind_te(match.first, tokens))
    if following is None:
        return True
    if following.text in ("を", "が", "も") and match.last + 2 < len(tokens):
        return tokens[match.last + 2].base in ("する", "やる", "とる", "始める", "つく", "くり広げる")
    if following.text == "に" and match.last + 2 < len(tokens):
        return tokens[match.last + 2].base in (
            "行く",
            "いく",
            "出かける",
            "夢中",
            "挑戦",
            "失敗",
            "没頭",
            "熱中",
            "、",
        )  # 山へ芝刈りに、
    return following.base in ("する", "できる", "中", "しまくる", "大会") or following.pos == "mark"


def _behind_te(at: int, tokens: Sequence[Token]) -> bool:
    return at > 0 and tokens[at - 1].text in ("て", "で") and tokens[at - 1].pos == "particle"


def _pause(tokens: Sequence[Token], at: int, reading: Reading, clause: Clause) -> None:
    """A comma: what has no particle is there (夜の路地、提灯), and a being without one may act later."""
    following = tokens[at + 1 : at + 12]
    verbal = any(token.pos == "verb" for token in following)
    for noun in [noun for noun in clause.nouns if noun.particle == "" and not (noun.living and verbal)]:
        clause.nouns.remove(noun)
        reading.mention(noun.name)
    clause.quoted = clause.quoted and tokens[at - 1].text in ("と", "って", LINE)


def _stop(reading: Reading, clause: Clause) -> None:
    """The end of a sentence: whatever still waits is simply there."""
    described(None, reading, clause)
    for noun in [*clause.joined, *clause.nouns, *([clause.owner] if clause.owner else [])]:
        register(noun, reading)
        reading.mention(noun.name)
    last = reading.events[-1] if reading.events else None
    if clause.expression and last is not None and last.expression is None:
        last.expression = clause.expression
    topic = clause.topic
    clause.__init__()  # type: ignore[misc]  # a new sentence
    clause.topic = topic


def _other(at: int, tokens: Sequence[Token], reading: Reading, clause: Clause) -> int:
    """A token that the lexicon does not know."""
    token = tokens[at]
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if end := pronoun_at(at, tokens, reading, clause):
        return end
    if token.text in _DIRECTIONS and following in ("へ", "に", "から"):
        clause.direction = _DIRECTIONS[token.text]
        return at + 2
    if token.pos != "noun" and not (token.pos == "other" and "名詞" in token.detail):
        return at + 1
    if token.text in ("やつ", "奴", "ヤツ") and clause.describing is not None:
        return unknown_at(at, tokens, reading, clause)  # 寝てるやつ is somebody
    if is_empty(token) and not (_speaks_next(at, tokens) and not is_nobody(token)):
        if clause.owner is not None and is_nobody(token):
            register(clause.owner, reading)
            reading.mention(clause.owner.name)
            clause.owner = None  # 校長の話
        return at + 1
    return unknown_at(at, tokens, reading, clause)


def _speaks_next(at: int, tokens: Sequence[Token]) -> bool:
    """A「…」, B子「…」: nothing but a name stands before a line."""
    while at < len(tokens) and tokens[at].pos == "noun":
        at += 1
    return at < len(tokens) and tokens[at].text == LINE
