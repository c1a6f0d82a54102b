"""Updates reach the bot as Telegram hands them out: kept until confirmed, to one reader, and not for ever."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from telegram import Bot
from telegram.error import Conflict

from sandbox import Sandbox, World
from sandbox.cast import AMY, GROUP, JO, PATEL, SAM
from tests.sandbox.conftest import Ask

EVERYTHING = ["message", "edited_message", "callback_query", "chat_member", "message_reaction"]


async def test_an_update_stays_until_a_later_offset_confirms_it(ask: Ask, world: World) -> None:
    world.say(JO, GROUP, "one")
    world.say(JO, GROUP, "two")

    first = (await ask("getUpdates"))["result"]
    again = (await ask("getUpdates"))["result"]
    rest = (await ask("getUpdates", offset=first[0]["update_id"] + 1))["result"]

    assert [update["message"]["text"] for update in first] == ["one", "two"]
    assert again == first
    assert rest == first[1:]


async def test_a_long_poll_ends_as_soon_as_somebody_writes(ask: Ask, sandbox: Sandbox, world: World) -> None:
    poll = asyncio.create_task(ask("getUpdates", timeout=50))
    await sandbox.until(lambda: world.poll == 1)

    world.say(JO, GROUP, "hello")

    assert len((await poll)["result"]) == 1


async def test_a_second_poll_ends_the_first_with_a_409(
    bot: Bot, ask: Ask, sandbox: Sandbox, world: World
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=50))
    await sandbox.until(lambda: world.poll == 1)

    second = asyncio.create_task(ask("getUpdates", timeout=50))
    await sandbox.until(lambda: world.poll == 2)
    world.say(JO, GROUP, "hello")

    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    assert len((await second)["result"]) == 1


async def test_no_more_than_the_limit_is_handed_out(ask: Ask, world: World) -> None:
    for number in range(120):
        world.say(JO, GROUP, f"message {number}")

    assert len((await ask("getUpdates"))["result"]) == 100
    assert len((await ask("getUpdates", limit=1000))["result"]) == 100
    assert len((await ask("getUpdates", limit=7))["result"]) == 7


async def test_a_negative_offset_keeps_the_last_ones_only(ask: Ask, world: World) -> None:
    for word in ("one", "two", "three"):
        world.say(JO, GROUP, word)

    kept = (await ask("getUpdates", offset=-1))["result"]

    assert [update["message"]["text"] for update in kept] == ["three"]
    assert len(world.updates) == 1


async def test_an_update_is_forgotten_after_a_day(ask: Ask, world: World) -> None:
    world.say(JO, GROUP, "hello")

    world.clock.turn(timedelta(hours=23, minutes=59))
    assert len((await ask("getUpdates"))["result"]) == 1

    world.clock.turn(timedelta(minutes=1))
    assert (await ask("getUpdates"))["result"] == []


async def test_a_press_is_forgotten_after_150_seconds(ask: Ask, world: World) -> None:
    button = {"inline_keyboard": [[{"text": "Done", "callback_data": "done:1"}]]}
    card = await ask("sendMessage", chat_id=PATEL, text="Case 1", reply_markup=button)
    world.press(PATEL, PATEL, card["result"]["message_id"], "Done")

    world.clock.turn(timedelta(seconds=151))

    assert (await ask("getUpdates"))["result"] == []


async def test_joins_and_reactions_come_only_when_asked_for(ask: Ask, world: World) -> None:
    posted = world.say(JO, GROUP, "hello")
    world.leave(SAM, GROUP)
    world.react(JO, GROUP, posted["message_id"], "👍")
    unasked = (await ask("getUpdates", allowed_updates=EVERYTHING))["result"]

    world.join(SAM, GROUP)
    world.react(JO, GROUP, posted["message_id"], "👍")
    asked = (await ask("getUpdates", offset=unasked[-1]["update_id"] + 1))["result"]

    assert kinds(unasked) == ["message", "message"]
    assert kinds(asked) == ["chat_member", "message", "message_reaction"]


async def test_what_was_asked_for_stays_asked_for_until_changed(ask: Ask, world: World) -> None:
    await ask("getUpdates", allowed_updates=["callback_query"])
    world.say(JO, GROUP, "unheard")
    assert (await ask("getUpdates"))["result"] == []

    await ask("getUpdates", allowed_updates=[])
    world.say(JO, GROUP, "heard")
    assert len((await ask("getUpdates"))["result"]) == 1


async def test_a_bot_without_rights_hears_only_what_is_meant_for_it(ask: Ask, world: World) -> None:
    world.demote(world.bot_id, GROUP, by=PATEL)
    spoken = await ask("sendMessage", chat_id=GROUP, text="I am the bot")
    await ask("getUpdates", offset=-1)
    await ask("getUpdates", offset=2**40)

    world.say(JO, GROUP, "among ourselves")
    world.post(JO, GROUP, "photo")
    world.say(JO, GROUP, "/help")
    world.say(JO, GROUP, "thank you", reply_to=spoken["result"]["message_id"])

    heard = (await ask("getUpdates"))["result"]
    assert [update["message"]["text"] for update in heard] == ["/help", "thank you"]


async def test_a_bot_that_reads_everything_needs_no_rights_to_hear(ask: Ask, world: World) -> None:
    world.demote(world.bot_id, GROUP, by=PATEL)
    world.reads_all_messages = True
    await ask("getUpdates", offset=2**40)

    world.say(JO, GROUP, "among ourselves")

    assert len((await ask("getUpdates"))["result"]) == 1
    assert (await ask("getMe"))["result"]["can_read_all_group_messages"] is True


async def test_a_bot_that_was_taken_out_hears_nothing_more(ask: Ask, world: World) -> None:
    world.bot_removed(GROUP)
    told = (await ask("getUpdates"))["result"]

    world.say(JO, GROUP, "is it gone?")

    assert kinds(told) == ["my_chat_member"]
    assert len((await ask("getUpdates"))["result"]) == 1
    assert (await ask("sendMessage", chat_id=GROUP, text="hello"))["description"] == (
        "Forbidden: bot was kicked from the supergroup chat"
    )


async def test_a_change_to_an_update_after_it_was_queued_does_not_alter_it(ask: Ask, world: World) -> None:
    posted = world.say(JO, GROUP, "before")
    world.edit(JO, GROUP, posted["message_id"], "after")

    updates = (await ask("getUpdates"))["result"]

    assert updates[0]["message"]["text"] == "before"
    assert updates[1]["edited_message"]["text"] == "after"


async def test_dropping_waiting_updates_empties_the_queue(ask: Ask, world: World) -> None:
    world.say(AMY, GROUP, "hello")

    await ask("deleteWebhook", drop_pending_updates=True)

    assert len(world.updates) == 0


def kinds(updates: list[dict[str, Any]]) -> list[str]:
    return [kind for update in updates for kind in update if kind != "update_id"]
