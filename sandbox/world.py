"""What people do in the pretend Telegram: write, press, edit, join, leave, block and start the bot."""

import copy
from urllib.parse import parse_qs, urlsplit

from sandbox import files
from sandbox.entities import utf16
from sandbox.ground import Ground, Json, Pressed, quoted, worded
from sandbox.people import (
    ADMIN,
    ADMIN_RIGHTS,
    BANNED,
    CHANNEL_BOT,
    GROUP_ANONYMOUS_BOT,
    MEMBER,
    OWNER,
    TELEGRAM,
    Chat,
    JoinRequest,
    Membership,
    Message,
)
from sandbox.refusal import NotPossible

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
FILES = ("photo", "video", "animation", "document", "voice", "audio", "video_note", "sticker")
DETAILS: dict[str, Json] = {
    "contact": {"phone_number": "+447700900123", "first_name": "Grandma"},
    "location": {"latitude": 51.51, "longitude": -0.12},
    "venue": {
        "location": {"latitude": 51.51, "longitude": -0.12},
        "title": "The park",
        "address": "Park Road",
    },
    "dice": {"emoji": "🎲", "value": 3},
    "checklist": {"title": "For the picnic", "tasks": [{"id": 1, "text": "blankets"}]},
    "rich_message": {
        "blocks": [{"type": "paragraph", "text": ["Good ", {"type": "bold", "text": "morning"}]}]
    },
}


class World(Ground):
    """The ground, and everything that people can do on it. An act that is not possible raises NotPossible."""

    # Writing

    def say(self, person: int, chat: int, text: str, *, reply_to: int | None = None) -> Json:
        """Somebody writes a message; Telegram's raw message is given back."""
        if not text.strip():
            raise NotPossible("there are no words to send")
        if utf16(text) > LONGEST_TEXT:
            raise NotPossible(f"a message has at most {LONGEST_TEXT} characters, this one has {utf16(text)}")
        return self._write(person, chat, worded(text), reply_to=reply_to)

    def post(
        self,
        person: int,
        chat: int,
        kind: str,
        *,
        caption: str | None = None,
        reply_to: int | None = None,
        name: str = "",
        content: bytes | None = None,
        size: int | None = None,
        details: Json | None = None,
        again: str | None = None,
    ) -> Json:
        """Somebody sends something other than words: a picture, a file, a contact, a place, a poll.

        `kind` is Telegram's name for it: one of FILES, "poll", or a key of DETAILS; `details` overrides parts
        of the object itself. `again` is the id of a file that was sent before and is sent once more.
        """
        if again is None:
            body = self._body(kind, name, content, size, details or {})
        else:
            body = copy.deepcopy(files.fields(self.files.get(again)))
        body |= _captioned(caption)
        return self._write(person, chat, body, reply_to=reply_to)

    def album(
        self,
        person: int,
        chat: int,
        kind: str = "photo",
        count: int = 3,
        *,
        caption: str | None = None,
        captions: list[str] | None = None,
        group: str | None = None,
    ) -> list[Json]:
        """Somebody sends several pictures at once: as many messages with one group number.

        `captions` gives each its own; `group` names an album that has begun, whose next parts these are."""
        group_number = {"media_group_id": group or str(self.random.randrange(10**16, 10**17))}
        under = [caption, *[None] * (count - 1)] if captions is None else captions
        bodies = [
            self._body(kind, f"{kind}-{at}", None, None, {}) | group_number | _captioned(words)
            for at, words in enumerate(under)
        ]
        return [self._write(person, chat, body) for body in bodies]

    def strange(self, person: int, chat: int, body: Json) -> Json:
        """Somebody sends a message of any shape, even one that no published description knows."""
        before = len(self.violations)
        raw = self._write(person, chat, body)
        del self.violations[before:]
        return raw

    def forward(self, person: int, message: int, *, origin: int, chat: int) -> Json:
        """Somebody passes a message on from one chat to another."""
        source = self.message(origin, message)
        if source.raw.get("has_protected_content"):
            raise NotPossible("this chat does not let its messages be passed on")
        self._present(person, origin)
        return self._write(person, chat, forwarded(source))

    def anonymously(self, person: int, chat: int, text: str) -> Json:
        """An administrator writes in the name of the group itself."""
        place = self._present(person, chat)
        if not place.standing(person).administers:
            raise NotPossible(
                f"{self.person(person).full_name} is no administrator and cannot write as the group"
            )
        body = {"sender_chat": self.shown(place)} | worded(text)
        message = self.put(place, GROUP_ANONYMOUS_BOT, body, by=person)
        self.deliver(message)
        return message.raw

    def as_channel(self, person: int, chat: int, text: str, *, channel: int, linked: bool = False) -> Json:
        """Somebody writes in the name of a channel, or (linked) the group's own channel is copied into it."""
        place, source = self._present(person, chat), self.chat(channel)
        body: Json = {"sender_chat": self.shown(source)} | worded(text)
        if linked:
            origin = {"type": "channel", "date": self.stamp(), "chat": self.shown(source), "message_id": 1}
            body |= {"is_automatic_forward": True, "forward_origin": origin}
        message = self.put(place, TELEGRAM if linked else CHANNEL_BOT, body, by=person)
        self.deliver(message)
        return message.raw

    def by_bot(self, chat: int, text: str, *, name: str = "Quiz", caller: int | None = None) -> Json:
        """Another bot writes, perhaps because somebody called it in; it need not be in the group for that."""
        other: Json = {"id": 9100, "is_bot": True, "first_name": name, "username": f"{name.lower()}_bot"}
        called = {} if caller is None else {"guest_bot_caller_user": self.person(caller).user()}
        message = self.put(self.chat(chat), other, called | worded(text))
        self.deliver(message)
        return message.raw

    def add_option(self, person: int, chat: int, message: int, text: str) -> Json:
        """Somebody adds an answer to a poll; Telegram tells of it in a message of its own."""
        found = self.message(chat, message)
        asked = copy.deepcopy(found.raw)
        number = str(len(asked["poll"]["options"]))
        asked["poll"]["options"].append({"persistent_id": number, "text": text, "voter_count": 0})
        self.rewrite(found, asked)
        added: Json = {"poll_message": asked, "option_persistent_id": number, "option_text": text}
        return self._write(person, chat, {"poll_option_added": added})

    def edit(self, person: int, chat: int, message: int, text: str) -> Json:
        """Somebody changes what they wrote."""
        written = self._own(person, chat, message)
        caption = "text" not in written.raw
        raw = {
            key: value for key, value in written.raw.items() if key not in ("entities", "caption_entities")
        }
        self.rewrite(written, raw | worded(text, caption=caption) | {"edit_date": self.stamp()})
        self.deliver(written, "edited_message")
        return written.raw

    def touch(self, person: int, chat: int, message: int) -> None:
        """Let Telegram report an edit that changes nothing, as it now and then does."""
        self.deliver(self._own(person, chat, message), "edited_message")

    def delete(self, person: int, chat: int, message: int) -> None:
        """Somebody takes back what they wrote, or an administrator what another wrote; no bot is told."""
        found = self.message(chat, message)
        place = self._present(person, chat)
        if found.sender != person and not (
            place.is_private or place.standing(person).may("can_delete_messages")
        ):
            raise NotPossible(f"{self.person(person).full_name} cannot take away what somebody else wrote")
        self.take_away(found, person, "withdrawn" if found.sender == person else "moderated")

    def react(self, person: int, chat: int, message: int, *emoji: str) -> None:
        """Somebody puts a reaction under a message, or takes theirs back."""
        place, found = self._present(person, chat), self.message(chat, message)
        new = [{"type": "emoji", "emoji": one} for one in emoji]
        told: Json = {"chat": self.shown(place), "message_id": found.id, "user": self.person(person).user()}
        told |= {"date": self.stamp(), "old_reaction": found.reactions.get(person, []), "new_reaction": new}
        found.reactions[person] = new
        self.changed()
        if place.standing(self.bot_id).administers:
            self.announce("message_reaction", told)

    # The bot's own chat

    def start(self, person: int, payload: str = "") -> Json:
        """Somebody opens the bot's chat and presses Start, perhaps through a link that carries a word."""
        who = self.person(person)
        if who.blocked:
            self.unblock(person)
        who.started = True
        return self._write(person, person, worded(f"/start {payload}".strip()))

    def block(self, person: int) -> None:
        """Somebody blocks the bot."""
        self._block(person, True)

    def unblock(self, person: int) -> None:
        """Somebody lets the bot write to them again."""
        self._block(person, False)

    def _block(self, person: int, blocked: bool) -> None:
        who, chat = self.person(person), self.chat(person)
        if who.blocked == blocked:
            return
        who.blocked = blocked
        old, new = Membership(BANNED if not blocked else MEMBER), Membership(BANNED if blocked else MEMBER)
        told = {"chat": self.shown(chat), "from": who.user(), "date": self.stamp()}
        told |= {"old_chat_member": old.member(self.bot), "new_chat_member": new.member(self.bot)}
        self.announce("my_chat_member", told)

    def press(self, person: int, chat: int, message: int, button: str) -> Pressed | None:
        """Somebody presses a button, named by its words or its data; a Start link opens the bot's chat."""
        place, found = self._present(person, chat), self.message(chat, message)
        pressed = next((one for row in found.buttons for one in row if _is(one, button)), None)
        if pressed is None:
            raise NotPossible(f"there is no button {button!r} under message {message}")
        if "callback_data" in pressed:
            return self._press(person, place, found, pressed["callback_data"])
        address = urlsplit(pressed.get("url", ""))
        if address.path == f"/{self.bot['username']}" and address.netloc == "t.me":
            self.start(person, parse_qs(address.query).get("start", [""])[0])
        return None

    def press_data(self, person: int, chat: int, message: int, data: str) -> Pressed:
        """Somebody presses a button that need not be there, as an altered Telegram could."""
        return self._press(person, self._present(person, chat), self.message(chat, message), data)

    def _press(self, person: int, chat: Chat, message: Message, data: str) -> Pressed:
        number = str(4_000_000_000_000 + len(self.presses))
        press = Pressed(number, person, chat.id, message.id, data, self.now)
        self.presses[number] = press
        told = {"id": number, "from": self.person(person).user(), "message": message.raw, "data": data}
        self.announce("callback_query", told | {"chat_instance": str(abs(chat.id) * 7)})
        return press

    # Coming and going

    def join(self, person: int, chat: int) -> None:
        """Somebody comes in through an open link or is added."""
        place = self._outside(person, chat)
        self.let_in(place, person, by=self.person(person).user())

    def ask_to_join(self, person: int, chat: int, *, bio: str | None = None, link: str | None = None) -> None:
        """Somebody asks to be let in."""
        place, who = self._outside(person, chat), self.person(person)
        place.requests[person] = JoinRequest(person, self.now)
        told: Json = {"chat": self.shown(place), "from": who.user(), "user_chat_id": person}
        told |= {"date": self.stamp()} | ({"bio": bio} if bio else {})
        told |= {"invite_link": place.links[link]} if link else {}
        if place.standing(self.bot_id).may("can_invite_users"):
            self.announce("chat_join_request", told)
        self.changed()

    def leave(self, person: int, chat: int) -> None:
        """Somebody goes of their own accord."""
        place = self._present(person, chat)
        self.remove(place, person, by=self.person(person).user())

    def expel(self, person: int, chat: int, *, by: int) -> None:
        """A human administrator takes somebody out for good."""
        place = self._administered(by, chat)
        self.remove(place, person, by=self.person(by).user(), standing=Membership(BANNED))

    def promote(self, person: int, chat: int, *, by: int, rights: tuple[str, ...] = ADMIN_RIGHTS) -> None:
        """Make somebody an administrator."""
        place = self._administered(by, chat)
        new = Membership(ADMIN, frozenset(rights))
        self.set_standing(place, person, new, by=self.person(by).user())

    def demote(self, person: int, chat: int, *, by: int) -> None:
        """Make an administrator a plain member again."""
        place = self._administered(by, chat)
        self.set_standing(place, person, Membership(), by=self.person(by).user())

    def own(self, person: int, chat: int) -> None:
        """Make somebody the owner of a group."""
        self.chat(chat).members[person] = Membership(OWNER)
        self.changed()

    def rename(self, person: int, name: str, surname: str = "", username: str | None = None) -> None:
        """Somebody changes the name that others see."""
        who = self.person(person)
        who.name, who.surname, who.username = name, surname, username
        self.changed()

    def protect(self, chat: int, on: bool = True, *, keeps_files: bool = False) -> None:
        """Turn a group's content protection on or off; `keeps_files`: nor may a bot send its files again."""
        self.chat(chat).protected = on
        self.chat(chat).keeps_files = on and keeps_files
        self.changed()

    def retitle(self, person: int, chat: int, title: str) -> None:
        """Somebody gives the group another title."""
        place = self._administered(person, chat)
        place.title = title
        self.notice(place, self.person(person).user(), {"new_chat_title": title})

    def migrate(self, chat: int, new: int) -> None:
        """A basic group becomes a supergroup under another id, with everybody in it."""
        old = self.chat(chat)
        if old.type != "group":
            raise NotPossible(f"only a basic group can become a supergroup, and chat {chat} is a {old.type}")
        old.migrated_to = new
        place = Chat(new, "supergroup", old.title, members=copy.deepcopy(old.members))
        self.chats[new] = place
        owner = self._owner(old)
        self.notice(old, owner, {"migrate_to_chat_id": new})
        self.notice(place, GROUP_ANONYMOUS_BOT, {"migrate_from_chat_id": chat})

    def bot_removed(self, chat: int) -> None:
        """Somebody takes the bot out of a group."""
        place = self.chat(chat)
        self.remove(place, self.bot_id, by=self._owner(place), standing=Membership(BANNED))

    # What an act needs

    def _write(self, person: int, chat: int, body: Json, *, reply_to: int | None = None) -> Json:
        who, place = self.person(person), self._present(person, chat)
        if not place.standing(person).may_send():
            raise NotPossible(f"{who.full_name} may read but not write in {place.title}")
        if place.is_private:
            who.started = True
        if reply_to is not None:
            body = {"reply_to_message": quoted(self.message(chat, reply_to))} | body
        message = self.put(place, who.user(), body)
        self.deliver(message)
        return message.raw

    def _present(self, person: int, chat: int) -> Chat:
        self.end_terms()
        who, place = self.person(person), self.chat(chat)
        if place.is_private and chat != person:
            raise NotPossible(f"{who.full_name} cannot act in somebody else's private chat")
        if place.is_private and who.blocked:
            raise NotPossible(f"{who.full_name} has blocked the bot")
        if place.migrated_to is not None:
            raise NotPossible(f"this group has moved to the id {place.migrated_to}")
        if not place.is_private and not place.standing(person).present:
            raise NotPossible(f"{who.full_name} is not in {place.title}")
        return place

    def _outside(self, person: int, chat: int) -> Chat:
        self.end_terms()
        place, who = self.chat(chat), self.person(person)
        if place.standing(person).present:
            raise NotPossible(f"{who.full_name} is in {place.title} already")
        if place.standing(person).status == BANNED:
            raise NotPossible(f"{who.full_name} has been banned from {place.title}")
        return place

    def _administered(self, person: int, chat: int) -> Chat:
        place = self._present(person, chat)
        if not place.standing(person).administers:
            raise NotPossible(f"{self.person(person).full_name} does not administer {place.title}")
        return place

    def _own(self, person: int, chat: int, message: int) -> Message:
        found = self.message(chat, message)
        if found.sender != person or "forward_origin" in found.raw:
            raise NotPossible(f"{self.person(person).full_name} can only change what they wrote themselves")
        return found

    def _body(self, kind: str, name: str, content: bytes | None, size: int | None, details: Json) -> Json:
        if kind in FILES:
            kept = files.TINY_PICTURE if content is None else content
            body = files.fields(self.files.add(kind, content=kept, name=name, size=size))
            return {key: value | details if isinstance(value, dict) else value for key, value in body.items()}
        if kind == "poll":
            return {"poll": poll(str(self.random.randrange(10**18)), details)}
        if kind not in DETAILS:
            raise NotPossible(
                f"{kind!r} is not a kind of message; try one of {', '.join((*FILES, 'poll', *DETAILS))}"
            )
        venue = {"location": DETAILS["venue"]["location"]} if kind == "venue" else {}
        return {kind: DETAILS[kind] | details} | venue


def poll(number: str, details: Json) -> Json:
    """A poll; `details` may hold its question and its options as plain words."""
    options = [
        {"persistent_id": str(at), "text": words, "voter_count": 0}
        for at, words in enumerate(details.get("options", ["Yes", "No"]))
    ]
    settled: Json = {"id": number, "question": details.get("question", "Who is coming?"), "options": options}
    settled |= {"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular"}
    return settled | {"allows_multiple_answers": False, "allows_revoting": True, "members_only": False}


def forwarded(source: Message) -> Json:
    """The body of a message that passes another one on, with where it came from."""
    raw = source.raw
    leave = {
        "message_id",
        "date",
        "chat",
        "from",
        "sender_chat",
        "reply_to_message",
        "reply_markup",
        "edit_date",
    }
    body = {key: copy.deepcopy(value) for key, value in raw.items() if key not in leave}
    origin: Json = {"date": raw["date"]}
    if "sender_chat" in raw:
        origin |= {"type": "chat", "sender_chat": raw["sender_chat"]}
    else:
        origin |= {"type": "user", "sender_user": raw["from"]}
    return {"forward_origin": origin} | body


def _captioned(caption: str | None) -> Json:
    if not caption:
        return {}
    if utf16(caption) > LONGEST_CAPTION:
        raise NotPossible(
            f"a caption has at most {LONGEST_CAPTION} characters, this one has {utf16(caption)}"
        )
    return worded(caption, caption=True)


def _is(button: Json, named: str) -> bool:
    return named in (button.get("text"), button.get("callback_data"), button.get("url"))
