"""A desk on a real database: what posts, commands, presses and jobs work with."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.desk import Desk
from bot.reading import Posting
from bot.review import review
from bot.settings import Settings
from bot.store import Store
from bot.store.cases import Case
from moderation.facts import Facts
from moderation.policy import load_policy
from moderation.post import Author, Post, Role

GROUP, MANAGER, DEPUTY, LEAD, PARENT = -1001000000001, 11, 12, 13, 21
NOON = datetime(2026, 9, 7, 11, tzinfo=UTC)  # noon in London


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    roles = {Role.MANAGER: (MANAGER,), Role.DEPUTY: (DEPUTY,), Role.DSL: (LEAD,)}
    settings = Settings(group_chat_id=GROUP, roles=roles, mode="enforce")
    with Store.open(tmp_path / "lollipop.db", tmp_path / "lollipop.key") as store:
        yield Desk(store, load_policy("default"), settings, NOON, bot_id=9000, bot_username="our_bot")


def later(desk: Desk, **time: float) -> Desk:
    """The same desk some time on."""
    return replace(desk, now=desk.now + timedelta(**time))


def queued(desk: Desk, number: int) -> list[tuple[str, int]]:
    """What was put into the outbox for a case: kind and chat, oldest first."""
    return [(one.kind, one.chat_id) for one in desk.store.effects.of_case(number)]


def posting(text: str, *, author: int = PARENT, message: int = 7, **changes: Any) -> Posting:
    """Somebody's post in the group, as it was read."""
    return Posting(
        **{
            "chat_id": GROUP,
            "message_id": message,
            "post": Post(text, Author(author), at=NOON),
            "author_name": "Jo Marsh",
            "sent": NOON,
            "words": text,
            **changes,
        }
    )


def opened(desk: Desk, text: str, **changes: Any) -> Case:
    """The newest case, after a post that opens one."""
    review(posting(text, **changes), Facts({"toxicity": 0.0}), desk)
    return max(desk.store.cases.waiting(), key=lambda case: case.number)
