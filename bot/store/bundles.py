"""Cases told together on one card, because they came in a storm or in the quiet hours."""

from datetime import UTC, datetime

from sqlite_utils import Database

from bot.store.file import read
from bot.store.moments import to_moment, to_text

NEVER = datetime.min.replace(tzinfo=UTC)


class Bundles:
    """A bundle has the number of its first case."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, first: int, why: str, now: datetime) -> None:
        self._db.execute(
            "INSERT INTO bundles (number, why, last) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [first, why, to_text(now)],
        )
        self.join(first, first, now)

    def join(self, first: int, case_number: int, now: datetime) -> None:
        self._db.execute(
            "INSERT INTO bundled (case_number, bundle) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [case_number, first],
        )
        self._db.execute("UPDATE bundles SET last = max(last, ?) WHERE number = ?", [to_text(now), first])

    def running(self, why: str, since: datetime) -> int | None:
        """The newest bundle that exists for this reason and had a case since then."""
        rows = read(
            self._db,
            "SELECT number FROM bundles WHERE why = ? AND last >= ? ORDER BY number DESC LIMIT 1",
            why,
            to_text(since),
        )
        return int(rows[0]["number"]) if rows else None

    def of(self, case_number: int) -> int | None:
        """The bundle a case is told in."""
        rows = read(self._db, "SELECT bundle FROM bundled WHERE case_number = ?", case_number)
        return int(rows[0]["bundle"]) if rows else None

    def last(self, first: int) -> datetime:
        """When a case joined it last."""
        rows = read(self._db, "SELECT last FROM bundles WHERE number = ?", first)
        return to_moment(rows[0]["last"]) if rows else NEVER

    def why(self, first: int) -> str:
        rows = read(self._db, "SELECT why FROM bundles WHERE number = ?", first)
        return str(rows[0]["why"]) if rows else ""

    def purge(self) -> None:
        """Forgets bundles of cases that are forgotten themselves."""
        self._db.execute("DELETE FROM bundled WHERE case_number NOT IN (SELECT number FROM cases)")
        self._db.execute("DELETE FROM bundles WHERE number NOT IN (SELECT bundle FROM bundled)")

    def cases(self, first: int) -> list[int]:
        """Their numbers, the oldest first."""
        rows = read(self._db, "SELECT case_number FROM bundled WHERE bundle = ? ORDER BY case_number", first)
        return [int(row["case_number"]) for row in rows]
