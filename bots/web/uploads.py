"""Pictures on their way to a command: taken in within limits, looked at, kept for a short while."""

import asyncio
import io
import secrets
import time
import warnings
from collections.abc import AsyncIterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from core.refusals import BadInput, NotFound, Spent

MAX_BYTES = 10 * 2**20
MAX_PIXELS = 50_000_000  # more than any phone's camera takes by default; a bomb unpacks to far more
KEPT_SECONDS = 3600.0  # long enough to write a prompt around the picture
SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif"}


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
            if announced is not None and announced > MAX_BYTES:
                raise _too_large()
            content = bytearray()
            async for chunk in chunks:
                content += chunk
                if len(content) > MAX_BYTES:
                    raise _too_large()
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


def sniff(content: bytes) -> str:
    """The format of a picture, whatever it is called: JPEG, PNG, WEBP or GIF.

    Raises:
        BadInput: it is empty, something else, broken, or unpacks to too many pixels.
    """
    if not content:
        raise BadInput("web-refusal-upload-empty")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=tuple(SUFFIXES)) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise BadInput("web-refusal-upload-pixels", limit=MAX_PIXELS // 1_000_000)
                name = str(picture.format)
                picture.load()
                return name
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadInput("web-refusal-upload-pixels", limit=MAX_PIXELS // 1_000_000) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BadInput("web-refusal-upload-kind") from error


def _too_large() -> BadInput:
    return BadInput("web-refusal-upload-large", limit=MAX_BYTES // 2**20)
