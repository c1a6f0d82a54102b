"""How a post of words and files is sent: which calls to Telegram it takes, in order; an album stays one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bot.words import CAPTION_LIMIT, TEXT_LIMIT, pieces, utf16_length

BARE = frozenset({"video_note", "sticker"})  # files that carry no caption
# What Telegram groups into one album: pictures with films, or files alone, or sound alone.
ALBUMS = {"photo": "pictures", "video": "pictures", "document": "document", "audio": "audio"}
MOST_IN_ALBUM = 10
METHODS = {
    "photo": "sendPhoto",
    "video": "sendVideo",
    "animation": "sendAnimation",
    "document": "sendDocument",
    "voice": "sendVoice",
    "audio": "sendAudio",
    "video_note": "sendVideoNote",
    "sticker": "sendSticker",
}
NO_PREVIEW = {"is_disabled": True}
Entities = tuple[Mapping[str, Any], ...]  # as Telegram writes them, in UTF-16 units


@dataclass(frozen=True)
class FileToSend:
    """A picture or other file by Telegram's id, and the words under it."""

    media: str
    file_id: str
    caption: str = ""
    entities: Entities = ()


@dataclass(frozen=True)
class Whole:
    """A post as it goes out: its text, or its files in order with what stands under each."""

    text: str
    files: tuple[FileToSend, ...] = ()
    thread: int | None = None
    entities: Entities = ()


@dataclass(frozen=True)
class Call:
    """One request, but for the chat."""

    method: str
    values: dict[str, Any]


def calls(whole: Whole) -> list[Call]:
    """Files first, then whatever words found no room under them."""
    texts = list(cut(whole.text, whole.entities, TEXT_LIMIT)) if whole.text else []
    files = []
    for file in whole.files:
        parts = list(cut(file.caption, file.entities, CAPTION_LIMIT))
        under, marked = ("", ()) if file.media in BARE else parts.pop(0)
        files.append(FileToSend(file.media, file.file_id, under, marked))
        left = sum(utf16_length(text) for text, _ in parts)
        if left:
            rest = file.caption[len(under) :]
            texts += cut(rest, moved(file.entities, -utf16_length(under)), TEXT_LIMIT)
    place = {"message_thread_id": whole.thread} if whole.thread else {}
    made = [*map(of_files, grouped(files)), *(of_text(*text) for text in texts)]
    return [Call(call.method, call.values | place) for call in made]


def cut(text: str, entities: Entities, limit: int) -> Iterator[tuple[str, Entities]]:
    """The text in pieces that fit, each with what is marked in it."""
    start = 0
    for piece in pieces(text, limit):
        yield piece, within(moved(entities, -start), utf16_length(piece))
        start += utf16_length(piece)


def moved(entities: Entities, by: int) -> Entities:
    return tuple({**one, "offset": one["offset"] + by} for one in entities)


def within(entities: Entities, length: int) -> Entities:
    """What of them lies in a text of this length."""
    found = []
    for one in entities:
        start, end = max(0, one["offset"]), min(length, one["offset"] + one["length"])
        if end > start:
            found.append({**one, "offset": start, "length": end - start})
    return tuple(found)


def grouped(files: Sequence[FileToSend]) -> Iterator[tuple[FileToSend, ...]]:
    """Neighbours that make one album together, ten at most; anything else alone."""
    for kind, group in groupby(files, key=lambda file: ALBUMS.get(file.media)):
        together, most = tuple(group), MOST_IN_ALBUM if kind else 1
        for start in range(0, len(together), most):
            yield together[start : start + most]


def of_files(group: tuple[FileToSend, ...]) -> Call:
    if len(group) == 1:
        (file,) = group
        return Call(METHODS[file.media], {file.media: file.file_id} | captioned(file))
    media = [{"type": file.media, "media": file.file_id} | captioned(file) for file in group]
    return Call("sendMediaGroup", {"media": media})


def of_text(text: str, entities: Entities) -> Call:
    marked = {"entities": list(entities)} if entities else {}
    return Call("sendMessage", {"text": text, "link_preview_options": NO_PREVIEW} | marked)


def captioned(file: FileToSend) -> dict[str, Any]:
    marked = {"caption_entities": list(file.entities)} if file.entities else {}
    return {"caption": file.caption} | marked if file.caption else {}
