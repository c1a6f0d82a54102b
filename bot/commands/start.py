"""/start: says hello, and delivers what was waiting for this moment."""

from bot.command import Known
from bot.desk import TITLES, Desk
from bot.reading import Command
from bot.words import say


def greet(command: Command, desk: Desk) -> str:
    """Telegram lets a bot write to a person only after they have pressed Start."""
    if not command.private:
        return ""
    desk.store.members.started(command.user_id, desk.now)
    desk.store.effects.release(command.user_id, desk.now)
    titles = [title for role, title in TITLES.items() if role in desk.roles_of(command.user_id)]
    if titles:
        return say("start.staff", setting=desk.setting, roles=" and ".join(titles))
    return say("start.parent", setting=desk.setting)


COMMAND = Known("start", "command.start", greet)
