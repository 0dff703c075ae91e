"""Faults that a test has ordered: answers that are none of Discord's usual ones, and connections that break."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.doubles.discord.answers import Json

_RATE_LIMITED = 429


@dataclass(eq=False, slots=True)
class Fault:
    """What becomes of the next requests that match."""

    method: str
    pattern: re.Pattern[str]
    status: int
    times: int
    json: Json | None
    headers: Mapping[str, str]
    delay: float  # seconds before anything happens
    drop: bool  # break the connection instead of answering
    done: bool  # do first what was asked for: only the answer is lost
    via: bool  # whether a 429 says that it came from Discord's own servers
    retry_after: float  # seconds that a 429 asks for

    @property
    def body(self) -> Json:
        """What is answered."""
        if self.json is not None:
            return self.json
        if self.status == _RATE_LIMITED:
            return {"message": "You are being rate limited.", "retry_after": self.retry_after, "global": False}
        return {"message": f"{self.status}: scripted", "code": 0}

    @property
    def all_headers(self) -> dict[str, str]:
        """Headers of the answer."""
        limited = {"Retry-After": str(self.retry_after)} if self.status == _RATE_LIMITED else {}
        return {**limited, **({"Via": "1.1 google"} if self.via else {}), **self.headers}


@dataclass(slots=True)
class Faults:
    """Faults in the order in which they were ordered."""

    waiting: list[Fault] = field(default_factory=list)

    def next(self, method: str, path: str) -> Fault | None:
        """The fault of a request, used up by it."""
        for fault in self.waiting:
            if fault.method in ("*", method) and fault.pattern.search(path):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
