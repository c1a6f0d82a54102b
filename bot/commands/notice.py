"""/notice: what the bot reads, for anybody; whoever looks after the group can have it posted there."""

from bot import notice
from bot.command import Known
from bot.desk import Desk
from bot.reading import Command
from moderation.decision import CONTENT_DECIDERS

DONE_BY_HAND = frozenset({"posted", "done"})


def show(command: Command, desk: Desk) -> str:
    if not desk.roles_of(command.user_id) & set(CONTENT_DECIDERS):
        return notice.text(desk)
    if command.words.strip().lower() in DONE_BY_HAND:
        return notice.posted_by_hand(command.user_id, desk)
    notice.offer([command.user_id], command.user_id, desk)
    return ""


COMMAND = Known("notice", "command.notice", show, hushed=True)
