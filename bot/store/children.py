"""The children of the setting; their names are sealed with the key file."""

import json
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.store.file import Row, read
from bot.store.keys import Keys
from bot.store.moments import day_or_none, day_text, moment_or_none, text_or_none, to_text
from bot.store.roster_version import touch
from moderation.roster import Child, Photo, name_key

SEALED = ("first", "last", "known_as", "room")


class Children:
    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    def all(self) -> list[Child]:
        consents: dict[int, dict[str, str]] = {}
        for row in read(self._db, "SELECT child_id, use, value FROM consents"):
            consents.setdefault(row["child_id"], {})[row["use"]] = row["value"]
        rows = read(self._db, "SELECT * FROM children ORDER BY id")
        return [self._to_child(row, consents.get(row["id"], {})) for row in rows]

    def add(self, child: Child, now: datetime) -> int:
        """The new child's number; consents are given apart."""
        digest = self._digest(child)
        touch(self._db)
        added = self._db.execute(
            "INSERT INTO children (digest, names, starts, leaves, leaves_set, added)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                digest,
                self._seal(child, digest),
                day_text(child.starts),
                day_text(child.leaves),
                text_or_none(child.leaves_set),
                to_text(now),
            ],
        )
        return int(added.lastrowid or 0)

    def update(self, child: Child) -> None:
        """Everything but the consents, of the child with this number; a name's spelling may change."""
        digest = self._digest(child)
        touch(self._db)
        self._db.execute(
            "UPDATE children SET digest = ?, names = ?, starts = ?, leaves = ?, leaves_set = ? WHERE id = ?",
            [
                digest,
                self._seal(child, digest),
                day_text(child.starts),
                day_text(child.leaves),
                text_or_none(child.leaves_set),
                child.id,
            ],
        )

    def consent(self, child_id: int, use: str, value: str, *, by: int | None, now: datetime) -> None:
        """What holds now for one use ("photo", "publish", "name"); `by` None: the roster file said so."""
        touch(self._db)
        self._db.execute(
            "INSERT INTO consents (child_id, use, value, given_by, since) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (child_id, use) DO UPDATE SET value = excluded.value, given_by = excluded.given_by,"
            " since = excluded.since",
            [child_id, use, value, by, to_text(now)],
        )

    def _digest(self, child: Child) -> str:
        return self._keys.digest(f"child {name_key(child.name)}")

    def _seal(self, child: Child, digest: str) -> bytes:
        names = {name: getattr(child, name) for name in SEALED}
        return self._keys.seal_names(json.dumps(names), f"child {digest}")

    def _to_child(self, row: Row, consents: dict[str, str]) -> Child:
        names: dict[str, Any] = json.loads(self._keys.open_names(row["names"], f"child {row['digest']}"))
        return Child(
            id=row["id"],
            **names,
            starts=day_or_none(row["starts"]),
            leaves=day_or_none(row["leaves"]),
            leaves_set=moment_or_none(row["leaves_set"]),
            photo=Photo(consents.get("photo", "none")),
            no_publish=consents.get("publish") == "never",
            may_be_named=consents.get("name") == "yes",
        )
