"""Files keep their ids when their messages go, and are told apart by kind."""

import aiohttp
import pytest

from sandbox import Sandbox, World
from sandbox.cast import GROUP, JO, PATEL
from tests.sandbox.conftest import Ask


async def test_a_file_can_be_sent_again_after_its_message_is_gone(ask: Ask, world: World) -> None:
    posted = world.post(JO, GROUP, "photo", caption="Sports day")
    await ask("deleteMessage", chat_id=GROUP, message_id=posted["message_id"])

    again = await ask("sendPhoto", chat_id=PATEL, photo=posted["photo"][-1]["file_id"])

    assert again["result"]["photo"] == posted["photo"]


async def test_a_file_is_not_sent_as_another_kind(ask: Ask, world: World) -> None:
    video = world.post(JO, GROUP, "video")["video"]["file_id"]

    refused = await ask("sendPhoto", chat_id=PATEL, photo=video)

    assert refused["description"] == "Bad Request: can't use file of type Video as Photo"


async def test_an_unknown_file_is_refused(ask: Ask) -> None:
    refused = await ask("getFile", file_id="nothing")

    assert refused["description"] == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_a_file_over_twenty_megabytes_is_not_handed_out(ask: Ask, world: World) -> None:
    film = world.post(JO, GROUP, "video", size=20 * 1024 * 1024 + 1)["video"]["file_id"]

    assert (await ask("getFile", file_id=film))["description"] == "Bad Request: file is too big"
    assert (await ask("sendVideo", chat_id=PATEL, video=film))["ok"]


async def test_what_somebody_sends_is_what_the_bot_downloads(
    ask: Ask, sandbox: Sandbox, line: aiohttp.ClientSession
) -> None:
    sent = sandbox.world.post(
        PATEL, PATEL, "document", name="children.csv", content=b"child_first_name\nMo\n"
    )
    file = (await ask("getFile", file_id=sent["document"]["file_id"]))["result"]

    async with line.get(f"{sandbox.url}/file/bot{sandbox.token}/{file['file_path']}") as reply:
        content = await reply.read()
    async with line.get(f"{sandbox.url}/file/bot9000:other/{file['file_path']}") as reply:
        status = reply.status

    assert content == b"child_first_name\nMo\n"
    assert sent["document"]["file_name"] == "children.csv"
    assert status == 404


async def test_a_caption_has_at_most_1024_characters(ask: Ask, world: World) -> None:
    photo = world.post(JO, GROUP, "photo")["photo"][-1]["file_id"]

    assert (await ask("sendPhoto", chat_id=PATEL, photo=photo, caption="x" * 1024))["ok"]
    refused = await ask("sendPhoto", chat_id=PATEL, photo=photo, caption="x" * 1025)
    assert refused["description"] == "Bad Request: message caption is too long"


@pytest.mark.parametrize("count", [1, 11])
async def test_an_album_has_two_to_ten_parts(ask: Ask, world: World, count: int) -> None:
    photo = world.post(JO, GROUP, "photo")["photo"][-1]["file_id"]

    refused = await ask("sendMediaGroup", chat_id=PATEL, media=[{"type": "photo", "media": photo}] * count)

    assert refused["error_code"] == 400


@pytest.mark.parametrize("kind", ["checklist", "rich_message", "venue", "contact", "dice"])
def test_everything_a_person_can_send_is_as_telegram_describes_it(world: World, kind: str) -> None:
    world.post(JO, GROUP, kind)

    assert world.violations == []


def test_an_answer_added_to_a_poll_is_told_of_and_stands_in_the_poll(world: World) -> None:
    poll = world.post(JO, GROUP, "poll")
    world.add_option(JO, GROUP, poll["message_id"], "Perhaps")

    asked = world.message(GROUP, poll["message_id"]).raw["poll"]
    assert [option["text"] for option in asked["options"]] == ["Yes", "No", "Perhaps"]
    assert world.violations == []
