"""Every sentence the bot says comes from texts.toml through here."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from moderation.category import Category
from moderation.clauses import clauses_of
from moderation.policy import Policy

# Private words that name the clause, and clauses too harsh to be told to anybody.
CLAUSE_TOLD = frozenset({"told", "held", "ask"})
HARSH = re.compile(
    "tolerat|lawsuit|prosecut|serious|unaccept|disrepute|disciplin|dismiss|defam|libel|infring|moaning|must",
    re.IGNORECASE,
)
COMMAND = re.compile(r"(?<![\w/])/(?=\w)")
NAME_LIMIT = 128
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


def poster_word(key: str, policy: Policy, *, number: int | str = "", is_staff: bool = False) -> str:
    """All that a poster is told for a reply key: the reason, the clause it comes from, and how to appeal."""
    kind, _, name = key.partition(".")
    parts = [say_to_poster(key, setting=str(policy["setting.name"]), number=number)]
    rule = clause_told(Category(name), policy, is_staff) if name in list(Category) else ""
    if rule and kind in CLAUSE_TOLD:
        parts.append(say("own.clause", clause=rule))
    if kind in ("told", "held"):
        parts.append(say("own.appeal", number=number))
    return " ".join(parts)


def clause_told(category: Category, policy: Policy, is_staff: bool) -> str:
    """The policy's own rule, in few words, as far as it binds this person and reads like a rule, not a threat
    (I-7). Criticism is met with help, not with a clause."""
    bound = {"everyone", "staff", "committee"} if is_staff else {"everyone", "parents"}
    for clause in clauses_of(category, policy):
        is_rule = clause.kind in ("content rule", "image rule") and bound & set(clause.binds.split(", "))
        if is_rule and category != Category.COMPLAINT and not HARSH.search(clause.words):
            return clause.words
    return ""


def plain_name(name: str) -> str:
    """A name as it may stand in a message: on one line, and nothing in it that Telegram would turn into a
    mention, a link or a command."""
    spaced = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in name)
    line = untapped(" ".join(spaced.split()))
    for tapped, plain in (("@", "＠"), ("://", ": "), (".", "․"), ("#", "＃"), ("$", "＄")):
        line = line.replace(tapped, plain)
    return shortened(line, NAME_LIMIT) or "–"


def untapped(text: str) -> str:
    """Somebody's words with nothing in them that looks like a command to tap on."""
    return COMMAND.sub("/\u2060", text)


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
