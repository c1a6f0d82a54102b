"""Who is kept away from a case because it is, or may be, about them (I-11)."""

from datetime import datetime

from sqlite_utils import Database

from bot.store.file import read
from bot.store.moments import to_text


class Subjects:
    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, number: int, user_id: int, now: datetime) -> bool:
        """False when they were kept away already."""
        added = self._db.execute(
            "INSERT INTO subjects (number, user_id, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [number, user_id, to_text(now)],
        )
        return added.rowcount == 1

    def of(self, number: int) -> frozenset[int]:
        rows = read(self._db, "SELECT user_id FROM subjects WHERE number = ?", number)
        return frozenset(row["user_id"] for row in rows)

    def purge(self) -> None:
        """Forgets it with the case."""
        self._db.execute("DELETE FROM subjects WHERE number NOT IN (SELECT number FROM cases)")

    def forget(self, user_id: int) -> None:
        """Erasure."""
        self._db.execute("DELETE FROM subjects WHERE user_id = ?", [user_id])
