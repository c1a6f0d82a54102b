"""/ask: a question to the setting in private, or one that somebody would rather not leave in the group."""

from bot import queries
from bot.command import Known
from bot.desk import Desk
from bot.query_cards import receipt
from bot.reading import Command
from bot.review import review
from bot.words import say
from moderation.category import Category
from moderation.facts import Facts
from moderation.judge import judge


def ask(command: Command, desk: Desk) -> str:
    """Typed in the group it is deleted, and read there like any post: if that made it a question already,
    there is no second one."""
    if not command.words:
        return say("question.how")
    if is_worry(command, desk):
        return ""  # who hears of it, and what its asker is told, is another matter
    query = desk.store.queries.by_message(command.chat_id, command.message_id)
    if query is None:
        query = queries.ask_in_private(command, desk)
    else:
        queries.make_private(query, command.words, desk)
    return receipt(query.number, desk) or ""


def is_worry(command: Command, desk: Desk) -> bool:
    """A worry about a child goes to those who look after children's safety, however it comes in."""
    if not command.private:
        case = desk.store.cases.by_message(command.chat_id, command.message_id)
        return case is not None and case.urgent
    posting = queries.private_posting(command, desk)
    judgement = judge(posting.post, Facts({}), desk.policy)
    if not any(one.category == Category.SAFEGUARD for one in judgement.findings):
        return False
    review(posting, Facts({}), desk)
    return True


COMMAND = Known("ask", "command.ask", ask, hushed=True)
