"""Reminds whoever is to answer the questions that are due, and moves due days with the calendar."""

from datetime import timedelta

from bot.job import Job
from bot.reminders import remind

# At every tick: just back, it looks once without a word, and again when the first updates have been read.
JOB = Job("questions", timedelta(seconds=5), remind)
