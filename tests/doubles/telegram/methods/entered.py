"""Methods by name."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.doubles.telegram.double import TelegramDouble

Json = dict[str, Any]
Handler = Callable[["TelegramDouble", Json], Any]  # the result, or what becomes it when awaited

HANDLERS: dict[str, Handler] = {}


def answers(*names: str) -> Callable[[Handler], Handler]:
    """Enter what answers some methods."""

    def enter(handler: Handler) -> Handler:
        HANDLERS.update(dict.fromkeys(names, handler))
        return handler

    return enter
