"""What is out of view stays out: copies go to the first case, quotes are found, restored posts are free."""

import asyncio

import pytest

from sandbox.cast import GROUP, JO, PATEL, SAM
from tests.scenarios.conftest import FINE, RUDE, WORRY, Stage, StartBot, case_card

NEARLY = "Whoever parked across the gate this morning is such a s e l f i s h c0w!!!"
LIFTS = "Mias mum is 07700 900461 if anyone needs to sort lifts"


@pytest.mark.parametrize("who", [JO, SAM])
async def test_nearly_the_same_words_go_to_the_same_case(stage: Stage, start_bot: StartBot, who: int) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(PATEL, "Case 1")
        await stage.settled()
        await stage.gone(stage.say(who, NEARLY))
        card = await stage.told(PATEL, "posted again")
        await stage.settled()

    assert ("by Jo Marsh" if who == JO else "by Sam Reed") in card.text.rpartition("posted again")[2]
    assert not any("Case 2" in text for text in stage.heard(PATEL))
    if who == JO:
        assert "says the same as a post that is out of view" in stage.heard(JO)[-1]


async def test_a_copy_of_words_that_stay_out_opens_nothing(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(PATEL, "Case 1")
        await stage.settled()
        await stage.press(PATEL, case_card(stage), "Keep out of view")
        await stage.gone(stage.say(SAM, NEARLY))
        await stage.settled()

    assert not any("Case 2" in text for text in stage.heard(PATEL))


async def test_a_restored_post_is_no_bait(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(PATEL, "Case 1")
        await stage.settled()
        await stage.press(PATEL, case_card(stage), "Put back")
        await stage.settled()
        await stage.gone(stage.say(SAM, RUDE))
        await stage.told(PATEL, "Case 2")


async def test_whoever_decides_may_post_a_corrected_version(stage: Stage, start_bot: StartBot) -> None:
    corrected = "whoever parked across the gate this morning please think of the others"
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(PATEL, "Case 1")
        post = stage.say(PATEL, corrected)
        await stage.settled()

    assert stage.sees(post)


async def test_in_observe_a_copy_is_judged_and_left_like_any_post(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MODE="observe"):
        stage.say(JO, RUDE)
        await stage.told(PATEL, "Case 1")
        copy = stage.say(SAM, NEARLY)
        await stage.told(PATEL, "Case 2")
        await stage.settled()

    assert stage.sees(copy)


async def test_a_later_quote_of_hidden_words_is_out_of_view_and_its_own_words_can_go_back(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        first = stage.say(JO, RUDE)
        await stage.gone(first)
        await stage.told(PATEL, "Case 1")
        quote = {"text": "parked across the gate this morning is a selfish cow", "position": 8}
        later = stage.world.strange(SAM, GROUP, {"text": "I think so too", "quote": quote})
        await stage.gone(int(later["message_id"]))
        card = await stage.told(PATEL, "quotes the post of case 1")
        await stage.settled()
        await stage.press(PATEL, card, "Put back")
        await stage.settled()

    back = [text for text in stage.group() if "I think so too" in text]
    assert back and "selfish" not in back[0]


async def test_hidden_words_inside_a_longer_post_are_found(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, LIFTS))
        await stage.told(PATEL, "Case 1")
        longer = f"Did you see what somebody wrote here before it went? {LIFTS} - well I never"
        await stage.gone(stage.say(SAM, longer))
        await stage.told(PATEL, "quotes the post of case 1")


async def test_a_worry_posted_again_by_somebody_else_is_heard_for_itself(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        await stage.gone(stage.say(JO, WORRY))
        await stage.settled()
        await stage.gone(stage.say(SAM, WORRY))
        await stage.settled()
        numbers = await app.writer.run(lambda desk: [one.number for one in desk.store.cases.waiting()])

    assert numbers == [1, 2]


async def test_everyday_words_are_never_bait(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, "fat cow"))
        await stage.settled()
        fine = [stage.say(SAM, words) for words in (FINE, "yes please", "Happy birthday to all of you")]
        await stage.settled()

    assert all(stage.sees(post) for post in fine)


async def test_the_same_post_without_what_was_wrong_with_it_is_a_fair_new_post(
    stage: Stage, start_bot: StartBot
) -> None:
    fair = "could whoever parked across the gate this morning please think of the little ones on scooters"
    async with start_bot():
        await stage.gone(stage.say(JO, f"{fair}, ring me on 07400 123456 or you are a selfish cow"))
        await stage.settled()
        post = stage.say(JO, fair)
        await stage.settled()

    assert stage.sees(post)


async def test_during_a_pause_a_copy_is_left_like_any_post(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(PATEL, "Case 1")
        await stage.settled()
        await stage.ask(PATEL, "/pause")
        copy = stage.say(SAM, NEARLY)
        async with asyncio.timeout(20):
            while await app.writer.run(lambda desk: desk.store.cases.by_message(GROUP, copy)) is None:
                await stage.change()
        case = await app.writer.run(lambda desk: desk.store.cases.by_message(GROUP, copy))

    assert case is not None and case.number == 2
    assert stage.sees(copy)
