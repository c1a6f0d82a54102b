"""What does each clause, which tests show it, and how far it is."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from moderation.clauses import Clause, all_clauses
from tests.clauses.content import ROWS, Row

ELSEWHERE = Path(__file__).with_name("elsewhere.toml")
CONTENT_TEST = "tests/clauses/test_content.py::test_clause"


class State(StrEnum):
    WORKS = "works"
    ASSISTS = "assists"
    CANNOT = "cannot"
    NOT_YET = "not yet"


@dataclass(frozen=True)
class Proof:
    """`by` are mechanisms such as "command report", `rows` posts that show it, `lacks` is still missing."""

    clause: Clause
    rows: tuple[Row, ...] = ()
    by: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    lacks: str = ""

    @property
    def tests(self) -> tuple[str, ...]:
        return (*((CONTENT_TEST,) if self.rows else ()), *self.elsewhere)

    @property
    def state(self) -> State:
        """A clause works when all that a bot can do about it is done and shown; with less it assists."""
        if self.clause.automation == "cannot":
            return State.CANNOT
        if not self.tests:
            return State.NOT_YET
        whole = self.clause.automation == "full" and not self.lacks
        return State.WORKS if whole else State.ASSISTS

    @property
    def why(self) -> str:
        """Why it goes no further, in a few words."""
        missing = f"still missing: {self.lacks}" if self.lacks and self.tests else self.lacks
        return "; ".join(one for one in (missing, self.clause.because) if one)

    @property
    def mechanisms(self) -> tuple[str, ...]:
        """What does it: the kinds of findings and the knobs of its rows, and what is named elsewhere."""
        found = [f"category {row.words.category}" for row in self.rows]
        knobs = [f"knob {knob}" for row in self.rows for knob in row.flip]
        return tuple(dict.fromkeys([*found, *knobs, *self.by]))


@cache
def proofs() -> Mapping[str, Proof]:
    """Of every clause, in the order of the policies."""
    written = tomllib.loads(ELSEWHERE.read_text(encoding="utf-8"))
    if unknown := written.keys() - all_clauses().keys():
        raise ValueError(f"{ELSEWHERE.name}: there are no clauses {', '.join(sorted(unknown))}")
    return {
        number: Proof(
            clause,
            rows=tuple(row for row in ROWS if number in row.numbers),
            by=tuple(written.get(number, {}).get("by", ())),
            elsewhere=tuple(written.get(number, {}).get("tests", ())),
            lacks=written.get(number, {}).get("lacks", ""),
        )
        for number, clause in all_clauses().items()
    }
