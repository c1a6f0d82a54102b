"""What the bot has decided to do in Telegram, kept until it is done, the most pressing first."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any

from sqlite_utils import Database

from bot.store.file import Row, read, transaction
from bot.store.moments import moment_or_none, to_moment, to_text

REMEMBERED = timedelta(days=30)  # a key is not used again for so long
ONCE_OUT = datetime.max.replace(tzinfo=UTC)  # due when the case's post is out, which `went_out` says

Body = dict[str, Any]  # JSON without words: what the words are made from when it is sent


class Priority(IntEnum):
    """Smaller goes first; a delete never waits behind a message."""

    DELETE = 0
    ALERT = 1
    HELP = 2
    ANSWER = 3
    CARD = 4
    PRIVATE = 5
    NOTICE = 6


class Delivery(StrEnum):
    """What happens when the answer is lost: send again, ask a person, or simply repeat."""

    AT_LEAST_ONCE = "at_least_once"
    AT_MOST_ONCE = "at_most_once"
    IDEMPOTENT = "idempotent"


@dataclass(frozen=True)
class NewEffect:
    """`key` names this one act, so that deciding twice does it once. `due` None means at once."""

    key: str
    kind: str
    chat_id: int
    priority: Priority
    delivery: Delivery
    body: Body = field(default_factory=dict)
    case_number: int | None = None
    due: datetime | None = None


@dataclass(frozen=True)
class EffectRow:
    """`state` is waiting, sending, done, failed, unknown or held. `error` holds no words."""

    id: int
    key: str
    kind: str
    chat_id: int
    priority: Priority
    delivery: Delivery
    body: Body
    case_number: int | None
    state: str
    attempts: int
    due: datetime
    error: str | None
    created: datetime
    finished: datetime | None


class Effects:
    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, effect: NewEffect, now: datetime) -> int | None:
        """Its id; None when the same act was decided before."""
        added = self._db.execute(
            "INSERT INTO effects"
            " (key, kind, chat_id, priority, delivery, body, case_number, state, due, created)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?) ON CONFLICT (key) DO NOTHING",
            [
                effect.key,
                effect.kind,
                effect.chat_id,
                int(effect.priority),
                str(effect.delivery),
                json.dumps(effect.body, allow_nan=False),
                effect.case_number,
                to_text(effect.due or now),
                to_text(now),
            ],
        )
        return added.lastrowid if added.rowcount == 1 else None

    def claim(
        self,
        limit: int,
        now: datetime,
        *,
        exclude_chats: Collection[int] = (),
        exclude_kinds: Collection[str] = (),
        only_kinds: Collection[str] | None = None,
        one_a_chat: bool = False,
    ) -> list[EffectRow]:
        """The most pressing that are due, now being sent; of equals the oldest first. Attempts count this.
        `one_a_chat`: of each chat's only the most pressing."""
        with transaction(self._db):
            rows = read(
                self._db,
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY chat_id ORDER BY priority, id)"
                " AS place FROM effects WHERE state = 'waiting' AND due <= ?"
                " AND chat_id NOT IN (SELECT value FROM json_each(?))"
                " AND kind NOT IN (SELECT value FROM json_each(?))"
                " AND (? OR kind IN (SELECT value FROM json_each(?)))"
                ") WHERE place = 1 OR NOT ? ORDER BY priority, id LIMIT ?",
                to_text(now),
                json.dumps(list(exclude_chats)),
                json.dumps(list(exclude_kinds)),
                only_kinds is None,
                json.dumps(list(only_kinds or ())),
                one_a_chat,
                limit,
            )
            for row in rows:
                del row["place"]
                row.update(state="sending", attempts=row["attempts"] + 1)
                self._db.execute(
                    "UPDATE effects SET state = 'sending', attempts = attempts + 1 WHERE id = ?", [row["id"]]
                )
        return [to_effect(row) for row in rows]

    def get(self, effect_id: int) -> EffectRow | None:
        rows = read(self._db, "SELECT * FROM effects WHERE id = ?", effect_id)
        return to_effect(rows[0]) if rows else None

    def of_case(self, case_number: int) -> list[EffectRow]:
        """Oldest first."""
        rows = read(self._db, "SELECT * FROM effects WHERE case_number = ? ORDER BY id", case_number)
        return [to_effect(row) for row in rows]

    def unsent(self, kind: str, chat_id: int) -> list[EffectRow]:
        """What of this kind a chat has still to get, oldest first; held for want of Start too."""
        rows = read(
            self._db,
            "SELECT * FROM effects WHERE kind = ? AND chat_id = ? AND state IN ('waiting', 'held')"
            " ORDER BY id",
            kind,
            chat_id,
        )
        return [to_effect(row) for row in rows]

    def next_due(self, now: datetime) -> datetime | None:
        """When the next effect comes due after `now`; None when none will."""
        rows = read(
            self._db,
            "SELECT min(due) AS due FROM effects WHERE state = 'waiting' AND due > ? AND due < ?",
            to_text(now),
            to_text(ONCE_OUT),
        )
        return moment_or_none(rows[0]["due"])

    def went_out(self, case_number: int, now: datetime) -> None:
        """The post is out of view: what was to be said of it then may be said."""
        self._db.execute(
            "UPDATE effects SET due = ? WHERE case_number = ? AND state = 'waiting' AND due = ?",
            [to_text(now), case_number, to_text(ONCE_OUT)],
        )

    def stayed(self, case_number: int) -> None:
        """The post could not be taken out: what was to be said of it would not be true."""
        self._db.execute(
            "DELETE FROM effects WHERE case_number = ? AND state = 'waiting' AND due = ?",
            [case_number, to_text(ONCE_OUT)],
        )

    def done(self, effect_id: int, now: datetime) -> None:
        self._finish(effect_id, "done", None, now)

    def fail(self, effect_id: int, error: str, now: datetime) -> None:
        """Refused for good."""
        self._finish(effect_id, "failed", error, now)

    def lose(self, effect_id: int, error: str, now: datetime) -> None:
        """Sent, but nobody knows whether it arrived; a person is asked before it is sent again."""
        self._finish(effect_id, "unknown", error, now)

    def cancel(self, key: str) -> bool:
        """Takes back what has not been sent; False when it is too late."""
        cancelled = self._db.execute(
            "DELETE FROM effects WHERE key = ? AND state IN ('waiting', 'held')", [key]
        )
        return cancelled.rowcount == 1

    def retry(self, effect_id: int, due: datetime, error: str) -> None:
        self._db.execute(
            "UPDATE effects SET state = 'waiting', due = ?, error = ? WHERE id = ?",
            [to_text(due), error, effect_id],
        )

    def hold(self, effect_id: int) -> None:
        """The person has not pressed Start yet: it waits until they do."""
        self._db.execute("UPDATE effects SET state = 'held' WHERE id = ?", [effect_id])

    def release(self, chat_id: int, now: datetime) -> int:
        """Start was pressed: what was held for this chat goes now. How many there were."""
        return self._db.execute(
            "UPDATE effects SET state = 'waiting', due = ? WHERE state = 'held' AND chat_id = ?",
            [to_text(now), chat_id],
        ).rowcount

    def recover(self, now: datetime) -> list[EffectRow]:
        """At the start: what was being sent is sent again, except what must not be done twice.
        Those become 'unknown' and are returned, for a person to say."""
        with transaction(self._db):
            lost = read(
                self._db,
                "SELECT * FROM effects WHERE state = 'sending' AND delivery = 'at_most_once' ORDER BY id",
            )
            for row in lost:
                self.lose(row["id"], "stopped while sending", now)
            self._db.execute("UPDATE effects SET state = 'waiting' WHERE state = 'sending'")
            found = [self.get(row["id"]) for row in lost]
        return [row for row in found if row is not None]

    def redirect(self, old_chat: int, new_chat: int) -> None:
        """The group has become a supergroup: what waits to be sent goes to the new id. What names a message
        of the old group does not: under the new id the same number is another message."""
        self._db.execute(
            "UPDATE effects SET chat_id = ? WHERE chat_id = ? AND state IN ('waiting', 'sending', 'held')"
            " AND json_extract(body, '$.messages') IS NULL AND json_extract(body, '$.message') IS NULL",
            [new_chat, old_chat],
        )

    def purge(self, now: datetime) -> int:
        """Forgets what was finished, or held unasked for, 30 days ago."""
        before = to_text(now - REMEMBERED)
        return self._db.execute(
            "DELETE FROM effects WHERE finished <= ? OR (state = 'held' AND created <= ?)", [before, before]
        ).rowcount

    def counts(self) -> dict[str, int]:
        """How many effects are in each state; a state with none is left out."""
        rows = read(self._db, "SELECT state, count(*) AS n FROM effects GROUP BY state")
        return {row["state"]: row["n"] for row in rows}

    def _finish(self, effect_id: int, state: str, error: str | None, now: datetime) -> None:
        self._db.execute(
            "UPDATE effects SET state = ?, error = ?, finished = ? WHERE id = ?",
            [state, error, to_text(now), effect_id],
        )


def to_effect(row: Row) -> EffectRow:
    return EffectRow(
        **{
            **row,
            "priority": Priority(row["priority"]),
            "delivery": Delivery(row["delivery"]),
            "body": json.loads(row["body"]),
            "due": to_moment(row["due"]),
            "created": to_moment(row["created"]),
            "finished": moment_or_none(row["finished"]),
        }
    )
