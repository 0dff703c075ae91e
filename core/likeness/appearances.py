"""Who is in a clip: asked for with it, held while it is made, shown once it is finished, ended when that is over.

asked --yes--> held --finished--> shown
  |              |                  |
  no, too late   came to nothing    taken back, revoked
  +--------------+--> ended <-------+
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from core.clock import now
from core.ids import new_public_id
from core.likeness import consent, grants
from core.likeness.records import Appearance, Likeness
from core.refusals import NotAllowed

MOST_STARS = 3
ASKED_FOR = timedelta(hours=24)  # how long somebody has to answer
LIVE = ("asked", "held", "shown")


@dataclass(frozen=True, slots=True)
class Held:
    """Everybody who will be in a clip; `asked` are those whose owner has to say yes first."""

    all: tuple[Appearance, ...] = ()
    asked: tuple[Appearance, ...] = ()


async def hold(
    clip_id: int, member_id: int, community_id: int, likenesses: Sequence[Likeness], roles: Collection[str]
) -> Held:
    """Put likenesses into a member's new clip. Within its transaction; a count of a grant is used here.

    Raises:
        NotAllowed: too many; or one of them does not want it, and the refusal says who and why.
    """
    if len(likenesses) > MOST_STARS:
        raise NotAllowed("refusal-too-many-stars", limit=MOST_STARS)
    every = []
    for likeness in likenesses:
        decision = await consent.decide(likeness, member_id, community_id, roles)
        if decision.verdict == "no":
            raise NotAllowed(decision.why, name=likeness.name)
        if decision.grant_id is not None and not await grants.use(decision.grant_id):
            raise NotAllowed("refusal-likeness-used-up", name=likeness.name)
        asked = decision.verdict == "ask"
        every.append(
            await Appearance.create(
                public_id=new_public_id(),
                clip_id=clip_id,
                likeness_id=likeness.id,
                state="asked" if asked else "held",
                basis=decision.basis or "",
                version=likeness.version,
                grant_id=decision.grant_id,
                place_id=community_id,
                asked_until=now() + ASKED_FOR if asked else None,
            )
        )
    return Held(tuple(every), tuple(one for one in every if one.state == "asked"))


async def say_yes(appearance: Appearance, *, basis: consent.Basis, grant_id: int | None = None) -> bool:
    """Its owner has said yes; False if it is not asked any more."""
    return bool(
        await Appearance.filter(id=appearance.id, state="asked").update(
            state="held", basis=basis, grant_id=grant_id, version=appearance.likeness.version, answered_at=now()
        )
    )


async def is_asked(clip_id: int) -> bool:
    """Whether somebody's answer is still waited for."""
    return await Appearance.exists(clip_id=clip_id, state="asked")


async def asked_names(clip_id: int) -> tuple[str, ...]:
    """Whose yes is waited for."""
    rows = await Appearance.filter(clip_id=clip_id, state="asked").order_by("id").select_related("likeness")
    return tuple(row.likeness.name for row in rows)


async def shown(clip_id: int) -> None:
    """The film is finished."""
    await Appearance.filter(clip_id=clip_id, state="held").update(state="shown")


async def release(clip_id: int) -> None:
    """The film came to nothing, or is gone: whoever was in it is no more, and what was held of a count is free."""
    for appearance in await Appearance.filter(clip_id=clip_id, state__in=LIVE):
        ended = await Appearance.filter(id=appearance.id, state=appearance.state).update(state="ended")
        if ended and appearance.state == "held" and appearance.grant_id is not None:
            await grants.give_back(appearance.grant_id)


async def stars_of(clip_id: int) -> list[Likeness]:
    """The likenesses in a clip, in the order in which they were asked for."""
    rows = await Appearance.filter(clip_id=clip_id, state__in=LIVE).order_by("id").select_related("likeness")
    return [row.likeness for row in rows]


async def objection(clip_id: int, author_id: int) -> NotAllowed | None:
    """Why a clip may not be made or shown any more; None while everybody in it agrees.

    Asked at every door: when a worker begins, when the film is stored, when it is posted, when the post is sent.
    """
    rows = await Appearance.filter(clip_id=clip_id).order_by("id").select_related("likeness")
    for row in rows:
        why = await consent.objection(row, author_id)
        if why is not None:
            return NotAllowed(why, name=row.likeness.name)
    return None
