"""Updates are claimed lane by lane, tried five times, and then set aside with a word to the manager."""

import json
from typing import Any

import pytest

from bot import intake
from bot.desk import Desk
from bot.intake import TRIES, claim, finish, read, try_again_or_set_aside
from bot.reading import lane_of
from bot.store.inbox import InboxRow
from moderation.facts import Facts
from tests.bot.conftest import GROUP, MANAGER, later

SUPERGROUP = {"id": GROUP, "type": "supergroup"}
BROKEN: dict[str, Any] = {
    "no date": {"message": {"message_id": 1, "chat": SUPERGROUP, "text": "hello"}},
    "no chat": {"message": {"message_id": 1, "date": 1, "text": "hello"}},
    "words for a chat's id": {"message": {"message_id": 1, "date": 1, "chat": {"id": "x"}, "text": "hello"}},
    "a list for a sender": {"message": {"message_id": 1, "date": 1, "chat": SUPERGROUP, "from": [1]}},
    "a list for a message": {"message": [1, 2, 3]},
    "nothing for a message": {"message": None},
    "a press of nobody's": {"callback_query": {"id": "1", "data": "approve:1"}},
    "an arrival of nobody": {"chat_member": {"chat": SUPERGROUP}},
}
FINE = {"message": {"message_id": 2, "date": 1, "chat": SUPERGROUP, "from": {"id": 21}, "text": "hello"}}


def take_in(desk: Desk, *updates: dict[str, Any]) -> list[str]:
    """Their lanes."""
    rows = [(number, lane_of(update), json.dumps(update)) for number, update in enumerate(updates, start=1)]
    desk.store.inbox.add(rows, desk.now)
    return [lane for _, lane, _ in rows]


def tried(row: InboxRow, desk: Desk) -> bool:
    """One try at an update; whether it is out of the way."""
    try:
        finish(row, read(row, "our_bot"), Facts(), desk)
    except Exception as error:
        return try_again_or_set_aside(row, type(error).__name__, desk)
    return True


@pytest.mark.parametrize("update", BROKEN.values(), ids=BROKEN.keys())
def test_whatever_is_wrong_with_an_update_it_is_tried_five_times_and_set_aside(
    desk: Desk, update: dict[str, Any]
) -> None:
    lane = take_in(desk, update)[0]
    tries = 0
    while rows := claim(lane, desk):
        tries += 1
        tried(rows[0], desk)
        desk = later(desk, seconds=3)

    assert tries == TRIES
    assert [row.update_id for row in desk.store.inbox.aside()] == [1]
    (told,) = desk.store.effects.claim(9, desk.now)
    assert told.chat_id == MANAGER and "set aside (update 1)" in told.body["text"]


def test_what_follows_a_broken_update_in_its_lane_waits_and_is_then_handled(desk: Desk) -> None:
    take_in(desk, BROKEN["no date"], FINE)
    lane = str(GROUP)
    first, second = claim(lane, desk)
    intake.put_back([second.update_id], desk)
    assert not tried(first, desk)
    assert claim(lane, desk) == [], "the lane keeps its order"

    for _ in range(TRIES):
        desk = later(desk, seconds=3)
        for row in claim(lane, desk):
            tried(row, desk)

    assert desk.store.inbox.oldest_waiting() is None
    assert [row.update_id for row in desk.store.inbox.aside()] == [1]


def test_an_update_that_kills_the_bot_is_set_aside_in_the_end(desk: Desk) -> None:
    lane = take_in(desk, *[FINE] * 40)[0]
    starts = 0
    sizes = []
    while not desk.store.inbox.aside():
        starts += 1
        desk.store.inbox.recover(desk.now)
        sizes.append(len(claim(lane, desk)))  # and here the power fails
        assert starts < 20

    assert sizes[:3] == [32, 8, 2]
    assert starts == TRIES + 1
    assert [row.update_id for row in desk.store.inbox.aside()] == [1]


def test_a_lane_our_own_machine_stopped_goes_on_with_no_try_used_up(desk: Desk) -> None:
    lane = take_in(desk, FINE, FINE)[0]
    assert len(claim(lane, desk)) == 2
    assert claim(lane, desk) == []

    desk.store.inbox.let_go(lane, desk.now)

    assert [row.attempts for row in claim(lane, desk)] == [1, 1]


def test_nothing_done_is_let_go_of_again(desk: Desk) -> None:
    lane = take_in(desk, FINE)[0]
    (row,) = claim(lane, desk)
    finish(row, read(row, "our_bot"), Facts(), desk)

    desk.store.inbox.let_go(lane, desk.now)

    assert claim(lane, desk) == []
