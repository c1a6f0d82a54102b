"""Whatever step of a hide is refused, cut off or stopped once, the post goes, is kept, and people hear."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from sandbox.cast import COLE, GROUP, JO, PATEL
from tests.scenarios.conftest import RUDE, WORRY, Stage, StartBot

STEPS = {
    "delete": ("deleteMessage", GROUP),
    "tell": ("sendMessage", JO),
    "notice": ("sendMessage", GROUP),
    "card": ("sendMessage", PATEL),
}


async def all_is_well(stage: Stage, post: int) -> None:
    """The post is gone, its author and the manager have heard, and nothing is left to do."""
    await stage.gone(post)
    await stage.told(JO, RUDE)
    await stage.told(PATEL, RUDE)
    await stage.until(stage.group)
    await stage.settled()
    assert stage.app is not None
    page = await stage.app.writer.run(lambda desk: desk.store.sealed.open(1))
    cases = await stage.app.writer.run(lambda desk: desk.store.cases.waiting())
    assert [case.number for case in cases] == [1]
    assert page is not None and page["words"] == RUDE
    assert not any(RUDE in text for text in stage.group())


@pytest.mark.parametrize("kind", ["500", "dropped", "lost"])
@pytest.mark.parametrize("step", STEPS)
async def test_a_step_that_fails_once_is_made_up_for(
    stage: Stage, start_bot: StartBot, step: str, kind: str
) -> None:
    method, chat = STEPS[step]
    stage.sandbox.fault(kind, methods=[method], chat=chat, times=1)
    async with start_bot():
        post = stage.say(JO, RUDE)
        await all_is_well(stage, post)

    twice = 2 if kind == "lost" else 1  # better a second copy than none
    for person in (JO, PATEL):
        assert 1 <= sum(RUDE in text for text in stage.heard(person)) <= twice
    assert 1 <= len(stage.group()) <= twice


@pytest.mark.parametrize("step", STEPS)
async def test_a_stop_in_the_middle_of_a_step_is_made_up_for(
    stage: Stage, start_bot: StartBot, step: str
) -> None:
    method, chat = STEPS[step]
    stage.sandbox.fault("outage", methods=[method], chat=chat)
    async with start_bot():
        post = stage.say(JO, RUDE)
        await stage.until(lambda: stage.calls(method, chat))
    stage.sandbox.lift_faults()
    async with start_bot():
        await all_is_well(stage, post)

    for person in (JO, PATEL):
        assert sum(RUDE in text for text in stage.heard(person)) == 1


async def test_nothing_is_taken_out_before_it_is_stored(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    async with start_bot():
        await stage.ask(PATEL, "/help")
        await stage.settled()
        other = sqlite3.connect(tmp_path / "lollipop.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")  # somebody else holds the database: nothing can be written
        post = stage.say(JO, RUDE)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await stage.gone(post)
        assert stage.calls("deleteMessage") == []
        other.execute("ROLLBACK")
        other.close()
        await all_is_well(stage, post)


@pytest.mark.parametrize("kind", ["500", "dropped", "lost"])
async def test_an_alert_and_the_help_come_through_every_fault(
    stage: Stage, start_bot: StartBot, kind: str
) -> None:
    for chat in (COLE, JO):
        stage.sandbox.fault(kind, methods=["sendMessage"], chat=chat, times=1)
    async with start_bot():
        post = stage.say(JO, WORRY)
        await stage.gone(post)
        await stage.told(COLE, WORRY)
        await stage.told(JO, "call 999")
        await stage.settled()

    assert stage.group() == []
