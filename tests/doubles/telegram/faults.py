"""Faults that a test has ordered: answers that are none of Telegram's usual ones, and connections that break."""

from dataclasses import dataclass, field
from http import HTTPStatus

from tests.doubles.telegram.answers import Wrong


@dataclass(eq=False)
class Fault:
    """What becomes of the next `times` calls of a method ("*": of any but getUpdates)."""

    method: str
    error: Wrong | None  # None: nothing but the delay
    times: int
    delay: float  # seconds before anything happens
    drop: bool  # break the connection instead of answering
    done: bool  # do first what was asked for: only the answer is lost

    @property
    def page(self) -> str | None:
        """What a proxy before Telegram says itself, in HTML; None for answers of Telegram's own."""
        if self.error is None or self.error.status not in (HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT):
            return None
        status = HTTPStatus(self.error.status)
        return f"<html><head><title>{status.value} {status.phrase}</title></head></html>"


@dataclass
class Faults:
    """Faults in the order in which they were ordered."""

    waiting: list[Fault] = field(default_factory=list)

    def next(self, method: str) -> Fault | None:
        """The fault of a call, used up by it."""
        for fault in self.waiting:
            if fault.method == method or (fault.method == "*" and method != "getUpdates"):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None


def scripted(status: int, description: str, retry_after: int | None) -> Wrong:
    """The error of a fault, in Telegram's words where it has some."""
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        seconds = 1 if retry_after is None else retry_after
        return Wrong(status, description or f"Too Many Requests: retry after {seconds}", retry_after=seconds)
    return Wrong(status, description or HTTPStatus(status).phrase)
