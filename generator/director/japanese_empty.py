"""Japanese nouns by their look: those that stand for nothing on stage (こと, 今日, 声) and those of people (新人)."""

import re

from generator.director.emoji import EMOJI
from generator.director.japanese_phrases import group, is_formal, is_spot
from generator.director.tokens import Token

EMPTY = {
    "こと", "もの", "ところ", "よう", "ため", "とき", "時", "後", "遠く", "近く", "最後", "最初", "次", "途中", "急",
    "様子", "感じ", "声", "話", "目", "顔", "手", "足", "首", "頭", "体", "口", "腕", "気", "私", "僕", "俺", "誰",
    "何", "どこ", "ここ", "そこ", "今日", "明日", "昨日", "今", "時間", "秒", "分", "カット", "場面", "シーン", "画面",
    "動画", "映像", "カメラ", "タイトル", "音", "一緒", "いっしょ", "方", "みんな", "全員", "一人", "一同", "通勤",
    "おまかせ", "余韻", "会話", "スロー", "姿", "世界", "ひさしぶり", "上空", "全部", "自分", "リズム", "ノリ", "勢い",
    "全力", "調子", "一つ", "ひとつ", "やつ", "奴", "秘密", "名前", "理由", "気持ち", "心", "夢", "瞬間", "場所", "歌",
    "字", "言葉", "文字", "それ", "これ", "あれ", "背中", "尻尾", "しっぽ", "お腹", "おなか", "膝", "肩", "指", "耳",
    "鼻", "毎日", "毎朝", "朝", "夜", "昼", "夏", "冬", "春", "秋", "まま", "そう", "笑", "草原一面", "風", "中継",
    "本気", "無事", "手前", "仕方", "隙", "ドア越し", "採点", "点", "回", "度", "つもり", "おかげ", "せい", "わけ",
    "はず", "うち", "ほう", "ん", "の", "なん", "なんか", "先", "色", "形", "味", "匂い", "すべて", "時代", "頃",
    "ころ", "ショット", "アングル", "スローモーション", "BGM", "音楽", "雰囲気", "ジャンル", "結果", "場合", "様",
    "一人きり", "派", "吾輩", "お尻", "おしり",
    "どっち", "どちら", "どれ", "いつ", "なぜ", "なんで", "どうして", "件", "魔法", "腹", "誰か",
    "ヤバ", "マジ", "ガチ", "エモ", "とこ", "ノリノリ", "予定", "気分", "結局", "普通", "自由", "必要", "大事", "暇",
}  # fmt: skip

_TRADE = re.compile(
    r"[一-龠々ァ-ヶー]{1,6}(?:人|者|員|士|師|民|徒|客|娘|男|女|嬢|兵|僧|畜|係|役|主|子さん|"
    r"(?:校|部|課|社|店|会|団|隊|所|院|館|駅|船|機|艦|村|町|市|区|県|族|首|班|係|番)長|(?:学|入|留|修)生)"
)
_NO_TRADE = ("満員", "定員", "富士", "無人", "持ち主")

_ABSTRACT = re.compile(r"[一-龠]{2,}(?:感|性|率|論|説|化|的|度|主義)")  # 罪悪感


def is_trade(word: str) -> bool:
    """Whether a word ends like that of a person: 新入生, 校長, 見物客."""
    return bool(_TRADE.fullmatch(word)) and word not in _NO_TRADE


def is_empty(token: Token) -> bool:
    """Whether an unknown word is no being and no thing."""
    return is_nobody(token) or (len(token.text) == 1 and not re.match(rf"[一-龠]|{EMOJI}", token.text))


def is_nobody(token: Token) -> bool:
    """Whether a word only says when, where or how many, even if it stands where somebody is named."""
    if token.text in EMPTY or is_formal(token.text) or is_spot(token.text) or group(token.text) is not None:
        return True
    if _ABSTRACT.fullmatch(token.text):
        return True
    return "副詞可能" in token.detail or ("助数詞" in token.detail and len(token.text) > 1)
