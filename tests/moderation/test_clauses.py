"""Every clause of the five policies is there, and each kind of finding knows which it comes from."""

from collections import Counter

import pytest

from moderation.category import Category
from moderation.clauses import all_clauses, clauses_of
from moderation.policy import SHIPPED, load_policy


def test_all_306_clauses_are_there() -> None:
    counted = Counter(clause.setting for clause in all_clauses().values())

    assert counted.total() == 306
    for setting, count in counted.items():
        numbers = [int(one.partition("-")[2]) for one in all_clauses() if one.startswith(f"{setting}-")]
        assert numbers == list(range(1, count + 1))


def test_a_clause_says_how_far_a_bot_can_go_and_why_no_further() -> None:
    for clause in all_clauses().values():
        assert clause.automation in {"full", "assist", "cannot"}
        assert clause.words and clause.bot and clause.binds
        assert clause.because or clause.automation != "cannot", clause.id


@pytest.mark.parametrize("category", list(Category))
def test_a_category_comes_from_some_setting_and_each_sees_only_its_own(category: Category) -> None:
    found = {name: clauses_of(category, load_policy(name)) for name in SHIPPED}

    assert any(found.values())
    assert found["default"] == ()
    for name, clauses in found.items():
        letters = load_policy(name)["policy.clauses"]
        assert {clause.setting for clause in clauses} <= {letters}
