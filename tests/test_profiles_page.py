"""docs/profiles.md explains every knob, category and shipped profile, and nothing that is not there."""

import re
from pathlib import Path

from moderation.category import Category
from moderation.knobs import KNOBS
from moderation.policy import SHIPPED

PAGE = (Path(__file__).parents[1] / "docs" / "profiles.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([a-z_]+\.[a-z_.]+)`", PAGE))
BY_SECTION = ("score.thresholds", "severity")  # explained once for all categories and roles


def test_every_knob_is_explained() -> None:
    knobs = {name for name in KNOBS if not name.startswith(tuple(f"{one}." for one in BY_SECTION))}

    assert knobs - NAMED == set()
    assert all(f"`{one}`" in PAGE for one in BY_SECTION)


def test_no_knob_is_explained_that_does_not_exist() -> None:
    assert NAMED - set(KNOBS) - set(BY_SECTION) == set()


def test_every_category_has_a_line() -> None:
    assert set(re.findall(r"^\| ([A-Z_]+) \| \S", PAGE, re.MULTILINE)) == {str(one) for one in Category}


def test_every_shipped_profile_has_a_line() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \| \S", PAGE, re.MULTILINE)) >= set(SHIPPED)
