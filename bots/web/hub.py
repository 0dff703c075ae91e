"""Who has the room open right now, and the words that go out to all of them."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from bots.web.wire import Json


class Viewer(Protocol):
    """One open page."""

    user: str
    name: str

    def tell(self, event: Json) -> None:
        """Queue an event for the page; never waits."""
        ...

    async def leave(self) -> None:
        """Say goodbye and close: the page comes back by itself."""
        ...


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is here, with however many pages."""

    user: str
    name: str


class Hub:
    """The open pages of this process."""

    def __init__(self) -> None:
        self._viewers: set[Viewer] = set()

    def enter(self, viewer: Viewer) -> None:
        """A page was opened; everybody hears of a person who was not here yet."""
        known = any(other.user == viewer.user for other in self._viewers)
        self._viewers.add(viewer)
        if not known:
            self._tell_people()

    def leave(self, viewer: Viewer) -> None:
        """A page was closed."""
        self._viewers.discard(viewer)
        if not any(other.user == viewer.user for other in self._viewers):
            self._tell_people()

    def viewers(self, only: str | None = None) -> Iterator[Viewer]:
        """The open pages, or those of one person."""
        return iter([viewer for viewer in self._viewers if only is None or viewer.user == only])

    def people(self) -> list[Person]:
        """Who is here, each once, by name."""
        return sorted({Person(viewer.user, viewer.name) for viewer in self._viewers}, key=lambda person: person.name)

    def people_json(self) -> list[Json]:
        """The same for the page."""
        return [{"user": person.user, "name": person.name} for person in self.people()]

    async def close(self) -> None:
        """Close every page."""
        await asyncio.gather(*(viewer.leave() for viewer in self._viewers))

    def _tell_people(self) -> None:
        event: Json = {"type": "people", "people": self.people_json()}
        for viewer in self._viewers:
            viewer.tell(event)
