"""Second looks that authors asked for: one for each case, its words sealed with the case's."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store.file import Row, read
from bot.store.moments import moment_or_none, to_moment, to_text


@dataclass(frozen=True)
class Appeal:
    """`due`: by when the author was promised an answer. `heard`: when somebody gave it."""

    number: int
    asked: datetime
    due: datetime
    heard: datetime | None
    heard_by: int | None


class Appeals:
    def __init__(self, db: Database) -> None:
        self._db = db

    def ask(self, number: int, *, now: datetime, due: datetime) -> bool:
        """False when there was one for this case before."""
        asked = self._db.execute(
            "INSERT INTO appeals (number, asked, due) VALUES (?, ?, ?) ON CONFLICT (number) DO NOTHING",
            [number, to_text(now), to_text(due)],
        )
        return asked.rowcount == 1

    def get(self, number: int) -> Appeal | None:
        rows = read(self._db, "SELECT * FROM appeals WHERE number = ?", number)
        return to_appeal(rows[0]) if rows else None

    def waiting(self) -> list[Appeal]:
        """Not yet heard, the oldest first."""
        rows = read(self._db, "SELECT * FROM appeals WHERE heard IS NULL ORDER BY asked, number")
        return [to_appeal(row) for row in rows]

    def hear(self, number: int, *, by: int | None, at: datetime) -> bool:
        """False when there is none, or it was heard before."""
        heard = self._db.execute(
            "UPDATE appeals SET heard = ?, heard_by = ? WHERE number = ? AND heard IS NULL",
            [to_text(at), by, number],
        )
        return heard.rowcount == 1

    def hear_again(self, number: int) -> None:
        """The answer was taken back: it waits for another."""
        self._db.execute("UPDATE appeals SET heard = NULL, heard_by = NULL WHERE number = ?", [number])


def to_appeal(row: Row) -> Appeal:
    moments = {"asked": to_moment(row["asked"]), "due": to_moment(row["due"])}
    return Appeal(**{**row, **moments, "heard": moment_or_none(row["heard"])})
