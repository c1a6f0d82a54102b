"""Sees leavers off: notices, cards, and out at six on the last day."""

from datetime import timedelta

from bot.job import Job
from bot.leaving import see_to_leavers

JOB = Job("leavers", timedelta(seconds=5), see_to_leavers)
