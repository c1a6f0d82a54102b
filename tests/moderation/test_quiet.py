"""Quiet hours begin and end by the clock on the wall in Britain, also in the nights it is put on or back."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.quiet import LONDON, after, wakes

NIGHT = (time(21), time(7))
NOON = (time(12), time(13))
NEVER = (time(0), time(0))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    "moment, end",
    [
        ("2026-09-07T20:59", None),
        ("2026-09-07T21:00", "2026-09-08T07:00"),
        ("2026-09-08T06:59", "2026-09-08T07:00"),
        ("2026-09-08T07:00", None),
        ("2026-10-24T22:00", "2026-10-25T07:00"),  # the clock goes back in this night
        ("2027-03-28T00:30", "2027-03-28T07:00"),  # and on in this
    ],
)
def test_a_night_ends_at_seven(moment: str, end: str | None) -> None:
    assert wakes(at(moment), NIGHT) == (at(end) if end else None)


def test_hours_by_day_work_too_and_no_hours_are_none() -> None:
    assert wakes(at("2026-09-07T12:30"), NOON) == at("2026-09-07T13:00")
    assert wakes(at("2026-09-07T13:00"), NOON) is None
    assert wakes(at("2026-09-07T00:00"), NEVER) is None


@pytest.mark.parametrize(
    "opened, due",
    [
        ("2026-09-07T10:00", "2026-09-07T12:00"),
        ("2026-09-07T20:00", "2026-09-08T08:00"),
        ("2026-09-07T23:00", "2026-09-08T09:00"),
    ],
)
def test_a_wait_stands_still_while_people_sleep(opened: str, due: str) -> None:
    assert after(at(opened), timedelta(hours=2), NIGHT) == at(due)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - made aware below
    st.integers(0, 600),
)
def test_nothing_falls_due_in_the_quiet_hours_or_too_early(moment: datetime, minutes: int) -> None:
    start = moment.replace(tzinfo=UTC)
    due = after(start, timedelta(minutes=minutes), NIGHT)

    assert wakes(due, NIGHT) is None
    assert due - start >= timedelta(minutes=minutes) - timedelta(hours=1)  # a night may be an hour shorter
