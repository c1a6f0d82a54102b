"""The log: nothing in it can be changed, cut or swapped unseen."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store import Store
from bot.store.log import Head
from bot.store.numbers import Kind

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
ROWS = 6
COLUMNS = ("id", "at", "event", "case_number", "actor", "detail", "commitment", "mac")


def write(store: Store) -> None:
    case = store.numbers.next(Kind.CASE)
    for step in range(1, ROWS + 1):
        store.log.append(
            f"event {step}",
            now=NOON + timedelta(minutes=step),
            case=case if step % 2 else None,
            actor=None if step == 3 else 1000 + step,
            detail={"step": step},
            words="what was said" if step % 2 else None,
        )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "lollipop.db", tmp_path / "lollipop.key") as store:
        write(store)
        yield store


@pytest.fixture(scope="module")
def tampered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, sqlite3.Connection]]:
    """A written log, and a way into its file that knows nothing of the key."""
    folder = tmp_path_factory.mktemp("log")
    with Store.open(folder / "lollipop.db", folder / "lollipop.key") as store:
        write(store)
        with closing(sqlite3.connect(folder / "lollipop.db", isolation_level=None)) as intruder:
            intruder.execute("PRAGMA synchronous = OFF")
            yield store, intruder


def test_an_untouched_log_is_whole(store: Store) -> None:
    assert store.log.verify() is None
    assert store.log.verify(store.log.head()) is None


@settings(max_examples=150, deadline=None)
@given(
    row=st.integers(1, ROWS),
    column=st.sampled_from(COLUMNS),
    place=st.integers(0, 100),
    flip=st.integers(1, 255),
)
def test_one_changed_byte_in_any_column_shows_at_its_row(
    tampered: tuple[Store, sqlite3.Connection], row: int, column: str, place: int, flip: int
) -> None:
    store, intruder = tampered
    original = intruder.execute("SELECT * FROM log WHERE id = ?", [row]).fetchone()
    old = original[COLUMNS.index(column)]
    new = changed(old, place, flip)

    value = "CAST(? AS TEXT)" if isinstance(new, bytes) else "?"
    intruder.execute(f"UPDATE log SET {column} = {value} WHERE id = ?", [new, row])
    broken = store.log.verify()
    intruder.execute("DELETE FROM log WHERE id NOT BETWEEN 1 AND ?", [ROWS])
    intruder.execute(f"INSERT OR REPLACE INTO log VALUES ({', '.join('?' * len(COLUMNS))})", original)

    assert broken == row
    assert store.log.verify() is None


def changed(value: int | str | None, place: int, flip: int) -> int | bytes:
    """Another value of the same kind; an id is thrown out of the range, so as to hit no other row."""
    match value:
        case None:
            return flip
        case int():
            return value ^ (flip << 16)
        case str():
            content = bytearray(value.encode())
            content[place % len(content)] ^= flip
            return bytes(content)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from([(a, b) for a in range(1, ROWS + 1) for b in range(a + 1, ROWS + 1)]))
def test_two_swapped_rows_show_at_the_first_of_them(
    tampered: tuple[Store, sqlite3.Connection], pair: tuple[int, int]
) -> None:
    store, intruder = tampered
    swap(intruder, *pair)
    broken = store.log.verify()
    swap(intruder, *pair)

    assert broken == pair[0]
    assert store.log.verify() is None


def swap(intruder: sqlite3.Connection, first: int, second: int) -> None:
    for old, new in [(first, -1), (second, first), (-1, second)]:
        intruder.execute("UPDATE log SET id = ? WHERE id = ?", [new, old])


@pytest.mark.parametrize("cut", range(1, ROWS))
def test_a_row_cut_out_shows_where_it_was(tmp_path: Path, store: Store, cut: int) -> None:
    with closing(sqlite3.connect(tmp_path / "lollipop.db", isolation_level=None)) as intruder:
        intruder.execute("DELETE FROM log WHERE id = ?", [cut])
        intruder.execute("UPDATE log SET id = id - 1 WHERE id > ?", [cut])

    assert store.log.verify() == cut


def test_a_cut_off_end_shows_only_against_a_remembered_head(tmp_path: Path, store: Store) -> None:
    head = store.log.head()
    with closing(sqlite3.connect(tmp_path / "lollipop.db", isolation_level=None)) as intruder:
        intruder.execute("DELETE FROM log WHERE id > 4")

    assert store.log.verify() is None
    assert store.log.verify(head) == 5


def test_an_end_written_anew_shows_against_a_remembered_head(tmp_path: Path, store: Store) -> None:
    head = store.log.head()
    with closing(sqlite3.connect(tmp_path / "lollipop.db", isolation_level=None)) as intruder:
        intruder.execute("DELETE FROM log WHERE id = 6")
    store.log.append("another event", now=NOON)

    assert store.log.verify() is None
    assert store.log.verify(head) == 6


def test_an_empty_log_is_whole_and_has_an_empty_head(tmp_path: Path) -> None:
    with Store.open(tmp_path / "other.db", tmp_path / "other.key") as store:
        assert store.log.verify() is None
        assert store.log.head() == Head(0, "")


def test_erasing_the_words_leaves_the_chain_whole_and_the_promise_unreadable(store: Store) -> None:
    before = [store.log.holds(1, words) for words in ("what was said", "something else")]

    store.sealed.destroy(1)

    assert before == [True, False]
    assert store.log.holds(1, "what was said") is None
    assert store.log.verify() is None


def test_a_promise_under_an_erased_key_stays_unreadable_when_the_case_gets_a_new_one(store: Store) -> None:
    store.sealed.destroy(1)
    newer = store.log.append("note", now=NOON, case=1, words="a note")

    assert store.log.holds(1, "what was said") is None
    assert store.log.holds(newer, "a note") is True


def test_no_words_are_in_the_log(store: Store, tmp_path: Path) -> None:
    store.scrub()

    assert b"what was said" not in (tmp_path / "lollipop.db").read_bytes()


def test_words_without_a_case_are_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="key of a case"):
        store.log.append("note", now=NOON, words="a note")


def test_the_entries_of_a_case_read_back(store: Store) -> None:
    entries = store.log.of_case(1)

    assert [entry.id for entry in entries] == [1, 3, 5]
    assert (entries[1].event, entries[1].actor, entries[1].detail) == ("event 3", None, {"step": 3})
    assert [entry.id for entry in store.log.since(NOON + timedelta(minutes=5))] == [5, 6]
