"""Who did what and when, each row signed over the one before, so that nothing can be changed unseen."""

import hmac
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store.errors import StoreError
from bot.store.file import Row, read, transaction
from bot.store.keys import Keys, commit_to, key_name, to_bytes
from bot.store.moments import to_moment, to_text
from bot.store.sealed import Sealed

# Read as bytes: a tampered row may not be text at all any more.
SIGNED = ("id", "at", "event", "case_number", "actor", "detail", "commitment")
BYTES = ", ".join(f"CAST({name} AS BLOB) AS {name}" for name in (*SIGNED, "mac"))


@dataclass(frozen=True)
class Head:
    """The last row's id and signature; id 0 before the first. Kept elsewhere, it shows a cut-off end."""

    id: int
    mac: str


@dataclass(frozen=True)
class Entry:
    """One row. `commitment` promises words that are sealed elsewhere; None where there were none."""

    id: int
    at: datetime
    event: str
    case_number: int | None
    actor: int | None
    detail: Mapping[str, object]
    commitment: str | None


class Log:
    """Rows are added and never changed; there is no method that removes one."""

    def __init__(self, db: Database, keys: Keys, sealed: Sealed) -> None:
        self._db = db
        self._keys = keys
        self._sealed = sealed

    def append(
        self,
        event: str,
        *,
        now: datetime,
        case: int | None = None,
        actor: int | None = None,
        detail: Mapping[str, object] | None = None,
        words: str | None = None,
    ) -> int:
        """The new row's id. `detail` holds no words; `words` are promised, not kept, under the case's key.
        Raises ValueError for words without a case, or a detail JSON cannot hold."""
        if words is not None and case is None:
            raise ValueError("words can be promised only under the key of a case")
        text = json.dumps(dict(detail or {}), sort_keys=True, allow_nan=False)
        with transaction(self._db):
            head = self.head()
            row_id = head.id + 1
            commitment = (
                None
                if words is None or case is None
                else commit_to(self._sealed.make_key(case), row_id, words)
            )
            values: list[str | int | None] = [row_id, to_text(now), event, case, actor, text, commitment]
            mac = self._keys.sign(chained(head.mac.encode(), [as_bytes(value) for value in values]))
            self._db.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [*values, mac])
        return row_id

    def head(self) -> Head:
        rows = read(self._db, "SELECT id, CAST(mac AS BLOB) AS mac FROM log ORDER BY id DESC LIMIT 1")
        return Head(rows[0]["id"], rows[0]["mac"].decode("ascii", "replace")) if rows else Head(0, "")

    def verify(self, remembered: Head | None = None) -> int | None:
        """The first row that is changed, missing or out of place; None when the chain is whole.
        `remembered` is an earlier head. Raises StoreError where the table cannot be read at all."""
        previous, expected = b"", 1
        try:
            for row in self._db.query(f"SELECT {BYTES} FROM log ORDER BY log.id"):  # noqa: S608 - our names
                signature = self._keys.sign(chained(previous, [row[name] for name in SIGNED])).encode()
                if row["id"] != as_bytes(expected) or not same(row["mac"], signature):
                    return expected
                if remembered and remembered.id == expected and not same(row["mac"], remembered.mac.encode()):
                    return expected
                previous, expected = signature, expected + 1
        except sqlite3.Error as error:
            raise StoreError(f"The log cannot be read at row {expected}: {error}.") from error
        return expected if remembered and remembered.id >= expected else None

    def holds(self, row_id: int, words: str) -> bool | None:
        """Whether these are the words the row promised; None when it cannot be known any more."""
        rows = read(self._db, "SELECT case_number, commitment FROM log WHERE id = ?", row_id)
        if not rows or rows[0]["commitment"] is None:
            return None
        key = self._sealed.find_key(rows[0]["case_number"])
        promised = str(rows[0]["commitment"])
        if key is None or promised.partition(":")[0] != key_name(key):
            return None
        return hmac.compare_digest(promised, commit_to(key, row_id, words))

    def of_case(self, case: int) -> list[Entry]:
        """Oldest first."""
        return [to_entry(row) for row in read(self._db, "SELECT * FROM log WHERE case_number = ?", case)]

    def since(self, start: datetime) -> list[Entry]:
        """Oldest first."""
        rows = read(self._db, "SELECT * FROM log WHERE at >= ? ORDER BY id", to_text(start))
        return [to_entry(row) for row in rows]


def chained(previous: bytes, values: list[bytes | None]) -> bytes:
    """Everything a signature covers; lengths are written too, so that no two rows read the same."""
    parts = [b"-" if value is None else b"%d:%b" % (len(value), value) for value in (previous, *values)]
    return b",".join(parts)


def as_bytes(value: str | int | None) -> bytes | None:
    """As SQLite's CAST gives it back."""
    return None if value is None else to_bytes(str(value))


def same(found: bytes | None, expected: bytes) -> bool:
    return found is not None and hmac.compare_digest(found, expected)


def to_entry(row: Row) -> Entry:
    return Entry(
        id=row["id"],
        at=to_moment(row["at"]),
        event=row["event"],
        case_number=row["case_number"],
        actor=row["actor"],
        detail=json.loads(row["detail"]),
        commitment=row["commitment"],
    )
