"""/welcome: one message in the group with a Start button, to be pinned there."""

from bot import notice
from bot.command import Known
from bot.desk import Desk
from bot.reading import Command
from moderation.decision import CONTENT_DECIDERS


def post(command: Command, desk: Desk) -> str:
    return notice.welcome(f"welcome:{command.chat_id}:{command.message_id}", desk)


COMMAND = Known("welcome", "command.welcome", post, roles=frozenset(CONTENT_DECIDERS), hushed=True)
