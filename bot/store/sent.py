"""The ledger of messages the bot sent, so that somebody's words can be taken out of them again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.file import Row, read
from bot.store.moments import moment_or_none, to_moment, to_text

REMEMBERED = timedelta(days=60)  # for a message without words, or whose words are out


@dataclass(frozen=True)
class SentRow:
    """One message. `has_words`: it carries what a person wrote. `removed`: when that was taken out."""

    chat_id: int
    message_id: int
    effect_id: int | None
    case_number: int | None
    kind: str
    has_words: bool
    sent: datetime
    removed: datetime | None


class Sent:
    def __init__(self, db: Database) -> None:
        self._db = db

    def record(
        self,
        chat_id: int,
        message_id: int,
        *,
        kind: str,
        has_words: bool,
        now: datetime,
        effect_id: int | None = None,
        case_number: int | None = None,
    ) -> None:
        """A message sent, or one of ours edited: what it carries now counts."""
        self._db.execute(
            "INSERT INTO sent (chat_id, message_id, effect_id, case_number, kind, has_words, sent)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (chat_id, message_id) DO UPDATE SET"
            " effect_id = excluded.effect_id, case_number = excluded.case_number, kind = excluded.kind,"
            " has_words = excluded.has_words, removed = NULL",
            [chat_id, message_id, effect_id, case_number, kind, has_words, to_text(now)],
        )

    def get(self, chat_id: int, message_id: int) -> SentRow | None:
        """What the bot said there, for instance in the message a person replies to."""
        rows = self._read("chat_id = ? AND message_id = ?", chat_id, message_id)
        return rows[0] if rows else None

    def of_case(self, case_number: int, kind: str | None = None) -> list[SentRow]:
        """Oldest first."""
        return self._read("case_number = ? AND (? IS NULL OR kind = ?)", case_number, kind, kind)

    def with_words_of(self, case_number: int) -> list[SentRow]:
        """Messages that still carry words of the case, oldest first."""
        return self._read("case_number = ? AND has_words = 1 AND removed IS NULL", case_number)

    def readers(self) -> dict[int, set[int]]:
        """For each case, who has a card of it, or the words behind it, in their private chat."""
        rows = read(
            self._db,
            "SELECT DISTINCT case_number, chat_id FROM sent WHERE has_words = 1 AND removed IS NULL"
            " AND chat_id > 0 AND case_number IS NOT NULL AND kind IN ('card', 'why', 'show', 'bundle')"
            " ORDER BY case_number",
        )
        readers: dict[int, set[int]] = {}
        for row in rows:
            readers.setdefault(row["case_number"], set()).add(row["chat_id"])
        return readers

    def left_behind(self) -> list[SentRow]:
        """Messages that still carry words although the words of their case are destroyed."""
        return self._read(
            "has_words = 1 AND removed IS NULL AND case_number IS NOT NULL AND NOT EXISTS"
            " (SELECT 1 FROM sealed WHERE number = case_number AND words IS NOT NULL)"
        )

    def wiped(self, chat_id: int, message_id: int, now: datetime) -> None:
        """Its words are out: edited or deleted."""
        self._db.execute(
            "UPDATE sent SET removed = ? WHERE chat_id = ? AND message_id = ?",
            [to_text(now), chat_id, message_id],
        )

    def purge(self, now: datetime) -> int:
        """Forgets messages without words after 60 days; one with words never."""
        return self._db.execute(
            "DELETE FROM sent WHERE (has_words = 0 OR removed IS NOT NULL) AND sent <= ?",
            [to_text(now - REMEMBERED)],
        ).rowcount

    def _read(self, where: str, *values: object) -> list[SentRow]:
        sql = f"SELECT * FROM sent WHERE {where} ORDER BY sent, chat_id, message_id"  # noqa: S608 - ours
        return [to_sent(row) for row in read(self._db, sql, *values)]


def to_sent(row: Row) -> SentRow:
    return SentRow(
        **{
            **row,
            "has_words": bool(row["has_words"]),
            "sent": to_moment(row["sent"]),
            "removed": moment_or_none(row["removed"]),
        }
    )
