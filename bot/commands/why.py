"""/why: what a case was decided on; its poster hears the rule, whoever decides it sees the words too."""

from bot import letters
from bot.command import Known
from bot.desk import Desk
from bot.moves import may_decide
from bot.reading import Command, typed
from bot.store.effects import Priority
from bot.words import say, say_to_poster
from moderation.category import NEVER_EXPLAINED


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
    if command.user_id == case.author_id and letters.category_of(case) not in NEVER_EXPLAINED:
        return say_to_poster(f"told.{case.category}", setting=desk.setting, number=number)
    return say("answer.no_case", number=number)  # whether there is one is nobody else's business


COMMAND = Known("why", "command.why", explain, hushed=True)
