"""In each of the five settings an alert reaches those its own policy names, at any hour, until one has it."""

from datetime import timedelta

import pytest

from bot.app import App
from moderation.policy import load_policy
from sandbox.cast import AMY, COLE, GREEN, JO, PATEL, SAM
from tests.scenarios.conftest import RUDE, WORRY, Stage, StartBot, labels

NIGHT = "2026-09-08T03:00:00+01:00"
EVERYBODY = {"LEAD_IDS": str(AMY), "CHAIR_IDS": str(SAM)}
TWO_MANAGERS = {"MANAGER_IDS": f"{PATEL},{GREEN}", "LEAD_IDS": f"{PATEL},{GREEN}", "DEPUTY_IDS": ""}

ALERTED = {
    "woodham-mortimer": {COLE, GREEN},
    "orleton": {PATEL, COLE, GREEN},
    "st-josephs": {COLE, GREEN},
    "west-wycombe": {COLE, PATEL, GREEN},
    "bishopthorpe": {PATEL, SAM, COLE, GREEN},
}


async def later(app: App, **time: float) -> None:
    """The clock goes on, and what is due by then is done."""
    app.writer.clock.ahead += timedelta(**time)
    await app.tick()


def alerts(stage: Stage, person: int) -> int:
    """How many alerts somebody has."""
    return sum(WORRY in text for text in stage.heard(person))


@pytest.mark.parametrize("name", ALERTED)
async def test_a_worry_at_three_in_the_morning(stage: Stage, start_bot: StartBot, name: str) -> None:
    for person in (AMY, SAM):
        stage.world.person(person).started = True
    async with start_bot(load_policy(name), LOLLIPOP_NOW=NIGHT, **EVERYBODY) as app:
        post = stage.say(JO, WORRY)
        await stage.gone(post)
        help_ = await stage.told(JO, "call 999")
        for person in ALERTED[name]:
            await stage.told(person, WORRY)
        await stage.settled()
        assert {person for person in (PATEL, GREEN, COLE, AMY, SAM) if alerts(stage, person)} == ALERTED[name]
        assert "0808 800 5000" in help_.text
        assert stage.group() == []

        await later(app, minutes=10)
        await stage.until(lambda: all(alerts(stage, person) == 2 for person in ALERTED[name]))
        await stage.settled()
        assert await stage.ask(COLE, "/ack 1") == "Thank you. The others can see that you have this."
        await stage.told(GREEN, "The safeguarding lead has this")
        await stage.settled()
        await later(app, minutes=10)
        await stage.settled()

    assert all(alerts(stage, person) == 2 for person in ALERTED[name])


@pytest.mark.parametrize("name", ALERTED)
async def test_two_who_press_in_the_same_instant_make_one_decision(
    stage: Stage, start_bot: StartBot, name: str
) -> None:
    async with start_bot(load_policy(name), **TWO_MANAGERS):
        await stage.gone(stage.say(JO, RUDE))
        first, second = await stage.told(PATEL, RUDE), await stage.told(GREEN, RUDE)
        await stage.settled()
        approved = stage.world.press(PATEL, PATEL, first.id, "Put back")
        kept = stage.world.press(GREEN, GREEN, second.id, "Keep out of view")
        assert approved is not None and kept is not None
        await stage.settled()

    answers = sorted([approved.words, kept.words])
    assert answers[0].startswith("Case 1 is already decided: ")
    times = sum(RUDE in text for text in stage.group())
    assert times == answers.count("The post is going back into the group.")
    now = [stage.world.chats[who].messages[card.id] for who, card in ((PATEL, first), (GREEN, second))]
    assert labels(now[0]) == labels(now[1])
    assert "Keep out of view" not in labels(now[0])
    assert now[0].text == now[1].text
