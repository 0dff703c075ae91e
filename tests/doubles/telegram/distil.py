"""Reduce a description of the Bot API to the facts that requests and answers are checked by.

`python -m tests.doubles.telegram.distil FILE`, the file being that of the telegram-bot-api-spec project (MIT).

A field is one string: "!" if it is required, its types joined by "|", then what its description says of a string:
`[1-64]` characters or `[1-64b]` bytes, or `=a,b` for the values that it can have.
"""

import json
import re
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

from tests.doubles.telegram.methods import HANDLERS

OUT = Path(__file__).with_name("schema.json")
_LENGTH = re.compile(r"\b(\d+)-(\d+) (characters|bytes)\b(?! after entities)", re.IGNORECASE)
_TEXT = "4096"  # characters of a message, which are always counted after entities, though it is not always said
_ALWAYS = re.compile(r'(?:, always "|, must be )(\w+)"?$')
_QUOTED = re.compile(r'"([^"]+)"')
_CHOICES = {("ReactionTypeEmoji", "emoji"), ("MessageEntity", "type")}  # told as a list of quoted words


def distilled(described: dict[str, Any], answered: Collection[str]) -> dict[str, Any]:
    """The methods that are answered with their fields and answers, the types that can be met from there, and the names
    of the `other_methods`.
    """
    methods: dict[str, Any] = {
        name: {"returns": "|".join(method["returns"]), "fields": _fields(name, method)}
        for name, method in described["methods"].items()
        if name in answered
    }
    types: dict[str, Any] = {}
    _add_met(types, described["types"], {"Update"})
    for method in methods.values():
        _add_met(types, described["types"], _names(method["returns"]))
        for field in method["fields"].values():
            _add_met(types, described["types"], _names(field))
    others = sorted(described["methods"].keys() - methods.keys())
    return {"version": described["version"], "methods": methods, "other_methods": others, "types": types}


def _add_met(types: dict[str, Any], described: dict[str, Any], names: set[str]) -> None:
    for name in sorted(names - types.keys() & described.keys()):
        type_ = described[name]
        types[name] = {"of": type_["subtypes"]} if type_.get("subtypes") else {"fields": _fields(name, type_)}
        for below in ["|".join(type_.get("subtypes", ())), *types[name].get("fields", {}).values()]:
            _add_met(types, described, _names(below))


def _names(types: str) -> set[str]:
    bare = re.sub(r"[\[=].*", "", types.removeprefix("!"))
    return {one.replace("Array of ", "") for one in bare.split("|")}


def _fields(owner: str, thing: dict[str, Any]) -> dict[str, str]:
    return {field["name"]: _field(owner, field) for field in thing.get("fields", ())}


def _field(owner: str, field: dict[str, Any]) -> str:
    fact = ("!" if field["required"] else "") + "|".join(field["types"])
    if field["types"] != ["String"]:
        return fact
    said = field["description"]
    if (owner, field["name"]) in _CHOICES:
        return f"{fact}={','.join(_QUOTED.findall(said))}"
    if field["name"] in ("type", "status", "source") and (always := _ALWAYS.search(said)):
        return f"{fact}={always[1]}"
    length = _LENGTH.search(said)
    if length is not None and length[2] != _TEXT:
        return f"{fact}[{length[1]}-{length[2]}{'b' if length[3].lower() == 'bytes' else ''}]"
    return fact


def _lines(facts: dict[str, Any]) -> str:
    """JSON with a line for each method and type, so that a new version of the API shows what it changes."""
    parts = [f'"{key}": {json.dumps(facts[key])}' for key in ("version", "other_methods")]
    for key in ("methods", "types"):
        lines = [f"{json.dumps(name)}: {_compact(facts[key][name])}" for name in sorted(facts[key])]
        parts.append(f'"{key}": {{\n' + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _compact(thing: Any) -> str:
    return json.dumps(thing, separators=(",", ":"), sort_keys=True, ensure_ascii=False)


if __name__ == "__main__":
    described = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    OUT.write_text(_lines(distilled(described, HANDLERS)), encoding="utf-8")
