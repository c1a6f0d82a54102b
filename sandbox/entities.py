"""Finds links, commands, mentions and addresses in a text, and reads the simple HTML that bots may send."""

import html
import re
from typing import Any

from sandbox.refusal import bad

Json = dict[str, Any]
FOUND = (
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "url",
        re.compile(
            r"(?<![\w@.])(?:https?://[^\s<>\"]+|(?:[a-z0-9-]+\.)+"
            r"(?:com|org|net|uk|io|me|info|co|app|dev|shop|xyz|link|ly|site|online|school|eu|tv|gg)\b(?:[/?#][^\s<>\"]*)?)",
            re.IGNORECASE,
        ),
    ),
    ("phone_number", re.compile(r"(?<![\w+])\+\d[\d ()-]{8,16}\d(?!\w)")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}")),
)
TRAILING = ".,;:!?)'\"»”’"
TAG = re.compile(
    r"<(/?)([A-Za-z0-9-]*)([^<>]*)>|<([A-Za-z0-9-]*)|&(?:[a-z]+|#\d+|#x[0-9a-f]+);", re.IGNORECASE
)
STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def utf16(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def find_entities(text: str) -> list[Json]:
    """The entities that Telegram marks in a text by itself, in order, never overlapping."""
    taken: list[tuple[int, int]] = []
    entities = []
    for kind, pattern in FOUND:
        for match in pattern.finditer(text):
            start, end = match.start(), match.end()
            if kind == "url":
                end = start + len(match.group().rstrip(TRAILING))
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            entities.append({"type": kind, "offset": utf16(text[:start]), "length": utf16(text[start:end])})
    return sorted(entities, key=lambda entity: int(str(entity["offset"])))


def read_html(source: str) -> tuple[str, list[Json]]:
    """The text without its tags, and the entities they meant; broken HTML is refused."""
    text, entities = "", []
    still_open: list[tuple[str, int, Json]] = []
    at = 0
    for match in TAG.finditer(source):
        text += source[at : match.start()]
        at = match.end()
        closing, name = match.group(1), (match.group(2) or match.group(4) or "").lower()
        if match.group().startswith("&"):
            text += html.unescape(match.group())
        elif name in STYLES and not match.group().endswith(">"):
            raise bad(
                f"can't parse entities: Unclosed start tag at byte offset {_byte(source, match.start())}"
            )
        elif closing:
            entities += _close(still_open, name, text, _byte(source, match.start()))
        else:
            still_open.append((name, utf16(text), _opened(name, match, source)))
    text += source[at:]
    if still_open:
        raise bad(
            f"can't parse entities: Can't find end tag corresponding to start tag \"{still_open[-1][0]}\""
        )
    return text, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _opened(name: str, match: re.Match[str], source: str) -> Json:
    if name not in STYLES:
        where = _byte(source, match.start())
        raise bad(f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {where}')
    if name != "a":
        return {"type": STYLES[name]}
    href = HREF.search(match.group(3))
    address = next((group for group in href.groups() if group), "") if href else ""
    return {"type": "text_link", "url": html.unescape(address)} if address else {}


def _close(still_open: list[tuple[str, int, Json]], name: str, text: str, where: int) -> list[Json]:
    if not still_open:
        raise bad(f"can't parse entities: Unexpected end tag at byte offset {where}")
    opened, start, entity = still_open.pop()
    if name and name != opened:
        raise bad(
            f"can't parse entities: Unmatched end tag at byte offset {where}, "
            f'expected "</{opened}>", found "</{name}>"'
        )
    length = utf16(text) - start
    return [entity | {"offset": start, "length": length}] if entity and length else []


def _byte(source: str, at: int) -> int:
    return len(source[:at].encode("utf-8", "surrogatepass"))


def tidy(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without white space at its ends, and the entities moved and cut to match."""
    trimmed = text.strip()
    lead, length = utf16(text) - utf16(text.lstrip()), utf16(trimmed)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        end = min(length, entity["offset"] - lead + entity["length"])
        if end > start:
            moved.append(entity | {"offset": start, "length": end - start})
    return trimmed, moved
