"""Japanese nouns that the lexicon does not know: a lettered card, a person by their name, or nothing."""

from collections.abc import Sequence

from generator.director.emoji import label_of, name_of, picture_in
from generator.director.japanese_clause import Clause
from generator.director.japanese_doings import described
from generator.director.japanese_empty import EMPTY, is_nobody, is_trade
from generator.director.japanese_nouns import hold
from generator.director.japanese_phrases import Noun, after_titles, is_spot, particle_at
from generator.director.reading import LINE, Reading
from generator.director.tokens import Token, find_matches, tokenise
from generator.lexicon.lexicon import lexicon

_BEASTS = "犬猫馬鳥熊魚牛豚蛇猿虫鬼"
_BY_TITLE = {"くん": "boy", "君": "boy", "ちゃん": "girl"}


def unknown_at(at: int, tokens: Sequence[Token], reading: Reading, clause: Clause) -> int:
    """A noun with no figure gets a lettered card; a person's name is a person. Words in a row are one word."""
    last = at
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].pos == "noun"
        and tokens[last + 1].text not in EMPTY
        and (not is_spot(tokens[last + 1].text))
        and not _is_known(tokens, last + 1)
    ):
        last += 1
    word = "".join(token.text for token in tokens[at : last + 1])
    end, count, title = after_titles(tokens, last + 1)
    if end == last + 1 and _is_known(tokens, end) and "人名" not in tokens[at].detail:
        return end  # 手作り|弁当: it only says what kind
    particle, end = particle_at(tokens, end)
    following = tokens[end] if end < len(tokens) else None
    spoken = following is not None and following.text == LINE  # 新人「…」: who says it
    if particle == "の" or (not spoken and "サ変" in tokens[last].detail and particle not in ("が", "を", "は")):
        return end  # it only colours what follows, or is a doing that the stage has no name for
    if particle == "" and following is not None and following.pos not in ("mark", "verb", "line", "number"):
        return end
    if particle in ("を", "に", "で", "と", "から") and following is not None and following.base in ("する", "なる"):
        return end
    emoji = picture_in(word) is not None or label_of(word, "ja") != word
    name = name_of(word) if emoji else _person(tokens[at], title, word) or word
    word = label_of(word, "ja")
    noun, clause.next = clause.next, Noun("", "")
    noun.name, noun.label, noun.particle, noun.count = name, word, particle, max(noun.count, count)
    if particle == "で" and name == word:
        return end
    described(noun, reading, clause)
    hold(noun, tokens, end, reading, clause)
    return end


def _is_known(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of the lexicon begins there that can stand on stage."""
    found = find_matches(tokens[at : at + 4], "ja")
    return bool(found) and found[0].first == 0 and found[0].of("concept") is not None


def _person(token: Token, title: str, word: str) -> str | None:
    """Somebody of that name or trade, not to be taken for another one (person#山田, person#新人)."""
    if word in ("やつ", "奴", "ヤツ"):
        return "person"
    if len(word) > 1 and word[-1] in _BEASTS:  # 捨て犬, 野良馬
        return next(meaning.name for meaning in lexicon().words["ja"][word[-1]] if meaning.kind == "concept")
    if "人名" in token.detail or title:
        return f"{_BY_TITLE.get(title, 'person')}#{word}"
    return f"person#{word}" if is_trade(word) else None


def speaker_called(phrase: str) -> tuple[str, str] | None:
    """The name and the label of a figure for a speaker whom the lexicon does not know, None if it is nobody."""
    tokens = tokenise(phrase, "ja")
    if not tokens or all(is_nobody(token) for token in tokens):
        return None
    last = len(tokens)
    while last > 1 and after_titles(tokens, last - 1)[0] == len(tokens):
        last -= 1
    word = "".join(token.text for token in tokens[:last])
    return _person(tokens[0], after_titles(tokens, last)[2], word) or word, word
