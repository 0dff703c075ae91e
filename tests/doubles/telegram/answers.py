"""Answers that are errors."""

from typing import Any


class Wrong(Exception):
    """What could not be done, as Telegram says it: the world is not as the bot thinks. Nobody's mistake."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status, self.description, self.parameters = status, description, parameters


class Broken(Wrong):
    """A request that no bot should send, whatever the world is like: it is kept as a complaint."""

    def __init__(self, description: str, status: int = 400) -> None:
        super().__init__(status, f"Bad Request: {description}" if status == 400 else description)
