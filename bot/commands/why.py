"""/why: what a case was decided on; its poster hears the rule, whoever decides it sees the words too."""

from bot import letters
from bot.command import Known
from bot.desk import Desk
from bot.moves import may_decide
from bot.reading import Command, typed
from bot.store.cases import Case
from bot.store.effects import Priority
from bot.words import poster_word, say
from moderation.case import View
from moderation.decision import must_not_be_explained
from moderation.post import STAFF_ROLES


def explain(command: Command, desk: Desk) -> str:
    number = typed(command.words).number
    if number is None:
        return say("answer.no_number", command=command.name)
    case = desk.store.cases.get(number)
    if case is None:
        return say("answer.no_case", number=number)
    if may_decide(command.user_id, case, desk):
        key = f"why:{command.chat_id}:{command.message_id}"
        letters.queue(desk, key, "why", command.user_id, Priority.ANSWER, case)
        return ""
    if command.user_id == case.author_id and may_hear(case):
        is_staff = bool(desk.roles_of(command.user_id) & STAFF_ROLES)
        return poster_word(f"told.{case.category}", desk.policy, number=number, is_staff=is_staff)
    return say("answer.no_case", number=number)  # whether there is one is nobody else's business


def may_hear(case: Case) -> bool:
    """The poster hears the rule once the post is out of view, unless that would be a tip-off (I-14)."""
    return case.view == View.HIDDEN and not must_not_be_explained(letters.category_of(case), case.subtype)


COMMAND = Known("why", "command.why", explain, hushed=True)
