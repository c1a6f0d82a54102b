"""Marks of words that are out of view, under a key, so that the same words are known when they come again."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from bot.store.file import read
from bot.store.keys import Keys

MOST = 20  # cases to look at more closely


@dataclass(frozen=True)
class Echo:
    """A case some of whose words were said again: how many marks are shared, and how many it has."""

    number: int
    shared: int
    hidden: int


class Echoes:
    """Nothing can be read back from a mark; all of a case's go with its sealed words."""

    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    def keep(self, number: int, marks: Iterable[str]) -> None:
        rows = [[number, self._sign(mark)] for mark in marks]
        self._db.conn.executemany(
            "INSERT INTO echoes (number, mark) VALUES (?, ?) ON CONFLICT DO NOTHING", rows
        )

    def forget(self, number: int) -> None:
        """The words are in view again."""
        self._db.execute("DELETE FROM echoes WHERE number = ?", [number])

    def shared(self, marks: Iterable[str]) -> list[Echo]:
        """Cases with many of these marks, the most alike first. Words in pairs find them: they are rarer."""
        if not read(self._db, "SELECT 1 FROM echoes LIMIT 1"):
            return []
        signed = {mark: self._sign(mark) for mark in marks}
        rows = read(
            self._db,
            "WITH alike AS (SELECT number FROM echoes WHERE mark IN (SELECT value FROM json_each(?))"
            " GROUP BY number ORDER BY count(*) DESC, number DESC LIMIT ?)"
            " SELECT number, count(CASE WHEN mark IN (SELECT value FROM json_each(?)) THEN 1 END) AS shared,"
            " count(*) AS hidden FROM echoes WHERE number IN alike"
            " GROUP BY number ORDER BY shared DESC, number DESC",
            json.dumps([number for mark, number in signed.items() if " " in mark]),
            MOST,
            json.dumps(list(signed.values())),
        )
        return [Echo(**row) for row in rows]

    def _sign(self, mark: str) -> int:
        signed = self._keys.mark(mark)
        return int.from_bytes(signed[:8], "big", signed=True)
