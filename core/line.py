"""The line of waiting jobs: who is next, and how long the others wait.

Fair order: tier, then the member who was served least lately, then age. A member's second film stands behind the first
ones of all others, and members see their position in exactly the order in which workers take the jobs.
"""

import heapq
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.asking import Asker
from core.records import Job

SECONDS_PER_FILM_SECOND = 1.5  # of work, until finished jobs have shown this machine's own pace
PACE_SAMPLE = 20  # finished jobs that the pace is taken from


@dataclass(frozen=True, slots=True)
class Waiting:
    """A queued job, as far as its place in line is concerned. `served` is when its member was last served."""

    job_id: int
    member_id: int
    tier: int
    served: datetime | None
    film_seconds: float
    platform: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place in line: 1 is next. `starts_in` is an estimate in seconds."""

    position: int
    starts_in: float


@dataclass(frozen=True, slots=True)
class OwnJob:
    """One of the asker's open jobs; `title` is the prompt where the film has no title yet.

    `position` is None while it is being made; `ready_in` is an estimate in seconds.
    """

    job_id: int
    public_id: str
    title: str
    position: int | None
    starts_in: float
    ready_in: float
    stage: str
    percent: float


@dataclass(frozen=True, slots=True)
class QueueView:
    """The asker's jobs, running ones first, then in the order in which they will be taken; and all jobs, counted."""

    own: tuple[OwnJob, ...]
    waiting: int
    running: int


def fair(waiting: Iterable[Waiting]) -> list[Waiting]:
    """The order in which these jobs will be taken if nothing else comes."""
    tiers: dict[int, dict[int, deque[Waiting]]] = defaultdict(lambda: defaultdict(deque))
    turn: dict[int, tuple[int, float]] = {}  # a member's last turn: a real one, then those in this simulation
    for job in sorted(waiting, key=lambda job: job.job_id):
        tiers[job.tier][job.member_id].append(job)
        turn[job.member_id] = (0, job.served.timestamp() if job.served else 0.0)
    taken: list[Waiting] = []
    for tier in sorted(tiers, reverse=True):
        line = [(turn[member], jobs[0].job_id, member) for member, jobs in tiers[tier].items()]
        heapq.heapify(line)
        while line:
            _, _, member = heapq.heappop(line)
            jobs = tiers[tier][member]
            taken.append(jobs.popleft())
            turn[member] = (1, len(taken))
            if jobs:
                heapq.heappush(line, (turn[member], jobs[0].job_id, member))
    return taken


async def order() -> list[int]:
    """The ids of all queued jobs, the next one first."""
    return [job.job_id for job in await _queued()]


async def position(job_id: int) -> int | None:
    """A job's place in line, 1 is next; None when it is not waiting."""
    line = await order()
    return line.index(job_id) + 1 if job_id in line else None


async def waiting(platform: str) -> dict[int, Place]:
    """The places of all jobs that were asked for on one platform, by job id."""
    queued = await _queued()
    places = _places(queued, await _running(), await pace())
    return {job.job_id: places[job.job_id] for job in queued if job.platform == platform}


async def queue_view(asker: Asker) -> QueueView:
    """What the asker has in line and in the making."""
    queued, running, per_second = await _queued(), await _running(), await pace()
    places = _places(queued, running, per_second)
    own = await Job.filter(member_id=asker.member_id, state__in=("queued", "running")).select_related("clip")
    views = [_own(job, places.get(job.id), per_second) for job in own]
    views.sort(key=lambda view: (view.position or 0, view.job_id))
    return QueueView(tuple(views), len(queued), len(running))


async def estimate(film_seconds: float) -> float:
    """Seconds of work that a film of this length takes here, by what was finished lately."""
    return film_seconds * await pace()


async def pace() -> float:
    """Seconds of work for a second of film, from the films finished last."""
    done = Job.filter(state="done", started_at__isnull=False, finished_at__isnull=False)
    jobs = await done.order_by("-finished_at").limit(PACE_SAMPLE)
    film = sum(job.film_seconds for job in jobs)
    work = sum((job.finished_at - job.started_at).total_seconds() for job in jobs if job.finished_at and job.started_at)
    return work / film if film > 0 and work > 0 else SECONDS_PER_FILM_SECOND


def _places(queued: Sequence[Waiting], running: Sequence[Job], per_second: float) -> dict[int, Place]:
    """Jobs start in order, each in the lane that is free first. A worker at work is a lane; an idle one waits for none.

    With nothing running there is one lane, free now: how many workers there are shows only in their work.
    """
    lanes = [job.film_seconds * per_second * (1 - min(job.percent, 100.0) / 100) for job in running] or [0.0]
    heapq.heapify(lanes)
    places: dict[int, Place] = {}
    for number, job in enumerate(queued, start=1):
        places[job.job_id] = Place(number, lanes[0])
        heapq.heapreplace(lanes, lanes[0] + job.film_seconds * per_second)
    return places


def _own(job: Job, place: Place | None, per_second: float) -> OwnJob:
    work = job.film_seconds * per_second
    starts_in = place.starts_in if place else 0.0
    return OwnJob(
        job_id=job.id,
        public_id=job.clip.public_id,
        title=job.clip.title or job.clip.prompt,
        position=place.position if place else None,
        starts_in=starts_in,
        ready_in=starts_in + work * (1 - min(job.percent, 100.0) / 100),
        stage=job.stage,
        percent=job.percent,
    )


async def _queued() -> list[Waiting]:
    rows = await Job.filter(state="queued").values_list(
        "id", "member_id", "tier", "member__last_served_at", "film_seconds", "platform"
    )
    return fair(Waiting(*row) for row in rows)


async def _running() -> list[Job]:
    return await Job.filter(state="running")
