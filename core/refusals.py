"""The tree of everything that can go wrong on purpose.

    Refusal                 a member hears it, in their language; it costs nothing
    ├── BadInput            the request itself cannot be understood or is out of bounds
    ├── NotYours            another member's draft, job or code
    ├── NotFound            no such clip, code, command
    ├── NotAMember          needs an invite first
    ├── NotAllowed          the rules of the place: only for its admins, for some roles, in some channels
    ├── Spent               an allowance or a limit is used up
    └── TooLate             the thing has moved on: already posted, cancelled, removed
    Retryable               the same attempt may succeed later (delivery, network)
    Unreachable             a chat cannot be written to any more: blocked, gone, forbidden
    Misconfigured           the operator must act; one line, exit code 78

Anything else that is raised is a bug: the member gets an apology with a reference, the log gets the trace.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Param = str | int | float | datetime


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do instead, offered as a button: a command of the catalogue with its arguments."""

    command: str
    arguments: Mapping[str, str] = field(default_factory=dict)


class Refusal(Exception):
    """A *no* that explains itself.

    `message` is a message id of `locales/`, `params` are its variables. Nothing was charged, nothing was changed.
    """

    def __init__(self, message: str, *, remedy: Remedy | None = None, **params: Param) -> None:
        super().__init__(message, params)
        self.message = message
        self.params: dict[str, Param] = params
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.params}" if self.params else self.message


class BadInput(Refusal):
    """The request cannot be understood or is out of bounds."""


class NotYours(Refusal):
    """It belongs to another member."""


class NotFound(Refusal):
    """No such thing."""


class NotAMember(Refusal):
    """Needs an invite first."""


class NotAllowed(Refusal):
    """The rules of the place say no."""


class Spent(Refusal):
    """An allowance or a limit is used up."""


class TooLate(Refusal):
    """The thing has moved on."""


class Retryable(Exception):
    """The same attempt may succeed later, at the earliest `after` seconds from now."""

    def __init__(self, why: str = "", *, after: float | None = None) -> None:
        super().__init__(why)
        self.after = after


class Unreachable(Exception):
    """A chat cannot be written to any more, however often one tries: blocked, gone, forbidden."""


class Misconfigured(Exception):
    """The operator must act; the text is one clear line."""
