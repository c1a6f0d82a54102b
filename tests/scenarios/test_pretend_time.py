"""The demo turns its clock, and the bot does at once what has become due; a real bot keeps real time."""

from datetime import timedelta

from sandbox.cast import COLE, GROUP, JO
from tests.scenarios.conftest import Stage, StartBot

WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"


def alerts(stage: Stage) -> int:
    return sum("URGENT" in text for text in stage.heard(COLE))


async def test_an_alarm_is_told_again_when_the_clock_is_turned(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(LOLLIPOP_NOW=stage.world.now.isoformat()):
        stage.say(JO, WORRY, GROUP)
        await stage.until(lambda: alerts(stage) == 1)

        stage.world.clock.turn(timedelta(minutes=11))
        stage.world.changed()

        await stage.until(lambda: alerts(stage) == 2)


async def test_a_bot_in_real_time_does_not_follow(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        before = app.writer.clock.now()
        stage.world.clock.turn(timedelta(hours=5))
        stage.world.changed()
        stage.say(JO, WORRY, GROUP)
        await stage.until(lambda: alerts(stage) == 1)

        assert app.writer.clock.now() - before < timedelta(hours=1)
