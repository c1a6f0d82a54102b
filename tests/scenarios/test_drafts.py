"""Staff ask about a draft before they post it, and hear what would happen and how to say it better."""

from bot.words import say
from sandbox.cast import AMY, JO
from tests.scenarios.conftest import FINE, RUDE, Stage, StartBot


async def test_a_draft_is_looked_at_and_nobody_else_hears_of_it(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MODE="enforce") as app:
        stage.world.start(AMY)
        await stage.settled()

        rude = await stage.ask(AMY, f"/check {RUDE}")
        fine = await stage.ask(AMY, f"/check {FINE}")
        draft = stage.say(AMY, RUDE, AMY)
        await stage.settled()
        stage.say(AMY, "/check", AMY, reply_to=draft)
        await stage.until(lambda: len([one for one in stage.heard(AMY) if say("draft.hide") in one]) == 2)

        assert say("draft.hide") in rude
        assert "Could we keep it clear?" in rude
        assert say("draft.allow") in fine
        assert stage.group() == []
        assert await app.writer.run(lambda desk: desk.store.cases.waiting()) == []
        assert "/check" in await stage.ask(AMY, "/help")


async def test_a_parent_is_told_kindly_that_it_is_for_staff(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MODE="enforce"):
        answer = await stage.ask(JO, f"/check {RUDE}")

        assert "Only people with a role" in answer
        assert "/check" not in await stage.ask(JO, "/help")
