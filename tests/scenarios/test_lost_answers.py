"""A restore whose answer is lost may have happened: a second press in haste must not make two of it."""

from sandbox.cast import GROUP, JO, PATEL
from sandbox.people import Message
from tests.scenarios.conftest import RUDE, Stage, StartBot


async def approved_into_the_dark(stage: Stage) -> Message:
    """The manager puts a post back, Telegram does it, and its answer never arrives; the manager's card."""
    await stage.gone(stage.say(JO, RUDE))
    await stage.settled()
    card = await stage.told(PATEL, RUDE)
    stage.sandbox.fault("lost", methods=["sendMessage"], chat=GROUP, times=1)
    await stage.press(PATEL, card, "Put back")
    await stage.told(PATEL, "I am not sure whether the post of case 1 went back")
    await stage.settled()
    return card


def back(stage: Stage) -> int:
    """How often the group sees the words."""
    return sum(RUDE in text for text in stage.group())


async def test_a_press_before_anybody_can_have_looked_posts_nothing_twice(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        card = await approved_into_the_dark(stage)
        answer = await stage.press(PATEL, card, "Put back")
        typed = await stage.ask(PATEL, "/approve 1")
        await stage.settled()

    assert answer == typed
    assert answer.startswith("The post of case 1 may be back already")
    assert back(stage) == 1
