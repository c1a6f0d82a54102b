"""What Telegram sends is read as what it is, and no string of it is missed."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading import (
    Arrival,
    Command,
    Moved,
    Posting,
    Press,
    Unread,
    lane_of,
    read_update,
    typed,
)
from moderation.post import Media

GROUP = {"id": -1001, "type": "supergroup", "title": "Parents"}
JO = {"id": 2001, "is_bot": False, "first_name": "Jo", "last_name": "Marsh"}


def message(**parts: Any) -> dict[str, Any]:
    return {"message_id": 7, "date": 1_790_000_000, "chat": GROUP, "from": JO, **parts}


def command(text: str, **parts: Any) -> dict[str, Any]:
    length = len(text.split()[0])
    return message(text=text, entities=[{"type": "bot_command", "offset": 0, "length": length}], **parts)


def posting(**parts: Any) -> Posting:
    found = read_update({"update_id": 1, "message": message(**parts)})
    assert isinstance(found, Posting)
    return found


def test_a_text_is_a_post_with_its_author_and_name() -> None:
    found = posting(text="Morning all")

    assert (found.post.text, found.post.author.id, found.author_name) == ("Morning all", 2001, "Jo Marsh")


def test_an_edit_is_a_post_and_never_a_command() -> None:
    found = read_update({"update_id": 1, "edited_message": command("/approve 12", edit_date=1_790_000_100)})

    assert isinstance(found, Posting)
    assert found.edited


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"caption": "sports day", "photo": [{"file_id": "f", "file_unique_id": "u"}]}, "sports day"),
        ({"poll": {"question": "Who is late?", "options": [{"text": "Lisa"}]}}, "Lisa"),
        ({"poll": {"question": "Who is late?", "options": []}}, "Who is late?"),
        ({"contact": {"phone_number": "+447400123456", "first_name": "Mia"}}, "+447400123456"),
        ({"venue": {"title": "The Hall", "address": "1 Mill Lane", "location": {}}}, "1 Mill Lane"),
        ({"document": {"file_id": "f", "file_name": "you idiot.pdf"}}, "you idiot.pdf"),
        ({"audio": {"file_id": "f", "title": "a song", "performer": "a rude name"}}, "a rude name"),
        ({"sticker": {"file_id": "f", "emoji": "🐍"}}, "🐍"),
        ({"checklist": {"title": "Bring", "tasks": [{"id": 1, "text": "cakes"}]}}, "cakes"),
        ({"sender_tag": "smelly", "text": "hello"}, "smelly"),
        ({"something_new": {"deep": [{"words": "hidden here"}]}}, "hidden here"),
        (
            {"text": "x", "forward_origin": {"type": "hidden_user", "sender_user_name": "Rude Name"}},
            "Rude Name",
        ),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "press me"}]]}}, "press me"),
    ],
)
def test_every_string_a_reader_sees_is_read(parts: dict[str, Any], words: str) -> None:
    assert words in posting(**parts).post.text


def test_words_somebody_else_wrote_are_not_the_posters_own() -> None:
    found = posting(text="shocking", reply_to_message=message(text="you idiot"), quote={"text": "idiot"})

    assert found.post.text == "shocking"
    assert found.post.reply_to == "idiot"


@pytest.mark.parametrize(
    ("parts", "media"),
    [
        ({"text": "x"}, None),
        ({"photo": [{"file_id": "f"}]}, Media.PHOTO),
        ({"animation": {"file_id": "f"}, "document": {"file_id": "f"}}, Media.ANIMATION),
        ({"document": {"file_id": "f", "mime_type": "image/jpeg"}}, Media.PHOTO),
        ({"document": {"file_id": "f", "mime_type": "application/pdf"}}, Media.DOCUMENT),
        ({"voice": {"file_id": "f"}}, Media.VOICE),
        ({"a_kind_of_tomorrow": {}}, Media.UNKNOWN),
    ],
)
def test_the_kind_of_media_is_known_or_unknown_but_never_missed(parts: dict[str, Any], media: Media) -> None:
    assert posting(**parts).post.media == media


def test_a_hidden_link_is_found_under_words_and_buttons() -> None:
    found = posting(
        text="look",
        entities=[{"type": "text_link", "offset": 0, "length": 4, "url": "https://bit.ly/x"}],
        reply_markup={"inline_keyboard": [[{"text": "go", "url": "https://t.me/+abc"}]]},
    )

    assert found.post.links == ("https://bit.ly/x", "https://t.me/+abc")


def test_a_command_knows_who_typed_it_and_what_follows() -> None:
    found = read_update(
        {"update_id": 1, "message": command("/approve@Lolly 12 all is well")}, bot_username="lolly"
    )

    assert isinstance(found, Command)
    assert (found.name, found.words, found.user_id, found.private) == (
        "approve",
        "12 all is well",
        2001,
        False,
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"forward_origin": {"type": "user", "sender_user": JO, "date": 1}},
        {"sender_chat": {"id": -1005, "type": "channel", "title": "News"}},
        {"sender_chat": GROUP, "is_automatic_forward": True},
        {"from": {"id": 777000, "is_bot": False, "first_name": "Telegram"}},
        {"from": {"id": 5, "is_bot": True, "first_name": "Robot"}},
    ],
)
def test_a_forward_a_channel_or_a_bot_gives_no_command(parts: dict[str, Any]) -> None:
    assert isinstance(read_update({"update_id": 1, "message": command("/approve 12") | parts}), Posting)


def test_a_command_for_another_bot_is_a_post() -> None:
    found = read_update({"update_id": 1, "message": command("/approve@other_bot 12")}, bot_username="lolly")

    assert isinstance(found, Posting)


@pytest.mark.parametrize(
    ("data", "verb", "number"),
    [
        ("approve:12", "approve", 12),
        ("approve:", "approve", None),
        ("x:1e9", "x", None),
        ("keep:٣", "keep", None),
    ],
)
def test_a_press_has_a_verb_and_a_number_or_none(data: str, verb: str, number: int | None) -> None:
    found = read_update({"update_id": 1, "callback_query": {"id": "9", "from": JO, "data": data}})

    assert isinstance(found, Press)
    assert (found.verb, found.number, found.user_id) == (verb, number, 2001)


def test_news_of_telegrams_own_is_no_post() -> None:
    assert read_update({"update_id": 1, "message": message(new_chat_members=[JO])}) == Unread("service")
    assert read_update({"update_id": 1, "message": message(migrate_to_chat_id=-1002)}) == Moved(-1001, -1002)
    assert read_update({"update_id": 1, "business_message": {}}) == Unread("business_message")


def test_an_arrival_says_whether_it_is_about_us() -> None:
    change = {"chat": GROUP, "from": JO, "date": 1, "new_chat_member": {"status": "left", "user": JO}}

    assert read_update({"update_id": 1, "chat_member": change}) == Arrival(2001, -1001, "left")
    assert read_update({"update_id": 1, "my_chat_member": change}) == Arrival(2001, -1001, "left", of_us=True)


@pytest.mark.parametrize(("is_member", "status"), [(True, "restricted"), (False, "left")])
def test_whoever_was_restricted_and_has_gone_is_not_there(is_member: bool, status: str) -> None:
    member = {"status": "restricted", "user": JO, "is_member": is_member}
    change = {"chat": GROUP, "from": JO, "date": 1, "new_chat_member": member}

    assert read_update({"update_id": 1, "chat_member": change}) == Arrival(2001, -1001, status)


def test_presses_do_not_wait_behind_posts() -> None:
    post = {"update_id": 1, "message": message(text="x")}
    press = {
        "update_id": 2,
        "callback_query": {"id": "1", "from": JO, "data": "keep:1", "message": message()},
    }

    assert lane_of(post) == "-1001"
    assert lane_of(press) == "press:-1001"
    assert lane_of({"update_id": 3}) == "other"


@pytest.mark.parametrize(
    ("words", "number", "rest"),
    [("12", 12, ""), ("#12 thank you", 12, "thank you"), ("thank you", None, "thank you"), ("", None, "")],
)
def test_a_case_number_leads_a_commands_words(words: str, number: int | None, rest: str) -> None:
    assert (typed(words).number, typed(words).rest) == (number, rest)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(["text", "caption", "poll", "dice", "gift", "rich_message", "x"]), JSON)
)
def test_any_content_is_read_without_a_crash_and_without_loss(parts: dict[str, Any]) -> None:
    found = read_update({"update_id": 1, "message": message(**parts)})

    assert isinstance(found, Posting)
    for words in strings_in({key: value for key, value in parts.items() if key not in ("text", "caption")}):
        assert words in found.post.text


def strings_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, dict):
        machine = json.loads('["id", "type"]')
        return [one for key, part in value.items() if key not in machine for one in strings_in(part)]
    return [one for part in value for one in strings_in(part)] if isinstance(value, list) else []
