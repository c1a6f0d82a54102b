"""A pretend Telegram whose clock stands still, a bot on it, and a bare line beside the bot."""

from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from sandbox import Sandbox, World

NOW = datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
Ask = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Whatever a test does, every request, reply and update has to be as published."""
    async with Sandbox(now=NOW, frozen=True) as running:
        yield running
        assert running.world.violations == []


@pytest.fixture
def world(sandbox: Sandbox) -> World:
    return sandbox.world


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with Bot(
        sandbox.token, base_url=f"{sandbox.url}/bot", base_file_url=f"{sandbox.url}/file/bot"
    ) as client:
        yield client


@pytest.fixture
async def line() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def ask(sandbox: Sandbox, line: aiohttp.ClientSession) -> Ask:
    """Call a method with JSON and give back the whole answer."""

    async def call(method: str, **params: Any) -> dict[str, Any]:
        async with line.post(f"{sandbox.url}/bot{sandbox.token}/{method}", json=params) as reply:
            answer: dict[str, Any] = await reply.json()
            return answer

    return call
