"""Staff, students and the committee as the setting lists them; names and usernames are sealed."""

import json
from typing import Any

from sqlite_utils import Database

from bot.store.file import Row, read
from bot.store.keys import Keys
from bot.store.moments import day_or_none, day_text, moment_or_none, text_or_none
from bot.store.roster_version import touch
from moderation.roster import StaffMember, name_key

SEALED = ("name", "role", "username")


class Staff:
    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    def all(self) -> list[StaffMember]:
        return [self._to_member(row) for row in read(self._db, "SELECT * FROM staff ORDER BY id")]

    def add(self, member: StaffMember) -> int:
        digest = self._digest(member)
        touch(self._db)
        added = self._db.execute(
            "INSERT INTO staff (digest, names, starts, leaves, user_id, set_at) VALUES (?, ?, ?, ?, ?, ?)",
            [digest, self._seal(member, digest), *self._plain(member)],
        )
        return int(added.lastrowid or 0)

    def update(self, member: StaffMember) -> None:
        digest = self._digest(member)
        touch(self._db)
        self._db.execute(
            "UPDATE staff SET digest = ?, names = ?, starts = ?, leaves = ?, user_id = ?, set_at = ?"
            " WHERE id = ?",
            [digest, self._seal(member, digest), *self._plain(member), member.id],
        )

    def _plain(self, member: StaffMember) -> list[str | int | None]:
        return [
            day_text(member.starts),
            day_text(member.leaves),
            member.user_id,
            text_or_none(member.set_at),
        ]

    def _digest(self, member: StaffMember) -> str:
        return self._keys.digest(f"staff {name_key(member.name)}")

    def _seal(self, member: StaffMember, digest: str) -> bytes:
        names = {name: getattr(member, name) for name in SEALED}
        return self._keys.seal_names(json.dumps(names), f"staff {digest}")

    def _to_member(self, row: Row) -> StaffMember:
        names: dict[str, Any] = json.loads(self._keys.open_names(row["names"], f"staff {row['digest']}"))
        return StaffMember(
            id=row["id"],
            **names,
            starts=day_or_none(row["starts"]),
            leaves=day_or_none(row["leaves"]),
            user_id=row["user_id"],
            set_at=moment_or_none(row["set_at"]),
        )
