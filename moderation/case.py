"""What people may do with a post the bot brought to them: which moves there are, and who may make them."""

from dataclasses import dataclass
from enum import StrEnum

from moderation.category import Category
from moderation.decision import deciders, owners
from moderation.policy import Policy
from moderation.post import Role


class State(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"  # somebody pressed "I have this"; the reminders stop
    CLOSED = "closed"


class View(StrEnum):
    """Whether the group can see the post."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    RESTORED = "restored"  # put back by a person; final


class Move(StrEnum):
    ACK = "ack"
    APPROVE = "approve"
    KEEP = "keep"
    REMOVE = "remove"
    HIDE = "hide"
    DONE = "done"
    UNDO = "undo"


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


def _undecided(state: State) -> dict[tuple[State, View, Move], Outcome]:
    """The moves of a case that nobody has decided; the same whether or not somebody has it in hand."""
    return {
        (state, View.VISIBLE, Move.APPROVE): Outcome(State.CLOSED, View.VISIBLE),
        (state, View.VISIBLE, Move.KEEP): Outcome(State.CLOSED, View.VISIBLE),
        (state, View.VISIBLE, Move.REMOVE): Outcome(State.CLOSED, View.HIDDEN, Deed.DELETE),
        (state, View.VISIBLE, Move.HIDE): Outcome(State.ACKNOWLEDGED, View.HIDDEN, Deed.DELETE),
        (state, View.VISIBLE, Move.DONE): Outcome(State.CLOSED, View.VISIBLE),
        (state, View.HIDDEN, Move.APPROVE): Outcome(State.CLOSED, View.RESTORED, Deed.RESTORE),
        (state, View.HIDDEN, Move.KEEP): Outcome(State.CLOSED, View.HIDDEN),
        (state, View.HIDDEN, Move.REMOVE): Outcome(State.CLOSED, View.HIDDEN),
        (state, View.HIDDEN, Move.DONE): Outcome(State.CLOSED, View.HIDDEN),
    }


# What is not in the table is refused: a closed case keeps its first decision, a restored post stays.
MOVES: dict[tuple[State, View, Move], Outcome] = {
    **_undecided(State.OPEN),
    **_undecided(State.ACKNOWLEDGED),
    (State.OPEN, View.VISIBLE, Move.ACK): Outcome(State.ACKNOWLEDGED, View.VISIBLE),
    (State.OPEN, View.HIDDEN, Move.ACK): Outcome(State.ACKNOWLEDGED, View.HIDDEN),
    (State.CLOSED, View.VISIBLE, Move.UNDO): Outcome(State.OPEN, View.VISIBLE),
    (State.CLOSED, View.HIDDEN, Move.UNDO): Outcome(State.OPEN, View.HIDDEN),
}


def advance(state: State, view: View, move: Move) -> Outcome | None:
    """Where a move leads; None when it is refused."""
    return MOVES.get((state, view, move))


# Moves that only protect or take responsibility: open to everybody the alert went to.
PROTECTIVE = frozenset({Move.ACK, Move.HIDE})


def may_make(move: Move, category: Category, subtype: str | None, policy: Policy) -> tuple[Role, ...]:
    """The roles that may make this move: whoever was alerted may take the case in hand or hide the post."""
    if move in PROTECTIVE:
        alerted = owners(category, subtype, policy, urgent=True)
        return tuple(dict.fromkeys((*deciders(category, subtype, policy), *alerted)))
    return deciders(category, subtype, policy)
