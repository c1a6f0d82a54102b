"""/help: what this person can do here."""

from bot.command import Known
from bot.desk import Desk
from bot.reading import Command
from bot.words import say
from moderation.post import STAFF_ROLES

SHOWN: list[Known] = []  # filled by the index, which knows every command


def show(command: Command, desk: Desk) -> str:
    roles = desk.roles_of(command.user_id)
    lines = [f"/{known.name} – {say(known.summary)}" for known in SHOWN if known.is_for(roles, desk.policy)]
    page = "help_page.staff" if roles & STAFF_ROLES else "help_page.parent"
    return say(page, setting=desk.setting, commands="\n".join(lines))


COMMAND = Known("help", "command.help", show)
