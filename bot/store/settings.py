"""What was set while the bot ran and must outlast a restart: the mode, the group's new number."""

from sqlite_utils import Database

from bot.store.file import read


class Settings:
    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str) -> str | None:
        rows = read(self._db, "SELECT value FROM settings WHERE key = ?", key)
        return rows[0]["value"] if rows else None

    def set(self, key: str, value: str | None) -> None:
        """None forgets it."""
        if value is None:
            self._db.execute("DELETE FROM settings WHERE key = ?", [key])
            return
        self._db.execute(
            "INSERT INTO settings (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, value],
        )

    def all(self) -> dict[str, str]:
        return {row["key"]: row["value"] for row in read(self._db, "SELECT * FROM settings ORDER BY key")}
