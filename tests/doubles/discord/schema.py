"""Requests against Discord's published schema, as `distil` wrote it down."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from tests.doubles.discord.answers import Json, Problem

_DOCUMENT: Json = json.loads(Path(__file__).with_name("schema.json").read_text())
_CODES = {
    "maxLength": "BASE_TYPE_MAX_LENGTH",
    "minLength": "BASE_TYPE_MIN_LENGTH",
    "maxItems": "BASE_TYPE_MAX_LENGTH",
    "minItems": "BASE_TYPE_MIN_LENGTH",
    "required": "BASE_TYPE_REQUIRED",
    "enum": "BASE_TYPE_CHOICES",
    "maximum": "NUMBER_TYPE_MAX",
    "minimum": "NUMBER_TYPE_MIN",
}


def knows(method: str, template: str) -> bool:
    """Whether Discord has this route."""
    return f"{method} {template}" in _DOCUMENT["routes"]


def exists(method: str, path: str) -> bool:
    """Whether Discord has a route for a path as it is requested."""
    known = (route.split(" ") for route in _DOCUMENT["routes"])
    return any(its == method and re.match(pattern_of(template), path) for its, template in known)


def pattern_of(template: str) -> str:
    """The paths of a route: ids are numbers, other variable parts anything."""
    numbers = re.sub(r"\{(\w+_id)\}", r"(?P<\1>\\d+)", template)
    return re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", numbers) + "$"


def problems_of_body(method: str, template: str, body: Any) -> list[Problem]:
    """What is wrong with a body; a missing one is an empty one."""
    validator = _validator(f"{method} {template}", "body")
    if validator is None:
        return [] if body is None else [Problem((), "BODY", "this route takes no body")]
    found = [problem for error in validator.iter_errors({} if body is None else body) for problem in _deepest(error)]
    return list(dict.fromkeys(found))


def unknown_fields(method: str, template: str, body: Any) -> list[str]:
    """Names at the top of a body that Discord would overlook: misspelt, or meant for another route.

    Those that say nothing are left out: discord.py sends a `tts` of false wherever it can.
    """
    route = _DOCUMENT["routes"][f"{method} {template}"]
    known = _names(route.get("body", {}))
    said = {name for name, value in body.items() if value} if isinstance(body, dict) else set()
    return sorted(said - known) if known else []


def problems_of_query(method: str, template: str, query: dict[str, str]) -> list[Problem]:
    """What is wrong with the parameters in a query."""
    known = _DOCUMENT["routes"][f"{method} {template}"].get("query", {})
    found = [Problem((name,), "QUERY", "unknown parameter") for name in sorted(set(query) - set(known))]
    for name, value in query.items():
        if name in known:
            validator = Draft202012Validator({**known[name], "schemas": _DOCUMENT["schemas"]})
            if not any(validator.is_valid(reading) for reading in _readings(value)):
                found.append(Problem((name,), "QUERY", f"{value!r} is not allowed"))
    return found


@cache
def _validator(route: str, part: str) -> Draft202012Validator | None:
    schema = _DOCUMENT["routes"][route].get(part)
    return Draft202012Validator({**schema, "schemas": _DOCUMENT["schemas"]}) if schema else None


def _deepest(error: ValidationError) -> Iterator[Problem]:
    """The cause: of the branches that a value may take, the one that it was meant to take."""
    where = tuple(error.absolute_path)
    if error.validator in ("anyOf", "oneOf") and error.context:
        branches: dict[int, list[ValidationError]] = {}
        for cause in error.context:
            branches.setdefault(int(cause.relative_schema_path[0]), []).append(cause)
        for cause in min(branches.values(), key=_unlikeliness):
            yield from _deepest(cause)
    elif error.validator == "required":
        missing = re.findall(r"'(.*?)' is a required", error.message)
        yield Problem((*where, *missing), _CODES["required"], "This field is required")
    else:
        limit = error.validator_value if isinstance(error.validator_value, int | str) else ""
        code = _CODES.get(str(error.validator), "BASE_TYPE_BAD_TYPE")
        yield Problem(where, code, f"{error.validator} {limit}".strip() + f": {str(error.instance)[:80]!r}")


def _unlikeliness(causes: list[ValidationError]) -> tuple[bool, bool, int]:
    """How little a branch fits: wrong type of value, wrong `type` of object, how much is wrong."""
    depth = len(causes[0].parent.absolute_path) if causes[0].parent is not None else 0
    here = [cause for cause in causes if len(cause.absolute_path) == depth]
    other_value = any(cause.validator in ("type", "const") for cause in here)
    other_kind = any(list(cause.absolute_path)[depth:] == ["type"] for cause in causes)
    return other_value, other_kind, len(causes)


def _names(schema: Json) -> set[str]:
    """Names of fields that a schema or any of its branches knows."""
    if "$ref" in schema:
        return _names(_DOCUMENT["schemas"][schema["$ref"].removeprefix("#/schemas/")])
    found = set(schema.get("properties", ()))
    for branch in (*schema.get("anyOf", ()), *schema.get("allOf", ())):
        found |= _names(branch)
    return found


def _readings(value: str) -> Iterator[Any]:
    """What a text in a query may stand for."""
    yield value
    if re.fullmatch(r"-?\d+", value):
        yield int(value)
    if value.lower() in ("true", "false", "1", "0"):
        yield value.lower() in ("true", "1")
