"""The week in two minutes: what came in, how well it was judged, what is still open. No words, no names."""

from collections import Counter
from datetime import date, datetime, time, timedelta

from bot import mode
from bot.cards import clock_time
from bot.days import LONDON, day_name
from bot.desk import Desk
from bot.store.cases import Case
from bot.words import say
from moderation.case import State, View

A_WEEK = timedelta(days=7)
LATE = timedelta(days=1)
A_YEAR = timedelta(days=365)
MONDAY, AT = 0, time(8, 30)
LAST_DRILL = "last_drill"  # among the settings: when an alert was tried out last
KINDS_SHOWN = 8


def slot(now: datetime) -> datetime:
    """The last Monday at half past eight in Britain."""
    local = now.astimezone(LONDON)
    monday: date = local.date() - timedelta(days=(local.weekday() - MONDAY) % 7)
    at = datetime.combine(monday, AT, LONDON)
    return at if at <= local else datetime.combine(monday - A_WEEK, AT, LONDON)


def text(desk: Desk, until: datetime) -> str:
    """Everything since the week before."""
    since = until - A_WEEK
    cases = [case for case in desk.store.cases.since(since, until) if case.subtype != "drill"]
    days = [day_name(one.astimezone(LONDON).date()) for one in (since, until)]
    parts = [
        say("digest.head", setting=desk.setting, first=days[0], last=days[1]),
        *came_in(cases),
        "",
        *mode.false_alarms(desk),
        "",
        *still_open(desk),
        drilled(desk),
        head_of_log(desk),
    ]
    return "\n".join(parts)


def came_in(cases: list[Case]) -> list[str]:
    """How many of each kind, and how many of them were taken out of view or urgent."""
    if not cases:
        return [say("digest.quiet")]
    hidden = sum(case.view == View.HIDDEN for case in cases)
    urgent = sum(case.urgent for case in cases)
    kinds = Counter(str(case.category) for case in cases).most_common(KINDS_SHOWN)
    lines = [say("digest.kind", count=count, category=say(f"category.{kind}")) for kind, count in kinds]
    return [say("digest.cases", count=len(cases), hidden=hidden, urgent=urgent), *lines]


def still_open(desk: Desk) -> list[str]:
    """What waits for somebody, and what has waited too long."""
    waiting = desk.store.cases.waiting()
    late = [case for case in waiting if desk.now - case.opened >= LATE]
    queries = desk.store.queries.waiting()
    overdue = [query for query in queries if query.due is not None and query.due <= desk.now]
    taken = sum(case.state == State.ACKNOWLEDGED for case in waiting)
    lines = [say("digest.open", count=len(waiting), taken=taken, late=len(late))]
    lines.append(say("digest.questions", count=len(queries), late=len(overdue)))
    return [*lines, say("digest.queue")] if waiting or queries else lines


def drilled(desk: Desk) -> str:
    """When the alert was tried out last: once a year at least."""
    last = desk.store.settings.get(LAST_DRILL)
    if last is None or desk.now - datetime.fromisoformat(last) > A_YEAR:
        return say("digest.no_drill")
    return say("digest.drill", when=clock_time(datetime.fromisoformat(last)))


def head_of_log(desk: Desk) -> str:
    """Kept elsewhere, in a chat, it shows whether the end of the log was cut off (decision 15)."""
    head = desk.store.log.head()
    return say("digest.log", row=head.id, mark=head.mac[:16])
