"""A question to the setting gets a number and a true due day, and stays open until it is answered."""

from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta

from bot.app import App
from sandbox.cast import AMY, GREEN, GROUP, JO, LISA, PATEL
from tests.scenarios.conftest import Stage, StartBot, case_card, labels

QUESTION = "Are you open the Friday before the bank holiday?"
FRIDAY = "2026-09-04T16:00:00+01:00"


def at(stage: Stage, start_bot: StartBot, moment: str, mode: str) -> AbstractAsyncContextManager[App]:
    """The bot and the pretend Telegram at this moment."""
    stage.world.clock.set(datetime.fromisoformat(moment))
    return start_bot(MODE=mode, LOLLIPOP_NOW=moment)


async def test_it_is_acknowledged_in_private_and_answered_by_a_press(
    stage: Stage, start_bot: StartBot
) -> None:
    async with at(stage, start_bot, FRIDAY, "assist"):
        post = stage.say(JO, QUESTION)

        receipt = await stage.told(JO, "Somebody will answer by the end of Monday 7 September")
        assert "number 1" in receipt.text
        card = await stage.told(PATEL, "Question 1")
        assert QUESTION in card.text
        assert f"https://t.me/c/1000000001/{post}" in card.text
        assert labels(card) == ["I have this", "It is answered"]

        assert "question 1" in await stage.press(PATEL, card, "I have this")
        await stage.until(lambda: "The manager has this" in case_card(stage).text)
        await stage.press(PATEL, case_card(stage), "It is answered")
        await stage.told(JO, "Your question 1 is marked as answered")
        assert stage.group() == [QUESTION]


async def test_staff_who_reply_answer_it_and_another_parent_does_not(
    stage: Stage, start_bot: StartBot
) -> None:
    async with at(stage, start_bot, FRIDAY, "assist"):
        post = stage.say(JO, QUESTION)
        card = await stage.told(PATEL, "Question 1")
        stage.say(LISA, "I think so, they were last year", reply_to=post)
        await stage.settled()
        assert "Answered" not in case_card(stage).text

        answer = stage.say(AMY, "Yes we are, until noon", reply_to=post)
        await stage.until(lambda: "Answered in the group by a member of staff" in stage.chat(PATEL)[-1].text)
        assert stage.chat(PATEL)[-1].id == card.id
        assert not stage.chat(PATEL)[-1].buttons

        stage.say(JO, "Thanks! And the Friday after that?", reply_to=answer)
        again = await stage.told(PATEL, "Opened again")
        assert "And the Friday after that?" in again.text


async def test_while_it_only_watches_nobody_in_the_group_notices(stage: Stage, start_bot: StartBot) -> None:
    async with at(stage, start_bot, FRIDAY, "observe"):
        stage.say(JO, QUESTION)
        await stage.told(PATEL, "Question 1")
        await stage.press(PATEL, case_card(stage), "It is answered")
        await stage.settled()

        assert stage.heard(JO) == []
        assert stage.group() == [QUESTION]


async def test_an_edit_shows_on_the_card(stage: Stage, start_bot: StartBot) -> None:
    async with at(stage, start_bot, FRIDAY, "assist"):
        post = stage.say(JO, QUESTION)
        await stage.told(PATEL, QUESTION)
        stage.world.edit(JO, GROUP, post, "Are you open on the Friday, and what about the Monday?")

        await stage.told(PATEL, "and what about the Monday?")
        assert len(stage.chat(PATEL)) == 1


async def test_a_question_at_night_reaches_its_owner_in_the_morning(
    stage: Stage, start_bot: StartBot
) -> None:
    async with at(stage, start_bot, "2026-09-07T23:00:00+01:00", "observe") as app:
        stage.say(JO, QUESTION)
        await stage.until(lambda: stage.world.updates.first(1, stage.world.now) == [])
        app.writer.clock.ahead += timedelta(hours=8, minutes=1)
        app.outbox.wake.set()
        await stage.told(PATEL, QUESTION)


async def test_its_owner_is_reminded_on_the_due_day_with_a_button_that_shows_it(
    stage: Stage, start_bot: StartBot
) -> None:
    async with at(stage, start_bot, FRIDAY, "observe"):
        stage.say(JO, QUESTION)
        await stage.told(PATEL, "Question 1")
    async with start_bot(MODE="observe", LOLLIPOP_NOW="2026-09-07T18:00:10+01:00") as app:
        app.writer.clock.ahead += timedelta(seconds=31)  # what was said meanwhile comes first
        await app.tick()
        await stage.told(PATEL, "A question waits for an answer")
        reminder = await stage.told(GREEN, "A question waits for an answer")
        assert "the answer was due today" in reminder.text
        assert "This reminder comes late" in reminder.text
        await stage.press(GREEN, reminder, "Show question 1")
        await stage.told(GREEN, QUESTION)


async def test_ask_in_the_group_is_deleted_and_answered_in_private(stage: Stage, start_bot: StartBot) -> None:
    async with at(stage, start_bot, FRIDAY, "assist"):
        post = stage.say(JO, "/ask Is there a discount for siblings?", GROUP)
        await stage.gone(post)
        await stage.told(JO, "Somebody will answer by the end of Monday 7 September")
        card = await stage.told(PATEL, "Is there a discount for siblings?")
        assert "/ask" not in card.text
        assert "t.me" not in card.text

        await stage.ask(PATEL, "/done 1 Yes, ten per cent off")
        await stage.told(JO, "Yes, ten per cent off")
        await stage.settled()
        assert len([text for text in stage.heard(JO) if "number 1" in text]) == 1


async def test_whoever_asked_may_say_that_it_is_not_answered(stage: Stage, start_bot: StartBot) -> None:
    async with at(stage, start_bot, FRIDAY, "assist"):
        stage.say(JO, QUESTION)
        await stage.told(PATEL, "Question 1")
        await stage.press(PATEL, case_card(stage), "It is answered")
        done = await stage.told(JO, "is marked as answered")
        assert "open again" in await stage.press(JO, done, "Not answered yet")
        await stage.told(PATEL, "Opened again")
