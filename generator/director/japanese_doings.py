"""Japanese verbs: who does what to whom, from the nouns that waited for the verb, and who says a line."""

from collections.abc import Sequence
from dataclasses import replace

from generator.director.japanese_clause import Clause, register
from generator.director.japanese_lines import asked_by, bare_subject, give_lines
from generator.director.japanese_phrases import Noun
from generator.director.japanese_things import gone_to, thing_of, with_thing
from generator.director.japanese_verbs import Verb
from generator.director.reading import SPEECH, Move, Reading

_WEARING = (
    "かける",
    "着る",
    "かぶる",
    "被る",
    "履く",
    "はく",
    "巻く",
    "つける",
    "着ける",
    "まとう",
    "結ぶ",
    "締める",
    "する",
)
_HOLDING = ("持つ", "抱える", "握る", "背負う", "くわえる", "担ぐ", "抱く", "もつ", "さす", "差す", "連れる", "携える")


def act_out(verb: Verb, reading: Reading, clause: Clause) -> int:
    """Let a verb have its nouns; the token after it."""
    if verb.ending == "noun":
        _describe(verb, reading, clause)
        return verb.last + 1
    nouns, clause.nouns = clause.nouns, []
    mute, clause.mute = clause.mute, False
    if mute and not any(noun.particle in ("が", "は", "も") for noun in nouns):
        for noun in nouns:
            reading.mention(noun.name)
        return verb.last + 1
    subjects = [noun.name for noun in nouns if noun.particle in ("が", "は", "も")]
    if verb.action is None and verb.word in ("する", "変える", "かえる") and (changed := _changed(nouns)):
        verb, subjects = replace(verb, action="transform"), changed
    subjects = subjects or _owners(nouns, reading, clause) or bare_subject(nouns) or clause.topic
    subjects = subjects or list(reading.last_actors())
    if verb.before and not subjects and verb.action is not None:
        subjects = [reading.newcomer("person")]  # 開けたら熊がいた: it is not the bear who opens
    if clause.quoted and verb.action in SPEECH:
        clause.quoted = False
        if verb.passive and clause.asker:
            asked_by(clause.asker, reading)
            clause.topic = [name for name in clause.topic if name != clause.asker]
            return verb.last + 1
        for noun in nouns:
            if noun.living:
                reading.mention(noun.name)  # whom it is said to
        clause.topic = subjects
        return verb.last + 1
    if not verb.negated:
        together, clause.together = clause.together or clause.quoted, verb.ending == "while"
        _emit(verb, nouns, subjects, reading, clause, together)
    else:
        for name in [*subjects, *(noun.name for noun in nouns if noun.living or noun.particle in ("から", "で"))]:
            reading.mention(name)
    clause.quoted = False
    clause.topic = subjects
    return verb.last + 1


def _changed(nouns: Sequence[Noun]) -> list[str]:
    """熊をゴリラにする: it is the bear that changes."""
    into = any(noun.particle == "に" and noun.known is not None for noun in nouns)
    return [noun.name for noun in nouns if noun.particle == "を"] if into else []


def _owners(nouns: Sequence[Noun], reading: Reading, clause: Clause) -> list[str]:
    """うさぎとかめの競走: they race."""
    owner, clause.owner = clause.owner, None
    owner = owner or next((noun for noun in nouns if noun.living and noun.particle == "の"), None)
    if owner is None:
        return []
    who = [noun for noun in nouns if noun.particle == "と" and noun.living] + [owner]
    for noun in who:
        register(noun, reading)
        noun.particle = "が"
    return [noun.name for noun in who]


def _describe(verb: Verb, reading: Reading, clause: Clause) -> None:
    """A verb before its noun: worn and held things hang on that noun, everything else it does."""
    kept = [n for n in clause.nouns if n.particle in ("は", "も", "が") or (n.particle == "" and n.living)]
    nouns = [noun for noun in clause.nouns if noun not in kept]
    things = [noun for noun in nouns if noun.particle == "を" and not noun.living]
    if things and not verb.negated and (verb.past or verb.lasting):
        worn = [noun.name for noun in things if noun.known is not None and noun.known.kind == "wear"]
        if worn and verb.word in _WEARING:
            clause.nouns = [noun for noun in clause.nouns if noun not in things]
            clause.next.wears += worn
            return
        if verb.word in _HOLDING:
            clause.nouns = [noun for noun in clause.nouns if noun not in things]
            clause.next.holds += [noun.name for noun in things]
            return
    clause.nouns = kept
    if verb.action is None or verb.negated:
        for noun in nouns:
            if not (verb.negated and noun.particle == "を"):
                reading.mention(noun.name)
        return
    clause.describing = (verb, nouns)


def described(head: Noun | None, reading: Reading, clause: Clause) -> None:
    """The noun has come that a verb describes (None: a place): it acts, or what is marked with が does."""
    if clause.describing is None:
        return
    verb, nouns = clause.describing
    clause.describing = None
    if verb.action in SPEECH and verb.passive and clause.quoted and clause.asker and head is not None:
        asked_by(clause.asker, reading)
        clause.quoted = False
        register(head, reading)
        reading.mention(head.name)
        return
    if verb.action in SPEECH and head is not None and give_lines(head, reading):
        clause.quoted = False
        for noun in nouns:
            reading.mention(noun.name)
        return
    marked = [noun for noun in clause.nouns if noun.particle == "が"]
    if head is not None and (head.living or not marked):
        register(head, reading)
        _emit(verb, nouns, [head.name], reading, clause, clause.together)
        clause.together = verb.lasting
        return
    clause.nouns = [noun for noun in clause.nouns if noun not in marked]
    subjects = [noun.name for noun in marked] or clause.topic or list(reading.last_actors())
    if head is not None and not any(noun.particle == "を" for noun in nouns):
        register(head, reading)
        nouns = [*nouns, replace(head, particle="を")]
    _emit(verb, nouns, subjects, reading, clause, clause.together)


def _emit(
    verb: Verb, nouns: Sequence[Noun], subjects: Sequence[str], reading: Reading, clause: Clause, together: bool
) -> None:
    """One doing, from the verb and the nouns that waited for it."""
    place = gone_to(verb, nouns, reading)
    targets = [noun for noun in nouns if noun.living and noun.particle not in ("が", "は", "も", "") and not noun.spot]
    things = [noun for noun in nouns if not noun.living and noun.particle not in ("が", "は", "も") and not noun.spot]
    for noun in nouns:
        if noun.living or noun.spot or noun.particle in ("が", "は", "も", ""):
            reading.mention(noun.name)
    if verb.action is None:
        for noun in things:
            reading.stand(noun.name)
        for name in subjects:
            reading.mention(name)
        return
    actors, action = tuple(subjects), verb.action
    target = next((noun.name for noun in targets if noun.name not in actors), None)
    if verb.passive and not target and action == "throw":
        action = "fly"  # 吹き飛ばされる
    prop = thing_of(action, things)
    actors, target = _turned(verb, actors, target, prop, reading)
    _leave_about([noun for noun in things if noun.name != prop], reading)
    if prop is not None:
        action, prop = with_thing(verb, action, actors, target, prop, reading)
    if action == "walk" and verb.word in ("行く", "いく") and place is None and prop is None and clause.quoted:
        return
    expression = clause.expression or ("surprised" if action == "be_startled" else None)
    direction = clause.direction or verb.direction
    where = place or reading.setting("place")
    reading.do(Move(actors, action, target, prop, expression, direction, where, together, verb.mutual))
    clause.expression = clause.direction = None


def _turned(
    verb: Verb, actors: tuple[str, ...], target: str | None, prop: str | None, reading: Reading
) -> tuple[tuple[str, ...], str | None]:
    """Who really acts: 母に怒られる is the mother's doing, トナカイに引かせる the reindeer's."""
    if verb.passive and not verb.causative and target is None and prop is not None and actors:
        return (reading.newcomer("person"),), actors[0]  # プリンを食べられる: somebody did
    if target is None or verb.passive == verb.causative:
        return actors, target  # 犬に散歩させられる: he walks
    if verb.causative:
        return (target,), None
    return (target,), actors[0] if actors else reading.newcomer("person")


def _leave_about(things: Sequence[Noun], reading: Reading) -> None:
    """What nobody uses stands about; 電車で, where one does not ride it, is a place."""
    for noun in things:
        if noun.name == "train_vehicle" and noun.particle == "で":
            reading.note("place", "train")
        else:
            reading.stand(noun.name)
