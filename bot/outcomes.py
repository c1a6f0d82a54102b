"""What Telegram's answer to an act amounts to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Done:
    """Telegram took it; `message_id` and `parts` are what it sent, if anything."""

    messages: tuple[int, ...] = ()
    has_words: bool = False
    found: bool = True  # False: what was to be deleted was gone already


@dataclass(frozen=True)
class Later:
    """Telegram certainly did not do it, or doing it twice is harmless: again after so many seconds."""

    seconds: float
    hold_chat: bool = False


@dataclass(frozen=True)
class NotStarted:
    """The person has never pressed Start, or has blocked the bot."""


@dataclass(frozen=True)
class Refused:
    """Telegram will never do it, and says why."""

    error: str


@dataclass(frozen=True)
class Unknown:
    """The answer was lost: it may have happened, and must not happen twice."""


@dataclass(frozen=True)
class Migrated:
    """The group became a supergroup, and the news of it never came."""

    new_chat_id: int


Outcome = Done | Later | NotStarted | Refused | Unknown | Migrated
