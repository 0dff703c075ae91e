"""English nouns in their clause: who it is about, what is worn, held or acted upon, and where it is."""

from collections.abc import Mapping, Sequence

from generator.director.english_clause import Clause
from generator.director.english_doings import acts_next, take_object
from generator.director.english_phrases import Phrase, phrase_at
from generator.director.english_words import GROUPS
from generator.director.reading import LINE, TRAVEL, Move, Reading
from generator.director.tokens import Match, Token

_WHERE = {
    "in", "at", "on", "over", "under", "through", "across", "inside", "into", "to", "along", "around", "near", "by",
    "down", "from", "onto", "outside", "up", "off", "above", "aboard", "of", "within", "toward", "towards",
}  # fmt: skip
_WEARING = {"in", "with", "wearing", "wears", "wear", "wore"}
_CARRYING = {"with", "holding", "holds", "carrying", "carries"}


def noun_at(
    phrase: Phrase, tokens: Sequence[Token], matches: Mapping[int, Match], reading: Reading, clause: Clause
) -> int:
    """Read a noun phrase: a place, somebody, or something; the token after it."""
    end = phrase.last + 1
    following = tokens[end].text.lower() if end < len(tokens) else ""
    label = phrase.label.lower().split()[-1]
    if following == "of" and (
        phrase.known is None or label in GROUPS or phrase.name in ("water", "plate", "crowd", "family")
    ):
        inner = phrase_at(end + 1, tokens, matches, clause.verb is not None)
        if inner is not None:
            many = GROUPS.get(label)
            inner.count = max(inner.count if many is None else 1, many or 1) if many else inner.count
            phrase, end = inner, inner.last + 1
    if tokens[end - 1].text.lower().endswith("'s"):
        if phrase.name:
            reading.figure(phrase.name, phrase.label.removesuffix("'s"))
            reading.mention(phrase.name)
        clause.before = "determiner"
        return end
    preposition = clause.preposition if clause.before in ("preposition", "to") else ""
    if "#" in phrase.name and (preposition or not _is_somebody(phrase, tokens, matches, end, reading, clause)):
        phrase.name = phrase.label.lower()
    before, clause.before, clause.preposition = clause.before, "noun", ""
    denied = phrase.denied or (clause.negated and (clause.verb is None or preposition == "without"))
    if denied and not (clause.negated and not preposition and before in ("start", "joint")):
        clause.negated = False
        reading.lately = phrase.name if phrase.known is not None and not phrase.living else reading.lately
        return end
    if phrase.place and (
        not phrase.name or (preposition in _WHERE and not phrase.living and not _is_stand(phrase, preposition))
    ):
        reading.note("place", phrase.place)
        if clause.verb is not None and (clause.verb.action in TRAVEL or clause.verb.place is None):
            clause.verb.place = phrase.place
        return end
    if not phrase.name or (preposition == "about" and phrase.known is None):
        return end
    _register(phrase, reading)
    if not _attach(phrase, preposition, reading, clause):
        _place_in_clause(phrase, preposition, tokens, matches, end, reading, clause)
    clause.noun = phrase.name
    if phrase.doing:
        verb = reading.do(Move((phrase.name,), phrase.doing, place=reading.setting("place")))
        verb.together = False
    return end


def _is_somebody(
    phrase: Phrase,
    tokens: Sequence[Token],
    matches: Mapping[int, Match],
    end: int,
    reading: Reading,
    clause: Clause,
) -> bool:
    """Whether a name is that of somebody known, who speaks, who is acted upon, or who acts."""
    following = tokens[end].text if end < len(tokens) else ""
    return (
        phrase.name in reading.figures
        or clause.verb is not None
        or following in (LINE, ":", "and", ",", "&")
        or acts_next(end, tokens, matches)
    )


def _is_stand(phrase: Phrase, preposition: str) -> bool:
    """ "at a vending machine": a thing one stands beside rather than a place."""
    return phrase.known is not None and phrase.known.kind in ("vehicle",) and preposition not in ("in", "on", "aboard")


def _register(phrase: Phrase, reading: Reading) -> None:
    phrase.name = reading.key(phrase.name, phrase.colour if phrase.living else None, phrase.another and phrase.living)
    figure = reading.figure(phrase.name, phrase.label)
    figure.colour = phrase.colour or figure.colour
    figure.scale = phrase.scale if phrase.scale != 1.0 else figure.scale
    figure.count = max(figure.count, phrase.count)
    figure.wears += [name for name in phrase.wears if name not in figure.wears]
    figure.holds += [name for name in phrase.holds if name not in figure.holds]


def _attach(phrase: Phrase, preposition: str, reading: Reading, clause: Clause) -> bool:
    """Whether it hangs on the being before it: worn, or held."""
    known = phrase.known
    wearer = clause.noun if clause.noun in reading.acting else next(iter(clause.subjects[-1:]), None)
    if wearer is None or known is None or known.living:
        return False
    if known.kind == "wear" and preposition in _WEARING:
        reading.figures[wearer].wears.append(phrase.name)
        return True
    if preposition in _CARRYING and known.kind in ("prop", "food", "drink"):
        if clause.verb is not None and clause.verb.prop is None and clause.verb in reading.events:
            clause.verb.prop = phrase.name
        else:
            reading.figures[wearer].holds.append(phrase.name)
        return True
    return False


def _place_in_clause(
    phrase: Phrase,
    preposition: str,
    tokens: Sequence[Token],
    matches: Mapping[int, Match],
    end: int,
    reading: Reading,
    clause: Clause,
) -> None:
    verb, name = clause.verb, phrase.name
    if verb is not None and (preposition or not clause.parted or not acts_next(end, tokens, matches)):
        take_object(phrase, preposition, reading, clause, verb)
        return
    if preposition and clause.subjects:
        reading.mention(name)
        return
    joined = clause.joined and clause.subjects and verb is None and not clause.quoted
    clause.subjects = [*clause.subjects, name] if joined else [name]
    clause.verb, clause.parted, clause.joined, clause.negated = None, False, False, False
    if clause.unspoken is not None and phrase.living:
        clause.unspoken.speaker = name
    clause.quoted, clause.unspoken = False, None
    reading.mention(name)
