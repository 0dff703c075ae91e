"""/make, /edit, /reroll, /queue, /cancel: from the asking to the line."""

from bots import clip_cards
from bots.answers.case import Case
from bots.answers.forms import FORMS
from bots.cards import Card
from bots.commands import PICTURES
from core import jobs, making
from core.records import Clip, Job


async def make(case: Case) -> list[Card]:
    """A new film: its placeholder message, with its place in line."""
    storage, attached = case.house.storage, case.request.attachments
    pictures: list[str] = []
    kept = False
    try:
        for name in PICTURES:
            if name in attached:
                pictures.append(storage.put(attached[name].path, ".upload"))
        wish = making.Wish(
            prompt=case.text("prompt"),
            seconds=case.number("seconds"),
            orientation=case.text("orientation", "portrait"),
            style=case.text("style") or None,
            pictures=tuple(pictures),
        )
        made = await making.make(case.asker, wish, key=key_of(case), settings=case.house.settings)
        kept = made.created
    finally:
        for picture in () if kept else pictures:
            storage.delete(picture)
    return await started(case, made)


async def edit(case: Case) -> list[Card]:
    """The same film with another prompt; without one, the form that asks for it."""
    prompt = case.values.get("prompt")
    if prompt is None and "prompt" not in case.request.arguments:
        return [Card(text="", form=await FORMS["edit"](case))]
    made = await making.edit(
        case.asker, case.text("clip"), case.text("prompt"), key=key_of(case), settings=case.house.settings
    )
    return await started(case, made)


async def reroll(case: Case) -> list[Card]:
    """The same prompt with another seed."""
    made = await making.reroll(case.asker, case.text("clip"), key=key_of(case), settings=case.house.settings)
    return await started(case, made)


async def queue(case: Case) -> list[Card]:
    """My films in line and in the making, in the order in which workers take them."""
    view = await jobs.queue_view(case.asker)
    lines: list[str] = []
    for own in view.own:
        title = clip_cards.shortened(own.title, 40) or case.say("progress-surprise")
        if own.position is None:
            lines.append(case.say("queue-running", title=title, percent=round(own.percent)))
        else:
            seconds = round(own.starts_in)
            lines.append(case.say("queue-yours", title=title, position=own.position, seconds=seconds))
    if not view.waiting and not view.running:
        return case.card("queue-empty")
    if not view.own and not view.waiting:
        return case.card("queue-next")
    lines.append(case.say("queue-others", waiting=view.waiting))
    return [Card(text="\n".join(lines))]


async def cancel(case: Case) -> list[Card]:
    """Stop a film that is not finished, the newest one if none is named."""
    stopped = await jobs.cancel(case.asker, case.text("clip") or None)
    await case.house.signals.nudge(stopped.platform)
    title = clip_cards.shortened(stopped.title, 40) or case.say("progress-surprise")
    return case.card("cancelled", title=title)


async def started(case: Case, made: making.Made) -> list[Card]:
    """The placeholder of a film that was just asked for, and a worker woken; or those asked who are to be in it."""
    if made.asked:
        await case.house.signals.nudge(case.asker.platform)
    else:
        await case.house.signals.wake(made.job_id, 0)
    job, clip = await Job.get(id=made.job_id), await Clip.get(id=made.clip_id)
    card = clip_cards.progress_card(
        case.house.language,
        case.asker.locale,
        clip,
        job,
        case.asker.name,
        position=made.position,
        seconds_left=None,
        asked=made.asked,
    )
    return [card]


def key_of(case: Case) -> str:
    """The same for a repeat of the same request."""
    return f"{case.request.platform}:{case.request.key}"
