"""A film that came out larger than it may be, encoded again until it fits: fewer bits first, then fewer pixels."""

import os
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from pathlib import Path

import av
from av.video.reformatter import VideoReformatter

from generator.finish.rates import Rates
from generator.finish.reel import Sound, write_reel

_SQUEEZES = ((0.9, 1), (0.8, 2), (0.7, 4))  # (care, divisor of the edges) of the passes, one after the other


class TooLong(Exception):
    """No rate is low enough to fit that much film into that many bytes."""


def squeeze(
    path: Path,
    sound: Sound | None,
    size: tuple[int, int],
    fps: int,
    rates: Rates,
    max_bytes: int,
    metadata: Mapping[str, str],
    after_frame: Callable[[int], None],
) -> tuple[int, int]:
    """Make the film at `path` anew, in place, until it has `max_bytes` at the most; its size in pixels then.

    `size` and `rates` are those with which it was made.

    Raises:
        TooLong: it still does not fit at a quarter of its edges.
    """
    less = path.with_name(f"{path.name}.less")
    width, height = size
    try:
        for care, divisor in _SQUEEZES:
            if path.stat().st_size <= max_bytes:
                break
            rates = rates.scaled(care * max_bytes / path.stat().st_size)
            size = (width // divisor // 2 * 2, height // divisor // 2 * 2)
            with closing(_read_back(path, size)) as again:
                write_reel(less, again, sound, size, fps, rates, metadata, after_frame)
            os.replace(less, path)
    finally:
        less.unlink(missing_ok=True)
    if path.stat().st_size > max_bytes:
        raise TooLong(f"{path.stat().st_size} bytes do not fit into {max_bytes}")
    return size


def _read_back(path: Path, size: tuple[int, int]) -> Generator[av.VideoFrame, None, None]:
    reformatter = VideoReformatter()
    with av.open(str(path)) as container:
        for picture in container.decode(video=0):
            yield reformatter.reformat(picture, width=size[0], height=size[1], format="yuv420p")
