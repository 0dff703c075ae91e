"""The one order in which rows are locked: the member first. Then nobody waits for somebody who waits for them."""

from core.records import Member


async def lock_member(member_id: int) -> Member:
    """The member's row, held until the transaction ends. On SQLite the transaction itself is that lock.

    Called first in every transaction that reads a member's clips, jobs or allowance in order to change them.
    """
    # no_key: rows that only refer to the member (a like, a comment) may be written meanwhile
    return await Member.select_for_update(no_key=True).get(id=member_id)
