"""Japanese words that name nobody: 二人, 三匹で, みんな, 彼女. Whoever is there, else somebody new."""

from collections.abc import Sequence

from generator.director.japanese_clause import Clause
from generator.director.japanese_phrases import Noun
from generator.director.reading import MANY, Reading
from generator.director.tokens import Token

_PRONOUNS = ("彼", "彼女", "それ", "そいつ", "こいつ", "あいつ", "彼ら", "その子", "あの子")
_ALL = {"みんな": MANY, "みな": MANY, "皆": MANY, "全員": MANY, "一同": MANY, "両者": 2, "一緒": 0, "いっしょ": 0}
_SOMEBODY = {"匹": "cat", "羽": "bird", "頭": "horse"}  # by how they are counted; else people


def count_at(found: tuple[int, int], tokens: Sequence[Token], at: int, reading: Reading, clause: Clause) -> int:
    """三匹の猫, 猫が三匹, 三匹で (all of those who are there); the token after it."""
    many, last = found
    following = tokens[last + 1].text if last + 1 < len(tokens) else ""
    noun_next = last + 1 < len(tokens) and tokens[last + 1].pos in ("noun", "adjective")
    if following == "の" or noun_next:
        clause.next.count = many
        return last + 1 + (following == "の")
    if clause.nouns and at and (tokens[at - 1].pos in ("particle", "noun") or "接尾辞" in tokens[at - 1].detail):
        figure = reading.figures.get(clause.nouns[-1].name)
        clause.nouns[-1].count = many
        if figure:
            figure.count = max(figure.count, many)
        return last + 1
    if many > 1 and following in ("で", "とも", "は", "が", "も", "に", "を"):
        somebody = _SOMEBODY.get(tokens[last].text[-1:], "person")
        clause.topic = _everybody(reading, many) or [reading.newcomer(somebody, many)]
        clause.nouns = [noun for noun in clause.nouns if noun.particle not in ("が", "は", "も")]
        return last + 2
    return last + 1


def pronoun_at(at: int, tokens: Sequence[Token], reading: Reading, clause: Clause) -> int:
    """Read 彼 and みんな; the token after it, 0 if there is none at `at`."""
    word = tokens[at].text
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    bare = at + 1 < len(tokens) and tokens[at + 1].pos == "verb"
    if word in _ALL and (bare or following in ("で", "とも", "が", "は", "も", "に", "笑")):
        who = _everybody(reading)
        if _ALL[word] and not (len(who) > 1 or any(reading.figures[name].many for name in who)):
            who = [reading.newcomer("person", _ALL[word])]
        clause.topic = who or clause.topic
        return at + (1 if bare else 2) if who else 0
    if word not in _PRONOUNS or following not in ("が", "は", "も", "を", "に"):
        return 0
    actors = reading.last_actors()
    if following in ("を", "に"):
        whom = reading.last_but(clause.topic or actors) or (actors[0] if actors else None)
        if whom:
            clause.nouns.append(Noun(whom, reading.figures[whom].label, following))
    else:
        clause.topic = list(actors)
    return at + 2


def _everybody(reading: Reading, many: int = 2) -> list[str]:
    return [name for name in reading.acting if reading.figures[name].living][: max(many, 2)]
