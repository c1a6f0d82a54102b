"""/queue: what is open, the most pressing first."""

from bot.cards import clock_time
from bot.command import Known
from bot.desk import Desk
from bot.moves import may_see
from bot.query_cards import short_day
from bot.reading import Command
from bot.reminders import standing
from bot.store.cases import Case
from bot.store.queries import Query
from bot.words import say
from moderation.case import State
from moderation.post import STAFF_ROLES
from moderation.query import QueryState

SHOWN = 30


def show(command: Command, desk: Desk) -> str:
    """Only the cases this person may see: a safeguarding case is nobody else's."""
    cases = [case for case in desk.store.cases.waiting() if may_see(command.user_id, case, desk)]
    queries = [query for query in desk.store.queries.waiting() if query.asked_by != command.user_id]
    if not cases and not queries:
        return say("queue.empty")
    lines = [say("queue.head", count=len(cases) + len(queries))]
    shown = cases[: max(SHOWN - len(queries), SHOWN // 2)]
    for case in shown:
        held = say("queue.has_this") if case.state == State.ACKNOWLEDGED else ""
        urgent = say("queue.urgent") if case.urgent else ""
        lines.append(
            say(
                "queue.line",
                number=case.number,
                urgent=urgent,
                category=what(case),
                opened=clock_time(case.opened),
                state=held,
            )
        )
    lines += [question(query, desk) for query in queries[: SHOWN - len(shown)]]
    if left := len(cases) + len(queries) - (len(lines) - 1):
        lines.append(say("queue.more", count=left))
    return "\n".join(lines)


def what(case: Case) -> str:
    return say("drill.queue") if case.subtype == "drill" else say(f"category.{case.category}")


def question(query: Query, desk: Desk) -> str:
    """By when, or how late; the longest due come first."""
    return say(
        "queue.question",
        number=query.number,
        asked=short_day(query.since),
        standing=standing(query, desk),
        state=say("queue.has_this") if query.state == QueryState.ACKNOWLEDGED else "",
    )


COMMAND = Known("queue", "command.queue", show, roles=STAFF_ROLES)
