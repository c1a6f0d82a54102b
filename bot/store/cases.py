"""A case: a post somebody may have to decide about, without its words, which are sealed apart."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.file import Row, read, transaction
from bot.store.moments import moment_or_none, text_or_none, to_moment, to_text
from bot.store.numbers import Kind, Numbers
from bot.store.sealed import Sealed


@dataclass(frozen=True)
class Opening:
    """What is known when a case is opened. `content_hash` comes from Keys.digest, never a plain hash."""

    state: str
    view: str  # how the group sees the post: visible, hidden, ...
    mode: str
    action: str
    severity: str
    category: str | None = None
    subtype: str | None = None
    score_alone: bool = False
    urgent: bool = False
    would_have: bool = False  # the mode kept the bot from doing it
    chat_id: int | None = None
    message_ids: tuple[int, ...] = ()  # the parts of an album, or the one message
    thread_id: int | None = None
    album: str | None = None
    author_id: int | None = None
    content_hash: str | None = None
    posted_at: datetime | None = None


@dataclass(frozen=True)
class Case:
    """`decision` is the last move made, by `decided_by` (None: the bot). `retired`: its words are gone."""

    number: int
    state: str
    view: str
    mode: str
    action: str
    severity: str
    category: str | None
    subtype: str | None
    score_alone: bool
    urgent: bool
    would_have: bool
    chat_id: int | None
    message_id: int | None  # the first of message_ids
    message_ids: tuple[int, ...]
    thread_id: int | None
    album: str | None
    author_id: int | None
    content_hash: str | None
    posted_at: datetime | None
    opened: datetime
    decision: str | None
    decided_by: int | None
    decided_at: datetime | None
    kept_until: datetime | None
    retired: datetime | None


@dataclass(frozen=True)
class Decided:
    """How many cases people have decided, and of how many they put back, or left up, the post."""

    decided: int
    wrong: int


SELECT = (
    "SELECT cases.*, (SELECT json_group_array(message_id) FROM"
    " (SELECT message_id FROM case_messages WHERE number = cases.number ORDER BY message_id)"
    ") AS message_ids FROM cases "
)


class Cases:
    def __init__(self, db: Database, numbers: Numbers, sealed: Sealed) -> None:
        self._db = db
        self._numbers = numbers
        self._sealed = sealed

    def open(self, opening: Opening, now: datetime) -> Case:
        with transaction(self._db):
            number = self._numbers.next(Kind.CASE)
            self._db.table("cases").insert(columns(opening, number, now))
            for message_id in opening.message_ids:
                self.add_message(number, opening.chat_id or 0, message_id)
            case = self.get(number)
        assert case is not None
        return case

    def add_message(self, number: int, chat_id: int, message_id: int) -> None:
        """A later part of the case's album; one it has already is passed over."""
        self._db.execute(
            "INSERT INTO case_messages (number, chat_id, message_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [number, chat_id, message_id],
        )

    def get(self, number: int) -> Case | None:
        return one(self._read("WHERE number = ?", number))

    def by_message(self, chat_id: int, message_id: int) -> Case | None:
        """The newest case about this message, whichever part of an album it is."""
        where = "WHERE number = (SELECT max(number) FROM case_messages WHERE chat_id = ? AND message_id = ?)"
        return one(self._read(where, chat_id, message_id))

    def by_album(self, chat_id: int, album: str) -> Case | None:
        """The newest case about this album."""
        return one(self._read("WHERE chat_id = ? AND album = ? ORDER BY number DESC", chat_id, album))

    def of_author(self, author_id: int) -> list[Case]:
        """Oldest first."""
        return self._read("WHERE author_id = ? ORDER BY number", author_id)

    def waiting(self) -> list[Case]:
        """Everything not closed, urgent first, then the oldest first."""
        return self._read("WHERE state <> 'closed' ORDER BY urgent DESC, opened, number")

    def since(self, start: datetime, until: datetime) -> list[Case]:
        """Opened from `start` up to but not including `until`, oldest first."""
        return self._read(
            "WHERE opened >= ? AND opened < ? ORDER BY opened, number", to_text(start), to_text(until)
        )

    def move(
        self,
        number: int,
        *,
        expect: tuple[str, str],
        to: tuple[str, str],
        by: int | None,
        at: datetime,
        move: str,
    ) -> bool:
        """From one (state, view) to another; False, and nothing changed, when somebody was quicker."""
        changed = self._db.execute(
            "UPDATE cases SET state = ?, view = ?, decision = ?, decided_by = ?, decided_at = ?"
            " WHERE number = ? AND state = ? AND view = ?",
            [*to, move, by, to_text(at), number, *expect],
        )
        return changed.rowcount == 1

    def set_view(self, number: int, *, expect: str, to: str) -> bool:
        """What the group sees turned out otherwise (a delete was refused); no decision is recorded."""
        changed = self._db.execute(
            "UPDATE cases SET view = ? WHERE number = ? AND view = ?", [to, number, expect]
        )
        return changed.rowcount == 1

    def make_graver(self, number: int, opening: Opening) -> None:
        """A later part of the album weighs more than the parts before it."""
        graver = ("action", "category", "subtype", "severity", "score_alone", "urgent", "would_have", "mode")
        self._db.execute(
            f"UPDATE cases SET {', '.join(f'{name} = ?' for name in graver)} WHERE number = ?",  # noqa: S608
            [*(getattr(opening, name) for name in graver), number],
        )

    def mark_urgent(self, number: int) -> None:
        self._db.execute("UPDATE cases SET urgent = 1 WHERE number = ?", [number])

    def keep_until(self, number: int, until: datetime | None) -> None:
        """Words stay sealed until then, whatever the retention says; None goes back to the retention."""
        self._db.execute("UPDATE cases SET kept_until = ? WHERE number = ?", [text_or_none(until), number])

    def right_and_wrong(self, *, hidden: bool) -> Decided:
        """How people decided about posts that were hidden or would have been, or that were only shown."""
        rows = read(
            self._db,
            "SELECT count(*) AS decided, coalesce(sum(decision IN ('approve', 'leave')), 0) AS wrong"
            " FROM cases WHERE state = 'closed' AND decided_by IS NOT NULL"
            " AND (action IN ('hold', 'hide', 'urgent')) = ?"
            " AND decision IN ('approve', 'leave', 'keep', 'remove') AND coalesce(subtype, '') <> 'reported'",
            int(hidden),
        )
        return Decided(int(rows[0]["decided"]), int(rows[0]["wrong"]))

    def model_hides_since(self, start: datetime) -> int:
        """Posts hidden by a toxicity score and nothing else, for the circuit breaker."""
        rows = read(
            self._db,
            "SELECT count(*) AS n FROM cases WHERE opened >= ? AND score_alone = 1"
            " AND severity = 'hide' AND would_have = 0",
            to_text(start),
        )
        return int(rows[0]["n"])

    def retire(self, now: datetime, hidden_days: int) -> list[int]:
        """Destroys the words of cases closed so long ago; their numbers. An open case keeps its words."""
        with transaction(self._db):
            due = read(
                self._db,
                "SELECT number FROM cases WHERE state = 'closed' AND retired IS NULL AND"
                " CASE WHEN kept_until IS NULL THEN coalesce(decided_at, opened) <= ?"
                " ELSE kept_until <= ? END ORDER BY number",
                to_text(now - timedelta(days=hidden_days)),
                to_text(now),
            )
            numbers = [int(row["number"]) for row in due]
            for number in numbers:
                self.retire_one(number, now)
        return numbers

    def retire_one(self, number: int, now: datetime) -> None:
        """Erasure and hand-over: the words go now."""
        with transaction(self._db):
            self._sealed.destroy(number)
            self._db.execute(
                "UPDATE cases SET retired = ?, content_hash = NULL WHERE number = ?", [to_text(now), number]
            )

    def forget(self, now: datetime, *, case_months: int) -> int:
        """Deletes cases closed so many months ago whose words are gone already. How many it was."""
        before = now - timedelta(days=round(case_months * 365.25 / 12))
        return self._db.execute(
            "DELETE FROM cases WHERE state = 'closed' AND retired IS NOT NULL"
            " AND coalesce(decided_at, opened) <= ? AND coalesce(kept_until, '') <= ?",
            [to_text(before), to_text(now)],
        ).rowcount

    def forget_author(self, author_id: int) -> int:
        """Erasure: the cases stay, who wrote the posts does not. How many cases it was."""
        return self._db.execute(
            "UPDATE cases SET author_id = NULL, content_hash = NULL WHERE author_id = ?", [author_id]
        ).rowcount

    def redirect(self, old_chat: int, new_chat: int) -> None:
        """The group has become a supergroup: posts are put back there. Their messages keep the old id, since
        the supergroup counts its own from 1 again."""
        self._db.execute("UPDATE cases SET chat_id = ? WHERE chat_id = ?", [new_chat, old_chat])

    def _read(self, where: str, *values: object) -> list[Case]:
        return [to_case(row) for row in read(self._db, SELECT + where, *values)]


def one(cases: list[Case]) -> Case | None:
    return cases[0] if cases else None


def columns(opening: Opening, number: int, now: datetime) -> Row:
    row: Row = {**vars(opening), "number": number, "opened": to_text(now)}
    row["posted_at"] = text_or_none(opening.posted_at)
    message_ids = row.pop("message_ids")
    row["message_id"] = min(message_ids, default=None)
    return row


def to_case(row: Row) -> Case:
    moments = {
        name: moment_or_none(row[name]) for name in ("posted_at", "decided_at", "kept_until", "retired")
    }
    flags = {name: bool(row[name]) for name in ("score_alone", "urgent", "would_have")}
    opened = to_moment(row["opened"])
    message_ids = tuple(json.loads(row["message_ids"]))
    return Case(**{**row, **moments, **flags, "opened": opened, "message_ids": message_ids})
