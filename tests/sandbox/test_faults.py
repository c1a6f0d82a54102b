"""Troubles strike the requests they are meant for, as often as they are meant to, and no others."""

import asyncio

import aiohttp
import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter

from sandbox import Fault, Sandbox, World
from sandbox.cast import GROUP, JO, PATEL
from tests.sandbox.conftest import Ask

# python-telegram-bot announces a later change whenever it reads how long to wait.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after.*timedelta")


async def test_too_many_requests_names_the_seconds_to_wait(bot: Bot, sandbox: Sandbox) -> None:
    sandbox.fault("429", methods=["sendMessage"], chat=PATEL, seconds=7, times=1)

    with pytest.raises(RetryAfter, match="7 seconds"):
        await bot.send_message(PATEL, "one")
    await bot.send_message(PATEL, "two")


async def test_a_fault_for_one_chat_leaves_the_others_alone(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.fault("429", chat=PATEL)

    assert (await ask("sendMessage", chat_id=PATEL, text="x"))["error_code"] == 429
    assert (await ask("sendMessage", chat_id=JO, text="x"))["ok"]
    assert (await ask("getMe"))["ok"]


async def test_a_fault_for_one_method_leaves_the_others_alone(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.fault("500", methods=["sendMessage"])

    assert (await ask("sendMessage", chat_id=JO, text="x"))["error_code"] == 500
    assert (await ask("sendChatAction", chat_id=JO, action="typing"))["ok"]


@pytest.mark.parametrize("kind", ["429", "500", "dropped", "outage"])
async def test_a_request_that_was_refused_has_not_been_done(bot: Bot, sandbox: Sandbox, kind: str) -> None:
    sandbox.fault(kind, methods=["sendMessage"])

    with pytest.raises((NetworkError, RetryAfter)) as met:
        await bot.send_message(PATEL, "one")

    assert not isinstance(met.value, BadRequest)
    assert sandbox.world.chats[PATEL].messages == {}


async def test_a_gateway_answers_in_html(sandbox: Sandbox, ask: Ask) -> None:
    sandbox.fault("502", times=1)

    with pytest.raises(aiohttp.ContentTypeError):
        await ask("sendMessage", chat_id=PATEL, text="one")
    assert sandbox.world.chats[PATEL].messages == {}


async def test_a_lost_answer_was_done_all_the_same(bot: Bot, sandbox: Sandbox, world: World) -> None:
    posted = world.say(JO, GROUP, "hello")["message_id"]
    sandbox.fault("lost", times=2)

    with pytest.raises(NetworkError):
        await bot.delete_message(GROUP, posted)
    with pytest.raises(NetworkError):
        await bot.send_message(PATEL, "one")

    assert not world.chats[GROUP].messages[posted].visible
    assert [message.text for message in world.chats[PATEL].messages.values()] == ["one"]


async def test_an_outage_lasts_until_it_is_lifted(bot: Bot, sandbox: Sandbox) -> None:
    sandbox.fault("outage")
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.get_me()

    sandbox.lift_faults()

    assert (await bot.get_me()).id == sandbox.world.bot_id


async def test_a_slow_answer_is_let_go_when_the_fault_is_lifted(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.fault("slow", methods=["sendMessage"], seconds=600)
    sending = asyncio.create_task(ask("sendMessage", chat_id=PATEL, text="one"))
    await sandbox.until(lambda: sandbox.world.chats[PATEL].messages)
    assert not sending.done()

    sandbox.lift_faults()

    assert (await sending)["ok"]


async def test_the_same_seed_meets_the_same_faults() -> None:
    assert met_by(seed=3) == met_by(seed=3)
    assert met_by(seed=3) != met_by(seed=4)


def met_by(*, seed: int) -> list[bool]:
    world = World(seed=seed)
    world.faults.add(Fault("500", chance=0.3))
    return [world.faults.strike("sendMessage", 1) is not None for _ in range(50)]


def test_a_fault_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match="'earthquake' is not a fault; known ones: 429"):
        Fault("earthquake")
    with pytest.raises(ValueError, match=r"between 0 and 1, not 1\.5"):
        Fault("429", chance=1.5)


async def test_faults_are_noted_beside_the_calls_they_struck(ask: Ask, sandbox: Sandbox) -> None:
    sandbox.fault("429", times=1)

    await ask("getMe")
    await ask("getMe")

    assert [(call.fault, call.code) for call in sandbox.world.calls] == [("429", 429), (None, 200)]
