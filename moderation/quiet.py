"""Quiet hours: when people are left alone unless a child may be in danger, and when they are told then."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
Hours = tuple[time, time]  # from, until; past midnight is fine, and twice the same time is no time at all


def wakes(moment: datetime, hours: Hours) -> datetime | None:
    """The end of the quiet hours that `moment` falls into; None by day."""
    local = moment.astimezone(LONDON)
    first, last = hours
    evening = first > last
    quiet = (local.time() >= first or local.time() < last) if evening else first <= local.time() < last
    if not quiet:
        return None
    day = local.date() + timedelta(days=1 if evening and local.time() >= first else 0)
    return datetime.combine(day, last, LONDON)


def after(moment: datetime, wait: timedelta, hours: Hours) -> datetime:
    """The moment `wait` later, where time stands still in the quiet hours; `wait` is less than a day."""
    start = wakes(moment, hours) or moment
    due = start + wait
    end = wakes(due, hours)
    if end is None:
        return due
    evening = begins_before(end, hours)
    return end + (due - evening)


def begins_before(end: datetime, hours: Hours) -> datetime:
    """When the quiet hours began that end then."""
    first, last = hours
    day = end.date() - timedelta(days=1 if first > last else 0)
    return datetime.combine(day, first, LONDON)
