"""Japanese, read by particles: が は も mark who acts, を what it is done to, に へ と で the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.director.reading import CUTTING_JA, NOISE_JA, SETTINGS, Figure, Move, Reading
from generator.director.tokens import Match, Token, find_matches, tokenise
from generator.lexicon.lexicon import concept, lexicon

_COUNTERS = ("匹", "人", "頭", "羽", "台", "つ", "個", "本", "枚", "体", "名", "杯", "機", "隻")
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "数": 3}
_NEGATIONS = ("ない", "ぬ", "ず", "まい", "ん")
_PRONOUNS = ("彼", "彼女", "それ", "そいつ", "こいつ", "あいつ", "自分")
_TOGETHER = ("二人", "ふたり", "みんな", "全員", "三人", "一同", "両者", "二匹")
_WEARING = ("かける", "着る", "かぶる", "被る", "履く", "はく", "巻く", "つける", "着ける", "まとう", "姿", "結ぶ")
_EMPTY = {  # nouns that stand for no thing on stage
    "こと", "もの", "ところ", "よう", "ため", "とき", "時", "中", "前", "後", "上", "下", "横", "隣", "奥", "手前",
    "遠く", "近く", "最後", "最初", "次", "途中", "急", "様子", "感じ", "声", "話", "目", "顔", "手", "足", "首",
    "頭", "体", "口", "腕", "気", "私", "僕", "俺", "誰", "何", "どこ", "ここ", "そこ", "今日", "明日", "昨日", "今",
    "時間", "秒", "分", "カット", "場面", "シーン", "画面", "動画", "映像", "カメラ", "タイトル", "音", "そば",
    "周り", "間", "一緒", "先", "方", "向こう", "みんな", "全員", "二人", "三人", "一人", "一同", "人波", "通勤",
    "おまかせ", "余韻", "会話", "スロー", "姿", "世界", "ひさしぶり", "真ん中", "上空", "外", "内", "中央", "正面",
    "全部", "自分", "リズム", "ノリ", "勢い", "全力", "調子", "一つ", "ひとつ",
}  # fmt: skip


_WITH_THINGS = {
    "ride", "drive", "kick", "hit", "point", "look", "play_music", "push", "pull", "break", "open", "wash", "read",
    "dig",
}  # fmt: skip


@dataclass
class _Pending:
    """What waits for its noun or verb."""

    colour: str | None = None
    scale: float = 1.0
    count: int = 1
    wears: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)  # 猫と|犬が
    target: str | None = None
    prop: str | None = None
    expression: str | None = None
    direction: str | None = None
    together: bool = False
    owner: str | None = None  # カエルの|予報士


def read_japanese(text: str, reading: Reading, offset: int = 0) -> None:
    """Read a text into `reading`; `offset` is added to the moves' places in the text."""
    text = re.sub(NOISE_JA, "。", text) if re.search(r"動画|映像|ビデオ|ムービー|クリップ", text) else text
    tokens = tokenise(re.sub(CUTTING_JA, "", text), "ja")
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token.text)
    matches = {match.first: match for match in find_matches(tokens, "ja")}
    pending = _Pending()
    index = 0
    while index < len(tokens):
        match = matches.get(index)
        if match:
            _mean(match, tokens, reading, pending, offset + starts[index])
            index = match.last + 1
            continue
        _plain(index, tokens, reading, pending, matches)
        index += 1


def _mean(match: Match, tokens: Sequence[Token], reading: Reading, pending: _Pending, at: int) -> None:
    _settings(match, reading, pending)
    if colour := match.of("colour"):
        pending.colour = colour
    if size := match.of("size"):
        pending.scale = float(size)
    name = match.of("concept")
    action = match.of("action")
    if action and _is_verb(match, tokens):
        _act(action, match, tokens, reading, pending, at)
    elif name and not (match.of("place") and _following(match, tokens) not in ("が", "を", "は")):
        _name(name, match, tokens, reading, pending)
    elif action:
        _act(action, match, tokens, reading, pending, at)


def _settings(match: Match, reading: Reading, pending: _Pending) -> None:
    for table in SETTINGS:
        if found := match.of(table):
            if table == "expression":
                pending.expression = found
            reading.note(table, found)


def _is_verb(match: Match, tokens: Sequence[Token]) -> bool:
    last, following = tokens[match.last], tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if last.pos == "verb":
        return True
    return following is not None and (following.base in ("する", "できる", "中", "!", "！") or following.pos == "mark")


def _following(match: Match, tokens: Sequence[Token]) -> str:
    return tokens[match.last + 1].text if match.last + 1 < len(tokens) else ""


def _name(name: str, match: Match, tokens: Sequence[Token], reading: Reading, pending: _Pending) -> None:
    known = concept(name)
    after = _following(match, tokens)
    if known is not None and known.kind == "wear" and _is_worn(match, tokens, after):
        pending.wears.append(name)
        if pending.colour and reading.acting and after not in ("の", "を"):
            pending.colour = None
        return
    if known is not None and known.living and pending.owner and pending.owner != name:
        name, label = (
            pending.owner,
            reading.figures[pending.owner].label + "の" + match.text,
        )  # カエルの予報士 is a frog
        if known.holds:
            pending.wears.append(known.holds)
        reading.figures[name].label = label
        pending.owner = None
    figure = reading.figure(name, match.text)
    _dress(figure, pending, tokens, match)
    _place_in_clause(name, figure, after, tokens, match, reading, pending)


def _is_worn(match: Match, tokens: Sequence[Token], after: str) -> bool:
    if after in ("の", "姿", ")", "、", ",", "）", ""):
        return True
    coming = tokens[match.last + 1 : match.last + 5]
    verb = next((token for token in coming if token.pos == "verb"), None)
    if verb is None or verb.base not in _WEARING:
        return False
    where = coming.index(verb)
    return any(token.base in ("た", "て", "いる") for token in coming[where + 1 : where + 3]) or verb.base == "姿"


def _dress(figure: Figure, pending: _Pending, tokens: Sequence[Token], match: Match) -> None:
    figure.colour = pending.colour or figure.colour
    figure.scale = pending.scale if pending.scale != 1.0 else figure.scale
    figure.count = max(figure.count, pending.count, _count_after(match, tokens))
    target = figure.holds if concept(figure.name) and not figure.living else figure.wears
    target += [name for name in pending.wears if name not in target]
    pending.colour, pending.scale, pending.count, pending.wears = None, 1.0, 1, []


def _count_after(match: Match, tokens: Sequence[Token]) -> int:
    """猫が三匹"""
    coming = tokens[match.last + 1 : match.last + 4]
    for number, counter in pairwise(coming):
        if number.pos == "number" and counter.text in _COUNTERS:
            return _number(number.text)
    return 1


def _number(text: str) -> int:
    if text.isdecimal():
        return min(max(int(text), 1), 6)
    return _DIGITS.get(text[:1], 1)


def _place_in_clause(
    name: str,
    figure: Figure,
    after: str,
    tokens: Sequence[Token],
    match: Match,
    reading: Reading,
    pending: _Pending,
) -> None:
    if after in ("が", "は", "も"):
        pending.subjects = [*pending.joined, name]
        pending.joined = []
        if figure.living:
            for subject in pending.subjects:
                reading.enter(subject)
        else:
            reading.stand(name)
    elif after in ("と", "や") and figure.living:
        reading.enter(name)
        if pending.subjects and not _living_before_verb(match, tokens):
            pending.target = name
        else:
            pending.joined.append(name)
    elif after in ("を", "に", "へ", "から") and figure.living:
        pending.target = name
        reading.enter(name)
    elif after == "を":
        pending.prop = name
    elif after == "の" and figure.living:
        pending.owner = name
        reading.enter(name)
    elif figure.living:
        reading.enter(name)
        pending.subjects = pending.subjects or [*pending.joined, name]
        pending.joined = []
    elif after == "で":
        pending.prop = pending.prop or name
    else:
        reading.stand(name)


def _living_before_verb(match: Match, tokens: Sequence[Token]) -> bool:
    """猫と犬が…: another noun with a subject's particle comes before the verb."""
    for at in range(match.last + 2, min(match.last + 8, len(tokens))):
        if tokens[at].pos == "verb":
            return False
        if tokens[at].text in ("が", "は", "も") and tokens[at].pos == "particle":
            return True
    return False


def _act(action: str, match: Match, tokens: Sequence[Token], reading: Reading, pending: _Pending, at: int) -> None:
    if _negated(match, tokens):
        pending.prop, pending.target = None, None
        return
    if action == "cook" and match.text.startswith("作") and pending.prop is None:
        return
    modified = _modified(match, tokens)
    actors = tuple(pending.subjects)
    if modified and not actors:
        actors = (modified[0],)
        reading.figure(*modified)
    if not actors and (last := reading.last_actor()):
        actors = (last,)
    for actor in actors:
        reading.enter(actor)
    deed = lexicon().deeds[action]
    prop = pending.prop
    if prop and deed.needs != "prop" and action not in _WITH_THINGS:
        reading.stand(prop)
    reading.moves.append(
        Move(
            actors=actors,
            action=action,
            target=pending.target,
            prop=prop,
            expression=pending.expression,
            direction=pending.direction,
            place=reading.setting("place"),
            together=pending.together,
            at=at,
        )
    )
    pending.together = any(token.text in ("ながら", "つつ") for token in tokens[match.last + 1 : match.last + 3])
    pending.prop = pending.target = pending.expression = pending.direction = None


def _negated(match: Match, tokens: Sequence[Token]) -> bool:
    for token in tokens[match.last + 1 : match.last + 4]:
        if token.pos == "mark" or token.pos == "noun":
            return False
        if token.base in _NEGATIONS and token.text != "んで":
            return True
    return False


def _modified(match: Match, tokens: Sequence[Token]) -> tuple[str, str] | None:
    """踊っている猫: the living noun right behind the verb, as (concept, word)."""
    at = match.last + 1
    while at < len(tokens) and (
        tokens[at].pos == "auxiliary" or tokens[at].base in ("て", "いる", "で", "くる", "しまう", "する", "た", "だ")
    ):
        at += 1
    if at == match.last + 1 and tokens[match.last].pos != "verb":
        return None
    if at >= len(tokens) or tokens[at].pos != "noun":
        return None
    for found in find_matches(tokens[at : at + 3], "ja")[:1]:
        name = found.of("concept")
        known = concept(name) if name else None
        if found.first == 0 and name and known and known.living:
            return name, found.text
    return None


def _plain(index: int, tokens: Sequence[Token], reading: Reading, pending: _Pending, matches: dict[int, Match]) -> None:
    """A token that the lexicon does not know."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.pos == "mark" and token.text in "。.!?！？\n":
        pending.subjects, pending.joined, pending.owner = [], [], None
        pending.prop = pending.target = None
        pending.together = False
    elif token.pos == "number" and following and following.text in _COUNTERS:
        pending.count = _number(token.text)
        if index + 2 < len(tokens) and tokens[index + 2].text in ("で", "とも", "は", "が") and len(reading.acting) > 1:
            pending.subjects = _together(reading, pending.count)
            pending.count = 1
    elif token.text in _TOGETHER and reading.acting:
        pending.subjects = _together(reading, 2)
    elif token.text in _PRONOUNS and following and following.text in ("が", "は", "も", "を", "に"):
        _pronoun(following.text, reading, pending)
    elif token.text in ("右", "左", "上", "下") and following and following.text in ("へ", "に"):
        pending.direction = {"右": "right", "左": "left", "上": "up", "下": "down"}[token.text]
    elif _is_thing(index, tokens, matches):
        _unknown(index, tokens, reading, pending, matches)


def _together(reading: Reading, count: int) -> list[str]:
    """The living ones who are meant by 二人で."""
    return [name for name in reading.acting if reading.figures[name].living][: max(count, 2)]


def _pronoun(particle: str, reading: Reading, pending: _Pending) -> None:
    who = reading.last_actor()
    if who is None:
        return
    if particle in ("を", "に"):
        pending.target = who
    else:
        pending.subjects = [who]


def _is_thing(index: int, tokens: Sequence[Token], matches: dict[int, Match]) -> bool:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.pos != "noun" or token.text in _EMPTY or "副詞可能" in token.detail:
        return False
    if "サ変" in token.detail and (following is None or following.text not in ("が", "は", "も")):
        return False
    return following is not None and following.text in ("が", "を", "は", "も", "に", "と")


def _unknown(
    index: int, tokens: Sequence[Token], reading: Reading, pending: _Pending, matches: dict[int, Match]
) -> None:
    """A noun with no figure gets a lettered card; nothing in the sentence is silently dropped."""
    first = index
    while (
        first > 0
        and tokens[first - 1].pos == "noun"
        and first - 1 not in matches
        and tokens[first - 1].text not in _EMPTY
    ):
        first -= 1
    word = "".join(token.text for token in tokens[first : index + 1])
    figure = reading.figure(word, word)
    after = tokens[index + 1].text
    figure.colour, pending.colour = pending.colour or figure.colour, None
    figure.count, pending.count = max(figure.count, pending.count), 1
    if after in ("が", "は", "も"):
        pending.subjects = [*pending.joined, word]
        pending.joined = []
        reading.stand(word)
    elif after == "を":
        pending.prop = word
        reading.stand(word)
    else:
        reading.stand(word)
