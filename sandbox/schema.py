"""Holds every request, reply and update against Telegram's published description of them."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Json = Any
PLAIN: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "True": (bool,),
}
LIST = "Array of "
TRUE = {"true", "yes", "1", "on"}
FALSE = {"false", "no", "0", "off", ""}
UPLOADABLE = {"InputFile"}


@dataclass(frozen=True)
class Schema:
    """The methods and types of one version of the Bot API."""

    version: str
    methods: dict[str, Json]
    types: dict[str, Json]

    def check_request(self, method: str, values: dict[str, Json]) -> list[str]:
        """What is wrong with a request, one sentence each; an empty list when nothing is."""
        fields = self.methods[method]["fields"]
        return self._check_fields(f"{method} request", values, fields)

    def check_reply(self, method: str, result: Json) -> list[str]:
        """What is wrong with the result of a method, one sentence each."""
        return self._check(f"{method} reply", result, self.methods[method]["returns"])

    def check_update(self, update: Json) -> list[str]:
        """What is wrong with an update, one sentence each."""
        return self._check("update", update, ["Update"])

    def read(self, method: str, raw: dict[str, Json]) -> tuple[dict[str, Json], list[str]]:
        """A form's words as the values they stand for, and a sentence for each that cannot be read."""
        fields = self.methods[method]["fields"]
        values: dict[str, Json] = {}
        complaints: list[str] = []
        for name, word in raw.items():
            try:
                values[name] = self._value(word, fields[name]["types"]) if name in fields else word
            except ValueError:
                complaints.append(
                    f"{method} request.{name}: cannot be read as {_either(fields[name]['types'])}"
                )
        return values, complaints

    def _value(self, word: Json, types: list[str]) -> Json:
        if not isinstance(word, str):
            return word
        if "Integer" in types:
            return word if "String" in types and not _is_whole(word) else int(word)
        if types == ["Float"]:
            return float(word)
        if types == ["Boolean"] or types == ["True"]:
            return _truth(word)
        if "String" in types or UPLOADABLE & set(types):
            return word
        return json.loads(word)

    def _check(self, where: str, value: Json, types: list[str]) -> list[str]:
        """The complaints of the type that fits best; lists of several types may be mixed."""
        flat = self._flat(types)
        items = [name.removeprefix(LIST) for name in flat if name.startswith(LIST)]
        tries = [self._check_one(where, value, name) for name in flat if not name.startswith(LIST)]
        tries += [self._check_list(where, value, items)] if items else []
        return min(tries, key=len) if all(tries) else []

    def _flat(self, types: list[str]) -> list[str]:
        flat: list[str] = []
        for name in types:
            subtypes = self.types.get(name, {}).get("subtypes")
            flat += self._flat(subtypes) if subtypes else [name]
        return flat

    def _check_one(self, where: str, value: Json, name: str) -> list[str]:
        if name in UPLOADABLE:
            return [] if value is UPLOAD else [f"{where}: should be an uploaded file"]
        if name in PLAIN:
            return _check_plain(where, value, name)
        if not isinstance(value, dict):
            return [f"{where}: should be {name}, not {_kind(value)}"]
        return self._check_fields(where, value, self.types[name]["fields"])

    def _check_list(self, where: str, value: Json, items: list[str]) -> list[str]:
        if not isinstance(value, list):
            return [f"{where}: should be a list of {_either(items)}, not {_kind(value)}"]
        return [wrong for at, one in enumerate(value) for wrong in self._check(f"{where}[{at}]", one, items)]

    def _check_fields(self, where: str, value: dict[str, Json], fields: dict[str, Json]) -> list[str]:
        wrong = [f"{where}: {name} is not known" for name in value if name not in fields]
        for name, field in fields.items():
            if name not in value:
                wrong += [f"{where}: {name} is missing"] if field.get("required") else []
            elif field.get("always", value[name]) != value[name]:
                wrong.append(f"{where}.{name}: should be {field['always']!r}")
            else:
                wrong += self._check(f"{where}.{name}", value[name], field["types"])
        return wrong


class _Upload:
    """Stands for the bytes of an uploaded file, which are kept elsewhere."""


UPLOAD = _Upload()


@cache
def published() -> Schema:
    """The description that is kept beside this module."""
    text = (Path(__file__).parent / "botapi" / "api.json").read_text(encoding="utf-8")
    kept = json.loads(text)
    return Schema(kept["version"], kept["methods"], kept["types"])


def _check_plain(where: str, value: Json, name: str) -> list[str]:
    if isinstance(value, bool) and name not in ("Boolean", "True"):
        return [f"{where}: should be {name}, not Boolean"]
    if not isinstance(value, PLAIN[name]):
        return [f"{where}: should be {name}, not {_kind(value)}"]
    return []


def _truth(word: str) -> bool:
    if word.lower() in TRUE:
        return True
    if word.lower() in FALSE:
        return False
    raise ValueError(word)


def _is_whole(word: str) -> bool:
    return word.removeprefix("-").isdecimal()


def _either(types: list[str]) -> str:
    return " or ".join(types)


def _kind(value: Json) -> str:
    return "nothing" if value is None else type(value).__name__
