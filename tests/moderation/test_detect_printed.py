"""The printed examples of each category: all the `+` are found, none of the `-`."""

import pytest

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Severity
from moderation.judge import judge
from moderation.policy import load_policy
from moderation.post import Media
from tests.moderation.printed_examples import EXAMPLES, Example

POLICY = load_policy("default")
NOTHING_TOXIC = Facts(toxicity={})
COVERED = frozenset(Category)
# Needs what no words tell: where a post was forwarded from.
UNTELLABLE = {"[forwarded video from an extremist channel] everyone needs to watch this"}
# Every picture waits for a person, whatever its caption says (decision 10): these pass with one tap.
PICTURES = frozenset({Media.PHOTO, Media.VIDEO})


def ids(example: Example) -> str:
    return f"{example.category} {'+' if example.fires else '-'} {example.line[:40]}"


def found_in(example: Example) -> set[Category]:
    return {finding.category for finding in judge(example.post, NOTHING_TOXIC, POLICY).findings}


def covered(*, fires: bool) -> list[Example]:
    return [
        one
        for one in EXAMPLES
        if one.category in COVERED
        and one.fires == fires
        and one.line not in UNTELLABLE
        and not (one.category is Category.IMAGE and not fires and one.post.media in PICTURES)
    ]


@pytest.mark.parametrize("example", covered(fires=True), ids=ids)
def test_what_should_be_found_is_found(example: Example) -> None:
    assert example.category in found_in(example)


@pytest.mark.parametrize("example", covered(fires=False), ids=ids)
def test_what_must_not_be_found_is_not(example: Example) -> None:
    assert example.category not in found_in(example)


@pytest.mark.parametrize("example", [one for one in EXAMPLES if "SAFEGUARD" in one.also], ids=ids)
def test_a_worry_about_a_child_is_found_whatever_else_it_is(example: Example) -> None:
    assert Category.SAFEGUARD in found_in(example)


@pytest.mark.parametrize("example", [one for one in EXAMPLES if not one.fires], ids=ids)
def test_nobody_is_woken_for_a_harmless_example(example: Example) -> None:
    findings = judge(example.post, NOTHING_TOXIC, POLICY).findings

    assert all(finding.severity != Severity.URGENT for finding in findings)


@pytest.mark.parametrize("example", EXAMPLES, ids=ids)
def test_evidence_is_part_of_the_post(example: Example) -> None:
    post = example.post

    for finding in judge(post, NOTHING_TOXIC, POLICY).findings:
        for evidence in finding.evidence:
            assert evidence.words == post.text[evidence.start : evidence.end] != ""


@pytest.mark.parametrize("example", EXAMPLES, ids=ids)
def test_the_reason_does_not_quote_the_post(example: Example) -> None:
    for finding in judge(example.post, NOTHING_TOXIC, POLICY).findings:
        assert not any(evidence.words in finding.why for evidence in finding.evidence)
