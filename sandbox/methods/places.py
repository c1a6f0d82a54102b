"""Finds the chat, the person or the message a method is about, or refuses as Telegram does."""

from datetime import timedelta
from typing import Any

from sandbox.people import PRESENT, Chat, Membership, Message
from sandbox.refusal import Refusal, bad, forbidden
from sandbox.world import World

Json = dict[str, Any]
JOIN_REQUEST_WINDOW = timedelta(minutes=5)
DELETABLE_FOR = timedelta(hours=48)


def find_chat(world: World, ask: Json) -> Chat:
    """The chat that a request names by number or @username."""
    named = ask["chat_id"]
    if isinstance(named, str):
        found = [chat for chat in world.chats.values() if chat.username and f"@{chat.username}" == named]
    else:
        found = [world.chats[named]] if named in world.chats else []
    if not found:
        raise bad("chat not found")
    if found[0].migrated_to is not None:
        moved = {"migrate_to_chat_id": found[0].migrated_to}
        raise Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", moved)
    return found[0]


def find_group(world: World, ask: Json) -> Chat:
    """The group that a request names, with the bot in it."""
    chat = find_chat(world, ask)
    if chat.is_private:
        raise bad("method is available only for supergroups")
    _refuse_outsider(world, chat)
    return chat


def find_destination(world: World, ask: Json) -> Chat:
    """The chat to write in, if the bot may write there."""
    chat = find_chat(world, ask)
    if not chat.is_private:
        _refuse_outsider(world, chat)
        if not chat.standing(world.bot_id).may_send():
            raise bad("not enough rights to send text messages to the chat")
        return chat
    person = world.people[chat.id]
    if person.deleted:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started and not _just_asked_to_join(world, person.id):
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def _refuse_outsider(world: World, chat: Chat) -> None:
    standing = chat.standing(world.bot_id)
    if standing.status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if not standing.present:
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def _just_asked_to_join(world: World, person: int) -> bool:
    return any(
        person in chat.requests and world.now - chat.requests[person].asked_at <= JOIN_REQUEST_WINDOW
        for chat in world.chats.values()
        if chat.standing(world.bot_id).may("can_invite_users")
    )


def need_right(world: World, chat: Chat, right: str, refusal: str) -> None:
    """Refuse when the bot does not hold a right in a chat."""
    if not chat.standing(world.bot_id).may(right):
        raise bad(refusal)


def find_message(chat: Chat, number: int, refusal: str) -> Message:
    """The message with this number, or a 400 with the given words."""
    found = chat.messages.get(number)
    if found is None or not found.visible:
        raise bad(refusal)
    return found


def refuse_to_delete(world: World, chat: Chat, message: Message) -> None:
    """Refuse what a bot cannot delete: old messages, and others' without the right."""
    too_old = world.stamp() - message.raw["date"] >= DELETABLE_FOR.total_seconds()
    own = message.sender == world.bot_id
    allowed = own or chat.is_private or chat.standing(world.bot_id).may("can_delete_messages")
    if too_old or not allowed:
        raise bad("message can't be deleted")


def find_user(world: World, ask: Json) -> int:
    """The number of a user whom Telegram knows."""
    user = int(ask["user_id"])
    if user not in world.people and user != world.bot_id:
        raise bad("PARTICIPANT_ID_INVALID")
    return user


def subject(world: World, chat: Chat, user: int) -> Membership:
    """How somebody stands whom the bot wants to restrict or remove; refuse for administrators."""
    standing = chat.standing(user)
    if user == world.bot_id:
        raise bad("can't restrict self")
    if standing.status == "creator":
        raise bad("can't remove chat owner")
    if standing.administers and standing.status in PRESENT:
        raise bad("user is an administrator of the chat")
    need_right(world, chat, "can_restrict_members", "not enough rights to restrict/unrestrict chat member")
    return standing
