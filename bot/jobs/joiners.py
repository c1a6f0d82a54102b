"""Whoever waits to be let in is not forgotten, and the policy is accepted again when its time has come."""

from datetime import timedelta

from bot import uploads
from bot.desk import Desk
from bot.job import Job
from bot.joining import ask_again, see_to_joiners


def see_to(desk: Desk) -> None:
    see_to_joiners(desk)
    ask_again(desk)
    uploads.forget(desk)


JOB = Job("joiners", timedelta(minutes=5), see_to)
