"""English, read by word order: who stands before the verb acts, what stands behind it is acted upon."""

import re
from collections.abc import Mapping, Sequence

from generator.director.english_clause import Clause
from generator.director.english_doings import (
    act_out,
    acts_next,
    object_pronoun,
    quote,
    subject_pronoun,
)
from generator.director.english_nouns import noun_at
from generator.director.english_phrases import Phrase, is_verb, phrase_at
from generator.director.english_words import (
    AUXILIARIES,
    DETERMINERS,
    JOINTS,
    NEGATIONS,
    OBJECTS,
    PREPOSITIONS,
    SUBJECTS,
)
from generator.director.reading import LINE, SETTINGS, Direction, Reading
from generator.director.request_words import MAKING_EN, NOISE_EN
from generator.director.tokens import Match, Token, find_matches, tokenise
from generator.lexicon.lexicon import lexicon

_DIRECTIONS: dict[str, Direction] = {
    "left": "left", "right": "right", "up": "up", "upward": "up", "down": "down", "away": "away", "closer": "near",
}  # fmt: skip
_VERSUS = r"\s+(?:vs\.?|versus)\s+((?:(?:the|an?)\s+)?[\w-]+)(?=\s*(?:$|[.,!?\n]))"


def read_english(text: str, reading: Reading) -> None:
    """Read a text into `reading`."""
    text = re.sub(NOISE_EN, " ", text, flags=re.I)
    text = re.sub(MAKING_EN, "", text, flags=re.I)
    text = re.sub(_VERSUS, r" and \1 fight", text, flags=re.I)
    text = re.sub(r"\s+(?:vs\.?|versus)\s+", " and ", text, flags=re.I)
    tokens = tokenise(text, "en")
    matches = {match.first: match for match in find_matches(tokens, "en")}
    clause = Clause()
    index = 0
    while index < len(tokens):
        index = _read_at(index, tokens, matches, reading, clause)
    _finish(reading, clause)


def _read_at(at: int, tokens: Sequence[Token], matches: Mapping[int, Match], reading: Reading, clause: Clause) -> int:
    token, word = tokens[at], tokens[at].text.lower()
    if token.text == LINE:
        quote(reading, clause)
        return at + 1
    if token.pos == "mark":
        if word == ":" and at + 1 < len(tokens) and tokens[at + 1].text == LINE:
            return at + 1
        return _mark(word, at, reading, clause)
    match = matches.get(at)
    if word in _DIRECTIONS and clause.verb is not None and _steers(at, tokens):
        clause.verb.direction = _DIRECTIONS[word]
        return at + 1
    if match is None and (end := _small_word(word, at, tokens, reading, clause)):
        return end
    if match is not None:
        verb = is_verb(match, tokens, clause.before, clause.verb is not None) and word not in (
            "left",
            "wearing",
            "wears",
        )
        _settings(match, reading, clause, verb)
        nature = match.of("weather") and not match.of("concept") and not verb
        if nature and clause.before != "preposition" and acts_next(match.last + 1, tokens, matches):
            clause.mute, clause.before = True, "noun"
            return match.last + 1
        if match.of("effect") and match.of("action") and not match.of("concept"):
            return match.last + 1
        if verb and not _names(at, tokens, matches, clause):
            act_out(match, tokens, reading, clause)
            return match.last + 1
    if word in ("wearing", "wears", "wear", "wore", "dressed"):
        clause.before, clause.preposition = "preposition", "wearing"
        return at + 1
    phrase = phrase_at(at, tokens, matches, clause.verb is not None and not clause.parted)
    if phrase is None or (match is None and not _may_open(word, clause, phrase)):
        clause.before = "determiner" if word in DETERMINERS else clause.before
        return (match.last if match else at) + 1
    return noun_at(phrase, tokens, matches, reading, clause)


def _steers(at: int, tokens: Sequence[Token]) -> bool:
    """ "runs left with the cheese": a direction, and no way up or down something."""
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else "."
    return following not in DETERMINERS and (
        following in PREPOSITIONS or following in JOINTS or not following.isalpha()
    )


def _settings(match: Match, reading: Reading, clause: Clause, verb: bool) -> None:
    for table in SETTINGS:
        found = match.of(table)
        if found is None or table == "place" or (verb and table in ("mood", "tint", "camera", "weather")):
            continue
        if table == "expression":
            clause.expression = found
        reading.note(table, found)


def _names(at: int, tokens: Sequence[Token], matches: Mapping[int, Match], clause: Clause) -> bool:
    """ "dancing cats" at the start of a clause is a noun phrase."""
    if clause.before not in ("start", "joint") or not tokens[at].text.lower().endswith("ing"):
        return False
    phrase = phrase_at(at, tokens, matches, False)
    return phrase is not None and phrase.doing is not None


def _may_open(word: str, clause: Clause, phrase: Phrase) -> bool:
    """Whether a noun phrase may begin with this word: behind a determiner, or where only a noun can stand."""
    if word in DETERMINERS or phrase.known is not None or phrase.count > 1 or "#" in phrase.name:
        return True
    if clause.before == "verb" and clause.verb is not None:
        return lexicon().deeds[clause.verb.action].needs == "prop"
    return clause.before in ("determiner", "preposition") or (
        clause.before in ("start", "joint") and phrase.label[0].isupper()
    )


def _small_word(word: str, at: int, tokens: Sequence[Token], reading: Reading, clause: Clause) -> int:
    """Words that only steer; 0 if this is none of them."""
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    if word in NEGATIONS or word.endswith("n't"):
        clause.negated = True
        clause.before = "auxiliary"
    elif word in ("who", "that", "which") and clause.before == "noun" and clause.noun:
        clause.subjects, clause.verb, clause.parted, clause.before = [clause.noun], None, False, "pronoun"
    elif word in JOINTS:
        clause.parted, clause.joined = True, word in ("and", "&")
        clause.negated = clause.negated and word == "or"
        clause.before = "joint"
    elif word in OBJECTS and clause.before in ("verb", "preposition") and (word != "her" or not following.isalpha()):
        object_pronoun(word, reading, clause)
    elif word in SUBJECTS:
        subject_pronoun(word, reading, clause)
    elif word in AUXILIARIES:
        clause.passive = word in ("is", "are", "was", "were", "gets", "got", "been", "being")
        clause.before = "auxiliary"
    elif word == "to" and following not in DETERMINERS:
        clause.before, clause.preposition = "to", "to"
    elif word in PREPOSITIONS:
        clause.before, clause.preposition = "preposition", word
        clause.negated = clause.negated or word == "without"
    else:
        return 0
    return at + 1


def _mark(mark: str, at: int, reading: Reading, clause: Clause) -> int:
    if mark in ".!?;:":
        _finish(reading, clause)
    elif mark in ",-–—":
        clause.negated, clause.parted, clause.joined = False, True, clause.joined or mark == ","
        clause.before = "joint" if clause.before != "start" else "start"
    return at + 1


def _finish(reading: Reading, clause: Clause) -> None:
    last = reading.events[-1] if reading.events else None
    if clause.expression and last is not None and last.expression is None:
        last.expression = clause.expression
    clause.__init__()  # type: ignore[misc]  # a new sentence
