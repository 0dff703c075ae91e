import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import pytest
from av.audio.stream import AudioStream
from av.video.stream import VideoStream
from numpy.typing import NDArray
from PIL import Image

from generator.engines.engine import Cancelled, Canvas, Frame
from generator.finish.encode import Encoded, TooLong, film
from generator.finish.watermark import Watermark

SMALL = Canvas(180, 320, 24)


@dataclass(frozen=True)
class Tape:
    samples: NDArray[np.float32]
    rate: int = 48_000


def tone(seconds: float, rate: int = 48_000, hertz: float = 440.0) -> Tape:
    wave = 0.3 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)
    return Tape(np.stack([wave, wave], axis=1).astype(np.float32), rate)


def silence(seconds: float) -> Tape:
    return Tape(np.zeros((round(seconds * 48_000), 2), np.float32))


def drifting(canvas: Canvas, count: int) -> Iterator[Frame]:
    """A gradient on the move, in one buffer that is used again, as engines do."""
    frame = np.full((canvas.height, canvas.width, 4), 255, np.uint8)
    across = np.linspace(0, 255, canvas.width)
    for index in range(count):
        frame[..., 0] = np.roll(across, index * 3)
        frame[..., 1] = np.linspace(40, 200, canvas.height)[:, None]
        frame[..., 2] = 90
        yield frame


def noise(canvas: Canvas, count: int) -> Iterator[Frame]:
    chance = np.random.default_rng(0)
    for _ in range(count):
        yield chance.integers(0, 256, (canvas.height, canvas.width, 4), dtype=np.uint8)


def flat(canvas: Canvas, count: int, colour: tuple[int, int, int]) -> Iterator[Frame]:
    for _ in range(count):
        frame = np.full((canvas.height, canvas.width, 4), 255, np.uint8)
        frame[..., :3] = colour
        yield frame


def made(
    out: Path,
    seconds: float = 2.0,
    *,
    canvas: Canvas = SMALL,
    frames: Iterator[Frame] | None = None,
    sound: Tape | None = None,
    max_bytes: int = 9 * 2**20,
    on_frame: Callable[[int], None] = lambda done: None,
    check_cancelled: Callable[[], None] = lambda: None,
) -> Encoded:
    return film(
        frames or drifting(canvas, round(seconds * canvas.fps)),
        sound or tone(seconds),
        canvas,
        out,
        watermark=Watermark("太郎", canvas, seed=1),
        seconds=seconds,
        max_bytes=max_bytes,
        metadata={"title": "猫が踊る", "artist": "太郎", "comment": "Made with Kamishibai"},
        on_frame=on_frame,
        check_cancelled=check_cancelled,
    )


def decoded(path: Path) -> list[NDArray[np.uint8]]:
    with av.open(str(path)) as container:
        return [np.asarray(picture.to_ndarray(format="rgb24"), np.uint8) for picture in container.decode(video=0)]


def heard(path: Path) -> NDArray[np.float32]:
    with av.open(str(path)) as container:
        return np.concatenate([np.asarray(p.to_ndarray(), np.float32) for p in container.decode(audio=0)], axis=1)


def length_of(stream: VideoStream | AudioStream) -> float:
    assert stream.duration is not None
    assert stream.time_base is not None
    return float(stream.duration * stream.time_base)


def boxes(path: Path) -> list[str]:
    """The outermost boxes of an MP4, in order."""
    data, at, names = path.read_bytes(), 0, []
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        names.append(name.decode())
        at += size if size > 1 else struct.unpack_from(">Q", data, at + 8)[0] if size else len(data)
    return names


def test_a_film_reads_back_as_h264_and_aac_of_the_right_size_rate_and_length(tmp_path: Path) -> None:
    encoded = made(tmp_path / "film.mp4", 2.5)
    with av.open(str(encoded.path)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.codec_context.name, video.codec_context.profile, video.pix_fmt) == ("h264", "High", "yuv420p")
        assert (video.width, video.height) == (180, 320)
        assert video.average_rate == 24
        assert (audio.codec_context.name, audio.rate, audio.layout.name) == ("aac", 48_000, "stereo")
        assert length_of(video) == pytest.approx(2.5, abs=1e-3)
        assert length_of(audio) == pytest.approx(2.5, abs=1 / 24)
        assert container.metadata["title"] == "猫が踊る"
        assert container.metadata["comment"] == "Made with Kamishibai"
    assert len(decoded(encoded.path)) == encoded.frames == 60
    assert (encoded.seconds, encoded.width, encoded.height) == (2.5, 180, 320)
    assert encoded.bytes == encoded.path.stat().st_size


def test_the_index_stands_before_the_media(tmp_path: Path) -> None:
    names = boxes(made(tmp_path / "film.mp4").path)
    assert names.index("moov") < names.index("mdat")


def test_first_picture_and_first_sound_begin_at_zero(tmp_path: Path) -> None:
    with av.open(str(made(tmp_path / "film.mp4").path)) as container:
        shown = [picture.time for picture in container.decode(video=0)]
    with av.open(str(tmp_path / "film.mp4")) as container:
        played = [piece.time for piece in container.decode(audio=0)]
    assert shown == pytest.approx([index / 24 for index in range(48)], abs=1e-4)
    assert played[0] == pytest.approx(0, abs=1e-3)


@pytest.mark.parametrize("colour", [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0), (232, 120, 60)])
def test_colours_are_bt709_of_limited_range_and_say_so(tmp_path: Path, colour: tuple[int, int, int]) -> None:
    encoded = made(tmp_path / "film.mp4", 0.5, frames=flat(SMALL, 12, colour))
    with av.open(str(encoded.path)) as container:
        context = container.streams.video[0].codec_context
        tags = (context.color_range, context.colorspace, context.color_primaries, context.color_trc)
        planes = next(container.decode(video=0)).to_ndarray().astype(float)
    red, green, blue = (part / 255 for part in colour)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    cells = SMALL.width * SMALL.height
    seen = planes.reshape(-1)
    here = [np.median(seen[:cells]), np.median(seen[cells : cells * 5 // 4]), np.median(seen[cells * 5 // 4 :])]
    right = [16 + 219 * luma, 128 + 224 * (blue - luma) / 1.8556, 128 + 224 * (red - luma) / 1.5748]  # ITU-R BT.709-6
    assert tags == (1, 1, 1, 1)
    assert here == pytest.approx(right, abs=2)


def test_every_frame_carries_the_mark(tmp_path: Path) -> None:
    canvas = Canvas(360, 640)
    encoded = made(tmp_path / "film.mp4", 5.5, canvas=canvas, frames=flat(canvas, 132, (200, 200, 200)))
    mark = Watermark("太郎", canvas, seed=1)
    width, height = mark.size
    pictures = decoded(encoded.path)
    assert len(pictures) == 132
    for index, picture in enumerate(pictures):
        x, y, _ = max(mark.places(index / 24), key=lambda place: place[2])
        patch = picture[y : y + height, x : x + width].mean(axis=2)
        assert (patch > 240).mean() > 0.04
        assert (patch < 140).mean() > 0.4


def test_a_frame_that_is_yielded_twice_is_stamped_once_and_not_touched(tmp_path: Path) -> None:
    still = np.full((SMALL.height, SMALL.width, 4), 180, np.uint8)
    still.setflags(write=False)
    pictures = decoded(made(tmp_path / "film.mp4", 1.0, frames=iter([still] * 24)).path)
    assert np.abs(pictures[0].astype(int) - pictures[-1]).max() < 40
    assert (still == 180).all()


@pytest.mark.parametrize(
    ("rate", "length"), [(48_000, 2.0), (44_100, 2.0), (24_000, 1.2), (48_000, 3.7), (48_000, 0.0)]
)
def test_sound_is_cut_or_padded_to_the_picture(tmp_path: Path, rate: int, length: float) -> None:
    encoded = made(tmp_path / "film.mp4", 2.0, sound=tone(length, rate))
    with av.open(str(encoded.path)) as container:
        assert length_of(container.streams.audio[0]) == pytest.approx(2.0, abs=1 / 24)
    samples = heard(encoded.path)
    if length:
        loud = np.abs(samples[:, 4800 : int(min(length, 2.0) * 48_000) - 4800])
        assert loud.max() == pytest.approx(0.3, abs=0.03)
    if length < 1.9:
        assert np.abs(samples[:, int(length * 48_000) + 4800 : 90_000]).max() < 0.01


def test_sound_stays_in_time_with_the_picture(tmp_path: Path) -> None:
    click = np.zeros((96_000, 2), np.float32)
    click[48_000:48_960] = 0.8

    def flash() -> Iterator[Frame]:
        for index in range(48):
            yield np.full((SMALL.height, SMALL.width, 4), 255 if index >= 24 else 0, np.uint8)

    encoded = made(tmp_path / "film.mp4", 2.0, frames=flash(), sound=Tape(click))
    with av.open(str(encoded.path)) as container:
        bright = next(p.time for p in container.decode(video=0) if np.median(p.to_ndarray(format="gray")) > 128)
    with av.open(str(encoded.path)) as container:
        starts = [
            piece.time + np.argmax(np.abs(piece.to_ndarray()[0]) > 0.3) / 48_000
            for piece in container.decode(audio=0)
            if piece.time is not None and np.abs(piece.to_ndarray()[0]).max() > 0.3
        ]
    assert bright == pytest.approx(1.0, abs=1e-3)
    assert starts[0] == pytest.approx(1.0, abs=0.003)


@pytest.mark.parametrize("max_bytes", [400_000, 150_000, 90_000])
def test_even_noise_keeps_under_the_limit_at_full_size(tmp_path: Path, max_bytes: int) -> None:
    chance = np.random.default_rng(0)
    hiss = Tape(chance.uniform(-1, 1, (96_000, 2)).astype(np.float32))
    encoded = made(tmp_path / "film.mp4", frames=noise(SMALL, 48), sound=hiss, max_bytes=max_bytes)
    assert encoded.path.stat().st_size <= max_bytes
    assert (encoded.width, encoded.height) == (180, 320)


def test_what_is_still_too_large_is_made_again_smaller_with_its_sound(tmp_path: Path) -> None:
    canvas = Canvas(720, 720)
    counted: list[int] = []
    encoded = made(
        tmp_path / "film.mp4",
        1.0,
        canvas=canvas,
        frames=noise(canvas, 24),
        sound=silence(1.0),
        max_bytes=6_000,
        on_frame=counted.append,
    )
    pictures = decoded(encoded.path)
    assert encoded.path.stat().st_size == encoded.bytes <= 6_000
    assert len(pictures) == 24
    assert pictures[0].shape == (encoded.height, encoded.width, 3)
    assert encoded.width < 720
    assert heard(encoded.path).shape[1] == pytest.approx(48_000, abs=2_048)
    assert counted == list(range(1, 25))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["film.jpg", "film.mp4"]


def test_a_limit_that_nothing_meets_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(TooLong):
        made(tmp_path / "film.mp4", 1.0, frames=noise(SMALL, 24), max_bytes=2_000)
    assert list(tmp_path.iterdir()) == []


def test_progress_counts_every_frame(tmp_path: Path) -> None:
    counted: list[int] = []
    made(tmp_path / "film.mp4", 1.0, on_frame=counted.append)
    assert counted == list(range(1, 25))


def test_a_cancel_between_two_frames_leaves_nothing_and_keeps_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"the attempt before")
    asked = 0

    def cancelled() -> None:
        nonlocal asked
        asked += 1
        if asked == 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        made(tmp_path / "film.mp4", check_cancelled=cancelled)
    assert asked == 10
    assert [path.name for path in tmp_path.iterdir()] == ["film.mp4"]
    assert (tmp_path / "film.mp4").read_bytes() == b"the attempt before"


def test_an_engine_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[Frame]:
        yield from drifting(SMALL, 5)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        made(tmp_path / "film.mp4", frames=broken())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("count", [0, 47, 49])
def test_a_wrong_number_of_frames_is_a_bug_that_is_heard(tmp_path: Path, count: int) -> None:
    with pytest.raises(ValueError, match="frames"):
        made(tmp_path / "film.mp4", frames=drifting(SMALL, count))
    assert list(tmp_path.iterdir()) == []


def test_a_frame_of_another_size_is_a_bug_that_is_heard(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="shape"):
        made(tmp_path / "film.mp4", frames=drifting(Canvas(100, 320), 48))


def test_frames_are_asked_for_one_by_one(tmp_path: Path) -> None:
    """Memory does not grow with length: no frame is asked for before the one before it was encoded."""
    asked: list[int] = []

    def counting() -> Iterator[Frame]:
        for index, frame in enumerate(drifting(SMALL, 48)):
            asked.append(index)
            yield frame

    made(tmp_path / "film.mp4", frames=counting(), on_frame=lambda done: asked.append(-done))
    assert asked == [number for index in range(48) for number in (index, -index - 1)]


def test_the_poster_is_a_stamped_frame_of_the_film(tmp_path: Path) -> None:
    canvas = Canvas(360, 640)
    encoded = made(tmp_path / "film.mp4", 3.0, canvas=canvas)
    with Image.open(encoded.poster) as poster:
        shown = np.asarray(poster.convert("RGB")).astype(int)
        assert poster.format == "JPEG"
    assert encoded.poster == tmp_path / "film.jpg"
    assert np.abs(decoded(encoded.path)[encoded.poster_frame] - shown).mean() < 6
    mark = Watermark("太郎", canvas, seed=1)
    assert mark.settled(encoded.poster_frame / 24)
    (x, y, _), (width, height) = mark.places(encoded.poster_frame / 24)[0], mark.size
    assert (shown[y : y + height, x : x + width].min(axis=2) > 235).mean() > 0.04
