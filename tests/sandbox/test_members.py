"""Letting in, restricting and removing, with the refusals that Telegram gives."""

from datetime import timedelta

import pytest

from sandbox import NotPossible, World
from sandbox.cast import AMY, GROUP, JO, PATEL, SAM
from sandbox.people import Person
from tests.sandbox.conftest import Ask

OUTSIDER = 3001


async def test_a_ban_takes_the_persons_posts_with_it(ask: Ask, world: World) -> None:
    posted = world.say(SAM, GROUP, "hello")["message_id"]
    other = world.say(JO, GROUP, "hello")["message_id"]

    await ask("banChatMember", chat_id=GROUP, user_id=SAM)

    assert not world.chats[GROUP].messages[posted].visible
    assert world.chats[GROUP].messages[other].visible
    with pytest.raises(NotPossible, match="has been banned"):
        world.join(SAM, GROUP)


async def test_an_unban_alone_takes_a_member_out_and_lets_them_return(ask: Ask, world: World) -> None:
    posted = world.say(SAM, GROUP, "hello")["message_id"]

    await ask("unbanChatMember", chat_id=GROUP, user_id=SAM)

    assert world.chats[GROUP].messages[posted].visible
    assert (await ask("getChatMember", chat_id=GROUP, user_id=SAM))["result"]["status"] == "left"
    world.join(SAM, GROUP)


async def test_an_unban_of_the_banned_only_leaves_members_alone(ask: Ask, world: World) -> None:
    await ask("unbanChatMember", chat_id=GROUP, user_id=SAM, only_if_banned=True)

    assert world.chats[GROUP].standing(SAM).present


async def test_administrators_and_the_owner_cannot_be_removed(ask: Ask, world: World) -> None:
    world.promote(AMY, GROUP, by=PATEL)

    staff = await ask("banChatMember", chat_id=GROUP, user_id=AMY)
    owner = await ask("banChatMember", chat_id=GROUP, user_id=PATEL)

    assert staff["description"] == "Bad Request: user is an administrator of the chat"
    assert owner["description"] == "Bad Request: can't remove chat owner"


async def test_removing_needs_the_right_to(ask: Ask, world: World) -> None:
    world.bot_standing(GROUP, can_restrict_members=False)

    refused = await ask("banChatMember", chat_id=GROUP, user_id=SAM)

    assert refused["description"] == "Bad Request: not enough rights to restrict/unrestrict chat member"


async def test_somebody_restricted_reads_but_does_not_write(ask: Ask, world: World) -> None:
    until = world.stamp() + 3600
    await ask(
        "restrictChatMember",
        chat_id=GROUP,
        user_id=SAM,
        permissions={"can_send_messages": False},
        until_date=until,
    )

    with pytest.raises(NotPossible, match="Sam Reed may read but not write"):
        world.say(SAM, GROUP, "hello")
    member = (await ask("getChatMember", chat_id=GROUP, user_id=SAM))["result"]
    assert (member["status"], member["until_date"]) == ("restricted", until)


async def test_a_restriction_ends_when_its_time_is_up(ask: Ask, world: World) -> None:
    until = world.stamp() + 3600
    await ask("restrictChatMember", chat_id=GROUP, user_id=SAM, permissions={}, until_date=until)

    world.clock.turn(timedelta(hours=1))

    assert (await ask("getChatMember", chat_id=GROUP, user_id=SAM))["result"]["status"] == "member"
    world.say(SAM, GROUP, "hello again")


async def test_a_request_is_approved_once(ask: Ask, world: World) -> None:
    world.add_person(Person(OUTSIDER, "Nina", "Hall"))
    world.ask_to_join(OUTSIDER, GROUP)
    there = {"chat_id": GROUP, "user_id": OUTSIDER}

    assert (await ask("approveChatJoinRequest", **there))["ok"]
    again = await ask("approveChatJoinRequest", **there)

    assert again["description"] == "Bad Request: USER_ALREADY_PARTICIPANT"
    world.say(OUTSIDER, GROUP, "hello")


async def test_a_request_that_was_never_made_cannot_be_answered(ask: Ask, world: World) -> None:
    world.add_person(Person(OUTSIDER, "Nina", "Hall"))

    refused = await ask("declineChatJoinRequest", chat_id=GROUP, user_id=OUTSIDER)

    assert refused["description"] == "Bad Request: HIDE_REQUESTER_MISSING"


async def test_a_link_with_requests_has_no_limit_of_members(ask: Ask) -> None:
    refused = await ask("createChatInviteLink", chat_id=GROUP, creates_join_request=True, member_limit=1)

    assert refused["description"].startswith("Bad Request: member limit can't be specified")


async def test_a_bot_that_left_can_do_nothing_there(ask: Ask) -> None:
    await ask("leaveChat", chat_id=GROUP)

    refused = await ask("getChatMemberCount", chat_id=GROUP)

    assert refused["description"] == "Forbidden: bot is not a member of the supergroup chat"


async def test_nobody_knows_a_stranger(ask: Ask) -> None:
    refused = await ask("getChatMember", chat_id=GROUP, user_id=12345)

    assert refused["description"] == "Bad Request: PARTICIPANT_ID_INVALID"
