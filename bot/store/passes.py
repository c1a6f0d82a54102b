"""Which pictures somebody may post once without another look, since a person has said yes to them."""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from bot.store.file import read
from bot.store.keys import Keys
from bot.store.moments import to_text


class Passes:
    """A picture is known by a mark of Telegram's unique id, under a key."""

    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    def give(self, number: int, person: int, files: Iterable[str], until: datetime) -> None:
        rows = [[number, person, self._sign(file), to_text(until)] for file in files]
        self._db.conn.executemany(
            "INSERT INTO passes (number, person, mark, until) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (number, mark) DO UPDATE SET until = excluded.until",
            rows,
        )

    def number(self, person: int, files: Iterable[str], now: datetime) -> int | None:
        """The case whose yes covers all these files of this person's; None when one is not covered."""
        marks = [self._sign(file) for file in files]
        rows = read(
            self._db,
            "SELECT number FROM passes WHERE person = ? AND until >= ?"
            " AND mark IN (SELECT value FROM json_each(?))"
            " GROUP BY number HAVING count(*) = ? ORDER BY number DESC",
            person,
            to_text(now),
            json.dumps(marks),
            len(set(marks)),
        )
        return int(rows[0]["number"]) if marks and rows else None

    def use(self, number: int, files: Iterable[str]) -> bool:
        """These are posted; True when that was the last of the case's."""
        for file in files:
            self._db.execute("DELETE FROM passes WHERE number = ? AND mark = ?", [number, self._sign(file)])
        return not read(self._db, "SELECT 1 FROM passes WHERE number = ? LIMIT 1", number)

    def take_back(self, number: int) -> None:
        self._db.execute("DELETE FROM passes WHERE number = ?", [number])

    def purge(self, now: datetime) -> None:
        self._db.execute("DELETE FROM passes WHERE until < ?", [to_text(now)])

    def _sign(self, file: str) -> int:
        return int.from_bytes(self._keys.mark(f"file {file}")[:8], "big", signed=True)
