"""A sentence as tokens with base forms, the same for both languages, and the lexicon's words found in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from generator.director.emoji import EMOJI
from generator.director.reading import LINE
from generator.lexicon.lexicon import Meaning, lexicon
from generator.lexicon.words import Language, normalised

PartOfSpeech = Literal["noun", "verb", "adjective", "particle", "auxiliary", "number", "mark", "line", "other"]

_JA_POS: dict[str, PartOfSpeech] = {
    "名詞": "noun", "代名詞": "noun", "動詞": "verb", "形容詞": "adjective", "形状詞": "adjective", "助詞": "particle",
    "助動詞": "auxiliary", "補助記号": "mark", "記号": "mark", "空白": "mark",
}  # fmt: skip
_SECOND_VERBS = (
    "出す", "だす", "始める", "はじめる", "続ける", "つづける", "回る", "まわる", "まくる", "合う", "あう", "去る",
    "切る", "きる", "過ぎる", "すぎる", "直す", "尽くす", "かける", "込む", "こむ", "上げる", "上がる", "終える",
    "終わる", "ちらかす", "散らかす",
)  # fmt: skip
_EN_TOKEN = re.compile(r"(?:19)?[1-9]0s\b|[A-Za-z]+(?:['’-][A-Za-z]+)*|\d+(?:\.\d+)?|[^\sA-Za-z\d]")
_IRREGULAR = {
    "ran": "run", "swam": "swim", "sang": "sing", "flew": "fly", "ate": "eat", "drank": "drink", "threw": "throw",
    "caught": "catch", "fell": "fall", "slept": "sleep", "woke": "wake", "wakes": "wake", "sat": "sit",
    "stood": "stand", "rode": "ride", "drove": "drive", "spoke": "speak", "said": "say", "told": "tell",
    "wrote": "write", "fought": "fight", "hid": "hide", "shook": "shake", "grew": "grow", "held": "hold",
    "gave": "give", "took": "take", "stole": "steal", "came": "come", "went": "go", "left": "leave", "saw": "see",
    "found": "find", "won": "win", "built": "build", "dug": "dig", "shot": "shoot", "broke": "break", "fled": "flee",
    "crept": "creep", "wept": "cry", "lay": "lie", "lying": "lie", "became": "become", "mice": "mouse",
    "men": "man", "women": "woman", "children": "child", "geese": "goose", "wolves": "wolf", "leaves": "leave",
    "people": "person",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as written, its base form, what the analyser says of it."""

    text: str
    base: str
    pos: PartOfSpeech
    detail: str = ""
    norm: str = ""  # as a dictionary spells it (おどる: 踊る)
    head: str = ""  # the first verb of a compound (歌い出す: 歌う)


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `first` to `last` (inclusive) mean one of `meanings`."""

    first: int
    last: int
    text: str
    meanings: tuple[Meaning, ...]

    def of(self, kind: str) -> str | None:
        """The name it has as that kind."""
        for meaning in self.meanings:
            if meaning.kind == kind:
                return meaning.name
        return None


def language_of(text: str) -> Language:
    """Japanese if there is any kana or kanji in it."""
    return "ja" if re.search(r"[\u3041-\u30ff\u4e00-\u9fff]", text) else "en"


def tokenise(text: str, language: Language) -> list[Token]:
    """The tokens of a text."""
    return _japanese(text) if language == "ja" else _english(text)


def find_matches(tokens: Sequence[Token], language: Language) -> list[Match]:
    """The lexicon's words, longest first from left to right; they never overlap."""
    matches: list[Match] = []
    at = 0
    while at < len(tokens):
        match = _longest(tokens, at, language)
        if match:
            matches.append(match)
            at = match.last + 1
        else:
            at += 1
    return matches


def lemmas(word: str) -> list[str]:
    """What an English word may be a form of, itself first."""
    word = word.lower().replace("’", "'")
    found = [word, _IRREGULAR.get(word, word), word.removesuffix("'s")]
    for ending, instead in (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""),
                            ("ing", "e"), ("ves", "f")):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: len(word) - len(ending)] + instead
            found.append(stem)
            if not instead and len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return list(dict.fromkeys(found))


def _longest(tokens: Sequence[Token], at: int, language: Language) -> Match | None:
    words = lexicon().words[language]
    best: Match | None = None
    joined = ""
    if language == "ja":
        for last in range(at, min(at + 8, len(tokens))):
            token = tokens[last]
            if token.pos in ("mark", "line"):
                break
            forms = [joined + end for end in (token.text, token.base, token.norm, token.head)]
            for form in (*forms, _in_katakana(tokens[at : last + 1])):
                if (found := words.get(normalised(form))) and _may_mean(form, found, tokens[at : last + 1]):
                    best = Match(at, last, form, found)
                    break
            joined += token.text
            if len(joined) > lexicon().longest["ja"]:
                break
        return best
    for last in range(at, min(at + lexicon().longest["en"], len(tokens))):
        if tokens[last].pos in ("mark", "line") and tokens[last].text != "-":
            break
        joined = " ".join(token.text.lower() for token in tokens[at:last])
        meanings: tuple[Meaning, ...] = _inflected(tokens, at, last, words) or ()
        for lemma in lemmas(tokens[last].text):
            known = words.get(normalised(f"{joined} {lemma}"), ())
            # "judging" is no judge
            verbal = lemma != tokens[last].text.lower() and tokens[last].text.lower().endswith(("ing", "ed"))
            meanings += tuple(
                meaning
                for meaning in known
                if meaning not in meanings and not (verbal and meaning.kind in ("concept", "place"))
            )
        if meanings:
            best = Match(at, last, " ".join(token.text for token in tokens[at : last + 1]), meanings)
    return best


def _in_katakana(tokens: Sequence[Token]) -> str:
    """だんす as ダンス: children's spelling; nothing for what is no word spelt in hiragana."""
    text = "".join(token.text for token in tokens)
    if tokens[0].pos not in ("noun", "other") or not re.fullmatch(r"[ぁ-ゖー]{3,}", text):
        return ""
    return "".join(chr(ord(char) + 0x60) if char != "ー" else char for char in text)


def _may_mean(form: str, meanings: tuple[Meaning, ...], tokens: Sequence[Token]) -> bool:
    """Kana that happen to spell a word (いる|か, しか) mean nothing: a noun is no particle or verb."""
    if any(meaning.kind in ("action", "expression", "mood", "light", "angle", "camera") for meaning in meanings):
        return tokens[0].pos not in ("particle", "auxiliary")
    if any(meaning.kind in ("colour", "size", "weather") for meaning in meanings):
        return True
    return tokens[0].pos not in ("particle", "auxiliary") and not (
        re.fullmatch(r"[ぁ-んー]+", form) is not None and any(token.pos in ("verb", "particle") for token in tokens)
    )


def _inflected(tokens: Sequence[Token], at: int, last: int, words: Any) -> tuple[Meaning, ...] | None:
    """ "waves goodbye", "running away": the verb of a phrase is its first word."""
    if last == at:
        return None
    rest = " ".join(token.text.lower() for token in tokens[at + 1 : last + 1])
    for lemma in lemmas(tokens[at].text):
        found: tuple[Meaning, ...] | None = words.get(normalised(f"{lemma} {rest}"))
        if found:
            return found
    return None


def _english(text: str) -> list[Token]:
    tokens = []
    for found in _EN_TOKEN.finditer(text.replace("’", "'")):
        word = found[0]
        pos: PartOfSpeech = "number" if word[0].isdigit() else "other" if word[0].isalpha() else "mark"
        tokens.append(Token(word, word.lower(), pos))
    return tokens


@cache
def _sudachi() -> Any:
    from sudachipy import dictionary, tokenizer

    return dictionary.Dictionary().tokenizer(mode=tokenizer.Tokenizer.SplitMode.C)


def _japanese(text: str) -> list[Token]:
    tokens: list[Token] = []
    for piece in re.split(f"({LINE}|{EMOJI})", text[:12_000]):
        if piece == LINE:
            tokens.append(Token(LINE, LINE, "line"))
        elif re.fullmatch(EMOJI, piece):
            tokens.append(Token(piece, piece, "noun", "名詞"))
        else:
            tokens += _morphemes(piece)
    return tokens


def _head(morpheme: Any, kind: PartOfSpeech, base: str) -> str:
    if kind != "verb" or len(base) < 3 or not base.endswith(_SECOND_VERBS):
        return base
    from sudachipy import tokenizer

    parts = morpheme.split(tokenizer.Tokenizer.SplitMode.A)
    return str(parts[0].dictionary_form()) if len(parts) > 1 else base


def _morphemes(text: str) -> list[Token]:
    tokens = []
    for morpheme in _sudachi().tokenize(text):
        pos = morpheme.part_of_speech()
        kind = _JA_POS.get(pos[0], "other")
        if pos[0] == "名詞" and pos[1] == "数詞":
            kind = "number"
        detail = "・".join(pos)
        base = morpheme.dictionary_form()
        tokens.append(
            Token(morpheme.surface(), base, kind, detail, morpheme.normalized_form(), _head(morpheme, kind, base))
        )
    return tokens
