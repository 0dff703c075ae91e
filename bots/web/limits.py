"""How much one person may send: a token bucket each.

The burst lets somebody catch up on a thread with a row of reactions; the rate is faster than anybody types for long.
"""

import time
from collections.abc import Callable

BURST = 12.0
PER_SECOND = 1.5


class Buckets:
    """A bucket for each key, forgotten once it is full again."""

    def __init__(
        self, burst: float = BURST, per_second: float = PER_SECOND, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}  # key -> (tokens, when)

    def take(self, key: str) -> float:
        """Take one token: 0 when there was one, otherwise the seconds until there is."""
        now = self._clock()
        tokens = self._tokens(key, now)
        if tokens < 1.0:
            self._buckets[key] = (tokens, now)
            return (1.0 - tokens) / self._per_second
        self._buckets[key] = (tokens - 1.0, now)
        if len(self._buckets) > 1000:
            self._forget(now)
        return 0.0

    def _tokens(self, key: str, now: float) -> float:
        tokens, when = self._buckets.get(key, (self._burst, now))
        return min(self._burst, tokens + (now - when) * self._per_second)

    def _forget(self, now: float) -> None:
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if self._tokens(key, now) < self._burst}
