"""What somebody said in the group, as the judgement sees it: words, role, kind of media."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from moderation.people import named, people
from moderation.text import Folded, refold, unmask


class Role(StrEnum):
    """What a person is to the setting (policy.md 0.3); one person may be several."""

    PARENT = "parent"
    RELATIVE = "relative"
    STAFF = "staff"
    COMMITTEE = "committee"
    CHAIR = "chair"
    MANAGER = "manager"
    DEPUTY = "deputy"
    THIRD = "third"
    LEAD = "lead"
    DSL = "dsl"
    ADMIN = "admin"
    SOCIAL = "social"
    LEAVER = "leaver"
    UNKNOWN = "unknown"


# Whoever works for the setting or sits on its committee: the staff column of policy.md 3.4.
STAFF_ROLES = frozenset(
    {
        Role.STAFF,
        Role.COMMITTEE,
        Role.CHAIR,
        Role.MANAGER,
        Role.DEPUTY,
        Role.THIRD,
        Role.LEAD,
        Role.DSL,
        Role.ADMIN,
        Role.SOCIAL,
    }
)


class Media(StrEnum):
    """What a post carries besides words."""

    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    VIDEO_NOTE = "video_note"
    DOCUMENT = "document"
    VOICE = "voice"
    AUDIO = "audio"
    STICKER = "sticker"
    CONTACT = "contact"
    LOCATION = "location"
    VENUE = "venue"
    POLL = "poll"
    CHECKLIST = "checklist"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Author:
    """Who posted: a Telegram id where there is one, and what they are to the setting."""

    id: int | None = None
    roles: frozenset[Role] = frozenset({Role.PARENT})

    @property
    def is_staff(self) -> bool:
        return bool(self.roles & STAFF_ROLES)


@dataclass(frozen=True)
class Post:
    """One post, new or edited. `text` holds every string a reader sees, captions and button labels too."""

    text: str
    author: Author = Author()
    media: Media | None = None
    reply_to: str | None = None  # the words it answers
    at: datetime | None = None  # aware; None: no rule about the time of day fires
    context: tuple[str, ...] = ()  # earlier texts of the thread, oldest first; read but never scored
    links: tuple[str, ...] = field(default=())  # addresses hidden behind words or buttons

    @cached_property
    def folded(self) -> Folded:
        """The words with every disguise taken off; spans lead back to the original."""
        return refold(self.unmasked)

    @cached_property
    def unmasked(self) -> Folded:
        """Only the letters undisguised: figures stay figures."""
        return unmask(self.text)

    @cached_property
    def named(self) -> Folded:
        """The same with every person's name replaced by a word for its kind (people.py)."""
        return named(self.text) if people(self.text) else self.folded
