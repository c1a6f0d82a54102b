"""Raw updates of every published kind: nothing crashes, no text is missed, nothing unknown passes."""

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import letters
from bot.cards import draw, explain
from bot.desk import Desk
from bot.dispatch import handle
from bot.drafts import restored
from bot.parcels import calls
from bot.reading import Command, Moved, Posting, lane_of, read_update
from bot.shapes import FRAME, NEWS
from bot.strings import utf16_slice
from moderation.facts import Facts
from moderation.post import Media
from moderation.text import listed
from tests.bot import raw
from tests.bot.conftest import GROUP

CHAT = {"id": GROUP, "type": "supergroup", "title": "Parents"}
ALWAYS_THERE = {"message_id", "date", "chat", "from"}
SEEDS = range(12)

# Every string of Telegram's description that no reader sees: ids, kinds, formats, and names of other people.
UNSEEN_FIELDS = frozenset(
    listed("""
    file_id file_unique_id file_path mime_type codec type id custom_emoji_id icon_custom_emoji_id username
    callback_data persistent_id option_persistent_id owned_gift_id date_time_format currency country_codes
    start_parameter point foursquare_id foursquare_type google_place_id google_place_type style align valign
    """)
)
UNSEEN = frozenset(
    listed("""
    User.first_name User.last_name User.language_code Chat.first_name Chat.last_name Chat.title
    Message.business_connection_id Message.effect_id Message.guest_query_id Message.media_group_id
    Message.reply_to_poll_option_id SuggestedPostInfo.state
    """)
)


def read(message: dict[str, Any]) -> Any:
    return read_update({"update_id": 1, "message": message})


@pytest.mark.parametrize("content", sorted(set(raw.contents()) - ALWAYS_THERE - NEWS - {"quote"}))
def test_every_string_that_a_reader_could_see_is_read(content: str) -> None:
    for seed in SEEDS:
        message, strings = raw.message(seed, content, CHAT)
        posting = read(message)
        assert isinstance(posting, Posting)
        seen = "\n".join([posting.post.text, *posting.post.links])
        missed = {where for word, where in strings.items() if word not in seen} - UNSEEN
        assert {where for where in missed if where.split(".")[1] not in UNSEEN_FIELDS} == set()


@pytest.mark.parametrize("content", sorted(NEWS - {"community_chat_joined"}))
def test_news_of_telegrams_own_holds_nothing_that_a_member_wrote(content: str) -> None:
    shown = {
        "connected_website",
        "passport_data",
        "successful_payment",
        "refunded_payment",
        "write_access_allowed",
        "chat_shared",
        "users_shared",
    }  # fmt: skip - a bot's private chat only
    for seed in SEEDS:
        message, strings = raw.message(seed, content, CHAT)
        assert not isinstance(read(message), Posting)
        wrote = {where for where in strings.values() if where.split(".")[0] not in ("User", "Chat")}
        wrote -= {"PollOptionDeleted.option_persistent_id", "PollOptionDeleted.option_text"}
        wrote = {where for where in wrote if "MessageEntity" not in where}
        assert content in shown or wrote == set()


def test_what_is_said_beside_news_is_read_all_the_same() -> None:
    posting = read(raw.message(1, "text", CHAT)[0] | {"left_chat_member": {"id": 1}})

    assert isinstance(posting, Posting)


@pytest.mark.parametrize("kind", raw.kinds())
def test_an_update_of_any_kind_is_read_without_a_crash(kind: str) -> None:
    for seed in range(25):
        update = raw.update(seed, kind)
        assert isinstance(lane_of(update), str)
        found = read_update(json.loads(json.dumps(update)))
        if kind.endswith(("channel_post", "guest_message")) and update[kind]["chat"]["type"] != "private":
            assert isinstance(found, Posting | Moved) or NEWS & update[kind].keys()
        assert not (kind != "message" and isinstance(found, Command)), "only a new message gives an order"


def test_whatever_is_posted_is_handled_and_can_be_shown_and_put_back(desk: Desk) -> None:
    for seed in range(120):
        update = raw.update(seed, random.Random(seed).choice(["message", "edited_message", "callback_query"]))
        for part in update.values():
            if isinstance(part, dict) and "chat" in part:
                part["chat"] = CHAT
        found = read_update(update)
        if not isinstance(found, Moved):
            handle(found, Facts({"toxicity": 0.0}), desk)

    cases = desk.store.cases.waiting()
    assert len(cases) > 20
    for case in cases:
        words = desk.store.sealed.open(case.number)
        assert draw(case, words, desk).text and explain(case, words, desk)
        letters.put_back(case, desk)
        (restore,) = letters.acts_of(case, "restore", desk)
        if whole := restored(restore, desk):
            assert calls(whole)


WORDS = st.text(alphabet="abcdefgh ", min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=60)
@given(st.sampled_from(sorted(set(raw.contents()) - ALWAYS_THERE - FRAME - NEWS)), WORDS, st.integers(0, 99))
def test_what_nobody_has_taught_us_is_read_and_held_wherever_it_stands(
    content: str, words: str, seed: int
) -> None:
    new = {"of": [{"tomorrow": words}]}
    message, _ = raw.message(seed, content, CHAT)
    on_top = read(message | {"hologram": new})
    if isinstance(message[content], dict):
        inside = read(message | {content: message[content] | {"hologram": new}})
        assert content == "quote" or words in inside.post.text

    assert words in on_top.post.text
    assert on_top.post.media in (Media.UNKNOWN, Media.PHOTO, Media.VIDEO, Media.ANIMATION, Media.VIDEO_NOTE)


@given(st.text(), st.text(), st.text())
def test_an_entitys_stretch_is_cut_out_right_whatever_stands_before_it(
    before: str, it: str, after: str
) -> None:
    start, length = (len(text.encode("utf-16-le")) // 2 for text in (before, it))

    assert utf16_slice(before + it + after, start, length) == it


@pytest.mark.parametrize(
    "typed", ["/approve\n12 \ufeffwell", "/approve\t12 \ufeffwell", "/approve 12 \ufeffwell"]
)
def test_a_commands_name_ends_where_telegram_says(typed: str) -> None:
    jo = {"id": 2001, "is_bot": False, "first_name": "Jo"}
    entity = {"type": "bot_command", "offset": 0, "length": 8}
    found = read({"message_id": 1, "date": 1, "chat": CHAT, "from": jo, "text": typed, "entities": [entity]})

    assert isinstance(found, Command)
    assert (found.name, found.words) == ("approve", "12 \ufeffwell")


def rich(*runs: Any) -> Posting:
    blocks = [{"type": "paragraph", "text": list(runs)}, {"type": "footer", "text": "the end"}]
    found = read({"message_id": 1, "date": 1, "chat": CHAT, "rich_message": {"blocks": blocks}})
    assert isinstance(found, Posting)
    return found


def test_a_word_cut_into_runs_of_a_rich_message_is_read_whole() -> None:
    bold = {"type": "bold", "text": [{"type": "italic", "text": "di"}, "o"]}

    assert rich("you i", bold, "t").post.text == "you idiot\nthe end"


def test_what_hangs_unseen_on_a_run_is_read_too() -> None:
    found = rich("ring ", {"type": "phone_number", "text": "me", "phone_number": "+447400123456"},
                 {"type": "url", "text": " here", "url": "https://bit.ly/x"})  # fmt: skip

    assert found.post.text == "ring me here\n+447400123456\nthe end"
    assert found.post.links == ("https://bit.ly/x",)


@pytest.mark.parametrize(
    "content",
    [
        {
            "poll": {
                "question": "Which?",
                "options": [{"text": "this", "media": {"photo": [{"file_id": "p"}]}}],
            }
        },
        {"rich_message": {"blocks": [{"type": "photo", "photo": [{"file_id": "p"}]}]}},
        {"external_reply": {"origin": {}, "photo": [{"file_id": "p"}]}, "text": "look"},
        {"paid_media": {"star_count": 1, "paid_media": [{"type": "photo", "photo": [{"file_id": "p"}]}]}},
        {"game": {"title": "Run", "description": "it", "photo": [{"file_id": "p"}]}},
        {"document": {"file_id": "p", "file_name": "IMG_1.HEIC"}},
        {"new_chat_photo": [{"file_id": "p"}]},
    ],
)
def test_a_picture_is_found_wherever_it_is(content: dict[str, Any]) -> None:
    found = read({"message_id": 1, "date": 1, "chat": CHAT} | content)

    assert isinstance(found, Posting)
    assert found.post.media is Media.PHOTO
    assert [file.file_id for file in found.files] == ["p"]


def test_where_each_string_stood_is_known() -> None:
    poll = {"question": "Who is late?", "options": [{"text": "Lisa, as ever"}]}
    found = read(
        {"message_id": 1, "date": 1, "chat": CHAT, "text": "hm", "poll": poll, "sender_tag": "grump"}
    )

    assert isinstance(found, Posting)
    assert [(place.where, found.post.text[place.start : place.end]) for place in found.places] == [
        ("text", "hm"),
        ("poll", "Who is late?"),
        ("option", "Lisa, as ever"),
        ("tag", "grump"),
    ]


def test_words_brought_in_from_another_chat_are_the_posters_doing() -> None:
    origin = {"type": "hidden_user", "sender_user_name": "Someone", "date": 1}
    body = {
        "text": "look",
        "external_reply": {"origin": origin},
        "quote": {"text": "she is a slag", "position": 0},
    }
    found = read({"message_id": 1, "date": 1, "chat": CHAT} | body)

    assert isinstance(found, Posting)
    assert "she is a slag" in found.post.text


def test_an_option_added_to_a_poll_takes_the_poll_with_it() -> None:
    poll = {"message_id": 5, "date": 1, "chat": CHAT, "poll": {"question": "Who?"}}
    found = read({"message_id": 9, "date": 1, "chat": CHAT,
                  "poll_option_added": {"poll_message": poll, "option_text": "that fat cow"}})  # fmt: skip

    assert isinstance(found, Posting)
    assert (found.post.text, found.changes) == ("that fat cow", (5,))
