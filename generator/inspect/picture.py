"""Uploaded pictures: judged by their content, decoded in a process that may die, and made anew from their pixels."""

import json
import math
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.refusals import BadInput

MAX_BYTES = 10 * 2**20
MAX_PIXELS = 40_000_000  # 120 MB as RGB; a phone's camera makes 12 to 50 million
LEAST_EDGE = 32  # pixels; below that there is nothing to see
LARGEST_EDGE = 2048  # pixels kept; the largest canvas is 1920
MEMORY = 2**30  # bytes of the decoding process
PROCESSOR_SECONDS = 10
WALL_SECONDS = 20

_MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
_CHILD = Path(__file__).with_name("decode.py")


@dataclass(frozen=True, slots=True)
class Picture:
    """Size in pixels of a picture that may be used."""

    width: int
    height: int


def inspect_picture(source: Path, target: Path, *, which: int = 0) -> Picture:
    """Look at the upload `source` and write what it shows to `target` (.png or .jpg), whole or not at all.

    JPEG, PNG, WebP and GIF (its first frame) are read, told apart by their content; name and extension of the upload
    say nothing. The result is upright, sRGB, without metadata, its longer edge at most LARGEST_EDGE; a PNG keeps what
    can be seen through, a JPEG is on white. `which` of several it is, from 1, goes with a refusal; 0 for the only one.

    Raises:
        BadInput: refusal-picture-empty, -too-big, -unreadable, -too-many-pixels, -too-small or -transparent.
    """
    try:
        upload = _read(source)
        header, image = _decoded(upload, "JPEG" if target.suffix.lower() in {".jpg", ".jpeg"} else "PNG")
        if "refusal" in header:
            raise _refusal(header)
    except BadInput as refusal:
        raise BadInput(refusal.message, remedy=refusal.remedy, **{**refusal.params, "which": which}) from None
    partial = target.with_name(f".{target.name}.part")
    try:
        partial.write_bytes(image)
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    return Picture(header["width"], header["height"])


def looks_like_a_picture(head: bytes) -> bool:
    """Whether the first 12 bytes of a file are those of a format we read."""
    return head.startswith(_MAGIC) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _read(source: Path) -> bytes:
    with source.open("rb") as file:
        upload = file.read(MAX_BYTES + 1)
        size = os.fstat(file.fileno()).st_size
    if not upload:
        raise BadInput("refusal-picture-empty")
    if len(upload) > MAX_BYTES:
        raise BadInput("refusal-picture-too-big", megabytes=math.ceil(size / 2**20 * 10) / 10, limit=MAX_BYTES // 2**20)
    if not looks_like_a_picture(upload[:12]):
        raise BadInput("refusal-picture-unreadable")
    return upload


def _decoded(upload: bytes, format: str) -> tuple[dict[str, Any], bytes]:
    """The child's answer: its header and the clean image. A child that is killed means an unreadable picture."""
    limits = {
        "memory": MEMORY,
        "seconds": PROCESSOR_SECONDS,
        "pixels": MAX_PIXELS,
        "least": LEAST_EDGE,
        "largest": LARGEST_EDGE,
        "format": format,
    }
    try:
        child = subprocess.run(  # noqa: S603  # our own interpreter and script, no shell, nothing of the upload in it
            [sys.executable, "-I", str(_CHILD), json.dumps(limits)],
            input=upload,
            capture_output=True,
            timeout=WALL_SECONDS,
            env={},
            cwd="/",
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise BadInput("refusal-picture-unreadable") from None
    if child.returncode < 0:  # a signal: out of processor time, or the decoder crashed
        raise BadInput("refusal-picture-unreadable")
    if child.returncode:
        raise RuntimeError(f"the picture decoder failed: {child.stderr.decode(errors='replace')[-2000:]}")
    head, _, image = child.stdout.partition(b"\n")
    return json.loads(head), image


def _refusal(header: dict[str, Any]) -> BadInput:
    match header["refusal"]:
        case "too-many-pixels":
            return BadInput(
                "refusal-picture-too-many-pixels",
                width=int(header["width"]),
                height=int(header["height"]),
                millions=MAX_PIXELS // 1_000_000,
                man=MAX_PIXELS // 10_000,
            )
        case "too-small":
            return BadInput(
                "refusal-picture-too-small", width=int(header["width"]), height=int(header["height"]), limit=LEAST_EDGE
            )
        case "transparent":
            return BadInput("refusal-picture-transparent")
        case _:
            return BadInput("refusal-picture-unreadable")
