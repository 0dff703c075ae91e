"""What each shot shows: who is in it and whom the camera looks for, the place, its light, weather and things."""

import random
from collections.abc import Sequence
from typing import Literal, cast

from generator.director.acts import acts_of
from generator.director.casting import Cast, figure_of
from generator.director.cuts import Cut, Scheduled
from generator.director.framing import view_of, wishes_of
from generator.director.reading import SPEECH, Move, takes_in_hand
from generator.director.script import Script, Step
from generator.director.staging import presences
from generator.director.surroundings import INDOORS, time_of, weather_of
from generator.storyboard import Act, Shot, SpokenLine
from generator.style_book import MANNERS
from generator.vocabulary import Framing, Place, Style, Transition, Weather

Light = Literal["natural", "spot", "backlight", "neon", "lantern", "moonlight", "flash"]


def shots_of(
    script: Script,
    cast_: Cast,
    cuts: Sequence[Cut],
    steps: Sequence[Scheduled],
    lines: Sequence[tuple[SpokenLine, Step]],
    first_place: Place,
    style: Style,
    dice: random.Random,
) -> list[Shot]:
    """A shot for each cut; a place holds until a step names another one, beginning with `first_place`."""
    reading = script.reading
    order = [who.id for who in cast_.characters]
    shots: list[Shot] = []
    place = first_place
    time = time_of(reading, first_place, style, dice)
    faces = [(line, step.expression) for line, step in lines]
    wishes = wishes_of(cuts, [_told_in(cut, script, steps) for cut in cuts], script)
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
        view = view_of(wishes[at], at, len(cuts), script, style, bool(said), len(order), dice)
        ids = _seen(script, at, cut, cast_, steps, lines, view.framing, order)
        framing = view.framing
        focus = _focus(said, moves, cast_, ids)
        if framing == "pov" and (eyes := _eyes(said, moves, cast_, ids)):
            ids = [id for id in ids if id != eyes]
            focus = focus if focus in ids else ids[0]
        acts = acts_of(cut, ids, steps, faces, cast_)
        if framing == "medium" and said and focus and not any(act.character != focus for act in acts):
            ids = [focus]  # the frame would cut through whoever stands idle beside
        shots.append(
            Shot(
                start=cut.start,
                seconds=round(cut.end - cut.start, 3),
                framing=_holding(framing, ids, said, acts),
                camera=view.camera,
                place=place,
                time_of_day=time,
                weather=_weather(script, place, cut),
                cast=presences(ids, cast_, place, moves, order),
                acts=acts,
                angle=view.angle,
                focus=focus,
                light=_light(reading.setting("light") or MANNERS[style].light, place, time),
                dressing=_dressing(script, here, place),
                transition=_transition(wishes[at].get("transition"), shots, place, style),
                slow=script.slow,
            )
        )
    return shots


def _holding(framing: Framing, ids: Sequence[str], said: Sequence[SpokenLine], acts: Sequence[Act]) -> Framing:
    """`framing`, or the next wider one that holds everybody who speaks or, seen from the middle distance, acts."""
    if framing == "over_shoulder" and len(ids) < 2:
        framing = "medium"
    if framing not in ("close", "medium", "over_shoulder"):
        return framing
    busy = {line.speaker for line in said}
    busy |= {act.character for act in acts if framing == "medium" or act.action in SPEECH}
    held = len(busy.intersection(ids))
    return (
        framing
        if held < 2 and (framing != "over_shoulder" or len(ids) == 2)
        else "two_shot"
        if held == len(ids) <= 3
        else "wide"
    )


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


def _transition(wished: str | None, shots: Sequence[Shot], place: Place, style: Style) -> Transition:
    if not shots:
        return "cut"
    if wished:
        return cast(Transition, wished)
    return MANNERS[style].turn if shots[-1].place != place else "cut"


def _told_in(cut: Cut, script: Script, steps: Sequence[Scheduled]) -> str:
    """The words of the prompt that tell what begins in a cut."""
    first: dict[int, float] = {}
    for step, start, _ in steps:
        first[step.beat] = min(start, first.get(step.beat, start))
    begun = [beat for beat, start in sorted(first.items()) if cut.start - 0.02 <= start < cut.end - 0.02]
    return " ".join(script.texts[beat] for beat in begun if 0 <= beat < len(script.texts))


def _eyes(said: Sequence[SpokenLine], moves: Sequence[Move], cast_: Cast, ids: Sequence[str]) -> str | None:
    """Through whose eyes a shot is seen: who does something to another, else who says nothing; nobody's if alone."""
    speaking = {line.speaker for line in said}
    doing = [cast_.id(actor) for move in moves if move.target for actor in move.actors]
    silent = [id for id in [*doing, *reversed(ids)] if id in ids and id not in speaking]
    return silent[0] if silent and len(ids) > 1 else None
