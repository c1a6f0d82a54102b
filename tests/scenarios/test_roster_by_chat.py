"""The roster from the manager's chat: a file, one person, a last day, and who is who."""

import pytest

from sandbox.cast import GREEN, GROUP, JO, PATEL, SAM
from tests.bot.workbooks import workbook
from tests.scenarios.conftest import Stage, StartBot, labels

ROWS = b"child_first_name,child_last_name,carer_name,telegram\nMia,Marsh,Jo Marsh,2001\nTom,Reed,Sam Reed,\n"


def send(stage: Stage, person: int, content: bytes, name: str = "roster.csv") -> None:
    stage.world.post(person, person, "document", name=name, content=content)


async def children(stage: Stage) -> list[str]:
    assert stage.app is not None
    return await stage.app.writer.run(lambda desk: [child.name for child in desk.store.roster.children])


@pytest.mark.parametrize(
    "content",
    [ROWS, workbook([tuple(line.split(",")) for line in ROWS.decode().splitlines()])],
    ids=["csv", "xlsx"],
)
async def test_a_file_is_shown_first_and_taken_after_a_second_press(
    stage: Stage, start_bot: StartBot, content: bytes
) -> None:
    async with start_bot():
        send(stage, PATEL, content)
        await stage.told(PATEL, "New child: Mia Marsh")
        question = await stage.told(PATEL, "Shall I change the roster")
        assert await children(stage) == []
        answer = await stage.press(PATEL, question, "Yes, do it")
        await stage.settled()
        found = await children(stage)

    assert answer == "Done: 4 changes."
    assert found == ["Mia Marsh", "Tom Reed"]


async def test_a_no_leaves_the_roster_as_it_was(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        send(stage, PATEL, ROWS)
        await stage.press(PATEL, await stage.told(PATEL, "Shall I change the roster"), "No, leave it")
        await stage.settled()

        assert await children(stage) == []


async def test_a_bad_file_is_named_by_line_and_column(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        send(stage, PATEL, ROWS + b"Ben,Wood,Al,07700 900123\n")
        message = await stage.told(PATEL, "Nothing was changed. Line 4, column telegram")
        await stage.settled()

    assert labels(message) == []


async def test_a_parents_file_is_neither_fetched_nor_read(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        send(stage, JO, ROWS)
        await stage.told(JO, "I only read the group")
        await stage.settled()

    assert stage.calls("getFile") == []


async def test_a_file_in_the_group_is_a_post_like_any_other(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        stage.world.post(PATEL, GROUP, "document", name="roster.csv", content=ROWS)
        await stage.settled()

    assert stage.calls("getFile") == []


async def test_one_person_is_added_and_corrected_by_a_command(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        page = await stage.ask(
            PATEL, "/member child: Mia Marsh; carer: Jo Marsh; relationship: mother; id: 2001"
        )
        assert page.startswith("Mia Marsh")
        await stage.settled()
        await stage.ask(PATEL, "/member child: Mia Marsh; room: Robins")
        await stage.told(PATEL, "room Robins")
        await stage.settled()
        wrong = await stage.ask(PATEL, "/member child: Mia Marsh; shoe size: 4")
        await stage.settled()

    assert wrong.startswith("I could not read that: there is no column this in a roster")


async def test_a_person_says_whose_account_a_number_is(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        await stage.ask(PATEL, "/member child: Tom Reed; carer: Sam Reed")
        await stage.settled()
        await stage.ask(PATEL, f"/member {SAM} is Sam Reed")
        names = await app.writer.run(lambda desk: desk.store.roster.names_for(SAM))
        await stage.settled()

    assert names.own_first == {"tom"}


async def test_a_last_day_is_set_shown_and_taken_back(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        await stage.ask(PATEL, "/member child: Mia Marsh; carer: Jo Marsh; id: 2001")
        await stage.settled()
        await stage.ask(PATEL, "/leaver Mia tomorrow")
        await stage.until(lambda: any("last day" in text for text in stage.heard(PATEL)))
        await stage.settled()
        shown = await stage.ask(PATEL, "/leaver")
        await stage.settled()
        await stage.ask(PATEL, "/leaver Mia Marsh never")
        child = (await app.writer.run(lambda desk: desk.store.roster.children))[0]
        await stage.settled()

    assert "Jo Marsh" in shown
    assert child.leaves is None


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("/leaver Mia", "Please give a name or number and a date"),
        ("/leaver Nobody 31/07/2026", "I find nobody of that name"),
        ("/leaver Mia 31/02/2026", "Please give a name or number and a date"),
        ("/member Nobody", "I find nobody of that name"),
        ("/who Mia", "Such as /who 12345"),
        ("/who 2001 emperor", "Such as /who 12345"),
    ],
)
async def test_a_mistake_gets_one_sentence(
    stage: Stage, start_bot: StartBot, command: str, answer: str
) -> None:
    async with start_bot():
        assert (await stage.ask(PATEL, command)).startswith(answer)
        await stage.settled()


async def test_who_counts_the_known_and_a_role_is_the_managers_to_give(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot() as app:
        stage.say(JO, "Morning all", GROUP)
        await stage.settled()
        page = await stage.ask(PATEL, "/who")
        refused = await stage.ask(GREEN, f"/who {JO} staff")
        relative = await stage.ask(GREEN, f"/who {JO} relative")
        roles = await app.writer.run(lambda desk: desk.roles_of(JO))
        await stage.settled()

    assert str(JO) in page
    assert "somebody else" in refused
    assert "relative" in relative
    assert roles == {"relative"}


@pytest.mark.parametrize("command", ["/leaver", "/member Mia", "/who"])
async def test_a_parent_sees_nothing_of_the_roster(stage: Stage, start_bot: StartBot, command: str) -> None:
    async with start_bot():
        answer = await stage.ask(JO, command)
        await stage.settled()

    assert answer.startswith("Only people with a role")
