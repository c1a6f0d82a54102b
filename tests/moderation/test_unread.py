"""The list of knobs that nothing reads yet is true, held against the source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from moderation.knobs import KNOBS, Knob
from moderation.unread import UNREAD

ROOT = Path(__file__).parents[2]
# They know every knob by name and act on none: the table, the loader's warnings, the doctor.
NOT_READERS = {"moderation/knobs.py", "moderation/policy.py", "moderation/unread.py", "bot/doctor.py"}
READ_BY_SECTION = (
    "score.",
    "severity.",
)  # Policy.threshold() and Policy.severity_for() put the names together


def names_in(source: str) -> Iterator[str]:
    """Every text in the source as a pattern; what an f-string fills in may be anything."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=str(text)):
                yield re.escape(text)
            case ast.JoinedStr(values=[ast.Constant(value=str(first)), *rest]) if "." in first:
                yield re.escape(first) + "".join(
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+" for part in rest
                )


def knobs_read(source: str) -> set[str]:
    return {knob for name in names_in(source) for knob in KNOBS if re.fullmatch(name, knob)}


def is_fixed(knob: Knob) -> bool:
    """It has one answer only, which the bot keeps to by how it is built."""
    return knob.read.__qualname__.startswith("fixed.")


def all_knobs_read() -> set[str]:
    paths = [path for package in ("bot", "moderation") for path in (ROOT / package).rglob("*.py")]
    sources = [path for path in paths if path.relative_to(ROOT).as_posix() not in NOT_READERS]
    texts = {name for path in sources for name in names_in(path.read_text(encoding="utf-8"))}
    likely = [text for text in texts if "." in text and len(text) < 80]
    return {knob for text in likely for knob in KNOBS if re.fullmatch(text, knob)}


def test_the_list_names_exactly_what_nothing_reads() -> None:
    read = all_knobs_read()
    open_knobs = {
        name for name, knob in KNOBS.items() if not is_fixed(knob) and not name.startswith(READ_BY_SECTION)
    }

    assert UNREAD & read == set(), "read now: take them out of moderation/unread.py"
    assert open_knobs - read - UNREAD == set(), "read by nothing any more: add them to moderation/unread.py"
    assert open_knobs >= UNREAD


def test_a_knob_in_the_source_is_seen() -> None:
    assert knobs_read('policy["images.tagging"] == "allow"') == {"images.tagging"}
    assert knobs_read("policy[f'images.premises_events_{place}']") == {
        "images.premises_events_staff",
        "images.premises_events_parents",
    }
    assert knobs_read("# images.tagging") == set()
