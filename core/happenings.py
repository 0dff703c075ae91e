"""What happens to chats behind our back: messages and channels deleted, groups moved, the door shown to us.

Each is told once or more often, in any order, and changes nothing that is not there.
"""

from collections.abc import Sequence

from core.clock import now
from core.database import atomically
from core.likeness import grants
from core.records import Attendance, Clip, Comment, Community, Delivery, Identity, Job, Post


async def messages_gone(platform: str, channel: str, message_ids: Sequence[str]) -> None:
    """Messages were deleted: comments among them are forgotten, and a film whose last post went is a draft again."""

    async def work() -> None:
        here = {"platform": platform, "channel": channel, "message_id__in": list(message_ids)}
        await Comment.filter(**here).delete()
        clips = list(await Post.filter(**here).values_list("clip_id", flat=True))
        await Post.filter(**here).delete()
        await _unposted([int(str(id)) for id in clips])

    await atomically(work)


async def channel_gone(platform: str, channel: str) -> None:
    """A channel was deleted: it is nobody's feed any more, and its posts are gone."""

    async def work() -> None:
        await Community.filter(platform=platform, feed_channel=channel).update(feed_channel=None)
        await Comment.filter(platform=platform, channel=channel).delete()
        clips = list(await Post.filter(platform=platform, channel=channel).values_list("clip_id", flat=True))
        await Post.filter(platform=platform, channel=channel).delete()
        await _unposted([int(str(id)) for id in clips])

    await atomically(work)


async def community_left(platform: str, community: str) -> None:
    """We were shown the door of a community; what its members made stays theirs."""
    await Community.filter(platform=platform, external_id=community, left_at=None).update(left_at=now())


async def member_left(platform: str, community: str, user: str) -> None:
    """Somebody went from a community or was thrown out: they post nothing there until they are back.

    What was granted there, to them or by them, ends.
    """
    here = {"community__platform": platform, "community__external_id": community}
    who = {"member__identities__platform": platform, "member__identities__external_id": user}
    attended = await Attendance.filter(left_at=None, **here, **who)
    await Attendance.filter(id__in=[one.id for one in attended]).update(left_at=now())
    for one in attended:
        await grants.left_community(one.member_id, one.community_id)


async def community_moved(platform: str, old: str, new: str) -> None:
    """A community has another id now (a Telegram group became a supergroup); its messages do not move with it."""

    async def work() -> None:
        if await Community.exists(platform=platform, external_id=new):  # somebody spoke there before we were told
            await Community.filter(platform=platform, external_id=new).update(external_id=f"{new} (before)")
        await Community.filter(platform=platform, external_id=old).update(external_id=new)
        await Community.filter(platform=platform, feed_channel=old).update(feed_channel=new)
        await Delivery.filter(platform=platform, channel=old, state="due").update(channel=new)
        await Job.filter(platform=platform, channel=old).update(channel=new, message_id=None)

    await atomically(work)


async def private_chat(platform: str, user: str, channel: str | None) -> None:
    """Somebody has opened a private chat with us, or closed it (None)."""
    await Identity.filter(platform=platform, external_id=user).update(private_channel=channel)


async def _unposted(clip_ids: Sequence[int]) -> None:
    for id in set(clip_ids):
        if not await Post.exists(clip_id=id):
            await Clip.filter(id=id, state="posted").update(state="draft", posted_at=None)
