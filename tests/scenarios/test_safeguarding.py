"""A worry about a child reaches the right person at once, whoever cannot be reached, and nobody else."""

import pytest

from sandbox.cast import AMY, COLE, GREEN, GROUP, JO, PATEL, SAM
from tests.scenarios.conftest import ALLEGATION, OFFER, RUDE, THREAT, WORRY, Stage, StartBot, labels

NOBODY = {"MANAGER_IDS": "", "DEPUTY_IDS": "", "DSL_IDS": "", "STAFF_IDS": ""}


async def test_the_safeguarding_lead_and_the_deputy_hear_at_once_and_the_manager_nothing(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        post = stage.say(JO, WORRY)
        await stage.gone(post)
        alert = await stage.told(COLE, "URGENT: case 1")
        await stage.told(GREEN, "URGENT: case 1")
        await stage.settled()

    assert WORRY in alert.text
    assert stage.heard(PATEL) == []
    assert labels(alert) == ["I have this", "Put back", "Keep out of view", "It is dealt with"]


async def test_the_manager_cannot_decide_what_belongs_to_the_safeguarding_lead(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        stage.say(JO, WORRY)
        await stage.told(COLE, "URGENT")
        for command in ("/approve 1", "/keep 1", "/ack 1", "/done 1", "/hide 1"):
            assert await stage.ask(PATEL, command) == "This is for somebody else at our pre-school to decide."
        assert await stage.ask(PATEL, "/why 1") == "There is no case 1."
        assert await stage.ask(GREEN, "/done 1") == "The case is closed."


async def test_a_manager_who_is_the_safeguarding_lead_too_may_decide(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(DSL_IDS=str(PATEL)):
        stage.say(JO, WORRY)
        alert = await stage.told(PATEL, "URGENT")
        assert await stage.press(PATEL, alert, "It is dealt with") == "The case is closed."


@pytest.mark.parametrize("words", [WORRY, ALLEGATION, OFFER])
async def test_the_group_is_told_nothing_about_a_childs_safety(
    stage: Stage, start_bot: StartBot, words: str
) -> None:
    async with start_bot():
        post = stage.say(JO, words)
        await stage.gone(post)
        await stage.settled()

    assert stage.group() == []


async def test_whoever_may_be_a_danger_to_a_child_is_not_warned(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, OFFER)
        await stage.gone(post)
        await stage.told(COLE, OFFER)
        await stage.settled()
        assert await stage.ask(JO, "/why 1") == "There is no case 1."

    assert len(stage.heard(JO)) == 1


async def test_a_worried_parent_is_given_999_and_the_nspcc_and_no_reproach(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        stage.say(JO, WORRY)
        help_ = await stage.told(JO, "call 999")
        await stage.settled()

    assert "0808 800 5000" in help_.text
    assert len(stage.heard(JO)) == 1


async def test_what_is_said_of_staff_goes_to_no_deputy_and_no_manager(
    stage: Stage, start_bot: StartBot
) -> None:
    chair = SAM
    stage.world.person(chair).started = True
    async with start_bot(CHAIR_IDS=str(chair)):
        stage.say(JO, ALLEGATION)
        await stage.told(COLE, ALLEGATION)
        await stage.told(chair, ALLEGATION)
        await stage.settled()
        assert "somebody else" in await stage.ask(GREEN, "/approve 1")
        assert "somebody else" in await stage.ask(PATEL, "/approve 1")
        assert stage.heard(GREEN)[:-1] == stage.heard(PATEL)[:-1] == []


async def test_nobody_decides_about_their_own_post(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MANAGER_IDS=f"{PATEL},{GREEN}"):
        post = stage.say(PATEL, RUDE)
        await stage.gone(post)
        card = await stage.told(GREEN, RUDE)
        await stage.settled()
        assert not any("Case 1:" in text for text in stage.heard(PATEL)), "no card"
        told = await stage.told(PATEL, "out of view")
        assert "somebody else" in await stage.press_data(PATEL, told, "approve:1")
        assert "somebody else" in await stage.ask(PATEL, "/approve 1")
        assert await stage.ask(PATEL, "/queue") == "Nothing is open."
        assert "score" not in await stage.ask(PATEL, "/why 1")
        assert await stage.press(GREEN, card, "Put back") == "The post is going back into the group."


async def test_a_lead_who_never_pressed_start_is_not_waited_for(stage: Stage, start_bot: StartBot) -> None:
    stage.world.person(COLE).started = False
    async with start_bot():
        stage.say(JO, WORRY)
        await stage.told(GREEN, WORRY)
        await stage.settled()
        assert stage.heard(PATEL) == [], "the deputy was reached"


async def test_when_no_owner_can_be_reached_the_next_in_line_hears_and_may_decide(
    stage: Stage, start_bot: StartBot
) -> None:
    for person in (COLE, GREEN):
        stage.world.person(person).started = False
    async with start_bot():
        post = stage.say(JO, WORRY)
        await stage.gone(post)
        alert = await stage.told(PATEL, WORRY)
        assert "Thank you" in await stage.press(PATEL, alert, "I have this")
        await stage.settled()
        stage.world.start(COLE)
        await stage.told(COLE, WORRY)


async def test_when_nobody_holds_a_role_the_groups_administrators_hear_and_may_decide(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(**NOBODY):
        post = stage.say(JO, WORRY)
        await stage.gone(post)
        alert = await stage.told(PATEL, WORRY)  # she owns the group
        assert "Thank you" in await stage.press(PATEL, alert, "I have this")


async def test_a_worry_that_waits_at_the_very_first_start_finds_somebody_too(
    stage: Stage, start_bot: StartBot
) -> None:
    stage.sandbox.fault("slow", methods=["getChatAdministrators"], times=1)
    stage.say(JO, WORRY)
    async with start_bot(**NOBODY):
        await stage.told(PATEL, WORRY)


async def test_when_nobody_at_all_can_be_reached_the_bot_remembers_that(
    stage: Stage, start_bot: StartBot
) -> None:
    for person in (PATEL, GREEN, COLE):
        stage.world.person(person).started = False
    async with start_bot() as app:
        post = stage.say(JO, WORRY)
        await stage.gone(post)
        await stage.settled()
        assert await app.writer.run(lambda desk: desk.store.settings.get("nobody_reached")) == "1"

        for person in (PATEL, GREEN, COLE):
            stage.world.start(person)
        for person in (PATEL, GREEN, COLE):
            await stage.told(person, WORRY)
        await stage.settled()
        assert await app.writer.run(lambda desk: desk.store.settings.get("nobody_reached")) is None


async def test_an_alert_nobody_takes_on_comes_again_until_somebody_has_it(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(LOLLIPOP_NOW="2026-09-07T10:00:00+01:00"):
        stage.say(JO, WORRY)
        await stage.told(COLE, WORRY)
        await stage.settled()
    async with start_bot(LOLLIPOP_NOW="2026-09-07T10:11:00+01:00"):
        await stage.until(lambda: sum(WORRY in text for text in stage.heard(COLE)) == 2)
        await stage.told(PATEL, WORRY)  # the next in line
        await stage.settled()
        assert "Thank you" in await stage.ask(GREEN, "/ack 1")
    async with start_bot(LOLLIPOP_NOW="2026-09-07T10:25:00+01:00"):
        await stage.ask(GREEN, "/help")
        await stage.settled()

    assert sum(WORRY in text for text in stage.heard(COLE)) == 2


async def test_an_alert_about_staff_comes_again_only_to_those_who_may_see_it(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(LOLLIPOP_NOW="2026-09-07T10:00:00+01:00"):
        stage.say(JO, ALLEGATION)
        await stage.told(COLE, ALLEGATION)
        await stage.settled()
    async with start_bot(LOLLIPOP_NOW="2026-09-07T10:11:00+01:00"):
        await stage.until(lambda: sum(ALLEGATION in text for text in stage.heard(COLE)) == 2)
        await stage.settled()

    assert not any(ALLEGATION in text for person in (GREEN, PATEL) for text in stage.heard(person))


async def test_a_threat_is_the_managers_and_the_deputy_hears_too(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, THREAT)
        await stage.gone(post)
        await stage.told(PATEL, "URGENT")
        await stage.told(GREEN, "URGENT")
        await stage.told(JO, "it may frighten somebody")
        await stage.settled()

    assert stage.heard(COLE) == []


async def test_a_member_of_staff_is_told_off_by_nobody_in_the_group(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        post = stage.say(AMY, WORRY, GROUP)
        await stage.gone(post)
        await stage.settled()

    assert stage.group() == []
