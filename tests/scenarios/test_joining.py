"""Coming in: told what is read, accepting, known by the roster or let in by a person."""

from datetime import timedelta
from pathlib import Path

import pytest

from sandbox.cast import GREEN, GROUP, JO, PATEL
from sandbox.ground import Call
from sandbox.people import Message, Person
from tests.scenarios.conftest import Stage, StartBot, labels
from tests.scenarios.test_leavers import import_rows, is_in

NINA = 3001
MIA = "Mia,Hall,,Nina Hall,{telegram}\n"


@pytest.fixture
def nina(stage: Stage) -> int:
    """Somebody new, who has never written to the bot."""
    stage.world.add_person(Person(NINA, "Nina", "Hall", "nina_h"))
    return NINA


async def offer(stage: Stage) -> Message:
    return await stage.told(NINA, "Do you accept it?")


def answers(stage: Stage) -> list[Call]:
    return stage.calls("approveChatJoinRequest") + stage.calls("declineChatJoinRequest")


async def test_somebody_on_the_roster_comes_in_once_they_accept(
    stage: Stage, start_bot: StartBot, tmp_path: Path, nina: int
) -> None:
    import_rows(stage, tmp_path, MIA.format(telegram=nina))
    async with start_bot():
        stage.world.ask_to_join(nina, GROUP)
        message = await offer(stage)
        assert "I read each new post" in message.text
        assert "Our rules for the parents' group (version 1, adopted 2026-09)" in message.text
        assert not is_in(stage, nina)
        answer = await stage.press(nina, message, "I accept")
        await stage.until(lambda: is_in(stage, nina))
        await stage.settled()
        accepted = await stage.app.writer.run(lambda desk: desk.store.joiners.accepted(nina))  # type: ignore[union-attr]

    assert answer.startswith("Thank you. You are being let in.")
    assert accepted is not None
    assert accepted[0] == "1"
    assert labels(stage.world.chats[nina].messages[message.id]) == []


async def test_a_stranger_waits_for_a_person(stage: Stage, start_bot: StartBot, nina: int) -> None:
    async with start_bot():
        stage.world.ask_to_join(nina, GROUP)
        await stage.press(nina, await offer(stage), "I accept")
        card = await stage.told(PATEL, "Nina Hall (@nina_h) asks to join")
        assert "not on the roster" in card.text
        assert "They have accepted the policy." in card.text
        assert not is_in(stage, nina)
        await stage.press(PATEL, card, "Let them in")
        await stage.until(lambda: is_in(stage, nina))
        again = await stage.press_data(PATEL, card, "reject:1")
        await stage.settled()

    assert again == "Number 1 is settled: they were let in. Nothing has changed."


async def test_a_name_only_suggests_and_a_persons_yes_pins_it(
    stage: Stage, start_bot: StartBot, tmp_path: Path, nina: int
) -> None:
    import_rows(stage, tmp_path, MIA.format(telegram="@Nina_H"))
    async with start_bot() as app:
        stage.world.ask_to_join(nina, GROUP)
        await stage.press(nina, await offer(stage), "I accept")
        await stage.told(PATEL, "By their Telegram name they may be: Nina Hall, carer of Mia Hall")
        assert not is_in(stage, nina)
        answer = await stage.ask(PATEL, "/approve 1")
        await stage.until(lambda: is_in(stage, nina))
        names = await app.writer.run(lambda desk: desk.store.roster.names_for(nina))
        await stage.settled()

    assert "I remember who they are on the roster" in answer
    assert names.own_first == {"mia"}


async def test_whoever_does_not_accept_is_left_in_peace(stage: Stage, start_bot: StartBot, nina: int) -> None:
    async with start_bot():
        stage.world.ask_to_join(nina, GROUP)
        await stage.press(nina, await offer(stage), "No, thank you")
        kind = await stage.told(nina, "That is quite all right")
        await stage.settled()

    assert "01632 960001 or office@preschool.example" in kind.text
    assert [call.method for call in answers(stage)] == ["declineChatJoinRequest"]
    assert not is_in(stage, nina)


async def test_a_person_may_say_no_and_the_joiner_hears_it_kindly(
    stage: Stage, start_bot: StartBot, nina: int
) -> None:
    async with start_bot():
        stage.world.ask_to_join(nina, GROUP)
        await stage.press(nina, await offer(stage), "I accept")
        card = await stage.told(PATEL, "asks to join")
        await stage.press(PATEL, card, "Not this time")
        await stage.told(nina, "If that is a mistake, please tell us")
        await stage.settled()

    assert not is_in(stage, nina)
    assert GROUP in stage.world.chats
    assert nina not in stage.world.chats[GROUP].requests


async def test_after_the_five_minutes_a_person_decides_and_the_card_says_why(
    stage: Stage, start_bot: StartBot, nina: int
) -> None:
    stage.world.updates.allow(["chat_join_request"])  # it waits for a bot that is not running yet
    stage.world.ask_to_join(nina, GROUP)
    stage.world.clock.turn(timedelta(minutes=6))
    async with start_bot():
        card = await stage.told(PATEL, "I could not write to them")
        assert "please tell them yourself" in card.text
        await stage.press(PATEL, card, "Let them in")
        await stage.until(lambda: is_in(stage, nina))
        await stage.settled()

    assert stage.heard(nina) == []


async def test_nobody_accepts_for_somebody_else(stage: Stage, start_bot: StartBot, nina: int) -> None:
    async with start_bot():
        stage.world.ask_to_join(nina, GROUP)
        await offer(stage)
        answer = await stage.ask(JO, "/accept 1")
        await stage.settled()

    assert answer == "There is no case 1."
    assert answers(stage) == []


async def test_a_parent_lets_nobody_in(stage: Stage, start_bot: StartBot, nina: int) -> None:
    async with start_bot():
        stage.world.ask_to_join(nina, GROUP)
        await stage.press(nina, await offer(stage), "I accept")
        card = await stage.told(PATEL, "asks to join")
        stage.world.say(JO, JO, "/approve 1")
        await stage.told(JO, "Only people with a role")
        other = await stage.press_data(GREEN, stage.chat(GREEN)[-1], "approve:1") if stage.chat(GREEN) else ""
        await stage.settled()

    assert labels(card) == ["Let them in", "Not this time"]
    assert other == ""
    assert not is_in(stage, nina)


async def test_a_request_that_was_taken_back_is_told(stage: Stage, start_bot: StartBot, nina: int) -> None:
    async with start_bot():
        stage.world.ask_to_join(nina, GROUP)
        await stage.press(nina, await offer(stage), "I accept")
        card = await stage.told(PATEL, "asks to join")
        del stage.world.chats[GROUP].requests[nina]
        await stage.press(PATEL, card, "Let them in")
        await stage.told(PATEL, "the request is not there any more")
        await stage.settled()

    assert not is_in(stage, nina)


async def test_a_bot_that_only_watches_lets_nobody_in_by_itself(
    stage: Stage, start_bot: StartBot, tmp_path: Path, nina: int
) -> None:
    import_rows(stage, tmp_path, MIA.format(telegram=nina))
    async with start_bot(MODE="observe"):
        stage.world.ask_to_join(nina, GROUP)
        await stage.press(nina, await offer(stage), "I accept")
        card = await stage.told(PATEL, "They are on the roster")
        assert not is_in(stage, nina)
        await stage.press(PATEL, card, "Let them in")
        await stage.until(lambda: is_in(stage, nina))
        await stage.settled()
