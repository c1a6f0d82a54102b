"""A second look that nobody has taken yet is asked for again, and of the next in line when it is overdue."""

from datetime import timedelta

from bot import authors, letters, moves
from bot.desk import Desk
from bot.job import Job
from moderation.decision import is_staff_allegation


def remind(desk: Desk) -> None:
    """On the day it is due at the profile's hours, then every working morning (policy.md 4.2, U-18)."""
    for appeal in desk.store.appeals.waiting():
        case = desk.store.cases.get(appeal.number)
        due = desk.calendar.remind_times(appeal.asked, appeal.due, desk.now)
        if case is None or not due:
            continue
        last, again = due[-1], f":{due[-1].at.isoformat()}"  # of several that were missed only the last
        authors.ask_somebody(case, desk, again=again)
        if last.tier and not is_staff_allegation(letters.category_of(case), case.subtype):
            decided = moves.who_decided(case, desk)
            for person in letters.case_owners(case, desk, 1):
                if person not in decided:
                    letters.queue_card(case, person, 1, desk, again=f":appeal{again}")


JOB = Job("appeals", timedelta(minutes=1), remind)
