"""The demo's bot is switched, killed and started from the page, and says why it judges as it does."""

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from moderation.policy import load_policy
from sandbox import Sandbox, World
from sandbox.cast import GROUP, JO, PATEL
from sandbox.demo import school_morning
from sandbox.explaining import Explaining
from sandbox.running import Running
from sandbox.setting import POLICIES, Term, write_profile
from tests.sandbox.conftest import NOW

RUDE = "honestly shut ur fat mouth Lisa every single day its moaning with u"
COMMAND = (sys.executable, "-m", "bot")


class Demo:
    """What the page can ask for, over HTTP."""

    def __init__(self, sandbox: Sandbox, line: aiohttp.ClientSession) -> None:
        self.sandbox, self.world, self.line = sandbox, sandbox.world, line

    async def ask(self, where: str, **body: Any) -> Any:
        async with self.line.post(f"{self.sandbox.url}/sandbox/{where}", json=body) as reply:
            answer = await reply.json()
        return answer["result"] if answer["ok"] else answer["error"]

    async def program(self) -> Any:
        async with self.line.get(f"{self.sandbox.url}/sandbox/state") as reply:
            return (await reply.json())["program"]

    async def heard(self, person: int, words: str) -> str:
        """The newest private message of the bot's with these words, once it is there."""

        def found() -> str | None:
            chat = self.world.chats.get(person)
            texts = [one.text for one in chat.messages.values()] if chat else []
            return next((text for text in reversed(texts) if words in text), None)

        return await self.sandbox.until(found)


@pytest.fixture
async def demo(line: aiohttp.ClientSession, tmp_path: Path) -> AsyncIterator[Demo]:
    async with Sandbox(now=NOW) as sandbox, Running(COMMAND, sandbox.url, tmp_path, sandbox.world) as bot:
        explaining = Explaining(COMMAND, bot, sandbox.world)
        sandbox.attach(bot, explaining)
        yield Demo(sandbox, line)
        await explaining.close()
        assert sandbox.world.violations == []


async def test_a_bot_that_is_killed_does_the_rest_when_it_is_started_again(demo: Demo) -> None:
    await demo.ask("bot", do="kill")
    assert (await demo.program())["running"] is False
    posted = demo.world.say(JO, GROUP, RUDE)["message_id"]

    await demo.ask("bot", do="start")

    await demo.sandbox.until(lambda: not demo.world.chats[GROUP].messages[posted].visible)
    assert (await demo.program())["running"] is True


async def test_another_policy_and_mode_hold_from_the_next_post_on(demo: Demo) -> None:
    page = await demo.ask("bot", do="switch", policy="orleton", mode="observe")
    assert (page["policy"], page["mode"]) == ("orleton", "observe")
    posted = demo.world.say(JO, GROUP, RUDE)["message_id"]

    await demo.heard(PATEL, "nothing was done")
    assert demo.world.chats[GROUP].messages[posted].visible
    judged = await demo.ask("explain", chat=GROUP, message=posted)
    assert (judged["action"], judged["because"], judged["mode"]) == ("hide", "ABUSE", "observe")
    assert all(clause["id"].startswith("OR-") for clause in judged["clauses"]["ABUSE"])


async def test_what_makes_no_sense_is_refused_in_a_sentence(demo: Demo) -> None:
    assert "no policy 'strict'" in await demo.ask("bot", do="switch", policy="strict")
    assert "say what to do" in await demo.ask("bot", do="dance")
    assert "never was a message 77" in await demo.ask("explain", chat=GROUP, message=77)
    assert (await demo.program())["running"] is True


async def test_a_demo_whose_bot_ends_unasked_ends_too(demo: Demo, tmp_path: Path) -> None:
    async with Sandbox(now=NOW) as sandbox, Running(COMMAND, sandbox.url, tmp_path, sandbox.world) as bot:
        failed = asyncio.create_task(bot.failed())
        await bot.program.kill()

        await asyncio.wait_for(failed, 20)


async def test_without_a_program_the_page_is_told_so(sandbox: Sandbox, line: aiohttp.ClientSession) -> None:
    assert await Demo(sandbox, line).program() is None
    assert "no bot of this program" in await Demo(sandbox, line).ask("bot", do="kill")
    assert "no bot of this program" in await Demo(sandbox, line).ask("explain", chat=GROUP, message=1)


@pytest.mark.parametrize("policy", POLICIES)
def test_each_policy_is_complete_with_the_pretend_settings_answers(policy: str, tmp_path: Path) -> None:
    term = Term.around(NOW)

    written = load_policy(write_profile(policy, tmp_path, term))

    assert written["calendar.terms"][0][1] == term.last
    assert written["escalation.local_contacts.lado"] == "01632 960101"
    assert not set(written.unanswered) & {"setting.contact_email", "policy.version", "calendar.terms"}


def test_the_term_ends_on_a_friday_that_lies_ahead(world: World) -> None:
    term = Term.around(world.now)

    assert term.last.weekday() == 4
    assert term.evening() > world.now


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        ("2026-11-25T22:30", "2026-11-25"),
        ("2026-11-28T09:00", "2026-11-30"),
        ("2026-11-29T23:59", "2026-11-30"),
    ],
)
def test_the_demo_opens_on_a_school_morning(now: str, shown: str) -> None:
    morning = school_morning(datetime.fromisoformat(now).replace(tzinfo=UTC))

    assert morning.isoformat() == f"{shown}T10:00:00+00:00"
