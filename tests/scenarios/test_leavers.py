"""Leavers, from the roster file to the pretend Telegram: seen off at six, put back by one press."""

from pathlib import Path

from bot.import_roster import import_roster
from bot.settings import read_settings
from sandbox.cast import GROUP, JO, PATEL, SAM
from sandbox.program import environment
from tests.scenarios.conftest import Stage, StartBot, labels

HEAD = "child_first_name,child_last_name,leaves,carer_name,telegram\n"


def import_rows(stage: Stage, folder: Path, rows: str) -> None:
    """What `lollipop roster import --yes` does, while the bot may be running."""
    file = folder / "roster.csv"
    file.write_text(HEAD + rows, encoding="utf-8")
    environ = environment(stage.sandbox.url, folder) | {"LOLLIPOP_NOW": NOW}
    assert import_roster(file, read_settings(environ), dry_run=False, yes=True)


NOW = "2026-07-31T17:59:55+01:00"
ROWS = "Mia,Marsh,31/07/2026,Jo Marsh,2001\nTom,Reed,,Sam Reed,2002\n"


def is_in(stage: Stage, person: int) -> bool:
    return stage.world.chats[GROUP].standing(person).present


async def test_a_leaver_goes_at_six_and_comes_back_by_one_press(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    import_rows(stage, tmp_path, ROWS)
    async with start_bot(LOLLIPOP_NOW=NOW, PROFILE="orleton"):
        await stage.until(lambda: not is_in(stage, JO))
        await stage.told(JO, "you are no longer in the parents' group")
        await stage.told(PATEL, "by the date")
        card = next(one for one in reversed(stage.chat(PATEL)) if "Put them back" in labels(one))
        answer = await stage.press(PATEL, card, "Put them back")
        message = await stage.told(JO, "This link lets you in again")
        await stage.settled()

    assert is_in(stage, SAM)
    assert "with an apology" in answer
    (call,) = [one for one in stage.calls("unbanChatMember") if not one.params.get("only_if_banned")]
    assert "only_if_banned" not in call.params
    link = message.text.rpartition(" ")[2]
    assert stage.world.chats[GROUP].links[link]["member_limit"] == 1


async def test_a_lost_answer_is_settled_by_telegrams_own_news(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    stage.sandbox.fault("lost", methods=["unbanChatMember"], times=1)
    import_rows(stage, tmp_path, ROWS)
    async with start_bot(LOLLIPOP_NOW=NOW, PROFILE="orleton"):
        await stage.until(lambda: not is_in(stage, JO))
        await stage.told(PATEL, "They are out of the group")
        await stage.settled()

    assert len(stage.calls("unbanChatMember")) == 1


async def test_an_administrator_is_shown_to_the_manager(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    stage.world.promote(JO, GROUP, by=PATEL)
    import_rows(stage, tmp_path, ROWS)
    async with start_bot(LOLLIPOP_NOW=NOW, PROFILE="orleton"):
        card = await stage.told(PATEL, "User is an administrator of the chat")
        stage.world.demote(JO, GROUP, by=PATEL)
        await stage.press(PATEL, card, "Take out again")
        await stage.until(lambda: not is_in(stage, JO))
        await stage.settled()

    assert len(stage.calls("unbanChatMember")) == 2


async def test_in_a_setting_that_asks_first_nobody_goes_without_a_yes(
    stage: Stage, start_bot: StartBot, tmp_path: Path
) -> None:
    import_rows(stage, tmp_path, ROWS)
    async with start_bot(LOLLIPOP_NOW=NOW):
        card = await stage.told(PATEL, "Nothing happens until somebody says yes")
        assert is_in(stage, JO)
        await stage.press(PATEL, card, "Yes, their time is over")
        await stage.until(lambda: not is_in(stage, JO))
        await stage.settled()
