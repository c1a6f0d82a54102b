"""Each clause about what is said or shown in the group is kept, and no longer once what keeps it is gone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import pytest

from moderation.decision import Action, Decision, Mode, decide
from moderation.detectors import DETECTORS, Detector
from moderation.judge import judge
from moderation.knobs import KNOBS
from moderation.policy import Policy, load_policy
from moderation.post import Post
from tests.clauses.content import ROWS, Row

PLACES = [pytest.param(place, id=number) for place, row in enumerate(ROWS) for number in row.numbers]
UNTOUCHED = frozenset({Action.ALLOW, Action.INFO})


@cache
def shipped(profile: str) -> Policy:
    return load_policy(profile)


def policy_of(row: Row, **changes: object) -> Policy:
    policy = shipped(row.profile)
    return replace(policy, knobs={**policy.knobs, **row.given, **changes})


def decided(row: Row, post: Post, policy: Policy, detectors: Sequence[Detector] = DETECTORS) -> Decision:
    return decide(judge(post, row.words.facts, policy, detectors), policy, mode=Mode.ENFORCE)


def meets(row: Row, decision: Decision) -> bool:
    """The row's action, for the row's reason."""
    reasons = {one.finding.category for one in decision.rulings if one.action == decision.action}
    return decision.action == row.action and row.words.category in reasons


@dataclass(frozen=True)
class Outcome:
    """The posts that did not come out as they should."""

    missed: list[str]  # should have met with the action
    bothered: list[str]  # harmless, and yet acted on
    seen_blind: list[str]  # still found without the detector
    unmoved: list[str]  # the same under the other answer of the profile


@cache
def outcome(place: int) -> Outcome:
    """Of the row at this place; the clauses that share a row share the work."""
    row = ROWS[place]
    posts = [row.words.post(text, row.role, **row.how) for text in row.words.posts]
    fair = [row.words.fair(text, row.role, **row.how) for text in row.fair]
    policy = policy_of(row)
    blind = [one for one in DETECTORS if module(one) not in row.words.detector.split()]
    assert len(blind) == len(DETECTORS) - len(row.words.detector.split())
    flipped = policy_of(row, **row.flip)
    return Outcome(
        missed=[post.text for post in posts if not meets(row, decided(row, post, policy))],
        bothered=[post.text for post in fair if decided(row, post, policy).action not in UNTOUCHED],
        seen_blind=[post.text for post in posts if meets(row, decided(row, post, policy, blind))],
        unmoved=[post.text for post in posts if row.flip and meets(row, decided(row, post, flipped))],
    )


def module(detector: Detector) -> str:
    return detector.__module__.rpartition(".")[2]


@pytest.mark.parametrize("place", PLACES)
def test_clause(place: int) -> None:
    assert outcome(place) == Outcome([], [], [], [])


@pytest.mark.parametrize("row", [row for row in ROWS if row.flip], ids=lambda row: row.clauses)
def test_a_flip_changes_the_answer_the_profile_gives(row: Row) -> None:
    for knob, value in row.flip.items():
        assert KNOBS[knob].read([*value] if isinstance(value, tuple) else value) != policy_of(row)[knob]
