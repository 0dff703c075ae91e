"""From a prompt to a film on disk, the stages in order: inspect, direct, speak, mix, draw.

Runs in one thread from top to bottom, knows neither queue nor database, and is the same for the command line and the
worker. Every stage calls `check_cancelled`, which raises `Cancelled`.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from core.refusals import BadInput
from core.screenplay import Mend, parse
from generator.animatic import Animatic, animatic
from generator.director.direct import direct
from generator.engines.engine import Canvas, Engine, Frame, Rendering
from generator.engines.hands import Hands
from generator.heap import give_back
from generator.pictures.illustration import Illustration
from generator.remix.remix import remix
from generator.remix.takes import retaken
from generator.remix.tempo import scaled
from generator.storyboard import Language, Storyboard
from generator.vocabulary import Orientation, Style

Stage = Literal["inspect", "direct", "speak", "mix", "draw"]

# Where a stage ends on the progress bar, from the measured share of a ten-second film (docs/performance.md).
STAGE_ENDS: dict[Stage, float] = {"inspect": 0.01, "direct": 0.04, "speak": 0.16, "mix": 0.25, "draw": 1.0}

_RATIOS: dict[Orientation, tuple[int, int]] = {"portrait": (9, 16), "landscape": (16, 9), "square": (1, 1)}


@dataclass(frozen=True, slots=True)
class Order:
    """What to make. `pictures` are uploads nobody has looked at yet; `short_edge` is in pixels.

    `troupe` names whose players speak; the author's, if it is None; a remix keeps its parent's. With `remix_of` the
    prompt is an instruction that changes that storyboard: `seed` is that of another take then, if one is asked for (or
    `retake` is set).
    """

    prompt: str
    author: str
    seed: int
    seconds: float | None = None
    orientation: Orientation | None = None  # portrait, or a remix's own
    style: Style | None = None
    language: Language = "ja"  # of the member, for what the director has to invent
    pictures: tuple[Path, ...] = ()
    short_edge: int = 720
    fps: int = 24
    max_bytes: int = 9 * 2**20
    troupe: str | None = None
    remix_of: Storyboard | None = None
    retake: bool = False


@dataclass(frozen=True, slots=True)
class Film:
    """What was made: files in the order's folder, and the storyboard with the times that were really spoken."""

    video: Path
    poster: Path
    srt: Path | None
    vtt: Path | None
    storyboard: Storyboard
    canvas: Canvas
    engine: str
    mends: tuple[Mend, ...]
    spent: dict[str, float]  # seconds of work by stage


@dataclass
class Watch:
    """Reports stage, overall fraction 0..1 to `tell`, and measures the time each stage took."""

    tell: Callable[[Stage, float], None] = lambda stage, fraction: None
    spent: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: Stage) -> Iterator[Callable[[float], None]]:
        """A stage; yields a function that takes the stage's own fraction."""
        ends = list(STAGE_ENDS.values())
        at = list(STAGE_ENDS).index(name)
        begin, end = (ends[at - 1] if at else 0.0), ends[at]
        self.tell(name, begin)
        started = time.perf_counter()
        yield lambda fraction: self.tell(name, begin + (end - begin) * min(max(fraction, 0.0), 1.0))
        self.spent[name] = round(time.perf_counter() - started, 3)


def canvas_of(orientation: Orientation, short_edge: int, fps: int) -> Canvas:
    """The canvas of an orientation: both edges even, `short_edge` the smaller one."""
    wide, high = _RATIOS[orientation]
    scale = short_edge / min(wide, high)
    return Canvas(round(wide * scale / 2) * 2, round(high * scale / 2) * 2, fps)


def storyboard_of(order: Order, pictures: Sequence[Illustration] = ()) -> Storyboard:
    """The first half of a production: prompt to storyboard, with the mendings of both in its notes.

    Raises:
        BadInput: of a remix, nothing is understood or a picture is missing.
    """
    if order.remix_of is not None:
        return _remixed(order, order.remix_of, len(pictures))
    screenplay = parse(order.prompt, seconds=order.seconds)
    board = direct(
        screenplay,
        seed=order.seed,
        orientation=order.orientation or "portrait",
        style=order.style,
        seconds=order.seconds,
        pictures=pictures,
        language=order.language,
    )
    notes = (*screenplay.mends, *(note for note in board.notes if note not in screenplay.mends))
    return replace(board, notes=notes, troupe=order.author if order.troupe is None else order.troupe)


def _remixed(order: Order, parent: Storyboard, pictures: int) -> Storyboard:
    """The parent as the prompt, an instruction, changes it; what the order says besides is done too."""
    needed = max((number + 1 for number in _pictured(parent)), default=0)
    if pictures < needed:
        raise BadInput("refusal-remix-pictures", needed=needed)
    board = remix(parent, order.prompt, take=order.seed)
    if order.retake:
        board = retaken(board, order.seed)[0]
    if order.seconds is not None and order.seconds != board.seconds:
        board = scaled(board, order.seconds)
    if order.orientation is not None:
        board = replace(board, orientation=order.orientation)
    return replace(board, style=order.style or board.style, troupe=parent.troupe or order.troupe or "")


def _pictured(board: Storyboard) -> list[int]:
    shown = [who.picture for who in board.cast] + [shot.backdrop for shot in board.shots]
    return [number for number in shown if number is not None]


def produce(
    order: Order,
    engine: Engine,
    folder: Path,
    *,
    hands: Hands | None = None,
    show: Callable[[Animatic], None] | None = None,
    tell: Callable[[Stage, float], None] = lambda stage, fraction: None,
    check_cancelled: Callable[[], None] = lambda: None,
) -> Film:
    """Make the film in `folder` (which exists); its frames are drawn by `hands` where the engine can be parted.

    `show` is given something to look at meanwhile, from another thread too.

    Raises:
        Refusal: a picture cannot be used.
        Cancelled: `check_cancelled` said so; nothing is left half-written.
    """
    from generator.finish.captions import srt, vtt
    from generator.finish.encode import film
    from generator.finish.watermark import Watermark
    from generator.pictures.illustrate import illustrate
    from generator.sound.mix import mix
    from generator.sound.voices import retime, speak

    watch = Watch(tell)

    with watch.stage("inspect"):
        pictures = illustrate(order.pictures, folder, check_cancelled) if order.pictures else ()
        check_cancelled()

    with watch.stage("direct"):
        board = storyboard_of(order, pictures)
        canvas = canvas_of(board.orientation, order.short_edge, order.fps)
        check_cancelled()

    with _shown(order, board, canvas, folder, pictures, hands, show, check_cancelled):
        with watch.stage("speak"):
            speech = speak(board, check_cancelled=check_cancelled)
            board = retime(board, speech)
            give_back()

        with watch.stage("mix"):
            soundtrack = mix(board, speech, check_cancelled=check_cancelled)
            give_back()

    with watch.stage("draw") as advance:
        rendering = Rendering(board, canvas, speech.mouths, pictures, check_cancelled)
        frames = round(board.seconds * canvas.fps)
        encoded = film(
            _frames(engine, rendering, hands),
            soundtrack,
            canvas,
            folder / "film.mp4",
            watermark=Watermark(order.author, canvas, seed=board.seed),
            seconds=board.seconds,
            max_bytes=order.max_bytes,
            metadata={"title": board.title, "artist": order.author, "comment": "Made with Kamishibai (AI-generated)"},
            on_frame=lambda done: advance(done / frames),
            check_cancelled=check_cancelled,
        )

    return Film(
        video=encoded.path,
        poster=encoded.poster,
        srt=_written(folder / "film.srt", srt(board)),
        vtt=_written(folder / "film.vtt", vtt(board)),
        storyboard=board,
        canvas=canvas,
        engine=engine.name,
        mends=board.notes,
        spent=watch.spent,
    )


def _shown(
    order: Order,
    board: Storyboard,
    canvas: Canvas,
    folder: Path,
    pictures: tuple[Illustration, ...],
    hands: Hands | None,
    show: Callable[[Animatic], None] | None,
    check_cancelled: Callable[[], None],
) -> AbstractContextManager[None]:
    if show is None:
        return nullcontext()
    return animatic(
        board, canvas, order.author, folder, show, hands=hands, pictures=pictures, check_cancelled=check_cancelled
    )


def _frames(engine: Engine, rendering: Rendering, hands: Hands | None) -> Iterator[Frame]:
    apart = hands is not None and hands.engine == engine.name and engine.abilities().any_frame
    if hands is None or not apart or not hands.fits(rendering.canvas):
        return engine.render(rendering)
    return hands.frames(rendering)


def _written(path: Path, text: str) -> Path | None:
    if not text.strip() or text.strip() == "WEBVTT":
        return None
    path.write_text(text, encoding="utf-8")
    return path
