"""Effects: the most pressing first, each once where that matters."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store import Store
from bot.store.effects import ONCE_OUT, Delivery, NewEffect, Priority
from bot.store.numbers import Kind

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
SOON = timedelta(seconds=30)
CARD = NewEffect("card 1", "card", 11, Priority.CARD, Delivery.AT_LEAST_ONCE, {"text": "card"})
DELETE = NewEffect("delete 1", "delete", -100, Priority.DELETE, Delivery.IDEMPOTENT)
RESTORE = NewEffect("restore 1", "restore", -100, Priority.ANSWER, Delivery.AT_MOST_ONCE)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "lollipop.db", tmp_path / "lollipop.key") as store:
        yield store


def add(store: Store, *effects: NewEffect) -> list[int]:
    ids = [store.effects.add(effect, NOON) for effect in effects]
    return [effect_id for effect_id in ids if effect_id is not None]


def test_deciding_the_same_act_twice_does_it_once(store: Store) -> None:
    first = store.effects.add(CARD, NOON)
    second = store.effects.add(replace(CARD, chat_id=12), NOON)
    other = store.effects.add(replace(CARD, key="card 2"), NOON)

    assert first is not None and other is not None
    assert second is None
    assert [row.chat_id for row in store.effects.claim(10, NOON)] == [11, 11]


def test_a_delete_overtakes_messages_decided_before_it(store: Store) -> None:
    add(store, CARD, RESTORE, DELETE)

    assert [row.key for row in store.effects.claim(10, NOON)] == ["delete 1", "restore 1", "card 1"]


def test_what_is_claimed_is_not_claimed_again_and_counts_its_attempts(store: Store) -> None:
    add(store, CARD)

    [first] = store.effects.claim(10, NOON)
    nothing = store.effects.claim(10, NOON)
    store.effects.retry(first.id, NOON + SOON, "timed out")
    early = store.effects.claim(10, NOON)
    [second] = store.effects.claim(10, NOON + SOON)

    assert (first.attempts, nothing, early, second.attempts) == (1, [], [], 2)
    assert (second.body, second.error, second.state) == ({"text": "card"}, "timed out", "sending")


def test_a_chat_told_to_wait_still_has_its_deletes_done(store: Store) -> None:
    add(store, DELETE, RESTORE, CARD)

    deletes = store.effects.claim(10, NOON, only_kinds={"delete"})
    others = store.effects.claim(10, NOON, exclude_chats={-100}, exclude_kinds={"delete"})

    assert [row.key for row in deletes + others] == ["delete 1", "card 1"]


def test_nothing_is_sent_before_it_is_due(store: Store) -> None:
    add(store, replace(CARD, due=NOON + SOON))

    assert store.effects.claim(10, NOON) == []
    assert store.effects.next_due(NOON) == NOON + SOON


def test_after_a_crash_only_what_may_not_happen_twice_is_asked_about(store: Store) -> None:
    add(store, CARD, RESTORE, DELETE)
    store.effects.claim(10, NOON)

    lost = store.effects.recover(NOON)

    assert [(row.key, row.state) for row in lost] == [("restore 1", "unknown")]
    assert [row.key for row in store.effects.claim(10, NOON)] == ["delete 1", "card 1"]


def test_words_for_somebody_who_has_not_pressed_start_wait_for_it(store: Store) -> None:
    card, other = add(store, CARD, replace(CARD, key="card 2", chat_id=12))
    store.effects.claim(10, NOON)
    for effect in (card, other):
        store.effects.hold(effect)

    before = store.effects.claim(10, NOON + SOON)
    released = store.effects.release(11, NOON + SOON)
    after = store.effects.claim(10, NOON + SOON)

    assert (before, released, [row.id for row in after]) == ([], 1, [card])


def test_finished_effects_are_forgotten_after_thirty_days_and_waiting_ones_never(store: Store) -> None:
    _, delete, restore = add(store, CARD, DELETE, RESTORE)
    store.effects.done(delete, NOON)
    store.effects.fail(restore, "refused", NOON)

    kept = store.effects.purge(NOON + timedelta(days=29))
    purged = store.effects.purge(NOON + timedelta(days=30))

    assert (kept, purged) == (0, 2)
    assert store.effects.counts() == {"waiting": 1}


def test_an_effect_can_be_taken_back_until_it_is_sent(store: Store) -> None:
    add(store, CARD, DELETE)
    store.effects.claim(1, NOON)

    assert store.effects.cancel("card 1")
    assert not store.effects.cancel("delete 1")


def test_words_about_a_post_wait_until_it_is_out(store: Store) -> None:
    number = store.numbers.next(Kind.CASE)
    add(store, replace(CARD, key="told", case_number=number, due=ONCE_OUT))

    assert store.effects.claim(10, NOON + timedelta(days=300)) == []
    assert store.effects.next_due(NOON) is None
    store.effects.went_out(number, NOON)
    assert [row.key for row in store.effects.claim(10, NOON)] == ["told"]


def test_words_about_a_post_that_could_not_be_taken_out_are_never_said(store: Store) -> None:
    number = store.numbers.next(Kind.CASE)
    told = replace(CARD, key="told", case_number=number, due=ONCE_OUT)
    add(store, told, replace(CARD, case_number=number))

    store.effects.stayed(number)
    store.effects.went_out(number, NOON)

    assert [row.key for row in store.effects.claim(10, NOON)] == ["card 1"]
    assert store.effects.add(told, NOON) is not None, "a second try may tell of it"


def test_what_is_due_and_waits_for_its_chat_wakes_nobody(store: Store) -> None:
    add(store, CARD)

    assert store.effects.next_due(NOON) is None
