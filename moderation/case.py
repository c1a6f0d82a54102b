"""What people may do with a post the bot brought to them: which moves there are, and who may make them."""

from dataclasses import dataclass
from enum import StrEnum

from moderation.category import ALWAYS_URGENT, Category
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


# Decided by anybody the content of the group is entrusted to (decision 25).
CONTENT_DECIDERS = (Role.MANAGER, Role.DEPUTY, Role.LEAD, Role.ADMIN)

# Moves that only protect or take responsibility: open to everybody the alert went to.
PROTECTIVE = frozenset({Move.ACK, Move.HIDE})

_OWNER_KNOBS = {
    Category.IMAGE: "images.approver",
    Category.CONTROV: "controversial.approvers",
    Category.PRESS: "press.owners",
    Category.QUERY: "response.owner",
    Category.CHILDQ: "response.owner",
}


def is_sealed(category: Category, subtype: str | None) -> bool:
    """Child protection: only the owners the profile names may see it or decide it."""
    return category in {Category.SAFEGUARD, Category.GROOM} or subtype == "indecent_image"


def is_staff_allegation(category: Category, subtype: str | None) -> bool:
    return category == Category.SAFEGUARD and subtype == "about_staff"


def owners(
    category: Category, subtype: str | None, policy: Policy, *, urgent: bool = False
) -> tuple[Role, ...]:
    """Who gets the card, the first to be asked in front; an urgent case goes to the deputy too."""
    if is_staff_allegation(category, subtype):
        # Until the person concerned is known the chair hears it too, and no deputy who may be meant (I-11).
        return _once(*policy.roles("escalation.staff_allegation"), Role.CHAIR)
    named = policy.roles(_owner_knob(category, subtype)) or next_owners(policy)
    deputy = (Role.DEPUTY,) if urgent or category in ALWAYS_URGENT else ()
    return _once(*named, *deputy)


def deciders(category: Category, subtype: str | None, policy: Policy) -> tuple[Role, ...]:
    """Who may decide the case; for child protection nobody but its owners."""
    if is_staff_allegation(category, subtype):
        return owners(category, subtype, policy)
    named = policy.roles(_owner_knob(category, subtype))
    if is_sealed(category, subtype):
        return named or next_owners(policy)
    return _once(*CONTENT_DECIDERS, *policy.roles("escalation.content"), *named)


def may_make(move: Move, category: Category, subtype: str | None, policy: Policy) -> tuple[Role, ...]:
    """The roles that may make this move: whoever was alerted may take the case in hand or hide the post."""
    if move in PROTECTIVE:
        alerted = owners(category, subtype, policy, urgent=True)
        return _once(*deciders(category, subtype, policy), *alerted)
    return deciders(category, subtype, policy)


def next_owners(policy: Policy) -> tuple[Role, ...]:
    """Who is asked when the owners cannot be reached or do not answer."""
    return _once(*policy.roles("escalation.next"), Role.MANAGER, Role.CHAIR)


def _owner_knob(category: Category, subtype: str | None) -> str:
    if is_sealed(category, subtype):
        return "escalation.safeguarding"
    return _OWNER_KNOBS.get(category, "escalation.content")


def _once(*roles: Role) -> tuple[Role, ...]:
    return tuple(dict.fromkeys(roles))
