"""The allowance: how many films a member may make in a rolling 24 hours. Only finished films are spent.

A place is held while a film's job is open, spent when the film is finished, and released when it comes to nothing.
A spent place frees up exactly 24 hours after its film was finished.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.clock import now
from core.records import AllowanceEntry, Clip
from core.refusals import Remedy, Spent

WINDOW = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Standing:
    """Films finished in the window (`used`), still being made (`held`), and possible now (`left`), of `limit`.

    `next_free_at` is when one more becomes possible, if none is left and a finished one will free up.
    """

    used: int
    held: int
    limit: int
    left: int
    next_free_at: datetime | None


async def standing(member_id: int, limit: int, moment: datetime | None = None) -> Standing:
    """How a member stands now, or at another moment as far as can be known now."""
    after = (moment or now()) - WINDOW
    entries = await AllowanceEntry.filter(member_id=member_id, state="spent", at__gt=after).order_by("at")
    spent = [entry.at for entry in entries]
    held = await AllowanceEntry.filter(member_id=member_id, state="held").count()
    over = len(spent) + held - limit  # 0: just used up; more where the limit was lowered since
    free_at = spent[over] + WINDOW if 0 <= over < len(spent) else None
    return Standing(len(spent), held, limit, max(0, -over), free_at)


async def hold(member_id: int, clip: Clip, limit: int) -> None:
    """Hold a place for a new film. Within a transaction that has locked the member, or two could take the last one.

    Raises:
        Spent: no place is left.
    """
    now_standing = await standing(member_id, limit)
    if now_standing.left <= 0:
        raise _spent(now_standing)
    await AllowanceEntry.create(member_id=member_id, clip_id=clip.id, state="held", at=now())


async def spend(clip_id: int) -> None:
    """The film is finished: its place is taken from now on, for 24 hours."""
    await AllowanceEntry.filter(clip_id=clip_id, state="held").update(state="spent", at=now())


async def release(clip_id: int) -> None:
    """The film came to nothing: its place is free at once."""
    await AllowanceEntry.filter(clip_id=clip_id, state="held").update(state="released", at=now())


def _spent(standing: Standing) -> Spent:
    if standing.next_free_at is None:
        return Spent(
            "refusal-allowance-held",
            remedy=Remedy("queue"),
            held=standing.held,
            used=standing.used,
            limit=standing.limit,
        )
    return Spent("refusal-allowance", used=standing.used, limit=standing.limit, next_free_at=standing.next_free_at)
