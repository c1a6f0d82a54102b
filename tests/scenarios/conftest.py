"""A pretend Telegram and the whole bot on it, in one program, for stories from post to restore."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.settings import read_settings
from moderation.policy import load_policy
from sandbox.cast import GROUP, PATEL
from sandbox.people import Message
from sandbox.program import environment
from sandbox.server import Sandbox

StartBot = Callable[..., AbstractAsyncContextManager[App]]


@dataclass
class Stage:
    """What the people in the story see and do."""

    sandbox: Sandbox

    def say(self, person: int, text: str, chat: int = GROUP, **how: Any) -> int:
        return int(self.sandbox.world.say(person, chat, text, **how)["message_id"])

    def chat(self, chat: int) -> list[Message]:
        """The messages a person can see there, oldest first."""
        return [one for one in self.sandbox.world.chats[chat].messages.values() if one.visible]

    def texts(self, chat: int) -> list[str]:
        return [message.text for message in self.chat(chat)]

    def group(self) -> list[str]:
        return self.texts(GROUP)

    async def until(self, seen: Callable[[], Any]) -> Any:
        return await self.sandbox.until(seen)

    async def gone(self, message: int) -> None:
        """Until the group no longer sees the message."""
        await self.until(lambda: not self.sandbox.world.chats[GROUP].messages[message].visible)

    async def told(self, person: int, words: str) -> Message:
        """Until the person has a private message with these words."""
        return await self.until(
            lambda: (
                next((one for one in self.chat(person) if words in one.text and one.sender != person), None)
                if person in self.sandbox.world.chats
                else None
            )
        )

    async def press(self, person: int, message: Message, label: str) -> str:
        """Presses a button and waits for what Telegram shows over it."""
        pressed = self.sandbox.world.press(person, message.raw["chat"]["id"], message.id, label)
        assert pressed is not None
        await self.until(lambda: pressed.answered)
        return pressed.words

    async def handled(self) -> None:
        """Until everything said in the group so far has been judged: posts are handled in order."""
        last = self.say(2003, "shut your fat mouth you pathetic waste of space")
        await self.gone(last)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox
        assert sandbox.world.violations == []


@pytest.fixture
def stage(sandbox: Sandbox) -> Stage:
    return Stage(sandbox)


@pytest.fixture
def start_bot(sandbox: Sandbox, tmp_path: Path) -> StartBot:
    """Starts the bot with `async with start_bot(MODE="observe"): …`, as often as the story needs."""

    @asynccontextmanager
    async def start(**changes: str) -> AsyncIterator[App]:
        environ = environment(sandbox.url, tmp_path) | changes
        settings = read_settings(environ)
        async with App(settings, load_policy(settings.profile)) as app:
            yield app

    return start


def manager_card(stage: Stage) -> Message:
    return next(message for message in stage.chat(PATEL) if message.buttons)
