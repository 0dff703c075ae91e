"""Japanese lines: who says one, by who is named before it, who asks or is asked, and whom it describes."""

from collections.abc import Sequence

from generator.director.japanese_clause import Clause, register
from generator.director.japanese_phrases import Noun
from generator.director.reading import WRITTEN, Quote, Reading


def quote(reading: Reading, clause: Clause) -> None:
    """A line: by whom the screenplay says, else by whoever the sentence is about."""
    number = sum(isinstance(event, Quote) for event in reading.events) - reading.quotes_before
    known = reading.speakers[number] if number < len(reading.speakers) else None
    subjects = [noun.name for noun in clause.nouns if noun.particle in ("が", "は", "も")]
    speaker = known or next(iter(subjects or _named_before(clause.nouns) or clause.topic), None)
    for noun in clause.nouns:
        if noun.particle not in ("が", "は", "も"):
            reading.mention(noun.name)
    clause.asker = next((noun.name for noun in clause.nouns if noun.living and noun.particle in ("に", "から")), None)
    clause.nouns = []
    if speaker:
        reading.enter(speaker)
        clause.topic = [speaker]
    together = clause.together and bool(reading.events)
    reading.events.append(Quote(number, speaker, clause.expression, reading.setting("place"), together))
    clause.expression, clause.together = None, False
    clause.quoted = True


def asked_by(name: str, reading: Reading) -> None:
    """お母さんに「…」と聞かれる: it is she who says the line."""
    last = reading.events[-1]
    if isinstance(last, Quote):
        last.speaker = name
        reading.enter(name)


def _named_before(nouns: Sequence[Noun]) -> list[str]:
    """冷蔵庫「寒い」: who is named right before a line says it, unless it is something written."""
    name = nouns[-1].name if nouns and nouns[-1].particle == "" else None
    return bare_subject(nouns) or ([name] if name and name not in WRITTEN else [])


def bare_subject(nouns: Sequence[Noun]) -> list[str]:
    """ねこ、走る: a being without a particle acts."""
    return [noun.name for noun in nouns if noun.particle == "" and noun.living][-1:]


def give_lines(speaker: Noun, reading: Reading) -> bool:
    """「…」と話す|カップル: the lines just before are theirs, if nobody else has them."""
    given = False
    for event in reversed(reading.events):
        if not isinstance(event, Quote) or event.speaker is not None:
            break
        event.speaker, given = speaker.name, True
    if given:
        register(speaker, reading)
        reading.enter(speaker.name)
    return given
