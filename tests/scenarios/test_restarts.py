"""A stop at any moment, or a move of the group, loses nothing and does nothing twice."""

from sandbox.cast import BOT_RIGHTS, COLE, GROUP, JO, PATEL
from sandbox.people import ADMIN, Membership
from tests.scenarios.conftest import FINE, RUDE, WORRY, Stage, StartBot

BUT_READING = ("deleteMessage", "sendMessage", "editMessageText", "answerCallbackQuery")


async def test_what_was_decided_and_not_yet_done_is_done_once_after_a_restart(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        stage.sandbox.fault("outage", methods=BUT_READING)
        post = stage.say(JO, RUDE)
        await stage.until(lambda: stage.calls("deleteMessage") and stage.calls("sendMessage", PATEL))
    assert stage.sees(post)

    stage.sandbox.lift_faults()
    async with start_bot():
        await stage.gone(post)
        await stage.settled()

    assert len([text for text in stage.heard(PATEL) if RUDE in text]) == 1
    assert len([text for text in stage.heard(JO) if RUDE in text]) == 1
    assert len(stage.group()) == 1, "the notice"


async def test_a_press_before_a_restart_counts_after_it(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()
        stage.sandbox.fault("429", methods=["sendMessage"], chat=GROUP, seconds=1)
        await stage.press(PATEL, card, "Put back")
    stage.sandbox.lift_faults()
    async with start_bot():
        await stage.until(lambda: any(RUDE in text for text in stage.group()))
        await stage.settled()

    assert sum(RUDE in text for text in stage.group()) == 1


async def test_a_stop_waits_for_what_is_on_its_way(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        stage.sandbox.fault("slow", methods=["sendMessage"], chat=PATEL, seconds=1)
        await stage.gone(stage.say(JO, RUDE))
        await stage.until(lambda: stage.calls("sendMessage", PATEL))
    stage.sandbox.lift_faults()
    async with start_bot():
        await stage.ask(PATEL, "/queue")
        await stage.settled()

    assert len([text for text in stage.heard(PATEL) if "Case 1:" in text]) == 1


async def test_posts_from_while_the_bot_was_off_are_read_when_it_is_back(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await stage.ask(PATEL, "/help")
    posts = [stage.say(JO, FINE), stage.say(JO, RUDE), stage.say(JO, WORRY)]
    async with start_bot():
        await stage.gone(posts[1])
        await stage.gone(posts[2])
        await stage.told(COLE, WORRY)
        await stage.settled()

    assert stage.sees(posts[0])


async def test_roles_and_settings_given_in_the_chat_outlive_a_restart(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="") as app:
        await app.writer.run(lambda desk: desk.store.settings.set("mode", "enforce"))
        await app.writer.run(lambda desk: desk.store.roles.give(JO, "manager", by=PATEL, now=desk.now))
    async with start_bot(MODE=""):
        await stage.gone(stage.say(PATEL, RUDE))
        await stage.settled()
        assert await stage.ask(JO, "/approve 1") == "The post is going back into the group."


def small_group(stage: Stage) -> int:
    """A group that is no supergroup yet, with Jo, the manager and the bot in it; its id."""
    number = -4001
    stage.world.add_group(number, "Our parents", [JO, PATEL], type="group")
    stage.world.own(PATEL, number)
    stage.world.chats[number].members[stage.world.bot_id] = Membership(ADMIN, frozenset(BOT_RIGHTS))
    return number


async def test_a_group_that_becomes_a_supergroup_keeps_its_cases_under_the_new_id(
    stage: Stage, start_bot: StartBot
) -> None:
    old, new = small_group(stage), -1001000009999
    async with start_bot(GROUP_CHAT_ID=str(old)):
        hidden = stage.say(JO, RUDE, old)
        await stage.until(lambda: not stage.world.chats[old].messages[hidden].visible)
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()
        stage.world.migrate(old, new)
        after = stage.say(JO, "shut your fat mouth you pathetic waste of space", new)
        await stage.until(lambda: not stage.world.chats[new].messages[after].visible)
        await stage.press(PATEL, card, "Put back")
        await stage.until(lambda: any(RUDE in text for text in stage.texts(new)))
        await stage.settled()

    async with start_bot(GROUP_CHAT_ID=str(old)):
        again = stage.say(JO, RUDE, new)
        await stage.until(lambda: not stage.world.chats[new].messages[again].visible)


async def test_an_act_for_the_old_id_goes_to_the_new_one(stage: Stage, start_bot: StartBot) -> None:
    old, new = small_group(stage), -1001000009999
    async with start_bot(GROUP_CHAT_ID=str(old)):
        hidden = stage.say(JO, RUDE, old)
        await stage.until(lambda: not stage.world.chats[old].messages[hidden].visible)
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()
        stage.sandbox.fault("500", methods=["getUpdates"], times=1)
        stage.world.migrate(old, new)
        await stage.press(PATEL, card, "Put back")
        await stage.until(lambda: any(RUDE in text for text in stage.texts(new)))
        await stage.settled()

    assert sum(RUDE in text for text in stage.texts(new)) == 1
