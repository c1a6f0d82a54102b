"""An order typed in the name of the group: it waits until a person who may give it has said yes."""

from bot import letters, moves, pending
from bot.desk import Desk
from bot.pending import Act
from bot.reading import Command, typed
from bot.store.cases import Case
from bot.store.pending import Pending
from bot.words import say
from moderation.case import Move

VERBS = frozenset(moves.VERBS)


def ask(command: Command, desk: Desk) -> None:
    """The case's owners are asked; any other order has to be typed in private, as its keepers hear."""
    case = case_meant(command, desk)
    if case is None or command.name not in VERBS:
        text = say("trouble.order_without_name", command=command.name)
        letters.tell_keepers(text, f"order:{command.chat_id}:{command.message_id}", desk)
        return
    body = {"verb": command.name, "case": case.number}
    pending.ask("order", body, desk, asked_by=None, people=letters.case_owners(case, desk))


def case_meant(command: Command, desk: Desk) -> Case | None:
    number = typed(command.words).number
    if number is not None:
        return desk.store.cases.get(number)
    if command.replies_to is not None:
        return desk.store.cases.by_message(command.chat_id, command.replies_to)
    return None


def may(asked: Pending, user_id: int, desk: Desk) -> bool:
    """Whoever could give the order in their own name."""
    case = desk.store.cases.get(asked.body["case"])
    return case is not None and moves.may_decide(user_id, case, desk, Move(asked.body["verb"]))


def run(asked: Pending, user_id: int, desk: Desk) -> str:
    """It is done in the name of whoever said yes."""
    return moves.VERBS[asked.body["verb"]](asked.body["case"], user_id, desk, "")


ACT = Act(may=may, run=run)
