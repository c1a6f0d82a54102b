"""Who is in the pretend Telegram: people, chats and what each person may do where."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]
GROUP_ANONYMOUS_BOT: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
CHANNEL_BOT: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
TELEGRAM: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
)
MEMBER_RIGHTS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
OWNER, ADMIN, MEMBER, RESTRICTED, LEFT, BANNED = (
    "creator",
    "administrator",
    "member",
    "restricted",
    "left",
    "kicked",
)
PRESENT = {OWNER, ADMIN, MEMBER, RESTRICTED}


@dataclass
class Person:
    """Somebody with a Telegram account; `started` and `blocked` say how they stand with the bot."""

    id: int
    name: str
    surname: str = ""
    username: str | None = None
    started: bool = False
    blocked: bool = False
    deleted: bool = False

    @property
    def full_name(self) -> str:
        """First name and surname, as Telegram shows them."""
        return f"{self.name} {self.surname}".strip()

    def user(self) -> Json:
        """The person as Telegram tells a bot about them."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "en"}
        user |= {"last_name": self.surname} if self.surname else {}
        return user | ({"username": self.username} if self.username else {})


@dataclass
class Membership:
    """How one user stands in one chat: a status, and the rights that go with it."""

    status: str = MEMBER
    rights: frozenset[str] = frozenset()
    until: datetime | None = None
    anonymous: bool = False

    @property
    def present(self) -> bool:
        """Whether the user is in the chat now."""
        return self.status in PRESENT

    @property
    def administers(self) -> bool:
        """Whether the user is the owner or an administrator."""
        return self.status in (OWNER, ADMIN)

    def may(self, right: str) -> bool:
        """Whether the user holds an administrator's right."""
        return self.status == OWNER or (self.status == ADMIN and right in self.rights)

    def may_send(self) -> bool:
        """Whether the user may write in the chat."""
        return self.status != RESTRICTED or "can_send_messages" in self.rights

    def member(self, user: Json) -> Json:
        """The ChatMember object."""
        shown: Json = {"status": self.status, "user": user}
        until = int(self.until.timestamp()) if self.until else 0
        match self.status:
            case "creator":
                return shown | {"is_anonymous": self.anonymous}
            case "administrator":
                rights = {right: right in self.rights for right in ADMIN_RIGHTS}
                return shown | {"can_be_edited": False, "is_anonymous": self.anonymous} | rights
            case "restricted":
                rights = {right: right in self.rights for right in MEMBER_RIGHTS}
                return shown | {"is_member": True, "until_date": until} | rights
            case "kicked":
                return shown | {"until_date": until}
            case _:
                return shown


@dataclass
class Message:
    """One message: what Telegram shows now, what it said before, and who took it away."""

    raw: Json
    sender: int
    earlier: list[Json] = field(default_factory=list)
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    deleted_by: int | None = None
    deleted_at: datetime | None = None
    deleted_how: str | None = None

    @property
    def id(self) -> int:
        """Its number in its chat."""
        return int(self.raw["message_id"])

    @property
    def visible(self) -> bool:
        """Whether people still see it."""
        return self.deleted_at is None

    @property
    def text(self) -> str:
        """Its words, whether they are text or caption."""
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def buttons(self) -> list[list[Json]]:
        """The rows of buttons beneath it."""
        rows: list[list[Json]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return rows


@dataclass
class JoinRequest:
    """Somebody who asked to be let in and waits for an answer."""

    person: int
    asked_at: datetime


@dataclass
class Chat:
    """A group, a channel or one person's private chat with the bot."""

    id: int
    type: str
    title: str = ""
    username: str | None = None
    members: dict[int, Membership] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    requests: dict[int, JoinRequest] = field(default_factory=dict)
    links: dict[str, Json] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    permissions: frozenset[str] = frozenset(MEMBER_RIGHTS)
    protected: bool = False
    keeps_files: bool = False
    join_by_request: bool = False
    migrated_to: int | None = None
    last_number: int = 0

    @property
    def is_private(self) -> bool:
        """Whether it is one person's chat with the bot."""
        return self.type == "private"

    def standing(self, user: int) -> Membership:
        """How a user stands here; somebody never seen here has left."""
        return self.members.get(user, Membership(LEFT))
