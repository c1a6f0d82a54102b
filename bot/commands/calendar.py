"""/calendar: which days of the coming fortnight are working days; closes and opens days."""

from datetime import date, timedelta

from bot.command import Known
from bot.days import day_name, read_day
from bot.desk import Desk
from bot.reading import Command
from bot.store.closures import Closure
from bot.words import say
from moderation.post import STAFF_ROLES, Role

FORTNIGHT, LONGEST = 14, 366
MAY_CHANGE = STAFF_ROLES - {Role.STAFF, Role.COMMITTEE, Role.SOCIAL}


def calendar(command: Command, desk: Desk) -> str:
    """`/calendar close FROM [TO] [reason]`, `/calendar open DATE`, or bare."""
    verb, *words = command.words.split() or [""]
    if not verb:
        return fortnight(desk)
    if verb.lower() not in ("close", "open") or not words:
        return say("calendar.how")
    if not desk.roles_of(command.user_id) & MAY_CHANGE:
        return say("answer.no_rights", setting=desk.setting, command=f"{command.name} {verb.lower()}")
    first = read_day(words[0], desk.now)
    if first is None:
        return say("cover.no_day")
    last = read_day(words[1], desk.now) if len(words) > 1 else None
    reason = " ".join(words[1:] if last is None else words[2:])
    return change(Closure(first, last or first, verb.lower() == "open", reason), command.user_id, desk)


def change(closure: Closure, user_id: int, desk: Desk) -> str:
    """Questions that were due on these days are put off by the next look at what is due."""
    first, last = closure.first, closure.last
    if last < first or last < desk.today or (last - first).days > LONGEST:
        return say("calendar.no_stretch", first=day_name(first), last=day_name(last))
    desk.store.closures.add(closure, by=user_id, now=desk.now)
    what = "opened" if closure.opens else "closed"
    detail = {"what": what, "first": first.isoformat(), "last": last.isoformat()}
    desk.store.log.append("calendar", case=None, actor=user_id, detail=detail, now=desk.now)
    one = say(f"calendar.{what}_one", first=day_name(first))
    done = one if first == last else say(f"calendar.{what}", first=day_name(first), last=day_name(last))
    return f"{done} {next_day(desk)}"


def next_day(desk: Desk) -> str:
    try:
        return say("calendar.next", day=day_name(desk.calendar.next_working_day(desk.today)))
    except ValueError:
        return say("calendar.never")


def fortnight(desk: Desk) -> str:
    days = (desk.today + timedelta(days=n) for n in range(FORTNIGHT))
    lines = [say("calendar.line", day=day_name(day), what=what_of(day, desk)) for day in days]
    return "\n".join([*lines, next_day(desk), say("calendar.how")])


def what_of(day: date, desk: Desk) -> str:
    why = desk.calendar.closed(day)
    if why is None:
        return say("calendar.working")
    reasons = [
        one.reason for one in desk.store.closures.all() if one.first <= day <= one.last and not one.opens
    ]
    reason = f" ({reasons[-1]})" if why == "closure" and reasons and reasons[-1] else ""
    return say(f"calendar.{why}") + reason


COMMAND = Known("calendar", "command.calendar", calendar, roles=STAFF_ROLES, hushed=True)
