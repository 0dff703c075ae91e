"""One request being answered: who asks, with what, and what the house has for it."""

from dataclasses import dataclass

from bots.arguments import Value
from bots.cards import Card
from bots.house import House
from bots.requests import Request
from core.asking import Asker


@dataclass(frozen=True, slots=True)
class Case:
    """`values` are the request's arguments, read by the catalogue."""

    house: House
    asker: Asker
    request: Request
    values: dict[str, Value]

    def say(self, message: str, /, **params: object) -> str:
        """A message in the asker's language."""
        return self.house.language.text(self.asker.locale, message, **params)

    def card(self, message: str, /, **params: object) -> list[Card]:
        """A message as the whole answer, for the asker alone."""
        return [Card(text=self.say(message, **params))]

    def text(self, name: str, default: str = "") -> str:
        """A textual argument."""
        value = self.values.get(name, default)
        return value if isinstance(value, str) else default

    def number(self, name: str) -> float | None:
        """A numeric argument."""
        value = self.values.get(name)
        return value if isinstance(value, float) else None
