"""The adults who belong to the children, each tie apart; names and usernames are sealed."""

import json
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.store.file import Row, read
from bot.store.keys import Keys
from bot.store.moments import day_or_none, day_text, moment_or_none, text_or_none
from bot.store.roster_version import touch
from moderation.roster import Carer, name_key

SEALED = ("name", "relationship", "username")


class Carers:
    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    def all(self) -> list[Carer]:
        return [self._to_carer(row) for row in read(self._db, "SELECT * FROM carers ORDER BY id")]

    def add(self, carer: Carer) -> int:
        digest = self._digest(carer)
        touch(self._db)
        added = self._db.execute(
            "INSERT INTO carers (child_id, digest, names, user_id, leaves, set_at) VALUES (?, ?, ?, ?, ?, ?)",
            [
                carer.child_id,
                digest,
                self._seal(carer, digest),
                carer.user_id,
                day_text(carer.leaves),
                text_or_none(carer.set_at),
            ],
        )
        return int(added.lastrowid or 0)

    def update(self, carer: Carer) -> None:
        digest = self._digest(carer)
        touch(self._db)
        self._db.execute(
            "UPDATE carers SET digest = ?, names = ?, user_id = ?, leaves = ?, set_at = ? WHERE id = ?",
            [
                digest,
                self._seal(carer, digest),
                carer.user_id,
                day_text(carer.leaves),
                text_or_none(carer.set_at),
                carer.id,
            ],
        )

    def unpin(self, user_id: int, now: datetime) -> int:
        """This account is nobody's on the roster any more; how many ties it had."""
        touch(self._db)
        return self._db.execute(
            "UPDATE carers SET user_id = NULL, set_at = ? WHERE user_id = ?", [text_or_none(now), user_id]
        ).rowcount

    def _digest(self, carer: Carer) -> str:
        return self._keys.digest(f"carer {name_key(carer.name)}")

    def _seal(self, carer: Carer, digest: str) -> bytes:
        names = {name: getattr(carer, name) for name in SEALED}
        return self._keys.seal_names(json.dumps(names), f"carer {carer.child_id} {digest}")

    def _to_carer(self, row: Row) -> Carer:
        about = f"carer {row['child_id']} {row['digest']}"
        names: dict[str, Any] = json.loads(self._keys.open_names(row["names"], about))
        return Carer(
            id=row["id"],
            child_id=row["child_id"],
            **names,
            user_id=row["user_id"],
            leaves=day_or_none(row["leaves"]),
            set_at=moment_or_none(row["set_at"]),
        )
