"""Questions to the setting: who asked where and when, how they stand and by when they are due; no words."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store.file import Row, read, transaction
from bot.store.moments import moment_or_none, text_or_none, to_moment, to_text
from bot.store.numbers import Kind, Numbers
from bot.store.sealed import Sealed

QUESTION, ANSWER, MORE = "question", "answer", "more"  # what a message in the group is to a question


@dataclass(frozen=True)
class Query:
    """`since`: when it was asked, or asked again. `reminded`: up to when its reminders are taken care of.
    `ended`: when it was answered or closed. `retired`: when its words went."""

    number: int
    state: str
    asked_by: int | None
    chat_id: int | None
    message_id: int | None
    album: str | None
    content_hash: str | None
    since: datetime
    due: datetime | None
    reminded: datetime
    decision: str | None
    decided_by: int | None
    decided_at: datetime | None
    ended: datetime | None
    retired: datetime | None


class Queries:
    def __init__(self, db: Database, numbers: Numbers, sealed: Sealed) -> None:
        self._db = db
        self._numbers = numbers
        self._sealed = sealed

    def open(
        self,
        *,
        asked_by: int | None,
        since: datetime,
        due: datetime | None,
        chat_id: int | None = None,
        message_id: int | None = None,
        album: str | None = None,
        content_hash: str | None = None,
    ) -> Query:
        """`chat_id` and `message_id` are of a post in the group; None of a question asked in private."""
        with transaction(self._db):
            number = self._numbers.next(Kind.QUERY)
            row = {
                "number": number,
                "state": "open",
                "asked_by": asked_by,
                "chat_id": chat_id,
                "message_id": message_id,
                "album": album,
                "content_hash": content_hash,
                "since": to_text(since),
                "due": text_or_none(due),
                "reminded": to_text(since),
            }
            self._db.table("queries").insert(row)
            if chat_id is not None and message_id is not None:
                self.add_message(number, chat_id, message_id, QUESTION)
            query = self.get(number)
        assert query is not None
        return query

    def add_message(self, number: int, chat_id: int, message_id: int, what: str) -> None:
        self._db.execute(
            "INSERT INTO query_messages (chat_id, message_id, number, what) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [chat_id, message_id, number, what],
        )

    def get(self, number: int) -> Query | None:
        return one(self._read("number = ?", number))

    def by_message(self, chat_id: int, message_id: int, *, what: str | None = None) -> Query | None:
        """The question that this message asks, answers or takes further."""
        where = (
            "number = (SELECT number FROM query_messages WHERE chat_id = ? AND message_id = ?"
            " AND (? IS NULL OR what = ?))"
        )
        return one(self._read(where, chat_id, message_id, what, what))

    def by_album(self, chat_id: int, album: str) -> Query | None:
        return one(self._read("chat_id = ? AND album = ?", chat_id, album))

    def waiting(self) -> list[Query]:
        """Everything not yet answered or closed, the longest due first."""
        return self._read("ended IS NULL", order="coalesce(due, '9'), number")

    def waiting_of(self, asker: int) -> list[Query]:
        return self._read("ended IS NULL AND asked_by = ?", asker)

    def move(
        self, number: int, *, expect: str, to: str, by: int | None, at: datetime, move: str, ends: bool
    ) -> bool:
        """False, and nothing changed, when somebody was quicker."""
        changed = self._db.execute(
            "UPDATE queries SET state = ?, decision = ?, decided_by = ?, decided_at = ?, ended = ?"
            " WHERE number = ? AND state = ?",
            [to, move, by, to_text(at), to_text(at) if ends else None, number, expect],
        )
        return changed.rowcount == 1

    def ask_again(self, number: int, now: datetime, due: datetime | None) -> None:
        """Opened again: the clock starts anew."""
        self._db.execute(
            "UPDATE queries SET since = ?, due = ?, reminded = ? WHERE number = ?",
            [to_text(now), text_or_none(due), to_text(now), number],
        )

    def reword(self, number: int, content_hash: str) -> None:
        self._db.execute("UPDATE queries SET content_hash = ? WHERE number = ?", [content_hash, number])

    def make_private(self, number: int) -> None:
        """Its post is deleted: it is no message of the group's any more."""
        with transaction(self._db):
            self._db.execute("DELETE FROM query_messages WHERE number = ?", [number])
            self._db.execute(
                "UPDATE queries SET chat_id = NULL, message_id = NULL WHERE number = ?", [number]
            )

    def put_off(self, number: int, due: datetime | None) -> None:
        self._db.execute("UPDATE queries SET due = ? WHERE number = ?", [text_or_none(due), number])

    def was_reminded(self, number: int, until: datetime) -> None:
        self._db.execute("UPDATE queries SET reminded = ? WHERE number = ?", [to_text(until), number])

    def retire(self, before: datetime, now: datetime) -> int:
        """Destroys the words of questions that ended before then. How many it was."""
        due = self._read("ended <= ? AND retired IS NULL", to_text(before))
        with transaction(self._db):
            for query in due:
                self._sealed.destroy(query.number)
                self._db.execute(
                    "UPDATE queries SET retired = ?, content_hash = NULL WHERE number = ?",
                    [to_text(now), query.number],
                )
        return len(due)

    def forget(self, before: datetime) -> int:
        """Deletes questions that ended before then and whose words are gone. How many it was."""
        return self._db.execute(
            "DELETE FROM queries WHERE retired IS NOT NULL AND ended <= ?", [to_text(before)]
        ).rowcount

    def forget_asker(self, user_id: int) -> None:
        """Erasure: the question stays, who asked it does not."""
        self._db.execute("UPDATE queries SET asked_by = NULL WHERE asked_by = ?", [user_id])

    def _read(self, where: str, *values: object, order: str = "number DESC") -> list[Query]:
        sql = f"SELECT * FROM queries WHERE {where} ORDER BY {order}"  # noqa: S608 - ours
        return [to_query(row) for row in read(self._db, sql, *values)]


def one(queries: list[Query]) -> Query | None:
    return queries[0] if queries else None


def to_query(row: Row) -> Query:
    moments = {name: moment_or_none(row[name]) for name in ("due", "decided_at", "ended", "retired")}
    since, reminded = to_moment(row["since"]), to_moment(row["reminded"])
    return Query(**{**row, **moments, "since": since, "reminded": reminded})
