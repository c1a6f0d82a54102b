"""Makes the small copy of the published Bot API description that the pretend Telegram checks itself against.

    python -m sandbox.botapi.shrink PATH/TO/api.json > sandbox/botapi/api.json

Descriptions are dropped; the fixed values that only they tell ('always "member"') are kept as `always`.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

ALWAYS = re.compile(r"(?:, always |, must be )[“\"'*]?([a-z_]+)[”\"'*]?(?:\.|$| )")


def shrink(published: dict[str, Any]) -> dict[str, Any]:
    """The methods and types with their fields, without the prose and the links."""
    return {
        "version": published["version"],
        "methods": {name: _method(method) for name, method in sorted(published["methods"].items())},
        "types": {name: _type(kind) for name, kind in sorted(published["types"].items())},
    }


def _method(method: dict[str, Any]) -> dict[str, Any]:
    return {"returns": method["returns"], "fields": _fields(method)}


def _type(kind: dict[str, Any]) -> dict[str, Any]:
    if "subtypes" in kind:
        return {"subtypes": kind["subtypes"]}
    return {"fields": _fields(kind)}


def _fields(owner: dict[str, Any]) -> dict[str, Any]:
    return {field["name"]: _field(field) for field in owner.get("fields", [])}


def _field(field: dict[str, Any]) -> dict[str, Any]:
    small: dict[str, Any] = {"types": field["types"]}
    if field["required"]:
        small["required"] = True
    fixed = ALWAYS.search(field.get("description", ""))
    if fixed and field["types"] == ["String"]:
        small["always"] = fixed.group(1)
    return small


if __name__ == "__main__":
    whole = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    json.dump(shrink(whole), sys.stdout, separators=(",", ":"))
    sys.stdout.write("\n")
