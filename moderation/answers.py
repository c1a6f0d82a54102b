"""How an answer in a profile is read, and what is said when it cannot be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypeVar

from moderation.category import ALWAYS_URGENT, Category
from moderation.finding import Severity
from moderation.post import Role

# Turns what stands in the file into the value the program works with; ValueError says what is wrong.
Reader = Callable[[Any], Any]

T = TypeVar("T")

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# Asking first would leave these standing in front of everybody while the poster is asked.
NEVER_ASKED_FIRST = ALWAYS_URGENT | {
    Category.CHILD_ID,
    Category.SENSITIVE,
    Category.IMAGE,
    Category.PDATA,
    Category.CONFID,
    Category.DISCRIM,
}


@dataclass(frozen=True)
class Quorum:
    """Roles of which one is enough, or which must all agree."""

    roles: tuple[Role, ...]
    every: bool = False


def choice(*allowed: str) -> Reader:
    """One word of a list."""

    def read(value: Any) -> str:
        if isinstance(value, str) and value in allowed:
            return value
        raise ValueError(f"{_shown(value)} is not one of {', '.join(allowed)}")

    return read


def fixed(only: Any) -> Reader:
    """An answer that no setting can change; it may be repeated in a file."""

    def read(value: Any) -> Any:
        if (type(value) is type(only) and value == only) or (only is True and value == "on"):
            return only
        raise ValueError(f"is always {_shown(only)} and cannot be changed")

    return read


def whole(least: int, most: int) -> Reader:
    """A whole number between two others, both included."""

    def read(value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise ValueError(f"{_shown(value)} is not a whole number from {least} to {most}")

    return read


def share(least: float, most: float) -> Reader:
    """A number between two others, both included."""

    def read(value: Any) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
            return float(value)
        raise ValueError(f"{_shown(value)} is not a number from {least:.2f} to {most:.2f}")

    return read


def on_off(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("on", "off"):
        return bool(value == "on")
    raise ValueError(f"{_shown(value)} is neither true nor false (on and off are understood too)")


def text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    raise ValueError(f"{_shown(value)} is not a text in quotation marks")


def texts(value: Any) -> tuple[str, ...]:
    """A list of texts, kept in order."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(one.strip() for one in value)
    raise ValueError(f'{_shown(value)} is not a list of texts such as ["one", "two"]')


def some_of(*allowed: str) -> Reader:
    """A list of words, each from a list; a single word counts as a list of one."""
    one_word = choice(*allowed)

    def read(value: Any) -> tuple[str, ...]:
        return _different([one_word(one) for one in _listed(value)])

    return read


def roles(value: Any) -> tuple[Role, ...]:
    """A list of roles, the one asked first at the front."""
    return _different([_role(one) for one in _listed(value)])


def quorum(value: Any) -> Quorum:
    """A list of roles, and the word "all" when every one of them must agree ("any" is understood too)."""
    names = _listed(value)
    return Quorum(roles([one for one in names if one not in ("all", "any")]), every="all" in names)


def day(value: Any) -> date:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"{_shown(value)} is not a date such as 2026-09-03") from None


def days(value: Any) -> tuple[date, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{_shown(value)} is not a list of dates such as [2026-09-03]")
    return tuple(sorted(day(one) for one in value))


def spans(value: Any) -> tuple[tuple[date, date], ...]:
    """Stretches of days as [first, last]; a date alone is a stretch of one day."""
    if not isinstance(value, list):
        raise ValueError(f"{_shown(value)} is not a list such as [[2026-09-03, 2026-12-18]]")
    return tuple(sorted(_span(one) for one in value))


def adopted(value: Any) -> str:
    """A date, or a month alone where the policy gives no more; empty when it was never filled in."""
    shown = value.isoformat() if type(value) is date else value
    if shown == "" or (isinstance(shown, str) and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])(-\d\d)?", shown)):
        return str(shown)
    raise ValueError(f'{_shown(value)} is not a date such as "2026-09-03" or a month such as "2026-09"')


def times(value: Any) -> tuple[time, ...]:
    return tuple(_time(one) for one in _listed(value))


def hours(value: Any) -> tuple[time, time]:
    """From one time of day to another; past midnight is fine."""
    first, dash, last = value.partition("-") if isinstance(value, str) else ("", "", "")
    if not dash:
        raise ValueError(f'{_shown(value)} is not a stretch of the day such as "09:00-15:00"')
    return _time(first), _time(last)


def timetable(value: Any) -> Mapping[str, tuple[tuple[time, time], ...]]:
    """Hours for each day of the week; a day left out is closed."""
    if not isinstance(value, dict):
        raise ValueError(f'{_shown(value)} is not a timetable such as {{ mon = "09:00-15:00" }}')
    for name in value:
        choice(*WEEKDAYS)(name)
    return {name: tuple(hours(one) for one in _listed(value[name])) for name in WEEKDAYS if name in value}


def deadline(*allowed: str) -> Reader:
    """A word of a list, or "hours:N" with N from 1 to 168."""

    def read(value: Any) -> str:
        named = re.fullmatch(r"hours:(\d{1,3})", value) if isinstance(value, str) else None
        if value in allowed or (named and 1 <= int(named[1]) <= 168):
            return str(value)
        raise ValueError(f"{_shown(value)} is not one of {', '.join(allowed)}, hours:N (N from 1 to 168)")

    return read


def ask_first(value: Any) -> tuple[Category, ...]:
    """Categories where the poster is asked to take the post down before anybody hides it."""
    names = some_of(*Category)(value) if value != [] else ()
    for name in names:
        if Category(name) in NEVER_ASKED_FIRST:
            raise ValueError(f"{name} cannot wait for the poster to be asked")
    return tuple(Category(name) for name in names)


def urgent_only(value: Any) -> Severity:
    if value == Severity.URGENT:
        return Severity.URGENT
    raise ValueError(f"{_shown(value)} is too low: this category is always urgent")


def severity(value: Any) -> Severity:
    return Severity(choice("info", "flag", "hide", "urgent")(value))


def _listed(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return value
    raise ValueError(f'{_shown(value)} is not a list such as ["one", "two"]')


def _role(value: Any) -> Role:
    return Role(choice(*Role)(value))


def _different(values: list[T]) -> tuple[T, ...]:
    for place, value in enumerate(values):
        if value in values[:place]:
            raise ValueError(f"{_shown(value)} is there twice")
    return tuple(values)


def _span(value: Any) -> tuple[date, date]:
    ends = value if isinstance(value, list) else [value, value]
    if len(ends) != 2:
        raise ValueError(f"{_shown(value)} is not a first and a last day")
    first, last = day(ends[0]), day(ends[1])
    if last < first:
        raise ValueError(f"{last} comes before {first}")
    return first, last


def _time(value: Any) -> time:
    if type(value) is time:
        return value
    if isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value.strip()):
        return time.fromisoformat(value.strip())
    raise ValueError(f'{_shown(value)} is not a time of day such as "08:30"')


def _shown(value: Any) -> str:
    """The value as it would stand in the file, cut short."""
    if isinstance(value, bool):
        return "true" if value else "false"
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
