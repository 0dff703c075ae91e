"""The feed: posted films, and what people do with them. A post's message is how a platform names it."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q
from tortoise.functions import Count

from core.asking import Asker
from core.clock import now
from core.database import atomically
from core.locking import lock_member
from core.making import check_prompt
from core.records import Clip, Comment, Delivery, Identity, Job, Like, Post
from core.refusals import BadInput, NotFound
from core.removal import owe_takedown

PER_PAGE = 5
_BEING_SAID = (0.1, 0.2, 0.4, 0.8)  # seconds to wait for a post that is just being said
COMMENT_CHARS = 4096  # the longest message of the platforms we know (Telegram's)


@dataclass(frozen=True, slots=True)
class Counts:
    """How a clip is liked and answered."""

    likes: int = 0
    comments: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A posted clip in the feed."""

    clip: Clip
    author: str
    likes: int
    comments: int
    stands: tuple[str, str] | None = None  # (channel, message id) of its newest post


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Entries, newest first; `more` says whether there is a next page."""

    entries: tuple[Entry, ...]
    page: int
    more: bool


async def latest(community_id: int, page: int, per_page: int = PER_PAGE) -> FeedPage:
    """One page, counted from 1, of a community's posted films."""
    number = max(1, page)
    clips = (
        await Clip.filter(community_id=community_id, state="posted")
        .order_by("-posted_at", "-id")
        .offset((number - 1) * per_page)
        .limit(per_page + 1)
        .select_related("author")
    )
    shown = clips[:per_page]
    numbers = await counts(clip.id for clip in shown)
    posts = await Post.filter(clip_id__in=[clip.id for clip in shown]).order_by("id")
    stands = {post.clip_id: (post.channel, post.message_id) for post in posts}
    entries = tuple(
        Entry(clip, clip.author.name, numbers[clip.id].likes, numbers[clip.id].comments, stands.get(clip.id))
        for clip in shown
    )
    return FeedPage(entries, number, len(clips) > per_page)


async def home(asker: Asker) -> int:
    """The community whose feed somebody means: the one they are in; in a private chat, that of their last film."""
    if asker.private:
        last = await Clip.filter(author_id=asker.member_id).order_by("-id").first()
        if last is not None:
            return last.community_id
    return asker.community_id


async def like(asker: Asker, *, channel: str, message_id: str) -> int:
    """Like the film of a message; guests may. Twice is once, and one's own film does not count. Its likes now.

    Raises:
        NotFound: the message is not a post (any more).
    """
    clip = await _posted_clip(asker.platform, channel, message_id)
    if clip.author_id != asker.member_id and not await Like.exists(clip_id=clip.id, member_id=asker.member_id):
        with suppress(IntegrityError):  # the same reaction, told twice at once
            await Like.create(clip_id=clip.id, member_id=asker.member_id)
    return await Like.filter(clip_id=clip.id).count()


async def unlike(asker: Asker, *, channel: str, message_id: str) -> int:
    """Take a like back; harmless if there is none. Its likes now. Raises NotFound as `like`."""
    clip = await _posted_clip(asker.platform, channel, message_id)
    await Like.filter(clip_id=clip.id, member_id=asker.member_id).delete()
    return await Like.filter(clip_id=clip.id).count()


async def comment(asker: Asker, *, channel: str, message_id: str, reply_message_id: str, text: str) -> int:
    """Keep a reply to a post; guests may. The same message again is its edited text. How many comments there are now.

    Raises:
        NotFound: the message is not a post (any more).
        BadInput: nothing was said.
    """
    clip = await _posted_clip(asker.platform, channel, message_id)
    said = check_prompt(text[:COMMENT_CHARS], COMMENT_CHARS)
    if not said:
        raise BadInput("refusal-empty-comment")
    earlier = Comment.filter(platform=asker.platform, channel=channel, message_id=reply_message_id)
    if not await earlier.update(text=said):
        with suppress(IntegrityError):  # the same message, told twice at once
            await Comment.create(
                clip_id=clip.id,
                member_id=asker.member_id,
                platform=asker.platform,
                channel=channel,
                message_id=reply_message_id,
                text=said,
            )
    return await Comment.filter(clip_id=clip.id).count()


async def is_post(platform: str, channel: str, message_id: str) -> bool:
    """Whether likes and comments belong to that message."""
    return await _post(platform, channel, message_id) is not None


async def clip_of(platform: str, channel: str, message_id: str) -> str | None:
    """The public id of the film that a message of the feed shows; None for any other message."""
    post = await _post(platform, channel, message_id)
    return post.clip.public_id if post is not None else None


async def clip_of_placeholder(platform: str, channel: str, message_id: str) -> str | None:
    """The public id of the film whose progress or draft a message shows."""
    job = await Job.filter(platform=platform, channel=channel, message_id=message_id).first().select_related("clip")
    return job.clip.public_id if job is not None else None


async def channel_of(platform: str, chat: str, message_id: str) -> str | None:
    """The channel of the post that is a message of a chat, whichever topic of it that is in; None if it is no post."""
    posts = Post.filter(Q(channel=chat) | Q(channel__startswith=f"{chat}:"), platform=platform, message_id=message_id)
    post = await posts.first()
    return post.channel if post is not None else None


async def recent_posts(platform: str, limit: int) -> list[tuple[str, str]]:
    """(channel, message id) of the newest posts on a platform."""
    posts = await Post.filter(platform=platform).order_by("-id").limit(limit)
    return [(post.channel, post.message_id) for post in posts]


async def known_among(platform: str, chat: str, message_ids: Sequence[str]) -> set[str]:
    """Which of some messages of a chat, be it in one of its topics, we know: posts, films, comments."""
    here = Q(channel=chat) | Q(channel__startswith=f"{chat}:")
    found: set[str] = set()
    for table in (Post, Job, Comment):
        rows = table.filter(here, platform=platform, message_id__in=list(message_ids))
        found.update(str(id) for id in await rows.values_list("message_id", flat=True))
    return found


async def newest_post(platform: str, chat: str) -> str | None:
    """The message of the newest post in a chat or one of its topics."""
    here = Q(channel=chat) | Q(channel__startswith=f"{chat}:")
    post = await Post.filter(here, platform=platform).order_by("-id").first()
    return post.message_id if post is not None else None


async def likers(platform: str, channel: str, message_id: str) -> set[str]:
    """Platform ids of those who like the film of a message."""
    post = await Post.get_or_none(platform=platform, channel=channel, message_id=message_id)
    if post is None:
        return set()
    members = await Like.filter(clip_id=post.clip_id).values_list("member_id", flat=True)
    ids = await Identity.filter(platform=platform, member_id__in=list(members)).values_list("external_id", flat=True)
    return {str(id) for id in ids}


async def counts(clip_ids: Iterable[int]) -> dict[int, Counts]:
    """Likes and comments of clips, by id; of those that have none too."""
    ids = list(clip_ids)
    likes = await _by_clip(Like, ids)
    comments = await _by_clip(Comment, ids)
    return {id: Counts(likes.get(id, 0), comments.get(id, 0)) for id in ids}


async def posted(clip_id: int, platform: str, channel: str, message_id: str) -> None:
    """A messenger has said a post, in this message: reactions to it are likes from now on. Twice is once.

    If the film was removed while it was being said, the message is to be taken down again.
    """

    async def work() -> None:
        clip = await Clip.get(id=clip_id)
        await lock_member(clip.author_id)
        if await Post.exists(platform=platform, channel=channel, message_id=message_id):
            return
        await Post.create(clip_id=clip_id, platform=platform, channel=channel, message_id=message_id)
        await clip.refresh_from_db()
        if clip.state == "removed":
            await owe_takedown(clip_id, platform, channel, message_id)

    with suppress(IntegrityError):  # two messengers at once
        await atomically(work)


async def _posted_clip(platform: str, channel: str, message_id: str) -> Clip:
    post = await _post(platform, channel, message_id)
    if post is None or post.clip.state != "posted":
        raise NotFound("refusal-no-such-post")
    return post.clip


async def _post(platform: str, channel: str, message_id: str) -> Post | None:
    """The post that a message is. One that a messenger is just saying may be seen by people before it is noted."""
    for pause in (*_BEING_SAID, None):
        post = await Post.get_or_none(platform=platform, channel=channel, message_id=message_id).select_related("clip")
        being_said = Delivery.filter(
            platform=platform, channel=channel, kind="post", state="due", claimed_until__gt=now()
        )
        if post is not None or pause is None or not await being_said.exists():
            return post
        await asyncio.sleep(pause)
    return None


async def _by_clip(table: type[Like] | type[Comment], ids: list[int]) -> dict[int, int]:
    if not ids:
        return {}
    rows = (
        await table.filter(clip_id__in=ids)
        .annotate(number=Count("id"))
        .group_by("clip_id")
        .values_list("clip_id", "number")
    )
    return dict(rows)
