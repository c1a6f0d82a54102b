"""Keeps only what must be kept: decided cases lose their words when their time is up."""

from datetime import timedelta

from bot.desk import Desk
from bot.job import Job


def tidy(desk: Desk) -> None:
    days = int(desk.policy["retention.hidden_days"])
    desk.store.retire(desk.now, hidden_days=days)


JOB = Job("tidy", timedelta(minutes=15), tidy)
