"""docs/clauses.md tells the truth: every clause is on it, and all that it names is there."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.__main__ import make_parser
from bot.commands import COMMANDS
from bot.jobs import JOBS
from bot.verbs import ALL as VERBS
from bot.words import texts
from moderation.category import Category
from moderation.clauses import all_clauses
from moderation.knobs import KNOBS
from moderation.unread import UNREAD
from tests.clauses.page import PAGE, ROOT, page
from tests.clauses.proof import Proof, State, proofs

TEXTS = {f"{section}.{name}" for section, sentences in texts().items() for name in sentences}
THERE = {
    "category": {category.value for category in Category},
    "knob": set(KNOBS) - UNREAD,
    "command": set(COMMANDS),
    "job": {job.name for job in JOBS},
    "verb": set(VERBS),
    "text": TEXTS,
    "cli": set(make_parser().format_help().split()),
}


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make clauses`"


def test_every_clause_is_on_the_page_once() -> None:
    numbers = [line.split("|")[1].strip() for line in page().splitlines() if line.startswith("| ")]

    assert [one for one in numbers if one in all_clauses()] == list(all_clauses())


def test_what_a_clause_names_is_there() -> None:
    assert [one for proof in proofs().values() for one in missing(proof)] == []


def missing(proof: Proof) -> Iterator[str]:
    """The mechanisms and tests it names and that do not exist."""
    for mechanism in proof.mechanisms:
        kind, _, name = mechanism.partition(" ")
        if name not in THERE[kind]:
            yield f"{proof.clause.id}: {mechanism}"
    for test in proof.tests:
        path, _, name = test.partition("::")
        if name not in names_in(ROOT / path):
            yield f"{proof.clause.id}: {test}"


def test_what_a_clause_lacks_is_really_missing() -> None:
    """Whoever builds it strikes it out in elsewhere.toml and names the test that drives it."""
    there = {f"/{name}" for name in COMMANDS} | (set(KNOBS) - UNREAD)
    words = {
        (proof.clause.id, one.strip("(),.;")) for proof in proofs().values() for one in proof.lacks.split()
    }
    built = {(number, word) for number, word in words if word in there}

    assert sorted(built) == []


def test_a_clause_says_why_it_goes_no_further() -> None:
    silent = [one.clause.id for one in proofs().values() if (one.state == State.WORKS) == bool(one.why)]

    assert silent == []


def test_no_clause_that_nothing_drives_is_said_to_work() -> None:
    assert all(proof.tests for proof in proofs().values() if proof.state in {State.WORKS, State.ASSISTS})
    assert {proof.state for proof in proofs().values()} == set(State)


@cache
def names_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
