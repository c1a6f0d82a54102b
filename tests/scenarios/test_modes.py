"""How much the bot does by itself: watching, helping, acting."""

import pytest

from sandbox.cast import COLE, GREEN, JO, LISA, PATEL
from tests.scenarios.conftest import (
    ALLEGATION,
    FINE,
    NUMBER,
    OFFER,
    OWN_NUMBER,
    RUDE,
    SHARP,
    THREAT,
    WORRY,
    Stage,
    StartBot,
    case_card,
    labels,
)

SAID = (FINE, RUDE, SHARP, WORRY, NUMBER, OWN_NUMBER, THREAT, ALLEGATION, OFFER)


async def test_while_it_watches_nothing_in_the_group_changes(stage: Stage, start_bot: StartBot) -> None:
    async with start_bot(MODE="observe"):
        for words in SAID:
            stage.say(JO, words)
        await stage.settled()

    assert stage.group() == list(SAID)


async def test_while_it_watches_the_manager_sees_what_it_would_have_done(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="observe"):
        stage.say(JO, RUDE)
        card = await stage.told(PATEL, "Case 1")
        await stage.settled()

    assert "nothing was done" in card.text and "would be taken out of view" in card.text
    assert RUDE in card.text
    assert labels(card) == ["Take it out", "Leave up", "Ask to take it down"]
    assert stage.heard(JO) == [], "nobody is told off"


async def test_while_it_watches_an_alert_is_real_and_hide_now_takes_the_post_out(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="observe"):
        post = stage.say(JO, WORRY)
        alert = await stage.told(COLE, "URGENT: case 1")
        assert "Hide now" in alert.text and "Hide now" in labels(alert)
        assert stage.sees(post)

        await stage.press(COLE, alert, "Hide now")
        await stage.gone(post)
        await stage.until(lambda: "Put back" in labels(case_card(stage, COLE)))


async def test_while_it_watches_somebody_worried_about_a_child_gets_help(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="observe"):
        stage.say(JO, WORRY)
        await stage.told(JO, "call 999")
        await stage.settled()

    assert len(stage.heard(JO)) == 1


async def test_while_it_assists_a_threat_is_hidden_and_a_rude_post_only_shown_to_the_manager(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="assist"):
        threat, rude = stage.say(JO, THREAT), stage.say(JO, RUDE)
        await stage.gone(threat)
        card = await stage.told(PATEL, "Case 2")
        await stage.settled()

    assert stage.sees(rude)
    assert "nothing was done" in card.text and "would be taken out of view" in card.text
    assert not any(RUDE in text for text in stage.heard(JO)), "the rude poster is told nothing"
    assert any(THREAT in text for text in stage.heard(JO))


async def test_while_it_assists_somebodys_own_number_is_worth_a_private_word(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot(MODE="assist"):
        post = stage.say(JO, OWN_NUMBER)
        await stage.told(JO, "your own phone number")
        await stage.settled()

    assert stage.sees(post)
    assert stage.heard(PATEL) == [], "no case is made of it"


@pytest.mark.parametrize(
    "mode, out",
    [
        ("observe", set[str]()),
        ("assist", {WORRY, THREAT, ALLEGATION, OFFER}),
        ("enforce", {RUDE, WORRY, NUMBER, THREAT, ALLEGATION, OFFER}),
    ],
)
async def test_each_mode_takes_out_just_what_it_may(
    stage: Stage, start_bot: StartBot, mode: str, out: set[str]
) -> None:
    async with start_bot(MODE=mode):
        posts = {words: stage.say(LISA, words) for words in SAID}
        await stage.settled()

    assert {words for words, post in posts.items() if not stage.sees(post)} == out
    assert any(WORRY in text for text in stage.heard(COLE)), "the alert is real in every mode"
    assert any(WORRY in text for text in stage.heard(GREEN))


async def test_while_it_acts_the_group_hears_one_calm_line_that_names_nobody(
    stage: Stage, start_bot: StartBot
) -> None:
    async with start_bot():
        stage.say(JO, RUDE)
        stage.say(LISA, "shut your fat mouth you pathetic waste of space")
        await stage.settled()

    assert len(stage.group()) == 1, "one line in ten minutes, however many posts"
    assert stage.group()[0] == (
        "A post is out of view, because of our rule on being kind to each other. A person is looking at it."
    )
