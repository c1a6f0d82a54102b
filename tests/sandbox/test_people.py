"""People can do what Telegram lets them do, and the bot is told what Telegram would tell it."""

from collections.abc import Callable
from typing import Any

import pytest

from sandbox import NotPossible, World
from sandbox.cast import AMY, COLE, GROUP, JO, LISA, PATEL, SAM
from sandbox.people import Person
from sandbox.world import DETAILS, FILES
from tests.sandbox.conftest import Ask

OUTSIDER = 3001


@pytest.fixture
def told(ask: Ask) -> Callable[[], Any]:
    """The updates since the last look."""
    after = 0

    async def since() -> list[dict[str, Any]]:
        nonlocal after
        kinds = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
        updates: list[dict[str, Any]] = (
            await ask("getUpdates", offset=after, allowed_updates=[*kinds, "chat_join_request"])
        )["result"]
        after = updates[-1]["update_id"] + 1 if updates else after
        return updates

    return since


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (lambda w: w.say(OUTSIDER, GROUP, "hello"), "Nina Hall is not in Pre-school parents"),
        (lambda w: w.post(OUTSIDER, GROUP, "photo"), "Nina Hall is not in Pre-school parents"),
        (lambda w: w.leave(OUTSIDER, GROUP), "Nina Hall is not in Pre-school parents"),
        (lambda w: w.say(JO, SAM, "hello"), "Jo Marsh cannot act in somebody else's private chat"),
        (lambda w: w.say(JO, GROUP, "  "), "there are no words to send"),
        (lambda w: w.say(JO, GROUP, "x" * 4097), "a message has at most 4096 characters, this one has 4097"),
        (lambda w: w.say(9, GROUP, "hello"), "there is no person with the id 9 in the sandbox"),
        (lambda w: w.say(JO, 9, "hello"), "there is no chat with the id 9 in the sandbox"),
        (
            lambda w: w.say(JO, GROUP, "hello", reply_to=5),
            f"there is no message 5 to be seen in the chat {GROUP}",
        ),
        (lambda w: w.post(JO, GROUP, "perfume"), "'perfume' is not a kind of message"),
        (lambda w: w.join(JO, GROUP), "Jo Marsh is in Pre-school parents already"),
        (lambda w: w.promote(SAM, GROUP, by=JO), "Jo Marsh does not administer Pre-school parents"),
        (lambda w: w.anonymously(JO, GROUP, "hello"), "Jo Marsh is no administrator"),
    ],
)
def test_what_nobody_can_do_is_refused_in_a_sentence(
    world: World, act: Callable[[World], object], why: str
) -> None:
    world.add_person(Person(OUTSIDER, "Nina", "Hall"))

    with pytest.raises(NotPossible, match=why):
        act(world)


def test_links_commands_and_mentions_are_marked(world: World) -> None:
    raw = world.say(JO, GROUP, "😀 /report@lollipop_demo_bot see www.example.org, @sam_reed or a@b.uk")

    words = raw["text"].encode("utf-16-le")
    marked = {
        mark["type"]: words[2 * mark["offset"] : 2 * (mark["offset"] + mark["length"])].decode("utf-16-le")
        for mark in raw["entities"]
    }
    assert marked == {
        "bot_command": "/report@lollipop_demo_bot",
        "url": "www.example.org",
        "mention": "@sam_reed",
        "email": "a@b.uk",
    }


@pytest.mark.parametrize(
    "text", ["Nursery at 9.30, see you", "1/2 price", "and/or", "a @ b", "etc.and so on"]
)
def test_plain_words_are_not_marked(world: World, text: str) -> None:
    assert "entities" not in world.say(JO, GROUP, text)


async def test_an_edit_is_told_with_its_date(world: World, told: Callable[[], Any]) -> None:
    await told()
    posted = world.say(JO, GROUP, "befor")["message_id"]
    world.edit(JO, GROUP, posted, "before")

    edited = (await told())[1]["edited_message"]

    assert edited["text"] == "before"
    assert edited["edit_date"] == world.stamp()


def test_nobody_edits_or_deletes_what_another_wrote(world: World) -> None:
    posted = world.say(JO, GROUP, "mine")["message_id"]

    with pytest.raises(NotPossible):
        world.edit(SAM, GROUP, posted, "yours")
    with pytest.raises(NotPossible):
        world.delete(SAM, GROUP, posted)

    world.delete(PATEL, GROUP, posted)
    assert world.chats[GROUP].messages[posted].deleted_how == "moderated"


async def test_the_bot_is_not_told_when_a_message_is_taken_back(
    world: World, told: Callable[[], Any]
) -> None:
    posted = world.say(JO, GROUP, "oops")["message_id"]
    await told()

    world.delete(JO, GROUP, posted)

    assert await told() == []


async def test_an_album_is_several_messages_with_one_caption(world: World, told: Callable[[], Any]) -> None:
    await told()
    world.album(JO, GROUP, count=3, caption="Sports day")

    parts = [update["message"] for update in await told()]

    assert len({part["message_id"] for part in parts}) == 3
    assert len({part["media_group_id"] for part in parts}) == 1
    assert [part.get("caption") for part in parts] == ["Sports day", None, None]


@pytest.mark.parametrize(
    "kind",
    [*FILES, *DETAILS, "poll"],
)
async def test_every_kind_of_post_is_told_as_published(
    world: World, told: Callable[[], Any], kind: str
) -> None:
    await told()
    world.post(JO, GROUP, kind)

    (update,) = await told()

    assert kind in update["message"]


async def test_a_kind_nobody_knows_can_be_sent_too(world: World, told: Callable[[], Any]) -> None:
    await told()
    world.strange(JO, GROUP, {"hologram": {"words": "hello"}})

    (update,) = await told()

    assert update["message"]["hologram"] == {"words": "hello"}
    assert world.violations == []


async def test_start_opens_the_chat_and_carries_its_word(world: World, told: Callable[[], Any]) -> None:
    await told()

    world.start(SAM, "welcome")

    (update,) = await told()
    assert world.people[SAM].started
    assert update["message"]["text"] == "/start welcome"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_start_link_under_a_message_opens_the_private_chat(ask: Ask, world: World) -> None:
    link = {"text": "Start", "url": "https://t.me/lollipop_demo_bot?start=welcome"}
    sent = await ask("sendMessage", chat_id=GROUP, text="Hello", reply_markup={"inline_keyboard": [[link]]})

    assert world.press(SAM, GROUP, sent["result"]["message_id"], "Start") is None

    assert [message.text for message in world.chats[SAM].messages.values()] == ["/start welcome"]


async def test_a_press_carries_who_where_and_what(ask: Ask, world: World, told: Callable[[], Any]) -> None:
    button = {"inline_keyboard": [[{"text": "Put back", "callback_data": "approve:12"}]]}
    sent = await ask("sendMessage", chat_id=PATEL, text="Case 12", reply_markup=button)
    number = sent["result"]["message_id"]
    await told()

    world.press(PATEL, PATEL, number, "Put back")

    (update,) = await told()
    query = update["callback_query"]
    assert (query["from"]["id"], query["message"]["message_id"], query["data"]) == (
        PATEL,
        number,
        "approve:12",
    )


def test_a_button_that_is_not_there_cannot_be_pressed(world: World) -> None:
    posted = world.say(JO, GROUP, "hello")["message_id"]

    with pytest.raises(NotPossible, match=f"there is no button 'Put back' under message {posted}"):
        world.press(JO, GROUP, posted, "Put back")


async def test_blocking_and_coming_back_are_told(world: World, told: Callable[[], Any]) -> None:
    await told()
    world.block(JO)
    world.start(JO)

    changes = [update["my_chat_member"] for update in await told() if "my_chat_member" in update]

    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]


async def test_joining_and_leaving_are_told_twice_over(world: World, told: Callable[[], Any]) -> None:
    await told()
    world.leave(LISA, GROUP)
    world.join(LISA, GROUP)

    updates = await told()

    members = [
        update["chat_member"]["new_chat_member"]["status"] for update in updates if "chat_member" in update
    ]
    lines = [update["message"] for update in updates if "message" in update]
    assert members == ["left", "member"]
    assert lines[0]["left_chat_member"]["id"] == LISA
    assert lines[1]["new_chat_members"][0]["id"] == LISA


async def test_a_join_request_names_the_link_it_came_by(
    ask: Ask, world: World, told: Callable[[], Any]
) -> None:
    link = (await ask("createChatInviteLink", chat_id=GROUP, creates_join_request=True))["result"]
    world.add_person(Person(OUTSIDER, "Nina", "Hall"))
    await told()

    world.ask_to_join(OUTSIDER, GROUP, bio="Leo's mum", link=link["invite_link"])

    (update,) = await told()
    request = update["chat_join_request"]
    assert request["from"]["id"] == request["user_chat_id"] == OUTSIDER
    assert (request["bio"], request["invite_link"]) == ("Leo's mum", link)


async def test_a_reaction_is_told_with_the_one_before(ask: Ask, world: World) -> None:
    await ask("getUpdates", allowed_updates=["message_reaction"])
    posted = world.say(JO, GROUP, "hello")["message_id"]
    world.react(SAM, GROUP, posted, "👍")
    world.react(SAM, GROUP, posted)

    told = [update["message_reaction"] for update in (await ask("getUpdates"))["result"]]

    thumb = [{"type": "emoji", "emoji": "👍"}]
    assert [(one["old_reaction"], one["new_reaction"]) for one in told] == [([], thumb), (thumb, [])]


async def test_an_anonymous_administrator_writes_as_the_group(world: World, told: Callable[[], Any]) -> None:
    await told()
    world.anonymously(PATEL, GROUP, "/mode enforce")

    (update,) = await told()

    assert update["message"]["from"]["username"] == "GroupAnonymousBot"
    assert update["message"]["sender_chat"]["id"] == GROUP


async def test_a_channels_post_comes_as_the_channel(world: World, told: Callable[[], Any]) -> None:
    world.add_group(-1009, "School news", [PATEL], type="channel")
    await told()
    world.as_channel(PATEL, GROUP, "News", channel=-1009)
    world.as_channel(PATEL, GROUP, "News", channel=-1009, linked=True)

    posted, linked = [update["message"] for update in await told()]

    assert posted["from"]["id"] == 136817688
    assert linked["from"]["id"] == 777000
    assert linked["is_automatic_forward"] is True


async def test_what_is_passed_on_says_where_from(world: World, told: Callable[[], Any]) -> None:
    private = world.say(JO, JO, "please pass on")["message_id"]
    await told()
    world.forward(JO, private, origin=JO, chat=GROUP)

    (update,) = await told()

    assert update["message"]["forward_origin"]["sender_user"]["id"] == JO


async def test_rights_taken_away_are_told(world: World, told: Callable[[], Any]) -> None:
    await told()
    world.bot_standing(GROUP, can_delete_messages=False)

    (update,) = await told()
    change = update["my_chat_member"]

    assert change["old_chat_member"]["can_delete_messages"] is True
    assert change["new_chat_member"]["can_delete_messages"] is False
    assert change["new_chat_member"]["can_restrict_members"] is True


async def test_somebody_made_an_administrator_is_told(world: World, told: Callable[[], Any]) -> None:
    await told()
    world.promote(AMY, GROUP, by=PATEL, rights=("can_delete_messages",))
    world.demote(AMY, GROUP, by=PATEL)

    statuses = [update["chat_member"]["new_chat_member"]["status"] for update in await told()]

    assert statuses == ["administrator", "member"]


def test_the_cast_has_pressed_start_as_the_demo_needs_it(world: World) -> None:
    assert {person.id for person in world.people.values() if person.started} >= {PATEL, COLE, JO}
    assert not world.people[SAM].started
