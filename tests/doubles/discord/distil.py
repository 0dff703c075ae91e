"""Reduces Discord's published OpenAPI document to the facts that the double checks requests against.

    python -m tests.doubles.discord.distil openapi.json > tests/doubles/discord/schema.json

What stays: the routes that a chat bot can use, and of those that the double answers the query parameters and the
shapes of the bodies. What goes: every
sentence, everything about answers, and what only people or games do. The document is published by Discord under the
MIT licence at github.com/discord/discord-api-spec; field names, types and limits are taken from it, no words.
"""

import json
import re
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from tests.doubles.discord.asked import ROUTES
from tests.doubles.discord.double import DiscordDouble  # noqa: F401  # enters the routes

_ROUTES = (
    r"/applications/@me$",
    r"/applications/\{application_id\}/(guilds/\{guild_id\}/)?commands",
    r"/channels/\{channel_id\}($|/messages|/typing|/threads|/thread-members|/pins|/webhooks)",
    r"/gateway",
    r"/guilds/\{guild_id\}($|/channels|/members|/roles|/threads)",
    r"/interactions/",
    r"/oauth2/applications/@me$",
    r"/users/(@me|\{user_id\})($|/channels|/guilds)",
    r"/webhooks/\{webhook_id\}/\{webhook_token\}($|/messages)",
)
_REF = "#/components/schemas/"
_CHECKED = frozenset(
    [
        "type",
        "enum",
        "const",
        "properties",
        "required",
        "items",
        "additionalProperties",
        "minLength",
        "maxLength",
        "pattern",
        "minimum",
        "maximum",
        "minItems",
        "maxItems",
        "uniqueItems",
        "maxProperties",
        "minProperties",
        "anyOf",
        "allOf",
    ]
)
_NAMED = frozenset({"properties"})  # keywords whose keys are names, not keywords
# The document knows ids as strings alone; Discord takes numbers as well, and discord.py sends them.
_SNOWFLAKE = {"anyOf": [{"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}, {"type": "integer", "minimum": 0}]}


def distil(document: dict[str, Any], answered: Collection[str]) -> dict[str, Any]:
    """`routes` by method and path (query parameters, body), and the `schemas` that bodies refer to."""
    routes = {}
    for path, operations in sorted(document["paths"].items()):
        if not any(re.match(route, path) for route in _ROUTES):
            continue
        shared = operations.get("parameters", [])
        for method in sorted(set(operations) & {"get", "post", "put", "patch", "delete"}):
            route = f"{method.upper()} {path}"
            routes[route] = _route(operations[method], shared) if route in answered else {}
    schemas: dict[str, Any] = {}
    waiting = _references(routes)
    while waiting:
        name = waiting.pop()
        if name not in schemas:
            schemas[name] = _SNOWFLAKE if name == "SnowflakeType" else _facts(document["components"]["schemas"][name])
            waiting |= _references(schemas[name])
    return {"routes": routes, "schemas": dict(sorted(schemas.items()))}


def _route(operation: dict[str, Any], shared: list[dict[str, Any]]) -> dict[str, Any]:
    parameters = [*shared, *operation.get("parameters", [])]
    route: dict[str, Any] = {}
    query = {p["name"]: _facts(p["schema"]) for p in parameters if p["in"] == "query"}
    if query:
        route["query"] = query
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if body:
        route["body"] = _facts(body["schema"])
    return route


def _facts(schema: Any) -> Any:
    """A schema without its words; `oneOf` loosened to `anyOf`, lists of constants made an `enum`."""
    if isinstance(schema, list):
        return [_facts(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": "#/schemas/" + schema["$ref"].removeprefix(_REF)}
    schema = {("anyOf" if key == "oneOf" else key): value for key, value in schema.items()}
    branches = schema.get("anyOf", ())
    if branches and all("const" in branch for branch in branches):
        return {"enum": [branch["const"] for branch in branches]}
    kept = {}
    for key, value in schema.items():
        if key in _NAMED:
            kept[key] = {name: _facts(part) for name, part in value.items()}
        elif key in _CHECKED:
            kept[key] = _facts(value)
    return kept


def _references(facts: Any) -> set[str]:
    return set(re.findall(r'"#/schemas/(\w+)"', json.dumps(facts)))


if __name__ == "__main__":
    distilled = distil(
        json.loads(Path(sys.argv[1]).read_text()), {f"{route.method} {route.template}" for route in ROUTES}
    )
    sys.stdout.write(json.dumps(distilled, separators=(",", ":")).replace('},"', '},\n"') + "\n")
