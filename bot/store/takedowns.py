"""Posts whose authors were asked to take them down, and until when they have time."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store.file import Row, read
from bot.store.moments import to_moment, to_text


@dataclass(frozen=True)
class Takedown:
    """`asked_by` is the person who wanted the author asked; None when it was the policy."""

    number: int
    asked_by: int | None
    asked: datetime
    until: datetime


class Takedowns:
    def __init__(self, db: Database) -> None:
        self._db = db

    def ask(self, number: int, *, by: int | None, now: datetime, until: datetime) -> bool:
        """False when the author was asked before: nobody is asked twice, and nobody gets longer."""
        asked = self._db.execute(
            "INSERT INTO takedowns (number, asked_by, asked, until) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (number) DO NOTHING",
            [number, by, to_text(now), to_text(until)],
        )
        return asked.rowcount == 1

    def get(self, number: int) -> Takedown | None:
        rows = read(self._db, "SELECT * FROM takedowns WHERE number = ?", number)
        return to_takedown(rows[0]) if rows else None

    def over(self, now: datetime) -> list[Takedown]:
        """Of cases that are not closed, those whose time is over, the oldest first."""
        rows = read(
            self._db,
            "SELECT takedowns.* FROM takedowns JOIN cases USING (number)"
            " WHERE until <= ? AND state <> 'closed' AND view <> 'hidden' ORDER BY until, number",
            to_text(now),
        )
        return [to_takedown(row) for row in rows]


def to_takedown(row: Row) -> Takedown:
    return Takedown(**{**row, "asked": to_moment(row["asked"]), "until": to_moment(row["until"])})
