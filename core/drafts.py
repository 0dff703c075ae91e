"""Drafts: finished films that only their maker sees, until they are posted or thrown away."""

from dataclasses import dataclass

from core import deliveries
from core.asking import Asker
from core.clips import own_clip
from core.clock import now
from core.database import atomically
from core.likeness import appearances
from core.locking import lock_member
from core.records import Attendance, Clip, Community, Delivery
from core.refusals import NotAllowed, TooLate
from core.removal import owe_redraw, remove

PER_PAGE = 5


@dataclass(frozen=True, slots=True)
class DraftPage:
    """Drafts, newest first; `more` says whether there is a next page."""

    clips: tuple[Clip, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class Posted:
    """A clip that is now in the feed, and where it will appear."""

    public_id: str
    title: str
    platform: str
    channel: str


async def drafts(asker: Asker, page: int, per_page: int = PER_PAGE) -> DraftPage:
    """One page, counted from 1, of the asker's finished films that are not posted."""
    number = max(1, page)
    found = (
        await Clip.filter(author_id=asker.member_id, state="draft", ready_at__isnull=False)
        .order_by("-ready_at", "-id")
        .offset((number - 1) * per_page)
        .limit(per_page + 1)
    )
    return DraftPage(tuple(found[:per_page]), number, len(found) > per_page)


async def draft(asker: Asker, public_id: str) -> Clip:
    """One finished draft of the asker's.

    Raises:
        NotFound: no such clip.
        NotYours: it is another member's.
        TooLate: it is posted, or not finished.
    """
    return _ready(await own_clip(asker, public_id))


async def post(asker: Asker, public_id: str) -> Posted:
    """Post a draft to the feed of the community that the asker is in, or to their channel where no feed is set.

    Raises:
        NotFound: no such clip.
        NotYours: it is another member's.
        TooLate: it is posted already, or not finished.
        NotAllowed: it was asked for in a community that the asker has left, or somebody in it does not agree any more.
    """

    async def work() -> Posted:
        await lock_member(asker.member_id)
        clip = _ready(await own_clip(asker, public_id))
        objection = await appearances.objection(clip.id, asker.member_id)
        if objection is not None:
            raise objection
        # a draft that was shown in a private chat goes where it was asked for
        place = await Community.get(id=clip.community_id if asker.private else asker.community_id)
        if await Attendance.exists(member_id=asker.member_id, community_id=place.id, left_at__isnull=False):
            raise NotAllowed("refusal-left-place", place=place.name)
        channel = place.feed_channel or (clip.asked_in if asker.private and clip.asked_in else asker.channel)
        await Clip.filter(id=clip.id).update(state="posted", posted_at=now(), community_id=place.id)
        times = await Delivery.filter(clip_id=clip.id, kind="post").count()  # a post may have been taken down before
        await deliveries.owe(
            "post", key=f"clip:{clip.id}:post:{times}", platform=place.platform, channel=channel, clip_id=clip.id
        )
        await owe_redraw(clip, f"posted:{times}")
        return Posted(clip.public_id, clip.title, place.platform, channel)

    return await atomically(work)


async def asked_for_in(public_id: str) -> str | None:
    """The community in which a film was asked for, as its platform names it."""
    clip = await Clip.get_or_none(public_id=public_id).select_related("community")
    return clip.community.external_id if clip is not None else None


async def discard(asker: Asker, public_id: str) -> int:
    """Throw a draft away; what is still being made is cancelled. The id of the clip whose files to purge now.

    What the film took of the allowance stays taken if it was finished.

    Raises:
        NotFound: no such clip.
        NotYours: it is another member's.
        TooLate: it is posted.
    """

    async def work() -> int:
        await lock_member(asker.member_id)
        clip = await own_clip(asker, public_id)
        if clip.state != "draft":
            raise TooLate("refusal-posted-stays", clip=clip.public_id)
        await remove(clip)
        return clip.id

    return await atomically(work)


async def unpostable(clip_id: int, delivery_id: int) -> None:
    """The channel of a post cannot be written to: the film is a draft again, and its maker hears of it."""

    async def work() -> None:
        clip = await Clip.get(id=clip_id)
        await lock_member(clip.author_id)
        if await Clip.filter(id=clip_id, state="posted").update(state="draft", posted_at=None):
            await owe_redraw(clip, f"unpostable:{delivery_id}", message="draft-unpostable")

    await atomically(work)


def _ready(clip: Clip) -> Clip:
    if clip.state == "posted":
        raise TooLate("refusal-already-posted", clip=clip.public_id)
    if clip.state != "draft" or clip.ready_at is None:
        raise TooLate("refusal-not-finished", clip=clip.public_id)
    return clip
