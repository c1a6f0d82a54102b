"""Sealed words: nobody reads them without the key file, and destroyed means destroyed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store import Store, StoreError
from bot.store.numbers import Kind

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
WORDS = {"text": "the canary sang 🐤 \ud83d", "author": "A Parent", "entities": [{"offset": 0}], "sender": 55}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "lollipop.db", tmp_path / "lollipop.key") as store:
        yield store


def test_sealed_words_read_back_until_they_are_destroyed(store: Store) -> None:
    case = store.numbers.next(Kind.CASE)
    store.sealed.seal(case, {"text": "first"})
    store.sealed.seal(case, WORDS)

    opened = store.sealed.open(case)

    assert opened == WORDS
    assert [store.sealed.destroy(case), store.sealed.destroy(case)] == [True, False]
    assert store.sealed.open(case) is None


def test_only_what_has_a_number_can_be_sealed(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.sealed.seal(99, WORDS)

    assert store.sealed.open(99) is None


def test_words_json_cannot_hold_are_refused_and_the_old_ones_kept(store: Store) -> None:
    case = store.numbers.next(Kind.CASE)
    store.sealed.seal(case, WORDS)

    with pytest.raises(ValueError, match="JSON"):
        store.sealed.seal(case, {"score": float("nan")})

    assert store.sealed.open(case) == WORDS


def test_words_moved_to_another_case_do_not_open(tmp_path: Path, store: Store) -> None:
    for _ in range(2):
        store.sealed.seal(store.numbers.next(Kind.CASE), WORDS)
    with closing(sqlite3.connect(tmp_path / "lollipop.db", isolation_level=None)) as intruder:
        intruder.execute("UPDATE sealed SET wrapped_key = (SELECT wrapped_key FROM sealed WHERE number = 1)")

    with pytest.raises(StoreError, match="case 2 cannot be opened"):
        store.sealed.open(2)


def test_one_changed_byte_is_noticed(tmp_path: Path, store: Store) -> None:
    store.sealed.seal(store.numbers.next(Kind.CASE), WORDS)
    with closing(sqlite3.connect(tmp_path / "lollipop.db", isolation_level=None)) as intruder:
        intruder.execute("UPDATE sealed SET words = substr(words, 1, length(words) - 1)")

    with pytest.raises(StoreError, match="cannot be opened"):
        store.sealed.open(1)


def test_no_file_holds_sealed_words_or_a_waiting_update_in_plain(tmp_path: Path, store: Store) -> None:
    store.sealed.seal(store.numbers.next(Kind.CASE), WORDS)
    store.inbox.add([(1, "group", '{"text": "the canary sang"}')], NOON)

    for file in tmp_path.iterdir():
        assert b"canary" not in file.read_bytes(), file.name


def test_equal_texts_have_equal_digests_that_differ_from_one_key_to_the_next(
    tmp_path: Path, store: Store
) -> None:
    with Store.open(tmp_path / "other.db", tmp_path / "other.key") as other:
        digests = [store.keys.digest("a"), store.keys.digest("a"), other.keys.digest("a")]

    assert digests[0] == digests[1] != digests[2]
