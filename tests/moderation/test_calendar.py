"""Working days, due days and reminders, against the official list and a slow second way of counting."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from moderation.calendar import DAY_ENDS, Calendar, Closed, bank_holidays, calendar_of
from moderation.policy import load_policy

LONDON = ZoneInfo("Europe/London")

# https://www.gov.uk/bank-holidays.json as published in February 2026 (the copy in govuk-bank-holidays 0.19),
# months and days. It goes to 26 December 2028, so no year here is by rule alone.
OFFICIAL = {
    "england": {
        2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    },
    "scotland": {
        2024: "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26",
        2025: "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26",
        # 15 June was proclaimed for the World Cup after that list had come out.
        2026: "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28",
        2027: "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28",
        2028: "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26",
    },
    "ni": {
        2024: "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
        2025: "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26",
        2026: "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
        2027: "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28",
        2028: "01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26",
    },
}
OFFICIAL["wales"] = OFFICIAL["england"]


@pytest.mark.parametrize("nation", OFFICIAL)
@pytest.mark.parametrize("year", range(2024, 2029))
def test_the_weekdays_off_are_those_of_the_official_list(nation: str, year: int) -> None:
    weekdays = sorted(day for day in bank_holidays(nation, year) if day.weekday() < 5)

    assert " ".join(day.strftime("%m-%d") for day in weekdays) == OFFICIAL[nation][year]


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-09-04T16:00", "2026-09-07"),  # Friday to Monday
        ("2026-09-05T10:00", "2026-09-07"),
        ("2026-09-06T23:59", "2026-09-07"),
        ("2026-09-07T00:01", "2026-09-08"),
        ("2026-04-02T16:00", "2026-04-07"),  # Maundy Thursday to Tuesday
        ("2026-12-23T09:00", "2026-12-24"),
        ("2026-12-24T09:00", "2026-12-29"),
        ("2027-12-31T09:00", "2028-01-04"),
    ],
)
def test_an_answer_is_due_on_the_next_working_day(asked: str, due: str) -> None:
    assert Calendar().due(london(asked)) == london(f"{due}T18:00")


def test_over_a_closure_without_cover_the_first_open_day_is_promised() -> None:
    calendar = Calendar(closures=((date(2026, 12, 21), date(2027, 1, 4)),))

    assert calendar.due(london("2026-12-18T10:00")) == london("2027-01-05T18:00")


def test_with_cover_the_clock_runs_but_not_on_bank_holidays() -> None:
    closed = ((date(2026, 12, 21), date(2027, 1, 4)),)
    calendar = Calendar(closures=closed, covered=((date(2026, 12, 21), date(2026, 12, 31)),))

    assert calendar.due(london("2026-12-23T10:00")) == london("2026-12-24T18:00")
    assert calendar.due(london("2026-12-24T10:00")) == london("2026-12-29T18:00")
    assert calendar.due(london("2026-12-31T10:00")) == london("2027-01-05T18:00")


def test_between_two_terms_is_closed_and_what_lies_beyond_is_not() -> None:
    calendar = Calendar(
        terms=((date(2026, 9, 3), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18)))
    )

    assert calendar.closed(date(2026, 10, 28)) == Closed.HOLIDAYS
    assert calendar.next_working_day(date(2026, 10, 23)) == date(2026, 11, 2)
    assert calendar.next_working_day(date(2026, 12, 18)) == date(2026, 12, 21)


def test_an_opened_day_counts_whatever_it_is() -> None:
    fair = date(2026, 9, 12)  # a Saturday

    assert Calendar(open_days=frozenset({fair})).next_working_day(date(2026, 9, 11)) == fair


@pytest.mark.parametrize(
    ("deadline", "asked", "due"),
    [
        ("same_day", "2026-09-07T10:00", "2026-09-07T18:00"),
        ("same_day", "2026-09-07T18:00", "2026-09-08T18:00"),
        ("same_day", "2026-09-05T10:00", "2026-09-07T18:00"),
        ("hours:4", "2026-09-07T10:00", "2026-09-07T14:00"),
        ("hours:4", "2026-09-07T20:00", "2026-09-08T07:00"),
        ("hours:24", "2026-09-04T10:00", "2026-09-07T07:00"),
    ],
)
def test_the_profile_says_how_soon(deadline: str, asked: str, due: str) -> None:
    assert Calendar(deadline=deadline).due(london(asked)) == london(due)


def test_a_setting_that_promises_nothing_has_no_due_day() -> None:
    assert Calendar(deadline="none").due(london("2026-09-07T10:00")) is None


def test_a_setting_that_never_opens_is_said_to() -> None:
    with pytest.raises(ValueError, match="no working day after 2026-09-07"):
        Calendar(closures=((date(2026, 1, 1), date(2076, 1, 1)),)).next_working_day(date(2026, 9, 7))


def told(calendar: Calendar, asked: str, until: str) -> list[tuple[str, int]]:
    due = calendar.due(london(asked))
    assert due is not None
    return [
        (f"{reminder.at.astimezone(LONDON):%a %H:%M}", reminder.tier)
        for reminder in calendar.remind_times(london(asked), due, london(until))
    ]


def test_the_owner_hears_on_the_due_day_then_the_next_in_line_then_the_one_after() -> None:
    assert told(Calendar(), "2026-09-04T16:00", "2026-09-09T23:59") == [
        ("Mon 08:30", 0),
        ("Mon 14:00", 0),
        ("Mon 18:00", 1),
        ("Tue 08:30", 2),
        ("Wed 08:30", 2),
    ]


def test_a_question_answered_the_same_day_is_not_reminded_of_before_it_was_asked() -> None:
    calendar = Calendar(deadline="same_day")

    assert told(calendar, "2026-09-07T10:00", "2026-09-08T12:00")[:2] == [("Mon 14:00", 0), ("Mon 18:00", 1)]


def test_a_reminder_in_the_quiet_hours_waits_for_their_end() -> None:
    calendar = Calendar(remind_at=(time(6), time(14)))

    assert told(calendar, "2026-09-04T16:00", "2026-09-07T15:00") == [("Mon 07:00", 0), ("Mon 14:00", 0)]


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2027-03-28"])  # clocks change
def test_a_time_on_the_wall_stays_what_it_is_when_clocks_change(day: str) -> None:
    calendar = Calendar()
    changes = date.fromisoformat(day)

    for one in (changes - timedelta(days=1), changes, changes + timedelta(days=1)):
        assert calendar.at(one, time(8, 30)).astimezone(LONDON).time() == time(8, 30)
    assert calendar.at(changes, time(1, 30)).astimezone(LONDON).time() == time(2)


def test_a_profile_says_which_days_and_hours() -> None:
    policy = load_policy("default")

    calendar = calendar_of(policy, closures=[(date(2026, 9, 7), date(2026, 9, 7))])

    assert calendar.closed(date(2026, 9, 7)) == Closed.CLOSURE
    assert calendar.remind_at == (time(8, 30), time(14))
    assert calendar.is_quiet(london("2026-09-08T21:00"))
    assert not calendar.is_quiet(london("2026-09-08T07:00"))


# The same again, slowly: a day at a time and a minute at a time, by wall clock.

days = some.dates(date(2024, 1, 1), date(2028, 9, 1))
moments = some.builds(datetime.combine, days, some.times(), some.just(UTC))
spans = some.tuples(days, some.integers(0, 40)).map(lambda one: (one[0], one[0] + timedelta(days=one[1])))
clocks = some.times().map(lambda one: one.replace(second=0, microsecond=0))
calendars = some.builds(
    Calendar,
    nation=some.sampled_from(sorted(OFFICIAL)),
    terms=some.lists(spans, max_size=6).map(tuple),
    closures=some.lists(spans, max_size=8).map(tuple),
    open_days=some.frozensets(days, max_size=5),
    covered=some.lists(spans, max_size=3).map(tuple),
    quiet=some.tuples(clocks, clocks).filter(lambda one: not time(1) <= one[1] < time(2)),
    remind_at=some.lists(clocks, max_size=3).map(tuple),
)


@cache
def listed(spans: tuple[tuple[date, date], ...]) -> set[date]:
    return {first + timedelta(days=n) for first, last in spans for n in range((last - first).days + 1)}


def slowly_working(calendar: Calendar, day: date) -> bool:
    terms = listed(calendar.terms)
    in_holidays = bool(terms) and min(terms) < day < max(terms) and day not in terms
    away = (in_holidays or day in listed(calendar.closures)) and day not in listed(calendar.covered)
    return day in calendar.open_days or not (
        day.isoweekday() in (6, 7) or f"{day:%m-%d}" in OFFICIAL[calendar.nation][day.year] or away
    )


@cache
def quiet_minutes(quiet: tuple[time, time]) -> set[int]:
    first, last = (one.hour * 60 + one.minute for one in quiet)
    return {(first + n) % 1440 for n in range((last - first) % 1440)}


def slowly_awake(calendar: Calendar, moment: datetime) -> bool:
    here = moment.astimezone(LONDON)
    minute = here.hour * 60 + here.minute
    return slowly_working(calendar, here.date()) and minute not in quiet_minutes(calendar.quiet)


@given(calendars, days)
@settings(max_examples=100)
def test_a_slow_count_finds_the_same_working_days(calendar: Calendar, day: date) -> None:
    after = day + timedelta(days=1)
    while not slowly_working(calendar, after):
        after += timedelta(days=1)

    assert calendar.next_working_day(day) == after
    assert calendar.working_days_between(day, after) == 1


@given(calendars, days, some.integers(0, 60))
@settings(max_examples=30)
def test_a_slow_count_finds_as_many_days_between(calendar: Calendar, first: date, length: int) -> None:
    between = [first + timedelta(days=n + 1) for n in range(length)]

    counted = calendar.working_days_between(first, first + timedelta(days=length))

    assert counted == sum(slowly_working(calendar, day) for day in between)


@given(calendars, moments)
@settings(max_examples=100)
def test_nobody_is_reminded_on_a_day_off_or_in_the_quiet_hours(calendar: Calendar, asked: datetime) -> None:
    due = calendar.due(asked)
    assert due is not None
    assert slowly_working(calendar, due.astimezone(LONDON).date())

    reminders = calendar.remind_times(asked, due, due + timedelta(days=6))

    assert [one.at for one in reminders] == sorted(one.at for one in reminders)
    for reminder in reminders:
        assert slowly_awake(calendar, reminder.at)
        assert not time(1) <= reminder.at.astimezone(LONDON).time() < time(2)


@given(calendars, moments)
@settings(max_examples=100)
def test_who_is_woken_is_woken_at_the_first_minute_that_may_be(calendar: Calendar, moment: datetime) -> None:
    wakes = calendar.wakes(moment)

    assert slowly_awake(calendar, wakes)
    quarters = (wakes - moment) // timedelta(minutes=15)
    for number in range(min(quarters, 400)):
        assert not slowly_awake(calendar, wakes - timedelta(minutes=1 + 15 * number))


@given(calendars, moments)
@settings(max_examples=100)
def test_the_due_moment_is_the_end_of_the_first_working_day_after(
    calendar: Calendar, asked: datetime
) -> None:
    due = calendar.due(asked)

    day = asked.astimezone(LONDON).date() + timedelta(days=1)
    while not slowly_working(calendar, day):
        day += timedelta(days=1)
    assert due == datetime.combine(day, DAY_ENDS, LONDON)
