"""Invites: single-use codes that let a guest make films. Who invited whom is kept."""

from dataclasses import dataclass, replace

from core.asking import Asker
from core.clock import now
from core.database import atomically
from core.ids import new_code, read_code
from core.locking import lock_member
from core.records import Invite, Member
from core.refusals import BadInput, NotAMember, NotFound, Remedy, TooLate


@dataclass(frozen=True, slots=True)
class InviteCode:
    """A code, and the name of who used it."""

    code: str
    redeemed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Invites:
    """All codes of a member, oldest first; `new` is the one just issued, `left` how many more they may issue."""

    new: str | None
    codes: tuple[InviteCode, ...]
    left: int


async def issue(asker: Asker, *, limit: int) -> Invites:
    """Issue one more code unless `limit` were issued; all codes so far.

    Raises:
        NotAMember: guests cannot invite.
    """

    async def work() -> str | None:
        member = await lock_member(asker.member_id)
        if member.joined_at is None:
            raise NotAMember("refusal-not-a-member", remedy=Remedy("join"))
        if await Invite.filter(issuer_id=member.id).count() >= limit:
            return None
        return (await Invite.create(code=new_code(), issuer_id=member.id)).code

    new = await atomically(work)
    issued = await Invite.filter(issuer_id=asker.member_id).order_by("id").select_related("redeemed_by")
    codes = tuple(InviteCode(one.code, one.redeemed_by.name if one.redeemed_by else None) for one in issued)
    return Invites(new, codes, max(0, limit - len(codes)))


async def redeem(asker: Asker, code: str) -> Asker:
    """Join with a code.

    Raises:
        NotFound: no such code.
        BadInput: it is the asker's own.
        TooLate: the asker is a member already, or somebody used the code.
    """
    kept = read_code(code)

    async def work() -> None:
        member = await lock_member(asker.member_id)
        invite = await Invite.get_or_none(code=kept)
        if invite is None:
            raise NotFound("refusal-unknown-code", code=code.strip()[:20])
        if invite.issuer_id == member.id:
            raise BadInput("refusal-own-code")
        if member.joined_at is not None:
            raise TooLate("refusal-already-a-member")
        moment = now()
        if not await Invite.filter(id=invite.id, redeemed_by_id__isnull=True).update(
            redeemed_by_id=member.id, redeemed_at=moment
        ):
            raise TooLate("refusal-code-used")
        await Member.filter(id=member.id).update(joined_at=moment, invited_by_id=invite.issuer_id)

    await atomically(work)
    return replace(asker, joined=True)
