"""The outbox: what is due to be said in chats, written with the change that caused it, and said once.

A messenger takes what is due under a claim that lapses, so that a messenger that dies loses nothing. A delivery is
made by editing a placeholder where there is one; saying it twice then changes nothing.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal

from tortoise.expressions import Q

from core.clock import now
from core.records import Delivery

Kind = Literal["draft", "failed", "cancelled", "post", "ask", "takedown", "report"]

FIRST_PAUSE = 0.25  # seconds, doubled with every try
LONGEST_PAUSE = 600.0
TRIES = 16  # over about 45 minutes
ERROR_CHARS = 200


async def owe(
    kind: Kind,
    *,
    key: str,
    platform: str,
    channel: str,
    clip_id: int,
    job_id: int | None = None,
    params: Mapping[str, object] | None = None,
) -> None:
    """Put something into the outbox, due now. Within the transaction of its cause; `key` names the cause."""
    await Delivery.create(
        key=key,
        kind=kind,
        platform=platform,
        channel=channel,
        clip_id=clip_id,
        job_id=job_id,
        params=dict(params or {}),
        next_at=now(),
    )


async def take(platform: str, limit: int, claim_seconds: float) -> list[Delivery]:
    """Claim up to `limit` deliveries that are due, the oldest first; nobody else gets them for `claim_seconds`.

    So a second try does not wait behind everything that is new: platforms know only for minutes what was said before.

    `attempt` counts the claims. One that was claimed too often without an outcome (it kills its messenger) is dead.
    """
    moment = now()
    free = Q(claimed_until__isnull=True) | Q(claimed_until__lte=moment)
    due = Delivery.filter(free, platform=platform, state="due", next_at__lte=moment)
    taken: list[Delivery] = []
    for delivery in await due.order_by("id").limit(limit):
        if delivery.attempt >= TRIES:
            await dead(delivery, delivery.error or "claimed again and again")
            continue
        delivery.attempt += 1
        delivery.claimed_until = moment + timedelta(seconds=claim_seconds)
        claimed = await Delivery.filter(free, id=delivery.id, state="due", attempt=delivery.attempt - 1).update(
            attempt=delivery.attempt, claimed_until=delivery.claimed_until
        )
        if claimed:
            taken.append(delivery)
    return taken


async def sent(delivery: Delivery, message_id: str) -> None:
    """It has been said, in the message of that id. True whoever holds the claim by now."""
    await Delivery.filter(id=delivery.id, state="due").update(
        state="sent", message_id=message_id, claimed_until=None, error=""
    )


async def again(delivery: Delivery, error: str, *, after: float | None = None) -> None:
    """It could not be said: try again after a pause that doubles, or give up after the last try.

    `after` is the pause in seconds that the platform asks for; waiting as asked is no failed try.
    """
    if after is not None:
        await Delivery.filter(id=delivery.id, state="due", attempt=delivery.attempt).update(
            attempt=delivery.attempt - 1,
            next_at=now() + timedelta(seconds=after),
            claimed_until=None,
            error=error[:ERROR_CHARS],
        )
        return
    if delivery.attempt >= TRIES:
        await dead(delivery, error)
        return
    pause = min(FIRST_PAUSE * 2 ** max(0, delivery.attempt - 1), LONGEST_PAUSE)
    await Delivery.filter(id=delivery.id, state="due", attempt=delivery.attempt).update(
        next_at=now() + timedelta(seconds=pause), claimed_until=None, error=error[:ERROR_CHARS]
    )


async def dead(delivery: Delivery, error: str) -> None:
    """It can never be said: blocked, the channel gone."""
    await Delivery.filter(id=delivery.id, state="due").update(
        state="dead", claimed_until=None, error=error[:ERROR_CHARS]
    )


async def due_at(platform: str) -> datetime | None:
    """When the next delivery of a platform can be taken; None if nothing is due at all."""
    rows = await Delivery.filter(platform=platform, state="due").values_list("next_at", "claimed_until")
    return min((max(next_at, claimed or next_at) for next_at, claimed in rows), default=None)
