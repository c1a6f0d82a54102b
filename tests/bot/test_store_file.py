"""The file itself: private, whole after any crash, refused when it is not ours, empty of what was handled."""

import os
import random
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store import Store, StoreError
from bot.store.cases import Opening
from bot.store.file import open_file, read, transaction
from bot.store.numbers import Kind
from bot.store.schema import MIGRATIONS, Step

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
OPENING = Opening("open", "hidden", "enforce", "hide", "hide", "ABUSE", chat_id=-100, message_ids=(7,))


def opened(folder: Path) -> Store:
    return Store.open(folder / "lollipop.db", folder / "lollipop.key")


def with_a_case(folder: Path) -> int:
    with opened(folder) as store:
        number = store.cases.open(OPENING, NOON).number
        store.sealed.seal(number, {"text": "words"})
        return number


def test_every_file_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with opened(tmp_path) as store:
            store.settings.set("mode", "observe")
            store.backup(tmp_path / "copy.db")
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    finally:
        os.umask(before)

    assert {"lollipop.db", "lollipop.db-wal", "lollipop.key", "copy.db"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_a_file_left_open_to_others_is_closed_to_them(tmp_path: Path) -> None:
    with_a_case(tmp_path)
    for name in ("lollipop.db", "lollipop.key"):
        (tmp_path / name).chmod(0o644)

    opened(tmp_path).close()

    assert [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("lollipop.db", "lollipop.key")] == [
        0o600,
        0o600,
    ]


def test_the_settings_that_keep_it_safe_hold(tmp_path: Path) -> None:
    db = open_file(tmp_path / "lollipop.db")
    names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys")

    values = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    db.close()
    assert values == ["wal", 2, 1, 1]


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "lollipop.db").touch()

    with opened(tmp_path) as store:
        assert store.cases.waiting() == []


def write_text(path: Path) -> None:
    path.write_text("this is a letter, not a database, and it goes on for a while\n" * 40)


def write_other(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")


def write_newer(path: Path) -> None:
    open_file(path).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")


def write_damaged(path: Path) -> None:
    with Store.open(path, path.with_name("lollipop.key")) as store:
        store.inbox.add([(n, "group", "x" * 500) for n in range(200)], NOON)
    content = bytearray(path.read_bytes())
    content[-40_000:-20_000] = b"\xff" * 20_000
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("write", "complaint"),
    [
        (write_text, "file is not a database"),
        (write_other, "belongs to another program"),
        (write_newer, "knows only up to"),
        (write_damaged, "is damaged|cannot be read"),
        (Path.mkdir, "Is a directory"),
    ],
)
def test_what_is_not_our_whole_database_is_refused_in_one_sentence(
    tmp_path: Path, write: Callable[[Path], None], complaint: str
) -> None:
    write(tmp_path / "lollipop.db")

    with pytest.raises(StoreError, match=complaint) as refused:
        opened(tmp_path)

    assert str(refused.value).count("\n") == 0
    assert "lollipop.db" in str(refused.value)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere/lollipop\.db cannot be opened: No such file"):
        opened(tmp_path / "nowhere")


def test_another_program_s_database_is_left_as_it_was(tmp_path: Path) -> None:
    write_other(tmp_path / "lollipop.db")
    before = (tmp_path / "lollipop.db").read_bytes()

    with pytest.raises(StoreError):
        opened(tmp_path)

    assert (tmp_path / "lollipop.db").read_bytes() == before
    assert not (tmp_path / "lollipop.key").exists()


def test_a_lost_key_file_is_said_and_not_replaced(tmp_path: Path) -> None:
    with_a_case(tmp_path)
    (tmp_path / "lollipop.key").rename(tmp_path / "kept.key")

    with pytest.raises(StoreError, match=r"key file .* is missing"):
        opened(tmp_path)

    assert not (tmp_path / "lollipop.key").exists()
    with Store.open(tmp_path / "lollipop.db", tmp_path / "kept.key") as store:
        assert store.sealed.open(1) == {"text": "words"}


def test_another_key_is_refused(tmp_path: Path) -> None:
    with_a_case(tmp_path)
    (tmp_path / "lollipop.key").write_text("00" * 32)

    with pytest.raises(StoreError, match="is not the one"):
        opened(tmp_path)


@pytest.mark.parametrize("content", ["", "not a key", "00" * 31, "é" * 64])
def test_a_key_file_that_is_no_key_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "lollipop.key").write_text(content, encoding="utf-8")

    with pytest.raises(StoreError, match="64 hexadecimal digits"):
        opened(tmp_path)


def test_a_database_with_nothing_sealed_takes_a_new_key(tmp_path: Path) -> None:
    opened(tmp_path).close()
    (tmp_path / "lollipop.key").unlink()

    opened(tmp_path).close()

    assert len((tmp_path / "lollipop.key").read_text()) == 65


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(RuntimeError), store.transaction():
            store.cases.open(OPENING, NOON)
            store.settings.set("mode", "assist")
            raise RuntimeError

        assert store.cases.waiting() == []
        assert store.settings.all() == {}
        assert store.cases.open(OPENING, NOON).number == 1


def test_a_part_that_fails_alone_leaves_the_rest_of_its_transaction(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with store.transaction():
            store.settings.set("mode", "assist")
            with pytest.raises(sqlite3.IntegrityError):
                store.sealed.seal(99, {})
            store.settings.set("notice", "posted")

        assert store.settings.all() == {"mode": "assist", "notice": "posted"}


def test_a_transaction_keeps_other_writers_out_from_its_first_moment(tmp_path: Path) -> None:
    with (
        opened(tmp_path) as store,
        closing(sqlite3.connect(tmp_path / "lollipop.db", timeout=0, isolation_level=None)) as other,
    ):
        with store.transaction(), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")

        other.execute("BEGIN IMMEDIATE")


def test_a_full_disk_is_said_in_one_sentence_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    db = open_file(tmp_path / "lollipop.db")
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 5}")

    with pytest.raises(StoreError, match="cannot be written: database or disk is full"), transaction(db):
        for number in range(100):
            db.execute("INSERT INTO settings VALUES (?, ?)", [f"key {number}", "x" * 5000])

    assert read(db, "SELECT * FROM settings") == []
    db.close()


def test_a_store_is_bound_to_its_thread_unless_told_otherwise(tmp_path: Path) -> None:
    refused: list[bool] = []
    for number, check in enumerate((True, False)):
        store = Store.open(tmp_path / f"{number}.db", tmp_path / "lollipop.key", check_same_thread=check)
        thread = threading.Thread(target=lambda used=store: refused.append(not can_read(used)))
        thread.start()
        thread.join()
        store.close()

    assert refused == [True, False]


def can_read(store: Store) -> bool:
    try:
        store.settings.all()
    except sqlite3.ProgrammingError:
        return False
    return True


NEXT: Step = (
    "ALTER TABLE members ADD COLUMN note TEXT",
    "CREATE TABLE duties (id INTEGER PRIMARY KEY) STRICT",
)
BROKEN: Step = ("ALTER TABLE members ADD COLUMN note TEXT", "CREATE TABLE members (id INTEGER) STRICT")


def test_an_older_file_is_brought_up_to_date_with_every_row_after_a_copy(tmp_path: Path) -> None:
    with_a_case(tmp_path)
    path = tmp_path / "lollipop.db"

    open_file(path, migrations=(*MIGRATIONS, NEXT)).close()

    db = open_file(path, migrations=(*MIGRATIONS, NEXT))
    assert db["members"].columns_dict["note"] is str
    assert [row["number"] for row in read(db, "SELECT number FROM cases")] == [1]
    db.close()
    copy = tmp_path / f"lollipop.db.before-v{len(MIGRATIONS) + 1}"
    with Store.open(copy, tmp_path / "lollipop.key") as before:
        assert before.sealed.open(1) == {"text": "words"}


def test_a_step_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    number = with_a_case(tmp_path)

    for _ in range(2):  # a second try meets the first one's copy
        with pytest.raises(StoreError, match="members already exists"):
            open_file(tmp_path / "lollipop.db", migrations=(*MIGRATIONS, BROKEN))

    with opened(tmp_path) as store:
        assert store.cases.get(number) is not None


def test_no_copy_is_made_where_nothing_changes(tmp_path: Path) -> None:
    with_a_case(tmp_path)
    opened(tmp_path).close()

    assert not list(tmp_path.glob("*before*"))


def test_a_backup_holds_everything_and_is_not_written_over(tmp_path: Path) -> None:
    with_a_case(tmp_path)
    copy = tmp_path / "copy.db"

    with opened(tmp_path) as store:
        store.backup(copy)
        with pytest.raises(StoreError, match="exists already"):
            store.backup(copy)

    with Store.open(copy, tmp_path / "lollipop.key") as restored:
        assert restored.sealed.open(1) == {"text": "words"}


def test_no_byte_of_a_handled_update_or_a_retired_case_is_left_in_any_file(tmp_path: Path) -> None:
    sizes = random.Random(7)
    with opened(tmp_path) as store:
        secrets: list[bytes] = []
        for batch in range(8):  # many sizes, so that pages split, overflow and are used again
            first = batch * 25
            updates = [(first + n, "group", "canary" * sizes.randint(1, 900)) for n in range(25)]
            store.inbox.add(updates, NOON)
            with store.transaction():
                for row in store.inbox.claim("group", 25, NOON):
                    case = store.cases.open(OPENING, NOON).number
                    store.sealed.seal(case, {"text": row.raw})
                    close(store, case)
            secrets += sealed_bytes(tmp_path)
            for number in range(first, first + 25):
                store.inbox.done(number, NOON)
        tidied = store.tidy(NOON + timedelta(days=30))

        left = b"".join(file.read_bytes() for file in tmp_path.iterdir() if "key" not in file.name)

    assert (len(tidied.retired), tidied.scrubbed, len(secrets)) == (200, True, 200 * 3)
    assert b"canary" not in left
    assert not pieces(secrets) & windows(left)


def close(store: Store, number: int) -> None:
    store.cases.move(number, expect=("open", "hidden"), to=("closed", "hidden"), by=1, at=NOON, move="keep")


def sealed_bytes(folder: Path) -> list[bytes]:
    """What is locked in the file now: updates in hand, keys and words of the newest cases."""
    with closing(sqlite3.connect(folder / "lollipop.db")) as reader:
        updates = reader.execute("SELECT raw FROM inbox WHERE raw IS NOT NULL").fetchall()
        cases = reader.execute(
            "SELECT wrapped_key, words FROM sealed ORDER BY number DESC LIMIT 25"
        ).fetchall()
    return [value for row in (*updates, *cases) for value in row]


def pieces(secrets: list[bytes]) -> set[bytes]:
    """The first and the last bytes of each, where a half-overwritten one would show."""
    return {piece for secret in secrets for piece in (secret[:16], secret[-16:])}


def windows(content: bytes) -> set[bytes]:
    return {content[start : start + 16] for start in range(len(content))}


def test_a_wordless_case_is_deleted_after_its_months_and_an_open_one_never(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        closed, still_open = (store.cases.open(OPENING, NOON).number for _ in range(2))
        close(store, closed)

        early = store.tidy(NOON + timedelta(days=1090))
        late = store.tidy(NOON + timedelta(days=1100))

        assert (early.cases, late.cases) == (0, 1)
        assert store.cases.get(still_open) is not None
        assert store.numbers.next(Kind.CASE) == 3


def test_a_group_that_became_a_supergroup_keeps_its_cases(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        case = store.cases.open(OPENING, NOON)

        store.redirect(-100, -200)

        found = store.cases.get(case.number)
        assert found is not None and found.chat_id == -200
        # The supergroup counts its messages from 1 again: its message 7 is another post.
        assert store.cases.by_message(-200, 7) is None


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from bot.store import Store
from bot.store.cases import Opening
from bot.store.effects import Delivery, NewEffect, Priority

now = datetime(2026, 9, 7, 12, tzinfo=UTC)
folder = Path(sys.argv[1])
store = Store.open(folder / "lollipop.db", folder / "lollipop.key")
first = store.inbox.counts().get("done", 0)
for n in range(first, first + 1000):
    store.inbox.add([(n, "group", "{}")], now)
    with store.transaction():
        [row] = store.inbox.claim("group", 1, now)
        case = store.cases.open(Opening("open", "hidden", "enforce", "hide", "hide"), now).number
        store.sealed.seal(case, {"text": "words"})
        store.effects.add(NewEffect(f"card {case}", "card", 1, Priority.CARD, Delivery.AT_LEAST_ONCE), now)
        store.log.append("hidden", case=case, words="words", now=now)
        store.inbox.done(row.update_id, now)
    print(n, flush=True)
"""


def test_a_killed_writer_leaves_whole_transactions_and_everything_it_had_confirmed(tmp_path: Path) -> None:
    rounds = random.Random(11)
    for _ in range(4):
        confirmed = write_until_killed(tmp_path, lines=rounds.randint(1, 40))

        with opened(tmp_path) as store:
            store.inbox.recover(NOON)
            done = store.inbox.counts()["done"]
            cases = store.cases.waiting()
            assert done >= confirmed + 1
            assert done == len(cases) == store.effects.counts()["waiting"] == store.log.head().id
            assert all(store.sealed.open(case.number) == {"text": "words"} for case in cases)
            assert store.log.verify() is None
            for row in store.inbox.claim("group", 1, NOON):  # written down, never handled
                store.inbox.retry(row.update_id, NOON)


def write_until_killed(folder: Path, lines: int) -> int:
    """The last update the writer said was finished before it was killed."""
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        said += writer.stdout.readlines()
    return int([line for line in said if line.endswith("\n")][-1])
