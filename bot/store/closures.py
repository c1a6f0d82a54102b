"""Days the setting closed or opened by hand, such as for snow; the newest word on a day counts."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot.store.file import Row, read
from bot.store.keys import Keys
from bot.store.moments import to_text


@dataclass(frozen=True)
class Closure:
    """From the first day to the last, both included; `opens` when it says that the setting works then."""

    first: date
    last: date
    opens: bool
    reason: str = ""


class Closures:
    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    def add(self, closure: Closure, *, by: int, now: datetime) -> None:
        about = f"{closure.first.isoformat()} {closure.last.isoformat()}"
        self._db.execute(
            "INSERT INTO closures (first, last, opens, reason, set_by, set_at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                closure.first.isoformat(),
                closure.last.isoformat(),
                closure.opens,
                self._keys.seal_names(closure.reason, f"closure {about}") if closure.reason else None,
                by,
                to_text(now),
            ],
        )

    def all(self) -> list[Closure]:
        """In the order in which they were said."""
        return [self._to_closure(row) for row in read(self._db, "SELECT * FROM closures ORDER BY id")]

    def forget(self, before: date) -> int:
        return self._db.execute("DELETE FROM closures WHERE last < ?", [before.isoformat()]).rowcount

    def _to_closure(self, row: Row) -> Closure:
        about = f"closure {row['first']} {row['last']}"
        reason = self._keys.open_names(row["reason"], about) if row["reason"] else ""
        return Closure(
            date.fromisoformat(row["first"]), date.fromisoformat(row["last"]), bool(row["opens"]), reason
        )


def in_force(closures: list[Closure]) -> tuple[list[tuple[date, date]], set[date]]:
    """What is closed and what is open when each newer word overrules the older ones."""
    closed: list[tuple[date, date]] = []
    opened: set[date] = set()
    for one in closures:
        days = {one.first + timedelta(days=n) for n in range((one.last - one.first).days + 1)}
        if one.opens:
            opened |= days
        else:
            opened -= days
            closed.append((one.first, one.last))
    return closed, opened
