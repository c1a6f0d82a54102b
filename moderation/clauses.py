"""What the five settings' policies ask, clause by clause, and which clauses a kind of finding comes from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from moderation.category import Category
from moderation.policy import Policy

SHEET = Path(__file__).with_name("clauses.toml")


@dataclass(frozen=True)
class Clause:
    """One clause, such as BT-42, in short words of our own.

    `line` is where it stands in the setting's text, `binds` whom it is for, `kind` what sort of rule it is,
    `bot` what a bot in a group can do about it, `automation` how far that goes (full, assist or cannot) and
    `because` why not further, "" where there is nothing to say.
    """

    id: str
    line: str
    binds: str
    words: str
    kind: str
    bot: str
    automation: str
    because: str = ""

    @property
    def setting(self) -> str:
        """The letters of the setting whose policy it is."""
        return self.id.partition("-")[0]


@cache
def all_clauses() -> Mapping[str, Clause]:
    """Every clause by its number, in the order of the policies."""
    return {number: Clause(number, **page) for number, page in _sheet().items() if number != "categories"}


def clauses_of(category: Category, policy: Policy) -> tuple[Clause, ...]:
    """The clauses of this setting's own policy that a finding of this category comes from; none where the
    profile names no such policy (policy.clauses)."""
    setting = policy["policy.clauses"]
    numbers = _sheet()["categories"][category.value]
    return tuple(all_clauses()[one] for one in numbers if one.startswith(f"{setting}-"))


@cache
def _sheet() -> dict[str, dict[str, str]]:
    sheet: dict[str, dict[str, str]] = tomllib.loads(SHEET.read_text(encoding="utf-8"))
    return sheet
