"""What is not needed is not kept: not in the database, not in its side files, not in the messages."""

from pathlib import Path

from sandbox.cast import JO, PATEL
from tests.scenarios.conftest import FINE, RUDE, Stage, StartBot

CANARY = "zebrafinchwort"
FIRST, LATER = "2026-09-07T10:00:00+01:00", "2026-10-09T10:00:00+01:00"  # 32 days apart


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("lollipop.db*")))


async def test_the_words_of_a_harmless_post_are_soon_nowhere(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    async with start_bot() as app:
        stage.say(JO, f"{FINE} {CANARY}")
        stage.say(JO, f"hello bot {CANARY}", JO)
        await stage.told(JO, "go no further")
        await stage.settled()
        for _ in range(3):  # fifteen seconds
            await app.tick()

        assert CANARY.encode() not in on_disk(tmp_path)
        assert (tmp_path / "lollipop.db-wal").stat().st_size == 0


async def test_the_words_of_a_hidden_post_are_never_on_the_disk_in_plain(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, f"{RUDE} {CANARY}"))
        await stage.told(PATEL, CANARY)
        await stage.told(JO, CANARY)
        await stage.settled()

        assert CANARY.encode() not in on_disk(tmp_path)
        assert b"Jo Marsh" not in on_disk(tmp_path)


async def test_a_month_after_its_decision_the_words_of_a_case_are_gone_everywhere(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    async with start_bot(LOLLIPOP_NOW=FIRST):
        await stage.gone(stage.say(JO, f"{RUDE} {CANARY}"))
        await stage.settled()
        await stage.ask(PATEL, "/why 1")
        await stage.ask(PATEL, "/keep 1")
        await stage.settled()
        assert sum(CANARY in text for text in stage.heard(PATEL)) == 2

    async with start_bot(LOLLIPOP_NOW=LATER) as app:
        await stage.until(lambda: not any(CANARY in text for text in stage.heard(PATEL) + stage.heard(JO)))
        await stage.settled()
        assert await app.writer.run(lambda desk: desk.store.sealed.open(1)) is None
        why = await stage.ask(PATEL, "/why 1")

    assert stage.heard(PATEL).count("The words are no longer kept.") == 2
    assert stage.heard(JO)[0] == "The words are no longer kept."
    assert why.endswith("The words are no longer kept.")
    assert CANARY.encode() not in on_disk(tmp_path)


async def test_what_the_manager_writes_to_a_parent_is_kept_no_longer_than_the_post(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    async with start_bot(LOLLIPOP_NOW=FIRST) as app:
        await stage.gone(stage.say(JO, RUDE))
        await stage.settled()
        stage.say(PATEL, f"/keep 1 Please ring me about {CANARY}.", PATEL)
        await stage.told(JO, f"Please ring me about {CANARY}.")
        await stage.settled()
        for _ in range(3):
            await app.tick()
        assert CANARY.encode() not in on_disk(tmp_path)
    async with start_bot(LOLLIPOP_NOW=LATER):
        await stage.until(lambda: not any(CANARY in text for text in stage.heard(JO)))
        await stage.settled()


async def test_a_post_that_went_back_stays_the_groups_own(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(LOLLIPOP_NOW=FIRST):
        await stage.gone(stage.say(JO, f"{RUDE} {CANARY}"))
        await stage.settled()
        await stage.ask(PATEL, "/approve 1")
        await stage.settled()
    async with start_bot(LOLLIPOP_NOW=LATER):
        await stage.until(lambda: not any(CANARY in text for text in stage.heard(PATEL)))
        await stage.settled()

    assert any(CANARY in text for text in stage.group())


async def test_a_case_nobody_decided_keeps_its_words(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(LOLLIPOP_NOW=FIRST):
        await stage.gone(stage.say(JO, f"{RUDE} {CANARY}"))
        await stage.settled()
    async with start_bot(LOLLIPOP_NOW=LATER):
        await stage.ask(PATEL, "/approve 1")
        await stage.settled()

    assert any(CANARY in text for text in stage.group())
