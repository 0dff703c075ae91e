"""A worker of few words: takes the next job and finishes it with a small file, so that adapters have a film to show."""

from pathlib import Path

from bots.house import House
from core import jobs
from core.records import Clip, Job

FILM = b"\x00\x00\x00\x18ftypmp42" + b"film" * 64
POSTER = b"\xff\xd8\xff\xe0poster"


async def film_next(house: House, *, title: str = "猫が踊る", film: bytes = FILM) -> Clip:
    """Finish the job that is next in line; its clip."""
    taken = await jobs.claim("worker", 60)
    assert taken is not None
    job = await Job.get(id=taken.job_id)
    finished = jobs.FinishedClip(
        title=title,
        seconds=6.0,
        width=720,
        height=1280,
        engine="paper",
        video=_kept(house, film, ".mp4"),
        poster=_kept(house, POSTER, ".jpg"),
    )
    assert await jobs.finish(job.id, "worker", job.attempt, finished)
    await house.signals.nudge(job.platform)
    return await Clip.get(id=job.clip_id)


def _kept(house: House, content: bytes, suffix: str) -> str:
    file: Path = house.storage.folder.parent / f"coming{suffix}"
    file.write_bytes(content)
    return house.storage.put(file, suffix)
