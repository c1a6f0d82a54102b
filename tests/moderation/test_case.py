"""What people may do with a case, and who may do it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.case import MOVES, Deed, Move, Outcome, State, View, advance, may_make
from moderation.category import Category
from moderation.decision import deciders, next_owners, owners
from moderation.policy import load_policy
from moderation.post import Role

DEFAULT = load_policy("default")

UNDECIDED = (State.OPEN, State.ACKNOWLEDGED)


@pytest.mark.parametrize("state", UNDECIDED)
def test_approving_a_hidden_post_puts_it_back_and_closes_the_case(state: State) -> None:
    assert advance(state, View.HIDDEN, Move.APPROVE) == Outcome(State.CLOSED, View.RESTORED, Deed.RESTORE)


@pytest.mark.parametrize("state", UNDECIDED)
@pytest.mark.parametrize("move", [Move.APPROVE, Move.KEEP])
def test_approving_or_keeping_a_visible_post_leaves_it_up(state: State, move: Move) -> None:
    assert advance(state, View.VISIBLE, move) == Outcome(State.CLOSED, View.VISIBLE)


@pytest.mark.parametrize("state", UNDECIDED)
@pytest.mark.parametrize("move", [Move.KEEP, Move.REMOVE])
def test_keeping_or_removing_a_hidden_post_leaves_it_out(state: State, move: Move) -> None:
    assert advance(state, View.HIDDEN, move) == Outcome(State.CLOSED, View.HIDDEN)


@pytest.mark.parametrize("state", UNDECIDED)
def test_removing_a_visible_post_takes_it_out(state: State) -> None:
    assert advance(state, View.VISIBLE, Move.REMOVE) == Outcome(State.CLOSED, View.HIDDEN, Deed.DELETE)


@pytest.mark.parametrize("state", UNDECIDED)
def test_hiding_a_visible_post_leaves_the_decision_to_be_made(state: State) -> None:
    assert advance(state, View.VISIBLE, Move.HIDE) == Outcome(State.ACKNOWLEDGED, View.HIDDEN, Deed.DELETE)


def test_a_case_is_acknowledged_once() -> None:
    assert advance(State.OPEN, View.HIDDEN, Move.ACK) == Outcome(State.ACKNOWLEDGED, View.HIDDEN)
    assert advance(State.ACKNOWLEDGED, View.HIDDEN, Move.ACK) is None


@pytest.mark.parametrize(("state", "view"), list(product(UNDECIDED, (View.VISIBLE, View.HIDDEN))))
def test_done_closes_a_case_and_leaves_the_post_where_it_is(state: State, view: View) -> None:
    assert advance(state, view, Move.DONE) == Outcome(State.CLOSED, view)


@pytest.mark.parametrize("view", [View.VISIBLE, View.HIDDEN])
def test_a_closed_case_can_only_be_opened_again(view: View) -> None:
    assert advance(State.CLOSED, view, Move.UNDO) == Outcome(State.OPEN, view)
    assert all(advance(State.CLOSED, view, move) is None for move in Move if move != Move.UNDO)


def test_a_restored_post_stays_for_good() -> None:
    assert all(advance(state, View.RESTORED, move) is None for state, move in product(State, Move))


def test_the_table_holds_every_move_there_is_and_no_other() -> None:
    assert len(MOVES) == 2 * 9 + 2 + 2


def test_a_post_is_out_of_view_exactly_when_it_was_deleted_and_not_put_back() -> None:
    for (_, view, _), outcome in MOVES.items():
        left = {View.VISIBLE: Deed.DELETE, View.HIDDEN: Deed.RESTORE}[view]
        assert (outcome.deed == left) == (outcome.view != view)


@given(st.sampled_from([View.VISIBLE, View.HIDDEN]), st.lists(st.sampled_from(Move), max_size=30))
def test_no_sequence_of_presses_restores_twice_or_deletes_a_restored_post(
    view: View, moves: list[Move]
) -> None:
    # given
    state, deeds = State.OPEN, []

    # when
    for move in moves:
        outcome = advance(state, view, move)
        if outcome is None:
            continue
        state, view = outcome.state, outcome.view
        deeds.append(outcome.deed)

        # then
        assert advance(state, view, move) is None, "the same press a second time is refused"
    done = [deed for deed in deeds if deed != Deed.NONE]
    assert done.count(Deed.RESTORE) <= 1
    assert Deed.RESTORE not in done[:-1]


def test_a_content_case_goes_to_whom_the_profile_names() -> None:
    assert owners(Category.ABUSE, None, DEFAULT) == (Role.MANAGER,)
    assert owners(Category.ABUSE, None, load_policy("st-josephs")) == (Role.LEAD,)
    assert owners(Category.IMAGE, None, DEFAULT) == (Role.MANAGER, Role.DEPUTY)
    assert owners(Category.PRESS, None, load_policy("bishopthorpe")) == (Role.MANAGER, Role.CHAIR)


def test_an_urgent_case_goes_to_the_deputy_too() -> None:
    assert owners(Category.THREAT, None, DEFAULT) == (Role.MANAGER, Role.DEPUTY)
    assert owners(Category.SAFEGUARD, "immediate", load_policy("st-josephs")) == (Role.DSL, Role.DEPUTY)
    assert owners(Category.ABUSE, None, DEFAULT, urgent=True) == (Role.MANAGER, Role.DEPUTY)


@pytest.mark.parametrize(
    ("category", "subtype"),
    [(Category.SAFEGUARD, "about_family"), (Category.GROOM, None), (Category.ILLEGAL, "indecent_image")],
)
def test_child_protection_is_decided_by_its_owners_only(category: Category, subtype: str | None) -> None:
    assert deciders(category, subtype, load_policy("st-josephs")) == (Role.DSL,)


def test_an_allegation_against_staff_goes_past_the_deputy_to_its_owners_and_the_chair() -> None:
    # given
    orleton = load_policy("orleton")

    # then
    assert owners(Category.SAFEGUARD, "about_staff", orleton) == (Role.MANAGER, Role.CHAIR)
    assert deciders(Category.SAFEGUARD, "about_staff", orleton) == (Role.MANAGER, Role.CHAIR)


def test_a_content_case_may_be_decided_by_whoever_looks_after_the_group_and_its_owners() -> None:
    assert deciders(Category.ABUSE, None, load_policy("bishopthorpe")) == (
        Role.MANAGER,
        Role.DEPUTY,
        Role.LEAD,
        Role.ADMIN,
        Role.CHAIR,
    )
    assert Role.DSL not in deciders(Category.THREAT, None, DEFAULT)


def test_an_alerted_deputy_may_hide_and_take_on_a_worry_but_not_decide_it() -> None:
    # given
    policy = load_policy("st-josephs")

    # then
    assert Role.DEPUTY in may_make(Move.HIDE, Category.SAFEGUARD, None, policy)
    assert Role.DEPUTY in may_make(Move.ACK, Category.SAFEGUARD, None, policy)
    assert Role.DEPUTY not in may_make(Move.APPROVE, Category.SAFEGUARD, None, policy)


def test_when_nobody_answers_the_deputy_is_asked_first_and_nobody_twice() -> None:
    assert next_owners(DEFAULT) == (Role.DEPUTY, Role.CHAIR, Role.MANAGER)


@pytest.mark.parametrize("category", list(Category))
def test_every_category_has_owners_and_deciders_in_every_shipped_profile(category: Category) -> None:
    for name in ("default", "woodham-mortimer", "orleton", "st-josephs", "west-wycombe", "bishopthorpe"):
        policy = load_policy(name)
        assert owners(category, None, policy)
        assert deciders(category, None, policy)
