"""/helplines: whom to ring when somebody is worried about a child, at any hour."""

from bot import helplines
from bot.command import Known
from bot.desk import Desk
from bot.reading import Command
from bot.words import say
from moderation.post import STAFF_ROLES


def show(command: Command, desk: Desk) -> str:
    staff = bool(desk.roles_of(command.user_id) & STAFF_ROLES)
    return "\n".join(
        [say("helplines_page.head"), *helplines.lines(desk, staff=staff), say("helplines_page.foot")]
    )


COMMAND = Known("helplines", "command.helplines", show)
