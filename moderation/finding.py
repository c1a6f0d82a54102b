"""One thing found in a post: its category, how sure, how grave, and the words it was found in."""

from dataclasses import dataclass
from enum import StrEnum

from moderation.category import Category


class Severity(StrEnum):
    """How grave, from nothing to waking somebody up (policy.md 0.2)."""

    NONE = "none"
    INFO = "info"
    FLAG = "flag"
    HIDE = "hide"
    URGENT = "urgent"

    @property
    def level(self) -> int:
        return list(Severity).index(self)


@dataclass(frozen=True)
class Evidence:
    """The stretch of the original text that gave it away: text[start:end]."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Finding:
    """`why` says in a few plain words what was found; it never quotes the post (evidence does)."""

    category: Category
    score: float  # 0 to 1
    severity: Severity
    why: str
    subtype: str | None = None  # as named in policy.md 3.3, e.g. "contact", "immediate"
    evidence: tuple[Evidence, ...] = ()
    repeats: bool = False  # words of a case that is out of view, and nothing new
    score_alone: bool = False  # a toxicity score and nothing else: the circuit breaker may soften it
