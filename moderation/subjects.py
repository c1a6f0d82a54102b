"""Whom of the staff a text names: they are kept away from a case that may be about them (I-11)."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding
from moderation.roster import TITLES, StaffMember
from moderation.text import fold

SPOKEN_TO = "|".join(sorted(TITLES - {"mum", "dad"}))
SHORTEST = 3  # letters of a first name that stands alone


def staff_named(text: str, staff: Iterable[StaffMember]) -> frozenset[int]:
    """The ids of those it names by whole name, by title and surname, or by a first name nobody else has."""
    people = [(one, _parts(fold(one.name).text)) for one in staff]
    firsts = Counter(parts[0] for _, parts in people if len(parts) > 1)
    said = fold(text).text
    return frozenset(
        one.user_id
        for one, parts in people
        if one.user_id is not None and parts and _is_named(said, parts, alone=firsts[parts[0]] == 1)
    )


def about_named_staff(findings: Iterable[Finding], facts: Facts) -> tuple[Finding, ...]:
    """A worry whose very words name somebody of the staff is an allegation about staff."""
    staff = facts.roster.staff if facts.roster else frozenset()
    names = [_parts(f"{called} {one.surname}") for one in staff for called in one.called or {""}]
    return tuple(
        replace(finding, subtype="about_staff")
        if finding.category == Category.SAFEGUARD and any(_said_of(finding, parts) for parts in names)
        else finding
        for finding in findings
    )


def _said_of(finding: Finding, parts: list[str]) -> bool:
    return bool(parts) and any(
        # A first name alone may be a child's.
        _is_named(fold(piece.words).text, parts, alone=False)
        for piece in finding.evidence
    )


def _parts(name: str) -> list[str]:
    """The folded name without its title."""
    parts = name.replace(".", " ").split()
    return parts[1:] if len(parts) > 1 and parts[0] in TITLES else parts


def _is_named(said: str, parts: list[str], *, alone: bool) -> bool:
    first, last = re.escape(parts[0]), re.escape(parts[-1])
    ways = [rf"(?:{SPOKEN_TO})\.? {last}"]
    if len(parts) > 1:
        ways += [f"{first} {last}", rf"(?:{SPOKEN_TO})\.? {first}"]
        ways += [first] if alone and len(parts[0]) >= SHORTEST else []
    return any(re.search(rf"\b{way}\b", said) for way in ways)
