"""Sending pictures, files, places, contacts and polls."""

import copy
import json
from typing import Any

from sandbox import files
from sandbox.methods.messages import send
from sandbox.methods.places import find_destination
from sandbox.methods.words import read_caption, read_manner, read_reply
from sandbox.people import Chat
from sandbox.refusal import bad
from sandbox.schema import UPLOAD
from sandbox.world import World, poll

Json = dict[str, Any]
NAMES = {
    "photo": "Photo",
    "video": "Video",
    "animation": "Animation",
    "document": "Document",
    "voice": "VoiceNote",
}
ATTACH = "attach://"
ALBUM = range(2, 11)


def send_photo(world: World, ask: Json) -> Json:
    """sendPhoto"""
    return _send_file(world, ask, "photo")


def send_video(world: World, ask: Json) -> Json:
    """sendVideo"""
    return _send_file(world, ask, "video")


def send_document(world: World, ask: Json) -> Json:
    """sendDocument"""
    return _send_file(world, ask, "document")


def send_animation(world: World, ask: Json) -> Json:
    """sendAnimation"""
    return _send_file(world, ask, "animation")


def send_voice(world: World, ask: Json) -> Json:
    """sendVoice"""
    return _send_file(world, ask, "voice")


def send_audio(world: World, ask: Json) -> Json:
    """sendAudio"""
    return _send_file(world, ask, "audio")


def send_video_note(world: World, ask: Json) -> Json:
    """sendVideoNote"""
    return _send_file(world, ask, "video_note")


def send_sticker(world: World, ask: Json) -> Json:
    """sendSticker"""
    return _send_file(world, ask, "sticker")


def _send_file(world: World, ask: Json, kind: str) -> Json:
    find_destination(world, ask)
    return send(world, ask, _carried(world, ask, kind, ask[kind]) | read_caption(ask) | _spoiler(ask))


def _carried(world: World, ask: Json, kind: str, given: Any) -> Json:
    if given is UPLOAD or (isinstance(given, str) and given.startswith(ATTACH)):
        name, content = ask["files"][str(given).removeprefix(ATTACH) if given is not UPLOAD else kind]
        if not content:
            raise bad("file must be non-empty")
        return files.fields(world.files.add(kind, content=content, name=name))
    kept = world.files.get(str(given))
    if kept.kind != kind:
        found = NAMES.get(kept.kind, kept.kind.title())
        raise bad(f"can't use file of type {found} as {NAMES.get(kind, kind.title())}")
    if any(chat.keeps_files and _stands_in(kept.id, chat) for chat in world.chats.values()):
        raise bad("CHAT_FORWARDS_RESTRICTED")
    return copy.deepcopy(files.fields(kept))


def _stands_in(file: str, chat: Chat) -> bool:
    return any(file in json.dumps(message.raw) for message in chat.messages.values())


def _spoiler(ask: Json) -> Json:
    return {"has_media_spoiler": True} if ask.get("has_spoiler") else {}


def send_media_group(world: World, ask: Json) -> list[Json]:
    """sendMediaGroup"""
    chat, media = find_destination(world, ask), ask["media"]
    if len(media) not in ALBUM:
        raise bad(f"an album has {ALBUM.start} to {ALBUM.stop - 1} items, not {len(media)}")
    shared = read_reply(ask, chat) | read_manner(ask)
    shared |= {"media_group_id": str(world.random.randrange(10**16, 10**17))}
    bodies = [_item(world, ask, item) for item in media]
    return [world.put(chat, world.bot, shared | body).raw for body in bodies]


def _item(world: World, ask: Json, item: Json) -> Json:
    return _carried(world, ask, item["type"], item["media"]) | read_caption(item) | _spoiler(item)


def send_contact(world: World, ask: Json) -> Json:
    """sendContact"""
    keep = ("phone_number", "first_name", "last_name", "vcard")
    return send(world, ask, {"contact": {name: ask[name] for name in keep if name in ask}})


def send_location(world: World, ask: Json) -> Json:
    """sendLocation"""
    return send(world, ask, {"location": _spot(ask)})


def send_venue(world: World, ask: Json) -> Json:
    """sendVenue"""
    venue = {"location": _spot(ask), "title": ask["title"], "address": ask["address"]}
    return send(world, ask, {"venue": venue, "location": _spot(ask)})


def send_poll(world: World, ask: Json) -> Json:
    """sendPoll"""
    options = [option["text"] if isinstance(option, dict) else option for option in ask["options"]]
    number = str(world.random.randrange(10**18))
    return send(world, ask, {"poll": poll(number, {"question": ask["question"], "options": options})})


def _spot(ask: Json) -> Json:
    return {"latitude": ask["latitude"], "longitude": ask["longitude"]}
