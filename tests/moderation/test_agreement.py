"""The model may take back what rests on words alone, and only where it is very sure."""

from collections.abc import Mapping

import pytest

from moderation.agreement import SURE_IT_IS_NOT, SURE_NOBODY_IS_IN_DANGER, UNSURE, agreed
from moderation.category import Category
from moderation.detectors import complaint
from moderation.facts import Facts
from moderation.finding import Evidence, Finding, Severity
from moderation.policy import load_policy
from moderation.post import Post

WORDS = (Evidence(0, 5, "words"),)
NOTHING: Mapping[str, float] = dict.fromkeys(("URGENT", *map(str, Category)), 0.0)


def finding(category: Category, subtype: str | None = None) -> Finding:
    return Finding(category, 0.9, Severity.HIDE, "something", subtype, WORDS)


def kept(one: Finding, sure: Mapping[str, float]) -> bool:
    return agreed([one], Facts(toxicity={}, meaning={**NOTHING, **sure})) != []


def test_where_no_model_read_the_post_every_finding_stands() -> None:
    one = finding(Category.BULLY)

    assert agreed([one], Facts(toxicity={})) == [one]


@pytest.mark.parametrize(
    "category", [Category.BULLY, Category.ALLEGE, Category.COMPLAINT, Category.SENSITIVE]
)
def test_words_without_the_meaning_are_taken_back(category: Category) -> None:
    assert not kept(finding(category), {})
    assert kept(finding(category), {category: SURE_IT_IS_NOT})


@pytest.mark.parametrize("category", [Category.PDATA, Category.LINK, Category.IMAGE, Category.QUERY])
def test_what_is_plain_to_see_stays(category: Category) -> None:
    assert kept(finding(category), {})


def test_nobody_in_danger_takes_more_to_believe() -> None:
    one = finding(Category.SAFEGUARD)

    assert kept(one, {"URGENT": SURE_NOBODY_IS_IN_DANGER})
    assert not kept(one, {"URGENT": SURE_NOBODY_IS_IN_DANGER / 2})


def test_a_picture_that_may_be_indecent_is_never_taken_back() -> None:
    assert kept(finding(Category.ILLEGAL, "indecent_image"), {})


MOAN = Post("the menu again")


def complaints(facts: Facts, post: Post = MOAN) -> list[Severity]:
    return [one.severity for one in complaint.find(post, facts, load_policy("default"))]


def test_a_faint_sign_counts_when_the_model_points_the_same_way() -> None:
    sure = Facts(toxicity={}, meaning={**NOTHING, Category.COMPLAINT: 0.6})

    assert complaints(sure) == [Severity.FLAG]
    assert complaints(sure, Post("lovely sunshine")) == []
    assert complaints(Facts(toxicity={}, meaning=NOTHING)) == []
    assert complaints(Facts(toxicity={})) == []


def test_words_are_hidden_only_when_the_model_half_agrees() -> None:
    one = finding(Category.BULLY)

    def severities(sure: float) -> list[Severity]:
        facts = Facts(toxicity={}, meaning={**NOTHING, Category.BULLY: sure})
        return [found.severity for found in agreed([one], facts)]

    assert severities(UNSURE) == [Severity.HIDE]
    assert severities(UNSURE / 2) == [Severity.FLAG]
