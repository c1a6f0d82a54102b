"""A question to the setting: how it stands, and what people may do with it."""

from enum import StrEnum

from moderation.category import Category
from moderation.decision import Action, Decision


class QueryState(StrEnum):
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"  # somebody pressed "I have this"; it is still to be answered
    ANSWERED = "answered"  # by a reply of staff in the group
    CLOSED = "closed"  # by "Done", or because its asker needs no answer any more
    REOPENED = "reopened"


class QueryMove(StrEnum):
    ACK = "ack"
    ANSWER = "answer"  # staff reply to it in the group
    DONE = "done"
    SORTED = "sorted"  # its asker says so
    UNDO = "undo"


UNANSWERED = frozenset({QueryState.OPEN, QueryState.ACKNOWLEDGED, QueryState.REOPENED})
ENDED = frozenset({QueryState.ANSWERED, QueryState.CLOSED})

# What is not in the table is refused.
MOVES: dict[tuple[QueryState, QueryMove], QueryState] = {
    (QueryState.OPEN, QueryMove.ACK): QueryState.ACKNOWLEDGED,
    (QueryState.REOPENED, QueryMove.ACK): QueryState.ACKNOWLEDGED,
    **{(state, QueryMove.ANSWER): QueryState.ANSWERED for state in UNANSWERED},
    **{(state, QueryMove.DONE): QueryState.CLOSED for state in UNANSWERED},
    **{(state, QueryMove.SORTED): QueryState.CLOSED for state in UNANSWERED},
    **{(state, QueryMove.UNDO): QueryState.REOPENED for state in ENDED},
}


def move_on(state: QueryState, move: QueryMove) -> QueryState | None:
    """Where a move leads; None when it is refused."""
    return MOVES.get((state, move))


def is_question(decision: Decision) -> bool:
    """Something is asked of the setting, whatever else is wrong with the post. What is urgent goes another,
    faster way, and nobody but its owners may read it."""
    found = [ruling.finding for ruling in decision.rulings]
    return decision.action != Action.URGENT and any(
        one.category == Category.QUERY or (one.category == Category.CHILDQ and one.subtype == "question")
        for one in found
    )


def is_only_a_question(decision: Decision) -> bool:
    """About one child and no more than passed on: a question with a number and a due day is all it needs."""
    first = decision.because
    return (
        is_question(decision)
        and decision.action == Action.ROUTE
        and first is not None
        and (first.category, first.subtype) == (Category.CHILDQ, "question")
    )
