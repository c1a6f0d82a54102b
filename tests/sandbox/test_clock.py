"""The clock runs, stands still and turns as it is told."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from sandbox.clock import Clock

START = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Outside:
    """Real time, as far as these tests go."""

    def __init__(self) -> None:
        self.moment = datetime(2030, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


def test_a_clock_runs_on_from_where_it_was_set() -> None:
    outside = Outside()
    clock = Clock(START, real=outside)

    outside.moment += HOUR

    assert clock.now() == START + HOUR


def test_a_frozen_clock_moves_only_by_hand() -> None:
    outside = Outside()
    clock = Clock(START, frozen=True, real=outside)

    outside.moment += HOUR
    assert clock.now() == START

    clock.turn(2 * HOUR)
    assert clock.now() == START + 2 * HOUR


def test_a_clock_that_runs_again_loses_no_time() -> None:
    outside = Outside()
    clock = Clock(START, frozen=True, real=outside)
    outside.moment += 5 * HOUR

    clock.run()
    outside.moment += HOUR

    assert not clock.frozen
    assert clock.now() == START + HOUR


def test_a_clock_tells_utc_wherever_it_was_set() -> None:
    clock = Clock(datetime(2026, 9, 7, 9, 0, tzinfo=timezone(HOUR)), frozen=True)

    assert clock.now() == START
    assert clock.now().tzinfo == UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Clock(datetime(2026, 9, 7, 8, 0))  # noqa: DTZ001  # that is the point


def test_what_is_turned_by_hand_is_counted_and_running_on_is_not() -> None:
    clock = Clock(START, frozen=True)

    clock.turn(timedelta(hours=2))
    clock.set(START + timedelta(hours=3))
    clock.run()

    assert clock.turned == timedelta(hours=3)
