"""Components as they travel: walking through them, reading them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

Json = dict[str, Any]


class Kind(IntEnum):
    """The `type` of a component."""

    ROW = 1
    BUTTON = 2
    SELECT = 3
    INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT = 10
    THUMBNAIL = 11
    GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    UPLOAD = 19
    RADIO = 21
    CHECKBOXES = 22
    CHECKBOX = 23


SELECTS = frozenset({Kind.SELECT, Kind.USER_SELECT, Kind.ROLE_SELECT, Kind.MENTIONABLE_SELECT, Kind.CHANNEL_SELECT})
IN_FORMS_ALONE = frozenset({Kind.INPUT, Kind.LABEL, Kind.UPLOAD, Kind.RADIO, Kind.CHECKBOXES, Kind.CHECKBOX})
LINK, PREMIUM = 5, 6  # button styles

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a message."""

    label: str | None
    custom_id: str | None
    style: int
    disabled: bool
    url: str | None
    emoji: str | None


def walk(components: list[Json], path: Path = ("components",)) -> Iterator[tuple[Path, Json]]:
    """Every component with the way to it, outer ones first."""
    for at, part in enumerate(components):
        here = (*path, at)
        yield here, part
        yield from walk(part.get("components") or [], (*here, "components"))
        for within in ("accessory", "component"):
            if part.get(within):
                yield (*here, within), part[within]


def media_in(components: list[Json]) -> Iterator[tuple[Path, Json]]:
    """Every medium that components show, with the way to it."""
    for path, part in walk(components):
        match part["type"]:
            case Kind.GALLERY:
                for at, item in enumerate(part["items"]):
                    yield (*path, "items", at, "media"), item["media"]
            case Kind.THUMBNAIL:
                yield (*path, "media"), part["media"]
            case Kind.FILE:
                yield (*path, "file"), part["file"]


def text_in(components: list[Json]) -> list[str]:
    """What text displays say."""
    return [part["content"] for _, part in walk(components) if part["type"] == Kind.TEXT]


def buttons_in(components: list[Json]) -> list[Button]:
    """The buttons, in order."""
    return [
        Button(
            part.get("label"),
            part.get("custom_id"),
            part["style"],
            bool(part.get("disabled")),
            part.get("url"),
            (part.get("emoji") or {}).get("name"),
        )
        for _, part in walk(components)
        if part["type"] == Kind.BUTTON
    ]


def has_spoiler(components: list[Json]) -> bool:
    """Whether any medium, file or container is hidden until somebody asks for it."""
    return any(
        part.get("spoiler") or any(item.get("spoiler") for item in part.get("items") or ())
        for _, part in walk(components)
    )
