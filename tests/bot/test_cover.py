"""While somebody is away, whoever covers for them answers and is written to."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import letters
from bot.commands.cover import cover
from bot.days import read_day, start_of
from bot.desk import Desk, stand_in
from bot.reading import Command
from bot.store.covers import Cover
from moderation.post import Role
from moderation.roster import StaffMember
from tests.bot.conftest import DEPUTY, LEAD, MANAGER, PARENT, later, opened

RUDE = "whoever parked across the gate this morning is a selfish cow"
STAFF = 14


def typed(desk: Desk, words: str, person: int = MANAGER) -> str:
    return cover(Command("cover", words, person, person, 1, private=True), desk)


def away(desk: Desk, person: int, by: int, *, days: float = 1) -> None:
    desk.store.covers.add(Cover(person, by, desk.now, desk.now + timedelta(days=days)), given_by=person)


def test_whoever_covers_is_asked_instead_and_may_decide(desk: Desk) -> None:
    away(desk, MANAGER, STAFF)

    assert desk.acting([Role.MANAGER, Role.DEPUTY]) == [STAFF, DEPUTY]
    assert Role.MANAGER in desk.roles_of(STAFF)
    assert letters.case_owners(opened(desk, RUDE), desk) == [STAFF]


def test_afterwards_all_is_as_before(desk: Desk) -> None:
    away(desk, MANAGER, STAFF, days=1)
    after = later(desk, days=1)

    assert after.acting([Role.MANAGER]) == [MANAGER]
    assert after.roles_of(STAFF) == {Role.PARENT}


def test_whoever_is_away_may_still_decide(desk: Desk) -> None:
    away(desk, MANAGER, STAFF)

    assert Role.MANAGER in desk.roles_of(MANAGER)


def test_a_card_names_the_title_of_who_decided_not_of_whom_they_cover_for(desk: Desk) -> None:
    away(desk, MANAGER, DEPUTY)

    assert desk.title_of(DEPUTY) == "the deputy"


def test_whoever_covers_for_somebody_who_covers_is_asked(desk: Desk) -> None:
    away(desk, MANAGER, DEPUTY)
    away(desk, DEPUTY, STAFF)

    assert desk.acting([Role.MANAGER]) == [STAFF]


@given(st.dictionaries(st.integers(1, 6), st.integers(1, 6)), st.integers(1, 6))
def test_however_people_cover_for_each_other_somebody_answers(covers: dict[int, int], person: int) -> None:
    found = stand_in(person, covers)

    assert found == person or found not in covers


def test_a_stretch_is_named_in_days_and_both_count(desk: Desk) -> None:
    answer = typed(desk, "deputy 26/10/2026 2026-10-30")

    assert answer.startswith("From Mon 26 Oct to Fri 30 Oct, the deputy answers for you")
    for moment, person in (
        (datetime(2026, 10, 25, 23, 59, tzinfo=UTC), MANAGER),  # a minute before midnight, winter time
        (datetime(2026, 10, 26, 0, 0, tzinfo=UTC), DEPUTY),
        (datetime(2026, 10, 30, 23, 59, tzinfo=UTC), DEPUTY),
        (datetime(2026, 10, 31, 0, 0, tzinfo=UTC), MANAGER),
    ):
        assert replace(desk, now=moment).acting([Role.MANAGER]) == [person]
    told = [one for one in desk.store.effects.claim(9, desk.now) if one.chat_id == DEPUTY]
    assert "You answer for them in that time" in told[0].body["text"]


def test_cover_can_be_ended(desk: Desk) -> None:
    typed(desk, f"{DEPUTY} today 01/12/2026")
    assert desk.acting([Role.MANAGER]) == [DEPUTY]

    assert typed(desk, "off").startswith("You are back")
    assert desk.acting([Role.MANAGER]) == [MANAGER]
    assert typed(desk, "off") == "Nobody is set to answer for you."


def test_without_words_it_says_who_is_away(desk: Desk) -> None:
    typed(desk, "deputy today tomorrow")

    assert "Mon 7 Sep to Tue 8 Sep: the deputy answers for the manager." in typed(desk, "", person=LEAD)


@pytest.mark.parametrize(
    "words, said",
    [
        ("deputy", "To name somebody"),
        ("deputy 26/10/2026", "To name somebody"),
        ("deputy 31/02/2027 01/03/2027", "That is no day I can read."),
        ("deputy 26/10/2026 soon", "That is no day I can read."),
        ("fairy 26/10/2026 27/10/2026", "I do not know who that is."),
        ("manager 26/10/2026 27/10/2026", "I do not know who that is."),
        ("deputy 27/10/2026 26/10/2026", "From Tue 27 Oct to Mon 26 Oct does not work."),
        ("deputy 01/09/2026 02/09/2026", "From Tue 1 Sep to Wed 2 Sep does not work."),
        ("deputy 01/09/2026 02/12/2027", "From Tue 1 Sep to Thu 2 Dec does not work."),
        (f"{MANAGER} today tomorrow", "It takes somebody else with a role here"),
        (f"{PARENT} today tomorrow", "It takes somebody else with a role here"),
    ],
)
def test_a_slip_of_the_finger_gets_one_clear_sentence(desk: Desk, words: str, said: str) -> None:
    assert typed(desk, words).startswith(said)
    assert desk.store.covers.to_come(desk.now) == []


def test_a_day_without_its_year_is_the_next_one(desk: Desk) -> None:
    assert read_day("26/10", desk.now) == date(2026, 10, 26)
    assert read_day("1/3", desk.now) == date(2027, 3, 1)
    assert start_of(date(2026, 10, 26)).astimezone(UTC) == datetime(2026, 10, 26, tzinfo=UTC)


@pytest.mark.parametrize("who", ["Tom Green", "tom green", "@tom_g"])
def test_a_person_can_be_named_as_on_the_staff_list(desk: Desk, who: str) -> None:
    desk.store.staff.add(StaffMember(0, "Tom Green", user_id=DEPUTY, username="tom_g"))

    assert "the deputy answers for you" in typed(desk, f"{who} today tomorrow")
