"""Writing, changing and deleting, with Telegram's limits and the words it refuses in."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox import World
from sandbox.cast import GROUP, JO, LISA, PATEL, SAM
from sandbox.entities import utf16
from sandbox.people import Person
from tests.sandbox.conftest import Ask

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def one_button(**button: str) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


async def test_nobody_is_written_to_before_they_press_start(ask: Ask, world: World) -> None:
    before = await ask("sendMessage", chat_id=SAM, text="hello")
    world.start(SAM)
    after = await ask("sendMessage", chat_id=SAM, text="hello")

    assert before["error_code"] == 403
    assert before["description"] == "Forbidden: bot can't initiate conversation with a user"
    assert after["ok"]


async def test_somebody_who_asks_to_join_can_be_written_to_for_five_minutes(ask: Ask, world: World) -> None:
    world.add_person(Person(3001, "New", "Parent"))
    world.ask_to_join(3001, GROUP)

    assert (await ask("sendMessage", chat_id=3001, text="hello"))["ok"]

    world.clock.turn(timedelta(minutes=5, seconds=1))
    assert (await ask("sendMessage", chat_id=3001, text="hello"))["error_code"] == 403


async def test_a_blocked_bot_is_told_so(ask: Ask, world: World) -> None:
    world.block(JO)

    answer = await ask("sendMessage", chat_id=JO, text="hello")

    assert answer == {
        "ok": False,
        "error_code": 403,
        "description": "Forbidden: bot was blocked by the user",
    }


async def test_an_unknown_chat_is_not_found(ask: Ask) -> None:
    answer = await ask("sendMessage", chat_id=77, text="hello")

    assert answer["description"] == "Bad Request: chat not found"


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"text": " \n "}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        (
            {"text": "child <3", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "3" at byte offset 6',
        ),
        (
            {"text": "<b>bold", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            {"text": "no</b>", "parse_mode": "HTML"},
            "can't parse entities: Unexpected end tag at byte offset 2",
        ),
        ({"text": "x", "parse_mode": "Latin"}, "unsupported parse_mode"),
        ({"text": "x", "reply_markup": one_button(text="Go", callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": one_button(text="Go", callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x", "reply_markup": one_button(text="Go")},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    ],
)
async def test_a_message_that_telegram_would_refuse_is_refused(
    ask: Ask, params: dict[str, Any], refusal: str
) -> None:
    answer = await ask("sendMessage", chat_id=PATEL, **params)

    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {refusal}"}


async def test_a_reply_may_do_without_the_message_it_replies_to(ask: Ask) -> None:
    lenient = {"message_id": 999, "allow_sending_without_reply": True}

    assert (await ask("sendMessage", chat_id=PATEL, text="x", reply_parameters=lenient))["ok"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plain=st.integers(0, 4), emoji=st.integers(2044, 2049))
async def test_the_longest_message_is_counted_in_utf16(ask: Ask, plain: int, emoji: int) -> None:
    answer = await ask("sendMessage", chat_id=PATEL, text="x" * plain + "😀" * emoji)

    assert answer["ok"] == (plain + 2 * emoji <= 4096)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS.filter(str.strip), min_size=1, max_size=4))
async def test_what_is_sent_is_what_arrives(ask: Ask, texts: list[str]) -> None:
    for text in texts:
        message = (await ask("sendMessage", chat_id=PATEL, text=text))["result"]

        assert message["text"] == text.strip()
        for mark in message.get("entities", []):
            assert 0 <= mark["offset"] < mark["offset"] + mark["length"] <= utf16(message["text"])


async def test_html_becomes_words_and_entities_counted_in_utf16(ask: Ask) -> None:
    source = "😀 <b>bold</b> &amp; <a href='https://example.org'>link</a>"

    message = (await ask("sendMessage", chat_id=PATEL, text=source, parse_mode="HTML"))["result"]

    assert message["text"] == "😀 bold & link"
    assert message["entities"] == [
        {"type": "bold", "offset": 3, "length": 4},
        {"type": "text_link", "url": "https://example.org", "offset": 10, "length": 4},
    ]


async def test_a_post_can_be_deleted_for_48_hours_and_no_longer(ask: Ask, world: World) -> None:
    first, second = (world.say(JO, GROUP, word)["message_id"] for word in ("one", "two"))

    world.clock.turn(timedelta(hours=47, minutes=59))
    assert (await ask("deleteMessage", chat_id=GROUP, message_id=first))["ok"]

    world.clock.turn(timedelta(minutes=1))
    refused = await ask("deleteMessage", chat_id=GROUP, message_id=second)
    assert refused["description"] == "Bad Request: message can't be deleted"
    assert world.chats[GROUP].messages[second].visible


async def test_an_edit_does_not_make_an_old_post_young(ask: Ask, world: World) -> None:
    posted = world.say(JO, GROUP, "one")["message_id"]
    world.clock.turn(timedelta(hours=48))
    world.edit(JO, GROUP, posted, "two")

    assert (await ask("deleteMessage", chat_id=GROUP, message_id=posted))["error_code"] == 400


async def test_a_message_is_deleted_once(ask: Ask, world: World) -> None:
    posted = world.say(JO, GROUP, "one")["message_id"]

    await ask("deleteMessage", chat_id=GROUP, message_id=posted)
    again = await ask("deleteMessage", chat_id=GROUP, message_id=posted)

    assert again["description"] == "Bad Request: message to delete not found"
    assert world.chats[GROUP].messages[posted].deleted_by == world.bot_id


async def test_without_the_right_only_the_bots_own_messages_go(ask: Ask, world: World) -> None:
    world.bot_standing(GROUP, can_delete_messages=False)
    posted = world.say(JO, GROUP, "one")["message_id"]
    own = (await ask("sendMessage", chat_id=GROUP, text="mine"))["result"]["message_id"]

    refused = await ask("deleteMessage", chat_id=GROUP, message_id=posted)

    assert refused["description"] == "Bad Request: message can't be deleted"
    assert (await ask("deleteMessage", chat_id=GROUP, message_id=own))["ok"]


async def test_deleting_several_skips_the_missing_and_stops_at_the_forbidden(ask: Ask, world: World) -> None:
    old = world.say(JO, GROUP, "old")["message_id"]
    world.clock.turn(timedelta(hours=48))
    new = world.say(JO, GROUP, "new")["message_id"]

    spoilt = await ask("deleteMessages", chat_id=GROUP, message_ids=[new, old])
    assert spoilt["error_code"] == 400
    assert world.chats[GROUP].messages[new].visible

    assert (await ask("deleteMessages", chat_id=GROUP, message_ids=[new, 999]))["ok"]
    assert not world.chats[GROUP].messages[new].visible


async def test_more_than_a_hundred_are_not_deleted_at_once(ask: Ask) -> None:
    assert not (await ask("deleteMessages", chat_id=GROUP, message_ids=list(range(101))))["ok"]
    assert not (await ask("deleteMessages", chat_id=GROUP, message_ids=[]))["ok"]


async def test_an_edit_keeps_what_was_said_before(ask: Ask, world: World) -> None:
    button = one_button(text="Done", callback_data="done:1")
    sent = await ask("sendMessage", chat_id=PATEL, text="before", reply_markup=button)
    number = sent["result"]["message_id"]

    edited = await ask("editMessageText", chat_id=PATEL, message_id=number, text="after")

    assert edited["result"]["text"] == "after"
    assert "reply_markup" not in edited["result"]
    assert [raw["text"] for raw in world.chats[PATEL].messages[number].earlier] == ["before"]


async def test_an_edit_that_changes_nothing_is_refused(ask: Ask) -> None:
    number = (await ask("sendMessage", chat_id=PATEL, text="same"))["result"]["message_id"]

    refused = await ask("editMessageText", chat_id=PATEL, message_id=number, text="same")

    assert refused["description"].startswith("Bad Request: message is not modified")


async def test_only_the_bots_own_messages_can_be_edited(ask: Ask, world: World) -> None:
    posted = world.say(JO, GROUP, "mine")["message_id"]

    refused = await ask("editMessageText", chat_id=GROUP, message_id=posted, text="yours")
    missing = await ask("editMessageText", chat_id=GROUP, message_id=999, text="nobody's")

    assert refused["description"] == "Bad Request: message can't be edited"
    assert missing["description"] == "Bad Request: message to edit not found"


async def test_the_bot_can_still_edit_what_it_can_no_longer_delete(ask: Ask, world: World) -> None:
    number = (await ask("sendMessage", chat_id=PATEL, text="words"))["result"]["message_id"]
    world.clock.turn(timedelta(days=30))

    assert (await ask("editMessageText", chat_id=PATEL, message_id=number, text="words removed"))["ok"]
    assert not (await ask("deleteMessage", chat_id=PATEL, message_id=number))["ok"]


async def test_a_protected_group_lets_nothing_be_passed_on(ask: Ask, world: World) -> None:
    world.protect(GROUP)
    posted = world.say(LISA, GROUP, "for us only")["message_id"]
    there = {"chat_id": PATEL, "from_chat_id": GROUP, "message_id": posted}

    assert (await ask("forwardMessage", **there))["description"] == "Bad Request: message can't be forwarded"
    assert (await ask("copyMessage", **there))["description"] == "Bad Request: message can't be copied"


async def test_a_group_that_moved_tells_where(ask: Ask, world: World) -> None:
    world.add_group(-500, "Small group", [JO, PATEL], type="group")
    world.chats[-500].members[world.bot_id] = world.chats[GROUP].members[world.bot_id]

    world.migrate(-500, -1001000000500)

    refused = await ask("sendMessage", chat_id=-500, text="hello")
    assert refused["error_code"] == 400
    assert refused["parameters"] == {"migrate_to_chat_id": -1001000000500}
    assert (await ask("sendMessage", chat_id=-1001000000500, text="hello"))["ok"]
    told = [update["message"] for update in (await ask("getUpdates"))["result"]]
    assert told[0]["migrate_to_chat_id"] == -1001000000500
    assert told[1]["migrate_from_chat_id"] == -500


async def test_a_press_is_answered_once_and_in_time(ask: Ask, world: World) -> None:
    sent = await ask(
        "sendMessage", chat_id=PATEL, text="x", reply_markup=one_button(text="A", callback_data="a")
    )
    number = sent["result"]["message_id"]
    early, late = (world.press(PATEL, PATEL, number, "A") for _ in range(2))
    assert early is not None
    assert late is not None

    assert (await ask("answerCallbackQuery", callback_query_id=early.id, text="Done"))["ok"]
    assert early.words == "Done"
    assert not (await ask("answerCallbackQuery", callback_query_id=early.id))["ok"]

    world.clock.turn(timedelta(seconds=151))
    refused = await ask("answerCallbackQuery", callback_query_id=late.id)
    assert refused["description"].startswith("Bad Request: query is too old")


async def test_an_answer_to_a_press_has_at_most_200_characters(ask: Ask, world: World) -> None:
    sent = await ask(
        "sendMessage", chat_id=PATEL, text="x", reply_markup=one_button(text="A", callback_data="a")
    )
    press = world.press(PATEL, PATEL, sent["result"]["message_id"], "A")
    assert press is not None

    assert not (await ask("answerCallbackQuery", callback_query_id=press.id, text="x" * 201))["ok"]
    assert (await ask("answerCallbackQuery", callback_query_id=press.id, text="x" * 200))["ok"]


@pytest.mark.parametrize(
    "commands", [[{"command": "Help", "description": "x"}], [{"command": "x", "description": ""}]]
)
async def test_a_menu_that_telegram_would_refuse_is_refused(ask: Ask, commands: list[dict[str, str]]) -> None:
    assert (await ask("setMyCommands", commands=commands))["error_code"] == 400
