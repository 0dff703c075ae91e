"""/feed, and what people do with a post: like it, take the like back, reply."""

from dataclasses import replace

from bots import clip_cards
from bots.answers.case import Case
from bots.cards import Button, Card
from core import clips
from core import feed as use_case


async def feed(case: Case) -> list[Card]:
    """One page of the community's newest films."""
    number = int(case.number("page") or 1)
    page = await use_case.latest(await use_case.home(case.asker), number)
    if not page.entries:
        return case.card("feed-none")
    language, locale = case.house.language, case.asker.locale
    cards = [
        replace(
            clip_cards.post_card(
                language, locale, entry.clip, entry.author, likes=entry.likes, comments=entry.comments, audience="asker"
            ),
            stands=entry.stands,
        )
        for entry in page.entries
    ]
    if page.more:
        more = Button(case.say("button-more"), "feed", {"page": str(number + 1)})
        cards.append(Card(text="", buttons=(more,)))
    return cards


async def info(case: Case) -> list[Card]:
    """What there is to know about a film: maker, id, length, seed, likes; its prompt for its maker."""
    clip = await clips.visible_clip(case.asker, case.text("clip"))
    numbers = (await use_case.counts([clip.id]))[clip.id]
    return [
        clip_cards.info_card(
            case.house.language, case.asker.locale, clip, numbers, clip.author_id == case.asker.member_id
        )
    ]


async def like(case: Case) -> list[Card]:
    """A reaction was added to a post."""
    await use_case.like(case.asker, channel=case.text("channel"), message_id=case.text("message"))
    return []


async def unlike(case: Case) -> list[Card]:
    """The last reaction was taken back."""
    await use_case.unlike(case.asker, channel=case.text("channel"), message_id=case.text("message"))
    return []


async def comment(case: Case) -> list[Card]:
    """A reply to a post."""
    await use_case.comment(
        case.asker,
        channel=case.text("channel"),
        message_id=case.text("message"),
        reply_message_id=case.text("reply"),
        text=case.text("text"),
    )
    return []
