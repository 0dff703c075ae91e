"""What an owner has allowed or forbidden one member: given, used up by count, given back, ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.expressions import F, Q

from core.clock import now
from core.likeness.records import Grant, Likeness

MOST_CLIPS = 100  # of one grant that counts
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Scope:
    """How far an allowance goes; None is without end."""

    clips: int | None = None
    until: datetime | None = None
    community_id: int | None = None


async def allow(likeness: Likeness, member_id: int, scope: Scope) -> Grant:
    """Allow a member to show a likeness, and take back that they never may."""
    await Grant.filter(likeness_id=likeness.id, member_id=member_id, kind="never", ended_at=None).update(ended_at=now())
    return await Grant.create(
        likeness_id=likeness.id,
        member_id=member_id,
        left=None if scope.clips is None else min(max(scope.clips, 1), MOST_CLIPS),
        until=scope.until,
        community_id=scope.community_id,
    )


async def forbid(likeness: Likeness, member_id: int) -> Grant:
    """Forbid a member to show a likeness, or to ask; whatever was allowed to them ends."""
    await end(likeness, member_id)
    return await Grant.create(likeness_id=likeness.id, member_id=member_id, kind="never")


async def end(likeness: Likeness, member_id: int | None = None) -> int:
    """End what was allowed to a member, or to all; how many grants that were."""
    found = Grant.filter(likeness_id=likeness.id, kind="allow", ended_at=None)
    if member_id is not None:
        found = found.filter(member_id=member_id)
    return await found.update(ended_at=now())


async def use(grant_id: int) -> bool:
    """Use one clip of a grant; False if it has ended or is used up. Two at once cannot both have the last one."""
    moment = now()
    alive = Grant.filter(Q(until=None) | Q(until__gt=moment), id=grant_id, kind="allow", ended_at=None)
    if await alive.filter(left=None).exists():
        return True
    return bool(await alive.filter(left__gt=0).update(left=F("left") - 1))


async def give_back(grant_id: int) -> None:
    """A clip that was taken came to nothing."""
    await Grant.filter(id=grant_id, left__isnull=False).update(left=F("left") + 1)


async def left_community(member_id: int, community_id: int) -> None:
    """Somebody has gone from a community: what was granted there, to them or by them, ends."""
    theirs = Q(member_id=member_id) | Q(likeness__owner_id=member_id)
    ids = await Grant.filter(theirs, community_id=community_id, ended_at=None).values_list("id", flat=True)
    await Grant.filter(id__in=list(ids)).update(ended_at=now())
