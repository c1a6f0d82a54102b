"""Decisions can be taken back, authors can ask again or take their own post out, and time runs fairly."""

from datetime import timedelta

from bot.app import App
from moderation.policy import load_policy
from sandbox.cast import COLE, GREEN, GROUP, JO, LISA, PATEL
from tests.scenarios.conftest import OFFER, RUDE, SHARP, WORRY, Stage, StartBot, case_card, labels

KIND = "Thank you all for coming to the fair yesterday"


async def later(app: App, **time: float) -> None:
    """The clock goes on, and what is due by then is done."""
    app.writer.clock.ahead += timedelta(**time)
    await app.tick()


def back(stage: Stage, words: str = RUDE) -> int:
    """How often the group sees the words."""
    return sum(words in text for text in stage.group())


async def hidden(stage: Stage, person: int = JO) -> None:
    await stage.gone(stage.say(person, RUDE))
    await stage.told(PATEL, RUDE)
    await stage.settled()


# Undo


async def test_a_post_put_back_by_mistake_is_taken_out_again_and_can_go_back_once_more(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await hidden(stage)
        await stage.ask(PATEL, "/approve 1")
        await stage.until(lambda: back(stage))
        await stage.settled()
        assert await stage.ask(PATEL, "/undo 1") == "The case is open again."
        await stage.until(lambda: not back(stage))
        await stage.told(JO, "out of view again")
        await stage.ask(PATEL, "/approve 1")
        await stage.until(lambda: back(stage))
        await stage.settled()

    assert back(stage) == 1


async def test_a_post_taken_out_by_hand_goes_back_by_undo(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, SHARP)
        await stage.told(PATEL, SHARP)
        await stage.ask(PATEL, "/remove 1")
        await stage.gone(post)
        await stage.settled()
        await stage.ask(GREEN, "/undo 1")
        await stage.until(lambda: back(stage, SHARP))
        await stage.told(JO, "back in the group")
        await stage.settled()
        assert labels(case_card(stage)) == ["Take it out", "Leave up", "Ask to take it down"]

    assert back(stage, SHARP) == 1


async def test_a_day_later_nothing_is_undone(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        await hidden(stage)
        await stage.ask(PATEL, "/keep 1")
        await later(app, hours=25)
        assert "can no longer be undone" in await stage.ask(PATEL, "/undo 1")
        assert await stage.ask(PATEL, "/queue") == "Nothing is open."


async def test_undo_while_the_post_is_on_its_way_back_leaves_it_out(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await hidden(stage)
        stage.sandbox.fault("slow", methods=["sendMessage"], chat=GROUP, times=1)
        stage.say(PATEL, "/approve 1", PATEL)
        await stage.until(lambda: back(stage))
        stage.say(PATEL, "/undo 1", PATEL)
        await stage.told(PATEL, "The case is open again.")
        stage.world.faults.lift()
        stage.world.changed()
        await stage.until(lambda: not back(stage))
        await stage.settled()

    assert back(stage) == 0


# Asking the author to take it down


async def test_an_author_asked_to_take_a_post_down_does_so_with_one_press(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        post = stage.say(JO, SHARP)
        card = await stage.told(PATEL, SHARP)
        assert "being asked" in await stage.press(PATEL, card, "Ask to take it down")
        asked = await stage.told(JO, "Could you take your post down")
        assert SHARP in asked.text and "If it is still there after" in asked.text
        assert "asked already" in await stage.press_data(PATEL, card, "takedown:1")

        await stage.press(JO, asked, "Take it down for me")
        await stage.gone(post)
        await stage.until(lambda: any("Taken down by its author" in text for text in stage.heard(PATEL)))
        await stage.settled()

    assert not any("Your post is out of view" in text for text in stage.heard(JO)), "nobody is told off"


async def test_a_post_still_up_when_the_time_is_over_goes_out_of_view_and_its_author_hears_why(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        post = stage.say(JO, SHARP)
        await stage.told(PATEL, SHARP)
        await stage.ask(PATEL, "/takedown 1")
        await stage.told(JO, "Could you take your post down")
        await later(app, minutes=119)
        await stage.settled()
        assert stage.sees(post)
        await later(app, minutes=2)
        await stage.gone(post)
        await stage.told(JO, "out of view for now")
        await stage.settled()
        assert labels(case_card(stage)) == ["Put back", "Keep out of view"]


async def test_the_time_runs_on_while_the_bot_is_down(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, SHARP)
        await stage.told(PATEL, SHARP)
        await stage.ask(PATEL, "/takedown 1")
        await stage.settled()
    async with start_bot() as app:
        await later(app, hours=3)
        await stage.gone(post)
        await stage.settled()


async def test_an_author_who_took_it_down_in_telegram_is_thanked_when_the_time_is_over(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        post = stage.say(JO, SHARP)
        await stage.told(PATEL, SHARP)
        await stage.ask(PATEL, "/takedown 1")
        await stage.settled()
        stage.world.delete(JO, GROUP, post)
        await later(app, hours=3)
        await stage.told(JO, "Thank you. That helps")
        await stage.settled()
        assert await stage.ask(PATEL, "/queue") == "Nothing is open."

    assert not any("Your post is out of view" in text for text in stage.heard(JO))


async def test_an_author_who_changes_the_post_into_a_harmless_one_closes_the_case(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        post = stage.say(JO, SHARP)
        await stage.told(PATEL, SHARP)
        await stage.ask(PATEL, "/takedown 1")
        await stage.settled()
        stage.world.edit(JO, GROUP, post, KIND)
        await stage.told(JO, "Thank you. That helps")
        await later(app, hours=3)
        await stage.settled()
        assert await stage.ask(PATEL, "/queue") == "Nothing is open."

    assert stage.sees(post)


async def test_a_post_somebody_left_up_meanwhile_stays(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        post = stage.say(JO, SHARP)
        await stage.told(PATEL, SHARP)
        await stage.ask(PATEL, "/takedown 1")
        await stage.ask(GREEN, "/keep 1")
        await later(app, hours=3)
        await stage.settled()

    assert stage.sees(post)


async def test_a_post_that_cannot_wait_is_not_left_to_its_author(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MODE="observe"):
        post = stage.say(JO, WORRY)
        await stage.told(COLE, WORRY)
        assert "cannot wait" in await stage.ask(COLE, "/takedown 1")
        await stage.settled()

    assert stage.sees(post)
    assert not any("take your post down" in text for text in stage.heard(JO))


async def test_where_the_policy_asks_first_the_bot_asks_and_an_edit_gains_no_time(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(policy=load_policy("bishopthorpe")) as app:
        post = stage.say(JO, SHARP)
        await stage.told(JO, "take your post down")
        await later(app, minutes=100)
        stage.world.edit(JO, GROUP, post, SHARP + "!")
        await stage.settled()
        assert stage.sees(post)
        await later(app, minutes=21)
        await stage.gone(post)
        await stage.settled()


async def test_while_the_bot_only_watches_nobody_is_asked_and_no_time_runs(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(policy=load_policy("bishopthorpe"), MODE="observe") as app:
        post = stage.say(JO, SHARP)
        await stage.settled()
        await later(app, hours=3)
        await stage.settled()

    assert stage.sees(post)
    assert stage.heard(JO) == []


# The author's own


async def test_an_author_takes_a_post_out_again_after_it_was_put_back(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await hidden(stage)
        await stage.ask(PATEL, "/approve 1")
        told = await stage.told(JO, "back in the group")
        pressed = await stage.press(JO, told, "Take it down for me")
        assert pressed == "Your post is being taken out of the group."
        await stage.until(lambda: not back(stage))
        assert "not in the group" in await stage.ask(JO, "/withdraw 1")
        assert "can no longer be undone" in await stage.ask(PATEL, "/undo 1")
        await stage.settled()

    assert back(stage) == 0


async def test_a_reply_to_the_post_that_was_put_back_withdraws_it(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await hidden(stage)
        await stage.ask(PATEL, "/approve 1")
        await stage.until(lambda: back(stage))
        await stage.settled()
        (copy,) = [one.id for one in stage.chat(GROUP) if RUDE in one.text]
        stage.say(JO, "/withdraw", GROUP, reply_to=copy)
        await stage.gone(copy)
        await stage.settled()


async def test_nobody_withdraws_somebody_elses_post(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await hidden(stage)
        await stage.ask(PATEL, "/approve 1")
        await stage.until(lambda: back(stage))
        assert await stage.ask(PATEL, "/withdraw 1") == "There is no case 1."
        await stage.settled()

    assert back(stage) == 1


# Appeals


async def test_an_appeal_is_heard_by_somebody_else_and_answered(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MANAGER_IDS=f"{PATEL},{GREEN}"):
        await hidden(stage)
        await stage.ask(PATEL, "/keep 1")
        receipt = await stage.ask(JO, "/appeal 1 I was quoting my gran")
        assert receipt.startswith("Thank you. Somebody else looks at it again, and you hear from us by ")
        card = await stage.told(GREEN, "I was quoting my gran")
        assert labels(card) == ["Put back", "Keep out of view"]
        assert "Somebody who has not decided" in await stage.ask(PATEL, "/approve 1")

        await stage.press(GREEN, card, "Keep out of view")
        answer = await stage.told(JO, "Somebody who had not decided about your post before")
        assert "it may hurt somebody's feelings" in answer.text
        assert "had its second look" in await stage.ask(JO, "/appeal 1 again please")
        await stage.settled()

    assert back(stage) == 0


async def test_where_the_owner_has_decided_alone_the_next_in_line_hears_the_appeal(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await hidden(stage)
        await stage.ask(PATEL, "/keep 1")
        told = await stage.told(JO, "out of view for now")
        await stage.press(JO, told, "Ask for a second look")
        card = await stage.told(GREEN, "Its author asks for a second look")
        await stage.press(GREEN, card, "Put back")
        await stage.until(lambda: back(stage))
        await stage.told(JO, "back in the group")
        await stage.settled()

    assert back(stage) == 1


async def test_where_nobody_else_is_there_the_same_person_may_look_again(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(DEPUTY_IDS="", DSL_IDS=""):
        await hidden(stage)
        await stage.ask(PATEL, "/keep 1")
        await stage.ask(JO, "/appeal 1 please")
        await stage.settled()
        assert await stage.ask(PATEL, "/approve 1") == "The post is going back into the group."
        await stage.until(lambda: back(stage))
        await stage.settled()


async def test_only_the_author_appeals_and_only_against_what_is_out_of_view(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await hidden(stage)
        stage.world.start(LISA)
        await stage.told(LISA, "Hello")
        assert await stage.ask(LISA, "/appeal 1 let her") == "There is no case 1."
        await stage.ask(PATEL, "/approve 1")
        await stage.told(JO, "back in the group")
        await stage.settled()
        assert "nothing to look at again" in await stage.ask(JO, "/appeal 1")
        await stage.settled()


async def test_an_appeal_tips_nobody_off(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, OFFER))
        await stage.settled()
        assert await stage.ask(JO, "/appeal 1 why?") == "There is no case 1."
        assert await stage.ask(JO, "/withdraw 1") == "There is no case 1."


async def test_an_appeal_does_not_quieten_an_alert(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        await stage.gone(stage.say(JO, WORRY))
        await stage.told(COLE, WORRY)
        await stage.settled()
        await stage.ask(JO, "/appeal 1 it is my own child")
        await stage.told(COLE, "it is my own child")
        await stage.settled()
        before = len(stage.heard(COLE))
        await later(app, minutes=11)
        await stage.until(lambda: len(stage.heard(COLE)) > before)


async def test_after_two_weeks_it_is_too_late_for_a_second_look(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        await hidden(stage)
        await stage.ask(PATEL, "/keep 1")
        await later(app, days=15)
        assert "too long ago" in await stage.ask(JO, "/appeal 1")
