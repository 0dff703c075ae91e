"""What another process does in a test: `python -m tests.core.other_process URL DEED WORD...`.

It prints "ready", waits for a line, does its deed, and prints the outcome, each as a line of JSON.
"""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable

from core import jobs, making
from core.asking import arrive
from core.database import close_database, open_database
from core.records import Identity, Member
from core.refusals import Spent
from core.settings import Settings


async def claim_all(worker: str) -> list[int]:
    """Claim until nothing waits."""
    claimed = []
    while job := await jobs.claim(worker, 60):
        claimed.append(job.job_id)
        await asyncio.sleep(0.001)
    return claimed


async def claim_and_hang(lease_seconds: str) -> None:
    """Claim one job and never come back to it."""
    claimed = await jobs.claim("doomed", float(lease_seconds))
    assert claimed is not None
    _say([claimed.job_id, claimed.attempt])
    await asyncio.sleep(60)


async def make_many(external_id: str, number: str) -> int:
    """Ask for films at once; how many were accepted."""
    identity = await Identity.get(external_id=external_id)
    asker = await arrive(
        platform=identity.platform, external_id=external_id, name="Aki", locale="ja", community="room", channel="stage"
    )
    settings = Settings(_env_file=None)  # type: ignore[call-arg]  # reads no file

    async def one(key: str) -> bool:
        try:
            await making.make(asker, making.Wish("A cat dances"), key=key, settings=settings)
        except Spent:
            return False
        return True

    return sum(await asyncio.gather(*(one(f"{number}-{turn}") for turn in range(25))))


DEEDS: dict[str, Callable[..., Awaitable[object]]] = {
    "claim_all": claim_all,
    "claim_and_hang": claim_and_hang,
    "make_many": make_many,
}


async def main(url: str, deed: str, *words: str) -> None:
    """Do it on a database that others use at the same time."""
    await open_database(url)
    try:
        await Member.exists(id=0)
        _say("ready")
        await asyncio.to_thread(sys.stdin.readline)
        _say(await DEEDS[deed](*words))
    finally:
        await close_database()


def _say(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
