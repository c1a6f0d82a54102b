"""Who is in the group and whom the bot may write to, by number only; names stay with Telegram."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store.file import Row, read
from bot.store.moments import moment_or_none, to_moment, to_text


@dataclass(frozen=True)
class Member:
    """`status` is Telegram's word (member, administrator, left, ...). `started`: when they pressed Start."""

    user_id: int
    status: str
    first_seen: datetime
    started: datetime | None
    reachable: bool
    joined: datetime | None
    left: datetime | None


@dataclass(frozen=True)
class Reach:
    """How many of the members who are present the bot can write to."""

    reachable: int
    present: int


class Members:
    def __init__(self, db: Database) -> None:
        self._db = db

    def saw(self, user_id: int, now: datetime, status: str = "member") -> None:
        """Somebody is there; whether they joined or had left before is not touched."""
        self._db.execute(
            "INSERT INTO members (user_id, status, first_seen) VALUES (?, ?, ?)"
            " ON CONFLICT (user_id) DO UPDATE SET status = excluded.status",
            [user_id, status, to_text(now)],
        )

    def joined(self, user_id: int, now: datetime, status: str = "member") -> None:
        self._db.execute(
            "INSERT INTO members (user_id, status, first_seen, joined) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (user_id) DO UPDATE SET status = excluded.status, joined = excluded.joined,"
            ' "left" = NULL',
            [user_id, status, to_text(now), to_text(now)],
        )

    def left(self, user_id: int, now: datetime, status: str = "left") -> None:
        self._db.execute(
            'INSERT INTO members (user_id, status, first_seen, "left") VALUES (?, ?, ?, ?)'
            ' ON CONFLICT (user_id) DO UPDATE SET status = excluded.status, "left" = excluded."left"',
            [user_id, status, to_text(now), to_text(now)],
        )

    def started(self, user_id: int, now: datetime) -> None:
        """They pressed Start, in the group or not: the bot may write to them from now on."""
        self._db.execute(
            "INSERT INTO members (user_id, status, first_seen, started, reachable)"
            " VALUES (?, 'unknown', ?, ?, 1)"
            " ON CONFLICT (user_id) DO UPDATE SET started = excluded.started, reachable = 1",
            [user_id, to_text(now), to_text(now)],
        )

    def unreachable(self, user_id: int) -> None:
        """Telegram refused a message: they never pressed Start, or have blocked the bot."""
        self._db.execute("UPDATE members SET reachable = 0 WHERE user_id = ?", [user_id])

    def get(self, user_id: int) -> Member | None:
        rows = read(self._db, "SELECT * FROM members WHERE user_id = ?", user_id)
        return to_member(rows[0]) if rows else None

    def present(self) -> list[Member]:
        """Everybody in the group the bot knows of, in the order they were first seen."""
        rows = read(
            self._db,
            "SELECT * FROM members WHERE status NOT IN ('left', 'kicked', 'unknown')"
            " ORDER BY first_seen, user_id",
        )
        return [to_member(row) for row in rows]

    def reach(self) -> Reach:
        present = self.present()
        return Reach(sum(member.reachable for member in present), len(present))

    def forget(self, user_id: int) -> bool:
        """Erasure; True when there was something to forget."""
        return self._db.execute("DELETE FROM members WHERE user_id = ?", [user_id]).rowcount == 1


def to_member(row: Row) -> Member:
    moments = {name: moment_or_none(row[name]) for name in ("started", "joined", "left")}
    seen = to_moment(row["first_seen"])
    return Member(**{**row, **moments, "first_seen": seen, "reachable": bool(row["reachable"])})
