"""Reminds whoever is to answer the questions that are due, and moves due days with the calendar."""

from datetime import timedelta

from bot.job import Job
from bot.reminders import remind

JOB = Job("questions", timedelta(seconds=30), remind)
