"""Questions to the setting are noticed; what parents ask each other is not."""

import pytest

from moderation.category import Category
from moderation.detectors.query import find
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.policy import load_policy
from moderation.post import Author, Post, Role

POLICY = load_policy("default")
UNSURE = {category.value: 0.0 for category in Category} | {"URGENT": 0.0}


def found(text: str, *, model: dict[str, float] | None = None, role: Role = Role.PARENT) -> list[Finding]:
    facts = Facts({}, None if model is None else UNSURE | model)
    return list(find(Post(text, Author(1, frozenset({role}))), facts, POLICY))


def kinds(text: str, model: dict[str, float] | None = None) -> list[str]:
    return [finding.category.value for finding in found(text, model=model)]


@pytest.mark.parametrize(
    "text",
    [
        "Anyone from the office able to tell me if you do Easter club",
        "What's the procedure if a different adult is collecting?",
        "Did the newsletter go out this week? can't find mine",
        "Chasing my question from Monday about the waiting list, thank you",
        "How much is the deposit and when do we pay it?",
        "Can I come in and look through lost property?",
        "Are yous open on the September Monday?",
    ],
)
def test_a_question_to_the_setting_is_noticed_without_any_model(text: str) -> None:
    assert kinds(text) == ["QUERY"]


@pytest.mark.parametrize(
    "text",
    [
        "Has anyone found a blue Paw Patrol hat? No name in it, my bad 🙈",
        "Does anyone have a spare wellies size 9 they dont need?",
        "Anyone fancy the park after if it stays dry?",
        "Bit nervous about settling in week, any tips from those whos been through it?",
        "Could Lily come for tea on Thursday?",
        "Can anyone recommend a plumber who turns up when he says?",
        "Anyone else's child terrified of the hand dryers?",
        "Tickets for the quiz are £5, see you there!",
        "Sorted thanks, they answered me at the gate",
        "Who's picking up from swimming today? I can take one in the car",
    ],
)
def test_what_parents_ask_each_other_is_not(text: str) -> None:
    assert found(text) == []
    assert found(text, model={"QUERY": 0.95}) == []


def test_the_model_is_believed_where_something_is_asked() -> None:
    assert found("owl thing where from?") == []
    assert kinds("owl thing where from?", model={"QUERY": 0.93}) == ["QUERY"]
    assert kinds("Pryd mae'r tymor yn dechrau", model={"QUERY": 0.98}) == ["QUERY"]
    assert found("lovely day for it", model={"QUERY": 0.93}) == []


def test_it_changes_nothing_for_the_group() -> None:
    assert [one.severity for one in found("Are you open on Friday?")] == [Severity.INFO]


@pytest.mark.parametrize(
    "text",
    [
        "Hows he been eating at lunch? comes home starving",
        "can someone tell me if George settled ok this morning he was in bits when i left",
        "did she sleep after lunch?",
    ],
)
def test_how_one_child_is_doing_is_a_question_of_its_own_kind(text: str) -> None:
    [finding] = found(text)

    assert (finding.category, finding.subtype) == (Category.CHILDQ, "question")


def test_what_may_be_urgent_is_left_to_those_who_keep_children_safe() -> None:
    text = "can someone tell me if George settled ok, he has marks on his arms"

    assert found(text, model={"URGENT": 0.95, "CHILDQ": 0.99}) == []


def test_staff_ask_the_parents_more_often_than_the_setting() -> None:
    assert found("Do you need a lift to the trip? Who needs a form?", role=Role.STAFF) == []
    asked = "Could the office send me the hall dates for next term"
    assert [one.category for one in found(asked, role=Role.COMMITTEE, model={"QUERY": 0.99})] == ["QUERY"]
