"""Who follows whom."""

from contextlib import suppress

from tortoise.exceptions import IntegrityError

from core.likeness.records import Follow


async def follow(follower_id: int, followed_id: int) -> bool:
    """Follow a member; False if that was so already, or it is oneself."""
    if follower_id == followed_id or await Follow.exists(follower_id=follower_id, followed_id=followed_id):
        return False
    with suppress(IntegrityError):  # twice at once
        await Follow.create(follower_id=follower_id, followed_id=followed_id)
        return True
    return False


async def unfollow(follower_id: int, followed_id: int) -> bool:
    """Follow a member no more; False if one did not."""
    return bool(await Follow.filter(follower_id=follower_id, followed_id=followed_id).delete())


async def are_mutual(one: int, other: int) -> bool:
    """Whether both follow each other."""
    return (
        await Follow.filter(follower_id=one, followed_id=other).exists()
        and await Follow.filter(follower_id=other, followed_id=one).exists()
    )
