"""How a post of words and files is sent: which calls to Telegram it takes, in order; an album stays one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bot.words import CAPTION_LIMIT, pieces

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


@dataclass(frozen=True)
class FileToSend:
    """A picture or other file by Telegram's id, and the words under it."""

    media: str
    file_id: str
    caption: str = ""


@dataclass(frozen=True)
class Whole:
    """A post as it goes out: its text, or its files in order with what stands under each."""

    text: str
    files: tuple[FileToSend, ...] = ()
    thread: int | None = None


@dataclass(frozen=True)
class Call:
    """One request, but for the chat."""

    method: str
    values: dict[str, Any]


def calls(whole: Whole) -> list[Call]:
    """Files first, then whatever words found no room under them."""
    words = [whole.text] if whole.text else []
    files = []
    for file in whole.files:
        under, *rest = [""] * (file.media in BARE) + pieces(file.caption, CAPTION_LIMIT)
        files.append(FileToSend(file.media, file.file_id, under))
        words += ["".join(rest)] if any(rest) else []
    texts = [piece for text in words for piece in pieces(text)]
    place = {"message_thread_id": whole.thread} if whole.thread else {}
    made = [*map(of_files, grouped(files)), *map(of_text, texts)]
    return [Call(call.method, call.values | place) for call in made]


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


def of_text(text: str) -> Call:
    return Call("sendMessage", {"text": text, "link_preview_options": NO_PREVIEW})


def captioned(file: FileToSend) -> dict[str, str]:
    return {"caption": file.caption} if file.caption else {}
