"""Every update from Telegram, written down before it is confirmed, and forgotten once it is handled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.file import Row, read, transaction
from bot.store.keys import Keys
from bot.store.moments import moment_or_none, to_moment, to_text

REMEMBERED = timedelta(days=8)  # Telegram may send an update again for up to a week
ASIDE_KEPT = timedelta(days=7)


@dataclass(frozen=True)
class InboxRow:
    """One update. `attempts` counts this one; `raw` is Telegram's JSON as it came."""

    update_id: int
    lane: str
    raw: str
    attempts: int
    received: datetime


@dataclass(frozen=True)
class AsideRow:
    """An update nobody could handle. `raw` is None once its seven days are over."""

    update_id: int
    reason: str
    set_aside: datetime
    raw: str | None


class Inbox:
    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    def add(self, updates: Iterable[tuple[int, str, str]], now: datetime) -> int:
        """Takes in (update id, lane, raw JSON); those it has are passed over. How many were new."""
        text = to_text(now)
        with transaction(self._db):
            return sum(self._add(*update, text) for update in updates)

    def _add(self, update_id: int, lane: str, raw: str, now: str) -> int:
        return self._db.execute(
            "INSERT INTO inbox (update_id, lane, raw, hash, state, received, due)"
            " VALUES (?, ?, ?, ?, 'waiting', ?, ?) ON CONFLICT (update_id) DO NOTHING",
            [update_id, lane, self._keys.seal_update(raw, update_id), self._keys.digest(raw), now, now],
        ).rowcount

    def claim(self, lane: str, limit: int, now: datetime) -> list[InboxRow]:
        """The lane's next updates in order, now being worked on; none while an earlier one is not due."""
        with transaction(self._db):
            rows = read(
                self._db,
                "SELECT * FROM inbox WHERE lane = ? AND state IN ('waiting', 'working')"
                " ORDER BY update_id LIMIT ?",
                lane,
                limit,
            )
            ready = leading_ready(rows, to_text(now))
            for row in ready:
                self._db.execute(
                    "UPDATE inbox SET state = 'working', attempts = attempts + 1 WHERE update_id = ?",
                    [row["update_id"]],
                )
        return [self._read(row) for row in ready]

    def _read(self, row: Row) -> InboxRow:
        return InboxRow(
            update_id=row["update_id"],
            lane=row["lane"],
            raw=self._keys.open_update(row["raw"], row["update_id"]),
            attempts=row["attempts"] + 1,
            received=to_moment(row["received"]),
        )

    def attempts(self, lane: str) -> int:
        """How often the lane's next update was tried already: after a crash, a smaller batch is wiser."""
        rows = read(
            self._db,
            "SELECT attempts FROM inbox WHERE lane = ? AND state IN ('waiting', 'working')"
            " ORDER BY update_id LIMIT 1",
            lane,
        )
        return rows[0]["attempts"] if rows else 0

    def lanes_waiting(self, now: datetime) -> list[str]:
        """Lanes with something to do now and nothing in hand, the one that waits longest first."""
        return [row["lane"] for row in self._first_rows() if row["due"] <= to_text(now)]

    def next_due(self) -> datetime | None:
        """When the next lane has something to do, which may be past; None when no lane has."""
        return moment_or_none(min((row["due"] for row in self._first_rows()), default=None))

    def _first_rows(self) -> list[Row]:
        """The head of each lane that is not in hand; SQLite takes all columns from the row of the minimum."""
        rows = read(
            self._db,
            "SELECT lane, state, due, min(update_id) AS first FROM inbox"
            " WHERE state IN ('waiting', 'working') GROUP BY lane ORDER BY first",
        )
        return [row for row in rows if row["state"] == "waiting"]

    def done(self, update_id: int, now: datetime) -> None:
        """Handled: only its id, state and hash stay, so that a second copy is known."""
        self._db.execute(
            "UPDATE inbox SET state = 'done', raw = NULL, lane = '', handled = ? WHERE update_id = ?",
            [to_text(now), update_id],
        )

    def retry(self, update_id: int, due: datetime, *, counted: bool = True) -> None:
        """Back in line from `due` on. Not counted: the network's fault, no attempt used up."""
        self._db.execute(
            "UPDATE inbox SET state = 'waiting', due = ?, attempts = attempts - ? WHERE update_id = ?",
            [to_text(due), 0 if counted else 1, update_id],
        )

    def let_go(self, lane: str, now: datetime) -> None:
        """What a lane had in hand waits again, no attempt used up."""
        self._db.execute(
            "UPDATE inbox SET state = 'waiting', due = ?, attempts = attempts - 1"
            " WHERE lane = ? AND state = 'working'",
            [to_text(now), lane],
        )

    def set_aside(self, update_id: int, reason: str, now: datetime) -> None:
        """Given up, kept sealed for seven days; the lane goes on. `reason` holds no words of the update."""
        self._db.execute(
            "UPDATE inbox SET state = 'aside', reason = ?, handled = ? WHERE update_id = ?",
            [reason, to_text(now), update_id],
        )

    def aside(self) -> list[AsideRow]:
        rows = read(self._db, "SELECT * FROM inbox WHERE state = 'aside' ORDER BY update_id")
        return [
            AsideRow(
                update_id=row["update_id"],
                reason=row["reason"],
                set_aside=to_moment(row["handled"]),
                raw=row["raw"] and self._keys.open_update(row["raw"], row["update_id"]),
            )
            for row in rows
        ]

    def recover(self, now: datetime) -> int:
        """At the start: what was in hand when the bot stopped waits again, its attempts kept."""
        return self._db.execute(
            "UPDATE inbox SET state = 'waiting', due = min(due, ?) WHERE state = 'working'", [to_text(now)]
        ).rowcount

    def purge(self, now: datetime) -> int:
        """Forgets handled updates after eight days and the words of those set aside after seven."""
        with transaction(self._db):
            self._db.execute(
                "UPDATE inbox SET raw = NULL, lane = '' WHERE state = 'aside' AND handled <= ?",
                [to_text(now - ASIDE_KEPT)],
            )
            return self._db.execute(
                "DELETE FROM inbox WHERE handled <= ?", [to_text(now - REMEMBERED)]
            ).rowcount

    def counts(self) -> dict[str, int]:
        """How many updates are in each state; a state with none is left out."""
        rows = read(self._db, "SELECT state, count(*) AS n FROM inbox GROUP BY state")
        return {row["state"]: row["n"] for row in rows}

    def oldest_waiting(self) -> datetime | None:
        """When the update that has waited longest came in, for the health check."""
        rows = read(
            self._db, "SELECT min(received) AS oldest FROM inbox WHERE state IN ('waiting', 'working')"
        )
        return moment_or_none(rows[0]["oldest"])


def leading_ready(rows: list[Row], now: str) -> list[Row]:
    """The rows up to the first that is in hand already or not yet due: a lane keeps its order."""
    ready: list[Row] = []
    for row in rows:
        if row["state"] != "waiting" or row["due"] > now:
            break
        ready.append(row)
    return ready
