"""The director: screenplay to storyboard, by rules, the same for the same seed."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.screenplay import Mend, Screenplay, parse
from generator.director.casting import Cast, cast_of
from generator.director.cuts import Scheduled, cuts_of
from generator.director.invention import enliven, invent, is_only_a_wish
from generator.director.opening import cards_of, framed, moved
from generator.director.reading import Reading
from generator.director.script import Script, Step, read_script
from generator.director.shots import shots_of
from generator.director.starring import pointed_out, sorted_out, star, story
from generator.director.surroundings import mood_of, place_of, sounds_of, style_of
from generator.director.timing import LINE_GAP, film_seconds, leave_out, schedule
from generator.director.titles import title_of
from generator.director.tokens import language_of
from generator.pictures.illustration import Illustration
from generator.storyboard import Language, Shot, SpokenLine, Storyboard
from generator.vocabulary import Orientation, Style, TimeOfDay, Weather

LEAST_SPOKEN = 0.3  # seconds; what has less cannot be heard as words

_ONLY_QUOTED = re.compile(r"\s*[「『\"“]([^「」『』\"“”]+)[」』\"”]\s*")  # told, not said


@dataclass(frozen=True, slots=True)
class Directed:
    """A storyboard, and how it came out of its screenplay (which is another where one had to be invented)."""

    board: Storyboard
    screenplay: Screenplay
    script: Script
    steps: Sequence[Scheduled]


def direct(
    screenplay: Screenplay,
    *,
    seed: int,
    orientation: Orientation = "portrait",
    style: Style | None = None,
    seconds: float | None = None,
    pictures: Sequence[Illustration] = (),
    language: Language | None = None,
) -> Storyboard:
    """The storyboard of a screenplay. `language` is the member's, for what has to be invented."""
    return directed(
        screenplay,
        seed=seed,
        orientation=orientation,
        style=style,
        seconds=seconds,
        pictures=pictures,
        language=language,
    ).board


def directed(
    screenplay: Screenplay,
    *,
    seed: int,
    orientation: Orientation = "portrait",
    style: Style | None = None,
    seconds: float | None = None,
    pictures: Sequence[Illustration] = (),
    language: Language | None = None,
) -> Directed:
    """The same, with how it came about."""
    dice = random.Random(seed)
    invented = ""
    told = _told(screenplay)
    shown = sorted_out(pictures, told)
    pointed = pointed_out(screenplay, shown)
    if shown.heroes and not _says_anything(pointed):
        pointed = pointed_out(story(shown, seed, language or "ja"), shown)
        screenplay = replace(screenplay, title=screenplay.title or pointed.title)
    elif not _says_anything(screenplay):
        invented = invent(seed, language or "ja")
        screenplay = replace(
            parse(invented), title=screenplay.title, seconds=screenplay.seconds, mends=screenplay.mends
        )
        pointed = screenplay
    script = read_script(pointed, language)
    if said := _ONLY_QUOTED.fullmatch(screenplay.premise):
        unquoted = read_script(replace(screenplay, beats=parse(said[1]).beats, premise=said[1]), language)
        script = unquoted if any(step.move for step in unquoted.steps) else script
    if not script.steps and not script.reading.acting and not script.reading.things and not shown:
        _put_something_on(screenplay, script)
    starring = star(script, shown, told)
    enliven(script, dice)
    reading = script.reading
    look = style_of(reading, style)
    asked = seconds or screenplay.seconds
    title, over, end = cards_of(screenplay, script, look, asked)
    length = round(film_seconds(script, asked - title - end if asked else None), 3)
    left_out = leave_out(script, length)
    steps = schedule(script, length)
    cast_ = cast_of(_on_stage(script), reading.figures, starring.parts)
    first_place = place_of(script, cast_, dice)
    cuts = cuts_of(screenplay, script, steps, length)
    lines = _lines(steps, cast_, length)
    shots = shots_of(script, cast_, cuts, steps, lines, first_place, look, dice)
    board = Storyboard(
        title=title_of(screenplay, invented),
        seconds=length,
        orientation=orientation,
        style=look,
        seed=seed,
        language=reading.language,
        cast=cast_.characters,
        shots=tuple(_in_pictures(shots, shown.places, reading)),
        lines=tuple(line for line, _ in lines),
        sounds=tuple(sounds_of(screenplay, reading, _effects_in_beats(script), length, _rain_from(script))),
        music=mood_of(script, screenplay, look, dice),
        tint=reading.setting("tint") or "none",  # type: ignore[arg-type]  # the table holds only these names
        fade_out=bool(
            re.search(
                r"フェードアウト|fade(?:s)? (?:out|to black)|余韻", f"{screenplay.tempo} {screenplay.premise}", re.I
            )
        ),
        notes=(
            *screenplay.mends,
            *(
                [Mend("mend-too-much", (("length", length + title + end),))]
                if left_out or len(lines) < sum(step.line is not None for step in script.steps)
                else []
            ),
        ),
    )
    return Directed(framed(board, title, over, end), screenplay, script, moved(steps, title))


def _told(screenplay: Screenplay) -> str:
    """All that is told, in the order of its telling."""
    return " ".join([screenplay.premise, screenplay.scene, *(beat.text for beat in screenplay.beats)])


def _in_pictures(shots: Sequence[Shot], places: Sequence[int], reading: Reading) -> list[Shot]:
    """`shots` in the member's own places; their hour, light and weather stay as they are, unless the prompt says."""
    if not places:
        return list(shots)
    hour: TimeOfDay | None = None if reading.setting("time_of_day") else "day"
    sky: Weather | None = None if reading.setting("weather") else "clear"
    return [
        replace(
            shot,
            backdrop=places[at * len(places) // len(shots)],
            time_of_day=hour or shot.time_of_day,
            weather=sky or shot.weather,
            light=shot.light if reading.setting("light") else "natural",
        )
        for at, shot in enumerate(shots)
    ]


def _says_anything(screenplay: Screenplay) -> bool:
    if not (screenplay.premise or screenplay.beats or screenplay.scene or screenplay.subjects):
        return False
    return bool(screenplay.scene or screenplay.subjects) or not is_only_a_wish(
        " ".join([screenplay.premise, *(beat.text for beat in screenplay.beats)])
    )


def _put_something_on(screenplay: Screenplay, script: Script) -> None:
    """A text in which nothing was understood is about its writer, if it says so; else its words are shown on a card."""
    if script.own:
        script.reading.newcomer("person")
        return
    words = (screenplay.premise or screenplay.title or "?").strip().splitlines()[0][:16]
    script.reading.figure(words, words)
    script.reading.enter(words)


def _on_stage(script: Script) -> list[str]:
    """Who acts or is acted upon; a thing that something is done by is on stage too."""
    reading = script.reading
    names = list(reading.acting)
    for step in script.steps:
        names += [name for name in ([step.speaker] if step.speaker else []) if name not in names]
        if step.move:
            names += [name for name in step.move.actors if name not in names and name in reading.figures]
            if step.move.target and step.move.target not in names and step.move.target in reading.figures:
                names.append(step.move.target)
    if not names and reading.things:
        names = reading.things[:1]
    return list(dict.fromkeys(name for name in names if name in reading.figures))


def _lines(steps: Sequence[Scheduled], cast_: Cast, length: float) -> list[tuple[SpokenLine, Step]]:
    found: list[tuple[SpokenLine, Step]] = []
    turn: Counter[str | None] = Counter()
    for step, start, seconds in steps:
        if step.line is None or seconds < LEAST_SPOKEN:
            continue
        spoken = max(min(seconds - LINE_GAP * min(1.0, seconds / 2), length - start - 0.05), 0.2)
        text = step.line.text
        ids = cast_.ids.get(step.speaker or "", (None,))  # several of one name take turns
        speaker = ids[turn[step.speaker] % len(ids)]
        turn[step.speaker] += 1
        line = SpokenLine(speaker, text, round(start, 3), round(spoken, 3), language_of(text), step.line.manner)
        found.append((line, step))
    found.sort(key=lambda pair: pair[0].start)
    until = [*(line.start for line, _ in found), length][1:]
    fitted = [
        (replace(line, seconds=round(min(line.seconds, end - line.start), 3)), step)
        for (line, step), end in zip(found, until, strict=True)
    ]
    return [(line, step) for line, step in fitted if line.seconds >= LEAST_SPOKEN / 2]


def _rain_from(script: Script) -> float:
    """When the weather of a timed script begins, in seconds."""
    return script.times[script.weather_from][0] if script.weather_from in script.times else 0.0


def _effects_in_beats(script: Script) -> list[tuple[str, float]]:
    return [(name, script.times[beat][0] + 0.1) for name, beat in script.effects if beat in script.times]
