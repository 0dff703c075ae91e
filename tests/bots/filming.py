"""A worker of few words: takes the next job and finishes it with a small file, so that adapters have a film to show."""

from collections.abc import Sequence
from pathlib import Path

from bots.house import House
from core import jobs
from core.records import Clip, Job

FILM = b"\x00\x00\x00\x18ftypmp42" + b"film" * 64
STILL = b"\xff\xd8\xff\xe0still"
POSTER = b"\xff\xd8\xff\xe0poster"


async def film_next(house: House, *, title: str = "猫が踊る", film: bytes = FILM, notes: Sequence[object] = ()) -> Clip:
    """Finish the job in hand, or the one that is next in line; its clip."""
    job = await _in_hand()
    finished = jobs.FinishedClip(
        title=title,
        seconds=6.0,
        width=720,
        height=1280,
        engine="paper",
        video=_kept(house, film, ".mp4"),
        poster=_kept(house, POSTER, ".jpg"),
        storyboard={"title": title, "storyboard": {"title": title}},
        notes=list(notes),
    )
    assert await jobs.finish(job.id, "worker", job.attempt, finished)
    await house.signals.nudge(job.platform)
    return await Clip.get(id=job.clip_id)


async def sketch_next(house: House, *, film: bytes | None = None) -> Job:
    """Begin the job that is next in line, or go on: as far as a first picture and perhaps the small film; the job."""
    job = await _in_hand()
    animatic = {
        "still": _kept(house, STILL, ".jpg"),
        "film": _kept(house, film, ".mp4") if film else None,
        "width": 720,
        "height": 1280,
    }
    assert await jobs.show(job.id, "worker", job.attempt, animatic)
    await house.signals.tell({"kind": "progress", "platform": job.platform, "job": job.id})
    return job


async def _in_hand() -> Job:
    job = await Job.filter(state="running").first()
    if job is not None:
        return job
    taken = await jobs.claim("worker", 60)
    assert taken is not None
    return await Job.get(id=taken.job_id)


def _kept(house: House, content: bytes, suffix: str) -> str:
    file: Path = house.storage.folder.parent / f"coming{suffix}"
    file.write_bytes(content)
    return house.storage.put(file, suffix)
