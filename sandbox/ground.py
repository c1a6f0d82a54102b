"""The ground the pretend Telegram stands on: its people, chats, messages, clock and waiting updates."""

import asyncio
import copy
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sandbox.clock import Clock
from sandbox.entities import find_entities
from sandbox.faults import Faults
from sandbox.files import Files
from sandbox.people import ADMIN, BANNED, LEFT, MEMBER, Chat, Membership, Message, Person
from sandbox.refusal import NotPossible
from sandbox.schema import published
from sandbox.updates import Updates

Json = dict[str, Any]
Seen = TypeVar("Seen")
BOT: Json = {"id": 9000, "is_bot": True, "first_name": "Lollipop", "username": "lollipop_demo_bot"}
SERVICE = {
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "pinned_message",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
}


@dataclass
class Call:
    """One request of the bot's, and what it was answered."""

    number: int
    method: str
    params: Json
    at: datetime
    code: int = 0
    text: str = ""
    fault: str | None = None

    @property
    def ok(self) -> bool:
        """Whether Telegram did what was asked."""
        return self.code == 200

    @property
    def chat(self) -> int | None:
        """The chat it was about, when it was about one."""
        chat = self.params.get("chat_id")
        return chat if isinstance(chat, int) else None


@dataclass
class Pressed:
    """One press of a button, and what the bot answered it with."""

    id: str
    person: int
    chat: int
    message: int
    data: str
    at: datetime
    answered: bool = False
    words: str = ""
    alert: bool = False


class Ground:
    """What is there, and the few ways in which it changes; every change rings a bell."""

    def __init__(self, *, bot: Json = BOT, clock: Clock | None = None, seed: int = 0) -> None:
        self.bot = bot
        self.reads_all_messages = False
        self.clock = clock or Clock()
        self.random = random.Random(seed)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.updates = Updates()
        self.files = Files()
        self.faults = Faults(self.random)
        self.calls: list[Call] = []
        self.presses: dict[str, Pressed] = {}
        self.commands: dict[str, list[Json]] = {}
        self.violations: list[str] = []
        self.changes = 0
        self.poll = 0
        self.closed = False
        self._private_number = 0
        self._bell = asyncio.Event()

    # Time and changes

    @property
    def now(self) -> datetime:
        """The sandbox's moment, in UTC."""
        return self.clock.now()

    def stamp(self) -> int:
        """The sandbox's moment in whole seconds, as messages carry it."""
        return int(self.now.timestamp())

    def changed(self) -> None:
        """Count a change, and wake everyone who waits for one."""
        self.changes += 1
        self.wake()

    def wake(self) -> None:
        """Let everyone who waits look again."""
        self._bell.set()
        self._bell = asyncio.Event()

    async def change(self) -> None:
        """Wait for the next change."""
        await self._bell.wait()

    async def until(self, seen: Callable[[], Seen | None], timeout: float = 20) -> Seen:  # noqa: ASYNC109
        """Wait until something is so, and give it back; TimeoutError after `timeout` seconds."""
        async with asyncio.timeout(timeout):
            while not (found := seen()):
                await self.change()
        return found

    def close(self) -> None:
        """Send everyone who waits home."""
        self.closed = True
        self.changed()

    # Who and where

    def add_person(self, person: Person) -> Person:
        """Let somebody have an account, and with it a private chat with the bot."""
        self.people[person.id] = person
        self.chats.setdefault(person.id, Chat(person.id, "private"))
        self.changed()
        return person

    def add_group(
        self, chat: int, title: str, members: Iterable[int] = (), *, type: str = "supergroup"
    ) -> Chat:
        """Open a group with these people in it; nobody administers it yet."""
        group = Chat(chat, type, title, members={person: Membership() for person in members})
        self.chats[chat] = group
        self.changed()
        return group

    def person(self, person: int) -> Person:
        """Somebody we know; NotPossible when there is no such person."""
        if person not in self.people:
            raise NotPossible(f"there is no person with the id {person} in the sandbox")
        return self.people[person]

    def chat(self, chat: int) -> Chat:
        """A chat we know; NotPossible when there is no such chat."""
        if chat not in self.chats:
            raise NotPossible(f"there is no chat with the id {chat} in the sandbox")
        return self.chats[chat]

    def message(self, chat: int, message: int) -> Message:
        """A message people still see; NotPossible when there is none with this number."""
        found = self.chat(chat).messages.get(message)
        if found is None or not found.visible:
            raise NotPossible(f"there is no message {message} to be seen in the chat {chat}")
        return found

    def shown(self, chat: Chat) -> Json:
        """A chat as messages carry it."""
        if chat.is_private:
            user = self.people[chat.id].user()
            keep = ("first_name", "last_name", "username")
            return {"id": chat.id, "type": "private"} | {key: user[key] for key in keep if key in user}
        named = {"username": chat.username} if chat.username else {}
        return {"id": chat.id, "type": chat.type, "title": chat.title} | named

    def user(self, user: int) -> Json:
        """A person or the bot as Telegram tells about them."""
        return self.bot if user == self.bot["id"] else self.people[user].user()

    @property
    def bot_id(self) -> int:
        """The bot's own number."""
        return int(self.bot["id"])

    # Messages

    def put(self, chat: Chat, sender: Json | None, body: Json, *, by: int | None = None) -> Message:
        """Let a message appear in a chat, with the next number and the moment's date."""
        raw: Json = {"message_id": self._number(chat), "date": self.stamp(), "chat": self.shown(chat)}
        raw |= {"from": sender} if sender else {}
        raw |= {"has_protected_content": True} if chat.protected else {}
        raw |= body
        message = Message(raw, by if by is not None else (sender or self.bot)["id"])
        chat.messages[message.id] = message
        self.changed()
        return message

    def _number(self, chat: Chat) -> int:
        if chat.is_private:
            self._private_number += 1
            return self._private_number
        chat.last_number += 1
        return chat.last_number

    def take_away(self, message: Message, by: int, how: str) -> None:
        """Let a message vanish; nobody is told, as in Telegram."""
        message.deleted_by, message.deleted_at, message.deleted_how = by, self.now, how
        self.changed()

    def rewrite(self, message: Message, raw: Json) -> None:
        """Let a message say something else from now on, remembering what it said."""
        message.earlier.append(message.raw)
        message.raw = raw
        self.changed()

    # What the bot hears

    def announce(self, kind: str, payload: Json) -> None:
        """Queue an update for the bot, held against the published description."""
        update = self.updates.add(kind, payload, self.now)
        if update is not None:
            self.violations += published().check_update(update)
        self.changed()

    def deliver(self, message: Message, kind: str = "message") -> None:
        """Tell the bot about a message, if it is one that it gets to see."""
        chat = self.chats[message.raw["chat"]["id"]]
        if self.bot_sees(chat, message.raw):
            self.announce(kind, message.raw)

    def bot_sees(self, chat: Chat, raw: Json) -> bool:
        """Whether Telegram's privacy mode lets the bot read a message."""
        if chat.is_private:
            return not self.people[chat.id].blocked
        standing = chat.standing(self.bot_id)
        if not standing.present:
            return False
        return standing.administers or self.reads_all_messages or self._is_for_bot(raw)

    def _is_for_bot(self, raw: Json) -> bool:
        if raw.get("reply_to_message", {}).get("from", {}).get("id") == self.bot_id:
            return True
        words = raw.get("text", "")
        return bool(SERVICE & raw.keys()) or words.startswith("/") or f"@{self.bot['username']}" in words

    # Who is in

    def set_standing(self, chat: Chat, user: int, new: Membership, *, by: Json) -> None:
        """Change how somebody stands in a chat and tell the bot, as far as it may know."""
        old = chat.standing(user)
        chat.members[user] = new
        told = {
            "chat": self.shown(chat),
            "from": by,
            "date": self.stamp(),
            "old_chat_member": old.member(self.user(user)),
            "new_chat_member": new.member(self.user(user)),
        }
        if user == self.bot_id:
            self.announce("my_chat_member", told)
        elif chat.standing(self.bot_id).administers:
            self.announce("chat_member", told)
        self.changed()

    def notice(self, chat: Chat, by: Json, body: Json) -> Message:
        """Let one of Telegram's own lines appear ("Jo joined the group")."""
        message = self.put(chat, by, body)
        self.deliver(message)
        return message

    def remove(self, chat: Chat, user: int, *, by: Json, standing: Membership | None = None) -> None:
        """Take somebody out of a chat."""
        was_there = chat.standing(user).present
        self.set_standing(chat, user, standing or Membership(LEFT), by=by)
        if was_there and user != self.bot_id:
            self.notice(chat, by, {"left_chat_member": self.user(user)})

    def let_in(self, chat: Chat, user: int, *, by: Json) -> None:
        """Bring somebody into a chat."""
        chat.requests.pop(user, None)
        self.set_standing(chat, user, Membership(), by=by)
        self.notice(chat, by, {"new_chat_members": [self.user(user)]})

    def end_terms(self) -> None:
        """Let bans and restrictions end whose time is up."""
        for chat in self.chats.values():
            for user, standing in chat.members.items():
                if standing.until is not None and standing.until <= self.now:
                    chat.members[user] = Membership(LEFT if standing.status == BANNED else MEMBER)

    def bot_standing(self, chat: int, **rights: bool) -> None:
        """Give the bot rights in a chat or take them away; those not named stay as they are."""
        place = self.chat(chat)
        old = place.standing(self.bot_id)
        kept = set(old.rights) | {right for right, held in rights.items() if held}
        kept -= {right for right, held in rights.items() if not held}
        new = Membership(ADMIN, frozenset(kept))
        self.set_standing(place, self.bot_id, new, by=self._owner(place))

    def _owner(self, chat: Chat) -> Json:
        owner = next((user for user, standing in chat.members.items() if standing.status == "creator"), None)
        someone = owner or next((user for user in chat.members if user in self.people), None)
        return self.people[someone].user() if someone else self.bot


def quoted(message: Message) -> Json:
    """A message as another one carries it that replies to it."""
    return {key: copy.deepcopy(value) for key, value in message.raw.items() if key != "reply_to_message"}


def worded(text: str, entities: list[Json] | None = None, *, caption: bool = False) -> Json:
    """The fields of a message that carry words, with the entities that Telegram finds in them."""
    found = find_entities(text) if entities is None else entities
    words, marks = ("caption", "caption_entities") if caption else ("text", "entities")
    return {words: text} | ({marks: found} if found else {})
