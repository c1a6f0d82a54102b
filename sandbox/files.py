"""The pretend Telegram's files: a few made-up pictures and whatever people and the bot send."""

import hashlib
from dataclasses import dataclass
from typing import Any

from sandbox.refusal import bad

Json = dict[str, Any]
LARGEST_DOWNLOAD = 20 * 1024 * 1024
TINY_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090"
    "7753de0000000c4944415408d763d8d4d40400048c0218a4b9e0160000000049454e44ae426082"
)
MIME = {
    "photo": "image/png",
    "video": "video/mp4",
    "animation": "video/mp4",
    "video_note": "video/mp4",
    "audio": "audio/mpeg",
    "voice": "audio/ogg",
    "sticker": "image/webp",
    "document": "application/octet-stream",
}


@dataclass(frozen=True)
class File:
    """One file; `size` may be larger than its content, so that big files cost nothing."""

    id: str
    unique_id: str
    kind: str
    name: str
    content: bytes
    size: int

    @property
    def path(self) -> str:
        """Where it is downloaded from, below /file/bot<token>/."""
        return f"{self.kind}s/file_{self.unique_id}"


class Files:
    """Every file that was sent, by its id; they outlive the messages that carried them."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def add(
        self, kind: str, *, content: bytes = TINY_PICTURE, name: str = "", size: int | None = None
    ) -> File:
        """Keep a file and give it an id."""
        number = len(self._files) + 1
        mark = hashlib.sha256(f"{kind} {number}".encode()).hexdigest()[:12]
        file = File(
            f"{kind}-{number}-{mark}", mark, kind, name, content, len(content) if size is None else size
        )
        self._files[file.id] = file
        return file

    def get(self, file_id: str) -> File:
        """The file with this id, or a 400."""
        if file_id not in self._files:
            raise bad("wrong file identifier/HTTP URL specified")
        return self._files[file_id]

    def at(self, path: str) -> File | None:
        """The file kept at a path."""
        return next((file for file in self._files.values() if file.path == path), None)

    def described(self, file: File) -> Json:
        """The File object that getFile answers with."""
        if file.size > LARGEST_DOWNLOAD:
            raise bad("file is too big")
        shown = {"file_id": file.id, "file_unique_id": file.unique_id}
        return shown | {"file_size": file.size, "file_path": file.path}


def fields(file: File) -> Json:
    """The part of a message that carries a file."""
    base: Json = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
    picture = {"width": 800, "height": 600}
    mime = {"mime_type": MIME[file.kind]}
    match file.kind:
        case "photo":
            small = base | {"file_id": file.id, "width": 90, "height": 67}
            return {"photo": [small, base | picture]}
        case "video":
            return {"video": base | picture | mime | {"duration": 8} | _named(file)}
        case "animation":
            shown = base | picture | mime | {"duration": 3} | _named(file)
            return {"animation": shown, "document": base | mime | _named(file)}
        case "video_note":
            return {"video_note": base | {"length": 240, "duration": 5}}
        case "audio":
            return {"audio": base | mime | {"duration": 60} | _named(file)}
        case "voice":
            return {"voice": base | mime | {"duration": 4}}
        case "sticker":
            still = {"type": "regular", "is_animated": False, "is_video": False}
            return {"sticker": base | {"width": 512, "height": 512, "emoji": "👍"} | still}
        case _:
            return {"document": base | mime | _named(file)}


def _named(file: File) -> Json:
    return {"file_name": file.name} if file.name else {}
