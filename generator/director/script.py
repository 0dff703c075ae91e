"""A screenplay read through: steps in the order of the film, each something done or said, with its times if given."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.screenplay import Line, Screenplay
from core.screenplay.lines import Spoken, find_lines
from generator.director.emoji import spelled, stand_by
from generator.director.english import read_english
from generator.director.english_phrases import is_called
from generator.director.japanese import read_japanese
from generator.director.japanese_unknown import speaker_called
from generator.director.reading import LINE, WRITTEN, Move, Quote, Reading
from generator.director.tokens import find_matches, language_of, tokenise
from generator.lexicon.lexicon import concept, lexicon
from generator.lexicon.words import Language

_SLOW = re.compile(r"スローモーション|スローで|slow[ -]motion|slow-mo", re.I)
_WATCHED = re.compile(r"監視|防犯|cctv|surveillance|security cam", re.I)
_CUTTING = re.compile(r"カット(?:を)?割|細かいカット|jump cuts?|quick cuts?|montage|fast cuts?", re.I)
_ENDS_ABOVE = re.compile(
    r"最後[にはで、]{0,2}[^。]{0,8}(?:空|上|真上|俯瞰)|(?:finally|ends?|last)\b[^.]{0,30}(?:above|aerial|overhead|sky)",
    re.I,
)

_OWN = re.compile(
    r"\b(?:i|i'm|me|my|you|your|we)\b|私|俺|僕|自分|したい|[べみきりいちびぎ]たい(?:$|[。!！?？\s])", re.I
)


@dataclass(frozen=True, slots=True)
class Step:
    """A move or a line, at a place in the film's order; `beat` is the screenplay's beat it belongs to."""

    beat: int
    move: Move | None = None
    line: Line | None = None
    speaker: str | None = None  # a figure's name
    expression: str | None = None  # of the speaker
    place: str | None = None
    together: bool = False  # with the step before it


@dataclass
class Script:
    """The whole screenplay, read. `beats` are (start, end) of timed beats by index."""

    reading: Reading
    steps: list[Step] = field(default_factory=list)
    times: dict[int, tuple[float, float]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)  # the beat that first names a figure
    effects: list[tuple[str, int]] = field(default_factory=list)  # sounds, and the beat that names them
    weather_from: int | None = None  # the beat in which the weather begins
    slow: bool = False
    cutting: bool = False  # the prompt asks for cuts
    own: bool = False  # somebody speaks of themselves
    ends_above: bool = False  # and for a last look from above
    texts: tuple[str, ...] = ()  # of the beats, as they were written


def read_script(screenplay: Screenplay, language: Language | None = None) -> Script:
    """Read scene, subjects and beats in that order, so that the beats can speak of who is there.

    `language` is the member's, for a prompt of signs only.
    """
    everything = " ".join([screenplay.premise, screenplay.scene, *(beat.text for beat in screenplay.beats)])
    told = f"{everything} {screenplay.title or ''}"
    reading = Reading(language_of(told) if re.search(r"[^\W\d_]", told) else language or "ja")
    script = Script(
        reading,
        slow=bool(_SLOW.search(everything)),
        cutting=bool(_CUTTING.search(everything)),
        own=bool(_OWN.search(everything)),
        ends_above=bool(_ENDS_ABOVE.search(everything)),
        texts=tuple(beat.text for beat in screenplay.beats),
    )
    for text in (screenplay.style, screenplay.title or ""):
        _read_settings(text, reading, ("style", "mood", "time_of_day", "weather", "place", "angle", "tint"))
    _read(screenplay.scene, reading)
    _read_settings(screenplay.lighting, reading, ("light", "time_of_day", "weather", "tint"))
    crowd = list(reading.acting)
    for subject in screenplay.subjects:
        _read_subject(subject.name, subject.look, reading)
    reading.acting = [name for name in reading.acting if name not in crowd] + crowd
    script.first = dict.fromkeys(reading.figures, 0)
    for index, beat in enumerate(screenplay.beats):
        if beat.start is not None and beat.end is not None:
            script.times[index] = (beat.start, beat.end)
        _read_beat(index, beat.text, script)
    _read_settings(screenplay.audio, reading, ("effect", "mood"))
    for text in (screenplay.grade, screenplay.tempo):
        _read_settings(text, reading, ("tint", "mood"))
    for note in screenplay.shots:
        tables = ("style", "time_of_day", "weather")  # one camera among several makes no style
        _read_settings(note.text, reading, tables[len(screenplay.shots) > 1 and bool(_WATCHED.search(note.text)) :])
        if note.seconds is None and re.match(r"(?:手持ち|handheld|固定|static)", note.text.strip(), re.I):
            _read_settings(note.text, reading, ("camera",))
    stand_by(everything, reading)
    return script


def _read(text: str, reading: Reading, language: Language | None = None) -> None:
    if text:
        language = language or language_of(text) if re.search(r"[^\W\d_]", text) else reading.language
        (read_japanese if language == "ja" else read_english)(spelled(text, language), reading)


def _read_settings(text: str, reading: Reading, tables: tuple[str, ...]) -> None:
    """Only where and how: a style or a grade puts nobody on stage."""
    language = language_of(text)
    for match in find_matches(tokenise(text, language), language):
        for table in tables:
            if name := match.of(table):
                reading.note(table, name)


def _read_subject(name: str, look: str, reading: Reading) -> None:
    before = set(reading.acting)
    language = language_of(name)
    looks = re.split(r"[、,，;/]\s*", look)
    _read(f"{name}。" if language == "ja" else f"{name}.", reading)
    new = [who for who in reading.acting if who not in before]
    if not new:
        label = name.strip()
        reading.figure(label, label)
        reading.enter(label)
        new = [label]
    figure = reading.figures[new[-1]]
    figure.label = name
    for words in looks:
        _read_look(words, new[-1], reading)


def _read_look(words: str, owner: str, reading: Reading) -> None:
    """ "yellow coat" is worn and colours; a thing is held."""
    language = language_of(words)
    figure = reading.figures[owner]
    for match in find_matches(tokenise(words, language), language):
        if colour := match.of("colour"):
            figure.colour = colour
        if size := match.of("size"):
            figure.scale = float(size)
        known = concept(match.of("concept") or "")
        if known is None or known.living:
            continue
        if known.kind == "wear":
            figure.wears.append(known.name)
        elif known.kind in ("prop", "food", "drink"):
            figure.holds.append(known.name)


def _read_beat(index: int, text: str, script: Script) -> None:
    """Moves and lines of one beat, in the order of its words: the reader sees a line as one sign in the sentence."""
    reading = script.reading
    spoken = find_lines(text, [figure.label for figure in reading.figures.values()])
    heard, weather = len(reading.settings.get("effect", [])), reading.setting("weather")
    already = len(reading.events)
    reading.speakers = [_speaker(found.line.speaker, reading) for found in spoken]
    reading.quotes_before = sum(isinstance(event, Quote) for event in reading.events)
    bare = _with_signs(text, spoken)
    _read(bare, reading, "ja" if "「" in text and not re.search(r"[a-z]{2}", bare) else None)
    quotes = sum(isinstance(event, Quote) for event in reading.events) - reading.quotes_before
    reading.events += [Quote(number, reading.speakers[number]) for number in range(quotes, len(spoken))]
    if reading.events[already:]:
        reading.events[already].together = False  # a beat begins with its first step
    for event in reading.events[already:]:
        if isinstance(event, Move):
            script.steps.append(Step(index, move=event, place=event.place, together=event.together))
        else:
            line = spoken[event.line].line
            script.steps.append(Step(index, None, line, event.speaker, event.expression, event.place, event.together))
            if event.speaker:
                reading.enter(event.speaker)
    for name in reading.figures:
        script.first.setdefault(name, index)
    script.effects += [(name, index) for name in reading.settings.get("effect", [])[heard:]]
    if reading.setting("weather") and not weather:
        script.weather_from = index


def _with_signs(text: str, spoken: Sequence[Spoken]) -> str:
    parts, at = [], 0
    for line in spoken:
        parts += [text[at : line.start].replace(LINE, ""), LINE]
        at = line.end
    return "".join([*parts, text[at:].replace(LINE, "")])


def _speaker(phrase: str | None, reading: Reading) -> str | None:
    """The figure that a speaker's phrase means."""
    if not phrase:
        return None
    for name, figure in reading.figures.items():
        if (
            figure.label
            and (figure.label in phrase or phrase in figure.label)
            and (figure.living or name in reading.acting)
        ):
            return name
    language = language_of(phrase)
    found = find_matches(tokenise(phrase, language), language)
    named = [(match, known) for match in found if (known := match.of("concept"))]
    for match, known in reversed(named):
        if known in WRITTEN:
            return None
        if lexicon().concepts[known].living or len(named) == 1:
            number = re.search(r"[A-ZＡ-Ｚ\d０-９]$", phrase)  # 男A and 男B are two
            name, label = (f"{known}#{number[0]}", phrase) if number and language == "ja" else (known, match.text)
            reading.figure(name, label)
            return name
    if re.fullmatch(r"(?:he|she|it|they|彼|彼女|それ)", phrase.lower()):
        return None
    if re.search(r"声|narrator|ナレーター|ナレーション|voice", phrase, re.I):
        return None
    called = (
        speaker_called(phrase) if language == "ja" else (f"person#{phrase}" if is_called(phrase) else phrase, phrase)
    )
    if called is None:
        return None
    reading.figure(*called)
    return called[0]
