"""Dialogue without quotation marks (「猫：やあ 犬：やっほー」, "Bob: hi Alice: hello"), given the marks it lacks."""

import re
from collections.abc import Sequence

from core.screenplay.labels import section_of

_JA = r"(?:(?<=[\s。！？!?])|^)(?=[^\s:：]{0,9}[ぁ-ヶ一-龠々]|[A-ZＡ-Ｚ][:：])"
_JA += r"([^\s\d、。:：,!！?？「」()（）]{1,10})[:：]\s*(?=[^\s/:：\d])"
_EN = r"(?:(?<=\s)|^)(?<!: )([A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?|(?<![^\n])[a-z]+(?: [a-z]+)?):[ ]+(?=[^\s/:])"
_TURN = re.compile(f"{_EN}|{_JA}", re.M)
_QUOTES = re.compile(r"[「『\"“«]")
# What is written before a colon in the way of a name, and is none.
_HEADINGS = re.compile(
    r"(?:.*(?:プロンプト|注意|条件|動作|行動|服装|性格|ジャンル|テーマ|目的|特徴|季節|天気|天候|時間帯|オチ|冒頭|最後|最初|前半|後半|"
    r"カット|表情|内容|主体|補足|備考|例|舞台|声|起|承|転|結)|prompts?|negative(?: prompt)?|notes?|theme|genre|mood|"
    r"weather|time|opening|ending|middle|then|finally|first|next|warning|idea|pov|breaking|"
    r"breaking news|plot|twist|ps)",
    re.I,
)


def with_quotes(text: str) -> str:
    """The text with each turn of a dialogue in quotation marks; untouched unless two or more people take turns."""
    if _QUOTES.search(text):
        return text
    turns = list(_TURN.finditer(text))
    names = [turn[1] or turn[2] for turn in turns]
    if len(turns) < 2 or any(section_of(name) or _HEADINGS.fullmatch(name) for name in names):
        return text
    before = text[: turns[0].start()].strip()
    return "\n".join([*([before] if before else []), *(_marked(text, turns, at) for at in range(len(turns)))])


def _marked(text: str, turns: Sequence[re.Match[str]], at: int) -> str:
    """One turn on a line of its own, with what may stand on the lines behind it."""
    turn = turns[at]
    said, _, rest = text[turn.end() : turns[at + 1].start() if at + 1 < len(turns) else len(text)].partition("\n")
    name, words = turn[1] or turn[2], said.strip(" \u3000/／|")
    quoted = f"{name}「{words}」" if re.search(r"[ぁ-んァ-ヶ一-龠]", name + words) else f'{name}: "{words}"'
    return f"{quoted}\n{rest.strip()}".strip()
