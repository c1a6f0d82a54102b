"""The manager changes how much the bot does, knowing how often it was wrong and whom it can reach."""

from datetime import timedelta

from sandbox.cast import GREEN, GROUP, JO, PATEL, SAM
from tests.scenarios.conftest import RUDE, SHARP, Stage, StartBot, case_card, labels

ANOTHER = "shut your fat mouth you pathetic waste of space"


async def test_the_page_shows_how_often_it_was_wrong_and_whom_it_can_reach(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="observe"):
        for words in (RUDE, ANOTHER, SHARP):
            stage.say(JO, words)
        await stage.settled()
        await stage.ask(PATEL, "/keep 1")
        await stage.ask(PATEL, "/remove 2")
        await stage.ask(PATEL, "/keep 3")
        await stage.settled()
        page = await stage.ask(PATEL, "/mode")

    assert page.startswith("The mode is observe: the bot only watches")
    assert "Of 2 posts that it hid or would have hidden, people put back or left up 1 (50 %)." in page
    assert "Of 1 posts that it only showed you, people left up 1." in page
    assert "I can write to " in page and "The group has 8 members." in page
    assert "14 days of watching first" in page


async def test_the_manager_changes_the_mode_with_a_second_press_and_the_others_hear_it(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="observe"):
        seen = stage.say(JO, RUDE)
        await stage.settled()
        stage.say(PATEL, "/mode enforce", PATEL)
        asked = await stage.told(PATEL, "Shall the mode change from observe to enforce?")
        assert labels(asked) == ["Yes, do it", "No, leave it"]
        assert await stage.press(PATEL, asked, "Yes, do it") == "The mode is now enforce."
        await stage.told(GREEN, "The mode is now enforce, as the manager wished")
        hidden = stage.say(JO, ANOTHER)
        await stage.gone(hidden)
        await stage.settled()
    async with start_bot(MODE="observe"):  # as it stood when the manager spoke
        await stage.gone(stage.say(JO, RUDE + " really"))
        await stage.settled()
    async with start_bot(MODE="assist"):  # somebody has changed the file since
        left = stage.say(JO, ANOTHER + " you are")
        await stage.settled()
    async with start_bot(MODE="observe"):
        assert (await stage.ask(PATEL, "/mode")).startswith("The mode is observe")

    assert stage.sees(seen) and stage.sees(left)


async def test_only_the_manager_changes_it_and_a_no_changes_nothing(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="observe"):
        assert "Only the manager" in await stage.ask(GREEN, "/mode enforce")
        assert "Only people with a role" in await stage.ask(JO, "/mode enforce")
        assert "There are three modes" in await stage.ask(PATEL, "/mode full")
        assert "observe already" in await stage.ask(PATEL, "/mode observe")
        stage.say(PATEL, "/mode assist", PATEL)
        asked = await stage.told(PATEL, "Shall the mode change")
        assert "somebody else" in await stage.press_data(GREEN, await stage.told(GREEN, "Only"), "confirm:1")
        await stage.press(PATEL, asked, "No, leave it")
        assert (await stage.ask(PATEL, "/mode")).startswith("The mode is observe")
        await stage.settled()


async def test_enforce_waits_while_the_profile_has_open_questions(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MODE="observe", PROFILE="orleton"):
        answer = await stage.ask(PATEL, "/mode enforce")
        page = await stage.ask(PATEL, "/mode")

    assert answer.startswith("That has to wait. The profile still asks for ")
    assert "escalation.local_contacts.lado" in answer
    assert "enforce has to wait" in page


async def test_at_the_first_start_the_manager_is_given_the_notice_to_post(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(told=False, MODE="observe"):
        asked = await stage.told(PATEL, "Please tell the group about the bot")
        assert "30 days" in asked.text and "01632 960001 or office@preschool.example" in asked.text
        assert "has not been told what I read" in await stage.ask(PATEL, "/mode")
        await stage.press(PATEL, asked, "Yes, do it")
        await stage.until(lambda: any("looks after this group" in text for text in stage.group()))
        await stage.settled()
        assert "has not been told what I read" not in await stage.ask(PATEL, "/mode")
    async with start_bot(told=False):
        await stage.settled()

    assert len(stage.group()) == 1
    assert sum("Please tell the group" in text for text in stage.heard(PATEL)) == 1


async def test_a_notice_posted_by_hand_counts_and_a_parent_can_read_it(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(told=False):
        await stage.told(PATEL, "Please tell the group about the bot")
        await stage.ask(PATEL, "/notice posted")
        assert "has not been told" not in await stage.ask(PATEL, "/mode")
        assert (await stage.ask(JO, "/notice")).startswith("A helper called Lollipop")
        await stage.settled()

    assert stage.group() == []


async def test_the_start_button_delivers_what_was_waiting(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await stage.gone(stage.say(SAM, RUDE))
        await stage.settled()
        await stage.ask(PATEL, "/welcome", GROUP)
        await stage.settled()
        (page,) = [one for one in stage.chat(GROUP) if "press Start once" in one.text]
        stage.world.press(SAM, GROUP, page.id, "Start")
        told = await stage.told(SAM, "Your post in the group is out of view")
        await stage.told(SAM, "Hello. I am Lollipop.")
        await stage.settled()

    assert RUDE in told.text
    assert len([one for one in stage.group() if "/welcome" in one]) == 0
    assert case_card(stage) is not None


async def test_a_question_to_confirm_does_not_lose_its_words(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MODE="observe") as app:
        stage.say(PATEL, "/mode assist", PATEL)
        await stage.told(PATEL, "Shall the mode change")
        for _ in range(3):
            app.writer.clock.ahead += timedelta(minutes=11)
            await app.tick()
        await stage.settled()

    assert any("Shall the mode change" in text for text in stage.heard(PATEL))
