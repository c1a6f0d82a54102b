"""Finds every string of a message that a reader of the group could see, and says where it stood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.shapes import FRAME, MACHINE, OTHER_MESSAGES, PEOPLE, WHERE

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Piece:
    """Words, and where they stood: a name under [where] in texts.toml."""

    where: str
    words: str


def pieces(message: Json) -> Iterator[Piece]:
    """All of them, what was typed first; a reply's own quote is somebody else's words and left out."""
    for key in ("text", "caption"):
        if key in message:
            yield from walk(message[key], key, key)
    if "rich_message" in message:
        yield from rich(message["rich_message"], "text")
    for key, value in message.items():
        if key in FRAME or key in ("text", "caption", "rich_message"):
            continue
        if key == "quote" and "external_reply" not in message:
            continue
        yield from through(value) if key == "via_bot" else walk(value, key, WHERE.get(key, "unknown"))


def walk(value: Any, key: str, where: str) -> Iterator[Piece]:
    """All strings in a piece of JSON, apart from those only machines read and other people's."""
    if key in PEOPLE or key in OTHER_MESSAGES:
        return
    match value:
        case str():
            if value.strip() and key not in MACHINE and key != "url":  # addresses are read by urls()
                yield Piece(where, value)
        case Mapping():
            for inner, part in value.items():
                yield from walk(part, inner, WHERE.get(inner, where))
        case list():
            for part in value:
                yield from walk(part, key, where)


def through(bot: Any) -> Iterator[Piece]:
    """The bot through which something was sent is named beside the post."""
    if isinstance(bot, Mapping) and isinstance(bot.get("username"), str):
        yield Piece("via", bot["username"])
    yield from walk(bot, "via_bot", "via")


# Where a rich message keeps a paragraph's text, perhaps cut into runs; and what a run shows without text.
TEXTS = frozenset({"text", "summary", "credit", "caption", "cells"})
SHOWN_INSTEAD = ("alternative_text", "expression")


def rich(value: Any, where: str, key: str = "") -> Iterator[Piece]:
    """A rich message: runs of one paragraph belong together, so that no word is cut in two."""
    match value:
        case list() if key in TEXTS and not holds_cells(value):
            yield from paragraph(value, where)
        case list():
            for part in value:
                yield from rich(part, where, key)
        case Mapping() if key in TEXTS and is_run(value):
            yield from paragraph(value, where)
        case Mapping():
            for inner, part in value.items():
                yield from rich(part, WHERE.get(inner, where), inner)
        case str():
            yield from walk(value, key, where)


def holds_cells(value: list[Any]) -> bool:
    """A table's rows, or the cells of a row: each is a text of its own."""
    if any(isinstance(one, str) for one in value):
        return False
    return any(isinstance(one, list) or (isinstance(one, Mapping) and "type" not in one) for one in value)


def is_run(value: Json) -> bool:
    """A run of text has a type and more text, or what is shown in its place; a caption has no type."""
    return "type" in value


def paragraph(value: Any, where: str) -> Iterator[Piece]:
    """The runs put together, then what hangs on them unseen."""
    shown = run_text(value)
    if shown.strip():
        yield Piece(where, shown)
    yield from (piece for piece in hung_on(value, where) if piece.words not in shown)


def run_text(value: Any) -> str:
    match value:
        case str():
            return value
        case list():
            return "".join(map(run_text, value))
        case Mapping():
            for key in ("text", *SHOWN_INSTEAD):
                if key in value:
                    return run_text(value[key])
    return ""


def hung_on(value: Any, where: str) -> Iterator[Piece]:
    """Telephone numbers, addresses and the like behind a run."""
    match value:
        case list():
            for part in value:
                yield from hung_on(part, where)
        case Mapping():
            for key, part in value.items():
                if key == "text":
                    yield from hung_on(part, where)
                elif key not in SHOWN_INSTEAD:
                    yield from walk(part, key, where)


def urls(value: Any, key: str = "") -> Iterator[str]:
    """Every address behind words, buttons and previews, at any depth."""
    if key in PEOPLE or key in OTHER_MESSAGES:
        return
    match value:
        case str() if key == "url" and value.strip():
            yield value
        case Mapping():
            for inner, part in value.items():
                yield from urls(part, inner)
        case list():
            for part in value:
                yield from urls(part, key)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The stretch that an entity names: Telegram counts in UTF-16 units, in which most emoji are two."""
    units = text.encode("utf-16-le", "surrogatepass")  # -le, or a byte order mark would move everything
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
