"""What people are to the setting, given in the chat: by whom, from when, until when."""

from datetime import datetime

from sqlite_utils import Database

from bot.store.file import read, transaction
from bot.store.moments import text_or_none, to_text


class Roles:
    """Roles given in the environment are not here; they always hold."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, user_id: int, now: datetime) -> set[str]:
        rows = read(
            self._db,
            "SELECT role FROM roles WHERE user_id = ? AND since <= ? AND (until IS NULL OR until > ?)",
            user_id,
            to_text(now),
            to_text(now),
        )
        return {row["role"] for row in rows}

    def held(self, now: datetime) -> dict[int, set[str]]:
        """Everybody who holds any, with all they hold."""
        found: dict[int, set[str]] = {}
        sql = "SELECT user_id, role FROM roles WHERE since <= ? AND (until IS NULL OR until > ?)"
        for row in read(self._db, sql, to_text(now), to_text(now)):
            found.setdefault(row["user_id"], set()).add(row["role"])
        return found

    def holders(self, role: str, now: datetime) -> list[int]:
        """Whoever has held it longest comes first."""
        rows = read(
            self._db,
            "SELECT user_id FROM roles WHERE role = ? AND since <= ? AND (until IS NULL OR until > ?)"
            " GROUP BY user_id ORDER BY min(since), user_id",
            role,
            to_text(now),
            to_text(now),
        )
        return [row["user_id"] for row in rows]

    def give(
        self,
        user_id: int,
        role: str,
        *,
        by: int | None,
        now: datetime,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> None:
        """From `since` (None: now) up to but not including `until` (None: until it is taken)."""
        self._db.execute(
            "INSERT INTO roles (user_id, role, given_by, since, until) VALUES (?, ?, ?, ?, ?)",
            [user_id, role, by, to_text(since or now), text_or_none(until)],
        )

    def take(self, user_id: int, role: str, now: datetime) -> bool:
        """Ends it now, and takes back what was to begin later; False when there was nothing to take."""
        text = to_text(now)
        with transaction(self._db):
            future = self._db.execute(
                "DELETE FROM roles WHERE user_id = ? AND role = ? AND since > ?", [user_id, role, text]
            )
            held = self._db.execute(
                "UPDATE roles SET until = ? WHERE user_id = ? AND role = ? AND (until IS NULL OR until > ?)",
                [text, user_id, role, text],
            )
        return future.rowcount + held.rowcount > 0

    def forget(self, user_id: int) -> None:
        """Erasure: roles held and roles given."""
        with transaction(self._db):
            self._db.execute("DELETE FROM roles WHERE user_id = ?", [user_id])
            self._db.execute("UPDATE roles SET given_by = NULL WHERE given_by = ?", [user_id])
