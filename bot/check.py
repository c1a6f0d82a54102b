"""`lollipop check` and `score`: posts as JSON lines in, one judgement or score per line out, in order.

The judgement is the live one: the same reading of roles, the same judge() and decide().
"""

import json
import math
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, BinaryIO

from bot.models import Models
from bot.words import poster_word
from moderation.decision import Decision, Mode, decide
from moderation.facts import Facts
from moderation.judge import judge
from moderation.policy import Policy
from moderation.post import Author, Media, Post, Role
from moderation.roster import Roster, with_names
from moderation.stand_in import without_names

BATCH = 64
LONGEST = 1_000_000  # bytes in a line; the longest of Telegram's posts has some 16,000
Json = dict[str, Any]


class LineError(ValueError):
    """What is wrong with a line, after "line 7: "."""


@dataclass(frozen=True)
class Line:
    """One line of input: its id as given, and the post or the mistake."""

    id: object
    post: Post | None
    error: str | None = None


def check(
    source: Iterable[bytes], out: BinaryIO, policy: Policy, models: Models, roster: Roster | None = None
) -> int:
    """The exit code: 1 when any line was at fault."""

    def judged(lines: list[Line]) -> Iterator[Json]:
        posts = [line.post for line in lines if line.post is not None]
        names = roster.said_names if roster else frozenset()
        facts = iter(models.look_now([without_names(post.text, names) for post in posts]))
        for line in lines:
            if line.post is None:
                yield {"id": line.id, "error": line.error}
            else:
                known = with_names(next(facts), line.post.author.id, roster)
                yield {"id": line.id, **judgement_page(line.post, known, policy)}

    return each_line(source, out, read_post, judged)


def score(source: Iterable[bytes], out: BinaryIO, models: Models) -> int:
    """Toxicity only; the exit code is 1 when any line was at fault."""

    def scored(lines: list[Line]) -> Iterator[Json]:
        posts = [line.post for line in lines if line.post is not None]
        facts = iter(models.look_now([post.text for post in posts]))
        for line in lines:
            if line.post is None:
                yield {"id": line.id, "error": line.error}
            elif (found := next(facts).toxicity) is None:
                yield {"id": line.id, "error": "the model could not score this text"}
            else:
                yield {"id": line.id, "scores": {label: round(value, 6) for label, value in found.items()}}

    return each_line(source, out, read_text, scored)


def decision_on(post: Post, facts: Facts, policy: Policy) -> Decision:
    """What the live bot would do, were it to act on all it finds."""
    return decide(judge(post, facts, policy), policy, mode=Mode.ENFORCE)


def judgement_page(post: Post, facts: Facts, policy: Policy) -> Json:
    decision = decision_on(post, facts, policy)
    return {
        "action": decision.action.value,
        "because": decision.because.category.value if decision.because else None,
        "findings": [
            {
                "category": ruling.finding.category.value,
                "score": round(ruling.finding.score, 4),
                "severity": ruling.severity.value,
                "why": ruling.finding.why,
            }
            for ruling in decision.rulings
        ],
        "reply": reply_of(decision, policy, is_staff=post.author.is_staff),
    }


def reply_of(decision: Decision, policy: Policy, *, is_staff: bool) -> str | None:
    """What the poster is told, with "…" where the live reply has the case's number."""
    if decision.reply is None:
        return None
    return poster_word(decision.reply, policy, number="…", is_staff=is_staff)


def each_line(
    source: Iterable[bytes],
    out: BinaryIO,
    read: Callable[[Json], Post],
    answer: Callable[[list[Line]], Iterable[Json]],
) -> int:
    """Answers as soon as lines arrive, many at once when many are there."""
    faults = 0
    for lines in batches(source):
        found = [read_line(number, raw, read) for number, raw in lines]
        faults += sum(line.error is not None for line in found)
        for page in answer(found):
            faults += "error" in page
            out.write(json.dumps(page).encode() + b"\n")
        out.flush()
    return 1 if faults else 0


def arriving(descriptor: int) -> Iterator[bytes]:
    """Bytes as they come, without waiting for more than there is."""
    while piece := os.read(descriptor, 1 << 16):
        yield piece


def batches(pieces: Iterable[bytes]) -> Iterator[list[tuple[int, bytes]]]:
    """Numbered lines, in groups of up to 64; blank lines count but are passed over."""
    number, rest = 0, bytearray()
    for piece in chain(pieces, [b"\n"]):  # the last line may lack its end
        first, *others = piece.split(b"\n")
        rest += first[: LONGEST + 1 - len(rest)]  # what is too long anyhow is not kept
        if not others:
            continue
        whole = [bytes(rest), *others[:-1]]
        rest = bytearray(others[-1][: LONGEST + 1])
        lines = [(number + place, line) for place, line in enumerate(whole, start=1) if line.strip()]
        number += len(whole)
        for start in range(0, len(lines), BATCH):
            yield lines[start : start + BATCH]


def read_line(number: int, raw: bytes, read: Callable[[Json], Post]) -> Line:
    """The post of a line, or one sentence that names the line and the mistake."""
    given: object = None
    try:
        page = json.loads(text_of(raw), parse_constant=no_number)
        if not isinstance(page, dict):
            raise LineError("a JSON object in curly brackets is expected")
        given = id_of(page)
        return Line(given, read(page))
    except UnicodeDecodeError:
        return Line(given, None, f"line {number}: not UTF-8 text")
    except LineError as error:
        return Line(given, None, f"line {number}: {error}")
    except (ValueError, RecursionError) as error:
        place = f" at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        return Line(given, None, f"line {number}: not valid JSON{place}")


def text_of(raw: bytes) -> str:
    if len(raw) > LONGEST:
        raise LineError(f"longer than {LONGEST:,} bytes")
    return raw.decode("utf-8-sig")  # some programs put a mark in front of the first line


def no_number(name: str) -> None:
    """Python would read NaN and Infinity, and write them again; JSON has neither."""
    raise ValueError(name)


def id_of(page: Json) -> object:
    given = page.get("id")
    if isinstance(given, dict | list) or (isinstance(given, float) and not math.isfinite(given)):
        raise LineError('"id" must be a text or a number')
    return given


def read_text(page: Json) -> Post:
    return Post(field(page, "text", str, required=True))


def read_post(page: Json) -> Post:
    """The fields of interfaces.md; only `text` is required. LineError names the field at fault."""
    sender = field(page, "from", int)
    context = field(page, "context", list) or []
    if not all(isinstance(text, str) for text in context):
        raise LineError('"context" must be a list of texts')
    return Post(
        text=field(page, "text", str, required=True),
        author=Author(sender, frozenset({choice(page, "role", Role) or Role.PARENT})),
        media=choice(page, "media", Media),
        reply_to=field(page, "reply_to", str),
        at=moment(page),
        context=tuple(context),
    )


KINDS = {str: "a text in quotation marks", int: "a whole number", list: "a list in square brackets"}


def field(page: Json, name: str, kind: type, *, required: bool = False) -> Any:
    value = page.get(name)
    if value is None and not required:
        return None
    if value is None:
        raise LineError(f'"{name}" is missing')
    if not isinstance(value, kind) or isinstance(value, bool):
        raise LineError(f'"{name}" must be {KINDS[kind]}')
    return value


def choice(page: Json, name: str, kinds: type[Role] | type[Media]) -> Any:
    value = field(page, name, str)
    if value is None:
        return None
    if value not in [kind.value for kind in kinds]:
        raise LineError(f'"{name}" must be one of {", ".join(kind.value for kind in kinds)}')
    return kinds(value)


def moment(page: Json) -> datetime | None:
    value = field(page, "at", str)
    if value is None:
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        raise LineError('"at" must be a time such as 2026-09-07T10:15:00+01:00') from None
    if at.tzinfo is None:
        raise LineError('"at" needs its time zone, such as +01:00')
    return at
