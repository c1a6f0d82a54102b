"""Days as people type them, and the stretches of time they mean in Britain."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def read_day(word: str, now: datetime) -> date | None:
    """2026-10-26, 26/10/2026, 26/10 (the next one), today or tomorrow; None for anything else."""
    today = now.astimezone(LONDON).date()
    near = {"today": today, "tomorrow": today + timedelta(days=1)}
    if word.lower() in near:
        return near[word.lower()]
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", word):
        return _day(*map(int, match.groups()))
    if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", word):
        return _day(*map(int, reversed(match.groups())))
    if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})", word):
        day, month = map(int, match.groups())
        this_year = _day(today.year, month, day)
        return this_year if this_year and this_year >= today else _day(today.year + 1, month, day)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def start_of(day: date) -> datetime:
    """Midnight in Britain at which the day begins."""
    return datetime.combine(day, time(), LONDON)


def day_name(day: date) -> str:
    """Mon 26 Oct"""
    return day.strftime("%a %-d %b")
