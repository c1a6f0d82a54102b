"""/queue: what is open, the most pressing first."""

from bot.cards import clock_time
from bot.command import Known
from bot.desk import Desk
from bot.moves import may_decide
from bot.reading import Command
from bot.words import say
from moderation.case import State
from moderation.post import STAFF_ROLES

SHOWN = 30


def show(command: Command, desk: Desk) -> str:
    """Only the cases this person may decide: a safeguarding case is nobody else's to see."""
    cases = [case for case in desk.store.cases.waiting() if may_decide(command.user_id, case, desk)]
    if not cases:
        return say("queue.empty")
    lines = [say("queue.head", count=len(cases))]
    for case in cases[:SHOWN]:
        held = say("queue.has_this") if case.state == State.ACKNOWLEDGED else ""
        urgent = say("queue.urgent") if case.urgent else ""
        lines.append(
            say(
                "queue.line",
                number=case.number,
                urgent=urgent,
                category=say(f"category.{case.category}"),
                opened=clock_time(case.opened),
                state=held,
            )
        )
    if len(cases) > SHOWN:
        lines.append(say("queue.more", count=len(cases) - SHOWN))
    return "\n".join(lines)


COMMAND = Known("queue", "command.queue", show, roles=STAFF_ROLES)
