"""Writing, changing, passing on and taking away messages."""

import copy
from typing import Any

from sandbox.methods.places import (
    find_chat,
    find_destination,
    find_group,
    find_message,
    need_right,
    refuse_to_delete,
)
from sandbox.methods.words import read_buttons, read_caption, read_manner, read_reply, read_text
from sandbox.people import Chat, Message
from sandbox.refusal import bad
from sandbox.world import World, forwarded

Json = dict[str, Any]
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MOST_AT_ONCE = 100
ORIGIN = {"forward_origin", "is_automatic_forward", "media_group_id", "has_protected_content"}


def send(world: World, ask: Json, body: Json) -> Json:
    """Let the bot write a message with this body."""
    chat = find_destination(world, ask)
    extras = read_reply(ask, chat) | read_manner(ask) | read_buttons(ask)
    return world.put(chat, world.bot, extras | body).raw


def send_message(world: World, ask: Json) -> Json:
    """sendMessage"""
    find_destination(world, ask)
    return send(world, ask, read_text(ask))


def edit_message_text(world: World, ask: Json) -> Json:
    """editMessageText"""
    message = _editable(world, ask)
    if "text" not in message.raw:
        raise bad("there is no text in the message to edit")
    return _rewritten(world, message, read_text(ask) | read_buttons(ask), drop={"text", "entities"})


def edit_message_caption(world: World, ask: Json) -> Json:
    """editMessageCaption"""
    message = _editable(world, ask)
    if "text" in message.raw:
        raise bad("there is no caption in the message to edit")
    return _rewritten(
        world, message, read_caption(ask) | read_buttons(ask), drop={"caption", "caption_entities"}
    )


def edit_message_reply_markup(world: World, ask: Json) -> Json:
    """editMessageReplyMarkup"""
    return _rewritten(world, _editable(world, ask), read_buttons(ask), drop=set())


def _editable(world: World, ask: Json) -> Message:
    if "chat_id" not in ask or "message_id" not in ask:
        raise bad("message identifier is not specified")
    message = find_message(find_chat(world, ask), ask["message_id"], "message to edit not found")
    if message.sender != world.bot_id or "forward_origin" in message.raw:
        raise bad("message can't be edited")
    return message


def _rewritten(world: World, message: Message, new: Json, *, drop: set[str]) -> Json:
    kept = {key: value for key, value in message.raw.items() if key not in drop | {"reply_markup"}}
    raw = kept | new
    if raw == message.raw:
        raise bad(NOT_MODIFIED)
    world.rewrite(message, raw | {"edit_date": world.stamp()})
    return message.raw


def delete_message(world: World, ask: Json) -> bool:
    """deleteMessage"""
    chat = find_chat(world, ask)
    message = find_message(chat, ask["message_id"], "message to delete not found")
    refuse_to_delete(world, chat, message)
    world.take_away(message, world.bot_id, "bot")
    return True


def delete_messages(world: World, ask: Json) -> bool:
    """deleteMessages: those that are gone are skipped; one that may not be deleted spoils the whole call."""
    chat, numbers = find_chat(world, ask), ask["message_ids"]
    if not 1 <= len(numbers) <= MOST_AT_ONCE:
        raise bad("message identifiers are not specified" if not numbers else "too many messages to delete")
    found = [chat.messages[number] for number in numbers if number in chat.messages]
    found = [message for message in found if message.visible]
    for message in found:
        refuse_to_delete(world, chat, message)
    for message in found:
        world.take_away(message, world.bot_id, "bot")
    return True


def forward_message(world: World, ask: Json) -> Json:
    """forwardMessage"""
    chat = find_destination(world, ask)
    source = _source(world, ask, "message to forward not found", "message can't be forwarded")
    return world.put(chat, world.bot, forwarded(source) | read_manner(ask)).raw


def copy_message(world: World, ask: Json) -> Json:
    """copyMessage"""
    chat = find_destination(world, ask)
    source = _source(world, ask, "message to copy not found", "message can't be copied")
    return {"message_id": _copied(world, ask, chat, source)}


def copy_messages(world: World, ask: Json) -> list[Json]:
    """copyMessages"""
    chat = find_destination(world, ask)
    asks = [ask | {"message_id": number} for number in ask["message_ids"]]
    sources = [_source(world, one, "message to copy not found", "message can't be copied") for one in asks]
    return [{"message_id": _copied(world, ask, chat, source)} for source in sources]


def _source(world: World, ask: Json, missing: str, refused: str) -> Message:
    origin = find_chat(world, ask | {"chat_id": ask["from_chat_id"]})
    source = find_message(origin, ask["message_id"], missing)
    if source.raw.get("has_protected_content"):
        raise bad(refused)
    return source


def _copied(world: World, ask: Json, chat: Chat, source: Message) -> int:
    body = {key: value for key, value in forwarded(source).items() if key not in ORIGIN}
    if "caption" in ask and "text" not in body:
        body = {key: value for key, value in body.items() if key not in ("caption", "caption_entities")}
        body |= read_caption(ask)
    extras = read_reply(ask, chat) | read_manner(ask) | read_buttons(ask)
    return world.put(chat, world.bot, body | extras).id


def send_chat_action(world: World, ask: Json) -> bool:
    """sendChatAction"""
    find_destination(world, ask)
    return True


def set_message_reaction(world: World, ask: Json) -> bool:
    """setMessageReaction"""
    message = find_message(find_chat(world, ask), ask["message_id"], "message to react not found")
    reactions = ask.get("reaction") or []
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    message.reactions[world.bot_id] = reactions
    world.changed()
    return True


def pin_chat_message(world: World, ask: Json) -> bool:
    """pinChatMessage"""
    chat = find_chat(world, ask)
    message = find_message(chat, ask["message_id"], "message to pin not found")
    if not chat.is_private:
        find_group(world, ask)
        need_right(world, chat, "can_pin_messages", "not enough rights to manage pinned messages in the chat")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
        world.notice(chat, world.bot, {"pinned_message": copy.deepcopy(message.raw)})
    return True


def unpin_chat_message(world: World, ask: Json) -> bool:
    """unpinChatMessage"""
    chat = find_chat(world, ask)
    number = ask.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if number not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(number)
    world.changed()
    return True
