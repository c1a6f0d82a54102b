"""A message of the group's as a post: its words and where each stood, what is attached, who speaks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from bot import shapes
from bot.attached import File, content_of, files, media_of
from bot.shapes import MARKS
from bot.strings import Piece, pieces, rich, urls, utf16_slice
from moderation.post import Author, Post

Json = Mapping[str, Any]


class Speaker(StrEnum):
    """Who is speaking: only a person can be told, asked or taken out."""

    PERSON = "person"
    ANONYMOUS = "anonymous"  # an administrator in the name of the group
    LINKED = "linked"  # the group's own channel, whose posts Telegram copies in
    CHANNEL = "channel"  # somebody in the name of a channel
    BOT = "bot"


@dataclass(frozen=True)
class Place:
    """Where a stretch of the post's text stood: text[start:end]."""

    where: str
    start: int
    end: int


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
    marked: tuple[Json, ...] = ()  # what in it is bold, hidden from the eye, a link
    speaker: Speaker = Speaker.PERSON
    from_id: int | None = None  # whose account sent it, which may be one that many share
    places: tuple[Place, ...] = ()
    quotes: tuple[str, ...] = ()  # words of others that the group sees in it
    changes: tuple[int, ...] = ()  # messages that it added something to, such as a poll
    replies_to: int | None = None  # the message it answers
    username: str = ""  # of whoever wrote it
    speaks_to: tuple[int | str, ...] = ()  # whom it answers or names with an @: ids and usernames


def read_posting(message: Json, *, edited: bool = False) -> Posting:
    sender = message.get("from") or {}
    speaker = speaker_of(message)
    sent = datetime.fromtimestamp(int(message["date"]), UTC)
    text, places = laid_out(pieces(message))
    return Posting(
        chat_id=int(message["chat"]["id"]),
        message_id=int(message["message_id"]),
        post=Post(
            text=text,
            author=Author(sender.get("id") if speaker is Speaker.PERSON else None),
            media=media_of(message),
            reply_to=answered_words(message),
            at=sent,
            links=tuple(dict.fromkeys(urls(content_of(message)))),
        ),
        author_name=name_of(message),
        sent=sent,
        edited=edited,
        thread_id=message.get("message_thread_id") if message.get("is_topic_message") else None,
        album=message.get("media_group_id"),
        files=tuple(dict.fromkeys(files(message))),
        words=typed_words(message),
        marked=tuple(marked(message)),
        speaker=speaker,
        from_id=sender.get("id"),
        places=places,
        quotes=tuple(quotes(message)),
        changes=tuple(changes(message)),
        replies_to=(message.get("reply_to_message") or {}).get("message_id"),
        username=str(sender.get("username") or ""),
        speaks_to=tuple(speaks_to(message)),
    )


def speaks_to(message: Json) -> Iterator[int | str]:
    """Whoever wrote what is answered, and everybody named with an @."""
    answered = (message.get("reply_to_message") or {}).get("from") or {}
    if "id" in answered and not answered.get("is_bot"):
        yield int(answered["id"])
    for text, entities in (("text", "entities"), ("caption", "caption_entities")):
        for one in message.get(entities) or []:
            if one["type"] == "mention":
                yield utf16_slice(str(message.get(text, "")), int(one["offset"]), int(one["length"])).lower()
            elif one["type"] == "text_mention":
                yield int(one["user"]["id"])


def typed_words(message: Json) -> str:
    """What a restore puts back: the text, the caption, or a rich message's words."""
    words = message.get("text") or message.get("caption")
    if words is None and "rich_message" in message:
        return "\n".join(piece.words for piece in rich(message["rich_message"], "text"))
    return str(words or "")


def marked(message: Json) -> Iterator[Json]:
    """The entities that a bot can send as they were; the others Telegram finds by itself again."""
    for one in message.get("entities" if "text" in message else "caption_entities") or []:
        if one.get("type") in MARKS:
            yield {key: one[key] for key in ("type", "offset", "length", "url", "language") if key in one}


def laid_out(found: Iterable[Piece]) -> tuple[str, tuple[Place, ...]]:
    """The pieces one under the other, and where each stands in the whole."""
    words, places, start = [], [], 0
    for piece in found:
        words.append(piece.words)
        places.append(Place(piece.where, start, start + len(piece.words)))
        start += len(piece.words) + 1
    return "\n".join(words), tuple(places)


def speaker_of(message: Json) -> Speaker:
    """The account says little: administrators without a name and channels speak through shared ones."""
    sender, sender_chat = message.get("from") or {}, message.get("sender_chat")
    match sender.get("id"):
        case _ if message.get("is_automatic_forward"):
            return Speaker.LINKED
        case _ if sender_chat:
            return Speaker.ANONYMOUS if sender_chat["id"] == message["chat"]["id"] else Speaker.CHANNEL
        case shapes.GROUP_ANONYMOUS_BOT:
            return Speaker.ANONYMOUS
        case shapes.TELEGRAM:
            return Speaker.LINKED
        case shapes.CHANNEL_BOT | None:
            return Speaker.CHANNEL
    return Speaker.BOT if sender.get("is_bot") else Speaker.PERSON


def changes(message: Json) -> Iterator[int]:
    """An option added to a poll, or a task to a list, stands in another message, which goes if it must go."""
    for key, about in (("poll_option_added", "poll_message"), ("checklist_tasks_added", "checklist_message")):
        changed = (message.get(key) or {}).get(about) or {}
        if isinstance(changed.get("message_id"), int):
            yield changed["message_id"]


def quotes(message: Json) -> Iterator[str]:
    """Words of others that the group reads in this post even when the post they come from is gone."""
    text = (message.get("quote") or {}).get("text")
    if isinstance(text, str):
        yield text


def answered_words(message: Json) -> str | None:
    """The words this post answers: somebody else's, so they are read but never scored."""
    quote = (message.get("quote") or {}).get("text")
    answered = message.get("reply_to_message") or {}
    words = quote or answered.get("text") or answered.get("caption")
    return str(words) if words else None


def name_of(message: Json) -> str:
    """The name the group sees beside the post."""
    sender = message.get("sender_chat") or message.get("from") or {}
    full = f"{sender.get('first_name', '')} {sender.get('last_name', '')}".strip()
    signed = message.get("author_signature")
    name = full or str(sender.get("title") or "somebody")
    return f"{name} ({signed})" if signed else name
