"""Looking into the database, for the doctor and the audit: nothing is made, changed or left behind."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store import Store, StoreError

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    """A database with one signed row, and its key."""
    paths = tmp_path / "lollipop.db", tmp_path / "lollipop.key"
    with Store.open(*paths) as store:
        store.log.append("started", now=NOON)
    return paths


def test_what_is_there_can_be_read_and_every_file_stays_as_it_was(
    paths: tuple[Path, Path], tmp_path: Path
) -> None:
    before = files(tmp_path)

    with Store.look(*paths) as store:
        assert store.log.verify() is None
        assert store.log.head().id == 1

    assert files(tmp_path) == before


def test_it_can_be_read_beside_a_running_bot(paths: tuple[Path, Path]) -> None:
    with Store.open(*paths) as running, Store.look(*paths) as looking:
        running.log.append("went on", now=NOON)

        assert looking.log.head().id == 2


def test_nothing_can_be_written(paths: tuple[Path, Path]) -> None:
    with Store.look(*paths) as store, pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.settings.set("mode", "enforce")


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no database at .* yet"):
        Store.look(tmp_path / "lollipop.db", tmp_path / "lollipop.key")

    assert files(tmp_path) == {}


def no_key(database: Path, key: Path) -> None:
    key.unlink()


def another_key(database: Path, key: Path) -> None:
    key.write_text("ab" * 32)


def half_a_key(database: Path, key: Path) -> None:
    key.write_text("ab" * 3)


def not_ours(database: Path, key: Path) -> None:
    database.unlink()
    with closing(sqlite3.connect(database)) as other:
        other.execute("CREATE TABLE shopping (item TEXT)")


def no_database(database: Path, key: Path) -> None:
    database.write_bytes(b"My shopping list. " * 100)


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (no_key, r"The key file .* is missing that the database .* was sealed with"),
        (another_key, r"The key file .* is not the one that the database .* was sealed with"),
        (half_a_key, r"The key file .* is not a key"),
        (not_ours, r"The database .* belongs to another program"),
        (no_database, r"The database .* cannot be read"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    paths: tuple[Path, Path], tmp_path: Path, harm: Callable[[Path, Path], None], sentence: str
) -> None:
    harm(*paths)
    before = files(tmp_path)

    with pytest.raises(StoreError, match=sentence):
        Store.look(*paths)

    assert files(tmp_path) == before
