"""Who answers for whom while somebody is away, from when until when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.file import Row, read, transaction
from bot.store.moments import to_moment, to_text


@dataclass(frozen=True)
class Cover:
    """`away` is answered for by `by_id` from `since` up to but not including `until`."""

    away: int
    by_id: int
    since: datetime
    until: datetime


class Covers:
    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, cover: Cover, *, given_by: int) -> None:
        """The newest word counts where two stretches overlap."""
        self._db.execute(
            "INSERT INTO covers (away, by_id, since, until, given_by) VALUES (?, ?, ?, ?, ?)",
            [cover.away, cover.by_id, to_text(cover.since), to_text(cover.until), given_by],
        )

    def now(self, now: datetime) -> dict[int, int]:
        """Everybody who is away at this moment, and who answers for them."""
        rows = read(
            self._db,
            "SELECT away, by_id FROM covers WHERE since <= ? AND until > ? ORDER BY id",
            to_text(now),
            to_text(now),
        )
        return {row["away"]: row["by_id"] for row in rows}

    def to_come(self, now: datetime) -> list[Cover]:
        """Running and later ones, the earliest first."""
        return [
            to_cover(row)
            for row in read(
                self._db,
                "SELECT away, by_id, since, until FROM covers WHERE until > ? ORDER BY since, id",
                to_text(now),
            )
        ]

    def end(self, away: int, now: datetime) -> bool:
        """They are back, or will not be away after all; False when nobody covered for them."""
        text = to_text(now)
        with transaction(self._db):
            future = self._db.execute("DELETE FROM covers WHERE away = ? AND since > ?", [away, text])
            running = self._db.execute(
                "UPDATE covers SET until = ? WHERE away = ? AND until > ?", [text, away, text]
            )
        return future.rowcount + running.rowcount > 0

    def purge(self, now: datetime) -> None:
        """Forgets what ended a year ago."""
        self._db.execute("DELETE FROM covers WHERE until <= ?", [to_text(now - timedelta(days=365))])

    def forget(self, user_id: int) -> None:
        """Erasure."""
        self._db.execute("DELETE FROM covers WHERE ? IN (away, by_id)", [user_id])


def to_cover(row: Row) -> Cover:
    return Cover(row["away"], row["by_id"], to_moment(row["since"]), to_moment(row["until"]))
