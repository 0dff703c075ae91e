import asyncio

import pytest

from core.asking import Asker
from core.invites import issue, redeem
from core.records import Invite, Member
from core.refusals import BadInput, NotAMember, NotFound, Refusal, TooLate
from tests.core.conftest import People


async def _code(issuer: Asker) -> str:
    code = (await issue(issuer, limit=6)).new
    assert code is not None
    return code


async def test_a_member_issues_one_code_at_a_time_until_none_is_left(member: People) -> None:
    aki = await member("Aki")
    seen = []
    for left in (2, 1, 0):
        invites = await issue(aki, limit=3)
        assert invites.left == left
        seen.append(invites.new)
    last = await issue(aki, limit=3)
    assert (last.new, last.left) == (None, 0)
    assert [code.code for code in last.codes] == seen
    assert len(set(seen)) == 3


async def test_twenty_asks_at_once_issue_no_more_than_the_limit(member: People) -> None:
    aki = await member("Aki")
    await asyncio.gather(*(issue(aki, limit=6) for _ in range(20)))
    assert await Invite.all().count() == 6


async def test_who_invited_whom_is_kept(member: People, guest: People) -> None:
    aki, ben = await member("Aki"), await guest("Ben")
    code = await _code(aki)
    assert (await redeem(ben, code.lower().replace("-", " "))).joined
    assert (await Member.get(id=ben.member_id)).invited_by_id == aki.member_id
    invites = await issue(aki, limit=1)
    assert [(one.code, one.redeemed_by) for one in invites.codes] == [(code, "Ben")]


async def test_one_code_lets_in_one_of_fifty(member: People, guest: People) -> None:
    aki = await member("Aki")
    code = await _code(aki)
    guests = [await guest(f"Guest {number}") for number in range(50)]
    outcomes = await asyncio.gather(*(redeem(asker, code) for asker in guests), return_exceptions=True)
    inside = [outcome for outcome in outcomes if isinstance(outcome, Asker)]
    refused = [outcome.message for outcome in outcomes if isinstance(outcome, Refusal)]
    assert len(inside) == 1
    assert refused == ["refusal-code-used"] * 49
    assert await Member.filter(joined_at__isnull=False).count() == 2


async def test_a_guest_who_tries_two_codes_at_once_uses_one(member: People, guest: People) -> None:
    aki, ben = await member("Aki"), await guest("Ben")
    codes = [await _code(aki), await _code(aki)]
    await asyncio.gather(*(redeem(ben, code) for code in codes), return_exceptions=True)
    assert await Invite.filter(redeemed_by_id__isnull=False).count() == 1


async def test_codes_that_do_not_work_say_why(member: People, guest: People) -> None:
    aki, ben, eve = await member("Aki"), await guest("Ben"), await guest("Eve")
    code = await _code(aki)
    with pytest.raises(NotFound, match="refusal-unknown-code"):
        await redeem(ben, "ABCD-EFGH")
    with pytest.raises(NotFound, match="refusal-unknown-code"):
        await redeem(ben, "🎟" * 500)
    with pytest.raises(BadInput, match="refusal-own-code"):
        await redeem(aki, code)
    await redeem(ben, code)
    with pytest.raises(TooLate, match="refusal-code-used"):
        await redeem(eve, code)
    with pytest.raises(TooLate, match="refusal-already-a-member"):
        await redeem(ben, await _code(aki))


async def test_a_guest_cannot_invite(guest: People) -> None:
    with pytest.raises(NotAMember, match="refusal-not-a-member"):
        await issue(await guest("Ben"), limit=6)
