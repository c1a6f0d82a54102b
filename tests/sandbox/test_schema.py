"""The check against Telegram's description notices what is wrong, and only that."""

from typing import Any

import pytest

from sandbox.schema import UPLOAD, published

CHAT = {"id": 5, "type": "private"}
MESSAGE: dict[str, Any] = {"message_id": 1, "date": 1, "chat": CHAT}


def test_a_plain_message_is_as_published() -> None:
    assert published().check_reply("sendMessage", MESSAGE) == []


@pytest.mark.parametrize(
    ("reply", "complaint"),
    [
        (MESSAGE | {"date": "1"}, "sendMessage reply.date: should be Integer, not str"),
        (MESSAGE | {"date": True}, "sendMessage reply.date: should be Integer, not Boolean"),
        (MESSAGE | {"text": None}, "sendMessage reply.text: should be String, not nothing"),
        (MESSAGE | {"colour": "red"}, "sendMessage reply: colour is not known"),
        (MESSAGE | {"chat": {"id": 5}}, "sendMessage reply.chat: type is missing"),
        (MESSAGE | {"photo": {}}, "sendMessage reply.photo: should be a list of PhotoSize, not dict"),
        (True, "sendMessage reply: should be Message, not bool"),
    ],
)
def test_a_wrong_reply_is_named_with_its_place(reply: object, complaint: str) -> None:
    assert published().check_reply("sendMessage", reply) == [complaint]


def test_a_member_of_an_unknown_status_fits_none_of_the_kinds_of_member() -> None:
    user = {"id": 1, "is_bot": False, "first_name": "Jo"}

    assert published().check_reply("getChatMember", {"status": "member", "user": user}) == []
    assert published().check_reply("getChatMember", {"status": "friend", "user": user}) != []


def test_a_list_is_checked_item_by_item() -> None:
    wrong = published().check_request("deleteMessages", {"chat_id": 5, "message_ids": [1, "two"]})

    assert wrong == ["deleteMessages request.message_ids[1]: should be Integer, not str"]


def test_a_missing_field_of_a_request_is_named() -> None:
    assert published().check_request("sendMessage", {"chat_id": 5}) == [
        "sendMessage request: text is missing"
    ]


def test_a_file_may_be_sent_or_named() -> None:
    assert published().check_request("sendPhoto", {"chat_id": 5, "photo": UPLOAD}) == []
    assert published().check_request("sendPhoto", {"chat_id": 5, "photo": "photo-1"}) == []
    assert published().check_request("sendPhoto", {"chat_id": 5, "photo": 7}) != []


def test_an_update_with_a_broken_part_is_noticed() -> None:
    assert published().check_update({"update_id": 1, "message": MESSAGE}) == []
    assert published().check_update({"update_id": 1, "message": {"text": "hello"}}) != []


def test_a_forms_words_become_the_values_they_stand_for() -> None:
    values, wrong = published().read(
        "sendMessage",
        {
            "chat_id": "-100",
            "text": "12",
            "protect_content": "true",
            "reply_markup": '{"inline_keyboard": []}',
        },
    )

    assert wrong == []
    assert values == {
        "chat_id": -100,
        "text": "12",
        "protect_content": True,
        "reply_markup": {"inline_keyboard": []},
    }


def test_a_chat_may_be_named_by_its_username() -> None:
    assert published().read("getChat", {"chat_id": "@preschool"}) == ({"chat_id": "@preschool"}, [])


@pytest.mark.parametrize(
    ("field", "word"), [("message_id", "twelve"), ("reply_markup", "{"), ("disable_notification", "perhaps")]
)
def test_a_word_that_cannot_be_read_is_named(field: str, word: str) -> None:
    method = "editMessageText" if field == "message_id" else "sendMessage"

    values, wrong = published().read(method, {field: word})

    assert values == {}
    assert wrong[0].startswith(f"{method} request.{field}: cannot be read as ")
