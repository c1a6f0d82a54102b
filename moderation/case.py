"""What people may do with a post the bot brought to them: which moves there are, and who may make them."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from moderation.category import Category
from moderation.decision import deciders, owners
from moderation.policy import Policy
from moderation.post import Role

UNDO_WITHIN = timedelta(hours=24)
APPEAL_WITHIN = timedelta(days=14)


class State(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"  # somebody pressed "I have this"; the reminders stop
    APPEALED = "appealed"  # decided, and its author asked for a second look, by somebody else
    CLOSED = "closed"


class View(StrEnum):
    """Whether the group can see the post."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    RESTORED = "restored"  # put back by a person


class Move(StrEnum):
    ACK = "ack"
    APPROVE = "approve"
    KEEP = "keep"
    REMOVE = "remove"
    HIDE = "hide"
    TAKEDOWN = "takedown"  # ask the author to take it down
    DONE = "done"
    UNDO = "undo"
    APPEAL = "appeal"  # the author's: look again, please
    WITHDRAW = "withdraw"  # the author's: take my post out again
    EXPIRE = "expire"  # the bot's: the time to take it down is over
    MEND = "mend"  # the bot's: the author has changed it, and nothing is wrong any more


# Moves of whoever wrote the post, and of nobody else; then those no person makes.
AUTHORS = frozenset({Move.APPEAL, Move.WITHDRAW})
BOTS = frozenset({Move.EXPIRE, Move.MEND})


class Deed(StrEnum):
    """What a move makes the bot do in the group."""

    NONE = "none"
    RESTORE = "restore"
    DELETE = "delete"


@dataclass(frozen=True)
class Outcome:
    state: State
    view: View
    deed: Deed = Deed.NONE


def _in_view(state: State, view: View) -> dict[tuple[State, View, Move], Outcome]:
    """The moves of a post that the group sees."""
    return {
        (state, view, Move.APPROVE): Outcome(State.CLOSED, view),
        (state, view, Move.KEEP): Outcome(State.CLOSED, view),
        (state, view, Move.DONE): Outcome(State.CLOSED, view),
        (state, view, Move.REMOVE): Outcome(State.CLOSED, View.HIDDEN, Deed.DELETE),
        (state, view, Move.HIDE): Outcome(State.ACKNOWLEDGED, View.HIDDEN, Deed.DELETE),
        (state, view, Move.TAKEDOWN): Outcome(state, view),
        (state, view, Move.WITHDRAW): Outcome(State.CLOSED, View.HIDDEN, Deed.DELETE),
        (state, view, Move.EXPIRE): Outcome(state, View.HIDDEN, Deed.DELETE),
        (state, view, Move.MEND): Outcome(State.CLOSED, view),
        (state, view, Move.APPEAL): Outcome(state, view),
    }


def _out_of_view(state: State) -> dict[tuple[State, View, Move], Outcome]:
    return {
        (state, View.HIDDEN, Move.APPROVE): Outcome(State.CLOSED, View.RESTORED, Deed.RESTORE),
        (state, View.HIDDEN, Move.KEEP): Outcome(State.CLOSED, View.HIDDEN),
        (state, View.HIDDEN, Move.REMOVE): Outcome(State.CLOSED, View.HIDDEN),
        (state, View.HIDDEN, Move.DONE): Outcome(State.CLOSED, View.HIDDEN),
        (state, View.HIDDEN, Move.APPEAL): Outcome(state, View.HIDDEN),
    }


def _undecided(state: State) -> dict[tuple[State, View, Move], Outcome]:
    """The moves of a case that waits for a decision; the same whether or not somebody has it in hand. An
    appeal only adds its words to such a case: the decision that is still to come answers it."""
    return {
        **_in_view(state, View.VISIBLE),
        **_in_view(state, View.RESTORED),
        **_out_of_view(state),
    }


# What is not in the table is refused: a closed case keeps its first decision.
MOVES: dict[tuple[State, View, Move], Outcome] = {
    **_undecided(State.OPEN),
    **_undecided(State.ACKNOWLEDGED),
    **_undecided(State.APPEALED),
    (State.OPEN, View.VISIBLE, Move.ACK): Outcome(State.ACKNOWLEDGED, View.VISIBLE),
    (State.OPEN, View.HIDDEN, Move.ACK): Outcome(State.ACKNOWLEDGED, View.HIDDEN),
    (State.OPEN, View.RESTORED, Move.ACK): Outcome(State.ACKNOWLEDGED, View.RESTORED),
    (State.CLOSED, View.HIDDEN, Move.APPEAL): Outcome(State.APPEALED, View.HIDDEN),
    (State.CLOSED, View.VISIBLE, Move.WITHDRAW): Outcome(State.CLOSED, View.HIDDEN, Deed.DELETE),
    (State.CLOSED, View.RESTORED, Move.WITHDRAW): Outcome(State.CLOSED, View.HIDDEN, Deed.DELETE),
}

# Undoing leads back to what the group saw before: (before, now) → what is done about it.
_BACK: dict[tuple[View, View], tuple[View, Deed]] = {
    (View.VISIBLE, View.VISIBLE): (View.VISIBLE, Deed.NONE),
    (View.RESTORED, View.RESTORED): (View.RESTORED, Deed.NONE),
    (View.HIDDEN, View.HIDDEN): (View.HIDDEN, Deed.NONE),
    (View.HIDDEN, View.RESTORED): (View.HIDDEN, Deed.DELETE),
    (View.VISIBLE, View.HIDDEN): (View.RESTORED, Deed.RESTORE),
    (View.RESTORED, View.HIDDEN): (View.RESTORED, Deed.RESTORE),
}


def advance(state: State, view: View, move: Move, *, urgent: bool = False) -> Outcome | None:
    """Where a move leads; None when it is refused."""
    outcome = MOVES.get((state, view, move))
    if outcome and urgent and move in AUTHORS | BOTS and outcome.state == State.CLOSED:
        return replace(outcome, state=state)  # only a person closes an urgent case (I-1)
    return outcome


def undo(view: View, before: tuple[State, View]) -> Outcome | None:
    """Where undoing the last decision leads: `before` is what that decision was made about."""
    back = _BACK.get((before[1], view))
    return Outcome(before[0], *back) if back else None


# Moves that only protect or take responsibility: open to everybody the alert went to.
PROTECTIVE = frozenset({Move.ACK, Move.HIDE})


def may_make(move: Move, category: Category, subtype: str | None, policy: Policy) -> tuple[Role, ...]:
    """The roles that may make this move: whoever was alerted may take the case in hand or hide the post."""
    if move in PROTECTIVE:
        alerted = owners(category, subtype, policy, urgent=True)
        return tuple(dict.fromkeys((*deciders(category, subtype, policy), *alerted)))
    return deciders(category, subtype, policy)
