"""What is attached to a message: the kind that counts, and files by their ids; none is ever opened."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.shapes import (
    FRAME,
    MEDIA,
    NEWS,
    OTHER_MESSAGES,
    OTHERS,
    PICTURE_ENDINGS,
    PICTURE_MIME,
    PICTURES,
    WORDED,
)
from moderation.post import Media

Json = Mapping[str, Any]


@dataclass(frozen=True)
class File:
    """A picture, video or other file by Telegram's id; nothing is ever downloaded (decision 10)."""

    media: Media
    file_id: str
    unique_id: str = ""  # the same for every copy, and no use for fetching the file


def content_of(message: Json) -> Json:
    """What the sender put in, in its order."""
    return {key: part for key, part in message.items() if key not in FRAME}


def media_of(message: Json) -> Media | None:
    """The kind of thing attached; UNKNOWN for a kind nobody has taught us, which is held, not passed."""
    found = set(kinds(content_of(message)))
    for media in PICTURES.values():
        if media in found:
            return media
    if message.keys() - FRAME - WORDED - NEWS - MEDIA.keys():
        return Media.UNKNOWN
    return next((media for media in OTHERS.values() if media in found), None)


def kinds(value: Any) -> Iterator[Media]:
    """Every kind of media at any depth: a poll or a reply to another chat can hold a picture too."""
    match value:
        case Mapping():
            for key, part in value.items():
                if key in OTHER_MESSAGES or part is None:
                    continue
                if key in MEDIA:
                    # A picture sent as a file shows the same child (decision 10).
                    yield Media.PHOTO if key == "document" and is_picture_file(part) else MEDIA[key]
                yield from kinds(part)
        case list():
            for part in value:
                yield from kinds(part)


def is_picture_file(document: Any) -> bool:
    mime, name = (str(document.get(key, "")).lower() for key in ("mime_type", "file_name"))
    return mime.startswith(PICTURE_MIME) or name.endswith(PICTURE_ENDINGS)


def files(value: Any) -> Iterator[File]:
    """Every file at any depth, in order, as often as it stands there; of a photo's sizes the largest."""
    match value:
        case Mapping():
            for key, part in value.items():
                if key in FRAME or key in OTHER_MESSAGES or (key == "document" and "animation" in value):
                    continue
                file = part[-1] if isinstance(part, list) and part else part
                if key == "live_photo" and isinstance(part, Mapping) and "photo" in part:
                    yield from files({"photo": part["photo"]})  # what can be sent again is the still
                elif key in MEDIA and isinstance(file, Mapping) and isinstance(file.get("file_id"), str):
                    yield File(MEDIA[key], file["file_id"], str(file.get("file_unique_id", "")))
                else:
                    yield from files(part)
        case list():
            for part in value:
                yield from files(part)
