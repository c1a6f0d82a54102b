"""Every sentence the bot says comes from texts.toml through here."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

TEXT_LIMIT = 4096  # Telegram's, in UTF-16 units
CAPTION_LIMIT = 1024
PRESS_LIMIT = 200


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("bot").joinpath("texts.toml").read_text(encoding="utf-8"))


def say(key: str, **values: object) -> str:
    """The sentence under "section.name", filled in. KeyError when there is no such sentence or value.

    Values are put in as they are and never read as templates, so a name like "{setting}" stays a name.
    """
    section, _, name = key.partition(".")
    return texts()[section][name].format_map({key: str(value) for key, value in values.items()})


def say_to_poster(key: str, *, setting: str, number: int | str = "") -> str:
    """What a poster is told for a decision's reply key, such as "told.ABUSE" or "help.immediate"."""
    section, _, name = key.partition(".")
    reason = texts()["reason"].get(name, "").format(setting=setting)
    known = name if name in texts()[section] else "any"
    return say(f"{section}.{known}", setting=setting, number=number, reason=reason)


def utf16_length(text: str) -> int:
    """How Telegram counts: characters outside the basic plane, such as most emoji, count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def pieces(text: str, limit: int = TEXT_LIMIT) -> list[str]:
    """The text in parts that Telegram takes, cut at a line or a space where there is one; nothing is lost."""
    parts: list[str] = []
    while utf16_length(text) > limit:
        end = limit
        while utf16_length(text[:end]) > limit:
            end -= max(1, (utf16_length(text[:end]) - limit) // 2)
        cut = max(text.rfind("\n", end // 2, end), text.rfind(" ", end // 2, end)) + 1 or end
        parts.append(text[:cut])
        text = text[cut:]
    return [*parts, text]


def shortened(text: str, limit: int) -> str:
    """The text when it fits, or its beginning and an ellipsis."""
    return text if utf16_length(text) <= limit else pieces(text, limit - 1)[0].rstrip() + "…"
