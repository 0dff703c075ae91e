"""Japanese, read by particles: が は も mark who acts, を what it is done to, に へ と で the rest.

Phrases wait until their verb comes. A verb before a noun describes it (本を読む|フクロウ): the noun is then who acts,
unless somebody else is marked with が and the noun is no being.
"""

import re
from collections.abc import Sequence

from generator.director.japanese_clause import Clause, register
from generator.director.japanese_doings import act_out, described, quote
from generator.director.japanese_phrases import (
    Noun,
    after_titles,
    counted,
    group,
    is_formal,
    is_negation_behind,
    is_spot,
    matches_by_place,
    particle_at,
    verb_at,
)
from generator.director.reading import (
    CUTTING_JA,
    LINE,
    NOISE_JA,
    SETTINGS,
    Direction,
    Reading,
)
from generator.director.tokens import Match, Token, find_matches, tokenise
from generator.lexicon.lexicon import concept

_PRONOUNS = ("彼", "彼女", "それ", "そいつ", "こいつ", "あいつ", "彼ら", "その子", "あの子")
_TOGETHER = (
    "二人",
    "ふたり",
    "みんな",
    "全員",
    "三人",
    "一同",
    "両者",
    "二匹",
    "みな",
    "皆",
    "一緒",
    "いっしょ",
    "三匹",
)
_DIRECTIONS: dict[str, Direction] = {"右": "right", "左": "left", "上": "up", "下": "down"}
_EMPTY = {  # nouns that stand for no thing on stage
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
    "一人きり",
}  # fmt: skip


def read_japanese(text: str, reading: Reading) -> None:
    """Read a text into `reading`."""
    if re.search(r"動画|映像|ビデオ|ムービー|クリップ", text):
        text = re.sub(NOISE_JA, "。", text)
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
        return _count(found, tokens, at, reading, clause)
    if match:
        _settings(match, tokens, reading, clause)
        if match.of("action") and _is_verb(match, tokens):
            return act_out(verb_at(match, tokens, at), reading, clause)
        if colour := match.of("colour"):
            clause.next.colour = colour
        if size := match.of("size"):
            clause.next.scale = float(size)
        if match.of("concept") or match.of("place"):
            return _noun(match, tokens, reading, clause)
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
        return tokens[match.last + 2].base in ("行く", "いく", "出かける", "夢中")
    return following.base in ("する", "できる", "中", "しまくる", "大会") or following.pos == "mark"


def _behind_te(at: int, tokens: Sequence[Token]) -> bool:
    return at > 0 and tokens[at - 1].text in ("て", "で") and tokens[at - 1].pos == "particle"


def _count(found: tuple[int, int], tokens: Sequence[Token], at: int, reading: Reading, clause: Clause) -> int:
    """三匹の猫, 猫が三匹, 三匹で (all of those who are there)."""
    many, last = found
    following = tokens[last + 1].text if last + 1 < len(tokens) else ""
    noun_next = last + 1 < len(tokens) and tokens[last + 1].pos in ("noun", "adjective")
    if following == "の" or noun_next:
        clause.next.count = many
        return last + 1 + (following == "の")
    if clause.nouns and at and tokens[at - 1].pos in ("particle", "noun"):
        figure = reading.figures.get(clause.nouns[-1].name)
        clause.nouns[-1].count = many
        if figure:
            figure.count = max(figure.count, many)
        return last + 1
    if many > 1 and following in ("で", "とも", "は", "が", "も", "に", "を"):
        clause.topic = _all_living(reading, many)
        clause.nouns = [noun for noun in clause.nouns if noun.particle not in ("が", "は", "も")]
        return last + 2
    return last + 1


def _all_living(reading: Reading, many: int = 2) -> list[str]:
    return [name for name in reading.acting if reading.figures[name].living][: max(many, 2)]


def _noun(match: Match, tokens: Sequence[Token], reading: Reading, clause: Clause) -> int:
    name = match.of("concept")
    end, count, _ = after_titles(tokens, match.last + 1)
    if is_negation_behind(tokens, end):
        return end + 1
    particle, end = particle_at(tokens, end)
    noun, clause.next = clause.next, Noun("", "")
    noun.name, noun.label, noun.particle = name or "", match.text, particle
    noun.count = max(noun.count, count)
    noun.place = match.of("place")
    if particle == "" and end == match.last + 1 and name and _goes_on(noun, tokens, end, clause):
        return end
    if particle == "の":
        if end < len(tokens) and (many := group(tokens[end].text)):
            noun.count = max(noun.count, many)
            noun.particle, end = particle_at(tokens, end + 1)
        elif end < len(tokens) and is_spot(tokens[end].text):
            noun.spot = True
            noun.particle, end = particle_at(tokens, end + 1)
            if noun.particle == "の":
                return _own(noun, tokens, end, reading, clause)
        else:
            return _own(noun, tokens, end, reading, clause)
    described(noun if name and not _is_where(noun) else None, reading, clause)
    if name is None or (noun.place and (noun.particle not in ("が", "は", "を", "も", "と", "") or noun.spot)):
        if noun.place:
            reading.note("place", noun.place)
        if name is None or not concept(name):
            return end
        if noun.particle in ("で", "に", "へ") and match.of("place") and (noun.living or not noun.spot):
            return end
    _hold(noun, tokens, end, reading, clause)
    return end


def _goes_on(noun: Noun, tokens: Sequence[Token], end: int, clause: Clause) -> bool:
    """ロボット|掃除機, 野球|選手, 恐竜|時代: the first half of a word; カエル王子 remains a frog."""
    if (
        end >= len(tokens)
        or tokens[end].pos != "noun"
        or tokens[end].text in _EMPTY
        or "副詞可能" in tokens[end].detail
    ):
        return False
    coming = find_matches(tokens[end : end + 4], "ja")
    head = coming[0] if coming and coming[0].first == 0 else None
    if head is not None and head.of("action") and not head.of("concept"):
        return False
    known = concept(head.of("concept") or "") if head else None
    if known is not None and known.living and noun.living:
        clause.owner = noun
    return head is None or known is not None


def _is_where(noun: Noun) -> bool:
    return noun.place is not None and not noun.living and noun.particle not in ("が", "は", "を", "も")


def _own(noun: Noun, tokens: Sequence[Token], end: int, reading: Reading, clause: Clause) -> int:
    """AのB: what A is to B, when B comes."""
    if noun.place and (noun.known is None or not noun.living):
        reading.note("place", noun.place)
        if noun.known is None:
            return end
    if noun.known is not None and noun.known.kind == "wear":
        clause.next.wears.append(noun.name)
        clause.next.count = noun.count
    elif noun.living:
        clause.owner = noun
    elif noun.known is not None:
        register(noun, reading)
        reading.stand(noun.name)
    return end


def _hold(noun: Noun, tokens: Sequence[Token], end: int, reading: Reading, clause: Clause) -> None:
    """Let a noun wait for its verb; it is worn or held already if it hangs on the being before it."""
    if clause.owner is not None:
        _marry(clause.owner, noun, reading, clause)
        clause.owner = None
    worn = noun.known is not None and noun.known.kind == "wear"
    if worn and (noun.particle in ("", "姿", "で") or (end < len(tokens) and tokens[end].text == "姿")):
        wearer = reading.last_actors() if not clause.nouns else (clause.nouns[-1].name,)
        if noun.particle == "" and end < len(tokens) and tokens[end].text == "姿":
            clause.next.wears.append(noun.name)
        elif wearer and wearer[0] in reading.figures:
            reading.figures[wearer[0]].wears.append(noun.name)
        return
    register(noun, reading)
    if noun.particle in ("と", "や", "とか") and _is_joined(noun, tokens, end):
        clause.joined.append(noun)
        return
    if noun.particle == "も" and end < len(tokens) and tokens[end].text in ("一緒", "いっしょ"):
        reading.mention(noun.name)
        return
    clause.nouns += [*(replace_particle(other, noun.particle) for other in clause.joined), noun]
    clause.joined = []
    if noun.particle in ("が", "は", "も"):
        clause.topic = [other.name for other in clause.nouns if other.particle == noun.particle]


def replace_particle(noun: Noun, particle: str) -> Noun:
    """猫と犬が: the cat acts too."""
    noun.particle = particle
    return noun


def _is_joined(noun: Noun, tokens: Sequence[Token], end: int) -> bool:
    """猫と犬が…: another noun comes before the verb, and this one is not whom it is done with."""
    for at in range(end, min(end + 8, len(tokens))):
        if tokens[at].pos in ("verb", "mark"):
            return False
        if tokens[at].text in ("が", "は", "も", "を", "に", "と") and tokens[at].pos == "particle":
            return True
    return False


def _marry(owner: Noun, noun: Noun, reading: Reading, clause: Clause) -> None:
    """カエルの予報士 is a frog, 孫の女の子 a girl, 猫の群れ many cats; おじいさんの犬 is a dog."""
    if not noun.living:
        register(owner, reading)
        reading.mention(owner.name)
        return
    animal = owner.known is not None and owner.known.kind == "animal"
    role = noun.known is not None and noun.known.kind == "person"
    if animal and role and noun.known is not None:
        for thing, shelf in ((noun.known.wears, noun.wears), (noun.known.holds, noun.holds)):
            if thing:
                shelf.append(thing)
        noun.name = owner.name
    noun.label = f"{owner.label}の{noun.label}"
    noun.count = max(noun.count, owner.count)
    noun.colour, noun.scale = noun.colour or owner.colour, owner.scale if noun.scale == 1.0 else noun.scale


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
    if token.text in _TOGETHER and reading.acting and following in ("で", "とも", "が", "は", "も", "に", "笑"):
        clause.topic = _all_living(reading)
        return at + 2
    if token.text in _PRONOUNS and following in ("が", "は", "も", "を", "に"):
        return _pronoun(following, at, reading, clause)
    if token.text in _DIRECTIONS and following in ("へ", "に", "から"):
        clause.direction = _DIRECTIONS[token.text]
        return at + 2
    if not (token.pos == "noun" or (token.pos == "other" and "名詞" in token.detail)) or _is_empty(token):
        return at + 1
    return _unknown(at, tokens, reading, clause)


def _pronoun(particle: str, at: int, reading: Reading, clause: Clause) -> int:
    actors = reading.last_actors()
    if particle in ("を", "に"):
        who = reading.last_but(clause.topic or actors) or (actors[0] if actors else None)
        if who:
            figure = reading.figures[who]
            clause.nouns.append(Noun(who, figure.label, particle))
    else:
        clause.topic = list(actors)
    return at + 2


def _is_empty(token: Token) -> bool:
    if token.text in _EMPTY or is_formal(token.text) or is_spot(token.text) or group(token.text) is not None:
        return True
    return (
        "副詞可能" in token.detail
        or "助数詞" in token.detail
        or (len(token.text) == 1 and not re.match(r"[一-龠]", token.text))
    )


def _unknown(at: int, tokens: Sequence[Token], reading: Reading, clause: Clause) -> int:
    """A noun with no figure gets a lettered card; a person's name is a person. Words in a row are one word."""
    last = at
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].pos == "noun"
        and tokens[last + 1].text not in _EMPTY
        and (not is_spot(tokens[last + 1].text))
    ):
        last += 1
    word = "".join(token.text for token in tokens[at : last + 1])
    end, count, title = after_titles(tokens, last + 1)
    particle, end = particle_at(tokens, end)
    following = tokens[end] if end < len(tokens) else None
    if particle == "の" or ("サ変" in tokens[last].detail and particle not in ("が", "を", "は")):
        return end  # it only colours what follows, or is a doing that the stage has no name for
    if particle == "" and following is not None and following.pos not in ("mark", "verb"):
        return end
    if particle in ("を", "に", "で", "と", "から") and following is not None and following.base in ("する", "なる"):
        return end
    name = _person(tokens[at], title) or word
    noun, clause.next = clause.next, Noun("", "")
    noun.name, noun.label, noun.particle, noun.count = name, word, particle, max(noun.count, count)
    if particle == "で" and name == word:
        return end
    described(noun, reading, clause)
    _hold(noun, tokens, end, reading, clause)
    return end


def _person(token: Token, title: str) -> str | None:
    if "人名" in token.detail or title:
        return {"くん": "boy", "君": "boy", "ちゃん": "girl"}.get(title, "person")
    return None
