"""A finished film in fewer bytes: `python -m generator.finish.shrink SOURCE TARGET MAX_BYTES`.

A process of its own, so that a worker can make one beside a production, and leave it when it is told to end. The film
is decoded and encoded once more; the watermark is in the picture already. Exit status 3: it cannot be made that small.
"""

import os
import shutil
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from generator.finish.rates import video_rates
from generator.finish.squeeze import TooLong, squeeze

CANNOT = 3


class _Track:
    """The sound of a film, read whole: float32 of shape (n, 2)."""

    def __init__(self, path: Path) -> None:
        pieces: list[NDArray[np.float32]] = []
        with av.open(str(path)) as container:
            self.rate = int(container.streams.audio[0].rate)
            resampler = av.AudioResampler(format="fltp", layout="stereo", rate=self.rate)
            for frame in container.decode(audio=0):
                pieces += [piece.to_ndarray().T.astype(np.float32) for piece in resampler.resample(frame)]
        self.samples: NDArray[np.float32] = np.concatenate(pieces) if pieces else np.zeros((0, 2), np.float32)


def shrink(source: Path, target: Path, max_bytes: int) -> None:
    """Write the film `source` to `target` with `max_bytes` at the most, whole or not at all.

    Raises:
        TooLong: no rate is low enough.
    """
    with av.open(str(source)) as container:
        video = container.streams.video[0]
        fps = round(float(video.average_rate or Fraction(24)))
        frames = video.frames or round(float(container.duration or 0) / av.time_base * fps)
        size = video.width, video.height
        metadata = dict(container.metadata)
    rates = video_rates(frames, fps, source.stat().st_size)
    partial = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(source, partial)
        squeeze(partial, _Track(source), size, fps, rates, max_bytes, metadata, lambda done: None)
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)


if __name__ == "__main__":
    os.nice(5)
    try:
        shrink(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
    except TooLong as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(CANNOT)
