"""A decision is carried out whatever happens on the way: a stop, an outage, a lost answer, two at once."""

from collections.abc import Awaitable, Callable

import pytest

from moderation.policy import load_policy
from sandbox.cast import COLE, GREEN, GROUP, JO, LISA, PATEL
from sandbox.people import BANNED
from tests.scenarios.conftest import RUDE, SHARP, Stage, StartBot

PROFILES = ("woodham-mortimer", "orleton", "st-josephs", "west-wycombe", "bishopthorpe")
EVERYBODY = {"LEAD_IDS": str(PATEL), "CHAIR_IDS": str(GREEN)}
Story = Callable[[Stage], Awaitable[None]]


def back(stage: Stage, words: str = RUDE) -> int:
    return sum(words in text for text in stage.group())


async def put_back(stage: Stage) -> None:
    await stage.gone(stage.say(JO, RUDE))
    await stage.told(PATEL, RUDE)
    await stage.settled()
    await stage.ask(PATEL, "/approve 1")
    await stage.told(JO, "back in the group")
    await stage.settled()


async def left_up(stage: Stage) -> None:
    stage.say(JO, SHARP)
    await stage.told(PATEL, SHARP)
    await stage.settled()


# What is begun, the command, and who gives it; each leads to the post being out of the group.
ENDINGS: dict[str, tuple[Story, str, int, str]] = {
    "undo": (put_back, "/undo 1", PATEL, RUDE),
    "withdraw what was put back": (put_back, "/withdraw 1", JO, RUDE),
    "withdraw what was left up": (left_up, "/withdraw 1", JO, SHARP),
    "remove": (left_up, "/remove 1", PATEL, SHARP),
}


@pytest.mark.parametrize("ending", list(ENDINGS))
@pytest.mark.parametrize("trouble", ["outage", "lost"])
async def test_a_post_that_was_to_go_goes_after_trouble_and_a_stop(
    stage: Stage, start_bot: StartBot, ending: str, trouble: str
) -> None:
    begin, command, person, words = ENDINGS[ending]
    times = None if trouble == "outage" else 1
    async with start_bot():
        await begin(stage)
        stage.sandbox.fault(trouble, methods=["deleteMessage"], chat=GROUP, times=times)
        before = len(stage.calls("deleteMessage"))
        stage.say(person, command, person)
        await stage.until(lambda: len(stage.calls("deleteMessage")) > before)
    stage.world.faults.lift()
    async with start_bot():
        await stage.until(lambda: not back(stage, words))
        await stage.settled()

    assert back(stage, words) == 0


async def test_an_undo_that_puts_a_post_back_and_loses_the_answer_asks_and_posts_nothing_twice(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        await left_up(stage)
        await stage.ask(PATEL, "/remove 1")
        await stage.until(lambda: not back(stage, SHARP))
        await stage.settled()
        stage.sandbox.fault("lost", methods=["sendMessage"], chat=GROUP, times=1)
        await stage.ask(PATEL, "/undo 1")
        await stage.told(PATEL, "I am not sure whether the post of case 1 went back")
        await stage.settled()

    assert back(stage, SHARP) == 1


@pytest.mark.parametrize("profile", PROFILES)
async def test_of_two_who_hear_an_appeal_in_the_same_instant_one_answers_it(
    stage: Stage, start_bot: StartBot, profile: str
) -> None:
    everybody = EVERYBODY | {"MANAGER_IDS": f"{PATEL},{GREEN},{COLE}", "LEAD_IDS": f"{PATEL},{GREEN},{COLE}"}
    async with start_bot(policy=load_policy(profile), **everybody):
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(PATEL, RUDE)
        await stage.settled()
        await stage.ask(PATEL, "/keep 1")
        await stage.ask(JO, "/appeal 1 a joke among friends")
        cards = {person: await stage.told(person, "a joke among friends") for person in (GREEN, COLE)}
        await stage.settled()
        presses = [
            stage.world.press(GREEN, GREEN, cards[GREEN].id, "Put back"),
            stage.world.press(COLE, COLE, cards[COLE].id, "Keep out of view"),
        ]
        await stage.settled()

    said = sorted(press.words for press in presses if press)
    assert said[0].startswith("Case 1 is already decided: ")
    put_back = "The post is going back into the group." in said
    assert back(stage) == int(put_back)
    assert any("looked at it again" in text for text in stage.heard(JO)) != put_back


@pytest.mark.parametrize("profile", PROFILES)
async def test_a_person_is_taken_out_as_the_profile_says_in_every_setting(
    stage: Stage, start_bot: StartBot, profile: str
) -> None:
    policy = load_policy(profile)
    both = policy.needs_all("membership.conduct_removal")
    async with start_bot(policy=policy, **EVERYBODY, DEPUTY_IDS=""):
        stage.say(LISA, "Thank you all for coming to the fair yesterday")
        await stage.settled()
        stage.say(PATEL, f"/remove {LISA}", PATEL)
        first = await stage.told(PATEL, "Shall this person")
        await stage.press(PATEL, first, "Yes, do it")
        await stage.settled()
        assert (stage.world.chats[GROUP].standing(LISA).status == BANNED) != both
        if both:
            await stage.press(GREEN, await stage.told(GREEN, "Shall this person"), "Yes, do it")
            await stage.until(lambda: stage.world.chats[GROUP].standing(LISA).status == BANNED)
        await stage.settled()

    assert len(stage.calls("banChatMember")) == 1
