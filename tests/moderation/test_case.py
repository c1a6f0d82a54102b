"""What people may do with a case, and who may do it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.case import AUTHORS, MOVES, Deed, Move, Outcome, State, View, advance, may_make, undo
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


@pytest.mark.parametrize("view", list(View))
def test_a_closed_case_keeps_its_decision_whatever_else_is_pressed(view: View) -> None:
    assert all(advance(State.CLOSED, view, move) is None for move in Move if move not in AUTHORS)


NO_DECISION_LEADS_THERE = {
    (View.VISIBLE, View.RESTORED),
    (View.RESTORED, View.VISIBLE),
    (View.HIDDEN, View.VISIBLE),
}


@pytest.mark.parametrize(("before", "now"), list(product(View, View)))
def test_undoing_shows_the_group_what_it_saw_before(before: View, now: View) -> None:
    undone = undo(now, (State.ACKNOWLEDGED, before))

    assert (undone is None) == ((before, now) in NO_DECISION_LEADS_THERE)
    if undone is not None:
        assert undone.state == State.ACKNOWLEDGED
        assert (undone.view == View.HIDDEN) == (before == View.HIDDEN)


@pytest.mark.parametrize("state", [*UNDECIDED, State.APPEALED])
@pytest.mark.parametrize("view", [View.VISIBLE, View.RESTORED])
def test_an_author_takes_their_own_post_out_and_that_closes_the_case(state: State, view: View) -> None:
    assert advance(state, view, Move.WITHDRAW) == Outcome(State.CLOSED, View.HIDDEN, Deed.DELETE)


@pytest.mark.parametrize("move", [Move.WITHDRAW, Move.MEND])
@pytest.mark.parametrize("state", UNDECIDED)
def test_only_a_person_who_decides_closes_an_urgent_case(move: Move, state: State) -> None:
    outcome = advance(state, View.VISIBLE, move, urgent=True)

    assert outcome is not None and outcome.state == state


def test_an_appeal_opens_a_decided_case_and_only_adds_to_an_open_one() -> None:
    assert advance(State.CLOSED, View.HIDDEN, Move.APPEAL) == Outcome(State.APPEALED, View.HIDDEN)
    assert advance(State.OPEN, View.HIDDEN, Move.APPEAL) == Outcome(State.OPEN, View.HIDDEN)
    assert advance(State.CLOSED, View.VISIBLE, Move.APPEAL) is None, "there is nothing to look at again"


def test_asking_the_author_leaves_the_post_where_it_is_and_time_takes_it_out() -> None:
    assert advance(State.OPEN, View.VISIBLE, Move.TAKEDOWN) == Outcome(State.OPEN, View.VISIBLE)
    assert advance(State.OPEN, View.VISIBLE, Move.EXPIRE) == Outcome(State.OPEN, View.HIDDEN, Deed.DELETE)
    assert advance(State.OPEN, View.HIDDEN, Move.TAKEDOWN) is None
    assert advance(State.CLOSED, View.VISIBLE, Move.EXPIRE) is None, "somebody has left it up"


def test_the_table_holds_every_move_there_is_and_no_other() -> None:
    assert len(MOVES) == 3 * (10 + 10 + 5) + 3 + 1 + 2


def test_a_post_leaves_or_enters_view_exactly_with_a_deed() -> None:
    for (_, view, _), outcome in MOVES.items():
        seen, stays = view != View.HIDDEN, outcome.view != View.HIDDEN
        wanted = {(True, False): Deed.DELETE, (False, True): Deed.RESTORE}.get((seen, stays), Deed.NONE)
        assert outcome.deed == wanted


@given(
    st.sampled_from([View.VISIBLE, View.HIDDEN]),
    st.lists(st.sampled_from(Move), max_size=30),
    st.booleans(),
)
def test_no_sequence_of_presses_does_the_same_deed_twice_in_a_row(
    view: View, moves: list[Move], urgent: bool
) -> None:
    # given
    state, before, seen = State.OPEN, (State.OPEN, view), view != View.HIDDEN

    # when
    for move in moves:
        outcome = (
            undo(view, before)
            if move == Move.UNDO and state == State.CLOSED
            else advance(state, view, move, urgent=urgent)
        )
        if outcome is None:
            continue
        if outcome.deed == Deed.RESTORE:
            assert not seen, "never put back twice"
            seen = True
        if outcome.deed == Deed.DELETE:
            assert seen, "never taken out twice"
            seen = False
        if move != Move.UNDO:
            before = (state, view)
        state, view = outcome.state, outcome.view

        # then
        assert seen == (view != View.HIDDEN)


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
