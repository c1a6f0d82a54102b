"""The inbox: nothing lost, nothing twice, every lane in order."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store import Store

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
SOON = timedelta(seconds=30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "lollipop.db", tmp_path / "lollipop.key") as store:
        yield store


def ids(store: Store, lane: str, now: datetime = NOON, limit: int = 32) -> list[int]:
    return [row.update_id for row in store.inbox.claim(lane, limit, now)]


def test_an_update_sent_again_is_taken_once_even_after_it_was_handled(store: Store) -> None:
    store.inbox.add([(1, "group", "{}"), (2, "group", "{}")], NOON)
    store.inbox.claim("group", 1, NOON)
    store.inbox.done(1, NOON)

    assert store.inbox.add([(1, "group", "{}"), (2, "group", "{}"), (3, "group", "{}")], NOON) == 1
    assert store.inbox.counts() == {"done": 1, "waiting": 2}


def test_an_update_comes_out_as_it_went_in(store: Store) -> None:
    raw = '{"text": "Grüße 🍭", "half": "\ud83d"}'
    store.inbox.add([(5, "group", raw)], NOON)

    [row] = store.inbox.claim("group", 32, NOON + SOON)

    assert (row.update_id, row.lane, row.raw, row.attempts, row.received) == (5, "group", raw, 1, NOON)


def test_a_lane_is_worked_in_order_of_update_id_and_only_by_one(store: Store) -> None:
    store.inbox.add([(3, "group", "{}"), (1, "group", "{}"), (2, "private", "{}")], NOON)

    assert store.inbox.lanes_waiting(NOON) == ["group", "private"]
    assert ids(store, "group", limit=1) == [1]
    assert store.inbox.lanes_waiting(NOON) == ["private"]
    assert ids(store, "group") == []


def test_a_retry_holds_up_its_own_lane_and_no_other(store: Store) -> None:
    store.inbox.add([(1, "group", "{}"), (2, "group", "{}"), (3, "private", "{}")], NOON)
    ids(store, "group", limit=1)
    store.inbox.retry(1, NOON + SOON)

    assert store.inbox.lanes_waiting(NOON) == ["private"]
    assert ids(store, "group") == []
    assert ids(store, "private") == [3]
    assert store.inbox.next_due() == NOON + SOON
    assert ids(store, "group", NOON + SOON) == [1, 2]


def test_only_attempts_that_were_the_update_s_own_fault_count(store: Store) -> None:
    store.inbox.add([(1, "group", "{}")], NOON)
    attempts = []
    for counted in (False, True, True):
        attempts += [row.attempts for row in store.inbox.claim("group", 1, NOON)]
        store.inbox.retry(1, NOON, counted=counted)

    assert attempts == [1, 1, 2]


def test_what_was_in_hand_at_a_crash_waits_again_with_its_attempts(store: Store) -> None:
    store.inbox.add([(1, "group", "{}"), (2, "group", "{}")], NOON)
    ids(store, "group", limit=1)

    assert store.inbox.recover(NOON) == 1
    assert store.inbox.attempts("group") == 1
    assert [row.attempts for row in store.inbox.claim("group", 2, NOON)] == [2, 1]


def test_an_update_set_aside_lets_its_lane_go_on_and_is_readable_for_seven_days(store: Store) -> None:
    store.inbox.add([(1, "group", '{"bad": 1}'), (2, "group", "{}")], NOON)
    ids(store, "group", limit=1)
    store.inbox.set_aside(1, "KeyError", NOON)

    store.inbox.purge(NOON + timedelta(days=6))
    kept = store.inbox.aside()
    store.inbox.purge(NOON + timedelta(days=7))
    emptied = store.inbox.aside()
    store.inbox.purge(NOON + timedelta(days=8))

    assert ids(store, "group") == [2]
    assert [(row.reason, row.raw) for row in kept] == [("KeyError", '{"bad": 1}')]
    assert [row.raw for row in emptied] == [None]
    assert store.inbox.aside() == []


def test_a_handled_update_is_remembered_for_eight_days(store: Store) -> None:
    store.inbox.add([(1, "group", "{}")], NOON)
    ids(store, "group")
    store.inbox.done(1, NOON)

    assert store.inbox.purge(NOON + timedelta(days=7, hours=23)) == 0
    assert store.inbox.purge(NOON + timedelta(days=8)) == 1
    assert store.inbox.counts() == {}


def test_the_health_check_sees_how_long_the_oldest_update_has_waited(store: Store) -> None:
    assert store.inbox.oldest_waiting() is None
    store.inbox.add([(1, "group", "{}")], NOON)
    store.inbox.add([(2, "group", "{}")], NOON + SOON)

    assert store.inbox.oldest_waiting() == NOON


def test_a_moment_without_a_time_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"):
        store.inbox.add([(1, "group", "{}")], NOON.replace(tzinfo=None))
    assert store.inbox.counts() == {}
