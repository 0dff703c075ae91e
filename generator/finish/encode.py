"""Frames and sound into an MP4, each frame stamped on its way: the only place in the house that writes a film.

    frames -> watermark -> poster's eye -> H.264 ┐
                               soundtrack -> AAC ┴-> MP4 -> small enough? -> in place by one rename

Nothing is kept but the frame in hand, so memory does not grow with length.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

from generator.engines.engine import Canvas, Frame
from generator.finish.poster import Poster
from generator.finish.rates import video_rates
from generator.finish.reel import Sound, write_reel
from generator.finish.squeeze import TooLong, squeeze
from generator.finish.watermark import Watermark

MAX_BYTES = 9 * 2**20  # Discord refuses attachments over 10 MiB


@dataclass(frozen=True, slots=True)
class Encoded:
    """A film on disk. `bytes` is its size; `poster_frame` the number of the frame that became `poster` (JPEG)."""

    path: Path
    poster: Path
    seconds: float
    width: int
    height: int
    frames: int
    bytes: int
    poster_frame: int


def film(
    frames: Iterable[Frame],
    soundtrack: Sound | None,
    canvas: Canvas,
    out: Path,
    *,
    watermark: Watermark,
    seconds: float,
    max_bytes: int = MAX_BYTES,
    metadata: Mapping[str, str] | None = None,
    on_frame: Callable[[int], None] = lambda done: None,
    check_cancelled: Callable[[], None] = lambda: None,
) -> Encoded:
    """Write the film to `out` and its poster beside it, with the suffix .jpg; at most `max_bytes` of film.

    `frames` are RGBA of the canvas' size and left as they are; there must be `round(seconds * fps)` of them.
    Neither file exists, or is changed, before both are whole.

    Raises:
        ValueError: a wrong number or size of frames.
        TooLong: `max_bytes` cannot hold it, however bad it looks.
        Cancelled: `check_cancelled` said so.
    """
    count = round(seconds * canvas.fps)
    if count < 1:
        raise ValueError(f"a film of {seconds} s has no frame")
    poster = Poster(count, canvas.fps)
    still = out.with_suffix(".jpg")
    partial, partial_still = (out.with_name(f".{out.stem}.{kind}") for kind in ("part", "still"))
    rates = video_rates(count, canvas.fps, max_bytes)
    size, after = (canvas.width, canvas.height), _after(on_frame, check_cancelled)
    try:
        pictures = _stamped(frames, count, canvas, watermark, poster)
        done = write_reel(partial, pictures, soundtrack, size, canvas.fps, rates, metadata or {}, after)
        if done != count:
            raise ValueError(f"{done} frames for a film of {count}")
        settled = _after(_silent, check_cancelled)
        size = squeeze(partial, soundtrack, size, canvas.fps, rates, max_bytes, metadata or {}, settled)
        partial_still.write_bytes(poster.jpeg())
        os.replace(partial_still, still)
        os.replace(partial, out)
    finally:
        for leftover in (partial, partial_still):
            leftover.unlink(missing_ok=True)
    return Encoded(out, still, done / canvas.fps, *size, done, out.stat().st_size, poster.index)


def _stamped(
    frames: Iterable[Frame], count: int, canvas: Canvas, watermark: Watermark, poster: Poster
) -> Iterator[av.VideoFrame]:
    """Stamped frames as BT.709 pictures of limited range, as televisions and browsers expect of H.264.

    Matrix and range are converted; the transfer curve stays that of the screen, as everybody's encoder leaves it.
    """
    reformatter = VideoReformatter()
    frame = np.empty((canvas.height, canvas.width, 4), np.uint8)  # ours, so that a frame shown twice is stamped once
    for index, given in enumerate(frames):
        if index == count:
            raise ValueError(f"more than {count} frames for a film of {count}")
        np.copyto(frame, given)
        watermark.stamp(frame, index / canvas.fps)
        if watermark.settled(index / canvas.fps):
            poster.look(frame, index)
        yield reformatter.reformat(
            av.VideoFrame.from_numpy_buffer(frame, format="rgba"),
            format="yuv420p",
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
            dst_colorspace=Colorspace.ITU709,
        )


def _after(on_frame: Callable[[int], None], check_cancelled: Callable[[], None]) -> Callable[[int], None]:
    def after(done: int) -> None:
        check_cancelled()
        on_frame(done)

    return after


def _silent(done: int) -> None:
    """The progress of a second pass is not told: the frames were all counted in the first."""


__all__ = ["MAX_BYTES", "Encoded", "TooLong", "film"]
