"""What Discord lets a modal be, beyond its schema."""

from collections import Counter
from collections.abc import Iterator

from tests.doubles.discord.answers import Json, Problem
from tests.doubles.discord.components import SELECTS, Kind, Path, walk
from tests.doubles.discord.message_rules import problems_of_select

PARTS = 5  # at the top of a modal
INPUT_TEXT = 4000
_TOP = frozenset({Kind.ROW, Kind.TEXT, Kind.LABEL})
_BASE = ("data", "components")


def problems_of_modal(modal: Json) -> Iterator[Problem]:
    """What is wrong with a modal."""
    components = modal["components"]
    if len(components) > PARTS:
        yield Problem(_BASE, "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {PARTS} in length.")
    for at, part in enumerate(components):
        if part["type"] not in _TOP:
            yield Problem((*_BASE, at, "type"), "BASE_TYPE_CHOICES", "belongs into a label")
    parts = list(walk(components, _BASE))
    ids = Counter(part["custom_id"] for _, part in parts if part.get("custom_id"))
    for path, part in parts:
        if part.get("custom_id") and ids[part["custom_id"]] > 1:
            yield Problem((*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "used more than once")
        if part["type"] == Kind.INPUT:
            yield from _problems_of_input(path, part)
        elif part["type"] in SELECTS:
            yield from problems_of_select(path, part)
        elif part["type"] == Kind.BUTTON:
            yield Problem((*path, "type"), "BASE_TYPE_CHOICES", "no buttons in a modal")
        elif part["type"] == Kind.UPLOAD and (part.get("min_values") or 0) > (part.get("max_values") or 1):
            yield Problem((*path, "min_values"), "BASE_TYPE_BAD_LENGTH", "more than max_values")


def _problems_of_input(path: Path, part: Json) -> Iterator[Problem]:
    within_label = path[-1] == "component"
    if bool(part.get("label")) == within_label:
        yield Problem((*path, "label"), "BASE_TYPE_REQUIRED", "an input has one label: its own, or that around it")
    most, least = part.get("max_length") or INPUT_TEXT, part.get("min_length") or 0
    value = part.get("value") or ""
    if least > most or len(value) > most:
        yield Problem((*path, "value"), "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
