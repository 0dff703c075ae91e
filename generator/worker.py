"""The arq worker: woken by Redis, it claims the next job's row, has the film made, and stores the outcome.

One job at a time a worker. The row's lease is renewed every second while the workshop works; a renewal that finds the
row no longer ours (cancelled, or taken over after a pause) stops the production. Nothing is kept in Redis: a sweep,
also run here, returns jobs of dead workers and mints lost wake-ups.
"""

import asyncio
import contextlib
import logging
import os
import secrets
import shutil
import socket
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from arq.worker import Worker, func

from core import jobs, removal, renditions
from core.likeness import permission, revocation
from core.records import Clip, Job
from core.refusals import BadInput, Refusal
from core.remixing import parent_of
from core.settings import Settings
from core.signals import Signals, pack, unpack
from core.storage import Storage
from generator.animatic import Animatic
from generator.director.asjson import as_json
from generator.director.fromjson import from_json
from generator.engines.engine import Cancelled
from generator.production import Film, Order, Stage
from generator.reader import Reader
from generator.workshop import ProductionFailed, Workshop, WorkshopDied

log = logging.getLogger(__name__)

RENEW_EVERY = 1.0  # seconds; also how soon a cancel is noticed
TELL_EVERY = 0.25  # seconds between two progress events of a job
SWEEP_EVERY = 3.0  # seconds
HOUSE = Path(__file__).resolve().parents[1]
JOB_TIMEOUT = 3600  # seconds; arq needs a finite one, the lease is what really guards a job


@dataclass
class Bench:
    """A worker's place: its name, its parts, and the job in hand."""

    settings: Settings
    storage: Storage
    signals: Signals
    workshop: Workshop
    name: str = field(default_factory=lambda: f"{socket.gethostname()}-{os.getpid()}")


@dataclass
class _State:
    """How far the job in hand is; written by the workshop's messages, read by the lease."""

    stage: str = "direct"
    fraction: float = 0.0
    started: float = field(default_factory=time.monotonic)

    def seconds_left(self) -> float | None:
        """From the pace so far; None while there is too little to tell."""
        spent = time.monotonic() - self.started
        return spent * (1 - self.fraction) / self.fraction if self.fraction > 0.05 else None


class _Showing:
    """The animatic of the job in hand: stored, told, and thrown away when the job is over."""

    def __init__(self, bench: Bench, job: Job) -> None:
        self._bench = bench
        self._job = job
        self._stored: dict[Path, str] = {}
        self._telling: set[asyncio.Task[None]] = set()

    def show(self, animatic: Animatic) -> None:
        """There is more of it now."""
        storage, known = self._bench.storage, self._stored
        try:
            for path in filter(None, (animatic.still, animatic.film)):
                if path not in known:
                    known[path] = storage.put(path, path.suffix)
        except OSError:  # the film itself will tell, if there is no room
            log.exception("animatic of job %s", self._job.id)
            return
        told = {
            "still": known[animatic.still],
            "film": known[animatic.film] if animatic.film else None,
            "width": animatic.canvas.width,
            "height": animatic.canvas.height,
        }
        task = asyncio.create_task(self._tell(told))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def end(self) -> None:
        """Nobody looks at it any more."""
        await asyncio.gather(*self._telling, return_exceptions=True)
        for name in self._stored.values():
            self._bench.storage.delete(name)

    async def _tell(self, animatic: Mapping[str, object]) -> None:
        await jobs.show(self._job.id, self._bench.name, self._job.attempt, animatic)


async def run_next(bench: Bench) -> bool:
    """Claim the next job in fair order and make its film; False if nothing was waiting."""
    claimed = await jobs.claim(bench.name, bench.settings.lease_seconds)
    if claimed is None:
        return False
    log.info("job %s, attempt %s: started", claimed.job_id, claimed.attempt)
    job = await Job.get(id=claimed.job_id).select_related("clip__author")
    for name in claimed.leftovers:
        bench.storage.delete(name)
    folder = bench.settings.data / "work" / f"{job.id}-{job.attempt}"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        await _make(bench, job, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        await bench.signals.nudge(job.platform)
    return True


async def _make(bench: Bench, job: Job, folder: Path) -> None:
    state, cancelled, showing = _State(), asyncio.Event(), _Showing(bench, job)
    keeping = asyncio.create_task(_keep(bench, job, state, cancelled))

    def tell(stage: Stage, fraction: float) -> None:
        state.stage, state.fraction = stage, fraction

    try:
        film = await bench.workshop.make(
            await _order(bench, job.clip), folder, tell=tell, show=showing.show, cancelled=cancelled
        )
        await _store(bench, job, film)
    except Cancelled:
        log.info("job %s: stopped, it is no longer ours", job.id)
    except Refusal as refusal:
        await jobs.block(job.id, bench.name, job.attempt, refusal)
    except WorkshopDied:
        log.warning("job %s: the workshop died", job.id)
        await jobs.fail(job.id, bench.name, job.attempt, reference=secrets.token_hex(3), retry=True)
    except ProductionFailed as failure:
        reference = secrets.token_hex(3)
        log.error("reference %s: job %s\n%s", reference, job.id, failure.trace)
        await jobs.fail(job.id, bench.name, job.attempt, reference=reference, retry=False)
    except asyncio.CancelledError:
        await asyncio.shield(jobs.give_back(job.id, bench.name, job.attempt))
        raise
    finally:
        keeping.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await keeping
        await showing.end()


async def _keep(bench: Bench, job: Job, state: _State, cancelled: asyncio.Event) -> None:
    """Renew the lease and tell the progress until the job is no longer ours."""
    renewed = 0.0
    while True:
        if time.monotonic() - renewed >= RENEW_EVERY:
            renewed = time.monotonic()
            ours = await jobs.renew(
                job.id,
                bench.name,
                job.attempt,
                stage=state.stage,
                percent=state.fraction * 100,
                lease_seconds=bench.settings.lease_seconds,
            )
            if not ours:
                cancelled.set()
                return
        await bench.signals.tell(
            {
                "kind": "progress",
                "platform": job.platform,
                "job": job.id,
                "stage": state.stage,
                "fraction": round(state.fraction, 4),
                "seconds_left": state.seconds_left(),
            }
        )
        await asyncio.sleep(TELL_EVERY)


async def _order(bench: Bench, clip: Clip) -> Order:
    """What is asked for. Raises Refusal if it is a remix of what is there no more."""
    wish: dict[str, Any] = dict(clip.wish)
    parent = await parent_of(clip)
    return Order(
        prompt=clip.prompt,
        author=clip.author.name,
        seed=clip.seed,
        seconds=wish.get("seconds"),
        orientation=None if parent else wish.get("orientation") or "portrait",
        style=wish.get("style"),
        language="ja" if clip.author.locale.startswith("ja") else "en",
        pictures=_pictures(bench, clip),
        short_edge=bench.settings.short_edge,
        fps=bench.settings.fps,
        max_bytes=bench.settings.max_clip_bytes,
        troupe=f"member {clip.author.id}" if parent is None else None,
        remix_of=from_json(parent.storyboard) if parent else None,
        retake=bool(wish.get("retake")),
    )


def _pictures(bench: Bench, clip: Clip) -> tuple[Path, ...]:
    """Where a clip's pictures lie. BadInput if one is gone, with another film of the same pictures."""
    found = tuple(bench.storage.path(name) for name in clip.pictures)
    if not all(path.is_file() for path in found):
        raise BadInput("refusal-picture-gone")
    return found


async def _store(bench: Bench, job: Job, film: Film) -> None:
    """Files first, under names of their own; then one transaction, which fails if the job is no longer ours."""
    put = bench.storage.put
    finished = jobs.FinishedClip(
        title=film.storyboard.title,
        seconds=film.storyboard.seconds,
        width=film.canvas.width,
        height=film.canvas.height,
        engine=film.engine,
        video=put(film.video, ".mp4"),
        poster=put(film.poster, film.poster.suffix),
        srt=put(film.srt, ".srt") if film.srt else None,
        vtt=put(film.vtt, ".vtt") if film.vtt else None,
        storyboard=as_json(film.storyboard),
        notes=[[mend.message, dict(mend.params)] for mend in film.mends],
        seed=film.storyboard.seed,
    )
    if await jobs.finish(job.id, bench.name, job.attempt, finished):
        log.info("job %s: done, seconds by stage %s", job.id, film.spent)
        return
    log.info("job %s: finished too late, no longer ours", job.id)
    for name in (finished.video, finished.poster, finished.srt, finished.vtt):
        if name:
            bench.storage.delete(name)


async def sweep(bench: Bench) -> None:
    """Return jobs of dead workers to the line, mint the wake-ups that Redis may have lost, finish what a crash left."""
    for job_id, attempt in await jobs.sweep():
        await bench.signals.wake(job_id, attempt)
    await permission.expire()
    for likeness_id in await revocation.unfinished():
        await revocation.clear(likeness_id)
    await removal.purge(bench.storage)


async def _sweep_forever(bench: Bench) -> None:
    """Beside the productions, not as an arq job: it has to run while the one job this worker may have is in hand."""
    while True:
        try:
            await sweep(bench)
        except Exception:
            log.exception("sweep")
        await asyncio.sleep(SWEEP_EVERY)


async def make_rendition(bench: Bench) -> bool:
    """Make the next smaller take that somebody waits for; False if nobody does."""
    due = await renditions.claim()
    if due is None:
        return False
    source, folder = bench.storage.path(due.source), bench.settings.data / "work"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"rendition-{due.id}.mp4"
    command = (sys.executable, "-m", "generator.finish.shrink", str(source), str(target), str(due.max_bytes))
    process = await asyncio.create_subprocess_exec(*command, cwd=HOUSE)
    try:
        status = await process.wait()
        if status != 0 or not target.is_file():
            log.warning("rendition %s of %s: status %s", due.id, due.source, status)
            await renditions.impossible(due.id)
            return True
        name = bench.storage.put(target, ".mp4")
        if not await renditions.made(due.id, name):
            bench.storage.delete(name)
        return True
    finally:
        if process.returncode is None:
            process.kill()
        target.unlink(missing_ok=True)


async def _make_renditions_forever(bench: Bench) -> None:
    """Beside the productions: somebody waits for a film that is finished."""
    while True:
        try:
            while await make_rendition(bench):
                pass
        except Exception:
            log.exception("renditions")
        await asyncio.sleep(SWEEP_EVERY)


def arq_worker(bench: Bench) -> Worker:
    """The arq worker: a wake-up is one claim. It exits when Redis goes away; its supervisor starts it again."""
    sweeping: list[asyncio.Task[None]] = []

    async def woken(ctx: dict[Any, Any], *args: Any, **kwargs: Any) -> None:
        await run_next(bench)

    async def opened(ctx: dict[Any, Any]) -> None:
        bench.workshop.warm_up()
        sweeping.append(asyncio.create_task(_sweep_forever(bench)))
        sweeping.append(asyncio.create_task(_make_renditions_forever(bench)))
        sweeping.append(asyncio.create_task(Reader(bench.signals).run()))

    async def closed(ctx: dict[Any, Any]) -> None:
        for task in sweeping:
            task.cancel()
        bench.workshop.close()

    return Worker(
        functions=[func(woken, name="run_next", keep_result=0, max_tries=5)],
        redis_settings=bench.signals.arq_redis_settings(),
        on_startup=opened,
        on_shutdown=closed,
        max_jobs=1,
        job_timeout=JOB_TIMEOUT,
        poll_delay=0.1,
        keep_result=0,
        health_check_interval=10,
        job_serializer=pack,
        job_deserializer=unpack,
    )
