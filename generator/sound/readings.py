"""What of a line can be said aloud, in which language, and how it is read."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from generator.sound.katakana import english_as_katakana, letters_as_katakana, romaji_as_katakana
from generator.storyboard import Language


@dataclass(frozen=True, slots=True)
class Reading:
    """`kind` "ja" or "en": say `text`. "blip": there are no words in it. "missing": no voice of ours has its script."""

    kind: Literal["ja", "en", "blip", "missing"]
    text: str = ""


# Words that Japanese reads its own way; everything else Latin goes through the English pronunciation.
_KNOWN = {
    "ok": "オーケー", "tv": "テレビ", "cm": "シーエム", "pc": "パソコン", "wifi": "ワイファイ", "iphone": "アイフォン",
    "youtube": "ユーチューブ", "twitter": "ツイッター", "google": "グーグル", "discord": "ディスコード",
    "telegram": "テレグラム", "sora": "ソラ", "robot": "ロボット", "chatgpt": "チャットジーピーティー",
    "copilot": "コパイロット", "openai": "オープンエーアイ", "happy": "ハッピー", "hello": "ハロー", "no": "ノー",
    "yes": "イエス", "love": "ラブ", "birthday": "バースデー", "party": "パーティー", "game": "ゲーム",
    "tokyo": "トーキョー",
    "kyoto": "キョート", "osaka": "オーサカ", "vs": "バーサス", "nice": "ナイス", "good": "グッド",
    "morning": "モーニング",
    "thank": "サンキュー", "bye": "バイ", "wow": "ワオ", "the": "ザ", "and": "アンド", "of": "オブ",
    "km": "キロ",
    "kg": "キログラム", "mm": "ミリ", "g": "グラム", "m": "メートル", "ai": "エーアイ", "usa": "ユーエスエー",
    "line": "ライン", "ufo": "ユーフォー",
    "amazon": "アマゾン", "netflix": "ネットフリックス", "cute": "キュート", "stop": "ストップ", "go": "ゴー",
}  # fmt: skip
_SYMBOLS = {
    "&": "アンド",
    "+": "プラス",
    "=": "イコール",
    "@": "アット",
    "%": "パーセント",
    "#": "シャープ",
    "℃": "度",
    "×": "かける",
}
_URL = re.compile(r"(?:https?://|www\.)[!-~]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?!\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_LAUGH = re.compile(r"(?<=[^A-Za-z])[wW]+(?=$|[。、!?\s])")
_ONLY_LAUGH = re.compile(r"[wW]+")
_MONEY = re.compile(r"([¥$€£])\s*([\d,.]*\d)")
_CURRENCIES = {"¥": "円", "$": "ドル", "€": "ユーロ", "£": "ポンド"}
_NUMBER = re.compile(r"\b[Nn]o\.\s*(?=\d)")
_REPEAT = re.compile(r"(.)\1{5,}")


def reading(text: str, language: Language) -> Reading:
    """How a line is said. `language` decides only where the script does not (digits, a lone acronym)."""
    plain = _plain(text)
    japanese, latin, other, digits = _scripts(plain)
    if japanese + latin + digits == 0 or _ONLY_LAUGH.fullmatch(plain):
        return Reading("missing") if other else Reading("blip")
    if other > japanese + latin:
        return Reading("missing")
    if japanese or (language == "ja" and not _is_english(plain)):
        return Reading("ja", _japanese(plain))
    return Reading("en", _english(plain))


def _plain(text: str) -> str:
    """Compatibility forms folded, emoji and invisible characters gone, endless repetitions shortened."""
    text = _URL.sub(" ", unicodedata.normalize("NFKC", text))
    kept = (c if _audible(c) else " " for c in text)
    return re.sub(r"\s+", " ", _REPEAT.sub(lambda m: m[1] * 4, "".join(kept))).strip()


def _audible(c: str) -> bool:
    return unicodedata.category(c)[0] in "LMNPZ" or c in _SYMBOLS or c in "~〜$¥€£"


def _scripts(text: str) -> tuple[int, int, int, int]:
    """Letters that are Japanese, Latin, of another script; and digits."""
    japanese = latin = other = digits = 0
    for c in text:
        if c.isdigit():
            digits += 1
        elif unicodedata.category(c)[0] == "L":
            name = unicodedata.name(c, "")
            if name.startswith(("HIRAGANA", "KATAKANA", "CJK")):
                japanese += 1
            elif name.startswith("LATIN"):
                latin += 1
            else:
                other += 1
    return japanese, latin, other, digits


def _is_english(plain: str) -> bool:
    """Whether a line without kana and kanji is an English sentence rather than a word that Japanese borrowed."""
    words = _LATIN.findall(plain)
    return bool(words) and not all(w.isupper() or w.lower() in _KNOWN or romaji_as_katakana(w) for w in words)


def _japanese(plain: str) -> str:
    plain = _NUMBER.sub("ナンバー", _MONEY.sub(lambda m: m[2] + _CURRENCIES[m[1]], plain))
    text = _THOUSANDS.sub("", _CLOCK.sub(lambda m: f"{int(m[1])}時" + (f"{int(m[2])}分" if int(m[2]) else ""), plain))
    text = _LAUGH.sub("", text)
    text = re.sub(r"[~〜]+", "ー", text)
    text = _LATIN.sub(lambda m: _latin_in_japanese(m[0]), text)
    for symbol, kana in _SYMBOLS.items():
        text = text.replace(symbol, kana)
    text = re.sub(r"\.{2,}|…+|‥+|—+|―+", "、", text)
    text = re.sub(r"[「」『』()\[\]【】〈〉《》\"“”*_/\\|<>{}^`・]", " ", text)
    text = "".join(c for c in text if not unicodedata.category(c).startswith("L") or _scripts(c)[0])
    return re.sub(r"(?<=[ぁ-ヿ一-鿿])\s+(?=[ぁ-ヿ一-鿿])", "、", text).strip(" 、")


def _latin_in_japanese(word: str) -> str:
    known = _KNOWN.get(word.lower())
    if known:
        return known
    if len(word) == 1 or (word.isupper() and (len(word) <= 4 or not re.search("[AEIOU]", word))):
        return letters_as_katakana(word)
    word = re.sub(r"(.)\1{2,}", r"\1\1", word)  # "goooal"
    return romaji_as_katakana(word) or english_as_katakana(word.lower()) or letters_as_katakana(word)


def _english(plain: str) -> str:
    text = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    text = text.replace("’", "'").replace("…", "... ").replace("—", ", ").replace("~", "")
    return re.sub(r"[^\x20-\x7e£€“”]", " ", text).strip()
