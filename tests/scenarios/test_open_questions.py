"""MODE=enforce starts even where the profile has questions open; the manager and the log are told which."""

import pytest

from sandbox.cast import GREEN, PATEL
from tests.scenarios.conftest import Stage, StartBot

ASKS = "the profile still asks for setting.contact_email, setting.contact_phone, policy.title,"


async def test_the_manager_and_the_log_are_told_which_questions_are_open(
    stage: Stage, start_bot: StartBot, caplog: pytest.LogCaptureFixture
) -> None:
    async with start_bot(PROFILE="default", MODE="enforce"):
        told = await stage.told(PATEL, "set to enforce")

    assert ASKS in told.text
    assert "calendar.terms" in caplog.text
    assert not any("set to enforce" in text for text in stage.texts(GREEN))


async def test_after_a_restart_the_manager_is_not_told_again(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(PROFILE="default", MODE="enforce"):
        await stage.told(PATEL, "set to enforce")

    async with start_bot(PROFILE="default", MODE="enforce"):
        await stage.settled()

    assert sum("set to enforce" in text for text in stage.texts(PATEL)) == 1


@pytest.mark.parametrize("changes", [{"PROFILE": "default", "MODE": "assist"}, {"MODE": "enforce"}])
async def test_where_nothing_is_open_or_nothing_hangs_on_it_nobody_is_told(
    stage: Stage, start_bot: StartBot, changes: dict[str, str]
) -> None:
    async with start_bot(**changes):
        stage.say(2001, "if she goes near my lad again i will put her in hospital")
        await stage.told(PATEL, "URGENT")

    assert not any("set to enforce" in text for text in stage.texts(PATEL))
