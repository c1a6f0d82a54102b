"""A number means one thing only, and a verb does what fits it."""

from datetime import timedelta

from bot import verbs
from bot.desk import Desk
from bot.store.numbers import Kind
from tests.bot.conftest import MANAGER, opened

RUDE = "whoever parked across the gate this morning is a selfish cow"


def test_a_verb_of_a_case_moves_the_case(desk: Desk) -> None:
    opened(desk, RUDE)

    assert verbs.do("keep", 1, MANAGER, desk) == "The post stays out of view."
    assert desk.store.cases.waiting() == []


def test_a_number_nobody_was_given_is_said_to_be_none(desk: Desk) -> None:
    assert "no case 7" in verbs.do("keep", 7, MANAGER, desk)


def test_a_verb_that_does_not_fit_changes_nothing(desk: Desk) -> None:
    before = opened(desk, RUDE)

    assert "does not fit" in verbs.do("confirm", 1, MANAGER, desk)
    assert desk.store.cases.get(1) == before


def test_a_pending_act_ends_once_and_is_remembered(desk: Desk) -> None:
    acts = desk.store.pending
    until = desk.now + timedelta(days=1)
    number = acts.add("example", {"person": 5}, asked_by=MANAGER, now=desk.now, until=until)
    for _ in range(2):
        acts.agree(number, 12)

    assert desk.store.numbers.kind_of(number) == Kind.PENDING
    assert [(one.agreed, one.body) for one in acts.waiting("example")] == [((12,), {"person": 5})]
    assert acts.end(number, "confirmed", by=12, at=desk.now)
    assert not acts.end(number, "cancelled", by=13, at=desk.now)
    ended = acts.get(number)
    assert ended is not None and (ended.state, ended.ended_by) == ("confirmed", 12)
    assert acts.waiting() == [] and acts.forget(desk.now) == 0
    assert acts.forget(desk.now + timedelta(seconds=1)) == 1
