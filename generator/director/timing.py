"""How long things take: the film, each step in it, each line."""

import re
from collections.abc import Sequence

from generator.director.script import Script, Step
from generator.lexicon.lexicon import lexicon

LINE_GAP = 0.35  # seconds of silence after a line
JA_RATE = 6.6  # characters a second, measured on the Japanese voices
EN_RATE = 14.0  # characters a second, measured on the English voice
SHORTEST, LONGEST = 4.0, 15.0  # of a film nobody gave a length for
SIMPLE = 6.0  # a film of one action
LEAST_STEP = 0.8
LEAST_LINE = 1.55  # a line has time for a shot of its own
TIGHTEST = 0.5  # of its natural time is the least that a step is given; faster speech is noise
CUT = 2.0  # seconds a step, where the prompt asks for cuts
ENDING = 2.0  # seconds of a last look from above


def line_seconds(text: str) -> float:
    """How long a line takes to say, pauses included."""
    japanese = bool(re.search(r"[\u3041-\u30ff\u4e00-\u9fff]", text))
    sounded = re.sub(r"[\s、。,.!?！？「」『』…]", "", text)
    pauses = len(re.findall(r"[、。,.!?！？…]", text)) * 0.18
    return max(0.7, len(sounded) / (JA_RATE if japanese else EN_RATE) + pauses)


def natural(step: Step) -> float:
    """The seconds that a step takes by itself."""
    if step.line:
        return max(line_seconds(step.line.text) + LINE_GAP, LEAST_LINE)
    if step.move and step.move.action in lexicon().deeds:
        return lexicon().deeds[step.move.action].seconds
    return 2.0


def film_seconds(script: Script, asked: float | None) -> float:
    """The length of the film: as asked, as the beats say, or as the steps need."""
    if asked is not None:
        return asked
    if script.times:
        return max(end for _, end in script.times.values())
    steps = [step for step in script.steps if not step.together]
    if len(steps) <= 1 and not any(step.line for step in steps):
        return SIMPLE
    total = sum(natural(step) for step in steps) + 0.8  # an opening breath and an ending one
    if script.cutting:
        total = max(total, CUT * len(steps))
    if script.ends_above:
        total += ENDING
    return round(min(max(total, SHORTEST), LONGEST) * 2) / 2


def leave_out(script: Script, seconds: float) -> bool:
    """Drop the steps that a film of `seconds` has no room for even in a hurry; whether any had to go."""
    if script.times:
        return False
    room, kept = seconds / TIGHTEST, 0
    groups = _grouped(script.steps)
    for group in groups:
        room -= _need(group)
        if room < 0 and kept:
            break
        kept += len(group)
    left_out = kept < len(script.steps)
    script.steps = script.steps[:kept]
    return left_out


def schedule(script: Script, seconds: float) -> list[tuple[Step, float, float]]:
    """Every step with its start and length; steps `together` start with the one before. Within beats where timed."""
    if not script.steps:
        return []
    beats = sorted({step.beat for step in script.steps})
    spans = _spans(script, beats, seconds)
    placed: list[tuple[Step, float, float]] = []
    for beat in beats:
        placed += _fill([step for step in script.steps if step.beat == beat], *spans[beat])
    return placed


def _spans(script: Script, beats: Sequence[int], seconds: float) -> dict[int, tuple[float, float]]:
    """Timed beats keep their times; the untimed ones share what is left, by what their steps need."""
    if script.times:
        spans = dict(script.times)
        at = 0.0
        for beat in beats:
            if beat not in spans:
                following = [start for other, (start, _) in spans.items() if other > beat]
                spans[beat] = (at, max(min(following, default=seconds), at + LEAST_STEP))
            at = spans[beat][1]
        return {beat: (min(start, seconds - 0.5), min(end, seconds)) for beat, (start, end) in spans.items()}
    needs = {beat: sum(_need(group) for group in _groups(script, beat)) for beat in beats}
    whole = sum(needs.values())
    breath = min(0.4, seconds * 0.05)
    room = seconds - 2 * breath
    at, spans = breath, {}
    for beat in beats:
        length = room * needs[beat] / whole
        spans[beat] = (at, at + length)
        at += length
    first, last = beats[0], beats[-1]
    spans[first] = (0.0 if not _opens_with_line(script, first) else spans[first][0], spans[first][1])
    spans[last] = (spans[last][0], seconds)
    return spans


def _opens_with_line(script: Script, beat: int) -> bool:
    return next((step.line is not None for step in script.steps if step.beat == beat), False)


def _groups(script: Script, beat: int) -> list[list[Step]]:
    """The steps of a beat; those that go together in one group."""
    return _grouped([step for step in script.steps if step.beat == beat])


def _grouped(steps: Sequence[Step]) -> list[list[Step]]:
    groups: list[list[Step]] = []
    for step in steps:
        if step.together and groups and not (step.line and any(other.line for other in groups[-1])):
            groups[-1].append(step)
        else:
            groups.append([step])
    return groups


def _need(group: Sequence[Step]) -> float:
    return max(natural(step) for step in group)


def _fill(steps: Sequence[Step], start: float, end: float) -> list[tuple[Step, float, float]]:
    """Groups of steps one after the other; lines take what they need first, moves share the rest."""
    groups = _grouped(steps)
    said = [group for group in groups if any(step.line for step in group)]
    spoken = sum(_need(group) for group in said)
    moving = sum(_need(group) for group in groups if group not in said)
    room = end - start
    line_scale = min(1.0, room * (0.92 if moving else 1.0) / spoken) if spoken else 1.0
    move_scale = max(room - spoken * line_scale, 0.08 * room) / moving if moving else 1.0
    placed: list[tuple[Step, float, float]] = []
    at = start
    for group in groups:
        length = min(_need(group) * (line_scale if group in said else move_scale), max(end - at, 0.1))
        for step in group:
            own = min(natural(step) * line_scale, length) if step.line else length
            placed.append((step, at, own))
        at += length
    return placed
