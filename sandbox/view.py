"""Everything there is to see in the pretend Telegram, as plain values."""

from collections import Counter
from typing import Any

from sandbox.people import Chat, Message, Person
from sandbox.world import World

Json = dict[str, Any]
WORDS = ("text", "caption", "entities", "caption_entities")


def state(world: World) -> Json:
    """The whole state: people, chats with every message seen or taken away, presses, calls and the clock."""
    return {
        "changes": world.changes,
        "clock": clock(world),
        "bot": world.bot,
        "people": [_person(person) for person in world.people.values()],
        "chats": {str(chat.id): _chat(world, chat) for chat in world.chats.values()},
        "presses": [vars(press) | {"at": press.at.isoformat()} for press in world.presses.values()],
        "commands": world.commands,
        "waiting_updates": len(world.updates),
        "violations": list(world.violations),
        "calls": calls(world),
    }


def clock(world: World) -> Json:
    """What the clock shows, in UTC, and whether it stands still."""
    return {"now": world.now.isoformat(), "frozen": world.clock.frozen}


def calls(world: World) -> Json:
    """How often each method was called, and each call but the polls with its answer."""
    listed = [
        {
            "number": call.number,
            "method": call.method,
            "chat": call.chat,
            "at": call.at.isoformat(),
            "ok": call.ok,
            "code": call.code,
            "text": call.text,
            "fault": call.fault,
        }
        for call in world.calls
        if call.method != "getUpdates"
    ]
    return {"counts": dict(Counter(call.method for call in world.calls)), "list": listed}


def _person(person: Person) -> Json:
    return vars(person) | {"full_name": person.full_name}


def _chat(world: World, chat: Chat) -> Json:
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title or world.people[chat.id].full_name,
        "protected": chat.protected,
        "pinned": chat.pinned,
        "links": list(chat.links.values()),
        "requests": list(chat.requests),
        "migrated_to": chat.migrated_to,
        "members": {
            str(user): {"status": standing.status, "rights": sorted(standing.rights)}
            for user, standing in chat.members.items()
        },
        "messages": [_message(message) for message in chat.messages.values()],
    }


def _message(message: Message) -> Json:
    gone = message.deleted_at
    return {
        "id": message.id,
        "sender": message.sender,
        "text": message.text,
        "buttons": message.buttons,
        "reactions": [one.get("emoji", "") for given in message.reactions.values() for one in given],
        "earlier": [{key: raw[key] for key in WORDS if key in raw} for raw in message.earlier],
        "deleted": {"by": message.deleted_by, "at": gone.isoformat(), "how": message.deleted_how}
        if gone
        else None,
        "raw": message.raw,
    }
