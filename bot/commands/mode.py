"""/mode: how much the bot does by itself, how well that goes, and to change it."""

from bot import mode
from bot.command import Known
from bot.desk import Desk
from bot.reading import Command
from moderation.decision import CONTENT_DECIDERS
from moderation.post import Role


def show(command: Command, desk: Desk) -> str:
    level = command.words.strip().lower()
    return mode.ask(level, command.user_id, desk) if level else mode.page(desk)


COMMAND = Known("mode", "command.mode", show, roles=frozenset({*CONTENT_DECIDERS, Role.CHAIR}), hushed=True)
