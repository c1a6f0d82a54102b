"""Whatever Telegram or the network does, each act happens, at most once where that matters, or is told."""

from datetime import timedelta

import pytest

from bot.words import untapped
from sandbox.cast import COLE, GREEN, GROUP, JO, LISA, PATEL, SAM
from tests.scenarios.conftest import RUDE, SHARP, THREAT, WORRY, Stage, StartBot, case_card, labels

ANOTHER = "shut your fat mouth you pathetic waste of space"


def refused(stage: Stage, chat: int) -> bool:
    return any(call.code == 403 for call in stage.calls("sendMessage", chat))


def back(stage: Stage, words: str = RUDE) -> int:
    return sum(words in text for text in stage.group())


async def test_what_waits_for_start_arrives_at_start_and_once(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(SAM, RUDE)
        await stage.gone(post)
        await stage.until(lambda: refused(stage, SAM))
        stage.world.start(SAM)
        told = await stage.told(SAM, "out of view")
        stage.world.start(SAM)
        await stage.settled()

    assert RUDE in told.text
    assert sum(RUDE in text for text in stage.heard(SAM)) == 1


async def test_what_waits_for_somebody_who_blocked_the_bot_arrives_when_they_come_back(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        stage.world.block(JO)
        post = stage.say(JO, RUDE)
        await stage.gone(post)
        await stage.until(lambda: refused(stage, JO))
        stage.world.start(JO)
        await stage.told(JO, RUDE)


async def test_a_post_too_old_to_delete_is_told_to_the_manager_and_stays_open(
    stage: Stage, start_bot: StartBot
) -> None:
    post = stage.say(JO, RUDE)
    stage.world.chats[GROUP].messages[post].raw["date"] -= int(timedelta(hours=49).total_seconds())
    async with start_bot():
        trouble = await stage.told(PATEL, "could not take the post of case 1 out of view")
        await stage.settled()
        assert labels(case_card(stage)) == ["Take it out", "Leave up", "It is dealt with"]
        assert "1: hurtful words" in await stage.ask(PATEL, "/queue")

    assert "https://t.me/c/1000000001/" in trouble.text
    assert stage.sees(post)
    assert stage.heard(JO) == [], "nobody is told that it is out"
    assert not any("out of view" in text for text in stage.group())


async def test_a_right_given_back_lets_the_same_press_work(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        stage.world.bot_standing(GROUP, can_delete_messages=False)
        post = stage.say(JO, RUDE)
        await stage.told(PATEL, "could not take the post of case 1 out of view")
        await stage.settled()
        stage.world.bot_standing(GROUP, can_delete_messages=True)
        card = case_card(stage)
        assert labels(card) == ["Take it out", "Leave up", "It is dealt with"]
        await stage.press(PATEL, card, "Take it out")
        await stage.gone(post)
        await stage.told(JO, RUDE)


async def test_a_post_its_author_took_back_first_counts_as_out(stage: Stage, start_bot: StartBot) -> None:
    post = stage.say(JO, RUDE)
    stage.world.delete(JO, GROUP, post)
    async with start_bot():
        await stage.told(JO, "out of view")
        await stage.told(PATEL, "Case 1: a post is out of view")
        await stage.settled()

    assert not any("could not" in text for text in stage.heard(PATEL))


async def test_a_wait_for_one_chat_holds_up_no_other(stage: Stage, start_bot: StartBot) -> None:
    stage.sandbox.fault("429", methods=["sendMessage"], chat=PATEL, seconds=300)
    async with start_bot():
        first, second = stage.say(JO, RUDE), stage.say(LISA, ANOTHER)
        await stage.until(lambda: stage.calls("sendMessage", PATEL))
        third = stage.say(LISA, WORRY)
        for post in (first, second, third):
            await stage.gone(post)
        await stage.told(JO, RUDE)
        await stage.told(COLE, WORRY)

    assert len(stage.calls("sendMessage", PATEL)) == 1, "a chat told to wait is left alone"


async def test_a_wait_for_messages_to_the_group_holds_up_no_delete(stage: Stage, start_bot: StartBot) -> None:
    stage.sandbox.fault("429", methods=["sendMessage"], chat=GROUP, seconds=300)
    async with start_bot():
        stage.say(JO, RUDE)
        await stage.until(lambda: stage.calls("sendMessage", GROUP))
        await stage.gone(stage.say(LISA, ANOTHER))


async def test_a_delete_told_to_wait_is_done_afterwards(stage: Stage, start_bot: StartBot) -> None:
    stage.sandbox.fault("429", methods=["deleteMessage"], times=1, seconds=1)
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(JO, RUDE)

    assert len(stage.calls("deleteMessage")) == 2


async def test_the_poster_is_told_only_once_the_post_is_out(stage: Stage, start_bot: StartBot) -> None:
    fault = stage.sandbox.fault("500", methods=["deleteMessage"], times=1)
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(JO, RUDE)
        await stage.settled()

    deleted = stage.calls("deleteMessage")[-1].number
    assert fault.met == 1
    assert stage.calls("sendMessage", JO)[0].number > deleted
    assert stage.calls("sendMessage", GROUP)[0].number > deleted


async def test_a_card_whose_answer_was_lost_is_sent_again_with_its_number(
    stage: Stage, start_bot: StartBot
) -> None:
    stage.sandbox.fault("lost", methods=["sendMessage"], chat=PATEL, times=1)
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.until(lambda: sum("Case 1:" in text for text in stage.heard(PATEL)) == 2)
        copy = stage.chat(PATEL)[0]
        await stage.press(PATEL, copy, "Put back")
        assert "already decided" in await stage.press_data(PATEL, copy, "approve:1")
        await stage.settled()

    assert back(stage) == 1


async def test_a_restore_whose_answer_was_lost_is_asked_about_and_not_sent_twice(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()
        stage.sandbox.fault("lost", methods=["sendMessage"], chat=GROUP, times=1)
        await stage.press(PATEL, card, "Put back")
        await stage.told(PATEL, "I am not sure whether the post of case 1 went back")
        await stage.settled()
        assert back(stage) == 1
        card = case_card(stage)
        assert labels(card) == ["Put back", "Keep out of view", "It is dealt with"]
        await stage.press(PATEL, card, "It is dealt with")
        await stage.settled()

    assert back(stage) == 1


async def test_a_restore_that_never_arrived_can_be_asked_for_again(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        await stage.gone(stage.say(JO, RUDE))
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()
        stage.sandbox.fault("dropped", methods=["sendMessage"], chat=GROUP, times=1)
        await stage.press(PATEL, card, "Put back")
        await stage.told(PATEL, "I am not sure")
        await stage.settled()
        app.writer.clock.ahead += timedelta(seconds=31)  # for somebody to look
        await stage.press(PATEL, case_card(stage), "Put back")
        await stage.settled()

    assert back(stage) == 1


async def test_a_restore_told_to_wait_happens_once(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()
        stage.sandbox.fault("429", methods=["sendMessage"], chat=GROUP, times=1, seconds=1)
        await stage.press(PATEL, card, "Put back")
        await stage.until(lambda: back(stage) == 1)
        await stage.settled()

    assert back(stage) == 1


async def test_after_an_outage_everything_arrives(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        stage.sandbox.fault("outage")
        posts = [stage.say(JO, RUDE), stage.say(LISA, ANOTHER), stage.say(SAM, WORRY)]
        await stage.until(lambda: sum(call.fault == "outage" for call in stage.world.calls) >= 2)
        stage.sandbox.lift_faults()
        for post in posts:
            await stage.gone(post)
        await stage.told(JO, RUDE)
        await stage.told(COLE, WORRY)
        await stage.told(GREEN, WORRY)
        await stage.until(lambda: {"Case 1", "Case 2"} <= {text[:6] for text in stage.heard(PATEL)})


NASTY = 'child <3 & "x" <b>selfish cow</b> [you](http://a.example) *are* such a selfish cow {setting} %s'


async def test_names_and_posts_arrive_as_they_were_typed(stage: Stage, start_bot: StartBot) -> None:
    stage.world.rename(JO, "<b>Jo & Co</b>", "{number} *M*")
    async with start_bot():
        await stage.gone(stage.say(JO, NASTY))
        card = await stage.told(PATEL, untapped(NASTY))
        told = await stage.told(JO, NASTY)
        await stage.press(PATEL, card, "Put back")
        await stage.until(lambda: back(stage, NASTY) == 1)
        await stage.settled()
        why = await stage.ask(PATEL, "/why 1")

    author = untapped("From <b>Jo & Co</b> {number} *M*, ")  # but for what Telegram would take for a command
    assert author in card.text
    assert untapped(NASTY) in why and NASTY in told.text
    assert any(text.startswith(author) for text in stage.group())


async def test_a_private_copy_cannot_be_passed_on_and_shows_no_preview(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        card, told = await stage.told(PATEL, RUDE), await stage.told(JO, RUDE)

    assert card.raw["has_protected_content"] and told.raw["has_protected_content"]
    assert all(call.params["link_preview_options"]["is_disabled"] for call in stage.calls("sendMessage"))


@pytest.mark.parametrize("fault", ["502", "lost"])
async def test_a_fault_at_any_step_loses_nothing(stage: Stage, start_bot: StartBot, fault: str) -> None:
    for method in ("getMe", "deleteMessage", "getUpdates"):
        stage.sandbox.fault(fault, methods=[method], times=1)
    for chat in (PATEL, JO):
        stage.sandbox.fault(fault, methods=["sendMessage"], chat=chat, times=1)
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(PATEL, RUDE)
        await stage.told(JO, RUDE)
        post = stage.say(JO, SHARP)
        await stage.told(PATEL, SHARP)

    assert stage.sees(post)


async def test_the_most_pressing_goes_first_when_a_chat_has_many(stage: Stage, start_bot: StartBot) -> None:
    for number in range(30):
        stage.say(JO, f"{SHARP} {number}")
    stage.say(JO, THREAT)
    async with start_bot():
        await stage.told(PATEL, "URGENT")
        sent = len(stage.calls("sendMessage", PATEL))

    assert sent <= 22, "twenty a minute, and the alert does not wait for them"


async def test_a_group_that_telegram_wants_left_alone_is_left_alone_by_deletes_too(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        stage.sandbox.fault("429", methods=["deleteMessage"], times=1, seconds=2)
        first = stage.say(JO, RUDE)
        await stage.until(lambda: stage.calls("deleteMessage", GROUP))
        second = stage.say(LISA, ANOTHER)
        await stage.gone(first)
        await stage.gone(second)

    # One call met the 429; none was tried before its two seconds were over.
    calls = stage.calls("deleteMessage", GROUP)
    assert [call.code for call in calls].count(429) == 1
    assert min(call.at for call in calls[1:]) - calls[0].at >= timedelta(seconds=1.9)
