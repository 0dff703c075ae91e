"""Latin words as Japanese reads them: letter names, romaji, and English by its pronunciation."""

import re
from functools import lru_cache
from typing import Any

_LETTERS = {
    "A": "エー", "B": "ビー", "C": "シー", "D": "ディー", "E": "イー", "F": "エフ", "G": "ジー",
    "H": "エイチ", "I": "アイ", "J": "ジェー", "K": "ケー", "L": "エル", "M": "エム", "N": "エヌ",
    "O": "オー", "P": "ピー", "Q": "キュー", "R": "アール", "S": "エス", "T": "ティー", "U": "ユー",
    "V": "ブイ", "W": "ダブリュー", "X": "エックス", "Y": "ワイ", "Z": "ゼット",
}  # fmt: skip

# Rows by consonant for the vowels a i u e o, then the consonant alone (before another consonant, at the end).
_ROWS = {
    "": "ア イ ウ エ オ", "k": "カ キ ク ケ コ ク", "g": "ガ ギ グ ゲ ゴ グ", "s": "サ シ ス セ ソ ス",
    "z": "ザ ジ ズ ゼ ゾ ズ",
    "t": "タ ティ トゥ テ ト ト", "d": "ダ ディ ドゥ デ ド ド", "n": "ナ ニ ヌ ネ ノ ン", "h": "ハ ヒ フ ヘ ホ フ",
    "b": "バ ビ ブ ベ ボ ブ", "p": "パ ピ プ ペ ポ プ", "m": "マ ミ ム メ モ ム", "y": "ヤ イ ユ イェ ヨ イ",
    "r": "ラ リ ル レ ロ ル", "w": "ワ ウィ ウ ウェ ウォ ウ", "f": "ファ フィ フ フェ フォ フ",
    "v": "ヴァ ヴィ ヴ ヴェ ヴォ ブ",
    "sh": "シャ シ シュ シェ ショ シュ", "ch": "チャ チ チュ チェ チョ チ", "j": "ジャ ジ ジュ ジェ ジョ ジ",
    "ts": "ツァ ツィ ツ ツェ ツォ ツ", "ky": "キャ キ キュ キェ キョ キュ", "gy": "ギャ ギ ギュ ギェ ギョ ギュ",
    "ny": "ニャ ニ ニュ ニェ ニョ ニュ", "hy": "ヒャ ヒ ヒュ ヒェ ヒョ ヒュ", "by": "ビャ ビ ビュ ビェ ビョ ビュ",
    "py": "ピャ ピ ピュ ピェ ピョ ピュ", "my": "ミャ ミ ミュ ミェ ミョ ミュ", "ry": "リャ リ リュ リェ リョ リュ",
    "fy": "フャ フィ フュ フェ フョ フュ", "vy": "ヴャ ヴィ ヴュ ヴェ ヴョ ヴュ", "ty": "チャ チ チュ チェ チョ チュ",
    "dy": "デャ ディ デュ デ デョ デュ", "ng": "ンガ ンギ ング ンゲ ンゴ ング",
}  # fmt: skip
_KANA = {row: kana.split() for row, kana in _ROWS.items()}

# The alphabet of the English voice's phonemes (misaki's), as consonant row or as Japanese vowel with length.
_CONSONANTS = {
    "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "ɡ": "g", "g": "g", "f": "f", "v": "v", "θ": "s", "ð": "z",
    "s": "s", "z": "z", "ʃ": "sh", "ʒ": "j", "h": "h", "ʧ": "ch", "ʤ": "j", "m": "m", "n": "n", "ŋ": "ng", "l": "r",
    "ɹ": "r", "w": "w", "j": "y", "T": "t", "ɾ": "t", "ʦ": "ts",
}  # fmt: skip
_VOWELS = {
    "A": "eー", "I": "aイ", "O": "oー", "Q": "oー", "W": "aウ", "Y": "oイ", "i": "iー", "u": "uー", "ɑ": "a",
    "ɔ": "oー",
    "æ": "a", "ɛ": "e", "ɪ": "i", "ᵻ": "i", "ʊ": "u", "ʌ": "a", "ə": "a", "ɜ": "aー", "ᵊ": "u", "a": "a", "e": "e",
    "o": "o", "ɒ": "o",
}  # fmt: skip
_SHORT = set("ɛɪʊʌæɑ")
_BEFORE_Y = set("pbkɡgmnhfvtd")  # with a following "j" these make one mora: "mju" is ミュ
_COLUMN = {"a": 0, "i": 1, "u": 2, "e": 3, "o": 4}

_ROMAJI = re.compile(r"(?:(?:n(?![aiueoy])|(?:([kstpg])(?=\1))?(?:sh|ch|ts|[kgnhbpmr]y|[kgsztdnhbpmrjfwy])?[aiueo]))+")
_SYLLABLE = re.compile(r"n(?![aiueoy])|([kstp])(?=\1)|((?:sh|ch|ts|[kgnhbpmr]y|[kgsztdnhbpmrjfwy])?)([aiueo])")
_ROMAJI_EXTRA = {("t", "i"): "チ", ("t", "u"): "ツ", ("d", "i"): "ヂ", ("d", "u"): "ヅ"}


def letters_as_katakana(word: str) -> str:
    """The names of a word's letters: "AGI" is エージーアイ."""
    return "".join(_LETTERS.get(c.upper(), "") for c in word)


def romaji_as_katakana(word: str) -> str | None:
    """The word read as romanised Japanese ("Kenji" is ケンジ); None unless all of it is."""
    low = word.lower()
    if len(low) < 4 or not _ROMAJI.fullmatch(low) or low.endswith("e") or (low[-2:] == "on"):
        return None  # an "e" at the end is nearly always English ("make", "home"), and so is "-on" ("person")
    out: list[str] = []
    for m in _SYLLABLE.finditer(low):
        row, vowel = m[2], m[3]
        if vowel is None:
            out.append("ッ" if m[1] else "ン")
        else:
            out.append(_ROMAJI_EXTRA.get((row, vowel)) or _KANA[row][_COLUMN[vowel]])
    return "".join(out)


def english_as_katakana(word: str) -> str:
    """An English word by its sound: "strawberry" is ストローベリー-like; "" if the dictionary has no sound for it."""
    return _from_phonemes(str(_pronunciation()(word)))


@lru_cache(maxsize=1)
def _pronunciation() -> Any:
    from hibari.g2p import G2P

    return G2P(british=False)


def _from_phonemes(phonemes: str) -> str:
    sounds = [c for c in phonemes.replace("ts", "ʦ") if c in _CONSONANTS or c in _VOWELS]
    out: list[str] = []
    for i, sound in enumerate(sounds):
        after = sounds[i + 1] if i + 1 < len(sounds) else ""
        before = sounds[i - 1] if i else ""
        if sound in _CONSONANTS:
            out.append(_consonant(sound, before, after))
        else:
            out.append(_vowel(sound, sounds[max(0, i - 2) : i], after))
    return "".join(out).replace("ーー", "ー")


def _consonant(sound: str, before: str, after: str) -> str:
    """A consonant that no vowel follows; one before a vowel is written with that vowel."""
    if after in _VOWELS or sound == "j" or (after == "j" and sound in _BEFORE_Y):
        return ""
    if sound == "ɹ":
        return "ー" if before in _VOWELS else "ル"
    if sound in "mŋ" and after in set("pbkɡg"):
        return "ン"
    doubled = before in _SHORT and not after and sound in "ptkdɡgʧʤʃ"
    return ("ッ" if doubled else "") + _KANA[_CONSONANTS[sound]][5]


def _vowel(sound: str, before: list[str], after: str) -> str:
    mora = _VOWELS[sound]
    vowel, tail = mora[0], mora[1:]
    if sound in "iu" and after in _VOWELS:
        tail = ""
    row = _CONSONANTS.get(before[-1], "") if before else ""
    if row == "y" and len(before) > 1 and before[0] in _BEFORE_Y:
        row = _CONSONANTS[before[0]][0] + "y"
    return _KANA[row][_COLUMN[vowel]] + tail
