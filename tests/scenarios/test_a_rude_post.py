"""A rude post is hidden, its author hears why, the manager puts it back: the whole line."""

from sandbox.cast import JO, PATEL
from tests.scenarios.conftest import Stage, StartBot

RUDE = "whoever parked across the gate this morning is a selfish cow"


async def test_it_is_hidden_explained_and_put_back(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, RUDE)
        await stage.gone(post)

        told = await stage.told(JO, "out of view")
        assert RUDE in told.text
        card = await stage.told(PATEL, "Case 1")
        assert RUDE in card.text
        assert "Jo Marsh" in card.text

        await stage.press(PATEL, card, "Put back")
        await stage.until(lambda: any(RUDE in text for text in stage.group()))
        assert sum(RUDE in text for text in stage.group()) == 1
        assert any("Jo Marsh" in text for text in stage.group() if RUDE in text)
