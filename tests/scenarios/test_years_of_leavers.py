"""Some weeks of children leaving, with faults, outages and restarts: benchmarks/leavers.py in small."""

import logging
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from benchmarks.leavers import WRONG, simulate
from moderation.policy import Policy, load_policy


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Every fault that is complained of here was sent on purpose."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def rules(profile: str, **membership: Any) -> Policy:
    found = load_policy(profile)
    knobs = {f"membership.{name}": value for name, value in membership.items()}
    return Policy(found.name, {**found.knobs, **knobs})


def wrong(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in WRONG if counts[name]}


@pytest.mark.parametrize("profile", ["orleton", "woodham-mortimer"])
async def test_nobody_goes_wrongly_and_nobody_stays_too_long(profile: str) -> None:
    counts = await simulate(profile, leavers=30, days=16, seed=7)

    assert counts["taken out"] > 2
    assert counts["violations"] == 0
    assert wrong(counts) == {}


@pytest.mark.parametrize(
    ("changes", "seen"),
    [
        ({"grace_days": 3}, "wrong: too early, or still at the setting"),
        ({"on_child_left": "confirm"}, "wrong: without the yes that the profile asks for"),
    ],
)
async def test_a_bot_by_other_rules_would_be_noticed(changes: dict[str, Any], seen: str) -> None:
    counts = await simulate("orleton", leavers=30, days=12, seed=7, rules=rules("orleton", **changes))

    assert counts[seen] > 0
