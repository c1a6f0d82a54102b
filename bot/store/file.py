"""Opens the bot's one file, whole and private to this account, and brings an older one up to date."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bot.store.errors import StoreError
from bot.store.schema import APPLICATION_ID, MIGRATIONS, Step

OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables
LOCK_WAIT = 10.0  # seconds a second process waits for the first one's transaction
BROKEN = (sqlite3.OperationalError, sqlite3.DatabaseError)  # the file's fault, not the caller's

Row = dict[str, Any]  # a row as sqlite-utils reads it; it becomes a dataclass in the module that asked


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing. One inside another joins it and can fail alone; the outermost commits.
    Raises StoreError where the disk is full or broken, or another process holds the file."""
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    try:
        db.conn.execute("BEGIN IMMEDIATE")  # a lock asked for later is refused at once, not waited for
        yield
        db.conn.execute("COMMIT")
    except BaseException as error:
        db.rollback()  # does nothing where a full disk has ended the transaction already
        if type(error) in BROKEN:
            raise StoreError(f"The database cannot be written: {error}.") from error
        raise


def read(db: Database, sql: str, *values: object) -> list[Row]:
    return list(db.query(sql, values))


def open_file(
    path: Path, *, check_same_thread: bool = True, migrations: Sequence[Step] = MIGRATIONS
) -> Database:
    """The file at `path`, made if it is missing, with every table of this version. Raises StoreError."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(f"This Python's SQLite is {sqlite3.sqlite_version}; 3.37 or newer is needed.")
    make_private(path)
    conn = sqlite3.connect(path, timeout=LOCK_WAIT, isolation_level=None, check_same_thread=check_same_thread)
    try:
        db = Database(conn)
        prepare(db, path, migrations)
    except sqlite3.Error as error:
        conn.close()
        raise StoreError(f"The database {path} cannot be read: {error}.") from error
    except BaseException:
        conn.close()
        raise
    return db


def open_existing(path: Path, *, migrations: Sequence[Step] = MIGRATIONS) -> Database:
    """The file at `path` as it stands, only to be read: nothing is made or brought up to date.
    Raises StoreError."""
    if not path.is_file() or not path.stat().st_size:
        raise StoreError(f"There is no database at {path} yet.")
    try:
        conn = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=LOCK_WAIT, isolation_level=None
        )
    except sqlite3.Error as error:
        raise StoreError(f"The database {path} cannot be opened: {error}.") from error
    try:
        db = Database(conn)
        check_ours(db, path, len(migrations))
        db.execute("PRAGMA query_only = ON")
    except sqlite3.Error as error:
        conn.close()
        raise StoreError(f"The database {path} cannot be read: {error}.") from error
    except BaseException:
        conn.close()
        raise
    return db


def make_private(path: Path) -> None:
    """Only this account may read the file, from its first byte on and whatever the umask."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        raise StoreError(f"The database {path} cannot be opened: {error.strerror}.") from error


def prepare(db: Database, path: Path, migrations: Sequence[Step]) -> None:
    check_ours(db, path, len(migrations))
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")  # Telegram does not send again what we have confirmed
    db.execute("PRAGMA secure_delete = ON")
    db.execute("PRAGMA foreign_keys = ON")
    migrate(db, path, migrations)


def check_ours(db: Database, path: Path, newest: int) -> None:
    tables = number(db, "SELECT count(*) FROM sqlite_schema")
    if tables and number(db, "PRAGMA application_id") != APPLICATION_ID:
        raise StoreError(f"The database {path} belongs to another program.")
    version = number(db, "PRAGMA user_version")
    if version > newest:
        raise StoreError(
            f"The database {path} is of version {version}; this Lollipop knows only up to {newest}."
        )
    verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise StoreError(f"The database {path} is damaged; put a backup in its place.")


def number(db: Database, sql: str) -> int:
    return int(db.execute(sql).fetchone()[0])


def migrate(db: Database, path: Path, migrations: Sequence[Step] = MIGRATIONS) -> None:
    """Takes the steps the file has not seen, all or none, after a copy beside an existing file."""
    version = number(db, "PRAGMA user_version")
    if version == len(migrations):
        return
    if version:
        copy_before(db, path.with_name(f"{path.name}.before-v{len(migrations)}"))
    with transaction(db):
        for step in migrations[version:]:
            for statement in step:
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(migrations)}")


def copy_before(db: Database, target: Path) -> None:
    """A copy from an earlier attempt at the same step is replaced."""
    target.unlink(missing_ok=True)
    copy_to(db, target)


def copy_to(db: Database, target: Path) -> None:
    """A whole copy of the file as it is now, mode 0600. Raises StoreError where a file is already."""
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise StoreError(f"{target} exists already and is not written over.") from error
    except OSError as error:
        raise StoreError(f"{target} cannot be written: {error.strerror}.") from error
    try:
        with closing(sqlite3.connect(target)) as copy:
            db.conn.backup(copy)
    except BaseException as error:
        target.unlink(missing_ok=True)  # half a backup is worse than none
        if isinstance(error, sqlite3.Error):
            raise StoreError(f"{target} cannot be written: {error}.") from error
        raise


def empty_wal(db: Database) -> bool:
    """Moves all into the main file and cuts the -wal to nothing; False while a reader is in the way."""
    busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy
