"""What people wait for: an answer to a button or to inline typing, which must come in time."""

import asyncio
import time
from typing import Any


class Waiting:
    """Answers by the id of the question."""

    def __init__(self) -> None:
        self.seconds = 15.0  # after which an answer is refused
        self._asked: dict[str, tuple[float, asyncio.Future[Any]]] = {}

    def ask(self, id: str) -> "asyncio.Future[Any]":
        """Somebody waits from now on."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._asked[id] = (time.monotonic(), answer)
        return answer

    def take(self, id: str) -> "asyncio.Future[Any] | None":
        """Who waits for an answer, once; None if nobody does, or it is too late."""
        asked, answer = self._asked.pop(id, (0.0, None))
        return None if answer is None or answer.done() or time.monotonic() - asked > self.seconds else answer
