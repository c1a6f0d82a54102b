"""The bot itself: who it is, its menus, its files and its answers to presses."""

import json
import re
from datetime import timedelta
from typing import Any

from sandbox.refusal import bad
from sandbox.world import World

Json = dict[str, Any]
PRESS_LIFE = timedelta(seconds=150)
LONGEST_ANSWER = 200
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS = 100


def get_me(world: World, ask: Json) -> Json:
    """getMe"""
    able = {"can_join_groups": True, "can_read_all_group_messages": world.reads_all_messages}
    return world.bot | able | {"supports_inline_queries": False}


def delete_webhook(world: World, ask: Json) -> bool:
    """deleteWebhook"""
    if ask.get("drop_pending_updates"):
        world.updates.clear()
        world.changed()
    return True


def get_webhook_info(world: World, ask: Json) -> Json:
    """getWebhookInfo"""
    return {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.updates)}


def set_my_commands(world: World, ask: Json) -> bool:
    """setMyCommands"""
    commands = ask["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_menu(ask)] = commands
    world.changed()
    return True


def get_my_commands(world: World, ask: Json) -> list[Json]:
    """getMyCommands"""
    return world.commands.get(_menu(ask), [])


def delete_my_commands(world: World, ask: Json) -> bool:
    """deleteMyCommands"""
    world.commands.pop(_menu(ask), None)
    world.changed()
    return True


def _menu(ask: Json) -> str:
    scope = ask.get("scope") or {"type": "default"}
    return json.dumps([scope, ask.get("language_code") or ""], sort_keys=True)


def get_file(world: World, ask: Json) -> Json:
    """getFile"""
    return world.files.described(world.files.get(ask["file_id"]))


def answer_callback_query(world: World, ask: Json) -> bool:
    """answerCallbackQuery"""
    press = world.presses.get(ask["callback_query_id"])
    if press is None or press.answered or world.now - press.at > PRESS_LIFE:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    words = ask.get("text") or ""
    if len(words) > LONGEST_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    press.answered, press.words, press.alert = True, words, bool(ask.get("show_alert"))
    world.changed()
    return True
