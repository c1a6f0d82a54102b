"""Reminders of open questions: on the due day to their owners, then further up, one message a person."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from bot import letters, queries, query_cards
from bot.cards import Button, Card, clock_time
from bot.desk import Desk
from bot.store.effects import EffectRow, Priority
from bot.store.queries import Query
from bot.words import say
from moderation.calendar import Calendar
from moderation.query import UNANSWERED, QueryState

LATE = timedelta(minutes=15)  # a reminder that comes so long after its time says so
AWAY = timedelta(minutes=2)  # without a look, and the bot counts as having been away
BACKLOG = timedelta(minutes=10)  # so long at most reminders wait for what is still to be read
LAST_LOOK = "questions.looked"  # among the settings
BUTTONS = 8  # at most so many questions have a button of their own


def remind(desk: Desk) -> None:
    """Whoever is to hear of a question at this moment. What fell due while the bot was away comes once, and
    is marked late; outside working hours everything waits."""
    calendar = desk.calendar
    waiting = [query for query in desk.store.queries.waiting() if query.due is not None]
    waiting = [put_off(query, calendar, desk) for query in waiting]
    if was_away(desk) or not waiting or not calendar.is_awake(desk.now):
        return
    told: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    for query in waiting:
        if (missed := missed_since(query, calendar, desk)) is None:
            continue
        at, tier = missed
        for person in people(query, tier, desk):
            told[person].append((at, query.number))
        desk.store.queries.was_reminded(query.number, desk.now)
    for person, about in told.items():
        tell(person, min(at for at, _ in about), [number for _, number in about], desk)


def was_away(desk: Desk) -> bool:
    """Just back after a while, or still reading what was said meanwhile: the answer may be among it."""
    last = desk.store.settings.get(LAST_LOOK)
    desk.store.settings.set(LAST_LOOK, desk.now.isoformat())
    if last is None or desk.now - datetime.fromisoformat(last) > AWAY:
        return True
    waiting = desk.store.inbox.oldest_waiting()
    return waiting is not None and desk.now - waiting < BACKLOG


def missed_since(query: Query, calendar: Calendar, desk: Desk) -> tuple[datetime, int] | None:
    """The earliest moment at which it should have been spoken of since it last was, and how far up it has
    come by now; None when nothing is due."""
    assert query.due is not None, "only questions with a due day"
    due = [one for one in calendar.remind_times(query.since, query.due, desk.now) if one.at > query.reminded]
    if not due:
        return None
    met = query.state == QueryState.ACKNOWLEDGED and desk.policy["response.ack_meets_deadline"]
    return due[0].at, 0 if met else due[-1].tier


def people(query: Query, tier: int, desk: Desk) -> list[int]:
    """Its owners, or whoever took it on; then the first in line who adds anybody, then all of them."""
    owners = query_cards.answerers(query, desk)
    if query.state == QueryState.ACKNOWLEDGED and query.decided_by is not None and tier == 0:
        return [query.decided_by]
    told = dict.fromkeys(owners or query_cards.answerers(query, desk, 1))
    if unheard(query, list(told), desk):
        told |= dict.fromkeys(asked(query, desk))
    steps = 0
    for role in desk.policy.roles("escalation.next"):
        fresh = [one for one in desk.acting([role]) if one not in told and one != query.asked_by]
        if fresh and steps < tier:
            told |= dict.fromkeys(fresh)
            steps += 1
    return list(told)


def unheard(query: Query, told: list[int], desk: Desk) -> bool:
    """Whether none of these can be written to: their cards wait for Start."""
    held = {one.chat_id for one in cards_of(query, desk) if one.state == "held"}
    return set(told) <= held


def asked(query: Query, desk: Desk) -> list[int]:
    """Whoever was given its card in their place."""
    return [one.chat_id for one in cards_of(query, desk) if one.state not in ("held", "failed")]


def cards_of(query: Query, desk: Desk) -> list[EffectRow]:
    return [one for one in desk.store.effects.of_case(query.number) if one.kind == "card"]


def tell(person: int, at: datetime, numbers: list[int], desk: Desk) -> None:
    """One message, with all that an earlier one that was never sent would have said."""
    for old in desk.store.effects.unsent("remind", person):
        if desk.store.effects.cancel(old.key):
            at = min(at, datetime.fromisoformat(old.body["at"]))
            numbers = [*old.body["numbers"], *numbers]
    numbers = sorted(set(numbers))
    key = f"remind:{person}:{desk.now.isoformat()}:{numbers}"
    letters.queue(desk, key, "remind", person, Priority.CARD, at=at.isoformat(), numbers=numbers)


def draw(effect: EffectRow, desk: Desk) -> Card | timedelta | None:
    """The reminder as it stands now; how long it has to wait where nobody may be reminded at this hour; None
    when all has been answered meanwhile."""
    calendar = desk.calendar
    if not calendar.is_awake(desk.now):
        return calendar.wakes(desk.now) - desk.now
    found = [desk.store.queries.get(number) for number in effect.body["numbers"]]
    open_ones = [query for query in found if query is not None and query.state in UNANSWERED]
    if not open_ones:
        return None
    count = len(open_ones)
    lines = [say("question.remind_one") if count == 1 else say("question.remind_many", count=count)]
    lines += [line(query, desk) for query in open_ones]
    at = datetime.fromisoformat(effect.body["at"])
    if desk.now - at > LATE:
        lines.append(say("question.remind_overdue", when=clock_time(at)))
    lines.append(say("question.remind_how"))
    return Card("\n\n".join(lines), tuple(show_buttons(open_ones)))


def show_buttons(open_ones: list[Query]) -> Iterator[tuple[Button, ...]]:
    for query in open_ones[:BUTTONS]:
        yield (Button(say("button.show_question", number=query.number), "show", query.number),)


def line(query: Query, desk: Desk) -> str:
    """No words of anybody's: the number, the days, and a link to the post while it is up."""
    has_it = say("question.remind_has_it") if query.state == QueryState.ACKNOWLEDGED else ""
    link = query_cards.link_to(query, desk)
    return say(
        "question.remind_line",
        number=query.number,
        asked=query_cards.short_day(query.since),
        when=f"{standing(query, desk)}.{has_it}",
        link=f"\n{link}" if link else "",
    )


def standing(query: Query, desk: Desk) -> str:
    """When the answer is, or was, due."""
    if query.due is None:
        return say("queue.no_day")
    day = query_cards.short_day(query.due)
    days = query_cards.days_late(query, desk)
    match query_cards.is_late(query, desk), days:
        case True, 0:
            return say("question.remind_late_today")
        case True, 1:
            return say("question.remind_late_one", day=day)
        case True, _:
            return say("question.remind_late", day=day, days=days)
    today = day == query_cards.short_day(desk.now)
    return say("question.remind_today") if today else say("question.remind_by", day=day)


def put_off(query: Query, calendar: Calendar, desk: Desk) -> Query:
    """A day that was to come was closed, or opened: the due day moves with it, and its asker hears the new
    one where it is later. What is due already stays so."""
    due = calendar.due(query.since)
    if query.due is None or due is None or due == query.due or query.due <= desk.now:
        return query
    desk.store.queries.put_off(query.number, due)
    later = due > query.due and query.asked_by is not None
    if later and query.asked_by is not None and (query.chat_id is None or queries.may_tell(desk)):
        text = say(
            "question.moved",
            setting=desk.setting,
            number=query.number,
            day=query_cards.due_day(due),
        )
        key = f"moved:{query.number}:{due.isoformat()}"
        letters.queue(desk, key, "say", query.asked_by, Priority.PRIVATE, query.number, text=text)
    letters.refresh(query.number, f"due:{due.isoformat()}", desk)
    return desk.store.queries.get(query.number) or query
