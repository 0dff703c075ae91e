"""The same layers put together by us and by a public library for composing video (moviepy), on one machine.

Six seconds of 720x1280 at 24 fps: a street at night in its sheets and two puppets, past which the camera pans. The
layers are painted first, for both; then each library lays them down frame by frame and writes an H.264 film with the
same settings. Ours is measured a second time as it really draws, with every limb moving and the set's lights.

moviepy is no dependency of ours: without it (`pip install "moviepy>=2.2,<3"`) only our own figures are printed.
"""

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path

import av
import numpy as np
import skia
from numpy.typing import NDArray

from generator.engines.engine import Canvas, Rendering
from generator.engines.paper.camera import Lens, View, lens_for, view_at
from generator.engines.paper.engine import PaperEngine
from generator.engines.paper.pictures import copy_as_rgba, picture_of
from generator.engines.paper.pose import Pose
from generator.engines.paper.puppet import Puppet
from generator.engines.paper.sets.daylight import daylight
from generator.engines.paper.sets.places import scenery_of
from generator.engines.paper.sheets import painted
from generator.finish.rates import CRF
from generator.storyboard import Act, Character, Presence, Shot, Storyboard

CANVAS = Canvas(720, 1280, 24)
SECONDS = 6.0
THREADS = 2

_CAT = Character("cat", "cat", "猫", "🐈", "#e8a04c", 0.62)
_WOMAN = Character("woman", "woman", "女の人", "👩", "#c7618f", 1.0, person=True)
_SHOT = Shot(
    0.0, SECONDS, framing="wide", camera="pan_right", place="street", time_of_day="night", weather="clear",
    cast=(Presence("cat", -0.3), Presence("woman", 0.3)), acts=(Act("cat", "dance", 0.0, SECONDS),),
)  # fmt: skip
_BOARD = Storyboard(
    "比べる", SECONDS, orientation="portrait", style="paper", seed=4, language="ja", cast=(_CAT, _WOMAN),
    shots=(_SHOT,), lines=(),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Laid:
    """A layer: straight RGBA pixels, and where its upper left corner is at a time, in pixels of the frame."""

    pixels: NDArray[np.uint8]
    at: Callable[[float], tuple[float, float]]


def layers() -> list[Laid]:
    """The layers of the shot, the furthest first, each in the size in which it is seen."""
    lens = lens_for(CANVAS.width, CANVAS.height, 2)
    moments = np.linspace(0, SECONDS, 30)
    views = [view_at(_SHOT, float(t), lens, (), _BOARD.seed) for t in moments]
    light, scenery = daylight("night", "clear"), scenery_of(_BOARD, _SHOT)
    back, front = (painted(parts, scenery, light, 4, lens, views) for parts in (scenery.back, scenery.front))
    stood = [_standing(who, present.x, lens) for who, present in zip(_BOARD.cast, _SHOT.cast, strict=True)]
    sheets = [
        [Laid(sheet.picture.toarray(colorType=skia.kRGBA_8888_ColorType), _place(lens, sheet.near, *_corner(sheet.box)))
         for sheet in part] for part in (back, front)
    ]  # fmt: skip
    return [*sheets[0], *stood, *sheets[1]]


def _corner(box: skia.Rect) -> tuple[float, float]:
    return box.left(), box.top()


def _place(lens: Lens, near: float, x: float, y: float) -> Callable[[float], tuple[float, float]]:
    def at(t: float) -> tuple[float, float]:
        seen: View = view_at(_SHOT, t, lens, (), _BOARD.seed)
        point = lens.matrix(seen, near).mapXY(x, y)
        return float(point.x()), float(point.y())

    return at


def _standing(who: Character, x: float, lens: Lens) -> Laid:
    puppet = Puppet(who, "paper", 4)
    scale = lens.scale(view_at(_SHOT, 0.0, lens, (), _BOARD.seed), 1.0)
    half, tall = puppet.width * 0.8, puppet.height * 1.15
    surface = skia.Surface(round(2 * half * scale), round(tall * scale))
    with surface as canvas:
        canvas.scale(scale, scale)
        canvas.translate(half, tall)
        puppet.draw(canvas, Pose())
    return Laid(surface.toarray(colorType=skia.kRGBA_8888_ColorType), _place(lens, 1.0, x - half, -tall))


def ours(laid: list[Laid], out: Path) -> float:
    """Seconds that it takes us to lay them down and write the film."""
    pictures = [(picture_of(_premultiplied(one.pixels)), one.at) for one in laid]
    surface = skia.Surface(CANVAS.width, CANVAS.height)
    frame = np.zeros((CANVAS.height, CANVAS.width, 4), np.uint8)

    def frames() -> Iterator[NDArray[np.uint8]]:
        canvas = surface.getCanvas()
        for number in range(round(SECONDS * CANVAS.fps)):
            canvas.clear(skia.ColorBLACK)
            for picture, at in pictures:
                x, y = at(number / CANVAS.fps)
                canvas.drawImage(picture, round(x), round(y))
            copy_as_rgba(surface, frame)
            yield frame

    started = time.perf_counter()
    _write(frames(), out)
    return time.perf_counter() - started


def drawn(out: Path) -> float:
    """Seconds for the shot as our engine really draws it, painting included."""
    started = time.perf_counter()
    _write(PaperEngine().render(Rendering(_BOARD, CANVAS)), out)
    return time.perf_counter() - started


def theirs(laid: list[Laid], out: Path) -> float:
    """Seconds that it takes moviepy."""
    from moviepy import CompositeVideoClip, ImageClip

    started = time.perf_counter()
    clips = [ImageClip(one.pixels, transparent=True, duration=SECONDS).with_position(one.at) for one in laid]
    whole = CompositeVideoClip(clips, size=(CANVAS.width, CANVAS.height), bg_color=(0, 0, 0)).with_duration(SECONDS)
    whole.write_videofile(
        str(out), fps=CANVAS.fps, codec="libx264", audio=False, preset="veryfast", threads=THREADS, logger=None,
        ffmpeg_params=["-crf", str(CRF), "-profile:v", "high", "-pix_fmt", "yuv420p"],
    )  # fmt: skip
    return time.perf_counter() - started


def _write(frames: Iterator[NDArray[np.uint8]], out: Path) -> None:
    with av.open(str(out), "w", format="mp4") as container:
        video = container.add_stream(
            "libx264", rate=CANVAS.fps, options={"preset": "veryfast", "profile": "high", "crf": str(CRF)}
        )
        video.width, video.height, video.pix_fmt = CANVAS.width, CANVAS.height, "yuv420p"
        video.codec_context.thread_count = THREADS
        for number, frame in enumerate(frames):
            picture = av.VideoFrame.from_ndarray(frame, format="rgba")
            picture.pts, picture.time_base = number, Fraction(1, CANVAS.fps)
            container.mux(video.encode(picture))
        container.mux(video.encode(None))


def _premultiplied(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    alpha = pixels[..., 3:].astype(np.uint16)
    return np.concatenate([(pixels[..., :3] * alpha // 255).astype(np.uint8), pixels[..., 3:]], axis=2)


def main() -> None:
    """Print seconds of work for a second of film."""
    laid = layers()
    with tempfile.TemporaryDirectory() as folder:
        figures = {"layers": len(laid), "ours": ours(laid, Path(folder) / "ours.mp4") / SECONDS}
        figures["ours_with_everything"] = drawn(Path(folder) / "drawn.mp4") / SECONDS
        if find_spec("moviepy"):
            figures["moviepy"] = theirs(laid, Path(folder) / "theirs.mp4") / SECONDS
            figures["times_as_fast"] = figures["moviepy"] / figures["ours"]
    print(json.dumps({name: round(value, 2) for name, value in figures.items()}), flush=True)


if __name__ == "__main__":
    main()
