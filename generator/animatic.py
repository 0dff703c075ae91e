"""The animatic: a first picture and a small silent film of a storyboard, for people to look at while the film is made.

Both are paper theatre whatever engine makes the film, stamped like it, and good for nothing once the film is there.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from PIL import Image

from generator.engines.engine import Cancelled, Canvas, Rendering
from generator.engines.hands import Hands
from generator.engines.paper.engine import PaperEngine
from generator.finish.encode import film
from generator.finish.watermark import Watermark
from generator.pictures.illustration import Illustration
from generator.storyboard import Storyboard

log = logging.getLogger(__name__)

SMALLER = 4  # times, in both directions
FPS = 12
STILL_SMALLER = 2
STILL_AT = 0.4  # of the shot in which most is to be seen
QUALITY = 80
MAX_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Animatic:
    """What there is of it by now: the picture comes first (JPEG), then the film (MP4).

    `canvas` is that of the film which they announce.
    """

    still: Path
    film: Path | None
    canvas: Canvas


def picture(
    board: Storyboard, canvas: Canvas, author: str, out: Path, *, pictures: tuple[Illustration, ...] = ()
) -> Path:
    """One frame of the film, of half its size: from the middle of the shot with most players, as JPEG at `out`."""
    small = _smaller(canvas, STILL_SMALLER, canvas.fps)
    shot = max(board.shots, key=lambda shot: (len(shot.cast), len(shot.acts), -shot.start))
    moment = shot.start + STILL_AT * shot.seconds
    number = min(int(moment * small.fps), round(board.seconds * small.fps) - 1)
    frame = next(PaperEngine().render(Rendering(board, small, pictures=pictures), [number])).copy()
    mark = Watermark(author, small, seed=board.seed)
    mark.stamp(frame, next((t / 4 for t in range(int(4 * board.seconds)) if mark.settled(t / 4)), moment))
    Image.fromarray(frame[..., :3]).save(out, "JPEG", quality=QUALITY)
    return out


def preview(
    board: Storyboard,
    canvas: Canvas,
    author: str,
    out: Path,
    *,
    hands: Hands | None = None,
    pictures: tuple[Illustration, ...] = (),
    check_cancelled: Callable[[], None] = lambda: None,
) -> Path:
    """The whole film at `out`, of a quarter of its size and half its frames, without sound and mouths.

    Raises:
        Cancelled: `check_cancelled` said so.
    """
    small = _smaller(canvas, SMALLER, FPS)
    rendering = Rendering(board, small, pictures=pictures, check_cancelled=check_cancelled)
    frames = hands.frames(rendering) if hands is not None and hands.fits(small) else PaperEngine().render(rendering)
    mark = Watermark(author, small, seed=board.seed)
    film(frames, None, small, out, watermark=mark, seconds=board.seconds, max_bytes=MAX_BYTES)
    return out


@contextmanager
def animatic(
    board: Storyboard,
    canvas: Canvas,
    author: str,
    folder: Path,
    show: Callable[[Animatic], None],
    *,
    hands: Hands | None = None,
    pictures: tuple[Illustration, ...] = (),
    check_cancelled: Callable[[], None] = lambda: None,
) -> Iterator[None]:
    """Show the picture at once, and the small film as soon as it is drawn beside whatever is done meanwhile.

    A film that cannot be previewed is made all the same; the log has the reason.
    """
    still = picture(board, canvas, author, folder / "animatic.jpg", pictures=pictures)
    show(Animatic(still, None, canvas))
    over = Event()

    def check() -> None:
        check_cancelled()
        if over.is_set():
            raise Cancelled

    def draw() -> None:
        try:
            out = folder / "animatic.mp4"
            film = preview(board, canvas, author, out, hands=hands, pictures=pictures, check_cancelled=check)
            show(Animatic(still, film, canvas))
        except Cancelled:
            pass
        except Exception:
            log.exception("animatic")

    drawing = Thread(target=draw, name="animatic", daemon=True)
    drawing.start()
    try:
        yield
    except BaseException:
        over.set()
        raise
    finally:
        drawing.join()


def _smaller(canvas: Canvas, times: int, fps: int) -> Canvas:
    return Canvas(max(2, canvas.width // times // 2 * 2), max(2, canvas.height // times // 2 * 2), fps)
