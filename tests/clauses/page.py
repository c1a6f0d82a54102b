"""Writes docs/clauses.md: each clause of the five policies, what does it, its test and its state."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from moderation.post import STAFF_ROLES
from tests.clauses.content import PROFILES, Row
from tests.clauses.proof import Proof, State, proofs

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "clauses.md"
NAMES = {
    "WM": "Woodham Mortimer",
    "OR": "Orleton",
    "SJ": "St Joseph's",
    "WW": "West Wycombe",
    "BT": "Bishopthorpe",
}
MEANT = {
    State.WORKS: "all that a bot can do about it is done, and a test shows it",
    State.ASSISTS: "the bot finds, reminds or records, and a person decides; or a part is still missing",
    State.CANNOT: "outside what a bot in a group can see or decide",
    State.NOT_YET: "nothing drives it yet",
}
HEAD = """# The clauses of the five policies

What each clause of the five settings' policies asks, in short words of our own, what in Lollipop does it,
the test that shows it, and how far it is. Written by `make clauses` from `moderation/clauses.toml` and
`tests/clauses/`; do not edit it by hand.

A test counts only if it drives the bot or asks for the judgement of posts. "Posts" are those of
`tests/clauses/content.py`, in the words of `tests/clauses/wordings.py`: the bot acts on them, leaves harmless
ones alone, and does not once the detector is left out or the profile answers otherwise. For one clause:
`pytest tests/clauses -k WM-04`. The others are in `tests/bot` and `tests/scenarios`.
"""
SHOWN = {"category": "`{}`", "knob": "`{}`", "command": "`/{}`", "job": "job `{}`", "verb": "button `{}`"}
SHOWN |= {"text": "text `{}`", "cli": "`lollipop {}`"}


def page() -> str:
    every = list(proofs().values())
    lines = [HEAD, *counts(every), ""]
    for letters, name in NAMES.items():
        lines += [f"## {name}", "", f"Profile `{PROFILES[letters]}`.", ""]
        lines += ["| clause | what it asks | what does it | test | state |", "|---|---|---|---|---|"]
        lines += [row(one) for one in every if one.clause.setting == letters]
        lines.append("")
    return "\n".join(lines)


def counts(every: list[Proof]) -> Iterator[str]:
    """How many clauses are in each state, setting by setting."""
    found = Counter((one.clause.setting, one.state) for one in every)
    yield f"| state | {' | '.join(NAMES.values())} | all {len(every)} | it means |"
    yield "|---" * (len(NAMES) + 3) + "|"
    for state in State:
        each = [found[letters, state] for letters in NAMES]
        yield f"| **{state}** | {' | '.join(map(str, each))} | {sum(each)} | {MEANT[state]} |"


def row(proof: Proof) -> str:
    clause = proof.clause
    state = f"**{proof.state}**" + (f": {proof.why}" if proof.why else "")
    done = [*(shown_row(one) for one in proof.rows), *(shown(one) for one in proof.mechanisms)]
    done = [one for one in done if one]
    tests = [*(["posts"] if proof.rows else []), *(short(test) for test in proof.elsewhere)]
    cells = [clause.id, clause.words, ", ".join(dict.fromkeys(done)), "<br>".join(tests), state]
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def shown_row(one: Row) -> str:
    whose = "staff's " if one.role in STAFF_ROLES else ""
    return f"{whose}`{one.words.category}` → {one.action}"


def shown(mechanism: str) -> str:
    """As a reader knows it; the categories stand there with their actions already."""
    kind, _, name = mechanism.partition(" ")
    return "" if kind == "category" else SHOWN[kind].format(name)


def short(test: str) -> str:
    path, _, name = test.partition("::")
    return f"`{Path(path).stem.removeprefix('test_')}`: {name.removeprefix('test_').replace('_', ' ')}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
