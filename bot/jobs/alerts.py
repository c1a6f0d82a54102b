"""An urgent case nobody has taken on is told again every ten minutes, and to the next in line as well."""

from datetime import timedelta

from bot import letters
from bot.desk import Desk
from bot.job import Job
from bot.letters import LAST_TIER
from moderation.case import State
from moderation.decision import is_staff_allegation

AGAIN = timedelta(minutes=10)  # policy.md 0.1, URGENT


def repeat(desk: Desk) -> None:
    for case in desk.store.cases.waiting():
        round_ = int((desk.now - case.opened) / AGAIN)
        if case.urgent and case.state == State.OPEN and round_ > 0:
            # What is said of staff stays with its owners: the next in line may be who is meant (I-11).
            about_staff = is_staff_allegation(letters.category_of(case), case.subtype)
            tiers = (0,) if about_staff else (0, 1)
            asked = [(person, tier) for tier in tiers for person in letters.case_owners(case, desk, tier)]
            last = [(person, LAST_TIER) for person in letters.case_owners(case, desk, LAST_TIER)]
            waiting = letters.unsent_cards(case, desk)
            for person, tier in asked or last:
                if person not in waiting:  # one copy is enough for somebody who has yet to press Start
                    letters.queue_card(case, person, tier, desk, again=f":{round_}")


JOB = Job("alerts", timedelta(seconds=30), repeat)
