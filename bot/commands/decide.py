"""/approve, /keep and the other verbs: each does just what its button does."""

from bot import verbs
from bot.command import Known
from bot.desk import Desk
from bot.reading import Command, typed
from bot.words import say
from moderation.post import STAFF_ROLES


def decide(command: Command, desk: Desk) -> str:
    """`/approve 12 words to the parent`, or the bare command as a reply to a post that is a case."""
    target = typed(command.words)
    number, words = target.number, target.rest
    if number is None and command.replies_to is not None:
        number = verbs.meant(command.chat_id, command.replies_to, desk)
    if number is None:
        return say("answer.no_number", command=command.name)
    return verbs.do(command.name, number, command.user_id, desk, words)


FOR_ANYBODY = frozenset(
    {"confirm", "cancel", "appeal", "withdraw", "undo", "accept", "decline"}
)  # each looks up for itself whom it is for

COMMANDS = tuple(
    Known(
        name=verb,
        summary=f"command.{verb}",
        run=decide,
        roles=frozenset() if verb in FOR_ANYBODY else STAFF_ROLES,
        hushed=True,
    )
    for verb in verbs.ALL
)
