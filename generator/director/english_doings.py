"""English verbs: who does what to whom, what pronouns stand for, and who says a line."""

from collections.abc import Mapping, Sequence

from generator.director.english_clause import Clause
from generator.director.english_phrases import Before, Phrase, is_verb
from generator.director.english_words import AUXILIARIES, DETERMINERS, JOINTS, PREPOSITIONS
from generator.director.reading import LINE, MANY, SPEECH, Move, Quote, Reading
from generator.director.tokens import Match, Token
from generator.lexicon.lexicon import concept

_SHARED = {
    "dance", "celebrate", "walk", "run", "sing", "eat", "drink", "fight", "sit", "laugh", "swim", "surf", "sleep",
    "play_music", "hold", "cook", "shake_hands", "high_five", "fly", "kick", "hit", "jump", "ride",
}  # fmt: skip


def act_out(match: Match, tokens: Sequence[Token], reading: Reading, clause: Clause) -> None:
    """Let a verb be done by whoever stands before it, and stay open for what comes behind."""
    action = match.of("action") or "stand"
    word = tokens[match.first].text.lower()
    if clause.mute:
        clause.mute, clause.verb, clause.before = False, None, "verb"
        return
    if clause.quoted and action in SPEECH:
        clause.before, clause.verb, clause.parted = "verb", None, True
        return
    if clause.negated:
        clause.negated = False
        clause.verb, clause.before, clause.parted = Move((), action), "verb", False
        return
    actors = tuple(clause.subjects)
    if clause.before == "noun" and clause.verb is not None and clause.noun and not clause.parted:
        known = concept(clause.noun)
        if known is not None and known.living:  # "sees a dog dancing"
            actors = (clause.noun,)
    actors = actors or reading.last_actors()
    passive = clause.passive and clause.before == "auxiliary" and not word.endswith("ing") and action != "sleep"
    chained = clause.before in ("verb", "to") and clause.verb is not None and clause.verb in reading.events
    if (
        chained
        and clause.verb is not None
        and clause.verb.action in ("celebrate", "walk", "wave")
        and not clause.verb.prop
    ):
        reading.events.remove(clause.verb)  # "goes fishing", "loves to dance": one doing
    expression, clause.expression = clause.expression, None
    move = reading.do(Move(actors, action, expression=expression, place=reading.setting("place")))
    move.together = _is_together(match, tokens, clause, reading)
    clause.verb, clause.before, clause.parted, clause.passive = move, "verb", False, passive


def take_object(phrase: Phrase, preposition: str, reading: Reading, clause: Clause, verb: Move) -> None:
    """Give a verb what stands behind it: a thing to do it with, a being to do it to or with."""
    name = phrase.name
    if not phrase.living:
        if verb.prop is None and (
            not preposition
            or (
                preposition in ("on", "onto", "at", "over", "into")
                and (verb.action in ("ride", "drive", "sit", "lie", "sleep", "climb", "look", "jump"))
            )
            or (preposition == "with" and verb.action in ("fight", "cut", "hit", "paint", "write", "dig", "wash"))
        ):
            _give_prop(name, reading, verb)
        else:
            reading.stand(name)
        return
    if preposition == "by" and clause.passive:
        verb.target, verb.actors = (verb.actors[0] if verb.actors else None), (name,)
    elif preposition == "with" and verb.action in _SHARED:
        verb.actors = (*verb.actors, name)
        verb.target = verb.target if verb.action != "fight" else name
        verb.actors = verb.actors if verb.action != "fight" else verb.actors[:-1]
    elif verb.target is None and name not in verb.actors:
        verb.target = name
    reading.enter(name)


def object_pronoun(word: str, reading: Reading, clause: Clause) -> None:
    """Give a verb what "it" or "him" stands for: the thing last handled, or who else is there."""
    verb = clause.verb
    clause.before = "noun"
    if verb is None or word.endswith(("self", "selves")):
        return
    earlier = [move for move in reading.moves if move is not verb]
    prop = next((move.prop for move in reversed(earlier) if move.prop), None) or reading.lately
    if prop is not None and prop not in reading.figures:
        reading.figure(prop, prop)
    if word in ("it", "them") and prop and verb.prop is None and verb.action not in ("chase", "hug", "kiss", "fight"):
        _give_prop(prop, reading, verb)
    elif verb.target is None:
        verb.target = reading.last_but(verb.actors)


def subject_pronoun(word: str, reading: Reading, clause: Clause) -> None:
    """Begin a clause about whoever "she" or "they" stands for."""
    clause.verb, clause.parted, clause.before = None, False, "pronoun"
    living = [name for name in reading.acting if reading.figures[name].living] or reading.acting
    if word in ("they", "we", "everyone", "everybody") and not living:
        living = [reading.newcomer("person", 2 if word in ("they", "we") else MANY)]
    if word in ("everyone", "everybody"):
        clause.subjects = list(living)
        return
    if word in ("they", "we") and living:
        clause.subjects = living[-1:] if reading.figures[living[-1]].many else living[-2:]
        return
    wanted = {"he": ("male", "neutral"), "she": ("female", "neutral")}.get(word)
    actors = reading.last_actors()
    candidates = [*actors, *reversed(living)]
    for name in candidates:
        known = concept(name)
        if wanted is None or known is None or known.voice.gender in wanted:
            clause.subjects = [name]
            return
    clause.subjects = list(actors)


def quote(reading: Reading, clause: Clause) -> None:
    """A line: by whom the screenplay says, else by whoever is speaking."""
    number = sum(isinstance(event, Quote) for event in reading.events) - reading.quotes_before
    known = reading.speakers[number] if number < len(reading.speakers) else None
    last = reading.events[-1] if reading.events else None
    speaking = isinstance(last, Move) and last.action in SPEECH and last is clause.verb
    expression = clause.expression
    if speaking and isinstance(last, Move):
        reading.events.pop()
        expression = last.expression or expression
        known = known or next(iter(last.actors), None)
    if known:
        reading.enter(known)
        clause.subjects = [known]
    spoken = Quote(number, known, expression, reading.setting("place"))
    reading.events.append(spoken)
    clause.unspoken = spoken if known is None else None
    clause.verb, clause.quoted, clause.expression, clause.before, clause.parted = None, True, None, "joint", True


def acts_next(at: int, tokens: Sequence[Token], matches: Mapping[int, Match]) -> bool:
    """Whether a verb follows before the clause ends."""
    before: Before = "noun"
    index = at
    while index < min(at + 12, len(tokens)):
        token, match = tokens[index], matches.get(index)
        word = token.text.lower()
        if token.text in ".;!?:" or token.text == LINE:
            return False
        if match is not None and is_verb(match, tokens, before, False):
            return True
        if match is None and word in AUXILIARIES:
            return True
        if match is None and word in PREPOSITIONS:
            before = "preposition"
        elif word in DETERMINERS:
            before = "determiner"
        elif match is not None or token.pos == "other":
            before = "joint" if word in JOINTS or token.text == "," else "noun"
        index = (match.last if match else index) + 1
    return False


def _is_together(match: Match, tokens: Sequence[Token], clause: Clause, reading: Reading) -> bool:
    """ "while" and "as" join doings in time."""
    if len(reading.events) < 2:
        return False
    for at in range(match.first - 1, max(match.first - 8, -1), -1):
        word = tokens[at].text.lower()
        if word in ("while", "as"):
            return True
        if tokens[at].text in ".;!?" or word in ("then", "and"):
            return False
    return False


def _give_prop(name: str, reading: Reading, verb: Move) -> None:
    events = reading.events
    verb.prop = name
    if verb in events:
        events.remove(verb)
        reading.do(verb)
