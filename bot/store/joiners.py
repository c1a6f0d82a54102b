"""Who asked to come in, who was asked to accept the policy again, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store.file import Row, read, transaction
from bot.store.moments import moment_or_none, to_moment, to_text
from bot.store.numbers import Kind, Numbers

OFFERED, WAITING = "offered", "waiting"  # for their own answer; for a person of the setting
ADMITTED, REFUSED, DECLINED, GONE = "admitted", "refused", "declined", "gone"
ACCEPTED = "accepted"  # of somebody asked again: settled
OPEN = (OFFERED, WAITING)
JOIN, AGAIN = "join", "again"


@dataclass(frozen=True)
class Joiner:
    """`write_to`: the private chat Telegram opens for five minutes. `reached`: whether the words about the
    policy arrived. `version`: of the policy they were shown. `why`: what a person has to look at."""

    number: int
    user_id: int
    write_to: int
    purpose: str
    version: str
    state: str
    reached: bool | None
    why: str | None
    opened: datetime
    accepted: datetime | None
    asked: datetime | None
    passed_on: datetime | None
    decided_by: int | None
    decided_at: datetime | None


class Joiners:
    def __init__(self, db: Database, numbers: Numbers) -> None:
        self._db = db
        self._numbers = numbers

    def open(self, user_id: int, write_to: int, purpose: str, version: str, now: datetime) -> int:
        """Its number, one of the common series."""
        with transaction(self._db):
            number = self._numbers.next(Kind.JOINER)
            self._db.execute(
                "INSERT INTO joiners (number, user_id, write_to, purpose, version, state, opened)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [number, user_id, write_to, purpose, version, OFFERED, to_text(now)],
            )
        return number

    def get(self, number: int) -> Joiner | None:
        return next(iter(self._read("number = ?", number)), None)

    def of(self, user_id: int, purpose: str) -> list[Joiner]:
        """The newest first."""
        return self._read("user_id = ? AND purpose = ?", user_id, purpose)[::-1]

    def in_state(self, *states: str) -> list[Joiner]:
        marks = ", ".join("?" for _ in states)
        return self._read(f"state IN ({marks})", *states)

    def move(self, number: int, *, expect: tuple[str, ...], to: str, **values: object) -> bool:
        """Compare and set; False when it has moved on meanwhile. Moments are given as datetimes."""
        texts = {
            name: to_text(value) if isinstance(value, datetime) else value for name, value in values.items()
        }
        sets = "".join(f", {name} = ?" for name in texts)
        marks = ", ".join("?" for _ in expect)
        sql = f"UPDATE joiners SET state = ?{sets} WHERE number = ? AND state IN ({marks})"  # noqa: S608
        return self._db.execute(sql, [to, *texts.values(), number, *expect]).rowcount == 1

    def settled_before(self, moment: datetime) -> list[int]:
        """The numbers whose names can go."""
        marks = ", ".join(f"'{state}'" for state in OPEN)
        rows = self._read(f"state NOT IN ({marks}) AND coalesce(decided_at, opened) < ?", to_text(moment))
        return [row.number for row in rows]

    def accept(self, user_id: int, version: str, now: datetime) -> None:
        """Somebody has accepted this version of the policy."""
        self._db.execute(
            "INSERT OR IGNORE INTO acceptances (user_id, version, accepted) VALUES (?, ?, ?)",
            [user_id, version, to_text(now)],
        )

    def acceptances(self) -> dict[int, tuple[str, datetime]]:
        """The newest of each person: version and moment."""
        rows = read(self._db, "SELECT * FROM acceptances ORDER BY accepted")
        return {row["user_id"]: (row["version"], to_moment(row["accepted"])) for row in rows}

    def accepted(self, user_id: int) -> tuple[str, datetime] | None:
        sql = "SELECT version, accepted FROM acceptances WHERE user_id = ? ORDER BY accepted DESC LIMIT 1"
        rows = read(self._db, sql, user_id)
        return (rows[0]["version"], to_moment(rows[0]["accepted"])) if rows else None

    def _read(self, where: str, *values: object) -> list[Joiner]:
        sql = f"SELECT * FROM joiners WHERE {where} ORDER BY number"  # noqa: S608 - our own words
        return [to_joiner(row) for row in read(self._db, sql, *values)]


def to_joiner(row: Row) -> Joiner:
    moments = ("accepted", "asked", "passed_on", "decided_at")
    reached = None if row["reached"] is None else bool(row["reached"])
    return Joiner(
        **{
            **row,
            **{name: moment_or_none(row[name]) for name in moments},
            "opened": to_moment(row["opened"]),
            "reached": reached,
        }
    )
