"""A request of the bot's, read; and which function answers it."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tests.doubles.discord.answers import Json
from tests.doubles.discord.schema import knows, pattern_of
from tests.doubles.discord.world import Upload

if TYPE_CHECKING:
    from tests.doubles.discord.double import DiscordDouble


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, within its route."""

    method: str
    path: str
    template: str
    at: dict[str, str]  # the variable parts of the path
    query: dict[str, str]
    body: Any  # what the JSON says; None without one
    files: dict[int, Upload] = field(default_factory=dict)

    def id(self, name: str) -> int:
        """A part of the path that is a snowflake."""
        return int(self.at[name])

    @property
    def form(self) -> Json:
        """The body, an object."""
        return self.body if isinstance(self.body, dict) else {}


Handler = Callable[["DiscordDouble", Asked], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Route:
    """A method and a path, and what answers."""

    method: str
    template: str
    pattern: re.Pattern[str]
    handler: Handler
    open: bool  # whether the token in the path is enough


ROUTES: list[Route] = []


def route(method: str, template: str, *, open: bool = False) -> Callable[[Handler], Handler]:
    """Lets a function answer a route, which has to be one of Discord's."""
    assert knows(method, template), f"Discord has no {method} {template}"

    def enter(handler: Handler) -> Handler:
        pattern = re.compile(pattern_of(template))
        ROUTES.append(Route(method, template, pattern, handler, open))
        return handler

    return enter


def find(method: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """The route of a raw path; fixed parts are preferred to variable ones."""
    found = [(r, m) for r in ROUTES if r.method == method and (m := r.pattern.match(path))]
    if not found:
        return None
    best, match = min(found, key=lambda pair: pair[0].template.count("{"))
    return best, {name: unquote(value) for name, value in match.groupdict().items()}
