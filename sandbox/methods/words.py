"""Reads the words, the buttons and the reply of what the bot sends, or refuses as Telegram does."""

from typing import Any

from sandbox.entities import find_entities, read_html, tidy, utf16
from sandbox.ground import quoted
from sandbox.people import Chat
from sandbox.refusal import bad
from sandbox.world import LONGEST_CAPTION, LONGEST_TEXT

Json = dict[str, Any]
LONGEST_BUTTON_DATA = 64
MOST_BUTTONS = 100
ACTIONS = {
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
}


def read_text(ask: Json) -> Json:
    """The text of a message with its entities."""
    text, entities = _parsed(str(ask["text"]), ask.get("parse_mode"), ask.get("entities"))
    if not text:
        raise bad("message text is empty")
    if utf16(text) > LONGEST_TEXT:
        raise bad("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def read_caption(ask: Json) -> Json:
    """The caption of a picture or a file, if it has one."""
    text, entities = _parsed(
        str(ask.get("caption") or ""), ask.get("parse_mode"), ask.get("caption_entities")
    )
    if utf16(text) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    if not text:
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def _parsed(source: str, mode: str | None, given: list[Json] | None) -> tuple[str, list[Json]]:
    match (mode or "").lower():
        case "":
            text, entities = source, [dict(entity) for entity in given or []]
        case "html":
            text, entities = read_html(source)
        case _:
            raise bad("unsupported parse_mode")
    _refuse_outside(text, entities)
    text, entities = tidy(text, entities)
    entities += [found for found in find_entities(text) if not _overlaps(found, entities)]
    return text, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _refuse_outside(text: str, entities: list[Json]) -> None:
    for entity in entities:
        start, length = entity["offset"], entity["length"]
        if start < 0 or length < 0 or start + length > utf16(text):
            raise bad(f"entity beginning at UTF-16 offset {start} ends outside the text")


def _overlaps(found: Json, entities: list[Json]) -> bool:
    start, end = found["offset"], found["offset"] + found["length"]
    return any(start < one["offset"] + one["length"] and one["offset"] < end for one in entities)


def read_buttons(ask: Json) -> Json:
    """The buttons beneath a message; other keyboards leave no trace in it."""
    rows = (ask.get("reply_markup") or {}).get("inline_keyboard")
    if rows is None:
        return {}
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise bad("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        _refuse_button(button)
    return {"reply_markup": {"inline_keyboard": rows}} if buttons else {}


def _refuse_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad('can\'t parse inline keyboard button: Field "text" must be non-empty')
    if not ACTIONS & button.keys():
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= LONGEST_BUTTON_DATA:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and "." not in button["url"] and not button["url"].startswith("tg://"):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def read_reply(ask: Json, chat: Chat) -> Json:
    """The message that this one replies to."""
    wanted = ask.get("reply_parameters") or {}
    number = wanted.get("message_id", ask.get("reply_to_message_id"))
    if number is None:
        return {}
    found = chat.messages.get(number)
    if found is not None and found.visible:
        return {"reply_to_message": quoted(found)}
    if wanted.get("allow_sending_without_reply"):
        return {}
    raise bad("message to be replied not found")


def read_manner(ask: Json) -> Json:
    """How the message is shown: protected, and with which preview."""
    manner: Json = {"has_protected_content": True} if ask.get("protect_content") else {}
    preview = ask.get("link_preview_options")
    return manner | ({"link_preview_options": preview} if preview else {})
