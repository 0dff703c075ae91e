"""Whether somebody may be shown now: one decision, read from the rows, the same at every door.

owner themselves                       yes
forbidden to this member for good      no
outside its place, without its role    no
a standing grant                       yes
rule "me"                              no
rule "approved"                        ask
rule "mutuals"                         yes if both follow each other, else no    | with `each_time`
rule "everyone"                        yes                                       | a yes becomes ask
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tortoise.expressions import Q

from core.clock import now
from core.likeness.following import are_mutual
from core.likeness.records import Appearance, Grant, Likeness

Verdict = Literal["yes", "ask", "no"]
Basis = Literal["own", "grant", "mutuals", "everyone", "once"]
RULES = ("me", "approved", "mutuals", "everyone")


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict; of a yes its ground, of a no the id of the message that says why."""

    verdict: Verdict
    basis: Basis | None = None
    grant_id: int | None = None
    why: str = ""


async def decide(
    likeness: Likeness,
    member_id: int,
    community_id: int,
    roles: Collection[str] = (),
    moment: datetime | None = None,
) -> Decision:
    """May this member show this likeness in this community now? `roles` are theirs there, by the platform's ids."""
    if likeness.state != "active":
        return Decision("no", why="refusal-likeness-gone")
    if likeness.owner_id == member_id:
        return Decision("yes", "own")
    grants = await Grant.filter(likeness_id=likeness.id, member_id=member_id, ended_at=None)
    if any(grant.kind == "never" for grant in grants):
        return Decision("no", why="refusal-likeness-never")
    if likeness.place_id is not None and likeness.place_id != community_id:
        return Decision("no", why="refusal-likeness-elsewhere")
    if likeness.role is not None and likeness.role not in roles:
        return Decision("no", why="refusal-likeness-role")
    usable = [grant for grant in grants if is_usable(grant, community_id, moment or now())]
    if usable:
        return Decision("yes", "grant", min(usable, key=_scarcity).id)
    return await _by_rule(likeness, member_id)


async def _by_rule(likeness: Likeness, member_id: int) -> Decision:
    match likeness.rule:
        case "approved":
            return Decision("ask")
        case "mutuals" if await are_mutual(likeness.owner_id, member_id):
            return Decision("ask") if likeness.each_time else Decision("yes", "mutuals")
        case "mutuals":
            return Decision("no", why="refusal-likeness-mutuals")
        case "everyone":
            return Decision("ask") if likeness.each_time else Decision("yes", "everyone")
        case _:
            return Decision("no", why="refusal-likeness-only-me")


def is_usable(grant: Grant, community_id: int, moment: datetime) -> bool:
    """Whether an allowance holds in that community at that moment."""
    return (
        grant.kind == "allow"
        and grant.ended_at is None
        and (grant.until is None or moment < grant.until)
        and (grant.left is None or grant.left > 0)
        and grant.community_id in (None, community_id)
    )


def _scarcity(grant: Grant) -> tuple[bool, bool, int]:
    """What never runs out is used first, so that nobody loses a counted clip for nothing."""
    return grant.left is not None, grant.until is not None, grant.id


async def objection(appearance: Appearance, member_id: int) -> str | None:
    """Why a yes that was given holds no more, as a message id; None while it holds. `member_id` made the clip.

    With its likeness, which is read afresh by the caller. A week that has passed and a count that is used up since do
    no harm: the yes was given in time. Whatever somebody has taken back does.
    """
    likeness = appearance.likeness
    if likeness.state != "active" or appearance.state not in ("held", "shown"):
        return "refusal-likeness-gone"
    if appearance.basis == "own":
        return None if likeness.owner_id == member_id else "refusal-likeness-gone"
    ended = Q(kind="never", ended_at=None)
    if appearance.grant_id is not None:
        ended |= Q(id=appearance.grant_id, ended_at__isnull=False)
    if await Grant.filter(ended, likeness_id=likeness.id, member_id=member_id).exists():
        return "refusal-likeness-gone"
    if appearance.basis in ("grant", "once"):
        return None
    # it rests on the rule: would that still say yes? Somebody's roles were known only when they asked
    unchanged = appearance.version == likeness.version
    roles = (likeness.role,) if unchanged and likeness.role is not None else ()
    decision = await decide(likeness, member_id, appearance.place_id, roles)
    return None if decision.verdict == "yes" else "refusal-likeness-gone"
