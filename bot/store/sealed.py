"""The words of a case, locked with a key of its own; destroying that key destroys the words."""

import json
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlite_utils import Database

from bot.store.file import read, transaction
from bot.store.keys import Keys, lock, unlock

Words = dict[str, Any]  # whatever JSON can hold: text, names, file ids, findings with evidence


class Sealed:
    """Works for any number of the series: a case, a query, a joiner."""

    def __init__(self, db: Database, keys: Keys) -> None:
        self._db = db
        self._keys = keys

    def seal(self, number: int, words: Words) -> None:
        """Puts these words in place of any sealed before. Raises ValueError for what JSON cannot hold."""
        content = json.dumps(words, allow_nan=False).encode()
        with transaction(self._db):
            locked = lock(self.make_key(number), content, f"words of {number}")
            self._db.execute("UPDATE sealed SET words = ? WHERE number = ?", [locked, number])

    def open(self, number: int) -> Words | None:
        """The words, None where none were sealed or they are destroyed. Raises StoreError when tampered."""
        rows = read(self._db, "SELECT words FROM sealed WHERE number = ?", number)
        key = self.find_key(number)
        if key is None or rows[0]["words"] is None:
            return None
        words: Words = json.loads(unlock(key, rows[0]["words"], f"words of {number}"))
        return words

    def destroy(self, number: int) -> bool:
        """The words and their key are gone for good; True when there were any."""
        return self._db.execute("DELETE FROM sealed WHERE number = ?", [number]).rowcount == 1

    def find_key(self, number: int) -> bytes | None:
        rows = read(self._db, "SELECT wrapped_key FROM sealed WHERE number = ?", number)
        return self._keys.unwrap(rows[0]["wrapped_key"], number) if rows else None

    def make_key(self, number: int) -> bytes:
        """The number's key, a new one at its first use."""
        key = self.find_key(number)
        if key is None:
            key = AESGCM.generate_key(bit_length=256)
            wrapped = self._keys.wrap(key, number)
            self._db.execute("INSERT INTO sealed (number, wrapped_key) VALUES (?, ?)", [number, wrapped])
        return key
