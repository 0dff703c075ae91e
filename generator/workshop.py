"""A child process in which films are made, so that no crash, hang or cancel of a production touches the worker.

The child lives from job to job (voices stay loaded). A cancel first asks the production to stop between two frames; if
it has not within GRACE seconds, the child is killed and the next job gets a new one.
"""

import asyncio
import atexit
import multiprocessing as mp
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from threading import Lock

from core.refusals import Refusal
from generator.animatic import Animatic
from generator.engines.choose import choose_engine
from generator.engines.engine import Cancelled, Rendering
from generator.engines.hands import HandLost, Hands
from generator.engines.paper.engine import PAPER, PaperEngine
from generator.production import Film, Order, Stage, canvas_of, produce, storyboard_of

GRACE = 1.0  # seconds from a cancel to the child's death; a frame takes a few hundredths of one
_TRIAL_EDGE = 90  # pixels of a frame that nobody sees
TELL_EVERY = 0.01  # least step of the fraction that is worth a message


class ProductionFailed(Exception):
    """A bug in a production; `trace` is the child's traceback."""

    def __init__(self, summary: str, trace: str) -> None:
        super().__init__(summary)
        self.trace = trace


class WorkshopDied(Exception):
    """The child ended in the middle of a production: out of memory, killed, crashed."""


@dataclass(frozen=True, slots=True)
class _Refused:
    message: str
    params: dict[str, object]


@dataclass(frozen=True, slots=True)
class _Failed:
    summary: str
    trace: str


class Workshop:
    """One production at a time, in a child process."""

    def __init__(self, engine: str) -> None:
        self._engine = engine
        self._context = mp.get_context("spawn")
        self._process: mp.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._cancel: Event = self._context.Event()

    async def make(
        self,
        order: Order,
        folder: Path,
        *,
        tell: Callable[[Stage, float], None],
        show: Callable[[Animatic], None] = lambda animatic: None,
        cancelled: asyncio.Event,
    ) -> Film:
        """Make the film in `folder`.

        Raises:
            Cancelled: `cancelled` was set; the production has stopped, at the latest GRACE seconds later.
            Refusal: the order cannot be made, for a reason to tell the member.
            ProductionFailed: a bug.
            WorkshopDied: the child is gone; the same order may succeed in a new one.
        """
        pipe = self._started()
        self._cancel.clear()
        pipe.send((order, folder))
        waiting = asyncio.ensure_future(cancelled.wait())
        try:
            while True:
                reading = asyncio.ensure_future(asyncio.to_thread(_receive, pipe))
                reading.add_done_callback(_heeded)
                await asyncio.wait({reading, waiting}, return_when=asyncio.FIRST_COMPLETED)
                if not reading.done():
                    self._cancel.set()
                    await asyncio.wait({reading}, timeout=GRACE)
                    if not reading.done():
                        self.close()
                        with suppress(WorkshopDied):
                            await reading
                        raise Cancelled
                message = await reading
                if isinstance(message, tuple):
                    if not cancelled.is_set():
                        tell(*message)
                    continue
                if isinstance(message, Animatic):
                    if not cancelled.is_set():
                        show(message)
                    continue
                return _outcome(message)
        except (WorkshopDied, asyncio.CancelledError):
            self.close()
            raise
        finally:
            waiting.cancel()

    def _started(self) -> Connection:
        if self._process is None or self._pipe is None or not self._process.is_alive():
            self.close()
            self._pipe, theirs = self._context.Pipe()
            self._process = self._context.Process(
                target=_work, args=(theirs, self._cancel, self._engine, os.getpid()), name="workshop"
            )  # no daemon, as those may have no children; it ends by itself when the worker is gone
            self._process.start()
            atexit.register(self.close)  # before the interpreter waits for it
            theirs.close()
        return self._pipe

    def warm_up(self) -> None:
        """Start the child now, so that the first job does not wait for it."""
        self._started()

    def close(self) -> None:
        """Kill the child."""
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
            atexit.unregister(self.close)
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None
        self._cancel = self._context.Event()


def _heeded(reading: "asyncio.Future[object]") -> None:
    """Whoever stopped waiting for it does not care how it ended."""
    if not reading.cancelled():
        reading.exception()


def _receive(pipe: Connection) -> object:
    try:
        return pipe.recv()
    except (EOFError, OSError, pickle.UnpicklingError) as error:
        raise WorkshopDied("the child process ended") from error


def _outcome(message: object) -> Film:
    if isinstance(message, Film):
        return message
    if isinstance(message, _Refused):
        raise Refusal(message.message, **message.params)  # type: ignore[arg-type]  # params crossed a pipe
    if isinstance(message, _Failed):
        raise ProductionFailed(message.summary, message.trace)
    if isinstance(message, Cancelled):
        raise message
    raise TypeError(f"unexpected message from the workshop: {message!r}")


def _work(pipe: Connection, cancel: Event, engine_name: str, parent: int) -> None:
    """The child: takes orders until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(5)  # the chat stays quick while a film is drawn
    engine = choose_engine(engine_name)
    hands = Hands(PAPER)  # for the animatic, and for the film if it is paper theatre
    hands.warm_up()
    rehearse()
    send = _sender(pipe)
    while True:
        try:
            order, folder = pipe.recv()
        except EOFError:
            hands.close()
            return
        try:
            outcome: object = produce(
                order,
                engine,
                folder,
                hands=hands,
                show=send,
                tell=_teller(send),
                check_cancelled=lambda: _check(cancel, parent),
            )
        except Refusal as refusal:
            outcome = _Refused(refusal.message, dict(refusal.params))
        except Cancelled:
            outcome = Cancelled()
        except HandLost:
            return  # as if this process itself had died: another may do better
        except Exception as error:
            outcome = _Failed(repr(error), traceback.format_exc())
        send(outcome)


def rehearse() -> None:
    """Have dictionaries, fonts and figures at hand before the first member asks for a film."""
    board = storyboard_of(Order(prompt="人が歩く。A cat walks.", author="", seed=1, short_edge=_TRIAL_EDGE))
    trial = Rendering(board, canvas_of(board.orientation, _TRIAL_EDGE, 12))
    next(PaperEngine().render(trial, [0]))


def _sender(pipe: Connection) -> Callable[[object], None]:
    """Send things whole, whichever thread has them."""
    lock = Lock()

    def send(what: object) -> None:
        with lock:
            pipe.send(what)

    return send


def _check(cancel: Event, parent: int) -> None:
    if cancel.is_set():
        raise Cancelled
    if os.getppid() != parent:
        sys.exit("the worker is gone")


def _teller(send: Callable[[object], None]) -> Callable[[Stage, float], None]:
    last: tuple[Stage | None, float] = (None, -1.0)

    def tell(stage: Stage, fraction: float) -> None:
        nonlocal last
        if stage != last[0] or fraction - last[1] >= TELL_EVERY:
            last = (stage, fraction)
            send((stage, fraction))

    return tell
