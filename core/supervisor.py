"""Keeps parts running as child processes: a part that dies is started again, with back-off and a log line.

Only a part that says its settings are wrong is left alone.

Children stand in a session of their own, so that Ctrl-C reaches only the supervisor, and (on Linux) are told to end by
the kernel when the supervisor is killed.
"""

import asyncio
import ctypes
import logging
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

log = logging.getLogger(__name__)

FIRST_BACKOFF = 0.5  # seconds; doubles with every quick death
LONGEST_BACKOFF = 30.0
STEADY_SECONDS = 20.0  # a part that lived this long starts its back-off from the beginning
HOPELESS = 78  # exit status (sysexits.h, EX_CONFIG) of a part that cannot run before somebody mends its settings
PATIENCE = 8.0  # seconds between asking a part to end and killing it

_PR_SET_PDEATHSIG = 1  # prctl(2)


@dataclass(frozen=True, slots=True)
class Part:
    """A process to keep running."""

    name: str
    argv: Sequence[str]
    env: Mapping[str, str] | None = None
    quiet: bool = False  # its standard output is not ours to show
    last: bool = False  # ends after all others, which need it to end well


@dataclass
class Supervisor:
    """Runs parts until `stop` is called. `on_death` hears of a part's death (name, exit status)."""

    parts: Sequence[Part]
    on_death: Callable[[str, int], None] = lambda name, status: None
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _left_alone: asyncio.Event = field(default_factory=asyncio.Event)  # all but those who end last have ended

    async def run(self) -> None:
        """Start every part and keep it running; returns when all have ended after `stop`."""
        async with asyncio.TaskGroup() as tasks:
            for part in self.parts:
                if part.last:
                    tasks.create_task(self._keep(part, self._left_alone))
            async with asyncio.TaskGroup() as first:
                for part in self.parts:
                    if not part.last:
                        first.create_task(self._keep(part, self._stopping))
            if any(part.last for part in self.parts):
                await self._stopping.wait()
                self._left_alone.set()

    def stop(self) -> None:
        """Ask every part to end."""
        self._stopping.set()

    async def _keep(self, part: Part, stopping: asyncio.Event) -> None:
        backoff = FIRST_BACKOFF
        loop = asyncio.get_running_loop()
        while not stopping.is_set():
            born = loop.time()
            process = await _start(part)
            status = await self._until_end(process, stopping)
            if stopping.is_set():
                return
            self.on_death(part.name, status)
            if status == HOPELESS:
                log.error("%s needs you: mend what it said and start again; everything else goes on", part.name)
                return
            backoff = FIRST_BACKOFF if loop.time() - born > STEADY_SECONDS else backoff
            log.warning("%s ended with status %s; starting it again in %.1f s", part.name, status, backoff)
            await self._sleep(backoff, stopping)
            backoff = min(backoff * 2, LONGEST_BACKOFF)

    async def _until_end(self, process: asyncio.subprocess.Process, stopping: asyncio.Event) -> int:
        ended = asyncio.ensure_future(process.wait())
        asked = asyncio.ensure_future(stopping.wait())
        await asyncio.wait({ended, asked}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        if not ended.done():
            process.terminate()
            done, _ = await asyncio.wait({ended}, timeout=PATIENCE)
            if not done:
                log.warning("process %s did not end when asked; killing it", process.pid)
                process.kill()
        return await ended

    async def _sleep(self, seconds: float, stopping: asyncio.Event) -> None:
        asked = asyncio.ensure_future(stopping.wait())
        await asyncio.wait({asked}, timeout=seconds)
        asked.cancel()


async def _start(part: Part) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *part.argv,
        env=dict(part.env) if part.env is not None else None,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL if part.quiet else None,
        start_new_session=True,
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,
    )


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
