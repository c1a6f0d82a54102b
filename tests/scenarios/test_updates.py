"""What Telegram sends is on the disk before it is confirmed, handled once, and held up by nothing broken."""

import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.app import App
from bot.settings import read_settings
from moderation.models.toxicity import Scorer
from moderation.policy import load_policy
from sandbox.cast import GROUP, JO, PATEL
from sandbox.program import Program, environment
from tests.scenarios.conftest import NUMBER, RUDE, WORRY, Stage, StartBot


def inject(stage: Stage, payload: Any, kind: str = "message") -> int:
    """Telegram sends an update of any shape."""
    update = stage.world.updates.add(kind, payload, stage.world.now)
    assert update is not None
    stage.world.changed()
    return int(update["update_id"])


async def test_an_update_nobody_can_read_is_set_aside_and_the_next_posts_are_read(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        await stage.until(lambda: stage.calls("getUpdates"))
        before = stage.say(JO, RUDE)
        broken = [
            inject(stage, {"message_id": 900, "chat": {"id": GROUP, "type": "supergroup"}, "text": "hello"}),
            inject(stage, {"id": 5}, "callback_query"),
        ]
        after = stage.say(JO, NUMBER)
        await stage.gone(before)
        await stage.gone(after)
        for number in broken:
            await stage.told(PATEL, f"set aside (update {number})")
        await stage.settled()
        aside = await app.writer.run(lambda desk: [row.update_id for row in desk.store.inbox.aside()])

    assert aside == broken
    assert len([text for text in stage.heard(PATEL) if "set aside" in text]) == 2


async def test_an_update_of_a_kind_nobody_knows_is_passed_over(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await stage.ask(JO, "/help")
        stage.world.updates.allow([])
        inject(stage, {"some": "thing"}, "poll")
        await stage.gone(stage.say(JO, RUDE))
        await stage.settled()

    assert not any("set aside" in text for text in stage.heard(PATEL))


async def test_a_message_of_a_kind_nobody_knows_is_held_for_a_look(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = int(stage.world.strange(JO, GROUP, {"hologram": {"size": 3}})["message_id"])
        await stage.gone(post)
        await stage.told(PATEL, "Case 1")


async def test_an_update_that_comes_twice_is_handled_once(stage: Stage, start_bot: StartBot) -> None:
    post = stage.say(JO, RUDE)
    async with start_bot() as app:
        await stage.gone(post)
        await stage.settled()
        raw = stage.world.chats[GROUP].messages[post].raw
        await app.intake.keep([{"update_id": 500_000_001, "message": raw}])
        app.intake.wake.set()
        await stage.ask(PATEL, "/queue")
        await stage.settled()

    assert len([text for text in stage.heard(PATEL) if "Case 1" in text]) == 1
    assert not any("Case 2" in text for text in stage.heard(PATEL))


async def test_what_was_taken_in_but_not_confirmed_is_handled_once_after_a_restart(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    post = stage.say(JO, RUDE)
    environ = environment(stage.sandbox.url, tmp_path)
    app = App(read_settings(environ), load_policy("default"))
    await app.writer.open()
    await app.application.initialize()
    await app.intake.keep(await app.intake.fetch(None))
    await app.stop()
    assert stage.world.updates.first(1, stage.world.now), "Telegram still has it"

    async with start_bot():
        await stage.gone(post)
        await stage.settled()

    assert len([text for text in stage.heard(PATEL) if "Case" in text]) == 1


async def test_nothing_is_confirmed_before_it_is_on_the_disk(stage: Stage, tmp_path: Path) -> None:
    """Another program holds the database, so the bot cannot write; then the bot is killed."""
    environ = environment(stage.sandbox.url, tmp_path)
    async with Program([sys.executable, "-m", "bot", "run"], environ) as bot:
        await stage.until(lambda: stage.calls("getUpdates"))
        lock = sqlite3.connect(tmp_path / "lollipop.db", isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        post = stage.say(JO, RUDE)
        await stage.until(lambda: stage.calls("getUpdates")[-1].code == 200)
        await bot.kill()
        lock.execute("ROLLBACK")
        lock.close()
        assert stage.sees(post)
        assert stage.world.updates.first(1, stage.world.now), "Telegram still has it"

        await bot.start()
        await stage.gone(post)


LINK = "this is good https://example.org/page"


async def test_a_broken_detector_is_told_once_and_the_others_go_on(stage: Stage, start_bot: StartBot) -> None:
    """A detector stumbles over a policy no loader would let through."""
    policy = load_policy("default")
    bent = replace(policy, knobs={**policy.knobs, "links.setting_domains": None})
    async with start_bot(bent):
        fine = stage.say(JO, LINK)
        await stage.gone(stage.say(JO, f"{RUDE} {LINK}"))
        trouble = await stage.told(PATEL, "stopped with an error")
        await stage.settled()

    assert "links" in trouble.text and "TypeError" in trouble.text
    assert stage.sees(fine)
    assert len([text for text in stage.heard(PATEL) if "stopped with an error" in text]) == 1


class Breaking(Scorer):
    """A model that somebody else made badly."""

    name = "breaking"
    labels = ("toxicity",)

    def score(self, texts: Sequence[str]) -> list[dict[str, float]]:
        raise MemoryError


async def test_without_any_model_the_rules_go_on_and_the_manager_hears(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        app.models.scorer = Breaking()
        await stage.gone(stage.say(JO, RUDE))
        await stage.gone(stage.say(JO, WORRY))
        await stage.told(PATEL, "so only the rules looked at this post")
        await stage.told(PATEL, "only the rules look at posts")


async def test_without_its_chosen_model_the_bot_starts_with_the_built_in_one_and_says_so(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    async with start_bot(TOXICITY_MODEL="original", MODEL_DIR=str(tmp_path / "none")):
        trouble = await stage.told(PATEL, "“original” is not running")
        await stage.gone(stage.say(JO, RUDE))
        card = await stage.told(PATEL, "Case 1")

    assert "the built-in model looks at every post in its place" in trouble.text
    assert "so only the rules" not in card.text
