"""Pictures that people send along: looked at once at the door, so that what cannot be used is refused at once.

The worker judges them again, in a process that may die of them; here it is about a quick answer.
"""

import io
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from bots.requests import Attachment
from core.refusals import BadInput

MAX_BYTES = 10 * 2**20
MAX_PIXELS = 50_000_000  # more than any phone's camera takes by default; a bomb unpacks to far more
Image.MAX_IMAGE_PIXELS = None  # counted here, before anything is unpacked
SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif"}


def check_size(size: int, which: int = 0) -> None:
    """BadInput if a picture of that many bytes is too large to be fetched at all. `which` as in `sniff`."""
    if size > MAX_BYTES:
        megabytes = round(size / 2**20, 1)
        raise BadInput("refusal-picture-too-big", megabytes=megabytes, limit=MAX_BYTES // 2**20, which=which)


def sniff(content: bytes, which: int = 0) -> str:
    """The format of a picture, whatever it is called: JPEG, PNG, WEBP or GIF.

    `which` of several it is, from 1, goes with a refusal; 0 for the only one.

    Raises:
        BadInput: it is empty, too large, something else, broken, or unpacks to too many pixels.
    """
    if not content:
        raise BadInput("refusal-picture-empty", which=which)
    check_size(len(content), which)
    try:
        with Image.open(io.BytesIO(content), formats=tuple(SUFFIXES)) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise BadInput(
                    "refusal-picture-too-many-pixels",
                    width=picture.width,
                    height=picture.height,
                    millions=MAX_PIXELS // 1_000_000,
                    man=MAX_PIXELS // 10_000,
                    which=which,
                )
            name = "JPEG" if picture.format == "MPO" else str(picture.format)  # a JPEG with more pictures behind it
            picture.load()
            return name
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BadInput("refusal-picture-unreadable", which=which) from error


@contextmanager
def taken_in(content: bytes, name: str, folder: Path, which: int = 0) -> Iterator[Attachment]:
    """The picture as a file in `folder` for as long as a request lasts. Raises as `sniff`."""
    suffix = SUFFIXES[sniff(content, which)]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{secrets.token_hex(16)}{suffix}"
    path.write_bytes(content)
    try:
        yield Attachment(path, name)
    finally:
        path.unlink(missing_ok=True)
