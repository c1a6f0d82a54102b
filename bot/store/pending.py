"""Acts that wait for a second press: who asked, what for, until when; ids and dates only, never words."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.store.file import Row, read, transaction
from bot.store.moments import moment_or_none, to_moment, to_text
from bot.store.numbers import Kind, Numbers

WAITING, CONFIRMED, CANCELLED = "waiting", "confirmed", "cancelled"


@dataclass(frozen=True)
class Pending:
    """`act` says what it is (a key of bot.acts.ACTS), `body` about whom. `agreed`: who confirmed so far."""

    number: int
    act: str
    body: dict[str, Any]
    asked_by: int | None
    state: str
    agreed: tuple[int, ...]
    created: datetime
    until: datetime
    ended: datetime | None
    ended_by: int | None


class PendingActs:
    def __init__(self, db: Database, numbers: Numbers) -> None:
        self._db = db
        self._numbers = numbers

    def add(
        self, act: str, body: dict[str, Any], *, asked_by: int | None, now: datetime, until: datetime
    ) -> int:
        """Its number, one of the common series."""
        with transaction(self._db):
            number = self._numbers.next(Kind.PENDING)
            self._db.execute(
                "INSERT INTO pending (number, act, body, asked_by, state, agreed, created, until)"
                " VALUES (?, ?, ?, ?, ?, '[]', ?, ?)",
                [number, act, json.dumps(body), asked_by, WAITING, to_text(now), to_text(until)],
            )
        return number

    def get(self, number: int) -> Pending | None:
        rows = read(self._db, "SELECT * FROM pending WHERE number = ?", number)
        return to_pending(rows[0]) if rows else None

    def waiting(self, act: str | None = None) -> list[Pending]:
        """Not yet confirmed or cancelled, the oldest first; past their time too."""
        where = "state = ?" if act is None else "state = ? AND act = ?"
        values = [WAITING] if act is None else [WAITING, act]
        rows = read(self._db, f"SELECT * FROM pending WHERE {where} ORDER BY number", *values)  # noqa: S608
        return [to_pending(row) for row in rows]

    def ended(self, act: str, now: datetime) -> list[Pending]:
        """Confirmed, cancelled or past their time."""
        sql = "SELECT * FROM pending WHERE act = ? AND (state <> ? OR until < ?)"
        return [to_pending(row) for row in read(self._db, sql, act, WAITING, to_text(now))]

    def agree(self, number: int, person: int) -> None:
        """One more who has confirmed; each counts once."""
        pending = self.get(number)
        if pending is not None and person not in pending.agreed:
            agreed = json.dumps([*pending.agreed, person])
            self._db.execute("UPDATE pending SET agreed = ? WHERE number = ?", [agreed, number])

    def end(self, number: int, state: str, *, by: int | None, at: datetime) -> bool:
        """Confirmed or cancelled; False when somebody else was quicker."""
        changed = self._db.execute(
            "UPDATE pending SET state = ?, ended_by = ?, ended = ? WHERE number = ? AND state = ?",
            [state, by, to_text(at), number, WAITING],
        )
        return changed.rowcount == 1

    def with_names(self, before: datetime) -> list[int]:
        """What ended, or ran out, before then and still has a name sealed with it."""
        rows = read(
            self._db,
            "SELECT number FROM pending JOIN sealed USING (number) WHERE coalesce(ended, until) < ?",
            to_text(before),
        )
        return [int(row["number"]) for row in rows]

    def forget(self, before: datetime) -> int:
        """Deletes what ended, or ran out, before then. How many it was."""
        text = to_text(before)
        return self._db.execute("DELETE FROM pending WHERE coalesce(ended, until) < ?", [text]).rowcount


def to_pending(row: Row) -> Pending:
    return Pending(
        **{
            **row,
            "body": json.loads(row["body"]),
            "agreed": tuple(json.loads(row["agreed"])),
            "created": to_moment(row["created"]),
            "until": to_moment(row["until"]),
            "ended": moment_or_none(row["ended"]),
        }
    )
