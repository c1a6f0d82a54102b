"""One program writes the database, all of a piece of work or none of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.settings import read_settings
from bot.store import StoreError
from bot.writer import Clock, Writer
from moderation.policy import load_policy


def make_writer(folder: Path) -> Writer:
    settings = read_settings({"DATABASE": str(folder / "lollipop.db")})
    return Writer(settings, load_policy("default"), Clock())


async def test_a_second_bot_on_the_same_database_is_refused(tmp_path: Path) -> None:
    first, second = make_writer(tmp_path), make_writer(tmp_path)
    await first.open()

    with pytest.raises(StoreError, match="Another Lollipop is running"):
        await second.open()

    await first.close()
    await second.close()
    third = make_writer(tmp_path)
    await third.open()
    await third.close()


async def test_work_that_raises_leaves_nothing_behind(tmp_path: Path) -> None:
    def half(desk: Desk) -> None:
        desk.store.settings.set("mode", "enforce")
        raise RuntimeError

    writer = make_writer(tmp_path)
    await writer.open()
    with pytest.raises(RuntimeError):
        await writer.run(half)

    assert await writer.run(lambda desk: desk.store.settings.get("mode")) is None
    await writer.close()


def test_a_clock_in_pretend_time_follows_what_is_turned_after_it_began() -> None:
    clock = Clock(datetime(2026, 9, 7, 12, tzinfo=UTC))
    already = clock.follow(timedelta(hours=5))
    before = clock.now()

    assert not already and not clock.follow(timedelta(hours=5))
    assert clock.follow(timedelta(hours=7))
    assert timedelta(hours=2) <= clock.now() - before < timedelta(hours=2, minutes=1)
