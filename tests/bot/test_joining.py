"""Joiners on a desk: what the roster decides, what it leaves to people, and who is asked again."""

from dataclasses import replace
from typing import Any

import pytest
from telegram.error import BadRequest

from bot import verbs
from bot.desk import Desk
from bot.joiner_cards import after_answer, draw
from bot.joining import ask_again, asked_in, see_to_joiners
from bot.outbox import outcome_of
from bot.outcomes import Done
from bot.reading import JoinRequest, lane_of, read_update
from bot.store.joiners import Joiner
from tests.bot.conftest import DEPUTY, GROUP, MANAGER, later
from tests.bot.test_roster import load

NINA = 3001
HEAD = "child_first_name,child_last_name,leaves,carer_name,relationship,telegram\n"


def ask(desk: Desk, **changes: Any) -> Joiner:
    """Somebody asks to come in and accepts at once."""
    request = replace(JoinRequest(NINA, GROUP, NINA, "Nina Hall", "nina_h"), **changes)
    with desk.store.transaction():
        asked_in(request, desk)
    (joiner, *_) = desk.store.joiners.of(NINA, "join")
    with desk.store.transaction():
        verbs.do("accept", joiner.number, NINA, desk)
    return desk.store.joiners.get(joiner.number) or joiner


def knobs(desk: Desk, **changes: Any) -> Desk:
    """The desk under other answers in its profile; "__" stands for a dot."""
    found = {name.replace("__", "."): value for name, value in changes.items()}
    return replace(desk, policy=replace(desk.policy, knobs={**desk.policy.knobs, **found}))


def kinds(desk: Desk, number: int) -> list[str]:
    return [one.kind for one in desk.store.effects.of_case(number)]


@pytest.mark.parametrize(
    ("row", "relatives", "state", "why"),
    [
        ("Mia,Hall,,Nina Hall,mother,3001\n", "ask", "admitted", None),
        ("Mia,Hall,,Nina Hall,grandma,3001\n", "ask", "waiting", "relative_ask"),
        ("Mia,Hall,,Nina Hall,grandma,3001\n", "refuse", "waiting", "relative_refuse"),
        ("Mia,Hall,,Nina Hall,grandma,3001\n", "allow", "admitted", None),
        ("Mia,Hall,31/07/2026,Nina Hall,mother,3001\n", "ask", "waiting", "leaver"),
        ("Mia,Hall,,Nina Hall,mother,@nina_h\n", "ask", "waiting", "username"),
        ("Mia,Hall,,NINA HALL,mother,\n", "ask", "waiting", "name"),
        ("Mia,Hall,,Zoe Hall,mother,\n", "ask", "waiting", "unknown"),
        ("Mia,Hall,,Nina Hall,mother,4444\n", "ask", "waiting", "unknown"),
    ],
)
def test_only_a_pinned_id_opens_the_door(
    desk: Desk, row: str, relatives: str, state: str, why: str | None
) -> None:
    desk = knobs(desk, membership__relatives=relatives)
    load(desk, row, HEAD)
    joiner = ask(desk)

    assert (joiner.state, joiner.why) == (state, why)


def test_staff_come_in_by_their_own_list(desk: Desk) -> None:
    load(desk, "Nina Hall,Student,3001\n", "staff_name,role,telegram\n")

    assert ask(desk).state == "admitted"
    assert ask(knobs(desk, membership__who=desk.policy.roles("membership.who")[:1])).why == "role"


def test_the_offer_goes_before_anything_else_is_decided(desk: Desk) -> None:
    with desk.store.transaction():
        asked_in(JoinRequest(NINA, GROUP, 77, "Nina Hall"), desk)
    (offer,) = desk.store.effects.of_case(1)

    assert (offer.kind, offer.chat_id, offer.priority.name) == ("offer", 77, "HELP")


def test_somebody_of_another_group_is_not_ours(desk: Desk) -> None:
    with desk.store.transaction():
        asked_in(JoinRequest(NINA, -5, NINA, "Nina Hall"), desk)

    assert desk.store.joiners.of(NINA, "join") == []


def test_asking_twice_is_one_question(desk: Desk) -> None:
    first = ask(desk)
    second = ask(later(desk, minutes=3))

    assert desk.store.joiners.get(first.number) != first
    assert [one.number for one in desk.store.joiners.in_state("waiting")] == [second.number]


def test_where_accepting_is_only_asked_nothing_stands_between(desk: Desk) -> None:
    load(desk, "Mia,Hall,,Nina Hall,mother,3001\n", HEAD)
    with desk.store.transaction():
        asked_in(JoinRequest(NINA, GROUP, NINA, "Nina Hall"), knobs(desk, membership__acceptance="asked"))

    assert kinds(desk, 1) == ["offer", "admit"]


def test_whoever_says_nothing_for_a_day_is_shown_to_a_person_and_then_to_the_next(desk: Desk) -> None:
    with desk.store.transaction():
        asked_in(JoinRequest(NINA, GROUP, NINA, "Nina Hall"), desk)
    see_to_joiners(later(desk, hours=23))
    assert kinds(desk, 1) == ["offer"]

    see_to_joiners(later(desk, hours=24))
    see_to_joiners(later(desk, hours=48))
    see_to_joiners(later(desk, hours=72))

    cards = [one.chat_id for one in desk.store.effects.of_case(1) if one.kind == "card"]
    assert cards == [MANAGER, DEPUTY]


def test_a_new_version_is_asked_about_once(desk: Desk) -> None:
    desk = knobs(desk, policy__version="1")
    ask(desk)
    desk.store.members.started(NINA, desk.now)
    desk.store.members.joined(NINA, desk.now)
    ask_again(later(desk, days=20))
    assert desk.store.joiners.of(NINA, "again") == []

    newer = knobs(later(desk, days=21), policy__version="2")
    for hour in (0, 1, 2):
        ask_again(later(newer, hours=hour))
    (asked,) = desk.store.joiners.of(NINA, "again")
    answer = verbs.do("accept", asked.number, NINA, newer)
    ask_again(later(newer, hours=3))

    assert answer == "Thank you. Nothing else changes."
    assert desk.store.joiners.accepted(NINA) == ("2", newer.now)
    assert len(desk.store.joiners.of(NINA, "again")) == 1


@pytest.mark.parametrize(("months", "asked"), [(12, 1), (0, 0), (24, 0)])
def test_after_its_months_the_policy_is_asked_about_again(desk: Desk, months: int, asked: int) -> None:
    desk = knobs(desk, membership__reaccept_months=months)
    ask(desk)
    desk.store.members.started(NINA, desk.now)
    desk.store.members.joined(NINA, desk.now)
    ask_again(later(desk, days=366))

    assert len(desk.store.joiners.of(NINA, "again")) == asked


def test_nobody_is_asked_again_at_night(desk: Desk) -> None:
    ask(desk)
    desk.store.members.started(NINA, desk.now)
    desk.store.members.joined(NINA, desk.now)
    ask_again(later(desk, days=370, hours=12))

    assert desk.store.joiners.of(NINA, "again") == []


def test_a_no_to_the_new_version_removes_nobody(desk: Desk) -> None:
    ask(desk)
    desk.store.members.started(NINA, desk.now)
    desk.store.members.joined(NINA, desk.now)
    year = later(desk, days=367)
    ask_again(year)
    (asked,) = desk.store.joiners.of(NINA, "again")
    verbs.do("decline", asked.number, NINA, year)

    assert kinds(desk, asked.number) == ["offer", "card"]


def test_the_card_shows_names_that_lie_sealed(desk: Desk) -> None:
    joiner = ask(desk)
    card = draw(joiner.number, desk)

    assert card is not None
    assert "Nina Hall (@nina_h)" in card.text
    assert all("Hall" not in str(one.body) for one in desk.store.effects.of_case(joiner.number))


def test_a_request_is_read_and_has_a_lane_of_its_own() -> None:
    update = {
        "update_id": 1,
        "chat_join_request": {
            "chat": {"id": GROUP, "type": "supergroup"},
            "from": {"id": NINA, "is_bot": False, "first_name": "Nina", "username": "nina_h"},
            "user_chat_id": 77,
            "date": 1,
        },
    }

    assert read_update(update) == JoinRequest(NINA, GROUP, 77, "Nina", "nina_h")
    assert lane_of(update) != str(GROUP)


def test_time_alone_never_lets_anybody_in(desk: Desk) -> None:
    ask(desk)
    for days in range(1, 30):
        see_to_joiners(later(desk, days=days))

    assert "admit" not in kinds(desk, 1)


def test_whoever_came_in_at_the_first_call_has_not_taken_their_request_back(desk: Desk) -> None:
    load(desk, "Mia,Hall,,Nina Hall,mother,3001\n", HEAD)
    joiner = ask(desk)
    (admit,) = (one for one in desk.store.effects.of_case(joiner.number) if one.kind == "admit")
    missing = BadRequest("HIDE_REQUESTER_MISSING")
    again = replace(admit, attempts=2)  # the answer to the first was lost

    assert outcome_of(BadRequest("USER_ALREADY_PARTICIPANT"), again) == Done()
    after_answer(again, outcome_of(missing, again), desk)
    assert (desk.store.joiners.get(joiner.number) or joiner).state == "admitted"
    after_answer(admit, outcome_of(missing, admit), desk)
    assert (desk.store.joiners.get(joiner.number) or joiner).state == "gone"
