"""Who leaves or has left the group at the end of their time: one row for each person and last day."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from bot.store.file import Row, read, transaction
from bot.store.moments import moment_or_none, to_moment, to_text
from bot.store.numbers import Kind, Numbers

# Still to come, on their way, or ended.
PLANNED, ASKED, CONFIRMED = "planned", "asked", "confirmed"
GOING, GONE, UNKNOWN, REFUSED = "going", "gone", "unknown", "refused"
STAYS, MOVED, UNDONE, LEFT = "stays", "moved", "undone", "left"
OPEN = (PLANNED, ASKED, CONFIRMED)
UNSETTLED = (*OPEN, GOING, UNKNOWN, REFUSED)


@dataclass(frozen=True)
class Removal:
    """`due`: when the person is to go. `doubt`: why somebody must say yes first. `noticed`, `asked`,
    `passed_on`: when the family, the first person and the next one were written to."""

    number: int
    user_id: int
    last_day: date
    due: datetime
    is_staff: bool
    state: str
    doubt: str | None
    opened: datetime
    noticed: datetime | None
    asked: datetime | None
    passed_on: datetime | None
    decided_by: int | None
    decided_at: datetime | None
    finished: datetime | None
    tries: int
    error: str | None

    @property
    def by_person(self) -> bool:
        return self.decided_by is not None


class Removals:
    def __init__(self, db: Database, numbers: Numbers) -> None:
        self._db = db
        self._numbers = numbers

    def open(
        self,
        user_id: int,
        last_day: date,
        *,
        due: datetime,
        is_staff: bool,
        now: datetime,
    ) -> Removal:
        """A new row, or the earlier one for the same day, as if nothing had been decided yet."""
        with transaction(self._db):
            before = self.find(user_id, last_day)
            number = before.number if before else self._numbers.next(Kind.LEAVER)
            self._db.execute(
                "INSERT OR REPLACE INTO removals (number, user_id, last_day, due, is_staff, state, opened)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [number, user_id, last_day.isoformat(), to_text(due), is_staff, PLANNED, to_text(now)],
            )
        found = self.get(number)
        assert found is not None
        return found

    def get(self, number: int) -> Removal | None:
        return next(iter(self._read("number = ?", number)), None)

    def find(self, user_id: int, last_day: date) -> Removal | None:
        return next(iter(self._read("user_id = ? AND last_day = ?", user_id, last_day.isoformat())), None)

    def of(self, user_id: int) -> list[Removal]:
        return self._read("user_id = ?", user_id)

    def in_state(self, *states: str) -> list[Removal]:
        """The next to go first."""
        marks = ", ".join("?" for _ in states)
        return self._read(f"state IN ({marks})", *states)

    def states(self) -> dict[tuple[int, date], str]:
        """The state of every row, by person and last day."""
        rows = read(self._db, "SELECT user_id, last_day, state FROM removals")
        return {(row["user_id"], date.fromisoformat(row["last_day"])): row["state"] for row in rows}

    def mark(self, number: int, what: str, now: datetime) -> None:
        """Writes down when somebody was told: `what` is noticed, asked or passed_on."""
        assert what in ("noticed", "asked", "passed_on")
        self._db.execute(f"UPDATE removals SET {what} = ? WHERE number = ?", [to_text(now), number])  # noqa: S608

    def gone_alone(self, since: datetime) -> int:
        """How many have been sent off since then on the date's word alone."""
        return len(
            self._read(
                "state IN ('going', 'gone', 'unknown', 'refused') AND decided_by IS NULL AND decided_at >= ?",
                to_text(since),
            )
        )

    def move(self, number: int, *, expect: tuple[str, ...], to: str, **values: object) -> bool:
        """Compare and set; False when it has moved on meanwhile. Moments are given as datetimes."""
        texts = {
            name: to_text(value) if isinstance(value, datetime) else value for name, value in values.items()
        }
        sets = "".join(f", {name} = ?" for name in texts)
        marks = ", ".join("?" for _ in expect)
        sql = f"UPDATE removals SET state = ?{sets} WHERE number = ? AND state IN ({marks})"  # noqa: S608
        return self._db.execute(sql, [to, *texts.values(), number, *expect]).rowcount == 1

    def settled_before(self, moment: datetime) -> list[int]:
        """The numbers whose names can go; the rows stay, or the same day would count as a new one."""
        marks = ", ".join(f"'{state}'" for state in UNSETTLED)
        where = f"state NOT IN ({marks}) AND coalesce(finished, decided_at, due) < ?"
        return [row.number for row in self._read(where, to_text(moment))]

    def _read(self, where: str, *values: object) -> list[Removal]:
        sql = f"SELECT * FROM removals WHERE {where} ORDER BY due, number"  # noqa: S608 - our own words
        return [to_removal(row) for row in read(self._db, sql, *values)]


MOMENTS = ("noticed", "asked", "passed_on", "decided_at", "finished")


def to_removal(row: Row) -> Removal:
    return Removal(
        **{
            **row,
            **{name: moment_or_none(row[name]) for name in MOMENTS},
            "last_day": date.fromisoformat(row["last_day"]),
            "due": to_moment(row["due"]),
            "opened": to_moment(row["opened"]),
            "is_staff": bool(row["is_staff"]),
        }
    )
