"""How a question looks: its card to whoever answers, its receipt to whoever asked, its line in a list."""

from datetime import datetime, timedelta
from typing import Any

from bot import letters
from bot.cards import LONDON, Button, Card, clock_time
from bot.days import day_name
from bot.desk import Desk
from bot.store.effects import Priority
from bot.store.queries import QUESTION, Query
from bot.words import TEXT_LIMIT, plain_name, say, shortened
from moderation import quiet
from moderation.calendar import Closed
from moderation.case import View
from moderation.decision import next_owners
from moderation.query import UNANSWERED, QueryMove, QueryState

WORDS_ON_CARD = 2500
LAST_TIER = 2


def answerers(query: Query, desk: Desk, tier: int = 0) -> list[int]:
    """Who is to answer: the owners in the profile; in tier 1 those next in line; in tier 2 the group's human
    administrators (decision 13). Nobody is asked their own question."""
    match tier:
        case 0:
            people = desk.acting(desk.policy.roles("response.owner"))
        case 1:
            people = desk.acting(next_owners(desk.policy))
        case _:
            people = desk.group_admins
    return [person for person in people if person != query.asked_by]


def send_cards(query: Query, desk: Desk, tier: int = 0, *, again: str = "") -> bool:
    """To the first tier that has anybody not yet written to; False when there is nobody at all."""
    for step in range(tier, LAST_TIER + 1):
        people = answerers(query, desk, step)
        if [one for one in people if send_card(query, one, desk, tier=step, again=again)]:
            return True
    return False


def send_card(
    query: Query, person: int, desk: Desk, *, tier: int = 0, again: str = "", at_once: bool = False
) -> bool:
    """Not in the quiet hours, unless somebody asks for it: a question is never urgent (U-04)."""
    due = None if at_once else quiet.wakes(desk.now, desk.policy["quiet.hours"])
    key = f"card:{query.number}:{person}{again}"
    return letters.queue(desk, key, "card", person, Priority.CARD, query.number, due=due, tier=tier)


def draw(number: int, desk: Desk) -> Card | None:
    """The card as it should look now: with its buttons until it is answered."""
    query = desk.store.queries.get(number)
    if query is None:
        return None
    words: Any = desk.store.sealed.open(number)
    parts = [say("question.card", number=number), *standing(query, desk)]
    if words is None:
        return Card("\n".join([*parts, say("card.no_words")]))
    asked = say("card.author", author=plain_name(str(words["author"])), sent=clock_time(query.since))
    parts += ["", asked, shortened(str(words["words"]) or "–", WORDS_ON_CARD)]
    if link := link_to(query, desk):
        parts += ["", say("card.link", link=link)]
    elif words.get("private"):
        parts += ["", say("question.private", number=number)]
    return Card(shortened("\n".join(parts), TEXT_LIMIT), buttons(query))


def standing(query: Query, desk: Desk) -> list[str]:
    """By when it is to be answered, or who has seen to it."""
    if query.decision is None or query.decided_at is None:
        return due_line(query, desk)
    who, when = desk.title_of(query.decided_by), clock_time(query.decided_at)
    who = who[0].upper() + who[1:] if query.decision == QueryMove.ACK else who
    lines = [say(f"question.{query.decision}", who=who, when=when)]
    return [*lines, *(due_line(query, desk) if query.state in UNANSWERED else [])]


def due_line(query: Query, desk: Desk) -> list[str]:
    if query.due is None:
        return []
    return [say("question.late" if is_late(query, desk) else "question.due", day=due_day(query.due))]


def is_late(query: Query, desk: Desk) -> bool:
    return query.due is not None and query.due <= desk.now


def buttons(query: Query) -> tuple[tuple[Button, ...], ...]:
    if query.state not in UNANSWERED:
        return ()
    ack = [Button(say("button.ack"), "ack", query.number)] if query.state != QueryState.ACKNOWLEDGED else []
    return ((*ack, Button(say("button.answered"), "done", query.number)),)


def link_to(query: Query, desk: Desk) -> str | None:
    """A link to the post while it is up (decision 27)."""
    if query.chat_id is None or query.message_id is None or not str(query.chat_id).startswith("-100"):
        return None
    if desk.store.queries.by_message(query.chat_id, query.message_id, what=QUESTION) is None:
        return None  # typed as a command, which was deleted
    case = desk.store.cases.by_message(query.chat_id, query.message_id)
    if case is not None and case.view != View.VISIBLE:
        return None
    return f"https://t.me/c/{str(query.chat_id)[4:]}/{query.message_id}"


# To whoever asked


def receipt(number: int, desk: Desk) -> str | None:
    """What its asker hears: the number and the true day, as they are at this moment. None when it has been
    answered already."""
    query = desk.store.queries.get(number)
    if query is None or query.state not in UNANSWERED:
        return None
    if query.due is None:
        return say("question.receipt_some_day", setting=desk.setting, number=number)
    if is_late(query, desk):
        return say("question.receipt_late", setting=desk.setting, number=number)
    away = say("question.away", setting=desk.setting) if closed_until(query.since, query.due, desk) else ""
    day = due_day(query.due)
    return say("question.receipt", setting=desk.setting, number=number, day=day, away=away).strip()


def closed_until(asked: datetime, due: datetime, desk: Desk) -> bool:
    """Whether a closure or the holidays lie between, so that the day is later than people would think."""
    calendar = desk.calendar
    day, last = asked.astimezone(LONDON).date(), due.astimezone(LONDON).date()
    between = (day + timedelta(days=n) for n in range(1, (last - day).days))
    return any(calendar.closed(one) in (Closed.CLOSURE, Closed.HOLIDAYS) for one in between)


def due_day(due: datetime) -> str:
    """Monday 23 November"""
    return due.astimezone(LONDON).strftime("%A %-d %B")


def short_day(due: datetime) -> str:
    return day_name(due.astimezone(LONDON).date())


def days_late(query: Query, desk: Desk) -> int:
    """Working days since the one on which it was due; 0 while that day is not over."""
    if query.due is None or not is_late(query, desk):
        return 0
    return desk.calendar.working_days_between(query.due.astimezone(LONDON).date(), desk.today)
