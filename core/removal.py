"""Taking a film away: its row at once, its files right after, and whatever shows it where it was posted.

The names of the files stay in the row until the files are gone, so that a crash in between leaves nothing behind.
"""

from tortoise.expressions import Q

from core import deliveries
from core.jobs import OPEN, block_job, cancel_job
from core.likeness import appearances
from core.records import Clip, Job, Post
from core.refusals import Refusal
from core.renditions import names_of
from core.storage import Storage

MOST_AT_ONCE = 100  # films of which one sweep deletes the files


async def remove(clip: Clip, because: Refusal | None = None) -> int:
    """Remove a film, in whichever state; how many posts of it will be taken down.

    Within a transaction that has locked its author, and read the clip after that. With a reason its maker is told.
    """
    job = await Job.get_or_none(clip_id=clip.id, state__in=OPEN)
    if job is not None and because is not None:
        await block_job(job, because)
    elif job is not None:
        await cancel_job(job)
    await Clip.filter(id=clip.id).update(state="removed")
    await appearances.release(clip.id)
    if job is None:
        await owe_redraw(clip, "removed", **_said(because))
    posts = await Post.filter(clip_id=clip.id)
    for post in posts:
        await owe_takedown(clip.id, post.platform, post.channel, post.message_id)
    return len(posts)


async def owe_takedown(clip_id: int, platform: str, channel: str, message_id: str) -> None:
    """A message that shows a removed film has to go."""
    await deliveries.owe(
        "takedown",
        key=f"takedown:{clip_id}:{channel}:{message_id}"[:80],
        platform=platform,
        channel=channel,
        clip_id=clip_id,
        params={"message": message_id},
    )


async def taken_down(clip_id: int, platform: str, channel: str, message_id: str) -> None:
    """The message is gone."""
    await Post.filter(clip_id=clip_id, platform=platform, channel=channel, message_id=message_id).delete()


async def owe_redraw(clip: Clip, why: str, **params: str) -> None:
    """The draft's message has to show what became of the film."""
    job = await Job.filter(clip_id=clip.id).order_by("-id").first()
    if job is not None:
        await deliveries.owe(
            "draft",
            key=f"clip:{clip.id}:{why}",
            platform=job.platform,
            channel=job.channel,
            clip_id=clip.id,
            job_id=job.id,
            params=params,
        )


async def purge(storage: Storage, clip_id: int | None = None) -> int:
    """Delete the files of removed films, of one or of all that still have some; of how many films that were."""
    left = Clip.filter(Q(video__isnull=False) | Q(picture__isnull=False), state="removed")
    if clip_id is not None:
        left = left.filter(id=clip_id)
    clips = await left.order_by("id").limit(MOST_AT_ONCE)
    for clip in clips:
        for name in await _names(clip):
            storage.delete(name)
        gone = dict.fromkeys(("video", "poster", "srt", "vtt", "picture", "more_pictures"))
        await Clip.filter(id=clip.id).update(**gone)
    return len(clips)


async def _names(clip: Clip) -> list[str]:
    names = [name for name in (clip.video, clip.poster, clip.srt, clip.vtt) if name]
    names += await names_of(clip.video) if clip.video else []
    # other takes of the same wish share the pictures
    if clip.picture and not await Clip.filter(picture=clip.picture).exclude(state="removed").exists():
        names += clip.pictures
    return names


def _said(because: Refusal | None) -> dict[str, str]:
    return {} if because is None else {"message": because.message, **{k: str(v) for k, v in because.params.items()}}
