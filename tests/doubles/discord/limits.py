"""Rate limits: what every answer says of them, and 429 for those who do not listen."""

import re
from dataclasses import dataclass, field
from zlib import crc32

from tests.doubles.discord.clock import Clock

_GENEROUS, _STRICT = 1000, 5  # requests in a window of a bucket
_WINDOW = 5.0  # seconds


@dataclass(slots=True)
class Limits:
    """Counts by method, route and the place that it is about."""

    clock: Clock
    enforced: bool = False
    _windows: dict[str, tuple[float, int]] = field(default_factory=dict)

    def count(self, method: str, template: str, path: str) -> tuple[dict[str, str], float | None]:
        """Headers of the answer, and for how many seconds to wait if it is to be 429."""
        place = "/".join(re.findall(r"^/\w+/[^/]+", path))
        most = _STRICT if self.enforced and "callback" not in template else _GENEROUS
        key, now = f"{method} {template} {place}", self.clock.now()
        ends, used = self._windows.get(key, (0.0, 0))
        if now >= ends:
            ends, used = now + _WINDOW, 0
        self._windows[key] = ends, used + 1
        headers = {
            "X-RateLimit-Limit": str(most),
            "X-RateLimit-Remaining": str(max(0, most - used - 1)),
            "X-RateLimit-Reset": f"{ends:.3f}",
            "X-RateLimit-Reset-After": f"{ends - now:.3f}",
            "X-RateLimit-Bucket": f"{crc32((method + template).encode()):08x}",
        }
        return headers, ends - now if used >= most else None
