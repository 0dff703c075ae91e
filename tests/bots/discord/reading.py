"""Messages of components as a person reads them."""

from typing import Any


def readable(message: Any) -> str:
    """All that can be read in a message: its text displays, in order."""
    return "\n".join(str(part["content"]) for part in _parts(_components(message)) if part.get("type") == 10)


def labels(message: Any) -> list[str]:
    """What its buttons say."""
    return [str(part.get("label")) for part in _parts(_components(message)) if part.get("type") == 2]


def is_spoiler(message: Any) -> bool:
    """Whether its film is blurred."""
    return any(item.get("spoiler") for part in _parts(_components(message)) for item in part.get("items", ()))


def _components(message: Any) -> list[dict[str, Any]]:
    found = message.components
    return [part if isinstance(part, dict) else part.to_dict() for part in found]


def _parts(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for part in components:
        found.append(part)
        found += _parts(part.get("components", []))
    return found
