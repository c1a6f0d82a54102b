"""/report: show a post to a person, or tell the bot in private; /complain: make a complaint in private."""

from bot import reports
from bot.command import Known
from bot.desk import Desk
from bot.reading import Command
from bot.words import say

LEAST = 3  # letters of a report or complaint


def report(command: Command, desk: Desk) -> str:
    """As a reply to a post in the group; in private with words, or as a reply to what was sent to the bot."""
    about = command.answered
    if about is not None and about.from_id == desk.bot_id:
        about = None
    if about is not None and about.chat_id == desk.group_chat_id:
        return reports.report_post(about, command.words, command.user_id, desk)
    if about is None and len(command.words) < LEAST:
        return say("report.how")
    return reports.report_private(command.words, about, command.user_id, desk)


def complain(command: Command, desk: Desk) -> str:
    if len(command.words) < LEAST:
        return say("complaint.how")
    return reports.complain(command.words, command.user_id, command.author_name, desk)


COMMANDS = (
    Known("report", "command.report", report, hushed=True, keeps_words=True),
    Known("complain", "command.complain", complain, hushed=True, keeps_words=True),
)
