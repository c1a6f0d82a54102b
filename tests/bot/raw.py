"""Makes raw updates of every kind from Telegram's published description, and knows each string in them."""

import random
from dataclasses import dataclass, field
from typing import Any

from sandbox.schema import LIST, PLAIN, published

DEEPEST = 5


@dataclass
class Maker:
    """`strings` are all the strings made so far, each different, with the type and field they stand in."""

    random: random.Random
    tag: str = ""  # so that the words of two updates differ
    often: float = 0.4  # how often a field that may be left out is there
    strings: dict[str, str] = field(default_factory=dict)

    def value(self, types: list[str], where: str, depth: int = 0) -> Any:
        flat = self.flat(types)
        if depth > DEEPEST:  # the plainest of the choices, so that nothing grows for ever
            flat = [name for name in flat if name in PLAIN] or flat
        name = self.random.choice(flat)
        if name.startswith(LIST):
            many = self.random.randrange(0 if depth > DEEPEST else 1, 3)
            return [self.value([name.removeprefix(LIST)], where, depth + 1) for _ in range(many)]
        if name == "String":
            return self.word(where)
        if name in PLAIN:
            return {"Integer": self.random.randrange(1, 10**6), "Float": 0.5}.get(name, True)
        if name in ("Message", "InaccessibleMessage") and depth > 0:
            return Maker(self.random, self.tag, self.often).object(
                name, depth + 1
            )  # another message: its words are not ours
        return self.object(name, depth + 1)

    def object(self, name: str, depth: int = 0, **given: Any) -> dict[str, Any]:
        """One object of this type, with whatever fields are given."""
        made: dict[str, Any] = {}
        for key, described in published().types[name]["fields"].items():
            wanted = described.get("required") or (depth <= DEEPEST and self.random.random() < self.often)
            if key in given:
                made[key] = given[key]
            elif "always" in described:
                made[key] = described["always"]
            elif wanted:
                made[key] = self.value(described["types"], f"{name}.{key}", depth)
        return made

    def flat(self, types: list[str]) -> list[str]:
        flat: list[str] = []
        for name in types:
            subtypes = published().types.get(name, {}).get("subtypes")
            flat += self.flat(subtypes) if subtypes else [name]
        return flat

    def word(self, where: str) -> str:
        """A word that stands nowhere else."""
        word = f"w{self.tag}x{len(self.strings)}w"
        self.strings[word] = where
        return word


def update(seed: int, kind: str) -> dict[str, Any]:
    """An update of this kind, whatever is in it."""
    maker = Maker(random.Random(seed), str(seed))
    types = published().types["Update"]["fields"][kind]["types"]
    return {"update_id": seed, kind: maker.value(types, f"Update.{kind}")}


def message(seed: int, content: str, chat: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """A message of one person's with this field and nothing else that could be left out; and its strings."""
    maker = Maker(random.Random(seed), str(seed))
    jo = {"id": 2001, "is_bot": False, "first_name": "Jo"}
    body = {"message_id": 7, "date": 1_790_000_000, "chat": chat, "from": jo}
    types = published().types["Message"]["fields"][content]["types"]
    return body | {content: maker.value(types, f"Message.{content}", 1)}, maker.strings


def kinds() -> list[str]:
    """Every kind of update there is."""
    return [key for key in published().types["Update"]["fields"] if key != "update_id"]


def contents() -> list[str]:
    """Every field that a message can have."""
    return list(published().types["Message"]["fields"])
