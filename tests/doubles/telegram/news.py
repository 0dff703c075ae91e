"""Updates on their way to the bot: fetched by long polls, confirmed by the next offset, now and then sent twice."""

import asyncio
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from tests.doubles.telegram.answers import Wrong

Json = dict[str, Any]

MOST = 100  # updates in one answer
REMEMBERED = 1000  # updates for tests to look at
_ASKED_FOR_ONLY = {"chat_member", "message_reaction", "message_reaction_count"}  # not sent unless named


class News:
    """The updates of one bot."""

    def __init__(self) -> None:
        self.told: deque[Json] = deque(maxlen=REMEMBERED)
        self.twice = False  # whether everything is sent a second time
        self.webhook = ""
        self._waiting: list[Json] = []  # not confirmed yet
        self._again: list[Json] = []  # to be sent whatever has been confirmed
        self._kept: list[Json] | None = None  # where updates go that are withheld
        self._allowed: list[str] = []
        self._numbers = count(8_000_001)
        self._handed_out = 0  # the last id
        self._turn = 0
        self._bell = asyncio.Event()
        self._closed = False

    def hears(self, kind: str) -> bool:
        """Whether the bot has asked for such updates; if it asked for none, all but a few kinds come."""
        return kind in self._allowed if self._allowed else kind not in _ASKED_FOR_ONLY

    def tell(self, kind: str, content: Json) -> None:
        """Something has happened."""
        if not self.hears(kind):
            return
        update = {"update_id": next(self._numbers), kind: content}
        self.told.append(update)
        if self._kept is not None:
            self._kept.append(update)
            return
        self._waiting.append(update)
        self._ring()

    @contextmanager
    def withheld(self) -> Iterator[list[Json]]:
        """Keep back what happens meanwhile."""
        kept: list[Json] = []
        self._kept = kept
        try:
            yield kept
        finally:
            self._kept = None

    def send_again(self, *updates: Json) -> None:
        """Send updates, though newer ones, or they themselves, have been sent before."""
        self._again += updates
        self._ring()

    def forget_pending(self) -> None:
        """Whatever has not been fetched is dropped."""
        self._waiting.clear()

    @property
    def pending(self) -> int:
        """How many updates are not confirmed yet."""
        return len(self._waiting)

    async def poll(self, offset: int, limit: int, seconds: float, allowed: list[str] | None) -> list[Json]:
        """What has happened since `offset`, or the next thing that happens.

        Raises:
            Wrong: another poll came while this one waited; a webhook is set.
        """
        if self.webhook:
            raise Wrong(
                409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete "
                "the webhook first"
            )  # fmt: skip
        if allowed is not None:
            self._allowed = allowed
        self._turn += 1
        turn, end = self._turn, time.monotonic() + seconds
        self._ring()
        self._confirm(offset)
        while True:
            batch = self._batch(limit)
            left = end - time.monotonic()
            if batch or left <= 0 or self._closed:
                return batch
            try:
                await asyncio.wait_for(self._bell.wait(), left)
            except TimeoutError:
                return []
            if self._turn != turn:
                raise Wrong(
                    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance "
                    "is running"
                )  # fmt: skip

    def close(self) -> None:
        """End the polls that wait."""
        self._closed = True
        self._ring()

    def _confirm(self, offset: int) -> None:
        if offset < 0:  # counted from the end, and what is before is forgotten
            self._waiting = self._waiting[offset:]
        else:
            self._waiting = [update for update in self._waiting if update["update_id"] >= offset]

    def _batch(self, limit: int) -> list[Json]:
        new = self._waiting[:limit]
        batch, self._again = [*self._again, *new], []
        if self.twice:
            self._again = [update for update in new if update["update_id"] > self._handed_out]
        if new:
            self._handed_out = max(self._handed_out, new[-1]["update_id"])
        return batch

    def _ring(self) -> None:
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()
