"""Once a week the manager sees how it went: numbers only, on one screen, once."""

from datetime import UTC, datetime

import pytest

from bot import verbs
from bot.commands.drill import drill
from bot.commands.report import complain
from bot.desk import Desk
from bot.digest import slot, text
from bot.jobs import weekly
from bot.reading import Command
from tests.bot.conftest import LEAD, MANAGER, PARENT, later, opened
from tests.bot.test_aside import act, to

RUDE = "whoever parked across the gate this morning is a selfish cow"
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"
NUMBER = "Mias mum is 07700 900461 if anyone needs to sort lifts"


def typed(name: str, words: str = "") -> Command:
    return Command(name, words, MANAGER, MANAGER, 1, private=True, author_name="Lisa Wood")


@pytest.mark.parametrize(
    "now, monday",
    [
        ("2026-09-07T08:29+01:00", "2026-08-31T08:30+01:00"),
        ("2026-09-07T08:30+01:00", "2026-09-07T08:30+01:00"),
        ("2026-09-13T23:59+01:00", "2026-09-07T08:30+01:00"),
        ("2026-10-26T08:29+00:00", "2026-10-19T08:30+01:00"),  # the clock went back on the day before
        ("2026-10-26T08:30+00:00", "2026-10-26T08:30+00:00"),
    ],
)
def test_a_week_begins_on_monday_at_half_past_eight_on_the_wall(now: str, monday: str) -> None:
    assert slot(datetime.fromisoformat(now)) == datetime.fromisoformat(monday)


def test_it_comes_once_a_week_and_not_at_the_first_start(desk: Desk) -> None:
    weekly.send(desk)
    assert act(desk) == []

    for days in (6.9, 6.95, 7, 8):
        weekly.send(later(desk, days=days))
    assert to(act(later(desk, days=8)), "say") == [MANAGER]
    weekly.send(later(desk, days=30))
    weekly.send(later(desk, days=30))
    assert to(act(later(desk, days=30)), "say") == [MANAGER], "one, however many were missed"


def test_it_counts_what_came_in_and_what_is_still_open(desk: Desk) -> None:
    opened(desk, RUDE)
    opened(desk, NUMBER, message=8)
    opened(desk, WORRY, message=9)
    verbs.do("approve", 1, MANAGER, desk)
    verbs.do("keep", 2, MANAGER, desk)
    verbs.do("ack", 3, LEAD, desk)
    page = text(later(desk, days=2), later(desk, days=2).now)

    assert "3 posts needed a look. Out of view now: 2. Urgent: 1." in page
    assert "• 1: hurtful words" in page and "• 1: a child's safety" in page
    assert "Of 2 posts that it hid or would have hidden, people put back or left up 1 (50 %)." in page
    assert "Still open: 1; somebody has 1 of them. Open for more than a day: 1." in page
    assert "The alert has not been tried out for a year" in page


def test_it_holds_no_words_and_no_names_and_fits_on_a_telephone(desk: Desk) -> None:
    opened(desk, RUDE)
    complain(typed("complain", "Mrs Example shouts at everybody"), desk)
    page = text(desk, desk.now)

    assert "cow" not in page and "Example" not in page and "Jo" not in page and "Lisa" not in page
    assert str(PARENT) not in page.replace(str(desk.store.log.head().mac[:16]), "")
    assert len(page.splitlines()) <= 25


def test_its_mark_is_the_one_that_audit_verify_shows(desk: Desk) -> None:
    opened(desk, RUDE)
    head = desk.store.log.head()

    assert f"The log has {head.id} rows; its mark is {head.mac[:16]}." in text(desk, desk.now)
    assert head.mac


def test_a_drill_counts_as_no_post_and_is_remembered(desk: Desk) -> None:
    drill(typed("drill"), desk)
    page = text(desk, datetime(2026, 9, 8, tzinfo=UTC))

    assert "Nothing needed a look." in page
    assert "The alert was last tried out on 7 Sep, 12:00." in page
