"""A mark that changes with every change of the roster, so that a copy in memory is known to be old."""

import os

from sqlite_utils import Database

from bot.store.file import read

KEY = "roster_version"


def touch(db: Database) -> None:
    """A random mark: after a change that was taken back, the next one must not look like it."""
    db.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", [KEY, os.urandom(8).hex()])


def version(db: Database) -> str:
    rows = read(db, "SELECT value FROM settings WHERE key = ?", KEY)
    return str(rows[0]["value"]) if rows else ""
