"""Requests checked by the published facts: known methods and parameters, the required ones there, the right types."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=1)
def facts() -> dict[str, Any]:
    """Methods and types by name."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
    return found


def broken(method: str, params: dict[str, Any]) -> list[str]:
    """What is wrong with a call, in words; uploads are bytes."""
    known = facts()["methods"].get(method)
    if known is None:
        return [f"there is no method {method}"]
    wrong = [f"{method} has no parameter {name}" for name in params if name not in known]
    for name, (required, types) in known.items():
        if name in params:
            wrong += _wrong(f"{method}.{name}", params[name], types)
        elif required:
            wrong.append(f"{method} needs {name}")
    return wrong


def _wrong(where: str, value: Any, types: list[str]) -> list[str]:
    """What is wrong with a value that may be of any of `types`; the shortest list of complaints of one of them."""
    return min((_wrong_as(where, value, type_) for type_ in types), key=len)


def _wrong_as(where: str, value: Any, type_: str) -> list[str]:
    if type_.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where} is no array"]
        return [said for at, one in enumerate(value) for said in _wrong_as(f"{where}[{at}]", one, type_[9:])]
    match type_:
        case "Integer":
            return (
                [] if isinstance(value, int) and not isinstance(value, bool) else [f"{where} is no integer: {value!r}"]
            )
        case "Float":
            return [] if isinstance(value, int | float) and not isinstance(value, bool) else [f"{where} is no number"]
        case "Boolean":
            return [] if isinstance(value, bool) else [f"{where} is no boolean: {value!r}"]
        case "String":
            attached = isinstance(value, bytes) and where.endswith((".media", ".thumbnail", ".cover"))
            return [] if isinstance(value, str) or attached else [f"{where} is no string: {value!r:.60}"]
        case "InputFile":
            return [] if isinstance(value, bytes) else [f"{where} is no file"]
        case _:
            return _wrong_object(where, value, type_)


def _wrong_object(where: str, value: Any, type_: str) -> list[str]:
    known = facts()["types"].get(type_, {})
    if not isinstance(value, dict):
        return [f"{where} is no {type_}"]
    if "of" in known:
        return _wrong(where, value, known["of"])
    wrong = [f"{where}: {type_} has no field {name}" for name in value if name not in known]
    for name, (required, types) in known.items():
        if name in value:
            wrong += _wrong(f"{where}.{name}", value[name], types)
        elif required:
            wrong.append(f"{where}: {type_} needs {name}")
    return wrong
