"""Whose @username is whose, by a digest under the key file: what a person typed leads to a number, and the
other way round leads nowhere."""

from datetime import datetime

from sqlite_utils import Database

from bot.store.file import read
from bot.store.keys import Keys
from bot.store.moments import to_text


class Usernames:
    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    def saw(self, username: str, user_id: int, now: datetime) -> None:
        """The newest to use a name holds it, and holds no other."""
        digest = self._digest(username)
        if self.find(username) == user_id:
            return
        self._db.execute("DELETE FROM usernames WHERE digest = ? OR user_id = ?", [digest, user_id])
        self._db.execute(
            "INSERT INTO usernames (digest, user_id, seen) VALUES (?, ?, ?)", [digest, user_id, to_text(now)]
        )

    def find(self, username: str) -> int | None:
        rows = read(self._db, "SELECT user_id FROM usernames WHERE digest = ?", self._digest(username))
        return int(rows[0]["user_id"]) if rows else None

    def forget(self, user_id: int) -> None:
        """Erasure."""
        self._db.execute("DELETE FROM usernames WHERE user_id = ?", [user_id])

    def _digest(self, username: str) -> str:
        return self._keys.digest(f"username {username.removeprefix('@').casefold()}")
