"""Inline mode: somebody types @bot in any chat and shares a finished film of theirs."""

from datetime import timedelta

from telegram import InlineQuery, InlineQueryResultCachedVideo, InlineQueryResultsButton

from bots import clip_cards
from bots.desk import Desk
from bots.telegram.draw import drawn
from bots.telegram.outlet import PLATFORM
from bots.telegram.records import TelegramFile
from core import asking, clips

MOST = 20
FRESH = timedelta(seconds=10)


async def inline_answer(desk: Desk, query: InlineQuery) -> None:
    """The asker's films that Telegram has already, and a way to make another."""
    user = query.from_user
    language = desk.house.language
    asker = await asking.arrive(
        platform=PLATFORM,
        external_id=str(user.id),
        name=user.full_name or str(user.id),
        locale=user.language_code or "en",
        community=f"user-{user.id}",
        channel=str(user.id),
    )
    results = []
    for clip in await clips.find_own(asker, query.query.strip(), state="posted", limit=MOST):
        known = await TelegramFile.get_or_none(name=clip.video) if clip.video else None
        if known is None:
            continue
        text = drawn(clip_cards.post_card(language, asker.locale, clip, asker.name)).text
        results.append(
            InlineQueryResultCachedVideo(
                id=clip.public_id,
                video_file_id=known.file_id,
                title=clip.title or clip.public_id,
                caption=text.plain,
                caption_entities=text.entities,
            )
        )
    await query.answer(
        results,
        cache_time=FRESH,
        is_personal=True,
        button=InlineQueryResultsButton(language.text(asker.locale, "button-make"), start_parameter="make"),
    )
