"""How much a bot may say: 30 messages a second in all, 20 a minute in one group (the Bots FAQ, "My bot is hitting
limits"). Edits count as well.
"""

import math
import time
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from tests.doubles.telegram.answers import Wrong

OVERALL, OVERALL_SECONDS = 30, 1.0
GROUP, GROUP_SECONDS = 20, 60.0
_SAYS = ("send", "edit", "copy", "forward")


@dataclass
class Flood:
    """Counts what the bot says, if `enforced`."""

    enforced: bool = False
    clock: Callable[[], float] = time.monotonic
    _said: dict[Hashable, deque[float]] = field(default_factory=dict)

    def count(self, method: str, chat: object, messages: int) -> None:
        """One call that says so many messages.

        Raises:
            Wrong: 429; too many.
        """
        if not self.enforced or not method.startswith(_SAYS) or method == "sendChatAction":
            return
        windows: list[tuple[Hashable, int, float]] = [("all", OVERALL, OVERALL_SECONDS)]
        if isinstance(chat, int) and chat < 0:
            windows.append((chat, GROUP, GROUP_SECONDS))
        now = self.clock()
        wait = max(self._wait(now, messages, *window) for window in windows)
        if wait > 0:
            seconds = math.ceil(wait)
            raise Wrong(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        for name, _, _ in windows:
            self._said[name].extend([now] * messages)

    def _wait(self, now: float, messages: int, name: Hashable, most: int, seconds: float) -> float:
        """How long until so many more may be said."""
        said = self._said.setdefault(name, deque())
        while said and said[0] <= now - seconds:
            said.popleft()
        over = len(said) + messages - most
        return said[min(over, len(said)) - 1] + seconds - now if over > 0 and said else 0.0
