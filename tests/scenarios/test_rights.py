"""The bot notices by itself when it may no longer do its work."""

from sandbox.cast import GROUP, PATEL
from tests.scenarios.conftest import Stage, StartBot


async def test_the_manager_hears_at_once_that_the_right_to_delete_is_gone(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        stage.sandbox.world.bot_standing(GROUP, can_delete_messages=False)
        await stage.settled()
        await app.tick()

        await stage.told(PATEL, "can no longer delete posts")
