"""/who: how far the bot knows who is in the group, and what somebody is who is on no list."""

from bot import roster_pages
from bot.command import Known
from bot.desk import Desk
from bot.keepers import may_keep
from bot.reading import Command
from bot.words import say
from moderation.post import STAFF_ROLES, Role

GIVEN = {role.value: role for role in (Role.PARENT, Role.RELATIVE, Role.STAFF, Role.COMMITTEE)}


def run(command: Command, desk: Desk) -> str:
    """`/who` for everybody, `/who 12345` for one, `/who 12345 relative` to say what they are."""
    if not may_keep(command.user_id, desk):
        return say("answer.not_yours", setting=desk.setting)
    key = f"page:{command.chat_id}:{command.message_id}"
    person, _, role = command.words.strip().partition(" ")
    if not person:
        roster_pages.show("who", command.user_id, key, desk)
    elif not (person.isascii() and person.isdigit() and len(person) <= 16):
        return say("roster.who_usage")
    elif role and (wrong := give(int(person), role.strip().lower(), command.user_id, desk)):
        return wrong
    else:
        roster_pages.show(f"user:{person}", command.user_id, key, desk)
    return ""


def give(user_id: int, role: str, by: int, desk: Desk) -> str:
    """Roles at the setting are the manager's to give (decision 25); "" when it is done."""
    if role not in GIVEN:
        return say("roster.who_usage")
    if GIVEN[role] in STAFF_ROLES and Role.MANAGER not in desk.roles_of(by):
        return say("answer.not_yours", setting=desk.setting)
    if desk.own_roles_of(user_id) & STAFF_ROLES and Role.MANAGER not in desk.roles_of(by):
        return say("answer.not_yours", setting=desk.setting)
    for known in GIVEN.values():
        desk.store.roles.take(user_id, known.value, desk.now)
    desk.store.roles.give(user_id, GIVEN[role].value, by=by, now=desk.now)
    detail = {"person": user_id, "role": role}
    desk.store.log.append("role given", actor=by, detail=detail, now=desk.now)
    return ""


COMMAND = Known("who", "command.who", run, roles=STAFF_ROLES, hushed=True)
