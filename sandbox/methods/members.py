"""Who is in a group: looking, letting in, restricting and removing."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sandbox.methods.places import find_chat, find_group, find_user, need_right, subject
from sandbox.people import BANNED, LEFT, MEMBER_RIGHTS, RESTRICTED, Chat, Membership
from sandbox.refusal import bad
from sandbox.world import World

Json = dict[str, Any]
SHORTEST_BAN, LONGEST_BAN = timedelta(seconds=30), timedelta(days=366)
INVITES = "not enough rights to manage chat invite link"
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(world: World, ask: Json) -> Json:
    """getChat"""
    chat = find_chat(world, ask)
    full = world.shown(chat) | {"accent_color_id": 0, "max_reaction_count": 11}
    full |= {"accepted_gift_types": dict.fromkeys(GIFTS, False)}
    if chat.is_private:
        return full
    find_group(world, ask)
    full |= {"permissions": {right: right in chat.permissions for right in MEMBER_RIGHTS}}
    full |= {"has_protected_content": True} if chat.protected else {}
    full |= {"join_by_request": True} if chat.join_by_request else {}
    pinned = [chat.messages[number].raw for number in chat.pinned if chat.messages[number].visible]
    return full | ({"pinned_message": pinned[-1]} if pinned else {})


def get_chat_member(world: World, ask: Json) -> Json:
    """getChatMember"""
    chat, user = find_group(world, ask), find_user(world, ask)
    return chat.standing(user).member(world.user(user))


def get_chat_administrators(world: World, ask: Json) -> list[Json]:
    """getChatAdministrators: other bots are left out, this one is not."""
    chat = find_group(world, ask)
    rank = sorted(chat.members.items(), key=lambda one: one[1].status != "creator")
    return [standing.member(world.user(user)) for user, standing in rank if standing.administers]


def get_chat_member_count(world: World, ask: Json) -> int:
    """getChatMemberCount"""
    return sum(standing.present for standing in find_group(world, ask).members.values())


def ban_chat_member(world: World, ask: Json) -> bool:
    """banChatMember: in a supergroup everything the person wrote goes too."""
    chat, user = find_group(world, ask), find_user(world, ask)
    subject(world, chat, user)
    world.remove(chat, user, by=world.bot, standing=Membership(BANNED, until=_until(world, ask)))
    if chat.type == "supergroup" or ask.get("revoke_messages"):
        for message in chat.messages.values():
            if message.sender == user and message.visible and "left_chat_member" not in message.raw:
                world.take_away(message, world.bot_id, "ban")
    return True


def unban_chat_member(world: World, ask: Json) -> bool:
    """unbanChatMember: without only_if_banned it also takes out somebody who is there."""
    chat, user = find_group(world, ask), find_user(world, ask)
    standing = subject(world, chat, user)
    if standing.status == BANNED or (standing.present and not ask.get("only_if_banned")):
        world.remove(chat, user, by=world.bot, standing=Membership(LEFT))
    return True


def restrict_chat_member(world: World, ask: Json) -> bool:
    """restrictChatMember"""
    chat, user = find_group(world, ask), find_user(world, ask)
    if chat.type != "supergroup":
        raise bad("method is available only for supergroups")
    standing = subject(world, chat, user)
    rights = frozenset(name for name, held in ask["permissions"].items() if held and name in MEMBER_RIGHTS)
    if not standing.present:
        raise bad("USER_NOT_PARTICIPANT")
    free = chat.permissions <= rights
    new = Membership() if free else Membership(RESTRICTED, rights, until=_until(world, ask))
    world.set_standing(chat, user, new, by=world.bot)
    return True


def _until(world: World, ask: Json) -> datetime | None:
    moment = ask.get("until_date") or 0
    until = datetime.fromtimestamp(moment, UTC)
    return until if SHORTEST_BAN <= until - world.now <= LONGEST_BAN else None


def approve_chat_join_request(world: World, ask: Json) -> bool:
    """approveChatJoinRequest"""
    chat, user = _asking(world, ask)
    world.let_in(chat, user, by=world.user(user))
    return True


def decline_chat_join_request(world: World, ask: Json) -> bool:
    """declineChatJoinRequest"""
    chat, user = _asking(world, ask)
    del chat.requests[user]
    world.changed()
    return True


def _asking(world: World, ask: Json) -> tuple[Chat, int]:
    chat, user = find_group(world, ask), find_user(world, ask)
    need_right(world, chat, "can_invite_users", "not enough rights to manage chat join requests")
    if chat.standing(user).present:
        raise bad("USER_ALREADY_PARTICIPANT")
    if user not in chat.requests:
        raise bad("HIDE_REQUESTER_MISSING")
    return chat, user


def create_chat_invite_link(world: World, ask: Json) -> Json:
    """createChatInviteLink"""
    chat = find_group(world, ask)
    need_right(world, chat, "can_invite_users", INVITES)
    if ask.get("creates_join_request") and ask.get("member_limit"):
        raise bad("member limit can't be specified for links requiring administrator approval")
    address = f"https://t.me/+pretend{abs(chat.id)}x{len(chat.links) + 1}"
    link: Json = {"invite_link": address, "creator": world.bot, "is_primary": False, "is_revoked": False}
    link |= {"creates_join_request": bool(ask.get("creates_join_request"))}
    link |= {key: ask[key] for key in ("name", "expire_date", "member_limit") if ask.get(key)}
    chat.links[address] = link
    world.changed()
    return link


def revoke_chat_invite_link(world: World, ask: Json) -> Json:
    """revokeChatInviteLink"""
    chat = find_group(world, ask)
    need_right(world, chat, "can_invite_users", INVITES)
    if ask["invite_link"] not in chat.links:
        raise bad("INVITE_HASH_EXPIRED")
    chat.links[ask["invite_link"]] |= {"is_revoked": True}
    world.changed()
    return chat.links[ask["invite_link"]]


def leave_chat(world: World, ask: Json) -> bool:
    """leaveChat"""
    chat = find_group(world, ask)
    world.remove(chat, world.bot_id, by=world.bot, standing=Membership(LEFT))
    return True
