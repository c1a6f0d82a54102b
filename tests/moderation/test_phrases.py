"""Every way of saying something that the detectors know can be looked for."""

import pytest

from moderation.detectors import abuse, contact_details, grooming, illegal, safeguarding, threat
from moderation.phrases import Rule, Way


def ways_of(module: object) -> list[Way]:
    """All ways in a detector's tables."""
    found: list[Way] = []
    for value in vars(module).values():
        for one in value if isinstance(value, tuple) else ():
            found += one.ways if isinstance(one, Rule) else [one] if isinstance(one, Way) else []
    return found


@pytest.mark.parametrize("module", [abuse, contact_details, grooming, illegal, safeguarding, threat])
def test_every_pattern_compiles(module: object) -> None:
    patterns = [stretch.pattern for way in ways_of(module) for stretch in way.stretches]

    assert patterns
