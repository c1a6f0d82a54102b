"""/approve, /keep and the other verbs of a case: each does just what its button does."""

from bot.command import Known
from bot.desk import Desk
from bot.moves import make_move
from bot.reading import Command, typed
from bot.words import say
from moderation.case import Move
from moderation.post import STAFF_ROLES


def decide(command: Command, desk: Desk) -> str:
    """`/approve 12 words to the parent`, or the bare command as a reply to a post that is a case."""
    target = typed(command.words)
    number, words = target.number, target.rest
    if number is None and command.replies_to is not None:
        case = desk.store.cases.by_message(command.chat_id, command.replies_to)
        number = case.number if case else None
    if number is None:
        return say("answer.no_number", command=command.name)
    return make_move(Move(command.name), number, command.user_id, desk, words=words)


COMMANDS = tuple(
    Known(name=move.value, summary=f"command.{move.value}", run=decide, roles=STAFF_ROLES, hushed=True)
    for move in Move
)
