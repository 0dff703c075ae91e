"""Pictures on their way to a command: taken in within limits, looked at, kept for a short while."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator
from pathlib import Path

from bots.pictures import SUFFIXES, check_size, sniff
from core.refusals import NotFound, Spent

KEPT_SECONDS = 3600.0  # long enough to write a prompt around the picture


class Uploads:
    """Files in one folder, named by who brought them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taking: set[str] = set()

    async def take(self, user: str, announced: int | None, chunks: AsyncIterator[bytes]) -> str:
        """Keep a picture; the id by which its owner can name it. `announced` is the size the sender claims, in bytes.

        Raises:
            Spent: another picture of the same person is still coming in.
            BadInput: too large, empty, or no picture that we know.
        """
        if user in self._taking:
            raise Spent("web-refusal-upload-busy")
        self._taking.add(user)
        try:
            if announced is not None:
                check_size(announced)
            content = bytearray()
            async for chunk in chunks:
                content += chunk
                check_size(len(content))
            return await asyncio.to_thread(self._keep, user, bytes(content))
        finally:
            self._taking.discard(user)

    def find(self, user: str, upload: str) -> Path:
        """Where a picture lies; NotFound if this person has none of that id (any more)."""
        if upload.isalnum() and upload.isascii():
            for file in self._folder.glob(f"{user}-{upload}.*"):
                return file
        raise NotFound("web-refusal-upload-gone")

    def sweep(self, now: float | None = None) -> int:
        """Delete what has been kept long enough; how many that were."""
        due = (time.time() if now is None else now) - KEPT_SECONDS
        old = [file for file in self._folder.glob("*-*.*") if file.stat().st_mtime < due]
        for file in old:
            file.unlink(missing_ok=True)
        return len(old)

    async def sweep_forever(self) -> None:
        """Sweep now and then, until cancelled."""
        while True:
            await asyncio.to_thread(self.sweep)
            await asyncio.sleep(KEPT_SECONDS / 4)

    def _keep(self, user: str, content: bytes) -> str:
        suffix = SUFFIXES[sniff(content)]
        upload = secrets.token_hex(8)
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{user}-{upload}{suffix}").write_bytes(content)
        return upload
