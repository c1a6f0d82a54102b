"""Meaning: what the model's probabilities lead to, and that a profile's thresholds still decide."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest

from moderation.category import ALWAYS_URGENT, Category
from moderation.detectors import meaning
from moderation.detectors.meaning import Reads
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.policy import Policy, load_policy
from moderation.post import Post
from moderation.rulings import SEVERITY

POLICY = load_policy("default")
POST = Post("a post")


NOTHING = dict.fromkeys(("URGENT", *map(str, Category)), 0.0)


def found(sure: Mapping[str, float], policy: Policy = POLICY, post: Post = POST) -> list[Finding]:
    return list(meaning.find(post, Facts(toxicity={"threat": 1.0}, meaning={**NOTHING, **sure}), policy))


def test_without_a_reading_of_meaning_nothing_is_found() -> None:
    assert list(meaning.find(POST, Facts(toxicity={}), POLICY)) == []


def test_a_post_that_means_no_harm_is_left_alone() -> None:
    assert found({}) == []


@pytest.mark.parametrize("category", sorted(ALWAYS_URGENT))
def test_a_sure_reading_of_an_urgent_category_is_urgent(category: Category) -> None:
    [finding] = found({"URGENT": 1.0, category: 0.9})

    assert (finding.category, finding.severity) == (category, Severity.URGENT)


def test_only_the_likeliest_of_the_urgent_four_is_named() -> None:
    [finding] = found({"URGENT": 1.0, "SAFEGUARD": 0.6, "THREAT": 0.95, "GROOM": 0.5})

    assert finding.category is Category.THREAT


def test_a_worry_that_may_as_well_be_something_else_is_only_looked_at() -> None:
    assert [one.severity for one in found({"URGENT": 1.0, "SAFEGUARD": 0.4})] == [Severity.FLAG]


def test_a_threat_in_a_friendly_tone_is_only_looked_at() -> None:
    facts = Facts(toxicity={"threat": 0.05}, meaning={**NOTHING, "URGENT": 1.0, "THREAT": 1.0})

    [finding] = meaning.find(POST, facts, POLICY)

    assert (finding.category, finding.severity) == (Category.ABUSE, Severity.FLAG)


def test_a_doubtful_urgent_reading_is_not_urgent() -> None:
    assert found({"URGENT": 0.4, "SAFEGUARD": 0.4}) == []


@pytest.mark.parametrize("category", sorted(meaning.INSTEAD))
def test_a_doubtful_worry_or_threat_is_looked_at_as_something_milder(category: Category) -> None:
    [finding] = found({"URGENT": meaning.DOUBTFUL, category: 0.5})

    assert finding.severity is Severity.FLAG
    assert finding.category not in ALWAYS_URGENT


def test_a_doubtful_sign_of_grooming_is_not_given_away() -> None:
    assert found({"URGENT": meaning.DOUBTFUL, "GROOM": 0.5}) == []


@pytest.mark.parametrize("category", sorted(meaning.OTHERS))
def test_the_flag_mark_of_a_category_reaches_the_shipped_threshold_and_not_before(category: Category) -> None:
    mark = meaning.OTHERS[category].worth[0][0]

    assert [one.category for one in found({category: mark})] == [category]
    assert found({category: mark - 0.005}) == []


def test_only_a_very_sure_reading_hides_and_only_what_is_hidden_at_all() -> None:
    surest = {one.category: one.severity for one in found(dict.fromkeys(meaning.OTHERS, 1.0))}

    assert surest == {category: SEVERITY[category] for category in meaning.OTHERS}
    assert [one.severity for one in found({"BULLY": 0.88})] == [Severity.FLAG]


def test_a_critic_who_goes_to_the_inspectors_is_protected() -> None:
    [finding] = found({"ALLEGE": 1.0}, post=Post("I am telling Ofsted what they did"))

    assert finding.subtype == "protected"


def test_a_worry_that_names_staff_goes_past_the_staff() -> None:
    worry = {"URGENT": 1.0, "SAFEGUARD": 1.0}

    assert [one.subtype for one in found(worry, post=Post("her key worker gripped her arm"))] == [
        "about_staff"
    ]
    assert [one.subtype for one in found(worry, post=Post("her uncle gripped her arm"))] == [None]


def test_a_profile_that_wants_more_certainty_gets_it() -> None:
    sure = meaning.URGENT[Category.SAFEGUARD].worth[0][0] + 0.01
    knobs = {**POLICY.knobs, "score.thresholds.SAFEGUARD.urgent": 0.99}
    stricter = replace(POLICY, knobs=MappingProxyType(knobs))

    reading = {"URGENT": sure, "SAFEGUARD": sure}

    assert [one.severity for one in found(reading)] == [Severity.URGENT]
    assert [one.severity for one in found(reading, stricter)] == [Severity.FLAG]


def test_every_reading_is_marked_as_a_score_alone() -> None:
    everything = found(dict.fromkeys(NOTHING, 1.0))

    assert everything
    assert all(finding.score_alone for finding in everything)


def test_a_probability_is_worth_what_the_table_says_and_in_between_a_straight_line() -> None:
    reads = Reads("why", ((0.5, 0.2), (0.8, 0.6)))

    worth = [reads.score(probability) for probability in (0.0, 0.25, 0.5, 0.65, 0.8, 0.9, 1.0)]

    assert worth == pytest.approx([0.0, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0])


@pytest.mark.parametrize("reads", [*meaning.URGENT.values(), *meaning.OTHERS.values()])
def test_no_surer_reading_is_worth_less(reads: Reads) -> None:
    worth = [reads.score(step / 100) for step in range(101)]

    assert worth == sorted(worth)
    assert (worth[0], worth[-1]) == (0.0, 1.0)
