"""The double's time, which tests can move, and ids that carry it as Discord's do."""

import time
from datetime import UTC, datetime
from itertools import count

_EPOCH_MS = 1_420_070_400_000  # 2015-01-01, from which Discord counts


class Clock:
    """Real time plus what a test has added. It runs while a test runs, so that the three seconds are real ones."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._number = count(1)

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._ahead

    def stamp(self, seconds: float | None = None) -> str:
        """A time as Discord writes it: ISO 8601."""
        return datetime.fromtimestamp(self.now() if seconds is None else seconds, UTC).isoformat()

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._ahead += seconds

    def new_id(self) -> int:
        """A fresh snowflake: milliseconds, then a running number, so that later ids are larger."""
        return (int(self.now() * 1000) - _EPOCH_MS) << 22 | next(self._number) & 0x3FFFFF
