"""What people hear in private about a post: why, the rule, their own words; and kindness for who was hurt."""

from datetime import UTC, datetime, timedelta

import pytest

from moderation.policy import load_policy
from sandbox.cast import COLE, GREEN, GROUP, JO, LISA, PATEL, SAM
from tests.scenarios.conftest import OWN_NUMBER, RUDE, THREAT, WORRY, Stage, StartBot

KIND = "Thank you all for coming to the fair yesterday"
TO_YOU = "you are a selfish cow"
NASTY = ("<b>Jo</b> @mrs_patel", "t.me/evil /approve 1")
PROFILES = ("woodham-mortimer", "orleton", "st-josephs", "west-wycombe", "bishopthorpe")
NOTICED = {
    "woodham-mortimer": "because of our rule on being kind to each other",
    "bishopthorpe": "because it may hurt somebody's feelings",
}


@pytest.mark.parametrize("profile", PROFILES)
async def test_each_setting_tells_its_own_rule_in_private_and_the_group_as_its_profile_says(
    stage: Stage, start_bot: StartBot, profile: str
) -> None:
    policy = load_policy(profile)
    async with start_bot(policy=policy, LEAD_IDS=str(PATEL), CHAIR_IDS=str(GREEN)):
        await stage.gone(stage.say(JO, RUDE))
        told = await stage.told(JO, "Your post in the group is out of view")
        await stage.settled()

    assert str(policy["setting.name"]) in told.text
    assert RUDE in told.text and "/appeal 1" in told.text
    assert ("Our policy says: “" in told.text) == (profile in ("woodham-mortimer", "bishopthorpe"))
    (notice,) = stage.group()
    assert NOTICED.get(profile, "our rule on being kind to each other") in notice
    assert "Jo" not in notice and "cow" not in notice


async def test_whoever_a_rude_answer_was_meant_for_hears_a_kind_word_once(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        stage.world.start(LISA)
        await stage.told(LISA, "Hello")
        hers = stage.say(LISA, KIND)
        await stage.settled()
        await stage.gone(stage.say(JO, TO_YOU, reply_to=hers))
        word = await stage.told(LISA, "We have seen it, and it is out of view")
        await stage.settled()

    assert "Jo" not in word.text and "cow" not in word.text
    assert sum("We have seen it" in text for text in stage.heard(LISA)) == 1


async def test_a_name_with_an_at_is_enough_to_be_met_with_kindness(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        stage.say(GREEN, KIND)
        await stage.settled()
        await stage.gone(stage.say(JO, f"@mr_green {THREAT}"))
        await stage.told(GREEN, "If you feel in danger, call 999")
        await stage.settled()


async def test_somebody_who_cannot_be_reached_is_not_reminded_of_it_later(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        hers = stage.say(SAM, KIND)
        await stage.settled()
        await stage.gone(stage.say(JO, TO_YOU, reply_to=hers))
        await stage.settled()
        stage.world.start(SAM)
        await stage.told(SAM, "Hello")
        await stage.settled()

    assert not any("We have seen it" in text for text in stage.heard(SAM))


async def test_while_the_bot_only_watches_nobody_is_comforted(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MODE="observe"):
        theirs = stage.say(GREEN, KIND)
        await stage.settled()
        stage.say(JO, TO_YOU, reply_to=theirs)
        await stage.settled()

    assert not any("We have seen it" in text for text in stage.heard(GREEN))


async def test_a_light_word_to_somebody_who_never_pressed_start_waits_and_shames_nobody_in_the_group(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        post = stage.say(SAM, OWN_NUMBER)
        await stage.settled()
        assert [one.id for one in stage.chat(GROUP)] == [post]
        stage.world.start(SAM)
        await stage.told(SAM, "your own phone number")
        await stage.settled()


async def test_a_name_brings_no_mention_link_or_command_into_what_the_bot_writes(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        stage.world.rename(JO, *NASTY)
        await stage.gone(stage.say(JO, RUDE))
        await stage.settled()
        await stage.ask(PATEL, "/approve 1")
        await stage.until(lambda: any(RUDE in text for text in stage.group()))
        await stage.ask(PATEL, "/why 1")
        await stage.settled()

    (back,) = [one for one in stage.chat(GROUP) if RUDE in one.text]
    assert back.raw.get("entities", []) == []
    assert not any("parse_mode" in call.params for call in stage.calls("sendMessage"))
    for one in stage.chat(PATEL):
        if "Jo" in one.text and one.sender == stage.world.bot_id:
            line = one.text[: one.text.index(RUDE)]
            assert "@mrs_patel" not in line and "/approve 1" not in line and "t.me/" not in line


def asked(stage: Stage, person: int) -> int:
    """How often somebody was shown the author's reasons."""
    return sum("it was a joke" in text for text in stage.heard(person))


async def test_an_appeal_nobody_answers_is_asked_for_again_and_then_of_the_next_in_line(
    stage: Stage, start_bot: StartBot
) -> None:
    friday = datetime(2026, 9, 11, 11, tzinfo=UTC)
    async with start_bot(LOLLIPOP_NOW=friday.isoformat(), MANAGER_IDS=f"{PATEL},{COLE}", DSL_IDS="") as app:
        await stage.gone(stage.say(JO, RUDE))
        await stage.settled()
        await stage.ask(PATEL, "/keep 1")
        receipt = await stage.ask(JO, "/appeal 1 it was a joke among friends")
        assert "by Mon 14 Sep" in receipt
        await stage.told(COLE, "it was a joke among friends")
        await stage.settled()
        before = asked(stage, COLE)

        for wait in ({"days": 2}, {"hours": 22}):  # Sunday noon; Monday 10:00 in London
            app.writer.clock.ahead += timedelta(**wait)
            await app.tick()
            await stage.settled()
        assert asked(stage, COLE) == before + 1, "not on a Sunday, and once on Monday"
        assert asked(stage, GREEN) == 0

        app.writer.clock.ahead += timedelta(hours=9)
        await app.tick()
        await stage.told(GREEN, "it was a joke among friends")
        await stage.settled()


async def test_a_kind_word_survives_a_stop_and_a_lost_answer(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        theirs = stage.say(GREEN, KIND)
        await stage.settled()
        stage.sandbox.fault("outage", methods=["deleteMessage"])
        stage.say(JO, TO_YOU, reply_to=theirs)
        await stage.until(lambda: stage.calls("deleteMessage"))
        assert not any("We have seen it" in text for text in stage.heard(GREEN)), (
            "not while it is still there"
        )
    stage.world.faults.lift()
    async with start_bot():
        await stage.told(GREEN, "We have seen it")
        await stage.settled()


async def test_a_worried_poster_is_not_told_a_rule(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(policy=load_policy("woodham-mortimer")):
        await stage.gone(stage.say(JO, WORRY))
        await stage.told(JO, "999")
        await stage.settled()

    assert not any("Our policy says" in text for text in stage.heard(JO))
