"""Finds words in a post that are out of view elsewhere: hiding a post must not leave quotes of it."""

from collections.abc import Iterable

from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.policy import Policy
from moderation.post import Post


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Of the same kind as what it repeats, so that the same people see to it."""
    if facts.repeats is not None:
        why = f"it quotes the post of case {facts.repeats.number}, which is out of view"
        category, subtype = facts.repeats.category, facts.repeats.subtype
        yield Finding(category, 1.0, Severity.HIDE, why, subtype, repeats=True)
