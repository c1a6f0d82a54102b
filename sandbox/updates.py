"""The updates that wait for the bot, for as long as Telegram keeps them."""

import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

Json = dict[str, Any]
KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "message_reaction_count",
    "poll",
    "poll_answer",
)
ONLY_WHEN_ASKED = {"chat_member", "message_reaction", "message_reaction_count"}
LIFE = timedelta(hours=24)
LIVES = {"callback_query": timedelta(seconds=150)}
MOST_AT_ONCE = 100


@dataclass(frozen=True)
class Waiting:
    """One update and the moment at which Telegram forgets it."""

    update: Json
    forgotten_at: datetime


class Updates:
    """The queue of one bot; a poll that asks for later numbers confirms the earlier ones."""

    def __init__(self, first: int = 500_000_001) -> None:
        self._next = first
        self._waiting: list[Waiting] = []
        self.allowed = frozenset(KINDS) - ONLY_WHEN_ASKED

    def allow(self, kinds: list[str]) -> None:
        """Choose the kinds to be queued from now on; an empty list means Telegram's default."""
        self.allowed = frozenset(kinds) if kinds else frozenset(KINDS) - ONLY_WHEN_ASKED

    def add(self, kind: str, payload: Json, now: datetime) -> Json | None:
        """Queue an update; None when the bot did not ask for its kind."""
        if kind not in self.allowed:
            return None
        update = {"update_id": self._next, kind: copy.deepcopy(payload)}
        self._next += 1
        self._waiting.append(Waiting(update, now + LIVES.get(kind, LIFE)))
        return update

    def confirm(self, offset: int) -> None:
        """Forget every update below an offset; a negative one keeps that many from the end."""
        if offset < 0:
            self._waiting = self._waiting[offset:]
        else:
            self._waiting = [one for one in self._waiting if one.update["update_id"] >= offset]

    def first(self, limit: int, now: datetime) -> list[Json]:
        """The oldest updates that Telegram still keeps, at most `limit`."""
        self._waiting = [one for one in self._waiting if one.forgotten_at > now]
        return [one.update for one in self._waiting[:limit]]

    def clear(self) -> None:
        """Forget them all."""
        self._waiting = []

    def __len__(self) -> int:
        return len(self._waiting)
