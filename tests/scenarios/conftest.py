"""A pretend Telegram and the whole bot on it, in one program, for stories from post to restore."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.desk import Desk
from bot.settings import read_settings
from bot.store import Store
from moderation.policy import Policy, load_policy
from sandbox.cast import GROUP, PATEL
from sandbox.ground import Call
from sandbox.people import Message
from sandbox.program import environment
from sandbox.server import Sandbox
from sandbox.world import World

StartBot = Callable[..., AbstractAsyncContextManager[App]]

FINE = "Morning all! Running five minutes late, there is traffic on the bridge"
RUDE = "whoever parked across the gate this morning is a selfish cow"
SHARP = "oh do grow up karen"  # left up, and shown to the manager
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"
NUMBER = "Mias mum is 07700 900461 if anyone needs to sort lifts"
OWN_NUMBER = "my number is 07700 900123 if anyone wants lifts"
THREAT = "I will smash your face in tomorrow at the gate"
ALLEGATION = "I saw a member of staff hit a toddler"
PROFILE = """
extends = "default"
[setting]
contact_email = "office@preschool.example"
contact_phone = "01632 960001"
[policy]
title = "Our rules for the parents' group"
version = "1"
adopted = "2026-09"
signatories = ["The manager"]
[calendar]
terms = [[2026-09-03, 2026-12-18]]
[escalation.local_contacts]
lado = "01632 960002"
childrens_services = "01632 960003"
out_of_hours = "01632 960004"
police = "101"
ofsted = "0300 123 1231"
ico = "0303 123 1113"
"""  # every question answered, so that nobody hears about open ones
OFFER = "Happy to babysit your 4 year old alone, I love little girls, no need to tell their mums"


@dataclass
class Stage:
    """What the people in the story see and do."""

    sandbox: Sandbox
    app: App | None = None

    @property
    def world(self) -> World:
        return self.sandbox.world

    def say(self, person: int, text: str, chat: int = GROUP, **how: Any) -> int:
        return int(self.world.say(person, chat, text, **how)["message_id"])

    def chat(self, chat: int) -> list[Message]:
        """The messages a person can see there, oldest first."""
        return [one for one in self.world.chats[chat].messages.values() if one.visible]

    def texts(self, chat: int) -> list[str]:
        return [message.text for message in self.chat(chat)]

    def group(self) -> list[str]:
        return self.texts(GROUP)

    def sees(self, message: int) -> bool:
        """Whether the group sees the message."""
        return self.world.chats[GROUP].messages[message].visible

    def heard(self, person: int) -> list[str]:
        """What the bot has written to somebody, oldest first."""
        return [message.text for message in self.chat(person) if message.sender == self.world.bot_id]

    def calls(self, method: str, chat: int | None = None) -> list[Call]:
        """The bot's requests of this kind, oldest first; of one chat or of all."""
        return [one for one in self.world.calls if one.method == method and chat in (None, one.chat)]

    async def until(self, seen: Callable[[], Any]) -> Any:
        """What was waited for; TimeoutError after 20 seconds."""
        async with asyncio.timeout(20):
            while not (found := seen()):
                await self.change()
        return found

    async def gone(self, message: int) -> None:
        """Until the group no longer sees the message."""
        await self.until(lambda: not self.sees(message))

    async def told(self, person: int, words: str) -> Message:
        """Until the person has a private message of the bot's with these words; the newest of them."""

        def found() -> Message | None:
            ours = [one for one in self.chat(person) if one.sender == self.world.bot_id and words in one.text]
            return ours[-1] if ours else None

        message: Message = await self.until(found)
        return message

    async def press(self, person: int, message: Message, label: str) -> str:
        """Presses a button and waits for what Telegram shows over it."""
        pressed = self.world.press(person, message.raw["chat"]["id"], message.id, label)
        assert pressed is not None
        await self.until(lambda: pressed.answered)
        return pressed.words

    async def press_data(self, person: int, message: Message, data: str) -> str:
        """Presses a button that need not be there."""
        pressed = self.world.press_data(person, message.raw["chat"]["id"], message.id, data)
        await self.until(lambda: pressed.answered)
        return pressed.words

    async def ask(self, person: int, command: str, chat: int | None = None) -> str:
        """Types a command and waits for the private answer."""
        before = len(self.heard(person))
        self.say(person, command, chat or person)
        await self.until(lambda: len(self.heard(person)) > before)
        return self.heard(person)[before]

    async def settled(self) -> None:
        """Until the bot has handled all that was said and has nothing left to do."""
        await self.until(lambda: not self.world.updates.first(1, self.world.now))
        assert self.app is not None
        async with asyncio.timeout(20):
            while not await self.app.writer.run(is_idle):
                await self.change()

    async def change(self) -> None:
        """Until something happens in the pretend Telegram, or a moment has passed."""
        try:
            async with asyncio.timeout(0.02):
                await self.world.change()
        except TimeoutError:
            return


def is_idle(desk: Desk) -> bool:
    counts = desk.store.effects.counts()
    return desk.store.inbox.oldest_waiting() is None and not counts.keys() & {"waiting", "sending"}


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox
        assert sandbox.world.violations == []


@pytest.fixture
def stage(sandbox: Sandbox) -> Stage:
    return Stage(sandbox)


@pytest.fixture
def start_bot(stage: Stage, tmp_path: Path) -> StartBot:
    """Starts the bot with `async with start_bot(MODE="observe"): …`, as often as the story needs."""

    @asynccontextmanager
    async def start(policy: Policy | None = None, told: bool = True, **changes: str) -> AsyncIterator[App]:
        profile = tmp_path / "profile.toml"
        profile.write_text(PROFILE, encoding="utf-8")
        environ = environment(stage.sandbox.url, tmp_path, profile=str(profile)) | changes
        settings = read_settings(environ)
        policy = policy or load_policy(settings.profile)
        if "LOLLIPOP_NOW" not in changes:  # the story goes the same whenever it is run
            policy = replace(policy, knobs={**policy.knobs, "quiet.hours": (time(), time())})
        if told:  # the group knows about the bot, so that the manager is not asked to tell it
            with Store.open(settings.database, settings.key_file) as store:
                store.settings.set("notice_posted", "before the story")
        async with App(settings, policy) as app:
            stage.app = app
            yield app

    return start


def labels(message: Message) -> list[str]:
    """The words on the buttons under a message."""
    return [button["text"] for row in message.buttons for button in row]


def case_card(stage: Stage, person: int = PATEL) -> Message:
    """The newest message with buttons that somebody has."""
    return [message for message in stage.chat(person) if message.buttons][-1]
