"""People, never the bot, take somebody out of the group for what they did; and a post by hand."""

from datetime import timedelta

import pytest

from moderation.policy import load_policy
from sandbox.cast import AMY, GREEN, GROUP, JO, LISA, PATEL
from sandbox.people import BANNED, LEFT
from tests.scenarios.conftest import Stage, StartBot, labels

KIND = "Thank you all for coming to the fair yesterday"

CHAIR = GREEN
BOTH = load_policy("bishopthorpe")  # the manager and the chair must both say yes


def standing(stage: Stage, person: int) -> str:
    return stage.world.chats[GROUP].standing(person).status


async def known(stage: Stage, person: int = JO) -> int:
    """Somebody has written in the group, so that the bot has met them."""
    post = stage.say(person, KIND)
    await stage.settled()
    return post


async def test_the_manager_takes_somebody_out_and_lets_them_in_again(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        post = await known(stage)
        stage.say(PATEL, "/remove @jo_marsh", PATEL)
        asked = await stage.told(PATEL, "Shall @jo_marsh")
        assert standing(stage, JO) != BANNED, "not by one slip of a finger"
        assert "/undo 1" in await stage.press(PATEL, asked, "Yes, do it")
        await stage.until(lambda: standing(stage, JO) == BANNED)
        told = await stage.told(JO, "You are no longer in the parents' group")
        await stage.settled()
        assert not stage.sees(post)

        assert await stage.ask(PATEL, "/undo 1") == "They are being let in again."
        link = await stage.told(JO, "welcome in the parents' group again")
        await stage.told(PATEL, "The ban is lifted")
        await stage.settled()
        assert "can no longer be undone" in await stage.ask(PATEL, "/undo 1")

    assert "A child's place here is not affected" in told.text
    assert "https://t.me/+" in link.text
    assert standing(stage, JO) == LEFT
    assert len(stage.calls("banChatMember")) == 1
    (made,) = stage.calls("createChatInviteLink")
    assert made.params["member_limit"] == 1


async def test_a_no_leaves_everybody_where_they_are(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await known(stage)
        stage.say(PATEL, f"/remove {JO}", PATEL)
        asked = await stage.told(PATEL, f"number {JO}")
        await stage.press(PATEL, asked, "No, leave it")
        assert "said no" in await stage.press_data(PATEL, asked, "confirm:1")
        await stage.settled()

    assert stage.calls("banChatMember") == []


async def test_where_both_must_agree_one_yes_is_not_enough_and_nobody_says_it_twice(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(policy=BOTH, CHAIR_IDS=str(CHAIR), DEPUTY_IDS=""):
        await known(stage)
        stage.say(PATEL, f"/remove {JO}", PATEL)
        mine = await stage.told(PATEL, "each have to say yes")
        theirs = await stage.told(CHAIR, "each have to say yes")
        for _ in range(2):
            assert "I have your yes" in await stage.press_data(PATEL, mine, "confirm:1")
        await stage.settled()
        assert stage.calls("banChatMember") == []
        await stage.press(CHAIR, theirs, "Yes, do it")
        await stage.until(lambda: standing(stage, JO) == BANNED)
        await stage.settled()

    assert len(stage.calls("banChatMember")) == 1


async def test_two_who_say_yes_in_the_same_instant_take_somebody_out_once(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MANAGER_IDS=f"{PATEL},{GREEN}"):
        await known(stage)
        stage.say(PATEL, f"/remove {JO}", PATEL)
        first, second = await stage.told(PATEL, "Shall"), await stage.told(GREEN, "Shall")
        presses = [
            stage.world.press(PATEL, PATEL, first.id, "Yes, do it"),
            stage.world.press(GREEN, GREEN, second.id, "Yes, do it"),
        ]
        await stage.settled()

    assert sorted(press.words[:4] for press in presses if press) == ["Done", "It i"]
    assert len(stage.calls("banChatMember")) == 1


async def test_an_answer_that_is_lost_is_asked_about_and_not_tried_again(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        await known(stage)
        stage.say(PATEL, f"/remove {JO}", PATEL)
        asked = await stage.told(PATEL, "Shall")
        stage.sandbox.fault("lost", methods=["banChatMember"], times=1)
        await stage.press(PATEL, asked, "Yes, do it")
        await stage.told(PATEL, "I am not sure whether the person of number 1 is out")
        app.writer.clock.ahead += timedelta(minutes=20)
        await app.tick()
        await stage.settled()

    assert len(stage.calls("banChatMember")) == 1


@pytest.mark.parametrize("person", [GREEN, AMY, JO])
async def test_nobody_else_takes_anybody_out(stage: Stage, start_bot: StartBot, person: int) -> None:
    async with start_bot():
        await known(stage, LISA)
        stage.world.start(person)
        await stage.told(person, "Hello")
        answer = await stage.ask(person, f"/remove {LISA}")
        await stage.settled()

    assert "for the manager to decide" in answer or "Only people with a role" in answer
    assert stage.calls("banChatMember") == []


async def test_whoever_it_is_about_is_not_asked_and_cannot_say_yes(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MANAGER_IDS=f"{PATEL},{GREEN}"):
        await known(stage, GREEN)
        stage.say(PATEL, "/remove @mr_green", PATEL)
        await stage.told(PATEL, "Shall")
        await stage.settled()
        hello = stage.world.start(GREEN)
        await stage.told(GREEN, "Hello")
        own = next(one for one in stage.chat(GREEN) if one.id == hello["message_id"])
        assert "somebody else" in await stage.press_data(GREEN, own, "confirm:1")
        await stage.settled()

    assert not any("Shall" in text for text in stage.heard(GREEN))
    assert stage.calls("banChatMember") == []


async def test_a_number_that_is_a_case_and_a_person_is_asked_about(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        post = stage.say(JO, "oh do grow up karen")
        await stage.told(PATEL, "Case 1")
        await app.writer.run(lambda desk: desk.store.members.saw(1, desk.now))
        assert "the number of a case and of a person" in await stage.ask(PATEL, "/remove 1")
        assert stage.sees(post)
        await stage.ask(PATEL, "/remove case 1")
        await stage.gone(post)
        await stage.settled()


async def test_a_stranger_is_not_removed_by_a_name_the_bot_never_met(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        assert "I have not met anybody of that name" in await stage.ask(PATEL, "/remove @somebody_else")
        assert "Please add what to remove" in await stage.ask(PATEL, "/remove")


async def test_a_reply_takes_a_post_out_by_hand_and_it_can_go_back(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = await known(stage)
        typed = stage.say(PATEL, "/remove", reply_to=post)
        await stage.gone(post)
        await stage.gone(typed)
        told = await stage.told(JO, "Somebody who looks after the group has taken your post out of view")
        assert KIND in told.text and labels(told) == ["Ask for a second look"]
        await stage.settled()
        await stage.ask(PATEL, "/undo 1")
        await stage.until(lambda: any(KIND in text for text in stage.group()))
        await stage.settled()

    assert sum(KIND in text for text in stage.group()) == 1


async def test_a_post_that_was_left_up_can_be_taken_out_days_later(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        post = stage.say(JO, "oh do grow up karen")
        await stage.told(PATEL, "Case 1")
        await stage.ask(GREEN, "/keep 1")
        app.writer.clock.ahead += timedelta(hours=30)
        assert "being taken out" in await stage.ask(PATEL, "/remove 1 It upset somebody after all.")
        await stage.gone(post)
        await stage.told(JO, "It upset somebody after all.")
        await stage.settled()
        log = await app.writer.run(lambda desk: desk.store.log.of_case(1))
        assert await stage.ask(PATEL, "/undo 1") == "The case is open again."
        await stage.until(lambda: any("grow up" in text for text in stage.group()))
        await stage.settled()

    assert log[-1].detail["move"] == "remove" and log[-1].commitment is not None, "the reason is promised"


async def test_a_parent_takes_nobodys_post_out_by_a_reply(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = await known(stage, LISA)
        stage.say(JO, "/remove", reply_to=post)
        await stage.told(JO, "Only people with a role")
        await stage.settled()

    assert stage.sees(post)


async def test_where_a_role_that_must_agree_is_not_set_that_is_said_at_once(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(policy=BOTH, CHAIR_IDS=""):
        await known(stage)
        assert "not all of them are set" in await stage.ask(PATEL, f"/remove {JO}")
