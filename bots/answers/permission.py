"""Answers of those who are to be shown: may they be?"""

from typing import cast

from bots.answers.case import Case
from bots.cards import Card
from bots.clip_cards import shortened
from core.likeness import permission

TITLE_SHOWN = 60


async def answer(case: Case) -> list[Card]:
    """Allow once, for a week, for some clips, always; no, or never."""
    how = cast(permission.Answer, case.text("how"))
    done = await permission.answer(case.asker, case.text("question"), how, case.house.trust.signer)
    if done.queued is not None:
        await case.house.signals.wake(done.queued, done.attempt)
    await case.house.signals.nudge(case.asker.platform)
    title = shortened(done.title, TITLE_SHOWN) or case.say("progress-surprise")
    return case.card(f"answered-{how}", name=done.name, title=title, clips=permission.CLIPS)
