"""Members, roles, settings and the ledger of sent messages."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store import Store
from bot.store.members import Reach
from bot.store.numbers import Kind

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "lollipop.db", tmp_path / "lollipop.key") as store:
        yield store


def test_only_members_who_pressed_start_and_are_present_count_as_reachable(store: Store) -> None:
    for user in (1, 2, 3):
        store.members.saw(user, NOON)
    for user in (1, 2, 9):
        store.members.started(user, NOON)
    store.members.unreachable(2)

    assert store.members.reach() == Reach(reachable=1, present=3)


def test_who_leaves_and_comes_back_is_the_same_member(store: Store) -> None:
    store.members.joined(1, NOON)
    store.members.started(1, NOON)
    store.members.left(1, NOON + DAY)
    gone = store.members.get(1)
    store.members.joined(1, NOON + 2 * DAY)
    back = store.members.get(1)

    assert gone is not None and back is not None
    assert (gone.status, gone.left) == ("left", NOON + DAY)
    assert (back.status, back.left, back.joined) == ("member", None, NOON + 2 * DAY)
    assert (back.first_seen, back.started) == (NOON, NOON)


def test_a_forgotten_member_is_unknown(store: Store) -> None:
    store.members.saw(1, NOON)

    assert store.members.forget(1)
    assert store.members.get(1) is None
    assert not store.members.forget(1)


def test_cover_holds_from_its_first_moment_and_not_at_its_last(store: Store) -> None:
    store.roles.give(5, "deputy", by=1, now=NOON, since=NOON + DAY, until=NOON + 2 * DAY)

    held = [store.roles.of(5, NOON + days * DAY) for days in (0, 1, 2)]

    assert held == [set(), {"deputy"}, set()]


def test_a_role_taken_is_gone_at_once_with_what_was_to_begin_later(store: Store) -> None:
    store.roles.give(5, "lead", by=1, now=NOON)
    store.roles.give(5, "lead", by=1, now=NOON, since=NOON + DAY)
    store.roles.give(5, "dsl", by=1, now=NOON)

    assert store.roles.take(5, "lead", NOON)
    assert store.roles.of(5, NOON) == store.roles.of(5, NOON + 2 * DAY) == {"dsl"}
    assert not store.roles.take(5, "lead", NOON)


def test_the_longest_holder_of_a_role_comes_first_and_once(store: Store) -> None:
    store.roles.give(7, "chair", by=None, now=NOON + DAY)
    store.roles.give(6, "chair", by=None, now=NOON)
    store.roles.give(6, "chair", by=None, now=NOON + DAY)

    assert store.roles.holders("chair", NOON + DAY) == [6, 7]


def test_a_setting_is_replaced_and_forgotten(store: Store) -> None:
    store.settings.set("mode", "observe")
    store.settings.set("mode", "assist")
    store.settings.set("group_chat_id", "-100")
    store.settings.set("group_chat_id", None)

    assert store.settings.get("group_chat_id") is None
    assert store.settings.all() == {"mode": "assist"}


def test_the_ledger_knows_which_messages_still_carry_words_of_a_case(store: Store) -> None:
    case = store.numbers.next(Kind.CASE)
    for message, has_words in [(1, True), (2, False), (3, True)]:
        store.sent.record(
            11, message, kind="card", has_words=has_words, case_number=case, now=NOON + message * DAY
        )
    store.sent.wiped(11, 1, NOON + 9 * DAY)

    assert [row.message_id for row in store.sent.with_words_of(case)] == [3]
    assert [row.message_id for row in store.sent.of_case(case, "card")] == [1, 2, 3]
    assert store.sent.of_case(case, "alert") == []


def test_a_card_edited_to_carry_words_again_is_to_be_wiped_again(store: Store) -> None:
    case = store.numbers.next(Kind.CASE)
    store.sent.record(11, 1, kind="card", has_words=True, case_number=case, now=NOON)
    store.sent.wiped(11, 1, NOON)

    store.sent.record(11, 1, kind="card", has_words=True, case_number=case, now=NOON + DAY)

    assert [row.message_id for row in store.sent.with_words_of(case)] == [1]


def test_messages_whose_case_has_lost_its_words_are_left_behind_until_wiped(store: Store) -> None:
    case = store.numbers.next(Kind.CASE)
    store.sealed.seal(case, {"text": "words"})
    store.sent.record(11, 1, kind="card", has_words=True, case_number=case, now=NOON)
    sealed = store.sent.left_behind()
    store.sealed.destroy(case)
    destroyed = store.sent.left_behind()
    store.sent.wiped(11, 1, NOON)

    assert (sealed, [row.message_id for row in destroyed]) == ([], [1])
    assert store.sent.left_behind() == []


def test_the_ledger_never_forgets_a_message_that_still_carries_words(store: Store) -> None:
    store.sent.record(11, 1, kind="card", has_words=True, now=NOON)
    store.sent.record(11, 2, kind="note", has_words=False, now=NOON)

    assert store.sent.purge(NOON + 59 * DAY) == 0
    assert store.sent.purge(NOON + 400 * DAY) == 1
    assert store.sent.get(11, 1) is not None
