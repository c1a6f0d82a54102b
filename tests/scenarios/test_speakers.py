"""Whoever speaks through an account that many share is never taken for somebody else, nor obeyed unasked."""

import pytest

from sandbox.cast import COLE, GROUP, JO, PATEL, SAM
from sandbox.people import ADMIN, Membership, Message
from tests.scenarios.conftest import RUDE, Stage, StartBot, case_card

CHANNEL = -1009000000001


@pytest.fixture
def channel(stage: Stage) -> int:
    stage.world.add_group(CHANNEL, "Pre-school news", type="channel")
    return CHANNEL


def written_to(stage: Stage) -> set[int]:
    """Whom the bot has tried to write to, in whatever chat of a person's."""
    return {call.chat for call in stage.calls("sendMessage") if call.chat is not None and call.chat > 0}


async def test_an_administrator_without_a_name_is_judged_and_nobody_is_written_to_as_the_poster(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        post = int(stage.world.anonymously(PATEL, GROUP, RUDE)["message_id"])
        await stage.gone(post)
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()

    assert "in the group's own name by an administrator" in card.text
    assert written_to(stage) == {PATEL}
    assert not any("Your post" in text for text in stage.heard(PATEL))


@pytest.mark.parametrize("linked", [False, True])
async def test_a_post_in_the_name_of_a_channel_is_judged_and_nobody_is_written_to(
    stage: Stage, start_bot: StartBot, channel: int, linked: bool
) -> None:
    async with start_bot():
        post = int(stage.world.as_channel(JO, GROUP, RUDE, channel=channel, linked=linked)["message_id"])
        await stage.gone(post)
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()

    assert ("the group's own channel" if linked else "in the name of a channel") in card.text
    assert written_to(stage) == {PATEL}


async def test_another_bots_post_is_judged_and_whoever_called_it_is_not_told_off(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await stage.gone(int(stage.world.by_bot(GROUP, RUDE, caller=JO)["message_id"]))
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()

    assert "Another bot posted it" in card.text
    assert written_to(stage) == {PATEL}


async def test_none_of_them_is_taken_for_a_member(stage: Stage, start_bot: StartBot, channel: int) -> None:
    async with start_bot() as app:
        stage.world.anonymously(PATEL, GROUP, "Good morning")
        stage.world.as_channel(JO, GROUP, "Good morning", channel=channel)
        stage.world.as_channel(PATEL, GROUP, "Good morning", channel=channel, linked=True)
        stage.world.by_bot(GROUP, "Good morning")
        stage.say(JO, "Good morning")
        await stage.settled()
        everybody = (JO, 777000, 136817688, 1087968824, 9100)
        known = await app.writer.run(lambda desk: [one for one in everybody if desk.store.members.get(one)])

    assert known == [JO]


async def test_an_order_in_the_groups_name_waits_until_somebody_who_may_says_yes(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(PATEL, "Case 1")
        order = int(stage.world.anonymously(PATEL, GROUP, "/approve 1")["message_id"])
        await stage.gone(order)
        asked = await stage.told(PATEL, "typed /approve 1 in the group")
        await stage.settled()
        assert not any(RUDE in text for text in stage.group()), "nothing is done before"
        refused = await stage.press_data(SAM, await greeted(stage, SAM), asked.buttons[0][0]["callback_data"])
        await stage.press(PATEL, asked, asked.buttons[0][0]["text"])
        await stage.until(lambda: any(RUDE in text for text in stage.group()))

    assert "somebody else" in refused


async def greeted(stage: Stage, person: int) -> Message:
    """A message of the bot's that somebody can press buttons under."""
    stage.world.start(person)
    return await stage.told(person, "Hello")


async def test_any_other_order_in_the_groups_name_has_to_be_typed_in_private(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        stage.world.chats[GROUP].members[COLE] = Membership(ADMIN)
        await stage.gone(int(stage.world.anonymously(COLE, GROUP, "/approve")["message_id"]))
        await stage.told(PATEL, "Please type it to me here")


async def test_an_order_by_a_channel_or_a_bot_is_no_order(
    stage: Stage, start_bot: StartBot, channel: int
) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(PATEL, "Case 1")
        stage.world.as_channel(PATEL, GROUP, "/approve 1", channel=channel)
        stage.world.by_bot(GROUP, "/approve 1")
        await stage.settled()
        await stage.press(PATEL, case_card(stage), "Keep out of view")

    assert not any("typed /approve" in text for text in stage.heard(PATEL))


async def test_an_answer_added_to_a_poll_is_read_and_goes_with_the_poll(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        poll = int(stage.world.post(SAM, GROUP, "poll")["message_id"])
        await stage.settled()
        assert stage.sees(poll)
        added = int(stage.world.add_option(JO, GROUP, poll, RUDE)["message_id"])
        await stage.gone(added)
        await stage.gone(poll)
        card = await stage.told(PATEL, "Case 1")

    assert "in an answer of a poll" in card.text and "From Jo Marsh" in card.text
