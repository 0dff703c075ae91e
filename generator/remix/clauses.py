"""An instruction taken apart: one clause a change, with what is quoted put aside and the shots it is about noted."""

import re
import unicodedata
from dataclasses import dataclass

from generator.director.emoji import spelled
from generator.director.reading import LINE
from generator.director.tokens import language_of
from generator.remix.changes import EVERYWHERE, Where
from generator.storyboard import Language

_QUOTED = re.compile(
    r"「([^」]*)」|『([^』]*)』|\"([^\"]*)\"|“([^”]*)”|«([^»]*)»|(?:(?<=\s)|"
    r"^)['‘]([^'’]+(?:['’]\w[^'’]*)*)['’](?=[\s,.;!?]|$)"
)
# What people hang on a request: please, would you, in the ways of many regions.
_REQUEST_JA = re.compile(
    r"(?<=[てで])(?:(?:お|御)?(?:くださいませ|ください|下さいませ|下さい|くだせえ|くだはい|"
    r"くれませんか|くれない|くれへん|くれへんか|くれん|"
    r"くれや|くれよ|くれる|くれ|くんない|くんろ|けろ|けれ|ちょうだい|頂戴|ちょ|ほしいです|"
    r"ほしいな|ほしい|欲しいです|欲しい|"
    r"もらえますか|もらえる|もらえん|いただけますか|頂けますか|いただける|みて|みよう|"
    r"おくれやす|おくれ|つかあさい|つか|な|や|ね|よ|ねー|よー)"
    r"(?:かな|か)?[っー〜~!！?？♪☆]*)+(?=$|[\s、。,])"
)
_SPLIT_JA = re.compile(
    r"[、。,，;；\n]+|(?<=[てで])(?:から|それから|そして|さらに|んで|あと|ついでに)|そして|"
    r"それから|それと|あとは?(?=[^ろ])|ついでに|さらに"
    r"|(?<=[くに]して)(?=[^くほやねよもとみなお])|(?<=[消変足加なえし]て)(?=[^くほやねよもとみなおいあ])"
)
_VERBS_EN = (
    r"(?:please |also |then |now )*(?:make|change|turn|replace|swap|switch|set|add|remove|"
    r"delete|drop|cut|lose|let|have|"
    r"put|give|call|rename|name|use|transform|get|take|bring|no|without|with|it'?s|at|"
    r"in(?:side)?|on|speed|slow|zoom|pan|"
    r"shorten|lengthen|retitle|title|say|everyone|another|film|shoot|more|less|faster|"
    r"slower|longer|shorter|the \w+ (?:should|says|is|becomes|an?|into|to))\b"
)
_SPLIT_EN = re.compile(
    rf"[;\n]+|\.(?=\s|$)|,?\s+(?:and|but|plus|then|also)\s+(?:then\s+)?(?={_VERBS_EN})|,\s*(?:and\s+)?", re.I
)
_POLITE_EN = re.compile(
    r"^\s*(?:(?:please|pls|plz|hey|wait|hmm+|same(?: thing| film| video)?|ok(?:ay)?|now|"
    r"and|also|then|but|so|just|maybe|oh|yo|"
    r"can you|could you|would you|will you|"
    r"can we|could we|let'?s|i want(?: you)? to|i'?d like(?: you)? to|"
    r"i would like(?: you)? to|i want|i'?d like|how about|"
    r"what about|what if)\b[,\s]*)+|[\s,]*\b(?:please|pls|plz|thanks|thank you|"
    r"instead please|for me|lol|haha|xd|would you|will you)\s*[?!.]*\s*$",
    re.I,
)
_N = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "first": 1, "second": 2, "third": 3, "fourth": 4,
      "fifth": 5, "sixth": 6, "opening": 1, "last": -1, "final": -1, "closing": -1, "ending": -1, "one": 1, "two": 2,
      "three": 3, "four": 4}  # fmt: skip
_SHOT_JA = r"(?:カット|ショット|シーン|場面|コマ|画面?)"
_TAIL_JA = r"(?:だけ|のみ)?(?:は|を|で|に|の|だけ|では|には)?"
_WHERE_JA = (
    (
        re.compile(
            rf"(\d+|[一二三四五六])(?:つ|番|枚|カット|ショット|シーン|場面|コマ|"
            rf"こ)目の?{_SHOT_JA}?{_TAIL_JA}(?!のセリフ|の台詞)"
        ),
        0,
    ),
    (re.compile(rf"{_SHOT_JA}\s*(\d+|[一二三四五六]){_TAIL_JA}"), 0),
    (re.compile(rf"(?:最初|冒頭|はじめ|初め|出だし|オープニング)の?{_SHOT_JA}?{_TAIL_JA}"), 1),
    (re.compile(rf"(?:最後|ラスト|終わり|おわり|オチ|締め|エンディング)の?{_SHOT_JA}?{_TAIL_JA}"), -1),
)
_SHOT_EN = r"(?:shot|scene|cut|frame|part|clip)"
_WHERE_EN = (
    (re.compile(rf"\b(?:only |just )?(?:in|for|of|during|at)?\s*(?:the )?(first|second|third|fourth|"
        rf"fifth|sixth|last|final|opening|closing|ending|\d+(?=st|nd|rd|th))(?:st|nd|rd|"
        rf"th)?\s+{_SHOT_EN}(?: only)?\b", re.I), 0),
    (re.compile(rf"\b(?:only |just )?(?:in|for|of|during|at)?\s*(?:the )?{_SHOT_EN}\s+(?:number |"
        rf"#)?(\d+|one|two|three|four)\b(?: only)?", re.I), 0),
    (re.compile(r"\b(?:only |just )?(?:at|in|for|near|towards?) the (?:very )?(?:end|ending|finale)\b", re.I), -1),
    (re.compile(r"\b(?:only |just )?(?:at|in|for|near) the (?:very )?(?:start|beginning|opening)\b", re.I), 1),
)  # fmt: skip

# a comma in the middle of one change
_INSTEAD_JA = re.compile(r"(じゃなくて?|ではなくて?|やなくて|やのうて|ちゃうくて|の代わりに|のかわりに)[、,]\s*")
_INSTEAD_EN = re.compile(r"\b(instead of|rather than) ([^,.;]+),\s*(?:use |make it |have |put )?", re.I)


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of an instruction: `text` with LINE where something is quoted, the quotes, the shots it is about.

    `said` is the clause as it was written.
    """

    text: str
    quotes: tuple[str, ...]
    where: Where
    language: Language
    said: str


def clauses(instruction: str) -> list[Clause]:
    """The clauses in order; each is read in its own language."""
    quotes: list[str] = []

    def aside(found: re.Match[str]) -> str:
        quotes.append(next(group for group in found.groups() if group is not None).strip())
        return LINE

    whole = _QUOTED.sub(aside, instruction.strip())
    whole = unicodedata.normalize("NFKC", whole).replace("⇒", "→").replace("➡", "→").replace("=>", "→")
    whole = re.sub(r"-+>", "→", whole)
    whole = _INSTEAD_JA.sub(r"\1", _INSTEAD_EN.sub(r"\1 \2 use ", whole))
    language = (
        language_of(whole)
        if language_of(whole) == "ja"
        else language_of(" ".join(quotes) if not re.search(r"[A-Za-z]", whole) else whole)
    )
    whole = spelled(whole, language)
    found: list[Clause] = []
    at = 0
    for part in _parts(whole, language):
        count = part.count(LINE)
        own, at = tuple(quotes[at : at + count]), at + count
        text, where = _placed(part, language)
        text = _POLITE_EN.sub("", text).strip() if language == "en" else text.strip(" 　!！?？〜~♪☆")
        if text:
            found.append(Clause(text, own, where, language, _with_quotes(part.strip(), own, language)))
    return found


def _parts(text: str, language: Language) -> list[str]:
    if language == "ja":
        text = _REQUEST_JA.sub("", text)
        return [part for part in _SPLIT_JA.split(text) if part and part.strip(" 　!！?？〜")]
    text = _POLITE_EN.sub("", text)
    return [part for part in _SPLIT_EN.split(text) if part and part.strip(" !?.")]


def _placed(text: str, language: Language) -> tuple[str, Where]:
    """The text without what says which shot it is about."""
    for pattern, number in _WHERE_JA if language == "ja" else _WHERE_EN:
        found = pattern.search(text)
        if (
            found is None
            or re.match(r"\s*の?(?:セリフ|台詞|せりふ|line)", text[found.end() :])
            or re.search(r"(?:セリフ|台詞|lines?)", text)
        ):
            continue
        rest = text[: found.start()] + " " + text[found.end() :]
        return " ".join(rest.split()), Where(number or _number(found[1]))
    return text, EVERYWHERE


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _N[word.lower()]


def _with_quotes(text: str, quotes: tuple[str, ...], language: Language) -> str:
    for quote in quotes:
        text = text.replace(LINE, f"「{quote}」" if language == "ja" else f"“{quote}”", 1)
    return text
