"""The sandbox at its address: tokens, ways to send a request, the control interface and its client."""

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from sandbox import NotPossible, Sandbox
from sandbox.cast import GROUP, JO, PATEL, SAM
from sandbox.client import Client
from tests.sandbox.conftest import NOW, Ask


async def test_a_wrong_token_is_unauthorized_and_a_shapeless_one_not_found(
    sandbox: Sandbox, line: aiohttp.ClientSession
) -> None:
    async with line.get(f"{sandbox.url}/bot9000:wrong/getMe") as reply:
        wrong = await reply.json()
    async with line.get(f"{sandbox.url}/botnonsense/getMe") as reply:
        shapeless = await reply.json()

    assert (wrong["error_code"], wrong["description"]) == (401, "Unauthorized")
    assert (shapeless["error_code"], shapeless["description"]) == (404, "Not Found")


async def test_a_method_that_does_not_exist_is_not_found(ask: Ask) -> None:
    answer = await ask("makeTea")

    assert (answer["error_code"], answer["description"]) == (404, "Not Found: method not found")


async def test_a_method_that_exists_but_is_not_built_counts_against_the_caller() -> None:
    async with Sandbox() as sandbox, aiohttp.ClientSession() as line:
        async with line.get(f"{sandbox.url}/bot{sandbox.token}/getStarTransactions") as reply:
            assert reply.status == 404

        assert sandbox.world.violations == ["getStarTransactions: this pretend Telegram does not know it yet"]


@pytest.mark.parametrize("way", ["query", "form", "multipart", "json"])
async def test_a_request_may_come_in_any_of_four_ways(
    sandbox: Sandbox, line: aiohttp.ClientSession, way: str
) -> None:
    address = f"{sandbox.url}/bot{sandbox.token}/SENDMESSAGE"
    words = {"chat_id": str(PATEL), "text": "hello"}
    sent = {
        "query": lambda: line.get(address, params=words),
        "form": lambda: line.post(address, data=words),
        "multipart": lambda: line.post(address, data=multipart(words)),
        "json": lambda: line.post(address, json={"chat_id": PATEL, "text": "hello"}),
    }

    async with sent[way]() as reply:
        answer = await reply.json()

    assert answer["result"]["text"] == "hello"


def multipart(words: dict[str, str]) -> aiohttp.FormData:
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in words.items():
        form.add_field(name, value)
    return form


@pytest.mark.parametrize(
    ("params", "complaint"),
    [
        ({"chat_id": PATEL, "text": 5}, "sendMessage request.text: should be String, not int"),
        ({"chat_id": PATEL, "text": "x", "colour": "red"}, "sendMessage request: colour is not known"),
        ({"chat_id": PATEL}, "sendMessage request: text is missing"),
    ],
)
async def test_a_request_unlike_the_published_one_is_noted(params: dict[str, object], complaint: str) -> None:
    async with Sandbox() as sandbox, aiohttp.ClientSession() as line:
        async with line.post(f"{sandbox.url}/bot{sandbox.token}/sendMessage", json=params) as reply:
            await reply.read()

        assert sandbox.world.violations == [complaint]


async def test_a_body_that_is_no_json_is_refused(sandbox: Sandbox, line: aiohttp.ClientSession) -> None:
    plain = {"Content-Type": "application/json"}
    async with line.post(f"{sandbox.url}/bot{sandbox.token}/getMe", data="{", headers=plain) as reply:
        answer = await reply.json()

    assert answer["error_code"] == 400


async def test_people_can_be_moved_from_another_program(sandbox: Sandbox) -> None:
    async with Client(sandbox.url) as client:
        posted = await client.say(JO, GROUP, "hello")
        await client.edit(JO, GROUP, posted, "hello all")
        await client.start(SAM)
        await client.delete(JO, GROUP, posted)
        sent = await client.post(PATEL, PATEL, "document", name="a.csv", content="child\n")

        state = await client.state()

    shown = state["chats"][str(GROUP)]["messages"][0]
    assert (shown["text"], shown["earlier"][0]["text"]) == ("hello all", "hello")
    assert shown["deleted"]["how"] == "withdrawn"
    assert [one["text"] for one in state["chats"][str(SAM)]["messages"]] == ["/start"]
    assert sandbox.world.chats[PATEL].messages[sent].raw["document"]["file_size"] == 6


async def test_a_press_from_another_program_shows_its_answer(sandbox: Sandbox, ask: Ask) -> None:
    button = {"inline_keyboard": [[{"text": "Done", "callback_data": "done:1"}]]}
    sent = (await ask("sendMessage", chat_id=PATEL, text="x", reply_markup=button))["result"]
    async with Client(sandbox.url) as client:
        await client.press(PATEL, PATEL, sent["message_id"], "Done")
        press = (await client.state())["presses"][0]
        await ask("answerCallbackQuery", callback_query_id=press["id"], text="Closed")

        answered = (await client.state())["presses"][0]

    assert (press["data"], press["answered"]) == ("done:1", False)
    assert (answered["words"], answered["answered"]) == ("Closed", True)


async def test_a_client_wakes_when_what_it_waits_for_happens(sandbox: Sandbox) -> None:
    async with Client(sandbox.url) as client:
        seen = asyncio.create_task(client.until(lambda state: state["chats"][str(GROUP)]["messages"]))
        sandbox.world.say(JO, GROUP, "hello")

        assert (await seen)[0]["text"] == "hello"


async def test_waiting_in_vain_ends_with_a_timeout(sandbox: Sandbox) -> None:
    async with Client(sandbox.url) as client:
        with pytest.raises(TimeoutError):
            await client.until(lambda state: state["chats"][str(GROUP)]["messages"], timeout=0)
    with pytest.raises(TimeoutError):
        await sandbox.until(lambda: False, timeout=0)


@pytest.mark.parametrize(
    ("act", "how", "why"),
    [
        ("say", {"person": JO, "chat": GROUP, "text": " "}, "there are no words to send"),
        ("say", {"person": JO}, "say: missing a required argument: 'chat'"),
        ("fly", {}, "'fly' is not an act; known ones: say, "),
    ],
)
async def test_an_act_that_is_not_possible_is_refused_in_a_sentence(
    sandbox: Sandbox, act: str, how: dict[str, object], why: str
) -> None:
    async with Client(sandbox.url) as client:
        with pytest.raises(NotPossible, match=why):
            await client.act(act, **how)


async def test_a_page_from_elsewhere_cannot_pull_the_strings(
    sandbox: Sandbox, line: aiohttp.ClientSession
) -> None:
    words = '{"act": "say", "person": 2001, "chat": -1001000000001, "text": "hello"}'
    plain = {"Content-Type": "text/plain"}

    async with line.post(f"{sandbox.url}/sandbox/act", data=words, headers=plain) as reply:
        assert reply.status == 400
    assert sandbox.world.chats[GROUP].messages == {}


async def test_the_clock_is_turned_from_another_program(sandbox: Sandbox) -> None:
    async with Client(sandbox.url) as client:
        assert await client.now() == NOW
        await client.turn_clock(timedelta(hours=1))
        assert await client.now() == NOW + timedelta(hours=1)
        await client.set_clock(datetime(2026, 9, 7, 7, 30, tzinfo=UTC))

    assert sandbox.world.now == datetime(2026, 9, 7, 7, 30, tzinfo=UTC)


async def test_tomorrow_is_the_next_day_in_london(sandbox: Sandbox, line: aiohttp.ClientSession) -> None:
    sandbox.world.clock.set(
        datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    )  # half past midnight on 2 June in London

    async with line.post(f"{sandbox.url}/sandbox/clock", json={"tomorrow": "08:30"}) as reply:
        await reply.read()

    assert sandbox.world.now == datetime(2026, 6, 3, 7, 30, tzinfo=UTC)


async def test_a_moment_without_a_time_zone_is_refused(sandbox: Sandbox, line: aiohttp.ClientSession) -> None:
    async with line.post(f"{sandbox.url}/sandbox/clock", json={"set": "2026-09-07T08:30:00"}) as reply:
        told = await reply.json()

    assert told["error"].startswith("the clock needs a moment with its time zone")


async def test_faults_are_set_and_lifted_from_another_program(sandbox: Sandbox, ask: Ask) -> None:
    async with Client(sandbox.url) as client:
        await client.fault("429", methods=["sendMessage"], chat=PATEL, seconds=2)
        struck = await ask("sendMessage", chat_id=PATEL, text="x")
        await client.lift_faults()
        calls = (await client.state())["calls"]

    assert struck["parameters"] == {"retry_after": 2}
    assert calls["counts"] == {"sendMessage": 1}
    assert (calls["list"][0]["fault"], calls["list"][0]["ok"]) == ("429", False)
    assert (await ask("sendMessage", chat_id=PATEL, text="x"))["ok"]


async def test_the_page_asks_for_nothing_from_elsewhere(
    sandbox: Sandbox, line: aiohttp.ClientSession
) -> None:
    for name in ("", "page.js", "page.css"):
        async with line.get(f"{sandbox.url}/{name}") as reply:
            text = await reply.text()
            policy = reply.headers["Content-Security-Policy"]
        assert "https://" not in text
        assert "http://" not in text
        assert policy.startswith("default-src 'self'")


async def test_events_tell_of_every_change(sandbox: Sandbox, line: aiohttp.ClientSession) -> None:
    async with line.get(f"{sandbox.url}/sandbox/events") as stream:
        first = await stream.content.readline()
        sandbox.world.say(JO, GROUP, "hello")
        await stream.content.readline()
        second = await stream.content.readline()

    assert int(second.removeprefix(b"data: ")) > int(first.removeprefix(b"data: "))


async def test_closing_does_not_wait_for_a_long_poll() -> None:
    async with aiohttp.ClientSession() as line:
        async with Sandbox() as sandbox:
            address = f"{sandbox.url}/bot{sandbox.token}/getUpdates?timeout=50"
            poll = asyncio.create_task(answer(line, address))
            await sandbox.until(lambda: sandbox.world.poll == 1)
        assert await poll == {"ok": True, "result": []}


async def answer(line: aiohttp.ClientSession, address: str) -> object:
    async with line.get(address) as reply:
        return await reply.json()
