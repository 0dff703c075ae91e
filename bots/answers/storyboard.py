"""/storyboard: what the director understood, shot by shot, to see and to change before anything is made."""

from collections.abc import Sequence

from bots import clip_cards
from bots.answers.case import Case
from bots.answers.forms import redraw_form, sheets
from bots.answers.making import started
from bots.cards import Button, Card, Fact
from bots.commands import SHEETS
from core import allowance, line, making, readings
from core.readings import shots_in, wish_in
from core.records import Reading
from core.refusals import BadInput, Retryable, TooLate
from core.screenplay.sheet import SheetShot, read_shot

ACTION_SHOWN = 160  # characters of what happens in a shot
GONE = frozenset({"x", "×", "delete", "remove", "削除", "消す", "なし"})  # said of a shot that is to go
NEW_SECONDS = 2.5  # of a shot that somebody has added without a length


async def storyboard(case: Case) -> list[Card]:
    """How a prompt, or the prompt of a film of one's own, is understood."""
    settings = case.house.settings
    if case.text("clip"):
        reading = await readings.of_clip(case.asker, case.text("clip"), settings)
    else:
        wish = making.Wish(
            prompt=case.text("prompt"),
            seconds=case.number("seconds"),
            orientation=case.text("orientation", "portrait"),
            style=case.text("style") or None,
        )
        reading = await readings.ask(case.asker, wish, settings)
    return [await _read(case, reading)]


async def redraw(case: Case) -> list[Card]:
    """The storyboard with its shots as they were changed."""
    before = await readings.own(case.asker, case.text("reading"))
    shots = _changed(shots_in(before), [case.text(f"shot{number}") for number in range(1, SHEETS + 1)])
    return [await _read(case, await readings.changed(case.asker, before, shots, case.house.settings))]


async def swell(case: Case) -> list[Card]:
    """The longer version that was offered for a thin prompt, read."""
    before = await readings.own(case.asker, case.text("reading"))
    return [await _read(case, await readings.swollen(case.asker, before, case.house.settings))]


async def shoot(case: Case) -> list[Card]:
    """Make the film of a storyboard."""
    reading = await readings.own(case.asker, case.text("reading"))
    made = await making.make(
        case.asker, wish_in(reading), key=f"storyboard:{reading.public_id}", settings=case.house.settings
    )
    return await started(case, made)


async def _read(case: Case, reading: Reading) -> Card:
    await case.house.signals.call_reader()
    try:
        read = await readings.read(reading.id)
    except Retryable as error:
        raise TooLate("refusal-nobody-reads") from error
    return await _card(case, read)


async def _card(case: Case, reading: Reading) -> Card:
    sheet, this = reading.sheet, {"reading": reading.public_id}
    seconds = float(str(sheet.get("seconds", 0)))
    standing = await allowance.standing(case.asker.member_id, case.house.settings.clips_per_day)
    lines = [case.say("storyboard-understood")]
    lines += [_told(case, number, shot) for number, shot in enumerate(shots_in(reading), 1)]
    notes = sheet.get("notes")
    for note in notes if isinstance(notes, list) else ():
        lines += filter(None, [clip_cards.mended(case.house.language, case.asker.locale, note)])
    longer = sheet.get("longer")
    offer = [Button(case.say("button-swell"), "swell", this, emoji="✨")] if longer else []
    if longer:
        lines += ["", case.say("storyboard-longer", prompt=str(longer))]
    lines += ["", case.say("storyboard-cost", left=standing.left, seconds=round(await line.estimate(seconds)))]
    facts = [Fact(case.say("fact-length"), case.say("fact-seconds", seconds=round(seconds, 1)))]
    for label, names in (("fact-cast", sheet.get("cast")), ("fact-places", sheet.get("places"))):
        if isinstance(names, list) and names:
            facts.append(Fact(case.say(label), "・".join(map(str, names))))
    return Card(
        text="\n".join(lines),
        title=str(sheet.get("title", "")),
        facts=tuple(facts),
        buttons=(
            Button(case.say("button-shoot"), "shoot", this, look="primary", emoji="🎬"),
            Button(case.say("button-redraw"), "redraw", this, emoji="✏️", form=redraw_form(case, reading)),
            *offer,
        ),
    )


def _told(case: Case, number: int, shot: SheetShot) -> str:
    action = clip_cards.shortened(shot.action or shot.line, ACTION_SHOWN) or case.say("storyboard-goes-on")
    seen = "・".join(part for part in (shot.camera, shot.transition) if part)
    return case.say("storyboard-shot", number=number, seconds=round(shot.seconds, 1), camera=seen, action=action)


def _changed(before: Sequence[SheetShot], fields: Sequence[str]) -> list[SheetShot]:
    """The shots as the fields say: a paragraph a shot, in the order of the film; more paragraphs are new shots."""
    found: list[SheetShot] = []
    for known, field in zip(sheets(before), fields, strict=False):
        paragraphs = [part for part in field.replace("\r\n", "\n").split("\n\n") if part.strip()] or [""]
        for at, paragraph in enumerate(paragraphs):
            if paragraph.strip().lower() not in GONE:
                old = known[at] if at < len(known) else SheetShot(NEW_SECONDS)
                found.append(read_shot(paragraph, old))
        if paragraphs == [""]:
            found += known[1:]
    if not found:
        raise BadInput("refusal-no-shots")
    return found
