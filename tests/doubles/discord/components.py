"""Components as they travel: walking through them, reading them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

ROW, BUTTON, SELECT, INPUT = 1, 2, 3, 4
USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR = 9, 10, 11, 12, 13, 14
CONTAINER, LABEL, UPLOAD, RADIO, CHECKBOXES, CHECKBOX = 17, 18, 19, 21, 22, 23
SELECTS = frozenset({SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT})
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
            case 12:
                for at, item in enumerate(part["items"]):
                    yield (*path, "items", at, "media"), item["media"]
            case 11:
                yield (*path, "media"), part["media"]
            case 13:
                yield (*path, "file"), part["file"]


def text_in(components: list[Json]) -> list[str]:
    """What text displays say."""
    return [part["content"] for _, part in walk(components) if part["type"] == TEXT]


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
        if part["type"] == BUTTON
    ]


def has_spoiler(components: list[Json]) -> bool:
    """Whether any medium, file or container is hidden until somebody asks for it."""
    return any(
        part.get("spoiler") or any(item.get("spoiler") for item in part.get("items") or ())
        for _, part in walk(components)
    )
