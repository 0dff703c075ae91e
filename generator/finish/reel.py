"""One pass of pictures and sound into an MP4 file, interleaved as they come."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Protocol

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.frame import PictureType
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from av.video.stream import VideoStream
from numpy.typing import NDArray

from generator.cores import cores
from generator.finish.rates import AUDIO_BITS, AUDIO_RATE, CRF, FILL, Rates

THREADS = max(1, min(2, cores() - 1))  # beside hands that draw the next frames; on two cores one is quicker
KEYFRAME_SECONDS = 4  # between two places one can jump to, at the most
AAC_FRAME = 1024  # samples


class Sound(Protocol):
    """A finished soundtrack: `samples` float32 of shape (n, 2) within -1..1, `rate` of them a second."""

    @property
    def samples(self) -> NDArray[np.float32]:
        """The samples."""
        ...

    @property
    def rate(self) -> int:
        """Samples a second."""
        ...


def write_reel(
    path: Path,
    pictures: Iterator[av.VideoFrame],
    sound: Sound | None,
    size: tuple[int, int],
    fps: int,
    rates: Rates,
    metadata: Mapping[str, str],
    after_frame: Callable[[int], None],
) -> int:
    """Write yuv420p `pictures` of `size` (width, height) and as much sound if any, padded or cut to the same length.

    `after_frame` hears the number of frames done. Returns that number at the end. The index stands before the media
    ("fast start"), so that a player begins before it has the whole file.
    """
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        container.metadata.update({name: value for name, value in metadata.items() if value})
        video = _video_stream(container, size, fps, rates)
        track = None if sound is None else _Track(container, sound)
        done = 0
        for picture in pictures:
            picture.pts, picture.time_base = done, Fraction(1, fps)
            picture.pict_type = PictureType.NONE  # a decoded picture remembers its kind; the encoder chooses anew
            container.mux(video.encode(picture))
            done += 1
            if track is not None:
                track.write_until(done / fps)
            after_frame(done)
        container.mux(video.encode(None))
        if track is not None:
            track.end()
    return done


class _Track:
    """The soundtrack on its way into a film."""

    def __init__(self, container: OutputContainer, sound: Sound) -> None:
        self._container = container
        self._stream = _audio_stream(container)
        self._reader = _Reader(sound)

    def write_until(self, seconds: float) -> None:
        """What is due when the picture stands at `seconds`."""
        for piece in self._reader.until(seconds):
            self._container.mux(self._stream.encode(piece))

    def end(self) -> None:
        """The rest."""
        for piece in self._reader.rest():
            self._container.mux(self._stream.encode(piece))
        self._container.mux(self._stream.encode(None))


class _Reader:
    """Reads a soundtrack forward as the AAC frames that are due, silence after its end."""

    def __init__(self, sound: Sound) -> None:
        self._sound = sound
        self._at = 0
        self._resampler = av.AudioResampler(format="fltp", layout="stereo", rate=AUDIO_RATE, frame_size=AAC_FRAME)

    def until(self, seconds: float) -> list[av.AudioFrame]:
        """What can be sent now that the picture stands at `seconds`."""
        end = round(seconds * self._sound.rate)
        here = np.clip(self._sound.samples[self._at : end], -1.0, 1.0)
        piece = np.zeros((2, end - self._at), np.float32)
        piece[:, : len(here)] = here.T
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
        frame.sample_rate = self._sound.rate
        frame.pts, frame.time_base = self._at, Fraction(1, self._sound.rate)
        self._at = end
        return list(self._resampler.resample(frame))

    def rest(self) -> list[av.AudioFrame]:
        """What was still waiting for a full AAC frame."""
        return list(self._resampler.resample(None))


def _video_stream(container: OutputContainer, size: tuple[int, int], fps: int, rates: Rates) -> VideoStream:
    video = container.add_stream(
        "libx264",
        rate=fps,
        options={
            "preset": "veryfast",
            "profile": "high",
            "crf": str(CRF),
            "maxrate": str(rates.maxrate),
            "bufsize": str(rates.bufsize),
            "x264-params": f"vbv-init={FILL}",
        },
    )
    video.width, video.height = size
    video.pix_fmt = "yuv420p"
    context = video.codec_context
    context.thread_count = THREADS
    context.gop_size = fps * KEYFRAME_SECONDS
    context.color_range = ColorRange.MPEG
    context.colorspace = Colorspace.ITU709
    context.color_primaries = ColorPrimaries.BT709
    context.color_trc = ColorTrc.BT709
    return video


def _audio_stream(container: OutputContainer) -> AudioStream:
    audio = container.add_stream("aac", rate=AUDIO_RATE)
    audio.layout = "stereo"
    audio.bit_rate = AUDIO_BITS
    return audio
