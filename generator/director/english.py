"""English, read by word order: who stands before the verb acts, what stands behind it is acted upon."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.director.reading import NOISE_EN, SETTINGS, Figure, Move, Reading
from generator.director.tokens import Match, Token, find_matches, lemmas, tokenise
from generator.lexicon.lexicon import concept, lexicon

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "pair": 2, "couple": 2, "several": 3, "many": 5}
_NEGATIONS = {"not", "never", "no", "without", "don't", "doesn't", "didn't", "isn't", "won't", "can't"}
_SUBJECT_PRONOUNS = {"he", "she", "it", "they"}
_OBJECT_PRONOUNS = {"him", "her", "it", "them"}
_WEARING = {"in", "wearing", "wears", "with"}
_CARRYING = {"with", "holding", "holds", "carrying", "carries"}
_DIRECTIONS = {"left": "left", "right": "right", "up": "up", "down": "down"}
_PREPOSITIONS = {
    "in", "on", "at", "under", "over", "by", "into", "near", "behind", "through", "across", "down", "up", "along",
    "around",
    "onto", "out", "off", "before", "after", "until", "inside", "outside", "beside", "between", "against", "toward",
    "towards", "past", "above", "below", "beneath", "among",
}  # fmt: skip
_DETERMINERS = {"a", "an", "the", "his", "her", "its", "their", "my", "our", "this", "that", "some", "one", "another"}
_NOT_THINGS = {
    "day", "time", "way", "scene", "shot", "camera", "motion", "light", "end", "side", "front", "back", "top", "bottom",
    "face", "head", "hand", "hands", "eyes", "eye", "mouth", "feet", "arms", "air", "middle", "background", "sound",
    "style", "angle", "one", "other", "others", "moment", "then", "slow", "pedestal", "bit", "lot", "kind", "thing",
    "world", "something", "nothing", "everything", "distance", "second", "seconds", "minute", "frame", "while", "speed",
    "video", "clip", "film", "movie", "story", "rhythm", "beat", "name", "word", "words", "line", "lines",
}  # fmt: skip


@dataclass
class _Pending:
    """What waits for its noun or verb."""

    colour: str | None = None
    scale: float = 1.0
    count: int = 1
    negated: bool = False
    subjects: list[str] = field(default_factory=list)
    expression: str | None = None
    verb: Move | None = None  # the last verb of this clause, still open for an object


def read_english(text: str, reading: Reading, offset: int = 0) -> None:
    """Read a text into `reading`; `offset` is added to the moves' places in the text."""
    text = re.sub(NOISE_EN, " ", text, flags=re.I)
    tokens = tokenise(text, "en")
    found = find_matches(tokens, "en")
    matches = {match.first: match for match in found}
    pending = _Pending()
    index = 0
    while index < len(tokens):
        match = matches.get(index)
        if match and not (match.of("action") and _is_direction(match, tokens)):
            _mean(match, tokens, reading, pending, offset + index, matches)
            index = match.last + 1
            continue
        _plain(index, tokens, reading, pending, matches)
        index += 1


def _mean(
    match: Match,
    tokens: Sequence[Token],
    reading: Reading,
    pending: _Pending,
    at: int,
    matches: dict[int, Match],
) -> None:
    before = tokens[match.first - 1].text.lower() if match.first else ""
    action, name = match.of("action"), match.of("concept")
    acts = action is not None and not _is_noun(match, tokens, name)
    for table in SETTINGS:
        if (setting := match.of(table)) and not (acts and table == "place"):
            if table == "expression":
                pending.expression = setting
            reading.note(table, setting)
            if table == "effect" and (action or name):
                action = name = None
    if colour := match.of("colour"):
        pending.colour = colour
    if size := match.of("size"):
        pending.scale = float(size)
    if action and acts:
        _act(action, reading, pending, at)
    elif name and not (match.of("place") and before in ("in", "at", "on", "over", "under", "through")):
        _name(name, match, tokens, reading, pending, before, matches)


def _is_direction(match: Match, tokens: Sequence[Token]) -> bool:
    """ "runs left": a direction, no leaving."""
    return match.first == match.last and match.text.lower() == "left"


def _is_noun(match: Match, tokens: Sequence[Token], name: str | None) -> bool:
    before = tokens[match.first - 1].text.lower() if match.first else ""
    if name and before in _DETERMINERS:
        return True
    return before in _DETERMINERS - {"that"} and not match.text.lower().endswith("ing")


def _name(
    name: str,
    match: Match,
    tokens: Sequence[Token],
    reading: Reading,
    pending: _Pending,
    before: str,
    matches: dict[int, Match],
) -> None:
    known = concept(name)
    preposition = _preposition(match.first, tokens)
    wearer = (pending.verb.actors[-1:] if pending.verb else ()) or tuple(pending.subjects[-1:]) or reading.acting[-1:]
    if known is not None and known.kind == "wear" and preposition in _WEARING and wearer:
        figure = reading.figures[wearer[0]]
        figure.wears.append(name)
        pending.colour = None
        return
    if known is not None and not known.living and preposition in _CARRYING and wearer and not pending.negated:
        if pending.verb and pending.verb.prop is None:
            pending.verb.prop = name
        else:
            reading.figures[wearer[0]].holds.append(name)
        reading.figure(name, match.text)
        pending.colour = None
        return
    if pending.negated:
        pending.negated = False
        return
    figure = reading.figure(name, match.text)
    _dress(figure, pending, match)
    _place_in_clause(name, figure, match, tokens, reading, pending, matches, preposition)


def _preposition(first: int, tokens: Sequence[Token]) -> str:
    """The preposition of the noun phrase that ends at `first`."""
    at = first - 1
    while at >= 0 and (tokens[at].text.lower() in _DETERMINERS or _adjective(tokens[at].text)):
        at -= 1
    return tokens[at].text.lower() if at >= 0 else ""


def _adjective(word: str) -> bool:
    meanings = lexicon().words["en"].get(word.lower(), ())
    return bool(meanings) and all(meaning.kind in ("colour", "size", "mood", "expression") for meaning in meanings)


def _dress(figure: Figure, pending: _Pending, match: Match) -> None:
    figure.colour = pending.colour or figure.colour
    figure.scale = pending.scale if pending.scale != 1.0 else figure.scale
    figure.count = max(figure.count, pending.count)
    pending.colour, pending.scale, pending.count = None, 1.0, 1


def _place_in_clause(
    name: str,
    figure: Figure,
    match: Match,
    tokens: Sequence[Token],
    reading: Reading,
    pending: _Pending,
    matches: dict[int, Match],
    preposition: str,
) -> None:
    acts_next = _acts_next(match, tokens, matches)
    if not acts_next and pending.verb is not None:
        if figure.living:
            pending.verb.target = pending.verb.target or name
            reading.enter(name)
        elif pending.verb.prop is None and preposition not in _PREPOSITIONS:
            pending.verb.prop = name
            if lexicon().deeds[pending.verb.action].needs != "prop":
                reading.stand(name)
        else:
            reading.stand(name)
        return
    joined = match.first >= 1 and _joins(match.first, tokens) and pending.verb is None
    pending.subjects = [*pending.subjects, name] if joined else [name]
    pending.verb = None
    if figure.living:
        reading.enter(name)
    else:
        reading.stand(name)


def _joins(first: int, tokens: Sequence[Token]) -> bool:
    at = first - 1
    while at >= 0 and (tokens[at].text.lower() in _DETERMINERS or _adjective(tokens[at].text)):
        at -= 1
    return at >= 0 and tokens[at].text.lower() in ("and", "&")


def _acts_next(match: Match, tokens: Sequence[Token], matches: dict[int, Match]) -> bool:
    """Whether a verb follows this noun before the clause ends or another noun comes."""
    for at in range(match.last + 1, min(match.last + 8, len(tokens))):
        if tokens[at].text in ".,;!?:":
            return False
        following = matches.get(at)
        if following is None:
            continue
        if following.of("action") and not _is_noun(following, tokens, following.of("concept")):
            return True
        known = concept(following.of("concept") or "")
        if (
            known is not None
            and known.kind != "wear"
            and _preposition(at, tokens) not in ("in", "with", "on", "wearing")
        ):
            return _joins(at, tokens) and _acts_next(following, tokens, matches)
    return False


def _act(action: str, reading: Reading, pending: _Pending, at: int) -> None:
    if pending.negated:
        pending.negated = False
        return
    actors = tuple(pending.subjects)
    if not actors and (last := reading.last_actor()):
        actors = (last,)
    for actor in actors:
        reading.enter(actor)
    move = Move(actors, action, expression=pending.expression, place=reading.setting("place"), at=at)
    reading.moves.append(move)
    pending.verb, pending.expression = move, None


def _plain(index: int, tokens: Sequence[Token], reading: Reading, pending: _Pending, matches: dict[int, Match]) -> None:
    """A word that the lexicon does not know."""
    word = tokens[index].text.lower()
    if word in ".!?;":
        pending.subjects, pending.verb, pending.negated = [], None, False
    elif word in _NEGATIONS:
        pending.negated = True
    elif word == ",":
        pending.negated = False
    elif word in _NUMBERS or (word.isdecimal() and 1 < int(word) <= 6):
        pending.count = _NUMBERS.get(word) or int(word)
    elif word in _DIRECTIONS and pending.verb is not None:
        pending.verb.direction = _DIRECTIONS[word]
    elif word in _OBJECT_PRONOUNS and pending.verb is not None and pending.verb.target is None and word != "her":
        pending.verb.target = next((who for who in reversed(reading.acting) if who not in pending.verb.actors), None)
    elif word in _SUBJECT_PRONOUNS and reading.acting:
        pending.subjects = list(reading.acting[-2:]) if word == "they" else [reading.last_actor() or reading.acting[-1]]
        pending.verb = None
    elif _is_thing(index, tokens, matches):
        _unknown(index, tokens, reading, pending, matches)


def _is_thing(index: int, tokens: Sequence[Token], matches: dict[int, Match]) -> bool:
    """A noun is an unknown word behind a determiner (with adjectives between) and at the end of its phrase."""
    token = tokens[index]
    if token.pos != "other" or len(token.text) < 3 or token.text.lower() in _NOT_THINGS:
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and following.pos == "other" and index + 1 not in matches and not _closes(following.text):
        return False
    if following is not None and index + 1 in matches and matches[index + 1].of("concept"):
        return False
    at = index - 1
    for _ in range(3):
        if at < 0:
            return False
        if tokens[at].text.lower() in _DETERMINERS:
            return not any(word.endswith("ly") for word in lemmas(token.text))
        if tokens[at].pos != "other" or (at in matches and not _adjective(tokens[at].text)):
            return False
        at -= 1
    return False


def _closes(word: str) -> bool:
    return word.lower() in {
        "in", "on", "at", "with", "and", "or", "of", "to", "from", "is", "are", "was", "that", "who", "which", "as",
        "while", *_PREPOSITIONS, "for", "then", "but",
    }  # fmt: skip


def _unknown(
    index: int, tokens: Sequence[Token], reading: Reading, pending: _Pending, matches: dict[int, Match]
) -> None:
    """A noun with no figure gets a lettered card; nothing in the sentence is silently dropped."""
    word = tokens[index].text
    figure = reading.figure(word.lower(), word)
    stand_in = Match(index, index, word, ())
    _dress(figure, pending, stand_in)
    _place_in_clause(word.lower(), figure, stand_in, tokens, reading, pending, matches, _preposition(index, tokens))
