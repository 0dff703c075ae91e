"""How people fill a modal in: what they type, checked as Discord's client checks it before it is sent."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.doubles.discord.answers import Json
from tests.doubles.discord.components import SELECTS, Kind
from tests.doubles.discord.world import Upload

_MOST_TEXT = 4000
Keep = Callable[[Upload], str]


def filled(modal: Json, given: Mapping[str, Any], keep: Keep) -> list[Json]:
    """The components of a submitted modal. What is not given stays as the modal had it.

    Raises:
        AssertionError: the person could not have sent this.
    """
    known = {part["custom_id"]: part for part in _inputs(modal["components"])}
    strange = set(given) - set(known)
    assert not strange, f"the form has no field {sorted(strange)}, only {sorted(known)}"
    sent = []
    for number, part in enumerate(modal["components"], 1):
        if part["type"] == Kind.ROW:
            inputs = [_answer(field, given, keep) for field in part["components"]]
            sent.append({"type": Kind.ROW, "id": number, "components": inputs})
        elif part["type"] == Kind.LABEL:
            sent.append({"type": Kind.LABEL, "id": number, "component": _answer(part["component"], given, keep)})
        elif part["type"] == Kind.TEXT:
            sent.append({"type": Kind.TEXT, "id": number})
    return sent


def _inputs(components: list[Json]) -> list[Json]:
    found: list[Json] = []
    for part in components:
        found += (
            part["components"]
            if part["type"] == Kind.ROW
            else [part["component"]]
            if part["type"] == Kind.LABEL
            else []
        )
    return found


def _answer(field: Json, given: Mapping[str, Any], keep: Keep) -> Json:
    name, kind = field["custom_id"], field["type"]
    sent: Json = {"type": kind, "id": 1000, "custom_id": name}
    if kind == Kind.INPUT:
        return sent | {"value": _text(field, given.get(name, field.get("value") or ""))}
    if kind == Kind.CHECKBOX:
        return sent | {"value": bool(given.get(name, field.get("default")))}
    offered = field.get("options") or []
    values = given.get(name, [option["value"] for option in offered if option.get("default")])
    values = list(values) if isinstance(values, list | tuple) else [values]
    if kind == Kind.RADIO:
        _check_values(field, values, offered, most=1)
        return sent | {"value": values[0] if values else None}
    most = field.get("max_values") or (len(offered) if kind == Kind.CHECKBOXES else 1)
    _check_values(field, values, offered if kind not in SELECTS - {Kind.SELECT} else [], most=most)
    if kind == Kind.UPLOAD:
        assert all(isinstance(value, Upload) for value in values), f"{name!r} takes files"
        return sent | {"values": [keep(value) for value in values]}
    return sent | {"values": [str(getattr(value, "id", value)) for value in values]}


def _text(field: Json, value: Any) -> str:
    name = field["custom_id"]
    assert isinstance(value, str), f"{name!r} takes text"
    most, least = field.get("max_length") or _MOST_TEXT, field.get("min_length") or 0
    required = field.get("required") is not False
    assert value or not required, f"{name!r} is needed"
    assert not value or least <= len(value) <= most, f"{name!r} takes {least} to {most} characters"
    assert field["style"] != 1 or "\n" not in value, f"{name!r} is one line"
    return value


def _check_values(field: Json, values: list[Any], offered: list[Json], *, most: int) -> None:
    name, required = field["custom_id"], field.get("required") is not False
    least = field.get("min_values", 1) if required else 0
    assert values or not required or least == 0, f"{name!r} is needed"
    assert not values or least <= len(values) <= most, f"{name!r} takes {least} to {most}"
    allowed = [option["value"] for option in offered]
    strange = [value for value in values if offered and value not in allowed]
    assert not strange, f"{name!r} offers {allowed}, not {strange}"
