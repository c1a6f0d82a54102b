"""A role ended, or cover for it did: its cases go to the next owner, and the old cards lose their words."""

from datetime import timedelta

from bot import aside
from bot.desk import Desk
from bot.job import Job
from bot.moves import may_see
from moderation.case import State


def hand_over(desk: Desk) -> None:
    for number, people in desk.store.sent.readers().items():
        case = desk.store.cases.get(number)
        if case is None:
            continue
        lost = [person for person in people if not may_see(person, case, desk)]
        gone = [person for person in lost if aside.take_back(case, person, desk)]
        if gone and case.state != State.CLOSED:
            for person in gone:
                aside.open_again(case, person, desk)
            aside.pass_to_next(case, desk)


JOB = Job("handover", timedelta(minutes=1), hand_over)
