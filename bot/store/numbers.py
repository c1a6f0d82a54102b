"""One series of numbers for everything a person can be asked about: /approve 12 means one thing only."""

from enum import StrEnum

from sqlite_utils import Database

from bot.store.file import read


class Kind(StrEnum):
    CASE = "case"
    QUERY = "query"
    JOINER = "joiner"
    LEAVER = "leaver"
    PENDING = "pending"  # an act that waits for a second press or person


class Numbers:
    def __init__(self, db: Database) -> None:
        self._db = db

    def next(self, kind: Kind) -> int:
        """A number never given before, not even to something since deleted."""
        return int(self._db.execute("INSERT INTO numbers (kind) VALUES (?)", [kind]).lastrowid or 0)

    def kind_of(self, number: int) -> Kind | None:
        rows = read(self._db, "SELECT kind FROM numbers WHERE number = ?", number)
        return Kind(rows[0]["kind"]) if rows else None
