"""The most memory that some processes have had together, looked at again and again."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

EVERY = 0.1  # seconds


class Peak:
    """`mb`: the largest sum seen so far, in MB; what several share counts once (proportional set size)."""

    mb = 0.0

    def look(self, processes: Iterable[int]) -> None:
        """Look now."""
        self.mb = max(self.mb, sum(_held(process) for process in processes))


@contextmanager
def peak(processes: Callable[[], Iterable[int]]) -> Iterator[Peak]:
    """Watch the processes of those ids until the end of the block."""
    seen, over = Peak(), threading.Event()

    def watch() -> None:
        while not over.wait(EVERY):
            seen.look(processes())

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield seen
    finally:
        over.set()
        watching.join()


def _held(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:  # it has ended
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
