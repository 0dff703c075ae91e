"""An end to a likeness: nobody may show it from this moment on, and whatever shows it goes.

First the likeness itself, its grants and its key: from then on every door is shut (`appearances.objection`). Then, film
by film, what was let in before. A crash in between leaves the doors shut, and the sweep goes on with the films.
"""

from dataclasses import dataclass

from tortoise.expressions import F

from core.clock import now
from core.database import atomically
from core.likeness import appearances, grants, receipts
from core.likeness.receipts import Signer
from core.likeness.records import Appearance, Likeness
from core.locking import lock_member
from core.records import Clip, Delivery, Job
from core.refusals import NotAllowed
from core.removal import remove

NOT_OVER = ("checking", "review", "active")


@dataclass(frozen=True, slots=True)
class Reached:
    """What a revocation reached: jobs stopped, drafts destroyed, films removed from the feed and their posts."""

    jobs: int = 0
    drafts: int = 0
    films: int = 0
    posts: int = 0

    def __add__(self, other: "Reached") -> "Reached":
        return Reached(
            self.jobs + other.jobs, self.drafts + other.drafts, self.films + other.films, self.posts + other.posts
        )


async def revoke(likeness_id: int, signer: Signer) -> Reached:
    """Revoke a likeness for good. Again, it goes on with what was left; nothing is counted twice."""

    async def shut() -> None:
        likeness = await Likeness.select_for_update().get(id=likeness_id)
        if likeness.state not in NOT_OVER:
            return
        await Likeness.filter(id=likeness_id).update(
            state="revoked", version=F("version") + 1, key="", revoked_at=now(), look={}, wishes="", refuses=""
        )
        await grants.end(likeness)
        await receipts.write(
            signer, "revoked", {"likeness": likeness.public_id, "version": likeness.version + 1},
            likeness_id=likeness_id,
        )  # fmt: skip

    await atomically(shut)
    return await clear(likeness_id)


async def clear(likeness_id: int) -> Reached:
    """Remove every film that shows a likeness which nobody may show."""
    reached = Reached()
    while True:
        shown = Appearance.filter(likeness_id=likeness_id, state__in=appearances.LIVE)
        clips = list(await shown.limit(100).values_list("clip_id", flat=True))
        if not clips:
            return reached
        for clip_id in clips:
            reached += await _removed(int(str(clip_id)), likeness_id)


async def unfinished() -> list[int]:
    """The likenesses that are revoked, but still in films: a crash came between."""
    rows = Appearance.filter(state__in=appearances.LIVE, likeness__state__in=("revoked", "refused"))
    return sorted({int(str(id)) for id in await rows.limit(100).values_list("likeness_id", flat=True)})


@dataclass(frozen=True, slots=True)
class TakenDown:
    """How the posts of a revoked likeness fare: gone, still being taken down, and such as could not be reached."""

    gone: int
    due: int
    failed: int


async def standing(likeness_id: int) -> TakenDown:
    """How far the posts are taken down."""
    clips = Appearance.filter(likeness_id=likeness_id).values_list("clip_id", flat=True)
    ids = [int(str(id)) for id in await clips]
    due = Delivery.filter(kind="takedown", clip_id__in=ids)
    return TakenDown(*[await due.filter(state=state).count() for state in ("sent", "due", "dead")])


async def _removed(clip_id: int, likeness_id: int) -> Reached:
    async def work() -> Reached:
        clip = await Clip.get(id=clip_id)
        await lock_member(clip.author_id)
        await clip.refresh_from_db()
        likeness = await Likeness.get(id=likeness_id)
        if clip.state == "removed":
            await appearances.release(clip_id)
            return Reached()
        open_jobs = await Job.filter(clip_id=clip_id, state__in=("asking", "queued", "running")).count()
        was, finished = clip.state, clip.ready_at is not None
        posts = await remove(clip, NotAllowed("refusal-likeness-revoked", name=likeness.name))
        return Reached(jobs=open_jobs, drafts=int(finished and was == "draft"), films=int(was == "posted"), posts=posts)

    return await atomically(work)
