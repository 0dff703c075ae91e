"""Requests and answers checked by the published facts: known names, required ones, the right types and lengths."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.doubles.telegram.files import Upload

_FIELD = re.compile(r"(?P<must>!?)(?P<types>[^=\[]+)(?:\[(?P<least>\d+)-(?P<most>\d+)(?P<bytes>b?)\])?(?:=(?P<of>.*))?")
_ARRAY = "Array of "


@dataclass(frozen=True, slots=True)
class Field:
    """What is known of a field or parameter."""

    required: bool
    types: tuple[str, ...]
    least: int = 0
    most: int | None = None
    in_bytes: bool = False
    values: tuple[str, ...] = ()  # that it can have; any if there are none


def fields_of(name: str) -> dict[str, Field] | None:
    """The fields of a type or the parameters of a method; None for what is neither."""
    return _fields(name, "methods" if name in _facts()["methods"] else "types")


def returned_by(method: str) -> tuple[str, ...]:
    """The types of which a method's answer can be."""
    return tuple(_facts()["methods"][method]["returns"].split("|"))


def is_method(name: str) -> bool:
    """Whether the Bot API has a method."""
    return name in _facts()["methods"] or name in _facts()["other_methods"]


def broken(method: str, params: dict[str, Any]) -> list[str]:
    """What is wrong with a call, in words."""
    return _wrong_fields(method, params, fields_of(method) or {}, kind="parameter")


def malformed(where: str, value: Any, types: Iterable[str]) -> list[str]:
    """What is wrong with a value that should be of one of `types`."""
    return _wrong(where, value, Field(required=True, types=tuple(types)))


def values_of(type_: str, field: str) -> tuple[str, ...]:
    """The values that a field can have."""
    return (fields_of(type_) or {})[field].values


def must_have(type_: str) -> dict[str, Field]:
    """The required fields of a type."""
    return {name: field for name, field in (fields_of(type_) or {}).items() if field.required}


@cache
def _facts() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
    return found


@cache
def _fields(name: str, kind: str) -> dict[str, Field] | None:
    known = _facts()[kind].get(name)
    return None if known is None else {field: _field(fact) for field, fact in known.get("fields", {}).items()}


def _field(fact: str) -> Field:
    found = _FIELD.fullmatch(fact)
    assert found is not None, fact
    return Field(
        required=bool(found["must"]),
        types=tuple(found["types"].split("|")),
        least=int(found["least"] or 0),
        most=int(found["most"]) if found["most"] else None,
        in_bytes=bool(found["bytes"]),
        values=tuple(found["of"].split(",")) if found["of"] else (),
    )


def _wrong_fields(where: str, value: dict[str, Any], known: dict[str, Field], kind: str) -> list[str]:
    wrong = [f"{where} has no {kind} {name}" for name in value if name not in known]
    for name, field in known.items():
        if name in value:
            wrong += _wrong(f"{where}.{name}", value[name], field)
        elif field.required:
            wrong.append(f"{where} needs {name}")
    return wrong


def _wrong(where: str, value: Any, field: Field) -> list[str]:
    """What is wrong by the type that it is nearest to."""
    arrays = tuple(one.removeprefix(_ARRAY) for one in field.types if one.startswith(_ARRAY))
    if arrays and isinstance(value, list):  # whose members need not all be of one kind
        below = Field(required=True, types=arrays)
        return [said for at, one in enumerate(value) for said in _wrong(f"{where}[{at}]", one, below)]
    return min((_wrong_as(where, value, type_, field) for type_ in field.types), key=len)


def _wrong_as(where: str, value: Any, type_: str, field: Field) -> list[str]:
    match type_:
        case "Integer":
            return [] if _is_number(value, int) else [f"{where} is no integer: {value!r:.60}"]
        case "Float":
            return [] if _is_number(value, int, float) else [f"{where} is no number: {value!r:.60}"]
        case "Boolean":
            return [] if isinstance(value, bool) else [f"{where} is no boolean: {value!r:.60}"]
        case "String":
            if isinstance(value, Upload) and where.endswith((".media", ".thumbnail", ".cover")):
                return []  # it was named by attach://
            return _wrong_string(where, value, field)
        case "InputFile":
            return [] if isinstance(value, Upload) else [f"{where} is no file: {value!r:.60}"]
        case _ if type_.startswith(_ARRAY):
            return [f"{where} is no array: {value!r:.60}"]
        case _:
            return _wrong_object(where, value, type_)


def _is_number(value: Any, *types: type) -> bool:
    return isinstance(value, types) and not isinstance(value, bool)


def _wrong_string(where: str, value: Any, field: Field) -> list[str]:
    if not isinstance(value, str):
        return [f"{where} is no string: {value!r:.60}"]
    if field.values and value not in field.values:
        return [f"{where} cannot be {value!r:.60}"]
    length = len(value.encode()) if field.in_bytes else len(value)
    if field.most is not None and not field.least <= length <= field.most:
        unit = "bytes" if field.in_bytes else "characters"
        return [f"{where} has {length} {unit}, not {field.least} to {field.most}"]
    return []


def _wrong_object(where: str, value: Any, type_: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where} is no {type_}: {value!r:.60}"]
    subtypes = _facts()["types"][type_].get("of")
    if subtypes is not None:
        return min((_wrong_object(where, value, one) for one in subtypes), key=lambda wrong: _rank(wrong, where))
    return _wrong_fields(f"{where} ({type_})", value, fields_of(type_) or {}, kind="field")


def _rank(wrong: list[str], where: str) -> tuple[bool, int]:
    """A subtype whose own `type` or `status` is another is further off than any that agrees."""
    return any(f").{name} cannot be" in said for name in ("type", "status", "source") for said in wrong), len(wrong)
