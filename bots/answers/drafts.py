"""/drafts, /post, /discard: what only its maker sees yet."""

from bots import clip_cards
from bots.answers.case import Case
from bots.cards import Card
from core import drafts as use_case
from core import removal


async def drafts(case: Case) -> list[Card]:
    """The asker's newest drafts, each with its buttons."""
    page = await use_case.drafts(case.asker, 1)
    if not page.clips:
        return case.card("drafts-none")
    language, locale = case.house.language, case.asker.locale
    return [clip_cards.draft_card(language, locale, clip, case.asker.name) for clip in page.clips]


async def post(case: Case) -> list[Card]:
    """Into the feed."""
    posted = await use_case.post(case.asker, case.text("clip"))
    await case.house.signals.nudge(case.asker.platform)
    return case.card("posted", title=posted.title)


async def discard(case: Case) -> list[Card]:
    """Away, with its files."""
    await removal.purge(case.house.storage, await use_case.discard(case.asker, case.text("clip")))
    await case.house.signals.nudge(case.asker.platform)
    return case.card("discarded")
