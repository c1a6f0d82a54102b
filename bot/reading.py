"""Reads what Telegram sends, and says what it is: a post, a command, a press, an arrival.

Nothing else knows these shapes. The raw JSON is read, never python-telegram-bot's types, which lag behind
the Bot API (decision 22).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from moderation.post import Author, Media, Post

Json = Mapping[str, Any]

# The order matters: Telegram repeats an animation under "document".
MEDIA = {
    "photo": Media.PHOTO,
    "live_photo": Media.PHOTO,
    "animation": Media.ANIMATION,
    "video": Media.VIDEO,
    "video_note": Media.VIDEO_NOTE,
    "voice": Media.VOICE,
    "audio": Media.AUDIO,
    "sticker": Media.STICKER,
    "document": Media.DOCUMENT,
    "contact": Media.CONTACT,
    "venue": Media.VENUE,
    "location": Media.LOCATION,
    "poll": Media.POLL,
    "checklist": Media.CHECKLIST,
    "dice": Media.STICKER,
}
PICTURE_MIME = ("image/", "video/")

# What a message says about itself: no words of the sender's, nothing to judge.
FRAME = frozenset(
    [
        "message_id",
        "message_thread_id",
        "date",
        "edit_date",
        "chat",
        "from",
        "sender_chat",
        "sender_boost_count",
        "sender_business_bot",
        "via_bot",
        "media_group_id",
        "has_protected_content",
        "is_from_offline",
        "is_topic_message",
        "is_automatic_forward",
        "effect_id",
        "show_caption_above_media",
        "has_media_spoiler",
        "paid_star_count",
        "is_paid_post",
        "reply_markup",
        "reply_to_message",
        "external_reply",
        "quote",
        "reply_to_story",
        "reply_to_checklist_task_id",
        "reply_to_poll_option_id",
        "forward_origin",
        "forward_date",
        "entities",
        "caption_entities",
        "author_signature",
        "business_connection_id",
        "direct_messages_topic",
        "suggested_post_info",
    ]
)

# News from Telegram itself, such as "Jo joined": not somebody's post.
SERVICE = frozenset(
    [
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "new_chat_photo",
        "delete_chat_photo",
        "group_chat_created",
        "supergroup_chat_created",
        "channel_chat_created",
        "message_auto_delete_timer_changed",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "pinned_message",
        "successful_payment",
        "refunded_payment",
        "users_shared",
        "chat_shared",
        "connected_website",
        "write_access_allowed",
        "passport_data",
        "proximity_alert_triggered",
        "boost_added",
        "chat_background_set",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
        "video_chat_scheduled",
        "video_chat_started",
        "video_chat_ended",
        "video_chat_participants_invited",
        "direct_message_price_changed",
        "paid_message_price_changed",
        "community_chat_joined",
    ]
)

# Keys inside a message whose strings are machine words, not a member's.
MACHINE_KEYS = frozenset(
    [
        "file_id",
        "file_unique_id",
        "mime_type",
        "type",
        "id",
        "custom_emoji_id",
        "language_code",
        "set_name",
        "sticker_set_name",
        "thumbnail",
        "thumb",
        "username",
        "inline_message_id",
        "callback_data",
        "small_file_id",
        "big_file_id",
        "user_id",
    ]
)


@dataclass(frozen=True)
class File:
    """A picture, video or other file by Telegram's id; nothing is ever downloaded (decision 10)."""

    media: Media
    file_id: str
    unique_id: str = ""  # the same for every copy, and no use for fetching the file


@dataclass(frozen=True)
class Posting:
    """A post, and where it stands: the chat, the message, the album, and the name the group sees."""

    chat_id: int
    message_id: int
    post: Post
    author_name: str
    sent: datetime
    edited: bool = False
    thread_id: int | None = None
    album: str | None = None
    files: tuple[File, ...] = ()
    words: str = ""  # the text or caption as typed, which is what a restore puts back
    sender_chat: int | None = None
    from_bot: bool = False


@dataclass(frozen=True)
class Command:
    """`/approve 12 words`: obeyed only for a numeric user id that holds the role."""

    name: str
    words: str
    user_id: int
    chat_id: int
    message_id: int
    private: bool
    replies_to: int | None = None
    posting: Posting | None = None  # what else the group reads: a command hides no words from judgement


@dataclass(frozen=True)
class Press:
    """A button under one of our messages: callback_data is `verb:number`."""

    press_id: str
    verb: str
    number: int | None
    user_id: int
    chat_id: int | None
    message_id: int | None


@dataclass(frozen=True)
class Arrival:
    """Somebody came, left or changed standing; `of_us` when it is the bot itself."""

    user_id: int
    chat_id: int
    status: str
    of_us: bool = False


@dataclass(frozen=True)
class Moved:
    """The group became a supergroup and has a new id."""

    old_chat_id: int
    new_chat_id: int


@dataclass(frozen=True)
class Unread:
    """Nothing to judge or do; `kind` names the part of the update."""

    kind: str


Reading = Posting | Command | Press | Arrival | Moved | Unread


def read_update(update: Json, *, bot_username: str = "") -> Reading:
    """What an update is. KeyError, TypeError or ValueError when it has not the shape Telegram promises."""
    match update:
        case {"message": message}:
            return read_message(message, bot_username=bot_username)
        case {"edited_message": message}:
            return read_edit(message)
        case {"callback_query": query}:
            return read_press(query)
        case {"chat_member": change}:
            return read_arrival(change)
        case {"my_chat_member": change}:
            return read_arrival(change, of_us=True)
    kinds = sorted(key for key in update if key != "update_id")
    return Unread(kinds[0] if kinds else "empty")


def lane_of(update: Json) -> str:
    """One lane per chat: its updates are handled in order, and chats do not wait for each other."""
    for part in update.values():
        if isinstance(part, Mapping):
            message = part.get("message") if "data" in part else part
            chat = message.get("chat") if isinstance(message, Mapping) else None
            if isinstance(chat, Mapping) and isinstance(chat.get("id"), int):
                # Presses have lanes of their own: the manager's answer never waits behind a backlog of posts.
                return f"{'press:' if 'data' in part else ''}{chat['id']}"
    return "other"


def read_message(message: Json, *, bot_username: str) -> Reading:
    if "migrate_to_chat_id" in message:
        return Moved(int(message["chat"]["id"]), int(message["migrate_to_chat_id"]))
    if "migrate_from_chat_id" in message:  # the same news in the new group: it may be read first
        return Moved(int(message["migrate_from_chat_id"]), int(message["chat"]["id"]))
    if SERVICE & message.keys():
        return Unread("service")
    posting = read_posting(message)
    return read_command(message, posting, bot_username) or posting


def read_edit(message: Json) -> Reading:
    """An edit is read again but never obeyed."""
    return Unread("service") if SERVICE & message.keys() else read_posting(message, edited=True)


def read_command(message: Json, posting: Posting, bot_username: str) -> Command | None:
    """A command typed by a person, here and now: no forward, no channel, no anonymous administrator."""
    sender = message.get("from")
    if not sender or sender.get("is_bot") or "sender_chat" in message or "forward_origin" in message:
        return None
    entities = message.get("entities") or []
    if not any(entity["type"] == "bot_command" and entity["offset"] == 0 for entity in entities):
        return None
    first, _, words = str(message["text"]).partition(" ")
    first, _, rest = first.partition("\n")
    name, _, addressed = first[1:].partition("@")
    if addressed and addressed.lower() != bot_username.lower():
        return None
    private = message["chat"]["type"] == "private"
    return Command(
        name=name.lower(),
        words=f"{rest}\n{words}".strip() if rest else words.strip(),
        user_id=int(sender["id"]),
        chat_id=int(message["chat"]["id"]),
        message_id=int(message["message_id"]),
        private=private,
        replies_to=(message.get("reply_to_message") or {}).get("message_id"),
        posting=None if private else posting,
    )


def read_press(query: Json) -> Press:
    verb, _, number = str(query.get("data", "")).partition(":")
    message = query.get("message") or {}
    return Press(
        press_id=str(query["id"]),
        verb=verb,
        number=int(number) if number.isascii() and number.isdigit() and len(number) < 18 else None,
        user_id=int(query["from"]["id"]),
        chat_id=(message.get("chat") or {}).get("id"),
        message_id=message.get("message_id"),
    )


def read_arrival(change: Json, *, of_us: bool = False) -> Arrival:
    member = change["new_chat_member"]
    return Arrival(int(member["user"]["id"]), int(change["chat"]["id"]), str(member["status"]), of_us)


def read_posting(message: Json, *, edited: bool = False) -> Posting:
    sender = message.get("from") or {}
    sender_chat = message.get("sender_chat")
    words = str(message.get("text") or message.get("caption") or "")
    sent = datetime.fromtimestamp(int(message["date"]), UTC)
    return Posting(
        chat_id=int(message["chat"]["id"]),
        message_id=int(message["message_id"]),
        post=Post(
            text="\n".join(spoken(message)),
            author=Author(None if sender_chat else sender.get("id")),
            media=media_of(message),
            reply_to=answered_words(message),
            at=sent,
            links=tuple(hidden_links(message)),
        ),
        author_name=name_of(sender_chat or sender),
        sent=sent,
        edited=edited,
        thread_id=message.get("message_thread_id") if message.get("is_topic_message") else None,
        album=message.get("media_group_id"),
        files=tuple(files(message)),
        words=words,
        sender_chat=sender_chat["id"] if sender_chat else None,
        from_bot=bool(sender.get("is_bot")) and not sender_chat,
    )


def spoken(message: Json) -> Iterator[str]:
    """Every string a reader of the group could see, the typed words first."""
    for key in ("text", "caption"):
        if message.get(key):
            yield str(message[key])
    for key, value in message.items():
        if key not in FRAME and key not in ("text", "caption"):
            yield from strings(value, key)
    for origin in (message.get("forward_origin"), message.get("reply_markup")):
        yield from strings(origin, "")


def strings(value: Any, key: str) -> Iterator[str]:
    """All strings in a piece of JSON, apart from those only machines read."""
    if key in MACHINE_KEYS:
        return
    match value:
        case str():
            if value.strip():
                yield value
        case Mapping():
            for name, part in value.items():
                yield from strings(part, name)
        case list():
            for part in value:
                yield from strings(part, key)


def media_of(message: Json) -> Media | None:
    """The kind of thing attached; UNKNOWN for a kind nobody has taught us, which is held, not passed."""
    for key, media in MEDIA.items():
        if key in message:
            if media is Media.DOCUMENT and is_picture_file(message["document"]):
                return Media.PHOTO  # a picture sent as a file shows the same child (decision 10)
            return media
    known = FRAME | {"text", "caption", "link_preview_options", "sender_tag", "rich_message"}
    return Media.UNKNOWN if message.keys() - known else None


def is_picture_file(document: Json) -> bool:
    return str(document.get("mime_type", "")).startswith(PICTURE_MIME)


def files(message: Json) -> Iterator[File]:
    for key, media in MEDIA.items():
        found = message.get(key)
        if isinstance(found, list) and found:  # a photo comes in several sizes, the largest last
            found = found[-1]
        if isinstance(found, Mapping) and "file_id" in found:
            yield File(media, str(found["file_id"]), str(found.get("file_unique_id", "")))
            return


def hidden_links(message: Json) -> Iterator[str]:
    """Addresses behind words or buttons, which the words alone do not show."""
    for entity in [*(message.get("entities") or []), *(message.get("caption_entities") or [])]:
        if "url" in entity:
            yield str(entity["url"])
    for row in (message.get("reply_markup") or {}).get("inline_keyboard", []):
        for button in row:
            if "url" in button:
                yield str(button["url"])
    preview = message.get("link_preview_options") or {}
    if "url" in preview:
        yield str(preview["url"])


def answered_words(message: Json) -> str | None:
    """The words this post answers: somebody else's, so they are read but never scored."""
    quote = (message.get("quote") or {}).get("text")
    answered = message.get("reply_to_message") or {}
    words = quote or answered.get("text") or answered.get("caption")
    return str(words) if words else None


def name_of(sender: Json) -> str:
    """The name the group sees beside the post."""
    full = f"{sender.get('first_name', '')} {sender.get('last_name', '')}".strip()
    return full or str(sender.get("title") or "somebody")


def file_list(posting: Posting) -> list[dict[str, str]]:
    """The files as plain values, for the sealed copy."""
    return [{"media": file.media.value, "file_id": file.file_id} for file in posting.files]


@dataclass(frozen=True)
class Typed:
    """The words after a command, taken apart: a leading case number and the rest."""

    number: int | None
    rest: str = field(default="")


def typed(words: str) -> Typed:
    first, _, rest = words.partition(" ")
    number = first.removeprefix("#")
    if number.isascii() and number.isdigit() and len(number) < 18:
        return Typed(int(number), rest.strip())
    return Typed(None, words)
