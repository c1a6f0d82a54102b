"""Working days: when the setting is open, when an answer is due, and when to remind somebody of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache, cached_property
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from typing import Any
from zoneinfo import ZoneInfo

from moderation.policy import Policy

Span = tuple[date, date]  # first and last day, both included

LONDON = ZoneInfo("Europe/London")
DAY = timedelta(days=1)
DAY_ENDS = time(18)  # a working day is over; the same hour at which leavers go
SHORT_DAY = time(2)  # the hour before it comes twice in autumn and not at all in spring
HORIZON = 30 * 366  # days; further ahead no list of terms or closures can be meant
BANK_HOLIDAYS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "ni": "NIR"}


class Closed(StrEnum):
    """Why a day is no working day."""

    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank_holiday"
    CLOSURE = "closure"
    HOLIDAYS = "holidays"  # between two terms


@dataclass(frozen=True)
class Reminder:
    """One moment to speak of an open question, and how far up: 0 its owners, 1 the next in line, 2 after."""

    at: datetime
    tier: int


@cache
def bank_holidays(nation: str, year: int) -> frozenset[date]:
    """The bank holidays of a nation of the United Kingdom."""
    return frozenset(united_kingdom().UnitedKingdom(subdiv=BANK_HOLIDAYS[nation], years=year))


@cache
def united_kingdom() -> Any:
    """The one file of the package holidays that we need, read when a date is first asked for; with every
    other country it would take half a second more, and 17 MB."""
    package = find_spec("holidays")
    assert package is not None, "holidays is not installed"
    folder = (package.submodule_search_locations or [""])[0]
    spec = spec_from_file_location("united_kingdom", f"{folder}/countries/united_kingdom.py")
    assert spec is not None, "holidays has moved its file"
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Calendar:
    """The days and hours of one setting.

    A day is told by the first of these that knows it: opened specially, weekend, bank holiday, closed,
    between two terms. On the last two somebody named to cover keeps the clock running (BT-41). Before the
    first known term and after the last, weekdays count: no date is put off for want of a list.
    """

    nation: str = "england"
    terms: tuple[Span, ...] = ()
    closures: tuple[Span, ...] = ()
    open_days: frozenset[date] = frozenset()
    covered: tuple[Span, ...] = ()
    quiet: tuple[time, time] = (time(21), time(7))
    remind_at: tuple[time, ...] = (time(8, 30), time(14))
    deadline: str = "next_working_day"  # or same_day, hours:N, none
    escalate_after: str = "end_of_due_day"  # or hours:N
    _known: dict[date, Closed | None] = field(default_factory=dict, repr=False, compare=False)

    # Days

    def closed(self, day: date) -> Closed | None:
        """Why the setting does not work on this day; None when it does."""
        if day not in self._known:
            self._known[day] = self._closed(day)
        return self._known[day]

    def is_working(self, day: date) -> bool:
        return self.closed(day) is None

    def next_working_day(self, day: date) -> date:
        """The first working day after this one. ValueError when there is none within thirty years."""
        for number in range(1, HORIZON):
            if self.is_working(later := day + number * DAY):
                return later
        raise ValueError(f"the calendar has no working day after {day}")

    def working_days_between(self, first: date, last: date) -> int:
        """How many working days come after the first day, up to and with the last."""
        return sum(self.is_working(first + n * DAY) for n in range(1, (last - first).days + 1))

    def _closed(self, day: date) -> Closed | None:
        if day in self.open_days:
            return None
        if day.weekday() >= 5:
            return Closed.WEEKEND
        if day in bank_holidays(self.nation, day.year):
            return Closed.BANK_HOLIDAY
        away = Closed.CLOSURE if within(day, self.closures) else self._between_terms(day)
        return None if away and within(day, self.covered) else away

    def _between_terms(self, day: date) -> Closed | None:
        if not self.terms or within(day, self.terms):
            return None
        known = self._first_day <= day <= self._last_day
        return Closed.HOLIDAYS if known else None

    @cached_property
    def _first_day(self) -> date:
        return min(first for first, _ in self.terms)

    @cached_property
    def _last_day(self) -> date:
        return max(last for _, last in self.terms)

    # Hours

    def at(self, day: date, clock: time) -> datetime:
        """That time on that day in London; the hour that clock changes double or skip is passed over."""
        clock = SHORT_DAY if time(1) <= clock < SHORT_DAY else clock
        return datetime.combine(day, clock, LONDON).astimezone(UTC)

    def is_quiet(self, moment: datetime) -> bool:
        """Whether people are left in peace at this hour."""
        first, last = self.quiet
        clock = moment.astimezone(LONDON).time()
        return first <= clock < last if first <= last else clock >= first or clock < last

    def is_awake(self, moment: datetime) -> bool:
        """Whether somebody may be reminded now: a working day, and not in the quiet hours."""
        return self.is_working(moment.astimezone(LONDON).date()) and not self.is_quiet(moment)

    def wakes(self, moment: datetime) -> datetime:
        """The first moment from this one on at which somebody may be reminded."""
        if self.is_awake(moment):
            return moment
        day = moment.astimezone(LONDON).date()
        while True:
            for clock in (time(0), self.quiet[1]):
                begins = datetime.combine(day, clock, LONDON).astimezone(UTC)
                if begins >= moment and self.is_awake(begins):
                    return begins
            day = self.next_working_day(day)

    # Answers

    def due(self, asked: datetime) -> datetime | None:
        """By when a question asked at this moment is to be answered; None where nothing is promised."""
        day = asked.astimezone(LONDON).date()
        if self.deadline == "none":
            return None
        if self.deadline.startswith("hours:"):
            return self.wakes(asked + hours(self.deadline))
        if self.deadline == "same_day" and self.is_working(day) and asked < self.at(day, DAY_ENDS):
            return self.at(day, DAY_ENDS)
        return self.at(self.next_working_day(day), DAY_ENDS)

    def remind_times(self, asked: datetime, due: datetime, until: datetime) -> list[Reminder]:
        """Everything to be said of an open question up to and with `until`, in order: the owner on the due
        day, the next in line when it is over, the one after that and everybody each morning from then on."""
        reminders: list[Reminder] = []
        for reminder in self._reminders(asked, due):
            if reminder.at > until:
                break
            reminders.append(reminder)
        return reminders

    def _reminders(self, asked: datetime, due: datetime) -> Iterator[Reminder]:
        day = due.astimezone(LONDON).date()
        for clock in sorted(self.remind_at):
            if asked < (at := self.wakes(self.at(day, clock))) < self._missed(due):
                yield Reminder(at, 0)
        yield Reminder(missed := self._missed(due), 1)
        day = missed.astimezone(LONDON).date()
        morning = min(self.remind_at, default=time(8, 30))
        while True:
            day = self.next_working_day(day)
            yield Reminder(self.wakes(self.at(day, morning)), 2)

    def _missed(self, due: datetime) -> datetime:
        """When a question that is still open goes to the next in line."""
        if self.escalate_after.startswith("hours:"):
            return self.wakes(due + hours(self.escalate_after))
        return self.wakes(self.at(due.astimezone(LONDON).date(), DAY_ENDS))


def hours(knob: str) -> timedelta:
    """The N of "hours:N"."""
    return timedelta(hours=int(knob.removeprefix("hours:")))


def within(day: date, spans: Sequence[Span]) -> bool:
    return any(first <= day <= last for first, last in spans)


def calendar_of(
    policy: Policy,
    *,
    closures: Sequence[Span] = (),
    open_days: Iterable[date] = (),
    covered: Sequence[Span] = (),
) -> Calendar:
    """The profile's calendar, with what people have closed, opened and covered since."""
    return Calendar(
        nation=policy["setting.nation"],
        terms=policy["calendar.terms"],
        closures=(*policy["calendar.closures"], *closures),
        open_days=frozenset((*policy["calendar.open_days"], *open_days)),
        covered=() if policy["response.holiday_cover"] == "off" else tuple(covered),
        quiet=policy["quiet.hours"],
        remind_at=policy["response.remind_at"],
        deadline=policy["response.deadline"],
        escalate_after=policy["response.escalate_after"],
    )
