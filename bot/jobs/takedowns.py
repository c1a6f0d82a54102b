"""Posts whose authors had time to take them down, and did not, go out of view."""

from datetime import timedelta

from bot import takedown
from bot.job import Job

JOB = Job("takedowns", timedelta(seconds=30), takedown.over)
