"""Reads what Telegram sends, and says what it is: a post, a command, a press, an arrival.

Nothing else knows these shapes. The raw JSON is read, never python-telegram-bot's types, which lag behind
the Bot API (decision 22).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.posting import Place as Place
from bot.posting import Posting as Posting
from bot.posting import Speaker as Speaker
from bot.posting import name_of, read_posting
from bot.shapes import FRAME, NEWS
from bot.strings import utf16_slice
from moderation.facts import Facts
from moderation.post import Post

Json = Mapping[str, Any]


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
    answered: Posting | None = None  # the message it answers
    author_name: str = ""
    posting: Posting | None = None  # what else the group reads: a command hides no words from judgement
    username: str = ""
    speaker: Speaker = Speaker.PERSON
    draft: Post | None = None  # what `/check` asks about in private: looked at, and never kept
    facts: Facts = field(default=Facts())  # what the models made of the draft


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
class JoinRequest:
    """Somebody asks to be let in; for five minutes the bot may write to the chat `write_to`."""

    user_id: int
    chat_id: int
    write_to: int
    name: str
    username: str = ""


@dataclass(frozen=True)
class Moved:
    """The group became a supergroup and has a new id."""

    old_chat_id: int
    new_chat_id: int


@dataclass(frozen=True)
class Unread:
    """Nothing to judge or do; `kind` names the part of the update."""

    kind: str


Reading = Posting | Command | Press | Arrival | JoinRequest | Moved | Unread


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
        case {"chat_join_request": request}:
            return read_join_request(request)
    return read_stranger(update)


def read_stranger(update: Json) -> Reading:
    """An update of a kind we do not ask for: if it is a message all the same it is judged, never obeyed."""
    for part in update.values():
        if isinstance(part, Mapping) and part.keys() >= {"message_id", "date", "chat"}:
            return read_edit(part) if part["chat"].get("type") != "private" else Unread("private")
    kinds = sorted(key for key in update if key != "update_id")
    return Unread(kinds[0] if kinds else "empty")


def lane_of(update: Json) -> str:
    """One lane per chat: its updates are handled in order, and chats do not wait for each other."""
    if "chat_join_request" in update:  # it must not wait behind a backlog of posts: there are five minutes
        return "joining"
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
    if is_news(message):
        return Unread("service")
    posting = read_posting(message)
    return read_command(message, posting, bot_username) or posting


def read_edit(message: Json) -> Reading:
    """An edit is read again but never obeyed."""
    return Unread("service") if is_news(message) else read_posting(message, edited=True)


def is_news(message: Json) -> bool:
    """Nobody wrote or sent anything: Telegram tells what happened."""
    return bool(NEWS & message.keys()) and message.keys() <= NEWS | FRAME | {"author_signature"}


# Who may give an order: a person, or, if somebody confirms it, an administrator who speaks as the group.
ORDERERS = frozenset({Speaker.PERSON, Speaker.ANONYMOUS})


def read_command(message: Json, posting: Posting, bot_username: str) -> Command | None:
    """A command typed here and now: no forward, no channel, no other bot."""
    if posting.speaker not in ORDERERS or "forward_origin" in message:
        return None
    private = message["chat"]["type"] == "private"
    key = "caption" if private and "caption" in message else "text"  # a picture told about in private
    text, entities = message.get(key), message.get("entities" if key == "text" else "caption_entities") or []
    marked = [one for one in entities if one["type"] == "bot_command" and one["offset"] == 0]
    if not marked or not isinstance(text, str):
        return None
    typed_name = utf16_slice(text, 0, int(marked[0]["length"]))
    name, _, addressed = typed_name[1:].partition("@")
    if addressed and addressed.lower() != bot_username.lower():
        return None
    about_draft = private and name.lower() in ASK_ABOUT_A_DRAFT
    return Command(
        name=name.lower(),
        words=text[len(typed_name) :].strip(),
        user_id=posting.post.author.id or 0,
        chat_id=posting.chat_id,
        message_id=posting.message_id,
        private=private,
        replies_to=(message.get("reply_to_message") or {}).get("message_id"),
        answered=answered_post(message, posting, private=private),
        author_name=posting.author_name,
        posting=None if private else posting,
        username=posting.username,
        speaker=posting.speaker,
        draft=draft_of(message, posting.post, len(typed_name)) if about_draft else None,
    )


def answered_post(message: Json, posting: Posting, *, private: bool) -> Posting | None:
    """The post a command is about: the one it answers, or the picture it was written under."""
    answered = message.get("reply_to_message") or {}
    if answered.get("date") and "chat" in answered:
        return read_posting(answered)
    return (
        replace(posting, words="", post=replace(posting.post, text="")) if private and posting.files else None
    )


ASK_ABOUT_A_DRAFT = frozenset({"check"})


def draft_of(message: Json, post: Post, start: int) -> Post | None:
    """The words after the command, or else the writer's own message that it answers: as they would be posted
    now."""
    answered = message.get("reply_to_message") or {}
    own = (answered.get("from") or {}).get("id") == post.author.id
    words = post.text[start:].strip()
    if words or post.media is not None:
        return replace(post, text=words, reply_to=None if own else post.reply_to)
    return replace(read_posting(answered).post, at=post.at) if own else None


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


def read_join_request(request: Json) -> JoinRequest:
    sender = request["from"]
    return JoinRequest(
        user_id=int(sender["id"]),
        chat_id=int(request["chat"]["id"]),
        write_to=int(request.get("user_chat_id") or sender["id"]),
        name=name_of({"from": sender}),
        username=str(sender.get("username") or ""),
    )


def read_arrival(change: Json, *, of_us: bool = False) -> Arrival:
    member = change["new_chat_member"]
    status = str(member["status"])
    if status == "restricted" and member.get("is_member") is False:  # restricted, and gone since
        status = "left"
    return Arrival(int(member["user"]["id"]), int(change["chat"]["id"]), status, of_us)


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
