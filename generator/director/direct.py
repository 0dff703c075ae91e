"""The director: screenplay to storyboard, by rules, the same for the same seed."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, cast

from core.screenplay import Mend, Screenplay, parse
from generator.director.acts import acts_of
from generator.director.casting import Cast, cast_of, figure_of
from generator.director.invention import enliven, invent, is_only_a_wish
from generator.director.reading import Move, takes_in_hand
from generator.director.script import Script, Step, read_script
from generator.director.shots import Cut, Scheduled, cuts_of, view_of
from generator.director.staging import presences
from generator.director.surroundings import INDOORS, mood_of, place_of, sounds_of, style_of, time_of, weather_of
from generator.director.timing import LINE_GAP, film_seconds, leave_out, schedule
from generator.director.titles import title_of
from generator.director.tokens import language_of
from generator.storyboard import Language, Shot, SpokenLine, Storyboard
from generator.vocabulary import Orientation, Place, Style, Transition, Weather

LEAST_SPOKEN = 0.3  # seconds; what has less cannot be heard as words
Light = Literal["natural", "spot", "backlight", "neon", "lantern", "moonlight", "flash"]


def direct(
    screenplay: Screenplay,
    *,
    seed: int,
    orientation: Orientation = "portrait",
    style: Style | None = None,
    seconds: float | None = None,
    picture: bool = False,
    language: Language | None = None,
) -> Storyboard:
    """The storyboard of a screenplay. `language` is the member's, for what has to be invented."""
    dice = random.Random(seed)
    invented = ""
    if not _says_anything(screenplay):
        invented = invent(seed, language or "ja")
        screenplay = replace(
            parse(invented), title=screenplay.title, seconds=screenplay.seconds, mends=screenplay.mends
        )
    script = read_script(screenplay, language)
    if not script.steps and not script.reading.acting and not script.reading.things and not picture:
        _put_something_on(screenplay, script)
    enliven(script, dice)
    length = round(film_seconds(script, seconds or screenplay.seconds), 3)
    left_out = leave_out(script, length)
    steps = schedule(script, length)
    reading = script.reading
    cast_ = cast_of(_on_stage(script), reading.figures)
    first_place = place_of(script, cast_, dice)
    cuts = cuts_of(screenplay, script, steps, length)
    lines = _lines(steps, cast_, length)
    shots = _shots(script, cast_, cuts, steps, lines, first_place, dice)
    look = style_of(reading, style)
    return Storyboard(
        title=title_of(screenplay, invented),
        seconds=length,
        orientation=orientation,
        style=look,
        seed=seed,
        language=reading.language,
        cast=cast_.characters,
        shots=tuple(shots),
        lines=tuple(line for line, _ in lines),
        sounds=tuple(sounds_of(screenplay, reading, _effects_in_beats(script), length, _rain_from(script))),
        music=mood_of(script, screenplay, look, dice),
        tint=reading.setting("tint") or "none",  # type: ignore[arg-type]  # the table holds only these names
        picture=picture,
        fade_out=bool(
            re.search(
                r"フェードアウト|fade(?:s)? (?:out|to black)|余韻", f"{screenplay.tempo} {screenplay.premise}", re.I
            )
        ),
        notes=(
            *screenplay.mends,
            *(
                [Mend("mend-too-much", (("length", length),))]
                if left_out or len(lines) < sum(step.line is not None for step in script.steps)
                else []
            ),
        ),
    )


def _says_anything(screenplay: Screenplay) -> bool:
    if not (screenplay.premise or screenplay.beats or screenplay.scene or screenplay.subjects):
        return False
    return bool(screenplay.scene or screenplay.subjects) or not is_only_a_wish(
        " ".join([screenplay.premise, *(beat.text for beat in screenplay.beats)])
    )


def _put_something_on(screenplay: Screenplay, script: Script) -> None:
    """A text in which nothing was understood is shown as what it is: its words on a card."""
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
    for step, start, seconds in steps:
        if step.line is None or seconds < LEAST_SPOKEN:
            continue
        spoken = max(min(seconds - LINE_GAP * min(1.0, seconds / 2), length - start - 0.05), 0.2)
        text = step.line.text
        line = SpokenLine(
            cast_.id(step.speaker), text, round(start, 3), round(spoken, 3), language_of(text), step.line.manner
        )
        found.append((line, step))
    until = [*(line.start for line, _ in found), length][1:]
    fitted = [
        (replace(line, seconds=round(min(line.seconds, end - line.start), 3)), step)
        for (line, step), end in zip(found, until, strict=True)
    ]
    return [(line, step) for line, step in fitted if line.seconds >= LEAST_SPOKEN / 2]


def _shots(
    script: Script,
    cast_: Cast,
    cuts: Sequence[Cut],
    steps: Sequence[Scheduled],
    lines: Sequence[tuple[SpokenLine, Step]],
    first_place: Place,
    dice: random.Random,
) -> list[Shot]:
    reading = script.reading
    order = [who.id for who in cast_.characters]
    shots: list[Shot] = []
    place = first_place
    time = time_of(reading, first_place, dice)
    faces = [(line, step.expression) for line, step in lines]
    for at, cut in enumerate(cuts):
        here = [
            (step, start, length)
            for step, start, length in steps
            if start < cut.end - 0.02 and start + length > cut.start + 0.02
        ]
        moves = [step.move for step, _, _ in here if step.move]
        said = [
            line for line, _ in lines if line.start < cut.end - 0.02 and line.start + line.seconds > cut.start + 0.02
        ]
        place = cast(Place, next((step.place for step, _, _ in here if step.place), None) or place)
        view = view_of(cut, at, len(cuts), script, bool(said), len(order), dice)
        ids = _seen(script, at, cut, cast_, steps, lines, view.framing, order)
        focus = _focus(said, moves, cast_, ids)
        shots.append(
            Shot(
                start=cut.start,
                seconds=round(cut.end - cut.start, 3),
                framing=view.framing,
                camera=view.camera,
                place=place,
                time_of_day=time,
                weather=_weather(script, place, cut),
                cast=presences(ids, cast_, place, moves, order),
                acts=acts_of(cut, ids, steps, faces, cast_),
                angle=view.angle,
                focus=focus,
                light=_light(reading.setting("light"), place, time),
                dressing=_dressing(script, here, place),
                transition=_transition(at, shots, place),
                slow=script.slow,
            )
        )
    return shots


def _seen(
    script: Script,
    at: int,
    cut: Cut,
    cast_: Cast,
    steps: Sequence[Scheduled],
    lines: Sequence[tuple[SpokenLine, Step]],
    framing: str,
    order: Sequence[str],
) -> list[str]:
    """Who is in the shot: everybody who has come on by then; close, only who acts, speaks or is spoken to."""
    first: dict[str, float] = {}
    active: list[str] = []
    for step, start, length in steps:
        names = [*(step.move.actors if step.move else ()), *([step.speaker] if step.speaker else [])]
        target = [step.move.target] if step.move and step.move.target else []
        for name in [*names, *target]:
            for id in cast_.ids.get(name, ()):
                first.setdefault(id, start)
                if start < cut.end - 0.02 and start + length > cut.start + 0.02:
                    active.append(id)
    beat = max((step.beat for step, start, _ in steps if start < cut.end - 0.02), default=0)
    comers = {
        id
        for step, _, _ in steps
        if step.move
        and step.move.action in ("enter", "approach", "appear")
        and step.move is _first_move(step.move, steps)
        for actor in step.move.actors
        for id in cast_.ids.get(actor, ())
    }
    unseen = {id for name, ids in cast_.ids.items() if script.first.get(name, 0) > beat for id in ids}
    late = {id for id in comers if first.get(id, 0.0) >= cut.end - 0.02} | unseen
    present = [id for id in order if id not in late]
    if framing in ("close", "medium") and active and at > 0:
        near = [id for id in present if id in active]
        if framing == "medium" and len(present) == 2 and (_spoken_in(cut, lines) or comers.intersection(near)):
            return present  # who is spoken to or come upon is seen too
        return near or present
    return present if present or script.reading.things else list(order)


def _spoken_in(cut: Cut, lines: Sequence[tuple[SpokenLine, Step]]) -> bool:
    return any(cut.start - 0.02 <= line.start < cut.end - 0.02 for line, _ in lines)


def _first_move(move: Move, steps: Sequence[Scheduled]) -> Move | None:
    """The first move of this move's first actor."""
    return next((s.move for s, _, _ in steps if s.move and move.actors and move.actors[0] in s.move.actors), None)


def _focus(said: Sequence[SpokenLine], moves: Sequence[Move], cast_: Cast, ids: Sequence[str]) -> str | None:
    for line in said:
        if line.speaker in ids:
            return line.speaker
    for move in moves:
        for actor in move.actors:
            if cast_.id(actor) in ids:
                return cast_.id(actor)
    return ids[0] if ids else None


def _weather(script: Script, place: Place, cut: Cut) -> Weather:
    """Weather that begins in the middle of a timed script begins there."""
    told = weather_of(script.reading, place)
    if place in INDOORS and len(set(script.reading.settings.get("place", ()))) > 1:
        return "clear"  # the snow lies on the other place
    began = script.weather_from
    if began is not None and script.times and cut.start < script.times.get(began, (0.0, 0.0))[0] - 0.01:
        return "clear"
    return told


def _light(told: str | None, place: Place, time: str) -> Light:
    if told:
        return cast(Light, told)
    if place == "stage":
        return "spot"
    return "lantern" if place == "alley" and time == "night" else "natural"


def _dressing(script: Script, here: Sequence[Scheduled], place: Place) -> tuple[tuple[str, str], ...]:
    """Things that stand about; one without a figure shows its word. What is in a hand does not stand about too."""
    reading = script.reading
    held = {step.move.prop for step, _, _ in here if step.move and takes_in_hand(step.move.action)}
    beat = max((step.beat for step, _, _ in here), default=0)
    elsewhere = {s.move.prop for s in script.steps if s.move and s.move.prop and s.place and s.place != place}
    found = []
    for name in reading.things:
        if name in held or name in elsewhere or (script.times and script.first.get(name, 0) > beat):
            continue
        label = reading.figures[name].label
        found.append((name, figure_of(name, label) or label))
    return tuple(found[:6])


def _transition(at: int, shots: Sequence[Shot], place: Place) -> Transition:
    if at == 0:
        return "cut"
    return "page" if shots[-1].place != place else "cut"


def _rain_from(script: Script) -> float:
    """When the weather of a timed script begins, in seconds."""
    return script.times[script.weather_from][0] if script.weather_from in script.times else 0.0


def _effects_in_beats(script: Script) -> list[tuple[str, float]]:
    return [(name, script.times[beat][0] + 0.1) for name, beat in script.effects if beat in script.times]
