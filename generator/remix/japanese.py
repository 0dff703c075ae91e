"""A Japanese clause as changes: 熊をゴリラに、夜にして、猫いらん、「やあ」を「どうも」に。"""

import re

from generator.director.reading import LINE
from generator.remix.asked import ORIENTED, becomes, looks, manner_in, settings_of
from generator.remix.changes import (
    Add,
    Change,
    Do,
    Give,
    Length,
    Mute,
    Noun,
    Remove,
    Rename,
    Replace,
    Retitle,
    Say,
    Setting,
    Silence,
    Speed,
    Take,
    Tongue,
    Turn,
)
from generator.remix.clauses import Clause
from generator.remix.nouns import noun, nouns, phrase
from generator.vocabulary import Action, Orientation

_TAKE = re.compile(
    r"別の?(?:テイク|バージョン|ver|パターン|版)|(?:もう|も)(?:一|1|いっ)?(?:回|度|テイク|"
    r"本)|もっかい|もいっぺん|もういっぺん|"
    r"撮り直|撮りなお|リテイク|やり直|やりなお|作り直|つくりなお|テイク(?:2|二|ツー)|他のパターン|ガチャ|引き直",
    re.I,
)
_LINES = r"(?:セリフ|台詞|せりふ|科白|言葉|会話|おしゃべり|喋り|しゃべり)"
_GONE = (
    r"(?:消し|消す|消去|消え|けし|削除|削っ|削る|なくし|無くし|なくす|取っ|取り除|とっ|"
    r"外し|はずし|抜い|抜き|ぬき|いらん|いらない|"
    r"いらねえ|いらねー|いらへん|要らん|要らない|いらな|なし|無し|ナシ|出さない|出さんと|"
    r"退場|やめ|止め|どけ|除い|除外|オフ|"
    r"クビ|ボツ|カットし(?=て|$)|カット$|省い|省略|登場させない|いなくし|居なくし|捨て|"
    r"片付け|片づけ|OFF|ゼロに|はがし|脱が|脱い)"
)
_REMOVE = re.compile(rf"^(?P<what>.+?)(?:を|は|が|も|って)?(?:もう|全部|すべて|ぜんぶ)?{_GONE}.*$")
_LINK = (
    r"(?:を|は|が|じゃなくて?|ではなくて?|じゃなしに|でなく|やなくて|やのうて|ちゃうくて|"
    r"のかわりに?|の代わりに?|の替わりに|から|→|よりも?)"
)
_DONE = (
    r"(?:し(?:て|よう|たい|た|とい)?(?:みて|くれ.*|ほし.*)?|して.*|する|変え\w*|かえ\w*|"
    r"変更\w*|チェンジ\w*|差し替え\w*|差替\w*|置き換え\w*|置換\w*|"
    r"入れ替え\w*|交換\w*|交代\w*|代え\w*|替え\w*|なる|なって\w*|なった\w*|なれ|しとい\w*|"
    r"しちゃ\w*|せえ|せい|しろ|せよ|どう|できる|化|登場\w*)?"
)
_REPLACE = re.compile(rf"^(?P<old>.+?)\s*{_LINK}\s*(?P<new>.+?)(?:に|へ|と|で|が)?{_DONE}$")
_INTO = re.compile(rf"^(?P<new>.+?)(?:に|へ|で|版|バージョン|ver)(?:も)?{_DONE}$")
_ARROW = re.compile(r"^(?P<old>.+?)\s*→\s*(?P<new>.+?)(?:に|で)?$")
_ADD = re.compile(
    r"^(?:(?P<to>.+?)(?:に|へ|の(?:横|隣|となり|そば|上|後ろ)に))?(?P<what>.+?)(?:を|も|が|は)?(?:もう)?"
    r"(?:追加|足し|足す|たし|加え|くわえ|増やし|ふやし|増量|出し|出す|出て|出演|登場|入れ|"
    r"いれ|連れて|つれて|参加|乱入|置い|おい(?=て)|飛ばし|混ぜ|まぜ|参戦|プラス|付け足).*$"
)
_HAND = re.compile(
    r"^(?P<who>.+?)(?:に|へ|が|は)(?P<thing>.+?)を?(?P<how>持た|もた|かぶ|被|着せ|着さ|"
    r"着て|かけ|掛け|履|はか|つけ|付け|巻|まか|着用|装備|背負|握ら|差さ|さして|させて)"
)
_CAUSE = re.compile(r"^(?P<who>.+?)(?:に|を|が|は|も)(?P<how>.+)$")
_NAME = re.compile(
    r"(?P<who>.*?)の?(?:名前|名|呼び名|ニックネーム)(?:を|は|が)(?P<name>.+?)(?:に|と|"
    r"って)?(?:し.*|変え.*|する|呼.*|改名.*|だ|です)?$"
)
_CALL = re.compile(r"^(?P<who>.+?)(?:を|は)(?P<name>.+?)(?:と|って|に)(?:呼|名付|改名|名乗|名前)")
_SECONDS = re.compile(r"(\d+(?:\.\d+)?)\s*(?:秒|s\b|sec)")
_MINUTE = re.compile(r"(?:1|一)\s*分")
_TIMES = re.compile(r"(\d+(?:\.\d+)?|[二三])\s*倍(?:の長さ|長|ながく)")
_FASTER = re.compile(
    r"(\d+(?:\.\d+)?|[二三])?\s*倍速|(?:もっと|少し|ちょっと|かなり)?(?:速|早|はや)(?:く|"
    r"め|送り)|スピード(?:を)?(?:アップ|上げ)|テンポ(?:を)?(?:アップ|上げ|よく|良く)|急い|"
    r"きびきび|はよ"
)
_SLOWER = re.compile(r"ゆっくり|遅く|遅め|のろく|スピード(?:を)?(?:ダウン|落と|下げ)|テンポ(?:を)?(?:ダウン|落と|下げ)")
_SLOW_MOTION = re.compile(r"スロー(?:モーション)?|スローモー")
_LONGER = re.compile(r"(?:もっと|少し|ちょっと|もうちょい|もうちょっと)?(?:長く|長め|ながく|伸ば|のば|延ば|引き伸ば)")
_SHORTER = re.compile(r"(?:もっと|少し|ちょっと)?(?:短く|短め|みじかく|縮め|ちぢめ|切り詰め)")
_MUSIC = re.compile(r"音楽|BGM|ビージーエム|曲|劇伴", re.I)
_SOUNDS = re.compile(r"効果音|SE\b|物音")
_STILL = re.compile(r"カメラ(?:の動き|ワーク)|ズーム|パン|手ブレ|手ぶれ|揺れ")
_NOUN_HEADS = re.compile(
    r"^(?:場所|舞台|背景|時間帯?|天気|天候|画風|スタイル|絵柄?|音楽|BGM|雰囲気|ムード|"
    r"カメラ|構図|映像|画面|全体|動画|映画|アングル|設定|季節|空|ジャンル|テイスト|作風|"
    r"ロケ地?)(?:を|は|が|も|の)(?:もっと)?",
    re.I,
)
_FALL = re.compile(r"降ら|降って|ふら(?=せ|し)|吹か|積も|鳴ら")
_FACTORS = {"二": 2.0, "三": 3.0}


def read(clause: Clause) -> list[Change]:
    """The changes that the clause asks for; none if nothing in it is understood."""
    text = re.sub(
        r"^(?:じゃあ|では|あと|えっと|ねえ|なあ|できれば|やっぱり?|いっそ|次は|今度は)、?\s*", "", clause.text
    ).strip()
    if clause.quotes:
        return _about_words(clause, text)
    for read_one in (
        _whole_film,
        _named,
        _replaced_by_sign,
        _gone,
        _handed,
        _rained,
        _added,
        _replaced,
        _caused,
        _turned,
    ):
        if found := read_one(clause, text):
            return found
    return settings_of(phrase(text, "ja"), clause.where)


def _whole_film(clause: Clause, text: str) -> list[Change]:
    if re.search(r"英語|日本語|英訳|和訳", text) and not re.search("字幕", text):
        return [Tongue("en" if re.search("英", text) else "ja")]
    for words, orientation in ORIENTED:
        if re.search(words, text):
            return [Turn(_as_orientation(orientation))]
    return _paced(clause, text)


def _paced(clause: Clause, text: str) -> list[Change]:
    if found := _TIMES.search(text):
        return [Length(factor=_FACTORS.get(found[1]) or float(found[1]))]
    if found := _SECONDS.search(text):
        return [Length(float(found[1]))]
    if _MINUTE.search(text):
        return [Length(60.0)]
    if "半分" in text and re.search("長さ|時間|尺|秒|半分に", text):
        return [Length(factor=0.5)]
    if _SLOW_MOTION.search(text):
        return [Speed(slow=True, where=clause.where)]
    if found := _FASTER.search(text):
        return [Speed((_FACTORS.get(found[1]) or float(found[1])) if found[1] else 1.35)]
    if _SLOWER.search(text):
        return [Speed(0.7)]
    if re.search(r"長|伸|延|のば", text) and _LONGER.search(text):
        return [Length(factor=1.5)]
    if _SHORTER.search(text):
        return [Length(factor=0.65)]
    return [Take()] if _TAKE.search(text) and not re.search(r"追加|足し|出し", text) else []


def _named(clause: Clause, text: str) -> list[Change]:
    if found := re.match(r"^(?:タイトル|題名|題)(?:を|は)(.+?)(?:に|で|と)?(?:して|変え.*|変更.*|する)?$", text):
        return [Retitle(found[1])]
    if (found := _NAME.match(text)) or (found := _CALL.match(text)):
        return [Rename(noun(found["who"]) if found["who"] else None, found["name"])]
    return []


def _replaced_by_sign(clause: Clause, text: str) -> list[Change]:
    found = _ARROW.match(text)
    return becomes(found["old"], found["new"], clause.where) if found else []


def _gone(clause: Clause, text: str) -> list[Change]:
    if re.search(r"(?:じゃなく|ではなく|やなく|でなく|のかわり|の代わり)", text):
        return []
    found = _REMOVE.match(text)
    if found is None:
        return []
    what = found["what"]
    if re.search(_LINES + r"|声|ナレーション|字幕", what):
        owner = re.match(rf"^(.+?)の{_LINES}", what)
        number = _line_number(what)
        return [Silence(noun(owner[1]) if owner and number is None else None, number)]
    if _MUSIC.search(what):
        return [Setting("mood", "none", what)]
    if _SOUNDS.search(what):
        return [Mute()]
    if _STILL.search(what):
        return [Setting("camera", "static", what, where=clause.where)]
    seen = phrase(what, "ja")
    if seen.concept is None and (setting := seen.setting("weather", "light", "tint")):
        plain = {"weather": "clear", "light": "natural", "tint": "none"}[setting[0]]
        return [Setting(setting[0], plain, f"{setting[2]}なし", where=clause.where)]
    owned = re.match(r"^(.+?)(?:の|から|が(?:持って|かぶって|着て)いる)(.+)$", what)
    if owned and phrase(owned[1], "ja").concept:
        owner_, thing = noun(owned[1], known_only=True), noun(owned[2], known_only=True)
        if owner_ and thing and owner_.name != thing.name:
            return [Remove(thing, owner_, clause.where)]
    return [Remove(one, where=clause.where) for one in nouns(what)]


def _handed(clause: Clause, text: str) -> list[Change]:
    found = _HAND.match(text)
    if not found:
        return []
    who, thing = noun(found["who"], known_only=True), noun(found["thing"], known_only=True)
    if who and thing and thing.known and phrase(found["thing"], "ja").action() is None:
        return [Give(one, thing) for one in nouns(found["who"])]
    return []


def _rained(clause: Clause, text: str) -> list[Change]:
    """雪を降らせて, 風を吹かせて: the weather, whatever verb brings it."""
    seen = phrase(text, "ja")
    if seen.concept is None and _FALL.search(text) and seen.setting("weather"):
        kind, name, word = seen.setting("weather") or ("weather", "", "")
        return [Setting(kind, name, word, where=clause.where)]
    return []


def _added(clause: Clause, text: str) -> list[Change]:
    found = _ADD.match(text)
    if not found:
        return []
    what = found["what"]
    seen = phrase(what, "ja")
    if seen.concept is None and (settings := settings_of(seen, clause.where)):
        return settings
    added = [one for one in nouns(what) if one.known or len(one.label) <= 12]
    doing = seen.action()
    owner = noun(found["to"], known_only=True) if found["to"] else None
    if owner and owner.known and phrase(found["to"], "ja").concept and added and re.search("つけ|付け|足し", text):
        return [Give(owner, one) for one in added]
    return [Add(one, doing[0] if doing else None, clause.where) for one in added]


def _replaced(clause: Clause, text: str) -> list[Change]:
    if _NOUN_HEADS.match(text):
        rest = _NOUN_HEADS.sub("", text)
        return settings_of(phrase(rest, "ja"), clause.where)
    found = _REPLACE.match(text)
    if found is None or re.search(r"(?:させ|らせ|わせ|たせ|かせ)(?:て|よ|る)?$", text):
        return []
    camera = phrase(found["new"], "ja").setting("framing", "angle", "camera")
    who = noun(found["old"], known_only=True)
    if camera and who:
        return [Setting(*camera, focus=who, where=clause.where)]
    return becomes(found["old"], found["new"], clause.where)


def _caused(clause: Clause, text: str) -> list[Change]:
    """猫を踊らせて, 熊が泣く: somebody does something else."""
    found = _CAUSE.match(text)
    if not found:
        return []
    how, who = phrase(found["how"], "ja"), noun(found["who"], known_only=True)
    doing = _caused_action(how.action())
    if doing and (who is not None or found["who"] in ("みんな", "全員")):
        return [Do(one, *doing, where=clause.where) for one in nouns(found["who"])]
    return []


def _caused_action(doing: tuple[Action, str] | None) -> tuple[Action, str] | None:
    """走らせる is said of horses and of cars; somebody who is made to run runs."""
    if doing is not None and doing[1].endswith("らせる"):
        return phrase(f"{doing[1][:-3]}る", "ja").action() or doing
    return doing


def _turned(clause: Clause, text: str) -> list[Change]:
    """夜に, 宇宙で, ゴリラにして, もっと怖く, 熊のアップで."""
    if owned := re.match(r"^(.+?)(?:の|に|を)(.+)$", text):
        who, after = noun(owned[1], known_only=True), phrase(owned[2], "ja")
        if who and (camera := after.setting("framing", "camera", "angle")):
            return [Setting(*camera, focus=who, where=clause.where)]
        if who and after.concept is None and (look := looks(who, after)) and phrase(owned[1], "ja").concept:
            return [look]
    seen = phrase(text, "ja")
    if found := settings_of(seen, clause.where):
        return found
    into = _INTO.match(text)
    if into and (pair := _side_by_side(into["new"])):
        return [Replace(*pair, clause.where)]
    became = noun(into["new"], known_only=True) if into else None
    if became is not None and seen.concept is not None:
        return [Replace(None, became, clause.where)]
    doing = seen.action()
    if doing and re.search(r"せ(?:て|よ|ろ)?$|て$|で$", text) and not re.fullmatch(r".*(?:変|かえ|し)て", text):
        return [Do(None, *doing, where=clause.where)]
    return []


def _side_by_side(text: str) -> tuple[Noun, Noun] | None:
    """クマさんゴリラさん, 全員ゴリラ: who and what, with no particle between."""
    if everybody := re.match(r"^(みんな|皆|全員)(?=.)", text):
        who, what = noun(everybody[1]), noun(text[everybody.end() :], known_only=True)
        return (who, what) if who and what else None
    found = [match for match in phrase(text, "ja").matches if match.of("concept")]
    if len(found) != 2 or re.search(r"[のとや]", text):
        return None
    who, what = noun(found[0].text, known_only=True), noun(found[1].text, known_only=True)
    return (who, what) if who and what else None


def _about_words(clause: Clause, text: str) -> list[Change]:
    """What is quoted: a line, a name, a title."""
    before, _, after = text.partition(LINE)
    if re.search(r"タイトル|題名|題(?:を|は)", text):
        return [Retitle(clause.quotes[-1])]
    if re.search(r"名前|呼び名|改名|と呼|って呼|名付|という名", text):
        who = noun(re.sub(r"(?:の)?(?:名前|呼び名|名)?(?:を|は|が|に)?$", "", before), known_only=True)
        return [Rename(who, clause.quotes[-1])]
    if len(clause.quotes) > 1:
        return [Say(clause.quotes[1], instead=clause.quotes[0], where=clause.where)]
    if re.search(_GONE, after):
        return [Silence(line=clause.quotes[0])]
    owner = re.sub(rf"(?:の)?(?:最後|最初|\d+番目)?の?{_LINES}?(?:を|は|に|が|も|だけ)?\s*$", "", before)
    behind = re.match(r"^(?:と|って)(.+?)(?:に|が)", after)
    who = noun(owner, known_only=True) if owner.strip() else noun(behind[1], known_only=True) if behind else None
    more = bool(re.search(r"追加|足し|加え|入れ|もう", text)) or not (
        re.search(_LINES, text) or re.match(r"^(?:に|へ|で)?(?:し|変|$)", after)
    )
    return [Say(clause.quotes[0], who, None if more else _line_number(before), more, manner_in(after), clause.where)]


def _line_number(text: str) -> int | None:
    if re.search(r"最後|ラスト|オチ", text):
        return -1
    if re.search(r"最初|はじめ|冒頭", text):
        return 1
    found = re.search(r"(\d+|[一二三四五])(?:つ|番)目", text)
    return None if found is None else int(found[1]) if found[1].isdigit() else "一二三四五".index(found[1]) + 1


def _as_orientation(name: str) -> Orientation:
    return "portrait" if name == "portrait" else "landscape" if name == "landscape" else "square"
