"""The messages of albums: Telegram sends each picture apart, and one bad one takes the others out with it."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from bot.store.file import read
from bot.store.keys import Keys
from bot.store.moments import to_text

KEPT = timedelta(seconds=4)  # what a harmless part holds; the rest of its album comes within a second
REMEMBERED = timedelta(hours=48)  # which messages belong together: for so long a bot may delete them

Part = dict[str, Any]


@dataclass(frozen=True)
class AlbumPart:
    """One message of an album; `part` is what it holds, None once that is let go of."""

    message_id: int
    part: Part | None


class Albums:
    """Only what is in no case: the parts of a case are in its sealed copy."""

    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    def note(self, chat_id: int, album: str, part: Part, now: datetime) -> None:
        """A part that nothing was found in; after an edit what it holds now."""
        message_id = int(part["message"])
        self._db.execute(
            "INSERT INTO album_parts (chat_id, message_id, album, seen, part) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (chat_id, message_id) DO UPDATE SET seen = excluded.seen, part = excluded.part",
            [chat_id, message_id, album, to_text(now), self._keys.seal_part(json.dumps(part), message_id)],
        )

    def parts(self, chat_id: int, album: str) -> list[AlbumPart]:
        """In their order."""
        rows = read(
            self._db,
            "SELECT message_id, part FROM album_parts WHERE chat_id = ? AND album = ? ORDER BY message_id",
            chat_id,
            album,
        )
        return [AlbumPart(row["message_id"], self._open(row["part"], row["message_id"])) for row in rows]

    def forget(self, chat_id: int, album: str) -> None:
        """The album is a case now."""
        self._db.execute("DELETE FROM album_parts WHERE chat_id = ? AND album = ?", [chat_id, album])

    def purge(self, now: datetime) -> int:
        """Lets go of what harmless parts hold within seconds, and of the parts after two days."""
        self._db.execute(
            "UPDATE album_parts SET part = NULL WHERE part IS NOT NULL AND seen <= ?", [to_text(now - KEPT)]
        )
        return self._db.execute(
            "DELETE FROM album_parts WHERE seen <= ?", [to_text(now - REMEMBERED)]
        ).rowcount

    def _open(self, sealed: bytes | None, message_id: int) -> Part | None:
        if sealed is None:
            return None
        part: Part = json.loads(self._keys.open_part(sealed, message_id))
        return part
