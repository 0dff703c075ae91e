"""Discord's refusals: a status, a code of its own, and for a broken form where it is broken."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field of a request."""

    where: tuple[str | int, ...]
    code: str
    says: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.where)) or 'body'}: {self.says} ({self.code})"


class ApiError(Exception):
    """An answer that is no success."""

    def __init__(self, status: int, code: int, says: str, errors: Json | None = None) -> None:
        super().__init__(f"{status} {code} {says}")
        self.status = status
        self.body: Json = {"message": says, "code": code, **({"errors": errors} if errors else {})}
        self.complaint: str | None = None  # set when the request itself was wrong, whatever the state of the world


def invalid_form(problems: Iterable[Problem]) -> ApiError:
    """400/50035: the request is not what Discord takes."""
    tree: Json = {}
    found = list(problems)
    for problem in found:
        spot = tree
        for step in problem.where:
            spot = spot.setdefault(str(step), {})
        spot.setdefault("_errors", []).append({"code": problem.code, "message": problem.says})
    error = ApiError(400, 50035, "Invalid Form Body", tree)
    error.complaint = "; ".join(map(str, found))
    return error


def broken(status: int, code: int, says: str) -> ApiError:
    """A refusal that a well-behaved client never causes."""
    error = ApiError(status, code, says)
    error.complaint = says
    return error


def unauthorized() -> ApiError:
    """No token, or none of this bot."""
    return ApiError(401, 0, "401: Unauthorized")


def not_found() -> ApiError:
    """A path that leads nowhere."""
    return broken(404, 0, "404: Not Found")


def unknown_channel() -> ApiError:
    """Gone, or never there."""
    return ApiError(404, 10003, "Unknown Channel")


def unknown_guild() -> ApiError:
    """Gone, or the bot is not in it."""
    return ApiError(404, 10004, "Unknown Guild")


def unknown_member() -> ApiError:
    """Not in this guild."""
    return ApiError(404, 10007, "Unknown Member")


def unknown_message() -> ApiError:
    """Deleted, or not for the bot token to touch."""
    return ApiError(404, 10008, "Unknown Message")


def unknown_user() -> ApiError:
    """Nobody has this id."""
    return ApiError(404, 10013, "Unknown User")


def unknown_emoji() -> ApiError:
    """No emoji of Unicode's, and none of a guild's."""
    return ApiError(400, 10014, "Unknown Emoji")


def unknown_webhook() -> ApiError:
    """No interaction ever had this token."""
    return ApiError(404, 10015, "Unknown Webhook")


def unknown_interaction() -> ApiError:
    """Not acknowledged within three seconds, or never there."""
    return ApiError(404, 10062, "Unknown interaction")


def unknown_command() -> ApiError:
    """No command has this id."""
    return ApiError(404, 10063, "Unknown application command")


def already_acknowledged() -> ApiError:
    """Somebody has answered this interaction."""
    return ApiError(400, 40060, "Interaction has already been acknowledged.")


def invalid_token() -> ApiError:
    """An interaction's token is older than fifteen minutes."""
    return ApiError(401, 50027, "Invalid Webhook Token")


def too_large() -> ApiError:
    """A file is larger than the place takes."""
    return broken(413, 40005, "Request entity too large")


def missing_access() -> ApiError:
    """The bot cannot see this place."""
    return ApiError(403, 50001, "Missing Access")


def cannot_send_to_user() -> ApiError:
    """The person takes no private messages from the bot."""
    return ApiError(403, 50007, "Cannot send messages to this user")


def missing_permissions() -> ApiError:
    """The bot sees this place, but may not do this there."""
    return ApiError(403, 50013, "Missing Permissions")


def not_the_author() -> ApiError:
    """Only authors edit their messages."""
    return ApiError(403, 50005, "Cannot edit a message authored by another user")


def empty_message() -> ApiError:
    """Nothing in it."""
    return broken(400, 50006, "Cannot send an empty message")


def too_many_followups() -> ApiError:
    """Where only the person has installed the application, an interaction has five of them."""
    return ApiError(400, 40094, "This interaction has hit the maximum number of follow up messages.")
