"""/digest: the last seven days on one screen, at any time."""

from bot import digest
from bot.command import Known
from bot.desk import Desk
from bot.reading import Command
from moderation.decision import CONTENT_DECIDERS
from moderation.post import Role


def show(command: Command, desk: Desk) -> str:
    return digest.text(desk, desk.now)


COMMAND = Known(
    "digest", "command.digest", show, roles=frozenset({*CONTENT_DECIDERS, Role.CHAIR}), hushed=True
)
