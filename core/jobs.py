"""The life of a job: claimed, kept, finished, failed, cancelled; and returned to the line when its worker died.

The row is the truth. A worker owns a job as long as the row says running, its name and its attempt; every change of
state is one conditional UPDATE in one transaction with all its effects, so each happens once whoever else tries.
"""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from tortoise.queryset import QuerySet

from core import allowance, deliveries
from core.asking import Asker
from core.clips import own_clip
from core.clock import now
from core.database import atomically
from core.likeness import appearances
from core.line import OwnJob, Place, QueueView, estimate, order, position, queue_view, waiting
from core.locking import lock_member
from core.records import Clip, Job, Member
from core.refusals import NotFound, Refusal, TooLate

log = logging.getLogger(__name__)

OPEN = ("asking", "queued", "running")  # asking: somebody who is shown has to agree first
MOST_FAILURES = 3  # a job that broke three workers is not given to a fourth
MOST_WAKE_UPS = 100  # minted by one sweep; each takes whatever is next, so no job waits for one of its own

Outcome = Literal["done", "failed", "blocked", "cancelled"]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job in a worker's hands; `attempt` tells this claim from every other one."""

    job_id: int
    clip_id: int
    attempt: int
    leftovers: tuple[str, ...] = ()  # storage names that an attempt before has left behind


@dataclass(frozen=True, slots=True)
class FinishedClip:
    """A finished film: media are storage names, `notes` are [message id, {params}] of what was mended."""

    title: str
    seconds: float
    width: int
    height: int
    engine: str
    video: str
    poster: str
    srt: str | None = None
    vtt: str | None = None
    storyboard: Mapping[str, object] = field(default_factory=dict)
    notes: list[object] = field(default_factory=list)
    seed: int | None = None  # of a remix, that of its parent or of another take


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A job that was stopped, and where its placeholder is."""

    job_id: int
    public_id: str
    title: str
    platform: str
    channel: str


# --- a worker's side --------------------------------------------------------------------------------------------------


async def claim(worker: str, lease_seconds: float) -> Claimed | None:
    """Take the next job in fair order; None when nothing waits. The lease has to be renewed before it ends."""
    while line := await order():
        claimed = await _claim(line[0], worker, lease_seconds)
        if claimed is not None:
            return claimed
    return None


async def _claim(job_id: int, worker: str, lease_seconds: float) -> Claimed | None:
    async def work() -> Claimed | None:
        job = await _locked(job_id)
        moment = now()
        if job.state == "queued" and await _objected(job):
            return None
        if job.state != "queued" or not await Job.filter(id=job_id, state="queued").update(
            state="running",
            worker=worker,
            attempt=job.attempt + 1,
            lease_until=moment + timedelta(seconds=lease_seconds),
            started_at=moment,
            stage="",
            percent=0.0,
            error="",
            animatic=None,
        ):
            return None
        await Member.filter(id=job.member_id).update(last_served_at=moment)
        left = dict(job.animatic or {})
        leftovers = tuple(str(left[part]) for part in ("still", "film") if left.get(part))
        return Claimed(job_id, job.clip_id, job.attempt + 1, leftovers)

    return await atomically(work)


async def renew(job_id: int, worker: str, attempt: int, *, stage: str, percent: float, lease_seconds: float) -> bool:
    """Keep the job for another lease, and note how far it is. False: it is no longer ours, stop working on it."""
    until = now() + timedelta(seconds=lease_seconds)
    return bool(
        await _ours(job_id, worker, attempt).update(
            lease_until=until, stage=stage[:16], percent=min(max(percent, 0.0), 100.0)
        )
    )


async def show(job_id: int, worker: str, attempt: int, animatic: Mapping[str, object]) -> bool:
    """There is something to look at while the film is made. False: the job is no longer ours."""
    return bool(await _ours(job_id, worker, attempt).update(animatic=dict(animatic)))


async def finish(job_id: int, worker: str, attempt: int, film: FinishedClip) -> bool:
    """The film is made and its files are stored: the clip is ready, the place in the allowance spent, the draft due.

    False if the job is no longer ours, or somebody who is shown has taken back their yes: then the files are to be
    deleted again.
    """

    async def work() -> bool:
        begun = await _locked(job_id)
        if (begun.state, begun.worker, begun.attempt) == ("running", worker, attempt) and await _objected(begun):
            return False
        job = await _end(job_id, "done", worker=worker, attempt=attempt, percent=100.0)
        if job is None:
            return False
        clip = await Clip.get(id=job.clip_id)
        await Clip.filter(id=clip.id).update(
            seed=clip.seed if film.seed is None else film.seed,
            title=film.title[:120],
            seconds=film.seconds,
            width=film.width,
            height=film.height,
            engine=film.engine,
            video=film.video,
            poster=film.poster,
            srt=film.srt,
            vtt=film.vtt,
            storyboard=dict(film.storyboard),
            notes=[*clip.notes, *film.notes],  # of what it is a remix was noted when it was asked for
            ready_at=now(),
        )
        await allowance.spend(job.clip_id)
        await appearances.shown(job.clip_id)
        await _owe(job, "draft")
        return True

    return await atomically(work)


async def fail(job_id: int, worker: str, attempt: int, *, reference: str, retry: bool) -> bool:
    """The attempt came to nothing; `reference` finds its trace in the log. False if the job was no longer ours.

    With `retry` it returns to the line, unless it has failed too often. Otherwise it is over and costs nothing.
    """

    async def work() -> bool:
        job = await _locked(job_id)
        if (job.state, job.worker, job.attempt) != ("running", worker, attempt):
            return False
        await _lose(job, reference, retry=retry)
        return True

    return await atomically(work)


async def block(job_id: int, worker: str, attempt: int, refusal: Refusal) -> bool:
    """The film cannot be made for a reason to tell its maker; it costs nothing. False if the job was no longer ours."""

    async def work() -> bool:
        job = await _locked(job_id)
        if (job.state, job.worker, job.attempt) != ("running", worker, attempt):
            return False
        await block_job(job, refusal)
        return True

    return await atomically(work)


async def give_back(job_id: int, worker: str, attempt: int) -> bool:
    """The worker is told to end: the job returns to the line at once, and this was no failure."""

    async def work() -> bool:
        job = await _locked(job_id)
        if (job.state, job.worker, job.attempt) != ("running", worker, attempt):
            return False
        await _requeue(job, failures=job.failures)
        return True

    return await atomically(work)


# --- the members' side ------------------------------------------------------------------------------------------------


async def cancel(asker: Asker, public_id: str | None = None) -> Cancelled:
    """Stop the open job of a clip, or the asker's newest one; it costs nothing.

    A waiting job is gone at once, a running one when its worker renews the lease the next time.

    Raises:
        NotFound: no such clip, or nothing of the asker's is open.
        NotYours: it is another member's.
        TooLate: the film is finished.
    """

    async def work() -> Cancelled:
        await lock_member(asker.member_id)
        jobs = Job.filter(member_id=asker.member_id, state__in=OPEN).order_by("-id").select_related("clip")
        if public_id is None:
            job = await jobs.first()
        else:
            clip = await own_clip(asker, public_id)
            job = await jobs.filter(clip_id=clip.id).first()
            if job is None and clip.ready_at is not None:
                raise TooLate("refusal-already-done", clip=clip.public_id)
        if job is None:
            raise NotFound("refusal-nothing-to-cancel")
        await cancel_job(job)
        return Cancelled(job.id, job.clip.public_id, job.clip.title or job.clip.prompt, job.platform, job.channel)

    return await atomically(work)


async def cancel_job(job: Job) -> None:
    """End an open job. Within a transaction that has locked its member."""
    await Job.filter(id=job.id).update(state="cancelled", finished_at=now(), lease_until=None)
    await _let_go(job)
    await _owe(job, "cancelled")


async def block_job(job: Job, refusal: Refusal) -> None:
    """End an open job for a reason that its maker is told; it costs nothing. Within a transaction as `cancel_job`."""
    said = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in refusal.params.items()}
    await Job.filter(id=job.id).update(
        state="blocked", finished_at=now(), lease_until=None, error=refusal.message[:200]
    )
    await _let_go(job)
    await _owe(job, "failed", {"message": refusal.message, "params": said})


async def agreed(clip_id: int) -> Job | None:
    """Everybody who is shown has agreed: the job of a clip comes into the line. None if it waited for nobody.

    Within a transaction as `cancel_job`.
    """
    job = await Job.get_or_none(clip_id=clip_id, state="asking")
    if job is not None:
        await Job.filter(id=job.id, state="asking").update(state="queued")
    return job


# --- the sweep --------------------------------------------------------------------------------------------------------


async def sweep(moment: datetime | None = None) -> list[tuple[int, int]]:
    """Return the jobs of workers that died to the line, or give them up if that happened too often.

    The answer is (job, attempt) of waiting jobs, to be woken in case their wake-ups were lost. May run anywhere, at
    any time, several times at once.
    """
    moment = moment or now()
    for job in await Job.filter(state="running", lease_until__lt=moment):
        await _reclaim(job.id, job.attempt, moment)
    queued = await Job.filter(state="queued").order_by("id").limit(MOST_WAKE_UPS)
    return [(job.id, job.attempt) for job in queued]


async def _reclaim(job_id: int, attempt: int, moment: datetime) -> None:
    async def work() -> None:
        job = await _locked(job_id)
        lapsed = job.lease_until is not None and job.lease_until < moment
        if job.state != "running" or job.attempt != attempt or not lapsed:
            return  # renewed, finished or swept by somebody else meanwhile
        reference = secrets.token_hex(3)
        log.warning("reference %s: job %s, worker %s is gone (attempt %s)", reference, job.id, job.worker, attempt)
        await _lose(job, reference, retry=True)

    await atomically(work)


# --- within a transaction ---------------------------------------------------------------------------------------------


async def _locked(job_id: int) -> Job:
    """The job as it is once its member is locked."""
    job = await Job.get(id=job_id)
    await lock_member(job.member_id)
    await job.refresh_from_db()
    return job


async def _lose(job: Job, reference: str, *, retry: bool) -> None:
    """An attempt came to nothing: back into the line, or the end of it."""
    failures = job.failures + 1
    if retry and failures < MOST_FAILURES:
        await _requeue(job, failures=failures)
        return
    await Job.filter(id=job.id).update(
        state="failed", finished_at=now(), lease_until=None, failures=failures, error=reference[:200]
    )
    await _let_go(job)
    await _owe(job, "failed", {"reference": reference})


async def _objected(job: Job) -> bool:
    """Whether somebody who is shown agrees no more; then the job has ended."""
    refusal = await appearances.objection(job.clip_id, job.member_id)
    if refusal is None:
        return False
    await block_job(job, refusal)
    return True


async def _let_go(job: Job) -> None:
    """It came to nothing: what was held for it is free."""
    await allowance.release(job.clip_id)
    await appearances.release(job.clip_id)


async def _requeue(job: Job, *, failures: int) -> None:
    await Job.filter(id=job.id).update(
        state="queued", worker=None, lease_until=None, started_at=None, stage="", percent=0.0, failures=failures
    )
    # their turn came to nothing, so it is theirs again
    await Member.filter(id=job.member_id).update(last_served_at=None)


async def _end(job_id: int, outcome: Outcome, *, worker: str, attempt: int, **values: object) -> Job | None:
    """End a job if it is still this worker's; None if not."""
    job = await _locked(job_id)
    ended = await _ours(job_id, worker, attempt).update(state=outcome, finished_at=now(), lease_until=None, **values)
    return job if ended else None


async def _owe(job: Job, kind: deliveries.Kind, params: Mapping[str, object] | None = None) -> None:
    await deliveries.owe(
        kind,
        key=f"job:{job.id}:{kind}",
        platform=job.platform,
        channel=job.channel,
        clip_id=job.clip_id,
        job_id=job.id,
        params=params,
    )


def _ours(job_id: int, worker: str, attempt: int) -> QuerySet[Job]:
    return Job.filter(id=job_id, worker=worker, attempt=attempt, state="running")


__all__ = [
    "Cancelled",
    "Claimed",
    "FinishedClip",
    "OwnJob",
    "Place",
    "QueueView",
    "agreed",
    "block",
    "block_job",
    "cancel",
    "cancel_job",
    "claim",
    "estimate",
    "fail",
    "finish",
    "give_back",
    "order",
    "position",
    "queue_view",
    "renew",
    "sweep",
    "waiting",
]
