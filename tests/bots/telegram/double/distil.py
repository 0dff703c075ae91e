"""Reduce a description of the Bot API to the facts that requests are checked by: names, types, what is required.

`python -m tests.bots.telegram.double.distil FILE`, the file being that of the telegram-bot-api-spec project (MIT).
"""

import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).with_name("schema.json")


def distilled(described: dict[str, Any]) -> dict[str, Any]:
    """Methods and types as {name: {field: [required, types]}}; a type with subtypes as {"of": [...]}."""
    methods = {name: _fields(method) for name, method in described["methods"].items()}
    types: dict[str, Any] = {}
    for name, type_ in described["types"].items():
        types[name] = {"of": type_["subtypes"]} if type_.get("subtypes") else _fields(type_)
    return {"methods": methods, "types": types}


def _fields(thing: dict[str, Any]) -> dict[str, Any]:
    return {field["name"]: [field["required"], field["types"]] for field in thing.get("fields", ())}


if __name__ == "__main__":
    described = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    OUT.write_text(json.dumps(distilled(described), separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
