"""Those on duty: nights, storms, pauses, reports and a child that may be missing, as people see them."""

from datetime import timedelta
from random import Random

from bot.app import App
from moderation.policy import load_policy
from sandbox.cast import COLE, GREEN, GROUP, JO, LISA, PATEL, SAM
from tests.scenarios.conftest import ALLEGATION, RUDE, WORRY, Stage, StartBot, case_card, labels

EVENING = "2026-09-07T23:00:00+01:00"
MISSING = "Just seen a toddler on his own on the main rd by the Co-op no shoes, anyones??"
LUNCHBOX = "MISSING: blue Paw Patrol lunchbox, last seen on the pegs. Can everybody check their bags please!"
SLY = "Funny how some people always get the best seats at the show"
WORDS = (
    *("gate", "car", "hall", "mud", "rain", "boots", "prams", "coats", "biscuits", "kettle", "paint", "glue"),
    *(
        "drums",
        "swings",
        "ponds",
        "frogs",
        "hats",
        "songs",
        "benches",
        "ladders",
        "puddles",
        "trains",
        "kites",
    ),
)


async def later(app: App, **time: float) -> None:
    """The clock goes on, and what is due by then is done."""
    app.writer.clock.ahead += timedelta(**time)
    await app.tick()


def cards(stage: Stage, person: int = PATEL) -> list[str]:
    """The messages with buttons that somebody can see."""
    return [message.text for message in stage.chat(person) if message.buttons]


async def test_a_storm_of_posts_is_one_card(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        for number in range(16):
            stage.say(JO, f"stupid selfish cow, {' '.join(Random(number).sample(WORDS, 14))}")
        worry = stage.say(LISA, WORRY)
        await stage.gone(worry)
        await stage.told(COLE, WORRY)
        await stage.until(lambda: len(cards(stage)) == 1 and "posts of the same kind" in cards(stage)[0])
        await stage.press(PATEL, case_card(stage), labels(case_card(stage))[0])
        await stage.until(lambda: any("From Jo Marsh" in text for text in stage.group()))
        await stage.until(lambda: "Decided: 1." in cards(stage)[0])


async def test_a_night_is_one_summary_in_the_morning_and_a_worry_comes_at_once(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(load_policy("woodham-mortimer"), LOLLIPOP_NOW=EVENING) as app:
        for person, text in ((JO, RUDE), (LISA, "shut your fat mouth you pathetic waste of space")):
            await stage.gone(stage.say(person, text))
        await stage.gone(stage.say(SAM, WORRY))
        await stage.told(COLE, WORRY)
        assert cards(stage) == []

        await later(app, hours=8)
        await stage.told(PATEL, "2 posts came in during the quiet hours.")
        await stage.settled()
        assert len([text for text in cards(stage) if "URGENT" not in text]) == 1


async def test_a_pause_leaves_the_group_alone_and_ends_by_itself(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot() as app:
        assert "has paused me until" in await stage.ask(PATEL, "/pause 2")
        await stage.told(GREEN, "The manager has paused me until")
        rude, worry = stage.say(JO, RUDE), stage.say(LISA, WORRY)
        await stage.gone(worry)
        assert stage.sees(rude)

        await later(app, hours=2)
        await stage.told(GREEN, "The pause is over.")
        await stage.told(PATEL, "nothing was done")
        await stage.gone(stage.say(SAM, "shut your fat mouth you pathetic waste of space"))


async def test_a_post_reported_in_the_group_stays_and_nobody_sees_who_reported_it(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        post = stage.say(LISA, SLY)
        await stage.settled()
        order = stage.say(JO, "/report it is about me", reply_to=post)
        await stage.gone(order)
        await stage.told(JO, "Nobody hears that it was you.")
        card = await stage.told(PATEL, SLY)
        await stage.settled()

    assert stage.sees(post)
    assert "it is about me" in card.text and "Jo" not in card.text
    assert stage.heard(LISA) == []


async def test_a_picture_sent_in_private_can_be_reported(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        forwarded = stage.world.forward(JO, stage.say(LISA, SLY), origin=GROUP, chat=JO)
        await stage.settled()
        stage.say(JO, "/report she wrote this elsewhere too", JO, reply_to=int(forwarded["message_id"]))
        await stage.told(JO, "Nobody hears that it was you.")
        card = await stage.told(PATEL, "she wrote this elsewhere too")

    assert SLY in card.text
    assert labels(card) == ["I have this", "It is dealt with", "I am involved"]


async def test_a_complaint_typed_in_the_group_is_taken_down_and_answered_in_private(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        typed = stage.say(JO, "/complain The gate was open all morning and nobody cared")
        await stage.gone(typed)
        await stage.told(JO, "Your complaint has number 1")
        card = await stage.told(PATEL, "The gate was open all morning")
        await stage.settled()
        assert card.text.startswith("Case 1: somebody has made a complaint.")
        assert await stage.ask(PATEL, "/done 1 We will mend the gate.") == "The case is closed."
        await stage.told(JO, "We will mend the gate.")

    assert stage.group() == []


async def test_one_press_asks_the_group_to_look_for_a_child(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, MISSING)
        await stage.gone(post)
        alert = await stage.told(GREEN, MISSING)
        await stage.settled()
        assert stage.group() == [], "never by itself"
        await stage.press(GREEN, alert, "Ask everybody to look for a child")
        await stage.until(stage.group)
        await stage.settled()

    (line,) = stage.group()
    assert line.startswith("Please check now where your child is.")
    assert line.endswith("ring our pre-school on 01632 960001 or call 999.")


async def test_a_missing_lunchbox_alarms_nobody(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        post = stage.say(JO, LUNCHBOX)
        await stage.settled()

    assert stage.sees(post)
    assert all(stage.heard(person) == [] for person in (PATEL, GREEN, COLE, JO))


async def test_whoever_is_involved_sees_the_words_no_more_and_the_next_is_asked(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        stage.say(JO, ALLEGATION)
        alert = await stage.told(COLE, ALLEGATION)
        await stage.settled()
        assert "you no longer see it" in await stage.press(COLE, alert, "I am involved")
        await stage.told(COLE, "The words are removed.")
        await stage.told(PATEL, ALLEGATION)
        await stage.settled()
        assert "somebody else" in await stage.ask(COLE, "/approve 1")

    assert not any(ALLEGATION in text for text in stage.heard(COLE))


async def test_a_manager_on_leave_is_not_written_to_first_time(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        assert "the deputy answers for you" in await stage.ask(PATEL, "/cover deputy today tomorrow")
        await stage.gone(stage.say(JO, RUDE))
        card = await stage.told(GREEN, RUDE)
        await stage.settled()
        await stage.press(GREEN, card, "Put back")
        await stage.until(lambda: any(RUDE in text for text in stage.group()))

    assert not any(RUDE in text for text in stage.heard(PATEL))


async def test_a_role_that_ends_takes_the_words_along(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot():
        await stage.gone(stage.say(JO, RUDE))
        await stage.told(PATEL, RUDE)
        await stage.settled()
    async with start_bot(MANAGER_IDS=str(LISA)) as app:
        stage.world.start(LISA)
        await later(app, minutes=2)
        await stage.told(PATEL, "The words are removed.")
        await stage.told(LISA, RUDE)
        await stage.settled()

    assert not any(RUDE in text for text in stage.heard(PATEL))
