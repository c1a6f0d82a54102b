"""Who reported what: only to limit how often, and so that nobody hears it."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.file import read
from bot.store.moments import to_text

REMEMBERED = timedelta(days=90)


class Reports:
    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, number: int, reporter: int, now: datetime) -> bool:
        """False when the same person reported the same thing before."""
        added = self._db.execute(
            "INSERT INTO reports (number, reporter, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [number, reporter, to_text(now)],
        )
        return added.rowcount == 1

    def since(self, reporter: int, start: datetime) -> int:
        """How many one person has made since then."""
        rows = read(
            self._db,
            "SELECT count(*) AS n FROM reports WHERE reporter = ? AND at > ?",
            reporter,
            to_text(start),
        )
        return int(rows[0]["n"])

    def of(self, number: int) -> int:
        """How many people reported it."""
        rows = read(self._db, "SELECT count(*) AS n FROM reports WHERE number = ?", number)
        return int(rows[0]["n"])

    def purge(self, now: datetime) -> None:
        """Who reported what is forgotten after 90 days (U-29)."""
        self._db.execute("DELETE FROM reports WHERE at <= ?", [to_text(now - REMEMBERED)])

    def forget(self, user_id: int) -> None:
        """Erasure."""
        self._db.execute("DELETE FROM reports WHERE reporter = ?", [user_id])
